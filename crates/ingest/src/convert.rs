//! Bytes of a known encoding into a text, with the exact place of every character in the bytes.
//!
//! Time is linear: each byte is looked at a fixed number of times. The text is the one that `encoding_rs`
//! gives, which decodes as browsers do; it does not say where its characters come from, so the places are
//! found here.

use crate::mapped::{Mapped, MappedText};
use encoding_rs::{DecoderResult, Encoding};

/// The longest character of any encoding, in bytes (GB 18030).
const LONGEST_CHARACTER: usize = 4;

/// Room for what one character becomes, and what the decoder wants to be free before it writes.
const CHARACTER_ROOM: usize = 16;

/// Which half of a UTF-16 unit comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteOrder {
    /// The low half.
    LittleEndian,
    /// The high half.
    BigEndian,
}

/// UTF-8 from byte `start` on, with U+FFFD for every bad sequence.
pub fn utf8(bytes: &[u8], start: usize) -> Mapped {
    let mut converter = MappedText::default();
    let mut at = start;
    for chunk in bytes[start..].utf8_chunks() {
        converter.push(chunk.valid(), at..at + chunk.valid().len());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            converter.push_bad(at..at + chunk.invalid().len());
            at += chunk.invalid().len();
        }
    }
    converter.finish()
}

/// UTF-16 from byte `start` on, with U+FFFD for every half of a pair that lacks the other.
pub fn utf16(bytes: &[u8], start: usize, order: ByteOrder) -> Mapped {
    let unit = |pair: &[u8; 2]| match order {
        ByteOrder::LittleEndian => u16::from_le_bytes(*pair),
        ByteOrder::BigEndian => u16::from_be_bytes(*pair),
    };
    let (pairs, odd) = bytes[start..].as_chunks::<2>();
    let mut converter = MappedText::default();
    let mut at = start;
    for decoded in char::decode_utf16(pairs.iter().map(unit)) {
        match decoded {
            Ok(c) => {
                let end = at + 2 * c.len_utf16();
                converter.push(c.encode_utf8(&mut [0; 4]), at..end);
                at = end;
            }
            Err(_) => {
                converter.push_bad(at..at + 2);
                at += 2;
            }
        }
    }
    if !odd.is_empty() {
        converter.push_bad(at..at + 1);
    }
    converter.finish()
}

/// An encoding that has ASCII as it is and no state between characters: all that a browser knows, except
/// UTF-16 and ISO-2022-JP.
pub fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Mapped {
    let mut converter = MappedText::default();
    let mut at = 0;
    while at < bytes.len() {
        let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
        if ascii > 0 {
            let run = str::from_utf8(&bytes[at..at + ascii]).expect("ASCII is UTF-8");
            converter.push(run, at..at + ascii);
            at += ascii;
        } else {
            at += legacy_character(&bytes[at..], at, encoding, &mut converter);
        }
    }
    converter.finish()
}

