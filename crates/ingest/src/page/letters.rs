//! A text without what differs between two copies of it: white space and characters that nobody sees.

use std::ops::Range;

/// How many bytes find a place in a text.
pub const KEY_BYTES: usize = 16;

/// How many bytes find a place of a text that is shorter than that.
pub const SHORT_KEY_BYTES: usize = 4;

/// The letters of a text (all characters that are seen), each with its place.
#[derive(Debug, Default)]
pub struct Letters {
    /// Their bytes, one behind the other.
    pub bytes: Vec<u8>,
    /// For each byte, where it stands in the text.
    places: Vec<u32>,
    /// Where words begin, in bytes of the letters.
    pub starts: Vec<u32>,
}

impl Letters {
    /// The letters of a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Letters::default();
        let mut last = None;
        for (at, c) in text.char_indices() {
            if is_unseen(c) {
                last = None;
                continue;
            }
            let is_part_of_word = c.is_alphanumeric();
            if last != Some(is_part_of_word) {
                letters.starts.push(letters.bytes.len() as u32);
            }
            last = Some(is_part_of_word);
            letters.bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            letters.places.extend((at..at + c.len_utf8()).map(|at| at as u32));
        }
        letters
    }

    /// Where a part of the letters stands in the text.
    pub fn in_text(&self, part: Range<usize>) -> Range<usize> {
        let place = |at: usize| self.places[at] as usize;
        if part.is_empty() { 0..0 } else { place(part.start)..place(part.end - 1) + 1 }
    }

    /// Whether something unseen stands before this letter.
    pub fn has_gap_before(&self, at: usize) -> bool {
        at > 0 && self.places[at] > self.places[at - 1] + 1
    }

    /// How many bytes are the same in both from these places on, in whole characters.
    pub fn common(&self, at: usize, other: &Letters, other_at: usize) -> usize {
        let (mine, others) = (&self.bytes[at..], &other.bytes[other_at..]);
        let same = mine.iter().zip(others).take_while(|(a, b)| a == b).count();
        let is_inside = |length: &usize| mine.get(*length).is_some_and(|byte| byte & 0xc0 == 0x80);
        let inside_other = |length: &usize| others.get(*length).is_some_and(|byte| byte & 0xc0 == 0x80);
        (0..=same).rev().find(|length| !is_inside(length) && !inside_other(length)).unwrap_or(0)
    }
}

fn is_unseen(c: char) -> bool {
    let is_mark = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || is_mark
}

/// Where the words of some letters begin, sorted by what follows there.
pub struct Index {
    long: Vec<(u128, u32)>,
    short: Vec<(u32, u32)>,
}

impl Index {
    /// The index of some letters.
    pub fn of(letters: &Letters) -> Self {
        let starts = || letters.starts.iter().map(|start| *start as usize);
        let mut long: Vec<_> = starts().filter_map(|at| Some((long_key(letters, at)?, at as u32))).collect();
        let mut short: Vec<_> =
            starts().filter_map(|at| Some((short_key(letters, at)?, at as u32))).collect();
        long.sort_unstable();
        short.sort_unstable();
        Index { long, short }
    }

    /// The places where the same letters follow as in `letters` at `at`, in order; none where fewer are left than a
    /// key needs.
    pub fn places(&self, letters: &Letters, at: usize) -> Places<'_> {
        match (long_key(letters, at), short_key(letters, at)) {
            (Some(key), _) => Places::Long(equal(&self.long, key)),
            (None, Some(key)) => Places::Short(equal(&self.short, key)),
            (None, None) => Places::Long(&[]),
        }
    }
}

/// See [`Index::places`].
#[derive(Debug, Clone, Copy)]
pub enum Places<'a> {
    /// Those of a long key.
    Long(&'a [(u128, u32)]),
    /// Those of a short one.
    Short(&'a [(u32, u32)]),
}

impl Places<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Places::Long(places) => places.len(),
            Places::Short(places) => places.len(),
        }
    }

    /// The place of this number.
    pub fn get(&self, number: usize) -> usize {
        match self {
            Places::Long(places) => places[number].1 as usize,
            Places::Short(places) => places[number].1 as usize,
        }
    }

    /// How many stand before a place of the letters.
    pub fn before(&self, at: usize) -> usize {
        match self {
            Places::Long(places) => places.partition_point(|(_, place)| (*place as usize) < at),
            Places::Short(places) => places.partition_point(|(_, place)| (*place as usize) < at),
        }
    }
}

fn long_key(letters: &Letters, at: usize) -> Option<u128> {
    let bytes = letters.bytes.get(at..at + KEY_BYTES)?;
    Some(u128::from_be_bytes(bytes.try_into().ok()?))
}

fn short_key(letters: &Letters, at: usize) -> Option<u32> {
    let bytes = letters.bytes.get(at..at + SHORT_KEY_BYTES)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn equal<K: Ord + Copy>(sorted: &[(K, u32)], key: K) -> &[(K, u32)] {
    let start = sorted.partition_point(|(other, _)| *other < key);
    let end = start + sorted[start..].partition_point(|(other, _)| *other == key);
    &sorted[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_know_their_places_and_the_beginnings_of_words() {
        let letters = Letters::of("Né\u{ad}w  port's");
        assert_eq!(letters.bytes, "Néwport's".as_bytes());
        assert_eq!(letters.in_text(1..4), 1..6);
        assert_eq!(letters.starts, [0, 3, 4, 8, 9]);
        assert!(letters.has_gap_before(4) && !letters.has_gap_before(5));
    }

    #[test]
    fn places_are_found_by_what_follows() {
        let letters = Letters::of("The port of Dorvath is shut. The port of Dorvath is open.");
        let index = Index::of(&letters);
        let places = index.places(&Letters::of("The port of Dorvath"), 0);
        assert_eq!((places.len(), places.get(0), places.get(1), places.before(1)), (2, 0, 23, 1));
        assert_eq!(index.places(&Letters::of("shut"), 0).len(), 1);
        assert_eq!(index.places(&Letters::of("no"), 0).len(), 0);
    }

    #[test]
    fn what_is_common_ends_between_characters() {
        assert_eq!(Letters::of("aé").common(0, &Letters::of("aè"), 0), 1);
        assert_eq!(Letters::of("a é").common(0, &Letters::of("aé b"), 0), 3);
    }
}
