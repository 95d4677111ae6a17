//! Sentences of a real collection, as lists of words: Reuters-21578 in its SGML files.
//!
//! Only the words and which follows which are learned from it; none of its sentences is written.

use crate::files;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// The file name of a part of the collection ends so.
const PART: &str = "sgm";
/// A sentence has at least this many words; what is shorter is a fragment of a table.
const MIN_WORDS: usize = 6;
/// And at most this many; what is longer is a table or a list.
const MAX_WORDS: usize = 60;
/// At most one word of this many is a number; otherwise it is a table.
const WORDS_A_NUMBER: usize = 4;
/// A word with a full stop behind it that is no longer than this is an abbreviation ("Mr.", "Corp.", "U.S.").
const ABBREVIATION_LETTERS: usize = 4;

/// Sentences, each a list of words.
pub type Sentences = Vec<Vec<String>>;

/// Reads the sentences of every part of the collection under a folder.
pub fn read(folder: &Path) -> Result<Sentences> {
    let parts = files::with_ending(folder, PART)?;
    let mut sentences = Vec::new();
    for part in &parts {
        let bytes = std::fs::read(part).with_context(|| format!("cannot read {}", part.display()))?;
        sentences.extend(bodies(&String::from_utf8_lossy(&bytes)).flat_map(sentences_of));
    }
    ensure!(!sentences.is_empty(), "no text in .{PART} files under {}", folder.display());
    Ok(sentences)
}

fn bodies(part: &str) -> impl Iterator<Item = &str> {
    part.split("<BODY>").skip(1).filter_map(|behind| behind.split_once("</BODY>").map(|(body, _)| body))
}

/// The sentences of a story whose paragraphs begin with blanks.
fn sentences_of(body: &str) -> Sentences {
    let body = body.replace("&lt;", "").replace("&amp;", "&");
    let mut sentences = Vec::new();
    let mut sentence: Vec<String> = Vec::new();
    for line in body.lines() {
        if line.starts_with("    ") {
            sentence.clear(); // what had no full stop was a heading or a line of a table
        }
        for word in line.split_whitespace() {
            sentence.extend(Some(bare(word)).filter(|word| !word.is_empty()));
            if ends_sentence(word) {
                sentences.extend(Some(std::mem::take(&mut sentence)).filter(|words| is_prose(words)));
            }
        }
    }
    sentences
}

/// A word without quotation marks, brackets and stops; a comma stays.
fn bare(word: &str) -> String {
    let outer = |letter: char| !letter.is_alphanumeric();
    let start = word.trim_start_matches(outer);
    let core = start.trim_end_matches(outer);
    let comma = if core.is_empty() || !start[core.len()..].starts_with(',') { "" } else { "," };
    format!("{core}{comma}")
}

fn ends_sentence(word: &str) -> bool {
    let Some(core) = word.trim_end_matches(['"', '\'', ')']).strip_suffix('.') else { return false };
    core.len() > ABBREVIATION_LETTERS
        || core.chars().all(|letter| letter.is_lowercase() || letter.is_numeric())
}

fn is_prose(words: &[String]) -> bool {
    let n_numbers = words.iter().filter(|word| is_number(word)).count();
    let begins = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    begins && (MIN_WORDS..=MAX_WORDS).contains(&words.len()) && n_numbers * WORDS_A_NUMBER <= words.len()
}

/// Whether a word is written in digits.
pub fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
        && word.chars().all(|letter| letter.is_ascii_digit() || ",.".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_become_sentences_without_marks() {
        let body = "Mr. Orsk of the U.S. mill said \"it rained, and\nthen (some) snow fell.\" Nobody came.\n\
            \x20   TABLE OF RAIN 12 13\n    The harbour wall gave way on Monday night.";
        let sentences: Vec<String> = sentences_of(body).iter().map(|words| words.join(" ")).collect();
        let expected = [
            "Mr Orsk of the U.S mill said it rained, and then some snow fell",
            "The harbour wall gave way on Monday night",
        ];
        assert_eq!(sentences, expected);
    }

    #[test]
    fn lines_of_figures_are_no_prose() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(!is_prose(&words("Shr 12 cts vs 13 cts in 1986")));
        assert!(is_prose(&words("The mill made a profit of 12 dollars a share")));
    }

    #[test]
    fn only_what_lies_between_the_marks_of_a_body_is_read() {
        let part = "<TITLE>x</TITLE><BODY>one</BODY></TEXT><BODY>two</BODY><BODY>cut off";
        assert_eq!(bodies(part).collect::<Vec<_>>(), ["one", "two"]);
    }
}
