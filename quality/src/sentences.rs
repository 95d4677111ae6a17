//! `quality sentences`: where sentences end, against texts whose sentences are known (ECB+: XML, tokens with the number of their
//! sentence).
//!
//! A text is one paragraph: its tokens are put together as English is written, its sentences with a blank between them
//! (or none, which is how recycled pages often look). A boundary is the place between the last character of a sentence and
//! the first of the next.

use crate::files;
use crate::tally::Tally;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stemma::model::{ByteRange, Layout};
use stemma_language::Model;

/// A text with the first bytes of its sentences, but for the first, and the places of its words.
#[derive(Default)]
pub struct Gold {
    /// The text.
    pub text: String,
    starts: BTreeSet<usize>,
    /// By the number of a word in the file, where it stands.
    pub words: BTreeMap<String, ByteRange>,
}

type Splitter<'a> = (&'static str, Box<dyn Fn(&str) -> BTreeSet<usize> + 'a>);

/// Measures each way to find sentences, on texts with and without blanks between sentences.
pub fn run(folder: &Path) -> Result<()> {
    let files = files::with_ending(folder, "xml")?;
    ensure!(!files.is_empty(), "no .xml file in {}", folder.display());
    let model = &stemma_assets::english()?.model;
    let splitters: Vec<Splitter<'_>> = vec![
        ("language", Box::new(|text| by_language(model, text))),
        ("rules", Box::new(by_rules)),
        ("both", Box::new(|text| by_both(model, text))),
        ("stop_and_capital", Box::new(by_stop_and_capital)),
    ];
    for (joint, blank) in [("", " "), ("_without_blank", "")] {
        let texts: Vec<Gold> = files.iter().map(|file| read(file, blank)).collect::<Result<_>>()?;
        for (name, split) in &splitters {
            let tallies = texts.iter().map(|gold| tally(gold, &by_line(&gold.text, split)));
            tallies.sum::<Tally>().print(&format!("{name}{joint}"));
        }
    }
    Ok(())
}

fn tally(gold: &Gold, found: &BTreeSet<usize>) -> Tally {
    let right = found.intersection(&gold.starts).count();
    Tally { gold: gold.starts.len(), found: found.len(), right }
}

/// Lines are given one by one, as the library gives paragraphs.
fn by_line(text: &str, split: impl Fn(&str) -> BTreeSet<usize>) -> BTreeSet<usize> {
    let mut starts = BTreeSet::new();
    let mut start = 0;
    for line in text.split('\n') {
        starts.extend(split(line).iter().map(|at| start + at));
        starts.extend((start > 0).then_some(start));
        start += line.len() + 1;
    }
    starts
}

fn by_language(model: &Model, text: &str) -> BTreeSet<usize> {
    let analysis = model.analyse(text);
    let starts =
        analysis.sentences.iter().map(|sentence| analysis.tokens[sentence.start as usize].start as usize);
    starts.skip(1).collect()
}

fn by_rules(text: &str) -> BTreeSet<usize> {
    let layout = Layout { paragraphs: vec![ByteRange::new(0, text.len())], ..Layout::default() };
    let sentences = stemma::text::find_sentences(text, &layout);
    sentences.iter().map(|sentence| sentence.range.start as usize).filter(|start| *start > 0).collect()
}

/// Each sentence of the rules analysed for itself; the parser may part it once more where a blank is missing behind a
/// mark that can end a sentence: rules alone take "deal.The" for an address or a name.
fn by_both(model: &Model, text: &str) -> BTreeSet<usize> {
    let mut starts = by_rules(text);
    let mut bounds: Vec<usize> = starts.iter().copied().collect();
    bounds.insert(0, 0);
    bounds.push(text.len());
    for bound in bounds.windows(2) {
        let sentence = text[bound[0]..bound[1]].trim_end();
        let ends = |start: &usize| ends_plainly(&sentence[..*start]);
        starts.extend(
            by_language(model, sentence).iter().filter(|start| ends(start)).map(|start| bound[0] + start),
        );
    }
    starts
}

/// The baseline: a stop, a blank or none, a capital.
fn by_stop_and_capital(text: &str) -> BTreeSet<usize> {
    let mut starts = BTreeSet::new();
    let mut after_stop = false;
    for (at, c) in text.char_indices() {
        if after_stop && c.is_uppercase() {
            starts.insert(at);
        }
        after_stop = matches!(c, '.' | '!' | '?') || after_stop && c == ' ';
    }
    starts
}

/// A text of the set, each sentence a paragraph.
pub fn text(file: &Path) -> Result<String> {
    Ok(read(file, "\n\n")?.text)
}

/// A text of the set, with the places of its words.
pub fn read(file: &Path, blank: &str) -> Result<Gold> {
    let xml = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let document = roxmltree::Document::parse(&xml).with_context(|| format!("in {}", file.display()))?;
    let mut gold = Gold::default();
    let (mut sentence, mut open_quote) = (None, false);
    // The first line of many pages is their address, which the set has cut at its points.
    let address = document.descendants().find(|node| node.has_tag_name("token"));
    let address = address.filter(|first| first.text().is_some_and(|word| word.starts_with("http")));
    let address = address.and_then(|first| first.attribute("sentence"));
    let is_text = |node: &roxmltree::Node<'_, '_>| {
        node.has_tag_name("token") && (address.is_none() || node.attribute("sentence") != address)
    };
    for token in document.descendants().filter(is_text) {
        let word = token.text().unwrap_or_default();
        let number = token.attribute("sentence");
        if sentence.is_some() && sentence != number {
            gold.text.push_str(if ends_plainly(&gold.text) { blank } else { "\n" });
            gold.starts.insert(gold.text.len());
            open_quote = false;
        } else if !gold.text.is_empty() && !joins(&gold.text, word, open_quote) {
            gold.text.push(' ');
        }
        open_quote ^= word == "\"" || word == "``" || word == "''";
        sentence = number;
        let start = gold.text.len();
        gold.text.push_str(word);
        let number = token.attribute("t_id").unwrap_or_default().to_owned();
        gold.words.insert(number, ByteRange::new(start, gold.text.len()));
    }
    Ok(gold)
}

/// Whether a sentence ends with a mark that ends sentences. Headlines, addresses and dates do not: on a page they are lines of their own.
fn ends_plainly(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?', ':', '…', ';'])
}

/// Whether a token follows what stands there without a blank.
fn joins(text: &str, word: &str, open_quote: bool) -> bool {
    let closes = matches!(
        word,
        "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "n't" | "''" | "”" | "’" | "..."
    ) || word.starts_with('\'') && word.len() > 1
        || word == "\"" && open_quote;
    let opened = text.ends_with(['(', '[', '$', '“', '‘'])
        || text.ends_with("``")
        || text.ends_with('"') && open_quote;
    // The set parts numbers at their points: "79", ".", "3".
    let number = text.trim_end_matches(['.', ',', ':', '’']).len() < text.len()
        && word.starts_with(|c: char| c.is_ascii_digit());
    closes || opened || number
}
