//! Reporting clauses: a verb of saying with its source, before, behind or inside the words said.

use super::clause::{Clause, Kind};
use super::cue::{Cue, Form, Manner};
use super::lexicon::{
    ADVERB, AUXILIARY, BE, BODY, CLAUSE_OPENER, DEFINITE, DOCUMENT, GROUP, INDEFINITE, INSTITUTION, JOINER,
    NEGATION, OCCASION, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, ROLE, SUBJECT_PRONOUN, TIME,
};
use super::noun_phrase::{Source, before_verb_group, read_forward, read_whole, subject_before};
use std::ops::Range;

/// Longest reporting clause before its verb, in tokens.
const LONGEST_SUBJECT: usize = 40;

/// A reporting clause, by its tokens.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub manner: Manner,
    /// The word or words of saying.
    pub cue: Range<usize>,
    pub source: Option<Source>,
    /// Behind the verb, its source where that follows, and whoever is addressed.
    pub end: usize,
    /// "adding", "saying": hangs on another verb and shares its source.
    pub hanging: bool,
}

/// A verb of saying that does say something here: not a noun, not negated, not merely possible.
pub(super) fn verb(clause: &Clause, at: usize) -> Option<Cue> {
    let found = clause.cue(at)?;
    let before = at.checked_sub(1);
    let part_of_name = clause.is_capital(at) && at > 0 && !clause.title;
    if part_of_name || found.form == Form::Base && before.is_some_and(|before| !takes_base(clause, before)) {
        return None;
    }
    if let Some(before) = before {
        let noun = clause.has(before, POSSESSIVE)
            || is_possessor(clause, before)
            || clause.word(before).ends_with("ing")
                && !clause.is_capital(before)
                && !clause.has(before, ADVERB)
            || clause.is_any(before, &["united"])
            || clause.has(before, DEFINITE) && !clause.is_any(before, &["that", "this"])
            || clause.is_any(before, &["a", "an"])
            || clause.is_any(before, &["of", "by", "for", "in", "with", "on", "from", "against", "so"]);
        if noun && found.form != Form::Continuous {
            return None;
        }
        if is_negated_or_modal(clause, before) {
            return None;
        }
        if found.form == Form::Base && clause.is_any(before, &["to"]) && !goes_on(clause, before) {
            return None;
        }
    }
    let is_read = clause.is_any(at, &["read", "reads"]);
    let noun_like = found.manner == Manner::Unsure && matches!(found.form, Form::Base | Form::Third);
    let after_noun = before.is_some_and(|before| {
        let subject = SUBJECT_PRONOUN | ROLE | BODY | INSTITUTION | DOCUMENT | GROUP | ADVERB | RELATIVE;
        clause.has(before, subject) || clause.is_capital(before) || !clause.is_word(before)
    });
    if noun_like && found.form == Form::Third && !after_noun
        || noun_like
            && clause
                .is_any(at + 1, &["of", "by", "against", "about", "from", "and", "were", "was", "are", "is"])
        || found.manner == Manner::Unsure && clause.is_any(at + 1, &["with", "at", "for", "off"])
        || is_read && !before.is_some_and(|before| clause.has(before, DOCUMENT))
        || found.form == Form::Past && clause.is_any(at + 1, &["to"]) && !promises(clause, at)
        || clause.is_any(at, &["continue", "continues", "continued", "continuing"])
            && clause.is_word(at + 1)
            && !clause.is_any(at + 1, &["in", "on", "at", "with"])
    {
        return None;
    }
    Some(found)
}

/// "vowed to", "said to reporters": past forms that say something although "to" follows; others are
/// participles or commands ("alleged to have", "ordered to leave").
fn promises(clause: &Clause, at: usize) -> bool {
    let promising = ["vowed", "promised", "pledged", "threatened", "swore", "claimed"];
    clause.is_any(at, &promising)
        || clause.is_any(at + 2, &["reporters", "journalists", "me", "us", "media", "the"])
}

/// What may stand before a base form: a modal verb, a plural, "went on to".
fn takes_base(clause: &Clause, before: usize) -> bool {
    let word = clause.word(before);
    let plural = word.ends_with('s') && !is_possessor(clause, before) && clause.is_word(before);
    plural
        || clause.has(before, AUXILIARY | SUBJECT_PRONOUN | GROUP | ADVERB | JOINER)
        || clause.is_any(before, &["to", "who", "that"])
}

