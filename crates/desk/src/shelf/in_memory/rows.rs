//! Findings as rows of lists.

use super::InMemory;
use super::facts::is_open;
use crate::shelf::{ClaimRow, DisagreementRow, FamilyRow, PlaceRow, ReportRow, StoryRow, VoiceRow, Words};
use std::collections::BTreeSet;
use stemma::model::*;
use stemma_report::file_name;
use stemma_report::view::{disagreement_words, order_words, place_words};
use stemma_report::voice_kind;

/// Bytes of words that a row shows; the place leads to all of them.
const MOST_BYTES: usize = 360;

impl InMemory {
    /// Words and where they stand; of very long ones the beginning.
    pub(super) fn words_of(&self, span: Span) -> Words {
        let text = span.range.of(&self.account.report(span.report).text);
        Words {
            text: text[..text.floor_char_boundary(MOST_BYTES)].to_owned(),
            report: self.identifiers.reports[span.report.0 as usize].clone(),
            range: span.range,
        }
    }

    pub(super) fn story_row(&self, idx: u32) -> StoryRow {
        let story = &self.account.stories[idx as usize];
        let facts = &self.facts.stories[idx as usize];
        let reports = self.index.reports_of_story(idx);
        let outlets =
            || reports.iter().map(|report| self.account.reports[*report as usize].outlet.as_deref());
        let leading = facts.leading.map(|claim| &self.account.claims[claim as usize]);
        StoryRow {
            id: self.identifiers.stories[idx as usize].clone(),
            leading: leading.map(|claim| self.words_of(self.account.instance(claim.plainest).span)),
            terms: story.terms.iter().map(|term| self.words_of(*term).text).collect(),
            n_reports: reports.len(),
            n_outlets: outlets().flatten().collect::<BTreeSet<_>>().len(),
            n_without_outlet: outlets().filter(Option::is_none).count(),
            n_claims: facts.n_claims as usize,
            n_disagreements: facts.n_disagreements as usize,
            origins: leading.map(|claim| claim.counts.affirm).unwrap_or_default(),
            days: facts.days,
        }
    }

    pub(super) fn claim_row(&self, idx: u32) -> ClaimRow {
        let claim = &self.account.claims[idx as usize];
        let facts = &self.facts.claims[idx as usize];
        let found = self
            .index
            .disagreements_of_claim(idx)
            .iter()
            .map(|idx| &self.account.disagreements[*idx as usize]);
        let disputes: BTreeSet<&'static str> =
            found.filter(|found| is_open(found)).map(|found| disagreement_words(found.kind)).collect();
        ClaimRow {
            id: self.identifiers.claims[idx as usize].clone(),
            words: self.words_of(self.account.instance(claim.plainest).span),
            story: self.identifiers.stories[claim.story.0 as usize].clone(),
            n_reports: facts.n_reports as usize,
            of_reports: self.index.reports_of_story(claim.story.0).len(),
            said: claim.counts.affirm,
            denied: claim.counts.deny,
            disputes: disputes.into_iter().collect(),
            is_lonely: facts.is_lonely,
        }
    }

    pub(super) fn disagreement_row(&self, idx: u32) -> DisagreementRow {
        let found = &self.account.disagreements[idx as usize];
        let side = |side: &Side| {
            let spans = side.instances.iter().map(|idx| self.account.instance(*idx).span);
            let reports: BTreeSet<ReportIdx> = spans.clone().map(|span| span.report).collect();
            let shortest = spans.min_by_key(|span| (span.range.len(), *span));
            shortest.map(|span| (self.words_of(span), reports.len()))
        };
        DisagreementRow {
            id: self.identifiers.disagreements[idx as usize].clone(),
            kind: disagreement_words(found.kind),
            order: order_words(found.order),
            sides: found.sides.iter().filter_map(side).collect(),
            claims: found
                .claims
                .iter()
                .map(|claim| self.identifiers.claims[claim.0 as usize].clone())
                .collect(),
            story: self.identifiers.stories[found.story.0 as usize].clone(),
        }
    }

    /// How much of a report stands elsewhere, in hundredths of its paragraphs.
    pub(super) fn copied_percent(&self, idx: u32) -> Option<usize> {
        let report = &self.account.reports[idx as usize];
        let shares = self.account.shares.binary_search_by_key(&idx, |shares| shares.report.0).ok();
        let bytes: usize = report.layout.paragraphs.iter().map(|range| range.len()).sum();
        let copied = shares.map_or(0, |at| self.account.shares[at].copied_bytes);
        stemma_report::percent(copied, bytes)
    }

    pub(super) fn report_row(&self, idx: u32) -> ReportRow {
        let report = &self.account.reports[idx as usize];
        let statements = &self.account.statements;
        let start = statements.partition_point(|one| one.span.report.0 < idx);
        ReportRow {
            id: self.identifiers.reports[idx as usize].clone(),
            title: report.layout.titles.first().map(|range| range.of(&report.text).to_owned()),
            name: file_name(report).to_owned(),
            outlet: report.outlet.clone(),
            day: self.facts.days[idx as usize],
            copied_percent: self.copied_percent(idx),
            n_statements: statements[start..].partition_point(|one| one.span.report.0 <= idx),
        }
    }

    pub(super) fn family_row(&self, idx: u32) -> FamilyRow {
        let family = &self.account.families[idx as usize];
        let edits = &self.account.edits;
        let start = edits.partition_point(|edit| edit.family.0 < idx);
        let own = &edits[start..start + edits[start..].partition_point(|edit| edit.family.0 <= idx)];
        FamilyRow {
            id: self.identifiers.families[idx as usize].clone(),
            words: self.words_of(self.account.passage(family.representative).span),
            n_reports: self.facts.family_reports[idx as usize] as usize,
            n_witnesses: family.passages.len(),
            n_edits: own.iter().filter(|edit| edit.kinds != [EditKind::Punctuation]).count(),
        }
    }

    pub(super) fn voice_row(&self, idx: u32) -> VoiceRow {
        let voice = &self.account.voices[idx as usize];
        let name = voice.names.get(voice.shown as usize).or(voice.names.first());
        VoiceRow {
            id: self.identifiers.voices[idx as usize].clone(),
            name: name.map(|name| self.words_of(*name)),
            kind: voice_kind(voice.kind),
            n_statements: self.index.statements_of_voice(idx).len(),
            n_reports: self.facts.voice_reports[idx as usize] as usize,
        }
    }

    pub(super) fn place_row(&self, idx: u32) -> PlaceRow {
        let mentions = self.index.mentions(idx);
        let place = mentions.first().and_then(|first| match &self.account.places[*first as usize].meaning {
            PlaceMeaning::Chosen(place) => Some(place),
            _ => None,
        });
        PlaceRow {
            id: self.index.id_of_place(idx),
            name: place.map(|place| place.name.clone()).unwrap_or_default(),
            what: place.map(place_words).unwrap_or_default(),
            n_reports: self.facts.place_reports[idx as usize] as usize,
            n_mentions: mentions.len(),
        }
    }
}
