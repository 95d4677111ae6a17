//! The encoding of a web page: its byte order mark, what its server said, what it declares, and else a guess.

use crate::convert;
use crate::decode::{Decoded, checked_growth, decode_characters};
use crate::mapped::{Mapped, MappedText};
use crate::refusal::Refusal;
use encoding_rs::Encoding;

/// How far into a page its declaration is looked for, as browsers do.
const DECLARED_WITHIN_BYTES: usize = 1024;

/// Room for what one byte can end, bad bytes before it included.
const CHARACTERS_ROOM: usize = 64;

/// The text of a page, with the way back to its bytes. What its server `told` goes before what it declares itself, as in browsers.
pub fn decode_page(bytes: Vec<u8>, told: Option<&'static Encoding>) -> Result<Decoded, Refusal> {
    let decoded = match told.or_else(|| declared(&bytes)) {
        Some(encoding) if Encoding::for_bom(&bytes).is_none() && !is_utf8_for_sure(&bytes) => {
            as_declared(&bytes, encoding)?
        }
        _ => decode_characters(bytes)?,
    };
    match decoded.text.trim().is_empty() {
        true => Err(Refusal::new("empty", "")),
        false => Ok(decoded),
    }
}

/// Letters beyond ASCII that fit UTF-8 throughout are no chance; a program that saved the page has converted
/// it and left the declaration as it was.
fn is_utf8_for_sure(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && str::from_utf8(bytes).is_ok()
}

fn as_declared(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, Refusal> {
    let bytes = checked_growth(bytes)?;
    let converted = match encoding == encoding_rs::ISO_2022_JP {
        true => with_states(bytes, encoding),
        false => convert::legacy(bytes, encoding),
    };
    let name = encoding.name();
    let remark = (converted.bad > 0).then(|| format!("declared as {name}; what is not is shown as U+FFFD"));
    Ok(Decoded {
        text: converted.text,
        map: converted.map,
        encoding: name,
        remarks: remark.into_iter().collect(),
    })
}

/// The text of bytes in an encoding in which a byte means what those before it said. A character belongs to the bytes
/// since the last one.
fn with_states(bytes: &[u8], encoding: &'static Encoding) -> Mapped {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = MappedText::default();
    let mut room = [0; CHARACTERS_ROOM];
    let mut start = 0;
    for at in 0..=bytes.len() {
        let (byte, is_last) = (&bytes[at..bytes.len().min(at + 1)], at == bytes.len());
        let (_, _, written, is_bad) = decoder.decode_to_utf8(byte, &mut room, is_last);
        if written > 0 {
            let end = at + byte.len();
            let piece = str::from_utf8(&room[..written]).expect("a decoder writes UTF-8");
            match is_bad && piece == "\u{fffd}" {
                true => text.push_bad(start..end),
                false => text.push(piece, start..end),
            }
            start = end;
        }
    }
    text.finish()
}

/// The encoding that a page or an XML document declares, if it is none that the text itself tells better.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(DECLARED_WITHIN_BYTES)].to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let label = behind(&start, "charset").or_else(|| {
        let end = start.strip_prefix("<?xml")?.find("?>")?;
        behind(&start[..end + "<?xml".len()], "encoding")
    })?;
    of_label(label)
}

/// The encoding that a label names, if it is none that the text itself tells better.
pub fn of_label(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    let is_told_by_text = encoding == encoding_rs::UTF_8 || !encoding.is_ascii_compatible();
    // ISO-2022-JP has ASCII's bytes for its letters; only the declaration tells it.
    (!is_told_by_text || encoding == encoding_rs::ISO_2022_JP).then_some(encoding)
}

/// The value behind `name=`, quoted or not.
fn behind<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.match_indices(name).find_map(|(at, _)| {
        let value = text[at + name.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
        Some(&value[..end.unwrap_or(value.len())]).filter(|label| !label.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<p>Порт закрыт, сообщил мэр города.</p>";

    fn encoding(page: &[u8]) -> (&'static str, bool) {
        let decoded = decode_page(page.to_vec(), None).expect("it is a text");
        (decoded.encoding, decoded.text.contains("Порт закрыт"))
    }

    #[test]
    fn a_declared_encoding_is_taken() {
        for declaration in [
            "<meta charset=windows-1251>",
            "<META CHARSET = 'Windows-1251'/>",
            "<meta http-equiv=content-type content=\"text/html; charset=cp1251\">",
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
        ] {
            let page = encoding_rs::WINDOWS_1251.encode(&format!("{declaration}{BODY}")).0.into_owned();
            assert_eq!(encoding(&page), ("windows-1251", true), "{declaration}");
        }
    }

    #[test]
    fn a_page_in_utf8_is_read_as_such_whatever_it_declares() {
        assert_eq!(encoding(format!("<meta charset=iso-8859-1>{BODY}").as_bytes()), ("UTF-8", true));
        assert_eq!(encoding(format!("<meta charset=utf-8>{BODY}").as_bytes()), ("UTF-8", true));
        assert_eq!(encoding(format!("\u{feff}<meta charset=koi8-r>{BODY}").as_bytes()), ("UTF-8", true));
    }

    #[test]
    fn what_the_server_said_goes_before_the_declaration() {
        let page = encoding_rs::WINDOWS_1251.encode(&format!("<meta charset=koi8-r>{BODY}")).0.into_owned();
        let decoded = |label| decode_page(page.clone(), of_label(label)).expect("it is a text").encoding;
        assert_eq!((decoded("windows-1251"), decoded("utf-8")), ("windows-1251", "KOI8-R"));
    }

    #[test]
    fn without_a_known_declaration_it_is_guessed() {
        for declaration in ["", "<meta charset=>", "<meta charset=klingon>", "charset"] {
            let page = encoding_rs::WINDOWS_1251.encode(&format!("{declaration}{BODY}")).0.into_owned();
            assert_eq!(encoding(&page), ("windows-1251", true), "{declaration}");
        }
    }

    #[test]
    fn what_the_declared_encoding_lacks_is_said() {
        let decoded =
            decode_page(b"<meta charset=shift_jis><p>Port \xff\xff".to_vec(), None).expect("a text");
        assert_eq!(decoded.remarks, ["declared as Shift_JIS; what is not is shown as U+FFFD"]);
    }
}
