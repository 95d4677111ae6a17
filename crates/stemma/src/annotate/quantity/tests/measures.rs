//! Shares, money, distances, areas.

use super::check;

#[test]
fn measures() {
    check(MEASURES);
}

const MEASURES: &[&str] = &[
    "It rose [5 percent|5 %].",
    "It rose [5%|5 %].",
    "It rose by [5.5 per cent|5.5 %].",
    "It rose by [more than 20 percent|20+ %].",
    "It rose by [two percentage points|2 %].",
    "[Nearly 40%|..40 %] of voters stayed away.",
    "[10 to 15 percent|10..15 %] of voters stayed away.",
    "It costs [$5|5 $].",
    "It costs [$5 million|5000000 $].",
    "It costs [$3.25 billion|3250000000 $].",
    "It costs [US$5 million|5000000 us$].",
    "It costs [at least $5 million|5000000+ $].",
    "It costs [about $5 million|~5000000 $].",
    "It costs [\u{20ac}20|20 \u{20ac}].",
    "It costs [\u{a3}20m|20000000 \u{a3}].",
    "It costs [EUR 20|20 eur].",
    "It costs [5 million dollars|5000000 dollars].",
    "It costs [200 euros|200 euros].",
    "It costs [up to 300 Turkish lira|..300 turkish lira].",
    "It costs [seven cents|7 cents].",
    "It lies [20 km|20 km] away.",
    "It lies [20km|20 km] away.",
    "It lies [about 130 miles|~130 miles] east.",
    "It lies [10 kilometres|10 kilometres] from here.",
    "A [17-foot|17 foot] boat sank.",
    "A [50-kilometre|50 kilometre] front opened.",
    "It fell [300 meters|300 meters].",
    "They hold [60 square kilometers|60 square kilometers].",
    "They hold [60 sq km|60 sq km].",
    "They hold [60 km\u{b2}|60 km\u{b2}].",
    "They burnt [400 acres|400 acres].",
    "They burnt [more than 400 hectares|400+ hectares].",
    "They sailed [200 nautical miles|200 nautical miles].",
];
