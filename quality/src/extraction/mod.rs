//! Articles, dates and titles of web pages against what people marked.

pub mod gold;
mod map;
mod score;

use crate::timing::timed;
use anyhow::{Context, Result};
use gold::{Measure, Page, read_folder};
use score::{Overlap, figures};
use std::fmt::Write;
use std::path::Path;
use stemma::model::{ByteRange, Layout, Source};
use stemma::text::lay_out;
use stemma_ingest::{Options, read_bytes, shown_text};

/// What was found in a page.
struct Found {
    source: Option<Source>,
    layout: Layout,
    /// Why the page was not read.
    reason: Option<String>,
    /// What is said about it.
    notes: Vec<String>,
}

/// Measures the pages of a folder and prints the figures; `details` is a file that gets a line for every page.
pub fn run(folder: &Path, fast: bool, details: Option<&Path>) -> Result<()> {
    let (measure, pages) = read_folder(folder)?;
    let (found, seconds) = timed(|| pages.iter().map(|page| find(page, fast)).collect::<Vec<_>>());
    let processor = seconds.processor.unwrap_or(seconds.wall);
    println!("pages: {}", pages.len());
    println!("unread: {}", found.iter().filter(|found| found.source.is_none()).count());
    println!("pages_per_second: {:.1}", pages.len() as f64 / processor);
    let maps: Vec<map::Checked> =
        pages.iter().zip(&found).map(|(page, found)| found.check_map(page)).collect();
    println!("map_parts: {}", maps.iter().map(|map| map.parts).sum::<usize>());
    println!("map_parts_wrong: {}", maps.iter().map(|map| map.wrong).sum::<usize>());
    let holding = maps.iter().zip(&found).filter(|(map, found)| found.source.is_some() && map.wrong == 0);
    let read = found.iter().filter(|found| found.source.is_some()).count();
    println!("map_holds: {:.4}", holding.count() as f64 / read.max(1) as f64);
    for (half, name) in [(Some(Half::Develop), "develop_"), (Some(Half::Check), "check_"), (None, "")] {
        let of_half: Vec<(&Page, &Found)> = pages
            .iter()
            .zip(&found)
            .filter(|(page, _)| half.is_none_or(|half| half_of(&page.name) == half))
            .collect();
        print_figures(name, &of_half, measure);
    }
    if let Some(file) = details {
        write_details(file, &pages, &found, measure)?;
    }
    Ok(())
}

/// One half of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    /// Those that are looked at.
    Develop,
    /// Those of which nothing but the figures is looked at.
    Check,
}

/// Halves that depend on nothing but the name of a page.
fn half_of(name: &str) -> Half {
    let first = stemma::model::Sha256::of(name.as_bytes()).to_string().bytes().next();
    if first.is_some_and(|digit| digit < b'8') { Half::Develop } else { Half::Check }
}

fn find(page: &Page, fast: bool) -> Found {
    let pile = read_bytes("page.html", &page.bytes, &Options { fast, ..Options::default() });
    let reason = pile.unread.into_iter().next().map(|unread| unread.reason);
    let source = pile.sources.into_iter().next();
    let layout = source.as_ref().map(|source| lay_out(&source.text)).unwrap_or_default();
    let notes = pile.notes.into_iter().map(|note| note.text).collect();
    Found { source, layout, reason, notes }
}

impl Found {
    fn check_map(&self, page: &Page) -> map::Checked {
        self.source.as_ref().map(|source| map::check(source, &self.layout, &page.bytes)).unwrap_or_default()
    }

    /// What stemma takes for the account: the paragraphs, without titles and furniture.
    fn account(&self) -> String {
        self.parts(&self.layout.paragraphs)
    }

    /// Paragraphs and furniture, which is what the extractor gives.
    fn extracted(&self) -> String {
        let furniture = self.layout.furniture.iter().map(|line| line.range);
        self.parts(&self.layout.paragraphs.iter().copied().chain(furniture).collect::<Vec<_>>())
    }

    /// The first line of the headline.
    fn title(&self) -> String {
        self.parts(self.layout.titles.get(..1).unwrap_or_default())
    }

    fn parts(&self, ranges: &[ByteRange]) -> String {
        let text = self.source.as_ref().map_or("", |source| source.text.as_str());
        ranges.iter().map(|range| range.of(text)).collect::<Vec<_>>().join("\n")
    }

