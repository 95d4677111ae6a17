//! The claims of a pile, story by story: each with its identifier, where it stands, who stands behind it, who disagrees
//! and who is silent.

use super::line::Line;
use super::lineage::part;
use super::page::Page;
use super::publishers::Publishers;
use super::{Detail, Options, counts};
use crate::Numbering;
use crate::excerpt::Wording;
use crate::said::voice_kind;
use crate::view::{
    ClaimFilter, ClaimRow, Identifiers, ListedClaims, StanceRow, Who, WhoRow, count_words,
    disagreement_words, instance_with, instance_words, order_words, silence_words,
};
use std::collections::BTreeSet;
use stemma::Account;
use stemma::account::records;
use stemma::model::{ClaimIdx, Span, StoryIdx};

const WORDS: &str = "     ";
const MORE: &str = "       ";

const LEGEND: &str = "in the plainest words, which stand in the report named first";

/// The claims of a pile: all, or those that are asked for.
pub fn claims(account: &Account, filter: ClaimFilter, options: &Options) -> String {
    let numbering = Numbering::of(account);
    let identifiers = Identifiers::of(&records(account));
    let found = ListedClaims::of(account, &numbering).filtered(account, filter);
    let detail = Detail::of(options.all);
    let mut page = Page::new(options.width, options.colour);
    write_counts(account, &mut page);
    let shown = found.len().min(detail.rows);
    page.heading("Claims", shown, found.len(), LEGEND);
    if found.is_empty() {
        let nothing = if filter.is_any() { "no such claim found" } else { "no claim found" };
        let line = page.line().label(nothing);
        page.write("  ", "  ", line);
    }
    let show = Show { account, numbering: &numbering, identifiers: &identifiers, detail };
    let mut story = None;
    for numbered in &found[..shown] {
        let row = ClaimRow::of(account, &numbering, *numbered);
        if story != Some(row.story) {
            show.write_story(row.story, &found, &mut page);
            story = Some(row.story);
        }
        show.write_row(&row, &mut page);
        show.write_words_asked(&row, filter, &mut page);
    }
    page.finish()
}

/// The claims that somebody may have meant, for him to choose from.
pub fn claims_meant(account: &Account, meant: &[(usize, ClaimIdx)], options: &Options) -> String {
    let numbering = Numbering::of(account);
    let identifiers = Identifiers::of(&records(account));
    let detail = Detail::of(options.all);
    let mut page = Page::new(options.width, options.colour);
    let show = Show { account, numbering: &numbering, identifiers: &identifiers, detail };
    let shown = meant.len().min(detail.rows);
    for numbered in &meant[..shown] {
        show.write_head(&ClaimRow::of(account, &numbering, *numbered), &mut page);
    }
    if shown < meant.len() {
        let line = page.line().number(shown).label(" of ").number(meant.len());
        page.write(WORDS, WORDS, line);
    }
    page.finish()
}

/// How much was read and found.
pub fn write_counts(account: &Account, page: &mut Page) {
    let line = counts(account, &Publishers::of(account), page)
        .count(account.claims.len(), "claim", "claims")
        .label(", ")
        .count(account.disagreements.len(), "disagreement", "disagreements")
        .label(", ")
        .number(account.unread.len())
        .label(" not read");
    page.write("", "", line);
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    identifiers: &'b Identifiers,
    detail: Detail,
}

impl Show<'_, '_> {
    fn write_story(&self, idx: StoryIdx, found: &[(usize, ClaimIdx)], page: &mut Page) {
        let Some(story) = self.account.stories.get(idx.0 as usize) else { return };
        let reports: BTreeSet<_> = story.parts.iter().map(|part| part.report).collect();
        let n_claims = found.iter().filter(|(_, claim)| self.account.claim(*claim).story == idx).count();
        let mut line = page.line().heading("story ");
        if let Some(identifier) = self.identifiers.stories.get(idx.0 as usize) {
            line = line.name(identifier);
        }
        line = line
            .label(": ")
            .number(reports.len())
            .label(" of ")
            .count(self.account.reports.len(), "report", "reports")
            .label(", ")
            .count(n_claims, "claim", "claims");
        for (nth, term) in story.terms.iter().take(self.detail.lines).enumerate() {
            let words = term.range.of(&self.account.report(term.report).text);
            line = line.label(if nth == 0 { "; telling words: " } else { ", " }).passage(words);
        }
        page.write("  ", WORDS, line);
    }

    /// Number, identifier and words.
    fn write_head(&self, row: &ClaimRow, page: &mut Page) {
        let number = format!("{:>3}. ", row.number);
        let mut line = page.line();
        if let Some(identifier) = self.identifiers.claims.get(row.idx.0 as usize) {
            line = line.name(identifier).label("  ");
        }
        let text = &self.account.report(row.wording.report).text;
        let wording = Wording::of(text, &[row.wording.range], self.detail.wording_bytes);
        page.write(&number, WORDS, line.wording(&wording));
    }

    fn write_row(&self, row: &ClaimRow, page: &mut Page) {
        self.write_head(row, page);
        let line = places(page.line(), row, self.account.reports.len(), self.detail);
        page.write(WORDS, MORE, line);
        for side in &row.sides {
            let line = stance(page.line(), side, self.detail);
            page.write(WORDS, MORE, line);
        }
        self.write_disputes(row, page);
        write_silences(row, self.detail, page);
    }

