//! The tables of lemmas, from the package's `lemmatizer/lookups/lookups.bin`.
//!
//! Section `lemmas`, a list of parts of speech, each: its name (text); rules, a list of endings and what takes their
//! place (texts); exceptions, a list, sorted, of form (text) and lemmas (list of texts); the words that exist, sorted, in
//! one text, one a line.

use crate::assets::model_file::{Content, Sections};
use crate::assets::packed::{self, Value};
use crate::assets::wheel::Wheel;
use anyhow::{Context, Result};

/// The parts of speech that have tables, by the hash under which these are kept.
const PARTS_OF_SPEECH: &[(&str, u64)] = &[
    ("ADJ", 12_401_032_943_472_870_168),
    ("ADV", 10_054_248_821_341_768_113),
    ("NOUN", 16_833_663_260_455_505_849),
    ("PUNCT", 445),
    ("VERB", 6_360_137_228_241_296_794),
];

/// Adds the section.
pub fn add(wheel: &mut Wheel, sections: &mut Sections) -> Result<()> {
    let tables = packed::read(&wheel.read("lemmatizer/lookups/lookups.bin")?)?;
    let rules = packed::get(&tables, "lemma_rules")?;
    let exceptions = packed::get(&tables, "lemma_exc")?;
    let words = packed::get(&tables, "lemma_index")?;
    let mut content = Content::default();
    content.number(PARTS_OF_SPEECH.len());
    for (name, hash) in PARTS_OF_SPEECH {
        content.text(name);
        add_rules(&mut content, of_part(rules, *hash)).with_context(|| format!("rules of {name}"))?;
        add_exceptions(&mut content, of_part(exceptions, *hash))
            .with_context(|| format!("exceptions of {name}"))?;
        add_words(&mut content, of_part(words, *hash)).with_context(|| format!("words of {name}"))?;
    }
    sections.add("lemmas", content);
    Ok(())
}

fn of_part(table: &Value, hash: u64) -> Option<&Value> {
    table.as_map()?.iter().find(|(known, _)| known.as_u64() == Some(hash)).map(|(_, value)| value)
}

fn add_rules(content: &mut Content, rules: Option<&Value>) -> Result<()> {
    let rules = rules.map_or(Ok(&[] as &[_]), packed::list)?;
    let rules = rules.iter().map(texts).collect::<Result<Vec<_>>>()?;
    content.list(rules.iter(), |content, rule| rule.iter().for_each(|part| content.text(part)));
    Ok(())
}

fn add_exceptions(content: &mut Content, exceptions: Option<&Value>) -> Result<()> {
    let entries =
        exceptions.map_or(Some(&[] as &[_]), |map| map.as_map().map(Vec::as_slice)).context("no map")?;
    let entries = entries.iter().map(|(form, lemmas)| Ok((packed::text(form)?, texts(lemmas)?)));
    let mut entries = entries.collect::<Result<Vec<_>>>()?;
    entries.sort_unstable();
    content.list(entries.iter(), |content, (form, lemmas)| {
        content.text(form);
        content.list(lemmas.iter(), |content, lemma| content.text(lemma));
    });
    Ok(())
}

/// Only words of letters alone: what a rule makes with other signs in it passes for a word in any case.
fn add_words(content: &mut Content, words: Option<&Value>) -> Result<()> {
    let mut words = words.map_or(Ok(vec![]), texts)?;
    words.retain(|word| !word.is_ascii() || word.bytes().all(|byte| byte.is_ascii_alphabetic()));
    words.sort_unstable();
    words.dedup();
    content.text(&words.join("\n"));
    Ok(())
}

fn texts(list: &Value) -> Result<Vec<&str>> {
    packed::list(list)?.iter().map(packed::text).collect()
}
