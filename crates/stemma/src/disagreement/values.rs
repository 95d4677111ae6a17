//! Claims of one happening that give another number or another day.

use super::Ground;
use super::order::order;
use crate::claim::{Slot, SlotKind, between, named_day};
use crate::model::{
    ByteRange, ClaimIdx, ClaimStance, CountClass, Disagreement, DisagreementKind, InstanceIdx, Side,
};
use std::collections::BTreeMap;

/// The disagreements over numbers and days.
pub fn of_values(ground: Ground) -> Vec<Disagreement> {
    let mut by_group: BTreeMap<usize, Vec<ClaimIdx>> = BTreeMap::new();
    for (idx, group) in ground.claims.backing.groups.iter().enumerate() {
        by_group.entry(*group).or_default().push(ClaimIdx(idx as u32));
    }
    by_group.values().filter(|claims| claims.len() > 1).flat_map(|claims| of_group(ground, claims)).collect()
}

fn of_group(ground: Ground, claims: &[ClaimIdx]) -> Vec<Disagreement> {
    let count = |slot: &Slot, text: &str| match &slot.kind {
        SlotKind::Number(number) if number.counted.is_some() => between(number, text),
        _ => None,
    };
    let day = |slot: &Slot, _: &str| match &slot.kind {
        SlotKind::Time(time) => named_day(time),
        SlotKind::Number(_) => None,
    };
    let numbers = sides(ground, claims, &count, &|a, b| a.meets(b));
    let days = sides(ground, claims, &day, &|a, b| a.meets(b));
    let grows =
        |sides: &[Side]| sides.iter().flat_map(|side| &side.instances).all(|idx| is_toll(ground, *idx));
    let disagreement = |kind, sides: Vec<Side>, may_grow| Disagreement {
        story: ground.claims.claims[claims[0].0 as usize].story,
        kind,
        order: order(ground, &sides, may_grow),
        claims: ground.claims_of(&sides),
        sides,
    };
    let mut found = Vec::new();
    if numbers.len() > 1 {
        let may_grow = grows(&numbers);
        found.push(disagreement(DisagreementKind::Number, numbers, may_grow));
    }
    if days.len() > 1 {
        found.push(disagreement(DisagreementKind::Date, days, false));
    }
    found
}

/// One side for each claim with a value, those that cannot hold beside any other.
fn sides<V: Copy>(
    ground: Ground,
    claims: &[ClaimIdx],
    value: &dyn Fn(&Slot, &str) -> Option<V>,
    meets: &dyn Fn(V, V) -> bool,
) -> Vec<Side> {
    let mut sides: Vec<(V, Side)> = Vec::new();
    for claim in claims {
        let instances = &ground.claims.claims[claim.0 as usize].instances;
        let told: Vec<(InstanceIdx, ByteRange, V)> =
            instances.iter().filter_map(|idx| valued(ground, *idx, value)).collect();
        let Some((_, _, own)) = told.first().copied() else { continue };
        let side = Side {
            instances: told.iter().map(|(idx, ..)| *idx).collect(),
            words: told.iter().map(|(idx, range, _)| place(ground, *idx, *range)).collect(),
        };
        match sides.iter_mut().find(|(other, _)| meets(own, *other)) {
            Some((_, known)) => {
                known.instances.extend(side.instances);
                known.words.extend(side.words);
            }
            None => sides.push((own, side)),
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}

fn place(ground: Ground, idx: InstanceIdx, range: ByteRange) -> crate::model::Span {
    crate::model::Span { report: ground.claims.instances[idx.0 as usize].span.report, range }
}

/// The first value of an instance that affirms, with its words.
fn valued<V>(
    ground: Ground,
    idx: InstanceIdx,
    value: &dyn Fn(&Slot, &str) -> Option<V>,
) -> Option<(InstanceIdx, ByteRange, V)> {
    let instance = &ground.claims.instances[idx.0 as usize];
    if instance.stance == ClaimStance::Denies {
        return None;
    }
    let (one, slots) = ground.clause(idx)?;
    if one.is_open {
        return None;
    }
    let text = &ground.reports[instance.span.report.0 as usize].text;
    slots.iter().find_map(|slot| Some((idx, slot.range, value(slot, slot.range.of(text))?)))
}

/// Whether what an instance counts grows from day to day: the dead, the hurt, the fled.
fn is_toll(ground: Ground, idx: InstanceIdx) -> bool {
    let slots = ground.clause(idx).map_or(&[][..], |(_, slots)| slots);
    slots.iter().any(|slot| match &slot.kind {
        SlotKind::Number(number) => matches!(
            number.class,
            CountClass::Dead
                | CountClass::Injured
                | CountClass::Displaced
                | CountClass::Detained
                | CountClass::Buildings
        ),
        SlotKind::Time(_) => false,
    })
}
