//! The best run of common words that go forward in both texts.
//!
//! Collinear chaining over single words: each pair of equal words goes on from the best chain before it, less
//! what lies between them, or begins anew. Only the pairs shortly before are looked at, so the time is linear.

/// A word of the query and a word of the report that are equal.
pub type Pair = (usize, usize);

/// What each word between two pairs costs where both sides have words there: a quarter of a word of weight.
const BETWEEN: i32 = 6;
/// What the first word costs that one side has more than the other, and each further one. A weighty word is joined
/// over seventeen words put in, a short one over a single word.
const ONE_SIDED: (i32, i32) = (6, 1);
/// How many pairs before a pair are tried. Two neighbours in a chain have the other equal words of some twenty words
/// between them.
const LOOK_BACK: usize = 64;

/// The best chain of pairs, which are in the order of the report. `weights` are those of the query's words.
pub fn best_chain(pairs: &[Pair], weights: &[i32]) -> Vec<Pair> {
    let mut best: Vec<(i32, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (idx, pair) in pairs.iter().enumerate() {
        let before = idx.saturating_sub(LOOK_BACK)..idx;
        let ways = before.filter_map(|other| Some((best[other].0 - cost(pairs[other], *pair)?, Some(other))));
        let (way, from) = ways.fold((0, None), |best, next| if next.0 > best.0 { next } else { best });
        best.push((weights[pair.0] + way, from));
    }
    let mut at = (0..best.len()).rev().max_by_key(|idx| best[*idx].0);
    let mut chain = Vec::new();
    while let Some(idx) = at {
        chain.push(pairs[idx]);
        at = best[idx].1;
    }
    chain.reverse();
    chain
}

/// What lies between two pairs costs; nothing where the second does not lie behind the first.
fn cost(from: Pair, to: Pair) -> Option<i32> {
    let gap_query = to.0.checked_sub(from.0 + 1)?;
    let gap_report = to.1.checked_sub(from.1 + 1)?;
    let (shorter, more) = (gap_query.min(gap_report) as i32, gap_query.abs_diff(gap_report) as i32);
    let one_sided = if more == 0 { 0 } else { ONE_SIDED.0 + ONE_SIDED.1 * more };
    Some(BETWEEN * shorter + one_sided)
}
