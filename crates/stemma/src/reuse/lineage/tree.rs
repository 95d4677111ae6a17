//! The tree of one family: from its oldest witnesses outwards, each next witness below the nearest one that
//! can be its parent.
//!
//! A witness is a possible parent where its report is known to be the older one, or where it stands between
//! the other and its own parent: what sets it apart from the parent, the other has too, and more. Grown this
//! way a tree has no cycle. Witnesses beyond the founders of a very large family are hung below founders only.

use super::known::Known;
use crate::model::ReportIdx;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Of what sets a witness apart from its parent, at least this share (in percent) a copy of it has as well.
const MIN_INHERITED_PERCENT: u32 = 66;

/// Where a node of a tree comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// No other witness is known to be older, and it is the only one of which that is so.
    Root,
    /// Below another node.
    Below(usize),
    /// Between two witnesses whose order nothing tells.
    Between {
        /// The witness beyond it, and then the one below.
        beyond: usize,
        /// Its parent.
        parent: usize,
    },
    /// Nothing tells.
    Unknown,
}

/// A family as a tree sees it.
pub struct Family<'a> {
    /// The report of each node.
    pub reports: &'a [ReportIdx],
    /// By founder and node: how far they are apart. The founders are the first nodes.
    pub distances: &'a [Vec<u32>],
    /// What is known of the reports.
    pub known: &'a Known<'a>,
    /// Whether a node has words in place of those of a first node that a third has as well.
    pub hands_down_words: &'a dyn Fn(usize, usize, usize) -> bool,
}

