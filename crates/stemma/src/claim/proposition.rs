//! What a clause says: a predicate with its participants, as words of a report.

use crate::model::{ByteRange, ClaimRole};
use serde::{Deserialize, Serialize};
use stemma_language::analysis::EntityKind;

/// A predicate with its participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposition {
    /// Which sentence of the reading it stands in.
    pub sentence: u32,
    /// The words of the predicate: a verb, what "be" says of its subject, or a noun that tells of a happening.
    pub predicate: ByteRange,
    /// Its lemma, in small letters.
    pub lemma: String,
    /// What it is.
    pub kind: PredicateKind,
    /// The clause, from its first word to its last.
    pub span: ByteRange,
    /// The proposition of the same sentence that it hangs on, by its place in the list; absent for the head of a sentence.
    pub above: Option<u32>,
    /// Whether it is joined to that one by "and", and says as much as it.
    pub is_joined: bool,
    /// The word that negates it.
    pub negation: Option<ByteRange>,
    /// Whether that word stands round the clause: "it is not true that".
    pub is_called_untrue: bool,
    /// The word that gives it as said and not vouched for ("allegedly", "is accused of").
    pub hedge: Option<ByteRange>,
    /// Whether it is to come, wanted or only possible.
    pub is_open: bool,
    /// Whether it may be so, by the words: "may have".
    pub is_possible: bool,
    /// Words before the noun that tell which kind it is ("nuclear deal").
    pub kinds: Vec<String>,
    /// Where it ends before what is joined to it by "and", in bytes.
    pub before_joined: u32,
    /// Who and what takes part, in the order of the text.
    pub participants: Vec<Participant>,
}

/// What kind of word a predicate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PredicateKind {
    /// A verb.
    Verb,
    /// An adjective or noun that a verb like "be" joins to its subject.
    State,
    /// A noun that a verb only carries: "made a deal".
    Carried,
    /// A noun inside a clause.
    Noun,
}

/// Somebody or something that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// What it is to the predicate.
    pub role: Role,
    /// The noun phrase, without clauses that describe it.
    pub range: ByteRange,
    /// Its head.
    pub head: ByteRange,
    /// The lemma of the head, in small letters.
    pub lemma: String,
    /// What kind of name the head is part of; absent where it is none.
    #[serde(with = "crate::kept::kinds")]
    pub name: Option<EntityKind>,
    /// Whether it is a pronoun: it stands for somebody named elsewhere.
    pub is_pronoun: bool,
    /// Whether it is a numeral that stands for those it counts.
    pub is_numeral: bool,
    /// Whether it is given as known: "the men", "both".
    pub is_known: bool,
    /// The other telling words of the phrase, as lemmas in small letters.
    pub others: Vec<String>,
}

impl Proposition {
    /// Whether it happens to a participant: "four died" has no one else.
    pub fn happens_to(&self, place: usize) -> bool {
        match self.participants[place].role {
            Role::Recipient => true,
            Role::Actor => self.participants.iter().all(|one| one.role != Role::Recipient),
            Role::Circumstance(_) => false,
        }
    }
}

/// What a participant is to the predicate. The passive is turned round.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Who does it.
    Actor,
    /// To whom or what.
    Recipient,
    /// Joined by a preposition, or by none.
    Circumstance(String),
}

impl Role {
    /// The role as a reader is told it.
    pub fn shown(&self, name: Option<EntityKind>) -> Option<ClaimRole> {
        match self {
            Role::Actor => Some(ClaimRole::Actor),
            Role::Recipient => Some(ClaimRole::Recipient),
            Role::Circumstance(_) => name.filter(|kind| is_place(*kind)).map(|_| ClaimRole::Place),
        }
    }
}

/// Whether names of this kind tell one from another.
pub fn has_own_name(kind: EntityKind) -> bool {
    is_place(kind) || matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Group)
}

/// Whether names of this kind are places.
pub fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::PoliticalPlace | EntityKind::Place | EntityKind::Facility)
}
