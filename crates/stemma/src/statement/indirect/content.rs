//! What a verb takes as the words said, thought or wanted.

use super::verbs::{Frame, Verb};
use crate::language::Tree;
use crate::model::CueClass;
use std::ops::Range;
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// The content of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    /// Its tokens, in one piece or several.
    pub parts: Vec<Range<usize>>,
    /// The frame that it stands in.
    pub frame: Frame,
    pub sense: Verb,
    /// The preposition that binds it to the verb.
    pub preposition: Option<usize>,
}

/// The content of the verb at `verb` whose words are `words`.
pub(super) fn content(tree: &Tree, verb: usize, words: &Range<usize>, senses: &[Verb]) -> Option<Content> {
    clause_behind(tree, verb, senses)
        .or_else(|| clause_before(tree, verb, words, senses))
        .or_else(|| sentence_before(tree, verb, senses))
        .or_else(|| infinitive(tree, verb, senses))
        .or_else(|| object(tree, verb, senses))
        .or_else(|| prepositional(tree, verb, senses))
}

/// The first sense that has one of some frames, and the frame.
fn sense(senses: &[Verb], frames: &[Frame]) -> Option<(Verb, Frame)> {
    senses.iter().find_map(|sense| Some((*sense, sense.frame(frames)?)))
}

fn right<'t>(tree: &'t Tree, verb: usize) -> impl Iterator<Item = usize> + 't {
    tree.children(verb).iter().copied().filter(move |child| *child > verb)
}

/// "said that he left", "told reporters he left", "asked whether he left", "urged him to leave" where he is its subject.
fn clause_behind(tree: &Tree, verb: usize, senses: &[Verb]) -> Option<Content> {
    let clause = right(tree, verb).find(|child| tree.relation(*child) == Relation::ClausalComplement)?;
    let verbal = tree.is_verbal(clause);
    let to = tree.children(clause).iter().any(|child| tree.tag(*child) == Tag::To);
    let reach = tree.reach(clause);
    let start = reach.start.max(verb + 1);
    let gerund = tree.tag(clause) == Tag::VerbGerund;
    let finite = [Relation::Auxiliary, Relation::PassiveAuxiliary, Relation::Marker];
    if tree.tag(clause) == Tag::VerbParticiple && tree.child(clause, &finite).is_none() {
        // "assured the mothers gathered outside": a participle that describes whom it is said to.
        return None;
    }
    if tree.lemma(verb) == "hold" && !tree.is_marked(clause, "that") {
        // "Troops hold the airfield, the mayor said": what is held is no thought.
        return None;
    }
    let wanted: &[Frame] = match (verbal, to) {
        (false, _) => &[Frame::Predicate],
        (true, true) => &[Frame::Command, Frame::Infinitive, Frame::Clause],
        (true, false) if gerund => &[Frame::Clause, Frame::Gerund],
        (true, false) => &[Frame::Clause],
    };
    let (sense, frame) =
        sense(senses, wanted).or_else(|| self::sense(senses, &[Frame::Clause]).filter(|_| !verbal))?;
    let end = start + aside(tree, start..reach.end);
    Some(whole(start..end, frame, sense))
}

/// How many tokens of a clause are said: not what stands behind a comma and sets the report's own knowledge against it.
fn aside(tree: &Tree, clause: Range<usize>) -> usize {
    let opens = ["despite", "although", "though", "whereas", "amid", "contradicting", "echoing"];
    let at = (clause.start + 1..clause.end)
        .find(|at| tree.is_any(*at, &opens) && tree.is_any(at - 1, &[","]) && !tree.is_quoted(*at));
    at.map_or(clause.end, |at| at - 1) - clause.start
}

