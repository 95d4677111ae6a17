//! Do the instances of a claim hang together, and do the grounds of it hold?

use super::claims::{ClaimFinding, JoinFinding};
use super::instances::InstanceFinding;
use super::known::Known;
use std::collections::{BTreeMap, BTreeSet};

/// What speaks against the joins of a claim: all but one of its instances carry the same as another, no circle among them.
pub(super) fn against(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let joins: BTreeMap<&str, Option<&JoinFinding<'_>>> =
        claim.instances.iter().map(|one| (one.instance, one.join.as_ref())).collect();
    let mut reasons = Vec::new();
    if joins.values().filter(|join| join.is_none()).count() != 1 {
        reasons.push("not exactly one of its instances is the first");
    }
    for (instance, join) in joins.iter().filter_map(|(instance, join)| Some((instance, (*join)?))) {
        let there = joins.contains_key(join.with).then(|| known.instances.get(join.with)).flatten();
        match (known.instances.get(instance), there) {
            (Some(here), Some(there)) => reasons.extend(against_join(join, here, there, known)),
            _ => reasons.push("an instance is joined to one that is none of the claim"),
        }
    }
    if has_circle(joins.keys().copied(), |at| joins.get(at).copied().flatten().map(|join| join.with)) {
        reasons.push("its instances are joined in a circle");
    }
    reasons
}

fn against_join(
    join: &JoinFinding<'_>,
    here: &InstanceFinding<'_>,
    there: &InstanceFinding<'_>,
    known: &Known<'_, '_>,
) -> Option<&'static str> {
    let is_elsewhere = join
        .words
        .iter()
        .any(|(own, other)| own.report != here.place.report || other.report != there.place.report);
    if is_elsewhere {
        return Some("words that join two instances stand in other reports");
    }
    let holds = match join.reason {
        "witnesses" => known.are_shared(join.witnesses.as_ref(), &here.place, Some(&there.place)),
        "sums-up" => {
            let is_headline = here.carrier == "headline" || there.carrier == "headline";
            is_headline && here.place.report == there.place.report
        }
        "goes-on" => {
            here.place.report == there.place.report && here.statement.is_some() && there.statement.is_some()
        }
        "decided" => join.words.is_empty(),
        "denied" => here.stance == "denies" || there.stance == "denies",
        _ => !join.words.is_empty(),
    };
    let holds = holds && (join.reason == "witnesses" || join.witnesses.is_none());
    (!holds).then_some("two of its instances are not joined as it says")
}

/// Whether steps lead from some start back to it. Each start is walked over once.
pub(super) fn has_circle<'k>(
    starts: impl Iterator<Item = &'k str>,
    step: impl Fn(&'k str) -> Option<&'k str>,
) -> bool {
    let mut settled = BTreeSet::new();
    for start in starts {
        let mut chain = BTreeSet::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| !settled.contains(at)) {
            if !chain.insert(at) {
                return true;
            }
            next = step(at);
        }
        settled.extend(chain);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_behind_a_straight_way() {
        let circle = |steps: &[(&'static str, &'static str)]| {
            let steps: BTreeMap<_, _> = steps.iter().copied().collect();
            has_circle(steps.keys().copied(), |at| steps.get(at).copied())
        };
        assert!(!circle(&[("b", "a"), ("c", "a"), ("d", "c")]));
        assert!(circle(&[("b", "c"), ("c", "d"), ("d", "c")]));
        assert!(circle(&[("b", "b")]));
    }
}
