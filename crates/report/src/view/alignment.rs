//! The witnesses of a family aligned against its representative: equal ones once, each cut into what is the
//! same and what was changed.
//!
//! Terminal, page and JSON Lines are written from this one view, so that they cannot disagree. It takes time
//! linear in the witnesses and their edits, and shows as many wordings as it is asked for.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{ByteRange, Edit, EditKind, FamilyIdx, PassageIdx, Span};

/// A family, wording by wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment<'a> {
    /// Which of the account.
    pub family: FamilyIdx,
    /// In how many reports it has a witness.
    pub n_reports: usize,
    /// How many witnesses it has.
    pub n_witnesses: usize,
    /// How many different wordings these have.
    pub n_wordings: usize,
    /// The wording of the representative, then as many of the others as are shown, the least changed first.
    pub wordings: Vec<AlignedWording<'a>>,
}

/// One wording of a family, to the byte, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignedWording<'a> {
    /// Its witnesses; of the representative's wording the representative first.
    pub witnesses: Vec<PassageIdx>,
    /// The words of all of them.
    pub text: &'a str,
    /// The whole of it, in order.
    pub segments: Vec<AlignedSegment<'a>>,
    /// How many changes it has; those of mere marks are not counted.
    pub n_changes: usize,
    /// How many edits are of mere marks.
    pub n_marks: usize,
}

/// A run of a wording, and what stands for it in the representative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlignedSegment<'a> {
    /// What kinds of difference it is; none where both sides are the same.
    pub kinds: &'a [EditKind],
    /// The words of the representative.
    pub from: &'a str,
    /// Where they stand, in bytes from the representative's first.
    pub from_range: ByteRange,
    /// The words of this wording.
    pub to: &'a str,
    /// Where they stand, in bytes from this wording's first.
    pub to_range: ByteRange,
}

impl AlignedSegment<'_> {
    /// Whether words differ, and not marks alone.
    pub fn is_change(&self) -> bool {
        !self.kinds.is_empty() && !self.is_marks()
    }

    /// Whether only marks, blanks or capitals differ.
    pub fn is_marks(&self) -> bool {
        self.kinds == [EditKind::Punctuation]
    }
}

impl<'a> Alignment<'a> {
    /// The first wordings of a family.
    pub fn of(account: &'a Account, family: FamilyIdx, at_most: usize) -> Self {
        let found = &account.families[family.0 as usize];
        let groups = groups(account, &found.passages, found.representative);
        let edits = edits_of(account, family);
        let mut wordings: Vec<AlignedWording> = groups
            .into_iter()
            .map(|witnesses| wording(account, found.representative, witnesses, edits))
            .collect();
        wordings[1..].sort_by_key(|wording| {
            (
                wording.n_changes,
                changed_bytes(wording),
                Reverse(wording.witnesses.len()),
                wording.witnesses[0],
            )
        });
        let n_wordings = wordings.len();
        wordings.truncate(at_most.max(1));
        Alignment {
            family,
            n_reports: count_reports(account, &found.passages),
            n_witnesses: found.passages.len(),
            n_wordings,
            wordings,
        }
    }

    /// Kinds of the changes of all wordings shown, each once, in order.
    pub fn kinds(&self) -> Vec<EditKind> {
        let changes = self.wordings.iter().flat_map(AlignedWording::changes);
        let mut kinds: Vec<EditKind> = changes.flat_map(|segment| segment.kinds).copied().collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

impl<'a> AlignedWording<'a> {
    /// What was changed, in order; edits of mere marks left out.
    pub fn changes(&self) -> impl Iterator<Item = &AlignedSegment<'a>> {
        self.segments.iter().filter(|segment| segment.is_change())
    }

    /// Whether it has the words of the representative, whatever the marks and capitals.
    pub fn is_same_words(&self) -> bool {
        self.n_changes == 0
    }
}

/// The witnesses by their words, those of the representative first, and it first among them.
fn groups(account: &Account, passages: &[PassageIdx], representative: PassageIdx) -> Vec<Vec<PassageIdx>> {
    let mut by_text: BTreeMap<&str, Vec<PassageIdx>> = BTreeMap::new();
    for passage in passages {
        by_text.entry(text_of(account, *passage)).or_default().push(*passage);
    }
    let mut first = by_text.remove(text_of(account, representative)).unwrap_or_default();
    first.sort_by_key(|passage| (*passage != representative, *passage));
    std::iter::once(first).chain(by_text.into_values()).collect()
}

fn text_of(account: &Account, passage: PassageIdx) -> &str {
    let span = account.passage(passage).span;
    span.range.of(&account.report(span.report).text)
}

/// The edits of a family: an account has them by family.
fn edits_of(account: &Account, family: FamilyIdx) -> &[Edit] {
    let start = account.edits.partition_point(|edit| edit.family < family);
    let end = account.edits.partition_point(|edit| edit.family <= family);
    &account.edits[start..end]
}

fn wording<'a>(
    account: &'a Account,
    representative: PassageIdx,
    witnesses: Vec<PassageIdx>,
    edits: &'a [Edit],
) -> AlignedWording<'a> {
    let first = witnesses[0];
    let from = Side::of(account, representative);
    let to = Side::of(account, first);
    let mut own: Vec<&Edit> = edits_to(edits, first).collect();
    own.sort_by_key(|edit| (edit.to.range, edit.from.range));
    let mut segments = Vec::new();
    let (mut from_at, mut to_at) = (from.span.range.start, to.span.range.start);
    for edit in own.into_iter().filter(|_| first != representative) {
        if edit.to.range.start >= to_at && edit.from.range.start >= from_at {
            push(&mut segments, &from, from_at..edit.from.range.start, &to, to_at..edit.to.range.start, &[]);
            push(&mut segments, &from, as_range(edit.from.range), &to, as_range(edit.to.range), &edit.kinds);
            (from_at, to_at) = (edit.from.range.end, edit.to.range.end);
        }
    }
    push(&mut segments, &from, from_at..from.span.range.end, &to, to_at..to.span.range.end, &[]);
    AlignedWording {
        text: to.span.range.of(to.text),
        n_changes: segments.iter().filter(|segment| segment.is_change()).count(),
        n_marks: segments.iter().filter(|segment| segment.is_marks()).count(),
        witnesses,
        segments,
    }
}

