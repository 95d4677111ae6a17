//! Did it happen, and who says so?

use super::Ground;
use super::cells::Parts;
use super::drafts::Draft;
use super::matching::Lookup;
use super::site::{Arg, Site};
use crate::language::Tree;
use crate::model::{
    ByteRange, CueClass, Day, Event, EventFactuality, EventTime, EventType, Stance, StatementIdx,
    TimeExpression,
};
use crate::statement::{Attributed, Reference};
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// How long before its report something must have happened to be history, in days: what a report tells as news is seldom as old
/// as a season.
const HISTORY: i64 = 90;

/// What is read out for somebody.
const DOCUMENTS: [&str; 4] = ["statement", "communique", "declaration", "announcement"];

/// How far up verbs that look ahead are looked for.
const MOST_STEPS: usize = 4;

/// How what a clause tells stands to the time of telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outlook {
    /// It is to come.
    Ahead,
    /// It may be.
    Possible,
}

/// Whether a clause tells of what is to come, or may be.
pub(super) fn outlook(tree: &Tree, verb: usize) -> Option<Outlook> {
    outlook_at(tree, verb).map(|(outlook, _)| outlook)
}

/// The same with the token that says so.
fn outlook_at(tree: &Tree, verb: usize) -> Option<(Outlook, usize)> {
    const AHEAD: [&str; 7] = ["will", "'ll", "’ll", "shall", "would", "wo", "'d"];
    const POSSIBLE: [&str; 6] = ["may", "might", "could", "can", "should", "must"];
    const PLANS: [&str; 12] = [
        "plan", "intend", "expect", "schedule", "set", "prepare", "aim", "hope", "due", "going", "go",
        "slate",
    ];
    const NOT_YET: [&str; 3] = ["fail", "refuse", "decline"];
    /// Who begins or tries to do something has done some of it.
    const DOES: [&str; 12] = [
        "begin", "start", "continue", "manage", "proceed", "come", "help", "resume", "try", "attempt",
        "rush", "use",
    ];
    const UNREAL: [&str; 14] = [
        "hope", "aim", "plan", "need", "risk", "threat", "possibility", "goal", "intention", "chance",
        "fear", "prospect", "bid", "idea",
    ];
    let mut at = verb;
    for _ in 0..MOST_STEPS {
        let children = tree.children(at);
        let mark = children.iter().copied().find(|child| {
            tree.relation(*child) == Relation::Marker && tree.is_any(*child, &["if", "unless", "whether"])
        });
        let aux = |words: &[&str]| {
            children
                .iter()
                .copied()
                .find(|child| tree.relation(*child) == Relation::Auxiliary && tree.is_any(*child, words))
        };
        if let Some(word) = mark.or_else(|| aux(&POSSIBLE)) {
            return Some((Outlook::Possible, word));
        }
        if let Some(word) = aux(&AHEAD) {
            return Some((Outlook::Ahead, word));
        }
        let head = tree.head(at);
        if head == at {
            return None;
        }
        let to = children.iter().copied().find(|child| *child < at && tree.is_any(*child, &["to"]));
        let (lemma, word) = (tree.lemma(head), tree.word(head).to_lowercase());
        let negated = tree.child(head, &[Relation::Negation]);
        match tree.relation(at) {
            Relation::OpenComplement | Relation::ClausalComplement | Relation::Conjunct
                if negated.is_some() && at == verb && tree.relation(at) != Relation::Conjunct =>
            {
                return negated.map(|word| (Outlook::Possible, word));
            }
            Relation::OpenComplement | Relation::ClausalComplement => {
                if NOT_YET.contains(&lemma.as_str()) {
                    return Some((Outlook::Possible, head));
                }
                let plans = PLANS.contains(&lemma.as_str()) || PLANS.contains(&word.as_str());
                if (to.is_some() || tree.tag(at) == Tag::VerbGerund) && (plans || lemma == "be") {
                    return Some((Outlook::Ahead, head));
                }
                let sure = matches!(lemma.as_str(), "sure" | "ensure" | "make");
                match to {
                    Some(_) if DOES.contains(&lemma.as_str()) => {}
                    Some(to) => return Some((Outlook::Possible, to)),
                    None if sure || tree.tag(at) == Tag::VerbGerund => {}
                    None => return None,
                }
                at = head;
            }
            // "the need to withdraw", "came to talk": what something is for.
            Relation::AdjectivalClause | Relation::AdverbialClause | Relation::RelativeClause => {
                return to.map(|to| (Outlook::Possible, to));
            }
            Relation::PrepositionalObject if at != verb || !tree.is_any(head, &["for", "of"]) => return None,
            // "The need for a withdrawal", "hopes of leaving".
            Relation::PrepositionalClause | Relation::PrepositionalObject => {
                let above = tree.head(head);
                let unreal = UNREAL.contains(&tree.lemma(above).as_str());
                let negated = tree.child(above, &[Relation::Negation]);
                return negated.or(unreal.then_some(above)).map(|word| (Outlook::Possible, word));
            }
            Relation::Conjunct if tree.is_verbal(head) && tree.child(at, &[Relation::Subject]).is_none() => {
                at = head
            }
            _ => return None,
        }
    }
    None
}

