//! Types of events in sentences that people coded with PLOVER's types.
//!
//! A row of the set has one sentence, who acts and on whom, and one type. Of the events that a sentence tells of, the one between
//! those two is the answer; where none is, the sentence counts as not answered, and so as wrong.

mod answer;
mod rows;
mod score;

use answer::Answer;
pub use answer::coded;
use anyhow::{Context, Result};
use rayon::prelude::*;
use rows::Row;
use score::Score;
use std::collections::BTreeMap;
use std::path::Path;
use stemma::event::EventTable;

/// Where the scheme of the set differs from the codebook that our table follows.
const OLDER: &str = include_str!("older.table");

/// What is done beside measuring.
pub struct Options<'a> {
    /// A table to be read behind ours.
    pub table: Option<&'a Path>,
    /// Whether that table is read in place of ours.
    pub alone: bool,
    /// A file that gets a line for every row: gold, answer, all types found, sentence.
    pub details: Option<&'a Path>,
}

/// Measures the rows of a file, or of the one file (.tsv) of a folder, and prints the figures.
pub fn run(path: &Path, options: &Options) -> Result<()> {
    let rows = rows::read(path)?;
    let english = stemma_assets::english().context("what the program knows of English is damaged")?;
    let mut table = EventTable::ours()?;
    if let Some(path) = options.table {
        if options.alone {
            table = EventTable::default();
        }
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        table.extend(&text).with_context(|| format!("{}", path.display()))?;
    }
    let mut older = table.clone();
    older.extend(OLDER)?;
    let in_older: Vec<Answer> = rows.par_iter().map(|row| answer::answer(row, &older, english)).collect();
    let answers: Vec<Answer> = rows.par_iter().map(|row| answer::answer(row, &table, english)).collect();
    if let Some(path) = options.details {
        write_details(path, &rows, &answers)?;
    }
    println!("rows: {}", rows.len());
    baselines(&rows, &table);
    Score::of(&rows, in_older.iter().map(|answer| answer.between.as_deref())).print("older_scheme_", false);
    let unaided = answers.iter().map(|answer| answer.first.as_deref());
    Score::of(&rows, unaided).print("without_actors_", false);
    Score::of(&rows, answers.iter().map(|answer| answer.between.as_deref())).print("", true);
    let share =
        |is: fn(&Answer) -> bool| answers.iter().filter(|one| is(one)).count() as f64 / rows.len() as f64;
    println!("answered: {:.4}", share(|one| one.between.is_some()));
    println!("undecided: {:.4}", share(|one| one.is_undecided));
    println!("gold_among_all_found: {:.4}", {
        let has = |(row, one): &(&Row, &Answer)| one.all.contains(&row.gold);
        rows.iter().zip(&answers).filter(has).count() as f64 / rows.len() as f64
    });
    println!("actor_overlaps: {:.4}", share(|one| one.actor_overlaps));
    println!("recipient_overlaps: {:.4}", share(|one| one.recipient_overlaps));
    Ok(())
}

/// What no program at all would reach: one type for all; and the first word of a sentence that the table has anywhere.
fn baselines(rows: &[Row], table: &EventTable) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.gold.as_str()).or_default() += 1);
    let most = counts.iter().max_by_key(|(name, n)| (**n, std::cmp::Reverse(**name))).map(|(name, _)| *name);
    Score::of(rows, rows.iter().map(|_| most)).print("baseline_most_frequent_", false);
    let mut words: BTreeMap<&str, &str> = BTreeMap::new();
    table.lemmas().for_each(|(word, kind)| {
        words.entry(word).or_insert(rows::root_of(kind));
    });
    let bag: Vec<Option<&str>> = rows.iter().map(|row| answer::by_bag(&row.sentence, &words)).collect();
    Score::of(rows, bag.into_iter()).print("baseline_bag_of_lemmas_", false);
}

fn write_details(path: &Path, rows: &[Row], answers: &[Answer]) -> Result<()> {
    let line = |(row, one): (&Row, &Answer)| {
        let answer = one.between.as_deref().unwrap_or("-");
        format!(
            "{}\t{}\t{}\t{}\t{}\t{}\n",
            row.gold,
            answer,
            one.all.join(" "),
            row.source,
            row.target,
            row.sentence
        )
    };
    let lines: String = rows.iter().zip(answers).map(line).collect();
    std::fs::write(path, lines).with_context(|| format!("cannot write {}", path.display()))
}
