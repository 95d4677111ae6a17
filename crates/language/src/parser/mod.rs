//! The parser: rows of numbers in, a head and a label for each token out.
//!
//! It reads from left to right and makes one of five moves at each step, whichever the network scores highest among those that the
//! state allows (arc-eager, Nivre 2008; a token without a head may go back to the buffer, Honnibal and Johnson 2015). The time is
//! linear in the number of tokens.

mod state;
pub mod tree;

use crate::ModelError;
use crate::model_file::Fields;
use crate::network::transitions::{Contributions, SCORES, Transitions, Workspace};
use pulp::{Arch, Simd, WithSimd};
use state::State;
use std::ops::Range;
use tree::{Labels, Tree};

/// Tokens through which the network sees a state: two of the buffer, three of the stack, and children of the first of each.
const PLACES: usize = 8;

/// Kinds of moves, as the model file numbers them.
const KINDS: usize = 5;

/// The parser.
#[derive(Debug)]
pub struct Parser {
    network: Transitions<PLACES>,
    /// Which moves are of a kind.
    of_kind: [Range<usize>; KINDS],
    labels: Labels,
}

/// What the parser needs while it works.
#[derive(Debug, Default)]
pub struct Memory {
    state: State,
    network: Workspace,
}

impl Parser {
    /// Reads the parser.
    pub fn read(fields: &mut Fields<'_>) -> Result<Self, ModelError> {
        let network = Transitions::read(fields)?;
        let kind = |kind: usize| {
            let first = network.moves.partition_point(|known| (known.kind as usize) < kind);
            let n_moves = network.moves.iter().filter(|known| known.kind as usize == kind).count();
            first..first + n_moves
        };
        let of_kind = std::array::from_fn(kind);
        if !network.moves.is_sorted_by_key(|known| known.kind) || of_kind.iter().any(Range::is_empty) {
            return Err(fields.wrong("its moves are not those of a parser"));
        }
        let labels = Labels::new(network.moves.iter().map(|known| known.label.as_str()));
        Ok(Self { network, of_kind, labels })
    }

    /// The labels that arcs may have.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Parses a text from the rows of its tokens. `is_space` says which tokens are white space.
    pub fn parse(&self, instructions: Arch, rows: &[f32], is_space: &[bool], memory: &mut Memory) -> Tree {
        let Memory { state, network } = memory;
        state.reset(is_space.len());
        let mut contributions = self.network.contributions(rows, network);
        while !state.is_final() {
            let needed = state.buffered(1).or(state.buffered(0)).unwrap_or_default();
            self.network.prepare(instructions, &mut contributions, needed);
            instructions.dispatch(Run { parser: self, state, contributions: &contributions });
        }
        let heads = (0..is_space.len()).map(|token| state.head(token));
        Tree::new(heads, is_space, &self.labels)
    }

    /// Which kinds of moves the state allows.
    #[inline(always)]
    fn allowed(state: &State) -> [bool; KINDS] {
        let (stack, buffer) = (state.on_stack(), state.in_buffer());
        let (first, second) = (state.buffered(0), state.buffered(1));
        let at_start = first.is_some_and(|token| state.starts_sentence(token));
        let stuck = first.is_some_and(|token| state.may_not_shift(token));
        let attach = stack > 0 && buffer > 0 && !at_start;
        let shift = stack == 0 || buffer > 1 && !at_start && !stuck;
        let part = buffer > 1
            && second == first.map(|token| token + 1)
            && second.is_some_and(|token| !state.starts_sentence(token));
        [shift, stack > 0, attach, attach, part]
    }

    /// The allowed move with the highest score, the first of equals.
    #[inline(always)]
    fn best(&self, allowed: [bool; KINDS], scores: &[f32; SCORES]) -> usize {
        let mut best = None;
        for (moves, _) in self.of_kind.iter().zip(allowed).filter(|(_, allowed)| *allowed) {
            for (index, score) in moves.clone().zip(&scores[moves.clone()]) {
                if best.is_none_or(|(_, highest)| *score > highest) {
                    best = Some((index, *score));
                }
            }
        }
        best.map_or(0, |(index, _)| index)
    }
}

/// As many steps as there are contributions for.
struct Run<'a, 'w> {
    parser: &'a Parser,
    state: &'a mut State,
    contributions: &'a Contributions<'w>,
}

impl WithSimd for Run<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { parser, state, contributions } = self;
        let mut scores = [0.0; SCORES];
        while !state.is_final() {
            let (first, second, top) = (state.buffered(0), state.buffered(1), state.stacked(0));
            if second.or(first).is_some_and(|token| !contributions.has(token)) {
                return;
            }
            let tokens = [
                first,
                second,
                top,
                state.stacked(1),
                state.stacked(2),
                state.last_left(first),
                state.last_left(top),
                state.last_right(top),
            ];
            parser.network.score(simd, tokens, contributions, &mut scores);
            let chosen = parser.best(Parser::allowed(state), &scores);
            match parser.network.moves[chosen].kind {
                0 => state.shift(),
                1 => state.reduce(),
                2 => state.attach_left(chosen as u16),
                3 => state.attach_right(chosen as u16),
                _ => state.start_sentence(),
            }
        }
    }
}