/// What is known of whether an event happened.
pub(super) struct Standing {
    pub factuality: EventFactuality,
    pub marker: Option<ByteRange>,
    pub statement: Option<StatementIdx>,
    pub teller: Option<ByteRange>,
}

/// Whether an event happened, and who says so.
pub(super) fn standing(lookup: &Lookup, ground: &Ground, draft: &Draft, parts: &Parts) -> Standing {
    let one = &draft.site.proposition;
    let told = teller(ground, one.predicate);
    let statement = told.map(|(place, _)| StatementIdx(place as u32));
    let said = told.map(|(_, told)| &told.statement);
    let source = said.and_then(|said| said.source);
    let stand = |factuality, marker| Standing { factuality, marker, statement, teller: source };
    let refused = draft.is_instead && draft.kinds[0].kind == EventType::Reject;
    let denial = said.filter(|said| said.stance == Stance::Denies);
    let negation = one.negation.filter(|_| !refused);
    let outlook = outlook_at(lookup.tree, draft.site.verb).filter(|_| !draft.is_instead);
    let word = |token: usize| Some(lookup.tree.bytes(&(token..token + 1)));
    // "To make sure that the convoy is not attacked" tells neither that it was nor that it was not.
    if let Some((Outlook::Possible, token)) = outlook {
        return stand(EventFactuality::Hypothetical, word(token));
    }
    match (negation, denial) {
        (Some(negation), None) => return stand(EventFactuality::Denied, Some(negation)),
        (None, Some(denial)) => return stand(EventFactuality::Denied, denial.cue),
        _ => {}
    }
    if let Some((Outlook::Ahead, token)) = outlook {
        return stand(EventFactuality::Future, word(token));
    }
    if !draft.is_instead {
        let wished = said
            .filter(|said| matches!(said.class, CueClass::Demands | CueClass::Intends | CueClass::Promises));
        if let Some(said) = wished {
            return stand(EventFactuality::Hypothetical, said.cue);
        }
    }
    if let Some(hedge) = one.hedge {
        return stand(EventFactuality::Alleged, Some(hedge));
    }
    // Who promises, refuses or threatens does it by saying so.
    let alleging = said.filter(|_| !draft.is_instead).filter(|said| {
        let class = matches!(
            said.class,
            CueClass::Claims | CueClass::Accuses | CueClass::Thinks | CueClass::Estimates
        );
        class || told.is_some_and(|(_, told)| is_party(lookup, ground, told, parts))
    });
    if let Some(said) = alleging {
        return stand(EventFactuality::Alleged, said.cue.or(said.source));
    }
    stand(EventFactuality::Actual, None)
}

/// Gives the times of events the values that they have once the day of their report is known, and tells what happened long
/// before that day from what is news.
pub fn date(events: &mut [Event], text: &str, times: &[TimeExpression], day: Day) {
    for event in events {
        for time in &mut event.times {
            if let Ok(at) = times.binary_search_by_key(&time.range, |time| time.span.range) {
                time.value.clone_from(&times[at].value);
            }
        }
        let old = event.times.iter().find(|time| is_history(time, day) && !goes_on(time, text));
        if let Some(time) = old.filter(|_| event.factuality == EventFactuality::Actual) {
            event.marker = Some(time.range);
            event.factuality = EventFactuality::Historical;
        }
    }
}

/// Whether what began at a time goes on: "since 2012".
fn goes_on(time: &EventTime, text: &str) -> bool {
    let before = text[..time.range.start as usize].trim_end();
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    last.eq_ignore_ascii_case("since") || time.range.of(text).to_lowercase().starts_with("since")
}

