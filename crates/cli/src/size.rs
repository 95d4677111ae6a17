//! Sizes as people type them: `500000`, `64M`, `2G`.

use std::str::FromStr;

/// A number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u64);

impl FromStr for Size {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const NO_SIZE: &str = "not a size: give bytes (500000), or a whole number with K, M or G (64M)";
        let (digits, unit) = match text.char_indices().last() {
            Some((at, 'k' | 'K')) => (&text[..at], 1 << 10),
            Some((at, 'm' | 'M')) => (&text[..at], 1 << 20),
            Some((at, 'g' | 'G')) => (&text[..at], 1 << 30),
            _ => (text, 1),
        };
        if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(NO_SIZE);
        }
        let number: u64 = digits.parse().map_err(|_| "too large")?;
        let bytes = number.checked_mul(unit).ok_or("too large")?;
        if bytes > u64::from(u32::MAX) {
            return Err("too large: a text may have at most 4294967295 bytes, just under 4G");
        }
        Ok(Size(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_powers_of_1024() {
        assert_eq!("500000".parse(), Ok(Size(500_000)));
        assert_eq!("2k".parse(), Ok(Size(2048)));
        assert_eq!("64M".parse(), Ok(Size(64 << 20)));
        assert_eq!("3G".parse(), Ok(Size(3 << 30)));
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in ["", "M", "-1", "+1", "1.5G", "64MB", "é", "1é", "4G", "99999999999999999999G"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
