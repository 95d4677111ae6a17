//! What in the wording of two witnesses shows which is the copy.
//!
//! A copyist cuts a clause, drops or blurs who speaks, takes a quotation out of its marks, and leaves the
//! blanks of his machine behind; who writes a text does none of this. Each trace counts for one direction,
//! and additions are possible too, so no single trace decides.
//!
//! What traces count is asked of any two witnesses, and where they stand of the few that turn out to be parent and
//! child; so the one is read off the [`Marks`] of both, and the other off their words.

use super::collation::Difference;
use super::witness::{Open, Texts};
use crate::model::{ByteRange, Evidence, Span};
use crate::reuse::edit_kinds::says;
use crate::reuse::features::MAX_WORDS;
use crate::reuse::passages::Witness;
use std::ops::Range;

/// What a trace counts, by its kind. A cut counts nothing: it is only shown.
const STRAY_BLANK: u32 = 4;
const LOST_SPEAKER: u32 = 3;
const LOST_MARKS: u32 = 2;
/// What it counts that a copy opens a paragraph with a pronoun which the other has in the middle of one.
pub const ORPHANED: u32 = 1;

/// Words in a cut that is shown.
const CUT_WORDS: usize = 3;
/// How many words from a difference a word of saying may stand that makes it one of attribution.
const NEAR: usize = 3;
/// Words of a source that is not a name: "the governor", "a war monitoring group".
const SOURCE_WORDS: usize = 6;

/// Pronouns that stand for one who speaks.
const PRONOUNS: [&str; 3] = ["he", "she", "they"];
/// Letters of the longest of them.
const LONGEST_PRONOUN: usize = 4;

/// What is looked up in a witness again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks<'a> {
    written: &'a str,
    n_words: usize,
    /// Where a stray blank stands, in bytes from its start.
    stray_blank: Option<usize>,
    quotation: bool,
    /// Which word is the pronoun of "he said".
    pub pronoun: Option<usize>,
    /// A bit for each word that is written as a name.
    names: u128,
    /// A bit for each word of saying.
    sayings: u128,
}

impl<'a> Marks<'a> {
    /// Looks them up.
    pub fn of(texts: &Texts<'a>, witness: &Witness) -> Self {
        let (text, written) = (texts.text(witness), texts.written(witness));
        let (mut n_words, mut sayings, mut pronouns) = (0, 0u128, 0u128);
        let (mut capitals, mut may_be_names, mut openings) = (0u128, 0u128, 1u128);
        texts.each_word(witness, |range| {
            let word = range.of(text);
            let bit = if n_words < MAX_WORDS { 1 << n_words } else { 0 };
            n_words += 1;
            if starts_upper(word) {
                capitals |= bit;
                may_be_names |= if has_second(word) { bit } else { 0 };
                let before = &text[..range.start as usize];
                openings |= if before.ends_with(['"', '\u{201c}', '\u{2018}', '\u{ab}']) { bit } else { 0 };
            }
            sayings |= if says(word) { bit } else { 0 };
            pronouns |= if is_pronoun(word) { bit } else { 0 };
        });
        let beside_saying = pronouns & (sayings << 1 | sayings >> 1);
        Marks {
            written,
            n_words,
            stray_blank: find_stray_blank(written),
            quotation: has_quotation_mark(written),
            pronoun: (beside_saying != 0).then(|| beside_saying.trailing_zeros() as usize),
            // A capital at the start says nothing, unless the next word has one too.
            names: may_be_names & (!openings | capitals >> 1),
            sayings,
        }
    }

    /// Whether one of some words is written as a name.
    fn has_name(&self, words: &Range<usize>) -> bool {
        self.names & bits(words) != 0
    }
}

/// A bit for each of some words.
fn bits(words: &Range<usize>) -> u128 {
    let below = |end: usize| if end < MAX_WORDS { (1u128 << end) - 1 } else { u128::MAX };
    below(words.end) & !below(words.start)
}

/// What the traces count that a child bears if it was copied from a parent; `differences` are theirs, in this order.
/// What stands round both is left out.
pub fn points(parent: &Marks, child: &Marks, differences: &[Difference]) -> u32 {
    let lost = differences.iter().filter(|difference| has_lost_speaker(parent, child, difference)).count();
    let stray = has_stray_blank(parent, child);
    let marks = lost_marks(parent, child).is_some();
    LOST_SPEAKER * lost as u32 + STRAY_BLANK * u32::from(stray) + LOST_MARKS * u32::from(marks)
}

