//! What a line of a page is, shown on one invented report.

use super::*;
use FurnitureKind::*;
use proptest::prelude::*;

const BODY: &str = "A ferry sank in the harbour of Velmora on Tuesday, the port authority said.\n\n\
    Two hundred passengers swam ashore before the navy arrived, witnesses told reporters.\n\n\
    \"We saw smoke and heard a bang,\" said Anna Lund, 35, a teacher who was on board with her class. \
    The captain denied that the engine had burned, but the owner of the ship confirmed it later.\n\n\
    The harbour will stay closed until Friday.";

/// What a line of a page is, once the page is laid out.
fn role_of(page: &str, line: &str) -> &'static str {
    let layout = lay_out(page);
    let is = |range: &crate::model::ByteRange| range.of(page) == line;
    if let Some(found) = layout.furniture.iter().find(|furniture| is(&furniture.range)) {
        return match found.kind {
            DateLine => "date line",
            Byline => "byline",
            Navigation => "navigation",
            Related => "related",
            Caption => "caption",
            RepeatedTitle => "repeated title",
            Promotion => "promotion",
            Recurring => "recurring",
        };
    }
    match (layout.titles.iter().any(is), layout.paragraphs.iter().any(is)) {
        (true, false) => "title",
        (false, true) => "paragraph",
        _ => "nowhere",
    }
}

/// A line above the body, below the headline.
fn above(line: &str) -> &'static str {
    role_of(&format!("Ferry sinks in harbour of Velmora\n\n{line}\n\n{BODY}\n"), line)
}

/// A line between two paragraphs.
fn inside(line: &str) -> &'static str {
    role_of(&format!("Ferry sinks in harbour of Velmora\n\n{BODY}\n\n{line}\n\n{BODY}\n"), line)
}

/// A line below the body.
fn below(line: &str) -> &'static str {
    role_of(&format!("Ferry sinks in harbour of Velmora\n\n{BODY}\n\n{line}\n"), line)
}

#[test]
fn a_further_headline_is_a_title_if_the_body_tells_of_it() {
    assert_eq!(above("Owner of ship confirms engine burned"), "title");
    assert_eq!(above("Council votes for new tax on dogs"), "related");
}

#[test]
fn a_page_on_which_too_little_is_told_judges_no_headline() {
    let page = "Ferry sinks\n\nCouncil votes for new tax on dogs\n\nIt sank on Tuesday.";
    assert_eq!(role_of(page, "Council votes for new tax on dogs"), "title");
}

#[test]
fn the_title_once_more_is_no_second_title() {
    assert_eq!(above("• Ferry sinks in harbour of Velmora"), "repeated title");
    assert_eq!(above("Ferry sinks in harbour of Velmora | Velmora Herald"), "repeated title");
    assert_eq!(below("FERRY SINKS IN HARBOUR OF VELMORA"), "repeated title");
    let page = format!("Ferry sinks off port\n\nFerry sinks off port\n\n{BODY}");
    let layout = lay_out(&page);
    assert_eq!((layout.titles.len(), layout.furniture.len()), (1, 1));
}

#[test]
fn dates_and_authors_stand_above_and_below() {
    for place in [above, below] {
        assert_eq!(place("Tuesday, 5 May"), "date line");
        assert_eq!(place("Updated: May 5, 2016 18:05"), "date line");
        assert_eq!(place("By Peter Voss"), "byline");
        assert_eq!(place("• Peter Voss"), "byline");
        assert_eq!(place("World"), "navigation");
    }
    assert_eq!(above("Peter Voss"), "byline");
}

#[test]
fn inside_the_body_only_plain_furniture_is_labelled() {
    assert_eq!(inside("More news: Council votes for new tax"), "related");
    assert_eq!(inside("Advertisement"), "promotion");
    assert_eq!(inside("Posted on May 5, 2016"), "date line");
    assert_eq!(inside("• Peter Voss"), "byline");
    assert_eq!(inside("Photo: Peter Voss"), "caption");
    assert_eq!(
        inside("Anna Lund, a teacher on board, waits for her class near the pier of Velmora"),
        "caption"
    );
}

#[test]
fn what_may_belong_to_the_report_stays_a_paragraph() {
    for line in [
        "7 p.m.",
        "World",
        "What the captain saw",
        "Owner under fire",
        "\"Nobody told us when to leave the ship\".",
        "It sank.",
        "• The owner will pay, the court said.",
        "Anna Lund, a teacher on board, said that she waits for the end of the",
        "reporters in the harbour of the",
    ] {
        assert_eq!(inside(line), "paragraph", "{line}");
    }
    assert_eq!(below("The owner said on Wednesday that the harbour would not"), "paragraph");
    assert_eq!(below("reporters in the harbour"), "paragraph");
}

