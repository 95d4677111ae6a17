//! Whom a noun phrase names, if it names anybody.
//!
//! A false speaker is worse than none: whatever stands for a name given elsewhere ("he", "the spokesman",
//! "the company", "his brother") names nobody here, and neither do words that may name two.

use super::clause::{Clause, Kind};
use super::lexicon::{
    AUXILIARY, BODY, Classes, DEFINITE, DOCUMENT, GROUP, INDEFINITE, INSTITUTION, JOINER, KIN, PARTICLE,
    PORTFOLIO, POSSESSIVE, PREPOSITION, PRONOUN, ROLE, TIME, TITLE,
};
use std::ops::Range;

/// The words of a noun phrase (without its appositions) that name a speaker.
pub(super) fn name_in(clause: &Clause, core: &Range<usize>) -> Option<Range<usize>> {
    let core = without_brackets(clause, core);
    if core.is_empty() {
        return None;
    }
    if is_one_of_many(clause, &core) {
        return Some(core);
    }
    if stands_for_another(clause, &core) {
        return None;
    }
    let head = head(clause, &core);
    if clause.has(head.end - 1, TIME) {
        return None;
    }
    if joins_two(clause, &head) {
        return two_bodies(clause, &core, &head);
    }
    let last = head.end - 1;
    if is_name_word(clause, last) && !is_common_only(clause, &head) {
        return proper_name(clause, &core, &head);
    }
    named_behind_body(clause, &core).or_else(|| described(clause, &core, &head))
}

/// Words before "of" that take some out of many.
pub(crate) const SOME_OF_MANY: [&str; 9] =
    ["one", "two", "three", "some", "several", "many", "most", "dozens", "hundreds"];

/// "one of the wives of ...": somebody without a name, whoever else is named beside.
fn is_one_of_many(clause: &Clause, core: &Range<usize>) -> bool {
    let first = core.start;
    let many = (first + 2..core.end)
        .take_while(|at| clause.is_word(*at) && !clause.has(*at, PREPOSITION))
        .any(|at| clause.has(at, KIN | GROUP | ROLE) && clause.word(at).ends_with('s'));
    clause.is_any(first, &SOME_OF_MANY) && clause.is_any(first + 1, &["of"]) && many
}

fn without_brackets(clause: &Clause, core: &Range<usize>) -> Range<usize> {
    let end = core.clone().find(|at| clause.is(*at, Kind::OpenBracket)).unwrap_or(core.end);
    core.start..end
}

/// Pronouns, and whoever is described through somebody else ("his brother", "Orlo's wife").
fn stands_for_another(clause: &Clause, core: &Range<usize>) -> bool {
    let first = core.start;
    let pronoun = clause.has(first, PRONOUN)
        && (core.len() == 1
            || !clause.has(first, DEFINITE | INDEFINITE)
            || clause.is_any(first + 1, &["of"]));
    let possessed = core.clone().any(|at| clause.has(at, POSSESSIVE));
    pronoun || possessed
}

/// The tokens before the first preposition.
fn head(clause: &Clause, core: &Range<usize>) -> Range<usize> {
    let end = core
        .clone()
        .skip(1)
        .find(|at| clause.has(*at, PREPOSITION) && !clause.is_capital(*at))
        .unwrap_or(core.end);
    core.start..end
}

/// A capitalised word that is no day and no common noun standing alone at the head of a sentence.
fn is_name_word(clause: &Clause, at: usize) -> bool {
    clause.is_capital(at) && !clause.has(at, TIME | AUXILIARY)
}

/// Only words that describe ("the Prime Minister", "Police", "the Ministry").
fn is_common_only(clause: &Clause, head: &Range<usize>) -> bool {
    let describing = ROLE | GROUP | INSTITUTION | BODY | DOCUMENT | KIN | DEFINITE | INDEFINITE;
    head.clone().all(|at| {
        clause.has(at, describing | PORTFOLIO)
            || (clause.has(at, TITLE) && head.len() <= 2)
            || !clause.is_capital(at)
    })
}

/// Two names, or a name and a group, joined by "and".
fn joins_two(clause: &Clause, head: &Range<usize>) -> bool {
    head.clone().any(|at| {
        clause.has(at, JOINER)
            && !(head.end - 1 > at
                && clause.has(head.end - 1, BODY)
                && clause.is_capital(head.end - 1)
                && clause.is_capital(at - 1)
                && clause.is_capital(at + 1))
    })
}

