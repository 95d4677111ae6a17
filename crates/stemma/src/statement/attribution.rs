//! Reporting clauses: a verb of saying with its source, before, behind or inside the words said.

use super::apposition::is_pure_name;
use super::clause::{Clause, Kind};
use super::cue::{Cue, Form, Manner};
use super::lexicon::{
    ADVERB, CLAUSE_OPENER, GROUP, JOINER, OCCASION, PREPOSITION, RELATIVE, SUBJECT_PRONOUN, TIME,
};
use super::noun_phrase::{Source, before_verb_group, read_forward, read_whole};
use super::verb::{cue_tokens, is_passive, is_possessor, is_progressive, verb};
use std::ops::Range;

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

/// Longest reporting clause before its verb, in tokens.
pub(super) const LONGEST_SUBJECT: usize = 40;

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
    if subject_end > from
        && clause.is(subject_end - 1, Kind::Comma)
        && is_pure_name(clause, &(from..subject_end - 1))
    {
        // "Ilva Orlo of Tarvo, Velnia, said": no comma parts a bare name from its verb.
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
pub(super) fn before_cue(clause: &Clause, floor: usize, at: usize) -> usize {
    before_verb_group(clause, floor, cue_tokens(clause, floor, at).start.max(floor))
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
