//! What carries a claim: the content of each statement, and each sentence that a report says in its own voice.

use super::proposition::PredicateKind;
use super::told::Told;
use crate::model::{ByteRange, Carrier, ReportIdx, Statement, StatementIdx};
use crate::text::Reading;
use std::ops::Range;

/// Words that carry a claim, as they stand in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The report.
    pub report: ReportIdx,
    /// A statement, a sentence or a headline.
    pub carrier: Carrier,
    /// The words.
    pub span: ByteRange,
    /// The propositions that it makes by itself, by their places in what its report tells, the first the main one; none
    /// where no clause was read.
    pub heads: Vec<u32>,
    /// All propositions in it, those included.
    pub all: Vec<u32>,
}

/// The units of a report, in the order of the text. `statements` are those of the report, in order.
pub fn units(
    idx: ReportIdx,
    reading: &Reading,
    told: &Told,
    statements: &[(StatementIdx, &Statement)],
) -> Vec<Unit> {
    let nested = Nested::of(statements);
    let mut found: Vec<Unit> = statements
        .iter()
        .map(|(place, one)| of_statement(idx, *place, one, (reading, told), &nested.within(one)))
        .collect();
    let near = by_sentence(reading, statements);
    for (place, sentence) in reading.sentences.iter().enumerate() {
        let own = told.of_sentences(place as u32, place as u32 + 1);
        let title = sentence.block < told.n_titles;
        let carrier = if title { Carrier::Headline } else { Carrier::Assertion };
        found.extend(of_sentence(idx, sentence.range, carrier, own, told, &near[place]));
    }
    found.sort_by_key(|unit| (unit.span, unit.carrier));
    found
}

/// The sentences that a range meets, by their places.
fn sentences_of(reading: &Reading, range: ByteRange) -> Range<usize> {
    let first = reading.sentences.partition_point(|sentence| sentence.range.end <= range.start);
    let end = reading.sentences.partition_point(|sentence| sentence.range.start < range.end);
    first..end.max(first)
}

/// By sentence: the statements that lie in it or reach into it.
fn by_sentence<'a>(
    reading: &Reading,
    statements: &[(StatementIdx, &'a Statement)],
) -> Vec<Vec<&'a Statement>> {
    let mut near = vec![Vec::new(); reading.sentences.len()];
    for (_, one) in statements {
        for place in sentences_of(reading, one.span.range) {
            near[place].push(*one);
        }
    }
    near
}

/// The statements of a report by where their contents begin, so that those inside another are found without a look at all.
struct Nested<'a> {
    by_start: Vec<(u32, &'a Statement)>,
}

impl<'a> Nested<'a> {
    fn of(statements: &[(StatementIdx, &'a Statement)]) -> Self {
        let start = |(_, one): &(StatementIdx, &'a Statement)| Some((one.content.first()?.start, *one));
        let mut by_start: Vec<_> = statements.iter().filter_map(start).collect();
        by_start.sort_by_key(|(start, _)| *start);
        Nested { by_start }
    }

    /// Those whose contents lie in the content of a statement, and are shorter.
    fn within(&self, one: &Statement) -> Vec<&'a Statement> {
        let size = |one: &Statement| one.content.iter().map(|part| part.len()).sum::<usize>();
        let own = size(one);
        let begin_in = |part: &ByteRange| {
            let first = self.by_start.partition_point(|(start, _)| *start < part.start);
            let end = self.by_start.partition_point(|(start, _)| *start <= part.end);
            self.by_start[first..end.max(first)].iter().map(|(_, other)| *other)
        };
        let inside =
            |other: &&Statement| size(other) < own && other.content.iter().all(|part| is_said(one, *part));
        one.content.iter().flat_map(begin_in).filter(inside).collect()
    }
}

/// Whether a range lies in what a statement gives as said.
fn is_said(one: &Statement, range: ByteRange) -> bool {
    one.content.iter().any(|part| part.contains(range))
}

/// A statement, but for what others say inside it: that is theirs.
fn of_statement(
    report: ReportIdx,
    place: StatementIdx,
    one: &Statement,
    (reading, told): (&Reading, &Told),
    nested: &[&Statement],
) -> Unit {
    let own = |range: ByteRange| {
        let saying = |other: &&Statement| other.cue.is_some_and(|cue| cue.overlap(range) > 0);
        is_said(one, range) && !nested.iter().any(|other| is_said(other, range) && !saying(other))
    };
    let start = one.content.first().map_or(0, |part| part.start);
    let end = one.content.last().map_or(start, |part| part.end);
    let span = ByteRange { start, end };
    let sentences = sentences_of(reading, span);
    let places = told.of_sentences(sentences.start as u32, sentences.end as u32);
    let all: Vec<u32> =
        places.filter(|place| own(told.propositions[*place].predicate)).map(|place| place as u32).collect();
    Unit { report, carrier: Carrier::Statement(place), span, heads: heads(told, &all), all }
}

/// Of some propositions, in order, those that hang on none of them, or are joined to such a one by "and"; verbs before nouns.
fn heads(told: &Told, all: &[u32]) -> Vec<u32> {
    let one = |place: u32| &told.propositions[place as usize];
    let mut heads: Vec<u32> = Vec::new();
    for place in all {
        let above = one(*place).above.filter(|above| all.binary_search(above).is_ok());
        if above.is_none_or(|above| one(*place).is_joined && heads.binary_search(&above).is_ok()) {
            heads.push(*place);
        }
    }
    let is_noun = |place: &u32| one(*place).kind == PredicateKind::Noun;
    if !heads.iter().all(is_noun) {
        heads.retain(|place| !is_noun(place));
    }
    heads
}

/// A sentence, but for what is given as said in it.
fn of_sentence(
    report: ReportIdx,
    span: ByteRange,
    carrier: Carrier,
    own: Range<usize>,
    told: &Told,
    statements: &[&Statement],
) -> Option<Unit> {
    let attributed = |range: ByteRange| {
        statements.iter().any(|one| {
            let said = one.content.iter().any(|part| part.contains(range));
            let saying = one.cue.is_some_and(|cue| cue.overlap(range) > 0)
                || one.relays.iter().any(|relay| relay.cue.overlap(range) > 0);
            said || saying
        })
    };
    let all: Vec<u32> = own
        .clone()
        .filter(|place| !attributed(told.propositions[*place].predicate))
        .map(|place| place as u32)
        .collect();
    let covered: usize = statements.iter().flat_map(|one| &one.content).map(|part| part.overlap(span)).sum();
    let root = own.clone().find(|place| told.propositions[*place].above.is_none());
    let is_saying = root.is_some_and(|place| attributed(told.propositions[place].predicate));
    if is_saying || 2 * covered > span.len() || all.is_empty() && carrier != Carrier::Headline {
        return None;
    }
    Some(Unit { report, carrier, span, heads: heads(told, &all), all })
}
