//! Laws that hold for any text.

use super::super::find_quantities;
use super::found_in;
use crate::model::{ByteRange, ReportIdx};
use proptest::prelude::*;

/// Words of which rules are made, so that generated texts reach them.
const WORDS: &str = "(the|a|of|and|to|or|at|least|between|about|up|more|than|dozens|scores|hundreds|two|twenty|dozen|half|million|12|1,600\
|3|7\\.5|99999999999999999999|\\$|%|km|square|miles|people|killed|dead|were|-|/|:|\\.|,|'s|\u{e9}|\u{1f600}|\u{627}\u{644}|\u{202e}|\u{301}|\u{bd}|\u{ad}|\n)";

proptest! {
    #[test]
    fn quantities_lie_in_the_text_in_order_and_bounds_hold(words in proptest::collection::vec(WORDS, 0..40)) {
        for text in [words.join(" "), words.concat()] {
            let mut end = 0;
            for quantity in found_in(&text) {
                let range = quantity.span.range;
                prop_assert!(end <= range.start && range.start < range.end);
                prop_assert!(text.get(range.as_usize()).is_some());
                prop_assert!(range.contains(quantity.number));
                prop_assert!(quantity.counted.is_none_or(|counted| range.contains(counted)));
                if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
                    prop_assert!(low <= high);
                }
                end = range.end;
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        found_in(&text);
    }
}

/// Texts in which a rule could look far ahead at each word take as long as others.
#[test]
fn time_is_linear_in_the_text() {
    for text in [
        "two hundred and ".repeat(60_000),
        "9".repeat(1_000_000),
        "1-".repeat(300_000),
        "dozens of ".repeat(100_000),
    ] {
        find_quantities(ReportIdx(0), &text, [ByteRange::new(0, text.len())], &[]);
    }
}
