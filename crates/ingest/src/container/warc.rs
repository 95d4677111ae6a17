//! Web archives (WARC), as a stream: one record at a time is in memory.
//!
//! Read are answers of servers (`response`) and files (`resource`) that are pages or plain text. A source has the name of its archive
//! with the number of its record (`crawl.warc.gz#12`), the address and the day on which the record was made, and the hash of the bytes
//! of its page as the server sent it, unpacked. All other records are counted by kind in one note.

use super::Budget;
use super::batch::{Batch, Member};
use super::http;
use crate::outlets::Outlet;
use crate::record::shortened;
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, Reader, address, dates, page};
use encoding_rs::Encoding;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read};
use stemma::model::{DateEvidence, Note};

/// The longest head of a record, in bytes. Real ones have some hundred.
const LONGEST_HEAD: u64 = 64 << 10;

/// More kinds of records than this are not told apart in the note.
const MOST_KINDS: usize = 12;

/// What the note calls those behind them.
const OTHER: &str = "other";

/// What a web archive says of a page.
#[derive(Debug, Clone, Default)]
pub struct Fetched {
    id: Option<String>,
    url: Option<String>,
    date: Option<String>,
    /// What the server called the encoding, where the text does not tell it better.
    pub encoding: Option<&'static Encoding>,
    remarks: Vec<String>,
}

impl Fetched {
    /// The pile of one page with what is known of how it was fetched.
    ///
    /// The address that a page gives itself goes before the one that it was fetched from only where both belong to one
    /// domain: a page may call itself anything.
    pub fn applied(&self, mut pile: Pile, reader: &Reader) -> Pile {
        for source in &mut pile.sources {
            let domain = |url: &str| {
                let host = address::host(url)?;
                Some(address::registered_domain(&host).unwrap_or(&host).to_owned())
            };
            let fetched = self.url.as_deref().and_then(address::of_page);
            if let Some(fetched) = fetched
                && source.url.as_deref().and_then(domain) != domain(fetched)
            {
                let was_there = source.url.replace(fetched.to_owned()).is_some();
                let named = source.outlet.take().filter(|_| !was_there);
                let host = address::host(fetched);
                Outlet { name: source.outlet, owner: source.owner } =
                    reader.outlets.of(host.as_deref(), named);
            }
            if let Some(value) = self.date.as_deref().and_then(dates::iso) {
                source.captured = Some(DateEvidence { value, method: "warc:WARC-Date".to_owned() });
            }
            source.record_id.clone_from(&self.id);
            let notes =
                self.remarks.iter().map(|text| Note { name: source.name.clone(), text: text.clone() });
            pile.notes.extend(notes);
        }
        pile
    }
}

/// Reads an archive.
pub fn read(
    name: &str,
    stream: &mut dyn Read,
    depth: u8,
    budget: &Budget,
    reader: &Reader,
) -> Result<Pile, Refusal> {
    let mut stream = BufReader::with_capacity(64 << 10, stream);
    let mut batch = Batch::of(reader, depth);
    let mut left_out: BTreeMap<String, u64> = BTreeMap::new();
    let mut number = 0;
    loop {
        match record(&mut stream, reader.limit) {
            Ok(None) => break,
            Ok(Some(record)) => {
                number += 1;
                let name = format!("{name}#{number}");
                match member(name.clone(), record, reader.limit) {
                    Found::Page(member) => batch.add(member, budget),
                    Found::Other(kind) => count(&mut left_out, kind),
                    Found::Unread(refusal) => batch.pile.absorb(Pile::of_refusal(&name, refusal)),
                }
            }
            Err(error) => {
                let refusal = super::cut_off("the web archive", number, "records", &error);
                batch.pile.absorb(Pile::of_refusal(name, refusal));
                break;
            }
        }
    }
    let mut pile = batch.finish();
    if !left_out.is_empty() {
        let kinds: Vec<String> =
            left_out.iter().map(|(kind, count)| format!("{kind} {}", with_separators(*count))).collect();
        let text = format!("records that hold no report were left out: {}", kinds.join(", "));
        pile.notes.push(Note { name: name.to_owned(), text });
    }
    match pile == Pile::default() {
        true => Err(Refusal::new("a web archive without records", "")),
        false => Ok(pile),
    }
}

fn count(kinds: &mut BTreeMap<String, u64>, kind: String) {
    let is_known = kinds.contains_key(&kind) || kinds.len() < MOST_KINDS;
    *kinds.entry(if is_known { kind } else { OTHER.to_owned() }).or_default() += 1;
}

/// A record as it stands in its archive.
struct Record {
    head: http::Head,
    /// Absent where it has more than the limit.
    block: Option<Vec<u8>>,
}

