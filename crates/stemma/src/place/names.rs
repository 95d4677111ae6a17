//! Which words of a report are names of places?

use crate::model::ByteRange;

/// The name of a place as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceName {
    /// Its words.
    pub range: ByteRange,
}
