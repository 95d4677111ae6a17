//! Two runs of words aligned along the runs that they share word for word.
//!
//! Runs of equal words are found by looking up each word of the right text among those of the left, and the
//! best chain of runs that go forward in both texts is kept (sparse dynamic programming over matches:
//! Eppstein, Galil, Giancarlo and Italiano 1992; chaining: Abouelhoda and Ohlebusch 2005). A shared word earns
//! its weight; a swapped word costs half a content word; a cut or addition costs little per word, because an
//! editor who cuts a clause cuts it whole (affine gaps: Gotoh 1982). So the cost is that of what two texts
//! share, not of the table of all their words.

use super::features::MAX_WORDS;
use super::matches::Sum;
use super::tokens::{CONTENT_WORD, Token};

/// Cost of a word that stands where another stands.
const SWAP: i32 = 6;
/// Cost of the first word of a cut or addition, and of each further one.
const GAP_OPEN: i32 = 8;
const GAP_EXTEND: i32 = 1;
/// The most runs that are chained; of more, the heaviest. A pair of sentences has some ten.
const MAX_RUNS: usize = 48;
/// Runs too short for an anchor that are chained where two stretches are looked for.
const MAX_OTHERS: usize = 10;
/// Places of one word on the left that are looked at.
const MAX_PLACES: usize = 12;
/// A stretch holds a run of at least this many equal words; less may be chance.
const ANCHOR_WORDS: usize = 3;
/// Buckets of the words on the left; a power of two.
const BUCKETS: usize = 256;

/// Aligns one text with many, and keeps the memory that this takes.
pub struct Aligner {
    left: Vec<Token>,
    /// By bucket: one past the first word of the left text in it; 0 where there is none.
    heads: [u8; BUCKETS],
    /// By word of the left text: one past the next of its bucket.
    nexts: [u8; MAX_WORDS],
    /// By diagonal: one past the run that goes on there.
    open: [u16; 2 * MAX_WORDS],
    runs: Vec<Run>,
    best: Vec<(i32, Option<u16>, u8)>,
    /// The same words, as pairs of word numbers, in order.
    pairs: Vec<(u8, u8)>,
}

/// A run of equal words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: u8,
    right: u8,
    len: u8,
    weight: i32,
}

impl Run {
    fn is_anchor(&self) -> bool {
        usize::from(self.len) >= ANCHOR_WORDS
    }
}

impl Default for Aligner {
    fn default() -> Self {
        Aligner {
            left: Vec::new(),
            heads: [0; BUCKETS],
            nexts: [0; MAX_WORDS],
            open: [0; 2 * MAX_WORDS],
            runs: Vec::new(),
            best: Vec::new(),
            pairs: Vec::new(),
        }
    }
}

fn bucket(word: Token) -> usize {
    word.word() as usize % BUCKETS
}

impl Aligner {
    /// Takes the left text, of at most [`MAX_WORDS`] words.
    pub fn set_left(&mut self, left: &[Token]) {
        debug_assert!(left.len() <= MAX_WORDS);
        self.left.iter().for_each(|word| self.heads[bucket(*word)] = 0);
        self.left.clear();
        self.left.extend_from_slice(left);
        for (at, word) in left.iter().enumerate().rev() {
            let head = &mut self.heads[bucket(*word)];
            self.nexts[at] = *head;
            *head = at as u8 + 1;
        }
    }

    /// Takes a right text, and gives what both have in common at most, in whatever order.
    pub fn look_up(&mut self, right: &[Token]) -> Sum {
        self.find_runs(right)
    }

    /// The same words in the best alignment of any two stretches of the left text and the one looked up last;
    /// none where no run of three is shared.
    pub fn align_stretches(&mut self) -> &[(u8, u8)] {
        self.pairs.clear();
        let anchors = self.runs.iter().filter(|run| run.is_anchor()).count();
        if anchors > 0 {
            self.keep_heaviest_runs(MAX_RUNS.min(anchors + MAX_OTHERS));
            let last = self.chain(None);
            self.follow(last);
            if !self.pairs.windows(ANCHOR_WORDS).any(are_in_a_row) {
                self.pairs.clear();
            }
        }
        &self.pairs
    }

