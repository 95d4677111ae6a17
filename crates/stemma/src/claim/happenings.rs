//! Propositions of a story into happenings: what several of them tell of.
//!
//! First the witnesses of one passage: what stands at one place of it tells of one happening, whatever words were
//! put there. Then what means the same, by average linkage, so that no chain of half likenesses makes one of two.

use super::collate::{Collated, Collation};
use super::meaning::{Likeness, Meaning};
use super::proposition::Proposition;
use super::sameness::{Clause, ENOUGH, Sameness, compare, may_count_alike, signs};
use super::signs::Signs;
use super::slots::{NumberSlot, Slot, SlotKind};
use super::told::Told;
use super::units::Unit;
use super::values::{NamedTime, times_of};
use super::weights::Weights;
use crate::groups::Groups;
use crate::linkage::average_linkage;
use crate::model::{ByteRange, FamilyIdx, JoinReason, Report, ReportIdx};
use std::collections::BTreeMap;

/// Most propositions with one key that are compared pair by pair; of more, each with the ones before it, so many.
const MOST_COMPARED: usize = 60;

/// A proposition of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PropositionRef {
    /// The report.
    pub report: ReportIdx,
    /// Its place in what the report tells.
    pub place: u32,
}

/// Why two propositions are one happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The one, by its place in the list of all.
    pub one: usize,
    /// The other, likewise.
    pub other: usize,
    /// The ground.
    pub reason: JoinReason,
    /// What shows it.
    pub sameness: Sameness,
}

/// The happenings of a story.
#[derive(Debug, Default)]
pub struct Happenings {
    /// The propositions, by report and place.
    pub all: Vec<PropositionRef>,
    /// What joined them: first witnesses, then the most alike first.
    pub ties: Vec<Tie>,
}

impl Happenings {
    /// By proposition: the first of those that are one happening with it.
    pub fn groups(&self) -> Vec<usize> {
        let mut groups = Groups::new(self.all.len());
        self.ties.iter().for_each(|tie| groups.join(tie.one as u32, tie.other as u32));
        (0..self.all.len()).map(|at| groups.first(at as u32) as usize).collect()
    }
}

/// Finds the happenings that the units of a story tell of; `told` is by report.
pub fn happenings(
    units: &[Unit],
    told: &[&Told],
    reports: &[Report],
    collation: &Collation,
    weights: &Weights,
    meaning: &Meaning,
) -> Happenings {
    let mut all: Vec<PropositionRef> = units
        .iter()
        .flat_map(|unit| unit.all.iter().map(|place| PropositionRef { report: unit.report, place: *place }))
        .collect();
    all.sort_unstable();
    all.dedup();
    let mut ties = witness_ties(&all, told, collation);
    let clause = |at: usize| {
        (
            &told[all[at].report.0 as usize].propositions[all[at].place as usize],
            told[all[at].report.0 as usize].slots[all[at].place as usize].as_slice(),
        )
    };
    ties.retain(|tie| !is_another(clause(tie.one), clause(tie.other), meaning));
    let mut witnesses = Groups::new(all.len());
    ties.iter().for_each(|tie| witnesses.join(tie.one as u32, tie.other as u32));
    let text: Vec<usize> = (0..all.len()).map(|at| witnesses.first(at as u32) as usize).collect();
    let compared = compared(&Clauses::of(&all, told, reports, weights), meaning);
    // Witnesses of one passage are one thing: the likest of them speak for it, unless any rules it out.
    let mut pairs: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for tie in &compared {
        let (a, b) = (text[tie.one], text[tie.other]);
        if a != b {
            let points = pairs.entry((a.min(b), a.max(b))).or_insert(tie.sameness.points);
            let (low, high) = ((*points).min(tie.sameness.points), (*points).max(tie.sameness.points));
            *points = if low < 0 { low } else { high };
        }
    }
    let groups = average_linkage(all.len(), &pairs, ENOUGH);
    let of: Vec<usize> = text.iter().map(|first| groups[*first]).collect();
    let mut joining: Vec<Tie> = compared
        .into_iter()
        .filter(|tie| tie.sameness.points >= ENOUGH && of[tie.one] == of[tie.other])
        .collect();
    joining.sort_by_key(|tie| (std::cmp::Reverse(tie.sameness.points), tie.one, tie.other));
    ties.extend(joining);
    Happenings { all, ties }
}

