//! What can be typed behind `stemma`.

use crate::day::Day;
use crate::exit;
use crate::size::Size;
use anyhow::Context as _;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use stemma_ingest::Columns;

const EXAMPLES: &str = "\
Examples:
  stemma reports/                        the account of all files of a folder
  stemma a.txt b.txt --all | less -R     every list to its end
  stemma - reports/ < page.txt           standard input is one of the reports
  stemma report reports/ -o page.html    one page to read, send or print; it runs no script
  stemma copies reports/                 what stands elsewhere, and how it was changed
  stemma trace 'a sentence' reports/     where a sentence stands, verbatim or changed
  stemma quotes reports/                 who said what, speaker by speaker
  stemma claims reports/                 what is claimed, and how many stand behind it
  stemma origins 3 reports/              who stands behind claim 3, and why
  stemma events reports/                 coded happenings, as rows for a coder
  stemma explain m1f2e3 reports/         how is that known?
  stemma serve reports/                  all of this in a browser, on this machine only
  stemma --json reports/ > account.jsonl
  stemma verify account.jsonl reports/   check it again, from the texts alone
  stemma init desk && stemma add desk reports/ && stemma run desk
                                         keep files and findings; `desk` then stands for files everywhere";

/// Reads a pile of news reports and gives a sourced account: who copied what, who said what, who stands behind it
///
/// Every finding is given with the report and the bytes of its text that prove it, as in [3] 121-180
/// (bytes 121 up to but not including 180 of report 3). Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(
    name = "stemma",
    version,
    arg_required_else_help = true,
    subcommand_negates_reqs = true,
    override_usage = "stemma [OPTIONS] FILES...\n       stemma report [OPTIONS] FILES... -o PAGE\n       stemma show [OPTIONS] FILES...\n       stemma copies [OPTIONS] FILES...\n       stemma trace [OPTIONS] QUERY FILES...\n       stemma quotes [OPTIONS] FILES...\n       stemma claims [OPTIONS] FILES...\n       stemma origins [OPTIONS] CLAIM FILES...\n       stemma events [OPTIONS] FILES...\n       stemma explain [OPTIONS] ID FILES...\n       stemma serve [OPTIONS] FILES...\n       stemma verify [OPTIONS] ACCOUNT SOURCES...\n       stemma init|add|run|status|stories|search|diff|fix|export|forget|redact|doctor [OPTIONS] ARCHIVE ...",
    max_term_width = 100,
    after_help = EXAMPLES,
    after_long_help = format!("{EXAMPLES}\n\n{}\n\n{NAMES}", exit::TABLE),
)]
pub struct Arguments {
    #[command(flatten)]
    pub account: AccountArguments,

    #[command(flatten)]
    pub common: CommonArguments,

    #[command(subcommand)]
    pub command: Option<Command>,
}

const NAMES: &str = "A file that is called like a command is given as ./verify.";

/// What the account is to be made of, and how it is to be shown.
#[derive(Debug, Args)]
pub struct AccountArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Write the account as JSON Lines: a header with schema and digest, then one finding a line
    #[arg(long)]
    pub json: bool,

    /// Show every list and every passage to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct CommonArguments {
    /// How many threads work; all cores by default. The account is the same with any number
    #[arg(long, value_name = "N", global = true,
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,

    /// Files with more bytes are not read but listed; K, M and G stand for 1024, 1024 K, 1024 M
    #[arg(long, value_name = "SIZE", default_value = "64M", global = true)]
    pub max_file_size: Size,

    /// A CSV file with the columns domain, outlet and owner: who stands behind which domain
    ///
    /// It names the outlets of records and pages by the domain of their address, and who owns them. An account
    /// that was made with such a list must be verified with the same one, and one that was made without,
    /// without.
    #[arg(long, value_name = "FILE.csv", global = true)]
    pub outlets: Option<PathBuf>,

    /// The day on which reports were published that do not say so themselves, as 2018-05-21
    ///
    /// An account that was made with a day must be verified with the same one.
    #[arg(long, value_name = "DAY", global = true)]
    pub date: Option<Day>,

    /// A CSV file with the columns name, latitude, longitude, country, division, kind and aliases: places of your own,
    /// which come before all others
    ///
    /// An account names such a list by its hash.
    #[arg(long, value_name = "PLACES.csv", global = true)]
    pub places: Option<PathBuf>,

    /// Take articles out of web pages by the faster method, which keeps a little more of what surrounds them
    ///
    /// An account that was made so must be verified so.
    #[arg(long, global = true)]
    pub fast: bool,

    /// Which columns of tables (CSV, TSV) say what, as text=BODY,date=DAY: text, title, date, url, outlet, id,
    /// modified, captured
    ///
    /// Without it, columns are known by usual names: text, body or content; title or headline; published or date; url
    /// or link; outlet or source. An account that was made with it must be verified with the same.
    #[arg(long, value_name = "COLUMNS", global = true)]
    pub columns: Option<Columns>,

    /// When to use colour; `auto` asks the terminal and NO_COLOR
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: Color,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the terminal can show it and nobody asked for none.
    Auto,
    /// Into files and pipes too.
    Always,
    /// Nowhere.
    Never,
}

