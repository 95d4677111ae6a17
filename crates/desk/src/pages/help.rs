//! The keys, and what the signs mean.

use super::shell::View;
use crate::Desk;
use crate::reply::page;
use crate::routes::{Answer, Asked};
use axum::http::StatusCode;
use maud::html;

/// Keys and what they do; the script has the same, and a test compares.
pub const KEYS: [(&str, &str); 14] = [
    ("j", "next row"),
    ("k", "row before"),
    ("l", "next link of the row"),
    ("h", "link before"),
    ("Enter", "open the link"),
    ("o", "open the finding of the row"),
    ("p", "pin the evidence, or let it go"),
    ("Escape", "close the evidence"),
    ("n", "next page of the list"),
    ("1 to 9", "the parts of the page, in the order of its menu"),
    ("/", "search"),
    ("e", "export these rows"),
    ("?", "this page"),
    (
        "g",
        "go: then d desk, s stories, c claims, x disagreements, r reports, f copied passages, v who speaks, p places",
    ),
];

/// The page of help.
pub fn help(desk: &Desk, _: &Asked) -> Answer {
    let body = html! {
        h1 { "Keys and help" }
        section aria-labelledby="keys" {
            h2 #keys { "Keys" }
            p.legend { "Without a script nothing is missing but these keys and the evidence beside the page; every place is a link to its words." }
            table.lines {
                thead { tr { th scope="col" { "Key" } th scope="col" { "What it does" } } }
                tbody { @for (key, what) in KEYS { tr { td { kbd { (key) } } td { (what) } } } }
            }
            p { button #keys-off type="button" hidden { "Turn single keys off" } }
        }
        section aria-labelledby="signs" {
            h2 #signs { "What is counted" }
            p { "Reports, outlets and origins are three numbers. Origins are who stands behind a claim: a speaker is one however often he is quoted, and a copy has the origin of what it copies. "
                "At least: who must be different; at most: who may be." }
            p { "Silent, not stated, not known: these are answers. Nothing is filled in." }
        }
    };
    let view = View { title: "Help".to_owned(), body, ..View::default() };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
