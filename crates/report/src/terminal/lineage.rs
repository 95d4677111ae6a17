//! Who copied whom in one family, under its witnesses.

use super::Detail;
use super::line::Line;
use super::page::Page;
use crate::view::{DescentView, LineageView, NOT_DECIDABLE, ParentView, Part};

const HEAD: &str = "     ";
const WITNESS: &str = "       ";
const EVIDENCE: &str = "         ";

/// Writes the lineage of a family; nothing where it stands in one report only.
pub fn write(lineage: &LineageView, detail: Detail, page: &mut Page) {
    let total = lineage.lines.len();
    if total == 0 && lineage.undecided.is_empty() {
        return;
    }
    let line = page.line().label("who copied whom: ");
    if total == 0 {
        return page.write(HEAD, WITNESS, line.label(NOT_DECIDABLE));
    }
    let shown = total.min(detail.lines);
    page.write(HEAD, WITNESS, if shown < total { line.cut(shown, total) } else { line });
    for descent in &lineage.lines[..shown] {
        write_descent(descent, detail, page);
    }
    write_undecided(&lineage.undecided, detail, page);
}

fn write_undecided(undecided: &[DescentView], detail: Detail, page: &mut Page) {
    if undecided.is_empty() {
        return;
    }
    let shown = undecided.len().min(detail.lines);
    let mut line = page.line().label(NOT_DECIDABLE).label(": ");
    for (idx, descent) in undecided[..shown].iter().enumerate() {
        line = if idx > 0 { line.label(", ") } else { line };
        line = line.place(descent.place);
    }
    if shown < undecided.len() {
        line = line.label("; ").cut(shown, undecided.len());
    }
    page.write(WITNESS, EVIDENCE, line);
}

fn write_descent(descent: &DescentView, detail: Detail, page: &mut Page) {
    let line = page.line().place(descent.place).label(": ");
    let line = match descent.parent {
        ParentView::Passage(parent) => support(line.label("from ").place(parent), descent.support_percent),
        other => line.label(other.label()),
    };
    page.write(WITNESS, EVIDENCE, line);
    let total = descent.evidence.len();
    let shown = total.min(detail.lines);
    for evidence in &descent.evidence[..shown] {
        let line = evidence.iter().fold(page.line(), part);
        page.write(EVIDENCE, "           ", line);
    }
    if shown < total {
        let line = page.line().label("evidence: ").cut(shown, total);
        page.write(EVIDENCE, EVIDENCE, line);
    }
}

fn support(line: Line, percent: Option<u8>) -> Line {
    match percent {
        Some(percent) => line.label(", support ").percent(percent.into()),
        None => line.label(", support not computed"),
    }
}

fn part(line: Line, part: &Part) -> Line {
    match part {
        Part::Label(label) => line.label(label),
        Part::Arrow => line.label(" -> "),
        Part::Number(number) => line.number(*number),
        Part::Report(number) => line.report(*number),
        Part::Date(date) => line.name(date),
        Part::Place(place) => line.place(*place),
        Part::Words(place, wording) => line.label("{").wording(wording).label("} ").place(*place),
    }
}
