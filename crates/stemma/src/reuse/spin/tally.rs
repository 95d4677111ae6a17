//! What the pages of one supposed spinner do, counted: how often each swap stands there, how often its old
//! words survived, and which swaps are therefore mechanical.

use super::comparison::Comparison;
use super::dictionary::{Dictionary, Forms, Piece};
use super::phrase::{NOTHING, Phrase, phrase, words, written};
use super::swaps::Pair;
use super::{Pile, ordinary};
use crate::model::{ByteRange, Span};
use rayon::prelude::*;

/// Places in different source sentences that make a swap mechanical.
const MIN_PLACES: usize = 3;
/// The same, for a spinner that is known by other swaps, where the old words never survived and nothing else
/// was put for them.
const MIN_PLACES_OF_KNOWN: usize = 2;
/// Source reports that a swap must have been made in: what one text does twice may be its own matter.
const MIN_SOURCES: usize = 2;
/// A spinner puts one word for another wherever it stands: at most one place survives for this many that
/// were swapped. (Machines leave some alone: in quotations, or by chance.)
const SWAPPED_PER_SURVIVOR: usize = 2;
/// A spinner may have a choice of words; a swap makes up at least one in this many of all of its old words.
/// Menus of synonyms have two to four entries.
const SHARE_ONE_IN: usize = 6;
/// A neighbour belongs to a swap if at least half of the places of the difference have that neighbour. (Each
/// place is counted with two neighbours.)
const NEIGHBOUR_ONE_IN: usize = 4;

/// A swap that is mechanical as far as the pages show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learned {
    /// The swap.
    pub pair: Pair,
    /// Its old and new words, normalised.
    pub words: (String, String),
    /// In how many places that do not copy each other it stands.
    pub places: usize,
    /// In how many pages.
    pub reports: usize,
    /// How often the old words survived in the pages.
    pub survived: usize,
}

impl Learned {
    /// Whether it stands in enough places by itself and is more than initials.
    pub fn tells(&self) -> bool {
        self.places >= MIN_PLACES && !ordinary::is_initials(&self.words.0, &self.words.1)
    }
}

/// A part of a difference, with the comparison that it stands in.
type Found = (usize, Piece);

/// Learns from comparisons, whose new sides are the pages. `known` is what is thought of the spinner so far;
/// `is_spinner` whether that is enough to trust it.
pub fn learn(pile: &Pile, comparisons: &[Comparison], known: &Dictionary, is_spinner: bool) -> Vec<Learned> {
    let mut found: Vec<Found> = comparisons
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, comparison)| known.pieces(comparison).into_iter().map(move |piece| (at, piece)))
        .collect();
    found.sort_by_key(|(at, piece)| (piece.pair, *at, piece.new.start));
    let groups: Vec<&[Found]> = found
        .chunk_by(|a, b| a.1.pair == b.1.pair)
        .filter(|group| group.len() >= MIN_PLACES_OF_KNOWN)
        .collect();
    let pairs: Vec<Pair> = groups.iter().map(|group| group[0].1.pair).collect();
    let survived = standing(comparisons, &Forms::old(&pairs), pairs.len());
    let usual = Usual::of(&found);
    let candidates = groups.iter().zip(survived);
    let learned: Vec<Learned> = candidates
        .filter_map(|(group, survived)| {
            Candidate::new(pile, comparisons, group, survived).judge(&usual, is_spinner)
        })
        .collect();
    without_joined(learned)
}

/// Without swaps that begin or end with another one: two that stand beside each other.
fn without_joined(learned: Vec<Learned>) -> Vec<Learned> {
    let all = Dictionary::new(learned.iter().map(|learned| learned.pair).collect());
    let words = |text: &str| words(text, ByteRange::new(0, text.len()));
    let is_joined = |learned: &Learned| {
        let (old, new) = (words(&learned.words.0), words(&learned.words.1));
        (1..old.len()).any(|i| {
            (1..new.len()).any(|j| {
                all.has((phrase(&old[..i]), phrase(&new[..j])))
                    || all.has((phrase(&old[i..]), phrase(&new[j..])))
            })
        })
    };
    let joined: Vec<bool> = learned.iter().map(is_joined).collect();
    learned.into_iter().zip(joined).filter(|(_, joined)| !joined).map(|(learned, _)| learned).collect()
}

