//! What the README shows is what the program prints.

use std::path::Path;
use std::process::Command;

/// Every line of the README's example, in order, is a line of the account of the invented story.
#[test]
fn the_example_of_the_readme_is_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README is there");
    let example = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
    let example = example.expect("the README has an example");
    let output = Command::new(env!("CARGO_BIN_EXE_stemma"))
        .arg("examples/hadrel-dam")
        .current_dir(&root)
        .output()
        .expect("the program starts");
    let printed = String::from_utf8(output.stdout).expect("the account is UTF-8");
    let mut lines = printed.lines();
    let shown: Vec<&str> = example.lines().filter(|line| !line.is_empty()).collect();
    assert!(shown.len() > 20, "the example is read: {} lines", shown.len());
    for line in shown {
        assert!(lines.any(|printed| printed == line), "not printed, or not in this order: {line}");
    }
}
