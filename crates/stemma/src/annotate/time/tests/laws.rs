//! Laws that hold for any text.

use super::super::find_times;
use super::REPORT_DATE;
use crate::model::{ByteRange, ReportIdx};
use proptest::prelude::*;

/// Words of which rules are made, so that generated texts reach them.
const WORDS: &str = "(the|a|last|next|this|past|two|three|second|quarter|half|year|years|week|ago|of|and|May|March|Friday|Sunday\
|night|1998|2018|10|31|th|-|/|:|\\.|,|'|s|p\\.m\\.|noon|early|late|mid|end|every|each|million|hundred|fiscal|Easter|New|Day\
|\u{e9}|\u{1f600}|\u{627}\u{644}|\u{202e}|\u{301}|\u{bd}|\u{ad}|99999999999|0| |\n)";

proptest! {
    #[test]
    fn times_lie_in_the_text_in_order_and_apart(words in proptest::collection::vec(WORDS, 0..40)) {
        let text = words.join(" ");
        let joined = words.concat();
        for text in [text, joined] {
            let mut end = 0;
            for time in find_times(ReportIdx(0), &text, [ByteRange::new(0, text.len())], Some(REPORT_DATE)) {
                let range = time.span.range.as_usize();
                prop_assert!(end <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        find_times(ReportIdx(0), &text, [ByteRange::new(0, text.len())], None);
    }
}

/// Texts in which a rule could look far ahead at each word take as long as others.
#[test]
fn time_is_linear_in_the_text() {
    let piece = "two hundred and ";
    for text in [
        piece.repeat(60_000),
        "9".repeat(1_000_000),
        "a".repeat(1_000_000),
        "1/".repeat(300_000),
        "the ".repeat(200_000),
    ] {
        find_times(ReportIdx(0), &text, [ByteRange::new(0, text.len())], Some(REPORT_DATE));
    }
}
