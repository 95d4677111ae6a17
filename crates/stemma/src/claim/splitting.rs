//! Groups of candidates into claims: where they give other numbers, or times that cannot both be, each value is a claim of its own.
//!
//! What gives no value says less than either and stays apart from both; but where nobody contradicts, it says the same.

use super::meaning::Meaning;
use super::proposition::Proposition;
use super::slots::Slot;
use super::values::{
    Count, NamedTime, apart_in_time, contradicting, counts_of, give_other_numbers, share_no_number, times_of,
};
use crate::model::ByteRange;

/// The values of a candidate that may part it from others.
#[derive(Debug, Clone, Default)]
pub struct Values<'a> {
    /// How many take part.
    pub counts: Vec<Count<'a>>,
    /// How many it happened to, whatever they are called.
    pub hit: Vec<Count<'a>>,
    /// Whether it is denied: who denies "several deaths" denies that four died.
    pub denied: bool,
    /// When.
    pub times: Vec<(NamedTime, ByteRange)>,
}

/// The values of a proposition.
pub fn values<'a>(one: &Proposition, denied: bool, slots: &'a [Slot], text: &str) -> Values<'a> {
    let counts = counts_of(slots, text);
    let is_hit = |count: &&Count| count.slot.counted.is_some_and(|place| one.happens_to(place as usize));
    let hit = counts.iter().filter(is_hit).copied().collect();
    Values { counts, hit, denied, times: times_of(slots, text) }
}

/// Parts the members of a group; each part keeps the order of the members. `values` are those of each member.
pub fn split(members: &[usize], values: &[Values], meaning: &Meaning) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..members.len()).collect();
    let has_count = |at: usize| !values[at].counts.is_empty();
    // Firm numbers first, so that a loose one goes where it fits.
    let is_loose =
        |at: usize| values[at].counts.iter().any(|count| count.between.least != count.between.most);
    // "18 houses" and "135 homes" were damaged: as numbers they may both hold, but they are not one claim.
    let counts_hold = |a: usize, b: usize| {
        let (one, other) = (&values[a], &values[b]);
        if one.denied != other.denied {
            return contradicting(&one.counts, &other.counts, meaning).is_none();
        }
        !give_other_numbers(&one.counts, &other.counts, meaning) && !share_no_number(&one.hit, &other.hit)
    };
    let times_hold = |a: usize, b: usize| apart_in_time(&values[a].times, &values[b].times).is_none();
    let parts = apart(&all, &has_count, &is_loose, &counts_hold);
    let parts = parts
        .iter()
        .flat_map(|part| apart(part, &|at| !values[at].times.is_empty(), &|_| false, &times_hold));
    parts.map(|part| part.into_iter().map(|place| members[place]).collect()).collect()
}

/// Parts of members whose values can all hold, those without a value last; one part where nobody contradicts.
fn apart(
    members: &[usize],
    has_value: &dyn Fn(usize) -> bool,
    is_loose: &dyn Fn(usize) -> bool,
    hold: &dyn Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    let mut valued: Vec<usize> = members.iter().copied().filter(|at| has_value(*at)).collect();
    valued.sort_by_key(|at| (is_loose(*at), *at));
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for at in valued {
        match parts.iter_mut().find(|part| part.iter().all(|other| hold(at, *other))) {
            Some(part) => part.push(at),
            None => parts.push(vec![at]),
        }
    }
    if parts.len() < 2 {
        return vec![members.to_vec()];
    }
    parts.push(members.iter().copied().filter(|at| !has_value(*at)).collect());
    parts.retain(|part| !part.is_empty());
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts.sort_unstable();
    parts
}
