//! Names into voices: which of them belong together.
//!
//! Full names are one voice wherever they stand. A last name alone, "the army", "the statement" and whoever has no name are
//! known only where they are said: the first three among reports that have passages in common, the last inside a report.

use super::Speaking;
use super::naming::Name;
use crate::model::{Report, Span, Voice, VoiceIdx, VoiceKind};
use std::collections::{BTreeMap, BTreeSet};

/// Among which reports a name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    Pile,
    /// Reports that have passages in common, by the number of their group.
    Group(u32),
    Report(u32),
}

type Key = (VoiceKind, Scope, Vec<String>);

/// The voices, in the order of the first places of their names, and the voice of each speaker.
pub(super) fn gather(
    reports: &[Report],
    speakers: &[Option<Speaking>],
    groups: &[u32],
) -> (Vec<Voice>, Vec<Option<VoiceIdx>>) {
    let text = |span: Span| span.range.of(&reports[span.report.0 as usize].text);
    let mut names: BTreeMap<Key, (Name, Vec<Span>)> = BTreeMap::new();
    let mut keys: Vec<Option<Key>> = Vec::new();
    for speaking in speakers {
        let key = speaking.map(|speaking| {
            let name = Name::of(text(speaking.name), speaking.kind);
            let key = (speaking.kind, scope(&name, &speaking, groups), name.words.clone());
            names.entry(key.clone()).or_insert_with(|| (name, Vec::new())).1.push(speaking.name);
            key
        });
        keys.push(key);
    }
    let chosen = choose(&names, groups, &text);
    let mut places: BTreeMap<&Key, BTreeSet<Span>> = BTreeMap::new();
    for (key, (_, spans)) in &names {
        places.entry(chosen.get(key).unwrap_or(key)).or_default().extend(spans);
    }
    let mut voices: Vec<(Voice, &Key)> = places
        .into_iter()
        .map(|(key, places)| {
            let names: Vec<Span> = places.into_iter().collect();
            // The longest, of equal ones the first.
            let shown = (0..names.len()).max_by_key(|at| (names[*at].range.len(), std::cmp::Reverse(*at)));
            (Voice { shown: shown.unwrap_or_default() as u32, kind: key.0, names }, key)
        })
        .collect();
    voices.sort_by(|(a, _), (b, _)| (a.names.first(), a.kind).cmp(&(b.names.first(), b.kind)));
    let numbers: BTreeMap<&Key, VoiceIdx> =
        voices.iter().enumerate().map(|(at, (_, key))| (*key, VoiceIdx(at as u32))).collect();
    let of = |key: &Key| numbers.get(chosen.get(key).unwrap_or(key)).copied();
    let numbers_of_speakers = keys.iter().map(|key| key.as_ref().and_then(of)).collect();
    (voices.into_iter().map(|(voice, _)| voice).collect(), numbers_of_speakers)
}

fn scope(name: &Name, speaking: &Speaking, groups: &[u32]) -> Scope {
    let report = speaking.name.report.0;
    let group = Scope::Group(groups[report as usize]);
    match speaking.kind {
        VoiceKind::Unnamed => Scope::Report(report),
        VoiceKind::Metonym => Scope::Pile,
        VoiceKind::Document => group,
        VoiceKind::Person | VoiceKind::Body if name.is_full => Scope::Pile,
        VoiceKind::Person | VoiceKind::Body => group,
    }
}

/// Full names by what a short one can have of them.
struct Index<'n> {
    by_word: BTreeMap<(VoiceKind, &'n str), Vec<&'n Key>>,
    /// Bodies by their initials.
    by_initials: BTreeMap<String, Vec<&'n Key>>,
    /// The groups of reports in which each name stands.
    groups: BTreeMap<&'n Key, BTreeSet<u32>>,
}

