//! From a place in a decoded text back to the bytes of the file it came from.

use super::ByteRange;

/// A piece of text and the bytes of the original that it was made from.
///
/// Where both have one length, bytes correspond one to one; otherwise the piece is indivisible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Bytes of the text.
    pub text: ByteRange,
    /// Bytes of the original.
    pub original: ByteRange,
}

/// How a text lies in its original: segments in the order of the text, without gaps in the text.
///
/// Bytes of the original that no segment covers (a byte order mark, markup) have no text. Text whose segment
/// has an empty original was put between pieces (the empty line after a title).
///
/// A map without any segment says that no way leads back, as for text that was extracted from markup:
/// [`OriginalMap::original`] then gives nothing. Its text still proves its findings; its file does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OriginalMap {
    segments: Vec<Segment>,
}

impl OriginalMap {
    /// The map of a text of `len` bytes that stands as it is, `offset` bytes into the original.
    pub fn shifted(len: usize, offset: usize) -> Self {
        let segment =
            Segment { text: ByteRange::new(0, len), original: ByteRange::new(offset, offset + len) };
        OriginalMap { segments: vec![segment] }
    }

    /// A map of the given segments, which are in the order of the text and leave no gap in it.
    pub fn from_segments(segments: Vec<Segment>) -> Self {
        debug_assert!(segments.windows(2).all(|pair| pair[0].text.end == pair[1].text.start));
        OriginalMap { segments }
    }

    /// The segments, in the order of the text.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The byte ranges of the original behind a range of the text; neighbours are joined.
    ///
    /// An indivisible segment is given whole as soon as the range touches it.
    pub fn original(&self, range: ByteRange) -> Vec<ByteRange> {
        let first = self.segments.partition_point(|segment| segment.text.end <= range.start);
        let mut ranges: Vec<ByteRange> = Vec::new();
        for segment in self.segments[first..].iter().take_while(|s| s.text.start < range.end) {
            let piece = cut(*segment, range);
            match ranges.last_mut() {
                Some(last) if last.end == piece.start => last.end = piece.end,
                _ => ranges.push(piece),
            }
        }
        ranges
    }
}

/// The part of a segment's original that belongs to `range`.
fn cut(segment: Segment, range: ByteRange) -> ByteRange {
    if segment.text.len() != segment.original.len() {
        return segment.original;
    }
    let start = range.start.max(segment.text.start) - segment.text.start;
    let end = range.end.min(segment.text.end) - segment.text.start;
    ByteRange { start: segment.original.start + start, end: segment.original.start + end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: usize, end: usize) -> ByteRange {
        ByteRange::new(start, end)
    }

    #[test]
    fn a_byte_order_mark_shifts_every_place() {
        let map = OriginalMap::shifted(10, 3);
        assert_eq!(map.original(range(2, 5)), [range(5, 8)]);
    }

    #[test]
    fn a_letter_of_a_legacy_encoding_is_given_whole() {
        // "né!" in windows-1252: n, one byte for the e, and the mark; the text has two bytes for it.
        let map = OriginalMap::from_segments(vec![
            Segment { text: range(0, 1), original: range(0, 1) },
            Segment { text: range(1, 3), original: range(1, 2) },
            Segment { text: range(3, 4), original: range(2, 3) },
        ]);
        assert_eq!(map.original(range(1, 3)), [range(1, 2)]);
        assert_eq!(map.original(range(0, 4)), [range(0, 3)]);
    }

    #[test]
    fn text_from_two_places_gives_two_ranges() {
        let map = OriginalMap::from_segments(vec![
            Segment { text: range(0, 4), original: range(10, 14) },
            Segment { text: range(4, 8), original: range(30, 34) },
        ]);
        assert_eq!(map.original(range(2, 6)), [range(12, 14), range(30, 32)]);
    }
}
