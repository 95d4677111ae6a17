//! What in the wording of two witnesses shows which is the copy.
//!
//! A copyist cuts a clause, drops or blurs who speaks, takes a quotation out of its marks, and leaves the
//! blanks of his machine behind; who writes a text does none of this. Each trace counts for one direction,
//! and additions are possible too, so no single trace decides.

use super::comparison::{Comparison, Difference};
use super::witness::View;
use crate::model::{ByteRange, Evidence, Span};
use crate::reuse::edit_kinds::says;
use crate::text::normalise;

/// What a trace counts, by its kind.
const STRAY_BLANK: u32 = 4;
const LOST_SPEAKER: u32 = 3;
const LOST_MARKS: u32 = 2;
const ORPHANED: u32 = 1;
const LONG_CUT: u32 = 2;
const SHORT_CUT: u32 = 1;

/// Words in a cut that counts, and in one that counts as long.
const CUT_WORDS: usize = 3;
const LONG_CUT_WORDS: usize = 6;
/// How many words from a difference a word of saying may stand that makes it one of attribution.
const NEAR: usize = 3;
/// Words of a source that is not a name: "the governor", "a war monitoring group".
const SOURCE_WORDS: usize = 6;

/// A sign that one witness is the copy of the other, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The sign.
    pub evidence: Evidence,
    /// What it counts.
    pub points: u32,
}

/// The traces of copying that `child` bears if it was copied from `parent`; `comparison` compares them in
/// this order.
pub fn traces(parent: &View, child: &View, comparison: &Comparison) -> Vec<Trace> {
    let of_words = comparison
        .differences
        .iter()
        .filter_map(|difference| lost_speaker(parent, child, difference).or_else(|| cut(parent, difference)));
    let whole = [stray_blank(parent, child), lost_marks(parent, child), orphaned(parent, child)];
    of_words.chain(whole.into_iter().flatten()).collect()
}

/// A name by a word of saying, and in its place an office, a pronoun or nothing.
fn lost_speaker(parent: &View, child: &View, difference: &Difference) -> Option<Trace> {
    let named = difference.a.clone().any(|at| is_name(parent, at));
    let stays_named = difference.b.clone().any(|at| is_name(child, at));
    if !named || stays_named || difference.b.len() > SOURCE_WORDS {
        return None;
    }
    let near = |start: usize, end: usize, len: usize| start.saturating_sub(NEAR)..len.min(end + NEAR);
    let around = near(difference.a.start, difference.a.end, parent.ranges.len());
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
fn is_name(view: &View, at: usize) -> bool {
    let word = view.word(at);
    let opens = at == 0 || view.text[..view.ranges[at].start as usize].ends_with(['"', '“', '‘', '«']);
    let next_too = || view.ranges.get(at + 1).is_some_and(|_| starts_upper(view.word(at + 1)));
    starts_upper(word) && word.chars().count() > 1 && (!opens || next_too())
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn cut(parent: &View, difference: &Difference) -> Option<Trace> {
    let cut = difference.b.is_empty() && difference.a.len() >= CUT_WORDS;
    cut.then(|| Trace {
        evidence: Evidence::Cut { parent: parent.place(&difference.a) },
        points: if difference.a.len() >= LONG_CUT_WORDS { LONG_CUT } else { SHORT_CUT },
    })
}

/// A blank before a hyphen or a comma ("Tolm -based"), where the parent has none.
fn stray_blank(parent: &View, child: &View) -> Option<Trace> {
    if find_stray_blank(parent.written()).is_some() {
        return None;
    }
    let at = find_stray_blank(child.written())?;
    let start = child.span.range.start as usize + at;
    let blank = Span { report: child.report(), range: ByteRange::new(start, start + 2) };
    Some(Trace { evidence: Evidence::Spin { parent: parent.span, child: blank }, points: STRAY_BLANK })
}

fn find_stray_blank(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_stray = |w: &[u8]| {
        let after_word = w[0].is_ascii_alphanumeric() && w[1] == b' ';
        after_word && (w[2] == b'-' && w[3].is_ascii_alphabetic() || w[2] == b',' && w[3] == b' ')
    };
    bytes.windows(4).position(is_stray).map(|at| at + 1)
}

/// A quotation whose words the child has without the marks.
fn lost_marks(parent: &View, child: &View) -> Option<Trace> {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”');
    let open = parent.written().find(is_mark)?;
    let mut words = parent.written()[open..].split(is_mark).filter(|quoted| !quoted.is_empty());
    let quoted = words.next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let has_words = quoted.contains(' ') && child.written().contains(quoted);
    let at = child.written().find(quoted)? + child.span.range.start as usize;
    let stands_bare = !child.written().contains(is_mark);
    (has_words && stands_bare).then(|| Trace {
        evidence: Evidence::LostAttribution {
            parent: parent.span,
            child: Span { report: child.report(), range: ByteRange::new(at, at + quoted.len()) },
        },
        points: LOST_MARKS,
    })
}

/// "He said" at the start of a paragraph, where the parent has it behind a sentence of the same paragraph, in
/// which he is named.
fn orphaned(parent: &View, child: &View) -> Option<Trace> {
    if parent.opens_paragraph || !child.opens_paragraph {
        return None;
    }
    let normal = |at: usize| normalise(child.word(at));
    let is_source = |at: &usize| {
        let beside = [at.checked_sub(1), Some(at + 1).filter(|next| *next < child.ranges.len())];
        matches!(normal(*at).as_str(), "he" | "she" | "they")
            && beside.into_iter().flatten().any(|at| says(&normal(at)))
    };
    let at = (0..child.ranges.len()).find(is_source)?;
    Some(Trace {
        evidence: Evidence::OrphanedAnaphora { child: child.place(&(at..at + 1)) },
        points: ORPHANED,
    })
}
