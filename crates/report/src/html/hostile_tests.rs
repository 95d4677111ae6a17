//! Whatever a report or a file name holds, the page holds it as text and as nothing else.

use super::html;
use super::reading::{Reading, read, squeezed};
use crate::example;
use crate::visible::{is_unseen, visible, visible_passage};
use stemma::Account;
use stemma::model::*;

/// All elements that the page is made of.
const ELEMENTS: [&str; 49] = [
    "a", "article", "b", "bdi", "body", "br", "circle", "code", "dd", "del", "details", "div", "dl", "dt",
    "footer", "h1", "h2", "h3", "h4", "head", "header", "html", "ins", "li", "link", "main", "mark", "meta",
    "nav", "ol", "p", "path", "pre", "rect", "section", "span", "strong", "style", "summary", "svg", "table",
    "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
];

/// All attributes.
const ATTRIBUTES: [&str; 30] = [
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "colspan",
    "content",
    "cx",
    "cy",
    "d",
    "dir",
    "focusable",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "preserveaspectratio",
    "r",
    "rel",
    "role",
    "scope",
    "start",
    "tabindex",
    "value",
    "viewbox",
    "width",
    "x",
    "y",
];

/// Texts that would be markup, style, script, addresses or directions if they were let.
const CORPUS: [&str; 16] = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "<img src=x onerror=\"alert(1)\">",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "<!-- a comment that does not end",
    "<![CDATA[ x ]]>",
    "&lt;script&gt; &amp; &#60;b&#62; &quot;",
    "a & b < c > d \"e\" 'f' `g`",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "}</style><style>*{display:none}",
    "right \u{202e}to left\u{202c}, \u{2066}isolated\u{2069}, \u{200b}hidden\u{feff}",
    "nul \u{0} bell \u{7} escape \u{1b}[31m next \u{85} line \u{2028}separator",
    "<plaintext><noscript><template><textarea><xmp><iframe>",
];

/// An account that holds a text wherever an account can hold one.
fn with_everywhere(hostile: &str) -> Account {
    let text = format!("{hostile}\n\n{hostile} said {hostile}.\n\n{hostile}.\n");
    let mut account = example::bare(hostile, &text);
    let report = &mut account.reports[0];
    report.layout.titles = vec![ByteRange::new(0, hostile.len())];
    report.layout.paragraphs = vec![ByteRange::new(hostile.len() + 2, text.trim_end().len())];
    report.outlet = Some(hostile.into());
    report.url = Some(hostile.into());
    let date = DateEvidence { value: hostile.into(), method: hostile.into() };
    (report.published, report.modified) = (Some(date.clone()), Some(date.clone()));
    report.captures[0].encoding = hostile.into();
    report.captures[0].captured = Some(date);
    let paragraph = hostile.len() + 2;
    for start in [paragraph, paragraph + hostile.len() + 6] {
        let range = ByteRange::new(start, start + hostile.len());
        let span = stemma::model::Span { report: stemma::model::ReportIdx(0), range };
        account.passages.push(Passage { span, family: FamilyIdx(0) });
    }
    account.families = vec![example::family(&[0, 1], 0)];
    add_lineage(&mut account);
    let mut statement = example::statement(&account, 0, hostile, "", "");
    statement.content = vec![account.passages[1].span.range];
    statement.source = Some(account.passages[0].span.range);
    account.statements = vec![statement.clone()];
    statement.speaker = Some(stemma::model::Speaker {
        name: account.passages[0].span,
        grade: SpeakerGrade::Stated,
        voice: stemma::model::VoiceIdx(0),
    });
    statement.stance = stemma::model::Stance::Denies;
    statement.relays = vec![stemma::model::Relay {
        source: Some(account.passages[0].span.range),
        cue: account.passages[0].span.range,
    }];
    statement.uttered = Some(account.passages[0].span.range);
    account.statements.push(statement.clone());
    for grade in [SpeakerGrade::Resolved, SpeakerGrade::Witness, SpeakerGrade::SameWords] {
        statement.speaker.iter_mut().for_each(|speaker| speaker.grade = grade);
        account.statements.push(statement.clone());
    }
    example::add_voices(&mut account);
    account.voices[0].names.push(account.passages[1].span);
    add_claim(&mut account);
    account.unread = vec![Unread { name: hostile.into(), reason: hostile.into(), hint: hostile.into() }];
    account.notes = vec![Note { name: hostile.into(), text: hostile.into() }];
    account
}

/// A descent with foreign words and a foreign date as evidence, and foreign words that are new.
fn add_lineage(account: &mut Account) {
    let (parent, child) = (account.passages[0].span, account.passages[1].span);
    let report = parent.report;
    let evidence = vec![
        Evidence::Dates { earlier: report, later: report },
        Evidence::LostAttribution { parent, child },
        Evidence::Cut { parent },
    ];
    account.lineage = vec![Descent {
        passage: PassageIdx(1),
        parent: Parent::LostAncestor,
        evidence,
        support_percent: None,
    }];
    account.shares =
        vec![Shares { report, copied_bytes: 1, with: Vec::new(), parents: Vec::new(), new: vec![child] }];
}

