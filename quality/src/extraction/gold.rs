//! Pages whose articles people marked: `html/NAME.html` or `html/NAME.html.gz`, and the gold beside them.

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// How a set compares texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Runs of four words (scrapinghub): the gold is one file.
    Shingles,
    /// Words (WCXB): the gold is a folder.
    Words,
}

/// A page and what people say of it.
pub struct Page {
    /// The name of its file, without endings.
    pub name: String,
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// Its article.
    pub text: String,
    /// Its headline; absent where the set has none.
    pub title: Option<String>,
    /// The day of publication; absent where the set has none, or none as precise as a day.
    pub day: Option<String>,
}

/// The pages of a folder by name, and how its set compares texts.
pub fn read_folder(folder: &Path) -> Result<(Measure, Vec<Page>)> {
    let file = folder.join("ground-truth.json");
    let (measure, gold) = match file.is_file() {
        true => (Measure::Shingles, gold_of_file(&file)?),
        false => (Measure::Words, gold_of_folder(&folder.join("ground-truth"))?),
    };
    let mut pages = Vec::new();
    for (name, value) in gold {
        let bytes = page_bytes(&folder.join("html"), &name)?;
        let field = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        pages.push(Page {
            bytes,
            text: field("articleBody").or_else(|| field("main_content")).unwrap_or_default(),
            title: field("title").filter(|title| !title.is_empty()),
            day: field("publish_date").filter(|day| day.len() == "2021-03-04".len()),
            name,
        });
    }
    if pages.is_empty() {
        bail!("no pages in {}", folder.display());
    }
    Ok((measure, pages))
}

fn gold_of_file(file: &Path) -> Result<BTreeMap<String, Value>> {
    let gold: BTreeMap<String, Value> =
        read_json(file)?.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect();
    Ok(gold)
}

fn gold_of_folder(folder: &Path) -> Result<BTreeMap<String, Value>> {
    let mut gold = BTreeMap::new();
    for path in crate::files::with_ending(folder, "json")? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut value = read_json(&path)?;
        if let Some(inner) = value.get_mut("ground_truth") {
            value = inner.take();
        }
        gold.insert(name, value);
    }
    Ok(gold)
}

fn read_json(file: &Path) -> Result<Value> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))
}

fn page_bytes(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let plain = folder.join(format!("{name}.html"));
    if plain.is_file() {
        return std::fs::read(&plain).with_context(|| format!("cannot read {}", plain.display()));
    }
    let packed = folder.join(format!("{name}.html.gz"));
    let file = std::fs::File::open(&packed).with_context(|| format!("cannot read {}", packed.display()))?;
    let mut bytes = Vec::new();
    GzDecoder::new(file)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot unpack {}", packed.display()))?;
    Ok(bytes)
}
