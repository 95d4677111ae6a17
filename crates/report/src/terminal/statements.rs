//! Who said what: the statements of each voice, then those of nobody known; or the statements of each report.

use super::line::Line;
use super::lineage::part;
use super::page::Page;
use super::{Detail, Options};
use crate::Numbering;
use crate::excerpt::Wording;
use crate::numbering::name;
use crate::quotations::content;
use crate::said::{grade_words, voice_kind};
use crate::view::{QuotesBy, StatementView, VoiceView, by_report, voices};
use stemma::Account;
use stemma::model::ReportIdx;

const WORDS: &str = "     ";
const MORE: &str = "       ";

const LEGEND: &str = "most statements first; names as they stand in the reports";
const REPORTS_LEGEND: &str = "names as they stand in the reports";

/// Who said what in a pile: all, or the voices that have a name with the words of `speaker` in it.
pub fn quotes(account: &Account, by: QuotesBy, speaker: Option<&str>, options: &Options) -> String {
    let numbering = Numbering::of(account);
    let detail = Detail::of(options.all);
    let mut page = Page::new(options.width, options.colour);
    super::write_counts(account, &mut page);
    match by {
        QuotesBy::Speaker => write_voices(account, &voices(account, &numbering, speaker), detail, &mut page),
        QuotesBy::Report => {
            write_reports(account, &by_report(account, &numbering, speaker), detail, &mut page)
        }
    }
    page.finish()
}

/// Writes the section of an account; nothing where it has no statements.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    if !account.statements.is_empty() {
        write_voices(account, &voices(account, numbering, None), detail, page);
    }
}

fn write_voices(account: &Account, voices: &[VoiceView], detail: Detail, page: &mut Page) {
    let total = voices.iter().map(|voice| voice.statements.len()).sum();
    let mut left = write_head(("Who said what", LEGEND), total, detail, page);
    for voice in voices {
        if left == 0 {
            return;
        }
        write_voice(account, voice, detail, page);
        write_statements(&voice.statements, left, detail, page);
        left = left.saturating_sub(voice.statements.len());
    }
}

fn write_reports(
    account: &Account,
    reports: &[(ReportIdx, Vec<StatementView>)],
    detail: Detail,
    page: &mut Page,
) {
    let total = reports.iter().map(|(_, statements)| statements.len()).sum();
    let mut left = write_head(("Who said what, by report", REPORTS_LEGEND), total, detail, page);
    for (idx, statements) in reports {
        let Some(first) = statements.first().filter(|_| left > 0) else { return };
        let report = account.report(*idx);
        let mut line = page.line().report(first.place.report).label(" ").name(name(report));
        for title in &report.layout.titles {
            line = line.label(" \u{b7} ").passage(title.of(&report.text));
        }
        let line = line.label(": ").count(statements.len(), "statement", "statements");
        page.write("  ", "  ", line);
        for statement in statements.iter().take(left) {
            let line = spoken_by(page.line().place(statement.place).label(", "), statement);
            write_statement(line, statement, detail, page);
        }
        left = left.saturating_sub(statements.len());
    }
}

/// How many statements are shown.
fn write_head(
    (title, legend): (&'static str, &'static str),
    total: usize,
    detail: Detail,
    page: &mut Page,
) -> usize {
    let shown = total.min(detail.rows);
    page.heading(title, shown, total, legend);
    if total == 0 {
        let line = page.line().label("no statement found");
        page.write("  ", "  ", line);
    }
    shown
}

fn write_voice(account: &Account, voice: &VoiceView, detail: Detail, page: &mut Page) {
    let line = match voice.voice.zip(voice.name) {
        Some(((_, kind), name)) => page.line().strong(name).label(" (").label(voice_kind(kind)).label(")"),
        None => page.line().label("no speaker stated"),
    };
    let line = line
        .label(": ")
        .count(voice.statements.len(), "statement", "statements")
        .label(" in ")
        .number(voice.n_reports)
        .label(" of ")
        .count(account.reports.len(), "report", "reports");
    let line = voice.borrowed().into_iter().fold(line, |line, (n_statements, ground)| {
        line.label(", ").number(n_statements).label(" of them ").label(ground)
    });
    page.write("  ", "  ", line);
    if voice.other_names.is_empty() {
        return;
    }
    let shown = voice.other_names.len().min(detail.lines);
    let mut line = page.line().label("also named: ");
    for (idx, other) in voice.other_names[..shown].iter().enumerate() {
        line =
            line.label(if idx > 0 { "; " } else { "" }).passage(other.words).label(", ").place(other.place);
        if other.n_reports > 1 {
            line = line.label(", in ").count(other.n_reports, "report", "reports");
        }
    }
    if shown < voice.other_names.len() {
        line = line.label("; names: ").cut(shown, voice.other_names.len());
    }
    page.write("   ", WORDS, line);
}

/// Adds who speaks, and how far that can be relied on where the sentence itself does not name him.
fn spoken_by(line: Line, view: &StatementView) -> Line {
    let Some(speaker) = view.speaker else { return line.label("no speaker stated") };
    let line = line.strong(speaker.name);
    match grade_words(speaker.grade) {
        Some(ground) => line.label(" [").label(ground).label("]"),
        None => line,
    }
}

fn write_statements(statements: &[StatementView], at_most: usize, detail: Detail, page: &mut Page) {
    for statement in statements.iter().take(at_most) {
        write_statement(page.line().place(statement.place), statement, detail, page);
    }
}

/// Adds the words said and all remarks to a line that says where, and perhaps who.
fn write_statement(line: Line, view: &StatementView, detail: Detail, page: &mut Page) {
    let wording = Wording::of(&view.report.text, content(view.statement), detail.wording_bytes);
    let mut line = line.label(": ").wording(&wording);
    let mut remarks = view.remarks();
    if !view.is_plain_quotation() {
        remarks.insert(0, view.manner());
    }
    for (idx, remark) in remarks.iter().enumerate() {
        line = remark.iter().fold(line.label(if idx > 0 { "; " } else { " (" }), part);
    }
    if !remarks.is_empty() {
        line = line.label(")");
    }
    page.write(WORDS, MORE, line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example_speakers::account;

    const PLAIN: Options = Options { width: 80, colour: false, all: false, digest: None };

    #[test]
    fn every_ground_of_a_speaker_is_told_in_words() {
        insta::assert_snapshot!(quotes(&account(), QuotesBy::Speaker, None, &PLAIN));
    }

    #[test]
    fn statements_of_a_report_are_in_its_order() {
        insta::assert_snapshot!(quotes(&account(), QuotesBy::Report, None, &PLAIN));
    }

    #[test]
    fn a_voice_is_found_by_any_of_its_names_whatever_the_capitals() {
        let found = |name| quotes(&account(), QuotesBy::Speaker, Some(name), &PLAIN);
        assert_eq!(found("MARA"), found("quill"));
        assert!(
            found("quill").contains("Mara Quill (person): 6 statements in 3 of 3 reports"),
            "{}",
            found("quill")
        );
        assert!(!found("quill").contains("minister"));
        assert!(found("nobody").contains("no statement found"));
    }
}