    /// The same words in the best alignment of both texts from end to end.
    pub fn align_whole(&mut self, right: &[Token]) -> &[(u8, u8)] {
        self.pairs.clear();
        self.find_runs(right);
        self.keep_heaviest_runs(MAX_RUNS);
        let last = self.chain(Some((self.left.len(), right.len())));
        self.follow(last);
        &self.pairs
    }

    /// Finds the runs of equal words that can grow at neither end, and what all words come to that the right text
    /// has in common with the left.
    fn find_runs(&mut self, right: &[Token]) -> Sum {
        let Aligner { left, heads, nexts, open, runs, .. } = self;
        runs.clear();
        let mut sum = Sum::default();
        for (j, word) in right.iter().enumerate() {
            let (mut next, mut places) = (heads[bucket(*word)], 0);
            let mut worth = 0;
            while next != 0 && places < MAX_PLACES {
                let i = usize::from(next) - 1;
                next = nexts[i];
                if left[i].word() != word.word() {
                    continue;
                }
                places += 1;
                let weight = left[i].weight().min(word.weight());
                worth = worth.max(weight);
                let diagonal = &mut open[i + MAX_WORDS - j];
                match (*diagonal as usize).checked_sub(1).and_then(|at| runs.get_mut(at)) {
                    Some(run) if goes_on(run, i, j) => {
                        run.len += 1;
                        run.weight += weight;
                    }
                    _ => {
                        runs.push(Run { left: i as u8, right: j as u8, len: 1, weight });
                        *diagonal = runs.len() as u16;
                    }
                }
            }
            sum.words += usize::from(places > 0);
            sum.weight += worth;
            sum.plain += usize::from(worth == CONTENT_WORD);
        }
        for run in runs.iter() {
            open[usize::from(run.left) + MAX_WORDS - usize::from(run.right)] = 0;
        }
        sum
    }

    /// Leaves so many runs, long ones before all others, in the order of the left text.
    fn keep_heaviest_runs(&mut self, most: usize) {
        let runs = &mut self.runs;
        if runs.len() > most {
            runs.select_nth_unstable_by_key(most, |run| (!run.is_anchor(), -run.weight, run.left, run.right));
            runs.truncate(most);
        }
        runs.sort_unstable_by_key(|run| (run.left, run.right));
    }

    /// The last run of the best chain; from end to end, where the lengths of both texts are given.
    fn chain(&mut self, ends: Option<(usize, usize)>) -> Option<usize> {
        let Aligner { runs, best, .. } = self;
        best.clear();
        let mut winner: Option<(i32, usize)> = None;
        for (at, run) in runs.iter().enumerate() {
            let alone = if ends.is_some() { -gap(run.left.into(), run.right.into()) } else { 0 };
            let alone = alone + run.weight;
            let mut way = (alone, None, 0);
            // Backwards, for a run mostly goes on from one of the last; of equally good ones the first counts.
            for (before, other) in runs[..at].iter().enumerate().rev() {
                let most = best[before].0 + run.weight;
                if most < way.0 || most <= alone {
                    continue;
                }
                let Some((cost, cut)) = step(other, run) else { continue };
                // Words of a run that lie beside the end of the one before it do not count.
                let cut_weight = run.weight * i32::from(cut) / i32::from(run.len);
                let score = most - cost - cut_weight;
                if score >= way.0 && score > alone {
                    way = (score, Some(before as u16), cut);
                }
            }
            best.push(way);
            let rest = ends.map_or(0, |(left, right)| {
                gap(left - usize::from(run.left + run.len), right - usize::from(run.right + run.len))
            });
            if winner.is_none_or(|(score, _)| way.0 - rest > score) {
                winner = Some((way.0 - rest, at));
            }
        }
        winner.map(|(_, at)| at)
    }

    /// The pairs of the chain that ends with a run.
    fn follow(&mut self, last: Option<usize>) {
        let Aligner { runs, best, pairs, .. } = self;
        let mut at = last;
        while let Some(idx) = at {
            let (run, (_, before, cut)) = (&runs[idx], best[idx]);
            pairs.extend((cut..run.len).rev().map(|nth| (run.left + nth, run.right + nth)));
            at = before.map(usize::from);
        }
        pairs.reverse();
    }
}

fn goes_on(run: &Run, i: usize, j: usize) -> bool {
    usize::from(run.left + run.len) == i && usize::from(run.right + run.len) == j
}

