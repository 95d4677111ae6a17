//! What the page allows itself: its own style, by hash, and nothing else.

use stemma::model::Sha256;

/// The style of the page. It stands in the page as it is; a test holds that it cannot end its element.
pub const STYLE: &str = include_str!("style.css");

/// The content security policy: no script, no connection, no frame, no form, no style but [`STYLE`]. The
/// icon is an empty `data:` address, so that a browser does not ask a server for one.
pub fn policy() -> String {
    let style = base64(&Sha256::of(STYLE.as_bytes()).0);
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// Bytes in the base64 of RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |nth: usize| u32::from(group.get(nth).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for nth in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * nth)) as usize & 63];
            text.push(if nth <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, encoded) in pairs {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn the_style_cannot_end_its_element_nor_ask_for_anything() {
        for words in ["<", "url(", "@import", "@font-face", "http"] {
            assert!(!STYLE.contains(words), "{words}");
        }
    }
}
