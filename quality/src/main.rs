//! How good: findings measured against gold, one command per data set.
//!
//! Every command takes the folder of its data as an argument, so that the same command measures an unseen
//! part that is laid out the same way. See quality/README.md.

mod answers;
mod characters;
mod coreference;
mod dice;
mod extraction;
mod files;
mod generate;
mod growth;
mod knowledge;
mod labels;
mod language;
mod lineage;
mod linking;
mod muc;
mod neutral;
mod pan;
mod places;
mod plover;
mod sentences;
mod spin;
mod statements;
mod stories;
mod story;
mod synth;
mod tally;
mod timex;
mod timing;
mod web_archive;

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
        /// Look also for sentences in other words.
        #[arg(long)]
        loose: bool,
    },
    /// Find planted copies in a generated pile (docs.jsonl, pairs.tsv).
    Synth {
        /// The folder with the pile.
        folder: PathBuf,
        /// A file that gets a line for every passage.
        #[arg(long)]
        details: Option<PathBuf>,
    },
    /// Analyse English beside spaCy: agreement token by token, and the time of both.
    Language {
        /// A folder with texts (.txt, at any depth).
        folder: PathBuf,
        /// An interpreter that has spaCy and the model; without it, STEMMA_PYTHON.
        #[arg(long)]
        python: Option<PathBuf>,
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
    /// Join what tells of one happening over the reports of a story (ECB+).
    Coreference {
        /// The folder with the topics.
        folder: PathBuf,
        /// A file that gets what speaks for and against each pair of mentions.
        #[arg(long)]
        pairs: Option<PathBuf>,
    },
    /// Learn the dictionary of a fresh spinner from generated pages, among copies by people.
    Spin {
        /// A folder with base texts (.txt, or .sgm collections); without one they are invented.
        folder: Option<PathBuf>,
        /// How many piles, each with a dictionary of its own.
        #[arg(long, default_value_t = 5)]
        runs: u64,
        /// How often the spinner swaps where it could, in percent.
        #[arg(long, default_value_t = 100)]
        rate: usize,
        /// Whether to list the pairs that were missed.
        #[arg(long)]
        missed: bool,
        /// Lists what is learned in the texts of the folder (.txt, or docs.jsonl), as they are.
        #[arg(long, requires = "folder")]
        given: bool,
    },
    /// Find where sentences end in texts whose sentences are known.
    Sentences {
        /// A folder with .xml files in the form of ECB+, at any depth.
        folder: PathBuf,
    },
    /// Find the time expressions of news in TimeML.
    Timex {
        /// The folder with .tml files, in it or in folders of it.
        folder: PathBuf,
        /// A folder with some of the files as another program has marked them: both are measured on these.
        #[arg(long)]
        answers: Option<PathBuf>,
        /// Only one half of the files, by their names.
        #[arg(long)]
        half: Option<timex::Half>,
        /// List what differs from the gold.
        #[arg(long)]
        differences: bool,
    },
    /// Take articles, dates and titles out of web pages.
    Extraction {
        /// The folder with html and the gold (ground-truth.json, or the folder ground-truth).
        folder: PathBuf,
        /// Use the faster extractor.
        #[arg(long)]
        fast: bool,
        /// A file that gets a line for every page.
        #[arg(long)]
        details: Option<PathBuf>,
    },
    /// Keep the furniture of web pages out of the account, on pages that were marked byte by byte.
    Labels {
        /// The folders with the pages, as for extraction.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// The file of labels.
        #[arg(long, default_value = "quality/labels/pages.tsv")]
        labels: PathBuf,
        /// Write a draft for new labels to this file, with text of the pages.
        #[arg(long)]
        draft: Option<PathBuf>,
    },
    /// Find the places that names in news stand for.
    Places {
        /// The folder with the sets (.xml), or one of them.
        folder: PathBuf,
        /// List what is put elsewhere than people did.
        #[arg(long)]
        wrong: bool,
    },
    /// Align the pairs of a text alignment corpus of the PAN competitions.
    Pan {
        /// The folder with src, susp and the classes.
        folder: PathBuf,
        /// Look also for sentences in other words.
        #[arg(long)]
        loose: bool,
        /// A file that gets a line for every case, detection and passage.
        #[arg(long)]
        details: Option<PathBuf>,
    },
    /// Find who said what in news that people annotated: sources, cues, contents.
    Statements {
        /// The folder with text and attributions.
        folder: PathBuf,
        /// What another program found (JSON Lines), to be scored in place of what stemma finds.
        #[arg(long)]
        found: Option<PathBuf>,
        /// A file that gets a line for every place of gold and every wrong one.
        #[arg(long)]
        details: Option<PathBuf>,
    },
    /// Find the types of incidents in documents of MUC-4.
    Muc {
        /// The file (JSON Lines), or the folder with dev.json.
        folder: PathBuf,
    },
    /// Code events in sentences that people coded with the types of PLOVER.
    Plover {
        /// The file (.tsv), or the folder with it.
        folder: PathBuf,
        /// An event table to be read behind ours.
        #[arg(long)]
        event_table: Option<PathBuf>,
        /// Read that table in place of ours.
        #[arg(long, requires = "event_table")]
        alone: bool,
        /// A file that gets a line for every row.
        #[arg(long)]
        details: Option<PathBuf>,
    },
    /// Find which reports tell one story, in topics with two stories each (ECB+).
    Stories {
        /// The folder with a folder of XML files for each topic.
        folder: PathBuf,
        /// List the groups that hold several stories, and the stories that are parted.
        #[arg(long)]
        details: bool,
    },
    /// Group the answers of several outlets to one question, which people grouped (NAnCo).
    Answers {
        /// The folder with the questions (JSON).
        folder: PathBuf,
    },
    /// Find the stories of generated piles, and say how long it takes.
    StoriesGrowth {
        /// How many reports each pile has.
        #[arg(default_values_t = [1_000, 3_000, 10_000])]
        sizes: Vec<usize>,
        /// The same seed gives the same piles.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Make the whole account of each pile, and say how long each stage takes.
        #[arg(long)]
        account: bool,
    },
    /// Read a generated web archive: how fast, and in how much memory.
    WebArchive {
        /// How many MiB of records it has.
        #[arg(default_value_t = 1024)]
        megabytes: usize,
        /// Pack each record.
        #[arg(long)]
        gzip: bool,
        /// The same seed gives the same archive.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Write a large pile with copies planted in it, and pairs.tsv beside it.
    Generate(generate::Arguments),
    /// Say how much time and memory a generated pile takes, and what is found in it.
    Growth {
        /// The pile; pairs.tsv lies beside it.
        file: PathBuf,
        /// What the join may hold in memory, in MB; what is more waits on disk.
        #[arg(long)]
        join_megabytes: Option<u64>,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Story { folder, output, loose } => story::run(&folder, &output, loose),
        Command::Synth { folder, details } => synth::run(&folder, details.as_deref()),
        Command::Coreference { folder, pairs } => coreference::run(&folder, pairs.as_deref()),
        Command::Answers { folder } => answers::run(&folder),
        Command::StoriesGrowth { sizes, seed, account: true } => stories::stages::run(&sizes, seed),
        Command::StoriesGrowth { sizes, seed, .. } => stories::generated::run(&sizes, seed),
        Command::Stories { folder, details } => stories::run(&folder, details),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Growth { file, join_megabytes } => {
            growth::run(&file, join_megabytes.map(|megabytes| megabytes << 20))
        }
        Command::WebArchive { megabytes, gzip, seed } => web_archive::run(megabytes, gzip, seed),
        Command::Muc { folder } => muc::run(&folder),
        Command::Plover { folder, event_table, alone, details } => {
            let options =
                plover::Options { table: event_table.as_deref(), alone, details: details.as_deref() };
            plover::run(&folder, &options)
        }
        Command::Language { folder, python } => language::run(&folder, python.as_deref()),
        Command::Extraction { folder, fast, details } => extraction::run(&folder, fast, details.as_deref()),
        Command::Labels { folders, labels, draft } => labels::run(&labels, &folders, draft.as_deref()),
        Command::Sentences { folder } => sentences::run(&folder),
        Command::Places { folder, wrong } => places::run(&folder, wrong),
        Command::Pan { folder, loose, details } => pan::run(&folder, loose, details.as_deref()),
        Command::Statements { folder, found, details } => {
            statements::run(&folder, found.as_deref(), details.as_deref())
        }
        Command::Spin { folder: Some(folder), given: true, .. } => spin::list(&folder),
        Command::Spin { folder, runs, rate, missed, .. } => spin::run(folder.as_deref(), runs, rate, missed),
        Command::Timex { folder, answers, half, differences } => {
            timex::run(&folder, &timex::Options { answers: answers.as_deref(), half, differences })
        }
        Command::Lineage { folder } => lineage::run_tradition(&folder),
        Command::LineageFamilies { seeds } => lineage::run_families(&seeds),
    }
}
