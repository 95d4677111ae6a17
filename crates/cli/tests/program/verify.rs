//! `stemma verify ACCOUNT.jsonl SOURCES...`.

use crate::folder::{Folder, REPORT};

#[test]
fn a_missing_account_is_named() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let ended = folder.run(&["verify", "gone\u{1b}.jsonl", "wire.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.starts_with("error: cannot read gone\\u{1b}.jsonl: "), "{}", ended.err);
}

#[test]
fn sources_that_cannot_be_read_are_named() {
    let folder = Folder::with(&[("account.jsonl", b"{}\n")]);
    let ended = folder.run(&["verify", "account.jsonl", "gone.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.starts_with("warning: cannot read gone.txt: "), "{}", ended.err);
    assert!(ended.err.ends_with("error: no source could be read\n"), "{}", ended.err);
}

#[test]
fn what_is_no_account_does_not_hold() {
    let accounts: [(&[u8], &str); 5] = [
        (b"", "account: "),
        (b"{}\n", "account: "),
        (b"{\"record\":\"account\"}\n{\"a\":1,\"a\":1}\n", "account: not JSON Lines of an account: line 2, "),
        (b"{\"n\":1.5}\n", "account: not JSON Lines of an account: line 1, "),
        (b"\xff\xfe", "account: not UTF-8 from byte 0 on\n"),
    ];
    for (account, words) in accounts {
        let folder = Folder::with(&[("account.jsonl", account), ("wire.txt", REPORT.as_bytes())]);
        let ended = folder.run(&["verify", "account.jsonl", "wire.txt"]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(3), ""), "{account:?}");
        assert!(ended.out.starts_with(words), "{}", ended.out);
        let last = ended.out.lines().last().unwrap_or_default();
        assert!(last.starts_with("failed: ") && last.contains(" problem"), "{}", ended.out);
    }
}

#[test]
fn standard_input_cannot_be_both() {
    let ended = Folder::with(&[]).run_with(&["verify", "-", "-"], b"{}");
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert_eq!(ended.err, "error: standard input is either the account or a source, not both\n");
}