fn are_in_a_row(pairs: &[(u8, u8)]) -> bool {
    pairs.windows(2).all(|two| two[0].0 + 1 == two[1].0 && two[0].1 + 1 == two[1].1)
}

/// What it costs to go from one run to another, and how many words of the second are left out because the
/// first reaches beside them; nothing where the second does not lead on.
fn step(from: &Run, to: &Run) -> Option<(i32, u8)> {
    let (end_left, end_right) = (from.left + from.len, from.right + from.len);
    if to.left < from.left || to.right < from.right {
        return None;
    }
    let cut = end_left.saturating_sub(to.left).max(end_right.saturating_sub(to.right));
    (cut < to.len).then(|| {
        let gaps = (usize::from(to.left + cut - end_left), usize::from(to.right + cut - end_right));
        (gap(gaps.0, gaps.1), cut)
    })
}

/// What it costs that so many words on each side have no partner: the shorter side swapped and the rest cut,
/// or both sides cut.
fn gap(left: usize, right: usize) -> i32 {
    let cut = |words: usize| if words == 0 { 0 } else { GAP_OPEN + GAP_EXTEND * (words as i32 - 1) };
    let swapped = SWAP * left.min(right) as i32 + cut(left.abs_diff(right));
    swapped.min(cut(left) + cut(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::tokens::Class;

    /// Letters as words, small ones content, large ones too.
    fn words(letters: &str) -> Vec<Token> {
        letters.bytes().map(|letter| Token::new(u64::from(letter), Class::Name)).collect()
    }

    fn shared(left: &str, right: &str, whole: bool) -> String {
        let mut aligner = Aligner::default();
        aligner.set_left(&words("zyxwvutsr"));
        aligner.set_left(&words(left));
        let right_words = words(right);
        let pairs = if whole {
            aligner.align_whole(&right_words)
        } else {
            aligner.look_up(&right_words);
            aligner.align_stretches()
        };
        let (left, right) = (left.as_bytes(), right.as_bytes());
        assert!(pairs.iter().all(|(i, j)| left[*i as usize] == right[*j as usize]), "only equal words");
        assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1), "in order");
        pairs.iter().map(|(i, _)| left[*i as usize] as char).collect()
    }

    #[test]
    fn a_swapped_word_or_several_for_one_do_not_end_a_stretch() {
        assert_eq!(shared("abcdefg", "abcXefg", false), "abcefg");
        assert_eq!(shared("abcdefgh", "abcXYZefgh", false), "abcefgh");
    }

    #[test]
    fn single_words_between_and_beyond_the_runs_are_found() {
        assert_eq!(shared("abcXdYefg", "abcVdWefg", false), "abcdefg");
        assert_eq!(shared("aXbcdYe", "aVbcdWe", false), "abcde");
    }

    #[test]
    fn what_is_foreign_on_both_sides_is_left_outside() {
        assert_eq!(shared("QWERTabcdZUIOP", "YXVabcdMN", false), "abcd");
        assert_eq!(shared("abQWEcd", "abXYZcd", false), "", "no run of three");
    }

    #[test]
    fn a_far_run_is_not_worth_the_way() {
        let (left, right) = (format!("abcdef{}ghi", "X".repeat(30)), format!("abcdef{}ghi", "Y".repeat(30)));
        assert_eq!(shared(&left, &right, false), "abcdef");
        assert_eq!(shared(&left, &right, true), "abcdefghi");
    }

    #[test]
    fn words_in_another_order_keep_the_longer_run() {
        assert_eq!(shared("abcdefgXYZ", "XYZabcdefg", false), "abcdefg");
    }

    #[test]
    fn runs_that_overlap_are_cut() {
        assert_eq!(shared("abcabcd", "abcd", true), "abcd");
        assert_eq!(shared("abcdcde", "abcde", true), "abcde");
    }

    #[test]
    fn texts_without_a_run_in_common_are_still_aligned_as_a_whole() {
        assert_eq!(shared("aXbYc", "aVbWc", true), "abc");
        assert_eq!(shared("abc", "", true), "");
        assert_eq!(shared("Qabcd", "abcdW", true), "abcd");
        assert_eq!(shared("abc", "xyz", true), "");
    }

    #[test]
    fn one_word_over_and_over_takes_no_longer() {
        let (left, right) = ("a".repeat(128), "a".repeat(127));
        assert!(shared(&left, &right, true).len() <= 127);
    }
}
