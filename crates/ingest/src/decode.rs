//! Bytes into a text: which encoding are they in, or are they no text at all?
//!
//! In this order: a byte order mark; UTF-16 without one; UTF-8; UTF-8 with a few bad bytes; a guess. What is
//! not certain is said in a remark.

use crate::convert::{self, ByteOrder};
use crate::flaws;
use crate::format;
use crate::guess;
use crate::mapped::Mapped;
use crate::refusal::{Refusal, with_separators};
use encoding_rs::Encoding;
use stemma::model::{ByteRange, OriginalMap};

/// No character of any encoding grows to more than three times its bytes.
const MOST_GROWTH: u64 = 3;

/// A text, where it comes from, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, byte order mark off.
    pub text: String,
    /// From the text back to the bytes.
    pub map: OriginalMap,
    /// By its WHATWG name.
    pub encoding: &'static str,
    /// What was guessed or repaired.
    pub remarks: Vec<String>,
}

/// The text of some bytes, or why they have none. It may be markup.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Refusal> {
    format::refuse_binary(&bytes)?;
    let decoded = decode_characters(bytes)?;
    if decoded.text.trim().is_empty() {
        return Err(Refusal::new("empty", ""));
    }
    with_control_characters(decoded)
}

/// The characters of some bytes, whatever they say.
pub fn decode_characters(bytes: Vec<u8>) -> Result<Decoded, Refusal> {
    if let Some(encoding) = utf32(&bytes) {
        return Err(Refusal::new(
            format!("encoded as {encoding}, which this version does not read"),
            "save it as UTF-8",
        ));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return by_mark(bytes, encoding, mark);
    }
    if let Some(order) = guess::utf16_without_mark(&bytes) {
        let converted = convert::utf16(checked_growth(&bytes)?, 0, order);
        let name = utf16_name(order);
        let guess = format!("decoded as {name}, a guess: it has no byte order mark");
        return few_bad(converted, name, vec![guess]);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(as_it_stands(text, 0)),
        Err(error) => error.into_bytes(),
    };
    if guess::is_nearly_utf8(&bytes) {
        return Ok(described(convert::utf8(checked_growth(&bytes)?, 0), "UTF-8", Vec::new()));
    }
    guessed(&bytes)
}

/// UTF-32 has no place on the web and `encoding_rs` none for it; its mark begins like that of UTF-16.
fn utf32(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xfe\0\0") {
        Some("UTF-32LE")
    } else if bytes.starts_with(b"\0\0\xfe\xff") {
        Some("UTF-32BE")
    } else {
        None
    }
}

fn by_mark(bytes: Vec<u8>, encoding: &'static Encoding, mark: usize) -> Result<Decoded, Refusal> {
    if encoding == encoding_rs::UTF_8 {
        if str::from_utf8(&bytes).is_ok() {
            let mut text = String::from_utf8(bytes).expect("it was checked a line above");
            text.drain(..mark);
            return Ok(as_it_stands(text, mark));
        }
        let converted = convert::utf8(checked_growth(&bytes)?, mark);
        return few_bad(converted, "UTF-8", Vec::new());
    }
    let order =
        if encoding == encoding_rs::UTF_16LE { ByteOrder::LittleEndian } else { ByteOrder::BigEndian };
    let converted = convert::utf16(checked_growth(&bytes)?, mark, order);
    few_bad(converted, utf16_name(order), Vec::new())
}

fn utf16_name(order: ByteOrder) -> &'static str {
    match order {
        ByteOrder::LittleEndian => "UTF-16LE",
        ByteOrder::BigEndian => "UTF-16BE",
    }
}

fn guessed(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let at = with_separators(at as u64);
        return Err(not_text(&format!("has NUL bytes, the first at byte {at}")));
    }
    if flaws::too_many(flaws::control_characters(bytes), bytes.len()) {
        return Err(not_text("is full of control characters"));
    }
    let encoding = guess::legacy_encoding(bytes);
    let converted = convert::legacy(checked_growth(bytes)?, encoding);
    let remark = format!("decoded as {}, a guess", encoding.name());
    Ok(described(converted, encoding.name(), vec![remark]))
}

/// The bytes again, unless their text might be longer than 32-bit offsets reach.
pub fn checked_growth(bytes: &[u8]) -> Result<&[u8], Refusal> {
    if may_outgrow_offsets(bytes.len() as u64) {
        return Err(Refusal::new(
            "too large for text that is not UTF-8",
            "split it into its reports, or save it as UTF-8",
        ));
    }
    Ok(bytes)
}

