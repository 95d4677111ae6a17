//! The descent of each witness of a family, with what shows it.

use super::collation::Difference;
use super::family::{Kin, Layout, MAX_FOUNDERS};
use super::known::Known;
use super::sources::Outcome;
use super::traces::{Marks, Side, is_cut, orphaned, traces};
use super::witness::Open;
use crate::model::{Descent, Evidence, Parent, ReportIdx};
use std::cell::OnceCell;

/// A family with the outcome for each witness.
pub struct Resolved<'r, 'k, 'a> {
    /// The family.
    pub kin: &'k Kin<'a>,
    /// By witness.
    pub outcomes: &'r [Outcome],
    /// What is known of its reports.
    pub known: &'r Known<'k, 'a>,
}

impl<'k, 'a> Resolved<'_, 'k, 'a> {
    /// The descent of each witness, in the order of passages.
    pub fn descents(&self) -> Vec<Descent> {
        let outcomes = self.without_circles();
        let one_oldest = self.one_oldest();
        let mut close = Close::new(self.kin);
        let descent = |(node, outcome): (usize, &Outcome)| match outcome {
            Outcome::From { parent, support } => {
                let beyond = match outcomes[*parent as usize] {
                    Outcome::From { parent, .. } => Some(parent as usize),
                    _ => None,
                };
                self.below(*parent as usize, node, beyond, *support, &mut close)
            }
            Outcome::Lost { older } => self.lost(*older as usize, node),
            Outcome::Oldest if one_oldest => self.root(node),
            _ => self.descent(node, Parent::NotDecidable, Vec::new()),
        };
        let mut descents: Vec<Descent> = outcomes.iter().enumerate().map(descent).collect();
        descents.sort_unstable_by_key(|descent| descent.passage);
        descents
    }

    /// Where what was weighed leads in a circle, nothing is decided.
    fn without_circles(&self) -> Vec<Outcome> {
        let parent = |node: usize| match self.outcomes[node] {
            Outcome::From { parent, .. } => Some(parent as usize),
            _ => None,
        };
        // 0 not seen; otherwise the number of the walk that came here first, from 1.
        let mut seen = vec![0; self.outcomes.len()];
        let mut outcomes = self.outcomes.to_vec();
        for start in 0..outcomes.len() {
            let mut at = Some(start);
            while let Some(node) = at.filter(|node| seen[*node] == 0) {
                seen[node] = start + 1;
                at = parent(node);
            }
            let mut on_circle = at.filter(|node| seen[*node] == start + 1);
            while let Some(node) = on_circle.filter(|node| outcomes[*node] != Outcome::Unclear) {
                outcomes[node] = Outcome::Unclear;
                on_circle = parent(node);
            }
        }
        outcomes
    }

    /// Whether all the founders that no other is known to be older than stand in one report.
    fn one_oldest(&self) -> bool {
        let founders = self.kin.founding_reports().zip(self.outcomes);
        let mut oldest: Vec<ReportIdx> =
            founders.filter(|(_, outcome)| **outcome == Outcome::Oldest).map(|(report, _)| report).collect();
        oldest.dedup();
        oldest.len() == 1
    }

    fn descent(&self, node: usize, parent: Parent, evidence: Vec<Evidence>) -> Descent {
        Descent { passage: self.kin.passage(node), parent, evidence, support_percent: None }
    }

    /// The oldest witness: what a put-together report has, it has from elsewhere.
    fn root(&self, node: usize) -> Descent {
        let report = self.kin.report(node);
        if self.known.is_mosaic(report) {
            self.descent(node, Parent::LostAncestor, vec![self.known.mosaic_evidence(report)])
        } else {
            self.descent(node, Parent::Original, Vec::new())
        }
    }

    /// Not from an older witness that has lost what this one still has.
    fn lost(&self, older: usize, node: usize) -> Descent {
        let less_changed = Evidence::LessChanged { than: self.kin.passage(older) };
        self.descent(node, Parent::LostAncestor, vec![less_changed])
    }

    fn below(
        &self,
        parent: usize,
        child: usize,
        beyond: Option<usize>,
        support: Option<u8>,
        close: &mut Close<'k, 'a>,
    ) -> Descent {
        let kin = self.kin;
        let pair = self.known.pairs.find(kin.report(parent), kin.report(child));
        let mut evidence: Vec<Evidence> =
            pair.and_then(|pair| self.known.evidence(pair)).into_iter().collect();
        if let Some(beyond) = beyond
            && let Some((of_parent, of_child)) = close.layout().sides(beyond, parent, child).words
        {
            evidence.push(Evidence::Triangle {
                beyond: kin.passage(beyond),
                parent: close.open(parent).place(&of_parent),
                child: close.open(child).place(&of_child),
            });
        }
        evidence.extend(close.traces(parent, child));
        evidence.shrink_to_fit();
        let mut descent = self.descent(child, Parent::Passage(kin.passage(parent)), evidence);
        descent.support_percent = support.filter(|_| kin.len() <= MAX_FOUNDERS);
        descent
    }
}

/// A family, looked at closely only where there is something to see.
struct Close<'k, 'a> {
    kin: &'k Kin<'a>,
    layout: OnceCell<Layout<'k, 'a>>,
    /// By witness.
    opens: Vec<OnceCell<Open>>,
    differences: Vec<Difference>,
}

impl<'k, 'a> Close<'k, 'a> {
    fn new(kin: &'k Kin<'a>) -> Self {
        let opens = vec![OnceCell::new(); kin.len()];
        Close { kin, layout: OnceCell::new(), opens, differences: Vec::new() }
    }

    fn layout(&self) -> &Layout<'k, 'a> {
        self.layout.get_or_init(|| self.kin.lay_out())
    }

    fn open(&self, view: usize) -> &Open {
        self.opens[view].get_or_init(|| self.kin.texts().open(self.kin.witness(view)))
    }

    fn side(&self, view: usize) -> Side<'_, 'a> {
        let witness = self.kin.witness(view);
        let marks = Marks::of(&self.kin.texts(), witness);
        Side { span: witness.span, words: self.open(view), marks }
    }

    /// The traces that a child was copied from a parent.
    fn traces(&mut self, parent: usize, child: usize) -> Vec<Evidence> {
        let mut differences = std::mem::take(&mut self.differences);
        differences.clear();
        if self.kin.node(parent) != self.kin.node(child) {
            self.layout().differences(parent, child, &mut differences);
        }
        let counts = self.kin.wording(parent, child).forward > 0;
        let is_orphaned = self.kin.is_orphaned(parent, child);
        let mut found = Vec::new();
        if counts || is_orphaned || differences.iter().any(is_cut) {
            let of_child = self.side(child);
            found = traces(&self.side(parent), &of_child, &differences);
            found.extend(orphaned(&of_child).filter(|_| is_orphaned));
        }
        self.differences = differences;
        found
    }
}
