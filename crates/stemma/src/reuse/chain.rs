//! Two runs of words aligned along the runs that they share word for word.
//!
//! Runs of equal words, a seed long at least, are anchors. The best chain of anchors that go forward in both texts
//! is kept (collinear chaining, as genome aligners do it: Abouelhoda and Ohlebusch 2005); only what lies
//! between two anchors, and at both ends, is aligned word by word, so the cost is that of the differences
//! and not of the texts.

use super::seeds::{SEED_WORDS, seed};
use super::word_table::{Words, best_start, global_alignment};
use std::ops::Range;

/// The most anchors that are chained; of more, the longest.
const MAX_ANCHORS: usize = 64;
/// The most places of one run of three words on the right that are looked at.
const MAX_PLACES: usize = 8;
/// What each word between two anchors costs where both sides have words there; less than the alignment's
/// cost of a swap, since some of them may be the same.
const BETWEEN: i32 = 4;
/// What the first word costs that one side has more than the other, and each further one.
const ONE_SIDED: (i32, i32) = (8, 1);
/// How far beyond the outermost anchors the alignment looks, in words; the rest of a sentence that shares no
/// run of three words within that is another sentence.
const MAX_TAIL: usize = 40;

/// The same words in the best alignment of any two stretches, as pairs of word numbers.
pub fn align_stretches(left: Words, right: Words) -> Vec<(usize, usize)> {
    let chain = chain(left, right, true);
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return Vec::new() };
    let mut pairs = before(left, right, first);
    pairs.extend(along(left, right, &chain));
    pairs.extend(behind(left, right, last));
    pairs
}

/// The same words in the best alignment of both from end to end, as pairs of word numbers.
pub fn align_whole(left: Words, right: Words) -> Vec<(usize, usize)> {
    if left.hashes == right.hashes {
        return (0..left.hashes.len()).map(|at| (at, at)).collect();
    }
    let chain = chain(left, right, false);
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return global_alignment(left, right);
    };
    let mut pairs = shifted(global_alignment(left.cut(0..first.left), right.cut(0..first.right)), 0, 0);
    pairs.extend(along(left, right, &chain));
    let (end_left, end_right) = (last.left + last.len, last.right + last.len);
    let tails = (left.cut(end_left..left.hashes.len()), right.cut(end_right..right.hashes.len()));
    pairs.extend(shifted(global_alignment(tails.0, tails.1), end_left, end_right));
    pairs
}

/// A run of equal words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Anchor {
    left: usize,
    right: usize,
    len: usize,
}

/// The best chain of anchors, in order. Where it may start and stop anywhere, a far anchor is left out if the
/// way to it costs more than it brings.
fn chain(left: Words, right: Words, anywhere: bool) -> Vec<Anchor> {
    let anchors = anchors(left.hashes, right.hashes);
    let mut best: Vec<(i32, Option<usize>)> = Vec::with_capacity(anchors.len());
    for (idx, anchor) in anchors.iter().enumerate() {
        let own: i32 = left.weights[anchor.left..anchor.left + anchor.len].iter().sum();
        let ways = anchors[..idx].iter().enumerate().filter_map(|(before, other)| {
            let way = cost_between(other, anchor)?;
            Some((best[before].0 - if anywhere { way } else { 0 }, Some(before)))
        });
        let (way, from) = ways.fold((0, None), |best, next| if next.0 > best.0 { next } else { best });
        best.push((own + way, from));
    }
    let mut at = (0..best.len()).rev().max_by_key(|idx| best[*idx].0);
    let mut chain = Vec::new();
    while let Some(idx) = at {
        chain.push(anchors[idx]);
        at = best[idx].1;
    }
    chain.reverse();
    chain
}

/// What it costs to go from one anchor to another; nothing where the second does not lie behind the first.
fn cost_between(from: &Anchor, to: &Anchor) -> Option<i32> {
    let gap_left = to.left.checked_sub(from.left + from.len)?;
    let gap_right = to.right.checked_sub(from.right + from.len)?;
    let (shorter, more) = (gap_left.min(gap_right) as i32, gap_left.abs_diff(gap_right) as i32);
    let one_sided = if more == 0 { 0 } else { ONE_SIDED.0 + ONE_SIDED.1 * more };
    Some(BETWEEN * shorter + one_sided)
}

/// All runs of equal words that can grow at neither end, by their place in the left text.
fn anchors(left: &[u64], right: &[u64]) -> Vec<Anchor> {
    let mut places: Vec<(u64, usize)> =
        right.windows(SEED_WORDS).map(seed).enumerate().map(|(at, seed)| (seed, at)).collect();
    places.sort_unstable();
    let mut hits: Vec<(usize, usize)> = Vec::new();
    for (at, seed) in left.windows(SEED_WORDS).map(seed).enumerate() {
        let first = places.partition_point(|place| place.0 < seed);
        let same = places[first..].iter().take_while(|place| place.0 == seed).take(MAX_PLACES);
        // By diagonal, so that hits of one run stand together.
        hits.extend(same.map(|place| (place.1 + left.len() - at, at)));
    }
    hits.sort_unstable();
    let runs = hits.chunk_by(|a, b| a.0 == b.0 && a.1 + 1 == b.1);
    let mut anchors: Vec<Anchor> = runs
        .map(|run| Anchor {
            left: run[0].1,
            right: run[0].0 + run[0].1 - left.len(),
            len: run.len() + SEED_WORDS - 1,
        })
        .collect();
    if anchors.len() > MAX_ANCHORS {
        anchors.sort_by_key(|anchor| (usize::MAX - anchor.len, anchor.left, anchor.right));
        anchors.truncate(MAX_ANCHORS);
    }
    anchors.sort_unstable_by_key(|anchor| (anchor.left, anchor.right));
    anchors
}

