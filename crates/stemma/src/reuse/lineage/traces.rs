//! What in the wording of two witnesses shows which is the copy.
//!
//! A copyist cuts a clause, drops or blurs who speaks, takes a quotation out of its marks, and leaves the
//! blanks of his machine behind; who writes a text does none of this. Each trace counts for one direction,
//! and additions are possible too, so no single trace decides.

use super::collation::Difference;
use super::witness::{Open, View};
use crate::model::{ByteRange, Evidence, Span};
use crate::reuse::edit_kinds::says;
use crate::reuse::features::MAX_WORDS;
use crate::text::normalise;
use std::ops::Range;

/// What a trace counts, by its kind.
const STRAY_BLANK: u32 = 4;
const LOST_SPEAKER: u32 = 3;
const LOST_MARKS: u32 = 2;
const ORPHANED: u32 = 1;
const LONG_CUT: u32 = 0;
const SHORT_CUT: u32 = 0;

/// Words in a cut that counts, and in one that counts as long.
const CUT_WORDS: usize = 3;
const LONG_CUT_WORDS: usize = 6;
/// How many words from a difference a word of saying may stand that makes it one of attribution.
const NEAR: usize = 3;
/// Words of a source that is not a name: "the governor", "a war monitoring group".
const SOURCE_WORDS: usize = 6;

/// Pronouns that stand for one who speaks.
const PRONOUNS: [&str; 3] = ["he", "she", "they"];
/// Letters of the longest of them.
const LONGEST_PRONOUN: usize = 4;

/// A sign that one witness is the copy of the other, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The sign.
    pub evidence: Evidence,
    /// What it counts.
    pub points: u32,
}

/// What is looked up in a witness again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Where a stray blank stands, in bytes from its start.
    stray_blank: Option<usize>,
    quotation: bool,
    /// Which word is the pronoun of "he said".
    pronoun: Option<usize>,
    /// A bit for each word that is written as a name.
    names: u128,
}

impl Marks {
    /// Looks them up.
    pub fn of(view: &Open) -> Self {
        let written = view.view.written();
        Marks {
            stray_blank: find_stray_blank(written),
            quotation: has_quotation_mark(written),
            pronoun: find_pronoun(view),
            names: (0..view.len().min(MAX_WORDS))
                .filter(|at| is_name(view, *at))
                .fold(0, |sum, at| sum | 1 << at),
        }
    }

    /// Whether one of some words is written as a name.
    fn has_name(&self, words: &Range<usize>) -> bool {
        words.clone().any(|at| self.names >> at & 1 == 1)
    }
}

/// A witness of a pair that is searched for traces.
pub type Side<'s, 'v, 'a> = (&'s Open<'v, 'a>, &'s Marks);

/// The traces of copying that `child` bears if it was copied from `parent`; `differences` are theirs, in this
/// order.
pub fn traces(parent: Side, child: Side, differences: &[Difference]) -> Vec<Trace> {
    let mut traces: Vec<Trace> = Vec::new();
    for difference in differences {
        traces.extend(lost_speaker(parent, child, difference).or_else(|| cut(parent.0, difference)));
    }
    traces.extend(stray_blank(parent, child));
    traces.extend(lost_marks(parent, child));
    traces.extend(orphaned(parent, child));
    traces
}

/// A name by a word of saying, and in its place an office, a pronoun or nothing.
fn lost_speaker(parent: Side, child: Side, difference: &Difference) -> Option<Trace> {
    let (named, stays_named) = (parent.1.has_name(&difference.a), child.1.has_name(&difference.b));
    if !named || stays_named || difference.b.len() > SOURCE_WORDS {
        return None;
    }
    let (parent, child) = (parent.0, child.0);
    let near = |start: usize, end: usize, len: usize| start.saturating_sub(NEAR)..len.min(end + NEAR);
    let around = near(difference.a.start, difference.a.end, parent.len());
    let is_source = around.into_iter().any(|at| says(&normalise(parent.word(at))));
    is_source.then(|| Trace {
        evidence: Evidence::LostAttribution {
            parent: parent.place(&difference.a),
            child: child.place(&difference.b),
        },
        points: LOST_SPEAKER,
    })
}

