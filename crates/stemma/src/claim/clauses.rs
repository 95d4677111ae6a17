//! The tree of a sentence into propositions: each verb with its participants, and each noun that tells of a happening.
//!
//! The passive is turned round, a subject is handed on to the verbs that share it, a participle behind a noun takes that
//! noun, and a verb that only carries a noun ("made a deal") or only passes on what others hold ("is alleged to")
//! gives way to what it carries.

use super::proposition::{Participant, PredicateKind, Proposition, Role};
use super::words::{is_light, is_outlook, is_report_of};
use crate::language::Tree;
use crate::model::ByteRange;
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// Longest sentence whose clauses are read, in tokens: longer ones are lists and tables.
const LONGEST: usize = 400;

/// How far up a subject is looked for.
const MOST_STEPS: usize = 6;

const SUBJECTS: [Relation; 2] = [Relation::Subject, Relation::PassiveSubject];

/// The propositions of a sentence, in the order of the text; `is_happening` tells which nouns tell of something that happens.
pub fn propositions(tree: &Tree, sentence: u32, is_happening: &dyn Fn(&str) -> bool) -> Vec<Proposition> {
    if tree.len() > LONGEST {
        return Vec::new();
    }
    let heads: Vec<(usize, PredicateKind)> =
        (0..tree.len()).filter_map(|at| Some((at, predicate(tree, at, is_happening)?))).collect();
    let place_of = |token: usize| heads.iter().position(|(at, _)| *at == token);
    let mut found: Vec<Proposition> =
        heads.iter().map(|(at, kind)| read(tree, sentence, *at, *kind)).collect();
    for (place, (at, kind)) in heads.iter().enumerate() {
        found[place].above =
            above(tree, clause_of(tree, *at, *kind), *at, &place_of).map(|above| above as u32);
    }
    found
}

/// What kind of predicate a token is, if it is one.
fn predicate(tree: &Tree, at: usize, is_happening: &dyn Fn(&str) -> bool) -> Option<PredicateKind> {
    if is_copular(tree, at) || is_carrier(tree, at) || carried(tree, at, is_happening).is_some() {
        return None;
    }
    if tree.is(at, PartOfSpeech::Verb) {
        let modifies = matches!(tree.relation(at), Relation::AdjectivalModifier | Relation::Compound);
        return (!modifies).then_some(PredicateKind::Verb);
    }
    if said_of_subject(tree, at) {
        return Some(PredicateKind::State);
    }
    let noun = matches!(tree.tag(at), Tag::Noun | Tag::NounPlural);
    let whole = !matches!(tree.relation(at), Relation::Compound | Relation::NounAsAdverb);
    let told = noun && whole && is_happening(&tree.lemma(at));
    let by_verb = carried(tree, tree.head(at), is_happening) == Some(at);
    told.then_some(if by_verb { PredicateKind::Carried } else { PredicateKind::Noun })
}

/// "be", "become", "remain" with something said of the subject.
fn is_copular(tree: &Tree, at: usize) -> bool {
    tree.is_verbal(at) && complement(tree, at).is_some()
}

/// What a verb like "be" says of its subject.
fn complement(tree: &Tree, at: usize) -> Option<usize> {
    let kinds = [Relation::Attribute, Relation::AdjectivalComplement, Relation::ObjectPredicate];
    let joined = tree.child(at, &kinds)?;
    let copula =
        ["be", "become", "remain", "stay", "seem", "appear", "get", "keep", "stand", "turn", "prove"];
    copula.contains(&tree.lemma(at).as_str()).then_some(joined)
}

fn said_of_subject(tree: &Tree, at: usize) -> bool {
    let head = tree.head(at);
    head != at && tree.is_verbal(head) && complement(tree, head) == Some(at)
}

/// A verb that gives way to another word: "made a deal", "is alleged to have", "is expected to go".
fn is_carrier(tree: &Tree, at: usize) -> bool {
    if !tree.is_verbal(at) {
        return false;
    }
    let lemma = tree.lemma(at);
    let carries = tree.child(at, &[Relation::OpenComplement]).is_some();
    carries && (is_report_of(&lemma) || is_outlook(&lemma)) || tree.relation(at) == Relation::Auxiliary
}

/// The noun that a verb only carries: "a deal" of "made a deal", "no deal was reached".
fn carried(tree: &Tree, verb: usize, is_happening: &dyn Fn(&str) -> bool) -> Option<usize> {
    if !tree.is(verb, PartOfSpeech::Verb) || !is_light(&tree.lemma(verb)) {
        return None;
    }
    let noun = tree.child(verb, &[Relation::Object, Relation::PassiveSubject])?;
    let common = matches!(tree.tag(noun), Tag::Noun | Tag::NounPlural);
    (common && is_happening(&tree.lemma(noun))).then_some(noun)
}

