//! Families of reports whose parents are known.
//!
//! A first report is written; every further one copies one or two of those before it, in its manner, and adds
//! text of its own. In some families the first report is not handed over.

use super::copyist::{Manner, copied};
use super::grammar::Grammar;
use super::random::Random;

/// Families of a pile.
const FAMILIES: usize = 100;
/// Reports of a family.
const WITNESSES: (usize, usize) = (3, 30);
/// Of a hundred families, so many have lost their first report.
const LOST_ROOT: usize = 15;
/// Of a hundred copies, so many are mixed of two reports,
const MIXED: usize = 12;
/// cut off at the end,
const TRUNCATED: usize = 25;
/// or put some sentences in another place.
const REORDERED: usize = 20;
/// Sentences of a first report, and own sentences of a copy.
const FIRST_LINES: (usize, usize) = (10, 18);
const OWN_LINES: (usize, usize) = (2, 6);
/// The fewest copied sentences.
const MIN_COPIED: usize = 4;
/// Minutes from a report to its copy.
const DELAY: (usize, usize) = (20, 2880);

/// A sentence of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// The report and line that it was copied from; absent where it was written for its report.
    pub parent: Option<(usize, usize)>,
    /// The report and line where it was first written.
    pub origin: (usize, usize),
}

/// A report of a generated pile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its family.
    pub family: usize,
    /// Its headline.
    pub title: String,
    /// Its sentences.
    pub lines: Vec<Line>,
    /// Minutes from the start of the year.
    pub minute: usize,
    /// How its copied sentences were copied; absent for a first report.
    pub manner: Option<Manner>,
    /// Whether it is handed over.
    pub is_in_pile: bool,
}

/// All reports of a seed.
pub fn generate(seed: u64) -> Vec<Written> {
    let mut random = Random::new(seed);
    let grammar = Grammar::new(&mut random);
    let mut reports: Vec<Written> = Vec::new();
    for family in 0..FAMILIES {
        let lost = random.percent(LOST_ROOT);
        let first = reports.len();
        let n = random.between(WITNESSES.0, WITNESSES.1) + usize::from(lost);
        let mut root =
            written(family, random.between(FIRST_LINES.0, FIRST_LINES.1), &grammar, &mut random, first);
        root.minute = random.between(0, 300_000);
        root.is_in_pile = !lost;
        reports.push(root);
        for idx in first + 1..first + n {
            let copy = copy(&reports[first..], idx, first, &grammar, &mut random);
            reports.push(copy);
        }
    }
    reports
}

/// A report of nothing but its own text.
fn written(family: usize, n_lines: usize, grammar: &Grammar, random: &mut Random, idx: usize) -> Written {
    let own = |line| Line { text: grammar.sentence(random), parent: None, origin: (idx, line) };
    let lines: Vec<Line> = (0..n_lines).map(own).collect();
    let title = grammar.sentence(random).trim_end_matches('.').to_owned();
    Written { family, title, lines, minute: 0, manner: None, is_in_pile: true }
}

/// A copy of one or two reports of a family; `first` is the number of the family's first report.
fn copy(family: &[Written], idx: usize, first: usize, grammar: &Grammar, random: &mut Random) -> Written {
    let parent = random.below(family.len());
    let manner = *random.pick(&[Manner::Verbatim, Manner::Editor, Manner::Editor, Manner::Spinner]);
    let mut taken = selection(&family[parent], first + parent, random);
    let mut minute = family[parent].minute;
    if family.len() > 2 && random.percent(MIXED) {
        let second = (parent + 1 + random.below(family.len() - 1)) % family.len();
        taken.truncate(taken.len().div_ceil(2).max(MIN_COPIED));
        let has = |line: &Line, taken: &[Line]| taken.iter().any(|other| other.origin == line.origin);
        let more: Vec<Line> = selection(&family[second], first + second, random)
            .into_iter()
            .filter(|line| !has(line, &taken))
            .collect();
        let half = more.len().min(taken.len());
        taken.extend(more.into_iter().rev().take(half).rev());
        minute = minute.max(family[second].minute);
    }
    for line in &mut taken {
        line.text = copied(&line.text, manner, grammar, random);
    }
    let mut report =
        written(family[0].family, random.between(OWN_LINES.0, OWN_LINES.1), grammar, random, idx);
    let at = random.below(report.lines.len() + 1);
    report.lines.splice(at..at, taken);
    // The numbers of own lines change when copies are put between them.
    for (number, line) in report.lines.iter_mut().enumerate().filter(|(_, line)| line.parent.is_none()) {
        line.origin = (idx, number);
    }
    report.minute = minute + random.between(DELAY.0, DELAY.1);
    report.manner = Some(manner);
    report
}

/// The sentences that a copyist takes, as copies of those of `report`, which has the number `idx`.
fn selection(report: &Written, idx: usize, random: &mut Random) -> Vec<Line> {
    let share = random.between(50, 100);
    let take = |(number, line): (usize, &Line)| {
        Line { parent: Some((idx, number)), ..line.clone() }.clone_if(random.percent(share))
    };
    let mut lines: Vec<Line> = report.lines.iter().enumerate().filter_map(take).collect();
    if lines.len() < MIN_COPIED {
        let all = report.lines.iter().enumerate();
        lines = all.map(|(number, line)| Line { parent: Some((idx, number)), ..line.clone() }).collect();
    }
    if random.percent(TRUNCATED) {
        lines.truncate((lines.len() * 2 / 3).max(MIN_COPIED));
    }
    if random.percent(REORDERED) {
        let (from, to) = (random.below(lines.len()), random.below(lines.len()));
        let moved = lines.remove(from);
        lines.insert(to, moved);
    }
    lines
}

impl Line {
    fn clone_if(self, wanted: bool) -> Option<Self> {
        wanted.then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_reports_again_and_another_seed_others() {
        assert_eq!(generate(1), generate(1));
        assert_ne!(generate(1), generate(2));
    }

    #[test]
    fn copies_name_a_parent_that_came_before_and_descends_from_the_same_line() {
        let reports = generate(3);
        for (idx, report) in reports.iter().enumerate() {
            for line in &report.lines {
                let Some((parent, number)) = line.parent else { continue };
                assert!(parent < idx && reports[parent].minute < report.minute);
                assert_eq!(reports[parent].lines[number].origin, line.origin);
            }
        }
    }
}
