//! Findings of one report as bytes, and back.

use super::sound;
use crate::claim::Told;
use crate::model::{Report, ReportIdx, Sha256};
use crate::pipeline::ReportFindings;
use crate::place::PlaceName;
use crate::statement::Attributed;
use crate::story::Features;
use crate::{annotated, text};
use serde::{Deserialize, Serialize};

/// How many bytes of a hash stand in front. They tell a disk's mistakes, and belong to the text, so that bytes under the
/// wrong text are no findings.
pub(super) const CHECK_BYTES: usize = 16;

/// What is kept. Sentences, quotations and times are made again from the text, which takes less than reading them
/// would save.
#[derive(Serialize, Deserialize)]
struct Findings {
    statements: Vec<Attributed>,
    told: Told,
    features: Features,
    places: Vec<PlaceName>,
}

/// Findings as bytes. They are those of report 0, whatever its place in an account is.
pub(super) fn write(text: Sha256, findings: ReportFindings) -> Vec<u8> {
    let ReportFindings { statements, told, features, places, .. } = findings;
    let kept = Findings { statements, told, features, places };
    let written = postcard::to_stdvec(&kept).expect("a vector takes every write");
    let mut bytes = check(text, &written).to_vec();
    bytes.extend(written);
    bytes
}

/// The findings of a report; nothing where the bytes are not those of its text, or could not be.
pub(super) fn read(bytes: &[u8], idx: ReportIdx, report: &Report) -> Option<ReportFindings> {
    let (checked, written) = bytes.split_at_checked(CHECK_BYTES)?;
    if checked != check(report.text_sha256, written) {
        return None;
    }
    let Findings { mut statements, told, features, places } = postcard::from_bytes(written).ok()?;
    let reading = text::read(report);
    let is_sound = sound::statements(&statements, &report.text)
        && sound::told(&told, report, &reading)
        && sound::features(&features, report)
        && sound::places(&places, &report.text);
    if !is_sound {
        return None;
    }
    statements.iter_mut().for_each(|one| one.statement.span.report = idx);
    let times = annotated::times_of(idx, report, &reading, None);
    Some(ReportFindings { reading, statements, times, told, features, places, events: Vec::new() })
}

pub(super) fn check(text: Sha256, written: &[u8]) -> [u8; CHECK_BYTES] {
    let hash = Sha256::of_parts([text.0.as_slice(), written].into_iter());
    hash.0[..CHECK_BYTES].try_into().expect("a hash is longer")
}