/// Commands other than giving an account.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the account as one page of HTML that stands alone
    Report(ReportArguments),
    /// Show reports with the times and quantities in them, and when each was published
    Show(ShowArguments),
    /// Show what stands elsewhere in a pile: each copied passage with its edits, each report with its share
    Copies(CopiesArguments),
    /// Find where a sentence stands, verbatim or changed
    Trace(TraceArguments),
    /// Show who said what, by speaker or by report
    Quotes(QuotesArguments),
    /// Show what is claimed, story by story: where it stands, who stands behind it, who is silent
    Claims(crate::command::claims::ClaimsArguments),
    /// Show who stands behind one claim, and why each instance is his
    Origins(crate::command::origins::OriginsArguments),
    /// Write coded happenings as rows for a coder, with the evidence of each cell
    Events(crate::command::events::EventsArguments),
    /// Show how a finding is known: its rule, its words and places, what it rests on
    Explain(crate::command::explain::ExplainArguments),
    /// Answer a browser on this machine: stories, claims, copies, speakers, searched and linked
    Serve(crate::command::serve::ServeArguments),
    /// Check a kept account against its sources: spans, hashes, counts, digest
    Verify(VerifyArguments),
    /// Make an archive: a folder that keeps files, findings and decisions
    Init(crate::command::init::InitArguments),
    /// Add files to an archive
    Add(crate::command::add::AddArguments),
    /// Find all that is to be found in an archive; what was analysed before is not analysed again
    Run(crate::command::run::RunArguments),
    /// Decide on what was found: reject, name, merge, split; decisions hold on every run
    Fix(crate::command::fix::FixArguments),
    /// Overwrite words in a file of an archive
    Redact(crate::command::redact::RedactArguments),
    /// Write the tables of an archive as CSV, or what was found as W3C Web Annotations
    Export(crate::command::export::ExportArguments),
    /// Erase a file from an archive, with all that was found in it
    Forget(crate::command::forget::ForgetArguments),
    /// Show what is in an archive
    Status(crate::command::status::StatusArguments),
    /// List the stories of an archive, the largest first
    Stories(crate::command::stories::StoriesArguments),
    /// Look for words, outlets, days, speakers and places in an archive
    Search(crate::command::search::SearchArguments),
    /// Show what is new in an archive from one run to another, claim by claim
    Diff(crate::command::diff::DiffArguments),
    /// Check that an archive is whole, or make its database again from the originals
    Doctor(crate::command::doctor::DoctorArguments),
    /// Write the completions of a shell, made from these arguments
    #[command(hide = true)]
    Completions(crate::command::completions::CompletionsArguments),
    /// Write a manual page, made from these arguments
    #[command(hide = true)]
    Man(crate::command::man::ManArguments),
}

/// What the page is made of, and where it goes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  stemma report reports/ -o account.html")]
pub struct ReportArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// The page to write; an earlier one is replaced. `-` is standard output
    #[arg(short, long, value_name = "PAGE", required = true)]
    pub output: PathBuf,
}

/// What is shown.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma show report.txt
  stemma show reports/ --date 2018-05-21    reports without a date of their own are of that day")]
pub struct ShowArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Show every hint at the day of a report
    #[arg(long)]
    pub all: bool,
}

/// What a question is about.
#[derive(Debug, Args)]
pub struct PileArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Read every file as JSON Lines, one report a line, whatever it is called
    #[arg(long)]
    pub jsonl: bool,
}

/// How sentences are compared.
#[derive(Debug, Args)]
pub struct ComparingArguments {
    /// Also find passages that were shuffled, translated there and back or summed up; more of them are false
    #[arg(long)]
    pub loose: bool,

