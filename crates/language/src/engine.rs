//! All networks together: the attributes of tokens in; tags, trees and names out.

use crate::ModelError;
use crate::model_file::ModelFile;
use crate::names::{Name, Names};
use crate::network::encoder::{self, Attributes, Encoder, PADDING};
use crate::network::{Processor, WIDTH, transitions};
use crate::parser::tree::Tree;
use crate::parser::{self, Parser};
use crate::tagger::{Tag, Tagger};
use pulp::Arch;

/// Attributes that the encoder of tagger and parser looks at: norm, prefix, suffix, shape, whether a blank follows,
/// whether the token is white space.
const SHARED_ATTRIBUTES: usize = 6;

/// Attributes that the encoder of names looks at: norm, prefix, suffix, shape.
const NAMES_ATTRIBUTES: usize = 4;

/// The networks of a model.
#[derive(Debug)]
pub struct Engine {
    encoder: Encoder,
    /// Fine parts of speech.
    pub tagger: Tagger,
    /// Heads, labels, sentences.
    pub parser: Parser,
    names_encoder: Encoder,
    /// Names.
    pub names: Names,
    instructions: Arch,
}

/// What the networks say of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The tag of each token.
    pub tags: Vec<Tag>,
    /// Heads, labels, beginnings of sentences.
    pub tree: Tree,
    /// The names, in the order of the text.
    pub names: Vec<Name>,
}

/// What the networks need while they work. It never changes a result.
#[derive(Debug, Default)]
pub struct Workspace {
    shared: encoder::Workspace,
    for_names: encoder::Workspace,
    attributes: Vec<Vec<Attributes>>,
    scores: Vec<f32>,
    parser: parser::Memory,
    names: transitions::Workspace,
    is_space: Vec<bool>,
}

impl Engine {
    /// Reads the networks.
    pub fn from_file(file: &ModelFile<'_>, processor: Processor) -> Result<Self, ModelError> {
        Ok(Self {
            encoder: Encoder::read(&mut file.section("encoder")?, SHARED_ATTRIBUTES)?,
            tagger: Tagger::read(&mut file.section("tagger")?)?,
            parser: Parser::read(&mut file.section("parser")?)?,
            names_encoder: Encoder::read(&mut file.section("names encoder")?, NAMES_ATTRIBUTES)?,
            names: Names::read(&mut file.section("names")?)?,
            instructions: processor.instructions(),
        })
    }

    /// Reads several texts, each given as the attributes of its tokens. Together they are read faster than one by one,
    /// with the same result.
    pub fn run(&self, texts: &[&[Attributes]], workspace: &mut Workspace) -> Vec<Reading> {
        let Workspace { shared, for_names, attributes, scores, parser, names, is_space } = workspace;
        let rows = self.encoder.encode(self.instructions, texts, shared);
        let seen_by_names = without_context(texts, attributes);
        let rows_of_names = self.names_encoder.encode(self.instructions, &seen_by_names, for_names);
        let rows = parts(texts, rows).zip(parts(texts, rows_of_names));
        let readings = texts.iter().zip(rows).map(|(text, (rows, rows_of_names))| {
            // White space is the last attribute.
            is_space.clear();
            is_space.extend(text.iter().map(|attributes| attributes[SHARED_ATTRIBUTES - 1] != 0));
            let tags = self.tagger.tag(self.instructions, rows, scores);
            let tree = self.parser.parse(self.instructions, rows, is_space, parser);
            let found = self.names.find(self.instructions, rows_of_names, is_space, &tree.starts, names);
            Reading { tags, tree, names: found }
        });
        readings.collect()
    }
}

/// The rows of each text, among the empty ones between them.
fn parts<'a>(texts: &'a [&[Attributes]], rows: &'a [f32]) -> impl Iterator<Item = &'a [f32]> {
    let mut first = PADDING;
    texts.iter().map(move |text| {
        let part = &rows[first * WIDTH..(first + text.len()) * WIDTH];
        first += text.len() + PADDING;
        part
    })
}

/// The attributes that the encoder of names looks at, the others zero, so that equal words are equal lexemes.
fn without_context<'w>(texts: &[&[Attributes]], room: &'w mut Vec<Vec<Attributes>>) -> Vec<&'w [Attributes]> {
    room.resize_with(room.len().max(texts.len()), Vec::new);
    for (text, room) in texts.iter().zip(room.iter_mut()) {
        room.clear();
        room.extend(
            text.iter().map(|[norm, prefix, suffix, shape, ..]| [*norm, *prefix, *suffix, *shape, 0, 0]),
        );
    }
    room[..texts.len()].iter().map(Vec::as_slice).collect()
}
