//! Denials: "denied that", "rejected claims", "ruled out", with or without quotation marks.
//!
//! A refusal ("denied entry") is no denial, and neither is what somebody did not deny.

use super::ahead::{ahead_at, inherited};
use super::attribution::{Attribution, behind};
use super::clause::{Clause, Kind};
use super::cue::{Form, Manner};
use super::draft::Draft;
use super::lexicon::{
    ADVERB, AUXILIARY, CLAIM, CLAUSE_OPENER, DECIDER, JOINER, NEGATION, POSSESSIVE, PREPOSITION, PRONOUN,
    REFUSABLE, RELATIVE, TIME,
};
use super::noun_phrase::{read_forward, subject_before};
use super::verb::{is_passive, verb};
use crate::model::{CueClass, Stance, StatementKind};
use std::ops::Range;

/// How far the words denied may reach, in tokens.
const LONGEST: usize = 80;

/// How far the object of a verb is searched for what is refused, in tokens.
const NEAR: usize = 7;

/// The denials of a clause, and the tokens of what each of them denies.
pub(super) fn statements(clause: &Clause) -> (Vec<Draft>, Vec<Range<usize>>) {
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < clause.len() {
        match denial_at(clause, at) {
            Some((draft, content)) => {
                // What is denied may hold further verbs; they are part of the content.
                at = content.end.max(at + 1);
                found.push(draft);
                taken.push(content);
            }
            None => at += 1,
        }
    }
    taken.sort_by_key(|range| range.start);
    (found, taken)
}

fn denial_at(clause: &Clause, at: usize) -> Option<(Draft, Range<usize>)> {
    let found = verb(clause, at)?;
    if !matches!(found.manner, Manner::Deny | Manner::Reject) {
        return None;
    }
    let (attribution, content) = if let Some(by) = by_whom(clause, at).filter(|_| found.form == Form::Past) {
        denied_by(clause, at, by)?
    } else if is_passive(clause, at) {
        return None;
    } else {
        let attribution = attribution(clause, at)?;
        let content = content_behind(clause, at, attribution.cue.end, found.manner)?;
        let content = within_relative_clause(clause, &attribution, content);
        (attribution, content)
    };
    let nobody = attribution.source.as_ref().is_some_and(|source| {
        clause.has(source.tokens.start, NEGATION) || clause.is_any(source.tokens.start, &["few"])
    });
    (!nobody).then(|| (draft(clause, &attribution, &content), content))
}

/// What "who denied ..." denies ends with the comma that ends the relative clause.
fn within_relative_clause(clause: &Clause, attribution: &Attribution, content: Range<usize>) -> Range<usize> {
    let relative =
        attribution.source.as_ref().is_some_and(|source| clause.has(source.tokens.start, RELATIVE));
    let comma = content.clone().skip(1).find(|at| relative && clause.is(*at, Kind::Comma));
    content.start..comma.unwrap_or(content.end)
}

/// Who denies, where the verb is active.
fn attribution(clause: &Clause, at: usize) -> Option<Attribution> {
    let found = verb(clause, at)?;
    let mut attribution = ahead_at(clause, 0, at, found)?;
    if attribution.source.is_none() {
        attribution.source = inherited(clause, 0, at);
    }
    let known = attribution.source.is_some() || found.form != Form::Continuous;
    known.then_some(attribution)
}

/// The "by" that says who denied, right behind the verb or behind a time.
fn by_whom(clause: &Clause, at: usize) -> Option<usize> {
    let limit = (at + 5).min(clause.len());
    let by =
        (at + 1..limit).find(|next| !(clause.has(*next, TIME | ADVERB) || clause.is_any(*next, &["on"])))?;
    clause.is_any(by, &["by"]).then_some(by)
}

