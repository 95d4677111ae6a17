//! The network of a machine that reads token by token and chooses among moves.
//!
//! A state of the machine is seen through a few of its tokens. What each token contributes at each of these places is computed
//! beforehand, so that a step only adds up as many rows as there are places (Chen and Manning 2014).

use super::linear::Linear;
use super::product::Rows;
use super::{LANES, WIDTH};
use crate::ModelError;
use crate::model_file::Fields;
use pulp::{Arch, Simd};

/// Hidden units, each the larger of two sums.
const HIDDEN: usize = 64;

/// Numbers that a token contributes at a place.
const SUMS: usize = 2 * HIDDEN;

/// Room for the scores of all moves, in whole vectors.
pub const SCORES: usize = 8 * LANES;

/// How many tokens are prepared together: enough to make good use of each weight that is read, few enough that they
/// are still in the cache when their turn comes.
const PREPARED: usize = 48;

/// A move that the machine may make: its kind, counted as the model file does, and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What it does.
    pub kind: u32,
    /// The label of the arc or name; empty where it has none.
    pub label: String,
}

/// The network of a machine that looks at `PLACES` tokens.
#[derive(Debug)]
pub struct Transitions<const PLACES: usize> {
    /// The moves, in the order of their scores.
    pub moves: Vec<Move>,
    below: Linear,
    places: Linear,
    /// What a place contributes where there is no token: `[place][sum]`.
    nobody: Vec<f32>,
    hidden_biases: Vec<f32>,
    /// `[hidden][move]`.
    above: Vec<f32>,
    biases: Vec<f32>,
}

impl<const PLACES: usize> Transitions<PLACES> {
    /// Reads the network.
    pub fn read(fields: &mut Fields<'_>) -> Result<Self, ModelError> {
        let moves =
            fields.list(|fields| Ok(Move { kind: fields.number()?, label: fields.text()?.to_owned() }))?;
        if moves.len() > SCORES {
            return Err(fields.wrong("more moves than there is room for"));
        }
        if fields.number()? as usize != PLACES {
            return Err(fields.wrong("another number of places than there should be"));
        }
        let below = Linear::read(fields, WIDTH, HIDDEN)?;
        let weights = fields.floats(PLACES * SUMS * HIDDEN)?;
        let places = Linear::new(HIDDEN, &[0.0; SUMS].repeat(PLACES), |output, input| {
            weights[(output / SUMS * SUMS + in_file(output % SUMS)) * HIDDEN + input]
        });
        let biases = fields.floats(SUMS)?;
        let hidden_biases = (0..SUMS).map(|sum| biases[in_file(sum)]).collect();
        let nobody = fields.floats(PLACES * SUMS)?;
        let nobody = (0..PLACES * SUMS).map(|at| nobody[at / SUMS * SUMS + in_file(at % SUMS)]).collect();
        let above = fields.floats(moves.len() * HIDDEN)?;
        let weight = |hidden: usize, score: usize| above.get(score * HIDDEN + hidden).copied().unwrap_or(0.0);
        let above = (0..HIDDEN * SCORES).map(|at| weight(at / SCORES, at % SCORES)).collect();
        let mut biases = fields.floats(moves.len())?;
        biases.resize(SCORES, 0.0);
        fields.end()?;
        Ok(Self { moves, below, places, nobody, hidden_biases, above, biases })
    }

    /// Contributions of the tokens whose rows these are, to be prepared as they are needed.
    pub fn contributions<'w>(&self, rows: &'w [f32], workspace: &'w mut Workspace) -> Contributions<'w> {
        workspace.numbers.clear();
        Contributions { rows, workspace, stride: self.places.stride(), n_prepared: 0 }
    }