/// Whether an edit made another happening of it: another kind of thing happened, or to another number of others.
pub fn is_another(one: (&Proposition, &[Slot]), other: (&Proposition, &[Slot]), meaning: &Meaning) -> bool {
    let counted = |slots: &'_ [Slot]| -> Vec<NumberSlot> {
        let number = |slot: &Slot| match &slot.kind {
            SlotKind::Number(number) if number.is_counted() && number.stated.is_some() => {
                Some(number.clone())
            }
            _ => None,
        };
        slots.iter().filter_map(number).collect()
    };
    let (here, there) = (counted(one.1), counted(other.1));
    let others =
        |a: &NumberSlot| there.iter().all(|b| a.stated != b.stated && !may_count_alike(a, b, meaning));
    let of_others = !here.is_empty() && !there.is_empty() && here.iter().all(others);
    meaning.are_apart(&one.0.lemma, &other.0.lemma)
        || of_others
        || have_nothing_in_common(one.0, other.0, meaning)
}

/// Whether an edit put something else in the place: neither what is told nor anybody in it is alike.
fn have_nothing_in_common(one: &Proposition, other: &Proposition, meaning: &Meaning) -> bool {
    let alike = |a: &str, b: &str| meaning.likeness(a, b) != Likeness::None;
    let mut pairs = one.participants.iter().flat_map(|a| other.participants.iter().map(move |b| (a, b)));
    !one.participants.is_empty()
        && !other.participants.is_empty()
        && !alike(&one.lemma, &other.lemma)
        && !pairs.any(|(a, b)| {
            let crossed = a.others.contains(&b.lemma) || b.others.contains(&a.lemma);
            crossed || alike(&a.lemma, &b.lemma) || a.others.iter().any(|word| b.others.contains(word))
        })
}

/// Propositions that stand at one place of one passage.
fn witness_ties(all: &[PropositionRef], told: &[&Told], collation: &Collation) -> Vec<Tie> {
    let predicate =
        |at: usize| told[all[at].report.0 as usize].propositions[all[at].place as usize].predicate;
    let mut by_family: BTreeMap<FamilyIdx, Vec<(Collated, usize)>> = BTreeMap::new();
    for (at, place) in all.iter().enumerate() {
        for collated in collation.places(place.report, predicate(at)) {
            by_family.entry(collated.family).or_default().push((collated, at));
        }
    }
    let mut ties = Vec::new();
    for places in by_family.values_mut() {
        places.sort_by_key(|(collated, at)| (collated.range, *at));
        for pair in places.windows(2) {
            let ((here, one), (there, other)) = (pair[0], pair[1]);
            let meets = here.range.overlap(there.range) > 0 || here.range == there.range;
            if meets && here.passage != there.passage {
                let sameness = Sameness { points: i64::MAX, words: vec![(predicate(one), predicate(other))] };
                ties.push(Tie { one, other, reason: JoinReason::Witnesses, sameness });
            }
        }
    }
    ties
}

/// The clauses of a story, laid out for comparing.
struct Clauses<'a> {
    all: &'a [PropositionRef],
    told: &'a [&'a Told],
    times: Vec<Vec<(NamedTime, ByteRange)>>,
    weights: &'a Weights,
}

