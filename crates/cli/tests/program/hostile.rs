//! Texts and names that were made to do harm.

use crate::folder::{Ended, Folder, REPORT};
use std::collections::BTreeMap;

/// Clears the screen, renames the window, turns text round, hides it, ends with a lone carriage return.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{200b}\u{2066}\u{e0041}\r";

fn is_harmless(c: char) -> bool {
    let unseen = ['\u{202e}', '\u{200b}', '\u{2066}', '\u{e0041}'];
    c == '\n' || !c.is_control() && !unseen.contains(&c)
}

fn assert_harmless(ended: &Ended) {
    assert!(ended.out.chars().all(is_harmless), "{:?}", ended.out);
    assert!(ended.err.chars().all(is_harmless), "{:?}", ended.err);
}

#[test]
fn a_text_cannot_write_on_the_terminal() {
    let said =
        format!("\u{201c}The harbour{HOSTILE} is safe,\u{201d} harbour master Ada{HOSTILE} Roon said.");
    let text = format!("Harbour{HOSTILE} closed\n\n{HOSTILE}{said}\n\n{HOSTILE}\n");
    let folder = Folder::with(&[("a.txt", text.as_bytes()), ("b.txt", said.as_bytes())]);
    let query = format!("The harbour{HOSTILE} is safe");
    for arguments in [
        &["--all", "."][..],
        &["."],
        &["--json", "."],
        &["copies", "."],
        &["copies", "--all", "."],
        &["copies", "--json", "."],
        &["quotes", "."],
        &["quotes", "--by", "report", "--all", "."],
        &["quotes", "--json", "."],
        &["claims", "--all", "."],
        &["claims", "--json", "."],
        &["origins", "1", "--all", "."],
        &["origins", "1", "--json", "."],
        &["trace", &query, "."],
        &["trace", "--json", &query, "."],
    ] {
        let ended = folder.run(arguments);
        assert!(matches!(ended.code, Some(0 | 1)), "{ended:?}");
        assert_harmless(&ended);
    }
    let records = folder.run(&["--json", "."]).out;
    let ids = records.lines().filter_map(|line| line.split("\"id\":\"").nth(1)?.split('"').next());
    let one_of_each: BTreeMap<char, &str> = ids.filter_map(|id| Some((id.chars().next()?, id))).collect();
    for id in one_of_each.into_values().chain(["s", HOSTILE]) {
        assert_harmless(&folder.run(&["explain", "--all", id, "."]));
    }
    assert_harmless(&folder.run(&["origins", HOSTILE, "."]));
    assert_harmless(&folder.run(&["origins", "harbour", "."]));
}

#[cfg(unix)]
#[test]
fn a_file_name_cannot_write_on_the_terminal() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::with(&[]);
    let mut name = HOSTILE.replace('/', "").into_bytes();
    name.extend(b"\n\xff.txt");
    let name = OsStr::from_bytes(&name);
    if std::fs::write(folder.path().join(name), REPORT).is_err() {
        return; // A file system that takes no such name needs no test.
    }
    let read = folder.program(&[]).arg(name).output().expect("the program starts");
    assert_eq!(read.status.code(), Some(0));
    let missing = folder.program(&["gone"]).arg(OsStr::from_bytes(b"gone\x1b[2J\xff")).output();
    for output in [read, missing.expect("the program starts")] {
        assert_harmless(&Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        });
    }
}

#[test]
fn bytes_that_are_no_text_end_no_run() {
    let every_byte: Vec<u8> = (0..=255).cycle().take(4096).collect();
    let high: Vec<u8> = (128..=255).cycle().take(4096).collect();
    let folder = Folder::with(&[
        ("bytes.txt", &every_byte),
        ("high.txt", &high),
        ("half.txt", &REPORT.as_bytes()[..REPORT.find('\u{201c}').expect("a quotation") + 1]),
        ("wire.txt", REPORT.as_bytes()),
    ]);
    let ended = folder.run(&["."]);
    assert!(matches!(ended.code, Some(0 | 1)), "{ended:?}");
    assert_harmless(&ended);
}
