//! Lexemes into rows of numbers: each token as it looks among its neighbours.
//!
//! A token's attributes are embedded and mixed into one row; four layers then look at three rows at a time (a token and its two
//! neighbours) and add what they find. Ends of a text are padded with empty rows, which take part in all layers.
//!
//! Words repeat. What depends on a lexeme alone is computed once: its mixed row, and its three parts of the sums of
//! the first layer (as left neighbour, itself, right neighbour).

use super::WIDTH;
use super::embedding::Table;
use super::linear::Linear;
use super::maxout::{Maxout, Norm, PIECES, Weights};
use super::product::Rows;
use crate::ModelError;
use crate::model_file::Fields;
use crate::quick_hash::quick_hash_of;
use hashbrown::HashTable;
use pulp::{Arch, Simd, WithSimd};

/// Attributes of a token that an encoder may look at.
pub const ATTRIBUTES: usize = 6;

/// The attributes of a token, in the order of the tables.
pub type Attributes = [u64; ATTRIBUTES];

/// Empty rows before, between and behind texts: as many as there are layers, so that no text sees another.
pub const PADDING: usize = 4;

/// Rows that a layer looks at.
const WINDOW: usize = 3;

/// Sums of the first layer in which a lexeme takes part.
const PARTS: usize = WINDOW * PIECES * WIDTH;

/// Lexemes kept at most. News repeats its words: of a million tokens nine in ten are among the commonest 3,000. A kept
/// lexeme takes 4 KB.
const KEPT: usize = 3_000;

/// The encoder.
#[derive(Debug)]
pub struct Encoder {
    tables: Vec<Table>,
    mix: Maxout,
    parts: Linear,
    first: FirstLayer,
    layers: Vec<Maxout>,
}

/// What is left to do in the first layer once its sums are there.
#[derive(Debug)]
struct FirstLayer {
    biases: Vec<f32>,
    norm: Norm,
}

impl Encoder {
    /// Reads an encoder of `n_tables` attributes.
    pub fn read(fields: &mut Fields<'_>, n_tables: usize) -> Result<Self, ModelError> {
        if fields.number()? as usize != n_tables {
            return Err(fields.wrong("another number of attributes than there should be"));
        }
        let tables = (0..n_tables).map(|index| Table::read(fields, index)).collect::<Result<_, _>>()?;
        if fields.number()? as usize != 1 + PADDING {
            return Err(fields.wrong("another number of layers than there should be"));
        }
        let mix = Maxout::new(Weights::read(fields, n_tables * WIDTH)?);
        let first = Weights::read(fields, WINDOW * WIDTH)?;
        let parts = Linear::new(WIDTH, &[0.0; PARTS], |output, input| {
            let (place, sum) = (output / (PIECES * WIDTH), output % (PIECES * WIDTH));
            first.at(sum % WIDTH, sum / WIDTH, place * WIDTH + input)
        });
        let first = FirstLayer { biases: first.biases, norm: first.norm };
        let window = |fields: &mut Fields<'_>| Ok(Maxout::new(Weights::read(fields, WINDOW * WIDTH)?));
        let layers = (1..PADDING).map(|_| window(fields)).collect::<Result<_, _>>()?;
        fields.end()?;
        Ok(Self { tables, mix, parts, first, layers })
    }

    /// Encodes texts, each given as the attributes of its tokens. The rows lie in `workspace`; the first of the first
    /// text is row [`PADDING`], and as many empty rows lie between the last of a text and the first of the next.
    pub fn encode<'w>(
        &self,
        instructions: Arch,
        texts: &[&[Attributes]],
        workspace: &'w mut Workspace,
    ) -> &'w [f32] {
        self.look_up(instructions, texts, workspace);
        let Workspace { lexemes, places, rows, before, sums, .. } = workspace;
        let n_rows = places.len();
        // One row more at each end, so that the windows of the outermost rows have neighbours.
        before.clear();
        before.resize((n_rows + 2) * WIDTH, 0.0);
        rows.clear();
        rows.resize((n_rows + 2) * WIDTH, 0.0);
        instructions.dispatch(First { layer: &self.first, lexemes, places, outputs: &mut rows[WIDTH..] });
        for layer in &self.layers {
            before.copy_from_slice(rows);
            let windows = Rows { numbers: before, stride: WIDTH, n_rows };
            layer.run(instructions, windows, sums, &mut rows[WIDTH..]);
        }
        &rows[WIDTH..(n_rows + 1) * WIDTH]
    }

    /// Finds the place of each token's lexeme among the kept ones, and computes those that are new.
    fn look_up(&self, instructions: Arch, texts: &[&[Attributes]], workspace: &mut Workspace) {
        let Workspace { lexemes, places, new, .. } = workspace;
        lexemes.make_room();
        places.clear();
        new.clear();
        places.extend([EMPTY; PADDING]);
        for text in texts {
            places.extend(text.iter().map(|attributes| lexemes.place(attributes, new)));
            places.extend([EMPTY; PADDING]);
        }
        self.compute(instructions, workspace);
    }

    fn compute(&self, instructions: Arch, workspace: &mut Workspace) {
        let Workspace { lexemes, new, embedded, mixed, parts, sums, .. } = workspace;
        let n_rows = new.len();
        let stride = self.tables.len() * WIDTH;
        embedded.clear();
        embedded.resize(n_rows * stride, 0.0);
        for (attributes, row) in new.iter().zip(embedded.chunks_exact_mut(stride)) {
            for ((table, attribute), part) in
                self.tables.iter().zip(attributes).zip(row.chunks_exact_mut(WIDTH))
            {
                table.add(*attribute, part);
            }
        }
        mixed.clear();
        mixed.resize(n_rows * WIDTH, 0.0);
        self.mix.run(instructions, Rows { numbers: embedded, stride, n_rows }, sums, mixed);
        self.parts.run(instructions, Rows { numbers: mixed, stride: WIDTH, n_rows }, parts);
        let stride = self.parts.stride();
        for (mixed, parts) in mixed.chunks_exact(WIDTH).zip(parts.chunks_exact(stride)) {
            lexemes.numbers.extend_from_slice(mixed);
            lexemes.numbers.extend_from_slice(&parts[..PARTS]);
        }
    }
}

