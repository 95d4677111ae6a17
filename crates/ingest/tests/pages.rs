//! What a user meets who hands over web pages: the article, what the page says of itself, and hostile pages.

use std::time::{Duration, Instant};
use stemma::model::{ByteRange, DateEvidence, Derivation, Sha256, Source};
use stemma_ingest::{Options, Pile, read_pile};

const FIRST: &str = "The port of Dorvath was shut on Thursday after a storm tore two cranes from the quay, \
    the harbour office said in a statement that it sent to the papers of the valley.";
const SECOND: &str = "Twelve ferries wait outside. \u{201c}We do not know when we can reopen\u{201d}, said the \
    harbour master, Ilna Brûlé, who has led the office for nine years.";

fn read(name: &str, bytes: &[u8]) -> Pile {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    read_pile(&[path], &mut std::io::empty(), &Options::default())
}

/// A page with this head and body.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a> <a href=/s>Sport</a>\
         </nav>{body}<footer>Copyright Sild Media</footer></body></html>"
    )
}

fn article(inside: &str) -> String {
    format!("<article><h1>Port shut</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p></article>")
}

fn source(page: &str) -> Source {
    let pile = read("page.html", page.as_bytes());
    assert_eq!(pile.unread, []);
    pile.sources.into_iter().next().expect("there is one")
}

fn notes(page: &str) -> Vec<String> {
    read("page.html", page.as_bytes()).notes.into_iter().map(|note| note.text).collect()
}

fn reason(page: &str) -> String {
    let pile = read("page.html", page.as_bytes());
    assert_eq!(pile.sources, []);
    pile.unread.into_iter().next().expect("it is listed").reason
}

fn date(value: &str, method: &str) -> Option<DateEvidence> {
    Some(DateEvidence { value: value.to_owned(), method: method.to_owned() })
}

#[test]
fn the_article_of_a_page_is_its_text() {
    let page = page("<title>Port shut - Courier</title>", &article(""));
    let source = source(&page);
    assert_eq!(source.text, format!("Port shut\n\n{FIRST}\n\n{SECOND}"));
    assert_eq!(source.derivation, Derivation::Extracted { extractor: "trafilatura 0.6.0".to_owned() });
    assert_eq!(source.original_sha256, Sha256::of(page.as_bytes()));
    assert_eq!(source.encoding, "UTF-8");
    for words in ["Port shut", FIRST, SECOND] {
        let start = source.text.find(words).expect("it is in the text");
        let place = page.rfind(words).expect("it is in the page");
        let ranges = source.map.original(ByteRange::new(start, start + words.len()));
        assert_eq!(ranges, [ByteRange::new(place, place + words.len())]);
    }
    assert_eq!((source.outlet, source.url, source.published), (None, None, None));
}

#[test]
fn the_faster_extractor_is_named_and_leads_back_too() {
    let page = page("<title>Port shut - Courier</title>", &article(""));
    let options = Options { fast: true, ..Options::default() };
    let pile = stemma_ingest::read_bytes("page.html", page.as_bytes(), &options);
    let source = &pile.sources[0];
    assert_eq!(source.text, format!("Port shut\n\n{FIRST}\n\n{SECOND}"));
    assert_eq!(source.derivation, Derivation::Extracted { extractor: "libreadability 0.3.0".to_owned() });
    let at = source.text.find(SECOND).expect("it is in the text");
    let place = page.find(SECOND).expect("it is in the page");
    let ranges = source.map.original(ByteRange::new(at, at + SECOND.len()));
    assert_eq!(ranges, [ByteRange::new(place, place + SECOND.len())]);
}

#[test]
fn a_page_is_known_by_its_content_too_and_in_utf16() {
    let page = page("<title>Port shut</title>", &article(""));
    let text = format!("Port shut\n\n{FIRST}\n\n{SECOND}");
    assert_eq!(read("saved.txt", page.as_bytes()).sources[0].text, text);
    let utf16: Vec<u8> = format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let pile = read("saved", &utf16);
    assert_eq!(
        (pile.sources[0].text.as_str(), pile.sources[0].encoding.as_str()),
        (text.as_str(), "UTF-16LE")
    );
}

