//! What stands beside a passage in both texts, and is too short or too light to be one by itself.
//!
//! "He did not elaborate." between two copied sentences was copied with them, and so were the two words that end
//! a line of a list; by themselves they prove nothing. From each witness of a family, and from the one that it is
//! compared with, words are read on in both texts at the same time, across the borders of sentences, as long as
//! they are the same or nearly so. Texts may break their sentences at different places. The
//! walk ends where the two texts share a passage again; it is linear, for nobody walks through a passage.
//!
//! What is found goes into families of its own, cut at the borders of sentences on either side.

use super::passages::{Draft, Witness, with_marks};
use super::tokens::{Class, Token};
use super::units::{Stretch, UnitIdx, Units};
use crate::groups::Groups;
use crate::model::{Report, Span};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of this many words may stand at one end of a passage only, in another paragraph or as part of a
/// longer sentence; fewer must lie between two passages or in the same paragraph.
const MIN_WORDS: usize = 4;
/// Words of such a run that are neither names nor numbers nor grammar.
const MIN_PLAIN_WORDS: usize = 2;
/// What a word that differs takes away, where one that is the same gives one.
const DIFFERENT: i32 = -2;
/// How far below its best the walk may fall before it ends: one word that differs, not two in a row.
const MAX_DROP: i32 = 3;
/// Words of the next sentence that are looked for at the end of a stretch that reached too far.
const OVERLAP_WORDS: usize = 2;
/// The longest walk, in words: a bound on the work, far above what stands between two passages.
const MAX_WALK: usize = 1000;

/// The families of what stands beside the passages of `drafts`.
pub fn find_context(reports: &[Report], units: &Units, drafts: &[Draft]) -> Vec<Draft> {
    let pile = Pile::new(reports, units, drafts);
    let mut pairs: Vec<(Piece, Piece)> = drafts
        .par_iter()
        .flat_map_iter(|draft| {
            let from = &draft.witnesses[draft.representative];
            let mut pairs = Vec::new();
            let others = draft.witnesses.iter().filter(|other| *other != from);
            others.for_each(|other| pile.beside(from, other, &mut pairs));
            pairs
        })
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    groups(&pairs).into_iter().map(|pieces| pile.draft(pieces)).collect()
}

/// Some words of a sentence at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    /// Which sentence of the pile.
    sentence: u32,
    /// Its first word in the piece.
    start: u8,
    /// One past the last.
    end: u8,
}

/// All sentences in the order of the account, and which families they belong to.
struct Pile<'a> {
    reports: &'a [Report],
    units: &'a Units,
    /// The sentences, each with its unit.
    sentences: &'a [(Span, UnitIdx)],
    /// By sentence: where the families begin that have a witness there; one more than there are sentences.
    starts: Vec<u32>,
    /// Those families, in order.
    families: Vec<u32>,
}

impl<'a> Pile<'a> {
    fn new(reports: &'a [Report], units: &'a Units, drafts: &[Draft]) -> Self {
        let sentences = units.in_order();
        let places = || {
            let numbered = drafts.iter().zip(0u32..);
            numbered.flat_map(|(draft, family)| {
                draft.witnesses.iter().map(move |witness| (sentence_of(units, witness), family))
            })
        };
        // Counting sort: filed one place too far to the left, the starts end where they belong.
        let mut starts = vec![0u32; sentences.len() + 1];
        places().for_each(|(sentence, _)| starts[sentence] += 1);
        let mut sum = 0;
        for start in &mut starts {
            (*start, sum) = (sum, sum + *start);
        }
        let mut families = vec![0; sum as usize];
        for (sentence, family) in places() {
            families[starts[sentence] as usize] = family;
            starts[sentence] += 1;
        }
        starts.rotate_right(1);
        starts[0] = 0;
        Pile { reports, units, sentences, starts, families }
    }

    fn unit(&self, sentence: usize) -> UnitIdx {
        self.sentences[sentence].1
    }

    fn words(&self, sentence: usize) -> &'a [Token] {
        self.units.words(self.unit(sentence))
    }

    fn place(&self, sentence: usize) -> Span {
        self.sentences[sentence].0
    }

    fn families_of(&self, sentence: usize) -> &[u32] {
        &self.families[self.starts[sentence] as usize..self.starts[sentence + 1] as usize]
    }

    /// Whether two sentences have witnesses in one family.
    fn share_passage(&self, a: usize, b: usize) -> bool {
        let (mut left, mut right) = (self.families_of(a), self.families_of(b));
        while let ([x, rest_of_left @ ..], [y, rest_of_right @ ..]) = (left, right) {
            match x.cmp(y) {
                Ordering::Equal => return true,
                Ordering::Less => left = rest_of_left,
                Ordering::Greater => right = rest_of_right,
            }
        }
        false
    }

    /// Adds what stands on both sides of two witnesses.
    fn beside(&self, a: &Witness, b: &Witness, pairs: &mut Vec<(Piece, Piece)>) {
        for direction in [Direction::Forward, Direction::Backward] {
            pairs.extend(Walk { pile: self, direction }.beside(a, b));
        }
    }

    fn draft(&self, pieces: Vec<Piece>) -> Draft {
        let mut witnesses: Vec<Witness> = pieces.iter().map(|piece| self.witness(piece)).collect();
        witnesses.sort_by_key(|witness| witness.span);
        witnesses.dedup_by_key(|witness| witness.span);
        let longest = (0..witnesses.len()).rev().max_by_key(|idx| witnesses[*idx].span.range.len());
        Draft { witnesses, representative: longest.unwrap_or_default() }
    }

    fn witness(&self, piece: &Piece) -> Witness {
        let (whole, unit) = self.sentences[piece.sentence as usize];
        let stretch = Stretch { unit, start: piece.start, end: piece.end };
        let span = with_marks(self.reports, self.units.span_of(self.reports, &stretch, whole));
        Witness { span, stretch, place: self.units.place_of(piece.sentence as usize) }
    }
}

