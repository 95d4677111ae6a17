//! Bytes that are something else than text, and texts that are markup, told by how they begin.

use crate::refusal::Refusal;

/// How far into a text its markup is looked for; browsers look at most this far when they guess what a
/// page is (1,445 bytes in the standard for sniffing; rounded down).
const MARKUP_BYTES: usize = 1024;

/// How far into a zip archive the names that tell its kind are looked for: they stand in its first entries.
const ZIP_BYTES: usize = 4096;

const SAVE_AS_TEXT: &str =
    "open it and save it as plain text; this version reads text, JSON, tables, feeds and web pages";
const SAVE_PAGE: &str =
    "save the page as HTML or as text; this version reads text, JSON, tables, feeds and web pages";
const UNPACK: &str = "unpack it first; this version opens zip, tar, gzip and WARC";
const NO_TEXT: &str = "this version reads text, JSON, tables, feeds and web pages";

/// What begins a file, at which byte, what that makes it, and what to do.
///
/// Each mark has a byte that no text has, or is a run of characters that nobody writes at that place.
const MARKS: &[(usize, &[u8], &str, &str)] = &[
    (0, b"%PDF-", "a PDF document", SAVE_AS_TEXT),
    (0, b"%!PS", "a PostScript document", SAVE_AS_TEXT),
    (0, b"{\\rtf", "an RTF document", SAVE_AS_TEXT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", SAVE_AS_TEXT),
    (0, b"\xfd7zXZ\0", "an xz archive", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (4, b"1AY&SY", "a bzip2 archive", UNPACK),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture", NO_TEXT),
    (0, b"\xff\xd8\xff", "a JPEG picture", NO_TEXT),
    (0, b"GIF87a", "a GIF picture", NO_TEXT),
    (0, b"GIF89a", "a GIF picture", NO_TEXT),
    (0, b"II*\0", "a TIFF picture", NO_TEXT),
    (0, b"MM\0*", "a TIFF picture", NO_TEXT),
    (0, b"\0\0\x01\0", "an icon", NO_TEXT),
    (8, b"WEBPVP8", "a WebP picture", NO_TEXT),
    (8, b"WAVEfmt ", "a sound recording", NO_TEXT),
    (8, b"AVI LIST", "a film", NO_TEXT),
    (4, b"ftypavif", "an AVIF picture", NO_TEXT),
    (4, b"ftyphei", "an HEIC picture", NO_TEXT),
    (4, b"ftypM4A", "a sound recording", NO_TEXT),
    (4, b"ftypisom", "a film", NO_TEXT),
    (4, b"ftypiso2", "a film", NO_TEXT),
    (4, b"ftypmp4", "a film", NO_TEXT),
    (4, b"ftypM4V", "a film", NO_TEXT),
    (4, b"ftypqt  ", "a film", NO_TEXT),
    (4, b"ftyp3gp", "a film", NO_TEXT),
    (0, b"\x1aE\xdf\xa3", "a film", NO_TEXT),
    (0, b"ID3\x02", "a sound recording", NO_TEXT),
    (0, b"ID3\x03", "a sound recording", NO_TEXT),
    (0, b"ID3\x04", "a sound recording", NO_TEXT),
    (0, b"OggS\0", "a sound recording", NO_TEXT),
    (0, b"fLaC\0", "a sound recording", NO_TEXT),
    (0, b"SQLite format 3\0", "an SQLite database", NO_TEXT),
];

/// Refuses bytes that no encoding makes a text.
pub fn refuse_binary(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(zip(bytes));
    }
    let mark = MARKS
        .iter()
        .find(|(offset, mark, _, _)| bytes.get(*offset..).is_some_and(|behind| behind.starts_with(mark)));
    match mark {
        Some((_, _, what, hint)) => Err(refusal(what, hint)),
        None => Ok(()),
    }
}

/// Markup that a text can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// A web page.
    Page,
    /// Something that is not read.
    Other(Refusal),
}