#[test]
fn labels_and_headlines_below_the_body_are_furniture() {
    assert_eq!(below("Latest News"), "navigation");
    assert_eq!(below("Keep in touch"), "navigation");
    assert_eq!(below("Council Votes for New Tax on Dogs"), "related");
    let page = format!("{BODY}\n\nRelated stories\nCouncil votes for new tax\nDogs bark at mayor\n");
    assert_eq!(role_of(&page, "Dogs bark at mayor"), "related");
}

#[test]
fn a_list_that_the_report_announces_belongs_to_it() {
    let page = format!("Ferry sinks\n\n{BODY}\n\nThe missing are:\n• Peter Voss\n• Omar Hadi\n• Ida Moor\n");
    for line in ["• Peter Voss", "• Omar Hadi", "• Ida Moor"] {
        assert_eq!(role_of(&page, line), "paragraph", "{line}");
    }
}

#[test]
fn a_text_that_begins_with_its_first_paragraph_has_no_title() {
    assert!(lay_out(BODY).titles.is_empty());
    assert!(lay_out(&format!("May 5, 2016\n\n{BODY}")).titles.is_empty());
}

#[test]
fn a_headline_may_end_in_a_stop_or_look_like_a_pointer() {
    for title in [
        "Ferry Sinks in Harbour of Velmora.",
        "Who sank the ferry?",
        "Watch: Ferry sinks in harbour",
        "The ferry sank in the harbour.",
    ] {
        let page = format!(
            "{title}\n\n{}",
            BODY.replacen(
                ", the port authority said",
                &", the port authority said late at night".repeat(4),
                1
            )
        );
        assert_eq!(role_of(&page, title), "title", "{title}");
    }
}

#[test]
fn a_menu_above_the_headline_is_navigation() {
    let page = format!("Start here\nOur paper\nShop\nFerry sinks in harbour of Velmora\n\n{BODY}");
    assert_eq!(role_of(&page, "Ferry sinks in harbour of Velmora"), "title");
    assert_eq!(role_of(&page, "Our paper"), "navigation");
}

#[test]
fn a_headline_alone_is_a_title() {
    assert_eq!(role_of("Ferry sinks\n", "Ferry sinks"), "title");
    assert_eq!(lay_out(" \n"), Layout::default());
}

fn page_piece() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[A-Za-z ,.\"•:|>é大\u{feff}-]{0,40}",
        Just("Latest News".to_owned()),
        Just("• Anna Lund".to_owned()),
        Just("By Anna Lund".to_owned()),
        Just("5 May 2016".to_owned()),
        Just("Ferry sinks in harbour".to_owned()),
        Just("The ferry sank in the harbour, the port authority said.".to_owned()),
        Just("the ferry struck the pier in the harbour of the old city and".to_owned()),
    ];
    (
        line,
        prop_oneof![
            Just("\n"),
            Just("\n\n"),
            Just("\r\n"),
            Just("\r"),
            Just("\u{2029}"),
            Just("\u{c}"),
            Just(" \u{85}\t")
        ],
    )
        .prop_map(|(line, end)| line + end)
}

proptest! {
    #[test]
    fn every_character_that_is_not_white_space_lies_in_one_block(pieces in prop::collection::vec(page_piece(), 0..40)) {
        let text = pieces.concat();
        let layout = lay_out(&text);
        for list in [&layout.titles, &layout.paragraphs] {
            prop_assert!(list.is_sorted());
        }
        prop_assert!(layout.furniture.is_sorted());
        let mut all: Vec<_> = layout.titles.iter().chain(&layout.paragraphs).copied()
            .chain(layout.furniture.iter().map(|furniture| furniture.range)).collect();
        all.sort();
        let mut behind = 0;
        for range in all {
            let (start, end) = (range.start as usize, range.end as usize);
            prop_assert!(behind <= start && start < end);
            prop_assert!(text[behind..start].trim().is_empty());
            prop_assert_eq!(text[start..end].trim(), &text[start..end]);
            behind = end;
        }
        prop_assert!(text[behind..].trim().is_empty());
    }
}

#[test]
fn monotonous_texts_are_laid_out_without_rereading() {
    for piece in [
        "word ",
        "word\n",
        "It sank.\n",
        "• Anna Lund\n",
        "Ferry sinks off port\n",
        "\n",
        "a.\n\n",
        "•",
        "lower case goes on here and there and on\n",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let layout = lay_out(&text);
        let blocks = layout.titles.len() + layout.paragraphs.len() + layout.furniture.len();
        assert_eq!(blocks == 0, text.trim().is_empty(), "{piece:?}");
    }
}
