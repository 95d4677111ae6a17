//! The differences between a family's representative and its other witnesses.
//!
//! Words that are the same hold the two texts together; whatever stands between two of them on either side
//! is an edit where it differs, down to blanks and marks. So the edits of a pair, in order, turn the one
//! text into the other, character for character.

use super::alignment::Aligner;
use super::edit_kinds::{SideWord, kinds_of};
use super::passages::{Draft, Witness};
use super::units::{Stretch, Units};
use crate::model::{ByteRange, Edit, EditSide, Family, FamilyIdx, PassageIdx, Report, Span};
use rayon::prelude::*;
use std::ops::Range;

/// Families whose edits are written at a time.
const FAMILIES_AT_ONCE: usize = 1 << 13;

/// The edits of all families, by family, witness and place.
pub fn find_edits(reports: &[Report], units: &Units, drafts: &[Draft], families: &[Family]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (nth, some) in drafts.chunks(FAMILIES_AT_ONCE).enumerate() {
        let first = nth * FAMILIES_AT_ONCE;
        let numbered = some.par_iter().zip(&families[first..]).enumerate();
        let written: Vec<Vec<Edit>> = numbered
            .map_init(Buffers::default, |buffers, (at, (draft, family))| {
                let mut writer = Writer::new(reports, units, draft, buffers);
                writer.of_family(FamilyIdx((first + at) as u32), family)
            })
            .collect();
        written.into_iter().for_each(|some| edits.extend(some));
    }
    edits
}

/// Memory that is used again for each pair.
#[derive(Default)]
struct Buffers<'a> {
    aligner: Aligner,
    /// The words of the representative, and of the other witness.
    words: (Vec<ByteRange>, Vec<ByteRange>),
    /// The same words of both.
    pairs: Vec<(u8, u8)>,
    differences: Vec<(ByteRange, ByteRange)>,
    /// The words of both sides of an edit.
    sides: (Vec<SideWord<'a>>, Vec<SideWord<'a>>),
}

/// Compares the representative of a family with its other witnesses.
struct Writer<'a, 'b> {
    reports: &'a [Report],
    units: &'a Units,
    buffers: &'b mut Buffers<'a>,
    draft: &'a Draft,
    from: &'a Witness,
    /// The stretch that the representative was aligned with last: witnesses of one wording often follow each other.
    aligned: Option<Stretch>,
}

impl<'a, 'b> Writer<'a, 'b> {
    fn new(reports: &'a [Report], units: &'a Units, draft: &'a Draft, buffers: &'b mut Buffers<'a>) -> Self {
        // The words of the representative are read when they are asked for.
        buffers.words.0.clear();
        let from = &draft.witnesses[draft.representative];
        Writer { reports, units, buffers, draft, from, aligned: None }
    }

    fn of_family(&mut self, idx: FamilyIdx, family: &Family) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (witness, passage) in self.draft.witnesses.iter().zip(&family.passages) {
            if *passage != family.representative {
                self.compare(witness, (idx, family.representative, *passage), &mut edits);
            }
        }
        edits
    }

    fn compare(&mut self, to: &Witness, key: (FamilyIdx, PassageIdx, PassageIdx), edits: &mut Vec<Edit>) {
        if self.text(self.from.span) == self.text(to.span) {
            return;
        }
        if self.buffers.words.0.is_empty() {
            read_words(self.reports, self.units, self.from, &mut self.buffers.words.0);
            self.buffers.aligner.set_left(self.units.words_of(&self.from.stretch));
        }
        if self.aligned != Some(to.stretch) {
            let pairs = self.buffers.aligner.align_whole(self.units.words_of(&to.stretch));
            self.buffers.pairs.clear();
            self.buffers.pairs.extend_from_slice(pairs);
            self.aligned = Some(to.stretch);
        }
        read_words(self.reports, self.units, to, &mut self.buffers.words.1);
        let Buffers { words: (from_words, to_words), pairs, differences, sides, .. } = &mut *self.buffers;
        let pair = Pair {
            old_text: &self.reports[self.from.span.report.0 as usize].text,
            new_text: &self.reports[to.span.report.0 as usize].text,
            spans: (self.from.span.range, to.span.range),
            words: (from_words, to_words),
        };
        pair.find_differences(pairs, differences);
        let (family, from, to) = key;
        edits.extend(differences.iter().map(|(old, new)| Edit {
            family,
            kinds: kinds_of(
                (old.of(pair.old_text), &mut sides.0),
                (new.of(pair.new_text), &mut sides.1),
                &pair.new_text[new.end as usize..],
            ),
            from: EditSide { passage: from, range: *old },
            to: EditSide { passage: to, range: *new },
        }));
    }

    fn text(&self, span: Span) -> &'a str {
        span.range.of(&self.reports[span.report.0 as usize].text)
    }
}

fn read_words(reports: &[Report], units: &Units, witness: &Witness, words: &mut Vec<ByteRange>) {
    let place = units.places(witness.stretch.unit).nth(witness.place as usize);
    words.clear();
    units.each_word_place(reports, &witness.stretch, place, |range| words.push(range));
}

/// Two witnesses, the representative first.
struct Pair<'a, 'w> {
    old_text: &'a str,
    new_text: &'a str,
    spans: (ByteRange, ByteRange),
    words: (&'w [ByteRange], &'w [ByteRange]),
}

impl Pair<'_, '_> {
    /// Where the two texts differ: what stands between words that both have, and such words themselves
    /// where they are written differently.
    fn find_differences(&self, same: &[(u8, u8)], found: &mut Vec<(ByteRange, ByteRange)>) {
        found.clear();
        let (old, new) = self.spans;
        let (mut old_at, mut new_at) = (old.start, new.start);
        for run in same.chunk_by(|a, b| (a.0 + 1, a.1 + 1) == (b.0, b.1)) {
            let ((a, b), (c, d)) = (self.places(run[0]), self.places(run[run.len() - 1]));
            // Nearly always all of a run is written alike.
            if self.is_same(a.start..c.end, b.start..d.end) {
                self.compare(old_at..a.start, new_at..b.start, found);
                (old_at, new_at) = (c.end, d.end);
                continue;
            }
            for pair in run {
                let (a, b) = self.places(*pair);
                self.compare(old_at..a.start, new_at..b.start, found);
                self.compare(a.start..a.end, b.start..b.end, found);
                (old_at, new_at) = (a.end, b.end);
            }
        }
        self.compare(old_at..old.end, new_at..new.end, found);
    }

    fn places(&self, pair: (u8, u8)) -> (ByteRange, ByteRange) {
        (self.words.0[usize::from(pair.0)], self.words.1[usize::from(pair.1)])
    }

    fn is_same(&self, old: Range<u32>, new: Range<u32>) -> bool {
        let bytes = |range: Range<u32>| range.start as usize..range.end as usize;
        self.old_text.as_bytes()[bytes(old)] == self.new_text.as_bytes()[bytes(new)]
    }

    fn compare(&self, old: Range<u32>, new: Range<u32>, found: &mut Vec<(ByteRange, ByteRange)>) {
        if self.is_same(old.clone(), new.clone()) {
            return;
        }
        let old = ByteRange { start: old.start, end: old.end };
        let new = ByteRange { start: new.start, end: new.end };
        let (before, behind) = shared_borders(old.of(self.old_text), new.of(self.new_text));
        let shrink = |range: ByteRange| ByteRange {
            start: range.start + before as u32,
            end: range.end - behind as u32,
        };
        found.push((shrink(old), shrink(new)));
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
