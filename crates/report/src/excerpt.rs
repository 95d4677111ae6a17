//! The words of a finding as they are shown: verbatim, and where they are too many, their beginning.

use stemma::model::ByteRange;

/// Words of one report, verbatim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording<'a> {
    /// The runs of text, in order; other words stand between them.
    pub pieces: Vec<&'a str>,
    /// How many bytes the pieces have.
    pub shown: usize,
    /// How many bytes the words have in all; more than `shown` where the end is left out.
    pub bytes: usize,
}

impl<'a> Wording<'a> {
    /// The words of some ranges of a text, cut after `at_most` bytes, if possible between two words.
    pub fn of(text: &'a str, ranges: &[ByteRange], at_most: usize) -> Self {
        let mut pieces = Vec::new();
        let mut shown = 0;
        for range in ranges {
            let piece = head(range.of(text), at_most - shown);
            shown += piece.len();
            if !piece.is_empty() {
                pieces.push(piece);
            }
            if piece.len() < range.len() {
                break;
            }
        }
        Wording { pieces, shown, bytes: ranges.iter().map(|range| range.len()).sum() }
    }

    /// Whether the end is left out.
    pub fn is_cut(&self) -> bool {
        self.shown < self.bytes
    }
}

/// A range without the white space at its ends; as it is where it holds nothing else.
pub fn trimmed(text: &str, range: ByteRange) -> ByteRange {
    let words = range.of(text);
    if words.trim().is_empty() {
        return range;
    }
    let start = range.start as usize + words.len() - words.trim_start().len();
    ByteRange::new(start, start + words.trim().len())
}

/// The beginning of a text, at most so many bytes, if possible up to a blank.
pub fn head(text: &str, at_most: usize) -> &str {
    if text.len() <= at_most {
        return text;
    }
    let end = text.floor_char_boundary(at_most);
    match text[..end].rfind(char::is_whitespace) {
        Some(blank) if blank > end / 2 => text[..blank].trim_end(),
        _ => &text[..end],
    }
}

/// The end of a text, at most so many bytes, if possible from a blank on.
pub fn tail(text: &str, at_most: usize) -> &str {
    if text.len() <= at_most {
        return text;
    }
    let start = text.ceil_char_boundary(text.len() - at_most);
    match text[start..].find(char::is_whitespace) {
        Some(blank) if blank < at_most / 2 => text[start + blank..].trim_start(),
        _ => &text[start..],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(head("the harbour is safe", 13), "the harbour");
        assert_eq!(tail("the harbour is safe", 10), "is safe");
        assert_eq!(head("the harbour", 11), "the harbour");
    }

    #[test]
    fn a_text_without_blanks_is_cut_between_characters() {
        assert_eq!(head("éééé", 5), "éé");
        assert_eq!(tail("éééé", 5), "éé");
    }

    #[test]
    fn blanks_at_the_ends_of_an_edit_are_not_part_of_its_words() {
        let text = "was not reached";
        assert_eq!(trimmed(text, ByteRange::new(3, 8)), ByteRange::new(4, 7));
        assert_eq!(trimmed(text, ByteRange::new(3, 4)), ByteRange::new(3, 4));
        assert_eq!(trimmed(text, ByteRange::new(4, 4)), ByteRange::new(4, 4));
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let text = "one two three four";
        let ranges = [ByteRange::new(0, 7), ByteRange::new(8, 18)];
        let wording = Wording::of(text, &ranges, 13);
        assert_eq!(wording.pieces, ["one two", "three"]);
        assert_eq!((wording.shown, wording.bytes), (12, 17));
        assert!(wording.is_cut());
        assert!(!Wording::of(text, &ranges, usize::MAX).is_cut());
    }
}
