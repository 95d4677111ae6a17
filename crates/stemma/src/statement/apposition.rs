//! What stands behind a comma and says more of whom was named: appositions, ages, relative clauses.

use super::attribution::LONGEST_SUBJECT;
use super::clause::{Clause, Kind};
use super::lexicon::{
    BODY, DEFINITE, GROUP, INDEFINITE, INSTITUTION, OCCASION, PARTICLE, POSSESSIVE, PREPOSITION, PRONOUN,
    RELATIVE, ROLE, TIME,
};
use super::noun_phrase::first_segment;
use super::shape::{closing_bracket, is_core};
use super::speaker::name_in;
use std::ops::Range;

/// An age, or a relative clause: may stand between a name and its apposition.
pub(super) fn is_aside(clause: &Clause, segment: &Range<usize>) -> bool {
    is_age(clause, segment)
        || is_place_or_party(clause, segment)
        || clause.has(segment.start, RELATIVE) && segment.len() > 1
}

/// "Va.", "R-Ky.": an abbreviation between commas.
fn is_place_or_party(clause: &Clause, segment: &Range<usize>) -> bool {
    segment.len() == 1 && clause.is_capital(segment.start) && clause.word(segment.start).ends_with('.')
}

fn is_age(clause: &Clause, segment: &Range<usize>) -> bool {
    segment.len() == 1 && {
        let word = clause.word(segment.start);
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Whether the words behind a comma say more of who was named before it.
pub(super) fn is_apposition(clause: &Clause, segment: &Range<usize>, nameless: bool) -> bool {
    if segment.is_empty() {
        return false;
    }
    if is_aside(clause, segment) || clause.is_any(segment.start, &["whose"]) {
        return true;
    }
    if is_pure_name(clause, segment) {
        return nameless || segment.clone().all(|at| clause.has(at, ROLE | BODY | PREPOSITION));
    }
    let opens = clause.has(segment.start, DEFINITE | INDEFINITE | POSSESSIVE)
        && !clause.is_any(segment.start, &["that", "this"]);
    let role = segment.clone().take(6).any(|at| clause.has(at, ROLE | BODY | GROUP));
    let begins = opens || clause.has(segment.start, ROLE);
    let shape = is_core(clause, segment) || begins && has_core_before_place(clause, segment);
    shape && (opens || role)
}

/// "Ali Orlo of Tarvo, Velnia": the second name says where the place is.
pub(super) fn goes_on_as_place(clause: &Clause, before: &Range<usize>, segment: &Range<usize>) -> bool {
    let in_place = before.len() > 2
        && clause.is_capital(before.end - 1)
        && clause.is_any(before.end - 2, &["of", "from", "in", "at", "near"]);
    in_place && is_pure_name(clause, segment)
}

/// "a nurse at a hospital in Tarvo who ...": the beginning is a noun phrase, the rest says more.
fn has_core_before_place(clause: &Clause, segment: &Range<usize>) -> bool {
    let stop = segment
        .clone()
        .skip(1)
        .find(|at| clause.has(*at, PREPOSITION | RELATIVE) || clause.is_any(*at, &["that", "where"]))
        .unwrap_or(segment.end);
    is_core(clause, &(segment.start..stop))
}

/// Whether a segment is a proper name and nothing else, such as "Gen. Ali Orlo".
pub(super) fn is_pure_name(clause: &Clause, segment: &Range<usize>) -> bool {
    !segment.is_empty()
        && segment.len() <= 6
        && segment.clone().all(|at| {
            (clause.is_capital(at) || clause.has(at, PARTICLE)) && !clause.has(at, TIME | DEFINITE | PRONOUN)
        })
        && clause.is_capital(segment.end - 1)
}

pub(super) fn named_in_apposition(
    clause: &Clause,
    core: &Range<usize>,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let describes = core.clone().any(|at| clause.has(at, ROLE | BODY | GROUP | INSTITUTION));
    let own =
        core.clone().any(|at| clause.has(at, POSSESSIVE | PRONOUN) && !clause.has(at, INDEFINITE | DEFINITE));
    if !describes || own || core.end + 1 >= range.end {
        return None;
    }
    let segment = first_segment(clause, &(core.end + 1..range.end));
    if !is_pure_name(clause, &segment) {
        return None;
    }
    name_in(clause, &segment)
}

/// Where the words behind a comma end: at the next comma or other mark, or before an occasion.
pub(super) fn apposition_end(clause: &Clause, from: usize) -> usize {
    let limit = (from + LONGEST_SUBJECT).min(clause.len());
    let mut at = from;
    while at < limit {
        let word = clause.is_word(at) || clause.is(at, Kind::OtherMark);
        if clause.is(at, Kind::OpenBracket) {
            match closing_bracket(clause, at, limit) {
                Some(close) => at = close + 1,
                None => break,
            }
            continue;
        }
        let occasion = at > from
            && clause.has(at, PREPOSITION)
            && (at + 1..at + 4)
                .take_while(|next| clause.is_word(*next))
                .any(|next| clause.has(next, TIME) || clause.has(next, OCCASION) && next == at + 2);
        if !word || occasion && !clause.is_any(at, &["of", "for"]) {
            break;
        }
        at += 1;
    }
    at
}
