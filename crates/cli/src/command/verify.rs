//! `stemma verify ACCOUNT.jsonl SOURCES...`: does everything that a kept account says hold?

use super::digest_of;
use crate::arguments::{CommonArguments, VerifyArguments};
use crate::console::{Console, say};
use crate::exit::Exit;
use crate::progress;
use anyhow::{Context as _, bail, ensure};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, empty, stdin};
use std::path::Path;
use stemma::account::Problem;
use stemma::account::record::{Record, Value};
use stemma_report::{jsonl, visible};

/// An account with more bytes is not read, so that a file without an end cannot fill the memory.
const ACCOUNT_LIMIT: u64 = 4 << 30;

/// What most often makes a sound account fail.
const OUTLETS_HINT: &str = "hint: an account that was made with a list of outlets is verified with the same \
    list (--outlets), one that was made without is verified without; so is one that was made with a day (--date)";

/// Checks the account and writes what does not hold, or what was checked.
pub fn run(arguments: &VerifyArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let from_stdin = is_stdin(&arguments.account);
    let both = from_stdin && arguments.sources.iter().any(|source| is_stdin(source));
    ensure!(!both, "standard input is either the account or a source, not both");
    let reading = common.reading()?;
    let name = arguments.account.display();
    let bytes = read_account(&arguments.account).with_context(|| format!("cannot read {name}"))?;
    let pile = if from_stdin {
        progress::read(&arguments.sources, &mut empty(), &reading)
    } else {
        progress::read(&arguments.sources, &mut stdin().lock(), &reading)
    };
    console.warn(&pile.unread, &pile.notes);
    if pile.sources.is_empty() {
        bail!("no source could be read");
    }
    let records = records_of(&bytes);
    let answer = match &records {
        Ok(records) => answer_of(records, stemma::account::verify(records, &pile.sources)),
        Err(problem) => Err(vec![problem.clone()]),
    };
    console.write(&shown(&answer))?;
    if answer.is_err()
        && (common.outlets.is_some()
            || common.date.is_some()
            || records.is_ok_and(|records| names_outlets(&records)))
    {
        say(OUTLETS_HINT);
    }
    Ok(match answer {
        Err(_) => Exit::NotVerified,
        Ok(_) if !pile.unread.is_empty() => Exit::PartlyRead,
        Ok(_) => Exit::Done,
    })
}

/// Whether a list of outlets may have had a part in these records.
fn names_outlets(records: &[Record]) -> bool {
    records.iter().any(|record| super::text_of(record, "outlet").is_some())
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read_account(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut source: Box<dyn Read> =
        if is_stdin(path) { Box::new(stdin().lock()) } else { Box::new(File::open(path)?) };
    let mut bytes = Vec::new();
    source.by_ref().take(ACCOUNT_LIMIT + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= ACCOUNT_LIMIT, "it has more than {ACCOUNT_LIMIT} bytes");
    Ok(bytes)
}

/// The records of an account, or why it is none.
fn records_of(bytes: &[u8]) -> Result<Vec<Record>, Problem> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| whole(format!("not UTF-8 from byte {} on", error.valid_up_to())))?;
    jsonl::read(text).map_err(|error| whole(format!("not JSON Lines of an account: {error}")))
}

/// A problem of the account as a whole.
fn whole(text: String) -> Problem {
    Problem { finding: "account".into(), text }
}

/// What was checked, where all of it holds.
struct Verified {
    reports: usize,
    findings: usize,
    digest: String,
}

fn answer_of(records: &[Record], problems: Vec<Problem>) -> Result<Verified, Vec<Problem>> {
    if !problems.is_empty() {
        return Err(problems);
    }
    let digest =
        digest_of(records).ok_or_else(|| vec![whole("the first line is no header with a digest".into())])?;
    let is_report = |record: &&Record| super::text_of(record, "record") == Some("report");
    Ok(Verified {
        reports: records.iter().filter(is_report).count(),
        findings: records.iter().filter(|record| matches!(record.get("id"), Some(Value::Text(_)))).count(),
        digest: digest.to_owned(),
    })
}

fn shown(answer: &Result<Verified, Vec<Problem>>) -> String {
    let mut lines = String::new();
    let written = match answer {
        Ok(Verified { reports, findings, digest }) => {
            let (s, t) = (plural(*reports), plural(*findings));
            let digest = visible(digest);
            writeln!(lines, "verified: {reports} report{s}, {findings} finding{t}, digest {digest}")
        }
        Err(problems) => problems
            .iter()
            .try_for_each(|problem| {
                writeln!(lines, "{}: {}", visible(&problem.finding), visible(&problem.text))
            })
            .and_then(|()| writeln!(lines, "failed: {} problem{}", problems.len(), plural(problems.len()))),
    };
    written.expect("a String takes every write");
    lines
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}
