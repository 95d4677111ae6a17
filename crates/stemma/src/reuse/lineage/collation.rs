//! The witnesses of a family side by side, as an editor of old texts lays them out: each against one base, slot
//! by slot.
//!
//! Every word of the base has a slot, and so has every place between two of them. What a witness has in a
//! slot is its reading there: the word, another word, none, or words put in between. Each witness is aligned
//! once, with the base; any two are then compared by running over their readings.

use super::common_words::Base;
use crate::reuse::features::MAX_WORDS;
use std::ops::Range;

/// What a difference costs, whatever its length: one decision of a copyist,
const DIFFERENCE: u32 = 3;
/// and each word of it: one who changes more decides more often.
const WORD: u32 = 1;
/// A witness has nothing in a slot.
const NOTHING: u32 = 0;

/// Words of two witnesses, by number, that stand at the same place and are not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of the one.
    pub a: Range<usize>,
    /// Of the other.
    pub b: Range<usize>,
}

impl Difference {
    /// The same, seen from the other side.
    pub fn turn(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
    }
}

/// What a third witness has where two differ, counted in differences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sides {
    /// The third has what the second has.
    pub with_second: u32,
    /// Of these, the ones where the second has words and not only fewer of them.
    pub with_words: u32,
    /// The third has what the first has.
    pub with_first: u32,
    /// The first of the differences with words: where they stand in the second and in the third.
    pub words: Option<(Range<usize>, Range<usize>)>,
}

/// Some witnesses and their readings.
#[derive(Debug, Clone)]
pub struct Collation {
    base: Base,
    n_slots: usize,
    /// By witness and slot.
    readings: Vec<u32>,
    /// By witness and slot, and once more at the end: the number of the first word that stands there.
    starts: Vec<u16>,
}

impl Collation {
    /// A base, along which some witnesses are going to be laid out.
    pub fn new(base: &[u32], n_witnesses: usize) -> Self {
        let base = Base::new(base);
        let n_slots = 2 * base.len() + 1;
        let readings = Vec::with_capacity(n_witnesses * n_slots);
        let starts = Vec::with_capacity(n_witnesses * (n_slots + 1));
        Collation { base, n_slots, readings, starts }
    }

    /// Lays the next witness out; `scratch` is only there to be used again.
    pub fn add(&mut self, words: &[u32], scratch: &mut Vec<(usize, usize)>) {
        let words = &words[..words.len().min(MAX_WORDS)];
        let n_base = self.base.len();
        self.base.common(words, scratch);
        scratch.push((n_base, words.len()));
        let (mut at_base, mut at) = (0, 0);
        for (i, j) in scratch.iter().copied() {
            let swapped = (i - at_base).min(j - at);
            for word in &words[at..at + swapped] {
                self.push(NOTHING, at);
                self.push(reading(*word), at);
                at += 1;
            }
            for _ in at_base + swapped..i {
                self.push(NOTHING, at);
                self.push(NOTHING, at);
            }
            self.push(words[at..j].iter().fold(NOTHING, |sum, word| mix(sum, *word)), at);
            if i < n_base {
                self.push(reading(words[j]), j);
            }
            (at_base, at) = (i + 1, j + 1);
        }
        self.starts.push(words.len() as u16);
    }

    fn push(&mut self, reading: u32, start: usize) {
        self.readings.push(reading);
        self.starts.push(start as u16);
    }

    fn of(&self, witness: usize) -> &[u32] {
        &self.readings[witness * self.n_slots..(witness + 1) * self.n_slots]
    }

    fn starts_of(&self, witness: usize) -> &[u16] {
        &self.starts[witness * (self.n_slots + 1)..(witness + 1) * (self.n_slots + 1)]
    }

    /// Runs of slots in which two witnesses differ; slots where both have nothing divide no run.
    fn runs(&self, a: usize, b: usize, mut found: impl FnMut(Range<usize>)) {
        let mut run: Option<Range<usize>> = None;
        for (slot, (of_a, of_b)) in self.of(a).iter().zip(self.of(b)).enumerate() {
            if of_a != of_b {
                run = Some(run.map_or(slot, |run| run.start)..slot + 1);
            } else if *of_a != NOTHING
                && let Some(run) = run.take()
            {
                found(run);
            }
        }
        if let Some(run) = run {
            found(run);
        }
    }

