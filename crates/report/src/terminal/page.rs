//! The text of an account as it grows, wrapped at the width of the terminal.

use super::line::Line;
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

/// Narrower, words would be broken on every line.
const LEAST_WIDTH: usize = 40;

/// Wider lines are hard to read.
const GREATEST_WIDTH: usize = 120;

/// A growing text.
pub struct Page {
    text: String,
    width: usize,
    colour: bool,
}

impl Page {
    /// An empty one.
    pub fn new(width: usize, colour: bool) -> Self {
        Page { text: String::new(), width: width.clamp(LEAST_WIDTH, GREATEST_WIDTH), colour }
    }

    /// A line that will be written here.
    pub fn line(&self) -> Line {
        Line::new(self.colour)
    }

    /// Wraps a line behind `first`, what does not fit behind `others`.
    pub fn write(&mut self, first: &str, others: &str, line: Line) {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(others)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .word_separator(WordSeparator::UnicodeBreakProperties)
            .word_splitter(WordSplitter::NoHyphenation);
        for wrapped in textwrap::wrap(line.as_str(), options) {
            self.text.push_str(&Line::unglued(&wrapped));
            self.text.push('\n');
        }
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// The head of a section: its title, how much of it is shown, what its signs mean.
    pub fn heading(&mut self, title: &'static str, shown: usize, total: usize, legend: &'static str) {
        self.blank();
        let mut line = self.line().heading(title);
        if shown < total {
            line = line.label(": ").cut(shown, total);
        }
        self.write("", "  ", line);
        if !legend.is_empty() {
            let line = self.line().legend(legend);
            self.write("", "", line);
        }
        self.blank();
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }
}

impl Line {
    /// Says how much of a list is shown.
    pub fn cut(self, shown: usize, total: usize) -> Self {
        self.number(shown).label(" of ").number(total).label(" (--all shows the rest)")
    }
}
