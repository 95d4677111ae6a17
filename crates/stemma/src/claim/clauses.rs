//! The tree of a sentence into propositions: each verb with its participants, and each noun that tells of a happening.
//!
//! The passive is turned round, a subject is handed on to the verbs that share it, a participle behind a noun takes that
//! noun, and a verb that only carries a noun ("made a deal") or only passes on what others hold ("is alleged to")
//! gives way to what it carries.

use super::bought;
use super::held;
use super::idioms::{among, idiom, is_idiom, with_particle};
use super::proposition::{Participant, PredicateKind, Proposition, Role, has_own_name};
use super::untrue::{Untrue, called_untrue};
use super::words::{
    averts, came_about, is_any_place, is_general_noun, is_light, is_outlook, is_report_noun, is_report_of,
};
use crate::language::Tree;
use crate::model::{ByteRange, CueClass};
use crate::statement::class_with_object;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation, Tag};

/// Longest sentence whose clauses are read, in tokens: longer ones are lists and tables.
const LONGEST: usize = 400;

/// How far up a subject is looked for.
const MOST_STEPS: usize = 8;

const SUBJECTS: [Relation; 2] = [Relation::Subject, Relation::PassiveSubject];

/// The propositions of a sentence, in the order of the text; `is_happening` tells which nouns tell of something that happens.
pub fn propositions(tree: &Tree, sentence: u32, is_happening: &dyn Fn(&str) -> bool) -> Vec<Proposition> {
    if tree.len() > LONGEST {
        return Vec::new();
    }
    let untrue = called_untrue(tree);
    let only_denies = |at: usize| untrue.iter().any(|one| one.verb == at || one.said == at);
    let heads: Vec<(usize, PredicateKind)> = (0..tree.len())
        .filter(|at| !only_denies(*at))
        .filter_map(|at| Some((at, predicate(tree, at, is_happening)?)))
        .collect();
    let place_of = |token: usize| heads.iter().position(|(at, _)| *at == token);
    let mut found: Vec<Proposition> =
        heads.iter().map(|(at, kind)| read(tree, sentence, *at, *kind, &untrue)).collect();
    for (place, (at, kind)) in heads.iter().enumerate() {
        found[place].above =
            above(tree, clause_of(tree, *at, *kind), *at, &place_of).map(|above| above as u32);
    }
    found
}

/// What kind of predicate a token is, if it is one.
fn predicate(tree: &Tree, at: usize, is_happening: &dyn Fn(&str) -> bool) -> Option<PredicateKind> {
    if among(tree, at).is_some() || held::held(tree, at).is_some() {
        return Some(PredicateKind::Verb);
    }
    if only_frames(tree, at) {
        return None;
    }
    let mut above = (0..MOST_STEPS / 2).scan(at, |at, _| {
        *at = tree.head(*at);
        Some(*at)
    });
    let is_told_by_be = above.any(|verb| among(tree, verb) == Some(at));
    let tells_who_holds = || held::held(tree, tree.head(tree.head(at))).is_some_and(|held| held.noun == at);
    if is_told_by_be
        || tells_who_holds()
        || is_copular(tree, at)
        || is_carrier(tree, at)
        || carried(tree, at, is_happening).is_some()
    {
        return None;
    }
    if tree.is(at, PartOfSpeech::Verb) && !(said_of_subject(tree, at) && tree.child(at, &SUBJECTS).is_none())
    {
        let modifies = matches!(tree.relation(at), Relation::AdjectivalModifier | Relation::Compound);
        return (!modifies).then_some(PredicateKind::Verb);
    }
    // "half-dead" is not dead.
    let hyphened = at > 0 && tree.tag(at - 1) == Tag::Hyphen;
    if !hyphened && (said_of_subject(tree, at) || is_small_clause(tree, at) || tells_for_noun(tree, at)) {
        // "There was a deal": nobody is said to be one.
        let there = said_of_subject(tree, at) && tree.child(tree.head(at), &[Relation::Expletive]).is_some();
        if there && is_happening(&tree.lemma(at)) {
            return Some(PredicateKind::Carried);
        }
        return (!gives_way(tree, at)).then_some(PredicateKind::State);
    }
    let noun = matches!(tree.tag(at), Tag::Noun | Tag::NounPlural);
    let whole = !matches!(tree.relation(at), Relation::Compound | Relation::NounAsAdverb);
    let told = noun && whole && is_happening(&tree.lemma(at));
    let by_verb = carried(tree, tree.head(at), is_happening) == Some(at);
    let told = told && (by_verb || stands_for_clause(tree, at));
    told.then_some(if by_verb { PredicateKind::Carried } else { PredicateKind::Noun })
}

