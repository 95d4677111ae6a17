//! Groups of candidates into claims with their instances and origins, as the account holds them.

use super::candidates::Candidate;
use super::collate::Collation;
use super::counts::{Counted, counts};
use super::gathering::{Joint, Story};
use super::happenings::PropositionRef;
use super::origins::{Bearer, Behind, Ground, Likenesses, Parents, Root, Speakers, behind};
use super::parties::Parties;
use super::plainest::{Worded, plainest};
use super::proposition::Proposition;
use super::silence::silences;
use super::slots::SlotKind;
use super::stance::{Standing, standings};
use crate::groups::Groups;
use crate::model::{
    ByteRange, Claim, ClaimIdx, ClaimPart, ClaimRole, ClaimStance, Dating, FamilyIdx, Instance, InstanceIdx,
    Join, JoinReason, MayBeOne, Origin, OriginGround, OriginIdx, OriginWho, PassageIdx, ReportIdx, Span,
    StoryIdx,
};
use crate::text::{normalise, word_ranges};
use std::collections::{BTreeMap, BTreeSet};

/// Claims, instances and origins, as they are numbered in the account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    /// The claims.
    pub claims: Vec<Claim>,
    /// Their instances, claim by claim.
    pub instances: Vec<Instance>,
    /// Their origins, claim by claim.
    pub origins: Vec<Origin>,
    /// What the account does not hold, and a look at what cannot all hold needs.
    pub backing: Backing,
}

/// What stands behind claims and instances.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backing {
    /// By claim: the group of candidates that it was split from.
    pub groups: Vec<usize>,
    /// By instance: its proposition; absent where no clause was read.
    pub propositions: Vec<Option<PropositionRef>>,
    /// By instance: the number of the text that it shares with others; absent where it shares none.
    pub texts: Vec<Option<usize>>,
}

/// What claims are put together from.
pub struct Assembling<'a> {
    /// The story.
    pub story: &'a Story<'a>,
    /// Its number.
    pub idx: StoryIdx,
    /// The reports of the story.
    pub members: BTreeSet<ReportIdx>,
    /// When they were published.
    pub datings: &'a [Dating],
    /// Who says what.
    pub speakers: Speakers<'a>,
    /// Which speakers may be one.
    pub parties: &'a Parties<'a>,
    /// How many candidates the stories before it have: groups and texts are counted over all stories.
    pub before: usize,
    /// What joins the candidates.
    pub joints: &'a [Joint],
    /// By candidate: the places of what joins it.
    pub joints_of: Vec<Vec<usize>>,
    /// By report: whether its text breaks off.
    pub cut_off: &'a [bool],
}

/// By candidate: the places of the joints that it is part of, in order.
pub fn joints_of(n_candidates: usize, joints: &[Joint]) -> Vec<Vec<usize>> {
    let mut of = vec![Vec::new(); n_candidates];
    for (place, joint) in joints.iter().enumerate() {
        of[joint.one].push(place);
        of[joint.other].push(place);
    }
    of
}

/// Least share of their words that two sentences have in common where one speaker was put in the place of another, in percent (Dice).
const COPY: usize = 85;

/// The witnesses that the candidates of a story are.
pub struct Texts {
    /// By candidate: its text, where it shares one.
    of: Vec<Option<usize>>,
    /// By candidate: the witness it lies in.
    passages: Vec<Option<(FamilyIdx, PassageIdx)>>,
    /// By text: the witness that all others go back to, where that is known.
    roots: BTreeMap<usize, Option<Root>>,
}

