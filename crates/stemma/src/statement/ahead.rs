//! Reporting clauses that stand before the words said: "Orlo said that", "adding", "was described by".

use super::attribution::{Attribution, LONGEST_SUBJECT, according, before_cue, behind_addressee, inverted};
use super::clause::{Clause, Kind};
use super::cue::{Cue, Form, Manner};
use super::lexicon::{CLAUSE_OPENER, DEFINITE, DOCUMENT, INDEFINITE, JOINER, RELATIVE};
use super::noun_phrase::{Source, before_verb_group, read_forward, read_whole, subject_before};
use super::verb::{cue_tokens, is_passive, is_progressive, verb};
use std::ops::Range;

/// The nearest reporting clause before the token `before`, not before `floor`, whose words said lie behind it.
pub(super) fn ahead(clause: &Clause, floor: usize, before: usize) -> Option<Attribution> {
    let low = floor.max(before.saturating_sub(2 * LONGEST_SUBJECT));
    for at in (low..before).rev() {
        if matches!(clause.kind(at), Some(Kind::Semicolon | Kind::Stop)) {
            return None;
        }
        if let Some(found) = according(clause, at, false)
            && clause.is(found.end, Kind::Comma)
            && (at == floor || clause.has(at - 1, CLAUSE_OPENER | JOINER))
        {
            return Some(found);
        }
        let Some(found) = verb(clause, at) else {
            continue;
        };
        if matches!(found.manner, Manner::Deny | Manner::Reject) {
            return None;
        }
        if let Some(attribution) = ahead_at(clause, floor, at, found)
            && governs(clause, &attribution, before)
        {
            return Some(attribution);
        }
    }
    None
}

/// The reporting clause of the verb at `at`, whose words said follow.
pub(super) fn ahead_at(clause: &Clause, floor: usize, at: usize, found: Cue) -> Option<Attribution> {
    let cue = cue_tokens(clause, floor, at);
    let end = behind_addressee(clause, found.manner, cue.end);
    let attribution = |source: Option<Source>, hanging: bool| {
        Some(Attribution { manner: found.manner, cue: cue.clone(), source, end, hanging })
    };
    if found.form == Form::Continuous && !is_progressive(clause, at) {
        return hanging(clause, floor, at, &cue, found, end);
    }
    if is_passive(clause, at) {
        return passive(clause, at, &cue, found);
    }
    if found.manner == Manner::Quote {
        return None;
    }
    if let Some(source) = subject_before(clause, floor, cue.start) {
        return attribution(Some(source), false);
    }
    let subject_end = before_cue(clause, floor, at);
    if subject_end == floor {
        return inverted(clause, at);
    }
    let shares = clause.has(subject_end - 1, JOINER) || clause.is_any(subject_end - 1, &["but", "then"]);
    if shares {
        return attribution(inherited(clause, 0, subject_end - 1), false);
    }
    (found.manner == Manner::Say && found.form != Form::Base).then(|| attribution(None, false)).flatten()
}

/// "adding", "saying": hangs on the verb before it, or on a thing that says ("a statement saying").
fn hanging(
    clause: &Clause,
    floor: usize,
    at: usize,
    cue: &Range<usize>,
    found: Cue,
    end: usize,
) -> Option<Attribution> {
    let before = before_verb_group(clause, floor, at);
    let last = before.checked_sub(1).filter(|last| *last >= floor);
    let make = |source: Option<Source>| {
        Some(Attribution { manner: found.manner, cue: cue.clone(), source, end, hanging: true })
    };
    let Some(last) = last else {
        return make(None);
    };
    if clause.is_any(last, &["as"]) {
        return quoting(clause, floor, at, end);
    }
    if clause.has(last, DOCUMENT) {
        let start = (floor.max(last.saturating_sub(3))..last)
            .rev()
            .find(|at| clause.has(*at, DEFINITE | INDEFINITE))
            .unwrap_or(last);
        return make(Some(Source { tokens: start..last + 1, name: None }));
    }
    let joined = matches!(clause.kind(last), Some(Kind::Comma | Kind::Quotation(_) | Kind::Dash))
        || clause.has(last, JOINER)
        || clause.is_any(last, &["but", "before", "while"]);
    if joined {
        return make(inherited(clause, 0, last));
    }
    None
}

/// "quoted an official as saying", "was quoted as saying": the verb of quoting stands before.
fn quoting(clause: &Clause, floor: usize, at: usize, end: usize) -> Option<Attribution> {
    let low = floor.max(at.saturating_sub(20));
    let quote = (low..at).rev().find(|before| {
        clause.cue(*before).is_some_and(|cue| cue.manner == Manner::Quote && cue.form != Form::Base)
    })?;
    if is_passive(clause, quote) {
        let source = subject_before(clause, floor, cue_tokens(clause, floor, quote).start);
        return Some(Attribution {
            manner: Manner::Say,
            cue: cue_tokens(clause, floor, quote).start..at + 1,
            source,
            end,
            hanging: false,
        });
    }
    let source = read_whole(clause, quote + 1..at - 1);
    Some(Attribution { manner: Manner::Say, cue: at - 1..at + 1, source, end, hanging: false })
}

/// "was described by Orlo as": the source follows "by".
fn passive(clause: &Clause, at: usize, cue: &Range<usize>, found: Cue) -> Option<Attribution> {
    let source =
        if clause.is_any(cue.end, &["by"]) { Some(read_forward(clause, cue.end + 1, false)?) } else { None };
    let impersonal = found.manner == Manner::Say && cue.start > 0 && clause.is_any(cue.start - 1, &["it"]);
    if source.is_none() && !impersonal || clause.cue(at).is_none() || found.manner == Manner::Tell {
        return None;
    }
    let end = source.as_ref().map_or(cue.end, |source| source.tokens.end);
    if clause.is_any(end, &["to"]) {
        return None;
    }
    Some(Attribution { manner: found.manner, cue: cue.clone(), source, end, hanging: false })
}

/// The source of the nearest verb of saying before `before`.
pub(super) fn inherited(clause: &Clause, floor: usize, before: usize) -> Option<Source> {
    let low = floor.max(before.saturating_sub(2 * LONGEST_SUBJECT));
    for at in (low..before).rev() {
        if matches!(clause.kind(at), Some(Kind::Semicolon | Kind::Stop)) {
            return None;
        }
        let Some(found) = verb(clause, at) else {
            continue;
        };
        if found.form == Form::Continuous || is_passive(clause, at) || found.manner == Manner::Quote {
            continue;
        }
        let stands_behind =
            at > floor && matches!(clause.kind(at - 1), Some(Kind::Comma | Kind::Quotation(_)));
        let source = if stands_behind {
            inverted(clause, at).and_then(|found| found.source).or_else(|| subject_before(clause, floor, at))
        } else {
            subject_before(clause, floor, cue_tokens(clause, floor, at).start)
        };
        if source.is_some() {
            return source;
        }
    }
    None
}

/// Whether the words said reach to `before`: what a relative clause says ends with its comma.
fn governs(clause: &Clause, found: &Attribution, before: usize) -> bool {
    let commas = (found.end..before).filter(|at| clause.is(*at, Kind::Comma)).count();
    let direct = before == found.end || before == found.end + 1 && !clause.is_word(found.end);
    let relative = found
        .source
        .as_ref()
        .is_some_and(|source| source.tokens.len() == 1 && clause.has(source.tokens.start, RELATIVE));
    if relative && commas > 0 && !direct {
        return false;
    }
    if found.source.is_none() && !direct {
        let joined = clause.is_any(found.cue.end, &["that"]);
        return joined && !found.hanging;
    }
    true
}