/// The next record; nothing at the end.
fn record(stream: &mut dyn BufRead, limit: u64) -> io::Result<Option<Record>> {
    let Some(head) = head(stream)? else { return Ok(None) };
    if !head.first.starts_with("WARC/") {
        return Err(io::Error::other(format!("no record begins with {}", shortened(&head.first))));
    }
    let length = head.value("content-length").and_then(|length| length.parse::<u64>().ok());
    let length = length.ok_or_else(|| io::Error::other("a record does not say how long it is"))?;
    // The head of an answer stands before its page, which alone is measured against the limit.
    let block = match length <= limit.saturating_add(LONGEST_HEAD) {
        true => {
            let mut block = Vec::new();
            stream.take(length).read_to_end(&mut block)?;
            match block.len() as u64 == length {
                true => Some(block),
                false => return Err(io::Error::other("a record is shorter than it says")),
            }
        }
        false => match io::copy(&mut stream.take(length), &mut io::sink())? == length {
            true => None,
            false => return Err(io::Error::other("a record is shorter than it says")),
        },
    };
    Ok(Some(Record { head, block }))
}

/// The head of a record, behind the blank lines that end the one before.
fn head(stream: &mut dyn BufRead) -> io::Result<Option<http::Head>> {
    let mut bytes = Vec::new();
    let mut room = LONGEST_HEAD;
    loop {
        let before = bytes.len();
        let read = (&mut *stream).take(room).read_until(b'\n', &mut bytes)? as u64;
        room -= read;
        let is_blank = bytes[before..].trim_ascii().is_empty();
        match (read, before) {
            (0, 0) => return Ok(None),
            (0, _) => return Err(io::Error::other("the head of a record is cut off, or longer than 64 KiB")),
            _ if is_blank && before == 0 => {
                bytes.clear();
                room = LONGEST_HEAD;
            }
            _ if is_blank => return Ok(Some(http::Head::of(&bytes))),
            _ => {}
        }
    }
}

/// What a record turned out to be.
enum Found {
    Page(Member),
    /// Something of this kind, which is no report.
    Other(String),
    Unread(Refusal),
}

fn member(name: String, record: Record, limit: u64) -> Found {
    let kind = record.head.value("warc-type").unwrap_or("without type").to_ascii_lowercase();
    let is_answer = kind == "response";
    if !is_answer && kind != "resource" {
        return Found::Other(shown(&kind));
    }
    let Some(block) = record.block else { return Found::Unread(Refusal::too_large(None, limit)) };
    let (answer, body) = match is_answer && block.starts_with(b"HTTP/") {
        true => http::parted(&block),
        false if is_answer => return Found::Other("response without HTTP".to_owned()),
        false => (http::Head::default(), block.as_slice()),
    };
    if is_answer && !answer.is_success() {
        return Found::Other(format!("status {}", shown(answer.status().unwrap_or("unknown"))));
    }
    let content = if is_answer { &answer } else { &record.head };
    let media = content.media_type();
    let Some(called) = called(media.as_deref(), body) else {
        return Found::Other(media.map_or_else(|| "without type".to_owned(), |media| shown(&media)));
    };
    let (bytes, cut) = match http::unpacked(&answer, body, limit) {
        Ok(unpacked) => unpacked,
        Err(refusal) => return Found::Unread(refusal),
    };
    if bytes.is_empty() {
        return Found::Other("empty".to_owned());
    }
    if bytes.len() as u64 > limit {
        return Found::Unread(Refusal::too_large(Some(bytes.len() as u64), limit));
    }
    let of = |key| record.head.value(key).map(str::to_owned);
    let mut remarks = Vec::new();
    if let Some(why) = record.head.value("warc-truncated") {
        remarks.push(format!("cut off when it was fetched: {}", shortened(why)));
    }
    if cut {
        remarks.push("cut off: its last chunk is missing".to_owned());
    }
    let encoding = content.charset().and_then(page::of_label);
    let url = of("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
    let fetched = Fetched { id: of("warc-record-id"), url, date: of("warc-date"), encoding, remarks };
    Found::Page(Member { name, called: called.to_owned(), bytes, fetched: Some(fetched) })
}

/// The name by whose end the form of a media type is told; nothing where it is none that is read.
fn called(media: Option<&str>, body: &[u8]) -> Option<&'static str> {
    match media {
        Some("text/html" | "application/xhtml+xml") => Some("page.html"),
        Some("text/plain") => Some("page.txt"),
        Some("application/pdf") => Some("page.pdf"),
        None if body.trim_ascii_start().starts_with(b"<") => Some("page.html"),
        _ => None,
    }
}

/// A word of an archive, as a note may show it.
fn shown(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/+.- ".contains(c);
    word.chars().filter(|c| is_plain(*c)).take(40).collect()
}
