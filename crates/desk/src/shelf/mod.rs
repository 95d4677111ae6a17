//! Where the desk looks things up: lists with filters, and parts of an account.
//!
//! A [`Shelf`] answers what a view asks and nothing more, so that whatever keeps an account (memory, an archive on disk) can
//! stand behind the same pages. No question takes a walk through the whole account.

mod filter;
mod in_memory;
mod list;
mod rows;

pub use filter::{Filter, WrongFilter, is_known};
pub use in_memory::InMemory;
pub use list::List;
pub use rows::{ClaimRow, DisagreementRow, FamilyRow, PlaceRow, ReportRow, Row, StoryRow, VoiceRow, Words};

use crate::selection::Selection;
use stemma::model::{ByteRange, ClaimIdx, FamilyIdx, PlacePrecision};

/// What keeps an account and looks things up in it.
pub trait Shelf: Send + Sync {
    /// The digest of the account.
    fn digest(&self) -> &str;

    /// How many findings of each kind there are, and what was not read.
    fn totals(&self) -> &Totals;

    /// The rows of a list that pass a filter: at most so many, from the one at `from`.
    fn list(&self, list: List, filter: &Filter, from: usize, at_most: usize) -> Rows;

    /// The list that a finding of this identifier stands in, if it has a page of its own.
    fn list_of(&self, id: &str) -> Option<List>;

    /// Where a finding without a page stands: the identifier of its report, and the bytes of its text.
    fn place_of(&self, id: &str) -> Option<(String, ByteRange)>;

    /// A story.
    fn story(&self, id: &str) -> Option<Selection>;

    /// A claim, and which of the selection it is.
    fn claim(&self, id: &str) -> Option<(Selection, ClaimIdx)>;

    /// A finding as a row of its list.
    fn row(&self, list: List, id: &str) -> Option<Row>;

    /// A report, and the claims that its words carry.
    fn report(&self, id: &str) -> Option<ReportLeaf>;

    /// A family with its first witnesses.
    fn family(&self, id: &str, at_most: usize) -> Option<(Selection, FamilyIdx)>;

    /// A voice with some of its statements: at most so many, from the one at `from`; and how many there are.
    fn voice(&self, id: &str, from: usize, at_most: usize) -> Option<(VoiceRow, Selection, usize)>;

    /// A place and where it is named.
    fn place(&self, id: &str, from: usize, at_most: usize) -> Option<PlaceLeaf>;

    /// A finding as it stands in the JSON Lines.
    fn record(&self, id: &str) -> Option<&str>;

    /// Findings of a kind as they stand in the JSON Lines, in the order of the account.
    fn records(&self, list: List, from: usize, at_most: usize) -> Vec<&str>;
}

/// How many findings there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// By list, in the order of [`List::ALL`].
    pub of_list: [usize; List::ALL.len()],
    /// Outlets that are named, those of most reports first.
    pub outlets: Vec<(String, usize)>,
    /// What was given and not read: name, reason, hint.
    pub unread: Vec<[String; 3]>,
    /// What a reader should know about a source: name, note.
    pub notes: Vec<[String; 2]>,
}

impl Totals {
    /// Of one list.
    pub fn of(&self, list: List) -> usize {
        self.of_list[list as usize]
    }
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The rows.
    pub items: Vec<Row>,
    /// How many pass the filter.
    pub total: usize,
}

/// A report by itself.
#[derive(Debug, Clone)]
pub struct ReportLeaf {
    /// It, with what it shares with others.
    pub selection: Selection,
    /// Its number there.
    pub number: usize,
    /// Where its words carry claims, by place.
    pub claims: Vec<(ByteRange, ClaimRow)>,
    /// The stories that it tells.
    pub stories: Vec<StoryRow>,
}

/// A place by itself.
#[derive(Debug, Clone)]
pub struct PlaceLeaf {
    /// Its row.
    pub row: PlaceRow,
    /// How near the words come to a point, at best.
    pub precision: Option<PlacePrecision>,
    /// Where it is, in degrees with a point.
    pub point: Option<(String, String)>,
    /// Some of the places that name it: the words, and what stands round them.
    pub mentions: Vec<Mention>,
    /// How many there are.
    pub n_mentions: usize,
}

/// A name of a place, and what stands round it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The report.
    pub report: ReportRow,
    /// What stands before.
    pub before: String,
    /// The name, and where it stands.
    pub words: Words,
    /// What stands behind.
    pub after: String,
}
