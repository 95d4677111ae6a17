//! Which words mean the same, as far as a lexicon tells.

use super::answers::Answers;
use super::frames::frame_of;
use stemma_language::WordNet;
use stemma_language::wordnet::{Lexicographer, WordClass};

/// What is known of words. Which of its senses a word has here nobody knows, so the frequent ones must do.
#[derive(Debug, Clone, Copy)]
pub struct Meaning<'a> {
    words: &'a WordNet,
    answers: Option<&'a Answers>,
}

/// How near two words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing joins them.
    None,
    /// One is a kind of the other, or made from it.
    Near,
    /// They mean the same, or are the same.
    Same,
    /// One says what the other denies.
    Opposite,
}

/// How many senses of a noun tell whether it is a person. Whether it is a happening the first must tell: a road is also an act.
const TELLING_SENSES: usize = 2;

/// How many senses of a noun made from a verb tell that it is a happening.
const MOST_SENSES: usize = 3;

/// Words on the two sides of what cannot both be so.
type Opposites = (&'static [&'static str], &'static [&'static str]);

/// What cannot both be so, over the classes of words, where a lexicon of antonyms stays inside one.
const OPPOSITES: [Opposites; 6] = [
    (&["convict", "conviction", "guilty"], &["acquit", "acquittal", "innocent", "clear"]),
    (&["dead", "die", "kill", "death"], &["alive", "survive", "survival", "unhurt"]),
    (&["open", "reopen", "opening"], &["closed", "close", "shut", "closure"]),
    (&["win", "victory"], &["lose", "defeat"]),
    (&["rise", "increase", "grow", "climb"], &["fall", "drop", "decline", "decrease", "shrink"]),
    (&["pass", "approve", "adopt", "accept"], &["reject", "defeat", "refuse"]),
];

const HAPPENINGS: &[Lexicographer] = &[Lexicographer::NounAct, Lexicographer::NounEvent];

const CLASSES: [WordClass; 3] = [WordClass::Verb, WordClass::Noun, WordClass::Adjective];

impl<'a> Meaning<'a> {
    /// What a word net knows.
    pub fn of(words: &'a WordNet) -> Self {
        Meaning { words, answers: None }
    }

    /// The same, with answers that are remembered: the words of one story are compared again and again.
    pub fn remembering<'b>(self, answers: &'b Answers) -> Meaning<'b>
    where
        'a: 'b,
    {
        Meaning { answers: Some(answers), ..self }
    }

    /// Whether a noun tells of something that happens or is done.
    pub fn is_happening(&self, lemma: &str) -> bool {
        frame_of(lemma).is_some()
            || self.has_sense(lemma, 1, HAPPENINGS)
            || self.is_made_from_verb(lemma) && self.has_sense(lemma, MOST_SENSES, HAPPENINGS)
    }

    /// Whether the ending of a noun says that it was made from a verb that is known ("appearance").
    fn is_made_from_verb(&self, lemma: &str) -> bool {
        const ENDINGS: [&str; 6] = ["tion", "sion", "ment", "ance", "ence", "al"];
        ENDINGS.iter().any(|ending| lemma.ends_with(ending))
            && self.words.derived(lemma, WordClass::Noun).any(|(_, class)| class == WordClass::Verb)
    }

    /// Whether a noun stands for people.
    pub fn is_person(&self, lemma: &str) -> bool {
        lemma == "people" || self.has_sense(lemma, TELLING_SENSES, &[Lexicographer::NounPerson])
    }

    /// Whether a noun stands for a body of people: "army", "rebels" are people, "company" is a body.
    pub fn is_group(&self, lemma: &str) -> bool {
        self.has_sense(lemma, 1, &[Lexicographer::NounGroup])
    }

    fn has_sense(&self, lemma: &str, n_senses: usize, kinds: &[Lexicographer]) -> bool {
        let known = self.words.senses(lemma, WordClass::Noun);
        // A plural at the head of a sentence is easily taken for a name, and keeps its ending.
        let singular = lemma.strip_suffix('s').filter(|_| known.is_empty());
        let senses = singular.map_or(known, |lemma| self.words.senses(lemma, WordClass::Noun));
        senses.iter().take(n_senses).any(|sense| kinds.contains(&self.words.lexicographer(*sense)))
    }

    /// Under which keys a word is found by all that mean the same or nearly so.
    pub fn keys(&self, lemma: &str) -> Vec<String> {
        let mut keys = vec![lemma.to_owned()];
        for (number, (a, b)) in OPPOSITES.iter().enumerate() {
            if a.contains(&lemma) || b.contains(&lemma) {
                keys.push(format!("opposites {number}"));
            }
        }
        keys.extend(frame_of(lemma).map(|frame| format!("{frame:?}")));
        for class in CLASSES {
            let senses = self.words.senses(lemma, class).iter().take(TELLING_SENSES);
            keys.extend(senses.map(|sense| format!("{sense:?}")));
            keys.extend(self.words.derived(lemma, class).map(|(derived, _)| derived.to_owned()));
            keys.extend(self.words.antonyms(lemma, class).map(str::to_owned));
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether one word says what the other denies: "win" and "lose", "acquitted" and "guilty".
    pub fn are_opposite(&self, one: &str, other: &str) -> bool {
        let listed = OPPOSITES.iter().any(|(a, b)| {
            (a.contains(&one) && b.contains(&other)) || (a.contains(&other) && b.contains(&one))
        });
        listed || CLASSES.iter().any(|class| self.words.antonyms(one, *class).any(|antonym| antonym == other))
    }

    /// Whether two words surely tell of different happenings: each is of another kind that news counts, or they are opposites.
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        let frames = (frame_of(one), frame_of(other));
        frames.0.is_some() && frames.1.is_some() && frames.0 != frames.1
    }

    /// How near two lemmas are.
    pub fn likeness(&self, one: &str, other: &str) -> Likeness {
        match self.answers {
            Some(answers) => answers.likeness(one, other, || self.looked_up(one, other)),
            None => self.looked_up(one, other),
        }
    }

    fn looked_up(&self, one: &str, other: &str) -> Likeness {
        let frames = (frame_of(one), frame_of(other));
        let people = |word: &str| matches!(word, "people" | "person");
        if one == other || people(one) && people(other) || frames.0.is_some() && frames.0 == frames.1 {
            return Likeness::Same;
        }
        if self.are_opposite(one, other) {
            return Likeness::Opposite;
        }
        // Where our own groups know both words, they know better.
        if frames.0.is_some() && frames.1.is_some() {
            return Likeness::None;
        }
        if CLASSES.iter().any(|class| self.words.are_synonyms((one, *class), (other, *class))) {
            return Likeness::Same;
        }
        let derived =
            |class: &WordClass| self.words.derived(one, *class).any(|(derived, _)| derived == other);
        let related = |class: &WordClass| self.words.are_related((one, *class), (other, *class));
        if CLASSES.iter().any(derived) || CLASSES.iter().any(related) {
            Likeness::Near
        } else {
            Likeness::None
        }
    }
}