/// "Orlo's": what follows is a noun.
fn is_possessor(clause: &Clause, at: usize) -> bool {
    let word = clause.word(at);
    let possessive = word.ends_with("'s") || word.ends_with("\u{2019}s");
    clause.is_word(at) && possessive && !clause.has(at, AUXILIARY | PRONOUN)
}

/// Whether the words before a verb say that nothing was said, or only that it might be.
fn is_negated_or_modal(clause: &Clause, before: usize) -> bool {
    let low = before.saturating_sub(3);
    (low..=before)
        .rev()
        .take_while(|at| clause.has(*at, AUXILIARY | ADVERB | NEGATION) || clause.is_any(*at, &["to"]))
        .any(|at| {
            clause.has(at, NEGATION)
                || clause.is_any(at, &["may", "might", "should", "could", "must", "can", "ought", "shall"])
        })
}

/// "went on to say", "continued to deny": saying all the same.
fn goes_on(clause: &Clause, to: usize) -> bool {
    going_on_from(clause, to).is_some()
}

fn going_on_from(clause: &Clause, to: usize) -> Option<usize> {
    let before = to.checked_sub(1)?;
    if clause.is_any(before, &["continued", "continues", "continue", "rushed", "hastened", "quick"]) {
        return Some(before);
    }
    let verb = before.checked_sub(1)?;
    (clause.is_any(before, &["on"]) && clause.is_any(verb, &["went", "goes", "go", "going", "gone"]))
        .then_some(verb)
}

/// The words of saying: the verb with the auxiliaries right before it and its particle.
pub(super) fn cue_tokens(clause: &Clause, floor: usize, at: usize) -> Range<usize> {
    let particle = clause.cue(at).is_some_and(|cue| !cue.particle.is_empty());
    let end = at + 1 + usize::from(particle);
    let mut start = at;
    if at > floor && clause.is_any(at - 1, &["to"]) {
        start = going_on_from(clause, at - 1).map_or(at, |from| from.max(floor));
    }
    while start > floor && clause.has(start - 1, AUXILIARY) && !clause.word(start - 1).contains('\'') {
        start -= 1;
    }
    start..end
}

/// Whether a past form is passive ("was announced").
pub(super) fn is_passive(clause: &Clause, at: usize) -> bool {
    clause.cue(at).is_some_and(|cue| cue.form == Form::Past)
        && (at.saturating_sub(4)..at)
            .rev()
            .take_while(|before| clause.has(*before, AUXILIARY | ADVERB))
            .any(|before| clause.has(before, BE))
}

/// The reporting clause that begins at a token, behind the words said: "he said", "said Ali Orlo, a baker",
/// "according to officials".
pub(super) fn behind(clause: &Clause, from: usize) -> Option<Attribution> {
    according(clause, from, true)
        .or_else(|| inverted(clause, from))
        .or_else(|| upright(clause, from))
        .filter(|found| ends_well(clause, found.end))
}

/// "according to SOURCE".
pub(super) fn according(clause: &Clause, from: usize, appositions: bool) -> Option<Attribution> {
    if !(clause.is_any(from, &["according"]) && clause.is_any(from + 1, &["to"])) {
        return None;
    }
    let source = read_forward(clause, from + 2, appositions)?;
    Some(Attribution {
        manner: Manner::Say,
        cue: from..from + 2,
        end: source.tokens.end,
        source: Some(source),
        hanging: false,
    })
}

/// "said Ali Orlo, a baker".
pub(super) fn inverted(clause: &Clause, from: usize) -> Option<Attribution> {
    let found = verb(clause, from)?;
    let finite = matches!(found.form, Form::Past | Form::Third)
        || found.form == Form::Base && clause.has(from + 1, GROUP);
    let manner = matches!(found.manner, Manner::Say | Manner::Unsure | Manner::Ask);
    let cue = from..from + 1 + usize::from(!found.particle.is_empty());
    let next = cue.end;
    if !finite || !manner || clause.is_any(next, &["that", "to", "it", "them", "him", "us", "me"]) {
        return None;
    }
    let source = read_forward(clause, next, true)?;
    Some(Attribution {
        manner: found.manner,
        cue,
        end: source.tokens.end,
        source: Some(source),
        hanging: false,
    })
}

