//! How good: findings measured against gold, one command per data set.
//!
//! Every command takes the folder of its data as an argument, so that the same command measures an unseen
//! part that is laid out the same way. See quality/README.md.

mod neutral;
mod story;

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
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Story { folder, output } => story::run(&folder, &output),
    }
}
