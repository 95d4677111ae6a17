//! Where the sentences of a query stand, on a terminal.

use super::aligned::write_places;
use super::line::Line;
use super::page::Page;
use super::{Detail, Options};
use crate::excerpt::head;
use crate::view::{Context, KnownPassages, TracedView, Whereabouts, context, traced};
use stemma::Trace;
use stemma::model::PassageIdx;

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
        .number(found.same_words.len())
        .label(" with the same words, ")
        .number(found.n_places() - found.same_words.len())
        .label(" changed");
    page.write(ITEM, ITEM, line);
    let show = Show { trace, known, detail };
    if let Some(first) = found.same_words.first() {
        let words = |line: Line| line.passage(head(words_of(trace, *first), detail.wording_bytes));
        show.places(|line| line.label("the same words: "), &found.same_words, words, page);
    }
    for wording in found.changed() {
        let lead = |line: Line| line.kinds_of(wording).label(": ");
        show.places(lead, &wording.witnesses, |line| line.aligned(wording, detail), page);
    }
    if aligned.wordings.len() < aligned.n_wordings {
        let line = page.line().label("wordings: ").cut(aligned.wordings.len(), aligned.n_wordings);
        page.write(ITEM, ITEM, line);
    }
}

struct Show<'a, 'b> {
    trace: &'a Trace,
    known: &'b KnownPassages<'a>,
    detail: Detail,
}

impl Show<'_, '_> {
    /// Some words between those that stand round their first place, then all places; where other words stand round
    /// one, with these.
    fn places(
        &self,
        lead: impl Fn(Line) -> Line,
        places: &[PassageIdx],
        words: impl Fn(Line) -> Line,
        page: &mut Page,
    ) {
        let account = &self.trace.account;
        let first = context(self.trace, account.passage(places[0]).span);
        let line = behind(words(before(lead(page.line()), &first)), &first);
        page.blank();
        page.write(ITEM, PLACES, line);
        write_places(places, PLACES, self.detail, page, |passage, line| {
            let span = account.passage(passage).span;
            let line = line.whereabouts(Whereabouts::of(account, span)).published(account, span);
            let line = line.captures(account, span);
            let line = match self.known.at(span) {
                Some(passage) => line.descent(account, passage),
                None => line,
            };
            let round = context(self.trace, span);
            match round == first {
                true => line,
                false => behind(before(line.label(": "), &round).label("..."), &round),
            }
        });
    }
}

fn words_of(trace: &Trace, passage: PassageIdx) -> &str {
    let span = trace.account.passage(passage).span;
    span.range.of(&trace.account.report(span.report).text)
}

/// What stands before a place on its line, up to the sign where the place begins.
fn before(line: Line, round: &Context) -> Line {
    let line = if round.is_cut_before { line.more_before() } else { line };
    line.passage(round.before).label("\u{ab}")
}

/// What stands behind a place, from the sign where the place ends.
fn behind(line: Line, round: &Context) -> Line {
    let line = line.label("\u{bb}").passage(round.behind);
    if round.is_cut_behind { line.more_after() } else { line }
}