    /// How much memory sorting may take while sentences are compared; the rest waits in the folder for
    /// temporary files, and the result is the same
    #[arg(long, value_name = "SIZE", default_value = "512M")]
    pub memory: Size,
}

/// What is compared, and how the copies are shown.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma copies reports/                       the copies of a folder
  stemma copies --json reports/ > copies.jsonl
  stemma copies --jsonl pile --json | less     a large pile, one record {\"id\", \"text\"} a line")]
pub struct CopiesArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Read every file as JSON Lines, one report a line, whatever it is called
    #[arg(long)]
    pub jsonl: bool,

    /// Write JSON Lines: a header, then one family a line, then one report a line
    #[arg(long)]
    pub json: bool,

    /// Show every list and every passage to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,

    #[command(flatten)]
    pub comparing: ComparingArguments,
}

/// What is looked for, and where.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma trace 'The harbour is safe' reports/
  stemma trace - reports/ < paragraph.txt      each of its sentences
  stemma trace -- '- 30 dead, army says' reports/")]
pub struct TraceArguments {
    /// The words to look for, a sentence or several; `-` is standard input
    pub query: String,

    /// Files, folders or patterns to look in
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Read every file as JSON Lines, one report a line, whatever it is called
    #[arg(long)]
    pub jsonl: bool,

    /// Write JSON Lines: a header, then each sentence, each place where it stands behind it
    #[arg(long)]
    pub json: bool,

    /// Show every list and every passage to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,

    #[command(flatten)]
    pub comparing: ComparingArguments,
}

/// Whose words are shown, and in which order.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma quotes reports/                       most statements first
  stemma quotes reports/ --speaker 'ada roon'  one speaker, under all names
  stemma quotes reports/ --by report --all
  stemma quotes --json reports/ > quotes.jsonl")]
pub struct QuotesArguments {
    /// Files, folders or patterns to read; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// By what the statements are put together
    #[arg(long, value_name = "WHAT", default_value = "speaker")]
    pub by: By,

    /// Only speakers who have a name with these words in it, in any report; capitals do not matter
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,

    /// Write JSON Lines: a header, then one statement a line
    #[arg(long)]
    pub json: bool,

    /// Show every list and every statement to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,
}

/// By what statements are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// By who speaks, most statements first.
    Speaker,
    /// By the report in which they stand.
    Report,
}

/// What is checked, and against what.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma verify account.jsonl reports/
  stemma verify account.jsonl reports/ --outlets outlets.csv   where it was made with that list")]
pub struct VerifyArguments {
    /// The account as `stemma --json` wrote it; `-` is standard input
    pub account: PathBuf,

    /// The files, folders or patterns that it was made from
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
}

impl CommonArguments {
    /// Starts as many threads as were asked for.
    pub fn start_threads(&self) -> anyhow::Result<()> {
        let Some(threads) = self.threads else { return Ok(()) };
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(threads))
            .build_global()
            .with_context(|| format!("cannot start {threads} threads"))
    }

    /// How to read a pile of which only places in the texts are asked for.
    pub fn reading_texts(&self, records: bool) -> anyhow::Result<stemma_ingest::Options> {
        Ok(stemma_ingest::Options { records, maps: false, ..self.reading()? })
    }

    /// How to read: the limits, and the list of outlets, which must be right to the last line.
    pub fn reading(&self) -> anyhow::Result<stemma_ingest::Options> {
        let outlets = self.outlets.as_deref().map(stemma_ingest::read_outlets).transpose()?;
        Ok(stemma_ingest::Options {
            max_file_bytes: self.max_file_size.0,
            outlets: outlets.unwrap_or_default(),
            fast: self.fast,
            published: self.date.as_ref().map(|day| day.0.clone()),
            columns: self.columns.clone().unwrap_or_default(),
            ..stemma_ingest::Options::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_make_sense_to_clap() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_limit_that_help_names_is_the_one_that_reading_has() {
        let arguments = Arguments::try_parse_from(["stemma", "a.txt"]).expect("a file is enough");
        let reading = arguments.common.reading().expect("no list of outlets is given");
        assert_eq!(reading, stemma_ingest::Options::default());
    }

    #[test]
    fn a_file_may_be_called_like_a_command() {
        for name in ["./verify", "reports/verify", "./report"] {
            let arguments = Arguments::try_parse_from(["stemma", name]).expect("it is a file");
            assert!(arguments.command.is_none());
            assert_eq!(arguments.account.files, [PathBuf::from(name)]);
        }
    }
}
