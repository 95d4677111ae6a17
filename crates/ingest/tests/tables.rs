//! What a user meets who hands over tables: CSV and TSV, as spreadsheets write them.

use stemma::model::{ByteRange, DateEvidence, Derivation, Sha256, Source};
use stemma_ingest::{Options, Pile, read_bytes};

fn read(name: &str, table: &[u8]) -> Pile {
    read_bytes(name, table, &Options::default())
}

fn unread(pile: &Pile) -> Vec<(&str, &str)> {
    pile.unread.iter().map(|unread| (unread.name.as_str(), unread.reason.as_str())).collect()
}

/// What stands in the row behind some words of the text.
fn original<'a>(source: &Source, row: &'a [u8], words: &str) -> Vec<&'a [u8]> {
    let start = source.text.find(words).expect("the words are in the text");
    let ranges = source.map.original(ByteRange::new(start, start + words.len()));
    ranges.into_iter().map(|range| &row[range.as_usize()]).collect()
}

#[test]
fn every_row_is_a_source_named_by_its_line() {
    let row =
        "\"The port of \"\"Old\"\" Dorvath\nis shut.\",Port shut,2018-05-21,https://courier.example/a,x";
    let table = format!("Body,Headline,Date,URL,Notes\n{row}\r\n\nFerries wait.,,,,\n");
    let pile = read("pile.csv", table.as_bytes());
    assert_eq!(unread(&pile), []);
    let [first, second] = pile.sources.as_slice() else { panic!("there are two rows") };
    assert_eq!((first.name.as_str(), second.name.as_str()), ("pile.csv:2", "pile.csv:5"));
    assert_eq!(first.text, "Port shut\n\nThe port of \"Old\" Dorvath\nis shut.");
    assert_eq!(first.original_sha256, Sha256::of(row.as_bytes()));
    assert_eq!((&first.derivation, first.outlet.as_deref()), (&Derivation::Record, Some("courier.example")));
    let day = DateEvidence { value: "2018-05-21".to_owned(), method: "table:Date".to_owned() };
    assert_eq!(first.published, Some(day));
    assert_eq!(original(first, row.as_bytes(), "Dorvath\nis"), [b"Dorvath\nis"]);
    assert_eq!(original(first, row.as_bytes(), "Port shut"), [b"Port shut"]);
    assert_eq!((second.text.as_str(), &second.published), ("Ferries wait.", &None));
}

#[test]
fn columns_are_what_the_user_says() {
    let columns = "text=Story,date=Day".parse().expect("it is right");
    let options = Options { columns, ..Options::default() };
    let pile = read_bytes("a.csv", b"text;Story;Day\nno;Port shut;3 May 2019\n", &options);
    assert_eq!(pile.sources[0].text, "Port shut");
    assert_eq!(pile.sources[0].published.as_ref().map(|date| date.value.as_str()), Some("2019-05-03"));
}

#[test]
fn tabs_and_semicolons_part_cells_and_old_encodings_are_read() {
    assert_eq!(read("a.tsv", b"title\ttext\nA, b\tPort shut\n").sources[0].text, "A, b\n\nPort shut");
    let old = b"outlet;text\nCourier;Der Hafen von M\xfcnde ist f\xfcr immer gesperrt, sagte der B\xfcrgermeister\n";
    let pile = read("a.csv", old);
    assert!(pile.sources[0].text.starts_with("Der Hafen von Münde"), "{}", pile.sources[0].text);
    assert_eq!(pile.sources[0].outlet.as_deref(), Some("Courier"));
    assert_eq!(original(&pile.sources[0], &old[12..], "Münde"), [b"M\xfcnde"]);
}

#[test]
fn what_a_row_lacks_or_has_too_much_of_is_said_and_the_rest_is_read() {
    let table = "text,date\n,2018\na,b,c\n\"a\"b,2018\nPort shut,soon\nOpen\n\"never closed";
    let pile = read("a.csv", table.as_bytes());
    assert_eq!(
        unread(&pile),
        [
            ("a.csv:2", "no text in the column \"text\""),
            ("a.csv:3", "3 cells, and the first row names 2 columns"),
            ("a.csv:4", "text behind the closing quotation mark of cell 1"),
            ("a.csv:7", "the quotation mark that opens cell 1 is never closed"),
        ]
    );
    assert_eq!(pile.sources.len(), 2);
    assert_eq!(pile.notes[0].text, "\"date\" is not one certain date and was left out: \"soon\"");
}

#[test]
fn a_table_of_which_nothing_can_be_read_is_listed() {
    for (table, reason) in [
        (b"a,b\n1,2\n".as_slice(), "no column with the text of the reports"),
        (b"text,b\n", "a table without rows"),
        (b"\n\n", "empty"),
        (b"\xff\xfet\0", "a table encoded as UTF-16, which this version does not read"),
    ] {
        assert_eq!(unread(&read("a.csv", table)), [("a.csv", reason)]);
    }
}

#[test]
fn a_row_without_end_costs_the_limit_and_is_listed() {
    let options = Options { max_file_bytes: 100, ..Options::default() };
    let table = [b"text\nPort\n\"".as_slice(), &[b'x'; 100_000], b"\"\nOpen\n"].concat();
    let pile = read_bytes("a.csv", &table, &options);
    assert_eq!(unread(&pile), [("a.csv:3", "too large: more than the limit of 100 bytes")]);
    assert_eq!(
        pile.sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>(),
        ["a.csv:2", "a.csv:4"]
    );
}
