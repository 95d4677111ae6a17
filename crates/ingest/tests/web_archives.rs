//! What a user meets who hands over web archives (WARC), plain and packed, whole and broken.

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use std::io::Write;
use stemma::model::{DateEvidence, Sha256};
use stemma_ingest::{Options, Pile, read_bytes};

const PAGE: &str = "<!doctype html><title>Port shut</title><article><h1>Port shut</h1><p>The port of Dorvath is shut \
    since Thursday, the mayor of the town told reporters.</p><p>Ferries wait outside, and nobody knows for how long \
    they will have to.</p></article>";

fn record(kind: &str, head: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2018-05-21T10:15:00Z\r\n{head}Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn answer(url: &str, head: &str, body: &str) -> String {
    let id = format!("WARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\n");
    record("response", &id, &format!("HTTP/1.1 {head}\r\n\r\n{body}"))
}

fn page(url: &str) -> String {
    answer(url, "200 OK\r\nContent-Type: text/html; charset=utf-8", PAGE)
}

fn read(name: &str, bytes: &[u8]) -> Pile {
    read_bytes(name, bytes, &Options::default())
}

fn unread(pile: &Pile) -> Vec<(&str, &str)> {
    pile.unread.iter().map(|unread| (unread.name.as_str(), unread.reason.as_str())).collect()
}

fn archive() -> String {
    [
        record("warcinfo", "", "software: by hand\r\n"),
        page("https://www.courier.example/a"),
        answer("https://courier.example/p.png", "200 OK\r\nContent-Type: image/png", "xx"),
        answer("https://courier.example/old", "301 Moved\r\nContent-Type: text/html", "<p>elsewhere"),
        answer("https://courier.example/b.txt", "200 OK\r\nContent-Type: text/plain", "The mine is open."),
        record("resource", "Content-Type: text/plain\r\n", "The gate is open."),
    ]
    .concat()
}

#[test]
fn pages_and_texts_are_sources_and_the_rest_is_counted() {
    let pile = read("crawl.warc", archive().as_bytes());
    let [first, second, third] = pile.sources.as_slice() else { panic!("there are three: {pile:?}") };
    assert_eq!(first.name, "crawl.warc#2");
    assert!(first.text.contains("The port of Dorvath is shut"), "{}", first.text);
    assert_eq!(first.url.as_deref(), Some("https://www.courier.example/a"));
    assert_eq!(first.outlet.as_deref(), Some("courier.example"));
    assert_eq!(first.record_id.as_deref(), Some("<urn:uuid:1>"));
    let captured =
        DateEvidence { value: "2018-05-21T10:15:00Z".to_owned(), method: "warc:WARC-Date".to_owned() };
    assert_eq!((&first.captured, &first.published), (&Some(captured), &None));
    assert_eq!(first.original_sha256, Sha256::of(PAGE.as_bytes()));
    let start = first.text.find("Ferries").expect("it is there");
    let place = first.map.original(stemma::model::ByteRange::new(start, start + 7));
    assert_eq!(&PAGE[place[0].as_usize()], "Ferries");
    assert_eq!((second.text.as_str(), third.text.as_str()), ("The mine is open.", "The gate is open."));
    assert_eq!(
        pile.notes[0].text,
        "records that hold no report were left out: image/png 1, status 301 1, warcinfo 1"
    );
    assert_eq!(unread(&pile), []);
}

#[test]
fn each_record_may_be_packed_by_itself() {
    let packed: Vec<u8> = [page("https://courier.example/a"), page("https://courier.example/b")]
        .iter()
        .flat_map(|record| {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
            gzip.write_all(record.as_bytes()).expect("into memory");
            gzip.finish().expect("into memory")
        })
        .collect();
    let pile = read("crawl.warc.gz", &packed);
    let names: Vec<&str> = pile.sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["crawl.warc.gz#1", "crawl.warc.gz#2"]);
}

