//! Are stories made of whole blocks of reports, and is every report told in one?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::problem::Problems;
use crate::model::ByteRange;
use std::collections::{BTreeMap, BTreeSet};

/// A story, as its record gives it.
pub(super) struct StoryFinding<'a> {
    pub(super) id: &'a str,
    pub(super) parts: Vec<(&'a str, ByteRange)>,
    pub(super) terms: Vec<Place<'a>>,
}

/// Reads a story.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<StoryFinding<'a>> {
    Ok(StoryFinding { id, parts: fields.places_without_words("parts")?, terms: fields.places("terms")? })
}

/// The blocks and the furniture of a report.
#[derive(Default)]
struct Layout {
    starts: BTreeSet<u32>,
    ends: BTreeSet<u32>,
    /// By first byte: one past the last.
    furniture: BTreeMap<u32, u32>,
}

/// Checks every story, and that each report that tells anything is in one, where there are stories at all.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    let mut layouts: BTreeMap<&str, Layout> = BTreeMap::new();
    for report in &findings.reports {
        let layout = layouts.entry(report.id).or_default();
        for block in report.titles.iter().map(|title| &title.range).chain(&report.paragraphs) {
            layout.starts.insert(block.start);
            layout.ends.insert(block.end);
        }
    }
    for line in &findings.furniture {
        if let Some(layout) = layouts.get_mut(line.place.report) {
            layout.furniture.insert(line.place.range.start, line.place.range.end);
        }
    }
    let mut told = BTreeSet::new();
    for story in &findings.stories {
        against(story, &layouts).into_iter().for_each(|text| problems.add(story.id, text));
        told.extend(story.parts.iter().map(|(report, _)| *report));
    }
    for (report, layout) in layouts {
        if !findings.stories.is_empty() && !layout.starts.is_empty() && !told.contains(report) {
            problems.add(report, "it is in no story");
        }
    }
}

fn against(story: &StoryFinding<'_>, layouts: &BTreeMap<&str, Layout>) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    if story.parts.is_empty() {
        reasons.push("it has no parts");
    }
    let in_order = |(a, earlier): &(&str, ByteRange), (b, later): &(&str, ByteRange)| {
        a < b || a == b && earlier.end <= later.start
    };
    if !story.parts.is_sorted_by(in_order) {
        reasons.push("its parts are out of order or overlap");
    }
    reasons.extend(story.parts.iter().filter_map(|(report, part)| against_part(*part, layouts.get(report)?)));
    if story.parts.iter().any(|(report, _)| !layouts.contains_key(report)) {
        reasons.push("a part is of a report that is not listed");
    }
    let parts = Parts::of(story);
    if story.terms.iter().any(|term| !parts.hold(term)) {
        reasons.push("one of its terms stands in none of its parts");
    }
    reasons
}

fn against_part(part: ByteRange, layout: &Layout) -> Option<&'static str> {
    let is_whole =
        part.start < part.end && layout.starts.contains(&part.start) && layout.ends.contains(&part.end);
    let before_end = layout.furniture.range(..part.end).next_back();
    if !is_whole {
        Some("a part is not made of whole titles and paragraphs")
    } else if before_end.is_some_and(|(_, end)| *end > part.start) {
        Some("a part holds furniture")
    } else {
        None
    }
}

/// The parts of a story, to be asked for places.
pub(super) struct Parts<'a> {
    by_start: BTreeMap<(&'a str, u32), u32>,
    /// The reports that they are of.
    pub(super) reports: BTreeSet<&'a str>,
}

impl<'a> Parts<'a> {
    /// Those of a story.
    pub(super) fn of(story: &StoryFinding<'a>) -> Self {
        let ends = story.parts.iter().map(|(report, part)| ((*report, part.start), part.end));
        let reports = story.parts.iter().map(|(report, _)| *report);
        Parts { by_start: ends.collect(), reports: reports.collect() }
    }

    /// Whether a place lies in one of them.
    pub(super) fn hold(&self, place: &Place<'_>) -> bool {
        let before = self.by_start.range(..=(place.report, place.range.start)).next_back();
        before.is_some_and(|((report, _), end)| *report == place.report && place.range.end <= *end)
    }
}
