//! What each report as a whole has from elsewhere: from whom, with whom it shares it, and what is new in it.

use super::Detail;
use super::line::Line;
use super::page::Page;
use crate::excerpt::Wording;
use crate::view::{Portion, SharesView, shares};
use crate::{Numbering, Place};
use stemma::Account;

const FIRST: &str = "  ";
const OTHERS: &str = "      ";
const WORDS: &str = "        ";

/// How many new runs of a report a first look shows, and how much of each: enough to tell what it adds.
const NEW_RUNS: usize = 3;
const NEW_BYTES: usize = 160;

/// Writes the reports of which something stands elsewhere, in the order of their numbers.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    let mut views = shares(account, numbering);
    views.retain(|view| view.share.copied_bytes > 0);
    if views.is_empty() {
        return;
    }
    let shown = views.len().min(detail.rows);
    let legend = "percent of its paragraphs; new as far as found: in no passage that another report has, longest first";
    page.heading("What each report has from elsewhere", shown, views.len(), legend);
    for view in &views[..shown] {
        let line = page.line().report(view.number).label(" ");
        let line = portion(line, view.share.percent()).label(" stands elsewhere");
        let parents = if view.parents.is_empty() { line } else { line.label(": ") };
        let line = portions(parents, "from ", &view.parents, detail);
        page.write(FIRST, OTHERS, line);
        if !view.with.is_empty() {
            let line = portions(page.line().label("shared with "), "", &view.with, detail);
            page.write(OTHERS, WORDS, line);
        }
        write_new(account, numbering, view, detail, page);
    }
}

/// A list of portions, a label before those of reports.
fn portions(mut line: Line, label: &'static str, portions: &[Portion], detail: Detail) -> Line {
    let shown = portions.len().min(detail.lines);
    for (idx, part) in portions[..shown].iter().enumerate() {
        line = if idx > 0 { line.label(", ") } else { line };
        line = match part.report {
            Some(report) => line.label(label).report(report),
            None => line.label(part.label),
        };
        line = portion(line.glued(), Some(part.percent));
    }
    if shown < portions.len() {
        line = line.label("; ").cut(shown, portions.len());
    }
    line
}

fn portion(line: Line, percent: Option<usize>) -> Line {
    match percent {
        Some(percent) => line.percent(percent),
        None => line.label("-"),
    }
}

fn write_new(account: &Account, numbering: &Numbering, view: &SharesView, detail: Detail, page: &mut Page) {
    let line = page.line().label("new as far as found: ");
    if view.new.is_empty() {
        return page.write(OTHERS, WORDS, line.label("nothing"));
    }
    let is_all = detail.lines == usize::MAX;
    let shown = if is_all { view.new.len() } else { view.new.len().min(NEW_RUNS) };
    let line = line.count(view.new_bytes, "byte", "bytes").label(" in ");
    let line = line.count(view.new.len(), "place", "places");
    let line = if shown < view.new.len() { line.label("; ").cut(shown, view.new.len()) } else { line };
    page.write(OTHERS, WORDS, line);
    let report = account.report(numbering.order()[view.number - 1]);
    for place in &view.new[..shown] {
        let Place { range, .. } = *place;
        let at_most = if is_all { usize::MAX } else { NEW_BYTES };
        let wording = Wording::of(&report.text, &[range], at_most);
        let line = page.line().place(*place).label(": ").wording(&wording);
        page.write(WORDS, "          ", line);
    }
}
