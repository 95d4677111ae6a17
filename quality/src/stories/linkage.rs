//! The baseline: cosines of TF-IDF rows of all words, average linkage, a threshold.

use super::score::{Score, b_cubed};
use std::collections::BTreeMap;
use stemma::text::{normalise, split_words};

/// Average linkage with the threshold, in hundredths, that suits the gold best: favourable to the baseline.
pub fn best(texts: &[&str], gold: &[usize]) -> Score {
    let tree = tree(&cosines(texts));
    let scores = (0..100).map(|percent| b_cubed(&cut(&tree, texts.len(), f64::from(percent) / 100.0), gold));
    scores.max_by(|a, b| a.f1().total_cmp(&b.f1())).unwrap_or_default()
}

/// How similar each two texts are. Words weigh as often as they stand, times the logarithm of how rare they are, smoothed.
fn cosines(texts: &[&str]) -> Vec<Vec<f64>> {
    let counted: Vec<BTreeMap<String, f64>> = texts.iter().map(|text| count(text)).collect();
    let mut with: BTreeMap<&str, usize> = BTreeMap::new();
    counted.iter().flat_map(|words| words.keys()).for_each(|word| *with.entry(word).or_default() += 1);
    let all = texts.len() as f64 + 1.0;
    let mut similar = vec![vec![0.0; texts.len()]; texts.len()];
    let mut postings: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for (at, words) in counted.iter().enumerate() {
        let weight = |word: &str, count: &f64| count * ((all / (with[word] as f64 + 1.0)).ln() + 1.0);
        let length = words.iter().map(|(word, count)| weight(word, count).powi(2)).sum::<f64>().sqrt();
        for (word, count) in words {
            postings.entry(word).or_default().push((at, weight(word, count) / length));
        }
    }
    for row in postings.values() {
        for (one, a) in row {
            for (two, b) in row {
                similar[*one][*two] += a * b;
            }
        }
    }
    similar
}

fn count(text: &str) -> BTreeMap<String, f64> {
    let mut words = BTreeMap::new();
    split_words(text).into_iter().for_each(|word| *words.entry(normalise(word)).or_default() += 1.0);
    words
}

/// The steps of average linkage: which two groups came together, and how similar they were.
fn tree(similar: &[Vec<f64>]) -> Vec<(usize, usize, f64)> {
    let n_items = similar.len();
    let mut similar = similar.to_vec();
    let mut sizes = vec![1.0; n_items];
    let mut alive: Vec<usize> = (0..n_items).collect();
    let mut steps = Vec::new();
    let nearest = |at: usize, alive: &[usize], similar: &[Vec<f64>]| {
        let others = alive.iter().filter(|other| **other != at);
        others.copied().max_by(|a, b| similar[at][*a].total_cmp(&similar[at][*b]))
    };
    let mut chain: Vec<usize> = Vec::new();
    while alive.len() > 1 {
        let top = *chain.last().unwrap_or(&alive[0]);
        if chain.is_empty() {
            chain.push(top);
        }
        let Some(next) = nearest(top, &alive, &similar) else { break };
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        // Of two that are as near as each other the one before ends the chain.
        if before.is_none_or(|before| similar[top][next] > similar[top][before]) {
            chain.push(next);
            continue;
        }
        let (one, two) = (before.expect("checked").min(top), before.expect("checked").max(top));
        chain.truncate(chain.len() - 2);
        steps.push((one, two, similar[one][two]));
        for other in alive.iter().copied().filter(|other| *other != one && *other != two) {
            let sum = similar[one][other] * sizes[one] + similar[two][other] * sizes[two];
            similar[one][other] = sum / (sizes[one] + sizes[two]);
            similar[other][one] = similar[one][other];
        }
        sizes[one] += sizes[two];
        alive.retain(|other| *other != two);
    }
    steps
}

/// The groups where steps below a similarity are not taken.
fn cut(tree: &[(usize, usize, f64)], n_items: usize, least: f64) -> Vec<usize> {
    let mut above: Vec<usize> = (0..n_items).collect();
    for (one, two, similarity) in tree {
        if *similarity >= least {
            above[*two] = *one;
        }
    }
    let root = |mut at: usize| {
        while above[at] != at {
            at = above[at];
        }
        at
    };
    (0..n_items).map(root).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_words_in_common_come_together() {
        let texts = ["harbour ferry fire", "ferry fire harbour crew", "budget vote", "budget vote delayed"];
        let score = best(&texts, &[0, 0, 1, 1]);
        assert_eq!(score.f1(), 1.0);
    }
}
