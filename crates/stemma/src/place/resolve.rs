//! Names of one report into places: candidates, what stands beside them, votes; then the choice, or that there is none.

use super::atlas::{Atlas, Entry};
use super::beside::{Beside, beside};
use super::candidates::{Candidate, DOUBLING, add_longer, candidates, is_generic};
use super::names::PlaceName;
use super::precision::precision;
use super::reasons::{Stands, reasons};
use super::surroundings::Surroundings;
use super::weigh::{Name, Standing, weigh};
use crate::model::{PlaceMeaning, PlaceMention, PlaceUsage, ReportIdx, Span};
use std::collections::BTreeMap;
use stemma_gazetteer::{Kind, fold, metres};

/// By so much the best candidate must lead the next, or the name stays undecided.
const LEAD: i32 = DOUBLING;

/// The most places that an undecided name is given with.
const MOST_UNDECIDED: usize = 4;

/// Votes for the country of a place whose name only sounds alike, in thousandths, that it needs.
const SUPPORT: u32 = 900;

/// Places of one name so near each other are one place that is listed twice, or a town and the division that it is the seat of.
const SAME: u32 = 25_000;

/// What a name says of others, in thousandths: each more time that it stands in the report, and that it opens it.
const AGAIN: u32 = 200;
const MOST_AGAIN: u32 = 3;
const OPENS: u32 = 500;
/// A name opens a text within so many bytes.
const OPENING: u32 = 60;
/// What people or bodies are called says less of where a report plays.
const PEOPLE: u32 = 600;

/// One name as it is looked at, and where each of its mentions stands among all.
pub(super) struct Looked {
    pub candidates: Vec<Candidate>,
    pub mentions: Vec<usize>,
}

/// Finds which places the names of a report stand for; `names` are in the order of the text and do not overlap. Those within names of bodies only
/// help to find the others.
pub fn resolve(
    report: ReportIdx,
    text: &str,
    names: &[PlaceName],
    atlas: Atlas,
    around: &Surroundings,
) -> Vec<PlaceMention> {
    let looked = look_up(text, names, atlas);
    let mut name_of = vec![0; names.len()];
    for (at, name) in looked.iter().enumerate() {
        name.mentions.iter().for_each(|mention| name_of[*mention] = at);
    }
    let of_mention: Vec<&[Candidate]> = name_of.iter().map(|at| looked[*at].candidates.as_slice()).collect();
    let beside = beside(atlas, text, names, &of_mention);
    let weighed: Vec<Name> = looked.iter().map(|looked| name(looked, names, &beside)).collect();
    let standings = weigh(atlas, &weighed, around);
    let chosen: Vec<Choice> = (0..names.len())
        .map(|mention| {
            let at = name_of[mention];
            choose(atlas, &weighed[at], &standings[at], &beside[mention])
        })
        .collect();
    let context = Context { text, names, atlas, chosen: &chosen, candidates: &of_mention };
    (0..names.len())
        .filter(|mention| !names[*mention].is_within)
        .map(|mention| {
            let at = name_of[mention];
            let stands = chosen[mention].best().map_or_else(Stands::default, |best| {
                let beside = &beside[mention];
                let held_by = beside.holders[best];
                let is_in_row = held_by.is_none() && beside.gains[best] > 0 && !beside.holds;
                Stands { held_by, has_kind_word: beside.own[best] > 0 && !beside.holds, is_in_row }
            });
            context.mention(report, mention, &looked[at], &standings[at], stands)
        })
        .collect()
}

/// Each name once, with its candidates.
fn look_up(text: &str, names: &[PlaceName], atlas: Atlas) -> Vec<Looked> {
    let mut by_words: BTreeMap<(String, bool), usize> = BTreeMap::new();
    let mut looked: Vec<Looked> = Vec::new();
    for (mention, name) in names.iter().enumerate() {
        let words = name.range.of(text);
        // Short forms are found by their capitals, which folding takes away.
        let is_capitals = words.chars().all(|c| !c.is_lowercase());
        let at = *by_words.entry((fold(words), is_capitals)).or_insert_with(|| {
            looked.push(Looked { candidates: candidates(atlas, words), mentions: Vec::new() });
            looked.len() - 1
        });
        looked[at].mentions.push(mention);
    }
    let full: Vec<(String, Vec<Candidate>)> = by_words
        .iter()
        .filter_map(|((words, _), at)| {
            let (short, last) = words.rsplit_once(' ')?;
            is_generic(last).then(|| (short.to_owned(), looked[*at].candidates.clone()))
        })
        .collect();
    for (short, longer) in full {
        if let Some(at) = by_words.get(&(short, false)) {
            add_longer(&mut looked[*at].candidates, &longer);
        }
    }
    looked
}

