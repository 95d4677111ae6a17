//! Passages, families of passages, and the edits between two witnesses.

use super::{ByteRange, Span};

/// Which passage of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageIdx(pub u32);

/// Which family of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyIdx(pub u32);

/// A run of text that also stands, verbatim or changed, in another report or elsewhere in the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// The family it belongs to.
    pub family: FamilyIdx,
}

/// All passages that descend from one text. Its passages are its witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The witnesses, in the order of the account; at least two.
    pub passages: Vec<PassageIdx>,
    /// The witness that the others are compared with: the one that shares most words with all others;
    /// of several the longest, then the first. It says nothing about who copied whom.
    pub representative: PassageIdx,
}

/// A difference between the representative of a family and another witness.
///
/// All edits of one pair, in order, turn the one text into the other, character for character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// The family.
    pub family: FamilyIdx,
    /// In the representative.
    pub from: EditSide,
    /// In the other witness.
    pub to: EditSide,
    /// What kinds of difference it is, in order, at least one.
    pub kinds: EditKinds,
}

/// Kinds of one edit, in order, as a slice. They lie in the edit itself, for a large pile has tens of millions of
/// edits.
#[derive(Clone, Copy)]
pub struct EditKinds {
    len: u8,
    kinds: [EditKind; EditKinds::MOST],
}

impl EditKinds {
    /// The most kinds that one edit is of: one that says what happened to the words, and number, negation,
    /// attribution and certainty.
    pub const MOST: usize = 5;

    /// Adds a kind; one beyond the most is left out.
    pub fn push(&mut self, kind: EditKind) {
        if let Some(next) = self.kinds.get_mut(usize::from(self.len)) {
            *next = kind;
            self.len += 1;
        }
    }
}

impl FromIterator<EditKind> for EditKinds {
    fn from_iter<I: IntoIterator<Item = EditKind>>(kinds: I) -> Self {
        let mut all = EditKinds { len: 0, kinds: [EditKind::Swap; EditKinds::MOST] };
        kinds.into_iter().for_each(|kind| all.push(kind));
        all
    }
}

impl std::ops::Deref for EditKinds {
    type Target = [EditKind];

    fn deref(&self) -> &[EditKind] {
        &self.kinds[..usize::from(self.len)]
    }
}

impl std::ops::DerefMut for EditKinds {
    fn deref_mut(&mut self) -> &mut [EditKind] {
        &mut self.kinds[..usize::from(self.len)]
    }
}

impl PartialEq for EditKinds {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for EditKinds {}

impl<const N: usize> PartialEq<[EditKind; N]> for EditKinds {
    fn eq(&self, other: &[EditKind; N]) -> bool {
        **self == *other
    }
}

impl std::fmt::Debug for EditKinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// One side of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditSide {
    /// The witness.
    pub passage: PassageIdx,
    /// The bytes of its report's text; empty where the other side has something that this one lacks.
    pub range: ByteRange,
}

/// Kinds of edit. One edit may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditKind {
    /// Words stand where other words stand.
    Swap,
    /// Words of the representative are missing in the other witness.
    Cut,
    /// The other witness has words that the representative lacks.
    Addition,
    /// The same words in another order.
    Reorder,
    /// A number differs.
    Number,
    /// A denial or negation stands on one side only.
    Negation,
    /// Who says it, or the word of saying, differs.
    Attribution,
    /// How sure or exact it is differs ("at least", "reportedly").
    Certainty,
    /// The same name in another form ("Russia", "Russian Federation").
    NameForm,
    /// Only marks, blanks or capitals differ.
    Punctuation,
}
