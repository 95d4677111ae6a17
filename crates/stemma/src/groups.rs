//! Things that pairs of them join, over however many others (disjoint sets; Tarjan 1975, with halved paths).

/// Groups of things that are counted from 0. Each group is known by its first thing.
pub struct Groups {
    parents: Vec<u32>,
}

impl Groups {
    /// So many things, each by itself.
    pub fn new(n_things: usize) -> Self {
        Groups { parents: (0..n_things as u32).collect() }
    }

    /// The first thing of a group.
    pub fn first(&mut self, thing: u32) -> u32 {
        let mut at = thing;
        while self.parents[at as usize] != at {
            let above = self.parents[self.parents[at as usize] as usize];
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    /// Makes one group of two.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.first(a), self.first(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_over_others_has_one_first() {
        let mut groups = Groups::new(6);
        [(4, 3), (1, 4), (5, 2)].into_iter().for_each(|(a, b)| groups.join(a, b));
        assert_eq!([0, 1, 2, 3, 4, 5].map(|thing| groups.first(thing)), [0, 1, 2, 1, 1, 2]);
    }
}
