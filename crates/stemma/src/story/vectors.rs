//! Rows of weighted words, sparse, in whole numbers: sums come out the same in any order.

/// The length of a report's row.
const LENGTH: u64 = 1 << 12;

/// The product of two equal rows of unit length: similarity one.
pub const ONE: u64 = LENGTH * LENGTH;

/// A row: weights by word, in the order of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Vector {
    pub weights: Vec<(u32, u32)>,
}

impl Vector {
    /// A row of unit length in the direction of the given one.
    pub fn unit(row: Vec<(u32, u64)>) -> Self {
        let square = |weight: u64| u128::from(weight) * u128::from(weight);
        let length = row.iter().map(|(_, weight)| square(*weight)).sum::<u128>().isqrt() as u64;
        let scaled = row.iter().map(|(word, weight)| {
            (*word, ((weight * LENGTH + length / 2).checked_div(length)).unwrap_or(0) as u32)
        });
        Vector { weights: scaled.filter(|(_, weight)| *weight > 0).collect() }
    }

    /// The product with another row; of two unit rows, how similar they are.
    pub fn dot(&self, other: &Vector) -> u64 {
        let (mut sum, mut at) = (0, 0);
        for (word, weight) in &self.weights {
            while other.weights.get(at).is_some_and(|(there, _)| there < word) {
                at += 1;
            }
            match other.weights.get(at) {
                Some((there, found)) if there == word => sum += u64::from(*weight) * u64::from(*found),
                Some(_) => {}
                None => break,
            }
        }
        sum
    }

    /// The sum of two rows.
    pub fn plus(&self, other: &Vector) -> Vector {
        let (mut one, mut two) = (self.weights.iter().peekable(), other.weights.iter().peekable());
        let mut weights = Vec::with_capacity(self.weights.len() + other.weights.len());
        loop {
            match (one.peek(), two.peek()) {
                (Some((a, _)), Some((b, _))) if a == b => {
                    let ((word, a), (_, b)) = (one.next().expect("seen"), two.next().expect("seen"));
                    weights.push((*word, a + b));
                }
                (Some((a, _)), Some((b, _))) if a > b => weights.extend(two.next().copied()),
                (Some(_), _) => weights.extend(one.next().copied()),
                (None, Some(_)) => weights.extend(two.next().copied()),
                (None, None) => return Vector { weights },
            }
        }
    }

    /// The `n` words with the largest weights, by word.
    pub fn heaviest(&self, n: usize) -> Vec<(u32, u32)> {
        let mut weights = self.weights.clone();
        if weights.len() > n {
            weights.select_nth_unstable_by_key(n, |(word, weight)| (std::cmp::Reverse(*weight), *word));
            weights.truncate(n);
            weights.sort_unstable();
        }
        weights
    }
}