/// "As far as Orlo is concerned": it says of whom the next clause is, and nothing else.
fn only_frames(tree: &Tree, verb: usize) -> bool {
    let begins = tree.reach(verb).start;
    let far = |at: usize| at > 0 && tree.is_any(at, &["far"]) && tree.is_any(at - 1, &["as", "so"]);
    tree.is_any(verb, &["concerned"]) && (begins.saturating_sub(1)..verb).any(far)
}

/// Whether a noun tells of a happening by itself: it has participants of its own, tells when or why something else happened, or
/// has no verb above it. "The quake" in "the quake cut the power" takes part in what the verb tells, and no more.
fn stands_for_clause(tree: &Tree, noun: usize) -> bool {
    const CIRCUMSTANCES: [&str; 12] = [
        "after", "before", "following", "during", "since", "because", "despite", "without", "under", "over",
        "amid", "by",
    ];
    let described = tree.children(noun).iter().any(|child| {
        matches!(
            tree.relation(*child),
            Relation::Preposition | Relation::Possessive | Relation::AdjectivalClause
        )
    });
    let head = tree.head(noun);
    let circumstance =
        tree.relation(noun) == Relation::PrepositionalObject && tree.is_any(head, &CIRCUMSTANCES);
    // "the rumour of several deaths": what is rumoured is that.
    let rumoured = tree.relation(noun) == Relation::PrepositionalObject
        && tree.is_any(head, &["of", "about"])
        && is_report_noun(&tree.lemma(tree.head(head)));
    // "The quake, magnitude 7, hit the coast": where a verb hangs on the noun, the verb tells.
    let told = tree.children(noun).iter().any(|child| tree.is(*child, PartOfSpeech::Verb));
    let alone = !told
        && (head == noun || !tree.is_verbal(head) && tree.relation(noun) != Relation::PrepositionalObject);
    let said = tree.relation(noun) == Relation::Object && class_with_object(&tree.lemma(head)).is_some();
    described && !told || circumstance || alone || rumoured || said
}

/// "be", "become", "remain" with something said of the subject.
fn is_copular(tree: &Tree, at: usize) -> bool {
    tree.is_verbal(at) && complement(tree, at).is_some()
}

/// What a verb like "be" says of its subject.
fn complement(tree: &Tree, at: usize) -> Option<usize> {
    let kinds = [Relation::Attribute, Relation::AdjectivalComplement, Relation::ObjectPredicate];
    let joined = tree.child(at, &kinds).filter(|_| among(tree, at).is_none())?;
    let copula = [
        "be", "become", "remain", "stay", "seem", "appear", "get", "keep", "stand", "turn", "prove", "fall",
        "feel",
    ];
    copula.contains(&tree.lemma(at).as_str()).then_some(joined)
}

/// "declared the city safe", "called it a success": something said of the object, without a verb.
fn is_small_clause(tree: &Tree, at: usize) -> bool {
    let nominal = tree.is(at, PartOfSpeech::Adjective) || tree.is(at, PartOfSpeech::Noun);
    let head = tree.head(at);
    let own_subject = tree.relation(at) == Relation::ClausalComplement && tree.child(at, &SUBJECTS).is_some();
    let of_object = tree.relation(at) == Relation::ObjectPredicate
        && tree.is(head, PartOfSpeech::Verb)
        && tree.child(head, &[Relation::Object]).is_some();
    nominal && (own_subject || of_object)
}

/// "secure" of "are secure areas": the noun tells nothing.
fn tells_for_noun(tree: &Tree, at: usize) -> bool {
    tree.relation(at) == Relation::AdjectivalModifier && said_of_subject(tree, tree.head(at)) && {
        let noun = tree.head(at);
        is_general_noun(&tree.lemma(noun)) && first_adjective(tree, noun) == Some(at)
    }
}