/// A witness that is searched for traces.
pub struct Side<'s, 'a> {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: &'s Open,
    /// What was looked up in it.
    pub marks: Marks<'a>,
}

/// The traces of copying that `child` bears if it was copied from `parent`, as evidence.
pub fn traces(parent: &Side, child: &Side, differences: &[Difference]) -> Vec<Evidence> {
    let mut traces: Vec<Evidence> = Vec::new();
    for difference in differences {
        if has_lost_speaker(&parent.marks, &child.marks, difference) {
            traces.push(Evidence::LostAttribution {
                parent: parent.words.place(&difference.a),
                child: child.words.place(&difference.b),
            });
        } else if is_cut(difference) {
            traces.push(Evidence::Cut { parent: parent.words.place(&difference.a) });
        }
    }
    traces.extend(stray_blank(parent, child));
    traces.extend(lost_marks(&parent.marks, &child.marks).map(|quoted| Evidence::LostAttribution {
        parent: parent.span,
        child: inside(child.span, quoted.start, quoted.len()),
    }));
    traces
}

/// That a child opens a paragraph with its pronoun, as evidence.
pub fn orphaned(child: &Side) -> Option<Evidence> {
    let at = child.marks.pronoun?;
    Some(Evidence::OrphanedAnaphora { child: child.words.place(&(at..at + 1)) })
}

/// Some bytes of a witness.
fn inside(span: Span, at: usize, len: usize) -> Span {
    let start = span.range.start as usize + at;
    Span { report: span.report, range: ByteRange::new(start, start + len) }
}

/// A name by a word of saying, and in its place an office, a pronoun or nothing.
fn has_lost_speaker(parent: &Marks, child: &Marks, difference: &Difference) -> bool {
    let (named, stays_named) = (parent.has_name(&difference.a), child.has_name(&difference.b));
    if !named || stays_named || difference.b.len() > SOURCE_WORDS {
        return false;
    }
    let around = difference.a.start.saturating_sub(NEAR)..parent.n_words.min(difference.a.end + NEAR);
    parent.sayings & bits(&around) != 0
}

fn starts_upper(word: &str) -> bool {
    match word.as_bytes() {
        [first, ..] if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// Whether a word has a second character.
fn has_second(word: &str) -> bool {
    match word.as_bytes() {
        [first, rest @ ..] if first.is_ascii() => !rest.is_empty(),
        _ => word.chars().nth(1).is_some(),
    }
}

/// Whether a difference is a cut that is worth showing.
pub fn is_cut(difference: &Difference) -> bool {
    difference.b.is_empty() && difference.a.len() >= CUT_WORDS
}

fn has_stray_blank(parent: &Marks, child: &Marks) -> bool {
    parent.stray_blank.is_none() && child.stray_blank.is_some()
}

/// A blank before a hyphen or a comma ("Tolm -based"), where the parent has none.
fn stray_blank(parent: &Side, child: &Side) -> Option<Evidence> {
    let at = child.marks.stray_blank.filter(|_| has_stray_blank(&parent.marks, &child.marks))?;
    Some(Evidence::Spin { parent: parent.span, child: inside(child.span, at, 2) })
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
    text.as_bytes().contains(&b'"') || !text.is_ascii() && text.as_bytes().windows(3).any(is_round)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}')
}

/// Where a child has the words of a quotation without the marks.
fn lost_marks(parent: &Marks, child: &Marks) -> Option<Range<usize>> {
    if !parent.quotation || child.quotation {
        return None;
    }
    let open = parent.written.find(is_quotation_mark)?;
    let mut words = parent.written[open..].split(is_quotation_mark).filter(|quoted| !quoted.is_empty());
    let quoted = words.next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let at = child.written.find(quoted)?;
    quoted.contains(' ').then(|| at..at + quoted.len())
}

fn is_pronoun(word: &str) -> bool {
    let may_be = word.len() <= LONGEST_PRONOUN && word.starts_with(['h', 'H', 's', 'S', 't', 'T']);
    may_be && PRONOUNS.iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}
