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

    /// How many columns a line has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The title of a section, and what else stands on its line.
    pub fn title(&mut self, title: &'static str, rest: impl Fn(Line) -> Line) {
        self.blank();
        let line = rest(self.line().heading(title));
        self.write("", "  ", line);
    }

    /// What the signs of a section mean.
    pub fn legend(&mut self, legend: &'static str) {
        let line = self.line().legend(legend);
        self.write("", "", line);
    }

    /// The head of a section: its title, how much of it is shown, what its signs mean.
    pub fn heading(&mut self, title: &'static str, shown: usize, total: usize, legend: &'static str) {
        self.title(title, |line| if shown < total { line.label(": ").cut(shown, total) } else { line });
        if !legend.is_empty() {
            self.legend(legend);
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
