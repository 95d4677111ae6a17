//! Sources into reports: equal texts of one outlet and one address are captures of one report.

use super::lay_out;
use crate::account::record::{Value, canonical_bytes};
use crate::model::{Capture, Report, Sha256, Source};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What makes two sources captures of one report.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    /// Leads, so that reports stand in an order that depends on content alone.
    key: Sha256,
}

impl Identity {
    fn of(source: &Source) -> Self {
        let optional = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
        let parts = Value::List(vec![
            Value::Text(Sha256::of(source.text.as_bytes()).to_string()),
            optional(&source.outlet),
            optional(&source.url),
        ]);
        Identity { key: Sha256::of(&canonical_bytes(&parts)) }
    }
}

/// Brings captures of equal texts together and lays out each report, in the order of the account.
pub fn reports(sources: Vec<Source>) -> Vec<Report> {
    let keyed: Vec<(Identity, Source)> =
        sources.into_par_iter().map(|source| (Identity::of(&source), source)).collect();
    let mut groups: BTreeMap<Identity, Vec<Source>> = BTreeMap::new();
    for (identity, source) in keyed {
        groups.entry(identity).or_default().push(source);
    }
    let groups: Vec<Vec<Source>> = groups.into_values().collect();
    groups.into_par_iter().map(report).collect()
}

/// One report of all the sources that carry its text.
fn report(mut sources: Vec<Source>) -> Report {
    sources.sort_by(|a, b| (&a.original_sha256, &a.name).cmp(&(&b.original_sha256, &b.name)));
    let published = sources.iter().filter_map(|source| source.published.clone()).min();
    let modified = sources.iter().filter_map(|source| source.modified.clone()).max();
    let owner = sources.iter().filter_map(|source| source.owner.clone()).min();
    let mut text = String::new();
    let mut captures = Vec::with_capacity(sources.len());
    let mut address = (None, None);
    for source in sources {
        text = source.text;
        address = (source.outlet, source.url);
        captures.push(Capture {
            name: source.name,
            original_sha256: source.original_sha256,
            encoding: source.encoding,
            derivation: source.derivation,
            map: source.map,
            captured: source.captured,
        });
    }
    let (outlet, url) = address;
    Report {
        text_sha256: Sha256::of(text.as_bytes()),
        layout: lay_out(&text),
        text,
        outlet,
        owner,
        url,
        published,
        modified,
        previous: None,
        captures,
    }
}
