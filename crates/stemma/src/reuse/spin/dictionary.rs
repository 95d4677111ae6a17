//! The swaps of one spinner while it is being learned, and what of a difference they explain.

use super::comparison::Comparison;
use super::phrase::Word;
use super::phrase::{MAX_WORDS, Phrase, extend, phrase};
use super::swaps::Pair;
use std::ops::Range;

/// Longest side of a difference that is taken apart, in words: some swaps beside each other. What is longer
/// was rewritten.
const MAX_BLOCK: usize = 8;

/// Swaps, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dictionary(Vec<Pair>);

/// A part of a difference: words of the old side, words of the new side, both not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Words of the old side.
    pub old: Range<usize>,
    /// Words of the new side.
    pub new: Range<usize>,
    /// What the dictionary has for it, or what it might learn.
    pub pair: Pair,
    /// Where the piece holds a neighbour that both sides have: the difference without it, in which one side
    /// may be empty.
    pub bare: Option<Pair>,
}

/// The best way to explain a beginning of a difference.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    /// Words explained, both sides together.
    explained: usize,
    /// In how many pieces: of two ways, the finer one.
    pieces: usize,
    /// The words that the last piece takes; an unexplained word is a piece with an empty side.
    last: (usize, usize),
    /// Whether the last piece is a swap of the dictionary.
    is_swap: bool,
}

impl Dictionary {
    /// A dictionary of some swaps.
    pub fn new(mut pairs: Vec<Pair>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        Dictionary(pairs)
    }

    /// Its swaps.
    pub fn pairs(&self) -> &[Pair] {
        &self.0
    }

    /// Whether it has a swap.
    pub fn has(&self, pair: Pair) -> bool {
        self.0.binary_search(&pair).is_ok()
    }

    /// Takes the differences of a comparison apart: into swaps of the dictionary, as many words and as fine
    /// as can be, and what is left between them.
    pub fn pieces(&self, comparison: &Comparison) -> Vec<Piece> {
        let small =
            |(old, new): &&(Range<usize>, Range<usize>)| old.len() <= MAX_BLOCK && new.len() <= MAX_BLOCK;
        comparison.blocks.iter().filter(small).flat_map(|block| self.pieces_of(comparison, block)).collect()
    }

    /// The swaps of it that stand in a comparison.
    pub fn shown(&self, comparison: &Comparison) -> impl Iterator<Item = Pair> {
        let pieces = self.pieces(comparison).into_iter().map(|piece| piece.pair);
        pieces.filter(|pair| self.has(*pair))
    }

    fn pieces_of(&self, comparison: &Comparison, block: &(Range<usize>, Range<usize>)) -> Vec<Piece> {
        let old = &comparison.old.words[block.0.clone()];
        let new = &comparison.new.words[block.1.clone()];
        let steps = self.explain(old, new);
        let (mut i, mut j) = (old.len(), new.len());
        let (mut rest_old, mut rest_new) = (i..i, j..j);
        let mut pieces = Vec::new();
        let close = |old: &Range<usize>, new: &Range<usize>, pieces: &mut Vec<Piece>| {
            let shift = |range: &Range<usize>, by: usize| range.start + by..range.end + by;
            let (old, new) = (shift(old, block.0.start), shift(new, block.1.start));
            pieces.extend(self.rest(comparison, old, new));
        };
        while i > 0 || j > 0 {
            let step = steps[i * (new.len() + 1) + j];
            let (from_i, from_j) = (i - step.last.0, j - step.last.1);
            let explained = step.last.0 > 0 && step.last.1 > 0;
            if explained {
                close(&rest_old, &rest_new, &mut pieces);
                (rest_old, rest_new) = (from_i..from_i, from_j..from_j);
            } else {
                (rest_old.start, rest_new.start) = (from_i, from_j);
            }
            if step.is_swap {
                pieces.push(Piece {
                    old: block.0.start + from_i..block.0.start + i,
                    new: block.1.start + from_j..block.1.start + j,
                    pair: (phrase(&old[from_i..i]), phrase(&new[from_j..j])),
                    bare: None,
                });
            }
            (i, j) = (from_i, from_j);
        }
        close(&rest_old, &rest_new, &mut pieces);
        pieces
    }

