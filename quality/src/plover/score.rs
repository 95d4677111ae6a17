//! F1 of each type, and their mean.

use super::rows::Row;
use crate::tally::Tally;
use std::collections::BTreeMap;

/// What was right, type by type.
pub struct Score {
    by_type: BTreeMap<String, Tally>,
    n_right: usize,
    n_rows: usize,
}

impl Score {
    /// Counts answers against gold. An answer that is missing is found nowhere.
    pub fn of<'a>(rows: &[Row], answers: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut by_type: BTreeMap<String, Tally> = BTreeMap::new();
        rows.iter().for_each(|row| by_type.entry(row.gold.clone()).or_default().gold += 1);
        let mut n_right = 0;
        for (row, answer) in rows.iter().zip(answers) {
            let Some(answer) = answer else { continue };
            let tally = by_type.entry(answer.to_owned()).or_default();
            tally.found += 1;
            if row.gold == answer {
                tally.right += 1;
                n_right += 1;
            }
        }
        Score { by_type, n_right, n_rows: rows.len() }
    }

    /// Prints the figures. The mean is over the types that gold has.
    pub fn print(&self, name: &str, each: bool) {
        let gold: Vec<(&String, &Tally)> = self.by_type.iter().filter(|(_, tally)| tally.gold > 0).collect();
        if each {
            for (kind, tally) in &gold {
                let line = format!("precision {:.3} recall {:.3}", tally.precision(), tally.recall());
                println!("{name}{}_f1: {:.4} ({line}, gold {})", kind.to_lowercase(), tally.f1(), tally.gold);
            }
        }
        let mean = gold.iter().map(|(_, tally)| tally.f1()).sum::<f64>() / gold.len().max(1) as f64;
        println!("{name}accuracy: {:.4}", self.n_right as f64 / self.n_rows.max(1) as f64);
        println!("{name}macro_f1: {mean:.4}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_answered_is_missed_and_not_wrong() {
        let row = |gold: &str| Row {
            sentence: String::new(),
            source: String::new(),
            target: String::new(),
            gold: gold.to_owned(),
        };
        let score = Score::of(
            &[row("AID"), row("AID"), row("CONSULT")],
            [Some("AID"), None, Some("AID")].into_iter(),
        );
        let aid = score.by_type["AID"];
        assert_eq!((aid.gold, aid.found, aid.right), (2, 2, 1));
        assert_eq!(score.by_type["CONSULT"].f1(), 0.0);
        assert_eq!(score.n_right, 1);
    }
}
