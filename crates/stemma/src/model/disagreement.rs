//! What cannot all hold.

use super::{ClaimIdx, InstanceIdx, Span, StoryIdx};

/// Instances that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The story.
    pub story: StoryIdx,
    /// What they differ in.
    pub kind: DisagreementKind,
    /// Whether one side has overtaken the other.
    pub order: DisagreementOrder,
    /// The claims that the sides carry, in order.
    pub claims: Vec<ClaimIdx>,
    /// The sides, at least two.
    pub sides: Vec<Side>,
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Who is on it, in order; at least one.
    pub instances: Vec<InstanceIdx>,
    /// The words that cannot hold beside those of the other sides, one for each instance.
    pub words: Vec<Span>,
}

/// What instances differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisagreementKind {
    /// Whether it is so.
    Denial,
    /// How many or how much.
    Number,
    /// When.
    Date,
    /// Where.
    Place,
    /// Who did it.
    Party,
    /// Who says it.
    Attribution,
    /// How sure or exact it is.
    Strength,
}

/// How the sides of a disagreement lie in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisagreementOrder {
    /// They speak of one state of affairs.
    SameTime,
    /// A later state of affairs has overtaken an earlier one.
    Update,
    /// One is later, and another speaker's: it may be an update, and it disagrees.
    Both,
    /// Nobody can say which is later: update or disagreement.
    Unknown,
}
