//! What is claimed, and who stands behind it?
//!
//! In: what each report tells (propositions, read from the trees of its sentences by [`told`]), statements with speakers,
//! passages with their lineage, stories, datings. Out: claims with their instances and origins, story by story. Invariants: each
//! instance is in one claim and has one origin; a copy adds no origin; what nobody is named for adds nothing to "at
//! least"; time goes with the pairs that share a predicate, and not with the square of the sentences.
//!
//! | module | question |
//! |---|---|
//! | `clauses`, `idioms`, `held`, `bought`, `untrue`, `words`, `proposition` | what does a clause say, and who takes part? |
//! | `slots`, `values` | how many, and when; and which of two values can both hold? |
//! | `told` | what does one report tell? |
//! | `units`, `candidates` | which words may carry a claim? |
//! | `frames`, `meaning`, `weights`, `answers` | which words mean the same, and how telling are they? |
//! | `sameness`, `happenings` | which propositions tell of one happening? |
//! | `collate`, `gathering`, `splitting` | which candidates carry one claim? |
//! | `stance` | who affirms, alleges, denies? |
//! | `parties`, `origins`, `counts` | who stands behind it, and how many are they? |
//! | `plainest`, `silence` | in whose words is it told, and who does not tell it? |
//! | `assembling` | all of it as the account holds it |

mod answers;
mod assembling;
mod bought;
mod candidates;
pub(crate) mod clauses;
#[cfg(test)]
mod clauses_tests;
mod collate;
mod counts;
mod frames;
mod gathering;
mod happenings;
mod held;
mod idioms;
mod meaning;
mod origins;
mod parties;
mod plainest;
mod proposition;
mod sameness;
mod signs;
mod silence;
pub(crate) mod slots;
mod splitting;
mod stance;
mod told;
mod units;
mod untrue;
mod values;
mod weights;
mod words;

pub use answers::Answers;
pub use collate::Collation;
pub use meaning::{Likeness, Meaning};
pub use proposition::{Participant, PredicateKind, Proposition, Role, has_own_name, is_place};
pub use sameness::counts_alike;
pub use signs::{Sign, Signs, WEIGHTS};
pub use slots::{NumberSlot, Slot, SlotKind, TimeSlot};
pub use told::{Told, told};
pub use units::{Unit, units};

use crate::decision::OnClaims;
use crate::language;
use crate::model::{
    Dating, Descent, Edit, Family, JoinReason, Passage, Report, ReportIdx, Statement, StatementIdx,
    Story as StoryParts, StoryIdx, Voice,
};
use crate::text::Reading;
use assembling::{Assembling, Texts, joints_of};
pub use assembling::{Backing, Claims};
use gathering::{Joint, Story};
pub use happenings::{Happenings, PropositionRef, happenings, pairs};
use origins::{Parents, Speakers};
pub use parties::Parties;
use rayon::prelude::*;
use splitting::{Values, split, values};
use std::collections::{BTreeMap, BTreeSet};
pub use values::{Between, Count, NamedTime, apart_in_time, between, contradicting, counts_of, times_of};
pub use weights::Weights;

/// What is known of a pile before its claims are looked for.
#[derive(Clone, Copy)]
pub struct Pile<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// Their readings.
    pub readings: &'a [&'a Reading],
    /// What each tells.
    pub told: &'a [&'a Told],
    /// When each was published.
    pub datings: &'a [Dating],
    /// Who said what.
    pub statements: &'a [Statement],
    /// The speakers.
    pub voices: &'a [Voice],
    /// What was copied.
    pub passages: &'a [Passage],
    /// The same, by family.
    pub families: &'a [Family],
    /// How it was changed.
    pub edits: &'a [Edit],
    /// Who copied whom.
    pub lineage: &'a [Descent],
}

/// Finds the claims of all stories, story by story.
pub fn find_claims(pile: Pile, stories: &[StoryParts], parties: &Parties, meaning: Meaning) -> Claims {
    find_claims_as_decided(pile, stories, parties, meaning, &mut OnClaims::default())
}

/// The same, as a person decided.
pub(crate) fn find_claims_as_decided(
    pile: Pile,
    stories: &[StoryParts],
    parties: &Parties,
    meaning: Meaning,
    decided: &mut OnClaims,
) -> Claims {
    let collation = Collation::of(pile.passages, pile.families, pile.edits);
    let parents = Parents::of(pile.lineage);
    let is_unread =
        |report: &Report| silence::is_cut_off(report) || language::foreign_language(report).is_some();
    let cut_off: Vec<bool> = pile.reports.par_iter().map(is_unread).collect();
    let mut units = units_by_story(pile, stories);
    let mut found = Claims::default();
    let mut before = 0;
    for (idx, story) in stories.iter().enumerate() {
        let members: BTreeSet<ReportIdx> = story.parts.iter().map(|part| part.report).collect();
        let answers = Answers::default();
        let meaning = meaning.remembering(&answers);
        let units = std::mem::take(&mut units[idx]);
        let weights = Weights::of(members.iter().map(|report| pile.told[report.0 as usize].all_words()));
        let candidates = candidates::candidates(&units, pile.told);
        let story = Story {
            units: &units,
            candidates: &candidates,
            told: pile.told,
            statements: pile.statements,
            reports: pile.reports,
            meaning,
            collation: &collation,
        };
        let happenings =
            happenings::happenings(&units, pile.told, pile.reports, &collation, &weights, &meaning);
        let (groups, mut joints) = gathering::gather(&story, &happenings);
        let mut claims = claims_of(&story, &groups, pile.reports, &meaning);
        joints.extend(as_decided(&story, &mut claims, decided));
        let texts = Texts::of(&story, &joints, &parents);
        let assembling = Assembling {
            story: &story,
            idx: StoryIdx(idx as u32),
            members,
            datings: pile.datings,
            speakers: Speakers { statements: pile.statements, voices: pile.voices, parties },
            parties,
            before,
            joints: &joints,
            joints_of: joints_of(candidates.len(), &joints),
            cut_off: &cut_off,
        };
        for (group, members) in claims {
            assembling.add((before + group, &members), &texts, &mut found);
        }
        before += candidates.len();
    }
    found
}

