//! Lines that recur over reports which have nothing else to do with each other: furniture, not passages.
//!
//! A sentence that a hundred pages copied comes with other sentences that some of them share, and it speaks
//! of what its pages speak of. "Sign up for our newsletter" does neither. Both have to fail before a line is
//! taken for furniture, and what stands between quotation marks never is: ten newspapers that quote one
//! sentence of a minister, each in a text of its own, have a passage in common.

use super::matches::Match;
use super::tokens::{Class, Token};
use super::units::{UnitIdx, Units};
use crate::groups::Groups;
use crate::model::{ByteRange, Report, ReportIdx, Sha256, Table};
use crate::text::each_word;

/// Reports that a line stands in before it may be furniture.
const MIN_REPORTS: usize = 8;
/// The same where all of them are of one outlet.
const MIN_REPORTS_OF_OUTLET: usize = 4;
/// Of the reports of a line, at least this share (in percent) shares nothing else with the others: each counts
/// as a group of its own.
const MIN_GROUPS_PERCENT: usize = 50;
/// All such lines together are at most this share of a report, in percent: more is a copied text.
const MAX_SHARE_PERCENT: usize = 30;
/// Of the names and other words of a line, fewer than this share (in percent) stands elsewhere in its reports.
const MAX_SPOKEN_OF_PERCENT: usize = 30;
/// Reports of a line that are looked into; more tell no more.
const MAX_SAMPLE: usize = 24;
/// Version of the rule.
const VERSION: u32 = 1;

/// By unit: whether it is a line that recurs.
pub fn find_recurring(reports: &[Report], units: &Units, matches: &[Match]) -> Vec<bool> {
    let reports_of: Vec<Vec<ReportIdx>> =
        units.all().map(|unit| may_recur(reports, units, unit).unwrap_or_default()).collect();
    let may_recur = |unit: UnitIdx| !reports_of[unit.0 as usize].is_empty();
    let mut groups = Groups::new(reports.len());
    let join_places = |groups: &mut Groups, unit: UnitIdx| {
        let places = units.places(unit);
        places.iter().for_each(|place| groups.join(places.first().report.0, place.report.0));
    };
    units
        .all()
        .filter(|unit| !may_recur(*unit) && units.proves_copying(*unit))
        .for_each(|unit| join_places(&mut groups, unit));
    for found in matches.iter().filter(|found| found.strong) {
        let (a, b) = (found.a.unit, found.b.unit);
        if !may_recur(a) && !may_recur(b) {
            groups.join(units.places(a).first().report.0, units.places(b).first().report.0);
        }
    }
    let suspects: Vec<bool> =
        reports_of.iter().map(|of_line| !of_line.is_empty() && are_apart(&mut groups, of_line)).collect();
    let shares = shares(reports, units, &suspects);
    let recurs = |unit: UnitIdx| {
        let of_line = &reports_of[unit.0 as usize];
        suspects[unit.0 as usize]
            && most(of_line, |report| shares[report.0 as usize] <= MAX_SHARE_PERCENT)
            && !is_spoken_of(reports, units, unit)
    };
    units.all().map(recurs).collect()
}

/// What was learned of the pile: which lines recur, by their first places.
pub fn recurring_lines(reports: &[Report], units: &Units, recurs: &[bool]) -> Table {
    let lines = units.all().filter(|unit| recurs[unit.0 as usize]).map(|unit| units.places(unit).first());
    let mut texts: Vec<&str> =
        lines.map(|place| place.range.of(&reports[place.report.0 as usize].text)).collect();
    texts.sort_unstable();
    Table {
        name: "recurring-lines".into(),
        version: VERSION,
        entries: texts.len() as u64,
        sha256: Sha256::of(texts.join("\n").as_bytes()),
    }
}

/// The reports of a unit that stands in enough of them and is no quotation, each once.
fn may_recur(reports: &[Report], units: &Units, unit: UnitIdx) -> Option<Vec<ReportIdx>> {
    let places = units.places(unit);
    if places.len() < MIN_REPORTS_OF_OUTLET || units.quoted(unit).next().is_some() {
        return None;
    }
    let mut of_line: Vec<ReportIdx> = places.iter().map(|place| place.report).collect();
    of_line.dedup();
    let outlet = |report: &ReportIdx| reports[report.0 as usize].outlet.as_ref();
    let one_outlet = || {
        let first = outlet(&of_line[0]);
        first.is_some() && of_line.iter().all(|report| outlet(report) == first)
    };
    let enough = of_line.len() >= MIN_REPORTS || of_line.len() >= MIN_REPORTS_OF_OUTLET && one_outlet();
    enough.then_some(of_line)
}

/// By report: how much of it lies in suspect lines, in percent.
fn shares(reports: &[Report], units: &Units, suspects: &[bool]) -> Vec<usize> {
    let mut bytes = vec![0; reports.len()];
    for place in
        units.all().filter(|unit| suspects[unit.0 as usize]).flat_map(|unit| units.places(unit).iter())
    {
        bytes[place.report.0 as usize] += place.range.len();
    }
    let share = |(bytes, report): (usize, &Report)| 100 * bytes / report.text.len().max(1);
    bytes.into_iter().zip(reports).map(share).collect()
}

/// Whether the reports of a line speak elsewhere of what it speaks of.
fn is_spoken_of(reports: &[Report], units: &Units, line: UnitIdx) -> bool {
    let words = units.words(line).iter();
    let mut words: Vec<u32> =
        words.filter(|word| word.class() != Class::Grammar).map(|word| word.word()).collect();
    words.sort_unstable();
    words.dedup();
    let places = units.places(line);
    let (mut met, mut looked_for) = (0, 0);
    for place in places.iter().step_by(places.len().div_ceil(MAX_SAMPLE)) {
        let text = &reports[place.report.0 as usize].text;
        let mut seen = vec![false; words.len()];
        let before = ByteRange { start: 0, end: place.range.start };
        for rest in [before, ByteRange::new(place.range.end as usize, text.len())] {
            each_word(text, rest, |_, hash| {
                if let Ok(at) = words.binary_search(&Token::new(hash, Class::Content).word()) {
                    seen[at] = true;
                }
            });
        }
        met += seen.iter().filter(|seen| **seen).count();
        looked_for += words.len();
    }
    100 * met >= MAX_SPOKEN_OF_PERCENT * looked_for
}

fn most(of_line: &[ReportIdx], holds: impl Fn(&ReportIdx) -> bool) -> bool {
    2 * of_line.iter().filter(|report| holds(report)).count() > of_line.len()
}

/// Whether most reports of a line are in groups of their own.
fn are_apart(groups: &mut Groups, of_line: &[ReportIdx]) -> bool {
    let mut firsts: Vec<u32> = of_line.iter().map(|report| groups.first(report.0)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    100 * firsts.len() >= MIN_GROUPS_PERCENT * of_line.len()
}
