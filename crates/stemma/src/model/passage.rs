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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The family.
    pub family: FamilyIdx,
    /// In the representative.
    pub from: EditSide,
    /// In the other witness.
    pub to: EditSide,
    /// What kinds of difference it is, in order, at least one.
    pub kinds: Vec<EditKind>,
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
