//! Reports of ECB+ with the happenings that are marked in them.

use crate::sentences;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use stemma::model::ByteRange;

/// A marked happening.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Its words, from the first to the last.
    pub range: ByteRange,
    /// What names the happening over all reports of a topic; of one that is mentioned once, its own place.
    pub happening: String,
}

/// A report and what is marked in it.
pub struct Marked {
    /// The file.
    pub name: String,
    /// The text, each sentence a paragraph.
    pub text: String,
    /// The happenings.
    pub mentions: Vec<Mention>,
}

/// Reads one file.
pub fn read(file: &Path) -> Result<Marked> {
    let gold = sentences::read(file, "\n\n")?;
    let xml = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let document = roxmltree::Document::parse(&xml).with_context(|| format!("in {}", file.display()))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut chains: BTreeMap<String, String> = BTreeMap::new();
    for relation in document.descendants().filter(|node| node.tag_name().name().ends_with("_COREF")) {
        let across = relation.attribute("note").filter(|_| relation.has_tag_name("CROSS_DOC_COREF"));
        let within = || format!("{name} {}", relation.attribute("r_id").unwrap_or_default());
        let chain = across.map_or_else(within, str::to_owned);
        for source in relation.children().filter(|node| node.has_tag_name("source")) {
            let mention = source.attribute("m_id").unwrap_or_default().to_owned();
            chains.insert(mention, chain.clone());
        }
    }
    let mut mentions = Vec::new();
    for markable in document.descendants().filter(|node| node.tag_name().name().contains("ACTION_")) {
        let number = markable.attribute("m_id").unwrap_or_default();
        let places = markable.children().filter(|node| node.has_tag_name("token_anchor"));
        let places: Vec<ByteRange> =
            places.filter_map(|anchor| gold.words.get(anchor.attribute("t_id")?)).copied().collect();
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else { continue };
        let happening = chains.get(number).cloned().unwrap_or_else(|| format!("{name} m{number}"));
        mentions.push(Mention { range: ByteRange { start: first.start, end: last.end }, happening });
    }
    mentions.sort_by_key(|mention| mention.range);
    Ok(Marked { name, text: gold.text, mentions })
}
