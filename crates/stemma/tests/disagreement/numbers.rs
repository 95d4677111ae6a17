//! What somebody would report who takes every two different numbers of two reports for a disagreement: a baseline.

use crate::format::{Item, ItemReport, Place};
use crate::judge::Finding;
use stemma::model::{ByteRange, DisagreementKind, DisagreementOrder};

/// Numbers in words, from one on.
const WORDS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty";

/// Every two numbers of two reports that differ.
pub fn reported(item: &Item) -> Vec<Finding> {
    let numbers: Vec<(Place, u64)> = item.reports.iter().flat_map(numbers_of).collect();
    let pairs = numbers
        .iter()
        .enumerate()
        .flat_map(|(at, one)| numbers[at + 1..].iter().map(move |other| (one, other)));
    pairs
        .filter(|(one, other)| one.0.report != other.0.report && one.1 != other.1)
        .map(|(one, other)| Finding {
            kind: DisagreementKind::Number,
            order: DisagreementOrder::SameTime,
            sides: vec![vec![one.0.clone()], vec![other.0.clone()]],
            told: format!("{} against {}", one.1, other.1),
        })
        .collect()
}

/// The numbers of a report, in figures or words.
fn numbers_of(report: &ItemReport) -> Vec<(Place, u64)> {
    let starts = report.text.char_indices().filter(|(at, c)| {
        let before = report.text[..*at].chars().next_back();
        c.is_alphanumeric() && !before.is_some_and(is_of_number)
    });
    starts
        .filter_map(|(start, _)| {
            let rest = &report.text[start..];
            let end = rest.find(|c| !is_of_number(c)).unwrap_or(rest.len());
            let word = rest[..end].trim_end_matches(',').to_lowercase();
            let spelt = WORDS.split_whitespace().position(|known| known == word).map(|at| at as u64 + 1);
            let value = spelt.or_else(|| word.replace(',', "").parse().ok())?;
            let range = ByteRange::new(start, start + word.len());
            Some((Place { report: report.name.clone(), range }, value))
        })
        .collect()
}

fn is_of_number(c: char) -> bool {
    c.is_alphanumeric() || c == ','
}
