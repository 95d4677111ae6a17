//! One family: its witnesses, and how far they are apart.

use super::collation::{Collation, Difference, Sides};
use super::traces::{Marks, Trace, traces};
use super::witness::{Open, View};
use crate::model::{Family, Report, ReportIdx};
use crate::reuse::passages::Draft;
use crate::reuse::units::Units;
use std::cell::OnceCell;
use std::cmp::Reverse;

/// Witnesses that are compared with all others. In a larger family, the others are compared with these only,
/// so that work grows with the family and not with its square.
pub const MAX_FOUNDERS: usize = 24;
/// What it costs that two witnesses of the same words are not the same characters: less than any word.
const SPELLING: u32 = 1;

/// A family with witnesses in several reports.
pub struct Kin<'a> {
    /// The witnesses, founders first.
    pub views: Vec<View<'a>>,
    /// By witness: which of the different texts it has. Witnesses of the same characters are one node.
    node_of: Vec<u32>,
    /// By node: its first witness.
    first_of: Vec<u32>,
    /// The witness that the others are laid out along.
    base: usize,
}

impl<'a> Kin<'a> {
    /// The family of a draft. `own` is how much of each report stands in no other, for a large family.
    pub fn new(reports: &'a [Report], units: &'a Units, draft: &Draft, family: &Family, own: &[u8]) -> Self {
        let passages = draft.witnesses.iter().zip(&family.passages);
        let mut views: Vec<View> =
            passages.map(|(witness, passage)| View::of(reports, units, witness, *passage)).collect();
        let representative = family.representative;
        if views.len() > MAX_FOUNDERS {
            views.sort_by_cached_key(|view| {
                let report = view.report().0 as usize;
                let published = reports[report].published.as_ref().map(|date| date.value.clone());
                (published.is_none(), published, Reverse(own[report]), view.span)
            });
        }
        let base = views.iter().position(|view| view.passage == representative).unwrap_or(0);
        let (node_of, first_of) = nodes(&views);
        Kin { views, node_of, first_of, base }
    }

    /// How many of the first witnesses are compared with all.
    pub fn n_founders(&self) -> usize {
        self.views.len().min(MAX_FOUNDERS)
    }

    /// The reports of the founders, each once.
    pub fn founding_reports(&self) -> Vec<ReportIdx> {
        let mut reports: Vec<ReportIdx> = self.views[..self.n_founders()].iter().map(View::report).collect();
        reports.sort_unstable();
        reports.dedup();
        reports
    }

    /// Its witnesses side by side.
    pub fn lay_out(&self) -> Layout<'_, 'a> {
        let (mut words, mut scratch) = (Vec::new(), Vec::new());
        self.views[self.base].words(&mut words);
        let mut collation = Collation::new(&words, self.first_of.len());
        for first in &self.first_of {
            self.views[*first as usize].words(&mut words);
            collation.add(&words, &mut scratch);
        }
        Layout { kin: self, collation }
    }
}

/// For each witness its node, and for each node its first witness.
fn nodes(views: &[View]) -> (Vec<u32>, Vec<u32>) {
    if views.len() > MAX_FOUNDERS {
        return nodes_of_many(views);
    }
    let mut firsts: Vec<u32> = Vec::new();
    let mut node_of = Vec::with_capacity(views.len());
    for (at, view) in views.iter().enumerate() {
        let written = view.written();
        let known = firsts.iter().position(|first| views[*first as usize].written() == written);
        node_of.push(known.unwrap_or(firsts.len()) as u32);
        if known.is_none() {
            firsts.push(at as u32);
        }
    }
    (node_of, firsts)
}

/// The same by sorting, so that many different texts are not all set against each other.
fn nodes_of_many(views: &[View]) -> (Vec<u32>, Vec<u32>) {
    let mut order: Vec<u32> = (0..views.len() as u32).collect();
    let written = |at: &u32| views[*at as usize].written();
    order.sort_by(|a, b| written(a).cmp(written(b)).then(a.cmp(b)));
    let mut firsts: Vec<u32> = order.chunk_by(|a, b| written(a) == written(b)).map(|same| same[0]).collect();
    firsts.sort_unstable();
    let mut node_of = vec![0; views.len()];
    for same in order.chunk_by(|a, b| written(a) == written(b)) {
        let node = firsts.partition_point(|first| *first < same[0]) as u32;
        for view in same {
            node_of[*view as usize] = node;
        }
    }
    (node_of, firsts)
}

/// A family laid out, to be compared.
pub struct Layout<'k, 'a> {
    kin: &'k Kin<'a>,
    collation: Collation,
}

impl<'k, 'a> Layout<'k, 'a> {
    /// How far two witnesses are apart.
    pub fn distance(&self, a: usize, b: usize) -> u32 {
        let (a, b) = (self.node(a), self.node(b));
        if a == b { 0 } else { self.collation.distance(a, b).max(SPELLING) }
    }

    fn node(&self, view: usize) -> usize {
        self.kin.node_of[view] as usize
    }

    /// On which side of a difference between two witnesses a third stands.
    pub fn sides(&self, first: usize, second: usize, third: usize) -> Sides {
        self.collation.sides(self.node(first), self.node(second), self.node(third))
    }

    /// The witnesses with their words, to be searched for traces.
    pub fn open(&self) -> Opened<'_, 'k, 'a> {
        let opens: Vec<Open> = self.kin.views.iter().map(View::open).collect();
        let marks = vec![OnceCell::new(); self.kin.first_of.len()];
        Opened { layout: self, opens, marks }
    }
}

/// A family whose words are laid out as they are written.
pub struct Opened<'l, 'k, 'a> {
    layout: &'l Layout<'k, 'a>,
    /// By witness.
    pub opens: Vec<Open<'k, 'a>>,
    /// By node, looked up when first asked for.
    marks: Vec<OnceCell<Marks>>,
}

impl Opened<'_, '_, '_> {
    /// The traces that one witness was copied from another, those of the other direction, and how far they are
    /// apart; `differences` is only there to be used again.
    pub fn traces(
        &self,
        a: usize,
        b: usize,
        differences: &mut Vec<Difference>,
    ) -> (Vec<Trace>, Vec<Trace>, u32) {
        let (node_a, node_b) = (self.layout.node(a), self.layout.node(b));
        let marks = |node: usize, view: usize| self.marks[node].get_or_init(|| Marks::of(&self.opens[view]));
        let of_a = (&self.opens[a], marks(node_a, a));
        let of_b = (&self.opens[b], marks(node_b, b));
        if node_a == node_b {
            differences.clear();
            return (traces(of_a, of_b, &[]), traces(of_b, of_a, &[]), 0);
        }
        let distance = self.layout.collation.differences(node_a, node_b, differences).max(SPELLING);
        let forward = traces(of_a, of_b, differences);
        differences.iter_mut().for_each(Difference::turn);
        (forward, traces(of_b, of_a, differences), distance)
    }
}
