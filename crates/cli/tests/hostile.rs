//! Files that were made to do harm, or that harm by accident: each ends in an account of the good file beside
//! it, a clear message and the right exit code, and nothing raw reaches the terminal.
//!
//! Sizes are the full ones divided by [`SCALE`], so that these tests are quick without optimisation. Whoever
//! wants the full sizes sets `STEMMA_HOSTILE_SCALE=1` and runs them with `--release`; no test looks at a clock.

#[path = "program/folder.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod folder;

use folder::{Ended, Folder, REPORT};
use serde_json::Value;
use std::sync::LazyLock;

/// What full sizes are divided by.
static SCALE: LazyLock<usize> = LazyLock::new(|| {
    let asked = std::env::var("STEMMA_HOSTILE_SCALE").ok().and_then(|scale| scale.parse().ok());
    asked.unwrap_or(100).max(1)
});

/// A full size, scaled.
fn scaled(full: usize) -> usize {
    full / *SCALE
}

/// Megabytes, scaled.
fn megabytes(full: usize) -> usize {
    scaled(full * 1_000_000)
}

/// A text of so many bytes, of one piece over and over.
fn repeated(piece: &str, bytes: usize) -> Vec<u8> {
    piece.bytes().cycle().take(bytes / piece.len() * piece.len()).collect()
}

/// So many generated words in sentences of ten, from a stream of numbers that is the same everywhere.
fn generated(bytes: usize, full_stops: bool) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "lan"];
    let mut state = 88_172_645_463_325_252_u64;
    let mut text = String::with_capacity(bytes + 64);
    for word in 1.. {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        // A word in four is one of sixteen, as in any language some words are frequent.
        let syllables = if state.is_multiple_of(4) { 1 } else { 3 };
        (0..syllables).for_each(|at| text.push_str(SYLLABLES[(state >> (8 + 4 * at)) as usize % 16]));
        if text.len() >= bytes {
            return text;
        }
        text.push_str(if full_stops && word % 10 == 0 { ". The " } else { " " });
    }
    text
}

