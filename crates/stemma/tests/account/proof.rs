//! Is every change found, and does the problem name the finding that was changed?

use crate::json::lines;
use crate::mutation::{Blame, Case, Forger, Mutation, Script};
use crate::pile::{File, sources};
use crate::reseal::reseal;
use crate::{
    clever_bonds, clever_claims, clever_disagreements, clever_lineage, clever_origins, clever_places,
    clever_spans, clever_statements, clever_voices, derivation_changes, plain_changes,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use stemma::account::record::{Record, Value};
use stemma::account::verify;

/// How many records or bytes each change is tried on.
const SEEDS: u64 = 3;

/// The script that checks accounts without stemma.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/verify_account.py");

/// All changes, once a seed, each made.
fn changed_cases() -> Vec<(&'static Mutation, u64, Case, String)> {
    let mut cases = Vec::new();
    let changes = [
        plain_changes::CHANGES,
        clever_spans::CHANGES,
        clever_statements::CHANGES,
        clever_voices::CHANGES,
        clever_bonds::CHANGES,
        clever_lineage::CHANGES,
        clever_origins::CHANGES,
        clever_claims::CHANGES,
        clever_disagreements::CHANGES,
        clever_places::CHANGES,
        derivation_changes::CHANGES,
    ];
    for mutation in changes.into_iter().flatten() {
        for seed in 0..SEEDS {
            let mut case = Case::new(seed);
            let blame = (mutation.change)(&mut case);
            if mutation.forger == Forger::Clever {
                reseal(&mut case.records);
            }
            let name = name(&case.records, &blame);
            cases.push((mutation, seed, case, name));
        }
    }
    cases
}

fn name(records: &[Record], blame: &Blame) -> String {
    match blame {
        Blame::Account => "account".to_owned(),
        Blame::Record(idx) => match &records[*idx]["id"] {
            Value::Text(id) => id.clone(),
            _ => panic!("an identifier is a text"),
        },
    }
}

fn name_of_digest(records: &[Record]) -> String {
    match &records[0]["digest"] {
        Value::Text(digest) => digest.clone(),
        _ => panic!("a digest is a text"),
    }
}

#[test]
fn every_change_is_found_by_name() {
    let cases = changed_cases();
    assert!(cases.len() >= 60, "enough changes");
    for (mutation, seed, case, name) in cases {
        let problems = verify(&case.records, &sources(&case.files));
        assert!(
            problems.iter().any(|problem| problem.finding == name),
            "{} (seed {seed}): nothing about {name} in {problems:#?}",
            mutation.what
        );
        let noticed = problems.iter().any(|problem| {
            ["the identifier does not fit", "the digest is"]
                .iter()
                .any(|words| problem.text.starts_with(words))
        });
        if mutation.forger == Forger::Clever {
            assert!(!noticed, "{}: it is found without the seals", mutation.what);
        }
    }
}

#[test]
fn the_forger_seals_as_the_library_does() {
    let mut case = Case::new(0);
    let original = case.records.clone();
    reseal(&mut case.records);
    assert_eq!(original, case.records);
}

#[test]
fn a_missing_source_is_told_with_the_names_of_its_captures() {
    let mut case = Case::new(0);
    case.files.retain(|file| !file.name.starts_with("wire"));
    let problems = verify(&case.records, &sources(&case.files));
    let report = case.report_of("wire.txt");
    let report = name(&case.records, &Blame::Record(report));
    let told = problems.iter().find(|problem| problem.finding == report).expect("the report has a problem");
    for file in ["wire.txt", "wire-copy.txt", "wire-mark.txt"] {
        assert!(told.text.contains(file), "{}", told.text);
    }
}

#[test]
fn a_foreign_source_is_told_by_name() {
    let mut case = Case::new(0);
    case.files[5].name = "changed.txt";
    case.files[5].bytes.push(b'!');
    let problems = verify(&case.records, &sources(&case.files));
    assert!(problems.iter().any(|problem| {
        problem.finding == "account" && problem.text == "source `changed.txt` is not part of this account"
    }));
}

#[test]
fn no_records_at_all_are_a_problem_and_no_panic() {
    assert_eq!(verify(&[], &[]).len(), 1);
    assert_eq!(verify(&[Record::new()], &[]).len(), 1);
}

#[test]
fn records_of_any_shape_are_problems_and_no_panic() {
    let mut case = Case::new(0);
    let original = case.records.clone();
    let sources = sources(&case.files);
    let strange = [
        Value::Null,
        Value::Bool(true),
        Value::Int(i64::MIN),
        Value::Int(i64::MAX),
        Value::from("\u{1b}[2J"),
        Value::List(vec![Value::Null]),
        Value::Map(Record::new()),
    ];
    for (idx, record) in original.iter().enumerate() {
        for (key, usual) in record {
            for value in &strange {
                case.records[idx].insert(key.clone(), value.clone());
                let unread = case.is(idx, "unread") || case.is(idx, "note");
                let problems = verify(&case.records, &sources);
                let allowed = value == usual || matches!(value, Value::Text(_)) && (unread || key == "name");
                assert_eq!(problems.is_empty(), allowed, "{idx} {key} {value:?}");
                case.records[idx] = record.clone();
            }
        }
    }
}

#[test]
fn the_script_finds_what_it_looks_for() {
    if python(&["--version"]).is_none() {
        eprintln!("skipped: there is no python3 to run docs/verify_account.py with");
        return;
    }
    let folder = Folder::new("unchanged");
    let case = Case::new(0);
    let output = folder.check(&case);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
    let digest = name_of_digest(&case.records);
    let verified = format!("verified: {digest}; texts taken from the account: 2, sources unread: 0\n");
    assert_eq!(told, verified);
    let first_seeds = changed_cases().into_iter().step_by(SEEDS as usize);
    for (number, (mutation, seed, case, name)) in first_seeds.enumerate() {
        let output = Folder::new(&number.to_string()).check(&case);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let what = format!("{} (seed {seed}), {name}: {told}", mutation.what);
        assert!(output.stderr.is_empty(), "{what}{output:?}");
        if mutation.script == Script::Blind {
            assert_eq!(output.status.code(), Some(0), "{what}");
            continue;
        }
        assert_eq!(output.status.code(), Some(1), "{what}");
        assert!(told.lines().last().is_some_and(|last| last.starts_with("failed: ")));
        if mutation.script == Script::Names {
            let named = |line: &str| line.starts_with(&format!("{name}: "));
            assert!(told.lines().any(named), "{what}");
        }
    }
}

#[test]
fn the_script_counts_files_that_are_listed_as_unread() {
    if python(&["--version"]).is_none() {
        eprintln!("skipped: there is no python3 to run docs/verify_account.py with");
        return;
    }
    let mut case = Case::new(0);
    let mut photo = case.files[0].clone();
    photo.name = "photo.jpg";
    photo.bytes = vec![0, 1, 2];
    case.files.push(photo);
    let output = Folder::new("unread").check(&case);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.ends_with("; texts taken from the account: 2, sources unread: 1\n"), "{told}");
}