fn name(looked: &Looked, names: &[PlaceName], beside: &[Beside]) -> Name {
    let starts: Vec<u32> = looked.mentions.iter().map(|mention| names[*mention].range.start).collect();
    let gain =
        |nth: usize| looked.mentions.iter().map(|mention| beside[*mention].gains[nth]).max().unwrap_or(0);
    let again = (starts.len() as u32 - 1).min(MOST_AGAIN) * AGAIN;
    let opens = if starts.first().is_some_and(|start| *start < OPENING) { OPENS } else { 0 };
    let is_people = looked.candidates.first().is_some_and(|best| best.is_demonym);
    let is_within = looked.mentions.iter().all(|mention| names[*mention].is_within);
    let importance = if is_people || is_within { PEOPLE } else { 1_000 + again + opens };
    Name {
        beside: (0..looked.candidates.len()).map(gain).collect(),
        starts,
        candidates: looked.candidates.clone(),
        importance,
    }
}

/// The candidates of one mention that it may stand for, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Choice {
    pub nth: Vec<usize>,
}

impl Choice {
    pub fn best(&self) -> Option<usize> {
        self.nth.first().copied()
    }
}

/// Chooses for one mention: the standing of its name, with what stands beside this mention in place of what stands beside any.
fn choose(atlas: Atlas, name: &Name, standings: &[Standing], beside: &Beside) -> Choice {
    let has_own = beside.gains.iter().any(|gain| *gain > 0);
    let score = |nth: usize| {
        let score = standings[nth].score;
        beside.own[nth] + if has_own { score - name.beside[nth] + beside.gains[nth] } else { score }
    };
    let mut order: Vec<usize> = (0..standings.len()).collect();
    order.sort_by_key(|nth| (std::cmp::Reverse(score(*nth)), name.candidates[*nth].entry));
    // That a name sounds alike is too little, unless another name of the report lies in the same country.
    order.retain(|nth| !name.candidates[*nth].is_loose || standings[*nth].country >= SUPPORT);
    let Some(best) = order.first().copied() else { return Choice::default() };
    let mut nth = vec![best];
    for other in order.into_iter().skip(1) {
        let entry = name.candidates[other].entry;
        let is_other = nth.iter().all(|known| !is_same(atlas, name.candidates[*known].entry, entry));
        if score(best) - score(other) < LEAD && is_other && nth.len() < MOST_UNDECIDED {
            nth.push(other);
        }
    }
    Choice { nth }
}

/// Whether two places of one name are one for a reader.
fn is_same(atlas: Atlas, one: Entry, other: Entry) -> bool {
    let is_area = |entry| matches!(atlas.kind(entry), Kind::Division | Kind::District);
    atlas.country(one) == atlas.country(other)
        && (metres(atlas.point(one), atlas.point(other)) <= SAME
            || (is_area(one) || is_area(other)) && (atlas.holds(one, other) || atlas.holds(other, one)))
}

/// What all mentions of a report have been found to stand for.
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub names: &'a [PlaceName],
    pub atlas: Atlas<'a>,
    pub chosen: &'a [Choice],
    pub candidates: &'a [&'a [Candidate]],
}

impl Context<'_> {
    /// The place that a mention stands for, or most likely does.
    pub fn entry(&self, mention: usize) -> Option<Entry> {
        self.chosen[mention].best().map(|nth| self.candidates[mention][nth].entry)
    }

    fn mention(
        &self,
        report: ReportIdx,
        mention: usize,
        looked: &Looked,
        standings: &[Standing],
        stands: Stands,
    ) -> PlaceMention {
        let range = self.names[mention].range;
        let choice = &self.chosen[mention];
        let place = |nth: &usize| self.atlas.place(looked.candidates[*nth].entry);
        let meaning = match choice.nth.as_slice() {
            [] => PlaceMeaning::Unknown,
            [only] => PlaceMeaning::Chosen(place(only)),
            several => PlaceMeaning::Undecided(several.iter().map(place).collect()),
        };
        let best = choice.best().map(|nth| (looked.candidates[nth], standings[nth]));
        let is_people = best.is_some_and(|(candidate, _)| candidate.is_demonym);
        PlaceMention {
            span: Span { report, range },
            usage: if is_people { PlaceUsage::People } else { PlaceUsage::Name },
            meaning,
            precision: best.map(|(candidate, _)| {
                precision(self.text, range, self.atlas.kind(candidate.entry), &candidate)
            }),
            reasons: best.map_or_else(Vec::new, |(candidate, standing)| {
                reasons(self, mention, looked, candidate, standing, stands)
            }),
        }
    }
}
