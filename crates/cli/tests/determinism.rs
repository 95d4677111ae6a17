//! The same reports give the same account, byte for byte: in any order, on any number of threads, under any
//! name.

#[path = "program/folder.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod folder;

use folder::Folder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The reports of the example, by name.
static REPORTS: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/hadrel-dam");
    let files = std::fs::read_dir(folder).expect("the example is there");
    files
        .map(|file| {
            let path = file.expect("the folder can be read").path();
            let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("the report can be read"))
        })
        .collect()
});

/// A folder that holds the example in a folder of its own.
fn example(inner: &str) -> Folder {
    let folder = Folder::with(&[]);
    let path = folder.path().join(inner);
    std::fs::create_dir(&path).expect("a folder can be made");
    for (name, bytes) in REPORTS.iter() {
        std::fs::write(path.join(name), bytes).expect("a file can be written");
    }
    folder
}

/// Runs the program, which must read everything, and gives what it wrote.
fn written(folder: &Folder, arguments: &[&str]) -> String {
    let ended = folder.run(arguments);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{arguments:?}");
    assert!(ended.out.len() > 1000, "{arguments:?}");
    ended.out
}

fn digest(json: &str) -> String {
    let header: Value = serde_json::from_str(json.lines().next().expect("a header")).expect("JSON");
    header["digest"].as_str().expect("a digest").to_owned()
}

/// Compares two accounts; where they differ, shows the first line that does, for accounts are long.
fn assert_same(one: &str, other: &str) {
    if one != other {
        let differ = one.lines().zip(other.lines()).find(|(a, b)| a != b);
        panic!("two accounts differ, in their lengths or first in these lines: {differ:#?}");
    }
}

/// Both forms of an account: for programs and for people.
const FORMS: [&str; 2] = ["--json", "--all"];

#[test]
fn the_order_of_the_files_does_not_matter() {
    let folder = example("dam");
    let names: Vec<String> = REPORTS.keys().map(|name| format!("dam/{name}")).collect();
    for form in FORMS {
        let in_order: Vec<&str> = names.iter().map(String::as_str).chain([form]).collect();
        let expected = written(&folder, &in_order);
        for turned in 1..names.len() {
            let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
            names.rotate_left(turned);
            names[1..].reverse();
            names.push(form);
            assert_same(&written(&folder, &names), &expected);
        }
        assert_same(&written(&folder, &["dam", form]), &expected);
    }
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let folder = example("dam");
    for form in FORMS {
        let expected = written(&folder, &["dam", form, "--threads", "1"]);
        for threads in ["2", "8"] {
            assert_same(&written(&folder, &["dam", form, "--threads", threads]), &expected);
        }
        assert_same(&written(&folder, &["dam", form]), &expected);
    }
}

#[test]
fn a_second_run_writes_the_same() {
    let folder = example("dam");
    for form in FORMS {
        assert_same(&written(&folder, &["dam", form]), &written(&folder, &["dam", form]));
    }
}

#[test]
fn under_another_name_it_differs_in_names_alone() {
    let (dam, flood) = (example("dam"), example("flood of 2019"));
    let (named, renamed) = (written(&dam, &["dam", "--json"]), written(&flood, &["flood of 2019", "--json"]));
    assert!(named != renamed, "the account gives the names");
    assert_eq!(digest(&named), digest(&renamed));
    assert_same(&named.replace("\"dam/", "\"flood of 2019/"), &renamed);
}

#[test]
fn a_folder_that_is_given_twice_is_read_once() {
    let folder = example("dam");
    let once = written(&folder, &["dam", "--json"]);
    for again in ["dam", "./dam"] {
        let twice = folder.run(&["dam", again, "--json"]);
        assert_eq!((twice.code, digest(&twice.out)), (Some(0), digest(&once)));
        assert!(twice.err.lines().all(|line| line.starts_with("note: ") && line.contains("read once")));
    }
}

#[test]
fn where_the_folder_lies_does_not_matter() {
    let (one, other) = (example("dam"), example("dam"));
    assert_ne!(one.path(), other.path());
    for form in FORMS {
        assert_same(&written(&one, &["dam", form]), &written(&other, &["dam", form]));
    }
}

/// The lines of an account by their kind, without what a copy of a file must change: digest and counts.
fn findings(json: &str) -> Vec<Value> {
    json.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_copy_of_a_file_adds_a_capture_and_nothing_else() {
    let folder = example("dam");
    let alone = written(&folder, &["dam", "--json"]);
    std::fs::write(folder.path().join("dam/zz copy.txt"), &REPORTS["orna.txt"]).expect("it can be written");
    let with_copy = written(&folder, &["dam", "--json"]);
    let (before, after) = (findings(&alone), findings(&with_copy));
    let added: Vec<&Value> = after.iter().filter(|finding| !before.contains(finding)).collect();
    assert_eq!(after.len(), before.len() + 1);
    let [capture] = added[..] else { panic!("one line is added: {added:?}") };
    assert_eq!(capture["record"], "capture");
    assert_eq!(capture["name"], "dam/zz copy.txt");
    let without_copy: Vec<&Value> = after.iter().filter(|finding| *finding != capture).collect();
    assert!(without_copy.into_iter().eq(&before), "everything else stands, and in its order");
    assert_ne!(digest(&alone), digest(&with_copy), "a capture is evidence, so the digest has it");
}

#[test]
fn every_changed_byte_changes_the_digest() {
    let folder = example("dam");
    let before = digest(&written(&folder, &["dam", "--json"]));
    let changed = String::from_utf8_lossy(&REPORTS["orna.txt"]).replace("2,300", "2,301");
    std::fs::write(folder.path().join("dam/orna.txt"), changed).expect("it can be written");
    assert_ne!(digest(&written(&folder, &["dam", "--json"])), before);
}
