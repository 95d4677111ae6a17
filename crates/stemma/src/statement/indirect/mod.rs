//! Words said, thought or wanted that are retold: read off the tree of a sentence.
//!
//! In: a sentence with its analysis. Out: attributions, by tokens of that sentence.
//!
//! | module | question |
//! |---|---|
//! | `verbs` | which verbs attribute, and what may they take? |
//! | `subject` | whose verb is it, and was it said at all? |
//! | `content` | what was said? |
//! | `borders` | where does it begin and end? |
//! | `according` | "according to", "as he put it" |
//! | `denial` | is it denied, or refused? |
//! | `nouns` | which nouns attribute? |
//! | `quoting` | who passes on what another said? |

mod according;
mod borders;
mod content;
mod denial;
mod nouns;
mod quoting;
mod subject;
mod verbs;

pub(crate) use verbs::class_with_object;

pub(super) use verbs::Frame;

use super::lexicon::{is_document, is_time};
use super::said;
use crate::language::Tree;
use crate::model::{CueClass, Factuality};
use borders::{trimmed, without_time};
use std::ops::Range;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation};

/// Who says what, by tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    pub cue: Range<usize>,
    pub class: CueClass,
    pub source: Option<Range<usize>>,
    /// The head of the source.
    pub head: Option<usize>,
    /// Whom a source "who" stands for: the words before its relative clause.
    pub antecedent: Option<Range<usize>>,
    pub parts: Vec<Range<usize>>,
    pub factuality: Factuality,
    /// In which frame the content stands.
    pub frame: Frame,
    /// Whether it is a statement.
    pub said: bool,
    /// Whether it attributes the words around it, with whatever is attributed there.
    pub around: bool,
    /// The words that tell when it was said.
    pub uttered: Option<Range<usize>>,
    /// Who passes it on: the words of saying, and who says them.
    pub relay: Option<(Range<usize>, Option<Range<usize>>)>,
}

/// Longest sentence that is read as a tree, in tokens: longer ones are lists and tables.
pub(super) const LONGEST: usize = 400;

/// The attributions of a sentence.
pub(super) fn attributions(tree: &Tree) -> Vec<Attribution> {
    let mut found = Vec::new();
    for at in 0..tree.len() {
        if tree.is_quoted(at) {
            continue;
        }
        if let Some(attribution) = by_verb(tree, at) {
            found.extend(cited(tree, at, &attribution));
            found.push(attribution);
        }
        found.extend(nouns::by_noun(tree, at));
        found.extend(by_clause(tree, at));
        found.extend(by_preposition(tree, at));
    }
    found.retain(|attribution| !attribution.parts.is_empty());
    found
}

