//! How good: findings measured against gold, one command per data set.
//!
//! Every command takes the folder of its data as an argument, so that the same command measures an unseen
//! part that is laid out the same way. See quality/README.md.

mod lineage;
mod linking;
mod neutral;
mod pan;
mod story;
mod synth;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(about = "Measures findings against gold")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the account of a folder of reports in the neutral form that score.py reads.
    Story {
        /// The folder with the reports.
        folder: PathBuf,
        /// The file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Find planted copies in a generated pile (docs.jsonl, pairs.tsv).
    Synth {
        /// The folder with the pile.
        folder: PathBuf,
        /// A file that gets a line for every passage.
        #[arg(long)]
        details: Option<PathBuf>,
        /// Also find, and time, who copied whom.
        #[arg(long)]
        lineage: bool,
    },
    /// Find who copied whom in a hand-copied tradition whose true tree is known.
    Lineage {
        /// The folder with the variant graph and the tree.
        folder: PathBuf,
    },
    /// Find who copied whom in generated families whose parents are known.
    LineageFamilies {
        /// The seeds of the piles, each of a hundred families.
        #[arg(default_values_t = [1, 2, 3])]
        seeds: Vec<u64>,
    },
    /// Align the pairs of a text alignment corpus of the PAN competitions.
    Pan {
        /// The folder with src, susp and the classes.
        folder: PathBuf,
        /// A file that gets a line for every case, detection and passage.
        #[arg(long)]
        details: Option<PathBuf>,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Story { folder, output } => story::run(&folder, &output),
        Command::Synth { folder, details, lineage } => synth::run(&folder, details.as_deref(), lineage),
        Command::Lineage { folder } => lineage::run_tradition(&folder),
        Command::LineageFamilies { seeds } => lineage::run_families(&seeds),
        Command::Pan { folder, details } => pan::run(&folder, details.as_deref()),
    }
}
