//! A claim with everything behind it, and what it is in disagreement over.

use super::rows::row;
use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::{List, Row};
use axum::http::StatusCode;
use maud::{Markup, html};
use stemma_report::html::Leaf;
use stemma_report::view::{OriginTree, Tables};

/// The page of a claim.
pub fn claim(desk: &Desk, asked: &Asked) -> Answer {
    let found = desk.shelf.claim(&asked.id);
    let (selection, idx) = found.ok_or_else(|| Problem::missing("there is no claim of this identifier"))?;
    let tables = Tables::named(
        &selection.account,
        selection.identifiers.clone(),
        &selection.numbering,
        &selection.datings,
    );
    let leaf = Leaf::of(&selection.account, &tables, &selection.numbering, selection.n_own, 0);
    let claim = leaf.claim_of(idx);
    let tree = OriginTree::of(&selection.account, &selection.numbering, (claim.number, idx));
    let story = selection.identifiers.stories.first().cloned().unwrap_or_default();
    let disputes = leaf.disputes_of(idx, &selection.datings);
    let body = html! {
        p.brand { "Claim" }
        h1.words-of-claim { span.source dir="auto" { (leaf.wording(idx)) } }
        p.facts { "words: " (leaf.worded_in(idx)) " \u{b7} " a href=(format!("/stories/{story}")) { "story" } }
        section aria-labelledby="known" {
            h2 #known { "How it is known" }
            (leaf.claim(idx))
        }
        section aria-labelledby="origins" {
            h2 #origins { "Origins" }
            p.legend { "Who stands behind it, why each of its places is his, and how both ends of the count come about." }
            (leaf.origins(&tree))
        }
        @if !disputes.is_empty() {
            section aria-labelledby="disputed" {
                h2 #disputed { "In dispute" }
                ul.items { @for found in &disputes { li { (found) } } }
            }
        }
    };
    let view = View {
        title: claim.wording.pieces.join(" "),
        list: Some(List::Claims),
        command: Some(format!("origins {}", asked.id)),
        api: Some(format!("/api/v1/claims/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

/// The page of a disagreement: its sides, and its claims.
pub fn disagreement(desk: &Desk, asked: &Asked) -> Answer {
    let Some(Row::Disagreement(found)) = desk.shelf.row(List::Disagreements, &asked.id) else {
        return Err(Problem::missing("there is no disagreement of this identifier"));
    };
    let body = html! {
        p.brand { "Disagreement" }
        h1 { (found.kind) }
        div.row { (row(&Row::Disagreement(found.clone()))) }
        h2 { "Its claims" }
        ul.rows { @for id in &found.claims { (claim_row(desk, id)) } }
        p { a href=(format!("/stories/{}#in-dispute", found.story)) { "The story" } }
    };
    let view = View {
        title: found.kind.to_owned(),
        list: Some(List::Disagreements),
        command: Some(format!("explain {}", asked.id)),
        api: Some(format!("/api/v1/disagreements/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

fn claim_row(desk: &Desk, id: &str) -> Markup {
    html! {
        @if let Some(found) = desk.shelf.row(List::Claims, id) { li.row { (row(&found)) } }
    }
}