/// A claim with foreign words as everything that a claim can have, in dispute with itself.
fn add_claim(account: &mut Account) {
    let (first, second) = (account.passages[0].span, account.passages[1].span);
    let instance = |nth: u32, stance| Instance {
        claim: ClaimIdx(0),
        span: if nth == 0 { first } else { second },
        carrier: Carrier::Statement(StatementIdx(nth)),
        in_passing: true,
        stance,
        marker: Some(first.range),
        parts: vec![ClaimPart { range: first.range, role: ClaimRole::Time }],
        join: Some(Join {
            with: InstanceIdx(1 - nth),
            reason: JoinReason::SameHappening,
            words: vec![(first.range, second.range)],
        }),
        origin: OriginIdx(nth),
        ground: OriginGround::Speaker,
    };
    account.instances = vec![instance(0, ClaimStance::Alleges), instance(1, ClaimStance::Denies)];
    let origin =
        |nth, who| Origin { claim: ClaimIdx(0), who, instances: vec![InstanceIdx(nth)], is_by_edit: true };
    account.origins = vec![
        origin(0, OriginWho::Report(first.report)),
        origin(1, OriginWho::Voice(stemma::model::VoiceIdx(0))),
    ];
    let one = OriginCount { at_least: 1, at_most: 1 };
    account.claims = vec![Claim {
        story: StoryIdx(0),
        instances: vec![InstanceIdx(0), InstanceIdx(1)],
        plainest: InstanceIdx(0),
        origins: vec![OriginIdx(0), OriginIdx(1)],
        may_be_one: vec![MayBeOne {
            one: OriginIdx(1),
            other: OriginIdx(1),
            reason: MayBeOneReason::SameParty,
        }],
        counts: Counts { affirm: one, allege: one, deny: one },
        silences: Vec::new(),
    }];
    let story = Story { parts: vec![first], terms: vec![first, second] };
    account.stories = vec![story.clone(), story];
    let side = |nth, words| Side { instances: vec![InstanceIdx(nth)], words: vec![words] };
    account.disagreements = vec![Disagreement {
        story: StoryIdx(0),
        kind: DisagreementKind::Denial,
        order: DisagreementOrder::Update,
        claims: vec![ClaimIdx(0)],
        sides: vec![side(0, first), side(1, second)],
    }];
}

fn assert_only_ours(reading: &Reading, of: &str) {
    let foreign = |names: &std::collections::BTreeSet<String>, ours: &[&str]| -> Vec<String> {
        names.iter().filter(|name| !ours.contains(&name.as_str())).cloned().collect()
    };
    assert_eq!(foreign(&reading.elements, &ELEMENTS), [""; 0], "{of}");
    assert_eq!(foreign(&reading.attributes, &ATTRIBUTES), [""; 0], "{of}");
    assert_eq!(reading.unbalanced, [""; 0], "{of}");
    let is_ours = |link: &String| link.starts_with('#') || link == "data:,";
    assert!(reading.links.iter().all(is_ours), "{of}: {:?}", reading.links);
}

#[test]
fn foreign_text_is_text_wherever_it_stands() {
    let harmless = read(&html(&with_everywhere("harmless"))).n_elements;
    for hostile in CORPUS {
        let page = html(&with_everywhere(hostile));
        let reading = read(&page);
        assert_only_ours(&reading, hostile);
        assert_eq!(reading.n_elements, harmless, "as many elements as with a harmless word: {hostile}");
        assert!(!page.contains(|c: char| c != '\n' && is_unseen(c)), "{hostile}");
        let (as_name, as_words) = (visible(hostile), squeezed(&visible_passage(hostile)));
        assert!(reading.text.contains(&squeezed(&as_name)), "{hostile}");
        let times = reading.text.matches(&as_words).count();
        assert!(times >= 12, "{times} times {hostile}");
    }
}

#[test]
fn ten_thousand_nested_tags_are_ten_thousand_words() {
    let nested = "<div><b a=\"".repeat(10_000);
    let mut account = example::bare("a.txt", &nested);
    account.reports[0].layout.titles = vec![ByteRange::new(0, nested.len())];
    let reading = read(&html(&account));
    assert_only_ours(&reading, "nested tags");
    assert!(reading.n_elements < 300, "{}", reading.n_elements);
    assert!(reading.text.contains(nested.as_str()));
}

#[test]
fn an_address_of_the_web_is_the_only_foreign_link() {
    let mut account = example::account();
    account.reports[0].url = Some("https://news.example/\"onclick=\"x?a&b".into());
    account.reports[1].url = Some("JavaScript:alert(1)//https://news.example".into());
    let page = html(&account);
    let foreign: Vec<String> = read(&page).links.into_iter().filter(|link| !link.starts_with('#')).collect();
    assert_eq!(foreign, ["data:,", "https://news.example/\"onclick=\"x?a&b"]);
    assert!(page.contains("rel=\"noreferrer noopener\""));
}
