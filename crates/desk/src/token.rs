//! The secret of one desk: whoever has it may read. It is new with every start.

use std::fmt;

/// Bytes of a secret: 128 bits are beyond guessing.
const BYTES: usize = 16;

/// The secret of one desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one, from the randomness of the system.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes)?;
        Ok(Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Whether somebody has it. The time that this takes does not tell how much of a guess was right.
    pub fn is(&self, guess: &str) -> bool {
        let (own, guess) = (self.0.as_bytes(), guess.as_bytes());
        let differing = own.iter().zip(guess).fold(0, |differing, (one, other)| differing | (one ^ other));
        own.len() == guess.len() && differing == 0
    }

    /// The secret itself, for the address that is printed once and for the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// A secret is not written by accident.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_new_each_time_and_only_itself() {
        let (one, other) =
            (Token::new().expect("the system has randomness"), Token::new().expect("it has more"));
        assert_ne!(one, other);
        assert_eq!(one.reveal().len(), 2 * BYTES);
        assert!(one.is(one.reveal()) && !one.is(other.reveal()));
        assert!(!one.is("") && !one.is(&one.reveal()[1..]) && !one.is(&format!("{}0", one.reveal())));
        assert_eq!(format!("{one:?}"), "Token(..)");
    }
}
