//! The days that a page shows around its headline: date lines and elements `time`.

use super::day;
use super::scan::attribute;
use super::shown::{Mark, Shown};
use std::ops::Range;

/// A longer line, in words, is no date line but a sentence: only what it says outright counts ("first published on").
const MOST_WORDS: usize = 20;

/// So is a shorter one with a full stop, if it has more words than this.
const MOST_WORDS_WITH_STOP: usize = 8;

/// The longest sentence that says so, in words.
const MOST_WORDS_OF_SENTENCE: usize = 40;

/// Between such a word and its day, in bytes.
const LONGEST_JOINT: usize = 16;

/// How many lines above the headline belong to it, and how many below it at most: the standfirst and the first paragraph
/// are the last of them.
const LINES_ABOVE: usize = 6;
const LINES_BELOW: usize = 30;
const SENTENCES_BELOW: usize = 2;

/// How many lines below the body may say when it was published, if they say what they say.
const LINES_AT_END: usize = 6;

/// So many elements are looked at where no line around the headline has a day.
const MOST_MARKS: usize = 100;

/// What a line says that its day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Nothing.
    None,
    /// The day of publication.
    Published,
    /// The day of the last change.
    Changed,
}

/// A day that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownDay {
    /// ISO 8601, as precise as it is written.
    pub value: String,
    /// What it is said to be.
    pub label: Label,
    /// Whether an element `time` gives it for programs.
    pub is_element: bool,
    /// Where it stands.
    pub stands: Stands,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Above the headline.
    Above,
    /// In or below it.
    Below,
    /// Below the body.
    AtEnd,
    /// Anywhere else.
    Elsewhere,
}

/// Words that say that a day is that of a change.
const CHANGED: &[&str] = &[
    "updated", "update", "modified", "revised", "reviewed", "changed", "edited", "corrected", "aktualisiert",
    "stand", "geändert", "modifié", "jour", "actualizado", "actualizada", "aggiornato", "atualizado",
    "bijgewerkt",
];

/// Words that say that it is that of publication.
const PUBLISHED: &[&str] = &[
    "published", "publish", "posted", "publication", "first", "originally", "created", "veröffentlicht",
    "erstellt", "publié", "publicado", "publicada", "pubblicato", "gepubliceerd",
];

/// Words that say that it is the day of something else.
const ELSEWHERE: &[&str] = &[
    "deadline", "expires", "until", "through", "since", "copyright", "accessed", "retrieved", "comment",
    "comments", "event", "events", "register", "webinar", "born", "next", "previous", "from", "between",
    "joined", "replied", "reply", "effective", "released", "submitted", "valid", "ends", "starts", "begins",
    "due", "season", "episode",
];

/// The days that a page shows around a headline and a body, which are places of its text; first those below the headline,
/// then those above, then those at the end.
pub fn shown_days(shown: &Shown<'_>, headline: Option<Range<usize>>, body: Range<usize>) -> Vec<ShownDay> {
    let lines = Lines::of(&shown.text.text);
    let first_of_body = lines.at(body.start);
    let headline = headline.map(|range| lines.at(range.start)..lines.at(range.end) + 1);
    let headline = headline.filter(|headline| headline.start < lines.at(body.end));
    let top = headline.clone().unwrap_or(first_of_body..first_of_body);
    let mut days = Vec::new();
    (top.start..lines.end_of_head(top.end))
        .for_each(|line| lines.days(shown, line, Stands::Below, &mut days));
    let above = top.start.saturating_sub(LINES_ABOVE)..top.start;
    let stands = if headline.is_some() { Stands::Above } else { Stands::Below };
    above.rev().for_each(|line| lines.days(shown, line, stands, &mut days));
    let last = lines.at(body.end);
    let mut at_end = Vec::new();
    (last..last + LINES_AT_END).for_each(|line| lines.days(shown, line, Stands::AtEnd, &mut at_end));
    days.extend(at_end.into_iter().filter(|day| day.label != Label::None));
    if days.is_empty() {
        days.extend(lines.only_labelled(shown));
    }
    days
}

