//! Who affirms and who denies one claim.

use super::Ground;
use super::order::order;
use crate::model::{Claim, ClaimStance, Disagreement, DisagreementKind, InstanceIdx};

/// The claims that some affirm and others deny.
pub fn denials(ground: Ground) -> Vec<Disagreement> {
    ground.claims.claims.iter().filter_map(|claim| of_claim(ground, claim)).collect()
}

fn of_claim(ground: Ground, claim: &Claim) -> Option<Disagreement> {
    let instance = |idx: &InstanceIdx| &ground.claims.instances[idx.0 as usize];
    let is_open = |idx: &InstanceIdx| ground.clause(*idx).is_some_and(|(one, _)| one.is_open);
    let denies = |idx: &InstanceIdx| instance(idx).stance == ClaimStance::Denies;
    let (denying, affirming): (Vec<InstanceIdx>, Vec<InstanceIdx>) =
        claim.instances.iter().copied().partition(denies);
    // What was to come and what came, or did not, are two states of affairs.
    let one_time = |one: &InstanceIdx, other: &InstanceIdx| {
        is_open(one) == is_open(other) && !ground.are_apart_in_time(*one, *other)
    };
    let comparable = affirming.iter().any(|one| denying.iter().any(|other| one_time(one, other)));
    if denying.is_empty() || affirming.is_empty() || !comparable {
        return None;
    }
    let words = |idx: InstanceIdx| instance(&idx).span.range;
    let sides = vec![ground.side(&affirming, words), ground.side(&denying, words)];
    Some(Disagreement {
        story: claim.story,
        kind: DisagreementKind::Denial,
        order: order(ground, &sides, false),
        claims: ground.claims_of(&sides),
        sides,
    })
}
