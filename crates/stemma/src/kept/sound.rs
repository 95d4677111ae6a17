//! Could findings be those of a text? A hash says that nobody's disk changed them; it does not say who wrote them.
//!
//! Whatever later stages rely on without asking is asked here: ranges lie in the text, between characters; places in
//! lists are places of those lists, and no chain of them is a circle.

use crate::claim::{Proposition, SlotKind, Told};
use crate::model::{ByteRange, Report, Statement};
use crate::place::PlaceName;
use crate::statement::{Anaphor, Attributed, Named, Reference};
use crate::story::Features;
use crate::text::Reading;

fn lies_in(text: &str, range: ByteRange) -> bool {
    range.start <= range.end && text.get(range.as_usize()).is_some()
}

fn lie_in<'a>(text: &str, ranges: impl IntoIterator<Item = &'a ByteRange>) -> bool {
    ranges.into_iter().all(|range| lies_in(text, *range))
}

/// Statements of one report, in the order of the text, none of which has a speaker yet.
pub(super) fn statements(all: &[Attributed], text: &str) -> bool {
    let place = |one: &Attributed| (one.statement.content.first().copied(), one.statement.span.range);
    all.is_sorted_by_key(place)
        && all.iter().all(|one| {
            statement(&one.statement, text)
                && reference(&one.reference, text)
                && one.if_whole.is_none_or(|whole| named(whole, text))
        })
}

fn statement(one: &Statement, text: &str) -> bool {
    let words = [one.cue, one.source, one.uttered];
    let relays = one.relays.iter().flat_map(|relay| relay.source.iter().chain([&relay.cue]));
    one.speaker.is_none()
        && one.span.report.0 == 0
        && lies_in(text, one.span.range)
        && !one.content.is_empty()
        && lie_in(text, &one.content)
        && lie_in(text, words.iter().flatten())
        && lie_in(text, relays)
}

fn reference(one: &Reference, text: &str) -> bool {
    match one {
        Reference::Nobody | Reference::Anaphor(Anaphor::Pronoun(_)) => true,
        Reference::Named(one) => named(*one, text),
        Reference::Anaphor(Anaphor::Role(range) | Anaphor::Body(range)) => lies_in(text, *range),
    }
}

fn named(one: Named, text: &str) -> bool {
    lies_in(text, one.name)
}

/// What a report tells: propositions sentence by sentence, each with its values.
pub(super) fn told(told: &Told, report: &Report, reading: &Reading) -> bool {
    let n_sentences = reading.sentences.len();
    let all = &told.propositions;
    told.n_titles as usize <= report.layout.titles.len()
        && told.slots.len() == all.len()
        && all.is_sorted_by_key(|one| one.sentence)
        && all.iter().all(|one| (one.sentence as usize) < n_sentences && proposition(one, &report.text))
        && (0..all.len()).all(|place| ends(all, place))
        && all.iter().zip(&told.slots).all(|(one, slots)| {
            slots.iter().all(|slot| {
                let counted = match &slot.kind {
                    SlotKind::Number(number) => number.counted,
                    SlotKind::Time(_) => None,
                };
                lies_in(&report.text, slot.range)
                    && counted.is_none_or(|counted| (counted as usize) < one.participants.len())
            })
        })
}

fn proposition(one: &Proposition, text: &str) -> bool {
    let words = [one.negation, one.hedge];
    lies_in(text, one.predicate)
        && lies_in(text, one.span)
        && lies_in(text, ByteRange { start: one.span.start, end: one.before_joined.max(one.span.start) })
        && lie_in(text, words.iter().flatten())
        && one.participants.iter().all(|one| lies_in(text, one.range) && lies_in(text, one.head))
}

/// Whether what a proposition hangs on, and what that hangs on, comes to an end, inside its sentence.
fn ends(all: &[Proposition], place: usize) -> bool {
    let mut at = place;
    for _ in 0..=all.len() {
        let Some(above) = all[at].above else { return true };
        match all.get(above as usize) {
            Some(next) if next.sentence == all[at].sentence => at = above as usize,
            _ => return false,
        }
    }
    false
}

/// Words of blocks that are there.
pub(super) fn features(features: &Features, report: &Report) -> bool {
    let n_blocks = report.layout.titles.len() + report.layout.paragraphs.len();
    features.lie_in(&report.text, n_blocks)
}

/// Names of places in the order of the text.
pub(super) fn places(places: &[PlaceName], text: &str) -> bool {
    places.is_sorted_by_key(|one| one.range.start) && places.iter().all(|one| lies_in(text, one.range))
}
