//! A stream that is to be read, and what is known of it.

use super::Budget;
use encoding_rs::Encoding;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A stream, and what is known of it.
pub struct Input<'s> {
    /// For people.
    pub name: &'s str,
    /// The end of this tells the form; it is never opened.
    pub called: &'s str,
    /// Where it lies on disk; empty for standard input and members.
    pub path: &'s Path,
    /// The bytes.
    pub stream: &'s mut dyn Read,
    /// How many there are, where that is known.
    pub bytes: Option<u64>,
    /// The same file, where it is one that can be read at any place.
    pub seekable: Option<&'s File>,
    /// In how many containers it lies.
    pub depth: u8,
    /// What the server that sent it called its encoding, where the text does not tell it better.
    pub encoding: Option<&'static Encoding>,
    /// What the file on disk may still make of itself.
    pub budget: &'s Budget,
}

impl<'s> Input<'s> {
    /// A stream of which nothing is known but its name.
    pub fn of(name: &'s str, stream: &'s mut dyn Read, budget: &'s Budget) -> Self {
        Input {
            name,
            called: name,
            path: Path::new(""),
            stream,
            bytes: None,
            seekable: None,
            depth: 0,
            encoding: None,
            budget,
        }
    }
}
