//! Planted copies in a generated pile: how many are found, how many pairs are right, how fast it goes.

mod joined;
mod pile;
mod precision;

use crate::linking::{lay_out, link, read_all};
use crate::timing::{Stopwatch, timed};
use anyhow::{Context, Result};
pub use joined::Joined;
use pile::Document;
pub use pile::{read_copies, read_documents};
use precision::{Counts, Rule};
use std::fmt::Write as _;
use std::path::Path;
use stemma::model::Report;
use stemma::reuse::count_candidates;
use stemma::reuse::{Config, Reuse};

/// Finds the passages of the pile in `folder`, on one thread, and prints the figures; `details`, where given,
/// gets a line for every passage.
pub fn run(folder: &Path, details: Option<&Path>) -> Result<()> {
    let documents = read_documents(folder)?;
    let copies = read_copies(folder)?;
    // One thread, so that the figure can be compared between machines.
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let (reports, found) = one_thread.install(|| find_passages(&documents));
    if let Some(path) = details {
        std::fs::write(path, lines(&reports, &found))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    let joined = Joined::new(&reports, &found);
    println!("baseline_no_pair_recall: {:.4}", 0.0);
    println!("baseline_all_pairs_recall: {:.4}", 1.0);
    if let Some(rule) = Rule::new(&documents) {
        print_precision("baseline_all_pairs_", rule.count_all());
        print_precision("", rule.count(joined.pairs()));
    }
    for (kind, copies) in copies {
        let found = copies.iter().filter(|copy| joined.joins(copy.source, copy.copy)).count();
        println!("missed_{kind}: {} of {}", copies.len() - found, copies.len());
        println!("recall_{kind}: {:.4}", found as f64 / copies.len() as f64);
    }
    Ok(())
}

/// Finds the passages and says how long each stage took.
fn find_passages(documents: &[Document]) -> (Vec<Report>, Reuse) {
    let named = documents.iter().map(|document| (document.id.to_string(), document.text.clone())).collect();
    let (reports, layout) = timed(|| lay_out(named));
    let (readings, reading) = timed(|| read_all(&reports));
    let stopwatch = Stopwatch::default();
    let (found, reuse) = timed(|| link(&reports, &readings, &Config::default(), &stopwatch));
    let stages = stopwatch.finish();
    let (candidates, search) = timed(|| count_candidates(&reports));
    println!("documents: {}", documents.len());
    println!("reports: {}", reports.len());
    println!("passages: {}", found.passages.len());
    println!("families: {}", found.families.len());
    for (stage, time) in [("layout", layout), ("reading", reading), ("reuse", reuse)] {
        println!("{stage}_seconds: {:.2}", time.wall);
        if let Some(processor) = time.processor {
            println!("{stage}_processor_seconds: {processor:.2}");
        }
    }
    for stage in stages {
        if let Some(seconds) = stage.seconds.processor {
            println!("seconds_of_reuse_in_{}: {seconds:.2}", stage.name);
        }
    }
    println!("candidates: {candidates}");
    if let Some(processor) = search.processor {
        println!("candidates_seconds: {processor:.2}");
        println!("candidates_documents_per_second: {:.0}", documents.len() as f64 / processor);
    }
    println!("edits: {}", found.edits.len());
    if let Some(processor) = reuse.processor {
        println!("documents_per_processor_second: {:.0}", documents.len() as f64 / processor);
    }
    println!("documents_per_second: {:.0}", documents.len() as f64 / reuse.wall);
    (reports, found)
}

/// A line for every passage: its family, whether it is the representative, its document, where it stands,
/// its words.
fn lines(reports: &[Report], found: &Reuse) -> String {
    let mut text = "family\trepresentative\tdocument\tstart\tend\twords\n".to_owned();
    for (idx, passage) in found.passages.iter().enumerate() {
        let report = &reports[passage.span.report.0 as usize];
        let words = passage.span.range.of(&report.text).replace(char::is_whitespace, " ");
        let (family, start, end) = (passage.family.0, passage.span.range.start, passage.span.range.end);
        let is_representative = found.families[family as usize].representative.0 as usize == idx;
        for capture in &report.captures {
            writeln!(text, "{family}\t{is_representative}\t{}\t{start}\t{end}\t{words}", capture.name)
                .expect("a string takes every line");
        }
    }
    text
}

fn print_precision(prefix: &str, counts: Counts) {
    println!("{prefix}pairs_right: {}", counts.right);
    println!("{prefix}pairs_wrong: {}", counts.wrong);
    println!("{prefix}pairs_left_out: {}", counts.left_out);
    match counts.precision() {
        Some(precision) => println!("{prefix}precision: {precision:.4}"),
        None => println!("{prefix}precision: none counted"),
    }
}
