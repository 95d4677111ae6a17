//! What stands round every page: menu, search, the command for the view, the pane for evidence.

use crate::Desk;
use crate::reply::Problem;
use crate::shelf::List;
use maud::{DOCTYPE, Markup, html};
use stemma_report::html::words::name;

/// A page before it has its frame.
#[derive(Default)]
pub struct View {
    /// What the browser calls it; words of a report are cut short there.
    pub title: String,
    /// Which list it belongs to.
    pub list: Option<List>,
    /// What is typed in the field for searching.
    pub searched: String,
    /// The command that shows the same, without the files.
    pub command: Option<String>,
    /// The address of the same for programs.
    pub api: Option<String>,
    /// The query of the export of exactly these rows, and how many they are.
    pub export: Option<(List, String, usize)>,
    /// The page.
    pub body: Markup,
}

/// Characters of a title.
const TITLE: usize = 80;

impl View {
    /// The page in its frame.
    pub fn framed(&self, desk: &Desk) -> Markup {
        let title: String = self.title.chars().take(TITLE).collect();
        html! {
            (DOCTYPE)
            html lang="en" {
                (head(&title))
                body.desk {
                    a.skip href="#main" { "Skip to the page" }
                    header.bar-of-desk {
                        a.brand href="/" { "stemma" }
                        nav aria-label="Lists" {
                            ul {
                                @for list in List::ALL {
                                    li {
                                        a href=(format!("/{}", list.name())) aria-current=[(self.list == Some(list)).then_some("page")] {
                                            (list.title()) " " span.label { (desk.shelf.totals().of(list)) }
                                        }
                                    }
                                }
                            }
                        }
                        form.search role="search" action="/search" {
                            label.unseen for="search" { "Search" }
                            input #search type="search" name="q" value=(stemma_report::visible(&self.searched))
                                placeholder="words, outlet:NAME, since:2018-05-01" autocomplete="off" maxlength="1000";
                            button { "Search" }
                        }
                    }
                    div.sheet {
                        main #main tabindex="-1" { (self.body) }
                        aside #evidence aria-label="Evidence" aria-live="polite" hidden {}
                    }
                    (self.foot(desk))
                }
            }
        }
    }

    fn foot(&self, desk: &Desk) -> Markup {
        html! {
            footer {
                @if let Some((list, query, total)) = &self.export {
                    p {
                        "These " (total) " rows as "
                        @for (form, label) in [("csv", "CSV"), ("jsonl", "JSON Lines")] {
                            a href=(format!("/export/{}.{form}?{query}", list.name())) { (label) } " "
                        }
                    }
                }
                @if let Some(command) = &self.command {
                    p { "The command for this view: " code.command { (name(&format!("stemma {command} {}", desk.files))) } }
                }
                @if let Some(api) = &self.api { p { "For programs: " a href=(api) { code { (api) } } } }
                p {
                    "Words of reports stand in serif type and are verbatim. Everything else is a fixed label of stemma. "
                    a href="/sources" { "Sources, not read, digest" } " \u{b7} " a href="/help" { "Keys and help" }
                }
            }
        }
    }
}

fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (stemma_report::visible(title)) " \u{2013} stemma" }
            link rel="icon" href="/icon.svg";
            link rel="stylesheet" href="/style.css";
            script src="/desk.js" defer {}
        }
    }
}

/// The page of a problem; the menu only for who may see it.
pub fn problem(desk: Option<&Desk>, problem: &Problem) -> Markup {
    let body = html! {
        h1 { (problem.status.as_u16()) }
        p { "error: " (name(&problem.what)) }
        p { a href="/" { "To the desk" } }
    };
    let title = problem.status.as_u16().to_string();
    match desk {
        Some(desk) => View { title, body, ..View::default() }.framed(desk),
        None => html! {
            (DOCTYPE)
            html lang="en" { (head(&title)) body.desk { main { (body) } } }
        },
    }
}
