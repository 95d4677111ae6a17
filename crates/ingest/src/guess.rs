//! What encoding do bytes look like that have no byte order mark and are not UTF-8?

use crate::convert::ByteOrder;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// One unit in this many may have NUL on the other side than the rest (U+2000 and its like).
const UNITS_PER_EXCEPTION: usize = 32;

/// Bytes from the first letter that is not ASCII on that a guess is made from: enough for any statistics of
/// letters, and a tenth of a second at most.
const GUESSED_FROM_BYTES: usize = 1 << 20;

/// Of two guesses that fit alike, the one that is usual here (a top-level domain, as browsers have it): the
/// reports are in English, and a few foreign names are little to guess from. Text in another script still
/// decides for itself.
const EXPECTED_COUNTRY: &[u8] = b"uk";

/// Letters of ASCII have NUL as their other half in UTF-16: three in four units of a text in a Latin script
/// do, and hardly any unit has NUL on the other side.
pub fn utf16_without_mark(bytes: &[u8]) -> Option<ByteOrder> {
    if !bytes.contains(&0) {
        return None; // nearly all files, and told quickly
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let (most, least, order) = match first < second {
        true => (second, first, ByteOrder::LittleEndian),
        false => (first, second, ByteOrder::BigEndian),
    };
    let telling = most > 0 && most * 4 >= pairs.len() * 3;
    (telling && least * UNITS_PER_EXCEPTION <= pairs.len()).then_some(order)
}

/// More good sequences of several bytes than bad ones cannot be chance: in another encoding, two such bytes
/// in a row hardly ever fit together.
pub fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        let starts = |byte: &&u8| **byte >= 0xc0;
        good += chunk.valid().as_bytes().iter().filter(starts).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// The encoding of one of the old families that the letters fit best.
pub fn legacy_encoding(bytes: &[u8]) -> &'static Encoding {
    let start = Encoding::ascii_valid_up_to(bytes);
    let end = bytes.len().min(start.saturating_add(GUESSED_FROM_BYTES));
    // The letter before the first that is not ASCII tells something too.
    let sample = &bytes[start.saturating_sub(1)..end];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, end == bytes.len());
    detector.guess(Some(EXPECTED_COUNTRY), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_old_encodings_do_not_look_like_utf8() {
        for (text, encoding) in [
            ("Málaga, Brûlé, Åse", encoding_rs::WINDOWS_1252),
            ("Порт закрыт, сообщил мэр", encoding_rs::WINDOWS_1251),
            ("Порт закрыт, сообщил мэр", encoding_rs::KOI8_R),
            ("市长星期四表示，港口已经重新开放。", encoding_rs::GBK),
            ("市長は木曜日、港が再開したと述べた。", encoding_rs::EUC_JP),
            ("항구가 다시 열렸다고 시장이 말했다", encoding_rs::EUC_KR),
        ] {
            let bytes = encoding.encode(text).0;
            assert!(!is_nearly_utf8(&bytes), "{text} in {}", encoding.name());
        }
    }

    #[test]
    fn utf8_with_less_bad_than_good_looks_like_utf8() {
        assert!(is_nearly_utf8(b"caf\xc3\xa9 na\xc3\xafve \xff"));
        assert!(!is_nearly_utf8(b"caf\xc3\xa9 \xff"));
    }

    #[test]
    fn utf16_is_told_by_its_nul_bytes() {
        let little = b"p\0o\0r\0t\0";
        assert_eq!(utf16_without_mark(little), Some(ByteOrder::LittleEndian));
        assert_eq!(utf16_without_mark(&little[1..7]), Some(ByteOrder::BigEndian));
        assert_eq!(utf16_without_mark(b"port"), None);
        assert_eq!(utf16_without_mark(&[0; 8]), None);
        assert_eq!(utf16_without_mark(b"\x05\0\0\0\x06\0\0\0"), None);
    }
}
