//! How many origins stand behind a claim, as a range.

use super::parties::{Parties, tied_parts};
use crate::model::{ClaimStance, Counts, MayBeOne, OriginCount, OriginWho, VoiceIdx};
use std::collections::{BTreeMap, BTreeSet};

/// An origin as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Its number, which `may_be_one` refers to.
    pub number: u32,
    /// Who it is.
    pub who: OriginWho,
    /// Whether only an edit put it there.
    pub by_edit: bool,
    /// The stances of its instances.
    pub stances: Vec<ClaimStance>,
}

/// The counts of a claim.
pub fn counts(origins: &[Counted], ties: &[MayBeOne], parties: &Parties) -> Counts {
    let with = |test: &dyn Fn(&Counted) -> bool| {
        let counted: Vec<&Counted> = origins.iter().filter(|origin| test(origin)).collect();
        count(&counted, ties, parties)
    };
    let says_so = |stance: &ClaimStance| *stance != ClaimStance::Denies;
    Counts {
        affirm: with(&|origin| origin.stances.iter().any(says_so)),
        allege: with(&|origin| {
            let mut plain = origin.stances.iter().filter(|stance| says_so(stance)).peekable();
            plain.peek().is_some() && plain.all(|stance| *stance == ClaimStance::Alleges)
        }),
        deny: with(&|origin| origin.stances.contains(&ClaimStance::Denies)),
    }
}

/// Named speakers, those that may be one counted once; then the unnamed that none of those could be.
fn count(origins: &[&Counted], ties: &[MayBeOne], parties: &Parties) -> OriginCount {
    let pairs: Vec<(usize, usize)> =
        ties.iter().map(|tie| (tie.one.0 as usize, tie.other.0 as usize)).collect();
    let speakers = |unnamed: bool| -> Vec<usize> {
        let of = |origin: &&&Counted| {
            let voice = voice(origin.who);
            !origin.by_edit && voice.is_some_and(|voice| parties.is_unnamed(voice) == unnamed)
        };
        origins.iter().filter(of).map(|origin| origin.number as usize).collect()
    };
    let (named, mut unnamed) = (speakers(false), speakers(true));
    // Who may be somebody who may be a named one may be that one, too.
    let mut tied: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (one, other) in &pairs {
        tied.entry(*one).or_default().push(*other);
        tied.entry(*other).or_default().push(*one);
    }
    let mut open: BTreeSet<usize> = unnamed.iter().copied().collect();
    let mut next = named.clone();
    let mut covered = BTreeSet::new();
    while let Some(at) = next.pop() {
        for other in tied.get(&at).into_iter().flatten().filter(|other| open.remove(other)) {
            covered.insert(*other);
            next.push(*other);
        }
    }
    unnamed.retain(|number| !covered.contains(number));
    OriginCount {
        at_least: (tied_parts(&named, &pairs) + tied_parts(&unnamed, &pairs)) as u32,
        at_most: origins.len() as u32,
    }
}

fn voice(who: OriginWho) -> Option<VoiceIdx> {
    match who {
        OriginWho::Voice(voice) => Some(voice),
        OriginWho::Report(_) | OriginWho::Family(_) => None,
    }
}
