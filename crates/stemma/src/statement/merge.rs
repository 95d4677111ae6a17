//! Two readings of one sentence into one: what its quotations and marks say, and what its tree says.

use super::Reference;
use super::draft::Draft;
use crate::model::{ByteRange, CueClass, Relay, Stance, StatementKind};

/// Most attributions that one group of sentences has in prose. What has more is a list without full stops, where nobody can
/// tell what stands inside what, and comparing all would take long.
const MOST_TOGETHER: usize = 500;

/// The attributions of a group of sentences, from both readings.
///
/// A whole quotation with its reporting clause is read best by its marks, whatever is retold best by the tree. A denial that
/// the tree does not see at all is taken from the words, so that none is lost.
pub(super) fn merge(by_words: Vec<Draft>, mut by_tree: Vec<Draft>) -> Vec<Draft> {
    let mut merged = Vec::new();
    for mut words in by_words {
        // What the tree knows of the same words of saying.
        if let Some(tree) = by_tree.iter().find(|tree| meets(tree.cue, words.cue)) {
            words.uttered = tree.uttered;
            if words.stance == Stance::Affirms && tree.class != CueClass::Denies {
                words.class = tree.class;
            }
        }
        let same = |tree: &Draft| meets(tree.cue, words.cue) || shares(tree, &words);
        let direct = words.kind == StatementKind::Direct && words.cue.is_some();
        let denial = words.stance == Stance::Denies;
        let judged =
            by_tree.iter().any(|tree| (tree.said || denial && meets(tree.cue, words.cue)) && same(tree));
        if direct || !judged {
            by_tree.retain(|tree| !same(tree));
            merged.push(words);
        }
    }
    merged.extend(by_tree);
    merged
}

fn meets(a: Option<ByteRange>, b: Option<ByteRange>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.overlap(b) > 0)
}

fn shares(a: &Draft, b: &Draft) -> bool {
    a.content.iter().any(|one| b.content.iter().any(|other| one.overlap(*other) > 0))
}

/// Takes out of what is said the words that attribute the whole of it: "X said that A, according to Y".
pub(super) fn untangle(text: &str, drafts: &mut [Draft]) {
    let around: Vec<(ByteRange, Vec<ByteRange>)> = drafts
        .iter()
        .filter(|draft| draft.around)
        .map(|draft| (hull(draft.cue.into_iter().chain(draft.source)), draft.content.clone()))
        .collect();
    for draft in drafts.iter_mut().filter(|draft| !draft.around) {
        for (phrase, content) in &around {
            let Some(cue) = draft.cue.filter(|cue| content.iter().any(|part| part.contains(*cue))) else {
                continue;
            };
            for part in &mut draft.content {
                if part.start < phrase.start && phrase.start < part.end && cue != *phrase {
                    let kept = text[part.start as usize..phrase.start as usize]
                        .trim_end()
                        .trim_end_matches([',', '-']);
                    part.end = part.start + kept.trim_end().len() as u32;
                }
            }
            draft.content.retain(|part| !part.is_empty());
        }
    }
}

/// Says for each draft through whom it comes: who says what stands around it. Whoever does nothing but pass on is no
/// speaker, and is left out.
pub(super) fn relay(drafts: &mut Vec<Draft>) {
    if drafts.len() > MOST_TOGETHER {
        return;
    }
    let outer = drafts.clone();
    let mut only_passes_on = vec![false; outer.len()];
    for draft in drafts.iter_mut() {
        let Some(cue) = draft.cue else { continue };
        let mut around: Vec<usize> = (0..outer.len())
            .filter(|at| {
                let other = &outer[*at];
                other.cue.is_some_and(|own| own != cue) && other.content.iter().any(|part| part.contains(cue))
            })
            .collect();
        // The nearest is the one with the fewest words around.
        around.sort_by_key(|at| length(&outer[*at].content));
        for at in around {
            let Some(relay) = outer[at].cue.map(|cue| Relay { source: outer[at].source, cue }) else {
                continue;
            };
            let own = hull(draft.content.iter().copied().chain(draft.cue).chain(draft.source)).len();
            let behind = outer[at].cue > outer[at].content.last().copied();
            let says = outer[at].class == CueClass::Says && outer[at].stance == Stance::Affirms;
            let spoken = matches!(draft.reference, Reference::Named(_) | Reference::Anaphor(_))
                && reports(draft.class);
            let passes_on =
                says && spoken && (outer[at].around || behind) && 10 * own >= 8 * length(&outer[at].content);
            only_passes_on[at] |= passes_on;
            draft.nested |= !passes_on;
            for own in outer[at].relays.iter().chain([&relay]) {
                if !draft.relays.contains(own) {
                    draft.relays.push(*own);
                }
            }
        }
    }
    // Whoever is cited passes on, too, where what he is cited for is another's.
    let mut passes_on = only_passes_on.into_iter();
    drafts.retain(|_| !passes_on.next().unwrap_or_default());
    let cited: Vec<Relay> = drafts.iter().flat_map(|draft| draft.relays.clone()).collect();
    drafts.retain(|draft| {
        let same = |relay: &Relay| Some(relay.cue) == draft.cue;
        !(cited.iter().any(same)
            && outer.iter().any(|other| other.relays.iter().any(same) && other.content == draft.content))
    });
}

/// Whether a cue reports words, so that whoever reports them again only passes them on.
fn reports(class: CueClass) -> bool {
    use CueClass::{Claims, Confirms, Denies, Estimates, Says};
    matches!(class, Says | Confirms | Claims | Denies | Estimates)
}

fn length(parts: &[ByteRange]) -> usize {
    parts.iter().map(|part| part.len()).sum()
}

/// From the first to the last of some ranges.
fn hull(ranges: impl Iterator<Item = ByteRange>) -> ByteRange {
    ranges.fold(ByteRange { start: u32::MAX, end: 0 }, |hull, range| ByteRange {
        start: hull.start.min(range.start),
        end: hull.end.max(range.end),
    })
}

/// Without what stands inside the content of another attribution of any kind: only the outermost is looked at.
pub(super) fn outermost(drafts: Vec<Draft>) -> Vec<Draft> {
    if drafts.len() > MOST_TOGETHER {
        return drafts;
    }
    let inside = |cue: ByteRange, other: &Draft| other.content.iter().any(|part| part.contains(cue));
    let nested: Vec<bool> = drafts
        .iter()
        .map(|draft| {
            drafts.iter().any(|other| other != draft && draft.cue.is_some_and(|cue| inside(cue, other)))
        })
        .collect();
    let cues: Vec<Option<ByteRange>> = drafts.iter().map(|draft| draft.cue).collect();
    let passed_on = |draft: &Draft| draft.relays.iter().any(|relay| cues.contains(&Some(relay.cue)));
    let outermost = drafts.into_iter().zip(nested).filter(|(draft, nested)| !nested && !passed_on(draft));
    outermost.map(|(draft, _)| draft).collect()
}
