//! How time and memory grow with the pile: `quality growth`.

mod pile;
mod repeated;
mod witnesses;

use crate::synth::{Joined, read_copies};
use crate::timing::{Seconds, Stage, Stopwatch, memory, timed};
use anyhow::Result;
use std::path::Path;
use stemma::model::{Report, Source};
use stemma::reuse::{Config, Reuse, read_and_find_reuse};
use stemma_ingest::OnDisk;
use witnesses::Witnesses;

/// Finds the passages of a pile that `quality generate` wrote and prints what it cost and what was found.
pub fn run(file: &Path, join_memory: Option<u64>) -> Result<()> {
    let (sources, planted) = pile::read(file)?;
    println!("documents: {}", sources.len());
    println!("threads: {}", rayon::current_num_threads());
    let repeated = repeated::share(sources.iter().map(|source| source.text.as_str()));
    println!("share_of_repeated_sentences: {repeated:.4}");
    let (reports, found) = find_passages(sources, join_memory)?;
    let folder = file.parent().unwrap_or(Path::new("."));
    print_found(&found);
    print_witnesses(Witnesses::judge(&reports, &found, &planted));
    print_recall(folder, &Joined::new(&reports, &found))
}

/// Finds the passages; says how long each stage took, and the most memory that was held by then.
fn find_passages(sources: Vec<Source>, join_memory: Option<u64>) -> Result<(Vec<Report>, Reuse)> {
    let n_documents = sources.len() as f64;
    print_peak("texts");
    let (reports, layout) = timed(|| stemma::text::reports(sources));
    print_peak("layout");
    let folder = std::env::temp_dir();
    let scratch = OnDisk::in_folder(&folder);
    let config = Config { join_memory, ..Config::default() };
    let stopwatch = Stopwatch::default();
    let (found, reuse) = timed(|| read_and_find_reuse(&reports, &config, &scratch, &stopwatch));
    let found = found?;
    print_peak("all");
    stopwatch.finish().iter().for_each(print_stage);
    let mut total = Seconds { wall: 0.0, processor: Some(0.0) };
    for (stage, seconds) in [("layout", layout), ("reuse", reuse)] {
        print_seconds(stage, seconds);
        total.wall += seconds.wall;
        total.processor = total.processor.zip(seconds.processor).map(|(all, more)| all + more);
    }
    print_seconds("total", total);
    if let Some(processor) = total.processor {
        println!("documents_per_processor_second: {:.0}", n_documents / processor);
    }
    println!("documents_per_second: {:.0}", n_documents / total.wall);
    Ok((reports, found))
}

fn print_seconds(stage: &str, seconds: Seconds) {
    println!("{stage}_seconds: {:.2}", seconds.wall);
    if let Some(processor) = seconds.processor {
        println!("{stage}_processor_seconds: {processor:.2}");
    }
}

fn print_stage(stage: &Stage) {
    print_seconds(&format!("reuse_{}", stage.name), stage.seconds);
    if let Some(memory) = stage.memory {
        println!("reuse_{}_gibibytes: {:.3}, peak {:.3}", stage.name, memory.held, memory.peak);
    }
}

fn print_peak(of: &str) {
    if let Some(memory) = memory() {
        println!("peak_gibibytes_{of}: {:.3}", memory.peak);
    }
}

fn print_found(found: &Reuse) {
    println!("passages: {}", found.passages.len());
    println!("families: {}", found.families.len());
    println!("edits: {}", found.edits.len());
    let largest = found.families.iter().map(|family| family.passages.len()).max();
    println!("largest_family: {}", largest.unwrap_or(0));
}

fn print_witnesses(counts: Witnesses) {
    let counted = counts.right + counts.wrong;
    println!("witnesses_right: {}", counts.right);
    println!("witnesses_wrong: {}", counts.wrong);
    println!("witnesses_left_out: {}", counts.left_out);
    if counted > 0 {
        println!("witness_precision: {:.4}", counts.right as f64 / counted as f64);
    }
}

fn print_recall(folder: &Path, joined: &Joined) -> Result<()> {
    for (kind, copies) in read_copies(folder)? {
        let n_found = copies.iter().filter(|copy| joined.joins(copy.source, copy.copy)).count();
        println!("missed_{kind}: {} of {}", copies.len() - n_found, copies.len());
        println!("recall_{kind}: {:.4}", n_found as f64 / copies.len() as f64);
    }
    Ok(())
}
