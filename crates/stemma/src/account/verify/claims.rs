//! Are the instances, origins, counts and silences of every claim what the other findings give?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::known::{Known, WitnessesFinding, read_witnesses};
use super::problem::Problems;
use super::{counts, joins, silences};
use crate::account::claim_labels::{JOIN_LABELS, MAY_BE_ONE_LABELS, SILENCE_LABELS};
use std::collections::{BTreeMap, BTreeSet};

/// A claim, as its record gives it.
pub(super) struct ClaimFinding<'a> {
    pub(super) id: &'a str,
    pub(super) story: &'a str,
    plainest: &'a str,
    pub(super) wording: Place<'a>,
    n_reports: usize,
    n_instances: usize,
    pub(super) instances: Vec<JoinedFinding<'a>>,
    pub(super) origins: Vec<&'a str>,
    pub(super) may_be_one: Vec<PairFinding<'a>>,
    counts: [(usize, usize); 3],
    pub(super) silences: Vec<SilenceFinding<'a>>,
}

/// An instance of a claim, as the record gives it.
pub(super) struct JoinedFinding<'a> {
    pub(super) instance: &'a str,
    pub(super) join: Option<JoinFinding<'a>>,
}

/// Why an instance carries the claim that another carries, as the record gives it.
pub(super) struct JoinFinding<'a> {
    pub(super) with: &'a str,
    pub(super) reason: &'a str,
    pub(super) words: Vec<(Place<'a>, Place<'a>)>,
    pub(super) witnesses: Option<WitnessesFinding<'a>>,
}

/// Two origins that may be one, as the record gives them.
pub(super) struct PairFinding<'a> {
    pub(super) one: &'a str,
    pub(super) other: &'a str,
    reason: &'a str,
}

/// A silence, as the record gives it.
pub(super) struct SilenceFinding<'a> {
    pub(super) report: &'a str,
    pub(super) kind: &'a str,
}

/// Reads a claim.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<ClaimFinding<'a>> {
    Ok(ClaimFinding {
        id,
        story: fields.identifier("story", 't')?,
        plainest: fields.identifier("plainest", 'i')?,
        wording: fields.place("wording")?,
        n_reports: fields.count("n_reports")?,
        n_instances: fields.count("n_instances")?,
        instances: fields.objects("instances")?.into_iter().map(joined).collect::<Expected<_>>()?,
        origins: fields.identifiers("origins", 'o')?,
        may_be_one: fields.objects("may_be_one")?.into_iter().map(pair).collect::<Expected<_>>()?,
        counts: all_counts(fields.inner("counts")?)?,
        silences: fields.objects("silences")?.into_iter().map(silence).collect::<Expected<_>>()?,
    })
}

