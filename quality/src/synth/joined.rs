//! Which documents at least one passage joins.

use std::collections::BTreeMap;
use stemma::model::Report;
use stemma::reuse::Reuse;

/// For each document, which ones are joined with it: those that have a passage of the same family, and those
/// whose text is the same.
pub struct Joined {
    /// By document: the groups that it is in, sorted.
    groups_of: BTreeMap<u32, Vec<usize>>,
    /// By group: its documents, sorted.
    members: Vec<Vec<u32>>,
}

impl Joined {
    /// Reads the documents of each family out of what was found. Captures are named by document number.
    pub fn new(reports: &[Report], found: &Reuse) -> Self {
        let documents = |report: &Report| -> Vec<u32> {
            report.captures.iter().filter_map(|capture| capture.name.parse().ok()).collect()
        };
        let families = found.families.iter().map(|family| {
            let passages = family.passages.iter().map(|idx| &found.passages[idx.0 as usize]);
            passages.flat_map(|p| documents(&reports[p.span.report.0 as usize])).collect()
        });
        let equal = reports.iter().map(documents);
        Joined::from_groups(families.chain(equal).collect())
    }

    fn from_groups(mut members: Vec<Vec<u32>>) -> Self {
        let mut groups_of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (idx, group) in members.iter_mut().enumerate() {
            group.sort_unstable();
            group.dedup();
            group.iter().for_each(|document| groups_of.entry(*document).or_default().push(idx));
        }
        Joined { groups_of, members }
    }

    /// Whether two documents are joined.
    pub fn joins(&self, a: u32, b: u32) -> bool {
        let groups = |document| self.groups_of.get(&document).map_or(&[][..], Vec::as_slice);
        groups(a).iter().any(|group| groups(b).binary_search(group).is_ok())
    }

    /// Every pair that is joined, once, the smaller number first.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.groups_of.iter().flat_map(|(document, groups)| {
            let mut others: Vec<u32> = groups
                .iter()
                .flat_map(|group| {
                    let members = &self.members[*group];
                    members[members.partition_point(|other| other <= document)..].iter().copied()
                })
                .collect();
            others.sort_unstable();
            others.dedup();
            others.into_iter().map(|other| (*document, other))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_that_two_families_join_counts_once() {
        let joined = Joined::from_groups(vec![vec![2, 1, 1], vec![1, 2, 5], vec![7]]);
        assert_eq!(joined.pairs().collect::<Vec<_>>(), [(1, 2), (1, 5), (2, 5)]);
        assert!(joined.joins(5, 1) && !joined.joins(1, 7) && !joined.joins(1, 99));
    }
}
