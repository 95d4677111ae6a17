//! A pile of any size, with copies planted in it: `quality generate`.
//!
//! Report after report is written as it is made, in the order of publication. What is kept in memory are the
//! last reports and the stories that are still being copied, both bounded, and a number for each report.

mod base;
mod calendar;
mod chain;
mod copyist;
mod draft;
mod invented;
mod outlets;
mod sample;
mod stories;
mod stream;
mod token;

use crate::dice::Dice;
use anyhow::{Context, Result, ensure};
use chain::Chain;
use outlets::{Outlet, Outlets};
use sample::Sample;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use stream::{COPIES, Made, Stream};
use token::{write_sentence, write_words};

/// Sentences of a paragraph, at most.
const PARAGRAPH_SENTENCES: usize = 3;
/// From how many reports on a family is counted as large; three steps.
const LARGE_FAMILIES: [u32; 3] = [10, 100, 1000];

/// What to generate.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file to write; pairs.tsv is written beside it.
    output: PathBuf,
    /// How many reports.
    #[arg(long)]
    reports: u32,
    /// The same seed gives the same pile.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A folder with Reuters-21578, whose words are used; without it words are invented.
    #[arg(long)]
    base: Option<PathBuf>,
    /// Copies of one large story.
    #[arg(long, default_value_t = 0)]
    mega: u32,
}

/// Writes the pile and prints what is in it.
pub fn run(arguments: &Arguments) -> Result<()> {
    let (n_reports, mega) = (arguments.reports, arguments.mega);
    ensure!(
        u64::from(mega) * 100 <= u64::from(n_reports) * COPIES as u64,
        "{mega} copies of one story are more than {COPIES} of a hundred of {n_reports} reports"
    );
    let mut dice = Dice::new(arguments.seed);
    let base = match &arguments.base {
        Some(folder) => base::read(folder)?,
        None => invented::sentences(&mut dice, invented::SENTENCES),
    };
    let chain = Chain::learn(&base);
    drop(base);
    let stream = Stream::new(&chain, Dice::new(dice.roll()), n_reports, mega);
    let mut pile = Pile::new(&chain, dice);
    let path = &arguments.output;
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    pile.write(stream, BufWriter::new(file)).with_context(|| format!("cannot write {}", path.display()))?;
    write_beside(path, &pile.sample.lines())?;
    pile.counts.print();
    Ok(())
}

fn write_beside(path: &Path, pairs: &str) -> Result<()> {
    let beside = path.with_file_name("pairs.tsv");
    std::fs::write(&beside, pairs).with_context(|| format!("cannot write {}", beside.display()))
}

/// What is known of the pile while it is written.
struct Pile<'a> {
    chain: &'a Chain,
    outlets: Outlets,
    /// Decides what does not shape the copies: outlets, paragraphs, the sample.
    dice: Dice,
    sample: Sample,
    counts: Counts,
}

impl<'a> Pile<'a> {
    fn new(chain: &'a Chain, mut dice: Dice) -> Self {
        let outlets = Outlets::new(chain, &mut dice);
        Pile { chain, outlets, dice, sample: Sample::default(), counts: Counts::default() }
    }

    fn write(&mut self, stream: Stream, mut into: impl Write) -> Result<()> {
        for made in stream {
            let outlet = self.outlets.draw(&mut self.dice);
            let text = text_of(&made, outlet, self.chain, &mut self.dice);
            self.counts.see(&made, &text, outlet);
            let (draft, outlet) = (&made.draft, serde_json::to_string(&outlet.name)?);
            writeln!(
                into,
                r#"{{"id": {}, "fam": {}, "kind": "{}", "outlet": {outlet}, "published": "{}", "text": {}}}"#,
                draft.id,
                draft.family,
                draft.kind,
                calendar::published(draft.id),
                serde_json::to_string(&text)?
            )?;
            for source in &made.sources {
                self.sample.see(&mut self.dice, draft.kind, *source, draft.id);
            }
        }
        Ok(into.flush()?)
    }
}