/// How often each form stands in words that both texts have.
pub fn standing(comparisons: &[Comparison], forms: &Forms, len: usize) -> Vec<usize> {
    let places_of = |comparison: &Comparison| {
        let mut places: Vec<(usize, Span)> = Vec::new();
        for same in comparison.same() {
            forms.places(&comparison.new.words[same.clone()], |pair, range| {
                let range = same.start + range.start..same.start + range.end;
                places.push((pair, comparison.new.place(&range)));
            });
        }
        places
    };
    let mut places: Vec<(usize, Span)> = comparisons.par_iter().flat_map_iter(places_of).collect();
    // A place may lie in passages of several families.
    places.sort_unstable();
    places.dedup();
    let mut counts = vec![0; len];
    places.iter().for_each(|(pair, _)| counts[*pair] += 1);
    counts
}

/// How often each old side, and each difference seen with a neighbour, stands among the pieces.
struct Usual {
    old: Vec<Phrase>,
    bare: Vec<Pair>,
}

impl Usual {
    fn of(found: &[Found]) -> Self {
        let mut old: Vec<Phrase> = found.iter().map(|(_, piece)| piece.pair.0).collect();
        let mut bare: Vec<Pair> = found.iter().filter_map(|(_, piece)| piece.bare).collect();
        old.sort_unstable();
        bare.sort_unstable();
        Usual { old, bare }
    }
}

fn count<T: Ord>(sorted: &[T], value: &T) -> usize {
    let start = sorted.partition_point(|other| other < value);
    sorted[start..].partition_point(|other| other == value)
}

/// A swap that may be learned.
struct Candidate<'a> {
    group: &'a [Found],
    learned: Learned,
    /// Source reports.
    sources: usize,
    /// Different places in the pages.
    swapped: usize,
}

impl<'a> Candidate<'a> {
    fn new(pile: &Pile, comparisons: &[Comparison], group: &'a [Found], survived: usize) -> Self {
        let different = |key: &dyn Fn(&Comparison, &Piece) -> Span| {
            let mut keys: Vec<Span> = group.iter().map(|(at, piece)| key(&comparisons[*at], piece)).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let reports = |spans: &[Span]| spans.chunk_by(|a, b| a.report == b.report).count();
        let old = different(&|comparison, piece| comparison.old.place(&piece.old));
        let new = different(&|comparison, piece| comparison.new.place(&piece.new));
        let mut families: Vec<u32> = group.iter().map(|(at, _)| comparisons[*at].family).collect();
        families.sort_unstable();
        families.dedup();
        let (at, piece) = &group[0];
        let (a, b) = (&comparisons[*at].old, &comparisons[*at].new);
        // Old words that only got company stand in both texts and did not survive for that.
        let got_company = piece.bare.is_some_and(|bare| bare.0 == NOTHING);
        let learned = Learned {
            pair: piece.pair,
            words: (
                written(pile.text(a.span), &a.words[piece.old.clone()]),
                written(pile.text(b.span), &b.words[piece.new.clone()]),
            ),
            places: families.len().min(old.len()).min(new.len()),
            reports: reports(&new),
            survived: survived.saturating_sub(if got_company { new.len() } else { 0 }),
        };
        Candidate { group, learned, sources: reports(&old), swapped: new.len() }
    }

    fn judge(self, usual: &Usual, is_spinner: bool) -> Option<Learned> {
        let learned = &self.learned;
        let of_old = count(&usual.old, &learned.pair.0);
        let nothing_else = learned.survived == 0 && of_old == self.group.len();
        let enough = learned.places >= MIN_PLACES
            || is_spinner && learned.places >= MIN_PLACES_OF_KNOWN && nothing_else;
        let of_neighbour = self.group[0]
            .1
            .bare
            .is_none_or(|bare| self.group.len() * NEIGHBOUR_ONE_IN >= count(&usual.bare, &bare));
        let mechanical = learned.survived * SWAPPED_PER_SURVIVOR <= self.swapped
            && self.group.len() * SHARE_ONE_IN >= of_old
            && self.sources >= MIN_SOURCES;
        let holds = enough && of_neighbour && mechanical;
        (holds && !ordinary::is_ordinary(&learned.words.0, &learned.words.1)).then_some(self.learned)
    }
}
