//! `quality answers`: which answers to one question say the same, against people who grouped them (NAnCo; Laban and others
//! 2022).
//!
//! Each paragraph is a report, and those of one question one story. Two answers are of one group if instances of one claim
//! touch their words, or if others between them are so joined.

mod claims;
mod data;

use crate::tally::Tally;
use anyhow::{Result, ensure};
use data::{Question, questions};
use std::path::Path;

/// Groups the answers of a folder and prints how that agrees with each annotator.
pub fn run(folder: &Path) -> Result<()> {
    let questions = questions(folder)?;
    ensure!(!questions.is_empty(), "no question in {}", folder.display());
    let english = stemma_assets::english()?;
    let mut found = Vec::new();
    for question in &questions {
        found.push(claims::groups(question, english));
    }
    println!("questions: {}", questions.len());
    println!("answers: {}", questions.iter().map(|question| question.answers.len()).sum::<usize>());
    for (place, (name, _)) in questions[0].annotations.iter().enumerate() {
        let gold: Vec<&[usize]> =
            questions.iter().map(|question| question.annotations[place].1.as_slice()).collect();
        let score = |groups: &dyn Fn(usize) -> Vec<usize>| -> Tally {
            gold.iter().enumerate().map(|(at, gold)| pairs(&groups(at), gold)).sum()
        };
        score(&|at| found[at].clone()).print(&format!("grouping_{name}"));
        println!("one_group_{name}_f1: {:.4}", score(&|at| vec![0; gold[at].len()]).f1());
        println!("each_its_own_{name}_f1: {:.4}", score(&|at| (0..gold[at].len()).collect()).f1());
        print_people(&questions, place, &score);
    }
    Ok(())
}

/// What each other annotator scores against one.
/// The grouping of the answers to each question, by its place.
type Grouping<'a> = &'a dyn Fn(usize) -> Vec<usize>;

fn print_people(questions: &[Question], place: usize, score: &dyn Fn(Grouping) -> Tally) {
    let name = &questions[0].annotations[place].0;
    for (other, (who, _)) in questions[0].annotations.iter().enumerate().filter(|(other, _)| *other != place)
    {
        let theirs = score(&|at| questions[at].annotations[other].1.clone());
        println!("{who}_against_{name}_f1: {:.4}", theirs.f1());
    }
}

/// Pairs of answers that are of one group.
fn pairs(found: &[usize], gold: &[usize]) -> Tally {
    let mut tally = Tally::default();
    for one in 0..gold.len() {
        for other in 0..one {
            let (is_found, is_gold) = (found[one] == found[other], gold[one] == gold[other]);
            tally.found += usize::from(is_found);
            tally.gold += usize::from(is_gold);
            tally.right += usize::from(is_found && is_gold);
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_counted_and_not_names_of_groups() {
        let tally = pairs(&[7, 7, 3, 3], &[0, 0, 0, 1]);
        assert_eq!(tally, Tally { gold: 3, found: 2, right: 1 });
        assert_eq!(pairs(&[0, 1, 2, 3], &[0, 0, 0, 1]).f1(), 0.0);
    }
}
