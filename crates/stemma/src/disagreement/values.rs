//! Claims of one happening that give another number of the same, or another day.

use super::Ground;
use super::order::order;
use crate::claim::{Count, NamedTime, SlotKind, apart_in_time, contradicting, counts_of, times_of};
use crate::groups::Groups;
use crate::model::{
    ByteRange, ClaimIdx, ClaimStance, CountClass, Disagreement, DisagreementKind, InstanceIdx, Side, Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// The disagreements over numbers and days.
pub fn of_values(ground: Ground) -> Vec<Disagreement> {
    let mut by_group: BTreeMap<usize, Vec<ClaimIdx>> = BTreeMap::new();
    for (idx, group) in ground.claims.backing.groups.iter().enumerate() {
        by_group.entry(*group).or_default().push(ClaimIdx(idx as u32));
    }
    let several = by_group.values().filter(|claims| claims.len() > 1);
    several.flat_map(|claims| numbers(ground, claims).into_iter().chain(times(ground, claims))).collect()
}

/// The instances of a claim that say it and do not deny it, or announce it.
fn saying(ground: Ground, claim: ClaimIdx) -> Vec<InstanceIdx> {
    let says = |idx: &InstanceIdx| ground.claims.instances[idx.0 as usize].stance != ClaimStance::Denies;
    ground.claims.claims[claim.0 as usize].instances.iter().copied().filter(says).collect()
}

/// What contradicts: for each claim its instances with the words of the number.
fn numbers(ground: Ground, claims: &[ClaimIdx]) -> Vec<Disagreement> {
    let text = |idx: InstanceIdx| {
        &ground.reports[ground.claims.instances[idx.0 as usize].span.report.0 as usize].text
    };
    let counts = |idx: InstanceIdx| -> Vec<Count<'_>> {
        ground
            .clause(idx)
            .filter(|(one, _)| !one.is_open)
            .map_or(Vec::new(), |(_, slots)| counts_of(slots, text(idx)))
    };
    let told: Vec<Vec<(InstanceIdx, Vec<Count>)>> = claims
        .iter()
        .map(|claim| saying(ground, *claim).into_iter().map(|idx| (idx, counts(idx))).collect())
        .collect();
    // What is counted here and what is counted there, or at one time and at another, may differ.
    let comparable = |idx: InstanceIdx, other: InstanceIdx| {
        !ground.are_elsewhere(idx, other)
            && !ground.are_apart_in_time(idx, other)
            && ground.tell_alike(idx, other)
    };
    // By claim: the words of its instances that another claim contradicts.
    let against = |own: &[(InstanceIdx, Vec<Count>)], there: &[(InstanceIdx, Vec<Count>)]| {
        let words = |(idx, counts): &(InstanceIdx, Vec<Count>)| {
            let mut others = there.iter().filter(|(_, there)| !counts.is_empty() && !there.is_empty());
            others.find_map(|(other, there)| {
                // Most values are of other things; only of the few that contradict place and time are looked at.
                let (here, _) = contradicting(counts, there, &ground.meaning)?;
                comparable(*idx, *other).then_some((*idx, here.range))
            })
        };
        own.iter().filter_map(words).collect::<Vec<_>>()
    };
    let mut words: Vec<BTreeMap<InstanceIdx, ByteRange>> = vec![BTreeMap::new(); told.len()];
    let mut contradicted = BTreeSet::new();
    let mut groups = Groups::new(told.len());
    for (one, own) in told.iter().enumerate() {
        for (other, there) in told.iter().enumerate().skip(one + 1) {
            let (here, there) = (against(own, there), against(there, own));
            if !here.is_empty() && !there.is_empty() {
                here.into_iter().for_each(|(idx, range)| _ = words[one].entry(idx).or_insert(range));
                there.into_iter().for_each(|(idx, range)| _ = words[other].entry(idx).or_insert(range));
                contradicted.insert((one, other));
                groups.join(one as u32, other as u32);
            }
        }
    }
    // Who contradicts nobody of a disagreement has no part in it; who agrees with all of a side stands there.
    let mut sides: BTreeMap<u32, Vec<Vec<usize>>> = BTreeMap::new();
    for at in (0..told.len()).filter(|at| !words[*at].is_empty()) {
        let sides = sides.entry(groups.first(at as u32)).or_default();
        match sides.iter_mut().find(|side| side.iter().all(|other| !contradicted.contains(&(*other, at)))) {
            Some(side) => side.push(at),
            None => sides.push(vec![at]),
        }
    }
    let written = |side: Vec<usize>| {
        let words: Vec<_> =
            side.iter().flat_map(|at| &words[*at]).map(|(idx, range)| (*idx, *range)).collect();
        self::side(ground, &words)
    };
    let one = |sides: Vec<Vec<usize>>| {
        let sides: Vec<Side> = sides.into_iter().map(written).collect();
        let grows = sides.iter().flat_map(|side| &side.instances).all(|idx| is_toll(ground, *idx));
        disagreement(ground, DisagreementKind::Number, sides, grows)
    };
    sides.into_values().filter_map(one).collect()
}

