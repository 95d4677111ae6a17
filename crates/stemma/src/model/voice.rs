//! Speakers over the pile: one voice, under whatever names the reports give it.

use super::Span;
use serde::{Deserialize, Serialize};

/// Which voice of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct VoiceIdx(pub u32);

/// One speaker of the pile, with all places that name him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The places that name him, in order; the first of the longest names is how he is shown.
    pub names: Vec<Span>,
    /// Which of `names` is shown.
    pub shown: u32,
    /// What he is.
    pub kind: VoiceKind,
}

/// What a voice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VoiceKind {
    /// One person with a name.
    Person,
    /// A body with a name or known to all: a ministry, an army, an agency.
    Body,
    /// A place that stands for its government ("Damascus denied"); the place itself is no voice.
    Metonym,
    /// Something written, or a poll.
    Document,
    /// Somebody or several without a name ("officials", "a resident"): of each report its own.
    Unnamed,
}