#[test]
fn a_page_in_its_declared_encoding_is_read() {
    let page = page("<meta charset=windows-1252><title>Port shut</title>", &article(""));
    let bytes = encoding_rs::WINDOWS_1252.encode(&page).0;
    let pile = read("page.htm", &bytes);
    assert!(pile.sources[0].text.contains("Ilna Brûlé"));
    assert_eq!(pile.sources[0].encoding, "windows-1252");
    assert!(pile.notes.is_empty());
}

#[test]
fn what_the_head_says_is_kept_with_the_field_that_says_it() {
    let head = "<title>Port shut</title>\
        <link rel=canonical href=https://www.news.courier.co.uk/port>\
        <meta property=og:site_name content='Dorvath Courier'>\
        <meta property=article:published_time content=2021-03-04T10:15:00+01:00>\
        <meta property=article:modified_time content=2021-03-05>";
    let found = source(&page(head, &article("")));
    assert_eq!(found.url.as_deref(), Some("https://www.news.courier.co.uk/port"));
    assert_eq!(found.outlet.as_deref(), Some("Dorvath Courier"));
    assert_eq!(found.published, date("2021-03-04T10:15:00+01:00", "html:article:published_time"));
    assert_eq!(found.modified, date("2021-03-05", "html:article:modified_time"));

    let script = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "datePublished": "1999-01-01"},
        {"@type": ["Thing", "NewsArticle"], "datePublished": "2021-03-04", "dateModified": "2021-03-05",
         "publisher": {"@type": "Organization", "name": "Sild Post"}}]}</script>"#;
    let found = source(&page(script, &article("")));
    assert_eq!(found.published, date("2021-03-04", "html:json-ld:datePublished"));
    assert_eq!(found.modified, date("2021-03-05", "html:json-ld:dateModified"));
    assert_eq!(found.outlet.as_deref(), Some("Sild Post"));
}

#[test]
fn without_a_name_the_outlet_is_the_domain() {
    let head = "<meta property=og:url content=https://www.news.courier.co.uk/port>";
    assert_eq!(source(&page(head, &article(""))).outlet.as_deref(), Some("courier.co.uk"));
}

#[test]
fn what_a_page_shows_and_its_address_give_a_date_too() {
    let address = "<link rel=canonical href=https://courier.example/2021/03/04/port>";
    assert_eq!(source(&page(address, &article(""))).published, date("2021-03-04", "html:url"));
    let dated =
        article("").replace("</h1>", "</h1><div>By Ilna Brand</div><div>Posted on 5 March 2021</div>");
    assert_eq!(source(&page(address, &dated)).published, date("2021-03-05", "html:shown"));
    let element = article("").replace("</h1>", "</h1><time datetime=2021-03-06T08:00>two days ago</time>");
    assert_eq!(source(&page(address, &element)).published, date("2021-03-06T08:00", "html:time"));
    let found = source(&page("", &article("").replace("</h1>", "</h1><div>Updated 7 March 2021</div>")));
    assert_eq!(found.published, None);
    assert_eq!(found.modified, date("2021-03-07", "html:shown"));
}

#[test]
fn a_day_that_a_report_tells_of_is_no_date_of_publication() {
    let told =
        article("<p>The last storm of that kind came on 4 March 2011, the office said, and nobody knew.</p>");
    assert_eq!(source(&page("<title>Port shut</title>", &told)).published, None);
}

#[test]
fn who_saved_a_page_says_when_and_from_where() {
    let saved = format!(
        "<!-- Page saved with SingleFile\n url: https://courier.example/port\n saved date: Fri Mar 05 2021 10:15:00 -->{}",
        page("<meta property=article:published_time content=2031-03-04>", &article(""))
    );
    let found = source(&saved);
    assert_eq!(found.captured, date("2021-03-05", "html:saved-date"));
    assert_eq!(found.url.as_deref(), Some("https://courier.example/port"));
    assert_eq!(found.published, None);
    assert!(notes(&saved).iter().any(|note| note.contains("is after the page was saved")));
}

