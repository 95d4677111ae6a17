//! Candidates of a story into groups that carry one claim, but for the values that they give.
//!
//! Candidates whose propositions tell of one happening go together. So do units at one place of one passage, and a quotation with the one that it goes on from.

use super::candidates::Candidate;
use super::collate::{Collated, Collation};
use super::happenings::{Happenings, PropositionRef, is_another};
use super::meaning::Meaning;
use super::proposition::PredicateKind;
use super::told::Told;
use super::units::Unit;
use crate::groups::Groups;
use crate::model::{ByteRange, Carrier, FamilyIdx, JoinReason, Report, SpeakerGrade, Stance, Statement};
use crate::text::{normalise, word_ranges};
use std::collections::{BTreeMap, BTreeSet};

/// Two candidates that carry one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// The one, by its place in the list.
    pub one: usize,
    /// The other, likewise.
    pub other: usize,
    /// The ground.
    pub reason: JoinReason,
    /// Words here and there that show it.
    pub words: Vec<(ByteRange, ByteRange)>,
}

/// What the gathering looks at.
pub struct Story<'a> {
    /// The units.
    pub units: &'a [Unit],
    /// Their candidates.
    pub candidates: &'a [Candidate],
    /// What each report tells.
    pub told: &'a [&'a Told],
    /// All statements of the account.
    pub statements: &'a [Statement],
    /// The reports.
    pub reports: &'a [Report],
    /// Which words mean the same.
    pub meaning: Meaning<'a>,
    /// The passages.
    pub collation: &'a Collation<'a>,
}

/// Least share of the words of the shorter of two units that the other has, too, in percent: edits may put whole clauses in the place
/// of others.
const SHARED_WORDS: usize = 34;

impl Story<'_> {
    /// Whether a unit is a statement that denies.
    pub fn is_denied(&self, unit: usize) -> bool {
        statement_of(self, unit).is_some_and(|one| one.stance == Stance::Denies)
    }

    /// Whether two candidates have words in common.
    fn share_words(&self, one: usize, other: usize) -> bool {
        let words = |at: usize| -> BTreeSet<String> {
            let candidate = &self.candidates[at];
            let text = &self.reports[self.units[candidate.unit].report.0 as usize].text;
            word_ranges(text, candidate.span).into_iter().map(|word| normalise(word.of(text))).collect()
        };
        let (here, there) = (words(one), words(other));
        100 * here.intersection(&there).count() >= SHARED_WORDS * here.len().min(there.len()).max(1)
    }

    /// Whether an edit made another happening of what one witness tells than of what the other tells.
    fn is_another(&self, one: usize, other: usize) -> bool {
        let clause = |at: usize| {
            let candidate = &self.candidates[at];
            let told = self.told[self.units[candidate.unit].report.0 as usize];
            candidate
                .proposition
                .map(|place| (&told.propositions[place as usize], told.slots[place as usize].as_slice()))
        };
        clause(one).zip(clause(other)).is_some_and(|(one, other)| is_another(one, other, &self.meaning))
    }
}

/// By candidate: the number of its group; and what joined them.
pub fn gather(story: &Story, happenings: &Happenings) -> (Vec<usize>, Vec<Joint>) {
    let mut joints = of_happenings(story, happenings);
    joints.extend(of_witnesses(story));
    joints.extend(of_speech(story));
    joints.extend(of_denials(story));
    let mut groups = Groups::new(story.candidates.len());
    joints.iter().for_each(|joint| groups.join(joint.one as u32, joint.other as u32));
    let of = (0..story.candidates.len()).map(|at| groups.first(at as u32) as usize).collect();
    (of, joints)
}

fn of_happenings(story: &Story, happenings: &Happenings) -> Vec<Joint> {
    let mut by_proposition: BTreeMap<PropositionRef, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in story.candidates.iter().enumerate() {
        if let Some(place) = candidate.proposition {
            let report = story.units[candidate.unit].report;
            by_proposition.entry(PropositionRef { report, place }).or_default().push(at);
        }
    }
    let first = |at: usize| by_proposition.get(&happenings.all[at]).and_then(|list| list.first()).copied();
    let ties = happenings.ties.iter().filter_map(|tie| {
        let (one, other) = (first(tie.one)?, first(tie.other)?);
        Some(Joint { one, other, reason: tie.reason, words: tie.sameness.words.clone() })
    });
    // One proposition may stand in a statement and in another inside it.
    let nested = by_proposition.values().flat_map(|list| list.windows(2)).map(|pair| Joint {
        one: pair[0],
        other: pair[1],
        reason: JoinReason::SameHappening,
        words: Vec::new(),
    });
    ties.chain(nested).collect()
}

