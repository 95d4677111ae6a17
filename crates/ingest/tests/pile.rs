//! What a user meets: arguments, folders, links, limits, and the words about what could not be read.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use stemma_ingest::{Options, Pile, read_pile};
use tempfile::TempDir;

/// A folder with files; folders on the way are made.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    folder
}

fn read_with(inputs: &[PathBuf], stdin: &str, options: &Options) -> Pile {
    let mut stdin: &mut dyn Read = &mut stdin.as_bytes();
    read_pile(inputs, &mut stdin, options)
}

fn read(inputs: &[PathBuf]) -> Pile {
    read_with(inputs, "", &Options::default())
}

/// What was read, without the temporary folder.
fn names(pile: &Pile, base: &Path) -> Vec<String> {
    let short = |name: &str| shortened(name, base);
    pile.sources.iter().map(|s| short(&s.name)).collect()
}

/// What was not read: name and reason, without the temporary folder.
fn unread(pile: &Pile, base: &Path) -> Vec<(String, String)> {
    let list = pile.unread.iter();
    list.map(|unread| (shortened(&unread.name, base), unread.reason.clone())).collect()
}

/// What was said: name and text, without the temporary folder.
fn notes(pile: &Pile, base: &Path) -> Vec<(String, String)> {
    let list = pile.notes.iter();
    list.map(|note| (shortened(&note.name, base), shortened(&note.text, base))).collect()
}

fn shortened(text: &str, base: &Path) -> String {
    let base = base.to_string_lossy();
    text.replace(&format!("{base}/"), "").replace(base.as_ref(), "")
}

