//! Decisions on claims: which candidates carry one, before they are put together.

use super::{Deciding, Texts, What, nearest};
use crate::model::{ByteRange, Report, ReportIdx};
use std::collections::BTreeMap;

/// What was decided on the claims of a pile, by report and place.
#[derive(Debug, Default)]
pub(crate) struct OnClaims {
    decisions: Vec<(usize, What, Vec<Vec<Place>>)>,
    is_found: BTreeMap<usize, bool>,
}

/// A place in a report.
type Place = (ReportIdx, ByteRange);

/// A claim before it is put together: the group that it comes from, and its candidates in order.
type Group = (usize, Vec<usize>);

impl Deciding {
    /// Those on claims, with the reports that they are about.
    pub(crate) fn on_claims(&self, reports: &[Report]) -> OnClaims {
        let texts = Texts::of(reports);
        let is_on_claims = |what: What| matches!(what, What::RejectInstance | What::Merge | What::Split);
        let numbered = self.decisions.iter().enumerate().filter(|(_, one)| is_on_claims(one.what));
        let decisions = numbered.map(|(place, decision)| {
            let anchors = decision.anchors.iter();
            let places = anchors.map(|anchor| texts.reports(anchor).map(|idx| (idx, anchor.range)).collect());
            (place, decision.what, places.collect())
        });
        OnClaims { decisions: decisions.collect(), is_found: BTreeMap::new() }
    }

    /// Takes over which of them were found.
    pub(crate) fn heard(&mut self, on_claims: OnClaims) {
        on_claims.is_found.into_iter().for_each(|(place, is_found)| self.is_found[place] |= is_found);
    }
}

impl OnClaims {
    /// Takes effect on the claims of one story. `spans` are those of its candidates, with their reports, `units` the
    /// units that these lie in. Gives the candidates that are in their claim by a decision.
    pub(crate) fn apply(&mut self, claims: &mut Vec<Group>, spans: &[Place], units: &[usize]) -> Vec<usize> {
        let mut decided = Vec::new();
        let Self { decisions, is_found } = self;
        for (place, what, anchors) in decisions.iter() {
            let found: Vec<Vec<usize>> = anchors.iter().map(|at| candidates(claims, spans, at)).collect();
            let is_effective = match (what, found.as_slice()) {
                (What::RejectInstance, found) => reject(claims, &found.concat()),
                (What::Split, [away, ..]) => split(claims, away),
                (What::Merge, [one, other]) => merge(claims, (one, other), units, &mut decided),
                _ => false,
            };
            *is_found.entry(*place).or_default() |= is_effective;
        }
        claims.retain(|(_, members)| !members.is_empty());
        claims.sort_unstable_by(|one, other| one.1.cmp(&other.1));
        decided
    }
}

/// Of the candidates that carry a claim, those that lie at places: one for each report.
fn candidates(claims: &[Group], spans: &[Place], at: &[Place]) -> Vec<usize> {
    let carrying: Vec<usize> = claims.iter().flat_map(|(_, members)| members.iter().copied()).collect();
    let nearest_to = |(report, range): &Place| {
        let of_report: Vec<usize> =
            carrying.iter().copied().filter(|candidate| spans[*candidate].0 == *report).collect();
        let ranges = of_report.iter().map(|candidate| spans[*candidate].1);
        nearest(ranges, *range).map(|nth| of_report[nth])
    };
    at.iter().filter_map(nearest_to).collect()
}

fn reject(claims: &mut [Group], rejected: &[usize]) -> bool {
    claims.iter_mut().for_each(|(_, members)| members.retain(|member| !rejected.contains(member)));
    !rejected.is_empty()
}

fn split(claims: &mut Vec<Group>, away: &[usize]) -> bool {
    let Some(from) =
        claims.iter().position(|(_, members)| members.iter().any(|member| away.contains(member)))
    else {
        return false;
    };
    let (group, members) = &mut claims[from];
    let gone: Vec<usize> = members.extract_if(.., |member| away.contains(member)).collect();
    let group = *group;
    if members.is_empty() {
        claims[from].1 = gone; // It stood alone already.
    } else {
        claims.push((group, gone));
    }
    true
}

/// Puts the second claim into the first. Of one unit, only one candidate carries a claim.
fn merge(
    claims: &mut [Group],
    (one, other): (&[usize], &[usize]),
    units: &[usize],
    decided: &mut Vec<usize>,
) -> bool {
    let place_of =
        |of: &[usize]| claims.iter().position(|(_, members)| members.iter().any(|one| of.contains(one)));
    let (Some(into), Some(from)) = (place_of(one), place_of(other)) else { return false };
    if into == from {
        return true;
    }
    let came = std::mem::take(&mut claims[from].1);
    let members = &mut claims[into].1;
    for candidate in came {
        if members.iter().all(|member| units[*member] != units[candidate]) {
            members.push(candidate);
            decided.push(candidate);
        }
    }
    members.sort_unstable();
    true
}
