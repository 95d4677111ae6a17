//! Have disagreements two sides, each with instances of their claims and with words of those?

use super::claims::MOST_CLAIMS;
use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::known::Known;
use super::problem::Problems;
use crate::account::claim_labels::{DISAGREEMENT_LABELS, ORDER_LABELS};
use crate::account::share_copied::union;
use crate::model::ByteRange;
use std::collections::{BTreeMap, BTreeSet};

/// A disagreement, as its record gives it.
pub(super) struct DisagreementFinding<'a> {
    pub(super) id: &'a str,
    story: &'a str,
    claims: Vec<&'a str>,
    pub(super) sides: Vec<Vec<MemberFinding<'a>>>,
}

/// An instance on one side, and its words that cannot hold beside those of the others, as the record gives them.
pub(super) struct MemberFinding<'a> {
    instance: &'a str,
    pub(super) words: Place<'a>,
}

/// Reads a disagreement.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<DisagreementFinding<'a>> {
    fields.label("kind", &DISAGREEMENT_LABELS)?;
    fields.label("order", &ORDER_LABELS)?;
    Ok(DisagreementFinding {
        id,
        story: fields.identifier("story", 't')?,
        claims: fields.identifiers("claims", 'm')?,
        sides: fields.objects("sides")?.into_iter().map(side).collect::<Expected<_>>()?,
    })
}

fn side(mut fields: Fields<'_>) -> Expected<Vec<MemberFinding<'_>>> {
    let members = fields.objects("instances")?.into_iter().map(member).collect::<Expected<_>>()?;
    fields.finish().map(|()| members)
}

fn member(mut fields: Fields<'_>) -> Expected<MemberFinding<'_>> {
    let member =
        MemberFinding { instance: fields.identifier("instance", 'i')?, words: fields.place("words")? };
    fields.finish().map(|()| member)
}

/// Checks every disagreement.
pub(super) fn check(findings: &Findings<'_>, known: &Known<'_, '_>, problems: &mut Problems) {
    for one in &findings.disagreements {
        against(one, known).into_iter().for_each(|text| problems.add(one.id, text));
    }
}

fn against(one: &DisagreementFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    if one.sides.len() < 2 || one.sides.iter().any(Vec::is_empty) {
        reasons.push("it has fewer than two sides, or one with nobody on it");
    }
    let members = || one.sides.iter().flatten();
    let is_near = |member: &MemberFinding<'_>| {
        known.instances.get(member.instance).is_some_and(|instance| known.is_near(instance, &member.words))
    };
    if !members().all(is_near) {
        reasons.push("an instance is not listed, or its words stand elsewhere");
    }
    if sides_overlap(one) {
        reasons.push("words of two sides overlap");
    }
    let distinct: BTreeSet<&str> = one.claims.iter().copied().collect();
    let claims: Vec<_> = distinct.iter().filter_map(|id| known.claims.get(id)).collect();
    if claims.len() < one.claims.len() || claims.iter().any(|claim| claim.story != one.story) {
        reasons.push("one of its claims is not listed, named twice, or of another story");
    }
    if !known.stories.contains_key(one.story) {
        reasons.push("its story is not listed");
    }
    let on_a_side: BTreeSet<&str> = members().map(|member| member.instance).collect();
    let carries: Vec<Vec<&str>> = on_a_side
        .iter()
        .map(|instance| {
            let claims = known.claims_of.get(instance).into_iter().flatten().take(MOST_CLAIMS);
            claims.copied().filter(|claim| distinct.contains(claim)).collect()
        })
        .collect();
    let carried: BTreeSet<&str> = carries.iter().flatten().copied().collect();
    if carries.iter().any(Vec::is_empty) || carried != distinct {
        reasons.push("its claims are not those of its instances");
    }
    reasons
}

/// Whether words of one side lie over words of another.
fn sides_overlap(one: &DisagreementFinding<'_>) -> bool {
    let mut by_side: BTreeMap<(&str, usize), Vec<ByteRange>> = BTreeMap::new();
    for (side, members) in one.sides.iter().enumerate() {
        for member in members {
            by_side.entry((member.words.report, side)).or_default().push(member.words.range);
        }
    }
    // Those of one side neither touch nor overlap when they are united, so any two that overlap are of two sides.
    let united = by_side.iter().map(|((report, _), ranges)| (report, union(ranges)));
    let mut words: Vec<_> =
        united.flat_map(|(report, ranges)| ranges.into_iter().map(move |range| (*report, range))).collect();
    words.sort_unstable();
    words.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[1].1.start < pair[0].1.end)
}
