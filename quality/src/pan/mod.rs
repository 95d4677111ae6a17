//! Text alignment as the PAN competitions pose it: which stretches of a document were copied from a source?
//!
//! Every pair of documents is a pile of its own. Passages are sentences; the cases of these corpora are
//! paragraphs: `detect` merges the ones into the others, and `score` compares.

mod corpus;
mod detect;
mod score;

use anyhow::{Context, Result};
use corpus::{Pair, read_pairs, read_text};
use rayon::prelude::*;
use score::{Alignment, Tally};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use stemma::reuse::Config;

/// Every so many pairs a line on the standard error stream.
const PROGRESS: usize = 500;

/// The class where nothing was copied, by a part of its folder's name.
const NOTHING_COPIED: &str = "no-plagiarism";

/// Names of figures, and what the folder of the class has in its name.
const CLASSES: [(&str, &str); 4] = [
    ("verbatim", "no-obfuscation"),
    ("random", "random"),
    ("translation", "translation"),
    ("summary", "summary"),
];

/// What was found in one pair, and what finding nothing or everything would have scored.
struct Outcome {
    passages: Vec<Alignment>,
    detections: Vec<Alignment>,
    found: Tally,
    nothing: Tally,
    whole: Tally,
}

/// Compares all pairs of a corpus and prints the figures; `details`, where given, gets a line for every
/// case, detection and passage.
pub fn run(folder: &Path, loose: bool, details: Option<&Path>) -> Result<()> {
    let pairs = read_pairs(folder)?;
    let config = Config { loose, ..Config::default() };
    let done = AtomicUsize::new(0);
    let outcomes: Vec<Outcome> = pairs
        .par_iter()
        .map(|pair| {
            let outcome = compare(folder, pair, &config);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if done.is_multiple_of(PROGRESS) {
                eprintln!("{done} of {} pairs", pairs.len());
            }
            outcome
        })
        .collect::<Result<_>>()?;
    if let Some(path) = details {
        std::fs::write(path, lines(&pairs, &outcomes))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!("pairs: {}", pairs.len());
    print("baseline_nothing_", &pairs, &outcomes, |outcome| outcome.nothing);
    print("baseline_whole_documents_", &pairs, &outcomes, |outcome| outcome.whole);
    print("", &pairs, &outcomes, |outcome| outcome.found);
    Ok(())
}

fn compare(folder: &Path, pair: &Pair, config: &Config) -> Result<Outcome> {
    let suspicious = read_text(folder, "susp", &pair.suspicious)?;
    let source = read_text(folder, "src", &pair.source)?;
    let passages = detect::find_passages(&suspicious, &source, config);
    let detections = detect::merge(&passages, detect::GAPS, detect::SHORTEST);
    let whole = Alignment { suspicious: 0..suspicious.chars().count(), source: 0..source.chars().count() };
    Ok(Outcome {
        found: Tally::of(&pair.cases, &detections),
        nothing: Tally::of(&pair.cases, &[]),
        whole: Tally::of(&pair.cases, &[whole]),
        passages,
        detections,
    })
}

/// Prints the figures of one way to detect, those of all pairs last.
fn print(prefix: &str, pairs: &[Pair], outcomes: &[Outcome], tally: impl Fn(&Outcome) -> Tally) {
    let of_class = |part: &str| -> Tally {
        let of_class = pairs.iter().zip(outcomes).filter(|(pair, _)| pair.class.contains(part));
        of_class.map(|(_, outcome)| tally(outcome)).sum()
    };
    println!("{prefix}detections_where_nothing_was_copied: {}", of_class(NOTHING_COPIED).detections());
    for (figure, part) in CLASSES {
        let sum = of_class(part);
        println!("{prefix}recall_{figure}: {:.4}", sum.recall());
        println!("{prefix}precision_{figure}: {:.4}", sum.precision());
        println!("{prefix}granularity_{figure}: {:.4}", sum.granularity());
    }
    for (figure, part) in CLASSES {
        println!("{prefix}plagdet_{figure}: {:.4}", of_class(part).plagdet());
    }
    let all: Tally = outcomes.iter().map(tally).sum();
    println!("{prefix}plagdet_all: {:.4}", all.plagdet());
    println!("{prefix}recall: {:.4}", all.recall());
    println!("{prefix}precision: {:.4}", all.precision());
    println!("{prefix}granularity: {:.4}", all.granularity());
}

/// A line for every case (with the share of it that was found), every detection (with the share of it that
/// is right) and every passage, for whoever looks for causes.
fn lines(pairs: &[Pair], outcomes: &[Outcome]) -> String {
    let mut text =
        "class\tsuspicious\tsource\twhat\tstart\tend\tsource_start\tsource_end\tshare\n".to_owned();
    for (pair, outcome) in pairs.iter().zip(outcomes) {
        let mut add = |what: &str, found: &Alignment, share: f64| {
            let Pair { class, suspicious, source, .. } = pair;
            let (a, b) = (&found.suspicious, &found.source);
            writeln!(
                text,
                "{class}\t{suspicious}\t{source}\t{what}\t{}\t{}\t{}\t{}\t{share:.4}",
                a.start, a.end, b.start, b.end
            )
            .expect("a string takes every line");
        };
        pair.cases.iter().for_each(|case| add("case", case, case.covered_by(&outcome.detections)));
        outcome.detections.iter().for_each(|found| add("detection", found, found.covered_by(&pair.cases)));
        outcome.passages.iter().for_each(|found| add("passage", found, found.covered_by(&pair.cases)));
    }
    text
}