impl Texts {
    /// Which candidates are witnesses of one text, by what joined them.
    pub fn of(story: &Story, joints: &[Joint], parents: &Parents) -> Self {
        let mut groups = Groups::new(story.candidates.len());
        let mut shared = BTreeSet::new();
        for joint in joints.iter().filter(|joint| joint.reason == JoinReason::Witnesses) {
            groups.join(joint.one as u32, joint.other as u32);
            shared.extend([joint.one, joint.other]);
        }
        let of: Vec<Option<usize>> = (0..story.candidates.len())
            .map(|at| shared.contains(&at).then(|| groups.first(at as u32) as usize))
            .collect();
        let passages: Vec<_> =
            (0..of.len()).map(|at| of[at].and(witness(story, story.collation, at))).collect();
        let mut witnesses: BTreeMap<usize, Vec<Root>> = BTreeMap::new();
        for (at, (text, passage)) in of.iter().zip(&passages).enumerate() {
            if let (Some(text), Some((_, passage))) = (text, passage) {
                let report = story.units[story.candidates[at].unit].report;
                witnesses.entry(*text).or_default().push((*passage, report));
            }
        }
        let root = |list: &[Root]| {
            let witnesses: Vec<PassageIdx> = list.iter().map(|(passage, _)| *passage).collect();
            let root = parents.root(&witnesses)?;
            list.iter().copied().find(|(passage, _)| *passage == root)
        };
        let roots = witnesses.iter().map(|(text, list)| (*text, root(list))).collect();
        Texts { of, passages, roots }
    }
}

/// The witness that a candidate lies in.
fn witness(story: &Story, collation: &Collation, at: usize) -> Option<(FamilyIdx, PassageIdx)> {
    let candidate = &story.candidates[at];
    let report = story.units[candidate.unit].report;
    let predicate = proposition(story, candidate).map_or(candidate.span, |one| one.predicate);
    let places = collation.places(report, predicate);
    places
        .into_iter()
        .max_by_key(|place| (place.range.len(), std::cmp::Reverse(place.family)))
        .map(|place| (place.family, place.passage))
}

fn proposition<'a>(story: &Story<'a>, candidate: &Candidate) -> Option<&'a Proposition> {
    let told = &story.told[story.units[candidate.unit].report.0 as usize];
    candidate.proposition.map(|place| &told.propositions[place as usize])
}