/// Whether an adjective tells for a noun that is said of a subject.
fn gives_way(tree: &Tree, at: usize) -> bool {
    is_general_noun(&tree.lemma(at)) && said_of_subject(tree, at) && first_adjective(tree, at).is_some()
}

fn first_adjective(tree: &Tree, noun: usize) -> Option<usize> {
    tree.child(noun, &[Relation::AdjectivalModifier])
        .filter(|at| !tree.is_any(*at, &["other", "such", "same", "many", "only"]))
}

pub(super) fn said_of_subject(tree: &Tree, at: usize) -> bool {
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
    carries && (is_report_of(&lemma) || is_outlook(&lemma))
        || is_held_by_nobody(tree, at)
        || tree.relation(at) == Relation::Auxiliary
}

/// The noun that a verb only carries: "a deal" of "made a deal", "no deal was reached".
fn carried(tree: &Tree, verb: usize, is_happening: &dyn Fn(&str) -> bool) -> Option<usize> {
    if !tree.is(verb, PartOfSpeech::Verb) {
        return None;
    }
    let lemma = tree.lemma(verb);
    // "The hearing is scheduled for Monday": it is the hearing that is to come.
    let noun = match (is_light(&lemma), is_outlook(&lemma)) {
        (true, _) => tree.child(verb, &[Relation::Object, Relation::PassiveSubject])?,
        (false, true) => tree.child(verb, &[Relation::PassiveSubject])?,
        (false, false) => return None,
    };
    let common = matches!(tree.tag(noun), Tag::Noun | Tag::NounPlural);
    (common && is_happening(&tree.lemma(noun))).then_some(noun)
}

/// The verb of the clause that a predicate is said in: itself, the copula, or the verb that carries it.
fn clause_of(tree: &Tree, at: usize, kind: PredicateKind) -> usize {
    match kind {
        PredicateKind::State if tells_for_noun(tree, at) => tree.head(tree.head(at)),
        PredicateKind::State if !said_of_subject(tree, at) => at,
        PredicateKind::State | PredicateKind::Carried => tree.head(at),
        PredicateKind::Verb | PredicateKind::Noun => at,
    }
}

/// What the clause of a token says, whatever kind of predicate the token is.
pub(crate) fn read(
    tree: &Tree,
    sentence: u32,
    at: usize,
    kind: PredicateKind,
    untrue: &[Untrue],
) -> Proposition {
    let clause = clause_of(tree, at, kind);
    let participants = match kind {
        PredicateKind::Noun | PredicateKind::Carried => of_noun(tree, at, kind),
        PredicateKind::Verb | PredicateKind::State => of_verb(tree, at, clause),
    };
    let outer = outer_verbs(tree, clause);
    let plain = outer
        .iter()
        .find_map(|verb| negation(tree, *verb))
        .or_else(|| no_subject(tree, clause))
        .or_else(|| without(tree, at, kind));
    let called = untrue.iter().find(|one| outer.contains(&one.clause));
    let called = called.filter(|_| plain.is_none()).map(|one| tree.bytes(&(one.word..one.word + 1)));
    Proposition {
        sentence,
        predicate: tree.bytes(&(at..at + 1)),
        lemma: idiom(tree, at).unwrap_or_else(|| with_particle(tree, at)),
        kind,
        span: tree.bytes(&tree.trimmed(reach(tree, clause))),
        above: None,
        is_joined: tree.relation(clause) == Relation::Conjunct,
        negation: plain.or(called),
        is_called_untrue: called.is_some(),
        hedge: outer.iter().find_map(|verb| hedge(tree, *verb)).or_else(|| apparent(tree, at)),
        is_possible: outer.iter().any(|verb| is_possible(tree, *verb)),
        kinds: kinds(tree, at),
        before_joined: before_joined(tree, clause),
        is_open: outer.iter().any(|verb| is_open(tree, *verb)) || is_averted(tree, clause),
        participants,
    }
}

