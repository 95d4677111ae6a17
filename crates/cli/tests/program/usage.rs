//! Help, version and wrong arguments.

use crate::folder::Folder;

#[test]
fn without_arguments_it_gives_short_help() {
    let ended = Folder::with(&[]).run(&[]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.out, "");
    assert!(ended.err.contains("Usage: stemma"));
    assert!(ended.err.contains("stemma verify account.jsonl reports/"));
}

#[test]
fn help_names_every_option_and_exit_code() {
    let ended = Folder::with(&[]).run(&["--help"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for words in [
        "--json",
        "--all",
        "--threads",
        "--max-file-size",
        "--columns",
        "--color",
        "--version",
        "Examples:",
        "Exit codes:",
        "verify: something does not hold",
    ] {
        assert!(ended.out.contains(words), "{words}");
    }
}

#[test]
fn version_is_one_line() {
    let ended = Folder::with(&[]).run(&["--version"]);
    let version = format!("stemma {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((ended.code, ended.out), (Some(0), version));
}

#[test]
fn wrong_values_are_named() {
    for (arguments, words) in [
        (&["--max-file-size", "64X", "a.txt"], "64X"),
        (&["--threads", "0", "a.txt"], "0"),
        (&["--color", "green", "a.txt"], "green"),
    ] {
        let ended = Folder::with(&[]).run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
        assert!(ended.err.contains(words), "{}", ended.err);
    }
}

#[test]
fn an_argument_cannot_write_on_the_terminal() {
    let ended = Folder::with(&[]).run(&["--\u{1b}[2J\u{9b}\u{202e}"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("\\u{9b}\\u{202e}"), "{}", ended.err);
    assert!(!ended.err.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{}", ended.err);
}

#[test]
fn verify_wants_an_account_and_sources() {
    for arguments in [&["verify"][..], &["verify", "account.jsonl"]] {
        let ended = Folder::with(&[]).run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(ended.err.contains("SOURCES"), "{}", ended.err);
    }
}

#[test]
fn options_of_an_account_are_none_of_verify() {
    let ended = Folder::with(&[]).run(&["verify", "--json", "account.jsonl", "a.txt"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("--json"));
    let ended = Folder::with(&[]).run(&["--json", "verify", "account.jsonl", "a.txt"]);
    assert_eq!(ended.code, Some(2));
}