fn by_verb(tree: &Tree, verb: usize) -> Option<Attribution> {
    if !tree.is(verb, PartOfSpeech::Verb) || quoting::is_citing(tree, verb) {
        return None;
    }
    let lemma = tree.lemma(verb);
    let (name, senses) = senses_of(tree, verb, &lemma)?;
    let mut group = subject::group(tree, verb)?;
    let quoting = quoting::as_saying(tree, verb);
    if let Some(quoting) = quoting {
        let joined = quoting.verb + 2 == verb;
        let start =
            if joined { subject::group(tree, quoting.verb).map(|outer| outer.words.start) } else { None };
        group.words.start = start.unwrap_or(verb - 1);
        group.source = Some(quoting.speaker);
        group.passive = false;
    }
    if group.passive && group.source.is_none() && !says_openly(&lemma) {
        return None;
    }
    let denying = senses.iter().find(|sense| sense.class == CueClass::Denies).copied();
    let mut content = denying
        .and_then(|sense| denial::turned(tree, verb, &name, sense, &group))
        .or_else(|| denial::late(tree, verb, denying?))
        .or_else(|| content::content(tree, verb, &group.words, senses))
        .or_else(|| denial::participle(tree, verb, denying?))?;
    let mut said = said::is_said(content.sense.class, content.frame, group.factuality, &lemma);
    if let Some(denied) = denying.and_then(|sense| denial::judge(tree, verb, &name, sense, &mut content)) {
        said = denied && said::happened(group.factuality);
    }
    if content.sense.class == CueClass::Shows && SHOWING.contains(&lemma.as_str()) {
        // "His refusal shows that he is weak": nobody says so but the report itself.
        said &= group
            .source
            .is_some_and(|source| is_document(&tree.lemma(source)) || is_pronoun_of_document(tree, source));
    }
    if matches!(content.frame, Frame::Object | Frame::Predicate | Frame::Charge) {
        content.parts.iter_mut().for_each(|part| *part = without_time(tree, part.clone()));
    }
    let mut cue = group.words.clone();
    if let Some(preposition) = content.preposition.filter(|preposition| *preposition == cue.end) {
        cue.end = preposition + 1;
    }
    let source = group.source.map(|head| source(tree, head, &cue, &content.parts));
    let empty =
        source.as_ref().is_some_and(|source| group.passive && tree.is_any(source.start, &["it", "there"]));
    Some(Attribution {
        cue,
        class: content.sense.class,
        antecedent: group.source.filter(|_| !empty).and_then(|head| antecedent(tree, head)),
        head: group.source.filter(|_| !empty),
        source: source.filter(|_| !empty),
        parts: trimmed(tree, content.parts),
        factuality: group.factuality,
        frame: content.frame,
        said,
        around: false,
        uttered: uttered(tree, verb),
        relay: quoting.and_then(|quoting| {
            let outer = quoting.verb..quoting.verb + 1;
            let source = quoting.relay.map(|relay| self::source(tree, relay, &outer, &[]));
            source.map(|source| (outer, Some(source)))
        }),
    })
}

/// The senses of a verb, with its particle if it has senses with it, and the name under which it has them.
fn senses_of(tree: &Tree, verb: usize, lemma: &str) -> Option<(String, &'static [verbs::Verb])> {
    let particle = subject::particle(tree, verb).map(|particle| tree.lemma(particle));
    // "brushed aside": not always a particle to the parser.
    let next = || (verb + 1 < tree.len()).then(|| tree.word(verb + 1).to_lowercase());
    let phrasal = |word: String| format!("{lemma} {word}");
    let names = [particle.map(phrasal), next().map(phrasal), Some(lemma.to_owned())];
    let mut named = names.into_iter().flatten().map(|name| (verbs::senses(&name), name));
    named.find(|(senses, _)| !senses.is_empty()).map(|(senses, name)| (name, senses))
}

/// "on Monday", "late on Friday", "yesterday": a time that hangs on the verb of saying.
fn uttered(tree: &Tree, verb: usize) -> Option<Range<usize>> {
    let is_time = |at: usize| {
        matches!(tree.entity_of(at), Some(EntityKind::Date | EntityKind::Time)) || is_time(&tree.lemma(at))
    };
    tree.children(verb).iter().copied().find_map(|child| {
        let timed = match tree.relation(child) {
            Relation::NounAsAdverb => is_time(child),
            Relation::Preposition => tree.governed(child).is_some_and(|object| {
                is_time(object) && tree.is_any(child, &["on", "in", "at", "late", "early"])
            }),
            _ => false,
        };
        timed.then(|| tree.trimmed(tree.reach(child)))
    })
}

/// Verbs that say something also where nobody is named: "it was reported that", "are said to".
fn says_openly(lemma: &str) -> bool {
    let open = [
        "say", "report", "allege", "accuse", "claim", "announce", "believe", "think", "suspect", "rumour",
        "rumor", "estimate", "expect", "know", "see", "consider", "deny", "confirm", "describe", "call",
        "charge", "argue", "suggest", "tell", "state", "warn", "fear", "predict", "ask", "quote", "blame",
        "criticise", "criticize",
    ];
    open.contains(&lemma)
}

/// Verbs whose subject says something only where it is something written, filmed or measured.
const SHOWING: [&str; 6] = ["show", "prove", "demonstrate", "illustrate", "depict", "indicate"];

/// "which" behind a document.
fn is_pronoun_of_document(tree: &Tree, source: usize) -> bool {
    let clause = tree.head(source);
    let described =
        tree.relation(clause) == Relation::RelativeClause && tree.is_any(source, &["which", "that"]);
    described && tree.reach(tree.head(clause)).any(|at| at < source && is_document(&tree.lemma(at)))
}

