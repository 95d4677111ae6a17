//! A large pile in one file: reports as JSON lines, with what was planted in each.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use stemma::model::{DateEvidence, Sha256, Source};

/// What is known of a report besides its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// The report that its family goes back to.
    pub family: u32,
    /// Whether it is stitched from several: then its family says nothing.
    pub is_mosaic: bool,
    /// A number for its outlet; absent where none is given.
    pub outlet: Option<Sha256>,
}

/// Reads a pile whose lines are numbered from 0 in the order of the file: the sources, named by their number,
/// and what was planted.
pub fn read(path: &Path) -> Result<(Vec<Source>, Vec<Planted>)> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (mut sources, mut planted) = (Vec::new(), Vec::new());
    for (line, number) in BufReader::new(file).lines().zip(0u32..) {
        let at = || format!("{}, line {}", path.display(), number + 1);
        let (source, known) = report(&line.with_context(at)?, number).with_context(at)?;
        sources.push(source);
        planted.push(known);
    }
    ensure!(!sources.is_empty(), "{} has no reports", path.display());
    Ok((sources, planted))
}

fn report(line: &str, number: u32) -> Result<(Source, Planted)> {
    let record: Value = serde_json::from_str(line)?;
    ensure!(record["id"].as_u64() == Some(number.into()), "reports are not numbered from 0 in order");
    let words = |field: &str| record[field].as_str().map(str::to_owned);
    let text = words("text").context("no text")?;
    let outlet = words("outlet");
    let planted = Planted {
        family: record["fam"].as_u64().context("no fam")?.try_into().context("fam is too large")?,
        is_mosaic: record["kind"] == "mosaic",
        outlet: outlet.as_ref().map(|name| Sha256::of(name.as_bytes())),
    };
    let published = words("published").map(|value| DateEvidence { value, method: "json:published".into() });
    Ok((Source { outlet, published, ..Source::of_text(number.to_string(), text) }, planted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_comes_with_its_date_and_family() {
        let line = r#"{"id": 4, "fam": 2, "kind": "spun6", "published": "2024-01-01", "text": "Rain fell."}"#;
        let (source, planted) = report(line, 4).unwrap();
        assert_eq!((source.name.as_str(), source.text.as_str()), ("4", "Rain fell."));
        assert_eq!(source.published.unwrap().value, "2024-01-01");
        assert_eq!(planted, Planted { family: 2, is_mosaic: false, outlet: None });
        assert!(report(line, 5).is_err());
    }
}
