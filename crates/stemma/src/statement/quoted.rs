//! Quotations into statements: which words around them belong to what was said, and who said it.

use super::ahead::ahead;
use super::attribution::{Attribution, behind, upright};
use super::clause::{Clause, Kind};
use super::cue::{Form, Manner};
use super::draft::Draft;
use super::lexicon::{ADVERB, AUXILIARY, CLAUSE_OPENER, JOINER, PREPOSITION, SUBJECT_PRONOUN, TIME};
use super::noun_phrase::{Source, read_whole};
use super::speech::{ends_like_speech, is_clause_like, is_long, is_named, is_question, is_whole_sentence};
use super::verb::verb;
use crate::model::{ByteRange, StatementKind};
use std::ops::Range;

/// How far behind a quotation the clause that reports it may begin, in tokens.
const FARTHEST: usize = 80;

/// The statements of the quotations of a clause; `taken` are tokens that
/// other statements hold already, in order.
pub(super) fn statements(clause: &Clause, taken: &[Range<usize>]) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut floor = 0;
    let mut at = 0;
    while at < clause.len() {
        let quotation = matches!(clause.kind(at), Some(Kind::Quotation(_)));
        let before = taken.partition_point(|range| range.start <= at);
        let free = before == 0 || !taken[before - 1].contains(&at);
        if !(quotation && free) {
            at += 1;
            continue;
        }
        match statement_of(clause, floor, at) {
            Some((draft, end)) => {
                found.push(draft);
                floor = end.max(at + 1);
                at = floor;
            }
            None => at += 1,
        }
    }
    found
}

/// The statement that holds the quotation at `at`, and the token behind all that belongs to it.
fn statement_of(clause: &Clause, floor: usize, at: usize) -> Option<(Draft, usize)> {
    let opens = are_marks(clause, floor..at);
    if opens
        && ends_like_speech(clause, at)
        && let Some(attribution) = behind_quotation(clause, at)
    {
        return direct_before(clause, at, &attribution);
    }
    if let Some(attribution) = ahead(clause, floor, at) {
        return reported_ahead(clause, at, &attribution);
    }
    if let Some(found) = reported_behind(clause, floor, at) {
        return Some(found);
    }
    unreported(clause, floor, at, opens)
}

/// Whether nothing but marks and quotations stands in a range. Longer ones are not looked at, so that a line of
/// nothing but quotations takes linear time.
fn are_marks(clause: &Clause, mut range: Range<usize>) -> bool {
    range.len() <= FARTHEST && range.all(|at| !clause.is_word(at))
}

/// The reporting clause right behind a quotation.
fn behind_quotation(clause: &Clause, at: usize) -> Option<Attribution> {
    let from = if matches!(clause.kind(at + 1), Some(Kind::Comma | Kind::Dash)) { at + 2 } else { at + 1 };
    behind(clause, from)
}

/// `"...," he said`, perhaps with more of the quotation behind it.
fn direct_before(clause: &Clause, at: usize, attribution: &Attribution) -> Option<(Draft, usize)> {
    let mut content = vec![clause.tokens[at].range];
    let mut end = attribution.end;
    if let Some(next) = resumed(clause, attribution.end) {
        content.push(clause.tokens[next].range);
        end = next + 1;
    }
    let question = attribution.manner == Manner::Ask && is_question(clause, at);
    (!question).then(|| (draft(clause, content, attribution, StatementKind::Direct), end))
}

/// The quotation that goes on behind a reporting clause: `"A," he said, "B."`.
fn resumed(clause: &Clause, end: usize) -> Option<usize> {
    let limit = (end + 16).min(clause.len());
    let mark = (end..limit).find(|at| !clause.is_word(*at))?;
    if (end..mark).any(|at| verb(clause, at).is_some()) {
        return None;
    }
    let next = match clause.kind(mark) {
        Some(Kind::Quotation(_)) if mark == end => mark,
        Some(Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon) => mark + 1,
        _ => return None,
    };
    matches!(clause.kind(next), Some(Kind::Quotation(_))).then_some(next)
}

/// The words said follow their reporting clause.
fn reported_ahead(clause: &Clause, at: usize, attribution: &Attribution) -> Option<(Draft, usize)> {
    let (start, retold) = content_start(clause, attribution, at);
    let start = (start..at).find(|token| clause.is_word(*token)).unwrap_or(at.max(start));
    if start > at || too_bare(clause, at, attribution) {
        return None;
    }
    if attribution.manner == Manner::Name {
        return named(clause, at, attribution);
    }
    let parted = !clause.is_word(at + 1) || ends_like_speech(clause, at);
    let whole = start == at && !retold && parted;
    if whole {
        return direct_behind(clause, at, attribution);
    }
    let end = without_time(clause, at, content_end(clause, at + 1));
    let content = vec![clause.bytes(&(start..end))];
    Some((draft(clause, content, attribution, StatementKind::Mixed), end))
}