/// "The claim was denied by the army."
fn denied_by(clause: &Clause, at: usize, by: usize) -> Option<(Attribution, Range<usize>)> {
    let source = read_forward(clause, by + 1, true)?;
    if source.tokens.clone().any(|token| clause.has(token, DECIDER)) {
        return None;
    }
    let denied = subject_before(clause, 0, at)?.tokens;
    let refused = denied.clone().any(|token| clause.has(token, REFUSABLE))
        && !denied.clone().any(|token| clause.has(token, CLAIM));
    let stands_for_another = clause.has(denied.start, PRONOUN | RELATIVE) && denied.len() == 1;
    let rejected = clause.cue(at)?.manner == Manner::Reject;
    let claimed = denied.clone().any(|token| clause.has(token, CLAIM));
    let person = clause.is_capital(denied.end - 1) && denied.start > 0;
    if refused || stands_for_another || rejected && !claimed || person {
        return None;
    }
    let found = Attribution {
        manner: Manner::Deny,
        cue: at..by + 1,
        end: source.tokens.end,
        source: Some(source),
        hanging: false,
    };
    Some((found, denied))
}

/// What is denied, behind the verb.
fn content_behind(clause: &Clause, at: usize, from: usize, manner: Manner) -> Option<Range<usize>> {
    let (start, that) = content_start(clause, from);
    let end = content_end(clause, start, manner);
    let content = start..end;
    if content.is_empty() || !content.clone().any(|token| is_said(clause, token)) {
        return None;
    }
    if that {
        return Some(content);
    }
    if is_refusal(clause, &content) {
        return None;
    }
    let particle = clause.cue(at).is_some_and(|cue| !cue.particle.is_empty());
    let fits = match manner {
        Manner::Reject if particle => !clause.is_any(start, &["of", "for", "with"]),
        Manner::Reject => has_claim(clause, &content),
        _ => !clause.is_any(start, &["of", "to", "at", "in", "on", "for"]),
    };
    fits.then_some(content)
}

fn is_said(clause: &Clause, at: usize) -> bool {
    matches!(clause.kind(at), Some(Kind::Word | Kind::Quotation(_)))
}

/// Behind "that", also where a time stands before it ("denied on Monday that").
fn content_start(clause: &Clause, from: usize) -> (usize, bool) {
    if clause.is_any(from, &["that"]) {
        return (from + 1, true);
    }
    let aside = clause.has(from, TIME | ADVERB) || clause.is_any(from, &["on", "in", "at", "during"]);
    if aside {
        let that = (from..from + 12)
            .take_while(|at| clause.is_word(*at) && !clause.has(*at, AUXILIARY))
            .find(|at| clause.is_any(*at, &["that"]));
        if let Some(that) = that {
            return (that + 1, true);
        }
    }
    let start = (from..from + 4)
        .find(|at| {
            !(clause.has(*at, ADVERB)
                || clause.is_any(*at, &["on"]) && clause.has(*at + 1, TIME)
                || clause.has(*at, TIME))
        })
        .unwrap_or(from);
    (start, false)
}

/// Where what is denied ends.
fn content_end(clause: &Clause, start: usize, manner: Manner) -> usize {
    let limit = (start + LONGEST).min(clause.len());
    let mut end = limit;
    for at in start..limit {
        let over = match clause.kind(at) {
            Some(Kind::Stop | Kind::Semicolon | Kind::Dash | Kind::Colon) => true,
            Some(Kind::Comma) => leaves(clause, at + 1),
            Some(Kind::Word) => {
                at > start && (turns(clause, at) || is_means(clause, at))
                    || manner == Manner::Reject && clause.is_any(at, &["as"])
            }
            _ => false,
        };
        if over {
            end = at;
            break;
        }
    }
    without_time(clause, start, end)
}

