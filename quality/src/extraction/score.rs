//! How alike are the text that was found and the text of the gold, as the two sets count it?

use super::gold::Measure;
use std::collections::HashMap;
use std::hash::Hash;

/// How many words a shingle of the first set has.
const SHINGLE_WORDS: usize = 4;

/// What two texts have in common: of both, of the found one alone, of the gold alone.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Overlap {
    both: f64,
    found_alone: f64,
    gold_alone: f64,
}

/// The figures of some pages.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// How much of what was found is right.
    pub precision: f64,
    /// How much of the gold was found.
    pub recall: f64,
    /// Of both.
    pub f1: f64,
}

impl Overlap {
    /// Compares two texts.
    pub fn of(gold: &str, found: &str, measure: Measure) -> Self {
        match measure {
            Measure::Shingles => Overlap::of_counts(&shingles(gold), &shingles(found)),
            Measure::Words => {
                let (gold, found) = (gold.to_lowercase(), found.to_lowercase());
                Overlap::of_counts(&counts(words(&gold)), &counts(words(&found)))
            }
        }
    }

    fn of_counts<T: Eq + Hash>(gold: &HashMap<T, usize>, found: &HashMap<T, usize>) -> Self {
        let both: usize = gold.iter().map(|(key, count)| *count.min(found.get(key).unwrap_or(&0))).sum();
        let total = |of: &HashMap<T, usize>| of.values().sum::<usize>();
        Overlap {
            both: both as f64,
            found_alone: (total(found) - both) as f64,
            gold_alone: (total(gold) - both) as f64,
        }
    }

    fn precision(self) -> f64 {
        share(self.both, self.found_alone, self.gold_alone)
    }

    fn recall(self) -> f64 {
        share(self.both, self.gold_alone, self.found_alone)
    }

    /// The harmonic mean of both, for one page.
    pub fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

/// Both empty are alike.
fn share(both: f64, missing: f64, other: f64) -> f64 {
    if missing == 0.0 && (both > 0.0 || other == 0.0) { 1.0 } else { both / (both + missing).max(1.0) }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

/// The figures of pages as the set defines them: the first takes F1 of the mean precision and recall, the second the
/// mean of F1.
pub fn figures(pages: &[Overlap], measure: Measure) -> Figures {
    let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let told = |side: fn(&Overlap) -> f64| pages.iter().filter(move |page| page.both + side(page) > 0.0);
    let (precision, recall) = match measure {
        Measure::Shingles => (
            mean(told(|page| page.found_alone).map(|page| page.precision()).collect()),
            mean(told(|page| page.gold_alone).map(|page| page.recall()).collect()),
        ),
        Measure::Words => (
            mean(pages.iter().map(|page| page.precision()).collect()),
            mean(pages.iter().map(|page| page.recall()).collect()),
        ),
    };
    let f1 = match measure {
        Measure::Shingles => harmonic(precision, recall),
        Measure::Words => mean(pages.iter().map(|page| page.f1()).collect()),
    };
    Figures { precision, recall, f1 }
}

/// Runs of letters, digits and underscores, which is what both sets take for words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

fn counts<T: Eq + Hash>(items: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    counts
}

/// A text with fewer words is one shingle.
fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> = words(text).collect();
    match words.len() {
        0 => HashMap::new(),
        len if len < SHINGLE_WORDS => counts([words].into_iter()),
        _ => counts(words.windows(SHINGLE_WORDS).map(<[&str]>::to_vec)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_alike_and_strangers_are_not() {
        for measure in [Measure::Shingles, Measure::Words] {
            let f1 = |gold, found| figures(&[Overlap::of(gold, found, measure)], measure).f1;
            assert_eq!(f1("The port is shut today.", "The port is shut today"), 1.0);
            assert_eq!(f1("The port is shut today.", "Nothing else was said here"), 0.0);
            assert_eq!(f1("Port shut", ""), 0.0);
        }
    }

    #[test]
    fn words_are_counted_and_shingles_know_their_order() {
        let gold = "one two three four five";
        let turned = "five four three two one";
        assert_eq!(Overlap::of(gold, turned, Measure::Words).f1(), 1.0);
        assert_eq!(Overlap::of(gold, turned, Measure::Shingles).f1(), 0.0);
        let more = Overlap::of("one two", "one two three four", Measure::Words);
        assert_eq!((more.precision(), more.recall()), (0.5, 1.0));
    }
}