impl<'n> Index<'n> {
    fn of(names: &'n BTreeMap<Key, (Name, Vec<Span>)>, groups: &[u32]) -> Self {
        let mut index =
            Index { by_word: BTreeMap::new(), by_initials: BTreeMap::new(), groups: BTreeMap::new() };
        for (key, (name, spans)) in names {
            let of_name = spans.iter().map(|span| groups[span.report.0 as usize]).collect();
            index.groups.insert(key, of_name);
            if !name.is_full {
                continue;
            }
            for word in BTreeSet::from_iter(&name.words) {
                index.by_word.entry((key.0, word)).or_default().push(key);
            }
            if key.0 == VoiceKind::Body {
                index.by_initials.entry(name.initials()).or_default().push(key);
            }
        }
        index
    }

    /// Full names of a kind that have a word of a name.
    fn with_a_word_of(&self, name: &Name, kind: VoiceKind) -> BTreeSet<&'n Key> {
        let found = name.words.iter().filter_map(|word| self.by_word.get(&(kind, word.as_str())));
        found.flatten().copied().collect()
    }

    fn near(&self, one: &Key, other: &Key) -> bool {
        let (one, other) = (self.groups.get(one), self.groups.get(other));
        one.zip(other).is_some_and(|(one, other)| !one.is_disjoint(other))
    }
}

/// Which names stand for another: short for a full name, another spelling, an abbreviation.
fn choose<'t>(
    names: &BTreeMap<Key, (Name, Vec<Span>)>,
    groups: &[u32],
    text: &impl Fn(Span) -> &'t str,
) -> BTreeMap<Key, Key> {
    let index = Index::of(names, groups);
    let mut chosen: BTreeMap<Key, Key> = BTreeMap::new();
    for (key, (name, spans)) in names {
        let shortened = || -> Vec<&Key> {
            let persons = index.with_a_word_of(name, VoiceKind::Person).into_iter();
            persons.filter(|other| name.shortens(&names[*other].0) && index.near(key, other)).collect()
        };
        let abbreviated = || -> Vec<&Key> {
            let own = spans.first().map_or("", |span| text(*span));
            let bodies =
                name.words.first().and_then(|word| index.by_initials.get(word)).into_iter().flatten();
            bodies.filter(|other| name.abbreviates(own) && index.near(key, other)).copied().collect()
        };
        let full: Vec<&Key> = match key.0 {
            VoiceKind::Person if !name.is_full => shortened(),
            // The spelling that comes first among all that are alike stands for the others.
            VoiceKind::Person => {
                let candidates = index.with_a_word_of(name, key.0).into_iter();
                let alike = candidates.filter(|other| names[*other].0.is_spelling_of(name));
                alike.take(1).filter(|other| *other < key).collect()
            }
            // A last name alone is easily taken for a body; whose it is, the full name tells.
            VoiceKind::Body if !name.is_full => {
                let mut persons = shortened();
                // "Captain Orlo": of somebody with one name the title tells.
                persons.extend(
                    names.get_key_value(&(VoiceKind::Person, key.1, key.2.clone())).map(|(key, _)| key),
                );
                if persons.is_empty() { abbreviated() } else { persons }
            }
            // A full name that one report's grammar takes for a body and another's for a person is a person's.
            VoiceKind::Body => names
                .get_key_value(&(VoiceKind::Person, key.1, key.2.clone()))
                .map(|(key, _)| key)
                .into_iter()
                .collect(),
            _ => Vec::new(),
        };
        // Two that could be meant: neither is.
        if let [only] = distinct(&full, names).as_slice() {
            chosen.insert(key.clone(), (*only).clone());
        }
    }
    // A short name of a spelling that itself stands for another.
    let followed: Vec<(Key, Key)> =
        chosen.iter().filter_map(|(key, other)| Some((key.clone(), chosen.get(other)?.clone()))).collect();
    chosen.extend(followed);
    chosen
}

/// Spellings of one name count once.
fn distinct<'k>(keys: &[&'k Key], names: &BTreeMap<Key, (Name, Vec<Span>)>) -> Vec<&'k Key> {
    let mut found: Vec<&Key> = Vec::new();
    for key in keys {
        if !found.iter().any(|other| names[*other].0.is_spelling_of(&names[*key].0)) {
            found.push(key);
        }
    }
    found
}
