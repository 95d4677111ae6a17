//! One witness against another, as words: where they are the same, and where they differ.

use super::Pile;
use super::phrase::{Word, words};
use crate::model::{PassageIdx, Span};
use std::ops::Range;

/// A witness that may be spun beside one of the same family that is not known to be.
pub struct Comparison {
    /// The family.
    pub family: u32,
    /// Words of the witness that is taken for the older one.
    pub old: Side,
    /// Words of the other one.
    pub new: Side,
    /// What differs, in order: words of the old side, words of the new side.
    pub blocks: Vec<(Range<usize>, Range<usize>)>,
}

/// The words of one witness.
pub struct Side {
    /// The witness.
    pub passage: PassageIdx,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: Vec<Word>,
}

impl Side {
    fn new(pile: &Pile, passage: PassageIdx) -> Self {
        let span = pile.passages[passage.0 as usize].span;
        Side { passage, span, words: words(pile.text(span), span.range) }
    }

    /// The place of some of its words, which are not none.
    pub fn place(&self, range: &Range<usize>) -> Span {
        let range = super::phrase::range(&self.words[range.clone()]).unwrap_or(self.span.range);
        Span { report: self.span.report, range }
    }

    /// Which words lie in some bytes.
    fn within(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.range.end <= span.range.start);
        start..self.words.partition_point(|word| word.range.start < span.range.end).max(start)
    }
}

impl Comparison {
    /// Compares two witnesses, one of which is the representative of their family.
    pub fn new(pile: &Pile, old: PassageIdx, new: PassageIdx) -> Self {
        let family = pile.passages[new.0 as usize].family;
        let representative = pile.families[family.0 as usize].representative;
        let from_old = old == representative;
        let edits = &pile.edits[pile.edits_of[if from_old { new } else { old }.0 as usize].clone()];
        let (old, new) = (Side::new(pile, old), Side::new(pile, new));
        let mut blocks: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(edits.len());
        for edit in edits {
            let (before, after) = if from_old { (edit.from, edit.to) } else { (edit.to, edit.from) };
            let block = (old.within(pile.span(before)), new.within(pile.span(after)));
            let equal = |(a, b): &(Range<usize>, Range<usize>)| {
                let hash = |word: &Word| word.hash;
                old.words[a.clone()].iter().map(hash).eq(new.words[b.clone()].iter().map(hash))
            };
            if !equal(&block) {
                blocks.push(block);
            }
        }
        Comparison { family: family.0, old, new, blocks }
    }

    /// Whether the new side is the representative of the family.
    pub fn is_of_representative(&self, pile: &Pile) -> bool {
        pile.families[self.family as usize].representative == self.new.passage
    }

    /// Runs of words of the new side that the old side has too, in order.
    pub fn same(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.blocks.iter().map(|(_, new)| new.end);
        let starts = self.blocks.iter().map(|(_, new)| new.start).chain([self.new.words.len()]);
        std::iter::once(0).chain(ends).zip(starts).filter(|(start, end)| start < end).map(|(a, b)| a..b)
    }
}
