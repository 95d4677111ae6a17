//! Do the parts of every statement stand inside it, and the name of the speaker where his grade says?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::problem::Problems;
use crate::account::record::Value;
use crate::account::statement_labels::{
    CLASS_LABELS, FACTUALITY_LABELS, GRADE_LABELS, STANCE_LABELS, STATEMENT_LABELS,
};

/// A statement, as its record gives it.
pub(super) struct StatementFinding<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place<'a>,
    content: Vec<Place<'a>>,
    cue: Option<Place<'a>>,
    source: Option<Place<'a>>,
    pub(super) speaker: Option<SpeakerFinding<'a>>,
    pub(super) stance: &'a str,
    class: &'a str,
    relays: Vec<RelayFinding<'a>>,
    uttered: Option<Place<'a>>,
    continues: bool,
}

/// The speaker of a statement, as its record gives him.
pub(super) struct SpeakerFinding<'a> {
    pub(super) name: Place<'a>,
    grade: &'a str,
    pub(super) voice: &'a str,
}

/// A relay of a statement, as its record gives it.
struct RelayFinding<'a> {
    source: Option<Place<'a>>,
    cue: Place<'a>,
}

impl<'a> StatementFinding<'a> {
    /// Everything that must stand inside the statement.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Place<'a>> {
        let relays = self.relays.iter().flat_map(|relay| relay.source.iter().chain([&relay.cue]));
        let words = [&self.cue, &self.source, &self.uttered];
        self.content.iter().chain(words.into_iter().flatten()).chain(relays)
    }
}

/// Reads a statement.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<StatementFinding<'a>> {
    fields.label("kind", &STATEMENT_LABELS)?;
    fields.label("factuality", &FACTUALITY_LABELS)?;
    Ok(StatementFinding {
        id,
        place: fields.place("span")?,
        content: fields.places("content")?,
        cue: fields.optional_place("cue")?,
        source: fields.optional_place("source")?,
        speaker: speaker(fields)?,
        stance: fields.label("stance", &STANCE_LABELS)?,
        class: fields.label("class", &CLASS_LABELS)?,
        relays: fields.list("relays")?.iter().map(relay).collect::<Expected<_>>()?,
        uttered: fields.optional_place("uttered")?,
        continues: fields.flag("continues")?,
    })
}

fn speaker<'a>(fields: &mut Fields<'a>) -> Expected<Option<SpeakerFinding<'a>>> {
    if *fields.value("speaker")? == Value::Null {
        return Ok(None);
    }
    let mut fields = fields.inner("speaker")?;
    let speaker = SpeakerFinding {
        name: fields.place("name")?,
        grade: fields.label("grade", &GRADE_LABELS)?,
        voice: fields.identifier("voice", 'v')?,
    };
    fields.finish().map(|()| Some(speaker))
}

fn relay(value: &Value) -> Expected<RelayFinding<'_>> {
    let Value::Map(record) = value else {
        return Err("`relays` is not a list of objects".to_owned());
    };
    let mut fields = Fields::of(record);
    let relay = RelayFinding { source: fields.optional_place("source")?, cue: fields.place("cue")? };
    fields.finish().map(|()| relay)
}

/// Checks every statement.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    for statement in &findings.statements {
        for text in against(statement) {
            problems.add(statement.id, text);
        }
    }
}

fn against(statement: &StatementFinding<'_>) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    let outside = |part| !statement.place.contains(part);
    if statement.content.is_empty() {
        reasons.push("it has no content");
    }
    if statement.content.iter().any(outside) {
        reasons.push("some of its content is not inside it");
    }
    if !statement.content.is_sorted_by(|a, b| a.range.end <= b.range.start) {
        reasons.push("its content is out of order or overlaps");
    }
    if statement.cue.as_ref().is_some_and(outside) {
        reasons.push("its cue is not inside it");
    }
    if statement.source.as_ref().is_some_and(outside) {
        reasons.push("its source is not inside it");
    }
    if statement.relays.iter().any(|relay| outside(&relay.cue) || relay.source.as_ref().is_some_and(outside))
    {
        reasons.push("a relay is not inside it");
    }
    if statement.uttered.as_ref().is_some_and(outside) {
        reasons.push("the words that tell when it was said are not inside it");
    }
    if statement.continues && statement.cue.is_some() {
        reasons.push("it continues the statement before it, yet has a cue of its own");
    }
    if statement.stance == "denies" && statement.class != "denies" {
        reasons.push("it denies with a cue that does not");
    }
    reasons.extend(statement.speaker.as_ref().and_then(|speaker| against_speaker(speaker, statement)));
    reasons
}

/// What speaks against the place where a speaker is named: each grade says where that must be.
fn against_speaker(speaker: &SpeakerFinding<'_>, statement: &StatementFinding<'_>) -> Option<&'static str> {
    let source = statement.source.as_ref();
    let is_in_source = source.is_some_and(|source| source.contains(&speaker.name));
    let is_in_report = speaker.name.report == statement.place.report;
    match speaker.grade {
        "stated" if source.is_none() => Some("it has a stated speaker but no source words"),
        "stated" => (!is_in_source).then_some("its speaker is not named inside the source words"),
        "resolved" if source.is_none() && !statement.continues => {
            Some("it has a resolved speaker, no source words, and continues nothing")
        }
        "resolved" if is_in_source => Some("its resolved speaker is named inside the source words"),
        "resolved" => (!is_in_report).then_some("its resolved speaker is named in another report"),
        _ => is_in_report.then_some("its speaker should be named in another report"),
    }
}
