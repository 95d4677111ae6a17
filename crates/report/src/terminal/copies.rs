//! The copies of a pile on a terminal: each family wording by wording, then each report with where its text also
//! stands.
//!
//! It comes in parts, so that the first families can be read before the last are written.

use super::aligned::{LEGEND, write_places};
use super::page::Page;
use super::publishers::Publishers;
use super::{Detail, Options, counts};
use crate::numbering::names;
use crate::share::{Share, shares};
use crate::view::{AlignedWording, Alignment, Partners, by_date, descent};
use std::cmp::Reverse;
use stemma::Account;
use stemma::model::{FamilyIdx, Parent, ReportIdx};

const WORDS: &str = "     ";
const PLACES: &str = "       ";
/// Where the names of reports begin.
const REPORT: &str = "         ";
/// Reports that one report is said to share text with, before the rest is counted.
const PARTNERS: usize = 5;

/// The copies of a pile, part by part.
pub fn copies<'a>(account: &'a Account, options: Options<'a>) -> impl Iterator<Item = String> + 'a {
    let detail = Detail::of(options.all);
    let families = by_spread(account);
    let n_families = families.len().min(detail.rows);
    let reports = by_share(account);
    let n_reports = reports.len().min(detail.rows);
    let partners = Partners::of(account, account.families.len());
    let page = move || Page::new(options.width, options.colour);
    let part = move |write: &dyn Fn(&mut Page)| {
        let mut page = page();
        write(&mut page);
        page.finish()
    };
    let head = part(&|page| write_head(account, n_families, page));
    let middle = part(&|page| write_reports_head(n_reports, account.reports.len(), page));
    let families = families.into_iter().take(n_families).enumerate();
    let families =
        families.map(move |(nth, family)| part(&|page| write_family(account, family, nth + 1, detail, page)));
    let reports = reports.into_iter().take(n_reports);
    let reports = reports
        .map(move |(idx, share)| part(&|page| write_report(&partners, account, idx, share, detail, page)));
    std::iter::once(head).chain(families).chain(std::iter::once(middle)).chain(reports)
}

/// The families, those of most reports first, then the longest.
fn by_spread(account: &Account) -> Vec<FamilyIdx> {
    let mut order: Vec<FamilyIdx> = (0..account.families.len() as u32).map(FamilyIdx).collect();
    order.sort_by_cached_key(|idx| {
        let family = &account.families[idx.0 as usize];
        let mut reports: Vec<ReportIdx> =
            family.passages.iter().map(|idx| account.passage(*idx).span.report).collect();
        reports.dedup();
        (Reverse(reports.len()), Reverse(account.passage(family.representative).span.range.len()), *idx)
    });
    order
}

/// The reports, those of which most stands elsewhere first, then by name.
fn by_share(account: &Account) -> Vec<(ReportIdx, Share)> {
    let mut order: Vec<(ReportIdx, Share)> = (0..).map(ReportIdx).zip(shares(account)).collect();
    order.sort_by_cached_key(|(idx, share)| {
        (Reverse(share.percent()), names(account.report(*idx)).first().map(|name| (*name).to_owned()), *idx)
    });
    order
}

fn write_head(account: &Account, n_families: usize, page: &mut Page) {
    let counts = counts(account, &Publishers::of(account), page);
    let line = counts.number(account.unread.len()).label(" not read");
    page.write("", "", line);
    if account.families.is_empty() {
        page.heading("Copies", 0, 0, "");
        let line = page.line().label("no copied passage found");
        page.write("  ", "  ", line);
        return;
    }
    page.heading("Copies", n_families, account.families.len(), LEGEND);
}

