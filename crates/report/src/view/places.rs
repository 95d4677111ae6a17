//! Which places the reports name, by place: for a table, and for the map beside it.

use crate::{Numbering, Place as Whereabout};
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::{ClaimIdx, Place, PlaceMeaning, PlaceMention, PlacePrecision, PlaceUsage};

/// A place and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceView<'a> {
    /// What the name stands for: one place, or several of which it may be any; none where no place of the name is known.
    pub places: Vec<&'a Place>,
    /// The name as the first mention has it.
    pub words: &'a str,
    /// How near the words come to a point, at best.
    pub precision: Option<PlacePrecision>,
    /// How many reports name it.
    pub n_reports: usize,
    /// How many claims have an instance in whose words it is named.
    pub n_claims: usize,
    /// Where.
    pub mentions: Vec<Whereabout>,
    /// The same, by their place in the account.
    pub findings: Vec<usize>,
    /// What spoke for it where it is named first.
    pub reasons: Vec<String>,
}

/// The places by how many reports name them, those that are decided first; names for people ("Syrians") are left out.
pub fn places<'a>(account: &'a Account, numbering: &Numbering) -> Vec<PlaceView<'a>> {
    let claims = claims_naming(account);
    let mut by_place: BTreeMap<(u8, Vec<u32>, &str), Vec<usize>> = BTreeMap::new();
    let all = account.places.iter().enumerate();
    for (at, mention) in all.filter(|(_, mention)| mention.usage == PlaceUsage::Name) {
        let words = words(account, mention);
        let key = match &mention.meaning {
            PlaceMeaning::Chosen(place) => (0, vec![place.id], ""),
            PlaceMeaning::Undecided(places) => (1, places.iter().map(|place| place.id).collect(), words),
            PlaceMeaning::Unknown => (2, Vec::new(), words),
        };
        by_place.entry(key).or_default().push(at);
    }
    let view = |findings: Vec<usize>| {
        let named: BTreeSet<ClaimIdx> = findings.iter().flat_map(|at| claims[*at].iter().copied()).collect();
        let mentions: Vec<&PlaceMention> = findings.iter().map(|at| &account.places[*at]).collect();
        PlaceView { n_claims: named.len(), findings, ..view(account, numbering, &mentions) }
    };
    let mut views: Vec<(u8, PlaceView)> =
        by_place.into_iter().map(|((rank, ..), mentions)| (rank, view(mentions))).collect();
    views.sort_by_key(|(rank, view)| {
        (*rank, std::cmp::Reverse((view.n_reports, view.n_claims, view.mentions.len())), view.words)
    });
    views.into_iter().map(|(_, view)| view).collect()
}

/// By name of a place: the claims with an instance in whose words it stands.
fn claims_naming(account: &Account) -> Vec<BTreeSet<ClaimIdx>> {
    let mut claims = vec![BTreeSet::new(); account.places.len()];
    for instance in &account.instances {
        let (report, range) = (instance.span.report, instance.span.range);
        let place = |mention: &PlaceMention| (mention.span.report, mention.span.range.start);
        let first = account.places.partition_point(|mention| place(mention) < (report, range.start));
        let inside = account.places[first..].iter().zip(&mut claims[first..]);
        let inside = inside.take_while(|(mention, _)| place(mention) < (report, range.end));
        inside.for_each(|(_, claims)| _ = claims.insert(instance.claim));
    }
    claims
}

fn words<'a>(account: &'a Account, mention: &PlaceMention) -> &'a str {
    mention.span.range.of(&account.report(mention.span.report).text)
}

fn view<'a>(account: &'a Account, numbering: &Numbering, mentions: &[&'a PlaceMention]) -> PlaceView<'a> {
    let mut shown: Vec<Whereabout> = mentions.iter().map(|mention| numbering.place(mention.span)).collect();
    shown.sort_unstable();
    let first = mentions.iter().min_by_key(|mention| numbering.place(mention.span));
    let first = first.copied().unwrap_or(mentions[0]);
    let text = &account.report(first.span.report).text;
    PlaceView {
        places: match &first.meaning {
            PlaceMeaning::Chosen(place) => vec![place],
            PlaceMeaning::Undecided(places) => places.iter().collect(),
            PlaceMeaning::Unknown => Vec::new(),
        },
        words: words(account, first),
        precision: mentions.iter().filter_map(|mention| mention.precision).min(),
        n_claims: 0,
        findings: Vec::new(),
        n_reports: shown.iter().map(|place| place.report).collect::<BTreeSet<_>>().len(),
        mentions: shown,
        reasons: first.reasons.iter().map(|reason| reason.words(text)).collect(),
    }
}

/// What a place is, in words: its kind, its division and its country.
pub fn place_words(place: &Place) -> String {
    let holders = [&place.division, &place.country_name];
    let holders: Vec<&str> =
        holders.into_iter().flatten().map(String::as_str).filter(|holder| *holder != place.name).collect();
    match holders.is_empty() {
        true => place.kind.name().to_owned(),
        false => format!("{} in {}", place.kind.name(), holders.join(", ")),
    }
}

/// How near words come to a point, in words.
pub fn precision_words(precision: PlacePrecision) -> &'static str {
    match precision {
        PlacePrecision::Exact => "the place itself",
        PlacePrecision::Near => "near it, or a part of it",
        PlacePrecision::District => "a district",
        PlacePrecision::Division => "a first-order division",
        PlacePrecision::Region => "a region",
        PlacePrecision::Country => "a country",
        PlacePrecision::Sea => "a sea",
        PlacePrecision::Continent => "more than a country",
    }
}

/// Hundred-thousandths of a degree as degrees with a point: `33.5102`.
pub fn degrees(value: i32) -> String {
    let (whole, rest) = (value.unsigned_abs() / 100_000, value.unsigned_abs() % 100_000 / 10);
    format!("{}{whole}.{rest:04}", if value < 0 { "-" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn degrees_have_a_sign_and_four_places() {
        assert_eq!(degrees(3_351_020), "33.5102");
        assert_eq!(degrees(-4_209), "-0.0420");
        assert_eq!(degrees(0), "0.0000");
    }
}
