//! Are the texts of all reports among the sources, as they were, and no text besides?

use super::findings::{CaptureFinding, Findings, ReportFinding};
use super::problem::{Problems, shown};
use crate::account::identifiers::text_identifier;
use crate::account::record::{Record, Value};
use crate::account::report_records::capture_record;
use crate::model::{Derivation, Sha256, Source};
use std::collections::{BTreeMap, BTreeSet};

/// How many names of files a problem lists.
const LISTED_NAMES: usize = 4;

/// The texts of reports that are among the sources, by the identifier of the report.
pub(super) type Texts<'a> = BTreeMap<&'a str, &'a str>;

/// A source and what an account that knows it must say of it.
struct Expected<'a> {
    source: &'a Source,
    text_sha256: String,
    report: String,
    capture: String,
}

impl<'a> Expected<'a> {
    fn of(source: &'a Source) -> Self {
        let text_sha256 = Sha256::of(source.text.as_bytes()).to_string();
        let (outlet, url) = (source.outlet.as_deref(), source.url.as_deref());
        let report = text_identifier(&text_sha256, outlet, url);
        let capture = capture_record(
            Value::from(report.as_str()),
            &source.name,
            source.original_sha256,
            &source.encoding,
            &source.derivation,
            source.captured.as_ref(),
        );
        Expected { source, text_sha256, report, capture: identifier_in(&capture) }
    }
}

/// Checks reports and captures against the sources, and gives the texts that the other checks need.
pub(super) fn check<'a>(
    findings: &Findings<'a>,
    sources: &'a [Source],
    problems: &mut Problems,
) -> Texts<'a> {
    let expected: Vec<Expected<'a>> = sources.iter().map(Expected::of).collect();
    let texts = check_reports(findings, &expected, problems);
    check_captures(findings, &expected, problems);
    check_strangers(findings, &expected, problems);
    texts
}

fn check_reports<'a>(
    findings: &Findings<'a>,
    expected: &[Expected<'a>],
    problems: &mut Problems,
) -> Texts<'a> {
    let by_text: BTreeMap<&str, &'a str> =
        expected.iter().map(|known| (&*known.text_sha256, &*known.source.text)).collect();
    let by_report = grouped(expected.iter().map(|known| (&*known.report, known.source)));
    let captures = grouped(findings.captures.iter().map(|one| (one.report, one)));
    let mut texts = Texts::new();
    for report in &findings.reports {
        let captures = captures.get(report.id).map_or(&[][..], Vec::as_slice);
        if captures.is_empty() {
            problems.add(report.id, "no capture says where this report was found");
        }
        let kept = check_kept_text(report, captures, problems);
        let Some(text) = by_text.get(report.text_sha256) else {
            let names: Vec<&str> = captures.iter().map(|one| one.name).collect();
            problems.add(report.id, missing(&names));
            // Another extractor may take another text out of the same page: the spans can be checked still.
            texts.extend(kept.map(|text| (report.id, text)));
            continue;
        };
        texts.insert(report.id, text);
        if report.bytes != text.len() {
            let text = format!("its text has {} bytes, not {}", text.len(), report.bytes);
            problems.add(report.id, text);
        }
        let identity = text_identifier(report.text_sha256, report.outlet, report.url);
        match by_report.get(&*identity) {
            Some(sources) => check_metadata(report, sources, problems),
            None => problems.add(report.id, "its outlet and address are those of no source"),
        }
    }
    texts
}

/// The text that an account keeps of a report, where it is that text: it keeps one exactly where none of the
/// captures is decoded.
fn check_kept_text<'a>(
    report: &ReportFinding<'a>,
    captures: &[&CaptureFinding<'_>],
    problems: &mut Problems,
) -> Option<&'a str> {
    let is_decoded = captures.iter().any(|one| one.derivation == Derivation::Decoded);
    match report.text {
        None if !is_decoded && !captures.is_empty() => {
            problems.add(report.id, "its text is not kept, and no capture is a file that is this text");
        }
        Some(_) if is_decoded => {
            problems.add(report.id, "its text is kept although a capture is a file that is this text");
        }
        _ => {}
    }
    let kept = report.text?;
    if Sha256::of(kept.as_bytes()).to_string() == report.text_sha256 {
        return Some(kept);
    }
    problems.add(report.id, "the text that is kept is not that of its hash");
    None
}

