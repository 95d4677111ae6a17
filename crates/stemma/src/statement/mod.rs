//! Who said what?
//!
//! In: one report, its reading, and the analyses of its sentences. Out: its statements, in the order of the text.
//! Invariants: ranges lie in the report, on character boundaries; the name of a stated speaker lies inside the
//! source; furniture gives no statement; time is linear in the text. Precision comes first: a false speaker is
//! worse than none.
//!
//! Each sentence is read twice. By its marks: a quotation counts as one token, and what stands around it is read by a
//! lexicon of verbs of saying (`cue`), closed word classes (`lexicon`), capitals and marks. And by its tree
//! (`indirect`): whatever is retold, in whatever grammar. Where both see the same words, `merge` chooses.
//!
//! | module | question |
//! |---|---|
//! | `units` | which sentences are read together? |
//! | `clause` | which words, marks and quotations stand in a sentence? |
//! | `verb` | does this verb say something here? |
//! | `shape`, `apposition`, `noun_phrase` | where does the source begin and end? |
//! | `speaker` | whom does it name? |
//! | `attribution`, `ahead` | which reporting clause stands behind the words said, or before them? |
//! | `speech`, `quoted` | is a quotation speech, and what belongs to it? |
//! | `denial` | what is denied, and by whom, as far as words tell? |
//! | `indirect`, `retold` | what do the trees of sentences say? |
//! | `said`, `contradiction` | is it a statement, and does it deny? |
//! | `merge`, `draft` | what do both readings make together? |
//! | `headline` | does a headline attribute by a colon? |
//! | `reference` | whom do the source words stand for? |
//! | `resolve`, `cohesion`, `fitting` | who is "he", where the report itself tells? |

mod ahead;
mod apposition;
mod attribution;
mod clause;
mod cohesion;
mod contradiction;
mod cue;
mod denial;
mod draft;
mod fitting;
mod headline;
mod indirect;
mod lexicon;
mod merge;
mod noun_phrase;
mod quoted;
mod reference;
mod resolve;
mod retold;
mod said;
mod shape;
mod speaker;
mod speech;
mod units;
mod verb;

#[cfg(test)]
mod tests;

use crate::model::{ByteRange, Report, ReportIdx, Sentence, Statement};
use crate::text::{Quotation, Reading};
use clause::{Clause, clauses};
use cohesion::Cohesion;
pub(crate) use contradiction::is_not_so;
use draft::Draft;
pub(crate) use fitting::{fits, is_any_official};
pub(crate) use indirect::class_with_object;
pub(crate) use lexicon::is_title;
pub use reference::{Anaphor, Named, Pronoun, Reference};
use serde::{Deserialize, Serialize};
pub(crate) use speaker::SOME_OF_MANY;
use stemma_language::Analysis;
use stemma_language::analysis::EntityKind;

/// A statement of one report, before it is known who speaks over the pile: it has no speaker yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributed {
    /// The statement.
    pub statement: Statement,
    /// Whom its source words stand for.
    pub reference: Reference,
    /// Whom they stand for if nothing was put between this paragraph and the one before; who copied whom may tell.
    pub if_whole: Option<Named>,
    /// Whether it is a statement, or an attribution of another kind: an attitude, an intention, something unsaid.
    pub said: bool,
}

/// Finds the statements of a report, in the order of the text; `analyses` are those of its sentences.
///
/// What is said inside something said is a statement of its own, with whoever stands around it as a relay.
pub fn find_statements(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
) -> Vec<Attributed> {
    let entities = entities(reading, analyses);
    let only_said = |mut drafts: Vec<Draft>| {
        drafts.retain(|draft| draft.said);
        merge::relay(&mut drafts);
        drafts.retain(|draft| !draft.nested || draft.speaks_for_itself());
        drafts
    };
    let mut found = find(idx, report, reading, analyses, &entities, only_said);
    found.extend(headline::statements(idx, report, reading, &found));
    found.sort_by_key(|found| (found.statement.content[0], found.statement.span.range, found.statement.cue));
    resolve::resolve(&report.text, reading, &entities, &Cohesion::of(reading, analyses), &mut found);
    found
}

