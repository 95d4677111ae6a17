//! Times of reports without a date: what cannot be reckoned stays partial.

use super::check;

#[test]
fn times_of_undated_reports() {
    check(TIMES, None);
}

const TIMES: &[&str] = &[
    "He spoke on [Monday|XXXX-WXX-1].",
    "The area was declared secure on [Sunday night|XXXX-WXX-7TNI].",
    "The operation began on [April 19|XXXX-04-19].",
    "The raids on [May 10|XXXX-05-10] were the heaviest.",
    "They met [last week|XXXX-WXX].",
    "They met [last month|XXXX-XX] and again [yesterday|XXXX-XX-XX].",
    "Fighting resumed [last year|XXXX].",
    "The deal of [2015|2015] fell apart in [April|XXXX-04].",
    "They left [Saturday|XXXX-WXX-6] and [Sunday|XXXX-WXX-7].",
    "The truce ends at [noon on Monday|XXXX-WXX-1T12:00].",
    "It ends on [May 10, 2018|2018-05-10].",
    "[Two hours|PT2H] later, troops took the district.",
    "It lasted [seven years|P7Y].",
    "[The spring|XXXX-SP] offensive was the last.",
    "It was held on [Christmas Day|XXXX-12-25].",
    "It was held at [Easter|XXXX-XX-XX].",
    "That was in [the nineties|XX9].",
    "He resigned [two weeks ago|XXXX-WXX].",
    "It will be held on [the 25th|XXXX-XX-25].",
    "It happened [this morning|XXXX-XX-XXTMO].",
];
