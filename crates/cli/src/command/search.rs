//! `stemma search ARCHIVE WORDS`: where words stand in an archive.

use super::kept::open;
use crate::console::Console;
use crate::exit::Exit;
use anyhow::ensure;
use clap::Args;
use std::path::PathBuf;
use stemma::account::record::{Value, record};
use stemma_archive::{Filter, Hit};
use stemma_report::{jsonl, visible};

/// Reports that are shown where nobody asks for more: a screen.
const SHOWN: usize = 20;

/// What is looked for.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma search desk 'harbour \"old bridge\"'       words, and a phrase in quotation marks: all of them
  stemma search desk flood --outlet Herald --since 2024-05
  stemma search desk --speaker 'ada roon' --place Homs
  stemma search desk --most-origins 1 --stance denies")]
pub struct SearchArguments {
    /// The archive
    pub archive: PathBuf,

    /// Words and \"phrases\" that must all stand in a report; capitals and accents do not matter
    #[arg(default_value = "")]
    pub words: String,

    /// Only reports of this outlet
    #[arg(long)]
    pub outlet: Option<String>,

    /// Only reports published on this day, month or year, or later
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,

    /// Only reports published on this day, month or year, or earlier
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,

    /// Only reports in which somebody speaks who has a name with these words in it
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,

    /// Only reports that name this place
    #[arg(long, value_name = "NAME")]
    pub place: Option<String>,

    /// Only reports with a claim of several reports behind which at most so many origins stand
    #[arg(long, value_name = "N")]
    pub most_origins: Option<u32>,

    /// Only reports in which something is affirmed, alleged or denied
    #[arg(long, value_parser = ["affirms", "alleges", "denies"])]
    pub stance: Option<String>,

    /// How many reports are shown
    #[arg(long, value_name = "N", default_value_t = SHOWN)]
    pub limit: usize,

    /// Write JSON Lines, one report a line
    #[arg(long)]
    pub json: bool,
}

/// Looks for it and lists the reports, the best first.
pub fn run(arguments: &SearchArguments, console: &Console) -> anyhow::Result<Exit> {
    let filter = Filter {
        words: arguments.words.clone(),
        outlet: arguments.outlet.clone(),
        since: arguments.since.clone(),
        until: arguments.until.clone(),
        speaker: arguments.speaker.clone(),
        place: arguments.place.clone(),
        most_origins: arguments.most_origins,
        stance: arguments.stance.clone(),
    };
    ensure!(filter != Filter::default(), "there is nothing to look for: give words, or an option");
    let has_word = filter.words.is_empty() || filter.words.contains(char::is_alphanumeric);
    ensure!(has_word, "there is no word to look for");
    let archive = open(&arguments.archive)?;
    ensure!(archive.last_run()?.is_some(), "the archive has no run yet; make one with `stemma run`");
    let (hits, total) = archive.search(&filter, arguments.limit)?;
    let lines: String =
        hits.iter().map(|hit| if arguments.json { json_of(hit) } else { shown(hit) }).collect();
    let foot = if arguments.json { String::new() } else { format!("{} of {total} reports\n", hits.len()) };
    console.write(&(lines + &foot))?;
    Ok(if total == 0 { Exit::NotFound } else { Exit::Done })
}

fn shown(hit: &Hit) -> String {
    let known: Vec<&str> = [&hit.outlet, &hit.published].into_iter().flatten().map(String::as_str).collect();
    let title = hit.title.as_deref().unwrap_or("(no headline)");
    let mut lines = format!("{}  {}\n", visible(&hit.report), visible(title));
    lines.push_str(&format!("    {}", visible(&hit.name)));
    if !known.is_empty() {
        lines.push_str(&format!("  {}", visible(&known.join(", "))));
    }
    lines.push('\n');
    if let Some(snippet) = &hit.snippet {
        let words = snippet.split_whitespace().collect::<Vec<_>>().join(" ");
        let marked = visible(&words.replace(FOUND, "[").replace(FOUND_END, "]")).into_owned();
        lines.push_str(&format!("    {marked}\n"));
    }
    lines
}

/// What stands round the words that were found.
const FOUND: char = '\u{2}';
const FOUND_END: char = '\u{3}';

fn json_of(hit: &Hit) -> String {
    let snippet = hit.snippet.as_ref().map(|snippet| snippet.replace([FOUND, FOUND_END], ""));
    jsonl::write(&[record([
        ("report", Value::from(hit.report.as_str())),
        ("title", Value::optional(hit.title.as_deref())),
        ("outlet", Value::optional(hit.outlet.as_deref())),
        ("published", Value::optional(hit.published.as_deref())),
        ("name", Value::from(hit.name.as_str())),
        ("snippet", Value::optional(snippet.as_deref())),
    ])])
}
