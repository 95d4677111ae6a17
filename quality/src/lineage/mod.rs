//! Who copied whom, measured: generated families with known parents.

mod copyist;
mod generate;
mod grammar;
mod pile;
mod random;
mod score;

use anyhow::Result;
use generate::{Written, generate};
use pile::{Handing, Said, Sayings, ask};
use score::Edges;

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
