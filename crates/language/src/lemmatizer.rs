//! The form of a word that a dictionary lists: `go` for `went`.
//!
//! In: a word, its part of speech and its morphology. Out: its lemma. Each open part of speech has rules that exchange
//! an ending (`ies` for `y`), a list of words that exist, and a list of exceptions (`geese`). Of what the rules make, a
//! word that exists is taken before one that does not; an exception is taken before both.

use crate::lexeme::unicode::{is_letter, lower};
use crate::{ModelError, ModelFile};
use std::borrow::Cow;

/// The tables of a model.
#[derive(Debug)]
pub struct Lemmatizer {
    tables: Vec<Table>,
}

/// What is known of one part of speech.
#[derive(Debug)]
struct Table {
    /// As the ruler names it (`NOUN`).
    part_of_speech: String,
    /// Endings, and what takes their place, in the order in which they are tried.
    rules: Vec<(String, String)>,
    /// Inflected forms with their lemmas, sorted by form.
    exceptions: Vec<(String, Vec<String>)>,
    words: Words,
}

impl Lemmatizer {
    /// The tables of a model.
    pub fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("lemmas")?;
        let tables = section.list(|fields| {
            let part_of_speech = fields.text()?.to_owned();
            let rules = fields.list(|fields| Ok((fields.text()?.to_owned(), fields.text()?.to_owned())))?;
            let exceptions = fields.list(|fields| {
                Ok((fields.text()?.to_owned(), fields.list(|fields| Ok(fields.text()?.to_owned()))?))
            })?;
            let words = Words::of(fields.text()?);
            if !exceptions.is_sorted_by_key(|(form, _)| form) || !words.are_sorted() {
                return Err(fields.wrong("a list of words is not sorted"));
            }
            Ok(Table { part_of_speech, rules, exceptions, words })
        })?;
        section.end()?;
        Ok(Self { tables })
    }

    /// The lemma of a word; part of speech and morphology are as the ruler gives them.
    pub fn lemma<'a>(&self, word: &'a str, part_of_speech: &str, morphology: &str) -> Cow<'a, str> {
        if part_of_speech.is_empty() || is_base_form(part_of_speech, morphology) {
            return lower_case(word);
        }
        match self.tables.iter().find(|table| table.part_of_speech == part_of_speech) {
            Some(table) => table.lemma(word),
            None if part_of_speech == "PROPN" => Cow::Borrowed(word),
            None => lower_case(word),
        }
    }
}

impl Table {
    fn lemma<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let form = lower_case(word);
        let mut made: Vec<String> = Vec::new();
        let mut unknown = None;
        for (ending, other) in &self.rules {
            let Some(stem) = form.strip_suffix(ending.as_str()) else { continue };
            let lemma = [stem, other].concat();
            if lemma.is_empty() {
                continue;
            }
            if self.words.contain(&lemma) || !lemma.chars().all(is_letter) {
                made.push(lemma);
            } else {
                unknown = unknown.or(Some(lemma));
            }
        }
        // An exception that the rules make too does not come before the others.
        let exceptions = self.exceptions_of(&form).iter().rev();
        let exception = exceptions.map(String::as_str).find(|lemma| !made.iter().any(|known| known == lemma));
        match exception {
            Some(lemma) => Cow::Owned(lemma.to_owned()),
            None => made.into_iter().next().or(unknown).map_or(Cow::Borrowed(word), Cow::Owned),
        }
    }

    fn exceptions_of(&self, form: &str) -> &[String] {
        match self.exceptions.binary_search_by_key(&form, |(known, _)| known) {
            Ok(at) => &self.exceptions[at].1,
            Err(_) => &[],
        }
    }
}

/// Words that exist.
#[derive(Debug)]
struct Words {
    text: String,
    /// Where each begins and ends in the text; sorted by word.
    spans: Vec<(u32, u32)>,
}