/// The text of a report: its title, its paragraphs, and what its outlet puts below.
fn text_of(made: &Made, outlet: &Outlet, chain: &Chain, dice: &mut Dice) -> String {
    let (title, sentences) = made.draft.text.sentences.split_first().expect("a report has a title");
    let mut text = String::new();
    write_words(&mut text, title, &chain.words);
    let mut left_in_paragraph = 0;
    for sentence in sentences {
        if left_in_paragraph == 0 {
            text.push_str("\n\n");
            left_in_paragraph = dice.between(1, PARAGRAPH_SENTENCES);
        } else {
            text.push(' ');
        }
        write_sentence(&mut text, sentence, &chain.words);
        left_in_paragraph -= 1;
    }
    if let Some(line) = &outlet.closing_line {
        text.push_str("\n\n");
        text.push_str(line);
    }
    text
}

/// What is in the pile.
#[derive(Default)]
struct Counts {
    n_words: usize,
    n_sentences: usize,
    /// Sentences that were taken from another report, changed or not.
    n_taken: usize,
    /// Lines that outlets put below.
    n_closing: usize,
    /// By number of the original: how many reports go back to it, and it.
    family_sizes: Vec<u32>,
}

impl Counts {
    fn see(&mut self, made: &Made, text: &str, outlet: &Outlet) {
        let n_closing = usize::from(outlet.closing_line.is_some());
        self.n_words += text.split_whitespace().count();
        self.n_sentences += made.draft.text.sentences.len() + n_closing;
        self.n_taken += made.draft.text.n_taken;
        self.n_closing += n_closing;
        self.family_sizes.push(0);
        self.family_sizes[made.draft.family as usize] += 1;
    }

    fn print(&self) {
        let n_reports = self.family_sizes.len();
        let per = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        let families = || self.family_sizes.iter().filter(|size| **size > 1);
        println!("reports: {n_reports}");
        println!("words_per_report: {:.0}", per(self.n_words, n_reports));
        println!("sentences: {}", self.n_sentences);
        println!("share_of_repeated_sentences: {:.4}", per(self.n_taken + self.n_closing, self.n_sentences));
        println!("planted_families: {}", families().count());
        for least in LARGE_FAMILIES {
            let large = families().filter(|size| **size >= least).count();
            println!("planted_families_of_{least}_or_more: {large}");
        }
        println!("largest_planted_family: {}", families().max().unwrap_or(&0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pile(seed: u64) -> (String, Counts) {
        let mut dice = Dice::new(seed);
        let chain = Chain::learn(&invented::sentences(&mut dice, 500));
        let stream = Stream::new(&chain, Dice::new(dice.roll()), 300, 0);
        let mut pile = Pile::new(&chain, dice);
        let mut written = Vec::new();
        pile.write(stream, &mut written).unwrap();
        (String::from_utf8(written).unwrap(), pile.counts)
    }

    #[test]
    fn every_line_is_a_report() {
        let (lines, _) = pile(1);
        assert_eq!(lines.lines().count(), 300);
        for (line, number) in lines.lines().zip(0..) {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(record["id"].as_u64(), Some(number));
            assert!(record["text"].as_str().is_some_and(|text| text.contains("\n\n")));
        }
    }

    #[test]
    fn reports_have_the_length_of_news_and_at_most_half_is_repeated() {
        let (_, counts) = pile(1);
        let words = counts.n_words / 300;
        assert!((360..440).contains(&words), "{words} words");
        assert!((counts.n_taken + counts.n_closing) * 2 <= counts.n_sentences);
    }

    #[test]
    fn the_same_seed_gives_the_same_pile() {
        assert_eq!(pile(2).0, pile(2).0);
        assert_ne!(pile(2).0, pile(3).0);
    }
}
