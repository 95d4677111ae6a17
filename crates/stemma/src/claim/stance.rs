//! How each instance stands to its claim: it affirms, alleges or denies.
//!
//! Who denies something says that it is not so. So does who says it with "not", where others say it without; a claim that all
//! say with "not" is one that nothing happened, and all of them affirm it.

use super::gathering::Story;
use super::proposition::Proposition;
use crate::model::{ByteRange, Carrier, ClaimStance, Stance};

/// A stance and the words that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The stance.
    pub stance: ClaimStance,
    /// The words that deny or allege.
    pub marker: Option<ByteRange>,
}

/// The stances of the candidates that carry a claim, in their order.
pub fn standings(story: &Story, members: &[usize]) -> Vec<Standing> {
    let read: Vec<Read> = members.iter().map(|at| read(story, *at)).collect();
    // Words without "not" that a denial gives do not make the claim a plain one: only who affirms does.
    let affirmed = |one: &&Read| one.denial.is_none();
    let is_negative = read.iter().any(|one| affirmed(&one))
        && read.iter().filter(affirmed).all(|one| one.negation.is_some());
    read.iter().map(|one| one.standing(is_negative)).collect()
}

struct Read {
    /// The cue of a statement that denies.
    denial: Option<Option<ByteRange>>,
    negation: Option<ByteRange>,
    hedge: Option<ByteRange>,
}

impl Read {
    fn standing(&self, is_negative: bool) -> Standing {
        let negated = self.negation.is_some() != is_negative;
        match (self.denial, negated) {
            (Some(cue), false) => Standing { stance: ClaimStance::Denies, marker: cue },
            (None, true) => Standing { stance: ClaimStance::Denies, marker: self.negation },
            // Denied that it did not happen, or plain.
            _ => match self.hedge {
                Some(hedge) => Standing { stance: ClaimStance::Alleges, marker: Some(hedge) },
                None => Standing { stance: ClaimStance::Affirms, marker: None },
            },
        }
    }
}

fn read(story: &Story, at: usize) -> Read {
    let candidate = &story.candidates[at];
    let unit = &story.units[candidate.unit];
    let told = &story.told[unit.report.0 as usize];
    let one: Option<&Proposition> = candidate.proposition.map(|place| &told.propositions[place as usize]);
    let denial = match unit.carrier {
        Carrier::Statement(place) if candidate.is_head => {
            let statement = &story.statements[place.0 as usize];
            (statement.stance == Stance::Denies).then_some(statement.cue)
        }
        _ => None,
    };
    Read { denial, negation: one.and_then(|one| one.negation), hedge: one.and_then(|one| one.hedge) }
}
