//! Types of incidents in documents of MUC-4, whose text has no capitals. Only whether a document tells of an incident of a
//! type is measured; a document with two attacks has one of the type.

use crate::plover::coded;
use crate::tally::Tally;
use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stemma::event::EventTable;
use stemma::model::{Event, EventFactuality, EventType};

/// The types that are told apart.
const TYPES: [&str; 5] = ["attack", "bombing", "kidnapping", "arson", "robbery"];

struct Document {
    text: String,
    gold: BTreeSet<String>,
}

/// Measures the documents of a file, or of dev.json in a folder.
pub fn run(path: &Path) -> Result<()> {
    let file = if path.is_dir() { path.join("dev.json") } else { path.to_path_buf() };
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let documents: Vec<Document> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(idx, line)| document(line).with_context(|| format!("{}, line {}", file.display(), idx + 1)))
        .collect::<Result<_>>()?;
    let english = stemma_assets::english().context("what the program knows of English is damaged")?;
    let table = EventTable::ours()?;
    let found: Vec<BTreeSet<String>> = documents
        .par_iter()
        .map(|one| {
            let events = coded(&one.text, &table, english).map_or(Vec::new(), |(text, events)| {
                events.iter().filter_map(|event| type_of(event, &text)).map(str::to_owned).collect()
            });
            events.into_iter().collect()
        })
        .collect();
    println!("documents: {}", documents.len());
    let constant = BTreeSet::from(["attack".to_owned()]);
    print("always_attack", &documents, |_| &constant);
    print("incident_types", &documents, |at| &found[at]);
    Ok(())
}

fn print<'a>(name: &str, documents: &[Document], found: impl Fn(usize) -> &'a BTreeSet<String>) {
    let mut by_type: BTreeMap<&str, Tally> = BTreeMap::new();
    for (at, one) in documents.iter().enumerate() {
        for kind in TYPES {
            let tally = by_type.entry(kind).or_default();
            let (gold, found) = (one.gold.contains(kind), found(at).contains(kind));
            tally.gold += usize::from(gold);
            tally.found += usize::from(found);
            tally.right += usize::from(gold && found);
        }
    }
    for (kind, tally) in by_type.iter().filter(|(_, tally)| tally.found > 0) {
        tally.print(&format!("{name}_{kind}"));
    }
    by_type.values().copied().sum::<Tally>().print(name);
}

fn document(line: &str) -> Result<Document> {
    let value: Value = serde_json::from_str(line)?;
    let text = value["doctext"].as_str().context("doctext is missing")?.to_owned();
    let templates = value["templates"].as_array().context("templates are missing")?;
    let types = templates.iter().filter_map(|one| one["incident_type"].as_str());
    // "bombing / attack" is either.
    let gold = types.flat_map(|name| name.split(" / ")).map(str::to_owned).collect();
    Ok(Document { text, gold })
}

/// The type of incident that an event is, if it happened at all.
fn type_of(event: &Event, text: &str) -> Option<&'static str> {
    let happened = matches!(
        event.factuality,
        EventFactuality::Actual | EventFactuality::Alleged | EventFactuality::Historical
    );
    let kind = event.kinds.first().filter(|kind| happened && kind.kind == EventType::Assault)?;
    let predicate = event.predicate.of(text).to_lowercase();
    let burns = ["burn", "set", "arson", "torch"].iter().any(|word| predicate.starts_with(word));
    Some(match kind.mode.as_deref() {
        Some("abduct") => "kidnapping",
        Some("explosives" | "suicide-attack") => "bombing",
        Some("primitive" | "destroy") if burns => "arson",
        _ => "attack",
    })
}
