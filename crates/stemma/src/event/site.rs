//! A predicate in its sentence, with all that a line of the event table can ask about.

use crate::claim::clauses::{is_nominal, participant, read};
use crate::claim::{Participant, PredicateKind, Proposition, Role};
use crate::language::Tree;
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// How far behind a preposition others are followed ("talks in a town on the border").
const DEEPEST: usize = 4;

/// How many nouns joined by "and" are taken.
const MOST_JOINED: usize = 8;

/// A predicate with what stands round it.
pub(super) struct Site {
    /// The token that is looked up in the table.
    pub at: usize,
    /// The verb of its clause; the token itself where it is a verb or stands alone.
    pub verb: usize,
    /// What it is.
    pub kind: PredicateKind,
    /// What the clause says.
    pub proposition: Proposition,
    /// Who does it.
    pub actors: Vec<Arg>,
    /// To whom or what.
    pub objects: Vec<Arg>,
    /// What prepositions join on.
    pub behind: Vec<(String, Arg)>,
    /// The verbs of infinitives that complete it.
    pub to_do: Vec<usize>,
    /// The verbs of clauses that complete it.
    pub that: Vec<usize>,
    /// The same behind a preposition, or as a participle.
    pub doing: Vec<usize>,
    /// The verbs of infinitives that tell what it is done for.
    pub purpose: Vec<usize>,
}

/// Somebody or something that takes part, with the token of its head.
#[derive(Clone)]
pub(super) struct Arg {
    pub token: usize,
    pub participant: Participant,
}

impl Site {
    /// What stands round a proposition whose predicate is `at`.
    pub fn of(tree: &Tree, proposition: Proposition, at: usize) -> Self {
        let kind = proposition.kind;
        let carried = matches!(kind, PredicateKind::State | PredicateKind::Carried);
        let verb = if carried && tree.is_verbal(tree.head(at)) { tree.head(at) } else { at };
        let with = |role: &Role| {
            let takes = |one: &&Participant| one.role == *role && one.head != proposition.predicate;
            proposition.participants.iter().filter(takes).filter_map(|one| arg(tree, one)).collect::<Vec<_>>()
        };
        let (actors, objects) = (with(&Role::Actor), with(&Role::Recipient));
        let mut bases = vec![verb, at];
        bases.extend(objects.iter().map(|one| one.token));
        bases.dedup();
        let mut behind = Vec::new();
        bases.iter().for_each(|base| prepositions(tree, *base, 0, &mut behind));
        // "a US attack": a name before a noun.
        let before =
            proposition.participants.iter().filter(|one| one.role == Role::Circumstance(String::new()));
        behind.extend(before.filter_map(|one| Some((String::new(), arg(tree, one)?))));
        // "Called the claim an insult": as if "as" stood there.
        let called = tree.child(verb, &[Relation::ObjectPredicate]);
        behind.extend(called.and_then(|token| {
            let one = participant(tree, token, Role::Circumstance("as".to_owned()));
            Some(("as".to_owned(), arg(tree, &one)?))
        }));
        let mut site = Site {
            at,
            verb,
            kind,
            actors,
            objects,
            behind,
            to_do: Vec::new(),
            that: Vec::new(),
            doing: Vec::new(),
            purpose: Vec::new(),
            proposition,
        };
        site.complete(tree, verb);
        if at != verb {
            site.complete(tree, at);
        }
        site
    }

    /// The same for any token: a verb, or a noun that is only a part of what a verb tells.
    pub fn at(tree: &Tree, at: usize) -> Self {
        let noun = tree.is(at, PartOfSpeech::Noun) || tree.is(at, PartOfSpeech::ProperNoun);
        let kind = if noun { PredicateKind::Noun } else { PredicateKind::Verb };
        Site::of(tree, read(tree, 0, at, kind, &[]), at)
    }

    /// The clauses that complete a token.
    fn complete(&mut self, tree: &Tree, base: usize) {
        for child in tree.children(base).iter().copied() {
            let infinitive =
                tree.children(child).iter().any(|aux| tree.is_any(*aux, &["to"]) && *aux < child);
            match tree.relation(child) {
                Relation::OpenComplement if tree.tag(child) == Tag::VerbGerund => self.doing.push(child),
                Relation::OpenComplement | Relation::ClausalComplement | Relation::AdjectivalClause
                    if infinitive =>
                {
                    self.to_do.push(child);
                }
                Relation::AdverbialClause if infinitive => self.purpose.push(child),
                Relation::RelativeClause if infinitive => self.to_do.push(child),
                Relation::OpenComplement => self.to_do.push(child),
                Relation::ClausalComplement => self.that.push(child),
                Relation::AdjectivalClause if tree.is_marked(child, "that") => self.that.push(child),
                Relation::Preposition => {
                    let inner = tree.child(child, &[Relation::PrepositionalClause]);
                    self.doing.extend(inner);
                }
                _ => {}
            }
        }
    }

    /// All that takes part, with what prepositions join on.
    pub fn args(&self) -> impl Iterator<Item = &Arg> {
        self.actors.iter().chain(&self.objects).chain(self.behind.iter().map(|(_, one)| one))
    }
}

/// A participant with its token.
fn arg(tree: &Tree, one: &Participant) -> Option<Arg> {
    let token = (0..tree.len()).find(|at| tree.bytes(&(*at..at + 1)).start == one.head.start)?;
    Some(Arg { token, participant: one.clone() })
}

/// What prepositions join on to a token.
pub(super) fn behind(tree: &Tree, base: usize) -> Vec<(String, Arg)> {
    let mut found = Vec::new();
    prepositions(tree, base, DEEPEST, &mut found);
    found
}

/// What prepositions join on to a token, and to what they join on.
fn prepositions(tree: &Tree, base: usize, depth: usize, found: &mut Vec<(String, Arg)>) {
    if depth > DEEPEST {
        return;
    }
    for child in tree.children(base).iter().copied() {
        let joins =
            matches!(tree.relation(child), Relation::Preposition | Relation::Dative | Relation::Agent)
                || tree.relation(child) == Relation::AdverbialModifier
                    && tree.child(child, &[Relation::Preposition]).is_some();
        // "According to the army": who tells it takes no part.
        if !joins || tree.is_any(child, &["according"]) {
            continue;
        }
        let mut name = tree.word(child).to_lowercase();
        let mut governed = tree.governed(child);
        // "out of", "ahead of", "because of".
        if governed.is_none()
            && let Some(inner) = tree.child(child, &[Relation::Preposition])
        {
            name = tree.word(inner).to_lowercase();
            governed = tree.governed(inner);
        }
        let mut next = governed;
        let mut steps = 0;
        while let Some(noun) = next.filter(|_| steps < MOST_JOINED) {
            if is_nominal(tree, noun) && !found.iter().any(|(_, one)| one.token == noun) {
                let one = participant(tree, noun, Role::Circumstance(name.clone()));
                found.extend(arg(tree, &one).map(|one| (name.clone(), one)));
                prepositions(tree, noun, depth + 1, found);
            }
            next = tree.child(noun, &[Relation::Conjunct]);
            steps += 1;
        }
    }
}
