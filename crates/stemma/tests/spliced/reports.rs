//! The reports that are taken apart: invented stories in `stories/`, several reports each, and the example.

use crate::pile;
use crate::splice::Paragraphs;
use stemma_testkit::parse;

const STORIES: &[(&str, &str)] = &[
    ("border", include_str!("stories/border.txt")),
    ("bridge", include_str!("stories/bridge.txt")),
    ("cholera", include_str!("stories/cholera.txt")),
    ("clinic", include_str!("stories/clinic.txt")),
    ("coup", include_str!("stories/coup.txt")),
    ("dam_sale", include_str!("stories/dam_sale.txt")),
    ("ferry", include_str!("stories/ferry.txt")),
    ("forest", include_str!("stories/forest.txt")),
    ("mine", include_str!("stories/mine.txt")),
    ("quake", include_str!("stories/quake.txt")),
    ("strike", include_str!("stories/strike.txt")),
];

const EXAMPLE: &[(&str, &str)] = &[
    ("cantonal-gazette.txt", include_str!("../../../../examples/hadrel-dam/cantonal-gazette.txt")),
    ("dorvath-courier.txt", include_str!("../../../../examples/hadrel-dam/dorvath-courier.txt")),
    ("harbour-dispatch.txt", include_str!("../../../../examples/hadrel-dam/harbour-dispatch.txt")),
    ("morning-circle.txt", include_str!("../../../../examples/hadrel-dam/morning-circle.txt")),
    ("newsline-today.txt", include_str!("../../../../examples/hadrel-dam/newsline-today.txt")),
    ("orna.txt", include_str!("../../../../examples/hadrel-dam/orna.txt")),
    ("radio-sild.txt", include_str!("../../../../examples/hadrel-dam/radio-sild.txt")),
    ("sild-valley-post.txt", include_str!("../../../../examples/hadrel-dam/sild-valley-post.txt")),
    ("world-brief.txt", include_str!("../../../../examples/hadrel-dam/world-brief.txt")),
];

/// The reports, by story.
pub fn stories() -> Vec<Vec<Paragraphs>> {
    let mut stories: Vec<Vec<Paragraphs>> = STORIES.iter().map(|(name, text)| story(name, text)).collect();
    stories.push(EXAMPLE.iter().map(|(name, text)| paragraphs((*name).to_owned(), text)).collect());
    stories
}

fn story(name: &str, text: &str) -> Vec<Paragraphs> {
    let (first, fixture) = text.split_once('\n').expect("a story has lines");
    assert!(first.starts_with("Invented"), "{name}: the first line says that it is invented");
    parse(fixture).iter().map(|report| paragraphs(format!("{name}/{}", report.name), &report.text)).collect()
}

/// Headline and paragraphs of a report, as the account lays them out. Paragraphs that one quotation binds stay
/// together: parted, they would be other texts.
fn paragraphs(name: String, text: &str) -> Paragraphs {
    let account = pile::account(vec![pile::source(&name, text)]);
    let report = &account.reports[0];
    let title =
        report.layout.titles.iter().map(|range| range.of(&report.text)).collect::<Vec<_>>().join("\n");
    let mut joined: Vec<String> = vec![title];
    let mut open = false;
    for range in &report.layout.paragraphs {
        let words = range.of(&report.text);
        match joined.last_mut().filter(|_| open) {
            Some(last) => *last = format!("{last}\n\n{words}"),
            None => joined.push(words.to_owned()),
        }
        open = is_left_open(words);
    }
    Paragraphs { name, paragraphs: joined }
}

/// Whether a paragraph ends inside a quotation.
fn is_left_open(paragraph: &str) -> bool {
    let count = |mark: char| paragraph.matches(mark).count();
    count('"') % 2 == 1 || count('\u{201c}') > count('\u{201d}')
}
