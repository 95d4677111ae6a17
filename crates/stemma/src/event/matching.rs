//! Which lines of the event table fit a predicate.

use super::site::{Arg, Site};
use super::table::{
    Atom, Condition, Content, EventTable, Phrase, Place, PredicateClass, Rule, place_of_noun,
};
use crate::claim::{Meaning, PredicateKind, has_own_name, is_place};
use crate::language::Tree;
use crate::model::{EventKind, EventType};
use stemma_language::WordNet;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation};
use stemma_language::wordnet::WordClass;

/// How deep a line may ask what its own words tell of ("rejected an offer to release"): deeper than this is nobody's sentence.
const DEEPEST: usize = 2;

/// How deep below a predicate its further words may stand ("take into custody").
const FURTHEST: usize = 2;

/// What is needed to look a sentence up.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'a> {
    pub tree: &'a Tree<'a>,
    pub table: &'a EventTable,
    pub words: &'a WordNet,
    /// Of each token of the sentence its lemma and itself, in small letters: both are asked for again and again.
    pub forms: &'a [(String, String)],
}

/// The lemmas and words of a sentence, in small letters.
pub(super) fn forms(tree: &Tree) -> Vec<(String, String)> {
    (0..tree.len()).map(|at| (tree.lemma(at), tree.word(at).to_lowercase())).collect()
}

/// A line that fits, with the tokens that its conditions were met by.
#[derive(Clone)]
pub(super) struct Fit<'a> {
    pub rule: &'a Rule,
    pub used: Vec<usize>,
}

