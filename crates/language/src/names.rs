//! The finder of names: rows of numbers in; names, dates, amounts and the like out.
//!
//! It goes from token to token and says of each whether a name begins there, goes on, ends, stands alone, or none of these
//! (Ratinov and Roth 2009), whichever the network scores highest among what is possible.

use crate::ModelError;
use crate::model_file::Fields;
use crate::network::transitions::{Contributions, SCORES, Transitions, Workspace};
use pulp::{Arch, Simd, WithSimd};

/// Tokens through which the network sees a state: the next one, the first of the open name, the last before the next one.
const PLACES: usize = 3;

/// A kind of name, by its number in [`Names::kinds`].
pub type Kind = u8;

/// What may be said of a token, as the model file numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Begin,
    Inside,
    Last,
    Alone,
    Outside,
}

/// A name: which tokens of its text (end exclusive), and its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The first token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// What kind of thing is named.
    pub kind: Kind,
}

/// The finder of names.
#[derive(Debug)]
pub struct Names {
    network: Transitions<PLACES>,
    moves: Vec<(Move, Kind)>,
    kinds: Vec<String>,
}

impl Names {
    /// Reads the finder.
    pub fn read(fields: &mut Fields<'_>) -> Result<Self, ModelError> {
        let network = Transitions::read(fields)?;
        let mut kinds: Vec<String> = Vec::new();
        let mut moves = Vec::new();
        for known in &network.moves {
            let what = match known.kind {
                1 => Move::Begin,
                2 => Move::Inside,
                3 => Move::Last,
                4 => Move::Alone,
                5 => Move::Outside,
                _ => return Err(fields.wrong("its moves are not those of a finder of names")),
            };
            let kind = kinds.iter().position(|kind| *kind == known.label).unwrap_or_else(|| {
                kinds.push(known.label.clone());
                kinds.len() - 1
            });
            moves.push((what, kind as Kind));
        }
        if moves.last().is_none_or(|(what, _)| *what != Move::Outside) || kinds.len() > usize::from(Kind::MAX)
        {
            return Err(fields.wrong("its moves are not those of a finder of names"));
        }
        Ok(Self { network, moves, kinds })
    }

    /// What all kinds are called; one without a name stands for no name.
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// Finds the names of a text from the rows of its tokens. A name never holds the beginning of a sentence inside, and neither
    /// begins with white space nor is white space.
    pub fn find(
        &self,
        instructions: Arch,
        rows: &[f32],
        is_space: &[bool],
        starts: &[bool],
        workspace: &mut Workspace,
    ) -> Vec<Name> {
        let mut contributions = self.network.contributions(rows, workspace);
        let mut state = State { next: 0, open: None, found: Vec::new() };
        while state.next < is_space.len() {
            self.network.prepare(instructions, &mut contributions, state.next);
            let run = Run { names: self, contributions: &contributions, is_space, starts, state: &mut state };
            instructions.dispatch(run);
        }
        state.found
    }
}

/// How far the finder has come.
struct State {
    next: usize,
    open: Option<(usize, Kind)>,
    found: Vec<Name>,
}

/// As many tokens as there are contributions for.
struct Run<'a, 'w> {
    names: &'a Names,
    contributions: &'a Contributions<'w>,
    is_space: &'a [bool],
    starts: &'a [bool],
    state: &'a mut State,
}

impl WithSimd for Run<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, simd: S) {
        let mut scores = [0.0; SCORES];
        while self.state.next < self.is_space.len() && self.contributions.has(self.state.next) {
            let next = self.state.next;
            let first = self.state.open.map(|(first, _)| first);
            let tokens = [Some(next), first, first.map(|_| next - 1)];
            self.names.network.score(simd, tokens, self.contributions, &mut scores);
            self.make(self.best(&scores));
        }
    }
}

impl Run<'_, '_> {
    fn best(&self, scores: &[f32; SCORES]) -> (Move, Kind) {
        let State { next, open, .. } = *self.state;
        let is_space = self.is_space[next];
        let may_go_on = self.starts.get(next + 1).is_some_and(|starts| !starts);
        let mut best = (f32::NEG_INFINITY, (Move::Outside, 0));
        for ((what, kind), score) in self.names.moves.iter().zip(scores) {
            let same = open.is_some_and(|(_, open)| open == *kind);
            let allowed = match what {
                Move::Begin => open.is_none() && may_go_on && !is_space,
                Move::Inside => same && may_go_on,
                Move::Last => same,
                Move::Alone => {
                    open.is_none() && !is_space && !self.names.kinds[usize::from(*kind)].is_empty()
                }
                Move::Outside => open.is_none(),
            };
            if allowed && *score > best.0 {
                best = (*score, (*what, *kind));
            }
        }
        best.1
    }

    fn make(&mut self, (what, kind): (Move, Kind)) {
        let State { next, open, found } = &mut *self.state;
        match what {
            Move::Begin => *open = Some((*next, kind)),
            Move::Alone => found.push(Name { first: *next as u32, end: *next as u32 + 1, kind }),
            Move::Last => {
                if let Some((first, kind)) = open.take() {
                    found.push(Name { first: first as u32, end: *next as u32 + 1, kind });
                }
            }
            Move::Inside | Move::Outside => {}
        }
        *next += 1;
    }
}