/// The innermost statement that tells what a predicate tells, with its place.
fn teller<'a>(ground: &Ground<'a>, predicate: ByteRange) -> Option<(usize, &'a Attributed)> {
    let holds = |one: &&Attributed| one.statement.content.iter().any(|part| part.contains(predicate));
    let size = |one: &Attributed| one.statement.content.iter().map(|part| part.len()).sum::<usize>();
    ground.statements.iter().enumerate().filter(|(_, one)| holds(one)).min_by_key(|(_, one)| size(one))
}

/// Whether a speaker is a party to what he tells: he takes part, or speaks for a side.
fn is_party(lookup: &Lookup, ground: &Ground, told: &Attributed, parts: &Parts) -> bool {
    let own = words_of_speaker(ground, told);
    let mut taking_part = parts.actors.iter().chain(&parts.recipients);
    taking_part.any(|range| share(ground, *range, &own)) || speaks_for_side(lookup, &own)
}

/// Whether somebody tells what others will do: they have promised nothing by that. Who speaks for a side speaks for "the army",
/// too.
pub(super) fn tells_of_others(lookup: &Lookup, ground: &Ground, site: &Site) -> bool {
    let Some((_, told)) = teller(ground, site.proposition.predicate) else { return false };
    let own = words_of_speaker(ground, told);
    // "The army", "army".
    let is_the = |one: &Arg| {
        let mut of = lookup.tree.children(one.token).iter();
        one.participant.name.is_none() && of.all(|word| lookup.tree.is_any(*word, &["the"]))
    };
    // "Her country": she speaks for it.
    let is_hers = |one: &Arg| {
        let whose = lookup.tree.child(one.token, &[Relation::Possessive]);
        whose.is_some_and(|word| lookup.tree.is(word, PartOfSpeech::Pronoun))
    };
    let is_own = |one: &Arg| {
        one.participant.is_pronoun
            || is_hers(one)
            || share(ground, one.participant.range, &own)
            || is_the(one) && speaks_for_side(lookup, &own)
    };
    // Whose statement it is may not be said.
    let is_document = own.iter().any(|word| DOCUMENTS.contains(&word.as_str()));
    !own.is_empty() && !is_document && !site.actors.is_empty() && !site.actors.iter().any(is_own)
}

/// The longer words of a range, in small letters.
fn long_words(ground: &Ground, range: ByteRange) -> Vec<String> {
    let text = range.of(&ground.report.text).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 3).map(str::to_owned).collect()
}

/// The longer words of whom a statement is by, as it says and as the report names him.
fn words_of_speaker(ground: &Ground, told: &Attributed) -> Vec<String> {
    let name = match told.reference {
        Reference::Named(named) => Some(named.name),
        Reference::Nobody | Reference::Anaphor(_) => None,
    };
    told.statement.source.into_iter().chain(name).flat_map(|range| long_words(ground, range)).collect()
}

fn share(ground: &Ground, range: ByteRange, words: &[String]) -> bool {
    long_words(ground, range).iter().any(|word| words.contains(word))
}

fn speaks_for_side(lookup: &Lookup, own: &[String]) -> bool {
    let is_in = |word: &String| own.iter().any(|own| own == word || own.strip_suffix('s') == Some(word));
    lookup.table.class("party").iter().any(|phrase| phrase.iter().all(is_in))
}

/// Whether a time lies long before the day of a report.
fn is_history(time: &EventTime, day: Day) -> bool {
    let number =
        |range: std::ops::Range<usize>| time.value.get(range).and_then(|part| part.parse::<i64>().ok());
    let Some(year) = number(0..4) else { return false };
    let season =
        [("SP", 5), ("SU", 8), ("FA", 11)].iter().find(|(name, _)| time.value.get(5..7) == Some(name));
    // Without a day, the end of the month or year is the latest that it can be.
    let (month, in_month) =
        (number(5..7).or(season.map(|(_, last)| *last)).unwrap_or(12), number(8..10).unwrap_or(28));
    let days = |year: i64, month: i64, day: i64| year * 365 + month * 30 + day;
    let own = days(i64::from(day.year()), i64::from(day.month()), i64::from(day.day()));
    own - days(year, month, in_month) > HISTORY
}
