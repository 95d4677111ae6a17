//! What the networks compute: rows of numbers in, rows of numbers out.
//!
//! A text enters as the lexemes of its tokens and leaves as a row of [`WIDTH`] numbers for each token, which depends on
//! the four tokens before it and the four behind. From these rows the tagger, the parser and the finder of names choose.
//!
//! **The same bits everywhere.** A sum runs over its terms in one order, whatever the processor: vectors hold different
//! outputs, never terms of one sum, and each product is added with a single rounding (fused), in hardware or by
//! `f32::mul_add`. Only the mean of a row is summed in sixteen parts, and these are the same on each processor.

mod embedding;
pub mod encoder;
pub mod linear;
mod maxout;
pub mod product;
pub mod transitions;

use pulp::Arch;

/// Numbers in the row of a token.
pub const WIDTH: usize = 96;

/// Numbers side by side in the layout of weights: the widest vector there is. Narrower processors take a part at a time.
const LANES: usize = 16;

/// Which instructions are used. All give the same bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Processor {
    /// The widest that the processor has.
    Widest,
    /// AVX2 and fused multiplication, where the processor has them.
    Avx2,
    /// Those that every processor has; slow, because fused multiplication is then computed in software.
    Portable,
}

impl Processor {
    /// The instructions themselves. What the processor lacks is replaced by what it has.
    pub(crate) fn instructions(self) -> Arch {
        match self {
            Processor::Widest => Arch::new(),
            Processor::Avx2 => avx2(),
            Processor::Portable => Arch::Scalar,
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn avx2() -> Arch {
    pulp::x86::V3::try_new().map_or(Arch::Scalar, Arch::V3)
}

#[cfg(not(target_arch = "x86_64"))]
fn avx2() -> Arch {
    Arch::new()
}
