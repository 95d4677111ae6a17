//! A linear layer: each output a weighted sum of the inputs, and a bias.

use super::LANES;
use super::product::{Matrix, Rows, multiply};
use crate::ModelError;
use crate::model_file::Fields;
use pulp::{Arch, Simd, WithSimd};

/// Vectors of outputs computed together.
const PIECES: usize = 3;

/// Outputs in a block.
const BLOCK: usize = PIECES * LANES;

/// The layer.
#[derive(Debug)]
pub struct Linear {
    matrix: Matrix<PIECES>,
    biases: Vec<f32>,
}

impl Linear {
    /// A layer with biases, as a model file holds it: weights output by output, then the biases.
    pub fn read(fields: &mut Fields<'_>, n_inputs: usize, n_outputs: usize) -> Result<Self, ModelError> {
        let weights = fields.floats(n_outputs * n_inputs)?;
        let biases = fields.floats(n_outputs)?;
        Ok(Self::new(n_inputs, &biases, |output, input| weights[output * n_inputs + input]))
    }

    /// A layer of given weights: `weight(output, input)`.
    pub fn new(n_inputs: usize, biases: &[f32], weight: impl Fn(usize, usize) -> f32) -> Self {
        let n_outputs = biases.len();
        let n_blocks = n_outputs.div_ceil(BLOCK);
        let matrix = Matrix::lay_out(n_inputs, n_blocks, |block, piece, lane, input| {
            let output = block * BLOCK + piece * LANES + lane;
            if output < n_outputs { weight(output, input) } else { 0.0 }
        });
        let mut biases = biases.to_vec();
        biases.resize(n_blocks * BLOCK, 0.0);
        Self { matrix, biases }
    }

    /// From the first output of a row to the first of the next: outputs are filled up to whole blocks.
    pub fn stride(&self) -> usize {
        self.biases.len()
    }

    /// Computes the outputs of all rows, [`Linear::stride`] numbers for each.
    pub fn run(&self, instructions: Arch, rows: Rows<'_>, outputs: &mut Vec<f32>) {
        outputs.resize(rows.n_rows * self.stride(), 0.0);
        instructions.dispatch(Run { layer: self, rows, outputs });
    }
}

struct Run<'a> {
    layer: &'a Linear,
    rows: Rows<'a>,
    outputs: &'a mut [f32],
}

impl WithSimd for Run<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (outputs, _) = S::as_mut_simd_f32s(self.outputs);
        let (biases, _) = S::as_simd_f32s(&self.layer.biases);
        let parts = LANES / S::F32_LANES;
        multiply(
            simd,
            self.rows,
            &self.layer.matrix,
            #[inline(always)]
            |product| {
                for (piece, sum) in product.sums.into_iter().enumerate() {
                    let output = (product.block * PIECES + piece) * parts + product.part;
                    outputs[product.row * biases.len() + output] = simd.add_f32s(sum, biases[output]);
                }
            },
        );
    }
}
