//! What follows by rule from tags and labels: part of speech, features, lemma; and the tokens of an analysis with all of it.

use crate::analysis::{Analysis, PartOfSpeech, Relation, Tag, Token};
use crate::lemmatizer::Lemmatizer;
use crate::ruler::{Ruler, RulerInput, RulerOutput};
use crate::{ModelError, ModelFile, tokenizer};
use std::sync::Arc;

/// The rules of a model.
#[derive(Debug)]
pub struct Grammar {
    ruler: Ruler,
    lemmatizer: Lemmatizer,
    /// All features there are, sorted.
    features: Arc<[String]>,
}

/// What tokenizer, tagger and parser say of a text, token by token.
#[derive(Debug, Clone, Copy)]
pub struct Parsed<'a> {
    /// The text itself.
    pub text: &'a str,
    /// Where its tokens are.
    pub tokens: &'a [tokenizer::Token],
    /// The tag of each.
    pub tags: &'a [Tag],
    /// What each is to its head.
    pub relations: &'a [Relation],
    /// The head of each.
    pub heads: &'a [u32],
}

impl Grammar {
    /// Reads the rules.
    pub fn from_file(file: &ModelFile<'_>) -> Result<Self, ModelError> {
        let ruler = Ruler::from_file(file)?;
        let mut features: Vec<String> = ruler.morphologies().map(str::to_owned).collect();
        features.push(String::new());
        features.sort_unstable();
        features.dedup();
        Ok(Self { ruler, lemmatizer: Lemmatizer::from_file(file)?, features: features.into() })
    }

    /// The analysis of a text, but for sentences and entities.
    pub fn complete(&self, parsed: Parsed<'_>) -> Analysis {
        let input: Vec<RulerInput<'_>> = (0..parsed.tokens.len()).map(|token| parsed.input(token)).collect();
        let mut analysis = Analysis {
            tokens: Vec::with_capacity(input.len()),
            sentences: Vec::new(),
            entities: Vec::new(),
            lemmas: String::with_capacity(parsed.text.len()),
            features: Arc::clone(&self.features),
        };
        for (at, (input, said)) in input.iter().zip(self.ruler.apply(&input)).enumerate() {
            let lemma_starts = analysis.lemmas.len() as u32;
            self.add_lemma(input, &said, &mut analysis.lemmas);
            let token = &parsed.tokens[at];
            analysis.tokens.push(Token {
                start: token.start,
                end: token.end,
                space_after: token.space_after,
                tag: said.tag.and_then(Tag::from_name).unwrap_or(parsed.tags[at]),
                part_of_speech: PartOfSpeech::from_name(said.part_of_speech).unwrap_or(PartOfSpeech::Other),
                head: parsed.heads[at],
                relation: said.label.and_then(Relation::from_name).unwrap_or(parsed.relations[at]),
                features: self.number_of(said.morphology),
                lemma: (lemma_starts, analysis.lemmas.len() as u32),
            });
        }
        analysis
    }

    fn add_lemma(&self, input: &RulerInput<'_>, said: &RulerOutput<'_>, lemmas: &mut String) {
        match said.lemma {
            Some(lemma) => lemmas.push_str(lemma),
            None => lemmas.push_str(&self.lemmatizer.lemma(input.text, said.part_of_speech, said.morphology)),
        }
    }

    fn number_of(&self, features: &str) -> u16 {
        let found = self.features.binary_search_by(|known| known.as_str().cmp(features));
        found.unwrap_or_default() as u16
    }
}

impl<'a> Parsed<'a> {
    fn input(&self, token: usize) -> RulerInput<'a> {
        let tokenizer::Token { start, end, lexeme, .. } = self.tokens[token];
        RulerInput {
            text: &self.text[start as usize..end as usize],
            tag: self.tags[token].name(),
            label: self.relations[token].name(),
            is_space: lexeme.is_space,
        }
    }
}
