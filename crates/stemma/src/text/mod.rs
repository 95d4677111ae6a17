//! Where are titles, paragraphs, furniture, sentences, words and quotations in a text?
//!
//! In: the text of a report. Out: its [`Layout`](crate::model::Layout) and a [`Reading`].
//! Invariants: every range lies on character boundaries; nothing is lost (each character that is not
//! white space lies in exactly one title, paragraph or furniture line; the sentences of a block hold all
//! its characters that are not white space); time is linear in the text.

mod abbreviations;
mod blocks;
mod byline;
mod caption;
mod date_line;
mod furniture;
mod headline;
mod layout;
mod line_words;
mod lines;
mod navigation;
mod promotion;
mod quotations;
mod recurring;
mod related;
mod reports;
mod sentence_ends;
mod sentence_starts;
mod sentences;
mod stops;
mod words;

pub(crate) use abbreviations::stands_before_name;
pub use layout::lay_out;
pub use quotations::{Quotation, find_quotations};
pub use recurring::label_recurring;
pub use reports::reports;
pub(crate) use reports::without_layout;
pub use sentences::find_sentences;
pub use words::{each_word, hash_of, normalise, split_words, word_ranges};
pub(crate) use words::{each_word_place, hash_of_word};

use crate::model::{Report, Sentence};

/// What later stages need of one text. It is made anew for each run and not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Sentences of titles and paragraphs, in the order of the layout: titles first.
    pub sentences: Vec<Sentence>,
    /// Quotations, in the order of the text.
    pub quotations: Vec<Quotation>,
}

/// Reads a report whose layout is known.
pub fn read(report: &Report) -> Reading {
    let sentences = find_sentences(&report.text, &report.layout);
    let quotations = find_quotations(&report.text, &report.layout);
    Reading { sentences, quotations }
}