impl<'a> Lookup<'a> {
    /// The lines that fit a predicate best; none where no line does, or where the best say that it tells of nothing.
    pub fn fits(&self, site: &Site, depth: usize) -> Vec<Fit<'a>> {
        let mut best: Vec<Fit<'a>> = Vec::new();
        let mut most = (0, 0);
        for place in self.candidates(site) {
            let rule = &self.table.rules[place];
            let Some(used) = self.fit(rule, site, depth) else { continue };
            let weight = (weight(rule), rule.layer);
            if weight > most || best.is_empty() {
                most = weight;
                best.clear();
            }
            if weight == most {
                best.push(Fit { rule, used });
            }
        }
        // A line that takes a meaning away is as good a reason as any.
        if best.iter().any(|fit| fit.rule.kind.is_none()) {
            return Vec::new();
        }
        best
    }

    /// The rules that the words of a predicate can begin, each once, in the order of the table.
    fn candidates(&self, site: &Site) -> Vec<usize> {
        let (lemma, word) = &self.forms[site.at];
        // "Lost their lives": only what tells of victims means more than its words.
        let idiom = Some(site.proposition.lemma.as_str())
            .filter(|idiom| matches!(*idiom, "die" | "kill"))
            .unwrap_or_default();
        let mut places: Vec<usize> = [word.as_str(), lemma.as_str(), idiom]
            .iter()
            .filter_map(|key| self.table.by_head.get(*key))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Whether a line fits, and by which tokens.
    fn fit(&self, rule: &Rule, site: &Site, depth: usize) -> Option<Vec<usize>> {
        self.is_of_class(rule, site).then_some(())?;
        let mut used = self.further_words(rule, site)?;
        for condition in &rule.conditions {
            match (self.met(condition, site, depth), condition.is_negated) {
                (Some(tokens), false) => used.extend(tokens),
                (None, true) => {}
                _ => return None,
            }
        }
        Some(used)
    }

    fn is_of_class(&self, rule: &Rule, site: &Site) -> bool {
        let tree = self.tree;
        let is_noun = tree.is(site.at, PartOfSpeech::Noun) || tree.is(site.at, PartOfSpeech::ProperNoun);
        match rule.class {
            Some(PredicateClass::Verb) => site.kind == PredicateKind::Verb && !is_noun,
            Some(PredicateClass::Noun) => is_noun,
            Some(PredicateClass::State) => site.kind == PredicateKind::State && !is_noun,
            None if is_noun && rule.words.len() == 1 => self.is_happening(site.at),
            None => site.kind != PredicateKind::State || is_noun || tree.word(site.at).ends_with("ed"),
        }
    }

    /// Whether a noun tells of something that happens, and is not only called like a verb: a nurse, a shelter, a bomb.
    fn is_happening(&self, noun: usize) -> bool {
        let (lemma, _) = &self.forms[noun];
        Meaning::of(self.words).is_happening(lemma)
    }

    /// The further words of a predicate, which depend on it.
    fn further_words(&self, rule: &Rule, site: &Site) -> Option<Vec<usize>> {
        if rule.words.len() == 1 {
            return Some(Vec::new());
        }
        let below = self.below(site.at, FURTHEST);
        let is_noun =
            self.tree.is(site.at, PartOfSpeech::Noun) || self.tree.is(site.at, PartOfSpeech::ProperNoun);
        let head = if is_noun { place_of_noun(&rule.words) } else { 0 };
        self.is_word(site.at, &rule.words[head]).then_some(())?;
        let mut used = Vec::new();
        for (at, word) in rule.words.iter().enumerate() {
            if at != head {
                let stands =
                    |token: &usize| self.is_word(*token, word) && self.is_particle(site.at, *token, word);
                used.push(below.iter().copied().find(stands)?);
            }
        }
        Some(used)
    }

    /// Whether a small word belongs to a verb, where it is one: "gave in", and not "gave them the upper hand in the war".
    fn is_particle(&self, verb: usize, token: usize, word: &str) -> bool {
        const PARTICLES: [&str; 9] = ["in", "up", "down", "over", "off", "out", "back", "away", "aside"];
        let tree = self.tree;
        !PARTICLES.contains(&word)
            || tree.head(token) == verb
                && (tree.relation(token) != Relation::Preposition || tree.governed(token).is_none())
    }

    fn is_word(&self, token: usize, word: &str) -> bool {
        let (lemma, form) = &self.forms[token];
        form == word || lemma == word
    }

    /// What depends on a token, some steps deep, but for its subject.
    fn below(&self, token: usize, steps: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if steps == 0 {
            return found;
        }
        for child in self.tree.children(token).iter().copied() {
            if matches!(self.tree.relation(child), Relation::Subject) {
                continue;
            }
            found.push(child);
            found.extend(self.below(child, steps - 1));
        }
        found
    }

    /// The tokens by which a condition is met.
    fn met(&self, condition: &Condition, site: &Site, depth: usize) -> Option<Vec<usize>> {
        condition.places.iter().find_map(|place| match place {
            Place::Actor => self.among(site.actors.iter(), &condition.atoms, depth),
            Place::Object => self.among(site.objects.iter(), &condition.atoms, depth),
            Place::Behind(name) => {
                let behind = site.behind.iter().filter(|(own, _)| own == name).map(|(_, one)| one);
                self.among(behind, &condition.atoms, depth)
            }
            Place::ToDo => self.clause(&site.to_do, &condition.atoms, depth),
            Place::That => self.clause(&site.that, &condition.atoms, depth),
            Place::Doing => self.clause(&site.doing, &condition.atoms, depth),
            Place::Purpose => self.clause(
                &[site.purpose.as_slice(), site.to_do.as_slice()].concat(),
                &condition.atoms,
                depth,
            ),
            Place::Near => self.near(&condition.atoms),
        })
    }

    fn among<'b>(
        &self,
        args: impl Iterator<Item = &'b Arg>,
        atoms: &[Atom],
        depth: usize,
    ) -> Option<Vec<usize>> {
        let args: Vec<&Arg> = args.collect();
        atoms.iter().find_map(|atom| {
            args.iter().find(|one| self.is_atom(atom, one, depth)).map(|one| vec![one.token])
        })
    }

    fn is_atom(&self, atom: &Atom, arg: &Arg, depth: usize) -> bool {
        let one = &arg.participant;
        match atom {
            Atom::Anything => true,
            Atom::People => self.is_people(arg),
            Atom::Person => one.name == Some(EntityKind::Person),
            Atom::Name => one.name.is_some_and(has_own_name),
            Atom::Place => one.name.is_some_and(is_place),
            Atom::Number => one.is_numeral,
            Atom::Must | Atom::Refusal => false,
            Atom::Words(phrase) => self.is_phrase(phrase, arg),
            Atom::Class(name) => self.table.class(name).iter().any(|phrase| self.is_phrase(phrase, arg)),
            Atom::KindOf(noun) => self.words.is_a(&one.lemma, WordClass::Noun, (noun, WordClass::Noun)),
            Atom::Type(kind) => self.is_type(arg.token, *kind, depth),
        }
    }

    /// Whether somebody, not something: a name of people, a body or a state, or a noun for people.
    pub fn is_people(&self, arg: &Arg) -> bool {
        let one = &arg.participant;
        // "Sunday" is a person in a lexicon, and here a day; "settlement" is a body of people, and here a deal.
        if let Some(kind) = one.name {
            return matches!(
                kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Group
                    | EntityKind::PoliticalPlace
            );
        }
        if one.is_pronoun {
            return !matches!(one.lemma.as_str(), "it" | "this" | "that" | "which" | "what");
        }
        if self.is_nameless(arg) {
            return true;
        }
        let meaning = Meaning::of(self.words);
        let thing = ["agreement", "proposal", "land", "violence"].iter().any(|class| {
            self.table.class(class).iter().any(|phrase| phrase.len() == 1 && phrase[0] == one.lemma)
        });
        // A pile is a group of things.
        let body = || {
            ["social group", "organization", "people", "crowd", "military unit"]
                .iter()
                .any(|above| self.words.is_a(&one.lemma, WordClass::Noun, (above, WordClass::Noun)))
        };
        !thing && (meaning.is_person(&one.lemma) || meaning.is_group(&one.lemma) && body())
            || self.is_head_of("armed", arg)
    }

    /// Whether a noun is that of a building, a road, or something in a landscape.
    pub fn is_site(&self, arg: &Arg) -> bool {
        let above = ["structure", "road", "body of water", "geological formation"];
        let lemma = arg.participant.lemma.as_str();
        let is_other =
            ["violence", "weapon", "weaponry", "talk"].iter().any(|class| self.is_head_of(class, arg));
        arg.participant.name.is_none_or(|name| name == EntityKind::Facility)
            && !arg.participant.is_pronoun
            && !is_other
            && above.iter().any(|above| self.words.is_a(lemma, WordClass::Noun, (above, WordClass::Noun)))
    }

    /// Whether the head of a noun phrase alone is in a class.
    pub fn is_head_of(&self, name: &str, arg: &Arg) -> bool {
        self.table.class(name).iter().any(|phrase| phrase.len() == 1 && phrase[0] == arg.participant.lemma)
    }

    /// Whether a name of which nobody knows what it names: some body or person, more often than not.
    pub fn is_nameless(&self, arg: &Arg) -> bool {
        arg.participant.name.is_none() && self.tree.is(arg.token, PartOfSpeech::ProperNoun)
    }

    /// Whether a noun phrase is, or has in it, some words.
    pub fn is_phrase(&self, phrase: &Phrase, arg: &Arg) -> bool {
        let one = &arg.participant;
        let has = |word: &String| {
            one.lemma == *word
                || one.others.contains(word)
                || self.tree.word(arg.token).eq_ignore_ascii_case(word)
        };
        phrase.iter().all(has)
    }

    /// Whether a class of the table has the head of a noun phrase, or the whole of it.
    pub fn is_in_class(&self, name: &str, arg: &Arg) -> bool {
        self.table.class(name).iter().any(|phrase| self.is_phrase(phrase, arg))
    }

    fn clause(&self, tokens: &[usize], atoms: &[Atom], depth: usize) -> Option<Vec<usize>> {
        let fits = |token: usize, atom: &Atom| match atom {
            Atom::Anything => true,
            Atom::Words(phrase) => phrase.len() == 1 && self.is_word(token, &phrase[0]),
            Atom::Type(kind) => self.is_type(token, *kind, depth),
            Atom::Must => self.is_bound(token),
            Atom::Refusal => self.is_refused(token),
            Atom::Class(name) => self.table.class(name).iter().any(|phrase| self.is_word(token, &phrase[0])),
            _ => false,
        };
        let token = tokens.iter().copied().find(|token| atoms.iter().any(|atom| fits(*token, atom)))?;
        Some(vec![token])
    }

    /// Whether a clause says what somebody must do.
    fn is_bound(&self, verb: usize) -> bool {
        let tree = self.tree;
        let bound = |child: &usize| {
            tree.relation(*child) == Relation::Auxiliary
                && tree.is_any(*child, &["must", "should", "ought", "shall"])
        };
        let owes = matches!(tree.lemma(verb).as_str(), "need" | "have")
            && tree.child(verb, &[Relation::OpenComplement]).is_some();
        let negated = tree.child(verb, &[Relation::Negation]).is_some();
        let people = Site::at(tree, verb).args().any(|one| self.is_people(one));
        (tree.children(verb).iter().any(bound) || owes && !negated) && people
    }

    /// Whether a clause says what its speaker will not do: its subject is a pronoun, which stands for him.
    fn is_refused(&self, verb: usize) -> bool {
        let tree = self.tree;
        let aux = |child: &usize| {
            tree.relation(*child) == Relation::Auxiliary
                && tree.is_any(*child, &["will", "wo", "would", "can", "ca", "could"])
        };
        // Who will not say something has only not said it.
        if tree.is_any(verb, &["say", "comment", "tell", "name", "speak", "talk", "answer", "discuss"]) {
            return false;
        }
        let negated = tree.child(verb, &[Relation::Negation]).is_some();
        let subject = tree.child(verb, &[Relation::Subject]);
        let own =
            subject.is_some_and(|subject| tree.is_any(subject, &["he", "she", "it", "they", "we", "i"]));
        negated && own && tree.children(verb).iter().any(aux)
    }

    /// Words anywhere in the sentence.
    fn near(&self, atoms: &[Atom]) -> Option<Vec<usize>> {
        let phrases = |atom: &Atom| match atom {
            Atom::Words(phrase) => vec![phrase.clone()],
            Atom::Class(name) => self.table.class(name).to_vec(),
            _ => Vec::new(),
        };
        atoms.iter().flat_map(phrases).find_map(|phrase| self.stands(&phrase)).map(|_| Vec::new())
    }

    /// The first place in the sentence where some words stand one after the other.
    pub fn stands(&self, phrase: &Phrase) -> Option<std::ops::Range<usize>> {
        let tokens: Vec<usize> = (0..self.tree.len()).filter(|at| !self.tree.is_any(*at, &["-"])).collect();
        let n = phrase.len();
        let fits = |run: &&[usize]| run.iter().zip(phrase).all(|(token, word)| self.is_word(*token, word));
        tokens.windows(n).find(fits).map(|run| run[0]..run[n - 1] + 1)
    }

    fn is_type(&self, token: usize, kind: EventType, depth: usize) -> bool {
        self.kinds_at(token, depth + 1).iter().any(|one| one.kind == kind)
    }

    /// What a token tells of by itself.
    pub fn kinds_at(&self, token: usize, depth: usize) -> Vec<EventKind> {
        if depth > DEEPEST {
            return Vec::new();
        }
        let site = Site::at(self.tree, token);
        let own = kinds_of(&self.fits(&site, depth));
        if !own.is_empty() || !self.tree.is_verbal(token) {
            return own;
        }
        let object = self.tree.child(token, &[Relation::Object]);
        object.map_or(own, |noun| self.kinds_at(noun, depth + 1))
    }

    /// The mode of a demand, refusal or threat by the types of what it is about.
    pub fn mode_of_content(&self, kind: EventType, about: &[EventType]) -> Option<String> {
        let fits =
            |content: &&Content| content.kind == kind && content.of.iter().any(|of| about.contains(of));
        self.table.contents.iter().find(fits).map(|content| content.mode.clone())
    }
}

/// How much a line asks for: each word and each condition counts twice, but for one that anything meets.
fn weight(rule: &Rule) -> usize {
    let asked = rule.conditions.iter().filter(|one| !one.is_negated);
    let of_condition = |one: &Condition| if one.atoms == [Atom::Anything] { 1 } else { 2 };
    2 * rule.words.len() + asked.map(of_condition).sum::<usize>()
}

/// The kinds of lines that fit equally well: each type once; of its modes the first that is said.
pub(super) fn kinds_of(fits: &[Fit]) -> Vec<EventKind> {
    let mut kinds: Vec<EventKind> = Vec::new();
    for fit in fits {
        let Some(kind) = fit.rule.kind else { continue };
        match kinds.iter_mut().find(|one| one.kind == kind) {
            Some(known) if known.mode.is_none() => known.mode.clone_from(&fit.rule.mode),
            Some(_) => {}
            None => kinds.push(EventKind { kind, mode: fit.rule.mode.clone() }),
        }
    }
    kinds
}
