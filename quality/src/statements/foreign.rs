//! What another program found, as JSON Lines.
//!
//! A line is an attribution: `{"doc": NAME, "source": [[start, end], ...], "cue": [...], "content": [...]}`, in
//! characters, end exclusive; a role may be left out. `{"doc": NAME, "refused": WHY}` is a document that the
//! program would not read, and `{"seconds": S}` is how much time of the processor it took for all.

use super::attribution::Attribution;
use super::corpus::Document;
use crate::characters::Characters;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use stemma::model::ByteRange;

/// What another program found.
pub struct Foreign {
    /// For each document, in the order of the corpus.
    pub found: Vec<Vec<Attribution>>,
    /// How many documents it would not read.
    pub refused: usize,
    /// How much time of the processor it took (seconds); absent where it does not say.
    pub seconds: Option<f64>,
}

/// Reads the lines of a program for the documents of a corpus.
pub fn parse(documents: &[Document], lines: &str) -> Result<Foreign> {
    let names: BTreeMap<&str, usize> =
        documents.iter().enumerate().map(|(idx, document)| (document.name.as_str(), idx)).collect();
    let characters: Vec<Characters> =
        documents.iter().map(|document| Characters::of(&document.text)).collect();
    let mut foreign =
        Foreign { found: documents.iter().map(|_| Vec::new()).collect(), refused: 0, seconds: None };
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let value: Value = serde_json::from_str(line).with_context(|| format!("no JSON: {line}"))?;
        if let Some(seconds) = value["seconds"].as_f64() {
            foreign.seconds = Some(seconds);
            continue;
        }
        let name = value["doc"].as_str().with_context(|| format!("no doc: {line}"))?;
        let idx = *names.get(name).with_context(|| format!("no such document: {name}"))?;
        if value["refused"].is_string() {
            foreign.refused += 1;
            continue;
        }
        let role = |role: &str| {
            pieces(&characters[idx], &value[role]).with_context(|| format!("{role} has no place: {line}"))
        };
        let attribution =
            Attribution { source: role("source")?, cue: role("cue")?, content: role("content")? };
        foreign.found[idx].push(attribution);
    }
    Ok(foreign)
}

fn pieces(characters: &Characters, value: &Value) -> Option<Vec<ByteRange>> {
    if value.is_null() {
        return Some(Vec::new());
    }
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    let piece = |pair: &Value| characters.bytes(number(&pair[0])?, number(&pair[1])?);
    value.as_array()?.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_to_their_documents() {
        let document = |name: &str| Document {
            name: name.into(),
            text: "é said no".into(),
            gold: vec![],
            others: vec![],
        };
        let documents = [document("a"), document("b")];
        let lines = "{\"doc\": \"b\", \"cue\": [[2, 6]], \"content\": [[7, 9]]}\n{\"doc\": \"a\", \"refused\": \"odd\"}\n\
            {\"seconds\": 2.5}\n";
        let foreign = parse(&documents, lines).unwrap();
        assert_eq!((foreign.found[0].len(), foreign.refused, foreign.seconds), (0, 1, Some(2.5)));
        assert_eq!(foreign.found[1][0].cue[0].of("é said no"), "said");
        assert!(foreign.found[1][0].source.is_empty());
        assert!(parse(&documents, "{\"doc\": \"c\"}").is_err());
    }
}
