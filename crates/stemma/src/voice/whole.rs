//! Which reports are of one piece, as far as who copied whom tells?
//!
//! In a page that was put together "he" may have lost whom it stood for, and nothing in it shows that. A report from which others
//! took, and which took nothing itself, was written as it stands: there "he" is who spoke last, as in any newspaper.

use crate::model::{Descent, Parent, Passage, ReportIdx};
use std::collections::BTreeSet;

/// Other reports that took from it, at least: a put-together page may have been copied once.
const MIN_COPIES: usize = 2;

/// By report: whether it is of one piece.
pub(super) fn whole(n_reports: usize, passages: &[Passage], lineage: &[Descent]) -> Vec<bool> {
    let mut copies: Vec<BTreeSet<ReportIdx>> = vec![BTreeSet::new(); n_reports];
    let mut took = vec![false; n_reports];
    for descent in lineage {
        let child = passages[descent.passage.0 as usize].span.report;
        match descent.parent {
            Parent::Passage(parent) => {
                took[child.0 as usize] = true;
                copies[passages[parent.0 as usize].span.report.0 as usize].insert(child);
            }
            Parent::LostAncestor => took[child.0 as usize] = true,
            Parent::Original | Parent::NotDecidable => {}
        }
    }
    copies.iter().zip(took).map(|(copies, took)| !took && copies.len() >= MIN_COPIES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ByteRange, FamilyIdx, PassageIdx, Span};

    /// Three reports with a passage each; `parents` are what the passages were copied from.
    fn shown(parents: &[Parent]) -> Vec<bool> {
        let passage = |report: u32| {
            let span = Span { report: ReportIdx(report), range: ByteRange { start: 0, end: 9 } };
            Passage { family: FamilyIdx(0), span }
        };
        let passages: Vec<Passage> = (0..parents.len() as u32).map(passage).collect();
        let descent = |(at, parent): (usize, &Parent)| Descent {
            passage: PassageIdx(at as u32),
            parent: *parent,
            evidence: Vec::new(),
            support_percent: None,
        };
        whole(passages.len(), &passages, &parents.iter().enumerate().map(descent).collect::<Vec<_>>())
    }

    #[test]
    fn who_was_copied_by_two_and_copied_nobody_is_of_one_piece() {
        let of_first = Parent::Passage(PassageIdx(0));
        assert_eq!(shown(&[Parent::Original, of_first, of_first]), [true, false, false]);
        assert_eq!(shown(&[Parent::Original, of_first]), [false, false], "one copy shows little");
        assert_eq!(
            shown(&[Parent::LostAncestor, of_first, of_first]),
            [false; 3],
            "it took from a lost text"
        );
        assert_eq!(shown(&[Parent::NotDecidable; 3]), [false; 3], "nobody knows who copied whom");
    }
}
