//! Files into bytes, never more of one file than its limit and one byte.

use crate::refusal::Refusal;
use crate::walk::File;
use std::io::Read;
use std::path::Path;

/// The bytes of a file.
pub fn read_file(file: &File, limit: u64) -> Result<Vec<u8>, Refusal> {
    let refuse = |error| Refusal::of_io(&file.path, &error);
    if let Some(bytes) = file.bytes.filter(|bytes| *bytes > limit) {
        return Err(Refusal::too_large(Some(bytes), limit));
    }
    let mut open = std::fs::File::open(&file.path).map_err(refuse)?;
    read_limited_at(&file.path, &mut open, file.bytes.unwrap_or(0), limit)
}

/// All bytes of a stream; `expected` says how many there are, where that is known, so that they need no
/// more memory than their number.
pub fn read_limited(stream: &mut dyn Read, expected: u64, limit: u64) -> Result<Vec<u8>, Refusal> {
    read_limited_at(Path::new(""), stream, expected, limit)
}

fn read_limited_at(
    path: &Path,
    stream: &mut dyn Read,
    expected: u64,
    limit: u64,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::with_capacity(expected.min(limit) as usize);
    // One byte more than the limit tells a file at the limit from one that has grown beyond it.
    stream
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Refusal::of_io(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::too_large(None, limit));
    }
    bytes.shrink_to_fit();
    Ok(bytes)
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
        let refusal = read_limited(&mut endless, 0, 1_000).expect_err("the stream is too large");
        assert_eq!(refusal.reason, "too large: more than the limit of 1,000 bytes");
        assert_eq!(endless.given, 1_001);
    }

    #[test]
    fn a_stream_at_the_limit_is_read() {
        let bytes = read_limited(&mut &b"12345"[..], 0, 5).expect("five bytes are allowed");
        assert_eq!(bytes, b"12345");
    }
}
