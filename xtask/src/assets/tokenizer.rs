//! The rules of the tokenizer, from the package's file of that name and its table of norms.
//!
//! | section | what |
//! |---|---|
//! | `exceptions` | list of exceptions, each a list of its tokens: text, norm (text, empty for none of its own) |
//! | `character classes` | four lists of ranges of code points (two numbers each, both inclusive): symbols, letters, letters in lower case, letters in upper case |
//! | `norms` | list of hash of a string and its norm (text) |
//!
//! The package holds the rules as four regular expressions. All that is too long to be written out in the code is in
//! their character classes, and only that is taken from them.

use crate::assets::model_file::{Content, Sections};
use crate::assets::packed::{self, Value};
use crate::assets::wheel::Wheel;
use anyhow::{Context, Result, bail};

/// Under which key an exception has the text of a token, and under which its norm.
const TEXT: u64 = 65;
const NORM: u64 = 67;

/// Adds the sections.
pub fn add(wheel: &mut Wheel, sections: &mut Sections) -> Result<()> {
    let rules = packed::read(&wheel.read("tokenizer")?)?;
    sections.add("exceptions", exceptions(packed::get(&rules, "exceptions")?)?);
    sections.add("character classes", character_classes(&rules)?);
    let tables = packed::read(&wheel.read("vocab/lookups.bin")?)?;
    sections.add("norms", norms(packed::get(&tables, "lexeme_norm")?)?);
    Ok(())
}

fn exceptions(map: &Value) -> Result<Content> {
    let entries = map.as_map().context("the exceptions are no map")?;
    let exceptions = entries.iter().map(|(_, tokens)| {
        let tokens = packed::list(tokens)?.iter();
        tokens
            .map(|token| Ok((attribute(token, TEXT)?.context("no text")?, attribute(token, NORM)?)))
            .collect()
    });
    let exceptions: Vec<Vec<(&str, Option<&str>)>> = exceptions.collect::<Result<_>>()?;
    let mut content = Content::default();
    content.list(exceptions.iter(), |content, tokens| {
        content.list(tokens.iter(), |content, (text, norm)| {
            content.text(text);
            content.text(norm.unwrap_or_default());
        });
    });
    Ok(content)
}

fn attribute(token: &Value, key: u64) -> Result<Option<&str>> {
    let entries = token.as_map().context("a token of an exception is no map")?;
    entries
        .iter()
        .find(|(known, _)| known.as_u64() == Some(key))
        .map(|(_, value)| packed::text(value))
        .transpose()
}

fn norms(table: &Value) -> Result<Content> {
    let entries = table.as_map().context("the norms are no map")?;
    let norms = entries
        .iter()
        .map(|(hash, norm)| Ok((hash.as_u64().context("a norm has no hash")?, packed::text(norm)?)));
    let mut norms: Vec<_> = norms.collect::<Result<_>>()?;
    norms.sort_unstable();
    let mut content = Content::default();
    content.list(norms.iter(), |content, (hash, norm)| {
        content.hash(*hash);
        content.text(norm);
    });
    Ok(content)
}

fn character_classes(rules: &Value) -> Result<Content> {
    let infixes = packed::text(packed::get(rules, "infix_finditer")?)?;
    let suffixes = packed::text(packed::get(rules, "suffix_search")?)?;
    let addresses = packed::text(packed::get(rules, "url_match")?)?;
    let classes = [
        class_after(infixes, "…|")?,
        class_after(infixes, r"),(?=")?,
        class_after(addresses, r"]\.)+(?:")?,
        class_after(suffixes, r"]")?,
    ];
    let mut content = Content::default();
    for class in classes {
        content.list(ranges(class)?.iter(), |content, (first, last)| {
            content.number(*first as usize);
            content.number(*last as usize);
        });
    }
    Ok(content)
}

/// The inside of the last character class of a pattern that stands directly behind a marker.
fn class_after<'a>(pattern: &'a str, marker: &str) -> Result<&'a str> {
    let start = pattern.rfind(&format!("{marker}[")).with_context(|| format!("no class after `{marker}`"))?;
    let class = &pattern[start + marker.len() + 1..];
    Ok(&class[..class.find(']').context("a class does not end")?])
}

/// The ranges of a character class without brackets in it.
fn ranges(class: &str) -> Result<Vec<(u32, u32)>> {
    let mut ranges = Vec::new();
    let mut rest = class;
    while !rest.is_empty() {
        let first = code_point(&mut rest)?;
        let last = match rest.strip_prefix('-') {
            Some(after) => {
                rest = after;
                code_point(&mut rest)?
            }
            None => first,
        };
        ranges.push((first, last));
    }
    Ok(ranges)
}

/// The code point at the beginning, written as itself or as `\u` and four, `\U` and eight hexadecimal digits.
fn code_point(rest: &mut &str) -> Result<u32> {
    let digits = match rest.get(..2) {
        Some(r"\u") => 4,
        Some(r"\U") => 8,
        _ => 0,
    };
    if digits > 0 {
        let (number, after) = rest[2..].split_at_checked(digits).context("an escape is cut short")?;
        *rest = after;
        return u32::from_str_radix(number, 16).context("an escape is no number");
    }
    let mut characters = rest.chars();
    match characters.next() {
        Some('\\') | None => bail!("a class has an escape that is not known"),
        Some(character) => {
            *rest = characters.as_str();
            Ok(u32::from(character))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_become_ranges() {
        let class = class_after(r"[0-9]…|[\u00A6\u0100-\u0102ёа-я\U00020000-\U000215FF]|x", "…|").unwrap();
        let expected = [(0xa6, 0xa6), (0x100, 0x102), (0x451, 0x451), (0x430, 0x44f), (0x20000, 0x215ff)];
        assert_eq!(ranges(class).unwrap(), expected);
    }
}
