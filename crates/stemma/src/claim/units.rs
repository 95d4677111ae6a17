//! What carries a claim: the content of each statement, and each sentence that a report says in its own voice.

use super::proposition::PredicateKind;
use super::told::Told;
use crate::model::{ByteRange, Carrier, ReportIdx, Statement, StatementIdx};
use crate::text::Reading;

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
    let mut found: Vec<Unit> =
        statements.iter().map(|(place, one)| of_statement(idx, *place, one, told, statements)).collect();
    let mut first = 0;
    for (place, sentence) in reading.sentences.iter().enumerate() {
        let near: Vec<&Statement> = statements
            .iter()
            .map(|(_, one)| *one)
            .filter(|one| one.span.range.overlap(sentence.range) > 0)
            .collect();
        while first < told.propositions.len() && (told.propositions[first].sentence as usize) < place {
            first += 1;
        }
        let end = first
            + told.propositions[first..].iter().take_while(|one| one.sentence as usize == place).count();
        let title = sentence.block < told.n_titles;
        let carrier = if title { Carrier::Headline } else { Carrier::Assertion };
        found.extend(of_sentence(idx, sentence.range, carrier, first..end, told, &near));
    }
    found.sort_by_key(|unit| (unit.span, unit.carrier));
    found
}

fn of_statement(
    report: ReportIdx,
    place: StatementIdx,
    one: &Statement,
    told: &Told,
    statements: &[(StatementIdx, &Statement)],
) -> Unit {
    let size = |one: &Statement| one.content.iter().map(|part| part.len()).sum::<usize>();
    let said = |one: &Statement, range: ByteRange| one.content.iter().any(|part| part.contains(range));
    // What is said inside something said is the inner speaker's.
    let nested: Vec<&Statement> = statements
        .iter()
        .map(|(_, other)| *other)
        .filter(|other| size(other) < size(one) && other.content.iter().all(|part| said(one, *part)))
        .collect();
    let own = |range: ByteRange| {
        let saying = |other: &&Statement| other.cue.is_some_and(|cue| cue.overlap(range) > 0);
        said(one, range) && !nested.iter().any(|other| said(other, range) && !saying(other))
    };
    let all: Vec<u32> = inside(told, &own);
    let start = one.content.first().map_or(0, |part| part.start);
    let end = one.content.last().map_or(start, |part| part.end);
    let carrier = Carrier::Statement(place);
    Unit { report, carrier, span: ByteRange { start, end }, heads: heads(told, &all), all }
}

/// The propositions whose predicates lie where a test says.
fn inside(told: &Told, test: &dyn Fn(ByteRange) -> bool) -> Vec<u32> {
    let numbered = told.propositions.iter().enumerate();
    numbered.filter(|(_, one)| test(one.predicate)).map(|(place, _)| place as u32).collect()
}

/// Of some propositions those that hang on none of them, or are joined to such a one by "and"; verbs before nouns.
fn heads(told: &Told, all: &[u32]) -> Vec<u32> {
    let one = |place: u32| &told.propositions[place as usize];
    let mut heads: Vec<u32> = Vec::new();
    for place in all {
        let above = one(*place).above.filter(|above| all.contains(above));
        if above.is_none_or(|above| one(*place).is_joined && heads.contains(&above)) {
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
    own: std::ops::Range<usize>,
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
