//! A draft for labels: the lines that chosen pages show, each with its bytes, and what the gold of its set and stemma think
//! of it. Somebody reads it and corrects its second column.

use super::{common, paragraphs};
use crate::extraction::gold::Page;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::path::Path;
use stemma::model::ByteRange;
use stemma_ingest::shown_text;

/// So many pages are labelled: of all pages in the order of their SHA-256, those at equal distances.
const PAGES: usize = 60;

/// So many words in a row show that a line is taken from the gold.
const RUN_WORDS: usize = 3;

/// Writes a line for every line of every chosen page.
pub fn write(file: &Path, pages: &BTreeMap<String, Page>) -> Result<()> {
    let step = (pages.len() / PAGES).max(1);
    let mut lines = String::new();
    for (sha256, page) in pages.iter().step_by(step).take(PAGES) {
        of_page(&mut lines, sha256, page);
    }
    std::fs::write(file, lines).with_context(|| format!("cannot write {}", file.display()))
}

fn of_page(lines: &mut String, sha256: &str, page: &Page) {
    let Some((text, map)) = shown_text(page.bytes.clone()) else {
        return;
    };
    let gold = words(&page.text);
    let runs: HashSet<&[String]> = gold.windows(RUN_WORDS).collect();
    let short: HashSet<String> = page.text.lines().map(|line| words(line).join(" ")).collect();
    let found = paragraphs(page);
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        let ranges = map.original(ByteRange::new(start, start + line.len()));
        let ranges: Vec<_> =
            ranges.into_iter().map(ByteRange::as_usize).filter(|range| !range.is_empty()).collect();
        start += line.len() + 1;
        let own = words(line);
        let in_gold = match own.len() {
            0 => false,
            len if len < RUN_WORDS => short.contains(&own.join(" ")),
            _ => {
                let known = own.windows(RUN_WORDS).filter(|run| runs.contains(run)).count();
                2 * known > own.len() - RUN_WORDS
            }
        };
        let is_kept = common(&found, &ranges) > 0;
        let written: Vec<String> =
            ranges.iter().map(|range| format!("{}-{}", range.start, range.end)).collect();
        let _ = writeln!(
            lines,
            "{}\t{}\t{}\t{number}\t{sha256}\t{}\t{line}",
            page.name,
            if in_gold { "a" } else { "f" },
            if is_kept { "a" } else { "f" },
            written.join(",")
        );
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
