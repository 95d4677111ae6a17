//! Files into sources: paths in, decoded texts out, and a list of everything that could not be read.
//!
//! | module | question |
//! |---|---|
//! | `walk` | which files do these arguments mean? |
//! | `pattern` | which paths does a pattern match that no shell has expanded? |
//! | `read` | what bytes are in them, within the limit? |
//! | `format` | are the bytes no text (PDF, a picture, an archive), or is the text markup? |
//! | `form` | are they records, a web page, or plain text? |
//! | `decode` | which encoding are they in? |
//! | `guess` | what do bytes look like that say nothing of themselves? |
//! | `flaws` | how many bad bytes may a text have? |
//! | `convert` | what text is that? |
//! | `mapped` | which bytes does each part of a text come from? |
//! | `record` | what do the fields of a JSON record say? |
//! | `table` | what do the rows of a table (CSV, TSV) say? |
//! | `feed` | what do the items of a feed (RSS, Atom, JSON Feed) say? |
//! | `container` | what is in an archive (gzip, zip, tar) or a web archive (WARC)? |
//! | `page` | what is the article of a web page, and what does its head say? |
//! | `dates` | is this a date? |
//! | `address` | is this the address of a page, and who registered its domain? |
//! | `outlets` | who published it, and who owns that outlet? |
//! | `coder_lists` | which actors does a coder know, and which rows were coded before? |
//! | `time_limit` | what if some work does not end? |
//! | `watch` | who is told how far reading has come? |
//! | `refusal` | why was something not read, in words a reporter can act on? |
//!
//! [`read_pile`] never fails: what cannot be read is listed and the rest is read. The same files give the
//! same pile, whatever the order of the arguments and the number of threads.

mod address;
mod coder_lists;
mod container;
mod convert;
mod dates;
mod decode;
mod feed;
mod flaws;
mod form;
mod format;
mod guess;
mod mapped;
mod outlets;
mod page;
mod pattern;
mod read;
mod record;
mod refusal;
mod scratch;
mod table;
mod time_limit;
mod walk;
mod watch;

pub use coder_lists::{CodedRow, ListError, ListedActor, read_actors, read_coded_rows};
pub use outlets::{Outlet, Outlets, OutletsError, read_outlets};
pub use page::{Article, ArticleExtractor, Readability, Trafilatura, shown_text};
pub use scratch::OnDisk;
pub use table::Columns;
pub use walk::{File, Listing, list as list_files};
pub use watch::Watcher;

use container::{Budget, Input};
use encoding_rs::Encoding;
use form::Form;
use format::Markup;
use rayon::prelude::*;
use refusal::Refusal;
use std::cell::Cell;
use std::io::{BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use stemma::model::{DateEvidence, Derivation, Note, OriginalMap, Sha256, Source, Unread};
use watch::Watched;

/// Bytes of files that are read at the same moment. Four of the largest files allowed by default; with
/// their texts they need at most some hundred megabytes beside the result, on any number of cores.
const BATCH_BYTES: u64 = 256 << 20;

/// What a caller may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Files with more bytes are not read but listed. Of a file with one record a line it is the limit of a
    /// line, and the file may have any length. Values above 4 GiB - 1 count as 4 GiB - 1, for
    /// offsets have 32 bits.
    ///
    /// 64 MiB by default: a news report has some kilobytes, and a year of a parliament's transcripts in
    /// one file some tens of megabytes. What is larger is seldom a report, and in an old encoding it could
    /// take more than a gigabyte of memory, as every converted letter remembers its place in the file.
    pub max_file_bytes: u64,
    /// Which outlet stands behind which domain, as the user knows it; empty by default.
    pub outlets: Outlets,
    /// Whether every file is one record a line, whatever it is called. By default its name and its first bytes
    /// tell.
    pub records: bool,
    /// Whether the way from each text back to the bytes of its file is kept. It is by default. Every
    /// escape in a record is a piece of that way, and who only asks for places in the texts needs none of them.
    pub maps: bool,
    /// Whether articles are taken out of web pages by the faster extractor, which is less exact. By default the better one
    /// goes first. Each is asked where the other finds little.
    pub fast: bool,
    /// The day on which sources were published that do not say so themselves, in ISO 8601; none by default.
    pub published: Option<String>,
    /// Which columns of tables say what; by default the names in their first row tell.
    pub columns: Columns,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            max_file_bytes: 64 << 20,
            outlets: Outlets::default(),
            records: false,
            maps: true,
            fast: false,
            published: None,
            columns: Columns::default(),
        }
    }
}

