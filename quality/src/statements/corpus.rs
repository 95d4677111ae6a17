//! PolNeAR: texts, and who said what in them, in the standoff form of brat.
//!
//! A line `T3 Content 5 9;12 20 words` (tabs behind the name and the places) is a place in characters, in
//! pieces where a semicolon stands; a line `E1 Attribution:T4 Content:T3 Cue:T2 Source:T1` binds places.
//! Content2 is a further piece. Places that nothing binds (Discard, Discuss) and notes are no attributions.

use super::attribution::Attribution;
use crate::characters::Characters;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use stemma::model::ByteRange;

/// A text with what people found in it.
pub struct Document {
    /// The file name without its ending.
    pub name: String,
    /// The text.
    pub text: String,
    /// What the first annotator found, by the names of the files.
    pub gold: Vec<Attribution>,
    /// What each of the others found.
    pub others: Vec<Vec<Attribution>>,
}

/// The documents of a folder that somebody annotated: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`
/// (or `NAME.ann`), in the order of their names.
pub fn read_documents(folder: &Path) -> Result<Vec<Document>> {
    let mut documents: BTreeMap<String, Document> = BTreeMap::new();
    for path in annotations(&folder.join("attributions"))? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let at = |name: &str| folder.join("text").join(format!("{name}.txt"));
        let name = match stem.rsplit_once('_') {
            Some((name, _)) if !at(&stem).is_file() => name,
            _ => &stem,
        };
        let read = |path: &Path| {
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
        };
        let lines = read(&path)?;
        let known = documents.get_mut(name);
        let text = match &known {
            Some(document) => document.text.clone(),
            None => read(&at(name))?,
        };
        let attributions = parse(&text, &lines).with_context(|| format!("in {}", path.display()))?;
        match known {
            Some(document) => document.others.push(attributions),
            None => {
                let document = Document { name: name.into(), text, gold: attributions, others: Vec::new() };
                documents.insert(name.to_owned(), document);
            }
        }
    }
    ensure!(!documents.is_empty(), "no .ann file in {}", folder.join("attributions").display());
    Ok(documents.into_values().collect())
}

fn annotations(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "ann") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn parse(text: &str, lines: &str) -> Result<Vec<Attribution>> {
    let characters = Characters::of(text);
    let mut places: BTreeMap<&str, Vec<ByteRange>> = BTreeMap::new();
    let mut bound = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(field)) = (fields.next(), fields.next()) else { continue };
        match id.split_at_checked(1) {
            Some(("T", number)) if is_number(number) => {
                let place =
                    place(&characters, field).with_context(|| format!("no place of the text: {line}"))?;
                places.insert(id, place);
            }
            Some(("E", number)) if is_number(number) => bound.push(field),
            _ => {}
        }
    }
    bound.into_iter().map(|field| bind(&places, field)).collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Content 5 9;12 20` in bytes.
fn place(characters: &Characters, field: &str) -> Option<Vec<ByteRange>> {
    let (_, pieces) = field.split_once(' ')?;
    let piece = |piece: &str| {
        let (start, end) = piece.split_once(' ')?;
        characters.bytes(start.parse().ok()?, end.parse().ok()?)
    };
    pieces.split(';').map(piece).collect()
}

/// `Attribution:T4 Content:T3 Cue:T2 Source:T1 Content2:T9` with the places that it names.
fn bind(places: &BTreeMap<&str, Vec<ByteRange>>, field: &str) -> Result<Attribution> {
    let mut attribution = Attribution::default();
    for part in field.split_whitespace() {
        let (role, id) = part.split_once(':').with_context(|| format!("no role: {part}"))?;
        let pieces = places.get(id).with_context(|| format!("no such place: {part}"))?;
        match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => attribution.source.extend(pieces),
            "Cue" => attribution.cue.extend(pieces),
            "Content" => attribution.content.extend(pieces),
            _ => {}
        }
    }
    Ok(attribution)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_characters_and_may_have_pieces() {
        let text = "“Né,” she said, “no.” Out.";
        let lines = "T1\tContent 0 5;16 21\t“Né,” “no.”\nT2\tCue 10 14\tsaid\nT3\tSource 6 9\tshe\n\
            T4\tAttribution 10 14\tsaid\nT5\tDiscard 22 26\tOut.\nE1\tAttribution:T4 Cue:T2 Content:T1 Source:T3\n\
            #1\tAnnotatorNotes T5\tTwo lines,\nThe second\tone\n";
        let found = parse(text, lines).unwrap();
        assert_eq!(found.len(), 1);
        let words = |pieces: &[ByteRange]| pieces.iter().map(|piece| piece.of(text)).collect::<Vec<_>>();
        assert_eq!(words(&found[0].content), ["“Né,”", "“no.”"]);
        assert_eq!(words(&found[0].source), ["she"]);
    }

    #[test]
    fn a_second_content_is_a_piece_of_the_first() {
        let lines = "T1\tContent 0 1\ta\nT2\tContent 4 5\tc\nE1\tContent:T1 Content2:T2\n";
        assert_eq!(parse("a b c", lines).unwrap()[0].content.len(), 2);
    }

    #[test]
    fn a_place_outside_of_the_text_is_an_error() {
        assert!(parse("short", "T1\tCue 2 9\tx\n").is_err());
        assert!(parse("short", "E1\tCue:T7\n").is_err());
    }
}