fn joined(mut fields: Fields<'_>) -> Expected<JoinedFinding<'_>> {
    let instance = fields.identifier("instance", 'i')?;
    let join = fields.optional_inner("join")?.map(join).transpose()?;
    fields.finish().map(|()| JoinedFinding { instance, join })
}

fn join(mut fields: Fields<'_>) -> Expected<JoinFinding<'_>> {
    let join = JoinFinding {
        with: fields.identifier("with", 'i')?,
        reason: fields.label("reason", &JOIN_LABELS)?,
        words: fields.objects("words")?.into_iter().map(word_pair).collect::<Expected<_>>()?,
        witnesses: read_witnesses(&mut fields)?,
    };
    fields.finish().map(|()| join)
}

fn word_pair(mut fields: Fields<'_>) -> Expected<(Place<'_>, Place<'_>)> {
    let words = (fields.place("here")?, fields.place("there")?);
    fields.finish().map(|()| words)
}

fn pair(mut fields: Fields<'_>) -> Expected<PairFinding<'_>> {
    let pair = PairFinding {
        one: fields.identifier("one", 'o')?,
        other: fields.identifier("other", 'o')?,
        reason: fields.label("reason", &MAY_BE_ONE_LABELS)?,
    };
    fields.finish().map(|()| pair)
}

fn all_counts(mut fields: Fields<'_>) -> Expected<[(usize, usize); 3]> {
    let mut range = |key| {
        let mut fields = fields.inner(key)?;
        let range = (fields.count("at_least")?, fields.count("at_most")?);
        fields.finish().map(|()| range)
    };
    let counts = [range("affirm")?, range("allege")?, range("deny")?];
    fields.finish().map(|()| counts)
}

fn silence(mut fields: Fields<'_>) -> Expected<SilenceFinding<'_>> {
    let silence = SilenceFinding {
        report: fields.identifier("report", 'r')?,
        kind: fields.label("kind", &SILENCE_LABELS)?,
    };
    fields.finish().map(|()| silence)
}

/// Checks every claim, and that nothing is listed that belongs to none.
pub(super) fn check(findings: &Findings<'_>, known: &Known<'_, '_>, problems: &mut Problems) {
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in &findings.claims {
        names(claim).for_each(|id| *listed.entry(id).or_default() += 1);
    }
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let instances = findings.instances.iter().map(|one| one.id);
    instances
        .chain(findings.origins.iter().map(|one| one.id))
        .for_each(|id| *lines.entry(id).or_default() += 1);
    let n_lines = |id: &str| lines.get(id).copied().unwrap_or(0);
    for (id, lines) in &lines {
        let claims = listed.get(id).copied().unwrap_or(0);
        if *lines != claims || *lines > MOST_CLAIMS {
            problems.add(id, format!("it is listed {lines} times, by claims {claims} times"));
        }
    }
    for claim in &findings.claims {
        // What more claims name than there is would be looked through for each of them.
        if names(claim).any(|id| n_lines(id) < listed[id] || n_lines(id) > MOST_CLAIMS) {
            problems.add(claim.id, "one of its instances or origins is not listed for it");
        } else {
            against(claim, known).into_iter().for_each(|text| problems.add(claim.id, text));
        }
    }
}

/// The most claims that one run of words carries with equal parts and stance. There are hardly ever two; a check
/// looks through them all.
pub(super) const MOST_CLAIMS: usize = 64;

/// The instances and origins that a claim names.
fn names<'a>(claim: &ClaimFinding<'a>) -> impl Iterator<Item = &'a str> {
    claim.instances.iter().map(|one| one.instance).chain(claim.origins.iter().copied())
}

fn against(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> BTreeSet<&'static str> {
    let mut reasons = BTreeSet::new();
    reasons.extend(against_instances(claim, known));
    reasons.extend(joins::against(claim, known));
    reasons.extend(against_origins(claim, known));
    if counts::counts(claim, known) != claim.counts {
        reasons.insert("its origins give other counts");
    }
    reasons.extend(silences::against(claim, known));
    reasons
}

fn against_instances(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let ids: BTreeSet<&str> = claim.instances.iter().map(|one| one.instance).collect();
    let instances: Vec<_> = ids.iter().filter_map(|id| known.instances.get(id)).collect();
    let reports: BTreeSet<&str> = instances.iter().map(|instance| instance.place.report).collect();
    let mut reasons = Vec::new();
    if instances.len() < claim.instances.len() {
        reasons.push("one of its instances is not listed, or it names one twice");
    }
    if (claim.n_instances, claim.n_reports) != (claim.instances.len(), reports.len()) {
        reasons.push("it has another number of instances or of reports");
    }
    match known.stories.get(claim.story) {
        None => reasons.push("its story is not listed"),
        Some(story) if instances.iter().any(|instance| !story.hold(&instance.place)) => {
            reasons.push("one of its instances stands in no part of its story");
        }
        Some(_) => {}
    }
    let plainest = known.instances.get(claim.plainest).filter(|_| ids.contains(claim.plainest));
    match plainest {
        None => reasons.push("the plainest is none of its instances"),
        Some(plainest) if plainest.place.key() != claim.wording.key() => {
            reasons.push("its wording is not that of the plainest instance");
        }
        Some(_) => {}
    }
    reasons
}

/// Its origins share its instances out, none is somebody twice, and what may be one are two of them.
fn against_origins(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let origins: Vec<_> = claim.origins.iter().filter_map(|id| known.origins.get(id)).collect();
    let mut reasons = Vec::new();
    if origins.len() < claim.origins.len() {
        reasons.push("one of its origins is not listed");
    }
    let who: BTreeSet<&str> = origins.iter().map(|origin| origin.who).collect();
    if who.len() < origins.len() {
        reasons.push("two of its origins are one");
    }
    let sorted = |mut ids: Vec<&str>| {
        ids.sort_unstable();
        ids.join(" ")
    };
    let own = claim.instances.iter().map(|one| one.instance).collect();
    let shared_out = origins.iter().flat_map(|origin| &origin.instances).map(|one| one.instance).collect();
    if sorted(own) != sorted(shared_out) {
        reasons.push("its instances and those of its origins are not the same");
    }
    let listed: BTreeSet<&str> = claim.origins.iter().copied().collect();
    let kind = |id: &str| {
        let origin = known.origins.get(id).filter(|_| listed.contains(id))?;
        known.voices.get(origin.who).map(|voice| voice.kind)
    };
    let holds = |pair: &PairFinding<'_>| match (kind(pair.one), kind(pair.other)) {
        (Some(one), Some(other)) => {
            let is_unnamed = one == "unnamed" || other == "unnamed";
            pair.one != pair.other && is_unnamed == (pair.reason == "unnamed")
        }
        _ => false,
    };
    if !claim.may_be_one.iter().all(holds) {
        reasons.push("two origins cannot be one as it says");
    }
    reasons
}
