//! Families over the places where their stretches stand.

use super::families::Star;
use super::units::{Stretch, Unit};
use crate::model::{ByteRange, Family, FamilyIdx, Passage, PassageIdx, Report, Span};
use std::ops::Range;

/// One witness of a family that is being laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Where it stands.
    pub span: Span,
    /// Its stretch.
    pub stretch: Stretch,
    /// Which place of the stretch's unit it is.
    pub place: usize,
}

/// A family with all its witnesses, by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The witnesses, in the order of the account.
    pub witnesses: Vec<Witness>,
    /// Which of them the others are compared with.
    pub representative: usize,
}

/// The families with their witnesses, by first witness.
pub fn lay_out(reports: &[Report], units: &[Unit], stars: Vec<Star>) -> Vec<Draft> {
    in_order(stars.into_iter().map(|star| draft(reports, units, star)).collect())
}

/// Families by first witness, equal ones once.
pub fn in_order(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.sort_by_key(|draft| draft.witnesses.iter().map(|w| w.span).collect::<Vec<_>>());
    drafts.dedup_by(|later, earlier| {
        let spans = |draft: &Draft| draft.witnesses.iter().map(|w| w.span).collect::<Vec<_>>();
        spans(later) == spans(earlier)
    });
    drafts
}

fn draft(reports: &[Report], units: &[Unit], star: Star) -> Draft {
    let first = witnesses(reports, units, &star.representative).next().expect("a unit has a place");
    let all = std::iter::once(&star.representative).chain(&star.others);
    let mut witnesses: Vec<Witness> = all.flat_map(|stretch| witnesses(reports, units, stretch)).collect();
    witnesses.sort_by_key(|witness| witness.span);
    witnesses.dedup_by_key(|witness| witness.span);
    let representative =
        witnesses.iter().position(|w| w.span == first.span).expect("it is one of the witnesses");
    Draft { witnesses, representative }
}

fn witnesses<'a>(
    reports: &'a [Report],
    units: &'a [Unit],
    stretch: &'a Stretch,
) -> impl Iterator<Item = Witness> + 'a {
    units[stretch.unit.0 as usize].places.iter().enumerate().map(|(at, place)| Witness {
        span: with_marks(reports, place.span_of(&stretch.words)),
        stretch: stretch.clone(),
        place: at,
    })
}

/// A span with the quotation marks and brackets that touch its words, so that none is torn off.
pub fn with_marks(reports: &[Report], span: Span) -> Span {
    let text = &reports[span.report.0 as usize].text;
    let range = span.range.as_usize();
    let touching = |chars: &mut dyn Iterator<Item = char>, marks: &str| -> usize {
        chars.take_while(|c| marks.contains(*c)).map(char::len_utf8).sum()
    };
    let before = touching(&mut text[..range.start].chars().rev(), "\"'\u{201c}\u{2018}\u{ab}\u{201e}([");
    let behind = touching(&mut text[range.end..].chars(), "\"'\u{201d}\u{2019}\u{bb})]");
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
