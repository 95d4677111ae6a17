//! What spoke for the place that was chosen, in the order of its weight?

use super::atlas::Entry;
use super::candidates::Candidate;
use super::resolve::{Context, Looked};
use super::weigh::Standing;
use crate::model::PlaceReason;
use stemma_gazetteer::metres;

/// Votes in thousandths that are a reason.
const A_VOTE: u32 = 500;

/// A neighbour lies within so many metres.
const NEIGHBOUR: u32 = 100_000;

/// How one mention stands among the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stands {
    /// The mention whose place holds it.
    pub held_by: Option<usize>,
    pub has_kind_word: bool,
    pub is_in_row: bool,
}

/// A neighbour is looked for among so many mentions before and behind.
const LOOKED_AT: usize = 100;

/// The reasons for one candidate of one mention.
pub(super) fn reasons(
    context: &Context,
    mention: usize,
    looked: &Looked,
    candidate: Candidate,
    standing: Standing,
    stands: Stands,
) -> Vec<PlaceReason> {
    let mut reasons = Vec::new();
    if matches!(candidate.entry, Entry::Own(_)) {
        reasons.push(PlaceReason::Listed);
    }
    if let Some(holder) = stands.held_by {
        reasons.push(PlaceReason::Holder(context.names[holder].range));
    }
    if looked.candidates.len() == 1 {
        reasons.push(PlaceReason::Only);
    } else {
        if stands.has_kind_word {
            reasons.push(PlaceReason::KindWord);
        }
        if stands.is_in_row {
            reasons.push(PlaceReason::Row);
        }
        votes(context, mention, candidate, standing, &mut reasons);
        if looked.candidates.iter().all(|other| other.prior <= candidate.prior) {
            reasons.push(PlaceReason::Largest);
        }
    }
    if candidate.is_loose {
        reasons.push(PlaceReason::Sound);
    }
    if candidate.is_part {
        reasons.push(PlaceReason::Part);
    }
    if reasons.is_empty() {
        reasons.push(PlaceReason::Others);
    }
    reasons
}

/// What other names of the report say, as far as the candidate was chosen among several.
fn votes(
    context: &Context,
    mention: usize,
    candidate: Candidate,
    standing: Standing,
    reasons: &mut Vec<PlaceReason>,
) {
    if standing.near >= A_VOTE
        && let Some(neighbour) = neighbour(context, mention, candidate)
    {
        reasons.push(PlaceReason::Neighbour(context.names[neighbour].range));
    }
    let count = |votes: u32| (votes + A_VOTE) / 1_000;
    if standing.division >= A_VOTE {
        reasons.push(PlaceReason::SameDivision(count(standing.division)));
    } else if standing.country >= A_VOTE {
        reasons.push(PlaceReason::SameCountry(count(standing.country)));
    }
    if standing.around > 0 {
        reasons.push(PlaceReason::Surroundings);
    }
}

/// The name nearest in the text that stands for something near.
fn neighbour(context: &Context, mention: usize, candidate: Candidate) -> Option<usize> {
    let here = context.atlas.point(candidate.entry);
    let words = |at: usize| context.names[at].range.of(context.text);
    let last = context.names.len().min(mention + LOOKED_AT);
    (mention.saturating_sub(LOOKED_AT)..last)
        .filter(|other| words(*other) != words(mention))
        .filter(|other| {
            context.entry(*other).is_some_and(|entry| {
                entry != candidate.entry && metres(context.atlas.point(entry), here) <= NEIGHBOUR
            })
        })
        .min_by_key(|other| (other.abs_diff(mention), *other))
}
