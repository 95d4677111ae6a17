//! What a reader sees of a small account.

use super::*;
use crate::example;
use stemma::model::{Note, Unread};

const PLAIN: Options = Options { width: 80, colour: false, all: false, digest: Some("00aa") };

#[test]
fn a_small_account_at_eighty_columns() {
    insta::assert_snapshot!(terminal(&example::account(), &PLAIN), @r#"
    3 reports, 4 captures, 2 families of copied passages, 9 statements, 4 claims, 1
    not read

    What is reported
    by day as far as known, each in its plainest words; numbers are those of Claims
    by reports

      day not known
      1. A deal was reached
         1 of 3 reports, 2 origins: Ivo Brandt [1] 152-162; the union [1] 191-200
         words: [1] 126-144, also [1] 169-189
         denied in 1 of 3 reports, 1 origin: the ministry [3] 234-246
         denied at [3] 188-232
      2. Old harbour of Veld closed after fire
         2 of 3 reports, at least 1 and at most 2 origins: [3] in its own words;
         officials [1] 235-244 (unnamed)
         words: [3] 0-37, also [1] 207-233
      3. About 1,700 people left
         1 of 3 reports, no named origin: [2] in its own words (only by an edit of a
         copy)
         words: [2] 15-38
      4. About 1,600 people left
         1 of 3 reports, no named origin: [3] in its own words
         words: [3] 39-62

    In dispute
    words that cannot all hold stand in {braces}

      1. how many; order unknown: update or disagreement (claims 3, 4)
         - About {1,700} people left
           1 report, [2] 21-26: [2] in its own words (only by an edit of a copy)
         - About {1,600} people left
           1 report, [3] 45-50: [3] in its own words
      2. whether it is so; at the same time (claim 1)
         - {A deal was reached}
           1 report, [1] 126-144, also [1] 169-189: Ivo Brandt [1] 152-162; the
           union [1] 191-200
         - A deal with the port workers was {not reached}
           1 report, [3] 221-232: the ministry [3] 234-246

    Not stated

      who speaks, where no words name anybody
      1. [1] 0-26, “he”; [2] 103-129, “he”: “The harbour is safe,”
      2. [2] 140-174, no source words: “Nobody in the town was hurt.”
      when it was published
         [1] not stated; [2] not stated; [3] not stated
      which reports do not carry what is reported above, by its number
         silent – 1: [2]
         silent, date unknown – 2: [2]; 3: [1], [3]; 4: [1], [2]

    Claims by reports
    numbers are those of the claims, what more reports carry first
    + says, = says by a copy, (+) says in passing, +? alleges, x denies, +x says and
    denies, - silent, -? silent, date unknown, . not applicable, ? cannot tell
    origins: from at least to at most; behind x, of those who deny

          [1] [2] [3] origins  claim
       1. +   -   x   2, x 1   A deal was reached
       2. +   -?  +   1-2      Old harbour of Veld closed after fire
       3. -?  +   -?  0-1      About 1,700 people left
       4. -?  -?  +   0-1      About 1,600 people left

    Where
    places that reports name, and claims in whose words they are named; what may be
    several places is left open, names for people are not counted

      reports  claims  place, what it is, how near the words come to it, where it is
                           named first
            1       1  Veld, city in Sild, Orvandia; the place itself,
                           54.1234 -0.1230; [3] 15-19 and 1 more
            1       0  Veld: one of Veld, city in Sild, Orvandia; Veld, quarter in
                           Orn, Orvandia; [2] 55-59
            1       0  union: no place of this name is known; [1] 102-107

    Reports
    elsewhere: share of the paragraphs that also stands in another report

           bytes  elsewhere  name, title
      [1]    251       24 %  coast.txt
      [2]    207       55 %  harbour.txt
      [3]    253       73 %  wire.txt
                             also found as wires/old.txt
                             Old harbour of Veld closed after fire

    What each report has from elsewhere
    percent of its paragraphs; new as far as found: in no passage that another
    report has, longest first

      [1] 24 % stands elsewhere: order not decidable 24 %
          shared with [3] 24 %
          new as far as found: 150 bytes in 2 places
            [1] 126-250: A deal was reached, mayor Ivo Brandt said. The deal was
              reached, the union said. The old harbour was closed, officials said.
            [1] 98-124: The union denied a strike.
      [2] 55 % stands elsewhere: from [3] 55 %
          shared with [3] 55 %
          new as far as found: 34 bytes in 1 place
            [2] 140-174: “Nobody in the town was hurt.”
      [3] 73 % stands elsewhere: original as far as this pile shows 43 %, order not
          decidable 30 %
          shared with [2] 43 %, [1] 30 %
          new as far as found: 56 bytes in 1 place
            [3] 130-186: “The harbour is safe,” harbour master Ada Roon said.

    Passages
    under a witness, its edits: {words of the first witness} -> {its own words};
    support: in how many of 100 random draws a parent comes out again

      1. 2 reports, 2 witnesses
         [3] 39-129: About 1,600 people left the old harbour of Veld on Sunday after
           a fire in the grain store.
         [2] 15-102: About 1,700 people left the old port of Veld on Sunday after a
           fire in the grain store.
           {1,600} -> {1,700} (number, 45-50 -> 21-26)
           {harbour} -> {port} (swap, 71-78 -> 47-51)
         who copied whom:
           [3] 39-129: original as far as this pile shows
           [2] 15-102: from [3] 39-129, support 72 %
             70 % of [2] stands in others, it shares text with 2 reports
             sign of mechanical substitution: {harbour} [3] 71-78 -> {port}
               [2] 47-51
      2. 2 reports, 2 witnesses
         [3] 188-252: A deal with the port workers was not reached, the ministry
           said.
         [1] 37-97: A deal with the port workers was reached, the ministry said.
           {not} -> {} (negation, 221-225 -> 70-70)
         who copied whom: order not decidable

    Who said what
    most statements first; names as they stand in the reports

      The union (body): 2 statements in 1 of 3 reports
         [1] 115-123: a strike (indirect, denied)
         [1] 169-189: The deal was reached (indirect)
      Ada Roon (person): 1 statement in 1 of 3 reports
         [3] 130-156: “The harbour is safe,”
      Ivo Brandt (person): 1 statement in 1 of 3 reports
         [1] 126-144: A deal was reached (indirect; source words: mayor Ivo Brandt)
      officials (unnamed): 1 statement in 1 of 3 reports
         [1] 207-233: The old harbour was closed (indirect)
      the ministry (body): 1 statement in 1 of 3 reports
         [3] 188-232: A deal with the port workers was not reached (indirect)
      no speaker stated: 3 statements in 2 of 3 reports
         [1] 0-26: “The harbour is safe,” (source words: he)
         [2] 103-129: “The harbour is safe,” (source words: he)
         [2] 140-174: “Nobody in the town was hurt.”

    Furniture
    lines that are not part of the report proper

      [2] 0-13 byline: By Tom Ferrow
      [2] 176-206 related: More news: Ferry fares to rise

    Not read

      photo.jpg: not text: has NUL bytes
         hint: give the page as text

    Notes

      coast.txt: decoded as windows-1252, a guess

    digest 00aa
    to keep:   stemma --json FILES... > account.jsonl
    to verify: stemma verify account.jsonl FILES...
    "#);
}

/// The head of the small account, with these outlets and owners.
fn head(publishers: [(&str, &str); 3]) -> String {
    let known = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    let mut account = example::account();
    for (report, (outlet, owner)) in account.reports.iter_mut().zip(publishers) {
        report.outlet = known(outlet);
        report.owner = known(owner);
    }
    let shown = terminal(&account, &PLAIN);
    shown.split_once("\n\n").expect("sections follow").0.replace('\n', " ")
}

#[test]
fn outlets_and_owners_are_counted_where_they_are_known() {
    let rest = "4 captures, 2 families of copied passages, 9 statements, 4 claims, 1 not read";
    let sild = "Sild Media";
    for (publishers, start, end) in [
        ([("", ""); 3], "3 reports", ""),
        ([("Courier", ""), ("Courier", ""), ("Post", "")], "3 reports of 2 outlets", ""),
        ([("Courier", sild), ("Post", sild), ("Orn", "State")], "3 reports of 3 outlets of 2 owners", ""),
        ([("Courier", ""), ("", ""), ("", "")], "3 reports of 1 outlet", " outlet not known: 2 reports"),
        (
            [("Courier", sild), ("Post", ""), ("", "")],
            "3 reports of 2 outlets of 1 owner",
            " outlet not known: 1 report owner not known: 1 outlet",
        ),
    ] {
        assert_eq!(head(publishers), format!("{start}, {rest}{end}"));
    }
}

#[test]
fn what_was_not_found_is_said() {
    let account = example::bare("a.txt", "Nothing here.\n");
    let shown = terminal(&account, &Options { digest: None, ..PLAIN });
    insta::assert_snapshot!(shown, @r#"
    1 report, 1 capture, 0 families of copied passages, 0 statements, 0 claims, 0
    not read

    What is reported
      no claim found: only English is read for claims; copied passages stand below

    In dispute

      no claim found: only English is read for claims; copied passages stand below

    Not stated

      when it was published
         [1] not stated

    Reports
    elsewhere: share of the paragraphs that also stands in another report

           bytes  elsewhere  name, title
      [1]     14        0 %  a.txt
    "#);
}

#[test]
fn a_wide_terminal_wraps_later_and_a_narrow_one_not_below_reason() {
    let account = example::account();
    let widest = |width| {
        let shown = terminal(&account, &Options { width, ..PLAIN });
        shown.lines().map(|line| line.chars().count()).max()
    };
    assert!(widest(80) <= Some(80));
    assert!(widest(80) < widest(120));
    assert_eq!(widest(120), widest(10_000));
    assert_eq!(widest(40), widest(0));
}

#[test]
fn colour_adds_escapes_and_changes_no_letter() {
    let account = example::account();
    let plain = terminal(&account, &PLAIN);
    let coloured = terminal(&account, &Options { colour: true, ..PLAIN });
    assert!(coloured.contains("\u{1b}[1mWhat is reported\u{1b}[0m"));
    assert_eq!(without_styles(coloured), plain);
}

fn without_styles(mut text: String) -> String {
    while let Some(start) = text.find('\u{1b}') {
        let end = start + text[start..].find('m').expect("a style ends");
        text.replace_range(start..=end, "");
    }
    text
}

#[test]
fn nothing_from_outside_can_steer_the_terminal() {
    let mut account = example::bare("a\u{1b}[2J\n.txt", "Fire\u{9b}31m\u{202e} in\u{200b}\r\n\r\nVeld.\n");
    let text = account.reports[0].text.clone();
    account.reports[0].layout.titles = vec![stemma::model::ByteRange::new(0, text.len())];
    account.unread =
        vec![Unread { name: "b\u{1b}c".into(), reason: "\u{7}".into(), hint: "\u{2066}".into() }];
    account.notes = vec![Note { name: "\u{7f}".into(), text: "\u{e0041}".into() }];
    let shown = terminal(&account, &Options { all: true, ..PLAIN });
    assert!(shown.chars().all(|c| c == '\n' || !crate::visible::is_unseen(c)));
    for words in [
        "a\\u{1b}[2J\\u{a}.txt",
        "Fire\\u{9b}31m\\u{202e} in\\u{200b} Veld.",
        "b\\u{1b}c: \\u{7}",
        "\\u{e0041}",
    ] {
        assert!(shown.contains(words), "{words}");
    }
}

#[test]
fn a_long_list_says_how_much_of_it_is_shown() {
    let mut account = example::account();
    let denial = account.statements[3].clone();
    account.statements.extend(vec![denial; 60]);
    let shown = terminal(&account, &PLAIN);
    assert!(shown.contains("Who said what: 20 of 69 (--all shows the rest)\n"), "{shown}");
    let shown = terminal(&account, &Options { all: true, ..PLAIN });
    assert!(!shown.contains("--all"), "{shown}");
}

#[test]
fn a_long_passage_says_how_much_of_it_is_shown() {
    let text = "Water rose. ".repeat(1000);
    let mut account = example::bare("a.txt", text.trim_end());
    let whole = text.trim_end();
    account.statements = vec![example::statement(&account, 0, whole, "", "")];
    let shown = terminal(&account, &PLAIN);
    assert!(shown.contains(" of 11999 bytes)"), "{shown}");
    assert!(shown.lines().count() < 60);
    assert!(terminal(&account, &Options { all: true, ..PLAIN }).lines().count() > 290);
}

#[test]
fn the_copies_of_a_small_account() {
    let account = example::account();
    let shown: String = copies(&account, PLAIN).collect();
    insta::assert_snapshot!(shown);
    let coloured: String = copies(&account, Options { colour: true, ..PLAIN }).collect();
    assert_eq!(without_styles(coloured), shown);
}

#[test]
fn the_places_of_two_sentences() {
    let query = "Some 1,700 people left the old port of Veld. Bells rang in the mountains all night.";
    let found = stemma::trace(query, example::account());
    insta::assert_snapshot!(trace(&found, &PLAIN));
}