impl Assembling<'_> {
    /// Adds the claim that some candidates carry, in their order.
    pub fn add(&self, (group, members): (usize, &[usize]), texts: &Texts, found: &mut Claims) {
        let standings = standings(self.story, members, &self.parties.meaning());
        let denies = |standing: &Standing| standing.stance == ClaimStance::Denies;
        let bearers: Vec<Bearer> =
            members.iter().zip(&standings).map(|(at, one)| self.bearer(*at, denies(one), texts)).collect();
        let is_copy = |one: usize, other: usize| self.is_copy(members[one], members[other]);
        let are_witnesses = |one: usize, other: usize| self.are_witnesses(members[one], members[other]);
        let root_of = |text: usize| texts.roots.get(&text).copied().flatten();
        let behind = behind(
            &bearers,
            self.speakers,
            &root_of,
            Likenesses { is_copy: &is_copy, are_witnesses: &are_witnesses },
        );
        let claim = ClaimIdx(found.claims.len() as u32);
        let first = found.instances.len() as u32;
        let first_origin = found.origins.len() as u32;
        let (origins, of) = self.origins(claim, &behind, &standings, first);
        let joins = self.joins(members, first);
        for (place, at) in members.iter().enumerate() {
            found.instances.push(Instance {
                claim,
                span: Span { report: bearers[place].report, range: self.story.candidates[*at].span },
                carrier: bearers[place].carrier,
                in_passing: !self.story.candidates[*at].is_head,
                stance: standings[place].stance,
                marker: standings[place].marker,
                parts: self.parts(*at),
                join: joins[place].clone(),
                origin: OriginIdx(first_origin + of[place] as u32),
                ground: ground(behind[place].ground, first),
            });
        }
        found.backing.groups.push(group);
        for (at, bearer) in members.iter().zip(&bearers) {
            let place = self.story.candidates[*at].proposition;
            let report = bearer.report;
            found.backing.propositions.push(place.map(|place| PropositionRef { report, place }));
            found.backing.texts.push(bearer.text.map(|text| self.before + text));
        }
        let may_be_one = self.ties(&origins, first_origin);
        let counted = self.counted(&origins, &standings, &of, first_origin);
        let worded: Vec<Worded> = members
            .iter()
            .zip(standings.iter().zip(&behind))
            .map(|(at, (standing, behind))| self.worded(*at, standing, behind.ground))
            .collect();
        let carrying: BTreeSet<ReportIdx> = bearers.iter().map(|bearer| bearer.report).collect();
        found.claims.push(Claim {
            story: self.idx,
            instances: (0..members.len() as u32).map(|place| InstanceIdx(first + place)).collect(),
            plainest: InstanceIdx(first + plainest(&worded) as u32),
            origins: (0..origins.len() as u32).map(|place| OriginIdx(first_origin + place)).collect(),
            counts: counts(&counted, &may_be_one, self.parties),
            may_be_one,
            silences: silences(&self.members, &carrying, self.cut_off, self.datings),
        });
        found.origins.extend(origins);
    }

    /// Whether the words of two candidates are so much the same that the one must have been copied from the other.
    fn is_copy(&self, one: usize, other: usize) -> bool {
        let words = |at: usize| -> BTreeSet<String> {
            // All that the one says: who repeats but half of it may know it himself.
            let unit = &self.story.units[self.story.candidates[at].unit];
            let text = &self.story.reports[unit.report.0 as usize].text;
            word_ranges(text, unit.span).into_iter().map(|word| normalise(word.of(text))).collect()
        };
        let (here, there) = (words(one), words(other));
        200 * here.intersection(&there).count() >= COPY * (here.len() + there.len())
    }

    fn bearer(&self, at: usize, denies: bool, texts: &Texts) -> Bearer {
        let unit = &self.story.units[self.story.candidates[at].unit];
        Bearer {
            denies,
            report: unit.report,
            carrier: unit.carrier,
            text: texts.of[at],
            passage: texts.passages[at],
        }
    }

    fn worded(&self, at: usize, standing: &Standing, ground: Ground) -> Worded<'_> {
        let candidate = &self.story.candidates[at];
        Worded {
            carrier: self.story.units[candidate.unit].carrier,
            stance: standing.stance,
            in_passing: !candidate.is_head,
            is_copy: matches!(ground, Ground::Copy(_) | Ground::Plain(OriginGround::ChangedCopy)),
            len: candidate.span.len(),
            proposition: proposition(self.story, candidate),
        }
    }

    /// The origins of a claim, in the order of their first instances, and by instance which it is.
    fn origins(
        &self,
        claim: ClaimIdx,
        behind: &[Behind],
        standings: &[Standing],
        first: u32,
    ) -> (Vec<Origin>, Vec<usize>) {
        debug_assert_eq!(behind.len(), standings.len());
        let mut origins: Vec<Origin> = Vec::new();
        let mut place_of: BTreeMap<OriginWho, usize> = BTreeMap::new();
        let mut of = Vec::new();
        for (place, one) in behind.iter().enumerate() {
            let instance = InstanceIdx(first + place as u32);
            let at = *place_of.entry(one.who).or_insert_with(|| {
                origins.push(Origin { claim, who: one.who, instances: Vec::new(), is_by_edit: true });
                origins.len() - 1
            });
            origins[at].instances.push(instance);
            origins[at].is_by_edit &= one.by_edit;
            of.push(at);
        }
        (origins, of)
    }

    /// Which origins may be one.
    fn ties(&self, origins: &[Origin], first: u32) -> Vec<MayBeOne> {
        let mut ties = Vec::new();
        for (a, one) in origins.iter().enumerate() {
            for (b, other) in origins.iter().enumerate().skip(a + 1) {
                if let (OriginWho::Voice(here), OriginWho::Voice(there)) = (one.who, other.who)
                    && let Some(reason) = self.parties.may_be_one(here, there)
                {
                    ties.push(MayBeOne {
                        one: OriginIdx(first + a as u32),
                        other: OriginIdx(first + b as u32),
                        reason,
                    });
                }
            }
        }
        ties
    }

    fn counted(&self, origins: &[Origin], standings: &[Standing], of: &[usize], first: u32) -> Vec<Counted> {
        let mut stances = vec![Vec::new(); origins.len()];
        of.iter().zip(standings).for_each(|(origin, one)| stances[*origin].push(one.stance));
        let counted = |(at, origin): (usize, &Origin)| Counted {
            number: first + at as u32,
            who: origin.who,
            by_edit: origin.is_by_edit,
            stances: stances[at].clone(),
        };
        origins.iter().enumerate().map(counted).collect()
    }

    /// Why each instance carries the same claim as another before it.
    fn joins(&self, members: &[usize], first: u32) -> Vec<Option<Join>> {
        let place_of: BTreeMap<usize, usize> =
            members.iter().enumerate().map(|(place, at)| (*at, place)).collect();
        let mut joins: Vec<Option<Join>> = vec![None; members.len()];
        let mut reached = vec![false; members.len()];
        if let Some(start) = reached.first_mut() {
            *start = true;
        }
        // In the order of the joints, round after round: what a joint reaches may be gone on from in the same round only
        // by joints behind it.
        let mut waiting: BTreeSet<(usize, usize)> = members
            .first()
            .into_iter()
            .flat_map(|at| &self.joints_of[*at])
            .map(|joint| (0, *joint))
            .collect();
        while let Some((round, at)) = waiting.pop_first() {
            let joint = &self.joints[at];
            let (Some(one), Some(other)) = (place_of.get(&joint.one), place_of.get(&joint.other)) else {
                continue;
            };
            if reached[*one] == reached[*other] {
                continue;
            }
            let (known, new, turned) =
                if reached[*one] { (*one, *other, false) } else { (*other, *one, true) };
            let turn = |(here, there): &(_, _)| if turned { (*here, *there) } else { (*there, *here) };
            let words: Vec<_> = joint.words.iter().map(turn).collect();
            let words =
                if words.is_empty() { self.shown(joint.reason, members[new], members[known]) } else { words };
            joins[new] = Some(Join { with: InstanceIdx(first + known as u32), reason: joint.reason, words });
            reached[new] = true;
            let on = self.joints_of[members[new]].iter().filter(|next| **next != at);
            waiting.extend(on.map(|next| (round + usize::from(*next < at), *next)));
        }
        for place in (0..members.len()).filter(|place| !reached[*place]) {
            let reason = JoinReason::SameHappening;
            let words = self.shown(reason, members[place], members[0]);
            joins[place] = Some(Join { with: InstanceIdx(first), reason, words });
        }
        joins
    }

    /// The predicates of two candidates, where a reason needs words to show it and none were noted.
    fn shown(&self, reason: JoinReason, one: usize, other: usize) -> Vec<(ByteRange, ByteRange)> {
        let words = |at: usize| {
            let candidate = &self.story.candidates[at];
            proposition(self.story, candidate).map_or(candidate.span, |one| one.predicate)
        };
        match reason {
            JoinReason::SameHappening | JoinReason::SameQuantity => vec![(words(one), words(other))],
            _ => Vec::new(),
        }
    }

    /// Whether two candidates lie in witnesses of one family.
    fn are_witnesses(&self, one: usize, other: usize) -> bool {
        let places = |at: usize| {
            let candidate = &self.story.candidates[at];
            self.story.collation.places(self.story.units[candidate.unit].report, candidate.span)
        };
        let there = places(other);
        places(one).iter().any(|a| there.iter().any(|b| a.family == b.family && a.passage != b.passage))
    }

    /// What an instance is made of, as far as it stands in its words.
    fn parts(&self, at: usize) -> Vec<ClaimPart> {
        let candidate = &self.story.candidates[at];
        let told = &self.story.told[self.story.units[candidate.unit].report.0 as usize];
        let Some(place) = candidate.proposition else { return Vec::new() };
        let one = &told.propositions[place as usize];
        let mut parts = vec![ClaimPart { range: one.predicate, role: ClaimRole::Predicate }];
        for participant in &one.participants {
            parts.extend(
                participant
                    .role
                    .shown(participant.name)
                    .map(|role| ClaimPart { range: participant.range, role }),
            );
        }
        for slot in &told.slots[place as usize] {
            let role = match slot.kind {
                SlotKind::Number(_) => ClaimRole::Quantity,
                SlotKind::Time(_) => ClaimRole::Time,
            };
            parts.push(ClaimPart { range: slot.range, role });
        }
        parts.retain(|part| candidate.span.contains(part.range));
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}

fn ground(ground: Ground, first: u32) -> OriginGround {
    match ground {
        Ground::Plain(ground) => ground,
        Ground::Copy(place) => OriginGround::Copy(InstanceIdx(first + place as u32)),
        Ground::SumsUp(place) => OriginGround::SumsUp(InstanceIdx(first + place as u32)),
    }
}
