//! Are the figures of each report what its passages and their descents give?

use super::fields::{Expected, Fields};
use super::findings::Findings;
use super::problem::Problems;
use super::sources::Texts;
use crate::account::labels::{SHARE_LABELS, share_label};
use crate::account::record::Value;
use crate::model::{
    ByteRange, Descent, Family, FamilyIdx, Parent, ParentKind, Passage, PassageIdx, ReportIdx, Shares, Span,
};
use crate::reuse::{Body, shares_of};
use std::collections::BTreeMap;

/// What a report has in common with the others, as its record gives it.
pub(super) struct ShareFinding<'a> {
    id: &'a str,
    report: &'a str,
    with: Vec<(&'a str, usize)>,
    parents: Vec<ParentFinding<'a>>,
    new: Vec<ByteRange>,
}

/// Where a part of a report comes from: which of [`SHARE_LABELS`], the report if it is one, how many bytes.
type ParentFinding<'a> = (usize, Option<&'a str>, usize);

/// Reads what a report has in common with the others.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<ShareFinding<'a>> {
    let with = fields.list("with")?.iter().map(pair);
    let parents = fields.list("parents")?.iter().map(parent);
    Ok(ShareFinding {
        id,
        report: fields.identifier("report", 'r')?,
        with: with.collect::<Expected<_>>()?,
        parents: parents.collect::<Expected<_>>()?,
        new: fields.ranges("new")?,
    })
}

fn pair(value: &Value) -> Expected<(&str, usize)> {
    let Value::Map(record) = value else {
        return Err("`with` is not a list of objects".to_owned());
    };
    let mut fields = Fields::of(record);
    let pair = (fields.identifier("report", 'r')?, fields.count("bytes")?);
    fields.finish().map(|()| pair)
}

fn parent(value: &Value) -> Expected<ParentFinding<'_>> {
    let Value::Map(record) = value else {
        return Err("`parents` is not a list of objects".to_owned());
    };
    let mut fields = Fields::of(record);
    let kind = fields.label("kind", &SHARE_LABELS)?;
    let position = SHARE_LABELS.iter().position(|label| *label == kind).unwrap_or(SHARE_LABELS.len());
    let parent = (position, fields.optional_identifier("report", 'r')?, fields.count("bytes")?);
    fields.finish().map(|()| parent)
}

/// Counts everything again and compares.
pub(super) fn check(findings: &Findings<'_>, texts: &Texts<'_>, problems: &mut Problems) {
    let counted = count_again(findings, texts);
    let ids: Vec<&str> = findings.reports.iter().map(|report| report.id).collect();
    let by_report: BTreeMap<&str, &Shares> = ids.iter().copied().zip(&counted).collect();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for share in &findings.shares {
        *listed.entry(share.report).or_default() += 1;
        match by_report.get(share.report) {
            Some(counted) => compare(share, counted, &ids, texts.contains_key(share.report), problems),
            None => problems.add(share.id, "its report is not listed"),
        }
    }
    for id in &ids {
        let lines = listed.get(id).copied().unwrap_or(0);
        if lines != 1 {
            problems.add(id, format!("what it shares with the others is listed {lines} times"));
        }
    }
}

fn compare(
    share: &ShareFinding<'_>,
    counted: &Shares,
    ids: &[&str],
    has_text: bool,
    problems: &mut Problems,
) {
    let id = |report: ReportIdx| ids[report.0 as usize];
    let mut with: Vec<_> = counted.with.iter().map(|pair| (id(pair.other), pair.bytes)).collect();
    with.sort_unstable();
    if share.with != with {
        problems.add(share.id, "its passages give other shares with other reports");
    }
    let parent = |from: ParentKind| match from {
        ParentKind::Report(report) => Some(id(report)),
        ParentKind::LostAncestor | ParentKind::Original | ParentKind::NotDecidable => None,
    };
    let position = |from: ParentKind| SHARE_LABELS.iter().position(|label| *label == share_label(from));
    let parents = counted.parents.iter();
    let mut parents: Vec<_> =
        parents.map(|one| (position(one.from).unwrap_or_default(), parent(one.from), one.bytes)).collect();
    parents.sort_unstable();
    if share.parents != parents {
        problems.add(share.id, "the descents of its passages give other parents, or other bytes of them");
    }
    if has_text && !share.new.iter().copied().eq(counted.new.iter().map(|span| span.range)) {
        problems.add(share.id, "its passages leave other text that stands nowhere else");
    }
}

/// The shares of the reports that are listed, in the order of their records.
fn count_again(findings: &Findings<'_>, texts: &Texts<'_>) -> Vec<Shares> {
    let reports: BTreeMap<&str, ReportIdx> =
        findings.reports.iter().enumerate().map(|(idx, report)| (report.id, ReportIdx(idx as u32))).collect();
    let places: BTreeMap<&str, Span> = findings
        .passages
        .iter()
        .filter_map(|one| {
            Some((one.id, Span { report: *reports.get(one.place.report)?, range: one.place.range }))
        })
        .collect();
    let mut passages = Vec::new();
    let mut families = Vec::new();
    let mut numbers: BTreeMap<(&str, &str), PassageIdx> = BTreeMap::new();
    for family in &findings.families {
        let family_idx = FamilyIdx(families.len() as u32);
        let mut members = Vec::new();
        for id in &family.passages {
            let Some(span) = places.get(id) else { continue };
            let idx = PassageIdx(passages.len() as u32);
            passages.push(Passage { span: *span, family: family_idx });
            numbers.insert((family.id, id), idx);
            members.push(idx);
        }
        families.push(Family { passages: members, representative: PassageIdx(0) });
    }
    let bodies: Vec<Body<'_>> = findings
        .reports
        .iter()
        .map(|report| Body {
            text: texts.get(report.id).copied().unwrap_or_default(),
            paragraphs: &report.paragraphs,
        })
        .collect();
    shares_of(&bodies, &passages, &families, &descents(findings, &numbers))
}

/// The descents whose passages are listed.
fn descents(findings: &Findings<'_>, numbers: &BTreeMap<(&str, &str), PassageIdx>) -> Vec<Descent> {
    let descent = |found: &super::descents::DescentFinding<'_>| {
        let parent = match found.kind {
            "passage" => Parent::Passage(*numbers.get(&(found.family, found.parent?))?),
            "lost-ancestor" => Parent::LostAncestor,
            "original" => Parent::Original,
            _ => Parent::NotDecidable,
        };
        let passage = *numbers.get(&(found.family, found.passage))?;
        Some(Descent { passage, parent, evidence: Vec::new(), support_percent: None })
    };
    findings.descents.iter().filter_map(descent).collect()
}
