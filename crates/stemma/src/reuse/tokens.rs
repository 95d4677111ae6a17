//! A word as alignment sees it: which word it is, and what it proves, in four bytes.
//!
//! A pile of a million reports has some 400 million words; this is what is kept of each.

/// A word that carries grammar, not content.
pub const FUNCTION_WORD: i32 = 4;
/// A name or number: texts about one event share these without copying.
pub const NAME_OR_NUMBER: i32 = 8;
/// Any other word.
pub const CONTENT_WORD: i32 = 12;

/// What a word is, as far as it matters for what sharing it proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// An article, pronoun, auxiliary, preposition or conjunction, a word of saying, a single letter.
    Grammar = 0,
    /// A name, or what belongs to one or to a number.
    Name = 1,
    /// Written in digits.
    Number = 2,
    /// Any other word.
    Content = 3,
}

/// A word in a sentence.
///
/// Two words are the same where 30 bits of their hashes are. Two different words of one pile that agree in
/// them are some few among a million, and would have to stand at the same place of two sentences to matter;
/// what is copied and what is an edit is decided on the characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token(u32);

const WORD_BITS: u32 = 30;
const WORD_MASK: u32 = (1 << WORD_BITS) - 1;

impl Token {
    /// The word with this hash.
    pub fn new(hash: u64, class: Class) -> Self {
        Token((hash as u32 & WORD_MASK) | (class as u32) << WORD_BITS)
    }

    /// Which word it is.
    pub fn word(self) -> u32 {
        self.0 & WORD_MASK
    }

    /// What it is.
    pub fn class(self) -> Class {
        match self.0 >> WORD_BITS {
            0 => Class::Grammar,
            1 => Class::Name,
            2 => Class::Number,
            _ => Class::Content,
        }
    }

    /// The same word as something else.
    pub fn of_class(self, class: Class) -> Self {
        Token(self.word() | (class as u32) << WORD_BITS)
    }

    /// How much sharing it proves.
    pub fn weight(self) -> i32 {
        [FUNCTION_WORD, NAME_OR_NUMBER, NAME_OR_NUMBER, CONTENT_WORD][(self.0 >> WORD_BITS) as usize]
    }
}

/// Whether two runs of words are the same.
pub fn same_words(a: &[Token], b: &[Token]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.word() == b.word())
}