/// Which sentence of the pile a witness stands in.
fn sentence_of(units: &Units, witness: &Witness) -> usize {
    units.sentence(witness.stretch.unit, witness.place)
}

/// Pieces that are paired, over however many others, together.
fn groups(pairs: &[(Piece, Piece)]) -> Vec<Vec<Piece>> {
    let mut pieces: Vec<Piece> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    pieces.par_sort_unstable();
    pieces.dedup();
    let number = |piece: &Piece| pieces.binary_search(piece).unwrap_or_default() as u32;
    let mut joined = Groups::new(pieces.len());
    pairs.iter().for_each(|(a, b)| joined.join(number(a), number(b)));
    let mut groups: BTreeMap<u32, Vec<Piece>> = BTreeMap::new();
    for (idx, piece) in (0..).zip(&pieces) {
        groups.entry(joined.first(idx)).or_default().push(*piece);
    }
    groups.into_values().collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Backward,
}

/// A word of the pile: its sentence, and how many words of the sentence lie before it on the way.
#[derive(Clone, Copy, PartialEq, Eq)]
struct At {
    sentence: usize,
    word: usize,
}

/// Two words that stand opposite each other.
struct Step {
    left: At,
    right: At,
    same: bool,
}

/// A walk away from a passage, in one direction.
struct Walk<'a> {
    pile: &'a Pile<'a>,
    direction: Direction,
}

