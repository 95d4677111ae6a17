//! One family: its witnesses, and how far they are apart.
//!
//! Witnesses of the same characters are one node. What two nodes are to each other is worked out once and kept in
//! four bytes; what it rests on, the words laid out side by side, is kept in a small pile and laid out again in a
//! large one, where it is needed for few.

use super::collation::{Collation, Difference, Sides};
use super::traces::{Marks, ORPHANED, points};
use super::witness::Texts;
use crate::model::{Family, PassageIdx, ReportIdx};
use crate::reuse::passages::{Draft, Witness};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Witnesses that are compared with all others. In a larger family, the others are compared with these only,
/// so that work grows with the family and not with its square.
pub const MAX_FOUNDERS: usize = 24;
/// What it costs that two witnesses of the same words are not the same characters: less than any word.
const SPELLING: u32 = 1;
/// Marks a view that opens a paragraph, and a node that has a pronoun beside a word of saying.
const FLAG: u32 = 1 << 31;

/// What two nodes are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tie {
    /// How far they are apart.
    pub distance: u16,
    /// What speaks for a copy of the first by the second, in points,
    pub forward: u8,
    /// and for the other direction.
    pub backward: u8,
}

/// A family with witnesses in several reports.
pub struct Kin<'a> {
    texts: Texts<'a>,
    draft: &'a Draft,
    first_passage: PassageIdx,
    /// The witnesses in the order in which they are looked at, founders first; empty where it is that of the draft.
    order: Box<[u32]>,
    /// By witness: its node, and whether it opens a paragraph.
    node_of: Box<[u32]>,
    /// By node: its first witness, and whether it has a pronoun.
    first_of: Box<[u32]>,
    /// By node of a founder and any node behind it.
    ties: Box<[Tie]>,
    n_founder_nodes: u32,
    /// The witness that the others are laid out along.
    base: u32,
    kept: Option<Box<Collation>>,
}

impl<'a> Kin<'a> {
    /// The family of a draft. `own` is how much of each report stands in no other, for a large family; `keeps`
    /// says whether the words stay laid out.
    pub fn new(texts: Texts<'a>, draft: &'a Draft, family: &Family, own: &[u8], keeps: bool) -> Self {
        let mut kin = Kin {
            texts,
            draft,
            first_passage: family.passages[0],
            order: Box::default(),
            node_of: Box::default(),
            first_of: Box::default(),
            ties: Box::default(),
            n_founder_nodes: 0,
            base: draft.representative as u32,
            kept: None,
        };
        if kin.len() > MAX_FOUNDERS {
            kin.order = kin.founders_first(own);
            let base = kin.order.iter().position(|witness| *witness == kin.base);
            kin.base = base.unwrap_or(0) as u32;
        }
        let marks;
        (kin.node_of, kin.first_of, marks) = kin.nodes();
        kin.tie_together(&marks, keeps);
        kin
    }

    /// How many witnesses it has.
    pub fn len(&self) -> usize {
        self.draft.witnesses.len()
    }