fn may_outgrow_offsets(bytes: u64) -> bool {
    bytes.saturating_mul(MOST_GROWTH) > u64::from(u32::MAX)
}

fn as_it_stands(text: String, offset: usize) -> Decoded {
    Decoded { map: OriginalMap::shifted(text.len(), offset), text, encoding: "UTF-8", remarks: Vec::new() }
}

/// Where a mark or a pattern alone spoke for the encoding, many bad places say that it was chance.
fn few_bad(converted: Mapped, encoding: &'static str, remarks: Vec<String>) -> Result<Decoded, Refusal> {
    if flaws::too_many(converted.bad, converted.text.len()) {
        return Err(not_text(&format!("begins like {encoding} and has too many bytes that are not")));
    }
    Ok(described(converted, encoding, remarks))
}

fn described(converted: Mapped, encoding: &'static str, mut remarks: Vec<String>) -> Decoded {
    if let Some(first) = converted.first_bad {
        let places = match converted.bad {
            1 => "1 place is".to_owned(),
            bad => format!("{} places are", with_separators(bad as u64)),
        };
        remarks.push(format!(
            "{places} not {encoding} and shown as U+FFFD, the first at byte {}",
            with_separators(first as u64)
        ));
    }
    Decoded { text: converted.text, map: converted.map, encoding, remarks }
}

/// A text may have a few control characters, which is said; one that is full of them is no text.
pub fn with_control_characters(mut decoded: Decoded) -> Result<Decoded, Refusal> {
    let bytes = decoded.text.as_bytes();
    let count = flaws::control_characters(bytes);
    if flaws::too_many(count, bytes.len()) {
        let kind = if bytes.contains(&0) { "NUL bytes" } else { "control characters" };
        return Err(not_text(&format!("is full of {kind}")));
    }
    if let Some(at) = flaws::first_control_character(bytes) {
        let original = decoded.map.original(ByteRange::new(at, at + 1));
        let first = original.first().map_or(at as u64, |range| u64::from(range.start));
        let characters = if count == 1 { "character" } else { "characters" };
        decoded.remarks.push(format!(
            "has {} control {characters} (NUL or the like), the first at byte {}",
            with_separators(count as u64),
            with_separators(first)
        ));
    }
    Ok(decoded)
}

