//! Which of two reports that share passages is the older one.
//!
//! Dates come first. Without them everything counts that all shared passages show together: the wording of
//! each, and what the reports are as wholes. The clearest pairs are decided first, because what is known to be
//! copied from a report no longer makes that report look like a copy.

use super::dates::When;
use super::known::{Decision, Known};
use crate::model::{Evidence, ReportIdx};

/// What one direction must count more than the other, from round to round; the last is the least.
const MARGINS: [u32; 4] = [10, 7, 5, 4];
/// How much more of its own the parent of a mosaic has, in percent, for that to count.
const MIN_OWN_GAP: u8 = 15;
/// Percent for each point that a mosaic counts, and the most that it counts.
const PERCENT_FOR_POINT: u8 = 5;
const MAX_MOSAIC_POINTS: u32 = 10;
/// How much two sources of a mosaic have in common there, at most, in percent: two reports of one event may share
/// a sentence of an agency. Two copies that each took half of a text share half of what they took.
const MAX_OVERLAP_PERCENT: usize = 34;
/// Wording alone decides only where this many passages of a pair bear traces: one sentence may have been
/// cut by anybody.
const MIN_PASSAGES: usize = 2;

/// Decides pairs of reports: by their dates, and then the clearest first.
pub fn find_order(known: &mut Known, dates: &[When]) {
    let by_dates = known.open_pairs().filter_map(|pair| Some((pair, by_date(known, pair, dates)?)));
    let by_dates = by_dates.collect();
    known.add(by_dates);
    for margin in MARGINS {
        let clear = known.open_pairs().filter_map(|pair| Some((pair, weigh(known, pair, margin)?)));
        let clear = clear.collect();
        known.add(clear);
    }
}

fn by_date(known: &Known, pair: usize, dates: &[When]) -> Option<Decision> {
    let (low, high) = (known.pairs.pairs[pair].low, known.pairs.pairs[pair].high);
    let when = |report: ReportIdx| &dates[report.0 as usize];
    let (older, younger) = if when(low).is_before(when(high)) {
        (low, high)
    } else if when(high).is_before(when(low)) {
        (high, low)
    } else {
        return None;
    };
    let evidence = when(older).evidence(older, younger, when(younger));
    let side = |older| Side { older, whole: None, wording: 0, passages: 0 };
    let (forward, backward) = weighed(known, pair, (side(low), side(high)));
    let (for_dates, against) = if older == low { (forward, backward) } else { (backward, forward) };
    let is_contradicted = is_clear(&against, &for_dates, MARGINS[MARGINS.len() - 1]);
    Some(Decision { older, evidence: Some(evidence), points: None, is_contradicted })
}

/// What counts for one direction of a pair.
struct Side {
    older: ReportIdx,
    whole: Option<(Evidence, u32)>,
    wording: u32,
    passages: usize,
}

impl Side {
    fn points(&self) -> u32 {
        self.wording + self.whole.as_ref().map_or(0, |(_, points)| *points)
    }
}

/// What counts for each direction of a pair; nothing where it is not clear.
fn weigh(known: &Known, pair: usize, margin: u32) -> Option<Decision> {
    let (low, high) = (known.pairs.pairs[pair].low, known.pairs.pairs[pair].high);
    let side = |older, younger| Side { older, whole: mosaic(known, older, younger), wording: 0, passages: 0 };
    let (forward, backward) = weighed(known, pair, (side(low, high), side(high, low)));
    let (side, other) =
        if forward.points() > backward.points() { (forward, backward) } else { (backward, forward) };
    let clear = is_clear(&side, &other, margin);
    // Wording may mislead where both copied a third.
    let possible = known.may_be_source(side.older, other.older);
    let (evidence, points) = side.whole.unzip();
    let decision =
        Decision { older: side.older, evidence, points: Some(points.unwrap_or(0)), is_contradicted: false };
    (clear && possible).then_some(decision)
}

/// Both sides with what the wording of the passages counts for each.
fn weighed(known: &Known, pair: usize, (mut forward, mut backward): (Side, Side)) -> (Side, Side) {
    for meeting in known.pairs.nearest(pair) {
        for (side, points) in [(&mut forward, meeting.forward), (&mut backward, meeting.backward)] {
            side.wording += points;
            side.passages += usize::from(points > 0);
        }
    }
    (forward, backward)
}

/// Whether one side outweighs the other, and does not rest on a single passage.
fn is_clear(side: &Side, other: &Side, margin: u32) -> bool {
    let (points, against) = (side.points(), other.points());
    let borne_out = side.whole.is_some() || side.passages >= MIN_PASSAGES;
    borne_out && points >= against.saturating_mul(2).max(against + margin)
}

/// What it counts that the child is put together from several reports and the parent is not. What both have
/// in common is left out of account, and what is known to be copied from either.
fn mosaic(known: &Known, parent: ReportIdx, child: ReportIdx) -> Option<(Evidence, u32)> {
    if !known.is_mosaic(child) {
        return None;
    }
    if !sources_lie_apart(known, parent, child) {
        return None;
    }
    let own_without = |report: ReportIdx, partner: ReportIdx| {
        known.profiles[report.0 as usize]
            .own_percent(&|other| other == partner || known.is_before(report, other))
    };
    let gap = own_without(parent, child).checked_sub(own_without(child, parent))?;
    let points = u32::from(gap / PERCENT_FOR_POINT).min(MAX_MOSAIC_POINTS);
    (gap >= MIN_OWN_GAP).then(|| (known.mosaic_evidence(child), points))
}

/// Whether no other source of a put-together report has much of what one source has there: what several others
/// have in common was more likely copied from it.
fn sources_lie_apart(known: &Known, source: ReportIdx, mosaic: ReportIdx) -> bool {
    let profile = &known.profiles[mosaic.0 as usize];
    let is_source =
        |other: &ReportIdx| *other != source && !known.is_mosaic(*other) && !known.is_before(mosaic, *other);
    let mut others = profile.partners().into_iter().filter(is_source);
    others.all(|other| profile.overlap_percent(source, other) <= MAX_OVERLAP_PERCENT)
}
