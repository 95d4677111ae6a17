//! Has every speaker a voice that lists his name, and every voice no names but those of its speakers?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::problem::Problems;
use crate::account::statement_labels::VOICE_LABELS;
use crate::model::ByteRange;
use std::collections::{BTreeMap, BTreeSet};

/// A voice, as its record gives it.
pub(super) struct VoiceFinding<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'a str,
    pub(super) names: Vec<Place<'a>>,
    pub(super) shown: Place<'a>,
}

/// Reads a voice.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<VoiceFinding<'a>> {
    Ok(VoiceFinding {
        id,
        kind: fields.label("kind", &VOICE_LABELS)?,
        names: fields.places("names")?,
        shown: fields.place("shown")?,
    })
}

/// Places where voices are named, by the identifier of the voice.
type Names<'a> = BTreeMap<&'a str, BTreeSet<(&'a str, ByteRange)>>;

/// Checks voices against the speakers of statements, and these against voices.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    let mut listed = Names::new();
    for voice in &findings.voices {
        listed.entry(voice.id).or_default().extend(voice.names.iter().map(Place::key));
    }
    let mut spoken = Names::new();
    for statement in &findings.statements {
        let Some(speaker) = &statement.speaker else { continue };
        let name = speaker.name.key();
        spoken.entry(speaker.voice).or_default().insert(name);
        match listed.get(speaker.voice) {
            None => problems.add(statement.id, "the voice of its speaker is not listed"),
            Some(names) if !names.contains(&name) => {
                problems.add(statement.id, "the voice of its speaker does not list his name");
            }
            Some(_) => {}
        }
    }
    for voice in &findings.voices {
        if !voice.names.is_sorted_by(|a, b| a.key() < b.key()) {
            problems.add(voice.id, "its names are out of order, or one is listed twice");
        }
        if !listed[voice.id].contains(&voice.shown.key()) {
            problems.add(voice.id, "the name that is shown is none of its names");
        }
        match spoken.get(voice.id) {
            None => problems.add(voice.id, "no statement has a speaker with this voice"),
            Some(names) if !listed[voice.id].is_subset(names) => {
                problems.add(voice.id, "one of its names is that of no speaker");
            }
            Some(_) => {}
        }
    }
}
