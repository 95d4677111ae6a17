//! The paragraphs of an article, found again in the text that its page shows.
//!
//! An extractor gives paragraphs without their places. Each is looked for in the page by its letters; where one stands
//! several times (in a teaser, in the body, in a list of related links), the places are chosen so that the paragraphs
//! of the article follow each other as closely as they can: the best chain, by dynamic programming. The text of
//! the report is then written from the page, not from what the extractor gave, so it cannot differ from it; words of
//! the extractor that stand nowhere in the page are left out and counted.

use super::letters::{Index, KEY_BYTES, Letters, Places, SHORT_KEY_BYTES};
use super::shown::Part;
use std::ops::Range;

/// So many places of a paragraph are compared, the nearest to what stands around it.
const MOST_PLACES: usize = 12;

/// So many places are looked at until that many are found.
const MOST_LOOKED_AT: usize = 60;

/// What makes a place worse, in letters that are not found there: a gap to the paragraph before, in its beginning and
/// for each so many letters, up to a most; going back; a break inside of the paragraph; an element that doubts that
/// this is the account. Set by hand so that one letter more never outweighs going back; nothing else depends on them.
const GAP: i64 = 2;
const GAP_LETTERS: usize = 200;
const MOST_GAP: i64 = 20;
const BACK: i64 = 40;
const BREAK: i64 = 5;
const DOUBT: i64 = 3;

/// A page in which paragraphs are looked for.
pub struct PageLetters<'a> {
    letters: Letters,
    index: Index,
    parts: &'a [Part],
}

/// Where a paragraph stands: the pieces of it that were found, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Byte ranges of the text of the page, each with whether white space stands before it in the paragraph.
    pub pieces: Vec<(Range<usize>, bool)>,
    /// How many bytes of its letters were not found.
    pub missing: usize,
}

/// A way to find a paragraph.
struct Candidate {
    /// Parts of the paragraph and where they begin in the page, in letters.
    pieces: Vec<(Range<usize>, usize)>,
    /// How good it is by itself.
    worth: i64,
}

impl Candidate {
    fn start(&self) -> usize {
        self.pieces.first().map_or(0, |(_, at)| *at)
    }

    fn end(&self) -> usize {
        self.pieces.last().map_or(0, |(part, at)| at + part.len())
    }
}

impl<'a> PageLetters<'a> {
    /// The page with this text, which has these parts.
    pub fn of(text: &str, parts: &'a [Part]) -> Self {
        let letters = Letters::of(text);
        let index = Index::of(&letters);
        PageLetters { letters, index, parts }
    }

    /// Where each of some paragraphs stands.
    pub fn find(&self, paragraphs: &[String]) -> Vec<Found> {
        let wanted: Vec<Letters> = paragraphs.iter().map(|paragraph| Letters::of(paragraph)).collect();
        let known: Vec<Option<usize>> = wanted.iter().map(|letters| self.only_place(letters)).collect();
        let mut next = vec![usize::MAX; wanted.len() + 1];
        for at in (0..wanted.len()).rev() {
            next[at] = known[at].unwrap_or(next[at + 1]);
        }
        let mut last = 0;
        let mut candidates = Vec::with_capacity(wanted.len());
        for (at, letters) in wanted.iter().enumerate() {
            candidates.push(self.candidates(letters, last, next[at]));
            last = known[at].unwrap_or(last);
        }
        let chosen = best_chain(&candidates);
        let mut end = 0;
        let mut found = Vec::with_capacity(wanted.len());
        for ((letters, number), of) in wanted.iter().zip(chosen).zip(candidates) {
            let chosen = of.into_iter().nth(number).or_else(|| self.tiny(letters, end));
            end = chosen.as_ref().map_or(end, Candidate::end);
            found.push(self.found(letters, chosen.as_ref()));
        }
        found
    }

    /// The one place where a paragraph stands; nothing where there are several, or none.
    fn only_place(&self, wanted: &Letters) -> Option<usize> {
        let (_, places) = self.first_places(wanted)?;
        (places.len() == 1).then(|| places.get(0))
    }

    /// The first beginning of a word from which on the page has the same letters, and where.
    fn first_places(&self, wanted: &Letters) -> Option<(usize, Places<'_>)> {
        let places = |start: &u32| (*start as usize, self.index.places(wanted, *start as usize));
        wanted.starts.iter().map(places).find(|(_, places)| places.len() > 0)
    }

    /// The ways to find a paragraph that stands between two places, if it stands there; nearest first.
    fn candidates(&self, wanted: &Letters, after: usize, before: usize) -> Vec<Candidate> {
        let Some((start, places)) = self.first_places(wanted) else {
            return Vec::new();
        };
        let mut numbers: Vec<usize> = (0..places.len().min(MOST_PLACES)).collect();
        if places.len() > MOST_PLACES {
            let (first, last) = (places.before(after), places.before(before));
            let ahead = (first..places.len()).take(MOST_LOOKED_AT);
            let back = (0..last).rev().take(MOST_LOOKED_AT);
            let whole = |number: &usize| {
                let same = wanted.common(start, &self.letters, places.get(*number));
                same == wanted.bytes.len() - start
            };
            let near: Vec<usize> = ahead.clone().filter(whole).take(MOST_PLACES / 2).collect();
            let near_back: Vec<usize> = back.clone().filter(whole).take(MOST_PLACES / 2).collect();
            numbers = [near, near_back].concat();
            if numbers.is_empty() {
                numbers = ahead.take(MOST_PLACES / 2).chain(back.take(MOST_PLACES / 2)).collect();
            }
            numbers.sort_unstable();
            numbers.dedup();
        }
        numbers.into_iter().map(|number| self.follow(wanted, start, places.get(number))).collect()
    }

