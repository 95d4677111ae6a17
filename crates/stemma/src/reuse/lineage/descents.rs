//! The descent of each witness of a family, with what shows it.

use super::family::{Kin, Layout, Opened};
use super::known::Known;
use super::sources::Outcome;
use crate::model::{Descent, Evidence, Parent, ReportIdx};

/// A family with the outcome for each witness.
pub struct Resolved<'r, 'a> {
    /// The family.
    pub kin: &'r Kin<'a>,
    /// By witness.
    pub outcomes: &'r [Outcome],
    /// What is known of its reports.
    pub known: &'r Known<'r>,
}

impl Resolved<'_, '_> {
    /// The descent of each witness, in the order of passages.
    pub fn descents(&self) -> Vec<Descent> {
        let outcomes = self.without_circles();
        let has_parents =
            outcomes.iter().any(|outcome| matches!(outcome, Outcome::From { .. } | Outcome::Lost { .. }));
        let layout = has_parents.then(|| self.kin.lay_out());
        let opened = layout.as_ref().map(Layout::open);
        let one_oldest = self.one_oldest();
        let descent = |(node, outcome): (usize, &Outcome)| match (outcome, &layout, &opened) {
            (Outcome::From { parent, support }, Some(layout), Some(opened)) => {
                let beyond = match outcomes[*parent as usize] {
                    Outcome::From { parent, .. } => Some(parent as usize),
                    _ => None,
                };
                self.below(*parent as usize, node, beyond, *support, (layout, opened))
            }
            (Outcome::Lost { older }, _, _) => self.lost(*older as usize, node),
            (Outcome::Oldest, ..) if one_oldest => self.root(node),
            _ => self.descent(node, Parent::NotDecidable, Vec::new()),
        };
        let mut descents: Vec<Descent> = outcomes.iter().enumerate().map(descent).collect();
        descents.sort_by_key(|descent| descent.passage);
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
        let founders = self.kin.views.iter().zip(self.outcomes).take(self.kin.n_founders());
        let mut oldest: Vec<ReportIdx> = founders
            .filter(|(_, outcome)| **outcome == Outcome::Oldest)
            .map(|(view, _)| view.report())
            .collect();
        oldest.dedup();
        oldest.len() == 1
    }

    fn descent(&self, node: usize, parent: Parent, evidence: Vec<Evidence>) -> Descent {
        Descent { passage: self.kin.views[node].passage, parent, evidence, support_percent: None }
    }

    /// The oldest witness: what a put-together report has, it has from elsewhere.
    fn root(&self, node: usize) -> Descent {
        let report = self.kin.views[node].report();
        if self.known.is_mosaic(report) {
            self.descent(node, Parent::LostAncestor, vec![self.known.mosaic_evidence(report)])
        } else {
            self.descent(node, Parent::Original, Vec::new())
        }
    }

    /// Not from an older witness that has lost what this one still has.
    fn lost(&self, older: usize, node: usize) -> Descent {
        let less_changed = Evidence::LessChanged { than: self.kin.views[older].passage };
        self.descent(node, Parent::LostAncestor, vec![less_changed])
    }

    fn below(
        &self,
        parent: usize,
        child: usize,
        beyond: Option<usize>,
        support: Option<u8>,
        (layout, opened): (&Layout, &Opened),
    ) -> Descent {
        let views = &self.kin.views;
        let decision = self.known.decision(views[parent].report(), views[child].report());
        let mut evidence: Vec<Evidence> =
            decision.and_then(|decision| decision.evidence.clone()).into_iter().collect();
        if let Some(beyond) = beyond
            && let Some((of_parent, of_child)) = layout.sides(beyond, parent, child).words
        {
            evidence.push(Evidence::Triangle {
                beyond: views[beyond].passage,
                parent: opened.opens[parent].place(&of_parent),
                child: opened.opens[child].place(&of_child),
            });
        }
        let (traces, ..) = opened.traces(parent, child, &mut Vec::new());
        evidence.extend(traces.into_iter().map(|trace| trace.evidence));
        let mut descent = self.descent(child, Parent::Passage(views[parent].passage), evidence);
        let is_small = views.len() <= super::family::MAX_FOUNDERS;
        descent.support_percent = support.filter(|_| is_small);
        descent
    }
}