/// The verb of the clause that a predicate is said in: itself, the copula, or the verb that carries it.
fn clause_of(tree: &Tree, at: usize, kind: PredicateKind) -> usize {
    match kind {
        PredicateKind::State | PredicateKind::Carried => tree.head(at),
        PredicateKind::Verb | PredicateKind::Noun => at,
    }
}

fn read(tree: &Tree, sentence: u32, at: usize, kind: PredicateKind) -> Proposition {
    let clause = clause_of(tree, at, kind);
    let participants = match kind {
        PredicateKind::Noun | PredicateKind::Carried => of_noun(tree, at, kind),
        PredicateKind::Verb | PredicateKind::State => of_verb(tree, at, clause),
    };
    let outer = outer_verbs(tree, clause);
    let negation = outer.iter().find_map(|verb| negation(tree, *verb)).or_else(|| no_subject(tree, clause));
    Proposition {
        sentence,
        predicate: tree.bytes(&(at..at + 1)),
        lemma: tree.lemma(at),
        kind,
        span: tree.bytes(&tree.trimmed(reach(tree, clause))),
        above: None,
        is_joined: tree.relation(clause) == Relation::Conjunct,
        negation,
        hedge: outer.iter().find_map(|verb| hedge(tree, *verb)),
        is_open: outer.iter().any(|verb| is_open(tree, *verb)),
        participants,
    }
}

/// A clause without the marks at its ends; never empty.
fn reach(tree: &Tree, clause: usize) -> std::ops::Range<usize> {
    let reach = tree.reach(clause);
    if tree.trimmed(reach.clone()).is_empty() { clause..clause + 1 } else { reach }
}

/// The verb of a clause and those that carry it: "is alleged to be", "made a deal".
fn outer_verbs(tree: &Tree, clause: usize) -> Vec<usize> {
    let mut verbs = vec![clause];
    let mut at = clause;
    for _ in 0..MOST_STEPS {
        let head = tree.head(at);
        let carried = match tree.relation(at) {
            Relation::OpenComplement => is_carrier(tree, head),
            // "accused of having": the preposition stands between.
            Relation::PrepositionalClause => {
                tree.is(tree.head(head), PartOfSpeech::Verb) && is_report_of(&tree.lemma(tree.head(head)))
            }
            _ => false,
        };
        if !carried || head == at {
            break;
        }
        at = if tree.relation(at) == Relation::PrepositionalClause { tree.head(head) } else { head };
        verbs.push(at);
    }
    verbs
}

fn negation(tree: &Tree, verb: usize) -> Option<ByteRange> {
    let word = tree.child(verb, &[Relation::Negation]).or_else(|| {
        tree.children(verb)
            .iter()
            .copied()
            .find(|child| tree.is_any(*child, &["never", "no", "neither", "nor"]))
    });
    word.map(|word| tree.bytes(&(word..word + 1)))
}

/// "No deal was reached", "nobody died", "reached no deal".
fn no_subject(tree: &Tree, clause: usize) -> Option<ByteRange> {
    let kinds = [Relation::Subject, Relation::PassiveSubject, Relation::Object, Relation::Attribute];
    let nouns = tree.children(clause).iter().copied().filter(|child| kinds.contains(&tree.relation(*child)));
    let denying = |noun: usize| {
        if tree.is_any(noun, &["nobody", "none", "nothing"]) {
            return Some(noun);
        }
        tree.children(noun).iter().copied().find(|child| tree.is_any(*child, &["no", "neither"]))
    };
    nouns.into_iter().find_map(denying).map(|word| tree.bytes(&(word..word + 1)))
}

/// "allegedly", or the verb of "is alleged to".
fn hedge(tree: &Tree, verb: usize) -> Option<ByteRange> {
    const ADVERBS: [&str; 6] =
        ["allegedly", "reportedly", "apparently", "purportedly", "supposedly", "ostensibly"];
    let adverb = tree.children(verb).iter().copied().find(|child| tree.is_any(*child, &ADVERBS));
    let passive =
        tree.child(verb, &[Relation::PassiveAuxiliary]).is_some() || tree.tag(verb) == Tag::VerbParticiple;
    let reported = passive && is_report_of(&tree.lemma(verb));
    adverb.or(reported.then_some(verb)).map(|word| tree.bytes(&(word..word + 1)))
}

