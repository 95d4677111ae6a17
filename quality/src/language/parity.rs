//! Where two analyses of a text agree, token by token.

use super::spacy;
use crate::characters::Characters;
use std::collections::BTreeMap;
use stemma_language::Analysis;

/// What is compared of a token that both have.
const COMPARED: [&str; 8] =
    ["tags", "heads", "labels", "entities", "lemmas", "parts_of_speech", "features", "sentence_starts"];

/// Differences shown of each kind.
const SHOWN: usize = 5;

/// Counts over all texts.
#[derive(Default)]
pub struct Parity {
    /// Tokens of either program; a token that both have counts once.
    n_tokens: usize,
    /// Tokens that both have.
    n_same: usize,
    agreeing: [usize; COMPARED.len()],
    differences: BTreeMap<&'static str, Vec<String>>,
}

impl Parity {
    /// Compares the analyses of one text.
    pub fn add(&mut self, text: &str, ours: &Analysis, theirs: &spacy::Text) {
        let characters = Characters::of(text);
        let entities = entities(ours);
        let starts: Vec<u32> = ours.sentences.iter().map(|sentence| sentence.start).collect();
        let mut index = 0;
        self.n_tokens += ours.tokens.len();
        for token in &theirs.tokens {
            let bytes = |start, end| characters.bytes(start, end).map_or(0..0, |bytes| bytes.as_usize());
            let range = bytes(token.characters.0, token.characters.1);
            while ours.tokens.get(index).is_some_and(|own| (own.start as usize) < range.start) {
                index += 1;
            }
            let Some(own) = ours.tokens.get(index).filter(|own| own.bytes() == range) else {
                self.n_tokens += 1;
                self.differ("tokens", format!("{:?} {:?}", theirs.path.file_name(), &text[range]));
                continue;
            };
            self.n_same += 1;
            let head = ours.tokens[own.head as usize].start as usize;
            let starts = starts.binary_search(&(index as u32)).is_ok();
            let pairs = [
                (own.tag.name().to_owned(), token.tag.clone()),
                (head.to_string(), bytes(token.head, token.head).start.to_string()),
                (own.relation.name().to_owned(), token.label.clone()),
                (entities[index].clone(), token.entity.clone()),
                (ours.lemma(own).to_owned(), token.lemma.clone()),
                (own.part_of_speech.name().to_owned(), token.part_of_speech.clone()),
                (ours.features(own).to_owned(), token.features.clone()),
                (starts.to_string(), token.starts_sentence.to_string()),
            ];
            for (at, (own, their)) in pairs.iter().enumerate() {
                if own == their {
                    self.agreeing[at] += 1;
                } else {
                    let what = format!("{:?} ours {own:?}, spaCy {their:?}", &text[range.clone()]);
                    self.differ(COMPARED[at], what);
                }
            }
        }
    }

    fn differ(&mut self, name: &'static str, what: String) {
        let shown = self.differences.entry(name).or_default();
        if shown.len() < SHOWN {
            shown.push(what);
        }
    }

    /// Prints differences, then shares.
    pub fn print(&self) {
        for (name, differences) in &self.differences {
            differences.iter().for_each(|difference| println!("differs in {name}: {difference}"));
        }
        println!("tokens: {}", self.n_tokens);
        println!("parity_tokens: {:.6}", self.n_same as f64 / self.n_tokens as f64);
        for (name, agreeing) in COMPARED.iter().zip(self.agreeing) {
            println!("parity_{name}: {:.6}", agreeing as f64 / self.n_same as f64);
        }
    }
}

/// For each token whether an entity begins there or goes on, and of which kind.
fn entities(analysis: &Analysis) -> Vec<String> {
    let mut marks = vec!["O".to_owned(); analysis.tokens.len()];
    for entity in &analysis.entities {
        for token in entity.tokens() {
            let place = if token == entity.first as usize { 'B' } else { 'I' };
            marks[token] = format!("{place}-{}", entity.kind.name());
        }
    }
    marks
}