/// The pairs of all anchors of a chain, and those between them.
fn along(left: Words, right: Words, chain: &[Anchor]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut end: Option<(usize, usize)> = None;
    for anchor in chain {
        if let Some((end_left, end_right)) = end {
            let gap = (left.cut(end_left..anchor.left), right.cut(end_right..anchor.right));
            pairs.extend(shifted(global_alignment(gap.0, gap.1), end_left, end_right));
        }
        pairs.extend((0..anchor.len).map(|at| (anchor.left + at, anchor.right + at)));
        end = Some((anchor.left + anchor.len, anchor.right + anchor.len));
    }
    pairs
}

/// The pairs before the first anchor, as far as they are worth their way.
fn before(left: Words, right: Words, first: &Anchor) -> Vec<(usize, usize)> {
    let tail = |end: usize| end.saturating_sub(MAX_TAIL)..end;
    let (of_left, of_right) = (tail(first.left), tail(first.right));
    let (a, b) = (left.cut(of_left).reversed(), right.cut(of_right).reversed());
    let pairs = best_start(a.words(), b.words());
    pairs.into_iter().rev().map(|(i, j)| (first.left - 1 - i, first.right - 1 - j)).collect()
}

/// The pairs behind the last anchor, as far as they are worth their way.
fn behind(left: Words, right: Words, last: &Anchor) -> Vec<(usize, usize)> {
    let (at_left, at_right) = (last.left + last.len, last.right + last.len);
    let tail = |start: usize, len: usize| start..len.min(start + MAX_TAIL);
    let of_left = left.cut(tail(at_left, left.hashes.len()));
    let of_right = right.cut(tail(at_right, right.hashes.len()));
    shifted(best_start(of_left, of_right), at_left, at_right)
}

fn shifted(pairs: Vec<(usize, usize)>, by_left: usize, by_right: usize) -> Vec<(usize, usize)> {
    pairs.into_iter().map(|(i, j)| (i + by_left, j + by_right)).collect()
}

impl<'a> Words<'a> {
    /// Some of the words.
    fn cut(&self, range: Range<usize>) -> Words<'a> {
        Words { hashes: &self.hashes[range.clone()], weights: &self.weights[range] }
    }

    /// The words from last to first.
    fn reversed(&self) -> Reversed {
        let mut reversed = Reversed { hashes: self.hashes.to_vec(), weights: self.weights.to_vec() };
        reversed.hashes.reverse();
        reversed.weights.reverse();
        reversed
    }
}

/// Words from last to first.
struct Reversed {
    hashes: Vec<u64>,
    weights: Vec<i32>,
}

impl Reversed {
    fn words(&self) -> Words<'_> {
        Words { hashes: &self.hashes, weights: &self.weights }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::word_table::shared_letters as shared;

    #[test]
    fn a_swapped_word_or_several_for_one_do_not_end_a_stretch() {
        assert_eq!(shared("abcdefg", "abcXefg", align_stretches), "abcefg");
        assert_eq!(shared("abcdefgh", "abcXYZefgh", align_stretches), "abcefgh");
    }

    #[test]
    fn single_words_between_and_beyond_the_anchors_are_found() {
        assert_eq!(shared("abcXdYefg", "abcVdWefg", align_stretches), "abcdefg");
        assert_eq!(shared("aXbcdYe", "aVbcdWe", align_stretches), "abcde");
    }

    #[test]
    fn what_is_foreign_on_both_sides_is_left_outside() {
        assert_eq!(shared("QWERTabcdZUIOP", "YXVabcdMN", align_stretches), "abcd");
    }

    #[test]
    fn a_far_run_is_not_worth_the_way() {
        let (left, right) = (format!("abcdef{}ghi", "X".repeat(30)), format!("abcdef{}ghi", "Y".repeat(30)));
        assert_eq!(shared(&left, &right, align_stretches), "abcdef");
        assert_eq!(shared(&left, &right, align_whole), "abcdefghi");
    }

    #[test]
    fn words_in_another_order_keep_the_longer_run() {
        assert_eq!(shared("abcdefgXYZ", "XYZabcdefg", align_stretches), "abcdefg");
    }

    #[test]
    fn texts_without_a_run_in_common_are_still_aligned_as_a_whole() {
        assert_eq!(shared("aXbYc", "aVbWc", align_whole), "abc");
        assert_eq!(shared("abc", "", align_whole), "");
    }
}