/// `he said: "..."`, perhaps with more quotations right behind it.
fn direct_behind(clause: &Clause, at: usize, attribution: &Attribution) -> Option<(Draft, usize)> {
    let mut content = vec![clause.tokens[at].range];
    let mut end = at + 1;
    while matches!(clause.kind(end), Some(Kind::Quotation(_))) {
        content.push(clause.tokens[end].range);
        end += 1;
    }
    let question = attribution.manner == Manner::Ask && is_question(clause, at);
    (!question).then(|| (draft(clause, content, attribution, StatementKind::Direct), end))
}

/// `declared the town "completely safe"`: the object and the quotation.
fn named(clause: &Clause, at: usize, attribution: &Attribution) -> Option<(Draft, usize)> {
    let between = attribution.end..at;
    let far = between.len() > 24;
    let other =
        between.clone().any(|token| clause.has(token, SUBJECT_PRONOUN) || clause.has(token, AUXILIARY));
    if between.is_empty() || far || other {
        return None;
    }
    let mut end = at + 1;
    while clause.has(end, JOINER) && matches!(clause.kind(end + 1), Some(Kind::Quotation(_))) {
        end += 2;
    }
    let content = vec![clause.bytes(&(attribution.end..end))];
    Some((draft(clause, content, attribution, StatementKind::Mixed), end))
}

/// A short quotation needs a source; without one it may be mere distance.
fn too_bare(clause: &Clause, at: usize, attribution: &Attribution) -> bool {
    attribution.source.is_none() && !is_long(clause, at)
}

/// Where the words said begin behind a reporting clause, and whether "that" makes them retold.
fn content_start(clause: &Clause, attribution: &Attribution, at: usize) -> (usize, bool) {
    let from = attribution.end;
    if clause.is_any(from, &["that"]) {
        return (from + 1, true);
    }
    if !clause.is_word(from) {
        let behind = (from..at).find(|next| clause.is_word(*next)).unwrap_or(at);
        let mark = matches!(clause.kind(from), Some(Kind::Comma | Kind::Colon));
        return (if mark { behind } else { from }, false);
    }
    let aside = clause.has(from, PREPOSITION | TIME | ADVERB) || clause.word(from).ends_with("ly");
    if !aside {
        return (from, false);
    }
    let verb = (from..at).find(|next| clause.has(*next, AUXILIARY)).unwrap_or(at);
    if let Some(that) = (from..verb).find(|next| clause.is_any(*next, &["that"])) {
        return (that + 1, true);
    }
    if verb == at && (matches!(clause.kind(at - 1), Some(Kind::Colon | Kind::Comma))) {
        return (at, false);
    }
    (from, false)
}

/// Where a retold clause ends: at another reporting clause, a semicolon, or its full stop.
fn content_end(clause: &Clause, from: usize) -> usize {
    let limit = (from + FARTHEST).min(clause.len());
    for at in from..limit {
        match clause.kind(at) {
            Some(Kind::Stop | Kind::Semicolon) => return at,
            Some(Kind::Comma | Kind::Dash) if reports(clause, at + 1) => return at,
            Some(Kind::Quotation(_)) if reports(clause, at + 1) => return at + 1,
            Some(Kind::Word) if says_more(clause, at) => return at,
            _ => {}
        }
    }
    if limit == clause.len() { limit } else { from }
}

/// Without a time that stands between the last quotation and the end: when it was said.
fn without_time(clause: &Clause, at: usize, end: usize) -> usize {
    let last =
        (at..end).rev().find(|token| matches!(clause.kind(*token), Some(Kind::Quotation(_)))).unwrap_or(at);
    let timed = last + 1 < end
        && (last + 1..end).all(|token| clause.has(token, TIME) || clause.is_any(token, &["on"]));
    if timed { last + 1 } else { end }
}

/// Whether a reporting clause begins here.
fn reports(clause: &Clause, at: usize) -> bool {
    let hanging = verb(clause, at).is_some_and(|cue| cue.form == Form::Continuous);
    let opener = usize::from(clause.has(at, JOINER) || clause.is_any(at, &["but", "while"]));
    let joined = opener == 1 && verb(clause, at + 1).is_some_and(|cue| cue.form != Form::Base);
    hanging || joined || behind(clause, at).is_some() || upright(clause, at + opener).is_some()
}

