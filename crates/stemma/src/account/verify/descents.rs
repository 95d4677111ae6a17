//! Does every witness of a copied text have one descent, from another report, with evidence of the two?

use super::days::is_later;
use super::fields::{Expected, Fields, Place};
use super::findings::{FamilyFinding, Findings, ReportFinding};
use super::problem::Problems;
use crate::account::evidence::{EVIDENCE, EvidenceForm};
use crate::account::labels::PARENT_LABELS;
use crate::account::record::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A descent, as its record gives it.
pub(super) struct DescentFinding<'a> {
    pub(super) id: &'a str,
    pub(super) family: &'a str,
    pub(super) passage: &'a str,
    pub(super) kind: &'a str,
    /// The passage that is the parent, exactly where the kind says that it is one.
    pub(super) parent: Option<&'a str>,
    pub(super) evidence: Vec<EvidenceFinding<'a>>,
}

/// A piece of evidence, as a record gives it.
pub(super) struct EvidenceFinding<'a> {
    kind: &'a str,
    pub(super) parent: Option<Place<'a>>,
    pub(super) child: Option<Place<'a>>,
    passage: Option<&'a str>,
    reports: Vec<&'a str>,
}

/// Reads a descent.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<DescentFinding<'a>> {
    let mut parent = fields.inner("parent")?;
    let kind = parent.label("kind", &PARENT_LABELS)?;
    let passage = parent.optional_identifier("passage", 'p')?;
    parent.finish()?;
    if passage.is_some() != (kind == "passage") {
        return Err(format!("`passage` does not fit the parent `{kind}`"));
    }
    let support_percent = fields.optional_percent("support_percent")?;
    if support_percent.is_some() && passage.is_none() {
        return Err("`support_percent` is of no parent".to_owned());
    }
    let evidence = fields.list("evidence")?.iter().map(evidence);
    Ok(DescentFinding {
        id,
        family: fields.identifier("family", 'f')?,
        passage: fields.identifier("passage", 'p')?,
        kind,
        parent: passage,
        evidence: evidence.collect::<Expected<_>>()?,
    })
}

fn evidence(value: &Value) -> Expected<EvidenceFinding<'_>> {
    let Value::Map(record) = value else {
        return Err("`evidence` is not a list of objects".to_owned());
    };
    let mut fields = Fields::of(record);
    let kind = fields.text("kind")?;
    let known = EVIDENCE.iter().find(|form| form.label == kind);
    let form = known.ok_or_else(|| "`evidence` is of no known kind".to_owned())?;
    let finding = EvidenceFinding {
        kind,
        parent: fields.optional_place("parent")?,
        child: fields.optional_place("child")?,
        passage: fields.optional_identifier("passage", 'p')?,
        reports: fields.identifiers("reports", 'r')?,
    };
    let found = EvidenceForm {
        label: form.label,
        parent: finding.parent.is_some(),
        child: finding.child.is_some(),
        passage: finding.passage.is_some(),
        reports: finding.reports.len(),
        percent: fields.optional_percent("percent")?.is_some(),
        count: fields.optional_count("count")?.is_some(),
    };
    fields.finish()?;
    if found == *form { Ok(finding) } else { Err(format!("evidence `{kind}` has other parts")) }
}

/// What descents are checked against.
struct Known<'f, 'a> {
    reports: BTreeMap<&'a str, &'f ReportFinding<'a>>,
    families: BTreeMap<&'a str, &'f FamilyFinding<'a>>,
    /// By family and passage: where it stands.
    witnesses: BTreeMap<(&'a str, &'a str), Place<'a>>,
}

/// Checks every descent, and that there is one for each witness of a family that stands in several reports.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    let places: BTreeMap<&str, Place<'_>> =
        findings.passages.iter().map(|passage| (passage.id, passage.place)).collect();
    let listed = findings.families.iter().flat_map(|family| {
        let passages = family.passages.iter();
        passages.filter_map(|id| places.get(id).map(|place| ((family.id, *id), *place)))
    });
    let known = Known {
        reports: findings.reports.iter().map(|report| (report.id, report)).collect(),
        families: findings.families.iter().map(|family| (family.id, family)).collect(),
        witnesses: listed.collect(),
    };
    let mut parents: BTreeMap<(&str, &str), &DescentFinding<'_>> = BTreeMap::new();
    for descent in &findings.descents {
        for text in known.against(descent) {
            problems.add(descent.id, text);
        }
        if parents.insert((descent.family, descent.passage), descent).is_some() {
            problems.add(descent.id, "its passage has another descent in this family");
        }
    }
    for family in findings.families.iter().filter(|family| family.n_reports > 1) {
        if family.passages.iter().any(|passage| !parents.contains_key(&(family.id, *passage))) {
            problems.add(family.id, "one of its passages has no descent");
        }
    }
    check_cycles(&parents, problems);
}

