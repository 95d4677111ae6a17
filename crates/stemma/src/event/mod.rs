//! What happened, in the kinds that coders of events count?
//!
//! In: a report with its reading, the trees of its sentences, its times and statements, and an event table. Out: coded
//! happenings, in the order of the text, each cell with the words that prove it. Invariants: what the words leave open has
//! several kinds, and what they do not say has no cell; that somebody says something is a statement and no event, and what he says
//! is one that he tells; each cell lies in the sentence of its event.
//!
//! The kinds are those of PLOVER (Open Event Data Alliance, 2024 draft): a type, a mode, contexts. What the words
//! tell is in `events.table`; what a clause is and who takes part in it, [`claim`](crate::claim) reads.
//!
//! | module | question |
//! |---|---|
//! | `table` | which words tell of which kind of event? |
//! | `site` | what stands round a predicate? |
//! | `matching` | which lines of the table fit it? |
//! | `drafts` | which predicates of a sentence tell of an event of their own? |
//! | `cells` | who, to whom, where, when, how many, about what? |
//! | `factuality` | did it happen, and who says so? |
//! | `rows` | which tellings of a pile are of one happening? |

mod cells;
mod drafts;
mod factuality;
mod matching;
mod rows;
mod site;
mod table;
#[cfg(test)]
mod tests;

pub use factuality::date;
pub(crate) use rows::coded;
pub use rows::{Coded, EventRow, Telling, day_of};
pub use table::{EventTable, OURS, TableError};

use crate::claim::Meaning;
use crate::language::Tree;
use crate::model::{ByteRange, Event, Report, ReportIdx, Statement, TimeExpression};
use crate::place::PlaceName;
use crate::statement::Attributed;
use crate::text::Reading;
use drafts::drafts;
use matching::{Lookup, forms};
use stemma_language::{Analysis, WordNet};

/// What is known of a report before its events are looked for.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// Which report.
    pub idx: ReportIdx,
    /// The report.
    pub report: &'a Report,
    /// Its sentences.
    pub reading: &'a Reading,
    /// The trees of its sentences, in their order.
    pub analyses: &'a [Analysis],
    /// Its times.
    pub times: &'a [TimeExpression],
    /// Its statements, in order.
    pub statements: &'a [Attributed],
    /// The names of places in it, in the order of the text.
    pub places: &'a [PlaceName],
}

impl<'a> Ground<'a> {
    /// Whether the head of some words is in the name of a place.
    fn names_place(&self, head: ByteRange) -> bool {
        let before = self.places.partition_point(|name| name.range.start <= head.start);
        let name = before.checked_sub(1).map(|at| self.places[at]);
        name.is_some_and(|name| !name.is_within && name.range.overlap(head) > 0)
    }

    /// The statements by themselves.
    fn said(&self) -> impl Iterator<Item = &'a Statement> + use<'a> {
        self.statements.iter().map(|one| &one.statement)
    }
}

/// The events that a report tells of, in the order of the text; [`date`] says afterwards which of them are history.
pub fn events(ground: Ground, table: &EventTable, words: &WordNet) -> Vec<Event> {
    let sentences = ground.reading.sentences.iter().zip(ground.analyses);
    let quantities = crate::annotate::quantity::find_quantities(
        ground.idx,
        &ground.report.text,
        ground.reading.sentences.iter().map(|sentence| sentence.range),
        ground.times,
    );
    let mut found = Vec::new();
    for (sentence, analysis) in sentences {
        if analysis.tokens.is_empty() {
            continue;
        }
        let range = sentence.range;
        let tree = Tree::new(&ground.report.text, range.start, analysis, &[]);
        let forms = forms(&tree);
        let lookup = Lookup { tree: &tree, table, words, forms: &forms };
        let values = (
            within(&quantities, range, |one| one.span.range),
            within(ground.times, range, |one| one.span.range),
        );
        let drafts = drafts(&lookup, &Meaning::of(words), values, &ground);
        let contexts = if drafts.is_empty() { Vec::new() } else { cells::contexts(&lookup) };
        let event =
            |draft| Event { contexts: contexts.clone(), ..cells::event(&lookup, &ground, draft, range) };
        found.extend(drafts.iter().map(event));
    }
    found.sort_by_key(|event: &Event| (event.predicate, event.span));
    found
}

/// Those of a list in the order of the text that lie in a range.
fn within<T>(list: &[T], range: ByteRange, place: impl Fn(&T) -> ByteRange) -> &[T] {
    let first = list.partition_point(|one| place(one).start < range.start);
    let end = list.partition_point(|one| place(one).start < range.end);
    &list[first..end.max(first)]
}
