//! Rows times a matrix: where nearly all of the time goes.
//!
//! The method is the usual one for small matrices that stay in the cache: a few rows and a few vectors of outputs are
//! computed together, so that their sums stay in registers and each weight that is read serves several rows.

use super::LANES;
use pulp::Simd;

/// A matrix whose outputs lie in blocks of `PIECES` times sixteen, input after input within a block.
#[derive(Debug)]
pub struct Matrix<const PIECES: usize> {
    weights: Vec<f32>,
    n_inputs: usize,
    n_blocks: usize,
}

impl<const PIECES: usize> Matrix<PIECES> {
    /// Lays out the weights: `weight(block, piece, lane, input)`.
    pub fn lay_out(
        n_inputs: usize,
        n_blocks: usize,
        weight: impl Fn(usize, usize, usize, usize) -> f32,
    ) -> Self {
        let mut weights = Vec::with_capacity(n_blocks * n_inputs * PIECES * LANES);
        for block in 0..n_blocks {
            for input in 0..n_inputs {
                for piece in 0..PIECES {
                    weights.extend((0..LANES).map(|lane| weight(block, piece, lane, input)));
                }
            }
        }
        Self { weights, n_inputs, n_blocks }
    }
}

/// Rows of inputs, which may overlap.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The numbers of all rows.
    pub numbers: &'a [f32],
    /// From the first number of a row to the first of the next.
    pub stride: usize,
    /// How many rows.
    pub n_rows: usize,
}

impl<'a> Rows<'a> {
    #[inline(always)]
    fn several<const ROWS: usize>(self, first: usize, length: usize) -> [&'a [f32]; ROWS] {
        std::array::from_fn(|row| &self.numbers[(first + row) * self.stride..][..length])
    }
}

/// Where products go: which row, which vector of outputs counted from the left of a piece, and a vector for each piece.
pub struct Product<S: Simd, const PIECES: usize> {
    /// The row.
    pub row: usize,
    /// The block of outputs.
    pub block: usize,
    /// Which vector within the sixteen outputs of a piece.
    pub part: usize,
    /// The outputs of each piece.
    pub sums: [S::f32s; PIECES],
}

/// Multiplies all rows with the matrix and hands each product to `emit`.
#[inline(always)]
pub fn multiply<S: Simd, const PIECES: usize>(
    simd: S,
    rows: Rows<'_>,
    matrix: &Matrix<PIECES>,
    mut emit: impl FnMut(Product<S, PIECES>),
) {
    // As many rows at once as leave registers for the weights: 32 registers with the widest vectors, else 16.
    match S::F32_LANES {
        LANES => in_groups::<S, 8, PIECES>(simd, rows, matrix, &mut emit),
        8 => in_groups::<S, 3, PIECES>(simd, rows, matrix, &mut emit),
        _ => in_groups::<S, 1, PIECES>(simd, rows, matrix, &mut emit),
    }
}

#[inline(always)]
fn in_groups<S: Simd, const ROWS: usize, const PIECES: usize>(
    simd: S,
    rows: Rows<'_>,
    matrix: &Matrix<PIECES>,
    emit: &mut impl FnMut(Product<S, PIECES>),
) {
    let length = matrix.n_inputs * PIECES * LANES;
    for block in 0..matrix.n_blocks {
        let (weights, _) = S::as_simd_f32s(&matrix.weights[block * length..][..length]);
        for part in 0..LANES / S::F32_LANES {
            let mut row = 0;
            while row + ROWS <= rows.n_rows {
                let inputs = rows.several::<ROWS>(row, matrix.n_inputs);
                let sums = sums(simd, inputs, weights, part);
                for (row, sums) in (row..).zip(sums) {
                    emit(Product { row, block, part, sums });
                }
                row += ROWS;
            }
            for row in row..rows.n_rows {
                let inputs = rows.several::<1>(row, matrix.n_inputs);
                let [sums] = sums(simd, inputs, weights, part);
                emit(Product { row, block, part, sums });
            }
        }
    }
}

#[inline(always)]
fn sums<S: Simd, const ROWS: usize, const PIECES: usize>(
    simd: S,
    inputs: [&[f32]; ROWS],
    weights: &[S::f32s],
    part: usize,
) -> [[S::f32s; PIECES]; ROWS] {
    let parts = LANES / S::F32_LANES;
    let mut sums = [[simd.splat_f32s(0.0); PIECES]; ROWS];
    for (input, weights) in weights.chunks_exact(PIECES * parts).enumerate() {
        for (sums, row) in sums.iter_mut().zip(&inputs) {
            let factor = simd.splat_f32s(row[input]);
            for (piece, sum) in sums.iter_mut().enumerate() {
                *sum = simd.mul_add_f32s(factor, weights[piece * parts + part], *sum);
            }
        }
    }
    sums
}
