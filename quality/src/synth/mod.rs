//! Planted copies in a generated pile: how many are found, how many pairs are right, how fast it goes.

mod joined;
mod pile;
mod precision;

use crate::linking::{lay_out, link, read_all};
use anyhow::Result;
use joined::Joined;
use pile::{Document, read_copies, read_documents};
use precision::{Counts, Rule};
use std::path::Path;
use std::time::Instant;

/// Finds the passages of the pile in `folder`, on one thread, and prints the figures.
pub fn run(folder: &Path) -> Result<()> {
    let documents = read_documents(folder)?;
    let copies = read_copies(folder)?;
    // One thread, so that the figure can be compared between machines.
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let joined = one_thread.install(|| find_joined(&documents));
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
fn find_joined(documents: &[Document]) -> Joined {
    let named = documents.iter().map(|document| (document.id.to_string(), document.text.clone())).collect();
    let (reports, layout_seconds) = timed(|| lay_out(named));
    let (readings, reading_seconds) = timed(|| read_all(&reports));
    let (found, reuse_seconds) = timed(|| link(&reports, &readings));
    println!("documents: {}", documents.len());
    println!("reports: {}", reports.len());
    println!("passages: {}", found.passages.len());
    println!("families: {}", found.families.len());
    println!("layout_seconds: {layout_seconds:.2}");
    println!("reading_seconds: {reading_seconds:.2}");
    println!("reuse_seconds: {reuse_seconds:.2}");
    println!("documents_per_second: {:.0}", documents.len() as f64 / reuse_seconds);
    Joined::new(&reports, &found)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
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