fn said(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn a_file_becomes_a_source() {
    let dir = folder(&[("wire.txt", "Port shut in Brûlé.\n".as_bytes())]);
    let pile = read(&[dir.path().join("wire.txt")]);
    let source = &pile.sources[0];
    assert_eq!(source.text, "Port shut in Brûlé.\n");
    assert_eq!(source.encoding, "UTF-8");
    assert_eq!(source.original_sha256, stemma::model::Sha256::of(source.text.as_bytes()));
    assert_eq!((&source.outlet, &source.published), (&None, &None));
    assert!(pile.unread.is_empty() && pile.notes.is_empty());
}

#[test]
fn a_folder_is_walked_and_sources_are_in_the_order_of_their_names() {
    let dir = folder(&[("b.txt", b"B."), ("a/z.txt", b"Z."), ("a/deep/er/y.txt", b"Y."), ("a.txt", b"A.")]);
    let pile = read(&[dir.path().to_path_buf()]);
    assert_eq!(names(&pile, dir.path()), ["a.txt", "a/deep/er/y.txt", "a/z.txt", "b.txt"]);
}

#[test]
fn files_of_one_name_in_two_folders_are_two() {
    let dir = folder(&[("mon/wire.txt", b"Same."), ("tue/wire.txt", b"Same.")]);
    let pile = read(&[dir.path().join("tue"), dir.path().join("mon")]);
    assert_eq!(names(&pile, dir.path()), ["mon/wire.txt", "tue/wire.txt"]);
    assert!(pile.notes.is_empty());
}

#[test]
fn the_order_of_the_arguments_does_not_matter() {
    let dir = folder(&[("a.txt", b"A."), ("b/c.txt", b"C.")]);
    let base = dir.path();
    let mut inputs =
        vec![base.join("b/c.txt"), base.to_path_buf(), base.join("b/../a.txt"), base.join("none")];
    let pile = read(&inputs);
    inputs.reverse();
    assert_eq!(read(&inputs), pile);
}

#[test]
fn a_file_given_twice_is_read_once() {
    let dir = folder(&[("a.txt", b"A."), ("b/c.txt", b"C.")]);
    let base = dir.path();
    let pile = read(&[base.to_path_buf(), base.join("a.txt"), base.join("b/../b/c.txt")]);
    assert_eq!(names(&pile, base), ["a.txt", "b/../b/c.txt"]);
    assert_eq!(
        notes(&pile, base),
        [
            said("a.txt", "given more than once; read once"),
            said("b/c.txt", "the same file as b/../b/c.txt; read once, under that name")
        ]
    );
}

#[test]
fn a_pattern_that_no_shell_has_expanded_is_expanded() {
    let dir = folder(&[
        ("a.txt", b"A."),
        ("b.txt", b"B."),
        (".c.txt", b"hidden"),
        ("d.md", b"D."),
        ("sub.txt/e", b"E."),
    ]);
    let pile = read(&[dir.path().join("*.txt")]);
    assert_eq!(names(&pile, dir.path()), ["a.txt", "b.txt", "sub.txt/e"]);
    assert!(pile.unread.is_empty());
}

#[test]
fn a_file_whose_name_looks_like_a_pattern_is_that_file() {
    let dir = folder(&[("story[1].txt", b"One."), ("story1.txt", b"Other.")]);
    let pile = read(&[dir.path().join("story[1].txt")]);
    assert_eq!(names(&pile, dir.path()), ["story[1].txt"]);
}

#[test]
fn patterns_that_match_nothing_or_are_none_are_listed() {
    let dir = folder(&[]);
    let pile = read(&[dir.path().join("*.txt"), dir.path().join("[a.txt")]);
    let found = unread(&pile, dir.path());
    assert_eq!(found[0], said("*.txt", "no file matches this pattern"));
    assert_eq!(found[1].0, "[a.txt");
    assert!(found[1].1.starts_with("no such file, and not a pattern: "));
}

#[test]
fn standard_input_is_read_once_under_the_name_of_a_hyphen() {
    let inputs = [PathBuf::from("-"), PathBuf::from("-")];
    let pile = read_with(&inputs, "The port is open.", &Options::default());
    assert_eq!(pile.sources.len(), 1);
    assert_eq!(pile.sources[0].name, "-");
    assert_eq!(pile.sources[0].text, "The port is open.");
    assert_eq!(pile.notes[0].text, "given more than once; read once");
}

#[test]
fn standard_input_is_left_alone_where_nobody_asks_for_it() {
    assert_eq!(read_with(&[], "unasked", &Options::default()), Pile::default());
}

#[test]
fn standard_input_that_breaks_off_is_listed() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("The line is dead"))
        }
    }
    let pile = read_pile(&[PathBuf::from("-")], &mut Broken, &Options::default());
    assert_eq!(pile.unread[0].reason, "cannot be read: the line is dead");
}

#[test]
fn what_is_missing_is_listed_and_the_rest_is_read() {
    let dir = folder(&[("a.txt", b"A.")]);
    let pile = read(&[dir.path().join("none.txt"), dir.path().join("a.txt"), dir.path().join("a.txt/b.txt")]);
    assert_eq!(names(&pile, dir.path()), ["a.txt"]);
    assert_eq!(
        unread(&pile, dir.path()),
        [said("a.txt/b.txt", "cannot be read: not a directory"), said("none.txt", "no such file or folder")]
    );
}

#[test]
fn what_is_no_plain_text_is_listed_with_what_to_do() {
    let dir = folder(&[
        ("page.html", b"<!doctype html><title>Port</title>"),
        ("paper.pdf", b"%PDF-1.4"),
        ("blank.txt", b" \n"),
        ("none.txt", b""),
        ("data.bin", b"\x9c\0\x01\xf0\xf1\0\x02"),
    ]);
    let pile = read(&[dir.path().to_path_buf()]);
    assert!(pile.sources.is_empty());
    assert_eq!(
        unread(&pile, dir.path()),
        [
            said("blank.txt", "empty"),
            said("data.bin", "not text: has NUL bytes, the first at byte 1"),
            said("none.txt", "empty"),
            said("page.html", "no article text found"),
            said("paper.pdf", "not plain text: a PDF document")
        ]
    );
    let page = &pile.unread[3];
    assert_eq!(page.hint, "save the text of the report as plain text");
}