    /// A witness.
    pub fn witness(&self, view: usize) -> &'a Witness {
        &self.draft.witnesses[self.number(view)]
    }

    /// Which passage a witness is.
    pub fn passage(&self, view: usize) -> PassageIdx {
        PassageIdx(self.first_passage.0 + self.number(view) as u32)
    }

    fn number(&self, view: usize) -> usize {
        self.order.get(view).map_or(view, |number| *number as usize)
    }

    /// The report of a witness.
    pub fn report(&self, view: usize) -> ReportIdx {
        self.witness(view).span.report
    }

    /// How many of the first witnesses are compared with all.
    pub fn n_founders(&self) -> usize {
        self.len().min(MAX_FOUNDERS)
    }

    /// The reports of the founders.
    pub fn founding_reports(&self) -> impl Iterator<Item = ReportIdx> {
        (0..self.n_founders()).map(|view| self.report(view))
    }

    /// The witnesses of a large family by date, then those of the reports with most of their own.
    fn founders_first(&self, own: &[u8]) -> Box<[u32]> {
        let mut keyed: Vec<_> = self
            .draft
            .witnesses
            .iter()
            .zip(0u32..)
            .map(|(witness, number)| {
                let report = witness.span.report.0 as usize;
                let date = self.texts.reports[report].published.as_ref().map(|date| date.value.as_str());
                (date.is_none(), date, Reverse(own[report]), witness.span, number)
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(.., number)| number).collect()
    }

    /// For each witness its node, and for each node its first witness and what is looked up in it.
    fn nodes(&self) -> (Box<[u32]>, Box<[u32]>, Vec<Marks<'a>>) {
        let written: Vec<&str> = (0..self.len()).map(|at| self.texts.written(self.witness(at))).collect();
        let (mut node_of, mut first_of) =
            if written.len() > MAX_FOUNDERS { nodes_of_many(&written) } else { nodes(&written) };
        let opens = |view: usize| self.texts.opens_paragraph(self.witness(view));
        let flags: Vec<bool> = (0..self.len()).map(opens).collect();
        node_of.iter_mut().zip(&flags).filter(|(_, opens)| **opens).for_each(|(node, _)| *node |= FLAG);
        // Where some open a paragraph and others do not, it matters who has a pronoun.
        let differ = flags.iter().any(|opens| *opens) && flags.iter().any(|opens| !*opens);
        let marks: Vec<Marks> = match differ || first_of.len() > 1 {
            true => {
                first_of.iter().map(|first| Marks::of(&self.texts, self.witness(*first as usize))).collect()
            }
            false => Vec::new(),
        };
        for (first, marks) in first_of.iter_mut().zip(&marks).filter(|_| differ) {
            *first |= if marks.pronoun.is_some() { FLAG } else { 0 };
        }
        (node_of.into(), first_of.into(), marks)
    }

    fn tie_together(&mut self, marks: &[Marks], keeps: bool) {
        let founder_nodes = self.node_of[..self.n_founders()].iter().map(|node| node & !FLAG);
        self.n_founder_nodes = founder_nodes.max().map_or(0, |last| last + 1);
        if self.first_of.len() == 1 {
            return;
        }
        let collation = self.collate();
        let mut differences = Vec::new();
        let mut ties = Vec::with_capacity(self.tie_at(self.n_founder_nodes as usize, 0));
        for a in 0..self.n_founder_nodes as usize {
            for b in a + 1..marks.len() {
                let distance = collation.differences(a, b, &mut differences).max(SPELLING);
                let forward = points(&marks[a], &marks[b], &differences);
                differences.iter_mut().for_each(Difference::turn);
                let backward = points(&marks[b], &marks[a], &differences);
                let byte = |points: u32| points.min(u8::MAX.into()) as u8;
                let distance = distance.min(u16::MAX.into()) as u16;
                ties.push(Tie { distance, forward: byte(forward), backward: byte(backward) });
            }
        }
        self.ties = ties.into();
        self.kept = keeps.then(|| Box::new(collation));
    }

    /// Where the ties of a node begin; `behind` is how many nodes lie between.
    fn tie_at(&self, node: usize, behind: usize) -> usize {
        node * self.first_of.len() - node * (node + 1) / 2 + behind
    }

    fn first(&self, node: usize) -> &'a Witness {
        self.witness((self.first_of[node] & !FLAG) as usize)
    }

    /// The node of a witness.
    pub fn node(&self, view: usize) -> usize {
        (self.node_of[view] & !FLAG) as usize
    }

    /// What two witnesses are to each other, of which one is a founder.
    pub fn tie(&self, a: usize, b: usize) -> Tie {
        let mut tie = self.wording(a, b);
        tie.forward = tie.forward.saturating_add(self.orphan_points(a, b));
        tie.backward = tie.backward.saturating_add(self.orphan_points(b, a));
        tie
    }

    /// The same, by the wording alone.
    pub fn wording(&self, a: usize, b: usize) -> Tie {
        let (a, b) = (self.node(a), self.node(b));
        debug_assert!(a.min(b) < self.n_founder_nodes as usize);
        if a < b {
            self.ties[self.tie_at(a, b - a - 1)]
        } else if b < a {
            let tie = self.ties[self.tie_at(b, a - b - 1)];
            Tie { forward: tie.backward, backward: tie.forward, ..tie }
        } else {
            Tie::default()
        }
    }

    /// Whether a copy begins a paragraph with "he said", and the other has that behind a sentence of the same
    /// paragraph, in which he is named.
    pub fn is_orphaned(&self, parent: usize, child: usize) -> bool {
        let opens = |view: usize| self.node_of[view] & FLAG != 0;
        !opens(parent) && opens(child) && self.first_of[self.node(child)] & FLAG != 0
    }

    fn orphan_points(&self, parent: usize, child: usize) -> u8 {
        if self.is_orphaned(parent, child) { ORPHANED as u8 } else { 0 }
    }

    /// Its words side by side.
    pub fn lay_out(&self) -> Layout<'_, 'a> {
        let collation = match &self.kept {
            Some(kept) => Cow::Borrowed(&**kept),
            None => Cow::Owned(self.collate()),
        };
        Layout { kin: self, collation }
    }

    fn collate(&self) -> Collation {
        let (mut words, mut scratch) = (Vec::new(), Vec::new());
        self.texts.words(self.witness(self.base as usize), &mut words);
        let mut collation = Collation::new(&words, self.first_of.len());
        for node in 0..self.first_of.len() {
            self.texts.words(self.first(node), &mut words);
            collation.add(&words, &mut scratch);
        }
        collation
    }

    /// The texts that it stands in.
    pub fn texts(&self) -> Texts<'a> {
        self.texts
    }
}

