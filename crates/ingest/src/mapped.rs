//! A text put together from pieces, each of which remembers the bytes that it was made from.

use std::ops::Range;
use stemma::model::{ByteRange, OriginalMap, Segment};

/// A text and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The text, U+FFFD for bad bytes.
    pub text: String,
    /// From the text to the bytes.
    pub map: OriginalMap,
    /// How many U+FFFD stand for bad bytes.
    pub bad: usize,
    /// The first bad byte; absent where all are good.
    pub first_bad: Option<usize>,
}

/// A text in the making.
#[derive(Debug, Default)]
pub struct MappedText {
    text: String,
    segments: Vec<Segment>,
    bad: usize,
    first_bad: Option<usize>,
}

impl MappedText {
    /// Adds a run of characters that stand as they are, or one character that was converted.
    pub fn push(&mut self, piece: &str, original: Range<usize>) {
        if piece.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(piece);
        let segment = Segment {
            text: ByteRange::new(start, self.text.len()),
            original: ByteRange::new(original.start, original.end),
        };
        match self.segments.last_mut() {
            Some(last) if is_linear(*last) && is_linear(segment) && follows(*last, segment) => {
                last.text.end = segment.text.end;
                last.original.end = segment.original.end;
            }
            _ => self.segments.push(segment),
        }
    }

    /// Adds U+FFFD for bytes that are no character.
    pub fn push_bad(&mut self, original: Range<usize>) {
        self.bad += 1;
        self.first_bad.get_or_insert(original.start);
        self.push("\u{fffd}", original);
    }

    /// Adds a part of another text with the way that it has; line ends become blanks.
    pub fn push_part(&mut self, of: &Mapped, part: Range<usize>) {
        let segments = of.map.segments();
        let first = segments.partition_point(|segment| segment.text.as_usize().end <= part.start);
        for segment in segments[first..].iter().take_while(|segment| segment.text.as_usize().start < part.end)
        {
            let (text, mut original) = (segment.text.as_usize(), segment.original.as_usize());
            let shared = text.start.max(part.start)..text.end.min(part.end);
            if is_linear(*segment) {
                original.end = original.start + (shared.end - text.start);
                original.start += shared.start - text.start;
            }
            self.push(&of.text[shared].replace('\n', " "), original);
        }
    }

    /// The whole.
    pub fn finish(mut self) -> Mapped {
        self.segments.shrink_to_fit();
        self.text.shrink_to_fit();
        Mapped {
            text: self.text,
            map: OriginalMap::from_segments(self.segments),
            bad: self.bad,
            first_bad: self.first_bad,
        }
    }
}

/// A text whose map leads to a text that has a map itself, with the way all through.
pub fn through(upper: &Mapped, lower: &OriginalMap) -> Mapped {
    let mut joined = MappedText::default();
    let mut last = 0;
    for segment in upper.map.segments() {
        let (text, middle) = (segment.text.as_usize(), segment.original);
        if is_linear(*segment) {
            let segments = lower.segments();
            let first = segments.partition_point(|below| below.text.end <= middle.start);
            for below in segments[first..].iter().take_while(|below| below.text.start < middle.end) {
                let start = below.text.start.max(middle.start);
                let end = below.text.end.min(middle.end);
                let at = text.start + (start - middle.start) as usize;
                let piece = &upper.text[at..at + (end - start) as usize];
                let original = lower.original(ByteRange { start, end });
                let original = original.first().map_or(last..last, |range| range.as_usize());
                last = original.end;
                joined.push(piece, original);
            }
        } else {
            let ranges = lower.original(middle);
            let ends = ranges.first().zip(ranges.last()).filter(|_| !middle.is_empty());
            let original = ends.map_or(last..last, |(first, end)| first.as_usize().start..end.as_usize().end);
            last = original.end;
            joined.push(&upper.text[text], original);
        }
    }
    Mapped { bad: upper.bad, first_bad: upper.first_bad, ..joined.finish() }
}

/// Whether text and original have the same length: then characters, on whose boundaries all ranges lie,
/// have the same offsets in both, even where their bytes differ.
fn is_linear(segment: Segment) -> bool {
    segment.text.len() == segment.original.len()
}

fn follows(last: Segment, next: Segment) -> bool {
    last.original.end == next.original.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(pieces: &[(&str, Range<usize>)]) -> Mapped {
        let mut text = MappedText::default();
        pieces.iter().for_each(|(piece, original)| text.push(piece, original.clone()));
        text.finish()
    }

    fn opened(of: &Mapped, words: &str) -> Vec<(usize, usize)> {
        let start = of.text.find(words).expect("the words are there");
        let ranges = of.map.original(ByteRange::new(start, start + words.len()));
        ranges.into_iter().map(|range| (range.as_usize().start, range.as_usize().end)).collect()
    }

    #[test]
    fn a_part_keeps_its_way() {
        let page = mapped(&[("Port ", 3..8), ("&", 8..13), (" bars\n", 13..19)]);
        let mut text = MappedText::default();
        text.push_part(&page, 2..11);
        let text = text.finish();
        assert_eq!(text.text, "rt & bars ".trim_end());
        assert_eq!(
            (opened(&text, "rt"), opened(&text, "&"), opened(&text, "bars")),
            (vec![(5, 7)], vec![(8, 13)], vec![(14, 18)])
        );
    }

    #[test]
    fn two_ways_are_one() {
        // "né & x" of the page, where the letter has two bytes, from "n\xe9 &amp; x" in windows-1252.
        let lower = mapped(&[("n", 0..1), ("é", 1..2), (" &amp; x", 2..10)]);
        let upper = mapped(&[("né ", 0..4), ("&", 4..9), (" x", 9..11), ("\n\n", 11..11)]);
        let whole = through(&upper, &lower.map);
        assert_eq!(whole.text, "né & x\n\n");
        assert_eq!((opened(&whole, "n"), opened(&whole, "é")), (vec![(0, 1)], vec![(1, 2)]));
        assert_eq!((opened(&whole, "&"), opened(&whole, "né & x")), (vec![(3, 8)], vec![(0, 10)]));
        assert_eq!(opened(&whole, "\n\n"), [(10, 10)]);
    }
}
