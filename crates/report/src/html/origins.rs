//! Who stands behind a claim, as a tree: stance, origins, their places, and why each is theirs.

use super::lineage::part;
use super::words::{count, place_label, words};
use super::{NEW_LINE, Page};
use crate::said::voice_kind;
use crate::view::{Branch, OriginNode, OriginTree, Part, Who, count_parts};
use maud::{Markup, html};

/// How many places of a text without a first witness are named.
const PLACES: usize = 12;

/// The tree.
pub fn tree(page: &Page, found: &OriginTree) -> Markup {
    html! {
        @for branch in &found.branches { (NEW_LINE) (self::branch(page, branch)) }
        @if !found.may_be_one.is_empty() {
            h3 { "May be one" }
            ul.plain { @for pair in &found.may_be_one { li { (parts(page, pair)) } } }
        }
    }
}

fn branch(page: &Page, branch: &Branch) -> Markup {
    html! {
        h3 { (branch.stance.label()) (parts(page, &count_parts(branch.count))) }
        ul.plain.facts { @for how in &branch.how { li { (parts(page, how)) } } }
        ol.origin-tree { @for origin in &branch.origins { (NEW_LINE) li value=(origin.number) { (node(page, origin)) } } }
    }
}

fn node(page: &Page, origin: &OriginNode) -> Markup {
    html! {
        p.who {
            @match &origin.who.who {
                Who::Voice { name, named_at, kind } => {
                    strong { (words(name)) } " " span.label { (voice_kind(*kind)) }
                    @if let Some(place) = named_at { " " (page.links.place(*place)) }
                }
                Who::Report(number) => { "report " (part(page, &Part::Report(*number))) }
                Who::Family(places) => {
                    "a text of which nobody can say where it stood first: "
                    @for (idx, place) in places.iter().take(PLACES).enumerate() { (if idx > 0 { ", " } else { "" }) (page.links.place(*place)) }
                    @if places.len() > PLACES { ", " (PLACES) " of " (places.len()) }
                }
            }
            @if origin.who.is_by_edit { " " span.label { "only because somebody changed a copy" } }
        }
        ul {
            @for instance in &origin.instances {
                (NEW_LINE)
                li {
                    span.source dir="auto" { (words(instance.words.range.of(&page.account.report(instance.words.report).text))) }
                    " " a.place href=(page.links.address(instance.place)) { (place_label(instance.place)) }
                    @for remark in &instance.remarks { span.facts { "; " (parts(page, remark)) } }
                }
            }
            @if origin.instances.is_empty() { li { (count(0, "place", "places")) } }
        }
    }
}

fn parts(page: &Page, parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(page, one)) } }
}