/// Finds all that a report attributes to somebody, statements and also attitudes, intentions and what was not said;
/// of what stands one inside another the outermost.
pub fn find_attributions(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
) -> Vec<Attributed> {
    let entities = entities(reading, analyses);
    let mut found = find(idx, report, reading, analyses, &entities, merge::outermost);
    resolve::resolve(&report.text, reading, &entities, &Cohesion::of(reading, analyses), &mut found);
    found
}

fn find(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
    entities: &[(ByteRange, EntityKind)],
    choose: impl Fn(Vec<Draft>) -> Vec<Draft>,
) -> Vec<Attributed> {
    let mut found: Vec<Attributed> = Vec::new();
    for unit in units::units(report, reading) {
        let sentences = &reading.sentences[unit.clone()];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            continue;
        };
        let range = ByteRange { start: first.range.start, end: last.range.end };
        let quotations = &reading.quotations;
        let first_quotation = quotations.partition_point(|quotation| quotation.outer.end <= range.start);
        let end_quotation = quotations.partition_point(|quotation| quotation.outer.start < range.end);
        let near = &quotations[first_quotation..end_quotation.max(first_quotation)];
        let by_tree = retold::retold(&report.text, sentences, &analyses[unit], near, entities);
        let mut by_words = Vec::new();
        if !near.is_empty() || may_deny(range.of(&report.text)) {
            let title = (first.block as usize) < report.layout.titles.len();
            by_words = drafts(&report.text, sentences, range, (quotations, first_quotation), title);
            by_words.iter_mut().for_each(|draft| draft.refer(&report.text, near, entities));
        }
        let mut merged = merge::merge(by_words, by_tree);
        merge::untangle(&report.text, &mut merged);
        merged.iter_mut().for_each(|draft| draft.contradict(&report.text));
        let drafts = choose(merged);
        found.extend(drafts.into_iter().map(|draft| draft.place(idx, sentences)));
    }
    found.sort_by_key(|found| (found.statement.content[0], found.statement.span.range, found.statement.cue));
    found.dedup_by_key(|found| (found.statement.content.clone(), found.statement.source));
    found
}

/// The entities of a report, in the order of the text.
fn entities(reading: &Reading, analyses: &[Analysis]) -> Vec<(ByteRange, EntityKind)> {
    let mut found = Vec::new();
    for (sentence, analysis) in reading.sentences.iter().zip(analyses) {
        for entity in &analysis.entities {
            let tokens = &analysis.tokens[entity.tokens()];
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                let start = sentence.range.start;
                found.push((ByteRange { start: start + first.start, end: start + last.end }, entity.kind));
            }
        }
    }
    found.sort_by_key(|(range, _)| *range);
    found
}

/// Whether a text holds a word that may deny; cheap, so that other sentences are not read at all.
fn may_deny(text: &str) -> bool {
    const STEMS: [&str; 10] =
        ["den", "DEN", "reject", "dismiss", "refut", "rebut", "disput", "repudiat", "debunk", "disavow"];
    const TITLE_STEMS: [&str; 8] = ["Den", "Reject", "Dismiss", "Refut", "Rebut", "Disput", " out", " Out"];
    STEMS.iter().chain(&TITLE_STEMS).any(|stem| text.contains(stem))
}

/// The statements of one group of sentences.
fn drafts(
    text: &str,
    sentences: &[Sentence],
    range: ByteRange,
    (quotations, first): (&[Quotation], usize),
    title: bool,
) -> Vec<Draft> {
    let ends: Vec<u32> = sentences.iter().map(|sentence| sentence.range.end).collect();
    let mut found = Vec::new();
    for tokens in clauses(text, range, &ends, quotations, first) {
        let clause = Clause { text, tokens: &tokens, quotations, title };
        let (denials, taken) = denial::statements(&clause);
        found.extend(denials);
        found.extend(quoted::statements(&clause, &taken));
    }
    found
}