    /// What the claim is in dispute over, or that nothing of the kind was found.
    fn write_disputes(&self, row: &ClaimRow, page: &mut Page) {
        if row.disagreements.is_empty() {
            let line = page.line().label("not in dispute, as far as found");
            return page.write(WORDS, MORE, line);
        }
        for (idx, kind, order) in &row.disagreements {
            let line = page.line().label("in dispute: ").label(disagreement_words(*kind)).label(" (");
            let mut line = line.label(order_words(*order)).label(")");
            if let Some(identifier) = self.identifiers.disagreements.get(*idx) {
                line = line.label(", ").name(identifier);
            }
            page.write(WORDS, MORE, line);
        }
    }

    /// Where the words asked for stand, if the plainest wording lacks them.
    fn write_words_asked(&self, row: &ClaimRow, filter: ClaimFilter, page: &mut Page) {
        let claim = self.account.claim(row.idx);
        let found = filter.words.and_then(|words| instance_with(self.account, claim, words));
        let Some(span) = found.filter(|found| *found != claim.plainest) else { return };
        let span: Span = instance_words(self.account, span);
        let text = &self.account.report(span.report).text;
        let wording = Wording::of(text, &[span.range], self.detail.wording_bytes);
        let line = page.line().label("the words stand in ").place(self.numbering.place(span));
        page.write(WORDS, MORE, line.label(": ").wording(&wording));
    }
}

/// In how many reports a claim stands, and where.
pub fn places(line: Line, row: &ClaimRow, n_reports: usize, detail: Detail) -> Line {
    let line = line.number(row.n_reports).label(" of ").count(n_reports, "report", "reports");
    let mut line = line.label(": ").place(row.worded_in);
    let shown = row.also_in.len().min(detail.lines);
    for (nth, place) in row.also_in[..shown].iter().enumerate() {
        line = line.label(if nth == 0 { ", also " } else { ", " }).place(*place);
    }
    if shown < row.also_in.len() {
        line = line.label(", ").cut(shown, row.also_in.len());
    }
    line
}

/// How many origins a stance has, and who they are.
fn stance(line: Line, side: &StanceRow, detail: Detail) -> Line {
    let line = count_words(side.count).iter().fold(line.label(side.stance.label()), part);
    let shown = side.who.len().min(detail.lines);
    let mut line = line.label(": ");
    for (nth, one) in side.who[..shown].iter().enumerate() {
        line = who(line.label(if nth > 0 { "; " } else { "" }), one, detail);
    }
    if shown < side.who.len() {
        line = line.label("; origins: ").cut(shown, side.who.len());
    }
    line
}

/// Adds who an origin is.
pub fn who(line: Line, one: &WhoRow, detail: Detail) -> Line {
    let line = match &one.who {
        Who::Voice { name, named_at, kind } => {
            let line = line.strong(name).label(" (").label(voice_kind(*kind)).label(")");
            match named_at {
                Some(place) => line.label(", ").place(*place),
                None => line,
            }
        }
        Who::Report(number) => line.label("unattributed text of ").report(*number),
        Who::Family(places) => {
            let mut line = line.label("unattributed text, first report not known: ");
            let shown = places.len().min(detail.lines);
            for (nth, place) in places[..shown].iter().enumerate() {
                line = line.label(if nth > 0 { ", " } else { "" }).place(*place);
            }
            if shown < places.len() { line.label(", ").cut(shown, places.len()) } else { line }
        }
    };
    if one.is_by_edit { line.label(", by an edit only") } else { line }
}

/// Which reports of the story do not carry the claim; nothing where all do.
fn write_silences(row: &ClaimRow, detail: Detail, page: &mut Page) {
    if row.silences.is_empty() {
        return;
    }
    let mut line = page.line();
    for (nth, (kind, reports)) in row.silences.iter().enumerate() {
        line = line.label(if nth > 0 { "; " } else { "" }).label(silence_words(*kind)).label(": ");
        let shown = reports.len().min(detail.lines);
        for (nth, number) in reports[..shown].iter().enumerate() {
            line = line.label(if nth > 0 { ", " } else { "" }).report(*number);
        }
        if shown < reports.len() {
            line = line.label(", ").cut(shown, reports.len());
        }
    }
    page.write(WORDS, MORE, line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    const PLAIN: Options = Options { width: 100, colour: false, all: false, digest: None };

    #[test]
    fn every_claim_has_its_origins_disputes_and_silences() {
        let shown = claims(&example::account(), ClaimFilter::default(), &PLAIN);
        insta::assert_snapshot!(example::masked(&shown));
    }

    #[test]
    fn words_that_the_plainest_wording_lacks_are_shown_where_they_stand() {
        let filter = ClaimFilter { words: Some("workers"), ..ClaimFilter::default() };
        let shown = claims(&example::account(), filter, &PLAIN);
        assert!(shown.contains("the words stand in [3] "), "{shown}");
        let filter = ClaimFilter { words: Some("zebra"), ..ClaimFilter::default() };
        assert!(claims(&example::account(), filter, &PLAIN).contains("no such claim found"));
    }

    #[test]
    fn a_list_says_how_much_of_it_is_shown() {
        let mut account = example::account();
        let claim = account.claims[1].clone();
        account.claims.extend(std::iter::repeat_n(claim, 30));
        let shown = claims(&account, ClaimFilter::default(), &PLAIN);
        assert!(shown.contains("Claims: 20 of 34 (--all shows the rest)"), "{shown}");
        let all = claims(&account, ClaimFilter::default(), &Options { all: true, ..PLAIN });
        assert!(all.contains(" 34. "), "{all}");
    }
}
