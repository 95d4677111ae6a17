//! Which of two reports that share passages is the older one.
//!
//! Dates come first. Without them everything counts that all shared passages show together: the wording of
//! each, and what the reports are as wholes. The clearest pairs are decided first, because what is known to be
//! copied from a report no longer makes that report look like a copy.

use super::dates::When;
use super::known::{Finding, Known};
use crate::model::{Evidence, ReportIdx};
use rayon::prelude::*;

/// What one direction must count more than the other, from round to round; the last is the least.
const MARGINS: [u32; 4] = [10, 7, 5, 4];
/// How much more of its own the parent of a mosaic has, in percent, for that to count.
const MIN_OWN_GAP: u8 = 15;
/// Percent for each point that a mosaic counts, and the most that it counts.
const PERCENT_FOR_POINT: u8 = 5;
const MAX_MOSAIC_POINTS: u8 = 10;
/// How much two sources of a mosaic have in common there, at most, in percent: two reports of one event may share
/// a sentence of an agency. Two copies that each took half of a text share half of what they took.
const MAX_OVERLAP_PERCENT: usize = 34;
/// Wording alone decides only where this many passages of a pair bear traces: one sentence may have been
/// cut by anybody.
const MIN_PASSAGES: u32 = 2;

/// Decides pairs of reports: by their dates, and then the clearest first.
pub fn find_order(known: &mut Known, dates: &[When]) {
    let pairs = (0..known.pairs.len()).into_par_iter();
    let by_dates = pairs.map(|pair| by_date(known, pair, dates)).collect();
    known.add_dated(by_dates);
    let open: Vec<usize> = known.open_pairs().collect();
    let mut open: Vec<(usize, Wording, Wording)> = open
        .into_par_iter()
        .map(|pair| {
            let (forward, backward) = wording(known, pair);
            (pair, forward, backward)
        })
        .collect();
    for margin in MARGINS {
        let clear = open.par_iter().filter_map(|pair| weigh(known, *pair, margin)).collect();
        known.add(clear);
        open.retain(|(pair, ..)| known.of_pair(*pair).is_none());
    }
}

/// Whether the report of the lower number is the older one, and whether the wording clearly speaks against what the
/// dates say.
fn by_date(known: &Known, pair: usize, dates: &[When]) -> Option<(bool, bool)> {
    let (low, high) = known.pairs.reports(pair);
    let when = |report: ReportIdx| &dates[report.0 as usize];
    let low_is_older = when(low).is_before(when(high));
    if !low_is_older && !when(high).is_before(when(low)) {
        return None;
    }
    let side = |older, wording| Side { older, whole: None, wording };
    let (forward, backward) = wording(known, pair);
    let (forward, backward) = (side(low, forward), side(high, backward));
    let (for_dates, against) = if low_is_older { (forward, backward) } else { (backward, forward) };
    Some((low_is_older, is_clear(&against, &for_dates, MARGINS[MARGINS.len() - 1])))
}

/// What the wording of the passages counts for one direction of a pair.
#[derive(Debug, Clone, Copy, Default)]
struct Wording {
    points: u32,
    /// How many passages it rests on.
    passages: u32,
}

/// What counts for one direction of a pair.
struct Side {
    older: ReportIdx,
    whole: Option<(Evidence, u8)>,
    wording: Wording,
}

impl Side {
    fn points(&self) -> u32 {
        self.wording.points + self.whole.as_ref().map_or(0, |(_, points)| u32::from(*points))
    }
}

/// What counts for each direction of a pair; nothing where it is not clear.
fn weigh(known: &Known, pair: (usize, Wording, Wording), margin: u32) -> Option<Finding> {
    let (pair, forward, backward) = pair;
    let (low, high) = known.pairs.reports(pair);
    let side = |older, younger, wording| Side { older, whole: mosaic(known, older, younger), wording };
    let (forward, backward) = (side(low, high, forward), side(high, low, backward));
    let (side, other) =
        if forward.points() > backward.points() { (forward, backward) } else { (backward, forward) };
    let clear = is_clear(&side, &other, margin);
    // Wording may mislead where both copied a third.
    let possible = known.may_be_source(side.older, other.older);
    let (evidence, points) = side.whole.unzip();
    (clear && possible).then_some(Finding {
        pair,
        older: side.older,
        evidence,
        points: Some(points.unwrap_or(0)),
    })
}

/// What the wording of the passages counts for each direction.
fn wording(known: &Known, pair: usize) -> (Wording, Wording) {
    let (mut forward, mut backward) = (Wording::default(), Wording::default());
    known.pairs.each_nearest(pair, |meeting| {
        for (side, points) in [(&mut forward, meeting.forward), (&mut backward, meeting.backward)] {
            side.points += points;
            side.passages += u32::from(points > 0);
        }
    });
    (forward, backward)
}

/// Whether one side outweighs the other, and does not rest on a single passage.
fn is_clear(side: &Side, other: &Side, margin: u32) -> bool {
    let (points, against) = (side.points(), other.points());
    let borne_out = side.whole.is_some() || side.wording.passages >= MIN_PASSAGES;
    borne_out && points >= against.saturating_mul(2).max(against + margin)
}

/// What it counts that the child is put together from several reports and the parent is not. What both have
/// in common is left out of account, and what is known to be copied from either.
fn mosaic(known: &Known, parent: ReportIdx, child: ReportIdx) -> Option<(Evidence, u8)> {
    if !known.is_mosaic(child) {
        return None;
    }
    if !sources_lie_apart(known, parent, child) {
        return None;
    }
    let own_without = |report: ReportIdx, partner: ReportIdx| {
        known.profiles.of(report).own_percent(&|other| other == partner || known.is_before(report, other))
    };
    let gap = own_without(parent, child).checked_sub(own_without(child, parent))?;
    let points = (gap / PERCENT_FOR_POINT).min(MAX_MOSAIC_POINTS);
    (gap >= MIN_OWN_GAP).then(|| (known.mosaic_evidence(child), points))
}

/// Whether no other source of a put-together report has much of what one source has there: what several others
/// have in common was more likely copied from it.
fn sources_lie_apart(known: &Known, source: ReportIdx, mosaic: ReportIdx) -> bool {
    let profile = known.profiles.of(mosaic);
    let is_source =
        |other: &ReportIdx| *other != source && !known.is_mosaic(*other) && !known.is_before(mosaic, *other);
    let mut others = profile.partners().into_iter().filter(is_source);
    others.all(|other| profile.overlap_percent(source, other) <= MAX_OVERLAP_PERCENT)
}