/// What was announced for one day and came on another was put off: only what is to come is set against what is to come.
fn times(ground: Ground, claims: &[ClaimIdx]) -> Option<Disagreement> {
    let told = |idx: &InstanceIdx| -> Option<Told> {
        let (one, slots) = ground.clause(*idx)?;
        let report = ground.claims.instances[idx.0 as usize].span.report;
        let times = times_of(slots, &ground.reports[report.0 as usize].text);
        (!times.is_empty()).then_some(Told { idx: *idx, times, is_open: one.is_open })
    };
    let told: Vec<Vec<Told>> =
        claims.iter().map(|claim| saying(ground, *claim).iter().filter_map(told).collect()).collect();
    let mut sides = Vec::new();
    for (at, own) in told.iter().enumerate() {
        let others = || told.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, list)| list);
        let contradicted = |one: &Told| {
            let comparable = others()
                .filter(|other| other.is_open == one.is_open && ground.tell_alike(one.idx, other.idx));
            comparable
                .into_iter()
                .find_map(|other| apart_in_time(&one.times, &other.times))
                .map(|(here, _)| here)
        };
        let words: Vec<(InstanceIdx, ByteRange)> =
            own.iter().filter_map(|one| Some((one.idx, contradicted(one)?))).collect();
        sides.extend((!words.is_empty()).then(|| side(ground, &words)));
    }
    disagreement(ground, DisagreementKind::Date, sides, false)
}

/// An instance with the times that it names.
struct Told {
    idx: InstanceIdx,
    times: Vec<(NamedTime, ByteRange)>,
    is_open: bool,
}

fn side(ground: Ground, words: &[(InstanceIdx, ByteRange)]) -> Side {
    let place = |(idx, range): &(InstanceIdx, ByteRange)| Span {
        report: ground.claims.instances[idx.0 as usize].span.report,
        range: *range,
    };
    Side { instances: words.iter().map(|(idx, _)| *idx).collect(), words: words.iter().map(place).collect() }
}

fn disagreement(
    ground: Ground,
    kind: DisagreementKind,
    sides: Vec<Side>,
    may_grow: bool,
) -> Option<Disagreement> {
    let first = sides.first()?.instances.first()?;
    let claim = ground.claims.instances[first.0 as usize].claim;
    (sides.len() > 1).then(|| Disagreement {
        story: ground.claims.claims[claim.0 as usize].story,
        kind,
        order: order(ground, &sides, may_grow),
        claims: ground.claims_of(&sides),
        sides,
    })
}

/// Whether what an instance counts grows from day to day: the dead, the hurt, the fled.
fn is_toll(ground: Ground, idx: InstanceIdx) -> bool {
    let slots = ground.clause(idx).map_or(&[][..], |(_, slots)| slots);
    slots.iter().any(|slot| match &slot.kind {
        SlotKind::Number(number) => {
            number.is_of_people() || matches!(number.class, CountClass::Buildings | CountClass::Vehicles)
        }
        SlotKind::Time(_) => false,
    })
}
