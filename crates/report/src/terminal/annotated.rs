//! Reports with their times and quantities, on a terminal.
//!
//! The words stay as they are; behind each time or quantity stands in angle brackets what it says. What hints say of
//! the day of the report comes before the text.

use super::Options;
use super::line::Line;
use super::page::Page;
use crate::Numbering;
use crate::excerpt::head;
use crate::view::{DatingView, DaysLeft, HintView, datings, hint_label};
use stemma::Annotated;
use stemma::model::{
    Amount, ByteRange, CountClass, DateHintKind, Day, Quantity, Report, TimeAnchor, TimeExpression,
    TimeModifier,
};

/// Hints that are shown without `--all`.
const HINTS_SHOWN: usize = 8;

/// How much of the words of a hint is shown, in bytes.
const WORDS_SHOWN: usize = 60;

const ITEM: &str = "  ";

/// All reports of a pile, one after another.
pub fn annotated(read: &Annotated, options: &Options) -> String {
    let mut page = Page::new(options.width, options.colour);
    let order = Numbering::of_reports(&read.reports);
    for (at, view) in datings(&read.reports, &read.datings, &order).iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        let idx = order.order()[at].0 as usize;
        write_head(read, view, &order, options.all, &mut page);
        write_text(view.report, &marks(&read.times[idx], &read.quantities[idx]), &mut page);
    }
    page.blank();
    let line = page
        .line()
        .legend("<what the words before say>  X: not stated  PAST_REF, PRESENT_REF, FUTURE_REF: no day");
    page.write("", "", line);
    page.finish()
}

fn write_head(read: &Annotated, view: &DatingView, order: &Numbering, all: bool, page: &mut Page) {
    for capture in &view.report.captures {
        let line = page.line().report(view.number).label(" ").name(&capture.name);
        page.write("", "    ", line);
    }
    let mut line = days(page.line().label("published: "), view.left);
    if let Some(n_days) = view.scattered {
        line = line.label(" (").number(n_days as usize).label(" days of these)");
    }
    page.write("", ITEM, line);
    let shown = if all { view.hints.len() } else { view.hints.len().min(HINTS_SHOWN) };
    for (at, hint) in view.hints.iter().enumerate().take(shown) {
        let line = hint_line(page.line().number(at + 1).label(". "), read, view, hint, order);
        page.write(ITEM, "     ", line);
    }
    if shown < view.hints.len() {
        let line = page.line().label("hints: ").cut(shown, view.hints.len());
        page.write(ITEM, ITEM, line);
    }
    for group in &view.contradictions {
        let mut line = page.line().label("these hints cannot all hold:");
        for hint in group {
            line = line.label(" ").number(*hint);
        }
        page.write(ITEM, ITEM, line);
    }
}

/// Adds the days that are left.
pub fn days(line: Line, left: DaysLeft) -> Line {
    match left {
        DaysLeft::NotStated => line.label("not stated"),
        DaysLeft::Contradicted => line.label("cannot be told, hints contradict each other"),
        DaysLeft::One(day) => day_of(line, day),
        DaysLeft::From(first) => day_of(line, first).label(" or later"),
        DaysLeft::Until(last) => day_of(line, last).label(" or earlier"),
        DaysLeft::Between(first, last) => day_of(day_of(line, first).label(" to "), last),
    }
}

fn day_of(line: Line, day: Day) -> Line {
    line.name(&day.to_string())
}

fn hint_line(line: Line, read: &Annotated, view: &DatingView, hint: &HintView, order: &Numbering) -> Line {
    let mut line = line.label(hint_label(hint.kind));
    if hint.kind == DateHintKind::Published
        && let Some(evidence) = &view.report.published
    {
        line = line.label(" (").name(&evidence.method).label(")");
    }
    for words in &hint.words {
        let other = &read.reports[order.order()[words.report - 1].0 as usize];
        let words_shown = head(words.range.of(&other.text), WORDS_SHOWN);
        line = line.label(", ").report(words.report).label(" ");
        line =
            line.number(words.range.start as usize).label("-").number(words.range.end as usize).label(" \"");
        line = line.passage(words_shown).label("\"");
    }
    let line = line.label(": ");
    match hint.allows {
        DaysLeft::NotStated => line.label("a day in many years"),
        allowed => days(line, allowed),
    }
}

/// Something to be said behind words.
struct Mark<'a> {
    range: ByteRange,
    said: Said<'a>,
}