fn check_metadata(report: &ReportFinding<'_>, sources: &[&Source], problems: &mut Problems) {
    let owners = sources.iter().filter_map(|one| one.owner.as_deref());
    if report.owner != owners.min() {
        problems.add(report.id, "the sources give another owner of its outlet");
    }
    let published = sources.iter().filter_map(|one| one.published.as_ref());
    if report.published.as_ref() != published.min() {
        problems.add(report.id, "the sources give another date of publication");
    }
    let modified = sources.iter().filter_map(|one| one.modified.as_ref());
    if report.modified.as_ref() != modified.max() {
        problems.add(report.id, "the sources give another date of change");
    }
}

fn check_captures(findings: &Findings<'_>, expected: &[Expected<'_>], problems: &mut Problems) {
    let agreeing: BTreeSet<&str> = expected.iter().map(|known| &*known.capture).collect();
    let by_hash: BTreeMap<String, &Expected<'_>> =
        expected.iter().map(|known| (known.source.original_sha256.to_string(), known)).collect();
    for capture in &findings.captures {
        if agreeing.contains(capture.id) {
            continue;
        }
        let why = contradiction(capture, by_hash.get(capture.original_sha256).copied());
        let text = format!("{}: {why}", shown(capture.name));
        problems.add(capture.id, text);
    }
}

/// What a source with the bytes of a capture says against it.
fn contradiction(capture: &CaptureFinding<'_>, known: Option<&Expected<'_>>) -> String {
    let Some(known) = known else {
        return "no source has the bytes that were captured".to_owned();
    };
    let source = known.source;
    if source.derivation != capture.derivation {
        let (now, then) = (way(&source.derivation), way(&capture.derivation));
        return format!("the text of the source with these bytes is {now}, that of the account {then}");
    }
    let reason = if known.report != capture.report {
        "the source with these bytes belongs to another report"
    } else if source.encoding != capture.encoding {
        "the source with these bytes is in another encoding"
    } else if source.captured != capture.captured {
        "the source with these bytes gives another date of capture"
    } else {
        "its identifier is that of no source"
    };
    reason.to_owned()
}

/// How a text was got, for people: a later version of an extractor is the likeliest reason for another text.
fn way(derivation: &Derivation) -> String {
    match derivation {
        Derivation::Decoded => "decoded".to_owned(),
        Derivation::Record => "that of a record".to_owned(),
        Derivation::Extracted { extractor } => format!("taken out of a page by {}", shown(extractor)),
    }
}

/// The account lists each source as often as it is there: neither a copy less nor a copy more.
fn check_strangers(findings: &Findings<'_>, expected: &[Expected<'_>], problems: &mut Problems) {
    let listed = grouped(findings.captures.iter().map(|one| (one.id, one.name)));
    let there = grouped(expected.iter().map(|one| (&*one.capture, &*one.source.name)));
    for (id, names) in &there {
        let known = listed.get(id).map_or(0, Vec::len);
        if known == 0 {
            for name in names {
                problems.add_account(format!("source {} is not part of this account", shown(name)));
            }
        } else if known < names.len() {
            let text = format!(
                "a source is not part of this account: {} have the same bytes, {known} listed",
                list(names)
            );
            problems.add_account(text);
        }
    }
    for (id, names) in &listed {
        let found = there.get(id).map_or(0, Vec::len);
        if 0 < found && found < names.len() {
            let text =
                format!("{} are listed with the same bytes, but only {found} among the sources", list(names));
            problems.add(id, text);
        }
    }
}

fn missing(names: &[&str]) -> String {
    format!("its text is not among the sources (dropped or changed); it was found in {}", list(names))
}

fn list(names: &[&str]) -> String {
    let first = names.iter().take(LISTED_NAMES).map(|name| shown(name));
    let mut listed = first.collect::<Vec<_>>().join(", ");
    if names.len() > LISTED_NAMES {
        listed.push_str(&format!(" and {} more", names.len() - LISTED_NAMES));
    }
    listed
}

fn grouped<'k, V>(pairs: impl Iterator<Item = (&'k str, V)>) -> BTreeMap<&'k str, Vec<V>> {
    let mut groups: BTreeMap<&str, Vec<V>> = BTreeMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

fn identifier_in(record: &Record) -> String {
    match record.get("id") {
        Some(Value::Text(id)) => id.clone(),
        _ => String::new(),
    }
}
