//! How many flaws may bytes have and still be a text?

/// With one flaw (a control character, a bad place) in this many bytes it is still a text, with more it is
/// none. A text has no control characters but tabs and line ends; bytes by chance (compressed, encrypted)
/// have 27 in 256, one in nine.
const BYTES_PER_FLAW: usize = 32;

/// Whether flaws are so many that this is no text; one flaw never is.
pub fn too_many(flaws: usize, length: usize) -> bool {
    flaws > 1 + length / BYTES_PER_FLAW
}

/// How many control characters there are that no text needs.
pub fn control_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_control(**byte)).count()
}

/// Where the first of them is.
pub fn first_control_character(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| is_control(*byte))
}

/// Tab, line feed, form feed and carriage return belong to texts; escape comes from terminals, and byte 26
/// ended files of old systems.
fn is_control(byte: u8) -> bool {
    byte == 0x7f || byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | 0x1a | 0x1b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_texts_is_no_flaw() {
        assert_eq!(control_characters(b"Tab\there.\r\nPage\x0c\x1b[1mbold\x1a"), 0);
        assert_eq!(control_characters(b"\0 \x08 \x7f"), 3);
        assert_eq!(first_control_character(b"a\0b\0"), Some(1));
    }

    #[test]
    fn one_flaw_is_never_too_many_and_one_in_nine_always_is() {
        assert!(!too_many(1, 1));
        assert!(too_many(2, 18));
        assert!(!too_many(3, 96));
    }
}
