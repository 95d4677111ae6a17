//! How each instance stands to its claim: it affirms, alleges or denies.
//!
//! Who denies something says that it is not so. So does who says it with "not", where others say it without; a claim that all
//! say with "not" is one that nothing happened, and all of them affirm it.

use super::gathering::{Story, names_nothing};
use super::meaning::{Likeness, Meaning};
use super::proposition::Proposition;
use crate::model::{ByteRange, Carrier, ClaimStance, Stance};
use std::collections::BTreeSet;

/// A stance and the words that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The stance.
    pub stance: ClaimStance,
    /// The words that deny or allege.
    pub marker: Option<ByteRange>,
}

/// The stances of the candidates that carry a claim, in their order.
pub fn standings(story: &Story, members: &[usize], meaning: &Meaning) -> Vec<Standing> {
    let mut read: Vec<Read> = members.iter().map(|at| read(story, *at)).collect();
    // Who says that somebody lost denies that he won; the word that comes first is the one that is denied.
    if let Some((lemma, _)) = read.first().and_then(|first| first.predicate) {
        for one in &mut read {
            one.opposite =
                one.predicate.filter(|(own, _)| meaning.are_opposite(lemma, own)).map(|(_, range)| range);
        }
    }
    // "I heard a crack. Nobody had warned us": one quotation that goes on, and the second half denies nothing in the first.
    let said_plainly: BTreeSet<&str> =
        read.iter().filter(|one| one.negation.is_none()).filter_map(|one| Some(one.predicate?.0)).collect();
    for one in read.iter_mut().filter(|_| !said_plainly.is_empty()) {
        let is_other =
            |lemma: &str| said_plainly.iter().all(|plain| meaning.likeness(lemma, plain) == Likeness::None);
        if one.negation.is_some() && one.predicate.is_some_and(|(lemma, _)| is_other(lemma)) {
            one.negation = None;
        }
    }
    // Words without "not" that a denial gives do not make the claim a plain one: only who affirms does.
    let affirmed = |one: &&Read| one.denial.is_none();
    let is_negative = read.iter().any(|one| affirmed(&one))
        && read.iter().filter(affirmed).all(|one| one.negation.is_some());
    read.iter().map(|one| one.standing(is_negative)).collect()
}

struct Read<'a> {
    /// The lemma of the predicate, and its words.
    predicate: Option<(&'a str, ByteRange)>,
    /// The predicate, where it means the opposite of the first.
    opposite: Option<ByteRange>,
    /// The cue of a statement that denies.
    denial: Option<Option<ByteRange>>,
    /// Whether it denies whatever stands before it.
    points_back: bool,
    negation: Option<ByteRange>,
    /// Whether "not" stands before the clause: "it is not true that".
    is_called_untrue: bool,
    hedge: Option<ByteRange>,
}

impl Read<'_> {
    fn standing(&self, is_negative: bool) -> Standing {
        let negated = (self.negation.is_some() != is_negative) != self.opposite.is_some();
        match (self.denial, negated) {
            // "There is no truth in it": the cue and the negation are one denial.
            (Some(cue), _) if self.points_back || self.is_called_untrue => {
                Standing { stance: ClaimStance::Denies, marker: cue }
            }
            (Some(cue), false) => Standing { stance: ClaimStance::Denies, marker: cue },
            (None, true) => Standing { stance: ClaimStance::Denies, marker: self.negation.or(self.opposite) },
            // Denied that it did not happen, or plain.
            _ => match self.hedge {
                Some(hedge) => Standing { stance: ClaimStance::Alleges, marker: Some(hedge) },
                None => Standing { stance: ClaimStance::Affirms, marker: None },
            },
        }
    }
}

fn read<'a>(story: &Story<'a>, at: usize) -> Read<'a> {
    let candidate = &story.candidates[at];
    let unit = &story.units[candidate.unit];
    let told = &story.told[unit.report.0 as usize];
    let one: Option<&'a Proposition> = candidate.proposition.map(|place| &told.propositions[place as usize]);
    let denial = match unit.carrier {
        Carrier::Statement(place) if candidate.is_head => {
            let statement = &story.statements[place.0 as usize];
            (statement.stance == Stance::Denies).then_some(statement.cue)
        }
        _ => None,
    };
    let points_back = denial.is_some() && names_nothing(unit, story.told);
    Read {
        predicate: one.map(|one| (one.lemma.as_str(), one.predicate)),
        opposite: None,
        denial,
        points_back,
        negation: one.and_then(|one| one.negation),
        is_called_untrue: one.is_some_and(|one| one.is_called_untrue),
        hedge: one.and_then(|one| one.hedge),
    }
}
