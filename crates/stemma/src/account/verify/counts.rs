//! How many origins stand behind a claim, reckoned anew from the origins and from what may be one.

use super::claims::ClaimFinding;
use super::known::Known;
use std::collections::{BTreeMap, BTreeSet};

/// What of an origin is counted.
struct Counted {
    /// Whether it is a voice with a name, one without, or text.
    standing: Standing,
    is_by_edit: bool,
    stances: BTreeSet<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Named,
    Unnamed,
    Text,
}

/// Origins by identifier.
type Origins<'a> = BTreeMap<&'a str, Counted>;

/// At least and at most: who affirms or alleges, who only alleges, who denies.
pub(super) fn counts(claim: &ClaimFinding<'_>, known: &Known<'_, '_>) -> [(usize, usize); 3] {
    let origins: Origins<'_> =
        claim.origins.iter().filter_map(|id| Some((*id, counted(id, known)?))).collect();
    let links: Vec<(&str, &str)> = claim.may_be_one.iter().map(|pair| (pair.one, pair.other)).collect();
    let has = |one: &Counted, stance: &str| one.stances.contains(stance);
    let only_alleges = |one: &Counted| has(one, "alleges") && !has(one, "affirms");
    [
        count(&origins, &links, |one| has(one, "affirms") || has(one, "alleges")),
        count(&origins, &links, only_alleges),
        count(&origins, &links, |one| has(one, "denies")),
    ]
}

fn counted(id: &str, known: &Known<'_, '_>) -> Option<Counted> {
    let origin = known.origins.get(id)?;
    let standing = match known.voices.get(origin.who) {
        Some(voice) if voice.kind == "unnamed" => Standing::Unnamed,
        Some(_) => Standing::Named,
        None => Standing::Text,
    };
    let instances = origin.instances.iter().filter_map(|one| known.instances.get(one.instance));
    let stances = instances.map(|instance| match instance.stance {
        "affirms" => "affirms",
        "alleges" => "alleges",
        _ => "denies",
    });
    Some(Counted { standing, is_by_edit: origin.is_by_edit, stances: stances.collect() })
}

/// Of those that a stance counts: at least the named voices, what may be one counted once, and the unnamed ones that no
/// named one could be; at most all.
fn count(
    origins: &Origins<'_>,
    links: &[(&str, &str)],
    is_counted: impl Fn(&Counted) -> bool,
) -> (usize, usize) {
    let of_stance: BTreeMap<&str, &Counted> =
        origins.iter().filter(|(_, one)| is_counted(one)).map(|(id, one)| (*id, one)).collect();
    let sure = |standing| {
        let sure = of_stance.iter().filter(move |(_, one)| one.standing == standing && !one.is_by_edit);
        sure.map(|(id, _)| *id).collect::<BTreeSet<&str>>()
    };
    let named = sure(Standing::Named);
    let could_be_named: BTreeSet<&str> = links
        .iter()
        .flat_map(|(one, other)| [(*one, *other), (*other, *one)])
        .filter(|(_, other)| named.contains(other))
        .map(|(one, _)| one)
        .collect();
    let unnamed = components(&sure(Standing::Unnamed), links);
    let alone = unnamed.iter().filter(|members| members.iter().all(|id| !could_be_named.contains(id)));
    (components(&named, links).len() + alone.count(), of_stance.len())
}

/// What hangs together by links between members.
fn components<'a>(members: &BTreeSet<&'a str>, links: &[(&'a str, &'a str)]) -> Vec<BTreeSet<&'a str>> {
    let mut neighbours: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (one, other) in links.iter().filter(|(one, other)| members.contains(one) && members.contains(other)) {
        neighbours.entry(one).or_default().push(other);
        neighbours.entry(other).or_default().push(one);
    }
    let mut left = members.clone();
    let mut found = Vec::new();
    while let Some(first) = left.pop_first() {
        let (mut component, mut open) = (BTreeSet::new(), vec![first]);
        while let Some(at) = open.pop() {
            component.insert(at);
            let near = neighbours.get(at).into_iter().flatten();
            open.extend(near.filter(|other| left.remove(**other)));
        }
        found.push(component);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(origins: &[(&'static str, Standing)], links: &[(&str, &str)]) -> (usize, usize) {
        let one = |standing, is_by_edit| Counted { standing, is_by_edit, stances: BTreeSet::new() };
        let origins = origins.iter().map(|(id, standing)| (*id, one(*standing, id.starts_with("edit"))));
        count(&origins.collect(), links, |_| true)
    }

    #[test]
    fn voices_of_one_party_count_once_and_at_most_each() {
        use Standing::{Named, Text, Unnamed};
        let named = [("army", Named), ("ministry", Named), ("mayor", Named), ("edit", Named), ("page", Text)];
        assert_eq!(counted(&named, &[]), (3, 5));
        assert_eq!(counted(&named, &[("army", "ministry")]), (2, 5));
        assert_eq!(counted(&named, &[("army", "ministry"), ("ministry", "mayor")]), (1, 5));
        let unnamed = [("army", Named), ("officials", Unnamed), ("experts", Unnamed), ("sources", Unnamed)];
        assert_eq!(counted(&unnamed, &[]), (4, 4));
        assert_eq!(counted(&unnamed, &[("officials", "army")]), (3, 4));
        assert_eq!(counted(&unnamed, &[("officials", "army"), ("experts", "officials")]), (2, 4));
        let by_edit = [("edit", Named), ("officials", Unnamed)];
        assert_eq!(counted(&by_edit, &[("officials", "edit")]), (1, 2));
        assert_eq!(counted(&[("page", Text)], &[]), (0, 1));
    }
}
