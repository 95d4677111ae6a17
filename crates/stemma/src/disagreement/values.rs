//! Claims of one happening that give another number of the same, or another day.

use super::Ground;
use super::order::order;
use crate::claim::{Count, NamedDay, SlotKind, contradicting, counts_of, named_day};
use crate::model::{
    ByteRange, ClaimIdx, ClaimStance, CountClass, Disagreement, DisagreementKind, InstanceIdx, Side, Span,
};
use std::collections::BTreeMap;

/// The disagreements over numbers and days.
pub fn of_values(ground: Ground) -> Vec<Disagreement> {
    let mut by_group: BTreeMap<usize, Vec<ClaimIdx>> = BTreeMap::new();
    for (idx, group) in ground.claims.backing.groups.iter().enumerate() {
        by_group.entry(*group).or_default().push(ClaimIdx(idx as u32));
    }
    let several = by_group.values().filter(|claims| claims.len() > 1);
    several.flat_map(|claims| numbers(ground, claims).into_iter().chain(days(ground, claims))).collect()
}

/// The instances of a claim that say it and do not deny it, or announce it.
fn saying(ground: Ground, claim: ClaimIdx) -> Vec<InstanceIdx> {
    let says = |idx: &InstanceIdx| ground.claims.instances[idx.0 as usize].stance != ClaimStance::Denies;
    ground.claims.claims[claim.0 as usize].instances.iter().copied().filter(says).collect()
}

/// What contradicts: for each claim its instances with the words of the number.
fn numbers(ground: Ground, claims: &[ClaimIdx]) -> Option<Disagreement> {
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
    let mut sides: Vec<Side> = Vec::new();
    for (at, own) in told.iter().enumerate() {
        let others = || told.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, list)| list);
        let contradicted = |counts: &[Count]| -> Option<ByteRange> {
            others()
                .find_map(|(_, there)| contradicting(counts, there, &ground.meaning))
                .map(|(here, _)| here.range)
        };
        let words: Vec<(InstanceIdx, ByteRange)> =
            own.iter().filter_map(|(idx, counts)| Some((*idx, contradicted(counts)?))).collect();
        sides.extend((!words.is_empty()).then(|| side(ground, &words)));
    }
    let grows = sides.iter().flat_map(|side| &side.instances).all(|idx| is_toll(ground, *idx));
    disagreement(ground, DisagreementKind::Number, sides, grows)
}

fn days(ground: Ground, claims: &[ClaimIdx]) -> Option<Disagreement> {
    let day = |idx: &InstanceIdx| -> Option<(InstanceIdx, ByteRange, NamedDay, bool)> {
        let (one, slots) = ground.clause(*idx)?;
        let report = ground.claims.instances[idx.0 as usize].span.report;
        slots.iter().find_map(|slot| match &slot.kind {
            SlotKind::Time(time) => {
                let words = slot.range.of(&ground.reports[report.0 as usize].text);
                Some((*idx, slot.range, named_day(time, words)?, one.is_open))
            }
            SlotKind::Number(_) => None,
        })
    };
    let told: Vec<Vec<_>> =
        claims.iter().map(|claim| saying(ground, *claim).iter().filter_map(day).collect()).collect();
    let mut sides = Vec::new();
    for (at, own) in told.iter().enumerate() {
        let others = || told.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, list)| list);
        // What was announced for one day and came on another was put off.
        let contradicted = |day: NamedDay, open: bool| {
            others().any(|(.., there, other)| open == *other && !day.meets(*there))
        };
        let words: Vec<(InstanceIdx, ByteRange)> = own
            .iter()
            .filter(|(.., day, open)| contradicted(*day, *open))
            .map(|(idx, range, ..)| (*idx, *range))
            .collect();
        sides.extend((!words.is_empty()).then(|| side(ground, &words)));
    }
    disagreement(ground, DisagreementKind::Date, sides, false)
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