impl Words {
    /// The words of a text that has one a line.
    fn of(text: &str) -> Self {
        let mut start = 0;
        let span = |word: &str| {
            let span = (start, start + word.len() as u32);
            start = span.1 + 1;
            span
        };
        Self { text: text.to_owned(), spans: text.split('\n').map(span).collect() }
    }

    fn are_sorted(&self) -> bool {
        self.spans.is_sorted_by_key(|span| self.word(*span))
    }

    fn contain(&self, word: &str) -> bool {
        self.spans.binary_search_by_key(&word, |span| self.word(*span)).is_ok()
    }

    fn word(&self, (start, end): (u32, u32)) -> &str {
        &self.text[start as usize..end as usize]
    }
}

/// Whether the features say that the word has no ending to exchange.
fn is_base_form(part_of_speech: &str, morphology: &str) -> bool {
    let feature =
        |name: &str| morphology.split('|').find_map(|feature| feature.strip_prefix(name)?.strip_prefix('='));
    let is_verb = part_of_speech == "VERB";
    part_of_speech == "NOUN" && feature("Number") == Some("Sing")
        || matches!(feature("VerbForm"), Some("Inf" | "None"))
        || is_verb
            && feature("VerbForm") == Some("Fin")
            && feature("Tense") == Some("Pres")
            && feature("Number").is_none()
        || feature("Degree") == Some("Pos")
}

fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(lower(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_model::{file, small_sections, with_small_model};

    #[test]
    fn lemmas() {
        with_small_model(|file| {
            let lemmatizer = Lemmatizer::from_file(file).unwrap();
            for (word, part_of_speech, morphology, lemma) in [
                ("Words", "NOUN", "Number=Plur", "word"),
                ("buses", "NOUN", "Number=Plur", "bus"),
                ("pities", "NOUN", "Number=Plur", "pity"),
                ("bus", "NOUN", "Number=Sing", "bus"),
                // A word that is not listed, by the first rule; one that has other signs passes for listed.
                ("Blorbs", "NOUN", "Number=Plur", "blorb"),
                ("sea-men", "NOUN", "Number=Plur", "sea-man"),
                ("x-ies", "NOUN", "Number=Plur", "x-ie"),
                ("Geese", "NOUN", "Number=Plur", "goose"),
                ("staves", "NOUN", "Number=Plur", "stave"),
                // The exception is what a rule makes already.
                ("ties", "NOUN", "Number=Plur", "tie"),
                ("s", "NOUN", "Number=Plur", "s"),
                ("Sheep", "NOUN", "Number=Plur", "Sheep"),
                ("making", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "make"),
                ("goes", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "go"),
                ("makes", "VERB", "Tense=Pres|VerbForm=Fin", "makes"),
                ("Makes", "VERB", "VerbForm=Inf", "makes"),
                ("“", "PUNCT", "PunctSide=Ini|PunctType=Quot", "\""),
                (".", "PUNCT", "PunctType=Peri", "."),
                ("Goes", "PROPN", "Number=Sing", "Goes"),
                ("Goes", "AUX", "", "goes"),
                ("GOES", "", "", "goes"),
                ("ÎLES", "NOUN", "Number=Plur", "île"),
            ] {
                assert_eq!(
                    lemmatizer.lemma(word, part_of_speech, morphology),
                    lemma,
                    "{word} {part_of_speech}"
                );
            }
        });
    }

    #[test]
    fn damaged_sections_are_errors() {
        let sections = small_sections();
        let at = sections.iter().position(|(name, _)| *name == "lemmas").unwrap();
        for length in 0..sections[at].1.len() {
            let mut cut = sections.clone();
            cut[at].1.truncate(length);
            assert!(Lemmatizer::from_file(&ModelFile::parse(&file(&cut)).unwrap()).is_err());
        }
        let mut unsorted = sections.clone();
        let bus = unsorted[at].1.windows(3).position(|word| word == b"bus").unwrap();
        unsorted[at].1[bus] = b'z';
        assert!(Lemmatizer::from_file(&ModelFile::parse(&file(&unsorted)).unwrap()).is_err());
    }
}