#[test]
fn a_file_past_the_limit_is_listed_with_both_sizes() {
    let dir = folder(&[("at.txt", &[b'a'; 1_000]), ("past.txt", &[b'a'; 1_001])]);
    let options = Options { max_file_bytes: 1_000, ..Options::default() };
    let pile = read_with(&[dir.path().to_path_buf()], "", &options);
    assert_eq!(names(&pile, dir.path()), ["at.txt"]);
    assert_eq!(pile.unread[0].reason, "too large: 1,001 bytes, and the limit is 1,000 bytes");
    assert!(pile.unread[0].hint.contains("--max-file-size"));
}

#[test]
fn a_limit_beyond_what_offsets_reach_is_lowered_not_refused() {
    let dir = folder(&[("a.txt", b"A.")]);
    let options = Options { max_file_bytes: u64::MAX, ..Options::default() };
    let pile = read_with(&[dir.path().to_path_buf()], "", &options);
    assert_eq!(names(&pile, dir.path()), ["a.txt"]);
}

#[test]
fn hidden_files_of_a_folder_are_left_out_and_counted() {
    let dir = folder(&[
        ("a.txt", b"A."),
        (".b.txt", b"B."),
        (".cache/c.txt", b"C."),
        ("sub/.d.txt", b"D."),
        ("sub/e.txt", b"E."),
    ]);
    let pile = read(&[dir.path().to_path_buf()]);
    assert_eq!(names(&pile, dir.path()), ["a.txt", "sub/e.txt"]);
    assert_eq!(
        notes(&pile, dir.path()),
        [
            said("", "2 hidden entries left out (names that begin with a dot)"),
            said("sub", "1 hidden entry left out (names that begin with a dot)")
        ]
    );
}

#[test]
fn a_hidden_file_that_is_named_is_read() {
    let dir = folder(&[(".b.txt", b"B.")]);
    let pile = read(&[dir.path().join(".b.txt")]);
    assert_eq!(names(&pile, dir.path()), [".b.txt"]);
}

#[test]
fn a_folder_without_files_is_listed() {
    let dir = folder(&[("hidden/.a.txt", b"A.")]);
    fs::create_dir_all(dir.path().join("empty/inside")).expect("made");
    let pile = read(&[dir.path().join("empty"), dir.path().join("hidden")]);
    assert_eq!(
        unread(&pile, dir.path()),
        [said("empty", "folder has no files"), said("hidden", "folder has no files")]
    );
    assert_eq!(pile.unread[1].hint, "it has hidden files; name them to read them");
}

