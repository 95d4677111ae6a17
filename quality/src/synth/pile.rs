//! A generated pile: documents as JSON lines, and the pairs of which one was made from the other.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A generated document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its number in the pile.
    pub id: u32,
    /// Which family of rewrites it belongs to.
    pub family: i64,
    /// Whether it is the text that its family was made from (`orig`, or `single` where it stands alone).
    pub is_base: bool,
    /// Its text.
    pub text: String,
}

/// Two documents of which one was made from the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The document that was copied from.
    pub source: u32,
    /// The document that was made.
    pub copy: u32,
    /// How ("verbatim", "spun6").
    pub kind: String,
}

/// The documents of `docs.jsonl`, in order.
pub fn read_documents(folder: &Path) -> Result<Vec<Document>> {
    let path = folder.join("docs.jsonl");
    let lines = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let documents: Vec<Document> = lines
        .lines()
        .zip(1..)
        .map(|(line, number)| document(line).with_context(|| format!("{}, line {number}", path.display())))
        .collect::<Result<_>>()?;
    ensure!(!documents.is_empty(), "{} has no documents", path.display());
    Ok(documents)
}

fn document(line: &str) -> Result<Document> {
    let record: Value = serde_json::from_str(line)?;
    let kind = record["kind"].as_str().unwrap_or_default();
    Ok(Document {
        id: record["id"].as_u64().context("no id")?.try_into().context("the id is too large")?,
        family: record["fam"].as_i64().context("no fam")?,
        is_base: matches!(kind, "orig" | "single"),
        text: record["text"].as_str().context("no text")?.to_owned(),
    })
}

/// The pairs of `pairs.tsv`, by kind.
pub fn read_copies(folder: &Path) -> Result<BTreeMap<String, Vec<Copy>>> {
    let path = folder.join("pairs.tsv");
    let lines = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut by_kind: BTreeMap<String, Vec<Copy>> = BTreeMap::new();
    for (line, number) in lines.lines().zip(1..) {
        let copy = copy(line).with_context(|| format!("{}, line {number}", path.display()))?;
        by_kind.entry(copy.kind.clone()).or_default().push(copy);
    }
    Ok(by_kind)
}

fn copy(line: &str) -> Result<Copy> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().context("fewer than three fields");
    Ok(Copy { source: next()?.parse()?, copy: next()?.parse()?, kind: next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_original_is_the_base_of_its_family() {
        let line = r#"{"id": 7, "fam": -3, "kind": "orig", "text": "Rain fell."}"#;
        let expected = Document { id: 7, family: -3, is_base: true, text: "Rain fell.".into() };
        assert_eq!(document(line).unwrap(), expected);
    }

    #[test]
    fn a_line_of_two_fields_is_an_error() {
        assert!(copy("1\t2").is_err());
        assert_eq!(copy("1\t2\tspun6").unwrap(), Copy { source: 1, copy: 2, kind: "spun6".into() });
    }
}
