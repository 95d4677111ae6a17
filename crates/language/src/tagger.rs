//! The tagger: the row of a token in, its fine part of speech out.

use crate::ModelError;
use crate::model_file::Fields;
use crate::network::WIDTH;
use crate::network::linear::Linear;
use crate::network::product::Rows;
use pulp::Arch;

/// A fine part of speech (Penn Treebank), by its number in [`Tagger::names`].
pub type Tag = u8;

/// The tagger.
#[derive(Debug)]
pub struct Tagger {
    names: Vec<String>,
    layer: Linear,
}

impl Tagger {
    /// Reads the tagger.
    pub fn read(fields: &mut Fields<'_>) -> Result<Self, ModelError> {
        let names = fields.list(|fields| Ok(fields.text()?.to_owned()))?;
        if names.is_empty() || names.len() > usize::from(Tag::MAX) {
            return Err(fields.wrong("no tags, or too many"));
        }
        let layer = Linear::read(fields, WIDTH, names.len())?;
        fields.end()?;
        Ok(Self { names, layer })
    }

    /// The names of all tags.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The tag of each row: the one with the highest score, the first of equals.
    pub fn tag(&self, instructions: Arch, rows: &[f32], scores: &mut Vec<f32>) -> Vec<Tag> {
        let rows = Rows { numbers: rows, stride: WIDTH, n_rows: rows.len() / WIDTH };
        self.layer.run(instructions, rows, scores);
        let of_rows = scores.chunks_exact(self.layer.stride()).take(rows.n_rows);
        of_rows.map(|scores| best(&scores[..self.names.len()])).collect()
    }
}

fn best(scores: &[f32]) -> Tag {
    let mut best = 0;
    for (tag, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = tag;
        }
    }
    best as Tag
}
