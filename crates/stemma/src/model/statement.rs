//! What a report gives as said by somebody.

use super::{ByteRange, Span, VoiceIdx};
use serde::{Deserialize, Serialize};

/// Which statement of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StatementIdx(pub u32);

/// Something that a report gives as said by somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The sentence or sentences it stands in.
    pub span: Span,
    /// The words said, quotation marks included; several ranges where other words stand between.
    pub content: Vec<ByteRange>,
    /// The word of saying ("said", "according to", a colon); absent where none stands by it.
    pub cue: Option<ByteRange>,
    /// The words that say who speaks ("he", "the statement", "Gen. Ali Mayhoub"); absent where none do.
    pub source: Option<ByteRange>,
    /// Whom those words name; absent: not stated.
    pub speaker: Option<Speaker>,
    /// How the words are given.
    pub kind: StatementKind,
    /// Whether the speaker affirms or denies the content.
    pub stance: Stance,
    /// What the cue does.
    pub class: CueClass,
    /// Whether it was said at all.
    pub factuality: Factuality,
    /// Who passes it on, the nearest to the speaker first: "state television quoted", "the agency reported".
    pub relays: Vec<Relay>,
    /// The words that tell when it was said; absent where none do.
    pub uttered: Option<ByteRange>,
    /// Whether it goes on from the statement before it: a quotation in the same paragraph without words of saying of its
    /// own.
    pub continues: bool,
}

/// Who passes on what another is said to have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relay {
    /// The words that name the relay; absent where none do.
    pub source: Option<ByteRange>,
    /// Its own words of saying.
    pub cue: ByteRange,
}

/// Whom the source words of a statement name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words that name him, as they stand in a report.
    pub name: Span,
    /// On what ground.
    pub grade: SpeakerGrade,
    /// Which voice of the pile it is.
    pub voice: VoiceIdx,
}

/// On what ground a speaker is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpeakerGrade {
    /// The sentence names him.
    Stated,
    /// The words of the sentence stand for one whom the same report names ("he", "the governor").
    Resolved,
    /// Another witness of the same passage names him.
    Witness,
    /// Another report gives the same words to him, and the words here fit him. Probable, never more.
    SameWords,
}

/// How words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StatementKind {
    /// All of them between quotation marks.
    Direct,
    /// Retold, without quotation marks.
    Indirect,
    /// Retold, with quoted parts.
    Mixed,
}

/// How a speaker stands to what he is said to have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// He says that it is so.
    Affirms,
    /// He says that it is not so.
    Denies,
}

/// What a cue does: the act or attitude that it gives the content as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CueClass {
    /// "said", "according to"; also a quotation without a cue.
    Says,
    /// "confirmed", "agreed".
    Confirms,
    /// "claimed", "argued".
    Claims,
    /// "denied", "rejected".
    Denies,
    /// "warned".
    Warns,
    /// "demanded", "urged", "recommended".
    Demands,
    /// "promised", "offered".
    Promises,
    /// "accused", "blamed", "criticised".
    Accuses,
    /// "estimated", "predicted".
    Estimates,
    /// "showed": what a document or a poll says.
    Shows,
    /// "asked", "questioned".
    Asks,
    /// "called it a success", "praised".
    Judges,
    /// "supported", "opposed".
    Supports,
    /// "believed", "feared".
    Thinks,
    /// "saw that", "learned that".
    Perceives,
    /// "planned to", "refused to".
    Intends,
}

/// Whether something was said at all (Saurí and Pustejovsky 2009, for the event of saying).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Factuality {
    /// "said".
    Fact,
    /// "will say".
    Future,
    /// "may have said", "if he says".
    Possible,
    /// "did not say".
    Not,
}
