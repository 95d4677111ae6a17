//! What is right of what was said of a generated pile.

use super::copyist::Manner;
use super::generate::Written;
use super::pile::{Said, Sayings};
use std::collections::BTreeMap;

/// What a scorer is asked of a copied line.
pub type Answers<'a> = &'a dyn Fn(usize, usize) -> Said;

/// Copies by what was said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Edges {
    /// The parent is right.
    pub right: usize,
    /// The parent is wrong, or there is said to be none.
    pub wrong: usize,
    /// Nothing was decided; or the line was not found to be a copy at all.
    pub undecided: usize,
}

impl Edges {
    /// The share that is right, where an undecided one counts half.
    pub fn share(&self) -> f64 {
        let all = self.right + self.wrong + self.undecided;
        (self.right as f64 + 0.5 * self.undecided as f64) / all.max(1) as f64
    }

    /// The share of the decided ones that is right.
    pub fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn count(&mut self, said: Said, parent: usize) {
        match said {
            Said::From(report, _) if report == parent => self.right += 1,
            Said::NotDecidable => self.undecided += 1,
            Said::From(..) | Said::Lost | Said::Original | Said::Nothing => self.wrong += 1,
        }
    }
}

/// The copied lines of a report that lies in the pile, with the report that each was copied from.
fn copies(written: &[Written]) -> impl Iterator<Item = (usize, usize, usize)> {
    let in_pile = written.iter().enumerate().filter(|(_, report)| report.is_in_pile);
    in_pile.flat_map(|(idx, report)| {
        let lines = report.lines.iter().enumerate();
        lines.filter_map(move |(at, line)| line.parent.map(|(parent, _)| (idx, at, parent)))
    })
}

/// The copied passages whose parent is in the pile.
pub fn passages(written: &[Written], answer: Answers) -> Edges {
    let mut edges = Edges::default();
    for (report, line, parent) in copies(written).filter(|(.., parent)| written[*parent].is_in_pile) {
        edges.count(answer(report, line), parent);
    }
    edges
}

/// The edges between reports: each copy and each report in the pile that it was copied from, by what most of the
/// lines that came this way are said to be.
pub fn reports(written: &[Written], answer: Answers) -> Edges {
    let mut by_edge: BTreeMap<(usize, usize), Vec<Said>> = BTreeMap::new();
    for (report, line, parent) in copies(written).filter(|(.., parent)| written[*parent].is_in_pile) {
        let said = match answer(report, line) {
            Said::From(report, _) => Said::From(report, None),
            other => other,
        };
        by_edge.entry((report, parent)).or_default().push(said);
    }
    let mut edges = Edges::default();
    for ((_, parent), said) in by_edge {
        let count = |of: Said| said.iter().filter(|said| **said == of).count();
        let most = said.iter().copied().max_by_key(|of| (count(*of), *of == Said::NotDecidable));
        edges.count(most.unwrap_or(Said::Nothing), parent);
    }
    edges
}

/// Of the lines that were copied from a report that is lost, the share that got no parent.
pub fn lost_without_parent(written: &[Written], answer: Answers) -> f64 {
    let lost = copies(written).filter(|(.., parent)| !written[*parent].is_in_pile);
    share(lost.map(|(report, line, _)| !matches!(answer(report, line), Said::From(..))))
}

/// Of the lines that were written for their report, the share that got no parent.
pub fn originals_without_parent(written: &[Written], said: &Sayings) -> f64 {
    let own = said.iter().filter(|((report, line), _)| written[*report].lines[*line].parent.is_none());
    share(own.map(|(_, said)| !matches!(said, Said::From(..))))
}

/// Of the lines of reports that were copied word for word, the share that is said to be not decidable.
pub fn verbatim_not_decidable(written: &[Written], answer: Answers) -> f64 {
    let verbatim = copies(written).filter(|(report, ..)| written[*report].manner == Some(Manner::Verbatim));
    share(verbatim.map(|(report, line, _)| answer(report, line) == Said::NotDecidable))
}

/// Edges that two answers decide, and how many of them turn round between the two.
pub fn turned(first: &Sayings, second: &Sayings) -> (usize, usize) {
    let parent = |of: &Sayings, line: &(usize, usize)| match of.get(line) {
        Some(Said::From(report, Some(at))) => Some((*report, *at)),
        _ => None,
    };
    let both = first.keys().filter(|line| parent(first, line).is_some() && parent(second, line).is_some());
    let turns =
        |line: &(usize, usize)| parent(first, line).and_then(|above| parent(second, &above)) == Some(*line);
    (both.count(), first.keys().filter(|line| turns(line)).count())
}

/// Edges that lead from a line to one that descends from it.
pub fn against_descent(written: &[Written], said: &Sayings) -> (usize, usize) {
    let ancestor = |mut of: (usize, usize), wanted: (usize, usize)| {
        while let Some(above) = written[of.0].lines[of.1].parent {
            if above == wanted {
                return true;
            }
            of = above;
        }
        false
    };
    let edges = said.iter().filter_map(|(line, said)| match said {
        Said::From(report, Some(at)) => Some((*line, (*report, *at))),
        _ => None,
    });
    let edges: Vec<((usize, usize), (usize, usize))> = edges.collect();
    (edges.len(), edges.iter().filter(|(child, parent)| ancestor(*parent, *child)).count())
}

fn share(of: impl Iterator<Item = bool>) -> f64 {
    let (mut yes, mut all) = (0usize, 0usize);
    for holds in of {
        all += 1;
        yes += usize::from(holds);
    }
    yes as f64 / all.max(1) as f64
}

/// The line of a rival system: among the other lines in the pile that go back to the same first line, the one
/// with the fewest changed words, or the earliest; of later ones only where `later_too`.
pub fn simple_answer(
    written: &[Written],
    (report, line): (usize, usize),
    nearest: bool,
    later_too: bool,
) -> Said {
    let this = &written[report].lines[line];
    let of_family = |other: &usize| {
        written[*other].family == written[report].family && written[*other].is_in_pile && *other != report
    };
    let mut best: Option<((usize, usize), usize)> = None;
    for other in (0..written.len()).filter(of_family) {
        let is_later = written[other].minute > written[report].minute;
        let same = written[other].lines.iter().find(|line| line.origin == this.origin);
        let Some(same) = same.filter(|_| later_too || !is_later) else { continue };
        let changed = if nearest { changed_words(&this.text, &same.text) } else { 0 };
        let key = (changed, written[other].minute);
        if best.is_none_or(|(least, _)| key < least) {
            best = Some((key, other));
        }
    }
    best.map_or(Said::Original, |(_, parent)| Said::From(parent, None))
}

/// Words that stand in only one of two texts, in whatever order.
fn changed_words(a: &str, b: &str) -> usize {
    let (mut a, mut b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    a.sort_unstable();
    b.sort_unstable();
    let (mut i, mut j, mut changed) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(b[j]) {
            std::cmp::Ordering::Equal => (i, j) = (i + 1, j + 1),
            std::cmp::Ordering::Less => (i, changed) = (i + 1, changed + 1),
            std::cmp::Ordering::Greater => (j, changed) = (j + 1, changed + 1),
        }
    }
    changed + a.len() - i + b.len() - j
}
