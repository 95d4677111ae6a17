//! The nouns: what a report, a passage, a statement and an account are. No algorithm, no serialisation, no I/O.
//!
//! The words are those of `docs/glossary.md`. Positions are [`ByteRange`]s within one text and [`Span`]s
//! within a pile; both count UTF-8 bytes, end exclusive, and lie on character boundaries.

mod account;
mod claim;
mod dating;
mod diagnostic;
mod disagreement;
mod event;
mod hash;
mod lineage;
mod original;
mod passage;
mod place;
mod quantity;
mod report;
mod shares;
mod source;
mod span;
mod spin;
mod statement;
mod story;
mod table;
mod time;
mod voice;

pub use account::Account;
pub use claim::{
    Carrier, Claim, ClaimIdx, ClaimPart, ClaimRole, ClaimStance, Counts, Instance, InstanceIdx, Join,
    JoinReason, MayBeOne, MayBeOneReason, Origin, OriginCount, OriginGround, OriginIdx, OriginWho, Silence,
    SilenceKind,
};
pub use dating::{DateHint, DateHintKind, Dating, Day};
pub use diagnostic::{Note, Unread};
pub use disagreement::{Disagreement, DisagreementKind, DisagreementOrder, Side};
pub use event::{Event, EventContext, EventFactuality, EventKind, EventTime, EventType, Toll};
pub use hash::Sha256;
pub use lineage::{Descent, Evidence, Parent};
pub use original::{OriginalMap, Segment};
pub use passage::{Edit, EditKind, EditKinds, EditSide, Family, FamilyIdx, Passage, PassageIdx};
pub use place::{Place, PlaceMeaning, PlaceMention, PlacePrecision, PlaceReason, PlaceUsage};
pub use quantity::{Amount, CountClass, Measure, Quantity};
pub use report::{Capture, Furniture, FurnitureKind, Layout, Report, ReportIdx, Sentence};
pub use shares::{PairShare, ParentKind, ParentShare, Shares};
pub use source::{DateEvidence, Derivation, Source};
pub use span::{ByteRange, Span};
pub use spin::{SpinMark, SpunReport, SwapPair};
pub use statement::{
    CueClass, Factuality, Relay, Speaker, SpeakerGrade, Stance, Statement, StatementIdx, StatementKind,
};
pub use story::{Story, StoryIdx};
pub use table::Table;
pub use time::{TimeAnchor, TimeExpression, TimeKind, TimeModifier};
pub use voice::{Voice, VoiceIdx, VoiceKind};
