//! A family of copied passages: its witnesses, what was changed, who copied whom.

use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::Leaf;
use stemma_report::view::Tables;

/// Witnesses that are shown.
const WITNESSES: usize = 60;

/// The page of a family.
pub fn family(desk: &Desk, asked: &Asked) -> Answer {
    let found = desk.shelf.family(&asked.id, WITNESSES);
    let (selection, family) =
        found.ok_or_else(|| Problem::missing("there is no family of this identifier"))?;
    let tables = Tables::named(
        &selection.account,
        selection.identifiers.clone(),
        &selection.numbering,
        &selection.datings,
    );
    let leaf = Leaf::of(&selection.account, &tables, &selection.numbering, selection.n_own, 0);
    let left_out = selection.left_out.get(&family).copied().unwrap_or(0);
    let body = html! {
        p.brand { "Copied passage" }
        h1 { "A passage and its witnesses" }
        @if left_out > 0 {
            p.counts { (selection.account.families[family.0 as usize].passages.len()) " witnesses are shown, " (left_out) " more are not; the record for programs names them all." }
        }
        (leaf.strips())
        h2 { "Witnesses" }
        (leaf.family(family))
    };
    let view = View {
        title: "Copied passage".to_owned(),
        list: Some(List::Families),
        command: Some(format!("explain {}", asked.id)),
        api: Some(format!("/api/v1/families/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