#[test]
fn what_cannot_be_used_of_the_head_is_left_out_and_said() {
    let head = "<link rel=canonical href='javascript:alert(1)'>\
        <meta name=date content='Thursday &lt;script&gt;'>";
    let page = page(head, &article(""));
    let found = source(&page);
    assert_eq!((found.url, found.published), (None, None));
    assert_eq!(
        notes(&page),
        [
            "html:date is not a date and was left out: \"Thursday <script>\"",
            "the page's address is not one of the web and was left out: \"javascript:alert(1)\""
        ]
    );
}

#[test]
fn scripts_styles_and_comments_never_reach_the_text_and_written_markup_stays_text() {
    let inside = "<script>steal('cookies')</script><style>p { color: red }</style><!-- hidden words -->\
        <noscript><img src=x></noscript><p onclick=\"steal()\">He wrote &lt;script&gt;alert(1)&lt;/script&gt; \
        on the door of the office, the police of Dorvath said, and left before they came.</p>";
    let text = source(&page("<title>Port shut</title>", &article(inside))).text;
    assert!(text.contains("He wrote <script>alert(1)</script> on the door"), "{text}");
    for hidden in ["steal", "color", "hidden words", "onclick", "<p", "<img", "Home", "Copyright"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
}

#[test]
fn a_page_without_an_article_is_listed() {
    for page in ["<!doctype html><title>Port shut</title>", "<html><body><nav>Home</nav></body></html>"] {
        assert_eq!(reason(page), "no article text found");
    }
    assert_eq!(reason(" \n"), "empty");
}

#[test]
fn other_markup_with_the_name_of_a_page_is_not_taken_for_one() {
    assert_eq!(
        reason("<?xml version='1.0'?><rss><item>Port</item></rss>"),
        "not plain text: an XML document"
    );
    assert_eq!(
        reason("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>Port</html>"),
        "not plain text: a saved web page (MHTML)"
    );
}

#[test]
fn hostile_pages_end_in_bounded_time_with_a_clear_word() {
    let repeated = |piece: &str| piece.repeat(10_000_000 / piece.len());
    let begun = Instant::now();
    for (piece, word) in [
        ("<div>", "too deep for a page"),
        ("<b><i>", "too deep for a page"),
        ("<table><tr><td>", "too deep for a page"),
        ("<div><object></div></object>", "too deep for a page"),
        ("<p>x</p>", "too complex for a page"),
        ("<!--x-->", "too complex for a page"),
        ("</p>", "too complex for a page"),
    ] {
        let reason = reason(&format!("<!doctype html><html><body>{}", repeated(piece)));
        assert!(reason.starts_with(word), "{piece}: {reason}");
    }
    assert_eq!(
        reason(&format!("<html><p {}>x", repeated("a "))).split(':').next(),
        Some("too complex for a page")
    );
    // Some hundredths of a second each with optimisation; the square of ten million would be days.
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
}

#[test]
fn bombs_in_the_data_of_a_page_do_no_harm() {
    let script = format!("<script type=application/ld+json>{}</script>", "{\"@graph\":[".repeat(100_000));
    assert_eq!(source(&page(&script, &article(""))).published, None);
}

#[test]
fn a_page_costs_no_other_page() {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    let good = page("<title>Port shut</title>", &article(""));
    std::fs::write(dir.path().join("a.html"), "<div>".repeat(100_000)).expect("written");
    std::fs::write(dir.path().join("b.html"), good).expect("written");
    let pile = read_pile(&[dir.path().to_path_buf()], &mut std::io::empty(), &Options::default());
    assert_eq!((pile.sources.len(), pile.unread.len()), (1, 1));
}