    /// Puts the places where two witnesses differ into `differences`, in order, and says how far they are apart.
    pub fn differences(&self, a: usize, b: usize, differences: &mut Vec<Difference>) -> u32 {
        differences.clear();
        self.runs(a, b, |run| differences.push(self.difference(a, b, &run)));
        differences.iter().map(cost).sum()
    }

    fn difference(&self, a: usize, b: usize, run: &Range<usize>) -> Difference {
        Difference { a: self.words(a, run), b: self.words(b, run) }
    }

    fn words(&self, witness: usize, run: &Range<usize>) -> Range<usize> {
        let starts = self.starts_of(witness);
        usize::from(starts[run.start])..usize::from(starts[run.end])
    }

    /// On which side a third witness stands where two differ.
    pub fn sides(&self, first: usize, second: usize, third: usize) -> Sides {
        let mut sides = Sides::default();
        let (of_first, of_second, of_third) = (self.of(first), self.of(second), self.of(third));
        self.runs(first, second, |run| {
            if of_third[run.clone()] == of_second[run.clone()] {
                sides.with_second += 1;
                let words = self.words(second, &run);
                if !words.is_empty() {
                    sides.with_words += 1;
                    let of_third = self.words(third, &run);
                    sides.words.get_or_insert((words, of_third));
                }
            } else if of_third[run.clone()] == of_first[run] {
                sides.with_first += 1;
            }
        });
        sides
    }
}

fn cost(difference: &Difference) -> u32 {
    DIFFERENCE + WORD * difference.a.len().max(difference.b.len()) as u32
}

/// A word as a reading, which is never nothing.
fn reading(word: u32) -> u32 {
    word.max(1)
}

/// Words put in between as one reading.
fn mix(sum: u32, word: u32) -> u32 {
    // An odd multiplier (the golden ratio in 32 bits) keeps the order of the words in the sum.
    reading((sum ^ word).wrapping_mul(0x9e37_79b1).rotate_left(5))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collate(texts: &[&str]) -> Collation {
        let words = |text: &str| text.bytes().map(u32::from).collect::<Vec<_>>();
        let mut collation = Collation::new(&words(texts[0]), texts.len());
        for text in texts {
            collation.add(&words(text), &mut Vec::new());
        }
        collation
    }

    fn shown(texts: &[&str], a: usize, b: usize) -> Vec<(String, String)> {
        let of = |witness: usize, range: Range<usize>| texts[witness][range].to_owned();
        let mut differences = Vec::new();
        collate(texts).differences(a, b, &mut differences);
        differences.into_iter().map(|difference| (of(a, difference.a), of(b, difference.b))).collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn every_slot_is_filled_whatever_a_witness_lacks() {
        for text in ["abcdef", "", "x", "abXdef", "bcdef", "abcde", "XabcdefY", "abXYZdef", "af"] {
            let collation = collate(&["abcdef", text]);
            assert_eq!(collation.readings.len(), 2 * collation.n_slots, "{text}");
            assert_eq!(collation.starts.len(), 2 * (collation.n_slots + 1), "{text}");
        }
    }

    #[test]
    fn differences_are_found_between_any_two() {
        let texts = ["abcdefgh", "abXYefgh", "abXYefZZgh", "abgh"];
        assert_eq!(shown(&texts, 0, 1), pairs(&[("cd", "XY")]));
        assert_eq!(shown(&texts, 1, 2), pairs(&[("", "ZZ")]));
        assert_eq!(shown(&texts, 0, 3), pairs(&[("cdef", "")]));
        assert_eq!(shown(&texts, 3, 1), pairs(&[("", "XYef")]));
        assert_eq!(shown(&texts, 0, 0), pairs(&[]));
    }

    #[test]
    fn a_long_cut_is_one_difference_and_costs_less_than_many() {
        let collation = collate(&["abcdefgh", "ah", "aXcYeZgV"]);
        let distance = |a, b| collation.differences(a, b, &mut Vec::new());
        assert_eq!(distance(0, 1), DIFFERENCE + 6 * WORD);
        assert_eq!(distance(0, 2), 4 * (DIFFERENCE + WORD));
        assert_eq!(distance(1, 0), distance(0, 1));
    }

    #[test]
    fn a_third_witness_takes_sides() {
        let collation = collate(&["abcdefgh", "aXcdefYh", "aXcdefgh"]);
        let sides = collation.sides(0, 1, 2);
        assert_eq!((sides.with_second, sides.with_words, sides.with_first), (1, 1, 1));
        assert_eq!(sides.words, Some((1..2, 1..2)));
    }
}