    /// The best way to explain each beginning of both sides, by row.
    fn explain(&self, old: &[Word], new: &[Word]) -> Vec<Step> {
        let width = new.len() + 1;
        let mut steps = vec![Step::default(); (old.len() + 1) * width];
        for at in 1..steps.len() {
            let (i, j) = (at / width, at % width);
            let mut best = Step::default();
            let mut consider = |di: usize, dj: usize, is_swap: bool| {
                let before = steps[(i - di) * width + j - dj];
                let explained = if di > 0 && dj > 0 { di + dj } else { 0 };
                let step = Step {
                    explained: before.explained + explained,
                    pieces: before.pieces + usize::from(explained > 0),
                    last: (di, dj),
                    is_swap,
                };
                best = best.max(step);
            };
            if i > 0 {
                consider(1, 0, false);
            }
            if j > 0 {
                consider(0, 1, false);
            }
            if i > 0 && j > 0 && old[i - 1].hash == new[j - 1].hash {
                consider(1, 1, false);
            }
            for (di, dj) in self.swaps_ending_at(&old[..i], &new[..j]) {
                consider(di, dj, true);
            }
            steps[at] = best;
        }
        steps
    }

    /// The sizes of the swaps with which two runs of words end.
    fn swaps_ending_at(&self, old: &[Word], new: &[Word]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for di in 1..=old.len().min(MAX_WORDS) {
            let from = phrase(&old[old.len() - di..]);
            for dj in 1..=new.len().min(MAX_WORDS) {
                if self.has((from, phrase(&new[new.len() - dj..]))) {
                    found.push((di, dj));
                }
            }
        }
        found
    }

    /// What the dictionary does not explain, as something it might learn: as it is, if there are words on
    /// both sides, and together with the word before or behind ("last year" for "the previous year" differs in
    /// "last" alone). Where the dictionary knows one of those, it is that one.
    fn rest(&self, comparison: &Comparison, old: Range<usize>, new: Range<usize>) -> Vec<Piece> {
        let (a, b) = (&comparison.old.words, &comparison.new.words);
        if old.is_empty() && new.is_empty() {
            return Vec::new();
        }
        let inner = (phrase(&a[old.clone()]), phrase(&b[new.clone()]));
        let piece = |old: Range<usize>, new: Range<usize>, bare: Option<Pair>| {
            let few = |range: &Range<usize>| (1..=MAX_WORDS).contains(&range.len());
            let pair = || (phrase(&a[old.clone()]), phrase(&b[new.clone()]));
            (few(&old) && few(&new)).then(|| Piece { pair: pair(), old: old.clone(), new: new.clone(), bare })
        };
        let before = (old.start > 0 && new.start > 0 && a[old.start - 1].hash == b[new.start - 1].hash)
            .then(|| piece(old.start - 1..old.end, new.start - 1..new.end, Some(inner)));
        let behind = (old.end < a.len() && new.end < b.len() && a[old.end].hash == b[new.end].hash)
            .then(|| piece(old.start..old.end + 1, new.start..new.end + 1, Some(inner)));
        let mut all: Vec<Piece> = [before, behind].into_iter().flatten().flatten().collect();
        if let Some(known) = all.iter().find(|piece| self.has(piece.pair)) {
            return vec![known.clone()];
        }
        all.extend(piece(old, new, None));
        all
    }
}

/// The swaps of a dictionary by one side, to find where that side stands.
pub struct Forms(Vec<(Phrase, usize)>);

impl Forms {
    /// Old sides, with the number of the pair.
    pub fn old(pairs: &[Pair]) -> Self {
        Forms::of(pairs.iter().map(|pair| pair.0))
    }

    /// New sides, with the number of the pair.
    pub fn new(pairs: &[Pair]) -> Self {
        Forms::of(pairs.iter().map(|pair| pair.1))
    }

    fn of(sides: impl Iterator<Item = Phrase>) -> Self {
        let mut forms: Vec<(Phrase, usize)> = sides.enumerate().map(|(at, side)| (side, at)).collect();
        forms.sort_unstable();
        Forms(forms)
    }

    /// Every place among some words where a form stands: which pair, and which words.
    pub fn places(&self, words: &[Word], mut found: impl FnMut(usize, Range<usize>)) {
        for start in 0..words.len() {
            let mut run: Phrase = 0;
            for (len, word) in words[start..].iter().take(MAX_WORDS).enumerate() {
                run = extend(run, word.hash);
                let first = self.0.partition_point(|(side, _)| *side < run);
                let same = self.0[first..].iter().take_while(|(side, _)| *side == run);
                same.for_each(|(_, pair)| found(*pair, start..start + len + 1));
            }
        }
    }
}