/// "He left, she said": the clause before the verb, and what of it goes on behind.
fn clause_before(tree: &Tree, verb: usize, words: &Range<usize>, senses: &[Verb]) -> Option<Content> {
    let (sense, _) = sense(senses, &[Frame::Clause])?;
    let before = tree.children(verb).iter().copied().filter(|child| *child < verb);
    let mut complements = before.filter(|child| match tree.relation(*child) {
        Relation::ClausalComplement => true,
        // "A, said X, APA reported": the first reporting clause hangs on the second.
        Relation::Parataxis => tree.child(*child, &[Relation::ClausalComplement]).is_some(),
        _ => false,
    });
    let (clause, own) = match complements.next_back() {
        Some(clause) => (clause, None),
        None if tree.relation(verb) == Relation::Parataxis => (tree.head(verb), Some(tree.reach(verb))),
        None => return None,
    };
    let reach = tree.reach(clause);
    if let Some(own) = own {
        let mut parts = vec![reach.start..own.start, own.end..reach.end];
        parts.retain(|part| has_words(tree, part));
        return (!parts.is_empty()).then_some(Content {
            parts,
            frame: Frame::Clause,
            sense,
            preposition: None,
        });
    }
    // All that stands before the reporting clause belongs to the words said, but for a conjunction that joins the sentence on.
    let reporting = reporting_start(tree, verb, words, clause);
    let mut start = reach.start;
    let sentence = tree.reach(verb).start;
    let joins_on = |at: usize| tree.relation(at) == Relation::Conjunction && tree.head(at) == verb;
    let between_is_said =
        (sentence..start).all(|at| tree.is_mark(at) || tree.depends(at, verb) && !joins_on(at));
    if between_is_said && tree.relation(verb) != Relation::Conjunct {
        // What stands before a colon only leads up to what is said.
        start =
            (sentence..start).rev().find(|at| tree.is_any(*at, &[":"])).map_or(sentence, |colon| colon + 1);
    }
    let apart = (clause..reporting).any(|at| tree.is_any(at, &[";", ":", "--", "\u{2014}"]));
    if start >= reporting || apart {
        return None;
    }
    let mut parts: Vec<Range<usize>> = std::iter::once(start..reporting).collect();
    if reach.end > verb {
        let behind = tree.trimmed(verb + 1..reach.end);
        // "..., he said, and she denied": another clause, which the parser joined on.
        if !behind.is_empty() && tree.tag(behind.start) != Tag::Conjunction {
            parts.push(behind);
        }
    }
    parts.retain(|part| has_words(tree, part));
    Some(Content { parts, frame: Frame::Clause, sense, preposition: None })
}

/// "He left, the mayor said", where the parser took the reporting clause for a second half of the sentence: a comma, a
/// subject and a verb without anything said behind it.
fn sentence_before(tree: &Tree, verb: usize, senses: &[Verb]) -> Option<Content> {
    let (sense, _) = sense(senses, &[Frame::Clause])?;
    let finite = matches!(tree.tag(verb), Tag::VerbPast | Tag::VerbPresentThird | Tag::VerbPresent);
    let subject = tree.child(verb, &[Relation::Subject])?;
    let complete = right(tree, verb).any(|child| {
        matches!(
            tree.relation(child),
            Relation::ClausalComplement | Relation::OpenComplement | Relation::Object | Relation::Conjunct
        ) && !(sense.takes_addressee() && tree.relation(child) == Relation::Object)
    });
    let start = tree.reach(subject).start.min(verb);
    let comma = start.checked_sub(1).filter(|comma| tree.is_any(*comma, &[","]))?;
    let joined = tree.relation(verb) == Relation::Conjunct && !tree.depends(tree.head(verb), verb);
    let joint = tree.child(tree.head(verb), &[Relation::Conjunction]).is_some_and(|joint| joint + 1 >= start);
    let rest = tree.reach(verb).end;
    let last = (rest..tree.len()).all(|at| tree.is_mark(at));
    let before = tree.sentence_start(verb)..comma;
    let fits = finite && !complete && joined && !joint && last && before.len() > 2;
    fits.then(|| whole(before, Frame::Clause, sense))
}

/// Where the reporting clause behind a clause begins: with the first word behind it that belongs to the verb.
fn reporting_start(tree: &Tree, verb: usize, words: &Range<usize>, clause: usize) -> usize {
    let first = tree
        .children(verb)
        .iter()
        .filter(|child| **child > clause && !tree.is_mark(**child) && **child < verb)
        .filter(|child| tree.relation(**child) != Relation::ClausalComplement)
        .map(|child| tree.reach(*child).start)
        .min();
    first.unwrap_or(words.start).min(words.start)
}

fn has_words(tree: &Tree, part: &Range<usize>) -> bool {
    part.clone().any(|at| !tree.is_mark(at))
}