#[test]
fn what_was_guessed_is_noted_under_the_name_of_the_file() {
    let dir = folder(&[("cafe.txt", b"The caf\xe9 of J\xe9r\xf4me is open again, he said.")]);
    let pile = read(&[dir.path().to_path_buf()]);
    assert_eq!(pile.sources[0].encoding, "windows-1252");
    assert_eq!(notes(&pile, dir.path()), [said("cafe.txt", "decoded as windows-1252, a guess")]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    #[test]
    fn links_to_files_are_followed_and_read_once() {
        let dir = folder(&[("a.txt", b"A."), ("pile/b.txt", b"B.")]);
        let pile_folder = dir.path().join("pile");
        symlink("../a.txt", pile_folder.join("out.txt")).expect("linked");
        symlink("b.txt", pile_folder.join("c.txt")).expect("linked");
        let pile = read(&[pile_folder]);
        assert_eq!(names(&pile, dir.path()), ["pile/b.txt", "pile/out.txt"]);
        assert_eq!(
            notes(&pile, dir.path()),
            [said("pile/c.txt", "the same file as pile/b.txt; read once, under that name")]
        );
    }

    #[test]
    fn links_that_lead_nowhere_in_a_circle_or_to_a_folder_are_listed() {
        let dir = folder(&[("a.txt", b"A.")]);
        let base = dir.path();
        symlink("gone.txt", base.join("broken.txt")).expect("linked");
        symlink("two.txt", base.join("one.txt")).expect("linked");
        symlink("one.txt", base.join("two.txt")).expect("linked");
        symlink(".", base.join("up")).expect("linked");
        let expected = [
            said("broken.txt", "a link to a file that is not there (gone.txt)"),
            said("one.txt", "a link that leads back to itself"),
            said("two.txt", "a link that leads back to itself"),
            said("up", "a link to another folder, which is not followed"),
        ];
        let pile = read(&[base.to_path_buf()]);
        assert_eq!(names(&pile, base), ["a.txt"]);
        assert_eq!(unread(&pile, base), expected);
        let named = read(&[base.join("broken.txt"), base.join("one.txt")]);
        assert_eq!(unread(&named, base), expected[..2]);
    }

    #[test]
    fn a_link_to_a_folder_is_followed_where_it_is_named() {
        let dir = folder(&[("real/a.txt", b"A.")]);
        symlink("real", dir.path().join("link")).expect("linked");
        let pile = read(&[dir.path().join("link")]);
        assert_eq!(names(&pile, dir.path()), ["link/a.txt"]);
    }

    #[test]
    fn a_pipe_in_a_folder_is_listed_and_one_that_is_named_is_read() {
        let dir = folder(&[("a.txt", b"A.")]);
        let pipe = dir.path().join("pipe");
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo is there").success());
        let pile = read(&[dir.path().to_path_buf()]);
        assert_eq!(
            unread(&pile, dir.path()),
            [said("pipe", "not a regular file (a pipe, a socket or a device)")]
        );

        let writer = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::write(pipe, "Through the pipe.")
        });
        let pile = read(&[pipe]);
        writer.join().expect("it ends").expect("it writes");
        assert_eq!(pile.sources[0].text, "Through the pipe.");
    }

    #[test]
    fn a_device_without_end_is_read_to_the_limit_only() {
        let options = Options { max_file_bytes: 5_000, ..Options::default() };
        let pile = read_with(&[PathBuf::from("/dev/zero")], "", &options);
        assert_eq!(pile.unread[0].reason, "too large: more than the limit of 5,000 bytes");
    }

    #[test]
    fn a_name_that_is_not_utf8_is_shown_as_well_as_can_be_and_the_file_is_read() {
        let dir = folder(&[]);
        let path = dir.path().join(OsStr::from_bytes(b"caf\xe9.txt"));
        if fs::write(&path, "Open.").is_err() {
            eprintln!("skipped: this file system has UTF-8 names only");
            return;
        }
        let pile = read(&[dir.path().to_path_buf()]);
        assert_eq!(names(&pile, dir.path()), ["caf\u{fffd}.txt"]);
        assert_eq!(pile.sources[0].text, "Open.");
    }

    #[test]
    fn what_may_not_be_read_is_listed() {
        let dir = folder(&[("a.txt", b"A."), ("shut/b.txt", b"B."), ("c.txt", b"C.")]);
        let base = dir.path();
        let allow = |name: &str, mode| {
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(base.join(name), permissions).expect("changed");
        };
        allow("a.txt", 0o000);
        allow("shut", 0o000);
        let root_reads_everything = fs::read(base.join("a.txt")).is_ok();
        let pile = read(&[base.to_path_buf()]);
        allow("shut", 0o700);
        if root_reads_everything {
            eprintln!("skipped: this user may read everything");
            return;
        }
        assert_eq!(names(&pile, base), ["c.txt"]);
        assert_eq!(
            unread(&pile, base),
            [said("a.txt", "no permission to read it"), said("shut", "no permission to read it")]
        );
    }
}
