//! What an account holds at a place of a report, in a form that survives other reports being added.

use crate::pile;
use crate::stories::Place;
use std::collections::BTreeSet;
use stemma::model::{
    Account, ByteRange, Claim, ClaimIdx, Counts, Disagreement, DisagreementKind, Instance, ReportIdx,
};

/// A disagreement by its words: its kind, and for each side the reports and what stands there.
pub type Told = (DisagreementKind, BTreeSet<BTreeSet<(String, String)>>);

/// The report of a name.
pub fn report_at(account: &Account, name: &str) -> ReportIdx {
    let named = |report: &stemma::model::Report| report.captures.iter().any(|capture| capture.name == name);
    let found = account.reports.iter().position(named);
    ReportIdx(found.unwrap_or_else(|| panic!("no report {name}")) as u32)
}

/// The instances in a report whose spans have the most in common with some words of it; of these the shortest.
pub fn instances_at<'a>(account: &'a Account, place: &Place) -> Vec<&'a Instance> {
    let report = report_at(account, &place.report);
    instances_in(account, report, place.range_in(&account.report(report).text))
}

/// The same for a range of a report.
fn instances_in(account: &Account, report: ReportIdx, range: ByteRange) -> Vec<&Instance> {
    let fit = |instance: &Instance| {
        let overlap = instance.span.range.overlap(range);
        (overlap, std::cmp::Reverse(instance.span.range.len()))
    };
    let of_report = || account.instances.iter().filter(|instance| instance.span.report == report);
    let best = of_report().map(fit).max();
    of_report().filter(|instance| fit(instance).0 > 0 && Some(fit(instance)) == best).collect()
}

/// The claims that stand at a place.
pub fn claims_at(account: &Account, place: &Place) -> Vec<ClaimIdx> {
    let claims: BTreeSet<ClaimIdx> =
        instances_at(account, place).iter().map(|instance| instance.claim).collect();
    claims.into_iter().collect()
}

/// The one claim that stands at a place.
pub fn claim_at(account: &Account, report: &str, words: &str) -> ClaimIdx {
    let place = Place { report: report.to_owned(), words: words.to_owned() };
    match claims_at(account, &place).as_slice() {
        [claim] => *claim,
        claims => panic!("{} claims at `{words}` in {report}", claims.len()),
    }
}

/// The one claim that stands at a place, with all that belongs to it.
pub fn the_claim<'a>(account: &'a Account, place: &Place) -> &'a Claim {
    account.claim(claim_at(account, &place.report, &place.words))
}

/// The counts of the claims at a place, and how many origins each has.
pub fn counts_at(account: &Account, place: &Place) -> Vec<(Counts, usize)> {
    let claims = claims_at(account, place);
    claims.iter().map(|idx| account.claim(*idx)).map(|claim| (claim.counts, claim.origins.len())).collect()
}

/// Whether a report carries a claim.
pub fn carries(account: &Account, claim: &Claim, report: &str) -> bool {
    let report = report_at(account, report);
    claim.instances.iter().any(|idx| account.instance(*idx).span.report == report)
}

/// The disagreements of an account, by their words.
pub fn told(account: &Account) -> BTreeSet<Told> {
    account.disagreements.iter().map(|found| told_of(account, found)).collect()
}

/// What is left of disagreements where one report is not looked at.
pub fn told_without(told: &BTreeSet<Told>, report: &str) -> BTreeSet<Told> {
    let left = told.iter().map(|(kind, sides)| {
        let sides =
            sides.iter().map(|side| side.iter().filter(|(name, _)| name != report).cloned().collect());
        (*kind, sides.filter(|side: &BTreeSet<_>| !side.is_empty()).collect::<BTreeSet<_>>())
    });
    left.filter(|(_, sides)| sides.len() >= 2).collect()
}

/// The kinds of disagreements that have sides in both of two reports, or two sides in one, if they are the same.
pub fn kinds_between(told: &BTreeSet<Told>, one: &str, other: &str) -> BTreeSet<DisagreementKind> {
    let holds = |side: &BTreeSet<(String, String)>, name: &str| side.iter().any(|(report, _)| report == name);
    let is_between = |(_, sides): &&Told| {
        sides.iter().any(|side| {
            holds(side, one) && sides.iter().any(|against| against != side && holds(against, other))
        })
    };
    told.iter().filter(is_between).map(|(kind, _)| *kind).collect()
}

fn told_of(account: &Account, found: &Disagreement) -> Told {
    let sides = found.sides.iter().map(|side| {
        let words = side.words.iter().map(|span| {
            let words = span.range.of(&account.report(span.report).text);
            (pile::name(account, *span).to_owned(), words.to_owned())
        });
        words.collect()
    });
    (found.kind, sides.collect())
}
