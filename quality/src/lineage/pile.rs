//! A generated pile as stemma reads it, and what stemma says of each of its lines.

use super::generate::Written;
use crate::linking::{link, read_all};
use std::collections::BTreeMap;
use stemma::model::{ByteRange, DateEvidence, Parent, Report, Source};
use stemma::reuse::Reuse;
use stemma::text::reports;

/// Minutes of an hour and of a day.
const HOUR: usize = 60;
const DAY: usize = 24 * HOUR;
const MONTHS: [(&str, usize); 12] = [
    ("January", 31),
    ("February", 28),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

/// What is done to a pile before it is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handing {
    /// Whether reports have dates.
    pub dated: bool,
    /// Whether files have other names and another order.
    pub shuffled: bool,
}

/// What stemma says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It was copied from a line of a report; the report, and the line where one is met.
    From(usize, Option<usize>),
    /// Nothing tells.
    NotDecidable,
    /// From a text that is not in the pile.
    Lost,
    /// It was written for its report.
    Original,
    /// It stands nowhere else.
    Nothing,
}

/// What stemma says of each line of each report in the pile.
pub type Sayings = BTreeMap<(usize, usize), Said>;

/// Hands a pile over and gathers what is said.
pub fn ask(written: &[Written], handing: Handing) -> (Sayings, Vec<u8>) {
    let mut places: BTreeMap<String, (usize, Vec<ByteRange>)> = BTreeMap::new();
    let mut sources: Vec<Source> = Vec::new();
    for (idx, report) in written.iter().enumerate().filter(|(_, report)| report.is_in_pile) {
        let name = if handing.shuffled {
            format!("{}.txt", 99_999 - idx * 7 % 10_007)
        } else {
            format!("{idx}.txt")
        };
        let (source, lines) = laid_down(report, idx, &name, handing.dated);
        places.insert(name, (idx, lines));
        sources.push(source);
    }
    if handing.shuffled {
        sources.reverse();
    }
    let reports = reports(sources);
    let found = link(&reports, &read_all(&reports), &Default::default(), &stemma::Silent);
    let supports = found.lineage.iter().filter_map(|descent| descent.support_percent).collect();
    (sayings(&reports, &found, &places), supports)
}

/// The text of a report with the places of its lines, and its date: in metadata to the minute or to the day, or
/// on a line of the page.
fn laid_down(report: &Written, idx: usize, name: &str, dated: bool) -> (Source, Vec<ByteRange>) {
    let mut text = format!("{}\n\n", report.title);
    if dated && idx % 5 == 4 {
        text += &format!("Published: {}\n\n", in_words(report.minute));
    }
    let mut lines = Vec::new();
    for line in &report.lines {
        lines.push(ByteRange::new(text.len(), text.len() + line.text.len()));
        text += &line.text;
        text += "\n\n";
    }
    let mut source = Source::of_text(name.to_owned(), text);
    if dated && idx % 5 < 4 {
        let value =
            if idx % 5 == 3 { in_figures(report.minute)[..10].to_owned() } else { in_figures(report.minute) };
        source.published = Some(DateEvidence { value, method: "generated".to_owned() });
    }
    (source, lines)
}

/// Month (from 0), day (from 1), hour and minute.
fn calendar(minute: usize) -> (usize, usize, usize, usize) {
    let (mut month, mut day) = (0, minute / DAY);
    while day >= MONTHS[month % MONTHS.len()].1 {
        day -= MONTHS[month % MONTHS.len()].1;
        month += 1;
    }
    (month, day + 1, minute % DAY / HOUR, minute % HOUR)
}

fn in_figures(minute: usize) -> String {
    let (month, day, hour, minute) = calendar(minute);
    format!("{}-{:02}-{day:02}T{hour:02}:{minute:02}:00", 2019 + month / 12, month % 12 + 1)
}

fn in_words(minute: usize) -> String {
    let (month, day, hour, minute) = calendar(minute);
    format!("{} {day}, {} {hour:02}:{minute:02}", MONTHS[month % 12].0, 2019 + month / 12)
}

fn sayings(reports: &[Report], found: &Reuse, places: &BTreeMap<String, (usize, Vec<ByteRange>)>) -> Sayings {
    let place = |passage: stemma::model::PassageIdx| {
        let span = found.passages[passage.0 as usize].span;
        let (idx, lines) = &places[&reports[span.report.0 as usize].captures[0].name];
        let overlap = |line: &ByteRange| line.overlap(span.range);
        let best =
            (0..lines.len()).max_by_key(|at| overlap(&lines[*at])).filter(|at| overlap(&lines[*at]) > 0);
        (*idx, best, best.map_or(0, |at| overlap(&lines[at])))
    };
    let mut best: BTreeMap<(usize, usize), (usize, Said)> = BTreeMap::new();
    for descent in &found.lineage {
        let (report, Some(line), overlap) = place(descent.passage) else { continue };
        let said = match descent.parent {
            Parent::Passage(parent) => {
                let (report, line, _) = place(parent);
                Said::From(report, line)
            }
            Parent::NotDecidable => Said::NotDecidable,
            Parent::LostAncestor => Said::Lost,
            Parent::Original => Said::Original,
        };
        let entry = best.entry((report, line)).or_insert((0, Said::Nothing));
        if overlap > entry.0 {
            *entry = (overlap, said);
        }
    }
    best.into_iter().map(|(line, (_, said))| (line, said)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_become_dates() {
        assert_eq!(in_figures(0), "2019-01-01T00:00:00");
        assert_eq!(in_figures(31 * DAY + 61), "2019-02-01T01:01:00");
        assert_eq!(in_words(365 * DAY), "January 1, 2020 00:00");
    }
}
