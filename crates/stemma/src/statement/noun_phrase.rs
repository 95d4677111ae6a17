//! Noun phrases beside a word of saying: where a source begins and ends.

use super::apposition::{
    apposition_end, goes_on_as_place, is_apposition, is_aside, is_pure_name, named_in_apposition,
};
use super::clause::{Clause, Kind};
use super::lexicon::{
    ADVERB, AUXILIARY, CLAUSE_OPENER, DEFINITE, INDEFINITE, JOINER, OCCASION, PREPOSITION, PRONOUN, RELATIVE,
    SUBJECT_PRONOUN, TIME,
};
use super::shape::{closing_bracket, core_end, is_core, is_ly, trails_off};
use super::speaker::name_in;
use std::ops::Range;

/// The words that say who speaks, by their tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// All of them, with what stands in apposition.
    pub tokens: Range<usize>,
    /// Those that name somebody; none where they stand for a name that must be found elsewhere.
    pub name: Option<Range<usize>>,
}

/// Longest way from a verb back to the beginning of its subject, in tokens.
const LONGEST_SUBJECT: usize = 40;

/// Reads all of `range` as one noun phrase, perhaps with appositions behind commas.
pub(super) fn read(clause: &Clause, range: Range<usize>) -> Option<Source> {
    let range = without_outer_marks(clause, range);
    let core = first_segment(clause, &range);
    if !is_core(clause, &core) || trails_off(clause, &core) || goes_on_behind_bracket(clause, &core, &range) {
        return None;
    }
    let name = name_in(clause, &core).or_else(|| named_in_apposition(clause, &core, &range));
    Some(Source { tokens: range, name })
}

/// Words right behind a bracket: the bracket closed the noun phrase, and a verb follows.
fn goes_on_behind_bracket(clause: &Clause, core: &Range<usize>, range: &Range<usize>) -> bool {
    clause.is(core.end, Kind::OpenBracket)
        && closing_bracket(clause, core.end, range.end)
            .is_none_or(|close| close + 1 < range.end && clause.is_word(close + 1))
}

/// Reads all of `range` as one noun phrase; every part behind a comma must be an apposition.
pub(super) fn read_whole(clause: &Clause, range: Range<usize>) -> Option<Source> {
    let range = without_outer_marks(clause, range);
    let parts = segments(clause, range.start, range.end);
    let core = first_segment(clause, &range);
    let nameless = is_core(clause, &core) && name_in(clause, &core).is_none();
    parts
        .windows(2)
        .all(|pair| is_apposition(clause, &pair[1], nameless) || goes_on_as_place(clause, &pair[0], &pair[1]))
        .then(|| read(clause, range))
        .flatten()
}

/// The noun phrase that begins at a token, as far as it reaches.
///
/// `appositions`: whether a comma may be followed by more of it ("Ali Orlo, a baker").
pub(super) fn read_forward(clause: &Clause, from: usize, appositions: bool) -> Option<Source> {
    let mut end = core_end(clause, from);
    if end == from {
        return None;
    }
    let core = from..end;
    let nameless = name_in(clause, &core).is_none();
    while clause.is(end, Kind::Comma) {
        let segment = end + 1..apposition_end(clause, end + 1);
        let fits = if appositions {
            is_apposition(clause, &segment, nameless)
        } else {
            nameless && is_pure_name(clause, &segment) && clause.is(segment.end, Kind::Comma)
        };
        if !fits {
            break;
        }
        end = segment.end;
    }
    read(clause, from..end)
}

/// The subject of the verb at `verb`, not before the token `floor`.
pub(super) fn subject_before(clause: &Clause, floor: usize, verb: usize) -> Option<Source> {
    let end = before_verb_group(clause, floor, verb);
    let low = lowest(clause, floor, end);
    if end <= low {
        return None;
    }
    if clause.is(end - 1, Kind::Comma) {
        return subject_with_apposition(clause, low, end - 1);
    }
    let start = (low..end).rev().find(|at| clause.is(*at, Kind::Comma)).map_or(low, |at| at + 1);
    plain_subject(clause, start, end)
}

/// Where the words that belong to the verb begin: auxiliaries, adverbs, times.
pub(super) fn before_verb_group(clause: &Clause, floor: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > floor {
        let last = at - 1;
        let plain = clause.is_word(last) && !clause.has(last, PRONOUN | PREPOSITION | DEFINITE);
        let adverb = clause.has(last, ADVERB) || is_ly(clause, last);
        let subject_like = clause.has(last, SUBJECT_PRONOUN);
        if subject_like || !(clause.has(last, AUXILIARY | TIME) || (plain && adverb)) {
            break;
        }
        let on_day = clause.has(last, TIME) && last > floor && clause.is_any(last - 1, &["on"]);
        at = if on_day { last - 1 } else { last };
    }
    at
}