fn write_family(account: &Account, family: FamilyIdx, number: usize, detail: Detail, page: &mut Page) {
    let aligned = Alignment::of(account, family, detail.lines);
    let mut head = page
        .line()
        .count(aligned.n_reports, "report", "reports")
        .label(", ")
        .count(aligned.n_witnesses, "witness", "witnesses")
        .label(", ")
        .count(aligned.n_wordings, "wording", "wordings");
    if is_undecided(account, family) {
        head = head.label(", order not decidable");
    }
    page.write(&format!("{number:>3}. "), WORDS, head);
    for (nth, wording) in aligned.wordings.iter().enumerate() {
        write_wording(account, wording, nth == 0, detail, page);
    }
    if aligned.wordings.len() < aligned.n_wordings {
        let line = page.line().label("wordings: ").cut(aligned.wordings.len(), aligned.n_wordings);
        page.write(WORDS, WORDS, line);
    }
}

/// Whether lineage was asked for, and nothing tells the order of any two witnesses.
fn is_undecided(account: &Account, family: FamilyIdx) -> bool {
    let mut passages = account.families[family.0 as usize].passages.iter();
    passages.all(|idx| descent(account, *idx).is_some_and(|found| found.parent == Parent::NotDecidable))
}

fn write_wording(account: &Account, wording: &AlignedWording, first: bool, detail: Detail, page: &mut Page) {
    let line = page.line();
    let line = match (first, wording.is_same_words()) {
        (false, true) => line.label("the same words but for ").count(
            wording.n_marks,
            "edit of punctuation",
            "edits of punctuation",
        ),
        (true, _) => line.aligned(wording, detail),
        (false, false) => line.kinds_of(wording).label(": ").aligned(wording, detail),
    };
    page.write(WORDS, PLACES, line);
    let places = by_date(account, wording.witnesses.clone());
    write_places(&places, PLACES, detail, page, |passage, line| {
        let span = account.passage(passage).span;
        let line = line.whereabouts(crate::view::Whereabouts::of(account, span)).published(account, span);
        line.captures(account, span).descent(account, passage)
    });
}

fn write_reports_head(n_reports: usize, total: usize, page: &mut Page) {
    let legend = "share of the paragraphs that also stands in another report, and in which";
    page.heading("Reports", n_reports, total, legend);
}

fn write_report(
    partners: &Partners,
    account: &Account,
    idx: ReportIdx,
    share: Share,
    detail: Detail,
    page: &mut Page,
) {
    let report = account.report(idx);
    let percent = share.percent().map_or("-".to_owned(), |percent| format!("{percent} %"));
    let names = names(report);
    let mut line = page.line().name(names.first().copied().unwrap_or_default());
    if let Some(date) = &report.published {
        line = line.label(", published ").name(&date.value);
    }
    page.write(&format!("{percent:>7}  "), REPORT, line);
    for title in &report.layout.titles {
        let line = page.line().passage(title.of(&report.text));
        page.write(REPORT, REPORT, line);
    }
    let shown = names.len().min(detail.lines);
    for name in names.iter().take(shown).skip(1) {
        let line = page.line().label("the same text: ").name(name);
        page.write(REPORT, REPORT, line);
    }
    if shown < names.len() {
        let line = page.line().label("captures of the same text: ").cut(shown, names.len());
        page.write(REPORT, REPORT, line);
    }
    write_partners(partners, account, idx, detail, page);
}

fn write_partners(partners: &Partners, account: &Account, idx: ReportIdx, detail: Detail, page: &mut Page) {
    let elsewhere = partners.elsewhere(idx);
    let total = elsewhere.shared_with.len();
    let shown = if detail.rows == usize::MAX { total } else { total.min(PARTNERS) };
    for found in &elsewhere.shared_with[..shown] {
        let other = crate::numbering::name(account.report(ReportIdx(found.number as u32)));
        let line = page.line().label("shares ").number(found.percent).label(" % with ").name(other);
        page.write(REPORT, REPORT, line);
    }
    if shown < total {
        let line = page.line().label("shares with: ").cut(shown, total);
        page.write(REPORT, REPORT, line);
    }
    if elsewhere.has_large_families {
        let line = page.line().label("what stands in a hundred reports and more is not counted pair by pair");
        page.write(REPORT, REPORT, line);
    }
}