/// What was found at the places a user named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pile {
    /// What was read, by name.
    pub sources: Vec<Source>,
    /// What was given and not read, by name.
    pub unread: Vec<Unread>,
    /// What a reader should know about a source, a folder or an argument, by name.
    pub notes: Vec<Note>,
}

/// Reads all files that `inputs` mean: files, folders, patterns, and `stdin` where one of them is `-`.
pub fn read_pile(inputs: &[PathBuf], stdin: &mut dyn Read, options: &Options) -> Pile {
    read_pile_watched(inputs, stdin, options, &())
}

/// Does what [`read_pile`] does, while somebody watches.
pub fn read_pile_watched(
    inputs: &[PathBuf],
    stdin: &mut dyn Read,
    options: &Options,
    watcher: &dyn Watcher,
) -> Pile {
    let reader = Reader::of(options);
    let listing = walk::list(inputs);
    watcher.found(listing.files.len(), listing.files.iter().filter_map(|file| file.bytes).sum());
    let mut pile = Pile { sources: Vec::new(), unread: listing.unread, notes: listing.notes };
    if listing.stdin {
        pile.absorb(reader.read(Input::of(walk::STDIN, stdin, &Budget::default())));
    }
    for batch in batches(&listing.files, reader.limit) {
        let read: Vec<Pile> = batch.par_iter().map(|file| reader.read_file(file, watcher)).collect();
        read.into_iter().for_each(|of_file| pile.absorb(of_file));
    }
    pile.sources.sort_by(|a, b| a.name.cmp(&b.name));
    pile.unread.sort();
    pile.notes.sort();
    pile
}

/// Reads one file whose bytes are at hand, under the name that it has; the end of the name tells its form as that
/// of a path does.
pub fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> Pile {
    Reader::of(options).read_member(name, name, bytes, 0, &Budget::of(bytes.len() as u64))
}

/// Reads a file under the name that it was given, wherever it lies now: the name tells its form and stands in all that is
/// said of it.
pub fn read_file(file: &File, options: &Options) -> Pile {
    Reader::of(options).read_file(file, &())
}

impl Pile {
    /// One source and what is to be said about it.
    fn of(source: Source, remarks: Vec<String>) -> Self {
        let note = |text| Note { name: source.name.clone(), text };
        let notes = remarks.into_iter().map(note).collect();
        Pile { sources: vec![source], unread: Vec::new(), notes }
    }

    /// One thing that was not read.
    fn of_refusal(name: &str, refusal: Refusal) -> Self {
        Pile { unread: vec![refusal.of(name)], ..Pile::default() }
    }

    fn absorb(&mut self, other: Pile) {
        self.sources.extend(other.sources);
        self.unread.extend(other.unread);
        self.notes.extend(other.notes);
    }
}

/// What is the same for all files of a pile.
struct Reader<'a> {
    limit: u64,
    outlets: &'a Outlets,
    records: bool,
    maps: bool,
    extractors: &'static [&'static dyn ArticleExtractor],
    published: Option<&'a str>,
    columns: &'a Columns,
}

impl<'a> Reader<'a> {
    fn of(options: &'a Options) -> Self {
        Reader {
            limit: options.max_file_bytes.min(u64::from(u32::MAX)),
            outlets: &options.outlets,
            records: options.records,
            maps: options.maps,
            extractors: if options.fast {
                &[&Readability, &Trafilatura]
            } else {
                &[&Trafilatura, &Readability]
            },
            published: options.published.as_deref(),
            columns: &options.columns,
        }
    }

