//! The characters of a JSON string, each with its place in the record.

use crate::mapped::MappedText;

/// Adds what a string says to a text. `raw` is the string as it is written, quotation marks included, and
/// begins at byte `at` of its record; a parser has found it well-formed.
///
/// A run without escapes stands as it is. An escape is one indivisible piece, a pair of surrogates too; half
/// a pair is no character and becomes U+FFFD.
pub fn push_string(raw: &str, at: usize, text: &mut MappedText) {
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default();
    let (mut rest, mut at) = (inside, at + 1);
    while let Some(plain) = rest.find('\\') {
        text.push(&rest[..plain], at..at + plain);
        let (length, character) = escape(&rest[plain..]);
        let place = at + plain..at + plain + length;
        match character {
            Some(character) => text.push(character.encode_utf8(&mut [0; 4]), place),
            None => text.push_bad(place),
        }
        rest = &rest[plain + length..];
        at += plain + length;
    }
    text.push(rest, at..at + rest.len());
}

/// How many bytes an escape has, and which character it is; none for half a pair of surrogates.
fn escape(text: &str) -> (usize, Option<char>) {
    let simple = match text.as_bytes().get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(text),
        Some(other) => char::from(*other),
        None => return (text.len(), None),
    };
    (2, Some(simple))
}

fn unicode_escape(text: &str) -> (usize, Option<char>) {
    let Some(first) = unit(text) else {
        return (text.len().min(2), None);
    };
    if let Some(character) = char::from_u32(first) {
        return (6, Some(character));
    }
    match text.get(6..).and_then(unit) {
        Some(second) if first < 0xdc00 && (0xdc00..0xe000).contains(&second) => {
            (12, char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)))
        }
        _ => (6, None),
    }
}

/// The number of the escape that begins a text.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use stemma::model::ByteRange;

    fn decoded(raw: &str) -> crate::mapped::Mapped {
        let mut text = MappedText::default();
        push_string(raw, 0, &mut text);
        text.finish()
    }

    #[test]
    fn escapes_become_characters() {
        assert_eq!(decoded(r#""a\"b\\c\/d\n\t\r\b\f""#).text, "a\"b\\c/d\n\t\r\u{8}\u{c}");
        assert_eq!(decoded(r#""\u00e9\u00E9 \ud83d\ude00""#).text, "éé 😀");
        assert_eq!(decoded(r#""""#).text, "");
    }

    #[test]
    fn half_a_pair_is_bad_and_keeps_its_place() {
        let lone = decoded(r#""a\ud83db\ude00\ud83d\u0041""#);
        assert_eq!(lone.text, "a\u{fffd}b\u{fffd}\u{fffd}A");
        assert_eq!((lone.bad, lone.first_bad), (3, Some(2)));
        assert_eq!(decoded(r#""\ud83d\n""#).text, "\u{fffd}\n");
        assert_eq!(decoded(r#""\ud83d\ud83d\ude00""#).text, "\u{fffd}😀");
    }

    #[test]
    fn an_escape_opens_whole() {
        let raw = r#""Br\u00fbl\u00e9""#;
        let brule = decoded(raw);
        let letter = brule.map.original(ByteRange::new(2, 4));
        assert_eq!(&raw[letter[0].as_usize()], r"\u00fb");
        assert_eq!(brule.map.original(ByteRange::new(0, 7)).len(), 1);
    }

    /// A character, and how it is written inside a JSON string.
    fn written() -> impl Strategy<Value = (char, String)> {
        let escaped = any::<char>().prop_map(|c| {
            let units: Vec<u16> = c.encode_utf16(&mut [0; 2]).to_vec();
            (c, units.iter().map(|unit| format!("\\u{unit:04x}")).collect())
        });
        let plain = any::<char>()
            .prop_filter("written as it is", |c| !matches!(c, '"' | '\\' | '\0'..' '))
            .prop_map(|c| (c, c.to_string()));
        let short = prop::sample::select(vec![('\n', "\\n"), ('"', "\\\""), ('\\', "\\\\"), ('/', "\\/")]);
        prop_oneof![4 => plain, 2 => escaped, 1 => short.prop_map(|(c, raw)| (c, raw.to_owned()))]
    }

    proptest! {
        #[test]
        fn every_part_of_a_text_opens_at_the_bytes_that_say_it(
            pieces in prop::collection::vec(written(), 0..40),
            cut in any::<prop::sample::Index>(),
            lead in 0..5usize,
        ) {
            let text: String = pieces.iter().map(|(c, _)| *c).collect();
            let raw: String = pieces.iter().map(|(_, raw)| raw.as_str()).collect();
            let record = format!("{}\"{raw}\"", " ".repeat(lead));
            let mut mapped = MappedText::default();
            push_string(&record[lead..], lead, &mut mapped);
            let mapped = mapped.finish();
            prop_assert_eq!(&mapped.text, &text);
            let by_parser: String = serde_json::from_str(&record).expect("it is a string");
            prop_assert_eq!(by_parser, text.as_str());

            let cut = cut.index(pieces.len() + 1);
            let length = |of: &[(char, String)]| of.iter().map(|(c, _)| c.len_utf8()).sum::<usize>();
            let cut_text = length(&pieces[..cut]);
            for (range, part) in [
                (ByteRange::new(0, cut_text), &pieces[..cut]),
                (ByteRange::new(cut_text, text.len()), &pieces[cut..]),
            ] {
                let bytes: String = mapped.map.original(range).iter().map(|r| r.of(&record)).collect();
                prop_assert_eq!(bytes, part.iter().map(|(_, raw)| raw.as_str()).collect::<String>());
            }
        }
    }
}