/// "the health ministry and World Vision": two bodies that speak as one, each named by itself. Persons have a mouth each.
fn two_bodies(clause: &Clause, core: &Range<usize>, head: &Range<usize>) -> Option<Range<usize>> {
    let joiner = head.clone().find(|at| clause.has(*at, JOINER))?;
    let (first, second) = (core.start..joiner, joiner + 1..core.end);
    let is_body = |name: &Range<usize>| {
        name.clone().any(|at| clause.has(at, BODY | INSTITUTION))
            && !name.clone().any(|at| clause.has(at, ROLE | TITLE))
    };
    let is_name =
        |name: &Range<usize>| names_somebody(clause, name.start, name.end) && !joins_two(clause, name);
    let (one, other) = (name_in(clause, &first)?, name_in(clause, &second)?);
    let fits = clause.is_any(joiner, &["and"])
        && (is_body(&one) && is_name(&other) || is_name(&one) && is_body(&other));
    fits.then_some(one.start..other.end)
}

/// A name at the end of the head: a person with his title, or a body.
fn proper_name(clause: &Clause, core: &Range<usize>, head: &Range<usize>) -> Option<Range<usize>> {
    let run = run_before(clause, head);
    let definite = head.start < run.start && clause.has(head.start, DEFINITE);
    if run.len() == 1 && is_demonym(clause.word(run.start)) && head.start < run.start {
        return None;
    }
    if clause.has(run.end - 1, BODY)
        || holds_body_noun(clause, &run) && run.len() > 1 && !after_role(clause, &run)
    {
        let start = run.start;
        return Some(start..body_end(clause, core, run.end));
    }
    let person = person_in(clause, &run)?;
    let describes_other = head.end < core.end && !clause.is_any(head.end, &["of", "from", "for", "in", "at"]);
    if describes_other {
        return None;
    }
    if definite
        && person.len() == 1
        && person.start == run.start
        && head.len() > 2
        && !has_common(clause, head, &run)
    {
        return None;
    }
    if definite && core.end > head.end && clause.is_any(head.end, &["of", "for"]) {
        return Some(run.start..body_end(clause, core, run.end));
    }
    Some(person)
}

fn has_common(clause: &Clause, head: &Range<usize>, run: &Range<usize>) -> bool {
    (head.start..run.start).any(|at| clause.has(at, ROLE | GROUP | BODY | TITLE))
}

/// The capitalised words that end the head, with the small words inside names.
fn run_before(clause: &Clause, head: &Range<usize>) -> Range<usize> {
    let mut start = head.end - 1;
    while start > head.start {
        let before = start - 1;
        // "van den Eyck": up to three small words on end.
        let small = (head.start..before).rev().take(2).take_while(|at| clause.has(*at, PARTICLE)).count();
        let inside = clause.has(before, PARTICLE | JOINER)
            && before > head.start + small
            && is_name_word(clause, before - 1 - small);
        let capital = is_name_word(clause, before) && !clause.has(before, DEFINITE | INDEFINITE);
        if !(capital || inside) || clause.word(before).ends_with("-based") {
            break;
        }
        start = before;
    }
    start..head.end
}

fn holds_body_noun(clause: &Clause, run: &Range<usize>) -> bool {
    run.clone().any(|at| clause.has(at, BODY | INSTITUTION))
}

/// Whether a role ends before the last word, so that the words behind it are a person's.
fn after_role(clause: &Clause, run: &Range<usize>) -> bool {
    (run.start..run.end - 1).any(|at| is_role(clause, at) || clause.has(at, TITLE))
}

fn is_role(clause: &Clause, at: usize) -> bool {
    clause.has(at, ROLE) && !clause.has(at, TITLE)
        || clause.has(at, TITLE)
            && clause.has(at, ROLE)
            && at > 0
            && clause.is_any(
                at - 1,
                &[
                    "attorney", "secretary", "director", "consul", "inspector", "surgeon", "solicitor",
                    "auditor",
                ],
            )
}

/// The person in a run of capitalised words: behind the last role, from the first title on.
fn person_in(clause: &Clause, run: &Range<usize>) -> Option<Range<usize>> {
    let mut start = run.start;
    for at in run.clone() {
        let last = at + 1 == run.end;
        if !last
            && (is_role(clause, at)
                || clause.has(at, BODY | INSTITUTION | PORTFOLIO)
                    && !clause.has(at, TITLE)
                    && more_roles(clause, at, run))
        {
            start = at + 1;
        }
    }
    let title = (start..run.end - 1).find(|at| clause.has(*at, TITLE));
    let start = title.unwrap_or(start);
    let alone = run.end - start == 1;
    let addressed = clause.is_any(start, &["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."]);
    let mere_title = clause.has(run.end - 1, TITLE | ROLE) && (alone || !addressed);
    let tell = clause.word(start).trim_end_matches(['.', '\'', '\u{2019}']);
    let initial = alone && tell.chars().count() < 2;
    (!mere_title && !initial).then_some(start..run.end)
}

fn more_roles(clause: &Clause, at: usize, run: &Range<usize>) -> bool {
    (at + 1..run.end - 1).any(|next| is_role(clause, next))
}

