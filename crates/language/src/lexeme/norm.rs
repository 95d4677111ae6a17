//! What a token counts as: its lower case, unless a table says otherwise.
//!
//! Two tables say otherwise: that of the model (`realise` is `realize`) and, where it is silent, one of signs that mean
//! the same (`€` is `$`, `”` is `"`).

use crate::lexeme::hash_of;
use crate::lexeme::unicode::lower;
use crate::{ModelError, ModelFile};

/// The norms of the strings that have another than their lower case.
#[derive(Debug, Default)]
pub struct Norms {
    /// Numbers of a string and of its norm, sorted.
    table: Vec<(u64, u64)>,
}

impl Norms {
    /// The norms of a model.
    pub fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("norms")?;
        let mut table = section.list(|fields| Ok((fields.hash()?, hash_of(fields.text()?))))?;
        section.end()?;
        table.extend(SIGNS.iter().map(|(sign, norm)| (hash_of(sign), hash_of(norm))));
        // Stable: the word of the model, which stands first, is kept.
        table.sort_by_key(|(string, _)| *string);
        table.dedup_by_key(|(string, _)| *string);
        Ok(Self { table })
    }

    /// The number of the norm of a string.
    pub fn norm_of(&self, text: &str) -> u64 {
        let string = hash_of(text);
        match self.table.binary_search_by_key(&string, |(known, _)| *known) {
            Ok(at) => self.table[at].1,
            Err(_) => hash_of(&lower(text)),
        }
    }
}

/// Signs that mean the same, from the settings that the weights were trained with.
const SIGNS: &[(&str, &str)] = &[
    ("'s", "'s"),
    ("'S", "'s"),
    ("’s", "'s"),
    ("’S", "'s"),
    ("’", "'"),
    ("‘", "'"),
    ("´", "'"),
    ("`", "'"),
    ("”", "\""),
    ("“", "\""),
    ("''", "\""),
    ("``", "\""),
    ("´´", "\""),
    ("„", "\""),
    ("»", "\""),
    ("«", "\""),
    ("‘‘", "\""),
    ("’’", "\""),
    ("？", "?"),
    ("！", "!"),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("。", "."),
    ("।", "."),
    ("…", "..."),
    ("—", "-"),
    ("–", "-"),
    ("--", "-"),
    ("---", "-"),
    ("——", "-"),
    ("€", "$"),
    ("£", "$"),
    ("¥", "$"),
    ("฿", "$"),
    ("US$", "$"),
    ("C$", "$"),
    ("A$", "$"),
    ("₺", "$"),
    ("₹", "$"),
    ("৳", "$"),
    ("₩", "$"),
    ("Mex$", "$"),
    ("₣", "$"),
    ("E£", "$"),
];
