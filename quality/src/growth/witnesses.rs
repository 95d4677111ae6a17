//! How many witnesses stand in the right family: each beside the representative that it is compared with.
//!
//! Pairs of documents are too many in a large pile; pairs of witness and representative are as many as there
//! are passages.

use super::pile::Planted;
use stemma::model::{PassageIdx, Report};
use stemma::reuse::Reuse;

/// Witnesses, judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Witnesses {
    /// Of the same planted family as their representative.
    pub right: usize,
    /// Of another.
    pub wrong: usize,
    /// Neither: one of the two reports is a mosaic, or one outlet published both (which puts a line of its own
    /// below all that it publishes).
    pub left_out: usize,
}

impl Witnesses {
    /// Judges all witnesses that stand in another report than their representative.
    pub fn judge(reports: &[Report], found: &Reuse, planted: &[Planted]) -> Self {
        let mut counts = Witnesses::default();
        let of = |idx: PassageIdx| {
            let span = found.passages[idx.0 as usize].span;
            let name = &reports[span.report.0 as usize].captures[0].name;
            let number: usize = name.parse().expect("captures are named by number");
            (span.report, &planted[number])
        };
        for family in &found.families {
            let (report, representative) = of(family.representative);
            let others = family.passages.iter().map(|witness| of(*witness));
            for (_, witness) in others.filter(|(other, _)| *other != report) {
                counts.count(representative, witness);
            }
        }
        counts
    }

    fn count(&mut self, a: &Planted, b: &Planted) {
        let one_outlet = a.outlet.is_some() && a.outlet == b.outlet;
        if a.family == b.family {
            self.right += 1;
        } else if a.is_mosaic || b.is_mosaic || one_outlet {
            self.left_out += 1;
        } else {
            self.wrong += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::Sha256;

    #[test]
    fn what_a_mosaic_and_an_outlet_share_is_left_out() {
        let report = |family, is_mosaic, outlet: &str| Planted {
            family,
            is_mosaic,
            outlet: Some(Sha256::of(outlet.as_bytes())),
        };
        let first = report(1, false, "a");
        let mut counts = Witnesses::default();
        counts.count(&first, &report(1, false, "b"));
        counts.count(&first, &report(2, false, "b"));
        counts.count(&first, &report(2, false, "a"));
        counts.count(&first, &report(3, true, "b"));
        assert_eq!(counts, Witnesses { right: 1, wrong: 1, left_out: 2 });
    }
}
