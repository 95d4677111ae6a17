//! Reads a page the way the standard of HTML says, for tests: its elements, names, links and text.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A page as it was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The names of all elements.
    pub elements: BTreeSet<String>,
    /// The names of all attributes.
    pub attributes: BTreeSet<String>,
    /// How many elements were begun.
    pub n_elements: usize,
    /// The `id` of every element that has one.
    pub ids: Vec<String>,
    /// Every `href`.
    pub links: Vec<String>,
    /// All text but that of the style, runs of white space as one blank.
    pub text: String,
    /// The text of every paragraph of class `words`, what is struck out left out.
    pub quotations: Vec<String>,
    /// Elements that were not ended, or ended without having begun.
    pub unbalanced: Vec<String>,
}

/// Elements that have no end.
const VOID: [&str; 4] = ["meta", "link", "br", "hr"];

#[derive(Default)]
struct Sink(RefCell<State>);

#[derive(Default)]
struct State {
    reading: Reading,
    open: Vec<String>,
    /// The number of open elements at which the present quotation began.
    quoting: Option<usize>,
}

/// Reads a page.
pub fn read(page: &str) -> Reading {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let mut state = tokenizer.sink.0.into_inner();
    state.reading.unbalanced.append(&mut state.open);
    state.reading.text = squeezed(&state.reading.text);
    state.reading
}

/// Runs of white space as one blank.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.begin(&tag),
            Token::TagToken(tag) => state.end(&tag),
            Token::CharacterTokens(text) => state.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn begin(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        self.reading.n_elements += 1;
        self.reading.elements.insert(name.clone());
        let mut class = String::new();
        for attribute in &tag.attrs {
            let (key, value) = (attribute.name.local.to_string(), attribute.value.to_string());
            match key.as_str() {
                "id" => self.reading.ids.push(value),
                "href" => self.reading.links.push(value),
                "class" => class = value,
                _ => {}
            }
            self.reading.attributes.insert(key);
        }
        if !VOID.contains(&name.as_str()) {
            self.open.push(name.clone());
        }
        if name == "p" && class == "words" {
            self.quoting = Some(self.open.len());
            self.reading.quotations.push(String::new());
        }
        match name.as_str() {
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&mut self, tag: &Tag) {
        if self.quoting == Some(self.open.len()) {
            self.quoting = None;
        }
        match self.open.pop() {
            Some(open) if *open == *tag.name => {}
            other => self.reading.unbalanced.push(format!("{other:?} before the end of {}", tag.name)),
        }
    }

    fn text(&mut self, text: &str) {
        if self.open.last().is_some_and(|open| open == "style") {
            return;
        }
        self.reading.text.push_str(text);
        let is_struck_out = self.open.iter().any(|open| open == "del");
        if self.quoting.is_some() && !is_struck_out {
            let quotation = self.reading.quotations.last_mut().expect("a quotation has begun");
            quotation.push_str(text);
        }
    }
}
