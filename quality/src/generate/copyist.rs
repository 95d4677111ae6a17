//! What copyists do to a report: take it as it is, spin it, edit it, stitch it together with others.

use super::chain::{Cast, Chain, number};
use super::draft::{Draft, Text, fresh_title};
use super::token::{Sentence, Token};
use crate::dice::Dice;
use std::rc::Rc;

/// Different spinning programs, each with its own dictionary.
const SPINNERS: usize = 5;
/// Every so-many-th entry of a dictionary replaces one word by two.
const TWO_WORDS_IN: u64 = 5;

/// An editor, of a hundred sentences: drops, changes, and puts a fresh one behind.
const DROPPED: usize = 12;
const CHANGED: usize = 45;
const ADDED: usize = 15;
/// And of a hundred titles writes a new one.
const NEW_TITLE: usize = 50;
/// Words that an editor takes out or puts in at once, at most.
const EDITED_WORDS: usize = 4;

/// Sentences of a mosaic, with the title.
const MOSAIC_SENTENCES: (usize, usize) = (10, 28);
/// Of a hundred pieces of a mosaic, those that are taken; the others are fresh.
const TAKEN_PIECES: usize = 50;
/// A piece has at most so many sentences.
const PIECE_SENTENCES: usize = 3;
/// Of a hundred sentences taken into a mosaic: changed by an editor, spun.
const PIECE_EDITED: usize = 30;
const PIECE_SPUN: usize = 20;
/// How a mosaic is spun.
const PIECE_SPUN_EVERY: usize = 8;
/// A sentence as short as this can stand in two reports by chance: it makes no report a source.
const PROVING_WORDS: usize = 12;

/// Copies reports, with the words of one base.
pub struct Copyist<'a> {
    /// Where fresh words come from.
    pub chain: &'a Chain,
}