impl Walk<'_> {
    /// What stands beside two witnesses in this direction.
    fn beside(&self, a: &Witness, b: &Witness) -> Vec<(Piece, Piece)> {
        let (left, right) = (self.end_of(a), self.end_of(b));
        let starts = self.starts(a, b, left, right);
        let runs = starts.into_iter().flatten().map(|(left, right)| self.run(left, right));
        runs.into_iter().find(|run| !run.is_empty()).unwrap_or_default()
    }

    /// One past the last word of a witness.
    fn end_of(&self, witness: &Witness) -> At {
        let sentence = sentence_of(self.pile.units, witness);
        let words = witness.stretch.words();
        let word = match self.direction {
            Direction::Forward => words.end,
            Direction::Backward => self.len(sentence) - words.start,
        };
        At { sentence, word }
    }

    /// Where to read on behind two witnesses: at least one of them ends with its sentence. Where both do, one
    /// may have reached too far, over the words with which the next sentence of the other begins.
    fn starts(&self, a: &Witness, b: &Witness, left: At, right: At) -> [Option<(At, At)>; 3] {
        let ends = |at: At| at.word == self.len(at.sentence);
        let mut starts = [None; 3];
        if ends(left) || ends(right) {
            starts[0] = Some((left, right));
        }
        if ends(left) && ends(right) {
            let next = self.next_sentence(right);
            starts[1] = next.and_then(|next| Some((self.overlap(a, left, next)?, next)));
            let next = self.next_sentence(left);
            starts[2] = next.and_then(|next| Some((next, self.overlap(b, right, next)?)));
        }
        starts
    }

    /// Where in a witness, which ends at `end`, the first words of another sentence stand.
    fn overlap(&self, witness: &Witness, end: At, next: At) -> Option<At> {
        let n_words = witness.stretch.words().len();
        if self.len(next.sentence) < OVERLAP_WORDS {
            return None;
        }
        let first: [u32; OVERLAP_WORDS] = std::array::from_fn(|word| self.word(At { word, ..next }));
        let starts = end.word - n_words + 1..(end.word + 1).saturating_sub(OVERLAP_WORDS);
        let at = |word: usize| At { sentence: end.sentence, word };
        let is_here = |word: &usize| (0..).zip(&first).all(|(nth, hash)| self.word(at(word + nth)) == *hash);
        starts.rev().find(is_here).map(at)
    }

    /// The words from two starts on, cut into pieces, if they are worth it.
    fn run(&self, left: At, right: At) -> Vec<(Piece, Piece)> {
        let (mut steps, closed) = self.walk(left, right);
        if !closed {
            steps.truncate(self.last_border(&steps));
            let short = self.is_short(&steps);
            if short
                && !(self.within_line(left, &steps, |step| step.left)
                    && self.within_line(right, &steps, |step| step.right))
            {
                return Vec::new();
            }
        }
        let same = steps.iter().filter(|step| step.same).count();
        // Between two passages a word in three may differ, as the walk would allow it.
        if 3 * same < 2 * steps.len() { Vec::new() } else { self.pieces(&steps) }
    }

    /// Reads on while the words are the same or nearly so. Whether a shared passage was met at the end.
    fn walk(&self, mut left: At, mut right: At) -> (Vec<Step>, bool) {
        let (mut steps, mut score, mut best) = (Vec::new(), 0, (0, 0));
        while steps.len() < MAX_WALK {
            let (Some(a), Some(b)) = (self.here_or_next(left), self.here_or_next(right)) else { break };
            let crossed = a.sentence != left.sentence || b.sentence != right.sentence;
            if crossed && self.pile.share_passage(a.sentence, b.sentence) {
                if best.1 == steps.len() || !steps.is_empty() && score > 0 {
                    return (steps, true);
                }
                break;
            }
            let same = self.word(a) == self.word(b);
            steps.push(Step { left: a, right: b, same });
            score += if same { 1 } else { DIFFERENT };
            if score > best.0 {
                best = (score, steps.len());
            } else if score < best.0 - MAX_DROP {
                break;
            }
            (left, right) = (At { word: a.word + 1, ..a }, At { word: b.word + 1, ..b });
        }
        steps.truncate(best.1);
        (steps, false)
    }

    /// How many steps lead to the last border of sentences: of both, or of one with a run of some length before it.
    fn last_border(&self, steps: &[Step]) -> usize {
        let mut border = 0;
        for (at, step) in steps.iter().enumerate() {
            let ends = |at: At| at.word + 1 == self.len(at.sentence);
            let (left, right) = (ends(step.left), ends(step.right));
            if left && right || (left || right) && !self.is_short(&steps[border..=at]) {
                border = at + 1;
            }
        }
        border
    }

    /// Whether words are too few or too light to stand at the end of a passage wherever it be.
    fn is_short(&self, steps: &[Step]) -> bool {
        let is_plain = |step: &&Step| step.same && self.class(step.left) == Class::Content;
        steps.len() < MIN_WORDS || steps.iter().filter(is_plain).count() < MIN_PLAIN_WORDS
    }

    /// Whether steps lie on the line on which the walk began.
    fn within_line(&self, start: At, steps: &[Step], side: impl Fn(&Step) -> At) -> bool {
        let Some(last) = steps.last().map(side) else { return false };
        let (first, last) = (start.sentence.min(last.sentence), start.sentence.max(last.sentence));
        let (first, last) = (self.pile.place(first), self.pile.place(last));
        let text = &self.pile.reports[first.report.0 as usize].text;
        !text[first.range.start as usize..last.range.end as usize].contains('\n')
    }

    /// Steps cut where a sentence ends on either side.
    fn pieces(&self, steps: &[Step]) -> Vec<(Piece, Piece)> {
        let together =
            |a: &Step, b: &Step| a.left.sentence == b.left.sentence && a.right.sentence == b.right.sentence;
        let of_run = |run: &[Step]| {
            let left = self.piece(run[0].left, run.len());
            let right = self.piece(run[0].right, run.len());
            (left.min(right), left.max(right))
        };
        steps.chunk_by(together).map(of_run).filter(|(a, b)| a != b).collect()
    }

    fn piece(&self, start: At, n_words: usize) -> Piece {
        let words: Range<usize> = match self.direction {
            Direction::Forward => start.word..start.word + n_words,
            Direction::Backward => {
                let end = self.len(start.sentence) - start.word;
                end - n_words..end
            }
        };
        Piece { sentence: start.sentence as u32, start: words.start as u8, end: words.end as u8 }
    }

    /// A word, or the first of the next sentence where the sentence has no more.
    fn here_or_next(&self, at: At) -> Option<At> {
        if at.word < self.len(at.sentence) { Some(at) } else { self.next_sentence(at) }
    }

    /// The first word of the next sentence of the same report.
    fn next_sentence(&self, at: At) -> Option<At> {
        let next = match self.direction {
            Direction::Forward => at.sentence + 1,
            Direction::Backward => at.sentence.checked_sub(1)?,
        };
        let report = |sentence: usize| self.pile.place(sentence).report;
        let exists = next < self.pile.sentences.len() && report(next) == report(at.sentence);
        exists.then_some(At { sentence: next, word: 0 })
    }

    fn len(&self, sentence: usize) -> usize {
        self.pile.words(sentence).len()
    }

    fn number(&self, at: At) -> usize {
        match self.direction {
            Direction::Forward => at.word,
            Direction::Backward => self.len(at.sentence) - 1 - at.word,
        }
    }

    fn word(&self, at: At) -> u32 {
        self.pile.words(at.sentence)[self.number(at)].word()
    }

    fn class(&self, at: At) -> Class {
        self.pile.words(at.sentence)[self.number(at)].class()
    }
}