/// Units that stand at one place of one passage: most of each.
fn of_witnesses(story: &Story) -> Vec<Joint> {
    let mut by_family: BTreeMap<FamilyIdx, Vec<(Collated, usize)>> = BTreeMap::new();
    for (at, unit) in story.units.iter().enumerate() {
        for collated in story.collation.places(unit.report, unit.span) {
            by_family.entry(collated.family).or_default().push((collated, at));
        }
    }
    let heads = heads(story);
    let mut joints = Vec::new();
    for places in by_family.values_mut() {
        places.sort_by_key(|(collated, at)| (collated.range, *at));
        for (nth, (here, one)) in places.iter().enumerate() {
            let next = places[nth + 1..].iter().take_while(|(there, _)| there.range.start < here.range.end);
            let same = next.filter(|(there, _)| {
                let most = here.range.len().max(there.range.len());
                here.passage != there.passage && 10 * here.range.overlap(there.range) >= 7 * most
            });
            if let Some((_, other)) = same.into_iter().next()
                && let (Some(one), Some(other)) = (heads[*one], heads[*other])
                && !story.is_another(one, other)
                && story.share_words(one, other)
            {
                joints.push(Joint { one, other, reason: JoinReason::Witnesses, words: Vec::new() });
            }
        }
    }
    joints
}

/// By unit: the first candidate that is what the unit says.
fn heads(story: &Story) -> Vec<Option<usize>> {
    let mut heads = vec![None; story.units.len()];
    for (at, candidate) in story.candidates.iter().enumerate().filter(|(_, candidate)| candidate.is_head) {
        heads[candidate.unit].get_or_insert(at);
    }
    heads
}

/// A quotation goes on from the statement before it.
fn of_speech(story: &Story) -> Vec<Joint> {
    let heads = heads(story);
    let mut joints = Vec::new();
    let mut before: Option<usize> = None;
    for (at, unit) in story.units.iter().enumerate() {
        let Carrier::Statement(place) = unit.carrier else { continue };
        // Who goes on after a denial says something of his own.
        let denies = |at: &usize| statement_of(story, *at).is_some_and(|one| one.stance == Stance::Denies);
        let goes_on = story.statements[place.0 as usize].continues && !before.as_ref().is_some_and(denies);
        if let Some(before) = before.filter(|before| goes_on && story.units[*before].report == unit.report)
            && let (Some(one), Some(other)) = (heads[before], heads[at])
        {
            joints.push(Joint { one, other, reason: JoinReason::GoesOn, words: Vec::new() });
        }
        before = Some(at);
    }
    joints
}

fn statement_of<'a>(story: &Story<'a>, unit: usize) -> Option<&'a Statement> {
    match story.units[unit].carrier {
        Carrier::Statement(place) => Some(&story.statements[place.0 as usize]),
        Carrier::Assertion | Carrier::Headline => None,
    }
}

/// "I have always disagreed with that": a denial that names nothing denies what somebody else is said to say just before it.
fn of_denials(story: &Story) -> Vec<Joint> {
    let heads = heads(story);
    let statement = |at: usize| statement_of(story, at);
    let mut joints = Vec::new();
    for (at, unit) in story.units.iter().enumerate() {
        let points_back =
            statement(at).is_some_and(|one| one.stance == Stance::Denies) && names_nothing(unit, story.told);
        if !points_back {
            continue;
        }
        // Of what is said one inside another the innermost: it begins last.
        let before = (0..at).rev().find(|other| {
            let there = &story.units[*other];
            there.report == unit.report
                && there.span.end <= unit.span.start
                && statement(*other).is_some_and(|said| names(story, said, unit))
                && (is_known(story, unit) || !between(story, there, unit).contains('\n'))
        });
        if let Some(before) = before
            && let (Some(one), Some(other)) = (heads[before], heads[at])
        {
            joints.push(Joint { one, other, reason: JoinReason::Denied, words: Vec::new() });
        }
    }
    joints
}

/// Whether a sentence names the speaker of a statement behind it: what is said of or by others is not his to deny.
fn names(story: &Story, said: &Statement, denial: &Unit) -> bool {
    let Carrier::Statement(place) = denial.carrier else { return false };
    let Some(speaker) = &story.statements[place.0 as usize].speaker else { return false };
    let name = speaker.name.range.of(&story.reports[speaker.name.report.0 as usize].text);
    let last = name.split_whitespace().next_back().unwrap_or(name);
    said.span.range.of(&story.reports[denial.report.0 as usize].text).contains(last)
}

/// Whether the report itself tells who denies.
fn is_known(story: &Story, denial: &Unit) -> bool {
    let Carrier::Statement(place) = denial.carrier else { return false };
    let speaker = &story.statements[place.0 as usize].speaker;
    speaker
        .as_ref()
        .is_some_and(|speaker| matches!(speaker.grade, SpeakerGrade::Stated | SpeakerGrade::Resolved))
}

/// The text between two units of a report. Paragraphs may come from other pages: nothing points back over their ends.
fn between<'a>(story: &Story<'a>, one: &Unit, other: &Unit) -> &'a str {
    let range = ByteRange { start: one.span.end, end: other.span.start };
    range.of(&story.reports[one.report.0 as usize].text)
}

/// Whether nobody and nothing but pronouns takes part in what a unit says, and it names no happening itself.
pub fn names_nothing(unit: &Unit, told: &[&Told]) -> bool {
    let told = told[unit.report.0 as usize];
    let all = || unit.all.iter().map(|place| &told.propositions[*place as usize]);
    let participants = || all().flat_map(|one| &one.participants);
    participants().next().is_some()
        && participants().all(|participant| participant.is_pronoun)
        && all().all(|one| one.kind != PredicateKind::Noun)
}
