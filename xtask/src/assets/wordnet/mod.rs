//! The word net, from Princeton's database: the sections that `crates/language/src/wordnet/mod.rs` describes.

mod database;
mod numbers;

use crate::assets::model_file::{Content, Sections};
use anyhow::Result;
use database::Database;
use numbers::Numbers;
use std::path::Path;

/// Links between senses: the section, and the signs of WordNet for its links. A name is linked by a sign of its own to
/// what it is an instance of; it is kept as what a thing is.
const SENSE_LINKS: &[(&str, &[&str])] = &[
    ("hypernyms", &["@", "@i"]),
    ("similar", &["&"]),
    ("verb groups", &["$"]),
    ("entailments", &["*"]),
    ("causes", &[">"]),
];

/// Links between lemmas, which hold both ways. Derivation has three signs: between any two forms, from an adjective or adverb
/// to the word it is made of, and from an adjective to the verb it is a participle of.
const LEMMA_LINKS: &[(&str, &[&str])] = &[("antonyms", &["!"]), ("derived", &["+", "\\", "<"])];

/// Adds all sections, from the package at `from`.
pub fn add(from: &Path, sections: &mut Sections) -> Result<()> {
    let database = Database::open(from)?;
    let numbers = Numbers::of(&database)?;
    let mut files = Content::default();
    files.list(numbers.senses_of_files().into_iter(), |content, n_senses| content.number(n_senses));
    sections.add("lexicographers", files);
    sections.add("lemmas", lemmas(&database));
    sections.add("senses", senses(&database, &numbers)?);
    for (section, signs) in SENSE_LINKS {
        sections.add(section, links(&numbers.sense_links(&database, signs)?));
    }
    for (section, signs) in LEMMA_LINKS {
        sections.add(section, links(&numbers.lemma_links(&database, signs)?));
    }
    Ok(())
}

/// The lemmas of each class; of each only what differs from the one before it.
fn lemmas(database: &Database) -> Content {
    let mut content = Content::default();
    for class in &database.classes {
        content.number(class.lemmas.len());
        let mut before = "";
        for lemma in class.lemmas.keys() {
            let n_shared = lemma.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
            content.compact(n_shared);
            content.compact(lemma.len() - n_shared);
            content.raw(&lemma.as_bytes()[n_shared..]);
            before = lemma;
        }
    }
    content
}

/// The senses of each lemma, counted from the first sense of its class; the lowest bit says whether another one follows.
fn senses(database: &Database, numbers: &Numbers) -> Result<Content> {
    let mut content = Content::default();
    for (class, part) in database.classes.iter().enumerate() {
        let first = numbers.first_sense(class);
        for offsets in part.lemmas.values() {
            for (nth, offset) in (1..).zip(offsets) {
                let sense = numbers.sense((class, *offset))? - first;
                content.compact(sense << 1 | usize::from(nth < offsets.len()));
            }
        }
    }
    Ok(content)
}

/// Pairs in the order of their first numbers: each number as the difference to the same number of the pair before.
fn links(pairs: &[(usize, usize)]) -> Content {
    let mut content = Content::default();
    content.number(pairs.len());
    let mut before = (0, 0);
    for pair in pairs {
        content.compact(pair.0 - before.0);
        content.compact(folded(pair.1 as i64 - before.1 as i64));
        before = *pair;
    }
    content
}

/// A difference as a number that is small where the difference is, whatever its sign, which becomes the lowest bit.
fn folded(difference: i64) -> usize {
    (difference.unsigned_abs() as usize) << 1 | usize::from(difference < 0)
}