/// How far back a subject may reach.
fn lowest(clause: &Clause, floor: usize, end: usize) -> usize {
    let limit = floor.max(end.saturating_sub(LONGEST_SUBJECT));
    (limit..end)
        .rev()
        .find(|at| {
            matches!(
                clause.kind(*at),
                Some(Kind::Quotation(_) | Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash)
            )
        })
        .map_or(limit, |at| at + 1)
}

/// A subject without commas inside, which ends before the verb and begins somewhere in `start..end`.
fn plain_subject(clause: &Clause, start: usize, end: usize) -> Option<Source> {
    let begin = skip_openers(clause, start, end);
    if let Some(source) = read(clause, begin..end) {
        return Some(source);
    }
    let joint = (begin..end)
        .rev()
        .find(|at| clause.has(*at, CLAUSE_OPENER | TIME | JOINER) || clause.is_any(*at, &["that"]));
    if let Some(joint) = joint {
        let behind = skip_openers(clause, joint + 1, end);
        if let Some(source) = read(clause, behind..end)
            && (!clause.has(joint, JOINER) || starts_like_subject(clause, behind))
        {
            return Some(source);
        }
    }
    let last = end - 1;
    (clause.has(last, SUBJECT_PRONOUN) || clause.has(last, RELATIVE))
        .then_some(Source { tokens: last..end, name: None })
}

/// Behind "and", only what clearly begins a clause of its own is a subject.
fn starts_like_subject(clause: &Clause, at: usize) -> bool {
    clause.has(at, SUBJECT_PRONOUN)
}

fn skip_openers(clause: &Clause, start: usize, end: usize) -> usize {
    (start..end)
        .find(|at| {
            let opener = clause.has(*at, JOINER | CLAUSE_OPENER | ADVERB) || is_ly(clause, *at);
            !opener || clause.has(*at, INDEFINITE | DEFINITE | PRONOUN) && !clause.is_any(*at, &["that"])
        })
        .unwrap_or(end)
}

/// A subject with a comma before the verb: "Ali Orlo, a baker, said".
fn subject_with_apposition(clause: &Clause, low: usize, end: usize) -> Option<Source> {
    let segments = segments(clause, low, end);
    let mut head = segments.len() - 1;
    while head > 0 && !segments[head].is_empty() {
        let start = skip_openers(clause, segments[head - 1].start, segments[head - 1].end);
        let before = start..segments[head - 1].end;
        let aside = is_aside(clause, &before) && head > 1;
        let nameless = is_core(clause, &before) && name_in(clause, &before).is_none();
        let fits = aside || is_core(clause, &before);
        let more = is_apposition(clause, &segments[head], nameless)
            || goes_on_as_place(clause, &before, &segments[head]);
        if !fits || !more {
            break;
        }
        head -= 1;
    }
    let start = skip_openers(clause, segments[head].start, segments[head].end);
    let mut source = read(clause, start..end)?;
    let names = segments[head..].iter().filter(|segment| is_pure_name(clause, segment)).count();
    let lonely = head > 0 && head + 1 == segments.len() && is_pure_name(clause, &segments[head]);
    if names > 1 || lonely || after_place(clause, &segments, head) {
        source.name = None;
    }
    Some(source)
}

/// "In the capital, Tarvo, the mayor said": a single capitalised word behind a place may be that place.
fn after_place(clause: &Clause, segments: &[Range<usize>], head: usize) -> bool {
    let Some(before) = head.checked_sub(1).map(|at| &segments[at]) else {
        return false;
    };
    let place =
        clause.has(before.start, PREPOSITION) && !before.clone().any(|at| clause.has(at, TIME | OCCASION));
    place && segments[head].len() == 1 && head + 1 < segments.len()
}

fn segments(clause: &Clause, low: usize, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = low;
    for at in low..end {
        if clause.is(at, Kind::Comma) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..end);
    found
}

pub(super) fn first_segment(clause: &Clause, range: &Range<usize>) -> Range<usize> {
    let end = range
        .clone()
        .find(|at| matches!(clause.kind(*at), Some(Kind::Comma | Kind::OpenBracket)))
        .unwrap_or(range.end);
    range.start..end
}

fn without_outer_marks(clause: &Clause, range: Range<usize>) -> Range<usize> {
    let is_mark = |at: usize| {
        !matches!(
            clause.kind(at),
            Some(Kind::Word | Kind::Quotation(_) | Kind::CloseBracket | Kind::OpenBracket)
        )
    };
    let mut end = range.end;
    while end > range.start && is_mark(end - 1) {
        end -= 1;
    }
    let mut start = range.start;
    while start < end && is_mark(start) {
        start += 1;
    }
    start..end
}