    /// Prepares what the tokens up to and including `token` contribute.
    pub fn prepare(&self, instructions: Arch, contributions: &mut Contributions<'_>, token: usize) {
        let n_tokens = contributions.rows.len() / WIDTH;
        let Contributions { workspace: Workspace { numbers, hidden, new }, n_prepared, .. } = contributions;
        while *n_prepared <= token && *n_prepared < n_tokens {
            let n_rows = PREPARED.min(n_tokens - *n_prepared);
            let rows = &contributions.rows[*n_prepared * WIDTH..];
            self.below.run(instructions, Rows { numbers: rows, stride: WIDTH, n_rows }, hidden);
            let hidden = Rows { numbers: hidden, stride: self.below.stride(), n_rows };
            self.places.run(instructions, hidden, new);
            numbers.extend_from_slice(new);
            *n_prepared += n_rows;
        }
    }

    /// Scores all moves in a state that is seen through these tokens.
    #[inline(always)]
    pub fn score<S: Simd>(
        &self,
        simd: S,
        tokens: [Option<usize>; PLACES],
        contributions: &Contributions<'_>,
        scores: &mut [f32; SCORES],
    ) {
        let hidden = self.hidden(simd, tokens, contributions);
        let (scores, _) = S::as_mut_simd_f32s(scores);
        let (biases, _) = S::as_simd_f32s(&self.biases);
        let (above, _) = S::as_simd_f32s(&self.above);
        let per_row = biases.len();
        for first in (0..per_row).step_by(TOGETHER) {
            let mut sums: [S::f32s; TOGETHER] = std::array::from_fn(|at| biases[first + at]);
            for (hidden, row) in hidden.iter().zip(above.chunks_exact(per_row)) {
                let factor = simd.splat_f32s(*hidden);
                for (sum, weight) in sums.iter_mut().zip(&row[first..][..TOGETHER]) {
                    *sum = simd.mul_add_f32s(factor, *weight, *sum);
                }
            }
            scores[first..][..TOGETHER].copy_from_slice(&sums);
        }
    }

    #[inline(always)]
    fn hidden<S: Simd>(
        &self,
        simd: S,
        tokens: [Option<usize>; PLACES],
        contributions: &Contributions<'_>,
    ) -> [f32; HIDDEN] {
        let rows: [&[f32]; PLACES] = std::array::from_fn(|place| match tokens[place] {
            Some(token) => {
                &contributions.workspace.numbers[token * contributions.stride + place * SUMS..][..SUMS]
            }
            None => &self.nobody[place * SUMS..][..SUMS],
        });
        let rows = rows.map(|row| S::as_simd_f32s(row).0);
        let (biases, _) = S::as_simd_f32s(&self.hidden_biases);
        let half = biases.len() / 2;
        let mut hidden = [0.0; HIDDEN];
        let (units, _) = S::as_mut_simd_f32s(&mut hidden);
        for (at, unit) in units.iter_mut().enumerate() {
            let (mut first, mut second) = (biases[at], biases[half + at]);
            for row in rows {
                first = simd.add_f32s(first, row[at]);
                second = simd.add_f32s(second, row[half + at]);
            }
            *unit = simd.select_f32s(simd.greater_than_f32s(second, first), second, first);
        }
        hidden
    }
}

/// Vectors of scores computed together, so that one sum need not wait for itself.
const TOGETHER: usize = 8;

/// The file has the two sums of a hidden unit side by side; here all first sums come before all second ones.
fn in_file(sum: usize) -> usize {
    sum % HIDDEN * 2 + sum / HIDDEN
}

/// What the tokens of a text contribute at each place.
#[derive(Debug)]
pub struct Contributions<'w> {
    rows: &'w [f32],
    workspace: &'w mut Workspace,
    stride: usize,
    n_prepared: usize,
}

impl Contributions<'_> {
    /// Whether the contributions of this token are there; those of tokens past the end always are.
    #[inline(always)]
    pub fn has(&self, token: usize) -> bool {
        token < self.n_prepared || self.n_prepared * WIDTH == self.rows.len()
    }
}

/// Memory that is used again for the next text.
#[derive(Debug, Default)]
pub struct Workspace {
    numbers: Vec<f32>,
    hidden: Vec<f32>,
    new: Vec<f32>,
}
