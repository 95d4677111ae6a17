//! Is each report of a story either among those that carry a claim or among those that do not, and can it be?

use super::claims::ClaimFinding;
use super::days::{earliest_by_precision, is_later};
use super::known::Known;
use std::collections::BTreeSet;

/// What speaks against the silences of a claim.
pub(super) fn against(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let instances = claim.instances.iter().filter_map(|one| known.instances.get(one.instance));
    let carrying: BTreeSet<&str> = instances.map(|instance| instance.place.report).collect();
    let silent: BTreeSet<&str> = claim.silences.iter().map(|one| one.report).collect();
    let mut reasons = Vec::new();
    if silent.len() < claim.silences.len() {
        reasons.push("it gives one silence twice");
    }
    if !silent.is_disjoint(&carrying) {
        reasons.push("a report that carries it is called silent");
    }
    let all: BTreeSet<&str> = carrying.union(&silent).copied().collect();
    if known.stories.get(claim.story).is_some_and(|story| story.reports != all) {
        reasons.push("its reports and its silences are not the reports of its story");
    }
    // Who was published later than a report that carries the claim was not published before it.
    let published = |report: &str| known.reports.get(report)?.published.as_ref();
    let earliest = earliest_by_precision(carrying.iter().filter_map(|report| published(report)));
    let is_later = |date| earliest.iter().any(|earlier| is_later(date, Some(earlier)));
    let before = claim.silences.iter().filter(|one| one.kind == "not-applicable");
    if before.map(|one| published(one.report)).any(is_later) {
        reasons.push("a report that was published later is said to be earlier");
    }
    reasons
}
