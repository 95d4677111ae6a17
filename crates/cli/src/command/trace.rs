//! `stemma trace QUERY FILES...`: where a sentence stands, verbatim or changed.

use super::{copies_of, ended};
use crate::arguments::{CommonArguments, TraceArguments};
use crate::console::Console;
use crate::exit::Exit;
use crate::progress;
use anyhow::{Context as _, ensure};
use std::io::{Read, empty, stdin};
use stemma::Trace;
use stemma_report::{jsonl, terminal};

/// A longer query is a report, and belongs among the files of `copies`.
const QUERY_LIMIT: u64 = 1 << 20;

/// Reads the files and writes where the sentences of the query stand in them.
pub fn run(arguments: &TraceArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let from_stdin = arguments.query == "-";
    let both = from_stdin && arguments.files.iter().any(|file| file.as_os_str() == "-");
    ensure!(!both, "standard input is either the words to look for or a report, not both");
    let query = if from_stdin { read_query()? } else { arguments.query.clone() };
    ensure!(query.contains(char::is_alphanumeric), "there is no word to look for");
    ensure!(query.len() as u64 <= QUERY_LIMIT, "the words to look for have more than {QUERY_LIMIT} bytes");
    let reading = common.reading_texts(arguments.jsonl)?;
    let pile = if from_stdin {
        progress::read(&arguments.files, &mut empty(), &reading)
    } else {
        progress::read(&arguments.files, &mut stdin().lock(), &reading)
    };
    console.warn_shortly(&pile.unread, &pile.notes);
    if pile.sources.is_empty() {
        console.error("nothing could be read");
        return Ok(Exit::Failed);
    }
    let trace = stemma::trace(&query, copies_of(pile, &arguments.comparing)?);
    write(&trace, arguments, console)?;
    Ok(exit(&trace))
}

fn read_query() -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    stdin().lock().take(QUERY_LIMIT + 1).read_to_end(&mut bytes).context("cannot read standard input")?;
    String::from_utf8(bytes).context("the words to look for are not UTF-8")
}

fn write(trace: &Trace, arguments: &TraceArguments, console: &Console) -> anyhow::Result<()> {
    if arguments.json {
        return console.write_parts(jsonl::trace(trace).into_iter());
    }
    let options = console.options(arguments.all, None);
    console.write(&terminal::trace(trace, &options))
}

fn exit(trace: &Trace) -> Exit {
    let is_found = trace.sentences.iter().any(|sentence| sentence.family.is_some());
    ended(&trace.account, is_found)
}
