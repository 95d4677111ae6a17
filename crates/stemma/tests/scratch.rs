//! What does not fit into memory waits in the scratch, and the findings are the same.

use stemma::model::{Report, Source};
use stemma::reuse::{Config, Reuse, read_and_find_reuse};
use stemma::text::reports;
use stemma::{InMemory, Scratch, ScratchError, Silent};

/// Reports that copy each other's sentences, enough of them for several chunks of postings.
fn pile() -> Vec<Report> {
    let sentence = |n: usize| {
        let word = |at: usize| format!("w{}", (n * 31 + at * at * 17) % 4_000);
        (0..18).map(word).collect::<Vec<_>>().join(" ") + "."
    };
    let text = |report: usize| {
        let numbers =
            (0..12).map(|at| if at % 3 == 0 { report / 4 * 100 + at } else { 90_000 + report * 12 + at });
        numbers.map(sentence).collect::<Vec<_>>().join(" ")
    };
    reports((0..400).map(|n| Source::of_text(format!("{n}.txt"), text(n))).collect())
}

fn found(reports: &[Report], join_memory: Option<u64>, scratch: &dyn Scratch) -> Result<Reuse, ScratchError> {
    read_and_find_reuse(reports, &Config { join_memory, ..Config::default() }, scratch, &Silent)
}

#[test]
fn the_findings_do_not_depend_on_the_memory_of_the_join() {
    let reports = pile();
    let with_all = found(&reports, None, &InMemory::default()).unwrap();
    assert!(with_all.families.len() > 300, "{}", with_all.families.len());
    for memory in [1, 100_000] {
        assert_eq!(found(&reports, Some(memory), &InMemory::default()).unwrap(), with_all);
    }
}

/// A scratch without room.
struct Full;

impl Scratch for Full {
    fn append(&self, _: usize, _: &[u64]) -> Result<(), ScratchError> {
        Err(ScratchError("no room left".to_owned()))
    }

    fn take(&self, _: usize) -> Result<Vec<u64>, ScratchError> {
        Ok(Vec::new())
    }
}

#[test]
fn a_full_scratch_ends_the_run_with_its_reason() {
    let reports = pile();
    assert_eq!(found(&reports, Some(1), &Full), Err(ScratchError("no room left".to_owned())));
    assert!(found(&reports, None, &Full).is_ok(), "without a limit nothing is put there");
}
