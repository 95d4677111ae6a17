//! Do families and passages fit together?

use super::findings::{FamilyFinding, Findings, PassageFinding};
use super::problem::Problems;
use std::collections::{BTreeMap, BTreeSet};

/// Checks every family against its passages and every passage against the families that list it.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    let passages: BTreeMap<&str, &PassageFinding<'_>> =
        findings.passages.iter().map(|passage| (passage.id, passage)).collect();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for family in &findings.families {
        for id in &family.passages {
            *listed.entry(id).or_default() += 1;
        }
        check_family(family, &passages, problems);
    }
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for passage in &findings.passages {
        *lines.entry(passage.id).or_default() += 1;
    }
    for (id, lines) in lines {
        let families = listed.get(id).copied().unwrap_or(0);
        if lines != families {
            let text = format!("this passage is listed {lines} times, by families {families} times");
            problems.add(id, text);
        }
    }
}

fn check_family(
    family: &FamilyFinding<'_>,
    passages: &BTreeMap<&str, &PassageFinding<'_>>,
    problems: &mut Problems,
) {
    let mut witnesses = Vec::new();
    for id in &family.passages {
        match passages.get(id) {
            Some(passage) => witnesses.push(*passage),
            None => problems.add(family.id, format!("its passage {id} is not listed")),
        }
    }
    if family.passages.len() < 2 {
        problems.add(family.id, "it has fewer than two passages");
    }
    if !family.passages.contains(&family.representative) {
        problems.add(family.id, "its representative is none of its passages");
    }
    let in_order = |a: &&PassageFinding<'_>, b: &&PassageFinding<'_>| {
        (a.place.report, a.place.range) < (b.place.report, b.place.range)
    };
    if !witnesses.is_sorted_by(in_order) {
        let text = "its passages are out of order, or one is listed twice";
        problems.add(family.id, text);
    }
    let reports: BTreeSet<&str> = witnesses.iter().map(|one| one.place.report).collect();
    if family.n_reports != reports.len() {
        let text = format!("it stands in {} reports, not {}", reports.len(), family.n_reports);
        problems.add(family.id, text);
    }
    for passage in witnesses {
        if passage.family_size != family.passages.len() {
            let text = format!(
                "its family {} has {} passages, not {}",
                family.id,
                family.passages.len(),
                passage.family_size
            );
            problems.add(passage.id, text);
        }
    }
}