/// "and added", "but said": another thing said.
fn says_more(clause: &Clause, at: usize) -> bool {
    (clause.has(at, JOINER) || clause.is_any(at, &["but"]))
        && verb(clause, at + 1)
            .is_some_and(|cue| cue.manner == Manner::Say && matches!(cue.form, Form::Past | Form::Third))
}

/// The quotation is part of a clause that is reported behind it: `The town was "empty", he said`.
fn reported_behind(clause: &Clause, floor: usize, at: usize) -> Option<(Draft, usize)> {
    let limit = (at + FARTHEST).min(clause.len());
    for end in at..limit {
        let from = match clause.kind(end) {
            Some(Kind::Semicolon | Kind::Stop | Kind::Colon) => return None,
            Some(Kind::Comma) => end + 1,
            Some(Kind::Quotation(_)) if ends_like_speech(clause, end) => end + 1,
            _ => continue,
        };
        let Some(attribution) = behind(clause, from) else {
            continue;
        };
        if !closes(clause, attribution.end) || too_bare(clause, at, &attribution) {
            continue;
        }
        let start = (floor..at)
            .find(|token| !matches!(clause.kind(*token), Some(Kind::Comma | Kind::Dash | Kind::OtherMark)))
            .unwrap_or(at);
        let last = if clause.is(end, Kind::Comma) { end } else { end + 1 };
        let content = vec![clause.bytes(&(start..last))];
        let kind = if start == at && last == at + 1 { StatementKind::Direct } else { StatementKind::Mixed };
        return Some((draft(clause, content, &attribution, kind), attribution.end));
    }
    None
}

/// Whether a reporting clause that ends at `end` is the last of its sentence but for asides.
fn closes(clause: &Clause, end: usize) -> bool {
    matches!(clause.kind(end), None | Some(Kind::Stop | Kind::Comma | Kind::Dash | Kind::Semicolon))
        || clause.has(end, PREPOSITION | TIME | ADVERB | CLAUSE_OPENER | JOINER)
        || clause.is_any(end, &["this", "last"])
}

/// A quotation without a verb of saying: alone, behind a colon, or amid other words.
fn unreported(clause: &Clause, floor: usize, at: usize, opens: bool) -> Option<(Draft, usize)> {
    let alone = opens && are_marks(clause, at + 1..clause.len());
    let comma = ends_like_speech(clause, at) && is_clause_like(clause, at);
    let sentence = opens && (is_whole_sentence(clause, at) || comma);
    let kind = if alone || sentence { StatementKind::Direct } else { StatementKind::Mixed };
    if let Some(found) = behind_colon(clause, floor, at) {
        return Some(found);
    }
    let speech = if kind == StatementKind::Direct {
        is_long(clause, at)
    } else {
        is_long(clause, at) && is_clause_like(clause, at) && !is_named(clause, at)
    };
    speech.then(|| {
        let plain = Draft::of(vec![clause.tokens[at].range], kind);
        (plain, at + 1)
    })
}

/// `Orlo: "..."`: the colon is the word of saying where a source stands before it and nothing else.
fn behind_colon(clause: &Clause, floor: usize, at: usize) -> Option<(Draft, usize)> {
    let colon = at.checked_sub(1).filter(|colon| *colon >= floor && clause.is(*colon, Kind::Colon))?;
    let source = (colon > floor && colon - floor <= 8)
        .then(|| read_whole(clause, floor..colon))
        .flatten()
        .filter(|source| is_plain_source(clause, source));
    if source.is_none() && !is_long(clause, at) {
        return None;
    }
    let name = source.as_ref().and_then(|source| source.name.as_ref()).map(|name| clause.bytes(name));
    let found = Draft {
        cue: Some(clause.tokens[colon].range),
        source: source.map(|source| clause.bytes(&source.tokens)),
        name,
        ..Draft::of(vec![clause.tokens[at].range], StatementKind::Direct)
    };
    Some((found, at + 1))
}

/// A headline's words before a colon look like a name when all are capitalised; only short ones without any
/// verb of saying are a source.
fn is_plain_source(clause: &Clause, source: &Source) -> bool {
    let plain =
        source.tokens.clone().all(|at| clause.cue(at).is_none() && !clause.has(at, AUXILIARY | ADVERB));
    plain && source.name.is_some() && (source.tokens.len() <= 4 || !clause.title)
}

fn draft(clause: &Clause, content: Vec<ByteRange>, attribution: &Attribution, kind: StatementKind) -> Draft {
    let source = attribution.source.as_ref();
    Draft {
        cue: Some(clause.bytes(&attribution.cue)),
        source: source.map(|source| clause.bytes(&source.tokens)),
        name: source.and_then(|source| source.name.as_ref()).map(|name| clause.bytes(name)),
        ..Draft::of(content, kind)
    }
}
