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

/// Adds a part of a remark.
pub fn part(line: Line, part: &Part) -> Line {
    match part {
        Part::Label(label) => line.label(label),
        Part::Arrow => line.label(" -> "),
        Part::Number(number) => line.number(*number),
        Part::Report(number) => line.report(*number),
        Part::Date(date) => line.name(date),
        Part::Place(place) => line.place(*place),
        Part::Value(value) => line.name(value),
        Part::Name(words) => line.strong(words),
        Part::Near(words) => line.passage(words),
        Part::Cut(shown, total) => line.cut(*shown, *total),
        Part::Words(place, wording) => line.label("{").wording(wording).label("} ").place(*place),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, terminal};
    use crate::example;
    use stemma::model::{DateEvidence, Evidence, Parent, PassageIdx, ReportIdx, Span};

    /// What stands about the first family of the example, without indents.
    fn shown(evidence: Vec<Evidence>, percent: Option<u8>) -> Vec<String> {
        let mut account = example::account();
        let date = DateEvidence { value: "2019-03-11".into(), method: "json:published".into() };
        account.reports[0].published = Some(date);
        account.lineage[0].parent = Parent::LostAncestor;
        account.lineage[3].evidence = evidence;
        account.lineage[3].support_percent = percent;
        let options = Options { width: 120, colour: false, all: true, digest: None };
        let text = terminal(&account, &options);
        let (_, behind) = text.split_once("who copied whom:\n").expect("the first family has a lineage");
        let lines = behind.lines().map(|line| line.trim().to_owned());
        lines.take_while(|line| !line.starts_with("2. ")).collect()
    }

    fn spans() -> (Span, Span) {
        let account = example::account();
        (example::span(&account, 0, "1,600"), example::span(&account, 2, "1,700"))
    }

    #[test]
    fn every_kind_of_evidence_has_its_words_and_its_places() {
        let (parent, child) = spans();
        let (wire, harbour) = (ReportIdx(0), ReportIdx(2));
        let mut nothing = child;
        nothing.range.end = nothing.range.start;
        let evidence = vec![
            Evidence::Dates { earlier: wire, later: harbour },
            Evidence::Mosaic { report: harbour, copied_percent: 70, partners: 1 },
            Evidence::SecondGeneration { report: harbour, copied: ReportIdx(1) },
            Evidence::Cut { parent },
            Evidence::LostAttribution { parent, child: nothing },
            Evidence::OrphanedAnaphora { child },
            Evidence::Spin { parent, child },
            Evidence::Triangle { beyond: PassageIdx(2), parent, child },
            Evidence::OtherPassages { count: 2 },
        ];
        let expected = [
            "[3] 39-129: lost ancestor",
            "[2] 15-102: from [3] 39-129, support not computed",
            "published: [3] 2019-03-11, before [2]",
            "70 % of [2] stands in others, it shares text with 1 report",
            "[2] has other text from [1], most of which stands in others",
            "cut: {1,600} [3] 45-50",
            "attribution differs: {1,600} [3] 45-50 -> nothing",
            "points back over a paragraph break: {1,700} [2] 21-26",
            "sign of mechanical substitution: {1,600} [3] 45-50 -> {1,700} [2] 21-26",
            "both differ alike from [1] 37-97: {1,600} [3] 45-50, {1,700} [2] 21-26",
            "same order in 2 other passages of the two reports",
        ];
        assert_eq!(shown(evidence, None), expected);
    }

    #[test]
    fn a_parent_without_evidence_has_its_support() {
        let expected = ["[3] 39-129: lost ancestor", "[2] 15-102: from [3] 39-129, support 64 %"];
        assert_eq!(shown(Vec::new(), Some(64)), expected);
    }
}