enum Said<'a> {
    Time(&'a TimeExpression),
    Quantity(&'a Quantity),
}

fn marks<'a>(times: &'a [TimeExpression], quantities: &'a [Quantity]) -> Vec<Mark<'a>> {
    let times = times.iter().map(|time| Mark { range: time.span.range, said: Said::Time(time) });
    let quantities =
        quantities.iter().map(|quantity| Mark { range: quantity.span.range, said: Said::Quantity(quantity) });
    let mut marks: Vec<Mark> = times.chain(quantities).collect();
    marks.sort_by_key(|mark| mark.range);
    marks
}

/// The lines of a report in its order; what is furniture says so.
fn write_text(report: &Report, marks: &[Mark], page: &mut Page) {
    let layout = &report.layout;
    let plain = layout.titles.iter().chain(&layout.paragraphs).map(|range| (*range, false));
    let mut blocks: Vec<(ByteRange, bool)> =
        plain.chain(layout.furniture.iter().map(|line| (line.range, true))).collect();
    blocks.sort_unstable();
    for (range, is_furniture) in blocks {
        page.blank();
        let line = if is_furniture { page.line().legend("furniture: ") } else { page.line() };
        let line = write_block(line, &report.text, range, marks);
        page.write("", "", line);
    }
}

fn write_block(mut line: Line, text: &str, block: ByteRange, marks: &[Mark]) -> Line {
    let first = marks.partition_point(|mark| mark.range.start < block.start);
    let mut at = block.start as usize;
    for mark in marks[first..].iter().take_while(|mark| mark.range.end <= block.end) {
        let (start, end) = (mark.range.start as usize, mark.range.end as usize);
        // A time may lie inside a quantity ("12 of Friday's dead"); the longer one has been said.
        if start < at {
            continue;
        }
        line = line.passage(&text[at..start]).marked(&text[start..end]).label(" <");
        line = match mark.said {
            Said::Time(time) => say_time(line, time),
            Said::Quantity(quantity) => say_quantity(line, quantity),
        };
        line = line.label(">");
        at = end;
    }
    line.passage(&text[at..block.end as usize])
}

fn say_time(line: Line, time: &TimeExpression) -> Line {
    let line = match time.modifier {
        None => line,
        Some(TimeModifier::Start) => line.label("early "),
        Some(TimeModifier::Mid) => line.label("mid "),
        Some(TimeModifier::End) => line.label("late "),
        Some(TimeModifier::Approx) => line.label("about "),
        Some(TimeModifier::LessThan) => line.label("less than "),
        Some(TimeModifier::MoreThan) => line.label("more than "),
        Some(TimeModifier::EqualOrLess) => line.label("at most "),
        Some(TimeModifier::EqualOrMore) => line.label("at least "),
    };
    let line = line.name(&time.value);
    match time.anchor {
        TimeAnchor::Missing => line.label(", day unknown"),
        _ => line,
    }
}

fn say_quantity(line: Line, quantity: &Quantity) -> Line {
    let line = match (quantity.low, quantity.stated, quantity.high) {
        (Some(_), Some(stated), Some(_)) => line.name(&written(stated)),
        (Some(_), Some(stated), None) => line.label("at least ").name(&written(stated)),
        (None, Some(stated), Some(_)) => line.label("at most ").name(&written(stated)),
        (None, Some(stated), None) => line.label("about ").name(&written(stated)),
        (Some(low), None, Some(high)) => line.name(&written(low)).label(" to ").name(&written(high)),
        _ => line.label("number not stated"),
    };
    match class_of(quantity.class) {
        "" => line,
        class => line.label(", ").label(class),
    }
}

fn class_of(class: CountClass) -> &'static str {
    match class {
        CountClass::Dead => "dead",
        CountClass::Injured => "injured",
        CountClass::Displaced => "displaced",
        CountClass::Detained => "detained",
        CountClass::Fighters => "fighters",
        CountClass::Civilians => "civilians",
        CountClass::Vehicles => "vehicles",
        CountClass::Buildings => "buildings",
        CountClass::Other => "",
    }
}

/// An amount as people write it.
fn written(amount: Amount) -> String {
    let (whole, rest) = (amount.thousandths / 1000, amount.thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::{DateEvidence, Source};
    use stemma::{Config, Silent};

    const TEXT: &str = "Harbour closed\n\nAt least 12 ships left the harbour on Monday, the mayor said. Two hours later \
        it was closed. Dozens of fishermen were hurt last week.";

    fn shown(published: Option<&str>, text: &str) -> String {
        let mut source = Source::of_text("a.txt".to_owned(), text.to_owned());
        source.published =
            published.map(|value| DateEvidence { value: value.to_owned(), method: "--date".to_owned() });
        let read = stemma::annotated(vec![source], &Config::default(), &Silent);
        annotated(&read, &Options { width: 100, colour: false, all: false, digest: None })
    }

    #[test]
    fn a_report_with_a_day_is_reckoned_from_it() {
        insta::assert_snapshot!(shown(Some("2018-05-21"), TEXT));
    }

    #[test]
    fn a_report_without_one_stays_partial() {
        insta::assert_snapshot!(shown(None, TEXT));
    }

    #[test]
    fn hints_are_shown_with_their_words_and_contradictions_by_number() {
        let text = "Published: May 21, 2018\n\nThe crane falls\n\nThe crane fell on June 3, 2018, and nobody was hurt by it.";
        insta::assert_snapshot!(shown(None, text));
    }
}