/// What an encoder needs while it works, and the lexemes that it has seen. It never changes a result.
#[derive(Debug, Default)]
pub struct Workspace {
    lexemes: Lexemes,
    new: Vec<Attributes>,
    places: Vec<u32>,
    embedded: Vec<f32>,
    mixed: Vec<f32>,
    parts: Vec<f32>,
    sums: Vec<f32>,
    before: Vec<f32>,
    rows: Vec<f32>,
}

/// The place of the empty row.
const EMPTY: u32 = 0;

/// Numbers kept of a lexeme: its mixed row, then its parts of the first layer's sums.
const KEPT_NUMBERS: usize = WIDTH + PARTS;

#[derive(Debug, Default)]
struct Lexemes {
    places: HashTable<(Attributes, u32)>,
    numbers: Vec<f32>,
}

impl Lexemes {
    /// Forgets all once there are too many; a batch of texts is never parted.
    fn make_room(&mut self) {
        if self.numbers.is_empty() || self.places.len() > KEPT {
            self.places.clear();
            self.numbers.clear();
            // Room for all of them at once: a vector that grows would hold twice as much.
            self.numbers.reserve_exact((KEPT + KEPT / 5) * KEPT_NUMBERS);
            self.numbers.resize(KEPT_NUMBERS, 0.0);
        }
    }

    /// The place of a lexeme; one not seen before goes to the end, and to the list of `new` ones.
    fn place(&mut self, attributes: &Attributes, new: &mut Vec<Attributes>) -> u32 {
        let next = 1 + self.places.len() as u32;
        let same = |(known, _): &(Attributes, u32)| known == attributes;
        let entry = self.places.entry(quick_hash_of(attributes), same, |(known, _)| quick_hash_of(known));
        let found = entry.or_insert_with(|| {
            new.push(*attributes);
            (*attributes, next)
        });
        found.get().1
    }

    fn row(&self, place: u32) -> &[f32] {
        &self.numbers[place as usize * KEPT_NUMBERS..][..KEPT_NUMBERS]
    }
}

/// The first layer, from the parts that the lexemes have in its sums.
struct First<'a> {
    layer: &'a FirstLayer,
    lexemes: &'a Lexemes,
    places: &'a [u32],
    outputs: &'a mut [f32],
}

impl WithSimd for First<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let (outputs, _) = self.outputs.as_chunks_mut::<WIDTH>();
        let place = |index: Option<usize>| index.and_then(|index| self.places.get(index)).copied();
        for (index, output) in outputs.iter_mut().enumerate().take(self.places.len()) {
            let [left, own, right] = [index.checked_sub(1), Some(index), Some(index + 1)]
                .map(|index| self.lexemes.row(place(index).unwrap_or(EMPTY)));
            let mut largest = [f32::NEG_INFINITY; WIDTH];
            for piece in 0..PIECES {
                let (left, own, right) = (part(left, 0, piece), part(own, 1, piece), part(right, 2, piece));
                let biases = &self.layer.biases[piece * WIDTH..][..WIDTH];
                for unit in 0..WIDTH {
                    let sum = left[unit] + own[unit] + right[unit] + biases[unit];
                    largest[unit] = if sum > largest[unit] { sum } else { largest[unit] };
                }
            }
            output.copy_from_slice(&own[..WIDTH]);
            self.layer.norm.add(&largest, output);
        }
    }
}

/// What a kept lexeme adds to the sums of one piece, seen from one place of the window.
#[inline(always)]
fn part(row: &[f32], place: usize, piece: usize) -> &[f32] {
    &row[WIDTH + (place * PIECES + piece) * WIDTH..][..WIDTH]
}