/// Converts the character that begins `bytes`, and says how many bytes it has.
///
/// The bytes go in one by one, because the decoder tells only thus where a character ends.
fn legacy_character(
    bytes: &[u8],
    at: usize,
    encoding: &'static Encoding,
    converter: &mut MappedText,
) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut room = [0; CHARACTER_ROOM];
    for read in 1..=bytes.len().min(LONGEST_CHARACTER) {
        let byte = &bytes[read - 1..read];
        let (result, _, written) =
            decoder.decode_to_utf8_without_replacement(byte, &mut room, read == bytes.len());
        if let DecoderResult::Malformed(length, _) = result {
            let length = usize::from(length);
            converter.push_bad(at..at + length);
            return length;
        }
        if written > 0 {
            let character = str::from_utf8(&room[..written]).expect("a decoder writes UTF-8");
            converter.push(character, at..at + read);
            return read;
        }
    }
    unreachable!("no character of {} is longer", encoding.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{
        BIG5, EUC_JP, EUC_KR, GB18030, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252, WINDOWS_1258,
    };
    use proptest::prelude::*;
    use std::ops::Range;
    use stemma::model::{ByteRange, OriginalMap};

    /// Encodings of all shapes: one byte a character, two, three, four; one byte that is two characters.
    const LEGACY: [&Encoding; 9] =
        [WINDOWS_1252, WINDOWS_1251, WINDOWS_1258, SHIFT_JIS, EUC_JP, EUC_KR, GBK, GB18030, BIG5];

    fn ranges(map: &OriginalMap) -> Vec<(Range<usize>, Range<usize>)> {
        let segments = map.segments().iter();
        segments.map(|segment| (segment.text.as_usize(), segment.original.as_usize())).collect()
    }

    #[test]
    fn runs_that_stand_as_they_are_are_one_segment() {
        let converted = legacy(b"caf\xe9s and bars", WINDOWS_1252);
        assert_eq!(converted.text, "cafés and bars");
        assert_eq!(ranges(&converted.map), [(0..3, 0..3), (3..5, 3..4), (5..15, 4..14)]);
    }

    #[test]
    fn letters_of_equal_length_in_both_are_one_segment() {
        let bytes: Vec<u8> = "порт".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let converted = utf16(&bytes, 0, ByteOrder::LittleEndian);
        assert_eq!(ranges(&converted.map), [(0..8, 0..8)]);
    }

    #[test]
    fn bad_bytes_are_counted_and_keep_their_place() {
        let converted = utf8(b"a\xffb\xe2\x82", 0);
        assert_eq!(converted.text, "a\u{fffd}b\u{fffd}");
        assert_eq!((converted.bad, converted.first_bad), (2, Some(1)));
        assert_eq!(ranges(&converted.map), [(0..1, 0..1), (1..4, 1..2), (4..5, 2..3), (5..8, 3..5)]);
    }

    #[test]
    fn half_a_unit_and_half_a_pair_are_bad() {
        let converted = utf16(b"a\0\x00\xd8b\0c", 0, ByteOrder::LittleEndian);
        assert_eq!(converted.text, "a\u{fffd}b\u{fffd}");
        assert_eq!((converted.bad, converted.first_bad), (2, Some(2)));
    }

    /// Characters that go into `encoding` and come back as they were, with as many that are plain ASCII.
    fn alphabet(encoding: &'static Encoding) -> Vec<char> {
        let comes_back = |c: &char| {
            let text = c.to_string();
            let (bytes, _, unknown) = encoding.encode(&text);
            !unknown && encoding.decode_without_bom_handling(&bytes).0 == text
        };
        let mut alphabet: Vec<char> = ('\u{80}'..='\u{ffff}').filter(comes_back).collect();
        let ascii = (' '..='}').filter(comes_back).cycle();
        alphabet.extend(ascii.take(alphabet.len()).collect::<Vec<char>>());
        alphabet
    }

    /// A text of an alphabet, and two places on its character boundaries, in order.
    fn text_and_places(alphabet: Vec<char>) -> impl Strategy<Value = (String, [usize; 2])> {
        let chars = prop::collection::vec(prop::sample::select(alphabet), 0..60);
        let places = [any::<prop::sample::Index>(), any::<prop::sample::Index>()];
        (chars, places).prop_map(|(chars, places)| {
            let text: String = chars.into_iter().collect();
            let starts = text.char_indices().map(|(at, _)| at);
            let boundaries: Vec<usize> = starts.chain([text.len()]).collect();
            let mut places = places.map(|place| boundaries[place.index(boundaries.len())]);
            places.sort();
            (text, places)
        })
    }

    /// The bytes that a map gives for a part of the text.
    fn original(map: &OriginalMap, bytes: &[u8], [start, end]: [usize; 2]) -> Vec<u8> {
        map.original(ByteRange::new(start, end))
            .into_iter()
            .flat_map(|range| bytes[range.as_usize()].to_vec())
            .collect()
    }

    fn every_part_opens_at_its_bytes(encoding: &'static Encoding) {
        let law = |(text, places): (String, [usize; 2])| {
            let bytes = encoding.encode(&text).0;
            let converted = legacy(&bytes, encoding);
            prop_assert_eq!(&converted.text, &text);
            let part = original(&converted.map, &bytes, places);
            let (decoded, _) = encoding.decode_without_bom_handling(&part);
            prop_assert_eq!(decoded, &text[places[0]..places[1]]);
            Ok(())
        };
        proptest::test_runner::TestRunner::default()
            .run(&text_and_places(alphabet(encoding)), law)
            .unwrap_or_else(|error| panic!("{}: {error}", encoding.name()));
    }

    #[test]
    fn every_part_of_a_text_opens_at_its_bytes() {
        LEGACY.into_iter().for_each(every_part_opens_at_its_bytes);
    }

    proptest! {
        #[test]
        fn every_part_of_a_utf16_text_opens_at_its_bytes(
            (text, places) in text_and_places(('\u{1}'..'\u{700}').chain('😀'..'😿').collect())
        ) {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let converted = utf16(&bytes, 0, ByteOrder::LittleEndian);
            prop_assert_eq!(&converted.text, &text);
            let part = original(&converted.map, &bytes, places);
            let (decoded, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(&part);
            prop_assert_eq!(decoded, &text[places[0]..places[1]]);
        }

        #[test]
        fn any_bytes_become_what_a_browser_makes_of_them(
            bytes in prop::collection::vec(any::<u8>(), 0..80)
        ) {
            for encoding in LEGACY {
                let (text, bad) = encoding.decode_without_bom_handling(&bytes);
                let converted = legacy(&bytes, encoding);
                prop_assert_eq!(&converted.text, &text, "{}", encoding.name());
                prop_assert_eq!(converted.bad > 0, bad);
            }
            let (text, _) = encoding_rs::UTF_8.decode_without_bom_handling(&bytes);
            prop_assert_eq!(&utf8(&bytes, 0).text, &text);
            // Half a pair and then half a unit at the end are two bad places here and one in a browser.
            let whole = &bytes[..bytes.len() / 2 * 2];
            let (text, _) = encoding_rs::UTF_16BE.decode_without_bom_handling(whole);
            prop_assert_eq!(&utf16(whole, 0, ByteOrder::BigEndian).text, &text);
        }
    }
}
