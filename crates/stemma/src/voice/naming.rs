//! Names as they are compared: without titles, with the words that tell one from another.

use super::spelling::skeleton;
use crate::model::{ByteRange, VoiceKind};
use crate::statement::is_title;
use crate::text::{normalise, word_ranges};

/// A name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// Normalised words without titles and "the".
    pub words: Vec<String>,
    /// Whether it is known by itself: a person by first and last name, a body by a name with capitals.
    pub is_full: bool,
}

impl Name {
    /// Takes a name apart.
    pub fn of(text: &str, kind: VoiceKind) -> Self {
        let plain = unified(text);
        let words: Vec<&str> = word_ranges(&plain, ByteRange::new(0, plain.len()))
            .into_iter()
            .map(|range| range.of(&plain))
            .collect();
        let article =
            words.first().is_some_and(|word| ["the", "a", "an"].contains(&word.to_lowercase().as_str()));
        let words = &words[usize::from(article && words.len() > 1)..];
        let n_titles = match kind {
            VoiceKind::Person => words.iter().take_while(|word| is_title(word)).count(),
            _ => 0,
        };
        let words = if n_titles < words.len() { &words[n_titles..] } else { words };
        let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
        Name { words: words.iter().map(|word| normalise(word)).collect(), is_full: capitals > 1 }
    }

    /// Whether two full names of persons are spellings of one: as many words, alike in sound, one of them equal to the letter
    /// or both rather long.
    pub fn is_spelling_of(&self, other: &Name) -> bool {
        let pairs = || self.words.iter().zip(&other.words);
        self.is_full
            && other.is_full
            && self.words.len() == other.words.len()
            && pairs().all(|(a, b)| a == b || skeleton(a) == skeleton(b) && skeleton(a).len() > 1)
            && pairs().any(|(a, b)| a == b)
    }

    /// Whether a name of one word is the last (or only telling) word of a full name.
    pub fn shortens(&self, full: &Name) -> bool {
        let [word] = self.words.as_slice() else {
            return false;
        };
        full.words.len() > 1
            && (full.words.last() == Some(word) || full.words.contains(word) && full.words.len() > 2)
    }

    /// The first letters of the words, but for small ones.
    pub fn initials(&self) -> String {
        let small = ["of", "for", "the", "and", "on", "in", "to"];
        let words = self.words.iter().filter(|word| !small.contains(&word.as_str()));
        words.filter_map(|word| word.chars().next()).collect()
    }

    /// Whether a name, written so, is an abbreviation by its looks: one word in capitals.
    pub fn abbreviates(&self, written: &str) -> bool {
        let capitals = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        self.words.len() == 1 && capitals && self.words[0].len() > 1
    }
}

/// One writing for countries whose names stand in bodies' names ("the U.S. Geological Survey", "the USA Geological Survey").
fn unified(text: &str) -> String {
    let mut plain =
        text.replace("U.S.A.", "US").replace("U.S.", "US").replace("U.K.", "UK").replace("U.N.", "UN");
    for (long, short) in [
        ("United States of America", "US"),
        ("United States", "US"),
        ("United Kingdom", "UK"),
        ("United Nations", "UN"),
    ] {
        plain = plain.replace(long, short);
    }
    plain.split(' ').map(|word| if word == "USA" { "US" } else { word }).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(text: &str) -> Name {
        Name::of(text, VoiceKind::Person)
    }

    #[test]
    fn titles_and_articles_are_no_part_of_a_name() {
        assert_eq!(person("Maj. Gen. Bagus Orlo").words, ["bagus", "orlo"]);
        assert_eq!(
            Name::of("the US Geological Survey", VoiceKind::Body),
            Name::of("U.S. Geological Survey", VoiceKind::Body)
        );
    }

    #[test]
    fn spellings_need_one_equal_word() {
        assert!(person("Bahram Qassemi").is_spelling_of(&person("Bahram Ghasemi")));
        assert!(!person("Bahram Qassemi").is_spelling_of(&person("Behnam Ghasemi")));
        assert!(!person("Qassemi").is_spelling_of(&person("Ghasemi")));
    }

    #[test]
    fn short_names() {
        assert!(person("Orlo").shortens(&person("Ada Orlo")));
        assert!(!person("Ada").shortens(&person("Ada Orlo")));
        let body = |text| Name::of(text, VoiceKind::Body);
        assert!(body("VOHR").abbreviates("VOHR"));
        assert_eq!(body("Velnian Observatory for Human Rights").initials(), "vohr");
    }
}
