//! What a user meets who hands over feeds: RSS, Atom, JSON Feed, as they are and as they should not be.

use proptest::prelude::*;
use stemma::model::{ByteRange, DateEvidence, Sha256, Source};
use stemma_ingest::{Options, Pile, read_bytes};

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="x"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Port &amp; ferries</title><link>https://courier.example/a</link><guid isPermaLink="false">a-1</guid>
<pubDate>Mon, 21 May 2018 10:15:00 GMT</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>The port of <b>Dorvath</b> is&nbsp;shut.</p><p>Ferries wait.</p><script>x()</script>]]></content:encoded></item>
<item><title>Mine</title><guid>https://other.example/b</guid><description>&lt;p&gt;The mine of Br&#xfb;l is open.</description></item>
<item><title>Only this</title></item>
</channel></rss>"#;

fn read(feed: &str) -> Pile {
    read_bytes("feed.xml", feed.as_bytes(), &Options::default())
}

fn date(value: &str, method: &str) -> Option<DateEvidence> {
    Some(DateEvidence { value: value.to_owned(), method: method.to_owned() })
}

fn original<'a>(source: &Source, item: &'a str, words: &str) -> Vec<&'a str> {
    let start = source.text.find(words).expect("the words are in the text");
    let ranges = source.map.original(ByteRange::new(start, start + words.len()));
    ranges.into_iter().map(|range| &item[range.as_usize()]).collect()
}

fn unread(pile: &Pile) -> Vec<(&str, &str)> {
    pile.unread.iter().map(|unread| (unread.name.as_str(), unread.reason.as_str())).collect()
}

#[test]
fn each_item_of_rss_is_a_source() {
    let pile = read(RSS);
    let [first, second] = pile.sources.as_slice() else { panic!("two items have a text: {pile:?}") };
    assert_eq!(first.text, "Port & ferries\n\nThe port of Dorvath is shut.\n\nFerries wait.");
    assert_eq!((first.name.as_str(), first.record_id.as_deref()), ("feed.xml#1", Some("a-1")));
    assert_eq!(first.published, date("2018-05-21T10:15:00Z", "rss:pubDate"));
    assert_eq!(
        (first.url.as_deref(), first.outlet.as_deref()),
        (Some("https://courier.example/a"), Some("Courier"))
    );
    let item = &RSS[RSS.find("<item>").expect("it is there")..RSS.find("</item>").expect("it is there") + 7];
    assert_eq!(first.original_sha256, Sha256::of(item.as_bytes()));
    assert_eq!(original(first, item, "Dorvath"), ["Dorvath"]);
    assert_eq!(original(first, item, "Port &"), ["Port &amp;"]);
    assert_eq!(original(first, item, "Ferries wait"), ["Ferries wait"]);
    assert_eq!(second.text, "Mine\n\nThe mine of Brûl is open.");
    // The feed is not at home where this item is.
    assert_eq!(
        (second.url.as_deref(), second.outlet.as_deref()),
        (Some("https://other.example/b"), Some("other.example"))
    );
    assert_eq!(unread(&pile), [("feed.xml#3", "no text: the item has no content, description or summary")]);
    assert_eq!(
        pile.notes[0].text,
        "1 of 3 items give no more than a description or summary, which may be less than the report"
    );
}

#[test]
fn each_entry_of_atom_is_a_source() {
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link href="https://courier.example/"/>
        <entry><title type="text">Port shut</title><id>urn:1</id><link rel="self" href="https://courier.example/x"/>
        <link rel="alternate" href="https://courier.example/a?b=1&amp;c=2"/><published>2018-05-21T10:15:00Z</published>
        <updated>2018-05-22 08:00</updated><summary>Short.</summary>
        <content type="xhtml"><div xmlns="x"><p>The port is <em>shut</em>.</p><p>So is the mine.</p></div></content></entry>
        <entry><title>Plain</title><content type="text">x &lt; y, he said.</content></entry></feed>"#;
    let pile = read(atom);
    let [first, second] = pile.sources.as_slice() else { panic!("two entries: {pile:?}") };
    assert_eq!(first.text, "Port shut\n\nThe port is shut.\n\nSo is the mine.");
    assert_eq!(first.url.as_deref(), Some("https://courier.example/a?b=1&c=2"));
    assert_eq!(first.published, date("2018-05-21T10:15:00Z", "atom:published"));
    assert_eq!(first.modified, date("2018-05-22T08:00", "atom:updated"));
    assert_eq!(second.text, "Plain\n\nx < y, he said.");
    assert!(pile.notes.is_empty() && pile.unread.is_empty(), "{pile:?}");
}