/// Whether a word is written as a name where a capital says something: not at the start of the witness.
fn is_name(view: &Open, at: usize) -> bool {
    let word = view.word(at);
    if !starts_upper(word) || word.chars().nth(1).is_none() {
        return false;
    }
    let opens = at == 0 || view.before(at).ends_with(['"', '\u{201c}', '\u{2018}', '\u{ab}']);
    !opens || at + 1 < view.len() && starts_upper(view.word(at + 1))
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn cut(parent: &Open, difference: &Difference) -> Option<Trace> {
    let cut = difference.b.is_empty() && difference.a.len() >= CUT_WORDS;
    cut.then(|| Trace {
        evidence: Evidence::Cut { parent: parent.place(&difference.a) },
        points: if difference.a.len() >= LONG_CUT_WORDS { LONG_CUT } else { SHORT_CUT },
    })
}

/// A blank before a hyphen or a comma ("Tolm -based"), where the parent has none.
fn stray_blank(parent: Side, child: Side) -> Option<Trace> {
    let (None, Some(at)) = (parent.1.stray_blank, child.1.stray_blank) else { return None };
    let (parent, child) = (parent.0.view, child.0.view);
    let start = child.span.range.start as usize + at;
    let blank = Span { report: child.report(), range: ByteRange::new(start, start + 2) };
    Some(Trace { evidence: Evidence::Spin { parent: parent.span, child: blank }, points: STRAY_BLANK })
}

fn find_stray_blank(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_stray = |at: &usize| {
        let mark = bytes[*at];
        bytes[*at - 1] == b' '
            && bytes[*at - 2].is_ascii_alphanumeric()
            && (mark == b'-' && bytes[*at + 1].is_ascii_alphabetic()
                || mark == b',' && bytes[*at + 1] == b' ')
    };
    let marks = (2..bytes.len().saturating_sub(1)).filter(|at| matches!(bytes[*at], b'-' | b','));
    marks.into_iter().find(is_stray).map(|at| at - 1)
}

/// Whether a text has a quotation mark, straight or round, by its bytes.
fn has_quotation_mark(text: &str) -> bool {
    let is_round = |mark: &[u8]| mark[0] == 0xe2 && mark[1] == 0x80 && matches!(mark[2], 0x9c | 0x9d);
    text.bytes().any(|byte| byte == b'"') || !text.is_ascii() && text.as_bytes().windows(3).any(is_round)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}')
}

/// A quotation whose words the child has without the marks.
fn lost_marks(parent: Side, child: Side) -> Option<Trace> {
    if !parent.1.quotation || child.1.quotation {
        return None;
    }
    let (parent, child): (&View, &View) = (parent.0.view, child.0.view);
    let open = parent.written().find(is_quotation_mark)?;
    let mut words = parent.written()[open..].split(is_quotation_mark).filter(|quoted| !quoted.is_empty());
    let quoted = words.next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let at = child.written().find(quoted)? + child.span.range.start as usize;
    quoted.contains(' ').then(|| Trace {
        evidence: Evidence::LostAttribution {
            parent: parent.span,
            child: Span { report: child.report(), range: ByteRange::new(at, at + quoted.len()) },
        },
        points: LOST_MARKS,
    })
}

/// "He said" at the start of a paragraph, where the parent has it behind a sentence of the same paragraph, in
/// which he is named.
fn orphaned(parent: Side, child: Side) -> Option<Trace> {
    if parent.0.view.opens_paragraph || !child.0.view.opens_paragraph {
        return None;
    }
    let at = child.1.pronoun?;
    Some(Trace {
        evidence: Evidence::OrphanedAnaphora { child: child.0.place(&(at..at + 1)) },
        points: ORPHANED,
    })
}

/// A pronoun beside a word of saying.
fn find_pronoun(view: &Open) -> Option<usize> {
    let is_pronoun = |at: &usize| {
        let word = view.word(*at);
        word.len() <= LONGEST_PRONOUN && PRONOUNS.iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
    };
    let is_source = |at: &usize| {
        let beside = [at.checked_sub(1), Some(at + 1).filter(|next| *next < view.len())];
        beside.into_iter().flatten().any(|at| says(&normalise(view.word(at))))
    };
    (0..view.len()).filter(is_pronoun).find(is_source)
}
