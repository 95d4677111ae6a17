//! Reports with their times and quantities, on a terminal.
//!
//! The words stay as they are; behind each time or quantity stands in angle brackets what it says. What hints say of
//! the day of the report comes before the text.

use super::Options;
use super::line::Line;
use super::page::Page;
use crate::excerpt::head;
use stemma::Annotated;
use stemma::model::{
    Amount, ByteRange, CountClass, DateHint, DateHintKind, Dating, Day, Quantity, Report, TimeAnchor,
    TimeExpression, TimeModifier,
};

/// Hints that are shown without `--all`.
const HINTS_SHOWN: usize = 8;

/// How much of the words of a hint is shown, in bytes.
const WORDS_SHOWN: usize = 60;

const ITEM: &str = "  ";

/// All reports of a pile, one after another.
pub fn annotated(read: &Annotated, options: &Options) -> String {
    let mut page = Page::new(options.width, options.colour);
    for (idx, report) in read.reports.iter().enumerate() {
        if idx > 0 {
            page.blank();
        }
        write_head(read, idx, report, options.all, &mut page);
        write_text(report, &marks(&read.times[idx], &read.quantities[idx]), &mut page);
    }
    page.blank();
    let line = page
        .line()
        .legend("<what the words before say>  X: not stated  PAST_REF, PRESENT_REF, FUTURE_REF: no day");
    page.write("", "", line);
    page.finish()
}

fn write_head(read: &Annotated, idx: usize, report: &Report, all: bool, page: &mut Page) {
    for capture in &report.captures {
        let line = page.line().report(idx + 1).label(" ").name(&capture.name);
        page.write("", "    ", line);
    }
    let dating = &read.datings[idx];
    let line = published(page.line().label("published: "), dating);
    page.write("", ITEM, line);
    let shown = if all { dating.hints.len() } else { dating.hints.len().min(HINTS_SHOWN) };
    for (at, hint) in dating.hints.iter().enumerate().take(shown) {
        let line = hint_line(page.line().number(at + 1).label(". "), read, report, hint);
        page.write(ITEM, "     ", line);
    }
    if shown < dating.hints.len() {
        let line = page.line().label("hints: ").cut(shown, dating.hints.len());
        page.write(ITEM, ITEM, line);
    }
    for group in &dating.contradictions {
        let mut line = page.line().label("these hints cannot all hold:");
        for hint in group {
            line = line.label(" ").number(*hint as usize + 1);
        }
        page.write(ITEM, ITEM, line);
    }
}

/// The days that are left.
fn published(line: Line, dating: &Dating) -> Line {
    match (dating.days_left, dating.earliest, dating.latest) {
        (Some(0), ..) => line.label("cannot be told, hints contradict each other"),
        (Some(1), Some(day), _) => day_of(line, day),
        (_, None, None) => line.label("not stated"),
        (_, Some(first), None) => day_of(line, first).label(" or later"),
        (_, None, Some(last)) => day_of(line, last).label(" or earlier"),
        (_, Some(first), Some(last)) => day_of(day_of(line.label("from "), first).label(" to "), last),
    }
}

fn day_of(line: Line, day: Day) -> Line {
    line.name(&day.to_string())
}

fn hint_line(line: Line, read: &Annotated, report: &Report, hint: &DateHint) -> Line {
    let mut line = line.label(kind_of(hint.kind));
    if hint.kind == DateHintKind::Published
        && let Some(evidence) = &report.published
    {
        line = line.label(" (").name(&evidence.method).label(")");
    }
    for words in &hint.words {
        let other = &read.reports[words.report.0 as usize];
        let words_shown = head(words.range.of(&other.text), WORDS_SHOWN);
        line = line.label(", ").report(words.report.0 as usize + 1).label(" ");
        line =
            line.number(words.range.start as usize).label("-").number(words.range.end as usize).label(" \"");
        line = line.passage(words_shown).label("\"");
    }
    let line = line.label(": ");
    match (hint.earliest, hint.latest) {
        (Some(first), Some(last)) if first == last => day_of(line, first),
        (Some(first), Some(last)) => day_of(day_of(line, first).label(" to "), last),
        (Some(first), None) => day_of(line, first).label(" or later"),
        (None, Some(last)) => day_of(line, last).label(" or earlier"),
        (None, None) => line.label("a day in many years"),
    }
}

fn kind_of(kind: DateHintKind) -> &'static str {
    match kind {
        DateHintKind::Published => "given",
        DateHintKind::Captured => "copied or changed by then",
        DateHintKind::DateLine => "date line",
        DateHintKind::ToldPast => "told as past",
        DateHintKind::ToldFuture => "told as to come",
        DateHintKind::WeekdayAndDate => "weekday and date",
        DateHintKind::SharedWeekday => "same words in a dated report",
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
