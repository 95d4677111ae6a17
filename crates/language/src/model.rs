//! The whole way: text in, [`Analysis`] out.

use crate::ModelError;
use crate::analysis::{Analysis, Entity, EntityKind, Relation, Tag};
use crate::engine::{self, Engine, Reading};
use crate::grammar::{Grammar, Parsed};
use crate::model_file::ModelFile;
use crate::names::Name;
use crate::network::Processor;
use crate::network::encoder::Attributes;
use crate::tokenizer::{ChunkCache, Token, Tokenizer};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// Tokens that go through the networks together: enough rows to make good use of each weight that is read, few enough that
/// they stay in the cache of a core.
const TOGETHER: usize = 512;

/// Bytes of texts that one thread takes at a time.
const BATCH: usize = 16_384;

/// The most tokens that are parsed as one text. What is longer is parted, at a line break if there is one among the last
/// quarter: a parser sees its whole text, and memory (5 KB a token) should not depend on what somebody hands in.
const LONGEST: usize = 10_000;

/// A model of English.
#[derive(Debug)]
pub struct Model {
    tokenizer: Tokenizer,
    engine: Engine,
    grammar: Grammar,
    tags: Vec<Tag>,
    relations: Vec<Relation>,
    kinds: Vec<Option<EntityKind>>,
    hash: [u8; 32],
    /// Workspaces that no thread uses just now.
    idle: Mutex<Vec<Workspace>>,
}

/// What a thread needs while it works. It never changes a result.
#[derive(Debug, Default)]
struct Workspace {
    chunks: ChunkCache,
    engine: engine::Workspace,
}

impl Model {
    /// Reads a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Self::for_processor(bytes, Processor::Widest)
    }

    /// Reads a model that uses certain instructions only. The analyses are the same, bit for bit.
    pub fn for_processor(bytes: &[u8], processor: Processor) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes)?;
        let engine = Engine::from_file(&file, processor)?;
        let unknown = |section, what| ModelError::Wrong { section, what };
        let tags = engine.tagger.names().iter().map(|name| Tag::from_name(name)).collect::<Option<_>>();
        // Decorated labels of moves name no relation and never leave the parser.
        let relation = |name: &str| Relation::from_name(name).unwrap_or(Relation::Unnamed);
        Ok(Self {
            tokenizer: Tokenizer::from_file(&file)?,
            grammar: Grammar::from_file(&file)?,
            tags: tags.ok_or(unknown("tagger", "a tag that is not known"))?,
            relations: engine.parser.labels().names().iter().map(|name| relation(name)).collect(),
            kinds: engine.names.kinds().iter().map(|name| EntityKind::from_name(name)).collect(),
            engine,
            hash: file.hash(),
            idle: Mutex::default(),
        })
    }

    /// SHA-256 of the model: which one made an analysis.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// Analyses a text, which is one paragraph or several: sentences may run over line breaks.
    pub fn analyse(&self, text: &str) -> Analysis {
        self.with_workspace(|workspace| self.analyse_batch(&[text], workspace)).remove(0)
    }

    /// Analyses texts, each for itself, on all threads of the pool. The result is that of [`Model::analyse`], but many short
    /// texts are read faster together.
    pub fn analyse_all(&self, texts: &[&str]) -> Vec<Analysis> {
        let batches = batches(texts.iter().map(|text| text.len()), BATCH);
        let analyse = |batch: Range<usize>| {
            self.with_workspace(|workspace| self.analyse_batch(&texts[batch], workspace))
        };
        batches.into_par_iter().flat_map_iter(analyse).collect()
    }

    fn with_workspace<T>(&self, work: impl FnOnce(&mut Workspace) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut workspace = idle().pop().unwrap_or_default();
        let result = work(&mut workspace);
        idle().push(workspace);
        result
    }

    fn analyse_batch(&self, texts: &[&str], workspace: &mut Workspace) -> Vec<Analysis> {
        let tokenised: Vec<Vec<Token>> = texts
            .iter()
            .map(|text| {
                let mut tokens = Vec::new();
                self.tokenizer.tokenise(text, &mut workspace.chunks, &mut tokens);
                tokens
            })
            .collect();
        let readings = self.read(texts, &tokenised, workspace);
        let mut readings = readings.into_iter();
        let analyses = texts.iter().zip(&tokenised).map(|(text, tokens)| {
            let n_parts = parts(text, tokens).len();
            let reading = readings.by_ref().take(n_parts).reduce(append).unwrap_or_default();
            self.finish(text, tokens, &reading)
        });
        analyses.collect()
    }

    /// What the networks say of each part of each text.
    fn read(&self, texts: &[&str], tokenised: &[Vec<Token>], workspace: &mut Workspace) -> Vec<Reading> {
        let attributes: Vec<Vec<Attributes>> =
            tokenised.iter().map(|tokens| tokens.iter().map(attributes).collect()).collect();
        let parts: Vec<&[Attributes]> = texts
            .iter()
            .zip(tokenised)
            .zip(&attributes)
            .flat_map(|((text, tokens), attributes)| {
                parts(text, tokens).into_iter().map(|part| &attributes[part])
            })
            .collect();
        let groups = batches(parts.iter().map(|part| part.len()), TOGETHER);
        groups.into_iter().flat_map(|group| self.engine.run(&parts[group], &mut workspace.engine)).collect()
    }

    /// Brings together what tokenizer and networks say, and adds what follows from it by rule.
    fn finish(&self, text: &str, tokens: &[Token], reading: &Reading) -> Analysis {
        let tags: Vec<Tag> = reading.tags.iter().map(|tag| self.tags[usize::from(*tag)]).collect();
        let relation = |label: &u16| self.relations[usize::from(*label)];
        let relations: Vec<Relation> = reading.tree.labels.iter().map(relation).collect();
        let heads = &reading.tree.heads;
        let mut analysis =
            self.grammar.complete(Parsed { text, tokens, tags: &tags, relations: &relations, heads });
        analysis.sentences = sentences(&reading.tree.starts);
        let entity = |name: &Name| {
            let kind = self.kinds[usize::from(name.kind)]?;
            Some(Entity { first: name.first, end: name.end, kind })
        };
        analysis.entities = reading.names.iter().filter_map(entity).collect();
        analysis
    }
}