#[test]
fn a_page_that_claims_another_address_keeps_the_one_it_was_fetched_from() {
    for (canonical, kept) in [
        ("https://www.courier.example/clean", "https://www.courier.example/clean"),
        ("https://famous.example/a", "https://courier.example/a?x=1"),
    ] {
        let body = format!("<link rel=canonical href='{canonical}'>{PAGE}");
        let warc = answer("https://courier.example/a?x=1", "200 OK\r\nContent-Type: text/html", &body);
        let pile = read("a.warc", warc.as_bytes());
        assert_eq!(pile.sources[0].url.as_deref(), Some(kept));
        assert_eq!(pile.sources[0].outlet.as_deref(), Some("courier.example"));
    }
}

#[test]
fn what_was_cut_off_or_packed_on_its_way_is_said() {
    let cut = record(
        "response",
        "WARC-Truncated: length\r\n",
        &format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n{PAGE}"
        ),
    );
    let pile = read("a.warc", cut.as_bytes());
    let notes: Vec<&str> = pile.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["cut off when it was fetched: \"length\"", "cut off: its last chunk is missing"]);
    let packed =
        answer("https://a.example/", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", "xx");
    assert_eq!(
        unread(&read("a.warc", packed.as_bytes())),
        [("a.warc#1", "packed by br, which this version does not read")]
    );
    let pdf = answer("https://a.example/", "200 OK\r\nContent-Type: application/pdf", "%PDF-1.4 x");
    assert_eq!(unread(&read("a.warc", pdf.as_bytes())), [("a.warc#1", "not plain text: a PDF document")]);
}

#[test]
fn a_broken_archive_gives_what_stands_before_the_break() {
    let whole = page("https://courier.example/a");
    for broken in [
        format!("{whole}{}", &whole[..whole.len() / 2]),
        format!("{whole}nonsense\r\n\r\n"),
        format!("{whole}WARC/1.0\r\nWARC-Type: response\r\n\r\n"),
        format!("{whole}WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"),
        format!("{whole}WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx"),
        format!("{whole}WARC/1.0\r\n{}", "a: b\r\n".repeat(100_000)),
    ] {
        let pile = read("a.warc", broken.as_bytes());
        assert_eq!(pile.sources.len(), 1);
        let reason = unread(&pile)[0].1;
        assert!(reason.starts_with("the web archive ends before its end, behind 1 records"), "{reason}");
    }
}

#[test]
fn a_record_above_the_limit_is_stepped_over() {
    let options = Options { max_file_bytes: 10_000, ..Options::default() };
    let large = answer("https://a.example/", "200 OK\r\nContent-Type: text/html", &"x".repeat(200_000));
    let warc = format!("{large}{}", page("https://courier.example/a"));
    let pile = read_bytes("a.warc", warc.as_bytes(), &options);
    assert_eq!(unread(&pile), [("a.warc#1", "too large: more than the limit of 10,000 bytes")]);
    assert_eq!(pile.sources.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_change_of_bytes_makes_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        end in any::<prop::sample::Index>()
    ) {
        let mut bytes = archive().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len() * 3).max(10));
        let pile = read("a.warc", &bytes);
        prop_assert!(pile != Pile::default());
        prop_assert!(pile.unread.iter().all(|unread| !unread.reason.contains("broke down")), "{:?}", pile.unread);
    }
}

#[test]
fn what_the_server_said_of_the_encoding_is_heard() {
    let text = encoding_rs::WINDOWS_1251.encode("Порт закрыт, сказал мэр.").0.into_owned();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n";
    let length = head.len() + text.len();
    let start = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n{head}");
    let pile = read("crawl.warc", &[start.as_bytes(), &text, b"\r\n\r\n"].concat());
    let [source] = pile.sources.as_slice() else { panic!("there is one: {pile:?}") };
    assert_eq!(
        (source.text.as_str(), source.encoding.as_str()),
        ("Порт закрыт, сказал мэр.", "windows-1251")
    );
}
