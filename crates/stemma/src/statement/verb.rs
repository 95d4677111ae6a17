//! Verbs of saying in their sentence: whether a form says something here, and how far the words of saying reach.

use super::clause::Clause;
use super::cue::{Cue, Form, Manner};
use super::lexicon::{
    ADVERB, AUXILIARY, BE, BODY, DEFINITE, DOCUMENT, GROUP, INSTITUTION, JOINER, NEGATION, POSSESSIVE,
    PRONOUN, RELATIVE, ROLE, SUBJECT_PRONOUN,
};
use std::ops::Range;

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
pub(super) fn is_possessor(clause: &Clause, at: usize) -> bool {
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

pub(super) fn is_progressive(clause: &Clause, at: usize) -> bool {
    at > 0 && clause.has(at - 1, BE)
}
