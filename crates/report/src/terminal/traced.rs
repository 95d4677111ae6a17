//! Where the sentences of a query stand, on a terminal.

use super::aligned::write_places;
use super::page::Page;
use super::{Detail, Options};
use crate::excerpt::head;
use crate::view::{AlignedWording, KnownPassages, TracedView, Whereabouts, context, traced};
use stemma::Trace;

const ITEM: &str = "  ";
const PLACES: &str = "    ";

/// What was found of a query.
pub fn trace(trace: &Trace, options: &Options) -> String {
    let detail = Detail::of(options.all);
    let mut page = Page::new(options.width, options.colour);
    let known = KnownPassages::of(trace);
    let sentences = traced(trace, detail.rows);
    for (idx, sentence) in sentences.iter().enumerate() {
        if idx > 0 {
            page.blank();
        }
        write_sentence(trace, sentence, &known, detail, &mut page);
    }
    if sentences.iter().any(|sentence| sentence.n_places() > 0) {
        page.blank();
        let line = page.line().legend("[-words of the query-] {+words that stand for them+}");
        page.write("", "", line);
    }
    page.finish()
}

fn write_sentence(trace: &Trace, found: &TracedView, known: &KnownPassages, detail: Detail, page: &mut Page) {
    let shown = head(found.text, detail.wording_bytes);
    let mut line = page.line().passage(shown);
    if shown.len() < found.text.len() {
        line = line.more_after();
    }
    page.write("", ITEM, line);
    let n_reports = trace.account.reports.len() - 1;
    let Some(aligned) = &found.alignment else {
        let line = page.line().label("stands in none of ").count(n_reports, "report", "reports");
        page.write(ITEM, ITEM, line);
        return;
    };
    let line = page
        .line()
        .label("stands in ")
        .number(found.n_reports())
        .label(" of ")
        .count(n_reports, "report", "reports")
        .label(", at ")
        .count(found.n_places(), "place", "places")
        .label(": ")
        .number(found.n_verbatim())
        .label(" with the same words, ")
        .number(found.n_places() - found.n_verbatim())
        .label(" changed");
    page.write(ITEM, ITEM, line);
    for wording in aligned.wordings.iter().filter(|wording| !wording.witnesses.is_empty()) {
        write_wording(trace, wording, known, detail, page);
    }
    if aligned.wordings.len() < aligned.n_wordings {
        let line = page.line().label("wordings: ").cut(aligned.wordings.len(), aligned.n_wordings);
        page.write(ITEM, ITEM, line);
    }
}

/// A wording between the words that stand round its first place.
fn write_wording(
    trace: &Trace,
    wording: &AlignedWording,
    known: &KnownPassages,
    detail: Detail,
    page: &mut Page,
) {
    let account = &trace.account;
    let round = context(trace, account.passage(wording.witnesses[0]).span);
    let line = page.line();
    let line = match wording.is_same_words() {
        true => line.label("the same words: "),
        false => line.kinds_of(wording).label(": "),
    };
    let line = if round.is_cut_before { line.more_before() } else { line };
    let line = line.passage(round.before).label("\u{ab}").aligned(wording, detail).label("\u{bb}");
    let line = line.passage(round.behind);
    let line = if round.is_cut_behind { line.more_after() } else { line };
    page.blank();
    page.write(ITEM, PLACES, line);
    write_places(&wording.witnesses, PLACES, detail, page, |passage, line| {
        let span = account.passage(passage).span;
        let line = line.whereabouts(Whereabouts::of(account, span)).published(account, span);
        let line = line.captures(account, span);
        match known.at(span) {
            Some(passage) => line.descent(account, passage),
            None => line,
        }
    });
}