/// Has decisions take effect on the claims of a story, and says what they joined.
fn as_decided(story: &Story, claims: &mut Vec<(usize, Vec<usize>)>, decided: &mut OnClaims) -> Vec<Joint> {
    let spans: Vec<_> = story.candidates.iter().map(|one| (story.units[one.unit].report, one.span)).collect();
    let units: Vec<usize> = story.candidates.iter().map(|one| one.unit).collect();
    let came = decided.apply(claims, &spans, &units);
    let joined = came.into_iter().filter_map(|one| {
        let (_, members) = claims.iter().find(|(_, members)| members.contains(&one))?;
        let other = *members.iter().find(|member| **member != one)?;
        Some(Joint { one, other, reason: JoinReason::Decided, words: Vec::new() })
    });
    joined.collect()
}

/// The units of each story, by report and place; those that lie in no story are left out.
fn units_by_story(pile: Pile, stories: &[StoryParts]) -> Vec<Vec<Unit>> {
    let mut own: Vec<Vec<(StatementIdx, &Statement)>> = vec![Vec::new(); pile.reports.len()];
    for (place, one) in pile.statements.iter().enumerate() {
        own[one.span.report.0 as usize].push((StatementIdx(place as u32), one));
    }
    let mut parts: Vec<Vec<(crate::model::ByteRange, usize)>> = vec![Vec::new(); pile.reports.len()];
    for (idx, story) in stories.iter().enumerate() {
        story.parts.iter().for_each(|part| parts[part.report.0 as usize].push((part.range, idx)));
    }
    let mut found = vec![Vec::new(); stories.len()];
    for idx in 0..pile.reports.len() {
        let units = units::units(ReportIdx(idx as u32), pile.readings[idx], pile.told[idx], &own[idx]);
        for unit in units {
            let story = parts[idx].iter().find(|(part, _)| part.contains(unit.span)).map(|(_, story)| *story);
            if let Some(story) = story {
                found[story].push(unit);
            }
        }
    }
    found
}

/// The candidates that carry each claim, with the group they were split from, in the order of the first of each.
fn claims_of(
    story: &Story,
    groups: &[usize],
    reports: &[Report],
    meaning: &Meaning,
) -> Vec<(usize, Vec<usize>)> {
    let mut by_group: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        by_group.entry(*group).or_default().push(at);
    }
    let value = |at: usize| {
        let candidate = &story.candidates[at];
        let report = story.units[candidate.unit].report.0 as usize;
        let told = story.told[report];
        let of = |place: u32| {
            let place = place as usize;
            let one = &told.propositions[place];
            let denied = one.negation.is_some() || story.is_denied(candidate.unit);
            values(one, denied, &told.slots[place], &reports[report].text)
        };
        candidate.proposition.map_or_else(Values::default, of)
    };
    let mut claims: Vec<(usize, Vec<usize>)> = by_group
        .iter()
        .flat_map(|(group, members)| {
            let said = is_said(story, members);
            let values: Vec<_> = members.iter().map(|at| value(*at)).collect();
            split(members, &values, meaning).into_iter().map(move |part| (*group, said, part))
        })
        .map(|(group, said, members)| (group, carriers(story, &members, said)))
        .filter(|(_, members)| !members.is_empty())
        .collect();
    claims.sort_unstable_by(|one, other| one.1.cmp(&other.1));
    claims
}

/// Whether a group is said by anybody for its own sake, or said with "not" by some and without by others.
fn is_said(story: &Story, members: &[usize]) -> bool {
    let negated = |at: &usize| {
        let candidate = &story.candidates[*at];
        let told = story.told[story.units[candidate.unit].report.0 as usize];
        candidate.proposition.is_some_and(|place| told.propositions[place as usize].negation.is_some())
    };
    members.iter().any(|at| story.candidates[*at].is_head)
        || members.iter().any(negated) && !members.iter().all(negated)
}

/// Whether a clause said in passing tells something: "the charges" names a happening and tells nothing of it.
fn tells(story: &Story, candidate: &candidates::Candidate) -> bool {
    let told = story.told[story.units[candidate.unit].report.0 as usize];
    candidate.proposition.is_some_and(|place| {
        let one = &told.propositions[place as usize];
        let whole = !matches!(one.kind, PredicateKind::Noun);
        whole || one.negation.is_some() || one.participants.iter().any(|participant| !participant.is_pronoun)
    })
}

/// Of the candidates of a group those that are instances: what is said for its own sake; and what is said in passing, where
/// another unit says it for its own sake.
fn carriers(story: &Story, members: &[usize], said: bool) -> Vec<usize> {
    let candidate = |at: usize| &story.candidates[at];
    let headed: BTreeSet<usize> =
        members.iter().filter(|at| candidate(**at).is_head).map(|at| candidate(*at).unit).collect();
    let mut seen = BTreeSet::new();
    let carries = |at: &&usize| {
        let one = candidate(**at);
        let in_passing =
            said && !headed.contains(&one.unit) && !story.is_denied(one.unit) && tells(story, one);
        (one.is_head || in_passing) && seen.insert(one.unit)
    };
    members.iter().filter(carries).copied().collect()
}
