//! Pairs of reports of which one was made from the other: so many of each kind, every one as likely.

use super::draft::Kind;
use crate::dice::Dice;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Pairs kept of each kind.
const PAIRS: usize = 3_000;

/// The sample (reservoir sampling, Vitter 1985).
#[derive(Default)]
pub struct Sample {
    kinds: BTreeMap<Kind, (usize, Vec<(u32, u32)>)>,
}

impl Sample {
    /// Sees a pair: source and copy.
    pub fn see(&mut self, dice: &mut Dice, kind: Kind, source: u32, copy: u32) {
        let (n_seen, pairs) = self.kinds.entry(kind).or_default();
        *n_seen += 1;
        if pairs.len() < PAIRS {
            pairs.push((source, copy));
        } else if let Some(pair) = pairs.get_mut(dice.below(*n_seen)) {
            *pair = (source, copy);
        }
    }

    /// The lines of `pairs.tsv`: source, copy, kind.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for (kind, (_, pairs)) in &self.kinds {
            for (source, copy) in pairs {
                writeln!(lines, "{source}\t{copy}\t{kind}").expect("a string takes every line");
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_keeps_its_share_whatever_comes_of_others() {
        let mut sample = Sample::default();
        let mut dice = Dice::new(1);
        (0..10_000).for_each(|at| sample.see(&mut dice, Kind::Verbatim, at, at + 1));
        sample.see(&mut dice, Kind::Spun(6), 4, 5);
        let lines = sample.lines();
        assert_eq!(lines.lines().count(), PAIRS + 1);
        assert!(lines.ends_with("4\t5\tspun6\n"));
    }
}