    /// A paragraph of very few letters, behind the one before it.
    fn tiny(&self, wanted: &Letters, end: usize) -> Option<Candidate> {
        if wanted.bytes.is_empty() || wanted.bytes.len() >= SHORT_KEY_BYTES {
            return None;
        }
        let at = self.near(&wanted.bytes, end)?;
        Some(Candidate { pieces: vec![(0..wanted.bytes.len(), at)], worth: 0 })
    }

    /// Follows a paragraph through the page: as far as it goes, and then on from the next word that is found further
    /// down.
    fn follow(&self, wanted: &Letters, start: usize, place: usize) -> Candidate {
        let (mut at, mut place) = (start, place);
        let mut pieces = Vec::new();
        loop {
            let same = wanted.common(at, &self.letters, place);
            if same > 0 {
                pieces.push((at..at + same, place));
            }
            (at, place) = (at + same, place + same);
            match self.resume(wanted, at, place) {
                Some(found) => (at, place) = found,
                None => break,
            }
        }
        let matched: usize = pieces.iter().map(|(part, _)| part.len()).sum();
        let breaks = pieces.len().saturating_sub(1) as i64;
        let doubt = i64::from(self.doubt(pieces.first().map_or(0, |(_, at)| *at)));
        Candidate { pieces, worth: matched as i64 - BREAK * breaks - DOUBT * doubt }
    }

    /// The next word of the paragraph that stands in the page from `place` on, and where.
    fn resume(&self, wanted: &Letters, at: usize, place: usize) -> Option<(usize, usize)> {
        let first = wanted.starts.partition_point(|start| (*start as usize) < at);
        wanted.starts[first..].iter().find_map(|start| {
            let start = *start as usize;
            if start + SHORT_KEY_BYTES > wanted.bytes.len() {
                return Some((start, self.near(&wanted.bytes[start..], place)?));
            }
            let places = self.index.places(wanted, start);
            let number = places.before(place);
            let found = (number < places.len()).then(|| places.get(number))?;
            let is_short = start + KEY_BYTES > wanted.bytes.len();
            (!is_short || found - place <= GAP_LETTERS).then_some((start, found))
        })
    }

    /// Where some letters that are too few for the index begin a word, from a place on and not far from it.
    fn near(&self, letters: &[u8], place: usize) -> Option<usize> {
        let starts = &self.letters.starts;
        let first = starts.partition_point(|start| (*start as usize) < place);
        let near = starts[first..].iter().map(|start| *start as usize);
        near.take_while(|start| *start <= place + GAP_LETTERS)
            .find(|start| self.letters.bytes[*start..].starts_with(letters))
    }

    fn doubt(&self, place: usize) -> u32 {
        let at = self.letters.in_text(place..place + 1).start;
        let part = self.parts.partition_point(|part| part.start <= at).checked_sub(1);
        part.map_or(0, |part| self.parts[part].doubt)
    }

    fn found(&self, wanted: &Letters, candidate: Option<&Candidate>) -> Found {
        let Some(candidate) = candidate else {
            return Found { pieces: Vec::new(), missing: wanted.bytes.len() };
        };
        let matched: usize = candidate.pieces.iter().map(|(part, _)| part.len()).sum();
        let piece = |(part, at): &(Range<usize>, usize)| {
            (self.letters.in_text(*at..at + part.len()), wanted.has_gap_before(part.start))
        };
        let missing = wanted.bytes.len() - matched;
        Found { pieces: candidate.pieces.iter().map(piece).collect(), missing }
    }
}

/// For each paragraph the number of the candidate that is best together with the others; 0 where it has none.
fn best_chain(candidates: &[Vec<Candidate>]) -> Vec<usize> {
    // For each candidate of a paragraph: what the best chain that ends in it is worth, and its last candidate before.
    let mut worths: Vec<Vec<(i64, usize)>> = Vec::with_capacity(candidates.len());
    // The last paragraph that has candidates.
    let mut last: Option<usize> = None;
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (number, of) in candidates.iter().enumerate() {
        let worth = |candidate: &Candidate| match last {
            None => (candidate.worth, 0),
            Some(last) => {
                let chains = candidates[last].iter().zip(&worths[last]).enumerate();
                let best = chains
                    .map(|(at, (previous, (worth, _)))| (worth - step(previous.end(), candidate.start()), at))
                    .max_by_key(|(worth, at)| (*worth, std::cmp::Reverse(*at)))
                    .unwrap_or((0, 0));
                (best.0 + candidate.worth, best.1)
            }
        };
        let of_paragraph: Vec<(i64, usize)> = of.iter().map(worth).collect();
        worths.push(of_paragraph);
        before.push(last);
        if !of.is_empty() {
            last = Some(number);
        }
    }
    let mut chosen = vec![0; candidates.len()];
    let best =
        |of: &[(i64, usize)]| (0..of.len()).max_by_key(|at| (of[*at].0, std::cmp::Reverse(*at))).unwrap_or(0);
    let mut at = last.map(|last| (last, best(&worths[last])));
    while let Some((paragraph, number)) = at {
        chosen[paragraph] = number;
        at = before[paragraph].map(|previous| (previous, worths[paragraph][number].1));
    }
    chosen
}

/// What it costs that a paragraph begins at `start` where the one before it ends at `end`.
fn step(end: usize, start: usize) -> i64 {
    match start.checked_sub(end) {
        None => BACK,
        Some(0) => 0,
        Some(gap) => MOST_GAP.min(GAP + (gap / GAP_LETTERS) as i64),
    }
}
