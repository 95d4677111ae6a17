//! Two readings of one sentence into one: what its quotations and marks say, and what its tree says.

use super::Draft;
use crate::model::{ByteRange, StatementKind};

/// The statements of a group of sentences, from both readings.
pub(super) fn merge(by_words: Vec<Draft>, by_tree: Vec<Draft>) -> Vec<Draft> {
    let mut by_tree = without_nested(by_tree);
    let mut merged = Vec::new();
    for words in by_words {
        let same = |tree: &Draft| meets(tree.cue, words.cue) || shares(tree, &words);
        if words.kind == StatementKind::Direct && words.cue.is_some() {
            by_tree.retain(|tree| !same(tree));
            merged.push(words);
            continue;
        }
        if !by_tree.iter().any(same) {
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

/// Without what stands inside the content of another.
fn without_nested(drafts: Vec<Draft>) -> Vec<Draft> {
    let inside = |cue: ByteRange, other: &Draft| other.content.iter().any(|part| part.contains(cue));
    let nested: Vec<bool> = drafts
        .iter()
        .map(|draft| drafts.iter().any(|other| other != draft && draft.cue.is_some_and(|cue| inside(cue, other))))
        .collect();
    drafts.into_iter().zip(nested).filter(|(_, nested)| !nested).map(|(draft, _)| draft).collect()
}
