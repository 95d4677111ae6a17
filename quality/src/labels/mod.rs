//! Pages whose furniture people marked, byte by byte: is it kept out of the paragraphs, or labelled?

mod draft;
mod marked;

use crate::extraction::gold::{Page, read_folder};
use crate::tally::Tally;
use anyhow::{Result, bail};
use marked::{Marked, read_labels};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use stemma::model::{ByteRange, Sha256};
use stemma::text::lay_out;
use stemma_ingest::{Options, read_bytes, shown_text};

/// Measures the labelled pages that lie in the folders and prints the figures; or writes a draft for new labels.
pub fn run(labels: &Path, folders: &[PathBuf], draft: Option<&Path>) -> Result<()> {
    let mut pages = BTreeMap::new();
    for folder in folders {
        for page in read_folder(folder)?.1 {
            pages.insert(Sha256::of(&page.bytes).to_string(), page);
        }
    }
    if let Some(file) = draft {
        return draft::write(file, &pages);
    }
    let labels = read_labels(labels)?;
    let found: Vec<(&Marked, &Page)> =
        labels.iter().filter_map(|marked| Some((marked, pages.get(&marked.sha256)?))).collect();
    if found.is_empty() {
        bail!("none of the labelled pages is in these folders");
    }
    println!("labelled_pages: {}", labels.len());
    println!("pages: {}", found.len());
    let tallies = |ranges: &dyn Fn(&Page) -> Vec<Range<usize>>| -> Vec<Tally> {
        found.iter().map(|(marked, page)| tally(marked, &shown(page), &ranges(page))).collect()
    };
    print("baseline_all_shown_text_", &tallies(&shown));
    print("extracted_", &tallies(&extracted));
    print("", &tallies(&paragraphs));
    Ok(())
}

/// Over all bytes, and the mean of the pages, each of which may be long or short.
fn print(name: &str, pages: &[Tally]) {
    let mean = pages.iter().map(Tally::f1).sum::<f64>() / pages.len() as f64;
    println!("{name}article_bytes_f1_by_page: {mean:.4}");
    pages.iter().copied().sum::<Tally>().print(&format!("{name}article_bytes"));
}

/// Bytes of the article in gold, among some ranges, and in both. Only bytes that the page shows count; of these, the headline
/// is neither article nor furniture.
fn tally(marked: &Marked, shown: &[Range<usize>], ranges: &[Range<usize>]) -> Tally {
    let right = common(&marked.article, ranges);
    let wrong = common(&marked.furniture, ranges);
    Tally { gold: common(&marked.article, shown), found: right + wrong, right }
}

/// How many bytes two lists of ranges have in common. Both are sorted, and none overlaps another of its list.
fn common(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    let of = |a: &Range<usize>| {
        let shared = |b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
        let first = b.partition_point(|b| b.end <= a.start);
        b[first..].iter().take_while(|b| b.start < a.end).map(shared).sum::<usize>()
    };
    a.iter().map(of).sum()
}

/// The bytes of what stemma takes for the account.
fn paragraphs(page: &Page) -> Vec<Range<usize>> {
    ranges_of(page, |layout| layout.paragraphs.clone())
}

/// The bytes of what the extractor gives, furniture that stemma labels included.
fn extracted(page: &Page) -> Vec<Range<usize>> {
    ranges_of(page, |layout| {
        let furniture = layout.furniture.iter().map(|line| line.range);
        layout.paragraphs.iter().copied().chain(furniture).collect()
    })
}

fn ranges_of(page: &Page, parts: impl Fn(&stemma::model::Layout) -> Vec<ByteRange>) -> Vec<Range<usize>> {
    let pile = read_bytes("page.html", &page.bytes, &Options::default());
    let of = |source: &stemma::model::Source| {
        let parts = parts(&lay_out(&source.text));
        parts.into_iter().flat_map(|part| source.map.original(part)).map(ByteRange::as_usize).collect()
    };
    sorted(pile.sources.first().map(of).unwrap_or_default())
}

/// The bytes of all that the page shows, without what lies between lines.
fn shown(page: &Page) -> Vec<Range<usize>> {
    let Some((text, map)) = shown_text(page.bytes.clone()) else {
        return Vec::new();
    };
    let lines = text.split('\n').flat_map(|line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        map.original(ByteRange::new(start, start + line.len()))
    });
    sorted(lines.map(ByteRange::as_usize).collect())
}

/// In order, and without what stands in several.
fn sorted(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut end = 0;
    for range in &mut ranges {
        range.start = range.start.max(end).min(range.end);
        end = end.max(range.end);
    }
    ranges.retain(|range| !range.is_empty());
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bytes_of_article_and_furniture_count() {
        let marked =
            Marked { sha256: String::new(), article: vec![10..20, 30..40], furniture: vec![20..30, 50..60] };
        let found = tally(&marked, &[0..36, 50..60], &[0..15, 25..35, 45..55]);
        assert_eq!(found, Tally { gold: 16, found: 20, right: 10 });
    }

    #[test]
    fn ranges_that_overlap_are_counted_once() {
        assert_eq!(sorted(vec![5..9, 0..6, 2..3]), [0..6, 6..9]);
    }
}
