//! Which tokens can be one noun phrase, by closed word classes alone.

use super::clause::{Clause, Kind};
use super::cue::{Form, Manner};
use super::lexicon::{
    ADVERB, AUXILIARY, BODY, CLAIM, CLAUSE_OPENER, DEFINITE, DOCUMENT, ENVOY, GROUP, INDEFINITE, INSTITUTION,
    JOINER, KIN, OCCASION, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, ROLE, SUBJECT_PRONOUN, TIME, TITLE,
};
use super::speaker::is_demonym;
use std::ops::Range;

/// Longest core of a source, in tokens; beyond it the words are hardly one noun phrase.
const LONGEST_CORE: usize = 16;

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
pub(super) fn trails_off(clause: &Clause, core: &Range<usize>) -> bool {
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
        return clause.is_any(
            at,
            &[
                "of", "for", "at", "in", "from", "with", "on", "near", "inside", "within", "outside",
                "across", "around", "behind",
            ],
        ) || clause.is_any(at, &["to"]) && clause.has(at - 1, ENVOY | DOCUMENT);
    }
    let saying = clause.cue(at).is_some_and(|cue| match cue.form {
        Form::Past => !clause.is_capital(at) || cue.manner == Manner::Say,
        Form::Third => cue.manner == Manner::Say,
        Form::Base | Form::Continuous => false,
    });
    !saying
}

/// Where the core of a noun phrase that begins at `from` ends.
pub(super) fn core_end(clause: &Clause, from: usize) -> usize {
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

pub(super) fn closing_bracket(clause: &Clause, open: usize, limit: usize) -> Option<usize> {
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

pub(super) fn is_ly(clause: &Clause, at: usize) -> bool {
    clause.is_word(at) && !clause.is_capital(at) && clause.word(at).ends_with("ly")
}
