//! The answer of a server as a web archive keeps it: its head, and its body as it was sent.

use crate::refusal::Refusal;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// A first line and what stands below it, key by key.
#[derive(Debug, Default)]
pub struct Head {
    pub first: String,
    /// Keys in small letters.
    lines: Vec<(String, String)>,
}

impl Head {
    /// The head in these bytes. Lines without a colon say nothing, and one that begins with a blank goes on from the last.
    pub fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default().trim().to_owned();
        let mut head = Head { first, lines: Vec::new() };
        for line in lines {
            match (line.starts_with([' ', '\t']), head.lines.last_mut(), line.split_once(':')) {
                (true, Some((_, value)), _) => *value = format!("{value} {}", line.trim()).trim().to_owned(),
                (_, _, Some((key, value))) => {
                    head.lines.push((key.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => {}
            }
        }
        head
    }

    /// What the head says to a key, which is in small letters.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.lines.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// The number by which a server says how it went.
    pub fn status(&self) -> Option<&str> {
        self.first.split_whitespace().nth(1)
    }

    /// Whether the server gave what it was asked for, and all of it.
    pub fn is_success(&self) -> bool {
        self.status() == Some("200")
    }

    /// The media type, without its parameters.
    pub fn media_type(&self) -> Option<String> {
        let value = self.value("content-type")?.split(';').next()?.trim().to_ascii_lowercase();
        (!value.is_empty()).then_some(value)
    }

    /// What the media type says of the encoding.
    pub fn charset(&self) -> Option<&str> {
        let parameters = self.value("content-type")?.split(';').skip(1);
        parameters.filter_map(|parameter| parameter.split_once('=')).find_map(|(name, value)| {
            let label = value.trim().trim_matches(['"', '\'']);
            name.trim().eq_ignore_ascii_case("charset").then_some(label)
        })
    }
}

/// Head and body of an answer.
pub fn parted(block: &[u8]) -> (Head, &[u8]) {
    let line = block.windows(2).position(|pair| pair == b"\n\n").map(|at| at + 2);
    let usual = block.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
    let end = line.into_iter().chain(usual).min().unwrap_or(block.len());
    (Head::of(&block[..end]), &block[end..])
}

/// The body without the wrapping of its way, and whether its end is missing. More than the limit is not unpacked.
pub fn unpacked(head: &Head, body: &[u8], limit: u64) -> Result<(Vec<u8>, bool), Refusal> {
    let is_chunked = head.value("transfer-encoding").is_some_and(|way| way.eq_ignore_ascii_case("chunked"));
    // Many archives keep the words of the head and take the chunks out.
    let joined = if is_chunked { joined(body) } else { None };
    let cut = joined.as_ref().is_some_and(|(_, cut)| *cut);
    let body = joined.map_or_else(|| body.to_vec(), |(body, _)| body);
    let packed = head.value("content-encoding").unwrap_or("identity").to_ascii_lowercase();
    let body = match packed.as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => {
            expanded(MultiGzDecoder::new(body.as_slice()), limit)?
        }
        "deflate" if body.first().is_some_and(|first| first & 0x0f == 8) => {
            expanded(ZlibDecoder::new(body.as_slice()), limit)?
        }
        "deflate" => expanded(DeflateDecoder::new(body.as_slice()), limit)?,
        "br" | "zstd" | "compress" => {
            return Err(Refusal::new(format!("packed by {packed}, which this version does not read"), ""));
        }
        // Packed no more, or in no way that anybody knows: then it is seen to be no text.
        _ => body,
    };
    Ok((body, cut))
}

fn expanded(mut packed: impl Read, limit: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    match packed.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > limit => Err(Refusal::too_large(None, limit)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Refusal::new(format!("its body cannot be unpacked: {error}"), "")),
    }
}

/// Chunks as one, and whether the last is missing; nothing where the body does not begin as a chunk.
fn joined(body: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let mut rest = body;
    loop {
        let line = rest.iter().take(64).position(|byte| *byte == b'\n');
        let size = line.and_then(|end| {
            let line = str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
            usize::from_str_radix(line, 16).ok()
        });
        let (Some(end), Some(size)) = (line, size) else {
            return (rest.len() < body.len()).then_some((bytes, true));
        };
        let chunk = &rest[end + 1..];
        if size == 0 {
            return Some((bytes, false));
        }
        let Some(whole) = chunk.get(..size) else {
            bytes.extend_from_slice(chunk);
            return Some((bytes, true));
        };
        bytes.extend_from_slice(whole);
        rest = &chunk[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn body(answer: &[u8]) -> Result<(Vec<u8>, bool), Refusal> {
        let (head, body) = parted(answer);
        unpacked(&head, body, 1_000)
    }

    #[test]
    fn a_head_is_told_from_its_body() {
        let (head, body) =
            parted(b"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8\r\nX: a\r\n b\r\n\r\n<p>\n\n");
        assert_eq!((head.status(), head.media_type().as_deref()), (Some("200"), Some("text/html")));
        assert_eq!(head.charset(), Some("utf-8"));
        assert_eq!(
            Head::of(b"\nContent-Type: text/plain; a=b; CHARSET=\"koi8-r\"").charset(),
            Some("koi8-r")
        );
        assert_eq!((head.value("x"), body), (Some("a b"), b"<p>\n\n".as_slice()));
        assert!(head.is_success() && !Head::of(b"HTTP/1.1 206 Part").is_success());
    }

    #[test]
    fn chunks_become_one_and_a_missing_end_is_told() {
        let chunked = |chunks: &str| {
            body(format!("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n{chunks}").as_bytes())
        };
        assert_eq!(chunked("5\r\nPort \r\n4;x=y\r\nshut\r\n0\r\n\r\n"), Ok((b"Port shut".to_vec(), false)));
        assert_eq!(chunked("5\r\nPort \r\n40\r\nsh"), Ok((b"Port sh".to_vec(), true)));
        assert_eq!(chunked("5\r\nPort \r\n"), Ok((b"Port ".to_vec(), true)));
        assert_eq!(chunked("<p>not chunked"), Ok((b"<p>not chunked".to_vec(), false)));
    }

    #[test]
    fn what_was_packed_for_its_way_is_unpacked_within_the_limit() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write;
        let packed = |bytes: &[u8]| {
            let mut gzip = GzEncoder::new(
                b"HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n".to_vec(),
                Compression::default(),
            );
            gzip.write_all(bytes).expect("into memory");
            gzip.finish().expect("into memory")
        };
        assert_eq!(body(&packed(b"Port shut")), Ok((b"Port shut".to_vec(), false)));
        let reason = body(&packed(&[b' '; 1_001])).expect_err("it is too large").reason;
        assert_eq!(reason, "too large: more than the limit of 1,000 bytes");
        let plain = b"HTTP/1.1 200 OK\nContent-Encoding: gzip\n\nPort shut";
        assert_eq!(body(plain), Ok((b"Port shut".to_vec(), false)));
        let other = b"HTTP/1.1 200 OK\nContent-Encoding: br\n\nxxx";
        assert_eq!(body(other).expect_err("br").reason, "packed by br, which this version does not read");
    }

    proptest! {
        #[test]
        fn no_answer_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), way in 0..4usize) {
            let ways = ["Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: deflate", ""];
            let head = format!("HTTP/1.1 200 OK\n{}\n\n", ways[way]);
            let _ = body(&[head.as_bytes(), &bytes].concat());
            let _ = body(&bytes);
        }
    }
}
