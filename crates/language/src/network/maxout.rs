//! A layer of units that each take the largest of three weighted sums (Goodfellow and others 2013), and the norm of the
//! row behind it (Ba and others 2016).

use super::product::{Matrix, Rows, multiply};
use super::{LANES, WIDTH};
use crate::ModelError;
use crate::model_file::Fields;
use pulp::{Arch, Simd, WithSimd};

/// Sums of a unit.
pub const PIECES: usize = 3;

/// Added to the variance of a row before the root is taken.
const LEAST_VARIANCE: f32 = 1e-8;

/// The weights of a layer as a model file holds them: unit by unit, sum by sum.
#[derive(Debug)]
pub struct Weights {
    /// `[unit][piece][input]`.
    numbers: Vec<f32>,
    /// `[piece][unit]`.
    pub biases: Vec<f32>,
    /// What comes behind the sums.
    pub norm: Norm,
    n_inputs: usize,
}

impl Weights {
    /// Reads a layer with `n_inputs` inputs.
    pub fn read(fields: &mut Fields<'_>, n_inputs: usize) -> Result<Self, ModelError> {
        if fields.number()? as usize != n_inputs {
            return Err(fields.wrong("a layer has another number of inputs than it should"));
        }
        let numbers = fields.floats(WIDTH * PIECES * n_inputs)?;
        let by_unit = fields.floats(WIDTH * PIECES)?;
        let biases = (0..PIECES * WIDTH).map(|at| by_unit[at % WIDTH * PIECES + at / WIDTH]).collect();
        let norm = Norm { gains: fields.floats(WIDTH)?, shifts: fields.floats(WIDTH)? };
        Ok(Self { numbers, biases, norm, n_inputs })
    }

    /// One weight.
    pub fn at(&self, unit: usize, piece: usize, input: usize) -> f32 {
        self.numbers[(unit * PIECES + piece) * self.n_inputs + input]
    }
}

/// The layer.
#[derive(Debug)]
pub struct Maxout {
    matrix: Matrix<PIECES>,
    biases: Vec<f32>,
    norm: Norm,
}

impl Maxout {
    /// Lays out the weights of a layer.
    pub fn new(weights: Weights) -> Self {
        let matrix = Matrix::lay_out(weights.n_inputs, WIDTH / LANES, |block, piece, lane, input| {
            weights.at(block * LANES + lane, piece, input)
        });
        Self { matrix, biases: weights.biases, norm: weights.norm }
    }

    /// Adds the outputs of all rows to what stands in `outputs`, [`WIDTH`] numbers for each row.
    pub fn run(&self, instructions: Arch, rows: Rows<'_>, sums: &mut Vec<f32>, outputs: &mut [f32]) {
        sums.resize(rows.n_rows * WIDTH, 0.0);
        instructions.dispatch(Run { layer: self, rows, sums, outputs });
    }
}

struct Run<'a> {
    layer: &'a Maxout,
    rows: Rows<'a>,
    sums: &'a mut [f32],
    outputs: &'a mut [f32],
}

impl WithSimd for Run<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let parts = LANES / S::F32_LANES;
        let (sums, _) = S::as_mut_simd_f32s(&mut *self.sums);
        let (biases, _) = S::as_simd_f32s(&self.layer.biases);
        let by_unit = WIDTH / S::F32_LANES;
        multiply(
            simd,
            self.rows,
            &self.layer.matrix,
            #[inline(always)]
            |product| {
                let unit = product.block * parts + product.part;
                let [first, second, third] = product.sums;
                let first = simd.add_f32s(first, biases[unit]);
                let second = simd.add_f32s(second, biases[by_unit + unit]);
                let third = simd.add_f32s(third, biases[2 * by_unit + unit]);
                sums[product.row * by_unit + unit] = larger(simd, larger(simd, first, second), third);
            },
        );
        let (sums, _) = self.sums.as_chunks::<WIDTH>();
        let (outputs, _) = self.outputs.as_chunks_mut::<WIDTH>();
        for (sums, output) in sums.iter().zip(outputs).take(self.rows.n_rows) {
            self.layer.norm.add(sums, output);
        }
    }
}

/// The larger of each two, the first where they are equal: so that of two zeros it is the same everywhere.
#[inline(always)]
fn larger<S: Simd>(simd: S, first: S::f32s, second: S::f32s) -> S::f32s {
    simd.select_f32s(simd.greater_than_f32s(second, first), second, first)
}

/// Brings a row to mean 0 and variance 1, then to the gains and shifts that the layer has learned.
#[derive(Debug)]
pub struct Norm {
    gains: Vec<f32>,
    shifts: Vec<f32>,
}

impl Norm {
    /// Adds the norm of `row` to `output`.
    #[inline(always)]
    pub fn add(&self, row: &[f32; WIDTH], output: &mut [f32; WIDTH]) {
        let mean = in_lanes(row, |sum, number| sum + number) / WIDTH as f32;
        let square = |sum: f32, number: f32| (number - mean).mul_add(number - mean, sum);
        let variance = in_lanes(row, square) / WIDTH as f32 + LEAST_VARIANCE;
        let scale = 1.0 / variance.sqrt();
        let learned = self.gains.iter().zip(&self.shifts);
        for ((output, number), (gain, shift)) in output.iter_mut().zip(row).zip(learned) {
            *output += ((number - mean) * scale).mul_add(*gain, *shift);
        }
    }
}

/// A sum in [`LANES`] parts, which are then added two and two.
#[inline(always)]
fn in_lanes(row: &[f32; WIDTH], add: impl Fn(f32, f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    let (parts, _) = row.as_chunks::<LANES>();
    for part in parts {
        for (lane, number) in lanes.iter_mut().zip(part) {
            *lane = add(*lane, *number);
        }
    }
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
        half /= 2;
    }
    lanes[0]
}
