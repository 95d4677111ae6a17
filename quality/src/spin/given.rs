//! What is learned in a pile that somebody has, for reading.

use super::random::Random;
use super::stories;
use crate::linking::{lay_out, link, read_all};
use crate::synth::read_documents;
use crate::timing::timed;
use anyhow::Result;
use std::path::Path;
use stemma::reuse::find_spin;

/// Lists the swap pairs and the spun reports of a folder of texts, or of a generated pile (docs.jsonl), and how
/// long it took to find them behind all the rest.
pub fn list(folder: &Path) -> Result<()> {
    let named = if folder.join("docs.jsonl").exists() {
        read_documents(folder)?.into_iter().map(|document| (document.id.to_string(), document.text)).collect()
    } else {
        let texts = stories::of_folder(folder, None, &mut Random::new(0))?;
        texts.into_iter().enumerate().map(|(at, text)| (at.to_string(), text)).collect()
    };
    let reports = lay_out(named);
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let (found, spin, time) = one_thread.install(|| {
        let found = link(&reports, &read_all(&reports), &Default::default(), &stemma::Silent);
        let (spin, time) = timed(|| find_spin(&reports, &found.passages, &found.families, &found.edits));
        (found, spin, time)
    });
    for pair in spin.table.pairs() {
        println!("{} -> {} ({} places, {} survived)", pair.old, pair.new, pair.places, pair.survived);
    }
    for spun in &spin.reports {
        let name = &reports[spun.report.0 as usize].captures[0].name;
        println!("spun: {name}, {} marks, {} survived", spun.marks.len(), spun.survived.len());
    }
    println!("edits: {}", found.edits.len());
    println!("pairs_learned: {}", spin.table.pairs().len());
    println!("pages_marked: {} of {}", spin.reports.len(), reports.len());
    println!("spin_seconds: {:.3}", time.wall);
    time.processor.iter().for_each(|seconds| println!("spin_processor_seconds: {seconds:.3}"));
    Ok(())
}
