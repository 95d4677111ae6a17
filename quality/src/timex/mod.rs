//! Time expressions against gold in TimeML.

mod gold;
mod score;

use anyhow::Result;
use gold::{Document, Timex, read_folder};
use score::Score;
use std::path::Path;
use std::time::Instant;
use stemma::annotate::time::find_times;
use stemma::model::{ByteRange, Layout, ReportIdx, TimeKind};
use stemma::text::find_sentences;

/// What is done beside measuring.
pub struct Options<'a> {
    /// A folder with some of the documents as another program has marked them: both are measured on these.
    pub answers: Option<&'a Path>,
    /// Which half of the documents is measured, by their names.
    pub half: Option<Half>,
    /// Whether to list what differs.
    pub differences: bool,
}

/// One half of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Half {
    /// Where rules are made.
    Develop,
    /// Where they are seldom looked at.
    Check,
}

/// Measures the documents of a folder and prints the figures.
pub fn run(folder: &Path, options: &Options) -> Result<()> {
    let mut documents = read_folder(folder)?;
    documents.retain(|document| options.half.is_none_or(|half| half_of(&document.name) == half));
    if let Some(folder) = options.answers {
        let answers = read_folder(folder)?;
        documents.retain(|document| answers.iter().any(|answer| answer.name == document.name));
        score(&documents, |document| answer_of(document, &answers)).print("answers_");
    }
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let start = Instant::now();
    let found: Vec<Vec<Timex>> = documents.iter().map(tag).collect();
    let seconds = start.elapsed().as_secs_f64();
    let mut ours = Score::default();
    for (document, found) in documents.iter().zip(&found) {
        ours.add(&document.timexes, found);
        if options.differences {
            score::list_differences(document, found);
        }
    }
    println!("documents: {}", documents.len());
    println!("megabytes_per_second: {:.1}", bytes as f64 / 1e6 / seconds);
    score(&documents, |document| tag_trivially(&document.text)).print("baseline_weekdays_and_years_");
    println!("baseline_nothing_strict_f1: 0.0000");
    ours.print("");
    Ok(())
}

fn score(documents: &[Document], tag: impl Fn(&Document) -> Vec<Timex>) -> Score {
    let mut score = Score::default();
    for document in documents {
        score.add(&document.timexes, &tag(document));
    }
    score
}

/// Halves that depend on nothing but the name of a document: the sum of its bytes, even or odd.
fn half_of(name: &str) -> Half {
    let sum: u32 = name.bytes().map(u32::from).sum();
    if sum.is_multiple_of(2) { Half::Develop } else { Half::Check }
}

fn answer_of(document: &Document, answers: &[Document]) -> Vec<Timex> {
    let same = answers.iter().find(|answer| answer.name == document.name);
    same.map(|answer| answer.timexes.clone()).unwrap_or_default()
}

/// What stemma finds in a document. The text is taken as it is: paragraphs end at blank lines, and no line is furniture.
fn tag(document: &Document) -> Vec<Timex> {
    let text = &document.text;
    let layout = Layout { paragraphs: paragraphs(text), ..Layout::default() };
    let sentences = find_sentences(text, &layout);
    let ranges = sentences.iter().map(|sentence| sentence.range);
    let found =
        find_times(ReportIdx(0), text, ranges, document.created.as_deref().and_then(|day| day.parse().ok()));
    found
        .into_iter()
        .map(|time| Timex {
            range: time.span.range.as_usize(),
            kind: kind_name(time.kind).to_owned(),
            value: time.value,
        })
        .collect()
}

fn kind_name(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn paragraphs(text: &str) -> Vec<ByteRange> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive("\n\n") {
        let inner = piece.trim();
        if !inner.is_empty() {
            let begin = start + piece.find(inner).unwrap_or(0);
            found.push(ByteRange::new(begin, begin + inner.len()));
        }
        start += piece.len();
    }
    found
}

/// Names of weekdays without a value, and four figures that may be a year.
fn tag_trivially(text: &str) -> Vec<Timex> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let is_year = word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
        if is_year || DAYS.contains(&word) {
            found.push(Timex { range: at..at + word.len(), kind: "DATE".to_owned(), value: word.to_owned() });
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}