/// The edits that lead to a witness. They stand together where the account has them by witness, as it does.
fn edits_to(edits: &[Edit], witness: PassageIdx) -> impl Iterator<Item = &Edit> {
    let start = edits.partition_point(|edit| edit.to.passage < witness);
    edits[start..].iter().take_while(move |edit| edit.to.passage == witness)
}

/// A witness with the text it stands in.
struct Side<'a> {
    text: &'a str,
    span: Span,
}

impl<'a> Side<'a> {
    fn of(account: &'a Account, passage: PassageIdx) -> Self {
        let span = account.passage(passage).span;
        Side { text: &account.report(span.report).text, span }
    }

    /// Some bytes of the witness, counted from its first.
    fn relative(&self, range: &std::ops::Range<u32>) -> ByteRange {
        let start = self.span.range.start;
        ByteRange { start: range.start - start, end: range.end - start }
    }
}

fn as_range(range: ByteRange) -> std::ops::Range<u32> {
    range.start..range.end
}

/// Adds a segment unless there is nothing on either side.
fn push<'a>(
    segments: &mut Vec<AlignedSegment<'a>>,
    from: &Side<'a>,
    old: std::ops::Range<u32>,
    to: &Side<'a>,
    new: std::ops::Range<u32>,
    kinds: &'a [EditKind],
) {
    if old.is_empty() && new.is_empty() {
        return;
    }
    segments.push(AlignedSegment {
        kinds,
        from: &from.text[old.start as usize..old.end as usize],
        from_range: from.relative(&old),
        to: &to.text[new.start as usize..new.end as usize],
        to_range: to.relative(&new),
    });
}

/// How much of a wording is not as in the representative.
fn changed_bytes(wording: &AlignedWording) -> usize {
    wording.segments.iter().filter(|s| !s.kinds.is_empty()).map(|s| s.from.len() + s.to.len()).sum()
}

fn count_reports(account: &Account, passages: &[PassageIdx]) -> usize {
    let mut reports: Vec<_> = passages.iter().map(|idx| account.passage(*idx).span.report).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn the_segments_of_a_wording_are_all_of_it_and_all_of_the_representative() {
        let account = example::account();
        for family in 0..account.families.len() as u32 {
            let aligned = Alignment::of(&account, FamilyIdx(family), usize::MAX);
            let first = aligned.wordings[0].text;
            for wording in &aligned.wordings {
                let joined = |side: fn(&AlignedSegment) -> String| -> String {
                    wording.segments.iter().map(side).collect()
                };
                assert_eq!(joined(|segment| segment.to.to_owned()), wording.text);
                assert_eq!(joined(|segment| segment.from.to_owned()), first);
                for segment in &wording.segments {
                    assert_eq!(segment.from_range.of(first), segment.from);
                    assert_eq!(segment.to_range.of(wording.text), segment.to);
                }
            }
        }
    }

    #[test]
    fn a_change_stands_between_what_is_the_same_with_its_kinds() {
        let account = example::account();
        let aligned = Alignment::of(&account, FamilyIdx(0), usize::MAX);
        let changes: Vec<_> = aligned.wordings[1].changes().map(|c| (c.from, c.to, c.kinds)).collect();
        let expected = [("1,600", "1,700", &[EditKind::Number][..]), ("harbour", "port", &[EditKind::Swap])];
        assert_eq!(changes, expected);
        assert_eq!(aligned.kinds(), [EditKind::Swap, EditKind::Number]);
        assert_eq!((aligned.n_reports, aligned.n_witnesses, aligned.n_wordings), (2, 2, 2));
    }

    #[test]
    fn equal_witnesses_are_one_wording_and_a_long_list_is_cut() {
        let mut account = example::account();
        let copy = account.passages[3].clone();
        account.passages.push(copy);
        account.families[0].passages.push(PassageIdx(4));
        let aligned = Alignment::of(&account, FamilyIdx(0), usize::MAX);
        assert_eq!(aligned.wordings[1].witnesses, [PassageIdx(3), PassageIdx(4)]);
        assert_eq!(aligned.wordings[1].n_changes, 2);
        let cut = Alignment::of(&account, FamilyIdx(0), 1);
        assert_eq!((cut.wordings.len(), cut.n_wordings, cut.n_witnesses), (1, 2, 3));
    }
}