/// Whether the words behind a comma are no longer part of what is denied.
fn leaves(clause: &Clause, at: usize) -> bool {
    let words = [
        "despite", "although", "though", "while", "whereas", "but", "which", "who", "when", "after", "as",
        "even", "instead", "and", "where", "however", "because", "before", "with", "amid", "calling",
        "blaming",
    ];
    let hanging = verb(clause, at).is_some_and(|cue| cue.form == Form::Continuous);
    clause.is_any(at, &words) && !joins_list(clause, at) || hanging || behind(clause, at).is_some()
}

/// "and" in a list of nouns goes on with what is denied.
fn joins_list(clause: &Clause, at: usize) -> bool {
    clause.has(at, JOINER) && verb(clause, at + 1).is_none() && !clause.has(at + 1, PRONOUN | AUXILIARY)
}

/// "but", "and said": another thing.
fn turns(clause: &Clause, at: usize) -> bool {
    clause.is_any(at, &["but"])
        || clause.has(at, JOINER)
            && verb(clause, at + 1).is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third))
}

/// "in a statement": how it was denied, not what.
fn is_means(clause: &Clause, at: usize) -> bool {
    let means = [
        "statement", "interview", "tweet", "post", "letter", "message", "email", "e-mail", "video", "speech",
        "conference", "briefing", "communique", "address", "call", "ruling", "filing",
    ];
    clause.is_any(at, &["in", "on", "via", "through", "during", "at"])
        && (clause.is_any(at + 1, &["a", "an"]) || clause.has(at + 1, POSSESSIVE))
        && (at + 2..at + 5).take_while(|next| clause.is_word(*next)).any(|next| clause.is_any(next, &means))
}

/// Without a time at the end, where what is denied is a noun phrase ("denied the reports on Monday").
fn without_time(clause: &Clause, start: usize, end: usize) -> usize {
    let clausal = (start..end).any(|at| clause.has(at, AUXILIARY));
    let mut last = end;
    while !clausal && last > start + 1 && (clause.has(last - 1, TIME) || clause.is_any(last - 1, &["on"])) {
        last -= 1;
    }
    while last > start && clause.is(last - 1, Kind::Comma) {
        last -= 1;
    }
    last
}

/// "denied him a visa", "denied access to": somebody did not get something.
fn is_refusal(clause: &Clause, content: &Range<usize>) -> bool {
    let first = content.start;
    if clause.word(first).ends_with("ing") {
        return false;
    }
    let indirect = clause.is_any(first, &["him", "them", "us", "me", "you"]);
    if indirect && !clause.has(first + 1, AUXILIARY) {
        return true;
    }
    for at in content.clone().take(NEAR) {
        if clause.has(at, CLAIM) || clause.has(at, AUXILIARY) || clause.has(at, PREPOSITION) {
            return false;
        }
        if clause.has(at, REFUSABLE) {
            let next = at + 1;
            return next >= content.end
                || clause.has(next, PREPOSITION | TIME | JOINER | ADVERB | CLAUSE_OPENER)
                || !clause.is_word(next);
        }
    }
    false
}

/// Whether an object is something said to be so: "the allegations", "a report that".
fn has_claim(clause: &Clause, content: &Range<usize>) -> bool {
    content
        .clone()
        .take(NEAR)
        .take_while(|at| clause.is_word(*at) && !clause.has(*at, AUXILIARY | PREPOSITION))
        .any(|at| clause.has(at, CLAIM))
}

fn draft(clause: &Clause, attribution: &Attribution, content: &Range<usize>) -> Draft {
    let quoted = content.clone().any(|at| matches!(clause.kind(at), Some(Kind::Quotation(_))));
    let source = attribution.source.as_ref();
    Draft {
        cue: Some(clause.bytes(&attribution.cue)),
        source: source.map(|source| clause.bytes(&source.tokens)),
        name: source.and_then(|source| source.name.as_ref()).map(|name| clause.bytes(name)),
        stance: Stance::Denies,
        class: CueClass::Denies,
        ..Draft::of(
            vec![clause.bytes(content)],
            if quoted { StatementKind::Mixed } else { StatementKind::Indirect },
        )
    }
}
