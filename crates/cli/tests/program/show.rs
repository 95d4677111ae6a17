//! `stemma show`, and days that are given on the command line.

use crate::folder::Folder;

const TEXT: &str = "Harbour closed\n\nAt least 12 ships left the harbour on Monday, the mayor said. Two hours later it \
    was closed.\n";

/// What was shown, with a blank for each end of a line.
fn unwrapped(out: &str) -> String {
    out.replace('\n', " ")
}

#[test]
fn times_and_quantities_stand_behind_their_words() {
    let ended = Folder::with(&[("a.txt", TEXT.as_bytes())]).run(&["show", "a.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for words in [
        "published: not stated",
        "At least 12 ships <at least 12, vehicles>",
        "Monday <XXXX-WXX-1, day unknown>",
    ] {
        assert!(unwrapped(&ended.out).contains(words), "{words} in {}", ended.out);
    }
}

#[test]
fn a_day_that_is_given_makes_times_absolute_but_those_that_hang_on_a_sentence() {
    let ended = Folder::with(&[("a.txt", TEXT.as_bytes())]).run(&["show", "a.txt", "--date", "2018-05-21"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for words in ["published: 2018-05-21", "given (--date)", "Monday <2018-05-21>", "Two hours <PT2H>"] {
        assert!(unwrapped(&ended.out).contains(words), "{words} in {}", ended.out);
    }
}

#[test]
fn what_is_no_day_is_refused_and_nothing_guessed() {
    for (day, words) in [("2018-02-30", "no such day"), ("21.5.2018", "2018-05-21"), ("Monday", "2018-05-21")]
    {
        let ended = Folder::with(&[("a.txt", TEXT.as_bytes())]).run(&["show", "a.txt", "--date", day]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(
            ended.err.starts_with("error: ") && ended.err.contains(day) && ended.err.contains(words),
            "{}",
            ended.err
        );
    }
}

#[test]
fn an_account_that_was_made_with_a_day_is_verified_with_the_same() {
    let folder = Folder::with(&[("a.txt", TEXT.as_bytes())]);
    let account = folder.run(&["--json", "a.txt", "--date", "2018-05-21"]).out;
    let folder = Folder::with(&[("a.txt", TEXT.as_bytes()), ("account.jsonl", account.as_bytes())]);
    let with = folder.run(&["verify", "account.jsonl", "a.txt", "--date", "2018-05-21"]);
    assert_eq!(with.code, Some(0), "{}{}", with.out, with.err);
    let other = folder.run(&["verify", "account.jsonl", "a.txt", "--date", "2018-05-22"]);
    assert_eq!(other.code, Some(3), "{}{}", other.out, other.err);
    assert!(other.err.contains("--date"), "{}", other.err);
}