/// For each text its node, and for each node its first text.
fn nodes(written: &[&str]) -> (Vec<u32>, Vec<u32>) {
    let mut firsts: Vec<u32> = Vec::new();
    let mut node_of = Vec::with_capacity(written.len());
    for (at, text) in written.iter().enumerate() {
        let known = firsts.iter().position(|first| written[*first as usize] == *text);
        node_of.push(known.unwrap_or(firsts.len()) as u32);
        if known.is_none() {
            firsts.push(at as u32);
        }
    }
    (node_of, firsts)
}

/// The same by sorting, so that many different texts are not all set against each other.
fn nodes_of_many(written: &[&str]) -> (Vec<u32>, Vec<u32>) {
    let mut order: Vec<u32> = (0..written.len() as u32).collect();
    let text = |at: &u32| written[*at as usize];
    order.sort_unstable_by_key(|at| (text(at), *at));
    let mut firsts: Vec<u32> = order.chunk_by(|a, b| text(a) == text(b)).map(|same| same[0]).collect();
    firsts.sort_unstable();
    let mut node_of = vec![0; written.len()];
    for same in order.chunk_by(|a, b| text(a) == text(b)) {
        let node = firsts.partition_point(|first| *first < same[0]) as u32;
        for at in same {
            node_of[*at as usize] = node;
        }
    }
    (node_of, firsts)
}

/// A family laid out, to be looked at closely.
pub struct Layout<'k, 'a> {
    kin: &'k Kin<'a>,
    collation: Cow<'k, Collation>,
}

impl Layout<'_, '_> {
    /// On which side of a difference between two witnesses a third stands.
    pub fn sides(&self, first: usize, second: usize, third: usize) -> Sides {
        let [first, second, third] = [first, second, third].map(|view| self.kin.node(view));
        self.collation.sides(first, second, third)
    }

    /// Puts the places where two witnesses differ into `differences`, in order.
    pub fn differences(&self, a: usize, b: usize, differences: &mut Vec<Difference>) {
        let (a, b) = (self.kin.node(a), self.kin.node(b));
        differences.clear();
        if a != b {
            self.collation.differences(a, b, differences);
        }
    }
}
