//! Families over the places where their stretches stand.

use super::families::{Star, Stretch};
use super::units::Unit;
use crate::model::{Family, FamilyIdx, Passage, PassageIdx, Span};
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
pub fn lay_out(units: &[Unit], stars: Vec<Star>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = stars.into_iter().map(|star| draft(units, star)).collect();
    drafts.sort_by_key(|draft| draft.witnesses.iter().map(|w| w.span).collect::<Vec<_>>());
    drafts.dedup_by(|later, earlier| {
        let spans = |draft: &Draft| draft.witnesses.iter().map(|w| w.span).collect::<Vec<_>>();
        spans(later) == spans(earlier)
    });
    drafts
}

fn draft(units: &[Unit], star: Star) -> Draft {
    let first = witnesses(units, &star.representative).next().expect("a unit has a place");
    let all = std::iter::once(&star.representative).chain(&star.others);
    let mut witnesses: Vec<Witness> = all.flat_map(|stretch| witnesses(units, stretch)).collect();
    witnesses.sort_by_key(|witness| witness.span);
    witnesses.dedup_by_key(|witness| witness.span);
    let representative =
        witnesses.iter().position(|w| w.span == first.span).expect("it is one of the witnesses");
    Draft { witnesses, representative }
}

fn witnesses<'a>(units: &'a [Unit], stretch: &'a Stretch) -> impl Iterator<Item = Witness> + 'a {
    units[stretch.unit.0 as usize].places.iter().enumerate().map(|(at, place)| Witness {
        span: place.span_of(&stretch.words),
        stretch: stretch.clone(),
        place: at,
    })
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