impl<'a> Clauses<'a> {
    fn of(
        all: &'a [PropositionRef],
        told: &'a [&'a Told],
        reports: &'a [Report],
        weights: &'a Weights,
    ) -> Self {
        let own = |place: &PropositionRef| told[place.report.0 as usize];
        let slots = |place: &PropositionRef| own(place).slots[place.place as usize].as_slice();
        let text = |place: &PropositionRef| reports[place.report.0 as usize].text.as_str();
        Clauses {
            all,
            told,
            times: all.iter().map(|place| times_of(slots(place), text(place))).collect(),
            weights,
        }
    }

    fn at(&self, at: usize) -> Clause<'_> {
        let PropositionRef { report, place } = self.all[at];
        let told = self.told[report.0 as usize];
        let proposition = &told.propositions[place as usize];
        Clause {
            proposition,
            slots: &told.slots[place as usize],
            times: &self.times[at],
            is_lead: proposition.sentence <= told.n_titles,
            rarity: self.weights.weight(&proposition.lemma),
        }
    }
}

/// All pairs that are compared, with what speaks for and against them.
pub fn pairs(
    all: &[PropositionRef],
    told: &[&Told],
    reports: &[Report],
    weights: &Weights,
    meaning: &Meaning,
) -> Vec<(usize, usize, Signs)> {
    let clauses = Clauses::of(all, told, reports, weights);
    let mut keys = Keys::default();
    let mut found = Vec::new();
    for at in 0..all.len() {
        for before in keys.before(at, clauses.at(at), meaning) {
            found.push((before, at, signs(clauses.at(before), clauses.at(at), meaning).0));
        }
    }
    found
}

/// Pairs that share a predicate, or a number, and how alike they are; what shows it only where that is enough.
fn compared(clauses: &Clauses, meaning: &Meaning) -> Vec<Tie> {
    let tie = |one: usize, other: usize| {
        let (here, there) = (clauses.at(one), clauses.at(other));
        let mut sameness = compare(here, there, meaning);
        let reason = match sameness.words.first() {
            Some((word, _)) if *word == here.proposition.predicate => JoinReason::SameHappening,
            _ => JoinReason::SameQuantity,
        };
        if sameness.points < ENOUGH {
            sameness.words = Vec::new();
        }
        Tie { one, other, reason, sameness }
    };
    let mut keys = Keys::default();
    let mut ties = Vec::new();
    for at in 0..clauses.all.len() {
        let before = keys.before(at, clauses.at(at), meaning);
        ties.extend(before.into_iter().map(|before| tie(before, at)));
    }
    ties
}

/// Propositions under the keys that they are found by.
#[derive(Default)]
struct Keys<'a> {
    /// The numbers of keys.
    numbers: BTreeMap<String, usize>,
    /// By lemma of a predicate: its keys.
    of_lemma: BTreeMap<&'a str, Vec<usize>>,
    /// By key: the propositions that were added, in order.
    places: Vec<Vec<usize>>,
}

impl<'a> Keys<'a> {
    /// Adds a proposition; those before it that it is compared with, in order.
    fn before(&mut self, at: usize, one: Clause<'a>, meaning: &Meaning) -> Vec<usize> {
        let lemma = one.proposition.lemma.as_str();
        if !self.of_lemma.contains_key(lemma) {
            let keys = meaning.keys(lemma).into_iter().map(|key| self.number(key)).collect();
            self.of_lemma.insert(lemma, keys);
        }
        let mut keys = self.of_lemma[lemma].clone();
        let numbers = one.slots.iter().filter_map(|slot| slot.telling_number());
        keys.extend(numbers.map(|number| self.number(format!("# {number}"))));
        let mut before = Vec::new();
        for key in keys {
            let places = &mut self.places[key];
            before.extend_from_slice(&places[places.len().saturating_sub(MOST_COMPARED)..]);
            places.push(at);
        }
        before.sort_unstable();
        before.dedup();
        before.retain(|before| *before != at);
        before
    }

    fn number(&mut self, key: String) -> usize {
        let next = self.places.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.places.push(Vec::new());
        }
        number
    }
}
