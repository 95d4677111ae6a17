//! Who said what on the page, each statement with a citation that can be copied.

use super::lineage::part;
use super::words::{count, name, pieces, words};
use super::{NEW_LINE, Page, nothing};
use crate::numbering::file_name;
use crate::said::{grade_words, voice_kind};
use crate::view::{NameView, Part, SpeakerView, StatementView, VoiceView};
use maud::{Markup, html};
use stemma::model::{Report, SpeakerGrade};

/// Names of one voice that stand one behind the other before the rest folds away.
const NAMES_IN_A_ROW: usize = 12;

/// The section.
pub fn section(page: &Page) -> Markup {
    if page.tables.voices.is_empty() {
        return super::section("statements", &Markup::default(), &nothing("no statement found"));
    }
    let legend = html! {
        "Names as they stand in the reports; most statements first. A speaker is stated in the sentence itself where "
        "nothing else is said. A click on a citation selects all of it."
    };
    let body = html! { @for found in &page.tables.voices { (voice(page, found)) } };
    super::section("statements", &legend, &body)
}

/// A voice and its statements.
pub fn voice(page: &Page, found: &VoiceView) -> Markup {
    let id = found.voice.map(|(voice, _)| &page.tables.voice_ids[voice.0 as usize]);
    html! {
        (NEW_LINE)
        article.speaker id=[id] {
            h3 {
                @match found.name {
                    Some(said) => span.title { (words(said)) },
                    None => { "No speaker stated" },
                }
                " " span.label {
                    @if let Some((_, kind)) = found.voice { (voice_kind(kind)) " \u{b7} " }
                    (count(found.statements.len(), "statement", "statements")) " in "
                    (found.n_reports) " of " (count(page.account.reports.len(), "report", "reports"))
                    @for (n_statements, ground) in found.borrowed() { ", " (n_statements) " of them " (ground) }
                }
            }
            (also_named(page, &found.other_names))
            ul.items { @for statement in &found.statements { (NEW_LINE) (shown(page, statement)) } }
        }
    }
}

/// The other names of a voice; a long list folds away.
fn also_named(page: &Page, names: &[NameView]) -> Markup {
    let (first, rest) = names.split_at(names.len().min(NAMES_IN_A_ROW));
    let row = |names: &[NameView]| {
        html! {
            @for (idx, other) in names.iter().enumerate() {
                @if idx > 0 { "; " }
                span.source { (words(other.words)) } " " (page.links.place(other.place))
                @if other.n_reports > 1 { ", in " (count(other.n_reports, "report", "reports")) }
            }
        }
    };
    html! {
        @if !first.is_empty() {
            p.facts {
                "also named: " (row(first))
                @if !rest.is_empty() {
                    " " details.more { summary { "and " (rest.len()) " more" } (row(rest)) }
                }
            }
        }
    }
}

fn shown(page: &Page, view: &StatementView) -> Markup {
    html! {
        li id=[page.identifier(view)] {
            p.words dir="auto" { (pieces(&view.pieces)) }
            p.facts {
                span.kind { (parts(page, &view.manner())) } " " (page.links.place(view.place))
                @if let Some(SpeakerView { grade: SpeakerGrade::Stated, named_at, .. }) = view.speaker {
                    ", named " (page.links.place(named_at))
                }
                @for remark in view.remarks() { ", " (parts(page, &remark)) }
            }
            details { summary { "citation" } p.citation { (citation(page, view)) } }
        }
    }
}

fn parts(page: &Page, remark: &[Part]) -> Markup {
    html! { @for one in remark { (part(page, one)) } }
}

impl Page<'_> {
    /// The identifier of a statement that carries it as its name in the page: the first of its identifier.
    fn identifier(&self, view: &StatementView) -> Option<&str> {
        let id = self.tables.statement_ids[view.idx].as_str();
        (self.named_statements.get(id) == Some(&view.number)).then_some(id)
    }
}

/// The words, the speaker and how they were said: a citation without it would have him say what he denied, or state
/// what is probable.
fn spoken(page: &Page, view: &StatementView) -> Markup {
    html! {
        (pieces(&view.pieces)) " \u{2014} "
        @match view.speaker {
            Some(speaker) => {
                (words(speaker.name))
                @if let Some(ground) = grade_words(speaker.grade) { " [" (ground) "]" }
            },
            None => { "speaker not stated" },
        }
        " (" (parts(page, &view.manner())) ")"
    }
}

/// All that is needed to find the words again, on one line.
fn citation(page: &Page, view: &StatementView) -> Markup {
    let report = view.report;
    let missing = |what: &'static str| html! { (what) " not stated" };
    let foreign = |text: &Option<String>, what| text.as_deref().map_or_else(|| missing(what), name);
    let range = view.place.range;
    html! {
        (spoken(page, view)) ", "
        (foreign(&report.outlet, "outlet")) ", "
        (title(report)) ", "
        (report.published.as_ref().map_or_else(|| missing("date"), |date| name(&date.value))) ", "
        (foreign(&report.url, "address")) ", file "
        (name(file_name(report))) ", bytes " (range.start) "\u{2013}" (range.end)
        " of the text with SHA-256 " (report.text_sha256)
    }
}

fn title(report: &Report) -> Markup {
    html! {
        @if report.layout.titles.is_empty() { "title not stated" }
        @for (idx, line) in report.layout.titles.iter().enumerate() {
            @if idx > 0 { " / " }
            (words(line.of(&report.text)))
        }
    }
}