/// "nuclear deal", "peace deal", "2015 deal": a word before a noun that tells of which kind it is, and not only what it is like.
fn kinds(tree: &Tree, noun: usize) -> Vec<String> {
    const PLAIN: [&str; 14] = [
        "new", "first", "second", "last", "final", "possible", "such", "same", "other", "apparent",
        "alleged", "reported", "any", "recent",
    ];
    let tells_kind = |child: &&usize| match tree.relation(**child) {
        Relation::Compound | Relation::NumericModifier | Relation::NounAsAdverb => true,
        Relation::AdjectivalModifier => {
            let participle =
                matches!(tree.tag(**child), Tag::VerbParticiple | Tag::VerbGerund | Tag::VerbPast);
            let hyphened = tree.word(**child).ends_with("ed");
            !participle && !hyphened && !tree.is_any(**child, &PLAIN) && tree.entity_of(**child).is_none()
        }
        _ => false,
    };
    tree.children(noun).iter().filter(tells_kind).map(|child| tree.lemma(*child)).collect()
}

/// Where a clause ends before what is joined to it: "a girl died" of "a girl died and two were hurt".
fn before_joined(tree: &Tree, clause: usize) -> u32 {
    let reach = reach(tree, clause);
    let joined = tree.children(clause).iter().copied().filter(|child| {
        *child > clause && tree.relation(*child) == Relation::Conjunct && tree.is_verbal(*child)
    });
    let end = joined.map(|child| tree.reach(child).start).min().unwrap_or(reach.end);
    tree.bytes(&without_conjunction(tree, clause, reach.start..end.max(clause + 1))).end
}

/// Tokens without the marks at their ends and without a conjunction that belongs to what comes behind: "a girl died and". The verb
/// of the clause stays.
fn without_conjunction(tree: &Tree, clause: usize, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mut own = tree.trimmed(tokens);
    while own.end > clause + 1 && tree.relation(own.end - 1) == Relation::Conjunction {
        own = tree.trimmed(own.start..own.end - 1);
    }
    own.start.min(clause)..own.end.max(clause + 1)
}

/// A clause without the marks at its ends; never empty.
fn reach(tree: &Tree, clause: usize) -> std::ops::Range<usize> {
    let reach = tree.reach(clause);
    if tree.trimmed(reach.clone()).is_empty() {
        return clause..clause + 1;
    }
    let start = nor(tree, clause).map_or(reach.start, |nor| nor.min(reach.start));
    start..without_conjunction(tree, clause, reach).end
}

/// "It is alleged that": a passive without a subject but "it".
fn is_held_by_nobody(tree: &Tree, at: usize) -> bool {
    let nobody = tree.child(at, &SUBJECTS).is_some_and(|subject| tree.is_any(subject, &["it"]));
    nobody
        && is_report_of(&tree.lemma(at))
        && tree.child(at, &[Relation::PassiveAuxiliary]).is_some()
        && tree.child(at, &[Relation::ClausalComplement]).is_some()
}

