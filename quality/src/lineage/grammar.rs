//! Sentences of an invented language with the grammar of English news: invented nouns, verbs and names between
//! real articles, prepositions and words of saying.
//!
//! Every invented word may have an entry in a spinner's dictionary: another invented word, or two.

use super::random::Random;

const OPENINGS: [&str; 16] =
    ["br", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "r", "st", "t", "tr", "v", "w"];
const MIDDLES: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "oo", "ie"];
const CLOSINGS: [&str; 12] = ["b", "ck", "ld", "m", "n", "nd", "rn", "sk", "st", "t", "lm", "ft"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SAYING: [&str; 4] = ["said", "told reporters", "added", "confirmed"];
/// Different words of each kind.
const WORDS_OF_A_KIND: usize = 400;
/// Of a hundred words, so many have an entry in the spinner's dictionary; of these, so many a second word.
const IN_DICTIONARY: usize = 60;
const OF_TWO_WORDS: usize = 25;

/// The words of the language and the spinner's dictionary.
pub struct Grammar {
    nouns: Vec<String>,
    verbs: Vec<String>,
    adjectives: Vec<String>,
    places: Vec<String>,
    titles: Vec<String>,
    /// Words and what a spinner puts in their place.
    pub dictionary: Vec<(String, String)>,
}

impl Grammar {
    /// The language of a seed.
    pub fn new(random: &mut Random) -> Self {
        let mut words = |ending: &str, n: usize| -> Vec<String> {
            let mut words: Vec<String> = (0..n).map(|_| stem(random) + ending).collect();
            words.sort();
            words.dedup();
            words
        };
        let (nouns, verbs) = (words("", WORDS_OF_A_KIND), words("ed", WORDS_OF_A_KIND));
        let (adjectives, titles) = (words("y", WORDS_OF_A_KIND), words("er", 40));
        let places = words("ia", 60).iter().map(|word| capitalised(word)).collect();
        let mut dictionary = Vec::new();
        for (list, ending) in [(&nouns, ""), (&verbs, "ed"), (&adjectives, "y")] {
            for word in list {
                if random.percent(IN_DICTIONARY) {
                    let second =
                        if random.percent(OF_TWO_WORDS) { stem(random) + " " } else { String::new() };
                    dictionary.push((word.clone(), second + &stem(random) + ending));
                }
            }
        }
        Grammar { nouns, verbs, adjectives, places, titles, dictionary }
    }

    /// A sentence.
    pub fn sentence(&self, random: &mut Random) -> String {
        let main = self.clause(random);
        let text = match random.below(6) {
            0 => format!("{main}, {}", self.saying(random)),
            1 => format!("{main} after {}, {}", self.clause(random), self.saying(random)),
            2 => format!("{main}, while {}", self.clause(random)),
            3 => format!("On {}, {main} near {}", random.pick(&DAYS), random.pick(&self.places)),
            4 => format!("\"{},\" {}", capitalised(&main), self.saying(random)),
            _ => format!("{main}, which {} {}", random.pick(&self.verbs), self.thing(random)),
        };
        capitalised(&text) + "."
    }

    /// Something that an editor adds at the end of a sentence.
    pub fn addition(&self, random: &mut Random) -> String {
        match random.below(3) {
            0 => format!(", though {}", self.clause(random)),
            1 => format!(" in {} {}", random.pick(&self.adjectives), random.pick(&self.places)),
            _ => format!(", with {}", self.thing(random)),
        }
    }

    fn clause(&self, random: &mut Random) -> String {
        let (who, whom) = (self.thing(random), self.thing(random));
        let verb = random.pick(&self.verbs);
        match random.below(3) {
            0 => format!("{who} {verb} {whom} with {} {}", random.between(2, 90), random.pick(&self.nouns)),
            1 => format!("{who} {verb} {whom} in {}", random.pick(&self.places)),
            _ => format!("{who} of {} {verb} {whom}", random.pick(&self.places)),
        }
    }

    fn thing(&self, random: &mut Random) -> String {
        let (adjective, noun) = (random.pick(&self.adjectives), random.pick(&self.nouns));
        match random.below(3) {
            0 => format!("the {noun}"),
            1 => format!("a {adjective} {noun}"),
            _ => format!("the {adjective} {noun}"),
        }
    }

    fn saying(&self, random: &mut Random) -> String {
        let name = format!("{} {}", capitalised(&stem(random)), capitalised(&stem(random)));
        format!(
            "{} {name}, the {} of {}",
            random.pick(&SAYING),
            random.pick(&self.titles),
            random.pick(&self.places)
        )
    }
}

fn stem(random: &mut Random) -> String {
    let mut stem = String::new();
    for _ in 0..2 {
        stem += *random.pick(&OPENINGS);
        stem += *random.pick(&MIDDLES);
    }
    stem + *random.pick(&CLOSINGS)
}

/// A text with a capital at its start, behind a quotation mark if it has one.
pub fn capitalised(text: &str) -> String {
    let at = text.find(char::is_alphanumeric).unwrap_or(0);
    let mut chars = text[at..].chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    text[..at].to_owned() + &first + chars.as_str()
}
