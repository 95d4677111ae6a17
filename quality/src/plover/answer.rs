//! The type of a sentence, out of the events that it tells of.

use super::rows::{Row, root_of};
use std::collections::BTreeMap;
use stemma::event::{EventTable, Ground, events};
use stemma::model::{ByteRange, Event, ReportIdx, Source};
use stemma::{annotated, language, statement, text};
use stemma_language::English;

/// What was found in a sentence.
pub struct Answer {
    /// The type of the event between source and target.
    pub between: Option<String>,
    /// The type of the first event, without a look at source and target.
    pub first: Option<String>,
    /// All types found.
    pub all: Vec<String>,
    /// Whether the words of the answer leave several types.
    pub is_undecided: bool,
    /// Whether an actor of the answer has words of the source.
    pub actor_overlaps: bool,
    /// Whether a recipient has words of the target.
    pub recipient_overlaps: bool,
}

/// Codes the sentence of a row, as a report of its own.
pub fn answer(row: &Row, table: &EventTable, english: &English) -> Answer {
    let found = coded(&row.sentence, table, english);
    let text = found.as_ref().map_or("", |(text, _)| text.as_str());
    let events = found.as_ref().map_or(&[][..], |(_, events)| events.as_slice());
    let of = |event: &Event| root_of(event.kinds[0].kind).to_owned();
    let overlaps =
        |ranges: &[ByteRange], words: &str| ranges.iter().any(|range| shares(range.of(text), words));
    // An event of others is not the answer; one that names nobody may be.
    let fit = |event: &Event| {
        let actor = overlaps(&event.actors, &row.source) || overlaps(&event.recipients, &row.target);
        let turned = overlaps(&event.actors, &row.target) || overlaps(&event.recipients, &row.source);
        let open = event.actors.is_empty();
        if actor || turned || open { 1 } else { 0 }
    };
    let best = events
        .iter()
        .enumerate()
        .max_by_key(|(idx, one)| (fit(one), one.span.range.len(), usize::MAX - idx))
        .map(|(_, one)| one);
    let first = events
        .iter()
        .enumerate()
        .max_by_key(|(idx, one)| (one.span.range.len(), usize::MAX - idx))
        .map(|(_, one)| one);
    let mut all: Vec<String> =
        events.iter().flat_map(|one| &one.kinds).map(|kind| root_of(kind.kind).to_owned()).collect();
    all.sort();
    all.dedup();
    Answer {
        between: best.map(of),
        first: first.map(of),
        all,
        is_undecided: best.is_some_and(|one| one.kinds.len() > 1),
        actor_overlaps: best.is_some_and(|one| overlaps(&one.actors, &row.source)),
        recipient_overlaps: best.is_some_and(|one| overlaps(&one.recipients, &row.target)),
    }
}

/// The text of a sentence as a report, and its events.
pub fn coded(sentence: &str, table: &EventTable, english: &English) -> Option<(String, Vec<Event>)> {
    let source = Source::of_text("row".to_owned(), sentence.to_owned());
    let report = text::reports(vec![source]).into_iter().next()?;
    let reading = text::read(&report);
    let analyses = language::analyse(&report, &reading, &english.model);
    let idx = ReportIdx(0);
    let statements = statement::find_statements(idx, &report, &reading, &analyses);
    let times = annotated::times_of(idx, &report, &reading, None);
    let ground = Ground {
        idx,
        report: &report,
        reading: &reading,
        analyses: &analyses,
        times: &times,
        statements: &statements,
        places: &[],
    };
    let found = events(ground, table, &english.words);
    Some((report.text.clone(), found))
}

/// Whether two phrases share a word of more than two letters.
fn shares(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let small = text.to_lowercase();
        small
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// The type of the first word of a sentence that the table has, with the commonest endings cut off.
pub fn by_bag<'a>(sentence: &str, words: &BTreeMap<&str, &'a str>) -> Option<&'a str> {
    let small = sentence.to_lowercase();
    let stems = |word: &str| -> Vec<String> {
        let cut = |ending: &str, more: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{more}"));
        let all = [
            Some(word.to_owned()),
            cut("s", ""),
            cut("es", ""),
            cut("ed", ""),
            cut("d", ""),
            cut("ing", ""),
            cut("ing", "e"),
            cut("ies", "y"),
            cut("ied", "y"),
        ];
        all.into_iter().flatten().collect()
    };
    small
        .split(|c: char| !c.is_alphanumeric())
        .find_map(|word| stems(word).iter().find_map(|stem| words.get(stem.as_str()).copied()))
}
