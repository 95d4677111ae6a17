//! Blocks of a report that belong to another story than the rest of it.
//!
//! A block is spliced in where next to none of its words ties it to the rest of its report or to the other reports of
//! the story, and where its words are tied to another story of the pile, or are names that nothing else in its own
//! story knows. Words that stand there as a copy of the block itself tie nothing: a page that was copied with its
//! splice would vouch for it. An ordinary paragraph of background shares people, places or subject with the rest.

use super::copied::Copied;
use super::features::{Features, Kind, Term};
use super::groups::Group;
use super::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// A report with fewer blocks hangs together by nothing that one of them could lack.
pub(super) const FEWEST_BLOCKS: usize = 4;

/// A block with fewer words that tell something is too short to be judged.
const FEWEST_WORDS: usize = 8;

/// Of what the words of a block prove, at most so much (percent) ties a splice to its own story, if another story
/// claims it.
const OWN_WHEN_CLAIMED: u64 = 20;

/// The same, if none does.
const OWN_WHEN_UNCLAIMED: u64 = 12;

/// Of what the words of a block prove, at least so much (percent) ties it to the story that claims it.
const LEAST_CLAIM: u64 = 45;

/// Words of names and numbers that a story must share with a block which it claims, and that a block without any other story
/// must have for itself.
const FEWEST_NAMES: usize = 3;

/// A word that more stories than this have claims nothing.
const MOST_STORIES: usize = 20;

/// Places of one word that are looked at.
const MOST_PLACES: usize = 64;

/// A block that belongs elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Splice {
    pub report: u32,
    /// Which of the blocks of its features.
    pub block: u16,
    /// The story that claims it; absent where none does.
    pub claimed_by: Option<u32>,
}

impl Splice {
    /// The words of the block.
    pub fn terms<'a>(&self, features: &'a [Features]) -> &'a [Term] {
        let terms = &features[self.report as usize].terms;
        let from = terms.partition_point(|term| term.block < self.block);
        let to = terms.partition_point(|term| term.block <= self.block);
        &terms[from..to]
    }
}

/// Where a word stands in a story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    word: u32,
    report: u32,
    block: u16,
    start: u32,
}

/// Finds spliced blocks in all reports, in order.
pub(super) fn find_splices(
    groups: &[Group],
    features: &[Features],
    vocabulary: &Vocabulary,
    copied: &Copied,
) -> Vec<Splice> {
    let stories: Vec<Vec<Place>> = groups.iter().map(|group| places(group, features)).collect();
    let pile = Pile { claims: claims(&stories), stories, vocabulary, copied };
    let mut splices = Vec::new();
    for (story, group) in (0..).zip(groups) {
        for report in &group.reports {
            splices.extend(pile.splices_of(story, *report, &features[*report as usize]));
        }
    }
    splices.sort_unstable();
    splices
}

fn places(group: &Group, features: &[Features]) -> Vec<Place> {
    let mut places = Vec::new();
    for report in &group.reports {
        let terms = features[*report as usize].terms.iter();
        places.extend(terms.map(|term| Place {
            word: term.word,
            report: *report,
            block: term.block,
            start: term.start,
        }));
    }
    places.sort_unstable();
    places
}

/// By word, the stories that have it; words that many stories have are left out.
fn claims(stories: &[Vec<Place>]) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for (story, places) in (0..).zip(stories) {
        all.extend(places.chunk_by(|a, b| a.word == b.word).map(|chunk| (chunk[0].word, story)));
    }
    all.sort_unstable();
    all.chunk_by(|a, b| a.0 == b.0).filter(|chunk| chunk.len() <= MOST_STORIES).flatten().copied().collect()
}

struct Pile<'a> {
    /// By story, where its words stand.
    stories: Vec<Vec<Place>>,
    /// Word and story.
    claims: Vec<(u32, u32)>,
    vocabulary: &'a Vocabulary,
    copied: &'a Copied,
}