#[test]
fn the_script_tells_how_it_is_used() {
    let Some(output) = python(&[SCRIPT]) else {
        eprintln!("skipped: there is no python3 to run docs/verify_account.py with");
        return;
    };
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("ACCOUNT.jsonl SOURCES"));
}

#[test]
fn the_script_is_short_enough_to_be_read() {
    let script = include_str!("../../../../docs/verify_account.py");
    assert!(script.lines().count() <= 250);
    assert!(script.lines().all(|line| line.chars().count() <= 120));
}

/// A folder with an account and its sources, gone when the test ends.
struct Folder {
    path: PathBuf,
}

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("account-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("sources")).expect("the folder can be made");
        Folder { path }
    }

    /// Writes a case and lets the script check it.
    fn check(&self, case: &Case) -> Output {
        let account = self.path.join("account.jsonl");
        fs::write(&account, lines(&case.records)).expect("the account can be written");
        let sources = self.path.join("sources");
        for File { name, bytes, .. } in &case.files {
            fs::write(sources.join(name), bytes).expect("a source can be written");
        }
        fs::write(sources.join(".hidden"), "not looked at").expect("a file can be written");
        let paths = [&account, &sources].map(|path| path.to_string_lossy().into_owned());
        python(&[SCRIPT, &paths[0], &paths[1]]).expect("python3 was there a moment ago")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// What Python says; nothing where there is none.
fn python(arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new("python3");
    command.arg("-S"); // without site packages it starts faster
    command.args(arguments).output().ok()
}
