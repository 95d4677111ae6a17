//! Coded happenings: what kind of thing happened, who did it to whom, where, when, with how many victims, and whether it is so.

use super::{ByteRange, Span, StatementIdx};

/// A coded happening, as one clause of a report tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The clause that tells it, from its first word to its last.
    pub span: Span,
    /// The sentence that the clause stands in.
    pub sentence: ByteRange,
    /// The words that tell what happened.
    pub predicate: ByteRange,
    /// The kind; several where the words leave it undecided. Never empty.
    pub kinds: Vec<EventKind>,
    /// What it is about, with the words that show it; in the order of the names.
    pub contexts: Vec<EventContext>,
    /// Who did it; none where the clause does not say.
    pub actors: Vec<ByteRange>,
    /// To whom or what it was done; none where the clause does not say.
    pub recipients: Vec<ByteRange>,
    /// The words that say where; none where the clause does not say.
    pub places: Vec<ByteRange>,
    /// When; none where the clause does not say.
    pub times: Vec<EventTime>,
    /// How many were killed; absent where the clause does not say.
    pub killed: Option<Toll>,
    /// How many were injured; absent where the clause does not say.
    pub injured: Option<Toll>,
    /// Whether it happened.
    pub factuality: EventFactuality,
    /// The words that show that it did not, or may not have, or will; absent where none do.
    pub marker: Option<ByteRange>,
    /// The statement that tells it, by its place among those of its report; absent where the report tells it itself.
    pub statement: Option<StatementIdx>,
    /// The words that name who tells it; absent where the report tells it itself, or names nobody.
    pub teller: Option<ByteRange>,
}

/// What kind of thing happened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventKind {
    /// The type.
    pub kind: EventType,
    /// How it was done, or what was demanded, refused or threatened; absent where nothing says so.
    pub mode: Option<String>,
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventContext {
    /// The name of the context.
    pub name: String,
    /// The words that show it.
    pub range: ByteRange,
}

/// When something happened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventTime {
    /// The words.
    pub range: ByteRange,
    /// The value as TIMEX3 writes it.
    pub value: String,
}

/// How many people something happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Toll {
    /// The words of the number.
    pub range: ByteRange,
    /// It is not less; absent where the words set no lower bound.
    pub low: Option<u64>,
    /// It is not more; absent where the words set no upper bound.
    pub high: Option<u64>,
}

/// Whether an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventFactuality {
    /// It did, as told.
    Actual,
    /// It did not, as told; or somebody says that it did not.
    Denied,
    /// A party to it says so, or it is said without being vouched for.
    Alleged,
    /// It is to come.
    Future,
    /// It may be, or would be if.
    Hypothetical,
    /// It did, long before the report.
    Historical,
}

impl EventFactuality {
    /// The name, as it is written.
    pub fn name(self) -> &'static str {
        match self {
            EventFactuality::Actual => "actual",
            EventFactuality::Denied => "denied",
            EventFactuality::Alleged => "alleged",
            EventFactuality::Future => "future",
            EventFactuality::Hypothetical => "hypothetical",
            EventFactuality::Historical => "historical",
        }
    }
}

/// The types of PLOVER, from cooperation in words to conflict in deeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventType {
    /// Promises, offers and plans to cooperate.
    Agree,
    /// Meetings, visits, talks.
    Consult,
    /// Praise, recognition, agreements signed.
    Support,
    /// What is given way to in words.
    Concede,
    /// Exchange that is of use to both.
    Cooperate,
    /// Help that is of use to its recipient.
    Aid,
    /// What is given way to in deeds.
    Retreat,
    /// Demands and requests.
    Request,
    /// Blame, charges, investigations.
    Accuse,
    /// Refusals.
    Reject,
    /// Threats.
    Threaten,
    /// Demonstrations, strikes, riots.
    Protest,
    /// Relations that are cut back.
    Sanction,
    /// Forces that are moved and not used.
    Mobilize,
    /// Arrests, bans, seizures.
    Coerce,
    /// Violence.
    Assault,
}

impl EventType {
    /// All types, in their order.
    pub const ALL: [EventType; 16] = [
        EventType::Agree,
        EventType::Consult,
        EventType::Support,
        EventType::Concede,
        EventType::Cooperate,
        EventType::Aid,
        EventType::Retreat,
        EventType::Request,
        EventType::Accuse,
        EventType::Reject,
        EventType::Threaten,
        EventType::Protest,
        EventType::Sanction,
        EventType::Mobilize,
        EventType::Coerce,
        EventType::Assault,
    ];

    /// The name, as PLOVER writes it.
    pub fn name(self) -> &'static str {
        match self {
            EventType::Agree => "AGREE",
            EventType::Consult => "CONSULT",
            EventType::Support => "SUPPORT",
            EventType::Concede => "CONCEDE",
            EventType::Cooperate => "COOPERATE",
            EventType::Aid => "AID",
            EventType::Retreat => "RETREAT",
            EventType::Request => "REQUEST",
            EventType::Accuse => "ACCUSE",
            EventType::Reject => "REJECT",
            EventType::Threaten => "THREATEN",
            EventType::Protest => "PROTEST",
            EventType::Sanction => "SANCTION",
            EventType::Mobilize => "MOBILIZE",
            EventType::Coerce => "COERCE",
            EventType::Assault => "ASSAULT",
        }
    }

    /// The type of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The modes that PLOVER has for it.
    pub fn modes(self) -> &'static [&'static str] {
        match self {
            EventType::Consult => &["visit", "third-party", "multilateral", "phone"],
            EventType::Retreat => &["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
            EventType::Request | EventType::Reject => &["assist", "change", "yield", "meet"],
            EventType::Accuse => &["disapprove", "investigate", "allege"],
            EventType::Threaten => &["restrict", "arrest", "relations", "expel", "territory", "violence"],
            EventType::Protest => &["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
            EventType::Sanction => &["convict", "expel", "withdraw", "discontinue"],
            EventType::Mobilize => &["troops", "weapons", "police", "militia"],
            EventType::Coerce => &[
                "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
                "misinformation", "cyber",
            ],
            EventType::Assault => &[
                "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
                "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
                "unconventional",
            ],
            EventType::Agree
            | EventType::Support
            | EventType::Concede
            | EventType::Cooperate
            | EventType::Aid => &[],
        }
    }
}
