//! The copied passages: each family with its witnesses, and how each was changed.

use super::Detail;
use super::first_screen::kinds;
use super::line::Line;
use super::lineage;
use super::page::Page;
use crate::excerpt::{Wording, trimmed};
use crate::first_screen::{count_reports, rank};
use crate::quotations::words_at;
use crate::view::lineages;
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{Edit, EditKind, EditSide, Family, FamilyIdx, PassageIdx};

const WITNESS: &str = "     ";
const WORDS: &str = "       ";

/// Writes the families, those of most reports first.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    if account.families.is_empty() {
        return;
    }
    let mut families: Vec<(FamilyIdx, &Family)> = (0..).map(FamilyIdx).zip(&account.families).collect();
    families.sort_by_cached_key(|(_, family)| {
        let places = places(account, numbering, family);
        rank(count_reports(&places), &places)
    });
    let shown = families.len().min(detail.rows);
    let legend = "under a witness, its edits: {words of the first witness} -> {its own words}; \
                  support: in how many of 100 random draws a parent comes out again";
    page.heading("Passages", shown, families.len(), legend);
    let edits = edits_by_witness(account);
    let lineages = lineages(account, numbering);
    for (idx, (family_idx, family)) in families.into_iter().take(shown).enumerate() {
        let head = page
            .line()
            .count(count_reports(&places(account, numbering, family)), "report", "reports")
            .label(", ")
            .count(family.passages.len(), "witness", "witnesses");
        page.write(&format!("{:>3}. ", idx + 1), WITNESS, head);
        let show = Show { account, numbering, detail, edits: &edits };
        show.family(family, page);
        if let Some(found) = lineages.get(&family_idx) {
            lineage::write(found, detail, page);
        }
    }
}

/// Where the witnesses of a family stand, for readers.
fn places(account: &Account, numbering: &Numbering, family: &Family) -> Vec<Place> {
    family.passages.iter().map(|idx| numbering.place(account.passage(*idx).span)).collect()
}

/// The edits that lead to each witness, in order.
fn edits_by_witness(account: &Account) -> BTreeMap<PassageIdx, Vec<&Edit>> {
    let mut edits: BTreeMap<PassageIdx, Vec<&Edit>> = BTreeMap::new();
    for edit in &account.edits {
        edits.entry(edit.to.passage).or_default().push(edit);
    }
    edits
}

struct Show<'a> {
    account: &'a Account,
    numbering: &'a Numbering,
    detail: Detail,
    edits: &'a BTreeMap<PassageIdx, Vec<&'a Edit>>,
}

impl Show<'_> {
    /// The representative, then the other witnesses by number and place.
    fn family(&self, family: &Family, page: &mut Page) {
        let mut witnesses = family.passages.clone();
        witnesses.sort_by_key(|idx| {
            let place = self.numbering.place(self.account.passage(*idx).span);
            (*idx != family.representative, place)
        });
        let total = witnesses.len();
        let shown = total.min(self.detail.lines);
        for witness in witnesses.into_iter().take(shown) {
            self.witness(family, witness, page);
        }
        if shown < total {
            let line = page.line().label("witnesses: ").cut(shown, total);
            page.write(WITNESS, WITNESS, line);
        }
    }

    fn witness(&self, family: &Family, witness: PassageIdx, page: &mut Page) {
        let span = self.account.passage(witness).span;
        let representative = self.account.passage(family.representative).span;
        let line = page.line().place(self.numbering.place(span));
        let is_same = words_at(self.account, span) == words_at(self.account, representative);
        if is_same && witness != family.representative {
            page.write(WITNESS, WITNESS, line.label(": the same words"));
            return;
        }
        let text = &self.account.report(span.report).text;
        let wording = Wording::of(text, &[span.range], self.detail.wording_bytes);
        page.write(WITNESS, WORDS, line.label(": ").wording(&wording));
        let edits = self.edits.get(&witness).map_or(&[][..], Vec::as_slice);
        self.edits(edits, page);
    }

    /// The edits that a reader cares for; those of mere marks are counted.
    fn edits(&self, edits: &[&Edit], page: &mut Page) {
        let (marks, told): (Vec<&Edit>, Vec<&Edit>) =
            edits.iter().copied().partition(|edit| edit.kinds == [EditKind::Punctuation]);
        let shown = told.len().min(self.detail.lines);
        for edit in &told[..shown] {
            let line = self.edit(edit, page.line());
            page.write(WORDS, "         ", line);
        }
        if shown < told.len() {
            let line = page.line().label("edits: ").cut(shown, told.len());
            page.write(WORDS, WORDS, line);
        }
        if !marks.is_empty() {
            let (one, many) = ("edit of punctuation only", "edits of punctuation only");
            let line = page.line().count(marks.len(), one, many);
            page.write(WORDS, WORDS, line);
        }
    }

    fn edit(&self, edit: &Edit, line: Line) -> Line {
        let mut line = self.side(edit.from, line);
        line = self.side(edit.to, line.label(" -> ")).label(" (");
        line = kinds(line, &edit.kinds);
        let range = |line: Line, side: EditSide| {
            line.number(side.range.start as usize).label("-").number(side.range.end as usize)
        };
        let line = range(line.label(", "), edit.from).label(" -> ");
        range(line, edit.to).label(")")
    }

    fn side(&self, side: EditSide, line: Line) -> Line {
        let report = self.account.passage(side.passage).span.report;
        let text = &self.account.report(report).text;
        let words = trimmed(text, side.range);
        let wording = Wording::of(text, &[words], self.detail.wording_bytes);
        let line = wording.pieces.iter().fold(line.label("{"), |line, piece| line.marked(piece));
        line.cut_note(&wording).label("}")
    }
}
