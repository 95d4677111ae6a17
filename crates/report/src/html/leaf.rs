//! A leaf: one view of an account by itself, where reports and findings have pages of their own.
//!
//! In: an account of what the view shows, with its tables. Out: parts of a page, for whoever puts pages together. They are the parts of
//! the one page that stands alone, but that their links lead to other pages.

use super::words::{Links, wording_inline};
use super::{
    Page, first_screen, full_text, origins, passages, places, reports, statements, strips, table, timeline,
};
use crate::Numbering;
use crate::first_screen::{FirstScreen, Limits, Listing};
use crate::view::{ClaimView, OriginTree, Overlay, Tables, overlaid};
use maud::{Markup, html};
use stemma::Account;
use stemma::model::{ClaimIdx, Dating, FamilyIdx};
use stemma_gazetteer::Outlines;

/// What is shown at most of the lists of a first screen; the rest has lists of its own.
const LIMITS: Limits = Limits { items: 60, places: 60, ..Limits::PAGE };

/// Witnesses that are compared where a family is one of several.
const WITNESSES: usize = 6;

/// One view of an account.
pub struct Leaf<'a> {
    page: Page<'a>,
    n_own: usize,
}

impl<'a> Leaf<'a> {
    /// A view of an account of which the first `n_own` reports, by number, are what it is about; others attend because
    /// findings point to them. Tables of claims have at most so many `rows` a story.
    pub fn of(
        account: &'a Account,
        tables: &'a Tables<'a>,
        numbering: &'a Numbering,
        n_own: usize,
        rows: usize,
    ) -> Self {
        let ids = tables.reports.iter().map(|view| view.id.clone()).collect();
        let page = Page { links: Links::elsewhere(ids), rows, ..Page::of(account, tables, numbering) };
        Leaf { page, n_own }
    }

    /// What is reported, what is in dispute, what is not stated.
    pub fn first_screen(&self, datings: &[Dating]) -> Markup {
        first_screen::sections(&self.page, &self.screen(datings))
    }

    fn screen(&self, datings: &[Dating]) -> FirstScreen<'a> {
        let Page { account, tables, numbering, .. } = &self.page;
        let mut screen = FirstScreen::of(account, numbering, datings, &tables.claims, LIMITS);
        let days = &mut screen.not_stated.days;
        let own = days.items.iter().filter(|undated| undated.report <= self.n_own).copied();
        *days = Listing::of(own.collect(), usize::MAX);
        screen
    }

    /// Claims by reports.
    pub fn claims(&self) -> Markup {
        table::section_of(&self.page)
    }

    /// A claim by its place in the account of this view.
    pub fn claim_of(&self, idx: ClaimIdx) -> &'a ClaimView<'a> {
        let list = &self.page.tables.claims;
        &list.claims[list.number(idx) - 1]
    }

    /// The words of a claim.
    pub fn wording(&self, idx: ClaimIdx) -> Markup {
        wording_inline(&self.claim_of(idx).wording)
    }

    /// Where they stand.
    pub fn worded_in(&self, idx: ClaimIdx) -> Markup {
        self.page.links.place(self.claim_of(idx).worded_in)
    }

    /// Who stands behind a claim, and why.
    pub fn origins(&self, tree: &OriginTree) -> Markup {
        origins::tree(&self.page, tree)
    }

    /// A claim with everything behind it.
    pub fn claim(&self, idx: ClaimIdx) -> Markup {
        table::by_itself(&self.page, self.claim_of(idx))
    }

    /// What a claim is in disagreement over.
    pub fn disputes_of(&self, idx: ClaimIdx, datings: &[Dating]) -> Vec<Markup> {
        let number = self.page.tables.claims.number(idx);
        let screen = self.screen(datings);
        let is_of = |item: &&crate::first_screen::Disputed| match item {
            crate::first_screen::Disputed::Disagreement(found) => found.claims.contains(&number),
            crate::first_screen::Disputed::Denied(_) => false,
        };
        let disputed = screen.disputed.items.iter().filter(is_of);
        disputed.map(|item| first_screen::disputed_item(&self.page, item)).collect()
    }

    /// How much of each report stands elsewhere; of so many reports.
    pub fn reports(&self, at_most: usize) -> Markup {
        let own = self.own_reports();
        let own = &own[..own.len().min(at_most)];
        super::section("reports", &Markup::default(), &reports::table(&self.page, own))
    }

    fn own_reports(&self) -> &'a [crate::view::ReportView<'a>] {
        let reports = &self.page.tables.reports;
        &reports[..self.n_own.min(reports.len())]
    }

    /// The texts as strips, with ribbons between the passages that they share.
    pub fn strips(&self) -> Markup {
        strips::strips(&self.page, self.own_reports())
    }

    /// What is known of a report: shares, dates, captures, hashes.
    pub fn card(&self, number: usize) -> Markup {
        reports::card(&self.page, &self.page.tables.reports[number - 1])
    }

    /// What a report is called.
    pub fn called(&self, number: usize) -> Markup {
        reports::called(&self.page.tables.reports[number - 1])
    }

    /// The text of a report, with more shown over it.
    pub fn text(&self, number: usize, overlay: &Overlay<'a>) -> Markup {
        full_text::blocks(&overlaid(self.page.tables, number, overlay), &self.page)
    }

    /// When the reports were published; of so many.
    pub fn when(&self, at_most: usize) -> Markup {
        let datings = &self.page.tables.datings;
        timeline::section_of(&self.page, &datings[..self.n_own.min(datings.len()).min(at_most)])
    }

    /// The places that the reports name, on outlines of land.
    pub fn places(&self, outlines: Option<&Outlines>) -> Markup {
        places::section_of(&self.page, outlines)
    }

    /// The families of copied passages, as many as are asked for; those of most reports first. Those of many witnesses are
    /// told in a line: all of them stand on the page of the family.
    pub fn passages(&self, at_most: usize) -> Markup {
        let families = &self.page.tables.families;
        html! {
            @for found in families.iter().take(at_most) {
                @if found.witnesses.len() <= WITNESSES { (passages::family(&self.page, found)) }
                @else { (passages::in_a_line(&self.page, found)) }
            }
        }
    }

    /// A family.
    pub fn family(&self, family: FamilyIdx) -> Markup {
        let found = self.page.tables.families.iter().find(|found| found.family == family);
        html! { @if let Some(found) = found { (passages::family(&self.page, found)) } }
    }

    /// Who said what: the first voices of the list, and how many there are.
    pub fn voices(&self, at_most: usize) -> (Markup, usize) {
        let voices = &self.page.tables.voices;
        (
            html! { @for found in voices.iter().take(at_most) { (statements::voice(&self.page, found)) } },
            voices.len(),
        )
    }
}