fn by_preposition(tree: &Tree, at: usize) -> Option<Attribution> {
    let found = according::according(tree, at)?;
    Some(Attribution {
        class: CueClass::Says,
        source: Some(tree.trimmed(tree.reach(found.source))),
        head: Some(found.source),
        antecedent: None,
        cue: found.cue,
        parts: found.parts,
        factuality: Factuality::Fact,
        frame: Frame::Clause,
        said: true,
        around: true,
        uttered: None,
        relay: None,
    })
}

/// "As the army put it".
fn by_clause(tree: &Tree, verb: usize) -> Option<Attribution> {
    if !tree.is(verb, PartOfSpeech::Verb) {
        return None;
    }
    let (head, parts) = according::as_said(tree, verb)?;
    let lemma = tree.lemma(verb);
    let puts = lemma == "put" && tree.is_any(verb + 1, &["it"]);
    let says = || verbs::senses(&lemma).iter().find(|sense| sense.frame(&[Frame::Clause]).is_some());
    let class = if puts { CueClass::Says } else { says()?.class };
    let group = subject::group(tree, verb)?;
    Some(Attribution {
        source: Some(source(tree, head, &group.words, &parts)),
        head: Some(head),
        cue: if puts { verb..verb + 2 } else { group.words },
        class,
        antecedent: None,
        parts: trimmed(tree, parts),
        factuality: group.factuality,
        frame: Frame::Clause,
        said: true,
        around: true,
        uttered: None,
        relay: None,
    })
}

/// "reported, citing the ministry": the same, said by the ministry, with the reporter as a relay.
fn cited(tree: &Tree, reporting: usize, attribution: &Attribution) -> Option<Attribution> {
    let quoting = quoting::cited(tree, reporting)?;
    let cue = quoting.verb..quoting.verb + 1;
    let overlaps = attribution.parts.iter().any(|part| part.contains(&quoting.verb));
    (!overlaps).then(|| Attribution {
        source: Some(source(tree, quoting.speaker, &cue, &attribution.parts)),
        head: Some(quoting.speaker),
        relay: Some((attribution.cue.clone(), attribution.source.clone())),
        antecedent: None,
        cue,
        ..attribution.clone()
    })
}

/// The noun phrase of a head, as far as it does not run into the cue or the words said.
fn source(tree: &Tree, head: usize, cue: &Range<usize>, parts: &[Range<usize>]) -> Range<usize> {
    let mut range = tree.reach(head);
    for other in parts.iter().chain([cue]) {
        if other.start > head {
            range.end = range.end.min(other.start);
        } else if other.end <= head {
            range.start = range.start.max(other.end);
        }
    }
    // "posters explaining", "the army, saying": the participle and what follows it is no part of the name.
    if tree.relation(head) == Relation::Root && range.len() > 12 {
        range = head..head + 1;
    }
    tree.trimmed(range)
}

/// Whom "who" stands for: the noun phrase that its clause describes, as far as it stands before the clause. Behind "the brother
/// of Orlo" it may be either; behind "a report to the council" it is the report that says something.
fn antecedent(tree: &Tree, pronoun: usize) -> Option<Range<usize>> {
    if !tree.is_any(pronoun, &["who", "which", "that"]) {
        return None;
    }
    let clause = tree.head(pronoun);
    let mut head = (tree.relation(clause) == Relation::RelativeClause).then(|| tree.head(clause))?;
    let preposition = tree.head(head);
    let outer = tree.head(preposition);
    let noun = tree.is(outer, PartOfSpeech::Noun) || tree.is(outer, PartOfSpeech::ProperNoun);
    if tree.relation(head) == Relation::PrepositionalObject && noun && outer != preposition {
        let document = is_document(&tree.lemma(outer)) && tree.is_any(pronoun, &["which", "that"]);
        head = document.then_some(outer)?;
    }
    let range = tree.trimmed(tree.reach(head).start..tree.reach(clause).start.min(pronoun));
    (!range.is_empty() && range.contains(&head)).then_some(range)
}
