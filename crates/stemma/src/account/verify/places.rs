//! Do names of places stand in titles and paragraphs, apart from each other, and is what is said of each of one piece?

use super::fields::{Expected, Fields, Place};
use super::findings::Findings;
use super::known::Known;
use super::problem::Problems;
use crate::account::place_labels::{PLACE_REASON_LABELS, PRECISION_LABELS, USAGE_LABELS};
use crate::account::record::Value;
use std::collections::{BTreeMap, BTreeSet};
use stemma_gazetteer::{CountryCode, Kind, Point};

/// A name of a place, as its record gives it.
pub(super) struct PlaceFinding<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place<'a>,
    is_chosen: bool,
    /// The numbers of the places that it may stand for.
    candidates: Vec<usize>,
    is_precise: bool,
    n_reasons: usize,
    /// The words of the reasons.
    pub(super) words: Vec<Place<'a>>,
}

/// Reads a name.
pub(super) fn read<'a>(id: &'a str, fields: &mut Fields<'a>) -> Expected<PlaceFinding<'a>> {
    fields.label("usage", &USAGE_LABELS)?;
    let reasons = fields.objects("reasons")?;
    let n_reasons = reasons.len();
    let words: Vec<Option<Place>> = reasons.into_iter().map(reason).collect::<Expected<_>>()?;
    let is_precise = *fields.value("precision")? != Value::Null;
    if is_precise {
        fields.label("precision", &PRECISION_LABELS)?;
    }
    Ok(PlaceFinding {
        id,
        place: fields.place("span")?,
        is_chosen: fields.optional_inner("place")?.map(listed).transpose()?.is_some(),
        candidates: fields.objects("candidates")?.into_iter().map(listed).collect::<Expected<_>>()?,
        is_precise,
        n_reasons,
        words: words.into_iter().flatten().collect(),
    })
}

/// The number of a place, where all that is said of it has the form that it must have.
fn listed(mut fields: Fields<'_>) -> Expected<usize> {
    let number = fields.count("number")?;
    fields.text("name")?;
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    fields.label("kind", &kinds)?;
    let country = fields.optional_text("country")?;
    if country.is_some_and(|letters| letters.is_empty() || CountryCode::of(letters).is_none()) {
        return Err("`country` is not two capital letters or null".to_owned());
    }
    fields.optional_text("country_name")?;
    fields.optional_text("division")?;
    let (latitude, longitude) = (degrees(&mut fields, "latitude")?, degrees(&mut fields, "longitude")?);
    Point::new(latitude, longitude).ok_or_else(|| "there is no such point".to_owned())?;
    fields.finish().map(|()| number)
}

fn degrees(fields: &mut Fields<'_>, key: &'static str) -> Expected<i32> {
    match fields.value(key)? {
        Value::Int(number) => i32::try_from(*number).ok(),
        _ => None,
    }
    .ok_or_else(|| format!("`{key}` is not hundred-thousandths of a degree"))
}

/// The words of a reason. Exactly what rests on a name has its words, and exactly what counts others has a count.
fn reason(mut fields: Fields<'_>) -> Expected<Option<Place<'_>>> {
    let label = fields.label("reason", &PLACE_REASON_LABELS)?;
    let (words, count) = (fields.optional_place("words")?, fields.optional_count("count")?);
    fields.finish()?;
    let rests = matches!(label, "holder" | "neighbour");
    let counts = matches!(label, "same-division" | "same-country");
    if words.is_some() != rests || count.is_some() != counts {
        return Err(format!("the reason `{label}` has other parts"));
    }
    Ok(words)
}

/// Checks every name.
pub(super) fn check(findings: &Findings<'_>, known: &Known<'_, '_>, problems: &mut Problems) {
    for one in &findings.places {
        against(one, known).into_iter().for_each(|text| problems.add(one.id, text));
    }
    let mut ends: BTreeMap<&str, u32> = BTreeMap::new();
    let mut sorted: Vec<&PlaceFinding> = findings.places.iter().collect();
    sorted.sort_by_key(|one| one.place.key());
    for one in sorted {
        let end = ends.entry(one.place.report).or_default();
        if one.place.range.start < *end {
            problems.add(one.id, "it overlaps another name of a place");
        }
        *end = one.place.range.end.max(*end);
    }
}

fn against(one: &PlaceFinding<'_>, known: &Known<'_, '_>) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    let is_in_account = |place: &Place| known.is_in_block(place, true) || known.is_in_block(place, false);
    if !is_in_account(&one.place) || !one.words.iter().all(is_in_account) {
        reasons.push("it or the words of a reason stand in no title or paragraph");
    }
    let distinct: BTreeSet<usize> = one.candidates.iter().copied().collect();
    if distinct.len() < one.candidates.len() || one.candidates.len() == 1 {
        reasons.push("it may stand for one place only, or twice for one");
    }
    let is_known = one.is_chosen || !one.candidates.is_empty();
    if one.is_chosen && !one.candidates.is_empty()
        || one.is_precise != is_known
        || (one.n_reasons > 0) != is_known
    {
        reasons.push("it stands for a place and for several, or has reasons or a precision without a place");
    }
    if one.words.iter().any(|words| words.report != one.place.report) {
        reasons.push("a reason stands in another report");
    }
    reasons
}