/// The markup that a text is, whatever encoding it was in; nothing where it is plain text.
pub fn markup(text: &str) -> Option<Markup> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start = &start.as_bytes()[..start.len().min(MARKUP_BYTES)];
    let start = start.to_ascii_lowercase();
    let begins = |mark: &str| start.starts_with(mark.as_bytes());
    let has = |mark: &str| contains(&start, mark.as_bytes());
    let tag = |name: &str| [">", " ", "\n", "\r", "\t"].iter().any(|end| has(&format!("<{name}{end}")));
    let other = |what, hint| Some(Markup::Other(refusal(what, hint)));
    if has("mime-version:") && has("multipart/related") {
        return other("a saved web page (MHTML)", SAVE_PAGE);
    }
    if begins("<!doctype html") || begins("<html") || tag("html") || tag("head") || tag("body") {
        return Some(Markup::Page);
    }
    if begins("<svg") {
        return other("an SVG picture", NO_TEXT);
    }
    if begins("<?xml") || begins("<rss") || begins("<feed") {
        return other("an XML document", SAVE_PAGE);
    }
    None
}

/// Documents of today's office programs and electronic books are zip archives inside.
fn zip(bytes: &[u8]) -> Refusal {
    let start = &bytes[..bytes.len().min(ZIP_BYTES)];
    let has = |mark: &[u8]| contains(start, mark);
    if has(b"[Content_Types].xml") || has(b"word/") || has(b"xl/") {
        refusal("an Office document", SAVE_AS_TEXT)
    } else if has(b"application/vnd.oasis.opendocument") {
        refusal("an OpenDocument file", SAVE_AS_TEXT)
    } else if has(b"application/epub+zip") {
        refusal("an electronic book (EPUB)", SAVE_AS_TEXT)
    } else {
        refusal("a zip archive", UNPACK)
    }
}

fn refusal(what: &str, hint: &str) -> Refusal {
    Refusal::new(format!("not plain text: {what}"), hint)
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(bytes: &[u8]) -> String {
        refuse_binary(bytes).expect_err("it is not text").reason
    }

    #[test]
    fn what_a_file_is_stands_at_its_beginning() {
        assert_eq!(reason(b"%PDF-1.7\n..."), "not plain text: a PDF document");
        assert_eq!(reason(b"\xfd7zXZ\0"), "not plain text: an xz archive");
        assert_eq!(reason(b"\xff\xd8\xff\xe0"), "not plain text: a JPEG picture");
        assert_eq!(reason(b"\0\0\0\x18ftypheic"), "not plain text: an HEIC picture");
        assert_eq!(reason(b"RIFF\0\0\0\0WEBPVP8 "), "not plain text: a WebP picture");
    }

    #[test]
    fn a_zip_archive_is_called_what_its_user_calls_it() {
        assert_eq!(reason(b"PK\x03\x04..[Content_Types].xml"), "not plain text: an Office document");
        assert_eq!(
            reason(b"PK\x03\x04..mimetypeapplication/epub+zip"),
            "not plain text: an electronic book (EPUB)"
        );
        assert_eq!(reason(b"PK\x03\x04"), "not plain text: a zip archive");
    }

    #[test]
    fn every_mark_is_found_where_the_table_puts_it() {
        for (offset, mark, what, _) in MARKS {
            let mut bytes = vec![b' '; *offset];
            bytes.extend_from_slice(mark);
            let found = reason(&bytes);
            assert!(found.ends_with(what), "{what} is taken for: {found}");
        }
    }

    #[test]
    fn pages_are_told_by_their_first_tags() {
        for page in [
            "<!DOCTYPE html>\n<title>Harbour shut</title>",
            "\n  <HTML lang=en>",
            "\u{feff}<!-- saved -->\n<head>\n",
            "<?xml version='1.0'?>\n<html xmlns='x'>",
        ] {
            assert_eq!(markup(page), Some(Markup::Page), "{page}");
        }
    }

    #[test]
    fn other_markup_is_not_read() {
        for (text, what) in [
            ("<?xml version='1.0'?><rss/>", "not plain text: an XML document"),
            ("<svg width='1'>", "not plain text: an SVG picture"),
            (
                "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
                "not plain text: a saved web page (MHTML)",
            ),
        ] {
            let Some(Markup::Other(refusal)) = markup(text) else {
                panic!("{text} is taken for a page or a text");
            };
            assert_eq!(refusal.reason, what);
        }
    }

    #[test]
    fn a_report_with_angle_brackets_is_text() {
        assert_eq!(markup("The <header> of the bill <bodyguards>"), None);
        assert_eq!(refuse_binary(b"BM said. GIF. PK. MZ. ID3, ftyp"), Ok(()));
    }
}