fn not_text(what: &str) -> Refusal {
    Refusal::new(format!("not text: {what}"), "if it is a document, open it and save it as plain text")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWNS: &str = "The mayor of Málaga thanked Jérôme Brûlé; \u{201c}we reopen\u{201d}, he said.";
    const PORT: &str = "Порт закрыт, сообщил мэр города. Паромы стоят у причала второй день подряд.";

    fn read(bytes: &[u8]) -> Decoded {
        decode(bytes.to_vec()).expect("it is a text")
    }

    fn refused(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).expect_err("it is no text").reason
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    /// The bytes behind the words that `words` are in the text.
    fn original<'a>(decoded: &Decoded, bytes: &'a [u8], words: &str) -> Vec<&'a [u8]> {
        let start = decoded.text.find(words).expect("the words are in the text");
        let range = ByteRange::new(start, start + words.len());
        let ranges = decoded.map.original(range).into_iter();
        ranges.map(|range| &bytes[range.as_usize()]).collect()
    }

    #[test]
    fn utf8_stands_as_it_is() {
        let decoded = read(TOWNS.as_bytes());
        assert_eq!(decoded.text, TOWNS);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.map, OriginalMap::shifted(TOWNS.len(), 0));
        assert!(decoded.remarks.is_empty());
    }

    #[test]
    fn a_byte_order_mark_is_taken_off_and_shifts_the_map() {
        let bytes = [b"\xef\xbb\xbf", TOWNS.as_bytes()].concat();
        let decoded = read(&bytes);
        assert_eq!(decoded.text, TOWNS);
        assert_eq!(decoded.map, OriginalMap::shifted(TOWNS.len(), 3));
    }

    #[test]
    fn utf16_is_read_with_its_mark_in_silence_and_without_as_a_guess() {
        for (to_bytes, name) in
            [(u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"), (u16::to_be_bytes, "UTF-16BE")]
        {
            let marked = utf16(&format!("\u{feff}{TOWNS}"), to_bytes);
            let decoded = read(&marked);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TOWNS, name));
            assert!(decoded.remarks.is_empty());
            assert_eq!(original(&decoded, &marked, "Brûlé"), [utf16("Brûlé", to_bytes)]);

            let decoded = read(&utf16(TOWNS, to_bytes));
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TOWNS, name));
            assert_eq!(decoded.remarks, [format!("decoded as {name}, a guess: it has no byte order mark")]);
        }
    }

    #[test]
    fn a_marked_text_in_any_script_is_read() {
        let bytes = utf16(&format!("\u{feff}{PORT}"), u16::to_le_bytes);
        assert_eq!(read(&bytes).text, PORT);
    }

    #[test]
    fn a_few_bad_bytes_do_not_make_another_encoding() {
        let decoded = read(b"Caf\xc3\xa9, na\xc3\xafve, cut o\xc3ff here");
        assert_eq!(decoded.text, "Café, naïve, cut o\u{fffd}ff here");
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.remarks, ["1 place is not UTF-8 and shown as U+FFFD, the first at byte 20"]);
    }

    #[test]
    fn old_encodings_are_guessed_and_the_guess_is_said() {
        for (text, encoding) in [
            ("The mayor’s office said: “Not yet.”", encoding_rs::WINDOWS_1252),
            (TOWNS, encoding_rs::WINDOWS_1252),
            (PORT, encoding_rs::WINDOWS_1251),
            ("市長は木曜日、港が再開したと述べた。", encoding_rs::SHIFT_JIS),
            ("市长星期四表示，港口已经重新开放。", encoding_rs::GBK),
        ] {
            let bytes = encoded(text, encoding);
            let decoded = read(&bytes);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.remarks, [format!("decoded as {}, a guess", encoding.name())]);
        }
    }

    #[test]
    fn words_open_at_their_bytes_in_an_old_encoding() {
        let bytes = encoded(TOWNS, encoding_rs::WINDOWS_1252);
        let decoded = read(&bytes);
        assert_eq!(original(&decoded, &bytes, "Jérôme"), [b"J\xe9r\xf4me"]);
        assert_eq!(original(&decoded, &bytes, "he said"), [b"he said"]);
    }

    #[test]
    fn a_guess_uses_letters_that_stand_far_into_the_file() {
        let text = format!("{}{TOWNS}", "The port is open. ".repeat(100_000));
        let decoded = read(&encoded(&text, encoding_rs::WINDOWS_1252));
        assert_eq!(decoded.encoding, "windows-1252");
        assert!(decoded.text == text);
    }

    #[test]
    fn what_is_not_text_is_refused() {
        assert_eq!(refused(b"\x80\x02}q\0(X\x01"), "not text: has NUL bytes, the first at byte 4");
        assert_eq!(refused(&[0; 100]), "not text: is full of NUL bytes");
        assert_eq!(refused(&[3; 100]), "not text: is full of control characters");
        assert_eq!(refused(b"\xff\x01\x02\x03\x04\x05\x06\x07"), "not text: is full of control characters");
        assert_eq!(refused(b"\xff\xfe\0\0T\0\0\0"), "encoded as UTF-32LE, which this version does not read");
        let halves: Vec<u8> = b"\xff\xfe".iter().copied().chain([0xd8; 100]).collect();
        assert_eq!(refused(&halves), "not text: begins like UTF-16LE and has too many bytes that are not");
    }

    #[test]
    fn a_stray_control_character_is_said_and_read() {
        let bytes = [b"\xef\xbb\xbfThe port\0 is open", [b'.'; 64].as_slice()].concat();
        assert_eq!(read(&bytes).remarks, ["has 1 control character (NUL or the like), the first at byte 11"]);
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        for bytes in [b"".as_slice(), b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe \0"] {
            assert_eq!(refused(bytes), "empty");
        }
    }

    #[test]
    fn texts_that_might_outgrow_their_offsets_are_refused_before_they_are_made() {
        assert!(!may_outgrow_offsets(u64::from(u32::MAX) / 3));
        assert!(may_outgrow_offsets(u64::from(u32::MAX) / 3 + 1));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic_and_every_text_is_mapped(
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)
        ) {
            if let Ok(decoded) = decode(bytes.clone()) {
                let segments = decoded.map.segments();
                let end = segments.last().map_or(0, |segment| segment.text.end as usize);
                proptest::prop_assert_eq!(end, decoded.text.len());
                proptest::prop_assert!(
                    segments.iter().all(|segment| segment.original.end as usize <= bytes.len())
                );
            }
        }
    }
}
