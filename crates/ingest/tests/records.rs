//! What a user meets who hands over records: lines of JSON, lists, what other programs write, and bad lines.

use proptest::prelude::*;
use std::path::PathBuf;
use stemma::model::{ByteRange, DateEvidence, Derivation, Sha256, Source};
use stemma_ingest::{Options, Pile, read_pile};

/// The pile of one file of this name and content; names are without the folder.
fn read(name: &str, content: &[u8]) -> Pile {
    read_with(name, content, &Options::default())
}

fn read_with(name: &str, content: &[u8], options: &Options) -> Pile {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    let path = dir.path().join(name);
    std::fs::write(&path, content).expect("written");
    let mut pile = read_pile(std::slice::from_ref(&path), &mut std::io::empty(), options);
    let folder = format!("{}/", dir.path().display());
    pile.sources.iter_mut().for_each(|source| source.name = source.name.replace(&folder, ""));
    pile.unread.iter_mut().for_each(|unread| unread.name = unread.name.replace(&folder, ""));
    pile.notes.iter_mut().for_each(|note| note.name = note.name.replace(&folder, ""));
    pile
}

/// The only source of one record.
fn source(record: &str) -> Source {
    let pile = read("pile.jsonl", record.as_bytes());
    assert_eq!(pile.unread, [], "{record}");
    assert_eq!(pile.sources.len(), 1, "{record}");
    pile.sources.into_iter().next().expect("there is one")
}

fn reason(record: &str) -> String {
    let pile = read("pile.jsonl", record.as_bytes());
    assert_eq!(pile.sources, [], "{record}");
    pile.unread.into_iter().next().expect("it is listed").reason
}

fn notes(record: &str) -> Vec<String> {
    read("pile.jsonl", record.as_bytes()).notes.into_iter().map(|note| note.text).collect()
}

fn names(pile: &Pile) -> Vec<&str> {
    pile.sources.iter().map(|source| source.name.as_str()).collect()
}

fn unread(pile: &Pile) -> Vec<(&str, &str)> {
    pile.unread.iter().map(|unread| (unread.name.as_str(), unread.reason.as_str())).collect()
}

fn date(value: &str, method: &str) -> Option<DateEvidence> {
    Some(DateEvidence { value: value.to_owned(), method: method.to_owned() })
}

/// What stands in the record behind some words of the text.
fn original(source: &Source, record: &str, words: &str) -> Vec<String> {
    let start = source.text.find(words).expect("the words are in the text");
    let ranges = source.map.original(ByteRange::new(start, start + words.len()));
    ranges.into_iter().map(|range| range.of(record).to_owned()).collect()
}

#[test]
fn every_line_is_a_source_named_by_its_line() {
    let first = r#"{"title": "Port shut", "text": "The port of Dorvath is shut.", "outlet": "Courier"}"#;
    let second = r#"{"text": "Ferries wait."}"#;
    let pile = read("pile.jsonl", format!("{first}\r\n\n{second}").as_bytes());
    assert_eq!(names(&pile), ["pile.jsonl:1", "pile.jsonl:3"]);
    let source = &pile.sources[0];
    assert_eq!(source.text, "Port shut\n\nThe port of Dorvath is shut.");
    assert_eq!(source.original_sha256, Sha256::of(first.as_bytes()));
    assert_eq!((source.derivation.clone(), source.encoding.as_str()), (Derivation::Record, "UTF-8"));
    assert_eq!(source.outlet.as_deref(), Some("Courier"));
    assert_eq!(pile.sources[1].original_sha256, Sha256::of(second.as_bytes()));
    assert_eq!(pile.sources[1].outlet, None);
    assert!(pile.unread.is_empty() && pile.notes.is_empty());
}

#[test]
fn words_open_at_their_bytes_in_the_record() {
    let record = r#" {"text": "Br\u00fbl\u00e9 said \"no\".", "title": "Port \u2014 shut"}"#;
    let source = source(record);
    assert_eq!(source.text, "Port — shut\n\nBrûlé said \"no\".");
    assert_eq!(original(&source, record, "Brûlé said"), [r"Br\u00fbl\u00e9 said"]);
    assert_eq!(original(&source, record, "shut\n\nBrûl"), ["shut", r"Br\u00fbl"]);
    assert_eq!(original(&source, record, "\"no\""), ["\\\"no\\\""]);
}