/// A text in lines.
struct Lines<'a> {
    text: &'a str,
    /// Where they begin.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { text, starts: [0].into_iter().chain(ends).collect() }
    }

    /// The line in which a place lies.
    fn at(&self, place: usize) -> usize {
        self.starts.partition_point(|start| *start <= place).saturating_sub(1)
    }

    fn range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(line)?;
        Some(start..self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1))
    }

    /// Behind the first lines below a headline.
    fn end_of_head(&self, start: usize) -> usize {
        let sentences = (start..start + LINES_BELOW)
            .filter(|line| self.range(*line).is_some_and(|range| is_sentence(&self.text[range])));
        sentences.take(SENTENCES_BELOW).nth(SENTENCES_BELOW - 1).map_or(start + LINES_BELOW, |line| line + 1)
    }

    /// Adds the days of a line, if it is a date line.
    fn days(&self, shown: &Shown<'_>, line: usize, stands: Stands, days: &mut Vec<ShownDay>) {
        let Some(range) = self.range(line) else {
            return;
        };
        let joins = &shown.joins[shown.joins.partition_point(|join| *join < range.start)..];
        let joins: Vec<usize> = joins.iter().copied().take_while(|join| *join < range.end).collect();
        let text = parted(&self.text[range.clone()], range.start, &joins);
        let text = text.as_str();
        let place = |at: usize| at - range.start + joins.partition_point(|join| *join < at);
        let marks = shown.marks.iter().filter(|mark| range.start <= mark.at && mark.at <= range.end);
        let elements: Vec<(usize, String)> =
            marks.filter_map(|mark| Some((place(mark.at), value_of(shown, mark)?))).collect();
        if is_sentence(text) && (elements.is_empty() || word_count(text) > MOST_WORDS) {
            days.extend(day_of_sentence(text));
            return;
        }
        let before = self.label_above(line);
        let mut last = 0;
        let written = day::days(text);
        if written.is_empty() && elements.len() == 1 {
            // "Two days ago", and the day itself for programs.
            let (at, value) = &elements[0];
            let label = label(&text[..*at]).unwrap_or(Some(before));
            let day = |label| ShownDay { value: value.clone(), label, is_element: true, stands };
            days.extend(label.map(day));
        }
        for (place, day) in written {
            let told = label(&text[last..place.start]);
            last = place.end;
            let Some(label) = told.unwrap_or(Some(before)) else {
                continue;
            };
            let element = elements.iter().find(|(_, value)| value.starts_with(&day));
            let value = element.map_or(&day, |(_, value)| value).clone();
            days.push(ShownDay { value, label, is_element: element.is_some(), stands });
        }
    }

    /// The one day that elements anywhere give and call that of publication; nothing where they give several.
    fn only_labelled(&self, shown: &Shown<'_>) -> Option<ShownDay> {
        let mut days = Vec::new();
        let mut before = None;
        for line in shown.marks.iter().take(MOST_MARKS).map(|mark| self.at(mark.at)) {
            if before.replace(line) != Some(line) {
                self.days(shown, line, Stands::Elsewhere, &mut days);
            }
        }
        let mut labelled = days.into_iter().filter(|day| day.label == Label::Published && day.is_element);
        let first = labelled.next()?;
        labelled.all(|day| day.value == first.value).then_some(first)
    }

    /// What the line above says that a day is, if it says nothing else.
    fn label_above(&self, line: usize) -> Label {
        let above = line.checked_sub(1).and_then(|line| self.range(line)).map(|range| &self.text[range]);
        let above = above.filter(|text| word_count(text) <= 3);
        above.and_then(label).flatten().unwrap_or(Label::None)
    }
}

/// A line that begins at `start` with a blank at each join.
fn parted(line: &str, start: usize, joins: &[usize]) -> String {
    let mut parted = String::with_capacity(line.len() + joins.len());
    let mut last = 0;
    for join in joins {
        parted.push_str(&line[last..join - start]);
        parted.push(' ');
        last = join - start;
    }
    parted.push_str(&line[last..]);
    parted
}

/// The day of a sentence that says outright when it was published, or that begins with place and day as agencies write
/// them ("DORVATH, Dec 20, 2025 (SPA) -").
fn day_of_sentence(text: &str) -> Option<ShownDay> {
    let (place, value) = day::days(text).into_iter().next()?;
    let before = &text[..place.start];
    let start = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_JOINT));
    let is_told =
        word_count(text) <= MOST_WORDS_OF_SENTENCE && label(&before[start..]) == Some(Some(Label::Published));
    let is_in_capitals = before.contains(char::is_uppercase) && !before.contains(char::is_lowercase);
    let is_of_agency = is_in_capitals
        && text[place.end..].trim_start().starts_with('(')
        && text[place.end..].find(')').is_some_and(|end| end <= LONGEST_JOINT);
    let day = |label| ShownDay { value: value.clone(), label, is_element: false, stands: Stands::Below };
    is_told.then(|| day(Label::Published)).or_else(|| is_of_agency.then(|| day(Label::None)))
}

