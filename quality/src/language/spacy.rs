//! What spaCy says, through `quality/spacy/analyse.py`.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A token of spaCy.
pub struct Token {
    /// Characters in the text, end exclusive.
    pub characters: (usize, usize),
    pub tag: String,
    pub part_of_speech: String,
    pub features: String,
    pub lemma: String,
    /// The first character of its head.
    pub head: usize,
    pub label: String,
    /// `B-GPE`, `I-GPE`, `O`.
    pub entity: String,
    pub starts_sentence: bool,
}

/// A text as spaCy analysed it.
pub struct Text {
    pub path: PathBuf,
    pub tokens: Vec<Token>,
}

/// All texts of a folder.
pub struct Spacy {
    pub texts: Vec<Text>,
    /// Processor time of the analysis alone.
    pub seconds: f64,
    pub versions: String,
}

/// Runs spaCy over the texts of a folder.
pub fn analyse(folder: &Path, python: &Path) -> Result<Spacy> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("spacy/analyse.py");
    let output = Command::new(python).arg(script).arg(folder).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot run {}", python.display()))?;
    if !output.status.success() {
        bail!("{} did not analyse {}", python.display(), folder.display());
    }
    let mut spacy = Spacy { texts: Vec::new(), seconds: 0.0, versions: String::new() };
    for line in String::from_utf8(output.stdout)?.lines() {
        let value: Value = serde_json::from_str(line)?;
        match value["seconds"].as_f64() {
            Some(seconds) => {
                spacy.seconds = seconds;
                spacy.versions = format!("{} with model {}", value["spacy"], value["model"]);
            }
            None => spacy.texts.push(text(&value).context("spaCy's output is not as it should be")?),
        }
    }
    Ok(spacy)
}

fn text(value: &Value) -> Option<Text> {
    let tokens = value["tokens"].as_array()?.iter().map(token).collect::<Option<_>>()?;
    Some(Text { path: PathBuf::from(value["name"].as_str()?), tokens })
}

fn token(value: &Value) -> Option<Token> {
    let number = |at: usize| value[at].as_u64().map(|number| number as usize);
    let text = |at: usize| value[at].as_str().map(str::to_owned);
    Some(Token {
        characters: (number(0)?, number(1)?),
        tag: text(2)?,
        part_of_speech: text(3)?,
        features: text(4)?,
        lemma: text(5)?,
        head: number(6)?,
        label: text(7)?,
        entity: text(8)?,
        starts_sentence: value[9].as_bool()?,
    })
}