/// "promised to leave", "urged him to leave", "proposed leaving".
fn infinitive(tree: &Tree, verb: usize, senses: &[Verb]) -> Option<Content> {
    let open = right(tree, verb).find(|child| tree.relation(*child) == Relation::OpenComplement)?;
    let to = tree.children(open).iter().any(|child| tree.tag(*child) == Tag::To && *child < open);
    let object = addressee(tree, verb).filter(|object| *object < open);
    let reach = tree.reach(open);
    let gerund = tree.tag(open) == Tag::VerbGerund;
    let (wanted, start): (&[Frame], usize) = match (to, object) {
        (true, Some(object)) => (&[Frame::Command], tree.reach(object).start),
        (true, None) => (&[Frame::Infinitive], reach.start),
        (false, None) if gerund => (&[Frame::Gerund], reach.start),
        (false, Some(object)) => (&[Frame::Predicate], tree.reach(object).start),
        (false, None) => (&[Frame::Predicate], reach.start),
    };
    let told = || senses.iter().find(|sense| to && object.is_some() && sense.takes_addressee()).copied();
    let (sense, frame) = sense(senses, wanted).or_else(|| told().map(|sense| (sense, Frame::Command)))?;
    Some(whole(start.max(verb + 1)..reach.end, frame, sense))
}

/// Whom the words are said to.
fn addressee(tree: &Tree, verb: usize) -> Option<usize> {
    right(tree, verb).find(|child| matches!(tree.relation(*child), Relation::Object | Relation::Dative))
}

/// The object behind a verb.
pub(super) fn object_of(tree: &Tree, verb: usize) -> Option<usize> {
    right(tree, verb).find(|child| tree.relation(*child) == Relation::Object)
}

/// "criticised the plan", "called the plan a mistake", "accused him of lying".
fn object(tree: &Tree, verb: usize, senses: &[Verb]) -> Option<Content> {
    let object = object_of(tree, verb)?;
    let reach = tree.reach(object);
    let behind =
        |wanted: &dyn Fn(usize) -> bool| right(tree, verb).find(|child| *child > object && wanted(*child));
    let predicate = behind(&|child| {
        tree.relation(child) == Relation::ObjectPredicate
            || matches!(tree.relation(child), Relation::Preposition) && tree.is_any(child, &["as"])
    });
    // "put the number of dead at 23".
    let number = behind(&|child| tree.is_any(child, &["at"]) && has_number(tree, child));
    let estimating = senses.iter().find(|sense| sense.class == CueClass::Estimates).copied();
    if let (Some(number), Some(sense)) = (number, estimating) {
        return Some(whole(reach.start..tree.reach(number).end, Frame::Predicate, sense));
    }
    if let (Some(predicate), Some((sense, frame))) = (predicate, sense(senses, &[Frame::Predicate])) {
        return Some(whole(reach.start..tree.reach(predicate).end, frame, sense));
    }
    let charges = |child: usize| {
        // "Attacked the police with stones" charges nobody with anything.
        let with = tree.is_any(child, &["with"]) && tree.lemma(verb) == "charge";
        tree.relation(child) == Relation::Preposition && (tree.is_any(child, &["of", "for"]) || with)
    };
    // The parser may hang the charge on the accused.
    let charge =
        behind(&charges).or_else(|| tree.children(object).iter().copied().find(|child| charges(*child)));
    if let (Some(charge), Some((sense, frame))) = (charge, sense(senses, &[Frame::Charge])) {
        return Some(whole(reach.start..tree.reach(charge).end, frame, sense));
    }
    let (sense, frame) = sense(senses, &[Frame::Object])?;
    // "congratulated her for her victory".
    let reason = behind(&|child| tree.relation(child) == Relation::Preposition && binds(tree, child, &sense));
    let end = reason.map_or(reach.end, |reason| tree.reach(reason).end);
    Some(whole(reach.start..end, frame, sense))
}

fn has_number(tree: &Tree, preposition: usize) -> bool {
    tree.reach(preposition).any(|at| tree.is(at, PartOfSpeech::Number))
}

/// Whether a preposition is one of those that a sense lists.
fn binds(tree: &Tree, preposition: usize, sense: &Verb) -> bool {
    sense.prepositions.split(' ').any(|one| tree.is_any(preposition, &[one]))
}

/// A content in one piece.
pub(super) fn whole(range: Range<usize>, frame: Frame, sense: Verb) -> Content {
    Content { parts: vec![range], frame, sense, preposition: None }
}

/// "called for a vote", "agreed with him".
fn prepositional(tree: &Tree, verb: usize, senses: &[Verb]) -> Option<Content> {
    right(tree, verb).find_map(|child| {
        let preposition = tree.relation(child) == Relation::Preposition;
        let sense = senses.iter().find(|sense| binds(tree, child, sense))?;
        let from = child + 1..tree.reach(child).end;
        (preposition && !from.is_empty()).then_some(Content {
            parts: vec![from],
            frame: Frame::Preposition,
            sense: *sense,
            preposition: Some(child),
        })
    })
}
