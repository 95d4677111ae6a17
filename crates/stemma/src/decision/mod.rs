//! What did a person decide?
//!
//! In: decisions, each with the places that it is about. Out: the same findings without what was rejected, with what was
//! joined or parted; and which decisions found nothing that they are about. Invariants: a decision takes effect where what
//! it is about comes up, so that all that is found after it knows of it: origins are counted again, disagreements looked
//! for again. It never touches a text.
//!
//! A decision holds by the text of a report and a place in it, and not by identifiers, which change with what else is
//! found. What lies there is found again where both have half of their bytes in common.

mod claims;
mod statements;
mod voices;

#[cfg(test)]
mod tests;

pub(crate) use claims::OnClaims;

use crate::account::record::{Value, canonical_bytes};
use crate::model::{ByteRange, Report, ReportIdx, Sha256, Table, VoiceKind};
use std::collections::BTreeMap;

/// Version of the rules by which decisions take effect.
const VERSION: u32 = 1;

/// A place that a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Hash of the text of a report.
    pub text: Sha256,
    /// Where in it.
    pub range: ByteRange,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The words at the anchors are no statements.
    RejectStatement,
    /// The words at the anchors carry no claim.
    RejectInstance,
    /// Whoever the source words of the statement at the first anchor stand for, is named at the second, in the same
    /// report.
    Name(VoiceKind),
    /// The names at two anchors are names of one speaker.
    SameSource,
    /// The words at two anchors carry one claim.
    Merge,
    /// The words at the first anchor carry another claim than the others.
    Split,
    /// The line at the anchor is part of the account.
    NotFurniture,
}

impl What {
    /// All of them, with the name of each.
    pub const ALL: [(&'static str, What); 8] = [
        ("reject-statement", What::RejectStatement),
        ("reject-instance", What::RejectInstance),
        ("name-person", What::Name(VoiceKind::Person)),
        ("name-body", What::Name(VoiceKind::Body)),
        ("same-source", What::SameSource),
        ("merge", What::Merge),
        ("split", What::Split),
        ("not-furniture", What::NotFurniture),
    ];

    /// Its name, as it is kept.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(_, what)| *what == self).map_or("name-other", |(label, _)| label)
    }

    /// What a name stands for.
    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == label).map(|(_, what)| *what)
    }
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    /// What was decided.
    pub what: What,
    /// About which places; those that a kind has two of, in order.
    pub anchors: Vec<Anchor>,
}

/// Decisions that take effect, and which of them found what they are about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deciding {
    decisions: Vec<Decision>,
    is_found: Vec<bool>,
}

impl Deciding {
    pub(crate) fn of(decisions: &[Decision]) -> Self {
        Deciding { decisions: decisions.to_vec(), is_found: vec![false; decisions.len()] }
    }

    /// The decisions as a table of the account, where there are any.
    pub(crate) fn table(&self) -> Option<Table> {
        let value = |decision: &Decision| {
            let anchor = |anchor: &Anchor| {
                let (start, end) = (anchor.range.start.into(), anchor.range.end.into());
                Value::List(vec![Value::Text(anchor.text.to_string()), Value::Int(start), Value::Int(end)])
            };
            let anchors = decision.anchors.iter().map(anchor).collect();
            Value::List(vec![Value::from(decision.what.label()), Value::List(anchors)])
        };
        let written = canonical_bytes(&Value::List(self.decisions.iter().map(value).collect()));
        (!self.decisions.is_empty()).then(|| Table {
            name: "decisions".to_owned(),
            version: VERSION,
            entries: self.decisions.len() as u64,
            sha256: Sha256::of(&written),
        })
    }

    /// The places of those that found nothing.
    pub(crate) fn orphans(&self) -> Vec<usize> {
        (0..self.decisions.len()).filter(|place| !self.is_found[*place]).collect()
    }

    /// Takes lines out of the furniture, and says which reports have another layout now.
    pub(crate) fn lay_out(&mut self, reports: &mut [Report]) -> Vec<ReportIdx> {
        let mut changed = Vec::new();
        let texts = Texts::of(reports);
        for (place, decision) in self.decisions.iter().enumerate() {
            for anchor in decision.anchors.iter().filter(|_| decision.what == What::NotFurniture) {
                for idx in texts.reports(anchor) {
                    let layout = &mut reports[idx.0 as usize].layout;
                    let lines = layout.furniture.iter().map(|line| line.range);
                    let Some(nth) = nearest(lines, anchor.range) else { continue };
                    layout.paragraphs.push(layout.furniture.remove(nth).range);
                    layout.paragraphs.sort_unstable();
                    self.is_found[place] = true;
                    changed.push(idx);
                }
            }
        }
        changed
    }
}

/// Which reports have a text: several where outlets or addresses differ.
struct Texts(BTreeMap<Sha256, Vec<ReportIdx>>);

impl Texts {
    fn of(reports: &[Report]) -> Self {
        let mut texts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (idx, report) in (0..).zip(reports) {
            texts.entry(report.text_sha256).or_default().push(ReportIdx(idx));
        }
        Texts(texts)
    }

    fn reports(&self, anchor: &Anchor) -> impl Iterator<Item = ReportIdx> + use<'_> {
        self.0.get(&anchor.text).into_iter().flatten().copied()
    }
}

/// Of some ranges the one that has most in common with another, where that is half of both at least.
fn nearest(ranges: impl Iterator<Item = ByteRange>, range: ByteRange) -> Option<usize> {
    let alike = ranges.enumerate().filter(|(_, one)| is_near(*one, range));
    alike
        .max_by_key(|(nth, one)| (one.overlap(range), std::cmp::Reverse(one.len()), std::cmp::Reverse(*nth)))
        .map(|(nth, _)| nth)
}

fn is_near(one: ByteRange, other: ByteRange) -> bool {
    let shared = 2 * one.overlap(other);
    shared > 0 && shared >= one.len() && shared >= other.len()
}