impl<'a> Known<'_, 'a> {
    fn against(&self, descent: &DescentFinding<'a>) -> Vec<&'static str> {
        let Some(family) = self.families.get(descent.family) else {
            return vec!["its family is not listed"];
        };
        let Some(child) = self.witnesses.get(&(descent.family, descent.passage)) else {
            return vec!["its passage is none of its family"];
        };
        let parent = descent.parent.map(|parent| self.witnesses.get(&(descent.family, parent)));
        let parent = match parent {
            Some(None) => return vec!["its parent is no passage of its family"],
            Some(Some(parent)) => Some(parent),
            None => None,
        };
        let mut reasons = Vec::new();
        if family.n_reports < 2 {
            reasons.push("its family stands in one report only");
        }
        if parent.is_some_and(|parent| parent.report == child.report) {
            reasons.push("its parent stands in the same report");
        }
        if parent.is_some_and(|parent| self.is_later(parent.report, child.report)) {
            reasons.push("the report of its parent was published later");
        }
        let evidence = descent.evidence.iter();
        reasons.extend(evidence.filter_map(|one| self.against_evidence(one, descent.family, parent, child)));
        reasons
    }

    /// What speaks against a piece of evidence: words of the parent stand in the parent, words of the child in
    /// the child, and what is said of reports is said of these two.
    fn against_evidence(
        &self,
        evidence: &EvidenceFinding<'a>,
        family: &'a str,
        parent: Option<&Place<'a>>,
        child: &Place<'a>,
    ) -> Option<&'static str> {
        // A date line stands anywhere on its page.
        let on_page = evidence.kind.starts_with("date-line");
        let holds = |witness: &Place<'_>, words: &Place<'_>| {
            if on_page { witness.report == words.report } else { witness.contains(words) }
        };
        let is_foreign = |words: &Option<Place<'_>>, witness: Option<&Place<'_>>| {
            words.as_ref().is_some_and(|words| !witness.is_some_and(|witness| holds(witness, words)))
        };
        let third = evidence.passage.map(|third| self.witnesses.contains_key(&(family, third)));
        if is_foreign(&evidence.parent, parent) || is_foreign(&evidence.child, Some(child)) {
            Some("words of its evidence are not inside parent and child")
        } else if third == Some(false) {
            Some("its evidence names a passage of another family")
        } else if evidence.reports.iter().any(|report| !self.reports.contains_key(report)) {
            Some("its evidence names a report that is not listed")
        } else if evidence.kind.starts_with("date") {
            let expected = parent.map(|parent| [parent.report, child.report]);
            let holds = expected.is_some_and(|expected| evidence.reports == expected);
            (!holds).then_some("its evidence gives dates of other reports")
        } else {
            let is_of_child = evidence.reports.is_empty() || evidence.reports[0] == child.report;
            (!is_of_child).then_some("its evidence is of another report")
        }
    }

    /// Whether a report was published on a later day than another, as far as both dates go.
    fn is_later(&self, report: &str, other: &str) -> bool {
        let published = |report: &str| self.reports.get(report)?.published.as_ref();
        is_later(published(report), published(other))
    }
}

/// No passage descends from itself. Each is walked over once, those of a circle twice.
fn check_cycles(parents: &BTreeMap<(&str, &str), &DescentFinding<'_>>, problems: &mut Problems) {
    let step = |at: &(_, _)| {
        let descent = parents.get(at)?;
        descent.parent.map(|parent| (descent.family, parent))
    };
    let mut settled = BTreeSet::new();
    for start in parents.keys() {
        let mut chain = BTreeSet::new();
        let mut next = Some(*start);
        while let Some(at) = next.filter(|at| !settled.contains(at)) {
            if !chain.insert(at) {
                let circle = std::iter::successors(step(&at), step).take_while(|next| *next != at);
                for member in std::iter::once(at).chain(circle) {
                    problems.add(parents[&member].id, "its passage descends from itself");
                }
                break;
            }
            next = step(&at);
        }
        settled.extend(chain);
    }
}
