//! Two runs of words, word against word, over swaps, cuts and additions.
//!
//! Alignment with affine gaps (Smith and Waterman 1981; Gotoh 1982) over words instead of letters. A shared
//! word earns its weight; a swapped word costs half a content word; a gap costs little per word, because an
//! editor who cuts a clause cuts it whole. Runs have at most 128 words, which bounds the table.

/// Cost of a word that stands where another stands.
const SWAP: i32 = -6;
/// Cost of the first word of a cut or addition.
const GAP_OPEN: i32 = -8;
/// Cost of each further word of it.
const GAP_EXTEND: i32 = -1;
/// No way leads here.
const NEVER: i32 = i32::MIN / 2;

/// Words to be aligned: their hashes and what each weighs, equally long.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Hashes of the normalised words.
    pub hashes: &'a [u64],
    /// What each word weighs.
    pub weights: &'a [i32],
}

/// The words that are the same in the best alignment that begins at both starts and ends where it is best,
/// as pairs of word numbers.
pub fn best_start(left: Words, right: Words) -> Vec<(usize, usize)> {
    if left.hashes.is_empty() || right.hashes.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(left, right);
    table.fill();
    table.same_words(table.highest())
}

/// The words that are the same in the best alignment of both runs from end to end.
pub fn global_alignment(left: Words, right: Words) -> Vec<(usize, usize)> {
    if left.hashes.is_empty() || right.hashes.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(left, right);
    table.fill();
    table.same_words((left.hashes.len(), right.hashes.len()))
}

/// How the best alignment that ends in a cell ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Pair,
    Cut,
    Addition,
}

/// Scores of all pairs of prefixes.
struct Table<'a> {
    left: Words<'a>,
    right: Words<'a>,
    best: Vec<i32>,
    end: Vec<End>,
    /// Words in the cut, or in the addition, that ends in this cell, if one does.
    cut_words: Vec<u16>,
    added_words: Vec<u16>,
}

impl<'a> Table<'a> {
    fn new(left: Words<'a>, right: Words<'a>) -> Self {
        let cells = (left.hashes.len() + 1) * (right.hashes.len() + 1);
        let mut table = Table {
            left,
            right,
            best: vec![0; cells],
            end: vec![End::Nothing; cells],
            cut_words: vec![0; cells],
            added_words: vec![0; cells],
        };
        table.set_borders();
        table
    }

    fn cell(&self, i: usize, j: usize) -> usize {
        i * (self.right.hashes.len() + 1) + j
    }

    /// An alignment begins at both starts, so the first row and column are gaps.
    fn set_borders(&mut self) {
        let cost = |words: usize| GAP_OPEN + GAP_EXTEND * (words as i32 - 1);
        for i in 1..=self.left.hashes.len() {
            let at = self.cell(i, 0);
            (self.best[at], self.end[at], self.cut_words[at]) = (cost(i), End::Cut, i as u16);
        }
        for j in 1..=self.right.hashes.len() {
            (self.best[j], self.end[j], self.added_words[j]) = (cost(j), End::Addition, j as u16);
        }
    }

    fn fill(&mut self) {
        let mut cuts = vec![NEVER; self.right.hashes.len() + 1];
        for i in 1..=self.left.hashes.len() {
            let mut addition = NEVER;
            for (j, cut) in cuts.iter_mut().enumerate().skip(1) {
                let (at, above, before) = (self.cell(i, j), self.cell(i - 1, j), self.cell(i, j - 1));
                (*cut, self.cut_words[at]) = gap(self.best[above], *cut, self.cut_words[above]);
                (addition, self.added_words[at]) = gap(self.best[before], addition, self.added_words[before]);
                let pair = self.best[self.cell(i - 1, j - 1)] + self.score(i - 1, j - 1);
                let ends = [(pair, End::Pair), (*cut, End::Cut), (addition, End::Addition)];
                let best = ends.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best });
                (self.best[at], self.end[at]) = best.expect("there are three ways to end");
            }
        }
    }

    fn score(&self, i: usize, j: usize) -> i32 {
        if self.left.hashes[i] == self.right.hashes[j] {
            self.left.weights[i].min(self.right.weights[j])
        } else {
            SWAP
        }
    }

    /// The cell with the highest score; of several the first.
    fn highest(&self) -> (usize, usize) {
        let columns = self.right.hashes.len() + 1;
        let at = (0..self.best.len()).rev().max_by_key(|at| self.best[*at]).unwrap_or(0);
        (at / columns, at % columns)
    }

    /// Follows the best alignment back from its last cell and keeps the pairs of equal words.
    fn same_words(&self, (mut i, mut j): (usize, usize)) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        loop {
            let at = self.cell(i, j);
            match self.end[at] {
                End::Nothing => break,
                End::Cut => i -= usize::from(self.cut_words[at]),
                End::Addition => j -= usize::from(self.added_words[at]),
                End::Pair => {
                    (i, j) = (i - 1, j - 1);
                    if self.left.hashes[i] == self.right.hashes[j] {
                        pairs.push((i, j));
                    }
                }
            }
        }
        pairs.reverse();
        pairs
    }
}

/// Opens a gap or goes on with one, whichever costs less: its score and its words.
fn gap(before: i32, going_on: i32, words: u16) -> (i32, u16) {
    let (opened, extended) = (before + GAP_OPEN, going_on + GAP_EXTEND);
    if extended > opened { (extended, words + 1) } else { (opened, 1) }
}

/// Aligns two texts by their letters, all of one weight, and shows the shared ones.
#[cfg(test)]
pub fn shared_letters(left: &str, right: &str, align: fn(Words, Words) -> Vec<(usize, usize)>) -> String {
    let hashes = |text: &str| text.bytes().map(u64::from).collect::<Vec<_>>();
    let (a, b) = (hashes(left), hashes(right));
    let (weights_a, weights_b) = (vec![8; a.len()], vec![8; b.len()]);
    let pairs = align(Words { hashes: &a, weights: &weights_a }, Words { hashes: &b, weights: &weights_b });
    assert!(pairs.iter().all(|(i, j)| a[*i] == b[*j]), "only equal words are paired");
    assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1), "in order");
    pairs.into_iter().map(|(i, _)| left.as_bytes()[i] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::shared_letters as shared;
    use super::*;

    #[test]
    fn one_word_may_stand_for_several() {
        assert_eq!(shared("abcdefgh", "abcXYZefgh", global_alignment), "abcefgh");
    }

    #[test]
    fn from_end_to_end_even_where_the_ends_differ() {
        assert_eq!(shared("Qabcd", "abcdW", global_alignment), "abcd");
        assert_eq!(shared("abc", "xyz", global_alignment), "");
        assert_eq!(shared("abc", "", global_alignment), "");
    }

    #[test]
    fn a_start_ends_where_going_on_would_cost() {
        assert_eq!(shared("abcQWERTz", "abcYXVMNz", best_start), "abc");
        assert_eq!(shared("aXbcd", "aYbcd", best_start), "abcd");
        assert_eq!(shared("XYZ", "QWE", best_start), "");
    }
}
