//! A text alignment corpus of the PAN competitions: pairs by class, texts, and gold in XML.

use super::score::Alignment;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// A pair of documents to be compared, with what is to be found.
pub struct Pair {
    /// Which kind of rewriting: the folder's name (`02-no-obfuscation`).
    pub class: String,
    /// File name of the suspicious document.
    pub suspicious: String,
    /// File name of the source.
    pub source: String,
    /// What was copied.
    pub cases: Vec<Alignment>,
}

/// The pairs of all classes: folders with a file `pairs` (two file names a line) and one XML file a pair.
pub fn read_pairs(folder: &Path) -> Result<Vec<Pair>> {
    let mut classes: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("pairs").is_file())
        .collect();
    classes.sort();
    ensure!(!classes.is_empty(), "no folder in {} has a file named pairs", folder.display());
    let mut pairs = Vec::new();
    for class in classes {
        pairs.extend(read_class(&class)?);
    }
    Ok(pairs)
}

/// The text of a document: `side` is `src` or `susp`.
pub fn read_text(folder: &Path, side: &str, name: &str) -> Result<String> {
    let path = folder.join(side).join(name);
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_class(folder: &Path) -> Result<Vec<Pair>> {
    let list = folder.join("pairs");
    let lines = std::fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let class = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (suspicious, source) =
                line.trim().split_once(' ').with_context(|| format!("no two names: {line}"))?;
            let stem = |name: &str| name.trim_end_matches(".txt").to_owned();
            let path = folder.join(format!("{}-{}.xml", stem(suspicious), stem(source)));
            let xml =
                std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let cases = read_cases(&xml, source).with_context(|| format!("in {}", path.display()))?;
            Ok(Pair { class: class.clone(), suspicious: suspicious.into(), source: source.into(), cases })
        })
        .collect()
}

/// The cases that an XML file lists against one source. Offsets and lengths are in characters.
fn read_cases(xml: &str, source: &str) -> Result<Vec<Alignment>> {
    let tree = roxmltree::Document::parse(xml)?;
    tree.descendants()
        .filter(|node| node.has_tag_name("feature") && node.attribute("name") == Some("plagiarism"))
        .filter(|node| node.attribute("source_reference") == Some(source))
        .map(|node| {
            let number = |name: &str| -> Result<usize> {
                let value = node.attribute(name).with_context(|| format!("no {name}"))?;
                value.parse().with_context(|| format!("{name} is no number: {value}"))
            };
            let range = |offset: &str, length: &str| -> Result<std::ops::Range<usize>> {
                let start = number(offset)?;
                Ok(start..start + number(length)?)
            };
            Ok(Alignment {
                suspicious: range("this_offset", "this_length")?,
                source: range("source_offset", "source_length")?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plagiarism_from_this_source_is_a_case() {
        let xml = r#"<document reference="s.txt">
            <feature name="about" title="news"/>
            <feature name="plagiarism" this_offset="3" this_length="7" source_offset="20"
                source_length="8" source_reference="a.txt"/>
            <feature name="plagiarism" this_offset="1" this_length="1" source_offset="1"
                source_length="1" source_reference="other.txt"/>
        </document>"#;
        let cases = read_cases(xml, "a.txt").unwrap();
        assert_eq!(cases, [Alignment { suspicious: 3..10, source: 20..28 }]);
    }

    #[test]
    fn a_case_without_a_place_is_an_error() {
        let xml = r#"<document><feature name="plagiarism" source_reference="a"/></document>"#;
        assert!(read_cases(xml, "a").is_err());
    }
}
