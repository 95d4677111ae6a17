//! Findings by their identifiers, for the checks of what is claimed.

use super::claims::ClaimFinding;
use super::fields::{Expected, Fields, Place};
use super::findings::{Findings, ReportFinding};
use super::instances::InstanceFinding;
use super::origins::OriginFinding;
use super::statements::StatementFinding;
use super::stories::Parts;
use super::voices::VoiceFinding;
use std::collections::{BTreeMap, BTreeSet};

/// What the checks of claims look up.
pub(super) struct Known<'f, 'a> {
    pub(super) reports: BTreeMap<&'a str, &'f ReportFinding<'a>>,
    pub(super) voices: BTreeMap<&'a str, &'f VoiceFinding<'a>>,
    pub(super) statements: BTreeMap<&'a str, &'f StatementFinding<'a>>,
    pub(super) instances: BTreeMap<&'a str, &'f InstanceFinding<'a>>,
    pub(super) origins: BTreeMap<&'a str, &'f OriginFinding<'a>>,
    pub(super) claims: BTreeMap<&'a str, &'f ClaimFinding<'a>>,
    /// By instance: the claims that list it.
    pub(super) claims_of: BTreeMap<&'a str, Vec<&'a str>>,
    pub(super) stories: BTreeMap<&'a str, Parts<'a>>,
    pub(super) families: BTreeSet<&'a str>,
    /// By family and passage: where it stands.
    witnesses: BTreeMap<(&'a str, &'a str), Place<'a>>,
    /// By report and first byte: each title and paragraph, one past the last byte, and whether it is a title.
    blocks: BTreeMap<(&'a str, u32), (u32, bool)>,
}

impl<'f, 'a> Known<'f, 'a> {
    /// Those of an account.
    pub(super) fn of(findings: &'f Findings<'a>) -> Self {
        let places: BTreeMap<&str, Place<'a>> =
            findings.passages.iter().map(|passage| (passage.id, passage.place)).collect();
        let witnesses = findings.families.iter().flat_map(|family| {
            let passages = family.passages.iter();
            passages.filter_map(|id| places.get(id).map(|place| ((family.id, *id), *place)))
        });
        let blocks = findings.reports.iter().flat_map(|report| {
            let titles = report.titles.iter().map(|title| (title.range, true));
            let blocks = titles.chain(report.paragraphs.iter().map(|range| (*range, false)));
            blocks.map(|(range, is_title)| ((report.id, range.start), (range.end, is_title)))
        });
        let mut claims_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for claim in &findings.claims {
            for one in &claim.instances {
                claims_of.entry(one.instance).or_default().push(claim.id);
            }
        }
        Known {
            claims_of,
            reports: findings.reports.iter().map(|one| (one.id, one)).collect(),
            voices: findings.voices.iter().map(|one| (one.id, one)).collect(),
            statements: findings.statements.iter().map(|one| (one.id, one)).collect(),
            instances: findings.instances.iter().map(|one| (one.id, one)).collect(),
            origins: findings.origins.iter().map(|one| (one.id, one)).collect(),
            claims: findings.claims.iter().map(|one| (one.id, one)).collect(),
            stories: findings.stories.iter().map(|one| (one.id, Parts::of(one))).collect(),
            families: findings.families.iter().map(|one| one.id).collect(),
            witnesses: witnesses.collect(),
            blocks: blocks.collect(),
        }
    }

    /// Whether a place lies in one title (or else in one paragraph).
    pub(super) fn is_in_block(&self, place: &Place<'_>, is_title: bool) -> bool {
        let block = self.block_of(place);
        block.is_some_and(|(_, end, title)| title == is_title && place.range.end <= end)
    }

    /// Whether words stand where an instance may have them: inside the statement that it is, else in the title or
    /// paragraph where it stands, for sentences are not kept.
    pub(super) fn is_near(&self, instance: &InstanceFinding<'_>, words: &Place<'_>) -> bool {
        if let Some(statement) = instance.statement {
            return self.statements.get(statement).is_some_and(|statement| statement.place.contains(words));
        }
        let block = self.block_of(&instance.place);
        block.is_some_and(|(start, end, _)| {
            words.report == instance.place.report && start <= words.range.start && words.range.end <= end
        })
    }

    /// First byte, one past the last, and whether it is a title: of the block where a place begins.
    fn block_of(&self, place: &Place<'_>) -> Option<(u32, u32, bool)> {
        let before = self.blocks.range(..=(place.report, place.range.start)).next_back();
        let ((report, start), (end, is_title)) = before?;
        (*report == place.report && place.range.start < *end).then_some((*start, *end, *is_title))
    }

    /// Whether witnesses are two of one family, and instances have words of them: the first of the one, the second, where
    /// there is one, of the other.
    pub(super) fn are_shared(
        &self,
        witnesses: Option<&WitnessesFinding<'_>>,
        here: &Place<'_>,
        there: Option<&Place<'_>>,
    ) -> bool {
        let Some(witnesses) = witnesses else { return false };
        let has_words = |passage: &str, place: &Place<'_>| {
            self.witnesses.get(&(witnesses.family, passage)).is_some_and(|witness| {
                witness.report == place.report && witness.range.overlap(place.range) > 0
            })
        };
        let other = match (witnesses.there, there) {
            (Some(passage), Some(place)) => passage != witnesses.here && has_words(passage, place),
            (passage, place) => passage.is_none() && place.is_none(),
        };
        other && has_words(witnesses.here, here)
    }
}

/// In which witnesses of which family instances stand, as a record gives it.
pub(super) struct WitnessesFinding<'a> {
    pub(super) family: &'a str,
    here: &'a str,
    there: Option<&'a str>,
}

/// Reads them, where they are given.
pub(super) fn read_witnesses<'a>(fields: &mut Fields<'a>) -> Expected<Option<WitnessesFinding<'a>>> {
    let Some(mut fields) = fields.optional_inner("witnesses")? else {
        return Ok(None);
    };
    let witnesses = WitnessesFinding {
        family: fields.identifier("family", 'f')?,
        here: fields.identifier("here", 'p')?,
        there: fields.optional_identifier("there", 'p')?,
    };
    fields.finish().map(|()| Some(witnesses))
}