impl Family<'_> {
    /// Where each node comes from.
    pub fn grow(&self) -> Vec<Place> {
        let mut tree = self.roots();
        while let Some((place, child)) = self.next(&tree) {
            tree[child] = Some(place);
        }
        for child in self.distances.len()..self.reports.len() {
            tree[child] = self.best_place(&tree, child).map(|(_, place)| place);
        }
        let unclear = self.siblings_in_unknown_order(&tree);
        let place = |(node, place): (usize, Option<Place>)| match place {
            Some(place) if !unclear.contains(&node) => place,
            _ => Place::Unknown,
        };
        tree.into_iter().enumerate().map(place).collect()
    }

    /// The founders that no other is known to be older than; where there are several, which of them is the
    /// root is unknown, but others may still be copies of one of them.
    fn roots(&self) -> Vec<Option<Place>> {
        let founders = 0..self.distances.len();
        let is_oldest = |node: usize| !founders.clone().any(|other| self.is_before(other, node));
        let oldest: Vec<usize> = founders.clone().filter(|node| is_oldest(*node)).collect();
        let reports: BTreeSet<ReportIdx> = oldest.iter().map(|node| self.reports[*node]).collect();
        let place = if reports.len() == 1 { Place::Root } else { Place::Unknown };
        let mut tree = vec![None; self.reports.len()];
        for node in oldest {
            tree[node] = Some(place);
        }
        tree
    }

    fn is_before(&self, a: usize, b: usize) -> bool {
        self.known.order.is_before(self.reports[a], self.reports[b])
    }

    /// The founder that is nearest to what has grown, and its place. One that waits for a nearer parent is
    /// passed over, unless all wait for each other.
    fn next(&self, tree: &[Option<Place>]) -> Option<(Place, usize)> {
        let open = || (0..self.distances.len()).filter(|node| tree[*node].is_none());
        let waits = |child: usize, distance: u32| {
            open().any(|other| self.is_before(other, child) && self.distances[other][child] < distance)
        };
        let ways = open().filter_map(|child| {
            let (distance, place) = self.best_place(tree, child)?;
            Some((waits(child, distance), distance, child, place))
        });
        let next = ways.min_by_key(|(waits, distance, child, _)| (*waits, *distance, *child));
        next.map(|(_, _, child, place)| (place, child))
    }

    /// The best place of a node in what has grown, and how far it is from its parent.
    fn best_place(&self, tree: &[Option<Place>], child: usize) -> Option<(u32, Place)> {
        let grown = (0..self.distances.len()).filter(|node| tree[*node].is_some());
        let ways = grown.filter_map(|parent| Some((parent, self.way(tree, parent, child)?)));
        let best = ways.min_by_key(|(parent, place)| {
            let inferred = matches!(place, Place::Between { .. });
            let shared = self.known.n_shared(self.reports[*parent], self.reports[child]);
            (self.distances[*parent][child], inferred, Reverse(shared), *parent)
        });
        best.map(|(parent, place)| {
            let distance = self.distances[parent][child];
            (distance, if self.is_rivalled(tree, child, distance) { Place::Unknown } else { place })
        })
    }

    /// Whether a founder of unknown origin, whose order to the node is unknown as well, is nearer to it.
    fn is_rivalled(&self, tree: &[Option<Place>], child: usize, distance: u32) -> bool {
        (0..self.distances.len()).any(|rival| {
            let (of_rival, of_child) = (self.reports[rival], self.reports[child]);
            tree[rival] == Some(Place::Unknown)
                && self.may_have_written(of_rival, of_child)
                && of_rival != of_child
                && self.distances[rival][child] < distance
                && self.known.order.decision(of_rival, of_child).is_none()
        })
    }

    /// How a node may hang below another, if it may.
    fn way(&self, tree: &[Option<Place>], parent: usize, child: usize) -> Option<Place> {
        let (of_parent, of_child) = (self.reports[parent], self.reports[child]);
        if of_parent == of_child || self.known.order.is_before(of_child, of_parent) {
            None
        } else if self.known.order.is_before(of_parent, of_child) {
            Some(Place::Below(parent))
        } else {
            let beyond = self.parent(tree, parent)?;
            let between = self.may_have_written(of_parent, of_child)
                && self.stands_between(beyond, parent, child)
                && (self.hands_down_words)(beyond, parent, child);
            between.then_some(Place::Between { beyond, parent })
        }
    }

    /// What is put together is not the source of what is not.
    fn may_have_written(&self, parent: ReportIdx, child: ReportIdx) -> bool {
        self.known.is_mosaic(child) || !self.known.is_mosaic(parent)
    }

    fn parent(&self, tree: &[Option<Place>], node: usize) -> Option<usize> {
        match tree[node]? {
            Place::Below(parent) | Place::Between { parent, .. } => Some(parent),
            Place::Root | Place::Unknown => None,
        }
    }

    /// Whether a node stands between another and a third: `d(beyond, child) = d(beyond, node) + d(node, child)`,
    /// or nearly so.
    fn stands_between(&self, beyond: usize, node: usize, child: usize) -> bool {
        let to_node = self.distances[beyond][node];
        let to_child = self.distances[beyond][child];
        let twice_inherited = (to_node + to_child).saturating_sub(self.distances[node][child]);
        to_child > to_node && to_node > 0 && 50 * twice_inherited >= MIN_INHERITED_PERCENT * to_node
    }

    /// Founders below one parent, equally far from it and nearer to each other: one of them copied the
    /// other, and nothing tells which.
    fn siblings_in_unknown_order(&self, tree: &[Option<Place>]) -> BTreeSet<usize> {
        let mut unclear = BTreeSet::new();
        let founders = self.distances.len();
        for a in 0..founders {
            for b in a + 1..founders {
                let Some(parent) = self.parent(tree, a) else { continue };
                let same_parent = self.parent(tree, b) == Some(parent);
                let known = self.known.order.decision(self.reports[a], self.reports[b]).is_some();
                let distance = self.distances[parent][a];
                let equal = distance == self.distances[parent][b] && self.distances[a][b] < distance;
                if same_parent && !known && equal && self.reports[a] != self.reports[b] {
                    unclear.extend([a, b]);
                }
            }
        }
        unclear
    }
}