/// "Observatory for Human Rights": a body goes on over "of" and "for" with capitalised words.
fn body_end(clause: &Clause, core: &Range<usize>, from: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < core.end {
        let small = clause.has(at, PREPOSITION | DEFINITE | JOINER | PARTICLE) && !clause.is_capital(at);
        if is_name_word(clause, at) {
            end = at + 1;
        } else if !small
            || !clause.is_any(at, &["of", "for", "the", "and", "on", "in", "to", "de", "against"])
        {
            break;
        }
        at += 1;
    }
    end
}

/// "Spokesman for the Foreign Ministry Ali Orlo": a bare role, a body, and a name right behind it.
fn named_behind_body(clause: &Clause, core: &Range<usize>) -> Option<Range<usize>> {
    let bare_role = clause.has(core.start, ROLE) && clause.is_any(core.start + 1, &["of", "for"]);
    if !bare_role {
        return None;
    }
    let body = core.clone().rev().find(|at| clause.has(*at, BODY | INSTITUTION))?;
    let name = body + 1..core.end;
    let fits =
        !name.is_empty() && name.clone().all(|at| is_name_word(clause, at)) && !joins_two(clause, &name);
    fits.then_some(name)
}

/// A source without a name that stands for itself: "officials", "state media", "a war monitor".
fn described(clause: &Clause, core: &Range<usize>, head: &Range<usize>) -> Option<Range<usize>> {
    let last = head.end - 1;
    let has = |class: Classes| clause.has(last, class);
    let first = head.start;
    let through_name = (first..last).any(|at| is_possessive(clause, at));
    let definite = clause.has(first, DEFINITE);
    let modified = head.len() > usize::from(definite) + 1;
    let telling = (first + usize::from(definite)..last)
        .any(|at| is_name_word(clause, at) && !clause.has(at, TITLE) || clause.has(at, PORTFOLIO));
    if has(KIN)
        && (through_name || head.end < core.end && names_somebody(clause, head.end, core.end))
        && !has(ROLE)
        || through_name && has(ROLE | KIN) && !has(BODY)
    {
        return None;
    }
    let whole = core.start..described_end(clause, core, head.end);
    let unknown = !has(ROLE | GROUP | BODY | INSTITUTION | DOCUMENT);
    if unknown && names_somebody(clause, head.end, core.end) {
        return None;
    }
    if has(DOCUMENT) && !has(GROUP | INSTITUTION) {
        let plural = clause.word(last).ends_with('s');
        let complemented = clause.has(first, INDEFINITE) && whole.end > head.end;
        let mass = ["footage", "data", "video", "evidence", "testimony"];
        let plural = plural || clause.is_any(last, &mass);
        let many = plural && !definite && modified && !clause.has(first, INDEFINITE);
        return (many || complemented).then_some(whole);
    }
    if definite {
        let proper = (first + 1..head.end).all(|at| is_name_word(clause, at));
        let whole = if proper && modified { first + 1..whole.end } else { whole };
        let known = has(INSTITUTION) || telling && has(BODY | GROUP | INSTITUTION);
        let complemented = has(ROLE | BODY | GROUP)
            && clause.is_any(head.end, &["of", "for", "in", "at"])
            && names_at_once(clause, head.end + 1, core.end);
        return (known || complemented).then_some(whole);
    }
    if clause.has(first, INDEFINITE) {
        return (head.len() > 1 || has(GROUP)).then_some(whole);
    }
    let bare_role = has(ROLE) && !has(GROUP | INSTITUTION | BODY) && !telling;
    (!bare_role && (has(GROUP | INSTITUTION) || has(BODY) && modified || has(ROLE) && telling))
        .then_some(whole)
}

fn is_possessive(clause: &Clause, at: usize) -> bool {
    let word = clause.word(at);
    word.ends_with("'s") || word.ends_with("\u{2019}s")
}

/// "the head of the Tarvo Council": the name begins right behind the preposition.
fn names_at_once(clause: &Clause, from: usize, end: usize) -> bool {
    let from = from + usize::from(clause.has(from, DEFINITE));
    from < end && is_name_word(clause, from)
}

fn names_somebody(clause: &Clause, from: usize, end: usize) -> bool {
    (from..end).any(|at| is_name_word(clause, at))
}

/// How far a description goes: over "of", "for" and their like.
fn described_end(clause: &Clause, core: &Range<usize>, from: usize) -> usize {
    let attached = [
        "of", "for", "at", "from", "in", "with", "to", "near", "within", "inside", "on", "behind", "familiar",
    ];
    if from < core.end && clause.is_any(from, &attached) { core.end } else { from }
}

/// Words for people of a country or party, which behind "the" stand for one named before.
pub(super) fn is_demonym(word: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["ian", "ean", "ese", "ish", "man", "woman", "can", "crat", "ist", "aeli", "aqi", "ani"];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}