fn is_sentence(line: &str) -> bool {
    let words = word_count(line);
    let has_stop = line.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']).ends_with(['.', '!', '?']);
    words > MOST_WORDS || (has_stop && words > MOST_WORDS_WITH_STOP)
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The label that some words are: nothing where they are none, and no label where they say that a day is that of
/// something else.
fn label(text: &str) -> Option<Option<Label>> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '©').filter(|word| !word.is_empty());
    words.rev().find_map(|word| {
        if CHANGED.contains(&word) {
            Some(Some(Label::Changed))
        } else if PUBLISHED.contains(&word) {
            Some(Some(Label::Published))
        } else if word == "©" || ELSEWHERE.contains(&word) {
            Some(None)
        } else {
            None
        }
    })
}

/// The date that an element gives for programs.
fn value_of(shown: &Shown<'_>, mark: &Mark) -> Option<String> {
    let value = |name| attribute(shown.page, &mark.tag, name).map(|range| &shown.page[range]);
    value("datetime").or_else(|| value("content")).and_then(day::of_field)
}

#[cfg(test)]
mod tests {
    use super::super::shown::shown;
    use super::*;

    fn days(page: &str) -> Vec<(String, Label)> {
        let shown = shown(page);
        let place = |words: &str| shown.text.text.find(words).map(|at| at..at + words.len());
        let body = place("The port").expect("it has a body");
        let days = shown_days(&shown, place("Storm"), body);
        days.into_iter().map(|day| (day.value, day.label)).collect()
    }

    fn day(value: &str, label: Label) -> (String, Label) {
        (value.to_owned(), label)
    }

    #[test]
    fn date_lines_around_the_headline_are_read_with_their_labels() {
        assert_eq!(
            days(
                "<h1>Storm</h1><div>By Ilna Brand • May 9, 2021</div><div>Last updated:</div><div>11 May 2021</div>\
                  <p>The port is shut.</p><p>Since May 1, 2019 nobody came.</p>"
            ),
            [day("2021-05-09", Label::None), day("2021-05-11", Label::Changed)]
        );
    }

    #[test]
    fn elements_say_it_more_precisely() {
        assert_eq!(
            days(
                "<h1>Storm</h1>Posted <time datetime='2021-05-09T23:00:00-05:00'>May 9, 2021</time>\
                  <p>The port is shut."
            ),
            [day("2021-05-09T23:00:00-05:00", Label::Published)]
        );
        assert_eq!(
            days("<h1>Storm</h1><p><b>Ilna Brand</b><i>May 9, 2021</i><i>4 min</i></p><p>The port is shut."),
            [day("2021-05-09", Label::None)]
        );
        assert_eq!(
            days("<h1>Storm</h1><time datetime=2021-05-09>two days ago</time><p>The port is shut."),
            [day("2021-05-09", Label::None)]
        );
    }

    #[test]
    fn a_day_elsewhere_counts_if_it_is_the_only_one_that_says_what_it_is() {
        let lines = "<p>The port is shut and stays so for long.</p>".repeat(40);
        let page = |end: &str| days(&format!("<h1>Storm</h1>{lines}<div>{end}</div>"));
        let published = "<h4>Published</h4><time datetime=2021-05-09>9 May 2021</time>";
        assert_eq!(page(published), [day("2021-05-09", Label::Published)]);
        assert_eq!(page("<h4>Other news</h4><time datetime=2021-05-09>9 May 2021</time>"), []);
        assert_eq!(page(&format!("{published}<h4>Published</h4><time>10 May 2021</time>")).len(), 1);
        assert_eq!(page(&format!("{published}<p>Posted <time datetime=2021-05-10>10 May 2021</time>")), []);
    }

    #[test]
    fn sentences_count_only_where_they_say_it_outright() {
        let words = "and the ferries of the valley wait outside with all that they carry, as they did for days before";
        for (start, day) in [
            (format!("This report was first published on 9 May 2021 {words}."), Some("2021-05-09")),
            (format!("DORVATH, May 9, 2021 (SPA) - The port is shut {words}."), Some("2021-05-09")),
            (format!("The port has been shut since 9 May 2021 {words}."), None),
        ] {
            let page = format!("<h1>Storm</h1><p>{start}</p><p>The port");
            let found = days(&page);
            assert_eq!(found.first().map(|(value, _)| value.as_str()), day, "{start}");
        }
    }

    #[test]
    fn days_of_other_things_are_left() {
        for line in ["Webinar on May 9, 2021", "© May 9, 2021", "Register until 9 May 2021", "May 2021"] {
            assert_eq!(days(&format!("<h1>Storm</h1><p>{line}</p><p>The port is shut.")), []);
        }
    }
}
