//! Records as findings with typed fields; records of another shape are problems and not looked at further.

use super::claims::{self, ClaimFinding};
use super::descents::{self, DescentFinding};
use super::disagreements::{self, DisagreementFinding};
use super::fields::{Expected, Fields, Place};
use super::instances::{self, InstanceFinding};
use super::origins::{self, OriginFinding};
use super::places::{self, PlaceFinding};
use super::problem::{Problems, shown, subject};
use super::shares::{self, ShareFinding};
use super::statements::{self, StatementFinding};
use super::stories::{self, StoryFinding};
use super::voices::{self, VoiceFinding};
use crate::account::labels::{DERIVATION_LABELS, EDIT_LABELS, FURNITURE_LABELS, RecordKind};
use crate::account::record::{Record, Value};
use crate::model::{ByteRange, DateEvidence, Derivation};

/// All findings of an account that have the right shape, by kind, in the order of the records.
#[derive(Default)]
pub(super) struct Findings<'a> {
    pub(super) reports: Vec<ReportFinding<'a>>,
    pub(super) captures: Vec<CaptureFinding<'a>>,
    pub(super) furniture: Vec<FurnitureFinding<'a>>,
    pub(super) passages: Vec<PassageFinding<'a>>,
    pub(super) families: Vec<FamilyFinding<'a>>,
    pub(super) edits: Vec<EditFinding<'a>>,
    pub(super) descents: Vec<DescentFinding<'a>>,
    pub(super) shares: Vec<ShareFinding<'a>>,
    pub(super) voices: Vec<VoiceFinding<'a>>,
    pub(super) statements: Vec<StatementFinding<'a>>,
    pub(super) stories: Vec<StoryFinding<'a>>,
    pub(super) instances: Vec<InstanceFinding<'a>>,
    pub(super) origins: Vec<OriginFinding<'a>>,
    pub(super) claims: Vec<ClaimFinding<'a>>,
    pub(super) disagreements: Vec<DisagreementFinding<'a>>,
    pub(super) places: Vec<PlaceFinding<'a>>,
}

/// A report, as its record gives it.
pub(super) struct ReportFinding<'a> {
    pub(super) id: &'a str,
    pub(super) text_sha256: &'a str,
    pub(super) bytes: usize,
    pub(super) text: Option<&'a str>,
    pub(super) titles: Vec<Place<'a>>,
    pub(super) paragraphs: Vec<ByteRange>,
    pub(super) paragraph_bytes: usize,
    pub(super) copied_bytes: usize,
    pub(super) outlet: Option<&'a str>,
    pub(super) owner: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) published: Option<DateEvidence>,
    pub(super) modified: Option<DateEvidence>,
    pub(super) previous: Option<&'a str>,
}

/// A place where the text of a report was found, as its record gives it.
pub(super) struct CaptureFinding<'a> {
    pub(super) id: &'a str,
    pub(super) report: &'a str,
    pub(super) name: &'a str,
    pub(super) original_sha256: &'a str,
    pub(super) encoding: &'a str,
    pub(super) derivation: Derivation,
    pub(super) captured: Option<DateEvidence>,
}

/// A line of furniture, as its record gives it.
pub(super) struct FurnitureFinding<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place<'a>,
}

/// A passage, as its record gives it.
pub(super) struct PassageFinding<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place<'a>,
    pub(super) family_size: usize,
}

/// A family, as its record gives it.
pub(super) struct FamilyFinding<'a> {
    pub(super) id: &'a str,
    pub(super) passages: Vec<&'a str>,
    pub(super) representative: &'a str,
    pub(super) n_reports: usize,
}

/// An edit, as its record gives it.
pub(super) struct EditFinding<'a> {
    pub(super) id: &'a str,
    pub(super) family: &'a str,
    pub(super) from: Side<'a>,
    pub(super) to: Side<'a>,
}

/// One side of an edit.
pub(super) struct Side<'a> {
    pub(super) passage: &'a str,
    pub(super) place: Place<'a>,
}

impl<'a> Findings<'a> {
    /// Reads all records below the header.
    pub(super) fn read(records: &'a [Record], problems: &mut Problems) -> Self {
        let mut findings = Findings::default();
        for (line, record) in records.iter().enumerate().skip(1) {
            if let Err(why) = findings.add(record) {
                problems.add(subject(record), format!("record {}: {why}", line + 1));
            }
        }
        findings
    }

