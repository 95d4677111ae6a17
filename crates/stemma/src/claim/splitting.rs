//! Groups of candidates into claims: where they give values that cannot both hold, each value is a claim of its own.
//!
//! What gives no value says less than either and stays apart from both; but where nobody contradicts, it says the same.

use super::slots::{Slot, SlotKind};
use super::values::{Between, NamedDay, between, named_day};

/// The values of a candidate that may part it from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Values {
    /// How many take part.
    pub count: Option<Between>,
    /// On which day.
    pub day: Option<NamedDay>,
}

/// The values of a proposition.
pub fn values(slots: &[Slot], text: &str) -> Values {
    let count = slots.iter().find_map(|slot| match &slot.kind {
        SlotKind::Number(number) if number.counted.is_some() => between(number, slot.range.of(text)),
        _ => None,
    });
    let day = slots.iter().find_map(|slot| match &slot.kind {
        SlotKind::Time(time) => named_day(time),
        SlotKind::Number(_) => None,
    });
    Values { count, day }
}

/// Parts the members of a group; each part keeps the order of the members.
pub fn split(members: &[usize], values: &dyn Fn(usize) -> Values) -> Vec<Vec<usize>> {
    let by_count =
        apart(members, &|at| values(at).count, |a, b| a.meets(*b), |count| count.least != count.most);
    by_count
        .iter()
        .flat_map(|part| apart(part, &|at| values(at).day, |a, b| a.meets(*b), |_| false))
        .collect()
}

/// Parts of members with values that can all hold, those without a value last; one part where nobody contradicts.
/// Firm values are looked at first, so that a loose one goes where it fits.
fn apart<V: Copy>(
    members: &[usize],
    value: &dyn Fn(usize) -> Option<V>,
    meets: impl Fn(&V, &V) -> bool,
    is_loose: impl Fn(&V) -> bool,
) -> Vec<Vec<usize>> {
    let mut valued: Vec<(usize, V)> = members.iter().filter_map(|at| Some((*at, value(*at)?))).collect();
    valued.sort_by_key(|(at, value)| (is_loose(value), *at));
    let mut parts: Vec<Vec<(usize, V)>> = Vec::new();
    for (at, own) in valued {
        match parts.iter_mut().find(|part| part.iter().all(|(_, other)| meets(&own, other))) {
            Some(part) => part.push((at, own)),
            None => parts.push(vec![(at, own)]),
        }
    }
    if parts.len() < 2 {
        return vec![members.to_vec()];
    }
    let mut parts: Vec<Vec<usize>> =
        parts.into_iter().map(|part| part.into_iter().map(|(at, _)| at).collect()).collect();
    parts.push(members.iter().copied().filter(|at| value(*at).is_none()).collect());
    parts.retain(|part| !part.is_empty());
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts.sort_unstable();
    parts
}
