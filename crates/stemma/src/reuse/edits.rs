//! The differences between a family's representative and its other witnesses.
//!
//! Words that are the same hold the two texts together; whatever stands between two of them on either side
//! is an edit where it differs, down to blanks and marks. So the edits of a pair, in order, turn the one
//! text into the other, character for character.

use super::alignment::Aligner;
use super::edit_kinds::kinds;
use super::passages::{Draft, Witness};
use super::units::{Stretch, Units};
use crate::model::{ByteRange, Edit, EditSide, Family, FamilyIdx, PassageIdx, Report, Span};
use rayon::prelude::*;

/// The edits of all families, by family, witness and place.
pub fn find_edits(reports: &[Report], units: &Units, drafts: &[Draft], families: &[Family]) -> Vec<Edit> {
    let numbered = drafts.par_iter().zip(families).enumerate();
    numbered
        .map_init(Aligner::default, |aligner, (idx, (draft, family))| {
            let mut writer = Writer::new(reports, units, draft, aligner);
            let family_idx = FamilyIdx(idx as u32);
            let mut edits = Vec::new();
            for (witness, passage) in draft.witnesses.iter().zip(&family.passages) {
                if *passage != family.representative {
                    writer.compare(witness, (family_idx, family.representative, *passage), &mut edits);
                }
            }
            edits
        })
        .flatten_iter()
        .collect()
}

/// Compares the representative of a family with its other witnesses.
struct Writer<'a> {
    reports: &'a [Report],
    units: &'a Units,
    aligner: &'a mut Aligner,
    from: &'a Witness,
    /// Its words, as they stand there; empty until they are asked for.
    from_words: Vec<ByteRange>,
    /// The stretch that the representative was aligned with last, and their same words: witnesses of one
    /// wording often follow each other.
    aligned: Option<Stretch>,
    pairs: Vec<(u8, u8)>,
}

impl<'a> Writer<'a> {
    fn new(reports: &'a [Report], units: &'a Units, draft: &'a Draft, aligner: &'a mut Aligner) -> Self {
        let from = &draft.witnesses[draft.representative];
        Writer { reports, units, aligner, from, from_words: Vec::new(), aligned: None, pairs: Vec::new() }
    }

    fn compare(&mut self, to: &Witness, key: (FamilyIdx, PassageIdx, PassageIdx), edits: &mut Vec<Edit>) {
        if self.text(self.from.span) == self.text(to.span) {
            return;
        }
        if self.from_words.is_empty() {
            self.from_words = self.words(self.from);
            self.aligner.set_left(self.units.words_of(&self.from.stretch));
        }
        if self.aligned != Some(to.stretch) {
            self.pairs.clear();
            self.pairs.extend_from_slice(self.aligner.align_whole(self.units.words_of(&to.stretch)));
            self.aligned = Some(to.stretch);
        }
        let pair = Pair {
            old_text: &self.reports[self.from.span.report.0 as usize].text,
            new_text: &self.reports[to.span.report.0 as usize].text,
            spans: (self.from.span.range, to.span.range),
        };
        let to_words = self.words(to);
        let same =
            self.pairs.iter().map(|(i, j)| (self.from_words[usize::from(*i)], to_words[usize::from(*j)]));
        let (family, from, to) = key;
        edits.extend(pair.differences(same).into_iter().map(|(old, new)| Edit {
            family,
            kinds: kinds(old.of(pair.old_text), new.of(pair.new_text), &pair.new_text[new.end as usize..]),
            from: EditSide { passage: from, range: old },
            to: EditSide { passage: to, range: new },
        }));
    }

    fn words(&self, witness: &Witness) -> Vec<ByteRange> {
        let place = self.units.places(witness.stretch.unit)[witness.place as usize];
        self.units.word_places(self.reports, &witness.stretch, place)
    }

    fn text(&self, span: Span) -> &'a str {
        span.range.of(&self.reports[span.report.0 as usize].text)
    }
}

/// Two witnesses, the representative first.
struct Pair<'a> {
    old_text: &'a str,
    new_text: &'a str,
    spans: (ByteRange, ByteRange),
}

impl Pair<'_> {
    /// Where the two texts differ: what stands between words that both have, and such words themselves
    /// where they are written differently.
    fn differences(&self, same: impl Iterator<Item = (ByteRange, ByteRange)>) -> Vec<(ByteRange, ByteRange)> {
        let (old, new) = self.spans;
        let mut found = Vec::new();
        let (mut old_at, mut new_at) = (old.start, new.start);
        for (a, b) in same {
            self.compare(old_at..a.start, new_at..b.start, &mut found);
            self.compare(a.start..a.end, b.start..b.end, &mut found);
            (old_at, new_at) = (a.end, b.end);
        }
        self.compare(old_at..old.end, new_at..new.end, &mut found);
        found
    }

    fn compare(
        &self,
        old: std::ops::Range<u32>,
        new: std::ops::Range<u32>,
        found: &mut Vec<(ByteRange, ByteRange)>,
    ) {
        let old = ByteRange { start: old.start, end: old.end };
        let new = ByteRange { start: new.start, end: new.end };
        let (old_text, new_text) = (old.of(self.old_text), new.of(self.new_text));
        if old_text != new_text {
            let (before, behind) = shared_borders(old_text, new_text);
            let shrink = |range: ByteRange| ByteRange {
                start: range.start + before as u32,
                end: range.end - behind as u32,
            };
            found.push((shrink(old), shrink(new)));
        }
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