    /// The day of publication, where the date is as precise as one.
    fn day(&self) -> Option<&str> {
        self.source.as_ref()?.published.as_ref()?.value.get(.."2021-03-04".len())
    }
}

fn print_figures(name: &str, pages: &[(&Page, &Found)], measure: Measure) {
    let texts = |text: &dyn Fn(&Found) -> String| {
        let overlaps: Vec<Overlap> =
            pages.iter().map(|(page, found)| Overlap::of(&page.text, &text(found), measure)).collect();
        figures(&overlaps, measure)
    };
    let shown = |page: &Page| shown_text(page.bytes.clone()).map(|(text, _)| text).unwrap_or_default();
    let all: Vec<Overlap> =
        pages.iter().map(|(page, _)| Overlap::of(&page.text, &shown(page), measure)).collect();
    println!("{name}baseline_all_shown_text_f1: {:.4}", score::figures(&all, measure).f1);
    print_days(name, "", pages, |_, found| found.day().map(str::to_owned));
    print_days(name, "baseline_first_", pages, |page, _| first_day(&page.bytes));
    print_titles(name, pages);
    println!("{name}extracted_f1: {:.4}", texts(&Found::extracted).f1);
    let figures = texts(&Found::account);
    println!("{name}precision: {:.4}", figures.precision);
    println!("{name}recall: {:.4}", figures.recall);
    println!("{name}f1: {:.4}", figures.f1);
}

/// Of pages whose day people know, how many were given it; of days that were given where people know one, how many
/// are right.
fn print_days(
    name: &str,
    of: &str,
    pages: &[(&Page, &Found)],
    day: impl Fn(&Page, &Found) -> Option<String>,
) {
    let dated: Vec<_> = pages.iter().filter(|(page, _)| page.day.is_some()).collect();
    if dated.is_empty() {
        return;
    }
    let given: Vec<_> = dated.iter().filter_map(|(page, found)| Some((page, day(page, found)?))).collect();
    let right = given.iter().filter(|(page, day)| page.day.as_ref() == Some(day)).count();
    let undated = pages.iter().filter(|(page, found)| page.day.is_none() && day(page, found).is_some());
    println!("{name}{of}date_accuracy: {:.4}", right as f64 / dated.len() as f64);
    println!("{name}{of}date_precision: {:.4}", right as f64 / given.len().max(1) as f64);
    println!("{name}{of}dates_where_gold_has_none: {}", undated.count());
}

fn print_titles(name: &str, pages: &[(&Page, &Found)]) {
    let titled: Vec<_> = pages.iter().filter(|(page, _)| page.title.is_some()).collect();
    if titled.is_empty() {
        return;
    }
    let is_right = |(page, found): &&&(&Page, &Found)| {
        compared(page.title.as_deref().unwrap_or_default()) == compared(&found.title())
    };
    println!(
        "{name}title_accuracy: {:.4}",
        titled.iter().filter(is_right).count() as f64 / titled.len() as f64
    );
}

/// Titles are compared by their letters and digits, in small letters.
fn compared(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first date in the form of ISO 8601 that stands anywhere in a page, markup included.
fn first_day(bytes: &[u8]) -> Option<String> {
    let is_day = |window: &&[u8]| {
        window.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    let day = bytes.windows("2021-03-04".len()).find(is_day)?;
    String::from_utf8(day.to_vec()).ok()
}

fn write_details(file: &Path, pages: &[Page], found: &[Found], measure: Measure) -> Result<()> {
    let mut lines = String::from(
        "page\thalf\tf1\textracted_f1\tday\tfound_day\tmethod\ttitle\tfound_title\tunread\tnotes\n",
    );
    for (page, found) in pages.iter().zip(found) {
        let f1 = |text: &str| Overlap::of(&page.text, text, measure).f1();
        let method = found.source.as_ref().and_then(|source| source.published.as_ref());
        let _ = writeln!(
            lines,
            "{}\t{:?}\t{:.4}\t{:.4}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            page.name,
            half_of(&page.name),
            f1(&found.account()),
            f1(&found.extracted()),
            page.day.as_deref().unwrap_or("-"),
            found.day().unwrap_or("-"),
            method.map_or("-", |evidence| evidence.method.as_str()),
            one_line(page.title.as_deref().unwrap_or("-")),
            one_line(&found.title()),
            found.reason.as_deref().unwrap_or("-"),
            found.notes.join("; "),
        );
    }
    std::fs::write(file, lines).with_context(|| format!("cannot write {}", file.display()))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