    fn read_file(&self, file: &File, watcher: &dyn Watcher) -> Pile {
        watcher.begins(&file.name);
        let read = Cell::new(0);
        let pile = match std::fs::File::open(&file.path) {
            Ok(open) => {
                let budget = file.bytes.map_or_else(Budget::default, Budget::of);
                let mut stream = Watched { stream: &open, watcher, read: &read };
                let input = Input::of(&file.name, &mut stream, &budget);
                let seekable = file.bytes.is_some().then_some(&open);
                self.read(Input { path: &file.path, bytes: file.bytes, seekable, ..input })
            }
            Err(error) => Pile::of_refusal(&file.name, Refusal::of_io(&file.path, &error)),
        };
        // What was left, or read at other places than one behind the other.
        watcher.advances(file.bytes.unwrap_or(0).saturating_sub(read.get()));
        watcher.ends();
        pile
    }

    /// Reads bytes that are at hand, from a container that lies in `depth` others. The name is for people, and the end of
    /// what they are `called` tells their form; neither is ever opened.
    fn read_member(&self, name: &str, called: &str, bytes: &[u8], depth: u8, budget: &Budget) -> Pile {
        let mut stream = bytes;
        let input = Input::of(name, &mut stream, budget);
        self.read(Input { called, bytes: Some(bytes.len() as u64), depth, ..input })
    }

    /// Reads what a stream holds. A mistake of ours, or of a crate, costs this stream and nothing beside it.
    fn read(&self, input: Input) -> Pile {
        let name = input.name;
        let read = catch_unwind(AssertUnwindSafe(|| self.try_read(input)));
        let read = read.unwrap_or_else(|_| Err(Refusal::broken()));
        self.kept(read.unwrap_or_else(|refusal| Pile::of_refusal(name, refusal)))
    }

    /// What was read, as much of it as is kept.
    fn kept(&self, mut pile: Pile) -> Pile {
        if !self.maps {
            pile.sources.iter_mut().for_each(|source| source.map = OriginalMap::default());
        }
        if let Some(day) = self.published {
            let given = || DateEvidence { value: day.to_owned(), method: "--date".to_owned() };
            pile.sources.iter_mut().for_each(|source| _ = source.published.get_or_insert_with(given));
        }
        pile
    }

    fn try_read(&self, input: Input) -> Result<Pile, Refusal> {
        let Input { name, path, .. } = input;
        let head = read::head(path, input.stream)?;
        if let Some(kind) = container::kind(&head) {
            return container::read(kind, head, input, self);
        }
        format::refuse_binary(&head)?;
        let form = if self.records { Form::Lines } else { form::form(Path::new(input.called), &head) };
        if form == Form::Lines {
            record::refuse_utf16(&head)?;
            let mut lines = BufReader::new(head.as_slice().chain(input.stream));
            return Ok(record::read_lines(name, path, &mut lines, self));
        }
        if let Form::Table { only_tabs } = form {
            let mut rows = BufReader::new(head.as_slice().chain(input.stream));
            return table::read_table(name, path, &head, &mut rows, only_tabs, self);
        }
        let bytes = read::read_limited(path, head, input.stream, input.bytes, self.limit)?;
        match form {
            Form::Json => record::read_json(name, &bytes, self.outlets),
            Form::JsonOrText => match record::read_json(name, &bytes, self.outlets) {
                Ok(pile) => Ok(pile),
                Err(_) => self.text(name, bytes, input.encoding),
            },
            Form::Page => self.page(name, bytes, input.encoding),
            Form::Feed => feed::read_feed(name, bytes, self.outlets),
            Form::JsonFeed => feed::read_json_feed(name, &bytes, self.outlets),
            Form::Lines | Form::Table { .. } | Form::Text => self.text(name, bytes, input.encoding),
        }
    }

    fn page(&self, name: &str, bytes: Vec<u8>, told: Option<&'static Encoding>) -> Result<Pile, Refusal> {
        let original_sha256 = Sha256::of(&bytes);
        let page = page::decode_page(bytes, told)?;
        Ok(page::read_page(name, original_sha256, page, self.extractors, self.outlets))
    }

