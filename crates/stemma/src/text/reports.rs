//! Sources into reports: equal texts of one outlet and one address are captures of one report.

use super::lay_out;
use crate::account::record::{Value, canonical_bytes};
use crate::model::{Capture, Layout, Report, Sha256, Source};
use rayon::prelude::*;

/// A source on its way into a report.
struct Keyed {
    /// What makes two sources captures of one report. Leads the order of the account, which so depends on content
    /// alone.
    identity: Sha256,
    text_sha256: Sha256,
    source: Source,
}

impl Keyed {
    fn of(source: Source) -> Self {
        let text_sha256 = Sha256::of(source.text.as_bytes());
        let optional = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
        let parts = Value::List(vec![
            Value::Text(text_sha256.to_string()),
            optional(&source.outlet),
            optional(&source.url),
        ]);
        Keyed { identity: Sha256::of(&canonical_bytes(&parts)), text_sha256, source }
    }
}

/// Brings captures of equal texts together and lays out each report, in the order of the account.
///
/// There may be a million sources, so none is copied, and no list is made for a group of one.
pub fn reports(sources: Vec<Source>) -> Vec<Report> {
    let mut keyed: Vec<Keyed> = sources.into_par_iter().map(Keyed::of).collect();
    keyed.par_sort_unstable_by(|a, b| {
        let of = |keyed: &Keyed| (keyed.identity, keyed.source.original_sha256);
        of(a).cmp(&of(b)).then_with(|| a.source.name.cmp(&b.source.name))
    });
    let mut reports: Vec<Report> = Vec::new();
    let mut last = None;
    for Keyed { identity, text_sha256, source } in keyed {
        match reports.last_mut().filter(|_| last == Some(identity)) {
            Some(report) => add(report, source),
            None => reports.push(without_layout(text_sha256, source)),
        }
        last = Some(identity);
    }
    reports.par_iter_mut().for_each(|report| report.layout = lay_out(&report.text));
    reports
}

/// The report of the first source that carries its text, not yet laid out.
pub(crate) fn without_layout(text_sha256: Sha256, source: Source) -> Report {
    let mut report = Report {
        text_sha256,
        text: String::new(),
        outlet: None,
        owner: None,
        url: None,
        published: None,
        modified: None,
        previous: None,
        captures: Vec::with_capacity(1),
        layout: Layout::default(),
    };
    add(&mut report, source);
    report
}

/// Adds a source that carries the same text: of several first dates the earliest holds, of last dates the latest.
fn add(report: &mut Report, source: Source) {
    report.text = source.text;
    report.outlet = source.outlet;
    report.url = source.url;
    report.owner = first(report.owner.take(), source.owner);
    report.published = first(report.published.take(), source.published);
    report.modified = report.modified.take().max(source.modified);
    report.captures.push(Capture {
        name: source.name,
        record_id: source.record_id,
        original_sha256: source.original_sha256,
        encoding: source.encoding,
        derivation: source.derivation,
        map: source.map,
        captured: source.captured,
    });
}

/// The smaller of two; that which is known where one is not.
fn first<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
