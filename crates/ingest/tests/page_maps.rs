//! Every character of a report leads back to its bytes in the page, whatever lies around it: other places where the same
//! sentence stands, character references, tags inside of words, old encodings, line ends of two bytes.

use proptest::prelude::*;
use stemma::model::{ByteRange, Source};
use stemma_ingest::{Options, read_bytes};

const FIRST: &str = "The port of Dorvath was shut on Thursday after a storm tore two cranes from the quay, the harbour \
    office said in a statement that it sent to the papers of the valley.";
const SECOND: &str = "Twelve ferries wait outside, and nobody knows when they may come in, said the harbour master, Ilna \
    Brand, who has led the office for nine years.";
const THIRD: &str = "The last storm of that kind came eleven years ago, and the town needed a summer to mend what it had \
    torn down that night.";

fn source(page: &[u8]) -> Source {
    let pile = read_bytes("page.html", page, &Options::default());
    assert_eq!(pile.unread, []);
    pile.sources.into_iter().next().expect("there is one")
}

/// The bytes behind the first place of some words in the text of a page.
fn opened(page: &[u8], words: &str) -> Vec<String> {
    let source = source(page);
    let start = source.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", source.text));
    let ranges = source.map.original(ByteRange::new(start, start + words.len()));
    ranges.iter().map(|range| String::from_utf8_lossy(&page[range.as_usize()]).into_owned()).collect()
}

/// Where the first place of some words in the text of a page begins in its bytes.
fn place(page: &str, words: &str) -> usize {
    let source = source(page.as_bytes());
    let start = source.text.find(words).expect("the words are in the text");
    source.map.original(ByteRange::new(start, start + words.len()))[0].as_usize().start
}

fn page(head: &str, before: &str, paragraphs: &[&str], after: &str) -> String {
    let paragraphs: String = paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    format!(
        "<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav>{before}\
         <article><h1>Port shut</h1>\n{paragraphs}</article>{after}<footer>Sild Media</footer></body></html>"
    )
}

#[test]
fn of_the_same_sentence_in_teaser_script_comment_and_body_it_is_that_of_the_body() {
    let data =
        format!("<script type=\"application/ld+json\">{{\"articleBody\": \"{FIRST} {SECOND}\"}}</script>");
    let metadata = format!("<meta name=description content=\"{FIRST}\"><!-- <p>{FIRST}</p> -->");
    let teaser = format!("<div class=teaser><a href=/port><h2>Port shut</h2><p>{FIRST}</p></a></div>");
    let related = format!(
        "<aside><h3>Most read</h3><p>{FIRST}</p><p>{SECOND}</p></aside><script>var x = '{SECOND}'</script>"
    );
    let page = page(
        &format!("<title>Port shut</title>{data}{metadata}"),
        &teaser,
        &[FIRST, SECOND, THIRD],
        &related,
    );
    let body = page.find("<article>").expect("it has a body");
    for words in [FIRST, SECOND, THIRD] {
        let written = body + page[body..].find(words).expect("the body has it");
        assert_eq!(place(&page, words), written, "{words}");
    }
    assert_eq!(place(&page, "Port shut"), body + "<article><h1>".len());
}

#[test]
fn a_sentence_that_the_standfirst_has_too_is_the_one_that_the_report_goes_on_from() {
    let standfirst =
        format!("<div><p>{FIRST}</p></div><figure><img src=x><figcaption>The quay</figcaption></figure>");
    let page = page("<title>Port shut</title>", &standfirst, &[FIRST, SECOND, THIRD], "");
    let source = source(page.as_bytes());
    let at = source.text.rfind(FIRST).expect("it is there");
    let range = source.map.original(ByteRange::new(at, at + FIRST.len()))[0].as_usize();
    assert_eq!(range.start, page.rfind(FIRST).expect("it is there"));
}

#[test]
fn character_references_are_given_whole() {
    let first = FIRST.replace("was shut", "was&nbsp;shut &amp; closed, &#8220;for good&#x201D;");
    let page = page("<title>Port shut</title>", "", &[&first, SECOND], "");
    assert_eq!(opened(page.as_bytes(), "shut & closed"), ["shut &amp; closed"]);
    assert_eq!(opened(page.as_bytes(), "\u{201c}for good\u{201d}"), ["&#8220;for good&#x201D;"]);
    assert_eq!(opened(page.as_bytes(), "was shut"), ["was&nbsp;shut"]);
}

#[test]
fn tags_inside_of_words_and_sentences_are_left_out() {
    let first = FIRST.replace("port of Dorvath", "p<b>or</b>t of <a href='/d'>Dor<wbr>vath</a>");
    let page = page("<title>Port shut</title>", "", &[&first, SECOND], "");
    assert_eq!(opened(page.as_bytes(), "port of Dorvath was"), ["p", "or", "t of ", "Dor", "vath", " was"]);
}