    /// Plain text says nothing about outlet, address and dates, and a file name or the clock of a file system
    /// is no evidence for them.
    fn text(&self, name: &str, bytes: Vec<u8>, told: Option<&'static Encoding>) -> Result<Pile, Refusal> {
        let original_sha256 = Sha256::of(&bytes);
        let decoded = match told {
            Some(_) => decode::with_control_characters(page::decode_page(bytes, told)?)?,
            None => decode::decode(bytes)?,
        };
        refuse_many_lines(&decoded.text)?;
        match format::markup(&decoded.text) {
            // In UTF-16, where the bytes did not show it.
            Some(Markup::Page) => {
                return Ok(page::read_page(name, original_sha256, decoded, self.extractors, self.outlets));
            }
            Some(Markup::Other(refusal)) => return Err(refusal),
            None => {}
        }
        let source = Source {
            name: name.to_owned(),
            record_id: None,
            original_sha256,
            encoding: decoded.encoding.to_owned(),
            text: decoded.text,
            derivation: Derivation::Decoded,
            map: decoded.map,
            outlet: None,
            owner: None,
            url: None,
            published: None,
            modified: None,
            captured: None,
        };
        Ok(Pile::of(source, decoded.remarks))
    }
}

/// A text with more line breaks is no report but a list or a log. Each line may become a paragraph of the
/// account, which takes some hundred times the memory of a line with one character.
const MOST_LINE_BREAKS: usize = 1_000_000;

fn refuse_many_lines(text: &str) -> Result<(), Refusal> {
    let is_break =
        |c: &char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.len() <= MOST_LINE_BREAKS {
        return Ok(());
    }
    let breaks = text.chars().filter(is_break).count() - text.matches("\r\n").count();
    if breaks > MOST_LINE_BREAKS { Err(Refusal::too_many_lines(breaks, MOST_LINE_BREAKS)) } else { Ok(()) }
}

/// Parts the files so that no part has more than [`BATCH_BYTES`], except where a single file has.
fn batches(files: &[File], limit: u64) -> Vec<&[File]> {
    let mut batches = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (idx, file) in files.iter().enumerate() {
        let bytes = file.bytes.unwrap_or(limit).min(limit);
        if held + bytes > BATCH_BYTES && idx > start {
            batches.push(&files[start..idx]);
            (start, held) = (idx, 0);
        }
        held += bytes;
    }
    if start < files.len() {
        batches.push(&files[start..]);
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: Option<u64>) -> File {
        File { name: String::new(), path: PathBuf::new(), bytes }
    }

    fn batch_lengths(sizes: &[Option<u64>], limit: u64) -> Vec<usize> {
        let files: Vec<File> = sizes.iter().map(|size| file(*size)).collect();
        batches(&files, limit).iter().map(|batch| batch.len()).collect()
    }

    #[test]
    fn small_files_are_read_together_and_large_ones_apart() {
        let large = Some(BATCH_BYTES);
        assert_eq!(batch_lengths(&[Some(1), Some(2), large], u64::MAX), [2, 1]);
        assert_eq!(batch_lengths(&[large, Some(1), Some(2)], u64::MAX), [1, 2]);
        assert_eq!(batch_lengths(&[], 1), [0; 0]);
    }

    #[test]
    fn a_file_counts_no_more_than_the_limit_and_a_pipe_as_much() {
        let huge = Some(u64::MAX);
        assert_eq!(batch_lengths(&[huge, huge, Some(1)], 10), [3]);
        assert_eq!(batch_lengths(&[None, None], BATCH_BYTES), [1, 1]);
    }

    #[test]
    fn a_text_of_very_many_lines_is_refused_and_a_long_one_is_not() {
        assert!(refuse_many_lines(&".\r\n".repeat(MOST_LINE_BREAKS)).is_ok());
        let refusal = refuse_many_lines(&".\n".repeat(MOST_LINE_BREAKS + 1)).expect_err("it is too long");
        assert_eq!(refusal.reason, "too many lines: 1,000,001 line breaks, and the limit is 1,000,000");
    }
}
