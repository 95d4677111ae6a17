//! Families over the places where their stretches stand.

use super::families::Star;
use super::units::{Stretch, Units};
use crate::model::{ByteRange, Family, FamilyIdx, Passage, PassageIdx, Report, Span};
use rayon::prelude::*;
use std::ops::Range;

/// One witness of a family that is being laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// Where it stands.
    pub span: Span,
    /// Its stretch.
    pub stretch: Stretch,
    /// Which place of the stretch's unit it is.
    pub place: u32,
}

/// A family with all its witnesses, by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The witnesses, in the order of the account.
    pub witnesses: Vec<Witness>,
    /// Which of them the others are compared with.
    pub representative: usize,
}

impl Draft {
    /// Whether it has witnesses in several reports.
    pub fn is_shared(&self) -> bool {
        let report = |witness: Option<&Witness>| witness.map(|witness| witness.span.report);
        report(self.witnesses.first()) != report(self.witnesses.last())
    }

    fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.witnesses.iter().map(|witness| witness.span)
    }
}

/// The families with their witnesses, by first witness.
pub fn lay_out(reports: &[Report], units: &Units, stars: Vec<Star>) -> Vec<Draft> {
    in_order(stars.into_par_iter().map(|star| draft(reports, units, star)).collect())
}

/// Families by first witness, equal ones once.
pub fn in_order(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.par_sort_by(|a, b| a.spans().cmp(b.spans()));
    drafts.dedup_by(|later, earlier| later.spans().eq(earlier.spans()));
    drafts
}

fn draft(reports: &[Report], units: &Units, star: Star) -> Draft {
    let all = std::iter::once(&star.representative).chain(&star.others);
    let mut witnesses: Vec<Witness> = all.flat_map(|stretch| witnesses(reports, units, *stretch)).collect();
    let first = witnesses[0].span;
    witnesses.sort_by_key(|witness| witness.span);
    witnesses.dedup_by_key(|witness| witness.span);
    let is_first = |witness: &Witness| witness.span == first;
    let representative = witnesses.iter().position(is_first).expect("it is one of the witnesses");
    Draft { witnesses, representative }
}

fn witnesses<'a>(
    reports: &'a [Report],
    units: &'a Units,
    stretch: Stretch,
) -> impl Iterator<Item = Witness> + 'a {
    units.places(stretch.unit).iter().zip(0..).map(move |(whole, place)| {
        let span = with_marks(reports, units.span_of(reports, &stretch, whole));
        Witness { span, stretch, place }
    })
}

/// A span with the quotation marks and brackets that touch its words, so that none is torn off.
pub fn with_marks(reports: &[Report], span: Span) -> Span {
    let text = &reports[span.report.0 as usize].text;
    let range = span.range.as_usize();
    let length = |chars: &mut dyn Iterator<Item = char>, marks: &str| -> usize {
        chars.take_while(|c| marks.contains(*c)).map(char::len_utf8).sum()
    };
    // Nearly always a blank or nothing touches them.
    let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_whitespace());
    let last = range.start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    let before = match is_plain(last) {
        true => 0,
        false => length(&mut text[..range.start].chars().rev(), "\"'\u{201c}\u{2018}\u{ab}\u{201e}(["),
    };
    let behind = match is_plain(text.as_bytes().get(range.end)) {
        true => 0,
        false => length(&mut text[range.end..].chars(), "\"'\u{201d}\u{2019}\u{bb})]"),
    };
    Span { report: span.report, range: ByteRange::new(range.start - before, range.end + behind) }
}

/// Families and passages as the account has them.
pub fn number(drafts: &[Draft]) -> (Vec<Passage>, Vec<Family>) {
    let (mut passages, mut families) = (Vec::new(), Vec::new());
    for (idx, draft) in drafts.iter().enumerate() {
        let numbers: Range<u32> = passages.len() as u32..(passages.len() + draft.witnesses.len()) as u32;
        let family = FamilyIdx(idx as u32);
        passages.extend(draft.witnesses.iter().map(|w| Passage { span: w.span, family }));
        families.push(Family {
            representative: PassageIdx(numbers.start + draft.representative as u32),
            passages: numbers.map(PassageIdx).collect(),
        });
    }
    (passages, families)
}
