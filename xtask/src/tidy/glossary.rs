//! One word, one meaning: every public noun of the model stands in the glossary.

use crate::finding::Finding;
use crate::repository::RepoFile;

const GLOSSARY: &str = "docs/glossary.md";

/// The folder of the nouns.
const MODEL: &str = "crates/stemma/src/model/";

/// Names that end so are parts of another noun (its kinds, its number, its two sides), not words of
/// the trade.
const PARTS: &[&str] = &["Kind", "Idx", "Side"];

/// Checks every public type of the model against the glossary.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    let Some(glossary) = files.iter().find(|file| file.path == GLOSSARY) else {
        let message = "missing; it says what each word of the program means";
        return vec![Finding::new(GLOSSARY, 1, message)];
    };
    let words = spaced_words(glossary.text.as_deref().unwrap_or_default());
    let model = files.iter().filter(|file| file.path.starts_with(MODEL));
    let nouns: Vec<_> = model.flat_map(public_types).collect();
    if nouns.is_empty() {
        let message = format!("no public types under {MODEL}; set `MODEL` in xtask/src/tidy/glossary.rs");
        return vec![Finding::new(GLOSSARY, 1, message)];
    }
    let missing = nouns.into_iter().filter(|(_, _, name)| {
        let is_part = PARTS.iter().any(|part| name.ends_with(part));
        !is_part && !is_explained(name, &words)
    });
    missing
        .map(|(path, line, name)| {
            let phrase = split_name(name).trim().to_owned();
            let message = format!("`{name}` is not in {GLOSSARY}; explain \"{phrase}\" there");
            Finding::new(path, line, message)
        })
        .collect()
}

/// File, line and name of each public struct and enum.
fn public_types(file: &RepoFile) -> Vec<(&str, usize, &str)> {
    let declared = file.lines().filter_map(|(number, line)| {
        let line = line.trim_start();
        let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?;
        let name = rest.split(|letter: char| !letter.is_alphanumeric()).next()?;
        Some((file.path.as_str(), number, name))
    });
    declared.collect()
}

/// By its words as a phrase, or by the name of the type itself.
fn is_explained(name: &str, words: &str) -> bool {
    let as_written = format!(" {} ", name.to_lowercase());
    words.contains(&split_name(name)) || words.contains(&as_written)
}

/// `ByteRange` as ` byte range `, `Sha256` as ` sha 256 `.
fn split_name(name: &str) -> String {
    let mut phrase = String::from(" ");
    let mut after_digit = false;
    for letter in name.chars() {
        let first_digit = letter.is_ascii_digit() && !after_digit;
        if letter.is_uppercase() || first_digit {
            phrase.push(' ');
        }
        after_digit = letter.is_ascii_digit();
        phrase.push(letter);
    }
    spaced_words(&phrase)
}

/// Lower-case words with one space before and after each, whatever stood between them.
fn spaced_words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// The names found missing when the model declares these types.
    fn missing(model: &str, glossary: &str) -> Vec<(usize, String)> {
        let found =
            check(&files(&[("docs/glossary.md", glossary), ("crates/stemma/src/model/noun.rs", model)]));
        let named = found.into_iter().map(|finding| {
            let name = finding.message.split('`').nth(1).unwrap_or_default();
            (finding.line, name.to_owned())
        });
        named.collect()
    }

    #[test]
    fn a_noun_is_looked_up_as_its_words() {
        let model = "pub struct Span {\npub enum SpeakerGrade {\npub struct Sha256(pub [u8; 32]);\n";
        let glossary = "**span**: a place\n\n**speaker grade**: how\n\nSHA-256: a hash\n";
        assert_eq!(missing(model, glossary), []);
        assert_eq!(
            missing(model, "a spanner, a speaker, a grade, sha256"),
            [(1, "Span".to_owned()), (2, "SpeakerGrade".to_owned())]
        );
    }

    #[test]
    fn the_name_of_the_type_itself_will_do() {
        assert_eq!(missing("pub struct OriginalMap;", "| map (`OriginalMap`) |"), []);
    }

    #[test]
    fn parts_of_nouns_and_private_types_need_no_entry() {
        let model =
            "pub enum EditKind {\npub struct ReportIdx(pub u32);\npub struct EditSide {\nstruct Inner;\n";
        assert_eq!(missing(model, "nothing"), []);
    }

    #[test]
    fn no_glossary_and_no_model_are_findings() {
        let model = ("crates/stemma/src/model/span.rs", "pub struct Span;");
        assert_eq!(check(&files(&[model])).len(), 1);
        assert_eq!(check(&files(&[("docs/glossary.md", "span")])).len(), 1);
    }
}
