//! TimeML documents: their text, the day they were written, and the times marked in them.

use crate::files;
use anyhow::{Context as _, Result};
use std::ops::Range;
use std::path::Path;

/// A marked time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// `DATE`, `TIME`, `DURATION`, `SET`.
    pub kind: String,
    /// Its value.
    pub value: String,
}

/// One document.
pub struct Document {
    /// The name of its file.
    pub name: String,
    /// What stands in `TEXT`.
    pub text: String,
    /// The day on which it was written; absent where it is not marked.
    pub created: Option<String>,
    /// Times of the text, in order.
    pub timexes: Vec<Timex>,
}

/// All `.tml` files of a folder and the folders in it, by name. What lies in `testpipeline` shows how the format
/// looks and is no gold.
pub fn read_folder(folder: &Path) -> Result<Vec<Document>> {
    let is_sample = |file: &Path| {
        let within = file.strip_prefix(folder).unwrap_or(file);
        within.components().any(|part| part.as_os_str() == "testpipeline")
    };
    let files = files::with_ending(folder, "tml")?;
    files.iter().filter(|file| !is_sample(file)).map(|file| read(file)).collect()
}

fn read(file: &Path) -> Result<Document> {
    let xml = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let tree = roxmltree::Document::parse(&xml).with_context(|| format!("{} is not XML", file.display()))?;
    let element = |name: &str| tree.descendants().find(|node| node.has_tag_name(name));
    let created = element("DCT").and_then(|node| node.descendants().find(|node| node.has_tag_name("TIMEX3")));
    let mut document = Document {
        name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        text: String::new(),
        created: created.and_then(|node| node.attribute("value")?.get(..10).map(str::to_owned)),
        timexes: Vec::new(),
    };
    if let Some(text) = element("TEXT") {
        gather(text, &mut document);
    }
    Ok(document)
}

/// Adds the text of a node, and the times in it.
fn gather(node: roxmltree::Node, document: &mut Document) {
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        document.text.push_str(text);
    }
    let start = document.text.len();
    for child in node.children() {
        gather(child, document);
    }
    if node.has_tag_name("TIMEX3") {
        let attribute = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
        let range = start..document.text.len();
        document.timexes.push(Timex { range, kind: attribute("type"), value: attribute("value") });
    }
}