#[test]
fn a_title_that_is_the_first_line_of_the_text_is_not_said_twice() {
    for text in ["Port shut", "Port shut\\n\\nIt is.", " Port shut \\r\\nIt is."] {
        let source = source(&format!("{{\"title\": \"Port shut \", \"text\": \"{text}\"}}"));
        assert!(source.text.trim().starts_with("Port shut") && !source.text[9..].contains("Port shut"));
    }
    let lede = source(r#"{"title": "Port shut", "text": "Port shut on Thursday, the mayor said."}"#);
    assert_eq!(lede.text, "Port shut\n\nPort shut on Thursday, the mayor said.");
    assert_eq!(source(r#"{"title": " ", "text": "It is."}"#).text, "It is.");
    assert_eq!(source(r#"{"title": null, "text": "It is."}"#).text, "It is.");
}

#[test]
fn what_news_please_writes_is_read() {
    let record = source(
        r#"{"authors": ["A. Sild"], "date_download": "2021-03-02 08:00:00", "date_modify": "None",
            "date_publish": "2021-03-01 10:15:00", "description": "d", "filename": "f.json",
            "image_url": "https://i.example/p.png", "language": "en", "localpath": null,
            "maintext": "The port is shut.", "source_domain": "www.courier.example", "text": null,
            "title": "Port shut", "title_page": null, "title_rss": null,
            "url": "https://www.courier.example/a"}"#
            .replace('\n', " ")
            .as_str(),
    );
    assert_eq!(record.text, "Port shut\n\nThe port is shut.");
    assert_eq!(record.published, date("2021-03-01T10:15:00", "json:date_publish"));
    assert_eq!(record.modified, None);
    assert_eq!(record.captured, date("2021-03-02T08:00:00", "json:date_download"));
    assert_eq!(record.url.as_deref(), Some("https://www.courier.example/a"));
    assert_eq!(record.outlet.as_deref(), Some("courier.example"));
}

#[test]
fn what_trafilatura_writes_is_read() {
    let record = source(
        r#"{"title": "Port shut", "author": null, "hostname": "post.example", "date": "2021-03-01",
            "fingerprint": "0a", "id": null, "license": null, "comments": "", "raw_text": "One. Two.",
            "text": "One.\nTwo.", "language": "en", "image": null, "pagetype": "article",
            "filedate": "2024-01-01", "source": "https://post.example/a", "source-hostname": "Sild Post",
            "excerpt": "e", "categories": "", "tags": ""}"#
            .replace('\n', " ")
            .as_str(),
    );
    assert_eq!(record.text, "Port shut\n\nOne.\nTwo.");
    assert_eq!(record.published, date("2021-03-01", "json:date"));
    assert_eq!((record.outlet.as_deref(), record.captured), (Some("Sild Post"), None));
    let bare = source(r#"{"raw_text": "One.", "hostname": "www.post.example"}"#);
    assert_eq!((bare.text.as_str(), bare.outlet.as_deref()), ("One.", Some("post.example")));
}

#[test]
fn a_bad_line_is_listed_and_the_others_are_read() {
    let lines = [
        r#"{"text": "One."}"#,
        "Port shut",
        r#"{"text": "cut o"#,
        r#"{"title": "No text"}"#,
        r#"{"text": 5}"#,
        r#"{"text": "x", "title": ["y"]}"#,
        r#"[{"text": "x"}]"#,
        r#"{"text": "one", "text": "two"}"#,
        r#"{"text": " \n "}"#,
        r#"{"text": "Last."}"#,
    ];
    let pile = read("pile.ndjson", lines.join("\n").as_bytes());
    assert_eq!(names(&pile), ["pile.ndjson:1", "pile.ndjson:10"]);
    let reasons = [
        ("pile.ndjson:2", "not JSON: expected value at byte 1"),
        ("pile.ndjson:3", "not JSON, or cut off: eof while parsing a string"),
        ("pile.ndjson:4", "no text"),
        ("pile.ndjson:5", "the field \"text\" is a number, not text"),
        ("pile.ndjson:6", "the field \"title\" is a list, not text"),
        ("pile.ndjson:7", "not a JSON object"),
        ("pile.ndjson:8", "has the field \"text\" twice"),
        ("pile.ndjson:9", "no text"),
    ];
    assert_eq!(unread(&pile), reasons);
}

#[test]
fn a_line_past_the_limit_is_listed_and_the_file_may_be_longer() {
    let record = |letters: usize| format!("{{\"text\": \"{}\"}}", "a".repeat(letters - 12));
    let lines = [record(100), record(101), record(99), record(5_000), record(100)];
    let options = Options { max_file_bytes: 100, ..Options::default() };
    for end in ["\n", "\r\n"] {
        let pile = read_with("pile.jsonl", lines.join(end).as_bytes(), &options);
        assert_eq!(names(&pile), ["pile.jsonl:1", "pile.jsonl:3", "pile.jsonl:5"]);
        let too_large = "too large: more than the limit of 100 bytes";
        assert_eq!(unread(&pile), [("pile.jsonl:2", too_large), ("pile.jsonl:4", too_large)]);
    }
}

#[test]
fn one_object_or_a_list_of_them_is_read_too() {
    let object = "{\n  \"text\": \"One.\"\n}\n";
    let one = read("one.json", object.as_bytes());
    assert_eq!(names(&one), ["one.json"]);
    assert_eq!(one.sources[0].original_sha256, Sha256::of(object.as_bytes()));

    let list = read("list.json", br#"[ {"text": "One."}, 5, {"text":"Two."} ]"#);
    assert_eq!(names(&list), ["list.json#1", "list.json#3"]);
    assert_eq!(unread(&list), [("list.json#2", "not a JSON object")]);
    assert_eq!(list.sources[1].original_sha256, Sha256::of(br#"{"text":"Two."}"#));
    assert_eq!(original(&list.sources[1], r#"{"text":"Two."}"#, "Two"), ["Two"]);

    let broken = read("list.json", b"[{\"text\": \"One.\"},\n{\"text\" \"Two.\"}]");
    assert_eq!(unread(&broken), [("list.json", "not JSON: expected `:` at line 2, byte 9")]);
    assert_eq!(unread(&read("list.json", b"[]")), [("list.json", "an empty list")]);
    assert_eq!(unread(&read("list.json", b"")), [("list.json", "empty")]);
    assert_eq!(unread(&read("pile.jsonl", b"\n \n")), [("pile.jsonl", "empty")]);
}

#[test]
fn records_are_known_by_what_they_are_where_the_name_does_not_tell() {
    let lines = b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    assert_eq!(names(&read("pile.txt", lines)), ["pile.txt:1", "pile.txt:2"]);
    assert_eq!(names(&read("pile.json", lines)), ["pile.json:1", "pile.json:2"]);
    assert_eq!(names(&read("pile", b"[{\"text\": \"One.\"}]")), ["pile#1"]);
    let mut stdin = &lines[..];
    let pile = read_pile(&[PathBuf::from("-")], &mut stdin, &Options::default());
    assert_eq!(names(&pile), ["-:1", "-:2"]);

    let report = read("report.txt", b"{\"Shut\", said the mayor} of Dorvath.");
    assert_eq!(report.sources[0].derivation, Derivation::Decoded);
}

#[test]
fn a_byte_order_mark_stays_a_part_of_its_record() {
    let record = "\u{feff}{\"text\": \"One.\"}";
    let source = source(record);
    assert_eq!(source.original_sha256, Sha256::of(record.as_bytes()));
    assert_eq!(original(&source, record, "One"), ["One"]);
}

#[test]
fn other_encodings_are_refused() {
    let line = b"{\"text\": \"caf\xe9\"}\n";
    assert_eq!(unread(&read("a.jsonl", line)), [("a.jsonl:1", "not UTF-8, as JSON must be, at byte 13")]);
    assert_eq!(unread(&read("a.json", line)), [("a.json", "not UTF-8, as JSON must be, at byte 13")]);
    let reason = "encoded as UTF-16, and JSON must be UTF-8";
    assert_eq!(unread(&read("a.jsonl", b"\xff\xfe{\0\"\0")), [("a.jsonl", reason)]);
    assert_eq!(unread(&read("a.jsonl", b"\xfd7zXZ\0")), [("a.jsonl", "not plain text: an xz archive")]);
}

#[test]
fn what_is_no_date_or_no_address_is_left_out_and_said() {
    let record = r#"{"text": "x", "published": "last Thursday", "date": 1526896500, "url": "/a.html",
                     "captured": "2021-02-30", "modified": "2021-03"}"#
        .replace('\n', " ");
    let found = source(&record);
    assert_eq!((found.published, found.captured, found.url), (None, None, None));
    assert_eq!(found.modified, date("2021-03", "json:modified"));
    assert_eq!(
        notes(&record),
        [
            "\"captured\" is not an ISO date and was left out: \"2021-02-30\"",
            "\"date\" is not an ISO date and was left out: \"1526896500\"",
            "\"published\" is not an ISO date and was left out: \"last Thursday\"",
            "\"url\" is not an address of the web and was left out: \"/a.html\"",
        ]
    );
    let second = source(r#"{"text": "x", "published": "soon", "date": "2021-03-01"}"#);
    assert_eq!(second.published, date("2021-03-01", "json:date"));
}

#[test]
fn script_in_every_field_is_text_or_left_out() {
    let script = "<script>alert(1)</script>";
    let record = ["title", "text", "url", "outlet", "source_domain", "published", "modified", "captured"]
        .map(|field| format!("\"{field}\": \"{script}\""))
        .join(", ");
    let record = format!("{{{record}}}");
    let found = source(&record);
    assert_eq!(found.text, script);
    assert_eq!(found.outlet.as_deref(), Some(script));
    assert_eq!((found.url, found.published, found.modified, found.captured), (None, None, None, None));
    assert_eq!(notes(&record).len(), 5);
    let link = r#"{"text": "x", "url": "javascript:alert(document.cookie)"}"#;
    assert_eq!(source(link).url, None);
    assert_eq!(
        notes(link),
        ["\"url\" is not an address of the web and was left out: \"javascript:alert(document.cookie)\""]
    );
}

#[test]
fn control_characters_are_said_and_many_of_them_are_no_text() {
    let record = r#"{"text": "The port\u0000 is shut, said the mayor of Dorvath.", "date": "\u001b[2J"}"#;
    assert_eq!(
        notes(record),
        [
            "\"date\" is not an ISO date and was left out: \"\\u{1b}[2J\"",
            "has 1 control character (NUL or the like), the first at byte 18"
        ]
    );
    let full = format!("{{\"text\": \"{}\"}}", r"\u0001".repeat(50));
    assert_eq!(reason(&full), "not text: is full of control characters");
    assert!(reason("{\"text\": \"a\u{1}b\"}").starts_with("not JSON: control character"));
}

#[test]
fn half_a_pair_of_surrogates_is_shown_as_bad() {
    let record = r#"{"text": "Port \ud83d shut"}"#;
    assert_eq!(source(record).text, "Port \u{fffd} shut");
    assert_eq!(original(&source(record), record, "\u{fffd}"), [r"\ud83d"]);
    assert_eq!(notes(record), ["half a pair of surrogates is shown as U+FFFD, the first at byte 15"]);
}

#[test]
fn bombs_in_fields_that_nobody_reads_do_no_harm() {
    let deep = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let huge = format!("{}e{}", "9".repeat(100_000), "9".repeat(1_000));
    let found = source(&format!("{{\"a\": {deep}, \"b\": -{huge}, \"text\": \"One.\", \"b\": 1}}"));
    assert_eq!(found.text, "One.");
    let open = "{\"text\":".repeat(1_000_000);
    assert_eq!(reason(&open), "not JSON, or cut off: eof while parsing a value");
    let many: String = (0..200_000).map(|at| format!("\"a{at}\": 0, ")).collect();
    assert_eq!(source(&format!("{{{many}\"text\": \"One.\"}}")).text, "One.");
    assert_eq!(reason(&format!("{{\"text\": {deep}}}")), "the field \"text\" is a list, not text");
}

#[test]
fn the_list_of_outlets_names_outlet_and_owner() {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    let list = dir.path().join("outlets.csv");
    std::fs::write(&list, "domain,outlet,owner\ncourier.example,Dorvath Courier,Sild Media\n")
        .expect("written");
    let outlets = stemma_ingest::read_outlets(&list).expect("the list is good");
    let options = Options { outlets, ..Options::default() };
    let record = br#"{"text": "x", "url": "https://www.courier.example/a", "sitename": "courier"}"#;
    let pile = read_with("a.jsonl", record, &options);
    let found = &pile.sources[0];
    assert_eq!(found.outlet.as_deref(), Some("Dorvath Courier"));
    assert_eq!(found.owner.as_deref(), Some("Sild Media"));
}

proptest! {
    #[test]
    fn every_part_of_a_record_s_text_opens_at_bytes_that_say_it(
        title in "[a-zé😀\"\\\\\n ]{0,12}",
        text in "[a-zé😀\"\\\\\n\u{1}]{1,30}",
        is_ascii in any::<bool>(),
        title_first in any::<bool>(),
        places in [any::<prop::sample::Index>(), any::<prop::sample::Index>()],
    ) {
        let written = |value: &str| {
            let plain = serde_json::to_string(value).expect("a text can be written");
            let escape = |c: char| match c.is_ascii() {
                true => c.to_string(),
                false => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
            };
            if is_ascii { plain.chars().map(escape).collect() } else { plain }
        };
        let mut fields = [format!("\"title\":{}", written(&title)), format!("\"text\": {}", written(&text))];
        if !title_first {
            fields.reverse();
        }
        let record = format!("{{{}}}", fields.join(","));
        let pile = read("pile.jsonl", record.as_bytes());
        for source in &pile.sources {
            let boundaries: Vec<usize> =
                source.text.char_indices().map(|(at, _)| at).chain([source.text.len()]).collect();
            let mut places = places.map(|place| boundaries[place.index(boundaries.len())]);
            places.sort();
            let range = ByteRange::new(places[0], places[1]);
            let bytes: String =
                source.map.original(range).into_iter().map(|range| range.of(&record)).collect();
            let said: String = serde_json::from_str(&format!("\"{bytes}\"")).expect("it is a part of a string");
            let part = range.of(&source.text);
            // The empty line after the title stands in no record.
            let added = source.text.strip_suffix(&text).filter(|lead| !lead.is_empty()).map(str::len);
            let expected: String = part
                .char_indices()
                .filter(|(at, _)| {
                    let at = places[0] + at;
                    !added.is_some_and(|end| (end - 2..end).contains(&at))
                })
                .map(|(_, c)| c)
                .collect();
            prop_assert_eq!(said, expected);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for name in ["a.jsonl", "a.json", "a.html", "a"] {
            read(name, &bytes);
        }
    }

    #[test]
    fn no_json_makes_it_panic(text in "[\\[\\]{}\":,ntu0-9ae\\\\ \n]{0,60}") {
        for name in ["a.jsonl", "a.json", "a"] {
            read(name, text.as_bytes());
        }
    }
}

#[test]
fn a_file_of_any_name_is_records_where_it_is_said_to_be_and_keeps_no_map_where_none_is_asked_for() {
    let lines =
        b"{\"id\": \"w-1\", \"text\": \"Port\\nshut.\"}\n{\"id\": 7, \"text\": \"Ferries stopped.\"}\n";
    let lean = Options { records: true, maps: false, ..Options::default() };
    let pile = read_with("pile.txt", lines, &lean);
    assert_eq!(names(&pile), ["pile.txt:1", "pile.txt:2"]);
    let ids: Vec<Option<&str>> = pile.sources.iter().map(|source| source.record_id.as_deref()).collect();
    assert_eq!(ids, [Some("w-1"), Some("7")]);
    assert!(pile.sources.iter().all(|source| source.map.segments().is_empty()));
    let whole = read("pile.txt", lines);
    assert!(whole.sources.iter().all(|source| !source.map.segments().is_empty()));
    let text = |pile: &Pile| pile.sources.iter().map(|source| source.text.clone()).collect::<Vec<_>>();
    assert_eq!(text(&pile), text(&whole));
    assert_eq!(unread(&read_with("pile.txt", b"Port shut.", &lean)).len(), 1);
}
