//! Places of witnesses in the words of their representative: edits lead from the one to the other, character by character.

use crate::model::{ByteRange, Edit, Family, FamilyIdx, Passage, PassageIdx, ReportIdx};
use std::collections::BTreeMap;

/// The passages of a pile, as places that can be compared.
pub struct Collation<'a> {
    passages: &'a [Passage],
    families: &'a [Family],
    /// By passage: its edits, in order.
    edits: BTreeMap<PassageIdx, Vec<(ByteRange, ByteRange)>>,
    /// By report: its passages, in order, each with the end of what it and those before it reach.
    of_report: BTreeMap<ReportIdx, Vec<(u32, PassageIdx)>>,
}

/// A place in the words of a representative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Collated {
    /// The family.
    pub family: FamilyIdx,
    /// Where in its representative.
    pub range: ByteRange,
    /// The witness whose place it is.
    pub passage: PassageIdx,
}

impl<'a> Collation<'a> {
    /// Lays out the passages and edits of a pile.
    pub fn of(passages: &'a [Passage], families: &'a [Family], edits: &[Edit]) -> Self {
        let mut of_passage: BTreeMap<PassageIdx, Vec<(ByteRange, ByteRange)>> = BTreeMap::new();
        for edit in edits {
            of_passage.entry(edit.to.passage).or_default().push((edit.from.range, edit.to.range));
        }
        of_passage.values_mut().for_each(|list| list.sort_by_key(|(from, to)| (*to, *from)));
        let mut in_order: Vec<PassageIdx> = (0..passages.len() as u32).map(PassageIdx).collect();
        in_order.sort_by_key(|idx| (passages[idx.0 as usize].span, *idx));
        let mut of_report: BTreeMap<ReportIdx, Vec<(u32, PassageIdx)>> = BTreeMap::new();
        for idx in in_order {
            let span = passages[idx.0 as usize].span;
            let own = of_report.entry(span.report).or_default();
            let before = own.last().map_or(0, |(reached, _)| *reached);
            own.push((before.max(span.range.end), idx));
        }
        Collation { passages, families, edits: of_passage, of_report }
    }

    /// The places of a range in the representatives of all families that its report has a witness of there.
    pub fn places(&self, report: ReportIdx, range: ByteRange) -> Vec<Collated> {
        let own = self.of_report.get(&report).map_or(&[][..], Vec::as_slice);
        let of = |idx: &PassageIdx| self.passages[idx.0 as usize].span.range;
        let first = own.partition_point(|(reached, _)| *reached <= range.start);
        let near = own[first..].iter().map(|(_, idx)| idx).take_while(|idx| of(idx).start < range.end);
        near.filter(|idx| of(idx).overlap(range) > 0)
            .map(|idx| {
                let passage = &self.passages[idx.0 as usize];
                Collated { family: passage.family, range: self.in_representative(*idx, range), passage: *idx }
            })
            .collect()
    }

    /// Where the words of a witness stand in its representative, as far as they lie in the witness.
    fn in_representative(&self, idx: PassageIdx, range: ByteRange) -> ByteRange {
        let own = self.passages[idx.0 as usize].span.range;
        let family = &self.families[self.passages[idx.0 as usize].family.0 as usize];
        let other = self.passages[family.representative.0 as usize].span.range;
        let range = ByteRange { start: range.start.max(own.start), end: range.end.min(own.end) };
        if family.representative == idx {
            return range;
        }
        let edits = self.edits.get(&idx).map_or(&[][..], Vec::as_slice);
        let start = mapped(edits, own.start, other.start, range.start, false);
        let end = mapped(edits, own.start, other.start, range.end, true);
        ByteRange { start, end: end.max(start) }
    }
}

/// A byte of the witness as a byte of the representative; inside an edit its beginning, or its end.
fn mapped(edits: &[(ByteRange, ByteRange)], own: u32, other: u32, at: u32, as_end: bool) -> u32 {
    let (mut own, mut other) = (own, other);
    for (from, to) in edits {
        if at < to.start || as_end && at == to.start {
            break;
        }
        if at < to.end || as_end && at <= to.end {
            return if as_end { from.end } else { from.start };
        }
        (own, other) = (to.end, from.end);
    }
    other + (at - own)
}
