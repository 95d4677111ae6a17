//! Noun phrases beside a word of saying: how far they reach.

use super::clause::{Clause, Kind};
use super::cue::{Form, Manner};
use super::lexicon::{
    ADVERB, AUXILIARY, BODY, CLAIM, CLAUSE_OPENER, DEFINITE, DOCUMENT, ENVOY, GROUP, INDEFINITE, INSTITUTION,
    JOINER, KIN, OCCASION, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, ROLE, SUBJECT_PRONOUN, TIME, TITLE,
};
use super::speaker::{is_demonym, name_in};
use std::ops::Range;

/// The words that say who speaks, by their tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// All of them, with what stands in apposition.
    pub tokens: Range<usize>,
    /// Those that name somebody; none where they stand for a name that must be found elsewhere.
    pub name: Option<Range<usize>>,
}

/// Longest core of a source, in tokens; beyond it the words are hardly one noun phrase.
const LONGEST_CORE: usize = 16;

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
        .iter()
        .skip(1)
        .all(|part| is_apposition(clause, part, nameless))
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

fn is_ly(clause: &Clause, at: usize) -> bool {
    clause.is_word(at) && !clause.is_capital(at) && clause.word(at).ends_with("ly")
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
        if !fits || !is_apposition(clause, &segments[head], nameless) {
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

/// An age, or a relative clause: may stand between a name and its apposition.
fn is_aside(clause: &Clause, segment: &Range<usize>) -> bool {
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
fn is_apposition(clause: &Clause, segment: &Range<usize>, nameless: bool) -> bool {
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
fn is_pure_name(clause: &Clause, segment: &Range<usize>) -> bool {
    !segment.is_empty()
        && segment.len() <= 6
        && segment.clone().all(|at| {
            (clause.is_capital(at) || clause.has(at, super::lexicon::PARTICLE))
                && !clause.has(at, TIME | DEFINITE | PRONOUN)
        })
        && clause.is_capital(segment.end - 1)
}

fn named_in_apposition(clause: &Clause, core: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
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

fn first_segment(clause: &Clause, range: &Range<usize>) -> Range<usize> {
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

/// Whether the tokens have the shape of one noun phrase: no verb that a closed class betrays, no determiner
/// where none can stand, nothing but words.
pub(super) fn is_core(clause: &Clause, core: &Range<usize>) -> bool {
    if core.is_empty() || core.len() > LONGEST_CORE {
        return false;
    }
    let first = core.start;
    let number = clause.word(first).bytes().all(|byte| byte.is_ascii_digit());
    if !clause.is_word(first) || number && core.len() == 1 {
        return false;
    }
    if clause.has(first, PRONOUN) && !clause.has(first, DEFINITE | INDEFINITE) {
        return core.len() == 1 || clause.is_any(first + 1, &["of"]);
    }
    let opens_otherwise = PREPOSITION | AUXILIARY | JOINER | CLAUSE_OPENER | ADVERB;
    if clause.has(first, opens_otherwise) && !clause.has(first, DEFINITE | INDEFINITE | ROLE)
        || clause.has(first, TIME) && core.len() == 1
        || is_participle(clause, first)
    {
        return false;
    }
    if core.len() == 1 && clause.has(first, DEFINITE | POSSESSIVE) {
        return clause.is_any(first, &["this", "that", "these", "those"]);
    }
    let possessor = clause.word(core.end - 1).trim_end_matches('s');
    let owns = core.len() <= 3 && possessor.ends_with(['\'', '\u{2019}']);
    let last = core.end - 1;
    let cut_off = clause.has(last, JOINER | PREPOSITION) && !clause.is_capital(last);
    !owns && !cut_off && core.clone().skip(1).all(|at| may_follow(clause, first, at))
}

/// "Orlo began", "a speech Orlo gave": small words behind a name are a verb unless the last is a noun of sources.
fn trails_off(clause: &Clause, core: &Range<usize>) -> bool {
    let last = core.end - 1;
    let nouns = ROLE | GROUP | BODY | INSTITUTION | DOCUMENT | KIN | CLAIM | PRONOUN | TIME | OCCASION;
    if clause.is_capital(last) || clause.has(last, nouns) {
        return false;
    }
    let mut at = last;
    while at > core.start && !clause.is_capital(at) {
        if clause.has(at, PREPOSITION) {
            return false;
        }
        at -= 1;
    }
    let owner = clause.word(at).ends_with("'s") || clause.word(at).ends_with("\u{2019}s");
    let name = clause.is_capital(at) && !owner && (at > core.start || at > 0) && !is_demonym(clause.word(at));
    at < last && name || core.len() > 1 && clause.word(last).ends_with("ed")
}

fn is_participle(clause: &Clause, at: usize) -> bool {
    clause.cue(at).is_some_and(|cue| cue.form == Form::Continuous)
        || clause.word(at).ends_with("ing") && !clause.is_capital(at)
}

/// Whether a token may stand inside a noun phrase behind the one before it.
fn may_follow(clause: &Clause, first: usize, at: usize) -> bool {
    if !clause.is_word(at) {
        return false;
    }
    let after_preposition = clause.has(at - 1, PREPOSITION);
    let after_joiner = clause.has(at - 1, JOINER);
    if clause.has(at, DEFINITE | POSSESSIVE | SUBJECT_PRONOUN | RELATIVE)
        || clause.has(at, INDEFINITE) && clause.is_any(at, &["a", "an", "another"])
    {
        return after_preposition || after_joiner;
    }
    if clause.has(at, AUXILIARY | CLAUSE_OPENER) && !clause.is_capital(at) {
        return false;
    }
    if clause.has(at, ADVERB) && !clause.is_capital(at) {
        return at == first + 1 && clause.is_any(at, &["also", "all", "then"]);
    }
    if clause.has(at, PREPOSITION) && !clause.is_capital(at) {
        return clause.is_any(at, &["of", "for", "at", "in", "from", "with", "on", "near", "inside"])
            || clause.is_any(at, &["to"]) && clause.has(at - 1, ENVOY);
    }
    let saying = clause.cue(at).is_some_and(|cue| match cue.form {
        Form::Past => !clause.is_capital(at) || cue.manner == Manner::Say,
        Form::Third => cue.manner == Manner::Say,
        Form::Base | Form::Continuous => false,
    });
    !saying
}

/// Where the core of a noun phrase that begins at `from` ends.
fn core_end(clause: &Clause, from: usize) -> usize {
    let limit = (from + LONGEST_CORE).min(clause.len());
    let mut at = from;
    while at < limit {
        if clause.is(at, Kind::OpenBracket) {
            match closing_bracket(clause, at, limit) {
                Some(close) => at = close + 1,
                None => break,
            }
            continue;
        }
        let goes_on = clause.is_word(at)
            && !(clause.has(at, TIME) && !clause.has(at, ROLE | INDEFINITE) && at > from)
            && (at == from || extends(clause, from, at));
        if !goes_on {
            break;
        }
        at += 1;
    }
    while at > from + 1 && clause.has(at - 1, PREPOSITION | JOINER | DEFINITE) {
        at -= 1;
    }
    at
}

fn closing_bracket(clause: &Clause, open: usize, limit: usize) -> Option<usize> {
    (open + 1..limit).find(|at| clause.is(*at, Kind::CloseBracket))
}

/// Whether the noun phrase that began at `first` goes on with the token `at`.
fn extends(clause: &Clause, first: usize, at: usize) -> bool {
    if !may_follow(clause, first, at) || is_ly(clause, at) {
        return false;
    }
    let pronoun = clause.has(first, SUBJECT_PRONOUN);
    if pronoun || is_participle(clause, at) {
        return false;
    }
    if clause.has(at, JOINER) {
        return clause.is_capital(at + 1) && clause.is_capital(at - 1)
            || clause.has(at + 1, GROUP) && !clause.is_capital(at - 1);
    }
    if clause.has(at, PREPOSITION) && !clause.is_capital(at) {
        return attaches(clause, at);
    }
    true
}

/// Whether what a preposition opens belongs to the noun before it ("head of the agency"), not to the verb
/// ("said Orlo in a statement").
fn attaches(clause: &Clause, at: usize) -> bool {
    if clause.is_any(at, &["of"]) {
        return true;
    }
    let occasion = (at + 1..at + 6)
        .take_while(|next| clause.is_word(*next))
        .any(|next| clause.has(next, OCCASION | TIME));
    let common =
        !clause.is_capital(at - 1) || clause.has(at - 1, ROLE | GROUP | BODY) && !clause.has(at - 1, TITLE);
    common && !occasion && !clause.is_any(at, &["on", "with", "inside"])
}

/// Where the words behind a comma end: at the next comma or other mark, or before an occasion.
fn apposition_end(clause: &Clause, from: usize) -> usize {
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
