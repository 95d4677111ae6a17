//! What is claimed, who carries it, and who stands behind it.

use super::{ByteRange, FamilyIdx, ReportIdx, Span, StatementIdx, StoryIdx, VoiceIdx};

/// Which claim of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ClaimIdx(pub u32);

/// Which instance of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct InstanceIdx(pub u32);

/// Which origin of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OriginIdx(pub u32);

/// One predicate with its participants, as one or more reports of a story assert it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The story it belongs to.
    pub story: StoryIdx,
    /// What carries it, by report and place; at least one.
    pub instances: Vec<InstanceIdx>,
    /// The instance whose words stand for the claim: the plainest.
    pub plainest: InstanceIdx,
    /// Who stands behind its instances, in the order of their first instances.
    pub origins: Vec<OriginIdx>,
    /// Origins that may be one.
    pub may_be_one: Vec<MayBeOne>,
    /// How many origins stand behind it.
    pub counts: Counts,
    /// The reports of the story that do not carry it, in order.
    pub silences: Vec<Silence>,
}

/// A statement or assertion that carries a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// The claim.
    pub claim: ClaimIdx,
    /// The words that carry it.
    pub span: Span,
    /// What kind of text they are.
    pub carrier: Carrier,
    /// Whether it is said in passing ("after a deal with the unions"), and not for its own sake.
    pub in_passing: bool,
    /// How the one who stands behind it stands to it.
    pub stance: ClaimStance,
    /// The words that deny or allege, where the stance is not plain; they may stand before or behind the span.
    pub marker: Option<ByteRange>,
    /// What the claim is made of, as far as the words tell.
    pub parts: Vec<ClaimPart>,
    /// Why it carries the same claim as another instance; absent for the first of a claim.
    pub join: Option<Join>,
    /// Who stands behind it.
    pub origin: OriginIdx,
    /// Why he does.
    pub ground: OriginGround,
}

/// What kind of text carries a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carrier {
    /// What somebody is said to have said.
    Statement(StatementIdx),
    /// A sentence of the report in its own voice, or a clause of one.
    Assertion,
    /// The same, of the headline.
    Headline,
}

/// How an origin stands to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimStance {
    /// It is so.
    Affirms,
    /// It is said to be so, without being vouched for ("allegedly", "is accused of").
    Alleges,
    /// It is not so.
    Denies,
}

/// Words of an instance and what they are to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimPart {
    /// The words.
    pub range: ByteRange,
    /// What they are.
    pub role: ClaimRole,
}

/// What words are to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimRole {
    /// What happens.
    Predicate,
    /// Who does it.
    Actor,
    /// To whom or what.
    Recipient,
    /// Where.
    Place,
    /// When.
    Time,
    /// How many.
    Quantity,
}

/// Why two instances carry one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// The other instance.
    pub with: InstanceIdx,
    /// The ground.
    pub reason: JoinReason,
    /// Words here and there that show it, pair by pair; none where the passages themselves do.
    pub words: Vec<(ByteRange, ByteRange)>,
}

/// The ground on which two instances carry one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JoinReason {
    /// They are witnesses of one passage.
    Witnesses,
    /// The same happens to the same: predicate and participants agree.
    SameHappening,
    /// The same quantity of the same is given.
    SameQuantity,
    /// A quotation goes on from the one before it.
    GoesOn,
    /// A headline sums up what its report tells.
    SumsUp,
    /// A denial names what is denied, or points to what stands before it.
    Denied,
    /// A person decided so.
    Decided,
}

/// Who stands behind instances of a claim, as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The claim.
    pub claim: ClaimIdx,
    /// Who it is.
    pub who: OriginWho,
    /// His instances, in order; at least one.
    pub instances: Vec<InstanceIdx>,
    /// Whether he is there only because somebody changed a copy: he adds to "at most" alone.
    pub is_by_edit: bool,
}

/// Who or what is an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginWho {
    /// A speaker, named or not.
    Voice(VoiceIdx),
    /// A report: its own text, or a speaker whom it does not name.
    Report(ReportIdx),
    /// A family of passages of which nobody can say where it stood first.
    Family(FamilyIdx),
}

/// Why an instance has its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginGround {
    /// It is his statement.
    Speaker,
    /// It copies this instance, and has its origin, whatever name stands there.
    Copy(InstanceIdx),
    /// It is a headline and sums up this instance.
    SumsUp(InstanceIdx),
    /// Its report says so itself.
    OwnText,
    /// Somebody says so, and no report tells who.
    NotStated,
    /// It copies a passage and changed what that says: whoever it names said this by an edit only.
    ChangedCopy,
}

/// Two origins that may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MayBeOne {
    /// The one.
    pub one: OriginIdx,
    /// The other.
    pub other: OriginIdx,
    /// Why.
    pub reason: MayBeOneReason,
}

/// Why two origins may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MayBeOneReason {
    /// Both are voices of one party: a body and who speaks for it.
    SameParty,
    /// One has no name, and could be the other.
    Unnamed,
}

/// How many origins stand behind a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Who says that it is so, vouching for it or not.
    pub affirm: OriginCount,
    /// Of these, who only ever says that it is alleged.
    pub allege: OriginCount,
    /// Who says that it is not so.
    pub deny: OriginCount,
}

/// How many origins there are, as a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OriginCount {
    /// Named speakers, those that may be one counted once; unnamed ones where no named one could be they.
    pub at_least: u32,
    /// Each speaker, and each report of unattributed text.
    pub at_most: u32,
}

/// That a report of the story does not carry a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Silence {
    /// The report.
    pub report: ReportIdx,
    /// What that means.
    pub kind: SilenceKind,
}

/// What it means that a report does not carry a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SilenceKind {
    /// It could have, and does not.
    Silent,
    /// It does not, and nobody knows whether it could have.
    DateUnknown,
    /// It was published before.
    NotApplicable,
    /// Its text is cut off, or in another language than English.
    CannotTell,
}