/// "Ali Orlo, a baker, told reporters", "Orlo was quoted as saying".
pub(super) fn upright(clause: &Clause, from: usize) -> Option<Attribution> {
    let limit = (from + LONGEST_SUBJECT).min(clause.len());
    for at in from + 1..limit {
        let closed = !(clause.is_word(at)
            || matches!(
                clause.kind(at),
                Some(Kind::Comma | Kind::OpenBracket | Kind::CloseBracket | Kind::OtherMark)
            ));
        if closed {
            return None;
        }
        let Some(found) = verb(clause, at) else {
            continue;
        };
        if let Some(attribution) = upright_at(clause, from, at, found) {
            return Some(attribution);
        }
    }
    None
}

fn upright_at(clause: &Clause, from: usize, at: usize, found: Cue) -> Option<Attribution> {
    let passive = is_passive(clause, at);
    if found.form == Form::Continuous && !is_progressive(clause, at) {
        return None;
    }
    let subject_end = before_cue(clause, from, at);
    if clause.has(from, RELATIVE) {
        return None;
    }
    let source = read_whole(clause, from..subject_end)?;
    if found.manner == Manner::Quote {
        return passive.then(|| quoted_as_saying(clause, from, at, source)).flatten();
    }
    let known = matches!(found.manner, Manner::Say | Manner::Unsure | Manner::Tell | Manner::Ask);
    if passive || !known {
        return None;
    }
    let cue = cue_tokens(clause, source.tokens.end, at);
    let end = behind_addressee(clause, found.manner, cue.end);
    Some(Attribution { manner: found.manner, cue, source: Some(source), end, hanging: false })
}

/// Where the subject of a verb group ends, with "went on to" counted as part of the verb.
fn before_cue(clause: &Clause, floor: usize, at: usize) -> usize {
    before_verb_group(clause, floor, cue_tokens(clause, floor, at).start.max(floor))
}

fn is_progressive(clause: &Clause, at: usize) -> bool {
    at > 0 && clause.has(at - 1, BE)
}

/// "was quoted by the agency as saying": the speaker is whom the agency quotes; the agency is a relay.
fn quoted_as_saying(clause: &Clause, floor: usize, at: usize, source: Source) -> Option<Attribution> {
    let saying =
        (at + 1..(at + 14).min(clause.len())).take_while(|next| clause.is_word(*next)).find(|next| {
            clause.is_any(*next, &["saying", "telling", "stating", "warning", "adding"])
                && clause.is_any(next - 1, &["as"])
        })?;
    let start = cue_tokens(clause, floor, at).start;
    Some(Attribution {
        manner: Manner::Say,
        cue: start..saying + 1,
        source: Some(source),
        end: behind_addressee(clause, Manner::Tell, saying + 1).min(if clause.is_any(saying, &["telling"]) {
            usize::MAX
        } else {
            saying + 1
        }),
        hanging: false,
    })
}

/// Behind "told": whoever was told.
pub(super) fn behind_addressee(clause: &Clause, manner: Manner, from: usize) -> usize {
    let addressed = manner == Manner::Tell && !clause.is_any(from, &["that", "of"]);
    if clause.is_any(from, &["to"])
        && clause.is_any(from + 1, &["reporters", "journalists", "me", "us", "media"])
    {
        return from + 2;
    }
    if !addressed {
        return from;
    }
    if clause.is_any(from, &["me", "us", "him", "her", "them", "you", "it"]) {
        return from + 1;
    }
    let end = read_forward(clause, from, false).map_or(from, |addressee| addressee.tokens.end);
    let programme = matches!(clause.kind(end), Some(Kind::Quotation(_)))
        && end > from
        && is_possessor(clause, end - 1)
        && clause.is_word(end + 1);
    if programme { end + 1 } else { end }
}

/// What may follow a reporting clause that stands behind the words said.
fn ends_well(clause: &Clause, end: usize) -> bool {
    match clause.kind(end) {
        None => true,
        Some(Kind::Colon) => false,
        Some(Kind::Word) => {
            let soft = PREPOSITION | TIME | ADVERB | JOINER | CLAUSE_OPENER | OCCASION;
            let that = clause.is_any(end, &["that"]);
            let ing = clause.word(end).ends_with("ing");
            let ly = clause.word(end).ends_with("ly");
            !that
                && (clause.has(end, soft) || ing || ly || clause.is_any(end, &["this", "last"]))
                && !clause.has(end, SUBJECT_PRONOUN)
        }
        Some(_) => true,
    }
}

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