#[test]
fn rss_1_has_its_items_beside_the_channel() {
    let rdf = "<rdf:RDF><channel><title>Courier</title></channel><item><title>Port</title>\
        <dc:date>2018-05-21</dc:date><description>The port is shut.</description></item></rdf:RDF>";
    let pile = read(rdf);
    assert_eq!(pile.sources[0].published, date("2018-05-21", "rss:dc:date"));
}

#[test]
fn each_item_of_a_json_feed_is_a_source() {
    let item = r#"{"id": "1", "url": "https://courier.example/a", "title": "Port \u2014 shut",
        "content_html": "<p>The port is <b>shut<\/b>.<\/p><p>Ferries wait.</p>", "date_published": "2018-05-21T10:15:00Z"}"#;
    let feed = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "home_page_url": "https://courier.example/",
        "items": [{item}, {{"id": "2", "content_text": "The mine is open."}}, 5]}}"#
    );
    let pile = read_bytes("feed.json", feed.as_bytes(), &Options::default());
    let [first, second] = pile.sources.as_slice() else { panic!("two items: {pile:?}") };
    assert_eq!(first.text, "Port — shut\n\nThe port is shut.\n\nFerries wait.");
    assert_eq!(first.original_sha256, Sha256::of(item.as_bytes()));
    assert_eq!(original(first, item, "Ferries"), ["Ferries"]);
    assert_eq!(first.published, date("2018-05-21T10:15:00Z", "jsonfeed:date_published"));
    assert_eq!((first.outlet.as_deref(), second.text.as_str()), (Some("Courier"), "The mine is open."));
    assert_eq!(pile.unread.len(), 1);
}

#[test]
fn broken_feeds_give_what_stands_before_the_break() {
    let cut = &RSS[..RSS.find("<item><title>Only").expect("it is there") + 20];
    let pile = read(cut);
    assert_eq!(pile.sources.len(), 2);
    assert!(unread(&pile)[0].1.starts_with("cut off inside"), "{pile:?}");
    assert_eq!(unread(&read("<rss><channel></channel></rss>")), [("feed.xml", "a feed without items")]);
    let loose =
        read("<rss><item><title>A & B</title><description>Port&copy; &shut; AT&T</description></item></rss>");
    assert_eq!(loose.sources[0].text, "A & B\n\nPort© &shut; AT&T");
}

#[test]
fn bombs_of_markup_cost_their_length() {
    let entities = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
        <rss><item><description>&c;</description></item></rss>";
    assert_eq!(read(entities).sources[0].text, "&c;");
    let deep = format!("<rss><item><description>Port</description>{}", "<a>".repeat(1_000_000));
    assert_eq!(read(&deep).sources.len() + read(&deep).unread.len(), 1);
    let markup =
        format!("<rss><item><description>{}Port</description></item></rss>", "&lt;b&gt;".repeat(200_000));
    assert_eq!(read(&markup).sources[0].text, "Port");
    let attributes: String = (0..200_000).map(|at| format!(" a{at}='b'")).collect();
    let tag = format!("<rss><item><link{attributes}/><description>Port</description></item></rss>");
    assert_eq!(read(&tag).sources[0].text, "Port");
    let items = "<item><description>Port</description></item>".repeat(20_000);
    assert_eq!(read(&format!("<rss>{items}</rss>")).sources.len(), 20_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_of_bytes_makes_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        end in any::<prop::sample::Index>()
    ) {
        let mut bytes = RSS.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len() * 3).max(20));
        let pile = read_bytes("feed.xml", &bytes, &Options::default());
        prop_assert!(pile.sources.len() + pile.unread.len() > 0);
        prop_assert!(pile.unread.iter().all(|unread| !unread.reason.contains("broke down")), "{:?}", pile.unread);
        for source in &pile.sources {
            prop_assert!(source.map.segments().iter().all(|segment| segment.original.end as usize <= bytes.len()));
        }
    }
}