#[test]
fn an_old_encoding_and_line_ends_of_two_bytes_keep_every_place() {
    let first = FIRST.replace("Dorvath", "D\u{f6}rvath").replace("the quay, the", "the\r\n   quay,\r\nthe");
    let page = page("<meta charset=windows-1252><title>Port shut</title>", "", &[&first, SECOND], "");
    let bytes = encoding_rs::WINDOWS_1252.encode(&page.replace(">\n", ">\r\n")).0.into_owned();
    let source = source(&bytes);
    assert!(source.text.contains(
        "The port of D\u{f6}rvath was shut on Thursday after a storm tore two cranes from the quay, the"
    ));
    let original = |words: &str| {
        let start = source.text.find(words).expect("the words are in the text");
        let ranges = source.map.original(ByteRange::new(start, start + words.len()));
        ranges.iter().flat_map(|range| bytes[range.as_usize()].to_vec()).collect::<Vec<u8>>()
    };
    assert_eq!(original("D\u{f6}rvath was"), b"D\xf6rvath was");
    assert_eq!(original("from the quay, the harbour"), b"from the\r\n   quay,\r\nthe harbour");
    assert_eq!(original(SECOND), SECOND.as_bytes());
}

#[test]
fn a_page_in_utf16_leads_back_too() {
    let page = page("<title>Port shut</title>", "", &[FIRST, SECOND], "");
    let bytes: Vec<u8> = format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let source = source(&bytes);
    let start = source.text.find("Ilna").expect("she is in the text");
    let ranges = source.map.original(ByteRange::new(start, start + 4));
    let wide: Vec<u8> = "Ilna".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(&bytes[ranges[0].as_usize()], wide);
}

#[test]
fn a_headline_that_only_metadata_have_leads_to_them() {
    let page =
        page("<meta property=og:title content='Storm &amp; flood shut port'>", "", &[FIRST, SECOND], "")
            .replace("<h1>Port shut</h1>", "");
    assert_eq!(opened(page.as_bytes(), "Storm & flood"), ["Storm &amp; flood"]);
}

#[test]
fn no_part_of_a_text_is_without_bytes_but_what_lies_between_paragraphs() {
    let page = page("<title>Port shut</title>", "", &[FIRST, SECOND, THIRD], "");
    let source = source(page.as_bytes());
    for segment in source.map.segments().iter().filter(|segment| segment.original.is_empty()) {
        assert_eq!(segment.text.of(&source.text).trim(), "");
    }
}

/// Pieces that pages are made of, and some that they are not.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=x>",
    "</div>",
    "<h1>",
    "</h1>",
    "<b>",
    "</b>",
    "<br>",
    "<a href='>'>",
    "</a>",
    "<td>",
    "<time datetime=2021-03-04>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<!-->",
    "<",
    ">",
    "</",
    "&",
    "&amp;",
    "&nbsp",
    "&#8217;",
    "&#x",
    "\"",
    "'",
    "=",
    "<meta name=title content='",
    "<meta property=og:title content=\"Storm &quot;shuts&quot; the port\">",
    "<p\u{e9} \u{e9}=\u{e9}",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{ad}",
    "\u{feff}",
    "\0",
    "Storm shuts the port of Dorvath",
    "Posted on 4 March 2021",
    "4",
    "\u{e9}",
    "\u{1f600}",
    "Twelve ferries wait outside, and nobody knows when they may come in, said the harbour master, Ilna Brand.",
    "The last storm of that kind came eleven years ago, and the town needed a summer to mend what it had torn down.",
];

proptest! {
    #[test]
    fn any_page_is_read_or_refused_and_its_map_lies_within_it(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..80)
    ) {
        let page = format!("<!doctype html><html><body>{}", pieces.concat());
        for fast in [false, true] {
            let pile = read_bytes("page.html", page.as_bytes(), &Options { fast, ..Options::default() });
            prop_assert_eq!(pile.sources.len() + pile.unread.len(), 1);
            for source in pile.sources {
                let mut end = 0;
                for segment in source.map.segments() {
                    prop_assert_eq!(segment.text.as_usize().start, end);
                    end = segment.text.as_usize().end;
                    let original = segment.original.as_usize();
                    prop_assert!(original.end <= page.len() && page.is_char_boundary(original.start));
                    let text = segment.text.of(&source.text);
                    prop_assert!(!original.is_empty() || text.trim().is_empty());
                    if segment.text.len() == segment.original.len() {
                        let written: String = page[original].split_whitespace().collect();
                        prop_assert_eq!(written, text.split_whitespace().collect::<String>());
                    }
                }
                prop_assert_eq!(end, source.text.len());
            }
        }
    }
}
