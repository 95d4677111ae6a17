//! A tradition of hand-copied witnesses whose true tree is known: a variant graph (GraphML, as Stemmaweb writes
//! it) and a tree (DOT).

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Names of the two files.
const GRAPH: &str = "besoin.xml";
const TREE: &str = "besoin.dot";

/// The witnesses of a tradition and their true tree.
pub struct Tradition {
    /// Their names, sorted.
    pub names: Vec<String>,
    /// By witness: its readings, by rank.
    pub readings: Vec<BTreeMap<u32, String>>,
    /// Edges of the true tree by name; lost witnesses are in it.
    pub tree: Vec<(String, String)>,
}

/// Reads the two files, wherever they lie below `folder`.
pub fn read(folder: &Path) -> Result<Tradition> {
    let read = |name: &str| {
        let path = find(folder, name).with_context(|| format!("no {name} in {}", folder.display()))?;
        std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (graph, tree) = (read(GRAPH)?, read(TREE)?);
    let document = roxmltree::Document::parse(&graph)?;
    let by_witness = readings(&document)?;
    let edge = |line: &str| {
        let (from, to) = line.trim().trim_end_matches(';').split_once("->")?;
        Some((from.trim().to_owned(), to.trim().to_owned()))
    };
    let (names, readings) = by_witness.into_iter().unzip();
    Ok(Tradition { names, readings, tree: tree.lines().filter_map(edge).collect() })
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let here = entries.iter().find(|path| path.file_name().is_some_and(|of| of == name));
    here.cloned().or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| find(path, name)))
}

/// By witness: what it has at each rank of the graph, along the edges that bear its name.
fn readings(document: &roxmltree::Document) -> Result<BTreeMap<String, BTreeMap<u32, String>>> {
    let graph = document.descendants().find(|node| node.has_tag_name("graph")).context("no graph")?;
    let data = |node: roxmltree::Node, key: &str| {
        let found = node.children().find(|child| child.attribute("key") == Some(key));
        found.and_then(|child| child.text()).unwrap_or_default().to_owned()
    };
    let named = |name: &'static str| graph.children().filter(move |node| node.has_tag_name(name));
    let nodes: BTreeMap<&str, (u32, String)> = named("node")
        .filter_map(|node| {
            Some((node.attribute("id")?, (data(node, "dn6").parse().ok()?, data(node, "dn2"))))
        })
        .collect();
    let mut by_witness: BTreeMap<String, BTreeMap<u32, String>> = BTreeMap::new();
    for edge in named("edge") {
        let target =
            edge.attribute("target").and_then(|id| nodes.get(id)).context("an edge without an end")?;
        if !target.1.starts_with('#') && data(edge, "de5") == "path" {
            by_witness.entry(data(edge, "de0")).or_default().insert(target.0, target.1.clone());
        }
    }
    Ok(by_witness)
}

impl Tradition {
    /// The text of a witness.
    pub fn text(&self, witness: usize) -> String {
        self.readings[witness].values().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// In how many ranks any two witnesses differ.
    pub fn differences(&self) -> Vec<Vec<f64>> {
        let ranks: BTreeSet<u32> =
            self.readings.iter().flat_map(|readings| readings.keys().copied()).collect();
        let differ = |a: &BTreeMap<u32, String>, b: &BTreeMap<u32, String>| {
            ranks.iter().filter(|rank| a.get(rank) != b.get(rank)).count() as f64
        };
        self.readings.iter().map(|a| self.readings.iter().map(|b| differ(a, b)).collect()).collect()
    }

    /// How many edges of the true tree lie between any two witnesses.
    pub fn true_distances(&self) -> Vec<Vec<f64>> {
        let mut names = self.names.clone();
        let ends = self.tree.iter().flat_map(|(from, to)| [from, to]);
        names.extend(ends.filter(|name| !self.names.contains(name)).cloned());
        let at = |name: &String| names.iter().position(|other| other == name).unwrap_or(0);
        let edges: Vec<(usize, usize)> = self.tree.iter().map(|(from, to)| (at(from), at(to))).collect();
        super::trees::path_lengths(names.len(), &edges)
    }
}
