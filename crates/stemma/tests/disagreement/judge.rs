//! What was reported against what is expected.

use crate::format::{Expected, Item, Place};
use crate::pile;
use std::fmt;
use stemma::model::{Account, Disagreement, DisagreementKind, DisagreementOrder, Span};

/// A disagreement as somebody reports it.
pub struct Finding {
    /// What the sides differ in.
    pub kind: DisagreementKind,
    /// How they lie in time.
    pub order: DisagreementOrder,
    /// Their words.
    pub sides: Vec<Vec<Place>>,
    /// The same, for people.
    pub told: String,
}

/// What became of an item.
pub struct Verdict<'a> {
    /// The item.
    pub item: &'a Item,
    /// What was to be found and was not.
    missed: Vec<&'a Expected>,
    /// What was reported and is neither asked for nor allowed.
    stray: Vec<String>,
    /// All that was reported.
    reported: Vec<String>,
}

/// The disagreements of an account.
pub fn reported(account: &Account) -> Vec<Finding> {
    account.disagreements.iter().map(|found| finding(account, found)).collect()
}

/// Compares what was reported of an item with what is expected.
pub fn judge<'a>(item: &'a Item, reported: &[Finding]) -> Verdict<'a> {
    let is_missed =
        |expected: &&Expected| expected.asked && !reported.iter().any(|found| meets(found, expected));
    let is_allowed = |found: &&Finding| {
        found.order == DisagreementOrder::Update
            || item.expected.iter().any(|expected| meets(found, expected))
    };
    Verdict {
        item,
        missed: item.expected.iter().filter(is_missed).collect(),
        stray: reported.iter().filter(|found| !is_allowed(found)).map(|found| found.told.clone()).collect(),
        reported: reported.iter().map(|found| found.told.clone()).collect(),
    }
}

/// Whether kind and order are right and two sides hold words of two sides expected.
fn meets(found: &Finding, expected: &Expected) -> bool {
    let in_order = match expected.orders.as_slice() {
        [] => found.order != DisagreementOrder::Update,
        orders => orders.contains(&found.order),
    };
    let sides = || found.sides.iter().enumerate();
    let wanted = || expected.sides.iter().enumerate();
    let is_pair = |(at, side): (usize, &Vec<Place>), (wanted_at, words): (usize, &Vec<Place>)| {
        overlaps(side, words)
            && sides().any(|(other_at, other)| {
                other_at != at
                    && wanted().any(|(place, others)| place != wanted_at && overlaps(other, others))
            })
    };
    in_order
        && expected.kinds.contains(&found.kind)
        && sides().any(|side| wanted().any(|words| is_pair(side, words)))
}

fn overlaps(side: &[Place], words: &[Place]) -> bool {
    side.iter()
        .any(|one| words.iter().any(|other| one.report == other.report && one.range.overlap(other.range) > 0))
}

fn finding(account: &Account, found: &Disagreement) -> Finding {
    let place = |span: &Span| Place { report: pile::name(account, *span).to_owned(), range: span.range };
    let words = |span: &Span| {
        let text = &account.report(span.report).text;
        format!("{}: {}", pile::name(account, *span), span.range.of(text))
    };
    let told = found.sides.iter().map(|side| side.words.iter().map(words).collect::<Vec<_>>().join(" + "));
    Finding {
        kind: found.kind,
        order: found.order,
        sides: found.sides.iter().map(|side| side.words.iter().map(place).collect()).collect(),
        told: format!("{:?} {:?} | {}", found.kind, found.order, told.collect::<Vec<_>>().join(" | ")),
    }
}

impl Finding {
    /// Just what is expected.
    pub fn of(expected: &Expected) -> Self {
        Finding {
            kind: expected.kinds[0],
            order: expected.orders.first().copied().unwrap_or(DisagreementOrder::Unknown),
            sides: expected.sides.clone(),
            told: expected.told.clone(),
        }
    }
}

impl Verdict<'_> {
    /// How many disagreements were to be found.
    pub fn n_asked(&self) -> usize {
        self.item.expected.iter().filter(|expected| expected.asked).count()
    }

    /// How many of them were found.
    pub fn n_found(&self) -> usize {
        self.n_asked() - self.missed.len()
    }

    /// How many were reported that are none.
    pub fn n_stray(&self) -> usize {
        self.stray.len()
    }
}

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.item.name)?;
        for report in &self.item.reports {
            writeln!(out, "  //- {}\n  {}", report.name, report.text.replace('\n', "\n  "))?;
        }
        self.missed.iter().try_for_each(|expected| writeln!(out, "  missed   {}", expected.told))?;
        self.stray.iter().try_for_each(|told| writeln!(out, "  made up  {told}"))?;
        let others = self.reported.iter().filter(|told| !self.stray.contains(told));
        others.into_iter().try_for_each(|told| writeln!(out, "  reported {told}"))
    }
}
