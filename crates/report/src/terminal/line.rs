//! One paragraph in the making: fixed labels, and foreign text made visible on its way in.

use crate::Place;
use crate::excerpt::{Wording, head};
use crate::visible::{visible, visible_passage};
use anstyle::{AnsiColor, Style};

/// Stands between two words that no line end may part. Foreign text cannot hold it: it is unseen, and
/// would be an escape.
const GLUE: &str = " \u{2060}";

/// Stands where words of a report are left out.
const LEFT_OUT: &str = "[...]";

/// A paragraph before it is wrapped.
pub struct Line {
    text: String,
    colour: bool,
}

impl Line {
    /// An empty one.
    pub fn new(colour: bool) -> Self {
        Line { text: String::new(), colour }
    }

    /// What has been put together, the glue between words off.
    pub fn unglued(line: &str) -> String {
        line.replace('\u{2060}', "")
    }

    /// The paragraph, with glue.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A fixed label.
    pub fn label(mut self, label: &'static str) -> Self {
        self.text.push_str(label);
        self
    }

    /// The name of a kind, as records have it, with blanks for hyphens.
    pub fn kind(mut self, label: &'static str) -> Self {
        self.text.push_str(&label.replace('-', " "));
        self
    }

    /// A fixed label that leads a section.
    pub fn heading(self, label: &'static str) -> Self {
        self.styled(Style::new().bold(), label)
    }

    /// A fixed label that says what the signs of a section mean.
    pub fn legend(self, label: &'static str) -> Self {
        self.styled(Style::new().dimmed(), label)
    }

    /// A count.
    pub fn number(mut self, number: usize) -> Self {
        self.text.push_str(&number.to_string());
        self
    }

    /// A count with what is counted.
    pub fn count(self, number: usize, one: &'static str, many: &'static str) -> Self {
        let label = if number == 1 { one } else { many };
        self.number(number).label(GLUE).label(label)
    }

    /// A share in whole hundredths.
    pub fn percent(self, percent: usize) -> Self {
        self.number(percent).label(GLUE).label("%")
    }

    /// A blank at which no line ends.
    pub fn glued(self) -> Self {
        self.label(GLUE)
    }

    /// A file name, a speaker or another short foreign text.
    pub fn name(mut self, name: &str) -> Self {
        self.text.push_str(&visible(name));
        self
    }

    /// Words of a report.
    pub fn passage(mut self, words: &str) -> Self {
        self.text.push_str(&visible_passage(words));
        self
    }

    /// Words of a report that a reader should not miss.
    pub fn marked(self, words: &str) -> Self {
        let style = AnsiColor::Yellow.on_default().bold();
        self.styled(style, &visible_passage(words))
    }

    /// Words that another wording has in place of those that follow.
    pub fn removed(self, words: &str) -> Self {
        let words = format!("[-{}-]", visible_passage(words));
        self.styled(AnsiColor::Red.on_default().strikethrough(), &words)
    }

    /// Words that stand for those of another wording.
    pub fn added(self, words: &str) -> Self {
        let words = format!("{{+{}+}}", visible_passage(words));
        self.styled(AnsiColor::Green.on_default().bold(), &words)
    }

    /// Words of a report, as many as are shown.
    pub fn wording(mut self, wording: &Wording) -> Self {
        for (idx, piece) in wording.pieces.iter().enumerate() {
            if idx > 0 {
                self = self.left_out();
            }
            self = self.passage(piece);
        }
        self.cut_note(wording)
    }

    /// The beginning of a wording, where it is longer than so many bytes.
    pub fn beginning(mut self, wording: &Wording, at_most: usize) -> Self {
        let first = wording.pieces.first().copied().unwrap_or_default();
        let shown = head(first, at_most);
        self = self.passage(shown);
        if shown.len() < wording.bytes { self.more_after() } else { self }
    }

    /// Words of a report that lead what stands below, as many as are shown.
    pub fn strong_wording(mut self, wording: &Wording) -> Self {
        for (idx, piece) in wording.pieces.iter().enumerate() {
            if idx > 0 {
                self = self.left_out();
            }
            self = self.strong(piece);
        }
        self.cut_note(wording)
    }

    /// Says that words are left out between two others.
    fn left_out(self) -> Self {
        self.label(" ").label(LEFT_OUT).label(" ")
    }

    /// Says that words are left out before those that follow.
    pub fn more_before(self) -> Self {
        self.label(LEFT_OUT).label(" ")
    }

    /// Says that words are left out behind those before.
    pub fn more_after(self) -> Self {
        self.label(" ").label(LEFT_OUT)
    }

    /// Says how much of a wording is shown, where that is not all of it.
    pub fn cut_note(self, wording: &Wording) -> Self {
        if !wording.is_cut() {
            return self;
        }
        self.label(" ")
            .label(LEFT_OUT)
            .label(" (")
            .number(wording.shown)
            .label(" of ")
            .number(wording.bytes)
            .label(" bytes)")
    }

    /// A report: `[3]`.
    pub fn report(self, number: usize) -> Self {
        self.styled(AnsiColor::Cyan.on_default(), &format!("[{number}]"))
    }

    /// A place: `[3] 121-180`.
    pub fn place(self, place: Place) -> Self {
        let range = place.range;
        let words = format!("[{}]{GLUE}{}-{}", place.report, range.start, range.end);
        self.styled(AnsiColor::Cyan.on_default(), &words)
    }

    /// Words of a report that lead what stands below.
    pub fn strong(self, words: &str) -> Self {
        self.styled(Style::new().bold(), &visible_passage(words))
    }

    fn styled(mut self, style: Style, words: &str) -> Self {
        if self.colour && !words.is_empty() {
            self.text.push_str(&format!("{style}{words}{style:#}"));
        } else {
            self.text.push_str(words);
        }
        self
    }
}
