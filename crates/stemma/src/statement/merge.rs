//! Two readings of one sentence into one: what its quotations and marks say, and what its tree says.

use super::Draft;
use crate::model::{ByteRange, Relay, StatementKind};

/// The attributions of a group of sentences, from both readings.
///
/// A whole quotation with its reporting clause is read best by its marks, whatever is retold best by the tree. Whether a noun
/// phrase is denied or refused, only the reader of words judges.
pub(super) fn merge(by_words: Vec<Draft>, mut by_tree: Vec<Draft>) -> Vec<Draft> {
    let mut merged = Vec::new();
    for words in by_words {
        let same = |tree: &Draft| meets(tree.cue, words.cue) || shares(tree, &words);
        let direct = words.kind == StatementKind::Direct && words.cue.is_some();
        if direct || !by_tree.iter().any(|tree| tree.said && same(tree)) {
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

/// Says for each draft through whom it comes: who says what stands around it.
pub(super) fn relay(drafts: &mut [Draft]) {
    let said: Vec<(Relay, Vec<ByteRange>)> = drafts
        .iter()
        .filter(|draft| draft.said)
        .filter_map(|draft| Some((Relay { source: draft.source, cue: draft.cue? }, draft.content.clone())))
        .collect();
    for draft in drafts {
        let Some(cue) = draft.cue else { continue };
        let around = said.iter().filter(|(relay, content)| relay.cue != cue && content.iter().any(|part| part.contains(cue)));
        let mut relays: Vec<(usize, Relay)> =
            around.map(|(relay, content)| (content.iter().map(|part| part.len()).sum(), *relay)).collect();
        // The nearest is the one with the fewest words around.
        relays.sort_by_key(|(length, _)| *length);
        draft.relays = relays.into_iter().map(|(_, relay)| relay).collect();
    }
}

/// Without what stands inside the content of another attribution of any kind: only the outermost is looked at.
pub(super) fn outermost(drafts: Vec<Draft>) -> Vec<Draft> {
    let inside = |cue: ByteRange, other: &Draft| other.content.iter().any(|part| part.contains(cue));
    let nested: Vec<bool> = drafts
        .iter()
        .map(|draft| drafts.iter().any(|other| other != draft && draft.cue.is_some_and(|cue| inside(cue, other))))
        .collect();
    drafts.into_iter().zip(nested).filter(|(_, nested)| !nested).map(|(draft, _)| draft).collect()
}
