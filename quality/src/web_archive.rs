//! Reading a web archive of any size: how fast, and in how much memory beside the texts.
//!
//! The archive is generated as it is read and never lies on disk: pages with an article among scripts and lists, pictures, and
//! pages that have moved, the same for the same seed.

use crate::dice::Dice;
use crate::timing::{memory, timed};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::{Read, Write};
use std::path::PathBuf;
use stemma_ingest::{Options, read_pile};

const MIB: usize = 1 << 20;

/// Words of the articles. Nobody reads them; extractors look at their number and their marks.
const WORDS: &[&str] = &[
    "the", "harbour", "mayor", "said", "on", "Thursday", "that", "ferries", "would", "wait", "until", "a",
    "gate", "of", "Dorvath", "opens", "again", "and", "workers", "have", "been", "paid",
];

/// Reads a generated archive of so many MiB and prints what it took.
pub fn run(megabytes: usize, gzip: bool, seed: u64) -> Result<()> {
    let mut archive = Archive {
        dice: Dice::new(seed),
        left: megabytes * MIB,
        gzip,
        ready: Vec::new(),
        at: 0,
        pages: 0,
        given: 0,
    };
    let before = memory();
    let (pile, seconds) = timed(|| read_pile(&[PathBuf::from("-")], &mut archive, &Options::default()));
    let text: usize = pile.sources.iter().map(|source| source.text.len()).sum();
    let segments: usize = pile.sources.iter().map(|source| source.map.segments().len()).sum();
    println!("megabytes\t{megabytes}");
    println!("megabytes_of_the_stream\t{}", archive.given / MIB);
    println!("pages\t{}", archive.pages);
    println!("sources\t{}", pile.sources.len());
    println!("unread\t{}", pile.unread.len());
    println!("text_megabytes\t{:.1}", text as f64 / MIB as f64);
    println!("map_segments\t{segments}");
    println!("seconds\t{:.1}", seconds.wall);
    println!("processor_seconds\t{:.1}", seconds.processor.context("the system does not say")?);
    let (before, after) = before.zip(memory()).context("the system does not say")?;
    println!("gibibytes_before\t{:.3}", before.held);
    println!("gibibytes_held\t{:.3}", after.held);
    println!("gibibytes_peak\t{:.3}", after.peak);
    for unread in pile.unread.iter().take(5) {
        println!("unread\t{}\t{}", unread.name, unread.reason);
    }
    Ok(())
}

/// An archive that is made while it is read.
struct Archive {
    dice: Dice,
    /// Bytes of records that are yet to be made.
    left: usize,
    gzip: bool,
    ready: Vec<u8>,
    at: usize,
    pages: usize,
    given: usize,
}

impl Read for Archive {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.ready.len() && self.left > 0 {
            let record = self.record();
            self.left = self.left.saturating_sub(record.len());
            self.ready = if self.gzip { packed(&record)? } else { record };
            self.at = 0;
        }
        let read = (&self.ready[self.at..]).read(buffer)?;
        self.at += read;
        self.given += read;
        Ok(read)
    }
}

impl Archive {
    /// Of ten records six are pages, three pictures, and one has moved.
    fn record(&mut self) -> Vec<u8> {
        let (head, body) = match self.dice.below(10) {
            0..6 => ("200 OK\r\nContent-Type: text/html; charset=utf-8", self.page().into_bytes()),
            6..9 => ("200 OK\r\nContent-Type: image/jpeg", self.picture()),
            _ => ("301 Moved\r\nContent-Type: text/html", b"<p>moved".to_vec()),
        };
        let mut block = format!("HTTP/1.1 {head}\r\n\r\n").into_bytes();
        block.extend_from_slice(&body);
        let url = format!("https://courier{}.example/{}", self.dice.below(50), self.dice.roll());
        let mut record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2018-05-21T10:15:00Z\r\n\
             Content-Length: {}\r\n\r\n",
            block.len()
        )
        .into_bytes();
        record.extend_from_slice(&block);
        record.extend_from_slice(b"\r\n\r\n");
        record
    }

    fn page(&mut self) -> String {
        self.pages += 1;
        let mut page = String::from("<!doctype html><html><head><title>");
        page.push_str(&self.words(8));
        page.push_str("</title><script>var data = [");
        for _ in 0..self.dice.between(2_000, 12_000) {
            page.push_str(&self.dice.roll().to_string());
            page.push(',');
        }
        page.push_str("0];</script></head><body><ul>");
        for _ in 0..self.dice.between(20, 200) {
            page.push_str(&format!("<li><a href='/{}'>{}</a>", self.dice.roll(), self.words(4)));
        }
        page.push_str("</ul><article>");
        for _ in 0..self.dice.between(5, 25) {
            page.push_str(&format!("<p>{}, {}.</p>", self.words(30), self.words(15)));
        }
        page.push_str("</article></body></html>");
        page
    }

    fn picture(&mut self) -> Vec<u8> {
        (0..self.dice.between(5_000, 40_000)).flat_map(|_| self.dice.roll().to_le_bytes()).collect()
    }

    fn words(&mut self, number: usize) -> String {
        let words: Vec<&str> = (0..number).map(|_| *self.dice.pick(WORDS)).collect();
        words.join(" ")
    }
}

fn packed(record: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(record)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_generated_is_an_archive_with_pages() {
        for gzip in [false, true] {
            let mut archive =
                Archive { dice: Dice::new(1), left: MIB, gzip, ready: Vec::new(), at: 0, pages: 0, given: 0 };
            let pile = read_pile(&[PathBuf::from("-")], &mut archive, &Options::default());
            assert!(archive.pages > 0 && pile.sources.len() == archive.pages, "{:?}", pile.unread);
            assert!(pile.unread.is_empty());
        }
    }
}
