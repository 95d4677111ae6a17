//! Does the text of a report lead back to the bytes of its page?
//!
//! Checked with other code than that which makes the map: the bytes behind a part of a text are decoded, character
//! references in them resolved by the tokenizer of html5ever, and what comes out has to be the part, but for white space.

use encoding_rs::Encoding;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use stemma::model::{ByteRange, Layout, Source};

/// What was checked of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Titles, paragraphs, furniture lines, and their words.
    pub parts: usize,
    /// Those whose bytes do not say what they say.
    pub wrong: usize,
}

/// Checks all blocks of a text and all their words.
pub fn check(source: &Source, layout: &Layout, page: &[u8]) -> Checked {
    let mut checked = Checked::default();
    let furniture = layout.furniture.iter().map(|line| line.range);
    for block in layout.titles.iter().chain(&layout.paragraphs).copied().chain(furniture) {
        let text = block.of(&source.text);
        let words = text.split_whitespace().map(|word| {
            let start = block.start as usize + (word.as_ptr() as usize - text.as_ptr() as usize);
            ByteRange::new(start, start + word.len())
        });
        for part in words.chain([block]) {
            checked.parts += 1;
            checked.wrong += usize::from(!holds(source, part, page));
        }
    }
    checked
}

fn holds(source: &Source, part: ByteRange, page: &[u8]) -> bool {
    let Some(encoding) = Encoding::for_label(source.encoding.as_bytes()) else {
        return false;
    };
    let mut written = String::new();
    for range in source.map.original(part) {
        let bytes = &page[range.as_usize()];
        // A tag among them would be a part of the page that nobody reads.
        if bytes.contains(&b'<') && bytes.contains(&b'>') {
            return false;
        }
        written.push_str(&resolved(&encoding.decode_without_bom_handling(bytes).0));
    }
    let compared = |text: &str| -> String { text.split_whitespace().collect() };
    compared(&written) == compared(part.of(&source.text))
}

/// A text with its character references resolved.
fn resolved(text: &str) -> String {
    // Within a text it is a character like any other.
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Characters::default(), options);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.text.into_inner()
}

/// Gathers the characters of a text.
#[derive(Default)]
struct Characters {
    text: RefCell<String>,
}

impl TokenSink for Characters {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(characters) => self.text.borrow_mut().push_str(&characters),
            Token::NullCharacterToken => self.text.borrow_mut().push('\0'),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
