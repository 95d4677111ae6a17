//! One family: its witnesses, how far they are apart, and their descent once the order of reports is known.

use super::comparison::{Difference, compare};
use super::known::Known;
use super::order::{Decision, Pairs};
use super::traces::{Trace, traces};
use super::tree::{self, Place};
use super::witness::View;
use crate::model::{Descent, Evidence, Family, Parent, Report, ReportIdx};
use crate::reuse::passages::Draft;
use crate::reuse::units::Units;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Witnesses that are compared with all others. In a larger family, the others are compared with these only,
/// so that work grows with the family and not with its square.
const MAX_FOUNDERS: usize = 24;

/// A family with witnesses in several reports.
pub struct Kin<'a> {
    /// The witnesses, founders first.
    pub views: Vec<View<'a>>,
    /// By founder and witness: how far they are apart.
    distances: Vec<Vec<u32>>,
}

impl<'a> Kin<'a> {
    /// Compares the witnesses of a family. `own` is how much of each report stands in no other.
    pub fn new(reports: &'a [Report], units: &'a Units, draft: &Draft, family: &Family, own: &[u8]) -> Self {
        let passages = draft.witnesses.iter().zip(&family.passages);
        let mut views: Vec<View> =
            passages.map(|(witness, passage)| View::of(reports, units, witness, *passage)).collect();
        if views.len() > MAX_FOUNDERS {
            views.sort_by_cached_key(|view| {
                let report = view.report().0 as usize;
                let published = reports[report].published.as_ref().map(|date| date.value.clone());
                (published.is_none(), published, Reverse(own[report]), view.span)
            });
        }
        let founders = views.len().min(MAX_FOUNDERS);
        let distances = views[..founders]
            .iter()
            .map(|founder| views.iter().map(|view| compare(founder, view).distance).collect())
            .collect();
        Kin { views, distances }
    }

    /// The reports of the founders.
    pub fn founding_reports(&self) -> BTreeSet<ReportIdx> {
        self.views[..self.distances.len()].iter().map(View::report).collect()
    }

    /// For each pair of reports: the traces of copying in the nearest two of their witnesses, in both directions.
    pub fn pair_traces(&self) -> Pairs<(Vec<Trace>, Vec<Trace>)> {
        let mut nearest: Pairs<(u32, usize, usize)> = Pairs::new();
        for a in 0..self.distances.len() {
            for b in 0..self.views.len() {
                let (report_a, report_b) = (self.views[a].report(), self.views[b].report());
                if report_a == report_b {
                    continue;
                }
                let (low, high) = if report_a < report_b { (a, b) } else { (b, a) };
                let way = (self.distances[a][b], low, high);
                let key = (report_a.min(report_b), report_a.max(report_b));
                nearest.entry(key).and_modify(|known| *known = way.min(*known)).or_insert(way);
            }
        }
        let both = |(_, a, b): (u32, usize, usize)| (self.traces(a, b), self.traces(b, a));
        nearest.into_iter().map(|(pair, way)| (pair, both(way))).collect()
    }

    fn traces(&self, parent: usize, child: usize) -> Vec<Trace> {
        let (parent, child) = (&self.views[parent], &self.views[child]);
        traces(parent, child, &compare(parent, child))
    }

    /// Where each witness stands in the tree.
    pub fn tree(&self, known: &Known) -> Vec<Place> {
        let reports: Vec<ReportIdx> = self.views.iter().map(View::report).collect();
        let hands_down_words = |beyond, parent, child| self.inherited(beyond, parent, child).is_some();
        let distances = &self.distances;
        tree::Family { reports: &reports, distances, known, hands_down_words: &hands_down_words }.grow()
    }

    /// The descent of each witness, in the order of passages.
    pub fn descents(&self, known: &Known) -> Vec<Descent> {
        let places = self.tree(known).into_iter().enumerate();
        let mut descents: Vec<Descent> = places
            .map(|(node, place)| match place {
                Place::Root => self.root(node, known),
                Place::Below(parent) => self.below(parent, node, None, known),
                Place::Between { beyond, parent } => self.below(parent, node, Some(beyond), known),
                Place::Unknown => self.descent(node, Parent::NotDecidable, Vec::new()),
            })
            .collect();
        descents.sort_by_key(|descent| descent.passage);
        descents
    }

    fn descent(&self, node: usize, parent: Parent, evidence: Vec<Evidence>) -> Descent {
        Descent { passage: self.views[node].passage, parent, evidence, support_percent: None }
    }

    /// The oldest witness: what a put-together report has, it has from elsewhere.
    fn root(&self, node: usize, known: &Known) -> Descent {
        let report = self.views[node].report();
        if known.is_mosaic(report) {
            self.descent(node, Parent::LostAncestor, vec![known.mosaic_evidence(report)])
        } else {
            self.descent(node, Parent::Original, Vec::new())
        }
    }

    fn below(&self, parent: usize, child: usize, beyond: Option<usize>, known: &Known) -> Descent {
        let reports = (self.views[parent].report(), self.views[child].report());
        let decision = known.order.decision(reports.0, reports.1);
        let mut evidence: Vec<Evidence> =
            decision.and_then(|decision| decision.evidence.clone()).into_iter().collect();
        evidence.extend(beyond.and_then(|beyond| self.inherited(beyond, parent, child)));
        evidence.extend(self.traces(parent, child).into_iter().map(|trace| trace.evidence));
        let mut descent = self.descent(child, Parent::Passage(self.views[parent].passage), evidence);
        descent.support_percent = decision.and_then(Decision::support_percent);
        descent
    }

    /// Words that parent and child have where a third witness has others or none; that both cut the same proves
    /// little.
    fn inherited(&self, beyond: usize, parent: usize, child: usize) -> Option<Evidence> {
        let (beyond, parent, child) = (&self.views[beyond], &self.views[parent], &self.views[child]);
        let (of_parent, of_child) = (compare(beyond, parent), compare(beyond, child));
        let words = |view: &View, at: &std::ops::Range<usize>| {
            view.words[at.clone()].iter().map(|word| word.word()).collect::<Vec<_>>()
        };
        let with_words = of_parent.differences.iter().filter(|one| !one.b.is_empty());
        let shared = with_words.into_iter().find_map(|one| {
            let same =
                |other: &&Difference| other.a == one.a && words(child, &other.b) == words(parent, &one.b);
            of_child.differences.iter().find(same).map(|other| (one, other))
        });
        shared.map(|(one, other)| Evidence::Triangle {
            beyond: beyond.passage,
            parent: parent.place(&one.b),
            child: child.place(&other.b),
        })
    }
}
