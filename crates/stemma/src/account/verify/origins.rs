//! Is every instance of an origin his: said by him, in his own text, or a copy of what is?

use super::fields::{Expected, Fields};
use super::findings::Findings;
use super::instances::InstanceFinding;
use super::known::{Known, WitnessesFinding, read_witnesses};
use super::problem::Problems;
use crate::account::claim_labels::GROUND_LABELS;
use std::collections::{BTreeMap, BTreeSet};

/// An origin, as its record gives it.
pub(super) struct OriginFinding<'a> {
    pub(super) id: &'a str,
    /// The identifier of a voice, a report or a family.
    pub(super) who: &'a str,
    pub(super) is_by_edit: bool,
    pub(super) instances: Vec<GroundedFinding<'a>>,
}

/// An instance of an origin and why it is his, as the record gives it.
pub(super) struct GroundedFinding<'a> {
    pub(super) instance: &'a str,
    ground: &'a str,
    /// The instance that it copies or sums up, exactly where the ground is one of these.
    of: Option<&'a str>,
    witnesses: Option<WitnessesFinding<'a>>,
}

/// Reads an origin.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<OriginFinding<'a>> {
    Ok(OriginFinding {
        id,
        who: fields.identifier_of("who", &['v', 'r', 'f'])?,
        is_by_edit: fields.flag("is_by_edit")?,
        instances: fields.objects("instances")?.into_iter().map(grounded).collect::<Expected<_>>()?,
    })
}

fn grounded(mut fields: Fields<'_>) -> Expected<GroundedFinding<'_>> {
    let ground = fields.label("ground", &GROUND_LABELS)?;
    let grounded = GroundedFinding {
        instance: fields.identifier("instance", 'i')?,
        ground,
        of: fields.optional_identifier("of", 'i')?,
        witnesses: read_witnesses(&mut fields)?,
    };
    fields.finish()?;
    if grounded.of.is_some() != ["copy", "sums-up"].contains(&ground) {
        return Err(format!("`of` does not fit the ground `{ground}`"));
    }
    Ok(grounded)
}

/// Checks every origin by itself.
pub(super) fn check(findings: &Findings<'_>, known: &Known<'_, '_>, problems: &mut Problems) {
    for origin in &findings.origins {
        against(origin, known).into_iter().for_each(|text| problems.add(origin.id, text));
    }
}

fn against(origin: &OriginFinding<'_>, known: &Known<'_, '_>) -> BTreeSet<&'static str> {
    let mut reasons = BTreeSet::new();
    let is_listed = known.voices.contains_key(origin.who)
        || known.reports.contains_key(origin.who)
        || known.families.contains(origin.who);
    if !is_listed {
        reasons.insert("the voice, report or family that it is is not listed");
    }
    let by_instance: BTreeMap<&str, &GroundedFinding<'_>> =
        origin.instances.iter().map(|one| (one.instance, one)).collect();
    if origin.instances.is_empty() || by_instance.len() < origin.instances.len() {
        reasons.insert("it has no instance, or one twice");
    }
    let grounds = origin.instances.iter().map(|one| one.ground);
    let is_direct = |ground: &str| ["speaker", "own-text", "not-stated"].contains(&ground);
    if origin.is_by_edit == grounds.clone().any(is_direct) {
        reasons.insert("whether it is there by an edit only does not fit the grounds of its instances");
    }
    for one in &origin.instances {
        match known.instances.get(one.instance) {
            None => reasons.insert("one of its instances is not listed"),
            Some(instance) => match against_ground(one, instance, origin, known) {
                Some(why) => reasons.insert(why),
                None => continue,
            },
        };
        if one.of.is_some_and(|of| !by_instance.contains_key(of)) {
            reasons.insert("one of its instances copies or sums up one that is not its own");
        }
    }
    if leads_nowhere(&by_instance) {
        reasons.insert("its instances copy or sum up each other in a circle");
    }
    reasons
}

/// What speaks against the ground of an instance.
fn against_ground(
    one: &GroundedFinding<'_>,
    instance: &InstanceFinding<'_>,
    origin: &OriginFinding<'_>,
    known: &Known<'_, '_>,
) -> Option<&'static str> {
    let of = one.of.and_then(|of| known.instances.get(of)).map(|of| &of.place);
    let witnesses = one.witnesses.as_ref();
    let shares = known.are_shared(witnesses, &instance.place, of);
    let is_family = known.families.contains(origin.who);
    let is_witness = match one.ground {
        "copy" | "changed-copy" => shares,
        "sums-up" => witnesses.is_none(),
        _ if is_family => shares && witnesses.is_some_and(|found| found.family == origin.who),
        _ => witnesses.is_none(),
    };
    let is_summary =
        instance.carrier == "headline" && of.is_some_and(|of| of.report == instance.place.report);
    match one.ground {
        _ if !is_witness => Some("one of its instances is no witness of the family that it names"),
        "copy" => None,
        "sums-up" => (!is_summary).then_some("what sums up is no headline of the same report"),
        _ => against_who(one.ground, instance, origin, known),
    }
}

/// Whether an instance that is no copy, or a changed one, is of this voice, of this report, or of nobody whom it names.
fn against_who(
    ground: &str,
    instance: &InstanceFinding<'_>,
    origin: &OriginFinding<'_>,
    known: &Known<'_, '_>,
) -> Option<&'static str> {
    let statement = instance.statement.and_then(|id| known.statements.get(id));
    let voice = statement.and_then(|statement| statement.speaker.as_ref()).map(|speaker| speaker.voice);
    let fits_ground = match ground {
        "speaker" => voice.is_some(),
        "own-text" => instance.statement.is_none(),
        "not-stated" => voice.is_none(),
        _ => true,
    };
    let is_his = match voice {
        Some(voice) => voice == origin.who,
        None => known.families.contains(origin.who) || instance.place.report == origin.who,
    };
    if !fits_ground {
        Some("the ground of one of its instances does not fit what carries it")
    } else {
        (!is_his).then_some("one of its instances is of another voice or report")
    }
}

/// Whether some instance copies or sums up itself, by however many steps. Each is walked over once.
fn leads_nowhere(by_instance: &BTreeMap<&str, &GroundedFinding<'_>>) -> bool {
    super::joins::has_circle(by_instance.keys().copied(), |at| by_instance.get(at)?.of)
}
