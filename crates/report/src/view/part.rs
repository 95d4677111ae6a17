//! A remark about a finding in parts, so that terminal and page say the same: fixed labels, and what can be opened or
//! counted.

use crate::Place;
use crate::excerpt::Wording;

/// A part of a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// A fixed label.
    Label(&'static str),
    /// Leads from words of the parent to those of the child.
    Arrow,
    /// A count.
    Number(usize),
    /// A report by its number.
    Report(usize),
    /// A date as the metadata of a report gives it.
    Date(&'a str),
    /// A place.
    Place(Place),
    /// Words of a report and where they stand.
    Words(Place, Wording<'a>),
    /// Words of a report that stand by the finding itself.
    Near(&'a str),
}
