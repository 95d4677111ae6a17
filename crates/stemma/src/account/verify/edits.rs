//! Do the edits of each pair of witnesses turn the one text into the other, character for character?

use super::fields::Place;
use super::findings::{EditFinding, FamilyFinding, Findings};
use super::problem::Problems;
use std::collections::{BTreeMap, BTreeSet};

/// Edits of one pair, by family and by the witness that is not the representative.
type Pairs<'a> = BTreeMap<(&'a str, &'a str), Vec<&'a EditFinding<'a>>>;

/// Passages by identifier.
type Places<'a> = BTreeMap<&'a str, Place<'a>>;

/// Which passages a family lists, as pairs of identifiers.
type Members<'a> = BTreeSet<(&'a str, &'a str)>;

/// Checks what every edit names, then replays the edits of every pair.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    let places: Places<'_> = findings.passages.iter().map(|passage| (passage.id, passage.place)).collect();
    let families: BTreeMap<&str, &FamilyFinding<'_>> =
        findings.families.iter().map(|family| (family.id, family)).collect();
    let members: Members<'_> = findings
        .families
        .iter()
        .flat_map(|family| family.passages.iter().map(|passage| (family.id, *passage)))
        .collect();
    for edit in &findings.edits {
        check_names(edit, families.get(edit.family).copied(), &members, problems);
        check_sides(edit, &places, problems);
    }
    replay_all(findings, &families, &places, problems);
}

/// The family is listed, the one side is its representative, the other another of its witnesses.
fn check_names(
    edit: &EditFinding<'_>,
    family: Option<&FamilyFinding<'_>>,
    members: &Members<'_>,
    problems: &mut Problems,
) {
    let Some(family) = family else {
        return problems.add(edit.id, "its family is not listed");
    };
    if edit.from.passage != family.representative {
        problems.add(edit.id, "it does not start from the representative");
    }
    let is_witness = members.contains(&(family.id, edit.to.passage));
    if edit.to.passage == family.representative || !is_witness {
        let text = "it does not lead to another passage of its family";
        problems.add(edit.id, text);
    }
}

fn check_sides(edit: &EditFinding<'_>, places: &Places<'_>, problems: &mut Problems) {
    for side in [&edit.from, &edit.to] {
        match places.get(side.passage) {
            Some(passage) if passage.contains(&side.place) => {}
            Some(_) => problems.add(edit.id, "one side is not inside its passage"),
            None => problems.add(edit.id, "it names a passage that is not listed"),
        }
    }
    if edit.from.place.text == edit.to.place.text {
        problems.add(edit.id, "both sides are equal");
    }
}

/// Replays every pair. A passage is replayed no more often than it has lines, so that families that list
/// one long passage many times (a problem by itself) cost no time.
fn replay_all(
    findings: &Findings<'_>,
    families: &BTreeMap<&str, &FamilyFinding<'_>>,
    places: &Places<'_>,
    problems: &mut Problems,
) {
    let mut pairs = Pairs::new();
    for edit in &findings.edits {
        let pair = (edit.family, edit.to.passage);
        pairs.entry(pair).or_default().push(edit);
    }
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for passage in &findings.passages {
        *lines.entry(passage.id).or_default() += 1;
    }
    for family in families.values() {
        for passage in &family.passages {
            let left = lines.entry(passage).or_default();
            if *left > 0 && *passage != family.representative {
                let edits = pairs.remove(&(family.id, *passage)).unwrap_or_default();
                check_pair(family, passage, edits, places, problems);
            }
            *left = left.saturating_sub(1);
        }
    }
}

fn check_pair(
    family: &FamilyFinding<'_>,
    passage: &str,
    mut edits: Vec<&EditFinding<'_>>,
    places: &Places<'_>,
    problems: &mut Problems,
) {
    let (Some(representative), Some(witness)) = (places.get(family.representative), places.get(passage))
    else {
        return;
    };
    edits.sort_by_key(|edit| (edit.from.place.range, edit.to.place.range));
    if let Err(at) = replay(representative, witness, &edits) {
        if let Some(edit) = at {
            let text = "the text before it differs, although no edit says so";
            problems.add(edit.id, text);
        }
        let text = format!("its edits do not turn the representative into passage {passage}");
        problems.add(family.id, text);
    }
}

/// The edit before which the two texts part, or none where they part behind the last.
fn replay<'e, 'a>(
    representative: &Place<'_>,
    witness: &Place<'_>,
    edits: &[&'e EditFinding<'a>],
) -> Result<(), Option<&'e EditFinding<'a>>> {
    let mut from = representative.range.start;
    let mut to = witness.range.start;
    for edit in edits {
        let (next_from, next_to) = (edit.from.place.range, edit.to.place.range);
        let before = words(representative, from, next_from.start);
        if before.is_none() || before != words(witness, to, next_to.start) {
            return Err(Some(edit));
        }
        (from, to) = (next_from.end, next_to.end);
    }
    let rest = words(representative, from, representative.range.end);
    if rest.is_none() || rest != words(witness, to, witness.range.end) {
        return Err(None);
    }
    Ok(())
}

/// The words of a passage between two places of its report; absent where there is no such place in it.
fn words<'a>(passage: &Place<'a>, start: u32, end: u32) -> Option<&'a str> {
    let start = start.checked_sub(passage.range.start)? as usize;
    let end = end.checked_sub(passage.range.start)? as usize;
    passage.text.get(start..end)
}