/// Runs of items whose sizes together reach `enough`; the last run may be smaller.
fn batches(sizes: impl Iterator<Item = usize>, enough: usize) -> Vec<Range<usize>> {
    let mut batches = Vec::new();
    let (mut first, mut size, mut next) = (0, 0, 0);
    for item in sizes {
        size += item;
        next += 1;
        if size >= enough {
            batches.push(first..next);
            (first, size) = (next, 0);
        }
    }
    if first < next {
        batches.push(first..next);
    }
    batches
}

/// The parts of a text that are parsed for themselves: nearly always one.
fn parts(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut first = 0;
    while tokens.len() - first > LONGEST {
        let window = first + LONGEST * 3 / 4..first + LONGEST;
        let breaks_line = |token: &Token| text[token.start as usize..token.end as usize].contains('\n');
        let last = tokens[window.clone()].iter().rposition(breaks_line);
        let end = last.map_or(window.end, |last| window.start + last + 1);
        parts.push(first..end);
        first = end;
    }
    parts.push(first..tokens.len());
    parts
}

/// Joins the reading of a part to those before it.
fn append(mut all: Reading, part: Reading) -> Reading {
    let offset = all.tags.len() as u32;
    all.tags.extend(part.tags);
    all.tree.heads.extend(part.tree.heads.iter().map(|head| head + offset));
    all.tree.labels.extend(part.tree.labels);
    all.tree.starts.extend(part.tree.starts);
    all.names.extend(part.names.into_iter().map(|mut name| {
        name.first += offset;
        name.end += offset;
        name
    }));
    all
}

fn attributes(token: &Token) -> Attributes {
    let lexeme = &token.lexeme;
    let (blank, space) = (u64::from(token.space_after), u64::from(lexeme.is_space));
    [lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape, blank, space]
}

fn sentences(starts: &[bool]) -> Vec<Range<u32>> {
    let mut sentences: Vec<Range<u32>> = Vec::new();
    for (token, starts) in (0..).zip(starts) {
        match sentences.last_mut() {
            Some(sentence) if !starts => sentence.end = token + 1,
            _ => sentences.push(token..token + 1),
        }
    }
    sentences
}