impl Pile<'_> {
    /// The spliced blocks of one report. What is most of a report is no splice.
    fn splices_of(&self, story: u32, report: u32, features: &Features) -> Vec<Splice> {
        let blocks: Vec<&[Term]> = features.terms.chunk_by(|a, b| a.block == b.block).collect();
        let mut splices = Vec::new();
        if blocks.len() < FEWEST_BLOCKS {
            return splices;
        }
        for block in &blocks {
            if block.len() < FEWEST_WORDS || block.len() * 2 > features.terms.len() {
                continue;
            }
            let own = self.tied(block, story, report);
            if own > OWN_WHEN_CLAIMED {
                continue;
            }
            let claimed_by = self.claimed_by(block, story, report);
            if claimed_by.is_some() || own <= OWN_WHEN_UNCLAIMED && self.has_names(block) {
                splices.push(Splice { report, block: block[0].block, claimed_by });
            }
        }
        let spliced: usize = splices.iter().map(|splice| words_in(&blocks, splice.block)).sum();
        if spliced * 2 > features.terms.len() { Vec::new() } else { splices }
    }

    fn weight(&self, word: u32) -> u64 {
        self.vocabulary.word(word).map_or(0, |(_, word)| u64::from(word.weight))
    }

    /// Of what the words of a block prove, the percentage that stands elsewhere in its report or story.
    fn tied(&self, block: &[Term], story: u32, report: u32) -> u64 {
        let (mut tied, mut all) = (0, 0);
        for term in block {
            let weight = self.weight(term.word);
            all += weight;
            if self.stands_elsewhere(term, story, report) {
                tied += weight;
            }
        }
        (tied * 100).checked_div(all).unwrap_or(100)
    }

    fn stands_elsewhere(&self, term: &Term, story: u32, report: u32) -> bool {
        let places = &self.stories[story as usize];
        let from = places.partition_point(|place| place.word < term.word);
        let family = |report: u32, start| self.copied.at(report as usize, start).map(|run| run.family);
        let own = family(report, term.start);
        places[from..].iter().take_while(|place| place.word == term.word).take(MOST_PLACES).any(|place| {
            let is_itself = place.report == report && place.block == term.block;
            !is_itself && (own.is_none() || family(place.report, place.start) != own)
        })
    }

    /// The story to which the words of a block are tied, other than its own: the one with most of what they prove.
    fn claimed_by(&self, block: &[Term], story: u32, report: u32) -> Option<u32> {
        let all: u64 = block.iter().map(|term| self.weight(term.word)).sum();
        let mut claims: BTreeMap<u32, (u64, usize)> = BTreeMap::new();
        for term in block {
            let from = self.claims.partition_point(|(word, _)| *word < term.word);
            for (_, other) in self.claims[from..].iter().take_while(|(word, _)| *word == term.word) {
                let claim = claims.entry(*other).or_default();
                claim.0 += self.weight(term.word);
                claim.1 += usize::from(is_name(term.kind));
            }
        }
        let enough = |(other, (weight, names)): &(u32, (u64, usize))| {
            *other != story && weight * 100 >= all * LEAST_CLAIM && *names >= FEWEST_NAMES
        };
        // A copy of the block alone is no home: an agency puts one paragraph under two stories.
        let is_home = |other: u32| self.tied(block, other, report) > OWN_WHEN_CLAIMED;
        let claims = claims.into_iter().filter(|claim| enough(claim) && is_home(claim.0));
        claims.max_by_key(|(other, (weight, _))| (*weight, std::cmp::Reverse(*other))).map(|(other, _)| other)
    }

    fn has_names(&self, block: &[Term]) -> bool {
        block.iter().filter(|term| matches!(term.kind, Kind::Person | Kind::Place | Kind::Name)).count()
            >= FEWEST_NAMES
    }
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Place | Kind::Name | Kind::Number)
}

fn words_in(blocks: &[&[Term]], block: u16) -> usize {
    blocks.iter().find(|terms| terms[0].block == block).map_or(0, |terms| terms.len())
}