/// Whether a verb tells of what is to come, wanted or only possible.
fn is_open(tree: &Tree, verb: usize) -> bool {
    const MODALS: [&str; 11] =
        ["will", "would", "may", "might", "could", "should", "can", "must", "shall", "'ll", "wo"];
    let modal = tree
        .children(verb)
        .iter()
        .any(|child| tree.relation(*child) == Relation::Auxiliary && (tree.is_any(*child, &MODALS)));
    let infinitive = tree.relation(verb) == Relation::OpenComplement
        && tree.tag(verb) == Tag::VerbBase
        && !is_report_of(&tree.lemma(tree.head(verb)));
    let condition = tree
        .child(verb, &[Relation::Marker])
        .is_some_and(|mark| tree.is_any(mark, &["if", "unless", "whether"]));
    modal || infinitive || condition || is_outlook(&tree.lemma(verb))
}

/// Who takes part in what a verb tells; `clause` is the verb itself, or the copula of what is said of a subject.
fn of_verb(tree: &Tree, at: usize, clause: usize) -> Vec<Participant> {
    let mut found = Vec::new();
    let passive = is_passive(tree, clause);
    if let Some(subject) = subject(tree, clause) {
        push(tree, subject, if passive { Role::Recipient } else { Role::Actor }, &mut found);
    }
    for verb in if at == clause { vec![at] } else { vec![clause, at] } {
        for child in tree.children(verb) {
            match tree.relation(*child) {
                Relation::Object | Relation::Dative => push(tree, *child, Role::Recipient, &mut found),
                Relation::Agent => {
                    if let Some(actor) = tree.governed(*child) {
                        push(tree, actor, Role::Actor, &mut found);
                    }
                }
                Relation::Preposition => circumstances(tree, *child, &mut found),
                _ => {}
            }
        }
    }
    if at != clause && tree.is(at, PartOfSpeech::Noun) {
        // What the subject is said to be tells as much as who it is.
        push(tree, at, Role::Recipient, &mut found);
    }
    found.sort_by_key(|one| one.head.start);
    found
}

/// Who takes part in what a noun tells: "the arrest of two men by police in Orna", "his arrest", "the army's attack".
fn of_noun(tree: &Tree, noun: usize, kind: PredicateKind) -> Vec<Participant> {
    let mut found = Vec::new();
    for child in tree.children(noun) {
        match tree.relation(*child) {
            Relation::Possessive => push(tree, *child, Role::Actor, &mut found),
            Relation::Preposition if tree.is_any(*child, &["of"]) => {
                if let Some(object) = tree.governed(*child) {
                    push(tree, object, Role::Recipient, &mut found);
                }
            }
            Relation::Preposition if tree.is_any(*child, &["by"]) => {
                if let Some(actor) = tree.governed(*child) {
                    push(tree, actor, Role::Actor, &mut found);
                }
            }
            Relation::Preposition => circumstances(tree, *child, &mut found),
            Relation::Compound | Relation::AdjectivalModifier
                if tree.is(*child, PartOfSpeech::ProperNoun) || tree.entity_of(*child).is_some() =>
            {
                push(tree, *child, Role::Circumstance(String::new()), &mut found);
            }
            _ => {}
        }
    }
    if kind == PredicateKind::Carried {
        let verb = tree.head(noun);
        let actor = if is_passive(tree, verb) { None } else { subject(tree, verb) };
        actor.into_iter().for_each(|actor| push(tree, actor, Role::Actor, &mut found));
        let joined =
            tree.children(verb).iter().filter(|child| tree.relation(**child) == Relation::Preposition);
        joined.for_each(|child| circumstances(tree, *child, &mut found));
    }
    found.sort_by_key(|one| one.head.start);
    found
}

/// What a preposition joins on, and what hangs on that: "in a village near Orna".
fn circumstances(tree: &Tree, preposition: usize, found: &mut Vec<Participant>) {
    let mut at = preposition;
    for _ in 0..MOST_STEPS {
        let Some(object) = tree.governed(at).or_else(|| tree.child(at, &[Relation::Preposition])) else {
            return;
        };
        if tree.relation(object) == Relation::Preposition {
            at = object;
            continue;
        }
        push(tree, object, Role::Circumstance(tree.word(at).to_lowercase()), found);
        let Some(next) = tree.child(object, &[Relation::Preposition]) else { return };
        at = next;
    }
}

fn is_passive(tree: &Tree, clause: usize) -> bool {
    if tree.child(clause, &[Relation::PassiveAuxiliary, Relation::PassiveSubject]).is_some() {
        return true;
    }
    let joined = tree.relation(clause) == Relation::Conjunct
        && tree.tag(clause) == Tag::VerbParticiple
        && tree.child(clause, &[Relation::Subject, Relation::Auxiliary]).is_none();
    let bare = tree.tag(clause) == Tag::VerbParticiple && tree.relation(clause) == Relation::AdjectivalClause;
    bare || joined && tree.head(clause) != clause && is_passive(tree, tree.head(clause))
}

