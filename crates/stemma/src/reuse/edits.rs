//! The differences between a family's representative and its other witnesses.
//!
//! Words that are the same hold the two texts together; whatever stands between two of them on either side
//! is an edit where it differs, down to blanks and marks. So the edits of a pair, in order, turn the one
//! text into the other, character for character.

use super::chain::align_whole;
use super::edit_kinds::kinds;
use super::passages::{Draft, Witness};
use super::units::Unit;
use crate::model::{ByteRange, Edit, EditSide, Family, FamilyIdx, PassageIdx, Report};
use rayon::prelude::*;

/// The edits of all families, by family, witness and place.
pub fn find_edits(reports: &[Report], units: &[Unit], drafts: &[Draft], families: &[Family]) -> Vec<Edit> {
    let numbered = drafts.par_iter().zip(families).enumerate();
    numbered
        .flat_map_iter(|(idx, (draft, family))| {
            let representative = &draft.witnesses[draft.representative];
            let others = draft.witnesses.iter().zip(&family.passages);
            others
                .filter(|(_, passage)| **passage != family.representative)
                .flat_map(move |(witness, passage)| {
                    let pair = Pair { reports, units, from: representative, to: witness };
                    pair.edits(FamilyIdx(idx as u32), family.representative, *passage)
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The representative and one other witness.
struct Pair<'a> {
    reports: &'a [Report],
    units: &'a [Unit],
    from: &'a Witness,
    to: &'a Witness,
}

impl Pair<'_> {
    fn edits(&self, family: FamilyIdx, from: PassageIdx, to: PassageIdx) -> Vec<Edit> {
        let (old_text, new_text) = (self.text(self.from), self.text(self.to));
        self.differences()
            .into_iter()
            .map(|(old, new)| Edit {
                family,
                kinds: kinds(old.of(old_text), new.of(new_text), &new_text[new.end as usize..]),
                from: EditSide { passage: from, range: old },
                to: EditSide { passage: to, range: new },
            })
            .collect()
    }

    /// Where the two texts differ: what stands between words that both have, and such words themselves
    /// where they are written differently.
    fn differences(&self) -> Vec<(ByteRange, ByteRange)> {
        let (old, new) = (self.from.span.range, self.to.span.range);
        let mut found = Vec::new();
        let (mut old_at, mut new_at) = (old.start, new.start);
        for (a, b) in self.same_words() {
            self.compare(old_at..a.start, new_at..b.start, &mut found);
            self.compare(a.start..a.end, b.start..b.end, &mut found);
            (old_at, new_at) = (a.end, b.end);
        }
        self.compare(old_at..old.end, new_at..new.end, &mut found);
        found
    }

    /// The words that both witnesses have, as they stand in each, in order.
    fn same_words(&self) -> Vec<(ByteRange, ByteRange)> {
        let words = |witness: &Witness| {
            let unit = &self.units[witness.stretch.unit.0 as usize];
            let ranges = unit.places[witness.place].words[witness.stretch.words.clone()].to_vec();
            (unit.some_words(witness.stretch.words.clone()), ranges)
        };
        let ((old, old_ranges), (new, new_ranges)) = (words(self.from), words(self.to));
        let pairs = align_whole(old, new);
        pairs.into_iter().map(|(i, j)| (old_ranges[i], new_ranges[j])).collect()
    }

    fn compare(
        &self,
        old: std::ops::Range<u32>,
        new: std::ops::Range<u32>,
        found: &mut Vec<(ByteRange, ByteRange)>,
    ) {
        let old = ByteRange { start: old.start, end: old.end };
        let new = ByteRange { start: new.start, end: new.end };
        let (old_text, new_text) = (old.of(self.text(self.from)), new.of(self.text(self.to)));
        if old_text != new_text {
            let (before, behind) = shared_borders(old_text, new_text);
            let shrink = |range: ByteRange| ByteRange {
                start: range.start + before as u32,
                end: range.end - behind as u32,
            };
            found.push((shrink(old), shrink(new)));
        }
    }

    fn text(&self, witness: &Witness) -> &str {
        &self.reports[witness.span.report.0 as usize].text
    }
}

/// How many bytes of marks and blanks both texts share at the start, and at the end behind those.
fn shared_borders(old: &str, new: &str) -> (usize, usize) {
    let shared = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(x, y)| x == y && !x.is_alphanumeric()).map(|(x, _)| x.len_utf8()).sum()
    };
    let before: usize = shared(&mut old.chars(), &mut new.chars());
    let (old, new) = (&old[before..], &new[before..]);
    (before, shared(&mut old.chars().rev(), &mut new.chars().rev()))
}
