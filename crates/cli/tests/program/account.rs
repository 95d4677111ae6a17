//! `stemma FILES...`: what is read, what is not, and how that is said.

use crate::folder::{Folder, REPORT};

#[test]
fn a_report_gives_an_account() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(ended.out.starts_with("1 report, 1 capture, "), "{}", ended.out);
    for heading in ["What is reported", "In dispute", "Not stated", "Reports"] {
        let is_line = |line: &str| line.starts_with(heading);
        assert!(ended.out.lines().any(is_line), "{heading}");
    }
    assert!(ended.out.contains("wire.txt"));
}

#[test]
fn lines_fit_eighty_columns_in_a_pipe() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes()), ("copy.txt", &REPORT.as_bytes()[20..])]);
    let ended = folder.run(&["wire.txt", "copy.txt", "--all"]);
    assert!(ended.out.lines().all(|line| line.chars().count() <= 80), "{}", ended.out);
}

#[test]
fn equal_texts_are_one_report() {
    let folder = Folder::with(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["."]);
    assert_eq!(ended.code, Some(0));
    assert!(ended.out.starts_with("1 report, 2 captures, "), "{}", ended.out);
    assert!(ended.out.contains("also found as "));
}

#[test]
fn a_missing_file_is_named_and_nothing_is_made_up() {
    let ended = Folder::with(&[]).run(&["gone.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.starts_with("warning: cannot read gone.txt: "), "{}", ended.err);
    assert!(ended.err.contains("\nhint: "), "{}", ended.err);
    assert!(ended.err.ends_with("error: nothing could be read\n"), "{}", ended.err);
}

#[test]
fn empty_and_binary_files_are_named() {
    let folder = Folder::with(&[("empty.txt", b""), ("photo.jpg", b"\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0")]);
    for name in ["empty.txt", "photo.jpg"] {
        let ended = folder.run(&[name]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(ended.err.starts_with(&format!("warning: cannot read {name}: ")), "{}", ended.err);
    }
}

#[test]
fn one_bad_file_does_not_keep_the_others_from_being_read() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["wire.txt", "gone.txt"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.out.starts_with("1 report, "), "{}", ended.out);
    assert!(ended.out.contains("\nNot read\n"), "{}", ended.out);
    assert!(ended.err.starts_with("warning: cannot read gone.txt: "), "{}", ended.err);
}

#[test]
fn a_file_over_the_limit_is_named_and_the_limit_can_be_raised() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["--max-file-size", "100", "wire.txt"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("--max-file-size"), "{}", ended.err);
    assert_eq!(folder.run(&["--max-file-size", "1K", "wire.txt"]).code, Some(0));
}

#[test]
fn standard_input_is_a_report_like_others() {
    let folder = Folder::with(&[]);
    let ended = folder.run_with(&["-"], REPORT.as_bytes());
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(ended.out.starts_with("1 report, "), "{}", ended.out);
}

#[test]
fn json_is_one_record_a_line_and_the_same_on_any_number_of_threads() {
    let folder = Folder::with(&[("a.txt", REPORT.as_bytes()), ("b.txt", &REPORT.as_bytes()[20..])]);
    let ended = folder.run(&["--json", "a.txt", "b.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let records: Vec<serde_json::Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
    assert!(records.iter().all(serde_json::Value::is_object));
    let alone = folder.run(&["--threads", "1", "b.txt", "a.txt", "--json"]);
    assert_eq!(alone.out, ended.out);
}

#[test]
fn colour_is_for_those_who_ask() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    assert!(!folder.run(&["wire.txt"]).out.contains('\u{1b}'));
    assert!(!folder.run(&["--color", "never", "wire.txt"]).out.contains('\u{1b}'));
    assert!(folder.run(&["--color", "always", "wire.txt"]).out.contains("\u{1b}[1m"));
}

#[test]
fn a_reader_who_stops_early_is_no_error() {
    let text = "A line that is long enough to fill a pipe before anybody reads it.\n\n".repeat(2_000);
    let folder = Folder::with(&[("long.txt", text.as_bytes())]);
    for arguments in [&["--json", "long.txt"][..], &["--all", "long.txt"]] {
        let mut child = folder.program(arguments).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = folder.program(&["wire.txt"]).stdout(full).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.starts_with("error: cannot write to standard output: "), "{error}");
}