impl Copyist<'_> {
    /// The report as it is.
    pub fn verbatim(&self, source: &Draft) -> Text {
        let sentences = source.text.sentences.clone();
        Text { n_taken: sentences.len(), sentences }
    }

    /// The report with every so-many-th word swapped, by a program that has always the same word for a word.
    pub fn spun(&self, dice: &mut Dice, source: &Draft, every: usize) -> Text {
        let spinner = dice.below(SPINNERS);
        let mut n_kept = 0;
        let sentences = source.text.sentences.iter();
        let sentences: Vec<Sentence> =
            sentences.map(|sentence| self.spin(sentence, every, spinner, &mut n_kept)).collect();
        Text { n_taken: sentences.len(), sentences }
    }

    /// Swaps one word after each run of `every - 1`; names and numbers stay, and the next word goes instead.
    /// `n_kept` are the words since the last swap.
    fn spin(&self, sentence: &[Token], every: usize, spinner: usize, n_kept: &mut usize) -> Sentence {
        let mut spun = Vec::with_capacity(sentence.len() + sentence.len() / every);
        for token in sentence {
            match token {
                Token::Word(word) if *n_kept + 1 >= every => {
                    *n_kept = 0;
                    let mut entry = Dice::new(u64::from(*word) * SPINNERS as u64 + spinner as u64);
                    let n_words = if entry.roll().is_multiple_of(TWO_WORDS_IN) { 2 } else { 1 };
                    spun.extend((0..n_words).map(|_| self.chain.any_word(entry.roll())));
                }
                _ => {
                    *n_kept += 1;
                    spun.push(*token);
                }
            }
        }
        spun.into()
    }

    /// The report with sentences dropped, changed, turned round and added.
    pub fn edited(&self, dice: &mut Dice, source: &Draft) -> Text {
        let cast = Cast::draw(dice);
        let (title, sentences) = source.text.sentences.split_first().expect("a report has a title");
        let new_title = dice.percent(NEW_TITLE);
        let title = if new_title { fresh_title(self.chain, dice, &cast) } else { title.clone() };
        let mut text = Text { n_taken: usize::from(!new_title), sentences: vec![title] };
        for sentence in sentences {
            if dice.percent(DROPPED) {
                continue;
            }
            let changed = dice.percent(CHANGED);
            text.sentences.push(if changed { self.changed(dice, sentence) } else { sentence.clone() });
            text.n_taken += 1;
            if dice.percent(ADDED) {
                text.sentences.push(self.chain.sentence(dice, &cast));
            }
        }
        text
    }

    /// One change by hand: words put in, taken out or replaced, or another number.
    fn changed(&self, dice: &mut Dice, sentence: &[Token]) -> Sentence {
        let mut tokens = sentence.to_vec();
        if let Some(at) = tokens.iter().position(|token| matches!(token, Token::Number(_)))
            && dice.percent(50)
        {
            tokens[at] = Token::Number(number(dice, 2));
            return tokens.into();
        }
        let start = dice.below(tokens.len());
        let words = |dice: &mut Dice| -> Vec<Token> {
            (0..dice.between(1, EDITED_WORDS)).map(|_| self.chain.any_word(dice.roll())).collect()
        };
        let end = (start + dice.between(1, EDITED_WORDS)).min(tokens.len());
        match dice.below(3) {
            0 => drop(tokens.splice(start..start, words(dice))),
            1 if end - start < tokens.len() => drop(tokens.drain(start..end)),
            _ => drop(tokens.splice(start..end, words(dice))),
        }
        tokens.into()
    }

    /// A report stitched together of pieces of others and fresh sentences; and the reports of which more than
    /// a short sentence was taken.
    pub fn mosaic(&self, dice: &mut Dice, sources: &[Rc<Draft>]) -> (Text, Vec<u32>) {
        let cast = Cast::draw(dice);
        let n_sentences = dice.between(MOSAIC_SENTENCES.0, MOSAIC_SENTENCES.1);
        let mut text = Text { sentences: vec![fresh_title(self.chain, dice, &cast)], n_taken: 0 };
        let mut used = Vec::new();
        while text.sentences.len() < n_sentences {
            if !dice.percent(TAKEN_PIECES) {
                text.sentences.push(self.chain.sentence(dice, &cast));
                continue;
            }
            let source = dice.pick(sources);
            let piece = self.piece(dice, source);
            used.extend(piece.iter().any(|sentence| sentence.len() >= PROVING_WORDS).then_some(source.id));
            text.n_taken += piece.len();
            text.sentences.extend(piece);
        }
        used.sort_unstable();
        used.dedup();
        (text, used)
    }

    /// Some sentences in a row, without the title.
    fn piece(&self, dice: &mut Dice, source: &Draft) -> Vec<Sentence> {
        let sentences = &source.text.sentences[1..];
        let start = dice.below(sentences.len());
        let end = (start + dice.between(1, PIECE_SENTENCES)).min(sentences.len());
        let spinner = dice.below(SPINNERS);
        let take = |sentence: &Sentence| match dice.below(100) {
            roll if roll < PIECE_EDITED => self.changed(dice, sentence),
            roll if roll < PIECE_EDITED + PIECE_SPUN => {
                self.spin(sentence, PIECE_SPUN_EVERY, spinner, &mut 0)
            }
            _ => sentence.clone(),
        };
        sentences[start..end].iter().map(take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::draft::Kind;
    use super::super::invented::sentences;
    use super::*;

    fn with_copyist(check: impl Fn(&Copyist, &mut Dice, &Rc<Draft>)) {
        let mut dice = Dice::new(11);
        let chain = Chain::learn(&sentences(&mut dice, 500));
        let text = Text::fresh(&chain, &mut dice);
        let source = Rc::new(Draft { id: 3, family: 3, kind: Kind::Original, depth: 0, text });
        check(&Copyist { chain: &chain }, &mut dice, &source);
    }

    #[test]
    fn a_spinner_has_always_the_same_word_for_a_word() {
        with_copyist(|copyist, _, source| {
            let spin = || copyist.spin(&source.text.sentences[1], 6, 2, &mut 0);
            assert_eq!(spin(), spin());
            assert_ne!(spin(), copyist.spin(&source.text.sentences[1], 6, 3, &mut 0));
        });
    }

    #[test]
    fn between_two_swaps_stand_as_many_words_as_asked_for() {
        with_copyist(|copyist, _, _| {
            let words: Vec<Token> = (0..60).map(|_| Token::Word(0)).collect();
            let spun = copyist.spin(&words, 6, 0, &mut 0);
            let runs: Vec<usize> = spun.split(|token| *token != Token::Word(0)).map(<[_]>::len).collect();
            assert!(runs.iter().all(|run| *run == 5 || *run == 0), "{runs:?}");
        });
    }

    #[test]
    fn taken_sentences_are_counted() {
        with_copyist(|copyist, dice, source| {
            assert_eq!(copyist.verbatim(source).n_taken, source.text.sentences.len());
            let edited = copyist.edited(dice, source);
            assert!(edited.n_taken <= source.text.sentences.len().min(edited.sentences.len()));
            let (mosaic, used) = copyist.mosaic(dice, std::slice::from_ref(source));
            assert!(mosaic.n_taken > 0 && mosaic.n_taken < mosaic.sentences.len());
            assert_eq!(used, [3]);
        });
    }
}
