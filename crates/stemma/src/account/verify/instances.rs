//! Do instances stand where their kind of text does, and does something show that they deny or allege?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::known::Known;
use super::problem::Problems;
use crate::account::claim_labels::{CARRIER_LABELS, CLAIM_STANCE_LABELS, ROLE_LABELS};

/// An instance, as its record gives it.
pub(super) struct InstanceFinding<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place<'a>,
    pub(super) carrier: &'a str,
    /// The statement that it is, exactly where the carrier says that it is one.
    pub(super) statement: Option<&'a str>,
    pub(super) stance: &'a str,
    pub(super) marker: Option<Place<'a>>,
    pub(super) parts: Vec<Place<'a>>,
}

/// Reads an instance.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<InstanceFinding<'a>> {
    let carrier = fields.label("carrier", &CARRIER_LABELS)?;
    fields.flag("in_passing")?;
    let statement = fields.optional_identifier("statement", 's')?;
    if statement.is_some() != (carrier == "statement") {
        return Err(format!("`statement` does not fit the carrier `{carrier}`"));
    }
    Ok(InstanceFinding {
        id,
        place: fields.place("span")?,
        carrier,
        statement,
        stance: fields.label("stance", &CLAIM_STANCE_LABELS)?,
        marker: fields.optional_place("marker")?,
        parts: fields.objects("parts")?.into_iter().map(part).collect::<Expected<_>>()?,
    })
}

fn part(mut fields: Fields<'_>) -> Expected<Place<'_>> {
    fields.label("role", &ROLE_LABELS)?;
    let place = fields.place("span")?;
    fields.finish().map(|()| place)
}

/// Checks every instance by itself.
pub(super) fn check(findings: &Findings<'_>, known: &Known<'_, '_>, problems: &mut Problems) {
    for instance in &findings.instances {
        against(instance, known).into_iter().for_each(|text| problems.add(instance.id, text));
    }
}

fn against(instance: &InstanceFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let statement = instance.statement.map(|id| known.statements.get(id));
    let mut reasons = Vec::new();
    match statement {
        Some(None) => reasons.push("its statement is not listed"),
        Some(Some(statement)) if !statement.place.contains(&instance.place) => {
            reasons.push("it does not lie in its statement");
        }
        None if !known.is_in_block(&instance.place, instance.carrier == "headline") => {
            reasons.push("a headline lies in no title, or an assertion in no paragraph");
        }
        _ => {}
    }
    if instance.parts.iter().chain(&instance.marker).any(|words| !known.is_near(instance, words)) {
        reasons.push("its marker or one of its parts stands elsewhere");
    }
    let denies = statement.flatten().is_some_and(|statement| statement.stance == "denies");
    match (instance.stance, &instance.marker) {
        ("affirms", Some(_)) => reasons.push("it affirms, yet has a marker"),
        ("denies", None) if !denies => reasons.push("it denies, and neither a marker nor a statement does"),
        ("alleges", None) if statement.is_none() => {
            reasons.push("it alleges, and neither a marker nor a statement does");
        }
        _ => {}
    }
    reasons
}
