//! `quality language`: the analysis of English beside spaCy's, token by token, and the time of both.

mod parity;
mod spacy;

use crate::timing::timed;
use anyhow::{Context, Result, bail};
use parity::Parity;
use std::path::{Path, PathBuf};
use stemma_language::Model;

/// Analyses all texts of a folder with both programs, on one processor each.
pub fn run(folder: &Path, python: Option<&Path>) -> Result<()> {
    let named = std::env::var_os("STEMMA_PYTHON").map(PathBuf::from);
    let Some(python) = python.map(Path::to_path_buf).or(named) else {
        bail!("name an interpreter that has spaCy, with --python or STEMMA_PYTHON; see quality/README.md");
    };
    let spacy = spacy::analyse(folder, &python)?;
    let (model, loading) = timed(|| Model::from_bytes(stemma_assets::ENGLISH));
    let model = model?;
    let texts: Vec<String> = spacy.texts.iter().map(|text| read(&text.path)).collect::<Result<_>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    // Warm, as spaCy is.
    one_thread.install(|| model.analyse_all(&texts[..texts.len().min(2)]));
    let (analyses, took) = timed(|| one_thread.install(|| model.analyse_all(&texts)));
    let mut parity = Parity::default();
    for ((text, analysis), theirs) in texts.iter().zip(&analyses).zip(&spacy.texts) {
        parity.add(text, analysis, theirs);
    }
    let n_words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    let seconds = took.processor.unwrap_or(took.wall);
    parity.print();
    println!("texts: {}", texts.len());
    println!("bytes: {}", texts.iter().map(|text| text.len()).sum::<usize>());
    println!("spacy: {}", spacy.versions);
    println!("seconds_to_load: {:.3}", loading.wall);
    println!("peak_gibibytes: {:.3}", crate::timing::memory().map_or(0.0, |memory| memory.peak));
    println!("words_per_second: {:.0}", n_words as f64 / seconds);
    println!("spacy_words_per_second: {:.0}", n_words as f64 / spacy.seconds);
    println!("speedup: {:.2}", spacy.seconds / seconds);
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
