//! Who copied whom, measured: generated families with known parents, and a tradition with its true tree.

mod copyist;
mod generate;
mod grammar;
mod pile;
mod random;
mod score;
mod tradition;
mod trees;

use crate::linking::{link, read_all};
use anyhow::Result;
use generate::{Written, generate};
use pile::{Handing, Said, Sayings, ask};
use score::Edges;
use std::collections::BTreeMap;
use std::path::Path;
use stemma::model::{DateEvidence, Parent, Source};
use stemma::text::reports;
use tradition::Tradition;
use trees::{neighbour_joining, path_lengths, sign_agreement, spanning_tree};

/// Generates the families of each seed, asks for their lineage and prints what is right.
pub fn run_families(seeds: &[u64]) -> Result<()> {
    for seed in seeds {
        run_seed(*seed);
    }
    Ok(())
}

fn run_seed(seed: u64) {
    let written = generate(seed);
    let (dated, supports) = ask(&written, Handing { dated: true, shuffled: false });
    let (undated, _) = ask(&written, Handing { dated: false, shuffled: false });
    println!("seed: {seed}");
    println!("reports: {}", written.iter().filter(|report| report.is_in_pile).count());
    print_dated(&written, &dated);
    println!("support_computed: {} of {}", supports.len(), parents(&dated));
    print_undated(&written, &dated, &undated);
    for is_dated in [true, false] {
        let (again, _) = ask(&written, Handing { dated: is_dated, shuffled: true });
        let changed = if is_dated { again != dated } else { again != undated };
        println!("renaming_and_shuffling_changes_{}: {changed}", if is_dated { "dated" } else { "undated" });
    }
    print_baselines(&written);
}

fn answer(said: &Sayings) -> impl Fn(usize, usize) -> Said {
    |report, line| said.get(&(report, line)).copied().unwrap_or(Said::Nothing)
}

fn parents(said: &Sayings) -> usize {
    said.values().filter(|said| matches!(said, Said::From(..))).count()
}

fn print_edges(name: &str, edges: Edges) {
    println!("{name}_edges_right: {:.4}", edges.share());
    println!("{name}_edges: {} right, {} wrong, {} undecided", edges.right, edges.wrong, edges.undecided);
    println!("{name}_decided_right: {:.4}", edges.precision());
}

fn print_dated(written: &[Written], dated: &Sayings) {
    print_edges("report", score::reports(written, &answer(dated)));
    print_edges("passage", score::passages(written, &answer(dated)));
    println!("lost_parent_none_given: {:.4}", score::lost_without_parent(written, &answer(dated)));
    println!("originals_without_parent: {:.4}", score::originals_without_parent(written, dated));
}

fn print_undated(written: &[Written], dated: &Sayings, undated: &Sayings) {
    print_edges("undated_passage", score::passages(written, &answer(undated)));
    let (both, turned) = score::turned(dated, undated);
    println!("undated_edges_turned: {turned} of {both} that both decide");
    let (edges, against) = score::against_descent(written, undated);
    println!("undated_edges_against_descent: {against} of {edges}");
    println!(
        "undated_verbatim_not_decidable: {:.4}",
        score::verbatim_not_decidable(written, &answer(undated))
    );
    println!("undated_originals_without_parent: {:.4}", score::originals_without_parent(written, undated));
}

fn print_baselines(written: &[Written]) {
    for (name, nearest, later_too) in [
        ("baseline_nearest", true, true),
        ("baseline_nearest_earlier", true, false),
        ("baseline_earliest", false, false),
    ] {
        let answer = |report, line| score::simple_answer(written, (report, line), nearest, later_too);
        println!("{name}_report: {:.4}", score::reports(written, &answer).share());
        println!("{name}_passage: {:.4}", score::passages(written, &answer).share());
    }
    println!("baseline_nothing_decided: {:.4}", score::passages(written, &|_, _| Said::NotDecidable).share());
}

/// Finds the lineage of a tradition whose true tree is known and prints how far the two agree.
pub fn run_tradition(folder: &Path) -> Result<()> {
    let tradition = tradition::read(folder)?;
    let n_witnesses = tradition.names.len();
    let (truth, differences) = (tradition.true_distances(), tradition.differences());
    let agreement = |n_nodes: usize, edges: &[(usize, usize)]| {
        sign_agreement(n_witnesses, &truth, &path_lengths(n_nodes, edges))
    };
    println!("witnesses: {n_witnesses}");
    for (name, root) in [("", None), ("_first_known", tradition.names.iter().position(|name| name == "T1"))] {
        let edges = edges(&tradition, root);
        println!("edges{name}: {}", edges.len());
        println!("average_sign_distance{name}: {:.3}", agreement(n_witnesses, &edges));
    }
    println!("baseline_spanning_tree: {:.3}", agreement(n_witnesses, &spanning_tree(&differences)));
    let (n_nodes, joined) = neighbour_joining(&differences);
    println!("baseline_neighbour_joining: {:.3}", agreement(n_nodes, &joined));
    println!("baseline_nothing_decided: {:.3}", agreement(n_witnesses, &[]));
    Ok(())
}

/// From which witness most passages of each are said to come, if from any; where the first one is given, it has an
/// earlier date than the others.
fn edges(tradition: &Tradition, first: Option<usize>) -> Vec<(usize, usize)> {
    let date = |witness: usize| DateEvidence {
        value: if Some(witness) == first { "2001" } else { "2002" }.to_owned(),
        method: "given".to_owned(),
    };
    let sources = tradition.names.iter().enumerate().map(|(at, name)| {
        let mut source = Source::of_text(name.clone(), tradition.text(at));
        source.published = first.map(|_| date(at));
        source
    });
    let reports = reports(sources.collect());
    let found = link(&reports, &read_all(&reports), &Default::default(), &stemma::Silent);
    let witness = |passage: stemma::model::PassageIdx| {
        let report = found.passages[passage.0 as usize].span.report;
        let name = &reports[report.0 as usize].captures[0].name;
        tradition.names.iter().position(|other| other == name).unwrap_or(0)
    };
    let mut votes: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for descent in &found.lineage {
        if let Parent::Passage(parent) = descent.parent {
            *votes.entry(witness(descent.passage)).or_default().entry(witness(parent)).or_default() += 1;
        }
    }
    let most =
        |votes: BTreeMap<usize, usize>| votes.into_iter().max_by_key(|(_, n)| *n).map(|(parent, _)| parent);
    votes.into_iter().filter_map(|(child, votes)| Some((child, most(votes)?))).collect()
}
