//! Which instance of a claim says it in the plainest words.

use super::proposition::Proposition;
use crate::model::{Carrier, ClaimStance};

/// An instance as its words are judged.
#[derive(Debug, Clone, Copy)]
pub struct Worded<'a> {
    /// What carries it.
    pub carrier: Carrier,
    /// How it stands to the claim.
    pub stance: ClaimStance,
    /// Whether it says it in passing.
    pub in_passing: bool,
    /// Whether it is a copy of another: a spinner's words are nobody's.
    pub is_copy: bool,
    /// How many bytes it has.
    pub len: usize,
    /// What it says; absent where no clause was read.
    pub proposition: Option<&'a Proposition>,
}

/// A wording shorter than this tells too little, in bytes.
const TOO_SHORT: usize = 40;

/// The place of the plainest: one that affirms and says it for its own sake, names who and what and leaves nothing to "he" and "it";
/// of these no copy, then no headline, and of these the shortest.
pub fn plainest(instances: &[Worded]) -> usize {
    let key = |at: &usize| {
        let one = &instances[*at];
        let participants = one.proposition.map_or(&[][..], |proposition| &proposition.participants);
        let pronouns = participants.iter().filter(|participant| participant.is_pronoun).count();
        let headline = one.carrier == Carrier::Headline;
        let bare = participants.is_empty() || one.len < TOO_SHORT;
        (one.stance, one.in_passing, pronouns.min(1), bare, one.is_copy, headline, one.len, *at)
    };
    (0..instances.len()).min_by_key(key).unwrap_or(0)
}
