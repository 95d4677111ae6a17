//! How well a copy holds up when the passages that show it are drawn again and again (bootstrap; Felsenstein
//! 1985).
//!
//! The draws are fixed by their number alone, so that every run on every machine makes the same.

use super::known::Known;
use super::sources::Child;

/// How often the passages are drawn: percent can then be read off.
const DRAWS: usize = 100;
/// The most passages of one report that are drawn singly. Of more, support is not computed.
pub const MAX_PASSAGES: usize = 64;
/// The fewest passages from which drawing says anything.
const MIN_PASSAGES: usize = 2;

/// Draws with replacement, for each number of passages.
pub struct Resampling {
    /// By number of passages: for each draw, how often each passage was drawn.
    draws: Vec<Vec<i32>>,
}

impl Resampling {
    /// Makes all draws.
    pub fn new() -> Self {
        Resampling { draws: (0..=MAX_PASSAGES).map(draws).collect() }
    }

    fn of(&self, n_passages: usize) -> impl Iterator<Item = &[i32]> {
        self.draws[n_passages].chunks_exact(n_passages.max(1))
    }
}

fn draws(n_passages: usize) -> Vec<i32> {
    let mut counts = vec![0; DRAWS * n_passages];
    let mut state = n_passages as u64;
    for draw in counts.chunks_exact_mut(n_passages.max(1)) {
        for _ in 0..n_passages {
            draw[(next(&mut state) % n_passages as u64) as usize] += 1;
        }
    }
    counts
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// In how many percent of the draws a source explains its passages better than every rival, and what was
/// weighed for its being the older one still outweighs the rest.
pub fn support(
    child: &Child,
    known: &Known,
    source: usize,
    mine: &[usize],
    rivals: &[Vec<i32>],
    resampling: &Resampling,
) -> Option<u8> {
    if !(MIN_PASSAGES..=MAX_PASSAGES).contains(&mine.len()) {
        return None;
    }
    let (balance, whole) = direction(child, known, source, mine);
    let holds = |draw: &[i32]| {
        let sum = |values: &[i32]| draw.iter().zip(values).map(|(n, value)| n * value).sum::<i32>();
        let is_older = balance.as_ref().is_none_or(|balance| sum(balance) + whole > 0);
        is_older && rivals.iter().all(|losses| sum(losses) > 0)
    };
    let held = resampling.of(mine.len()).filter(|draw| holds(draw)).count();
    Some((100 * held / DRAWS) as u8)
}

/// By passage, what its wording says for the direction and against it, and what the reports as wholes say;
/// nothing where the direction was not weighed but is known.
fn direction(child: &Child, known: &Known, source: usize, mine: &[usize]) -> (Option<Vec<i32>>, i32) {
    let candidate = &child.older[source];
    let Some(whole) = known.of_pair(candidate.pair).and_then(|decision| decision.points) else {
        return (None, 0);
    };
    let source_is_low = known.pairs.reports(candidate.pair).0 == candidate.report;
    let mut balance = vec![0; mine.len()];
    known.pairs.each_meeting(candidate.pair, |meeting| {
        let own = if source_is_low { meeting.high } else { meeting.low };
        let at = mine.iter().position(|at| child.passages[*at] == (meeting.kin, own));
        if let Some(at) = at {
            let forward = meeting.forward as i32 - meeting.backward as i32;
            balance[at] = if source_is_low { forward } else { -forward };
        }
    });
    (Some(balance), whole.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_draw_draws_as_many_as_there_are() {
        let resampling = Resampling::new();
        for n in [1, 2, 7, MAX_PASSAGES] {
            assert_eq!(resampling.of(n).count(), DRAWS);
            assert!(resampling.of(n).all(|draw| draw.iter().sum::<i32>() == n as i32));
        }
        assert_ne!(resampling.of(7).next(), resampling.of(7).nth(1), "draws differ");
    }
}