    fn add(&mut self, record: &'a Record) -> Expected<()> {
        let mut fields = Fields::of(record);
        let label = fields.text("record")?;
        let Some(kind) = RecordKind::of(label) else {
            return Err(format!("unknown kind of record {}", shown(label)));
        };
        let id = match kind.prefix() {
            Some(prefix) => fields.identifier("id", prefix)?,
            None => "",
        };
        match kind {
            RecordKind::Report => self.reports.push(report(id, &mut fields)?),
            RecordKind::Capture => self.captures.push(capture(id, &mut fields)?),
            RecordKind::Furniture => self.furniture.push(furniture(id, &mut fields)?),
            RecordKind::Passage => self.passages.push(passage(id, &mut fields)?),
            RecordKind::Family => self.families.push(family(id, &mut fields)?),
            RecordKind::Edit => self.edits.push(edit(id, &mut fields)?),
            RecordKind::Descent => self.descents.push(descents::read(id, &mut fields)?),
            RecordKind::Share => self.shares.push(shares::read(id, &mut fields)?),
            RecordKind::Voice => self.voices.push(voices::read(id, &mut fields)?),
            RecordKind::Statement => self.statements.push(statements::read(id, &mut fields)?),
            RecordKind::Story => self.stories.push(stories::read(id, &mut fields)?),
            RecordKind::Instance => self.instances.push(instances::read(id, &mut fields)?),
            RecordKind::Origin => self.origins.push(origins::read(id, &mut fields)?),
            RecordKind::Claim => self.claims.push(claims::read(id, &mut fields)?),
            RecordKind::Disagreement => self.disagreements.push(disagreements::read(id, &mut fields)?),
            RecordKind::Place => self.places.push(places::read(id, &mut fields)?),
            RecordKind::Unread => texts(&mut fields, ["name", "reason", "hint"])?,
            RecordKind::Note => texts(&mut fields, ["name", "text"])?,
        }
        fields.finish()
    }
}

fn report<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<ReportFinding<'a>> {
    Ok(ReportFinding {
        id,
        text_sha256: fields.sha256("text_sha256")?,
        bytes: fields.count("bytes")?,
        text: fields.optional_text("text")?,
        titles: fields.places("titles")?,
        paragraphs: fields.ranges("paragraphs")?,
        paragraph_bytes: fields.count("paragraph_bytes")?,
        copied_bytes: fields.count("copied_bytes")?,
        outlet: fields.optional_text("outlet")?,
        owner: fields.optional_text("owner")?,
        url: fields.optional_text("url")?,
        published: fields.date("published")?,
        modified: fields.date("modified")?,
        previous: fields.optional_identifier("previous", 'r')?,
    })
}

fn capture<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<CaptureFinding<'a>> {
    Ok(CaptureFinding {
        id,
        report: fields.identifier("report", 'r')?,
        name: fields.text("name")?,
        original_sha256: fields.sha256("original_sha256")?,
        encoding: fields.text("encoding")?,
        derivation: derivation(fields.inner("derivation")?)?,
        captured: fields.date("captured")?,
    })
}

/// Exactly what was extracted names its extractor.
fn derivation(mut fields: Fields<'_>) -> Expected<Derivation> {
    let kind = fields.label("kind", &DERIVATION_LABELS)?;
    let extractor = fields.optional_text("extractor")?;
    fields.finish()?;
    match (kind, extractor) {
        ("decoded", None) => Ok(Derivation::Decoded),
        ("record", None) => Ok(Derivation::Record),
        ("extracted", Some(extractor)) => Ok(Derivation::Extracted { extractor: extractor.to_owned() }),
        _ => Err(format!("`extractor` does not fit the derivation `{kind}`")),
    }
}

fn furniture<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<FurnitureFinding<'a>> {
    fields.label("kind", &FURNITURE_LABELS)?;
    Ok(FurnitureFinding { id, place: fields.place("span")? })
}

fn passage<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<PassageFinding<'a>> {
    Ok(PassageFinding { id, place: fields.place("span")?, family_size: fields.count("family_size")? })
}

fn family<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<FamilyFinding<'a>> {
    Ok(FamilyFinding {
        id,
        passages: fields.identifiers("passages", 'p')?,
        representative: fields.identifier("representative", 'p')?,
        n_reports: fields.count("n_reports")?,
    })
}

fn edit<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<EditFinding<'a>> {
    edit_kinds(fields.list("kinds")?)?;
    Ok(EditFinding {
        id,
        family: fields.identifier("family", 'f')?,
        from: side(fields.inner("from")?)?,
        to: side(fields.inner("to")?)?,
    })
}

/// At least one known kind, each once, in the order in which the format lists them.
fn edit_kinds(kinds: &[Value]) -> Expected<()> {
    let position = |kind: &Value| match kind {
        Value::Text(text) => EDIT_LABELS.iter().position(|label| label == text),
        _ => None,
    };
    let positions: Option<Vec<usize>> = kinds.iter().map(position).collect();
    match positions {
        Some(order) if !order.is_empty() && order.is_sorted_by(|a, b| a < b) => Ok(()),
        _ => Err(format!("`kinds` is not some of {}, in this order", EDIT_LABELS.join(", "))),
    }
}

fn side(mut fields: Fields<'_>) -> Expected<Side<'_>> {
    let side = Side { passage: fields.identifier("passage", 'p')?, place: fields.place("span")? };
    fields.finish().map(|()| side)
}

fn texts<const N: usize>(fields: &mut Fields<'_>, keys: [&'static str; N]) -> Expected<()> {
    keys.into_iter().try_for_each(|key| fields.text(key).map(drop))
}