/// Characters that a reader does not see, or that have power over the terminal or over their neighbours.
fn is_raw(c: char) -> bool {
    c != '\n' && c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn assert_nothing_raw(ended: &Ended) {
    for stream in [&ended.out, &ended.err] {
        let raw: Vec<char> = stream.chars().filter(|c| is_raw(*c)).take(3).collect();
        assert!(raw.is_empty(), "{raw:?}");
    }
}

fn records(json: &str) -> Vec<Value> {
    json.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

/// Names in records of a kind.
fn names(records: &[Value], kind: &str) -> Vec<String> {
    let of_kind = records.iter().filter(|record| record["record"] == kind);
    of_kind.map(|record| record["name"].as_str().expect("it has a name").to_owned()).collect()
}

/// What is said of a file.
enum Answer {
    /// It is read.
    Read,
    /// It is read, and something is said of it.
    Noted(&'static str),
    /// It is not read, for this reason.
    Refused(&'static str),
}

/// Gives the program hostile files beside a good one, in both forms, and checks what must hold of every case.
/// Gives the records and the files for what else a case wants to know.
fn check(files: &[(&str, &[u8])], answer: &Answer, arguments: &[&str]) -> (Vec<Value>, Folder) {
    let folder = Folder::with(&[&[("good.txt", REPORT.as_bytes())], files].concat());
    let for_people = folder.run(&[arguments, &["."]].concat());
    let for_programs = folder.run(&[arguments, &["--json", "."]].concat());
    let code = if matches!(answer, Answer::Refused(_)) { 1 } else { 0 };
    for ended in [&for_people, &for_programs] {
        assert_nothing_raw(ended);
        assert_eq!(ended.code, Some(code), "{}", ended.err);
        for (name, _) in files {
            match answer {
                Answer::Read => assert_eq!(ended.err, ""),
                Answer::Noted(words) => assert_says(ended, &format!("note: ./{name}: "), words),
                Answer::Refused(words) => {
                    assert_says(ended, &format!("warning: cannot read ./{name}: "), words)
                }
            }
        }
    }
    let records = records(&for_programs.out);
    let said = |record: &Value| record["speaker"]["name"]["text"] == "Ada Roon";
    assert!(records.iter().any(said), "the good file is in the account");
    for (name, _) in files {
        let list = if code == 1 { "unread" } else { "capture" };
        assert!(names(&records, list).contains(&format!("./{name}")), "{name} is listed");
    }
    (records, folder)
}

/// Whether a line of standard error begins and goes on like this.
fn assert_says(ended: &Ended, beginning: &str, words: &str) {
    let says = |line: &str| line.strip_prefix(beginning).is_some_and(|rest| rest.contains(words));
    assert!(ended.err.lines().any(says), "{beginning}...{words}... is not in {}", ended.err);
}

fn count(records: &[Value], kind: &str) -> usize {
    records.iter().filter(|record| record["record"] == kind).count()
}

#[test]
fn an_empty_file() {
    check(&[("empty.txt", b"")], &Answer::Refused("empty"), &[]);
    check(&[("blank.txt", &repeated(" \n", megabytes(50)))], &Answer::Refused("empty"), &[]);
}

#[test]
fn a_binary_file() {
    let bytes: Vec<u8> = (0..=255).cycle().take(megabytes(100)).collect();
    check(&[("program.txt", &bytes)], &Answer::Refused("not text"), &["--max-file-size", "200M"]);
}

#[test]
fn a_line_of_200_megabytes_is_refused_and_read_by_who_asks_for_it() {
    let line = generated(megabytes(200), true);
    let limit = megabytes(64).to_string();
    let file: (&str, &[u8]) = ("line.txt", line.as_bytes());
    check(&[file], &Answer::Refused("too large"), &["--max-file-size", &limit]);
    check(&[file], &Answer::Read, &["--max-file-size", "300M"]);
}

#[test]
fn a_line_of_the_largest_size_that_is_read_unasked() {
    check(&[("line.txt", generated(megabytes(64), true).as_bytes())], &Answer::Read, &[]);
}

#[test]
fn invalid_utf_8() {
    let text = b"The harbour \xff\xc3 was \xe2\x82 closed \x80 on Sunday.\n\n".repeat(scaled(100_000));
    check(&[("bad.txt", &text)], &Answer::Noted("a guess"), &[]);
    let mut text = REPORT.replace("Veld", "Tarn").repeat(20).into_bytes();
    text.extend(b"\xe2\x82 The end.\n");
    check(&[("cut.txt", &text)], &Answer::Noted("UTF-8"), &[]);
}

/// Clears the screen, renames the window, writes in red, turns text round, hides it, goes back on its line.
const RAW: &str =
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{200b}\u{200d}\u{feff}\u{e0041}\r";

#[test]
fn escapes_and_characters_that_turn_or_hide_text() {
    let text = format!(
        "Harbour{RAW} of Tarn{RAW} closed\n\n{RAW}\u{201c}It{RAW} burned down,\u{201d} chief Ida{RAW} Moor said. \
         The{RAW} grain store of Tarn was{RAW} empty when the fire broke out.\n\n{RAW}\n"
    );
    let copy = text.replace("empty", "full");
    let noted = Answer::Noted("control characters");
    check(&[("a.txt", text.as_bytes()), ("b.txt", copy.as_bytes())], &noted, &[]);
    let only = RAW.repeat(scaled(2_000_000));
    check(&[("only.txt", format!("{only}x").as_bytes())], &noted, &[]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_with_escapes_and_characters_that_turn_or_hide_text() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::with(&[("good.txt", REPORT.as_bytes()), (&format!("{RAW}.txt"), b"")]);
    let bytes = std::ffi::OsStr::from_bytes(b"\x1b[2J\xff\xfe.txt");
    std::fs::write(folder.path().join(bytes), REPORT.replace("Veld", "Tarn")).expect("Linux takes any bytes");
    std::fs::create_dir(folder.path().join(format!("folder{RAW}"))).expect("Linux takes any name");
    for form in ["--json", "--all"] {
        let ended = folder.run(&[form, "."]);
        assert_nothing_raw(&ended);
        assert_eq!(ended.code, Some(1), "{}", ended.err);
        assert_says(
            &ended,
            "warning: cannot read ./\\u{1b}[2J\\u{1b}]0;owned\\u{7}\\u{9b}31m\\u{202e}",
            "empty",
        );
    }
    let ended = folder.run(&[&format!("gone{RAW}.txt"), "good.txt"]);
    assert_nothing_raw(&ended);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
}

#[cfg(unix)]
#[test]
fn a_folder_without_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with(&[("good.txt", REPORT.as_bytes())]);
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).expect("a folder can be made");
    let allow = |mode| std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(mode));
    allow(0o000).expect("the owner sets the rights");
    let open_to_us = std::fs::read_dir(&closed).is_ok();
    let ended = folder.run(&["."]);
    allow(0o700).expect("the owner sets the rights");
    if open_to_us {
        println!("skipped: whoever runs this test (root?) may read a folder without rights");
        return;
    }
    assert_eq!(ended.code, Some(1));
    assert_says(&ended, "warning: cannot read ./closed: ", "permission");
    assert!(ended.out.starts_with("1 report, "), "{}", ended.out);
}

#[test]
fn a_missing_file() {
    let folder = Folder::with(&[("good.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["good.txt", "gone.txt", "gone/*.txt"]);
    assert_eq!(ended.code, Some(1));
    assert_says(&ended, "warning: cannot read gone.txt: ", "no such file");
    assert_says(&ended, "warning: cannot read gone/*.txt: ", "no file matches");
    assert!(ended.out.starts_with("1 report, "), "{}", ended.out);
}

#[test]
fn two_files_of_one_name() {
    let folder = Folder::with(&[]);
    for (inner, town) in [("monday", "Veld"), ("tuesday", "Tarn")] {
        std::fs::create_dir(folder.path().join(inner)).expect("a folder can be made");
        let text = REPORT.replace("Veld", town);
        std::fs::write(folder.path().join(inner).join("front.txt"), text).expect("it can be written");
    }
    let ended = folder.run(&["--json", "."]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let mut captures = names(&records(&ended.out), "capture");
    captures.sort();
    assert_eq!(captures, ["./monday/front.txt", "./tuesday/front.txt"]);
    let shown = folder.run(&["monday", "tuesday"]).out;
    assert!(shown.contains("monday/front.txt") && shown.contains("tuesday/front.txt"), "{shown}");
}

#[test]
fn one_word_ten_million_times() {
    check(&[("word.txt", &repeated("word ", megabytes(50)))], &Answer::Read, &[]);
    check(&[("letter.txt", &repeated("a", megabytes(50)))], &Answer::Read, &[]);
}

#[test]
fn two_equal_texts_of_50_megabytes() {
    let text = generated(megabytes(50), true);
    let files: [(&str, &[u8]); 2] = [("a.txt", text.as_bytes()), ("b.txt", text.as_bytes())];
    let (records, _) = check(&files, &Answer::Read, &[]);
    assert_eq!((count(&records, "report"), count(&records, "capture")), (2, 3));
}

#[test]
fn two_nearly_equal_texts_of_20_megabytes() {
    let text = generated(megabytes(20), true);
    // One sentence in some hundred is another.
    let other = text.replace("balan", "hidden");
    assert_ne!(text, other);
    let files: [(&str, &[u8]); 2] = [("a.txt", text.as_bytes()), ("b.txt", other.as_bytes())];
    let (records, _) = check(&files, &Answer::Read, &[]);
    assert_eq!(count(&records, "report"), 3);
    assert!(count(&records, "family") >= text.len() / 100, "nearly every sentence stands in both");
}

#[test]
fn a_text_of_50_megabytes_without_any_full_stop_or_line_end() {
    check(&[("endless.txt", generated(megabytes(50), false).as_bytes())], &Answer::Read, &[]);
}

#[test]
fn a_million_one_word_lines() {
    let lines = generated(megabytes(6), false).replace(' ', "\n");
    check(&[("list.txt", lines.as_bytes())], &Answer::Read, &[]);
    check(&[("same.txt", &repeated("word\n", scaled(5_000_000)))], &Answer::Read, &[]);
    check(&[("dots.txt", &repeated(".\n", scaled(2_000_000)))], &Answer::Read, &[]);
}

#[test]
fn a_million_quotation_marks() {
    for mark in [
        "\"",
        "\u{201c}",
        "\u{201d}",
        "'",
        "\" ",
        "\"he\" ",
        "\u{201c}we ",
        "\"We did,\" he said. ",
        "\"We\n\n",
    ] {
        let text = mark.repeat(scaled(1_000_000));
        check(&[("marks.txt", text.as_bytes())], &Answer::Read, &[]);
    }
}

#[test]
fn one_sentence_a_hundred_thousand_times() {
    let sentence = "About 400 people left the old town of Tarn on Saturday in 18 buses after a flood. ";
    let times = scaled(100_000);
    let (records, _) = check(&[("again.txt", sentence.repeat(times).as_bytes())], &Answer::Read, &[]);
    let sizes: Vec<_> = records.iter().filter(|record| record["record"] == "family").collect();
    assert_eq!(sizes.len(), 1, "one sentence is one family");
    assert_eq!(count(&records, "passage"), times);
}

#[test]
fn one_sentence_a_hundred_thousand_times_with_other_numbers_and_names() {
    let sentence =
        |at: usize| format!("About {at} people left the old town of Tarn{at} on Saturday after a flood. ");
    let text: String = (0..scaled(100_000)).map(sentence).collect();
    check(&[("again.txt", text.as_bytes())], &Answer::Read, &[]);
}

#[test]
fn verbs_and_names_without_end() {
    for piece in [
        "he said: ",
        "The council denied that ",
        "Ada Roon, ",
        "A. ",
        "a-",
        "1,",
        ". ",
        "(",
        "e\u{301}\u{301}",
    ] {
        check(&[("again.txt", &repeated(piece, scaled(1_000_000)))], &Answer::Read, &[]);
    }
}

#[test]
fn an_account_grows_as_its_texts_do() {
    const PIECES: [&str; 12] = [
        "word ",
        "word\n",
        "\"",
        "\"We did,\" he said. ",
        "\u{201c}We\n\n",
        "About 400 people left the old town of Tarn on Saturday after a flood. ",
        "\"We\" and \"they\" ",
        "he said: ",
        "Ada Roon, ",
        "The council denied that ",
        "\"We left,\" said Ada Roon, ",
        "Ada Roon said that \"we left\" and ",
    ];
    let written = |piece: &str, times: usize| {
        let folder = Folder::with(&[("text.txt", piece.repeat(times).as_bytes())]);
        folder.run(&["--json", "text.txt"]).out.len()
    };
    // Five for four and some kilobytes, because a few findings more do not come in step with the text.
    let too_fast = |piece: &&str| written(piece, 400) > 5 * written(piece, 100) + 50_000;
    let found: Vec<&str> = PIECES.into_iter().filter(too_fast).collect();
    assert!(found.is_empty(), "these grow too fast: {found:?}");
}

#[test]
fn every_such_account_can_be_verified() {
    let text = generated(megabytes(5), true);
    let other = text.replace("balan", "hidden");
    let (_, folder) = check(
        &[
            ("a.txt", text.as_bytes()),
            ("b.txt", other.as_bytes()),
            ("c.txt", "\"We did,\" he said. ".repeat(scaled(10_000)).as_bytes()),
            ("d.txt", REPORT.replace("Veld", "\u{202e}Tarn").repeat(3).as_bytes()),
        ],
        &Answer::Read,
        &[],
    );
    let account = folder.run(&["--json", "."]).out;
    let verified = folder.run_with(&["verify", "-", "."], account.as_bytes());
    assert_eq!((verified.code, verified.err.as_str()), (Some(0), ""), "{}", verified.out);
    assert!(verified.out.starts_with("verified: 5 reports, "), "{}", verified.out);
}
