//! Files that hold many reports: tables, feeds, web archives.

use crate::folder::Folder;

const TABLE: &str =
    "Story;Day\nThe old harbour of Veld is closed, the mayor said on Sunday.;2018-05-21\n;2018-05-22\n";

#[test]
fn rows_are_reports_and_an_account_of_them_is_verified_with_the_same_columns() {
    let folder = Folder::with(&[("pile.csv", TABLE.as_bytes())]);
    let made = folder.run(&["--json", "--columns", "text=Story,date=Day", "pile.csv"]);
    assert_eq!(made.code, Some(1), "{}", made.err);
    assert!(made.err.starts_with("warning: cannot read pile.csv:3: no text in the column"), "{}", made.err);
    std::fs::write(folder.path().join("account.jsonl"), &made.out).expect("written");
    let verified = folder.run(&["verify", "--columns", "text=Story,date=Day", "account.jsonl", "pile.csv"]);
    assert!(verified.out.starts_with("verified: 1 report, "), "{} {}", verified.out, verified.err);
    let without = folder.run(&["pile.csv"]);
    assert_eq!(without.code, Some(2));
    assert!(
        without.err.contains("--columns text=NAME; its columns are \"Story\", \"Day\""),
        "{}",
        without.err
    );
    let mistaken = folder.run(&["--columns", "words=Story", "pile.csv"]);
    assert!(mistaken.err.contains("\"words\" is none of text, title"), "{}", mistaken.err);
}

#[test]
fn items_and_pages_are_reports_and_what_they_are_called_cannot_write_on_the_terminal() {
    let feed = "<rss><channel><item><title>Harbour\u{1b}[2J</title><link>javascript:x\u{1b}[2J</link>\
        <description>The old harbour of Veld is closed, the mayor said on Sunday.</description></item></channel></rss>";
    let page =
        "<p>The old harbour of Veld is closed since Sunday, the mayor of the town told reporters there.</p>";
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<article>{page}{page}</article>");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\nWARC/1.0\r\nWARC-Type: a\u{1b}[2J\r\n\
         Content-Length: 0\r\n\r\n\r\n\r\nbroken\u{1b}[2J\r\n\r\n",
        answer.len()
    );
    let folder = Folder::with(&[("feed.xml", feed.as_bytes()), ("crawl.warc", warc.as_bytes())]);
    let ended = folder.run(&["feed.xml", "crawl.warc"]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.out.starts_with("2 reports, "), "{}", ended.out);
    assert!(ended.err.contains("crawl.warc: the web archive ends before its end"), "{}", ended.err);
    assert!(!ended.err.contains('\u{1b}') && !ended.out.contains('\u{1b}'), "{}", ended.err);
}