/// The verb of a clause and those that carry it: "is alleged to be", "made a deal".
fn outer_verbs(tree: &Tree, clause: usize) -> Vec<usize> {
    let mut verbs = vec![clause];
    let mut at = clause;
    for _ in 0..MOST_STEPS {
        let head = tree.head(at);
        let carried = match tree.relation(at) {
            // "Is to resign".
            Relation::OpenComplement => is_carrier(tree, head) || tree.lemma(head) == "be",
            Relation::ClausalComplement => is_held_by_nobody(tree, head),
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
    word.or_else(|| nor(tree, verb)).map(|word| tree.bytes(&(word..word + 1)))
}

/// "It is not negotiable, nor will it be sold": the parser hangs the word on the clause before.
fn nor(tree: &Tree, clause: usize) -> Option<usize> {
    let before = tree.head(clause);
    let joins = |child: &usize| (before..clause).contains(child) && tree.is_any(*child, &["nor"]);
    let joined = tree.relation(clause) == Relation::Conjunct;
    joined.then(|| tree.children(before).iter().copied().find(joins)).flatten()
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

/// "without an agreement", "no agreement".
fn without(tree: &Tree, noun: usize, kind: PredicateKind) -> Option<ByteRange> {
    if !matches!(kind, PredicateKind::Noun | PredicateKind::Carried) {
        return None;
    }
    let head = tree.head(noun);
    let preposition = (tree.relation(noun) == Relation::PrepositionalObject
        && tree.is_any(head, &["without"]))
    .then_some(head);
    let determiner =
        tree.children(noun).iter().copied().find(|child| tree.is_any(*child, &["no", "neither"]));
    preposition.or(determiner).map(|word| tree.bytes(&(word..word + 1)))
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

/// "An apparent deal", "the alleged attack".
fn apparent(tree: &Tree, noun: usize) -> Option<ByteRange> {
    const ADJECTIVES: [&str; 6] = ["apparent", "alleged", "reported", "supposed", "purported", "suspected"];
    let word = tree.children(noun).iter().copied().find(|child| tree.is_any(*child, &ADJECTIVES))?;
    (tree.relation(word) == Relation::AdjectivalModifier).then(|| tree.bytes(&(word..word + 1)))
}

/// Whether a verb tells of what is to come, wanted or only possible.
fn is_open(tree: &Tree, verb: usize) -> bool {
    const MODALS: [&str; 11] =
        ["will", "would", "may", "might", "could", "should", "can", "must", "shall", "'ll", "wo"];
    let modal = tree
        .children(verb)
        .iter()
        .any(|child| tree.relation(*child) == Relation::Auxiliary && (tree.is_any(*child, &MODALS)));
    // "Allowed them to leave", "was due to leave", "forces to leave".
    let relation = tree.relation(verb);
    let to = tree.children(verb).iter().any(|child| tree.is_any(*child, &["to"]) && *child < verb);
    let completes = matches!(relation, Relation::OpenComplement | Relation::ClausalComplement);
    let lemma = tree.lemma(tree.head(verb));
    let came_about = completes && (is_report_of(&lemma) || came_about(&lemma));
    let infinitive =
        tree.tag(verb) == Tag::VerbBase && (to || relation == Relation::OpenComplement) && !came_about;
    // "Recommended charges", "promised an inquiry".
    let wanted = tree.relation(verb) == Relation::Object
        && matches!(
            class_with_object(&tree.lemma(tree.head(verb))),
            Some(
                CueClass::Demands | CueClass::Promises | CueClass::Intends | CueClass::Warns | CueClass::Asks
            )
        );
    let condition = tree
        .child(verb, &[Relation::Marker])
        .is_some_and(|mark| tree.is_any(mark, &["if", "unless", "whether"]));
    modal || infinitive || wanted || condition || is_outlook(&tree.lemma(verb))
}

/// "Preventing Iran from using it against jets": what hangs on such a verb is not said to have happened (implicatives that negate;
/// Karttunen 1971).
fn is_averted(tree: &Tree, clause: usize) -> bool {
    let mut at = clause;
    for _ in 0..MOST_STEPS {
        let head = tree.head(at);
        if head == at || SUBJECTS.contains(&tree.relation(at)) {
            return false;
        }
        if head < at && averts(&tree.lemma(head)) && tree.relation(at) != Relation::Conjunct {
            return true;
        }
        at = head;
    }
    false
}

/// "may have", "might", "could have".
fn is_possible(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).iter().any(|child| {
        tree.relation(*child) == Relation::Auxiliary && tree.is_any(*child, &["may", "might", "could"])
    })
}

/// Who takes part in what a verb tells; `clause` is the verb itself, or the copula of what is said of a subject.
fn of_verb(tree: &Tree, at: usize, clause: usize) -> Vec<Participant> {
    let mut found = Vec::new();
    let passive = is_passive(tree, clause);
    // "declared the city safe": the city is what is safe.
    let object = (tree.relation(at) == Relation::ObjectPredicate && at == clause)
        .then(|| tree.child(tree.head(at), &[Relation::Object]))
        .flatten();
    let held = held::held(tree, at);
    let bought = bought::bought(tree, at);
    let belongs = among(tree, at).is_some() || held.is_some();
    // "Among those killed were two nurses": the parser takes the nurses for what is said.
    let told = tree.child(at, &[Relation::Attribute]).filter(|_| belongs);
    if let Some(subject) = object.or_else(|| subject(tree, clause)).or(told) {
        push(tree, subject, if passive || belongs { Role::Recipient } else { Role::Actor }, &mut found);
    }
    let own = among(tree, at).into_iter().chain((at != clause).then_some(clause)).chain([at]);
    for verb in own {
        for child in tree.children(verb) {
            match tree.relation(*child) {
                Relation::Object if is_idiom(tree, verb) => {}
                Relation::Object if bought.as_ref().is_some_and(|bought| bought.price == *child) => {
                    push(tree, *child, Role::Circumstance("for".to_owned()), &mut found);
                }
                Relation::Preposition
                    if bought.as_ref().is_some_and(|bought| bought.preposition == *child) => {}
                Relation::Object | Relation::Dative => push(tree, *child, Role::Recipient, &mut found),
                Relation::Agent => {
                    if let Some(actor) = tree.governed(*child) {
                        push(tree, actor, Role::Actor, &mut found);
                    }
                }
                Relation::Preposition if held.as_ref().is_some_and(|held| held.preposition == *child) => {}
                Relation::Preposition => circumstances(tree, *child, &mut found),
                _ => {}
            }
        }
    }
    if let Some(held) = held {
        push(tree, held.holder, Role::Actor, &mut found);
    }
    if let Some(bought) = bought {
        push(tree, bought.thing, Role::Recipient, &mut found);
    }
    // The parser hangs "in the city" on the noun before it as often as on the verb.
    let nouns = tree.children(clause).iter().copied().filter(|child| {
        matches!(tree.relation(*child), Relation::Object | Relation::Subject | Relation::PassiveSubject)
    });
    for noun in nouns {
        let places = tree
            .children(noun)
            .iter()
            .copied()
            .filter(|child| tree.is_any(*child, &["in", "at", "near", "on"]));
        places.for_each(|preposition| circumstances(tree, preposition, &mut found));
    }
    if at != clause && tree.is(at, PartOfSpeech::Noun) && !tells_for_noun(tree, at) {
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
            Relation::Preposition if tree.is_any(*child, &["of", "against"]) => {
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
                if tree.entity_of(*child).is_some_and(has_own_name) =>
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
        let agent = tree.child(verb, &[Relation::Agent]).and_then(|by| tree.governed(by));
        agent.into_iter().for_each(|actor| push(tree, actor, Role::Actor, &mut found));
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
pub(super) fn subject(tree: &Tree, clause: usize) -> Option<usize> {
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
        // In a list of numbers the parser takes one noun for another name of the one before.
        let listed = tree.children(head).iter().copied().find(|child| {
            tree.relation(*child) == Relation::Apposition
                && tree.child(*child, &[Relation::NumericModifier]).is_some()
        });
        at = tree.child(head, &[Relation::Conjunct]).or(listed);
        steps += 1;
    }
}

pub(crate) fn is_nominal(tree: &Tree, at: usize) -> bool {
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

/// A noun as one that takes part.
pub(crate) fn participant(tree: &Tree, head: usize, role: Role) -> Participant {
    let phrase = phrase(tree, head);
    let head = what_of(tree, head);
    // "the rebel leader Ada Orlo" is Ada Orlo.
    let named = tree
        .child(head, &[Relation::Apposition])
        .filter(|name| tree.entity_of(*name) == Some(EntityKind::Person));
    let head = named.filter(|_| tree.is(head, PartOfSpeech::Noun)).unwrap_or(head);
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
        is_numeral: tree.is(head, PartOfSpeech::Number),
        is_known: tree.children(head).iter().any(|child| {
            tree.relation(*child) == Relation::Possessive
                || tree.is_any(*child, &["the", "both", "these", "those", "this", "that"])
        }),
        others: phrase.clone().filter(telling).map(|at| tree.lemma(at)).collect(),
    }
}

/// "a series of quakes", "dozens of homes": the noun that is meant.
fn what_of(tree: &Tree, head: usize) -> usize {
    const PARTS: [&str; 20] = [
        "series", "number", "dozen", "hundred", "thousand", "million", "score", "couple", "lot", "majority",
        "handful", "pair", "wave", "string", "most", "many", "some", "several", "spate", "all",
    ];
    let of = tree.children(head).iter().copied().find(|child| tree.is_any(*child, &["of"]));
    let lemma = tree.lemma(head);
    let meant = of.and_then(|of| tree.governed(of));
    // "the town of Serowa" is Serowa.
    let named = |noun: &usize| is_any_place(&lemma) && tree.is(*noun, PartOfSpeech::ProperNoun);
    meant.filter(|noun| PARTS.contains(&lemma.as_str()) || named(noun)).unwrap_or(head)
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