/// The subject of a clause, also where another verb has it.
fn subject(tree: &Tree, clause: usize) -> Option<usize> {
    let mut at = clause;
    for _ in 0..MOST_STEPS {
        if let Some(subject) = tree.child(at, &SUBJECTS) {
            let relative = matches!(tree.tag(subject), Tag::WhDeterminer | Tag::WhPronoun)
                || tree.is_any(subject, &["that"]) && tree.relation(at) == Relation::RelativeClause;
            return Some(if relative && tree.relation(at) == Relation::RelativeClause {
                tree.head(at)
            } else {
                subject
            });
        }
        let above = tree.head(at);
        match tree.relation(at) {
            Relation::AdjectivalClause => return Some(above),
            Relation::Conjunct | Relation::OpenComplement if tree.is_verbal(above) => at = above,
            Relation::AdverbialClause if tree.is_verbal(above) => at = above,
            Relation::PrepositionalClause => at = tree.head(above),
            _ => return None,
        }
        if at == above && tree.head(at) == at && tree.child(at, &SUBJECTS).is_none() {
            return None;
        }
    }
    None
}

/// Adds a noun, and what "and" joins on to it.
fn push(tree: &Tree, noun: usize, role: Role, found: &mut Vec<Participant>) {
    let mut at = Some(noun);
    let mut steps = 0;
    while let Some(head) = at.filter(|_| steps < MOST_STEPS) {
        if is_nominal(tree, head) {
            found.push(participant(tree, head, role.clone()));
        }
        at = tree.child(head, &[Relation::Conjunct]);
        steps += 1;
    }
}

fn is_nominal(tree: &Tree, at: usize) -> bool {
    let kinds = [
        PartOfSpeech::Noun,
        PartOfSpeech::ProperNoun,
        PartOfSpeech::Pronoun,
        PartOfSpeech::Number,
        PartOfSpeech::Adjective,
        PartOfSpeech::Symbol,
    ];
    kinds.iter().any(|kind| tree.is(at, *kind))
}

fn participant(tree: &Tree, head: usize, role: Role) -> Participant {
    let phrase = phrase(tree, head);
    let telling = |at: &usize| {
        *at != head
            && [PartOfSpeech::Noun, PartOfSpeech::ProperNoun, PartOfSpeech::Adjective, PartOfSpeech::Number]
                .iter()
                .any(|kind| tree.is(*at, *kind))
    };
    Participant {
        role,
        range: tree.bytes(&phrase),
        head: tree.bytes(&(head..head + 1)),
        lemma: tree.lemma(head),
        name: tree.entity_of(head),
        is_pronoun: tree.is(head, PartOfSpeech::Pronoun),
        others: phrase.clone().filter(telling).map(|at| tree.lemma(at)).collect(),
    }
}

/// A noun with what stands before it, and "of ..." behind it.
fn phrase(tree: &Tree, head: usize) -> std::ops::Range<usize> {
    let mut range = head..head + 1;
    for child in tree.children(head) {
        let before = *child < head
            && !matches!(
                tree.relation(*child),
                Relation::Punctuation | Relation::Conjunction | Relation::RelativeClause
            );
        let of =
            *child > head && tree.relation(*child) == Relation::Preposition && tree.is_any(*child, &["of"]);
        if before {
            range.start = range.start.min(tree.reach(*child).start);
        } else if of && let Some(object) = tree.governed(*child) {
            range.end = range.end.max(phrase(tree, object).end);
        }
    }
    range
}

/// The predicate that another hangs on, by its place.
fn above(tree: &Tree, clause: usize, at: usize, place_of: &dyn Fn(usize) -> Option<usize>) -> Option<usize> {
    let mut token = clause;
    for _ in 0..tree.len() {
        let head = tree.head(token);
        if head == token {
            return None;
        }
        // A copula and a verb that only carries a noun stand for what they carry.
        let carried =
            tree.children(head).iter().copied().filter(|child| *child != at && tree.is_verbal(head));
        let stands_for = |child: usize| {
            let place = place_of(child)?;
            let object = [
                Relation::Attribute,
                Relation::AdjectivalComplement,
                Relation::ObjectPredicate,
                Relation::Object,
                Relation::PassiveSubject,
            ];
            object.contains(&tree.relation(child)).then_some(place)
        };
        if let Some(place) = place_of(head).or_else(|| carried.into_iter().find_map(stands_for)) {
            return Some(place);
        }
        token = head;
    }
    None
}
