//! Where: the places that reports name, those that most of them name first.

use super::Detail;
use super::line::Line;
use super::page::Page;
use crate::Numbering;
use crate::view::{PlaceView, degrees, place_words, places, precision_words};
use stemma::Account;
use stemma::model::{Place, PlacePrecision};

/// Columns of the numbers before a place, each behind its head.
const HEADS: [&str; 2] = ["reports", "claims"];
const GAP: usize = 2;
/// What goes on from a line above it.
const INDENT: &str = "    ";

/// Writes the places; nothing where none is named.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    let views = places(account, numbering);
    if views.is_empty() {
        return;
    }
    let shown = views.len().min(detail.rows);
    let legend = "places that reports name, and claims in whose words they are named; what may be several places is left \
                  open, names for people are not counted";
    page.heading("Where", shown, views.len(), legend);
    let head = page.line().label("place, what it is, how near the words come to it, where it is named first");
    let columns = columns(HEADS.map(str::to_owned));
    let others = format!("{}{INDENT}", " ".repeat(columns.len()));
    page.write(&columns, &others, head);
    for view in &views[..shown] {
        let numbers = self::columns([view.n_reports, view.n_claims].map(|number| number.to_string()));
        let line = mentions(row(page.line(), view).label("; "), view, detail);
        page.write(&numbers, &others, line);
    }
}

/// Cells to the right of their columns.
fn columns(cells: [String; 2]) -> String {
    let wide = |(head, cell): (&str, &String)| format!("{cell:>width$}", width = GAP + head.len());
    let cells: Vec<String> = HEADS.into_iter().zip(&cells).map(wide).collect();
    cells.concat() + &" ".repeat(GAP)
}

fn row(line: Line, view: &PlaceView) -> Line {
    let line = match view.places.as_slice() {
        [] => return line.passage(view.words).label(": no place of this name is known"),
        [place] if place.name == view.words => listed(line, place),
        [place] => listed(line.passage(view.words).label(": "), place),
        several => {
            let line = line.passage(view.words).label(": one of ");
            return several.iter().enumerate().fold(line, |line, (idx, place)| {
                listed(if idx > 0 { line.label("; ") } else { line }, place)
            });
        }
    };
    let Some(precision) = view.precision else { return line };
    let line = line.label("; ").label(precision_words(precision));
    match view.places.as_slice() {
        [place] if precision <= PlacePrecision::Near => line
            .label(", ")
            .name(&degrees(place.point.latitude))
            .glued()
            .name(&degrees(place.point.longitude)),
        _ => line,
    }
}

/// Where it is named first, and how often else.
fn mentions(line: Line, view: &PlaceView, detail: Detail) -> Line {
    let (total, shown) = (view.mentions.len(), if detail.lines == usize::MAX { usize::MAX } else { 1 });
    let named = view.mentions.iter().take(shown).enumerate();
    let line = named.fold(line, |line, (idx, place)| {
        let line = if idx > 0 { line.label(", ") } else { line };
        line.place(*place)
    });
    if total > shown { line.label(" and ").count(total - shown, "more", "more") } else { line }
}

/// A place of a list, which may be a user's own: its name is foreign text.
fn listed(line: Line, place: &Place) -> Line {
    line.name(&place.name).label(", ").name(&place_words(place))
}
