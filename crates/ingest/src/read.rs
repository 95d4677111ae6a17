//! Streams into bytes, never more of one than its limit and one byte.

use crate::refusal::Refusal;
use std::io::{self, Read};
use std::path::Path;

/// Bytes from the beginning of a file by which its form is told: the first record of most collections, and
/// as much as any mark needs.
const HEAD_BYTES: u64 = 64 << 10;

/// The beginning of a stream, as much as tells its form.
pub fn head(path: &Path, stream: &mut dyn Read) -> Result<Vec<u8>, Refusal> {
    let mut head = Vec::new();
    read_to(stream, HEAD_BYTES, &mut head).map_err(|error| Refusal::of_io(path, &error))?;
    Ok(head)
}

/// All bytes of a stream whose beginning has been read; `expected` says how many there are, where that is
/// known, so that they need no more memory than their number.
pub fn read_limited(
    path: &Path,
    head: Vec<u8>,
    stream: &mut dyn Read,
    expected: Option<u64>,
    limit: u64,
) -> Result<Vec<u8>, Refusal> {
    if expected.is_some_and(|bytes| bytes > limit) {
        return Err(Refusal::too_large(expected, limit));
    }
    let mut bytes = head;
    bytes.reserve_exact((expected.unwrap_or(0) as usize).saturating_sub(bytes.len()));
    // One byte more than the limit tells a file at the limit from one that has grown beyond it.
    let room = limit.saturating_add(1).saturating_sub(bytes.len() as u64);
    read_to(stream, room, &mut bytes).map_err(|error| Refusal::of_io(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::too_large(None, limit));
    }
    bytes.shrink_to_fit();
    Ok(bytes)
}

fn read_to(stream: &mut dyn Read, most: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    stream.take(most).read_to_end(bytes).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives zeros without end and counts them.
    struct Endless {
        given: u64,
    }

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            buffer.fill(b'0');
            self.given += buffer.len() as u64;
            Ok(buffer.len())
        }
    }

    #[test]
    fn a_stream_without_end_is_read_to_one_byte_past_the_limit() {
        let mut endless = Endless { given: 0 };
        let refusal = read_limited(Path::new(""), Vec::new(), &mut endless, None, 1_000)
            .expect_err("the stream is too large");
        assert_eq!(refusal.reason, "too large: more than the limit of 1,000 bytes");
        assert_eq!(endless.given, 1_001);
    }

    #[test]
    fn a_stream_at_the_limit_is_read() {
        let bytes = read_limited(Path::new(""), b"12".to_vec(), &mut &b"345"[..], Some(5), 5)
            .expect("five bytes are allowed");
        assert_eq!(bytes, b"12345");
    }
}
