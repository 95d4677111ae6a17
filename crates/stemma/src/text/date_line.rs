//! Does a line say nothing but when a page was published or changed?

use super::line_words::holds;

/// How sure a line is a date line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateLine {
    /// It has a year or a label ("Updated: ..."): wherever it stands.
    Anywhere,
    /// A bare day or hour: only above or below the report, for inside it may head an entry of a chronicle.
    OutsideBody,
}

/// Words that open a date line.
const LABELS: &[&str] = &[
    "created",
    "date",
    "dated",
    "edited",
    "filed",
    "first",
    "issued",
    "last",
    "modified",
    "on",
    "originally",
    "posted",
    "published",
    "released",
    "revised",
    "time",
    "updated",
    "uploaded",
];

/// Words that join the parts of a date.
const JOINTS: &[&str] = &[
    "and", "at", "day", "edition", "in", "local", "of", "on", "the", "time",
];

const MONTHS: &[&str] = &[
    "apr",
    "april",
    "aug",
    "august",
    "dec",
    "december",
    "feb",
    "february",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "mar",
    "march",
    "may",
    "nov",
    "november",
    "oct",
    "october",
    "sep",
    "sept",
    "september",
];

const WEEKDAYS: &[&str] = &[
    "fri",
    "friday",
    "mon",
    "monday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
];

/// Time zones as newsrooms write them.
const ZONES: &[&str] = &[
    "acst", "adt", "aedt", "aest", "akst", "ast", "awst", "bst", "cat", "cdt", "cest", "cet",
    "cst", "ct", "eastern", "eat", "edt", "eest", "eet", "est", "et", "gmt", "hkt", "hst", "idt",
    "ist", "jst", "kst", "mdt", "msk", "mst", "mt", "ndt", "nst", "nzdt", "nzst", "pacific", "pdt",
    "pht", "pkt", "pst", "pt", "sast", "sgt", "trt", "utc", "wat", "west", "wet", "wib", "z",
];

const UNITS: &[&str] = &[
    "day", "days", "hour", "hours", "hr", "hrs", "min", "mins", "minute", "minutes", "month",
    "months", "second", "seconds", "week", "weeks", "year", "years",
];

const HALVES_OF_DAY: &[&str] = &["am", "h", "midnight", "noon", "o'clock", "pm", "uhr"];

/// Longer lines are sentences.
const MOST_WORDS: usize = 16;

/// Whether a line holds nothing but a date, a time, or both, with or without a label.
pub(super) fn reads_as_date(line: &str) -> Option<DateLine> {
    let mut parts = Parts::default();
    for (idx, piece) in line
        .split(is_separator)
        .filter(|piece| !piece.is_empty())
        .enumerate()
    {
        if idx >= MOST_WORDS || !parts.take(piece, idx) {
            return None;
        }
    }
    parts.verdict()
}

/// Whether a word is the name of a month or a day of the week, in full or short, without its full stop.
pub(super) fn is_calendar_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    holds(MONTHS, &lower) || holds(WEEKDAYS, &lower)
}

/// Whether a word names a time zone, as behind an hour ("5 p.m. EST", "5 p.m. Eastern").
pub(super) fn is_zone_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let capitals = word.chars().all(char::is_uppercase);
    holds(ZONES, &lower) && (capitals || lower.len() > 4)
        || matches!(lower.as_str(), "central" | "mountain" | "local")
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | '|' | '(' | ')' | '[' | ']' | '•' | '·' | ';' | '–' | '—'
        )
}

/// What has been seen on a line.
#[derive(Default)]
struct Parts {
    label: bool,
    month: bool,
    weekday: bool,
    number: bool,
    year: bool,
    full_date: bool,
    clock: bool,
    half: bool,
    unit: bool,
    ago: bool,
    relative: bool,
}

impl Parts {
    /// Notes one word; false where it belongs to no date.
    fn take(&mut self, piece: &str, idx: usize) -> bool {
        let lower = piece.trim_end_matches([':', '.']).to_lowercase();
        let plain = lower.replace('.', "");
        let labelled = self.label || idx == 0;
        match plain.as_str() {
            "" | "-" | "/" | "@" => true,
            "ago" => set(&mut self.ago),
            "today" | "yesterday" => set(&mut self.relative),
            _ if labelled && holds(LABELS, &plain) => {
                // "On May 5 ..." opens sentences as well; as a label it is too weak.
                self.label |= plain != "on";
                true
            }
            _ if holds(MONTHS, &plain) => set(&mut self.month),
            _ if holds(WEEKDAYS, &plain) => set(&mut self.weekday),
            _ if holds(UNITS, &plain) => set(&mut self.unit),
            _ if holds(HALVES_OF_DAY, &plain) => set(&mut self.half),
            _ if holds(JOINTS, &plain) || is_zone(piece, &plain) => true,
            _ => self.take_figures(&lower),
        }
    }

    /// Notes a word that begins with a digit; false for anything else.
    fn take_figures(&mut self, word: &str) -> bool {
        if is_full_date(word) {
            return set(&mut self.full_date);
        }
        if is_clock(word) {
            return set(&mut self.clock);
        }
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = word.split_at(digits);
        match (digits, rest) {
            (4, "") if number.starts_with("19") || number.starts_with("20") => set(&mut self.year),
            (1..=2, "" | "st" | "nd" | "rd" | "th") => set(&mut self.number),
            (1..=2, "am" | "pm" | "a.m" | "p.m") => set(&mut self.clock),
            (1..=2, "h" | "d" | "m" | "hr" | "hrs" | "min" | "mins") => {
                self.number = true;
                set(&mut self.unit)
            }
            (4, "h" | "hrs" | "z") => set(&mut self.clock),
            _ => false,
        }
    }

    fn verdict(&self) -> Option<DateLine> {
        let day = self.full_date || (self.month || self.weekday) && (self.number || self.year);
        let hour = self.clock || self.number && self.half;
        let since = self.ago && self.unit;
        if self.full_date
            || self.month && self.year
            || self.label && (day || hour || since || self.relative || self.weekday)
        {
            Some(DateLine::Anywhere)
        } else if day || hour || since || self.weekday {
            Some(DateLine::OutsideBody)
        } else {
            None
        }
    }
}

/// Marks a part as seen; always true, so that it can end an arm.
fn set(part: &mut bool) -> bool {
    *part = true;
    true
}

/// A zone: in capitals ("GMT", "Z") or spelt out, or an offset ("+01:00", "UTC+2").
fn is_zone(piece: &str, plain: &str) -> bool {
    let name_ends = plain.find(['+', '-']).unwrap_or(plain.len());
    let (name, offset) = plain.split_at(name_ends);
    let offset_fits = offset
        .chars()
        .skip(1)
        .all(|c| c.is_ascii_digit() || c == ':');
    let named = holds(ZONES, name) && (name.len() > 4 || !piece.starts_with(char::is_lowercase));
    offset_fits && (named || name.is_empty() && offset.len() >= 3)
}

/// Three groups of digits, one of them a year ("07.01.2009", "2009-01-05", "5/1/09"), with or without a
/// time behind a "T".
fn is_full_date(word: &str) -> bool {
    let date = word.split('t').next().unwrap_or(word);
    ['.', '/', '-'].iter().any(|mark| {
        let groups: Vec<&str> = date.splitn(4, *mark).collect();
        groups.len() == 3
            && groups.iter().all(|group| is_digits(group, 1, 4))
            && (groups[0].len() == 4 || matches!(groups[2].len(), 2 | 4))
            && groups[1].len() <= 2
    })
}

/// "18:05", "15:42:10", "6.30pm", "18:05:00.000+01:00", "18h05".
fn is_clock(word: &str) -> bool {
    let plain = word.trim_end_matches(['a', 'p', 'm', '.', 'z']);
    let time = plain.split(['+', '-']).next().unwrap_or(plain);
    // "9.12 GMT" is British, and a figure with one decimal is no time.
    let mut groups = time.splitn(4, &[':', 'h', '.'][..]);
    let hour = groups.next().is_some_and(|group| is_digits(group, 1, 2));
    let rest: Vec<&str> = groups.collect();
    let short_enough = rest.first().is_some_and(|group| is_digits(group, 2, 2));
    hour && short_enough
        && rest
            .iter()
            .all(|group| is_digits(&group.replace('.', ""), 2, 8))
}

fn is_digits(group: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [
            LABELS,
            JOINTS,
            MONTHS,
            WEEKDAYS,
            ZONES,
            UNITS,
            HALVES_OF_DAY,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn dates_with_a_year_or_a_label_count_anywhere() {
        for line in [
            "14.03.2016",
            "2016-03-14 09:12:44",
            "2016-03-14T09:12:44Z",
            "2016-03-14T09:12:44.000+01:00",
            "3/14/16",
            "Monday, March 14, 2016",
            "Mon 14 Mar 2016 09.12 GMT",
            "14th of March 2016",
            "Posted on March 14, 2016",
            "Published: Mar. 14, 2016",
            "Last updated: March 14, 2016 at 9:12 a.m. ET",
            "First published on Mon 14 Mar 2016 09.12 EDT",
            "UPDATED 9:12 AM EST, Monday",
            "Updated 3 hours ago",
            "Published today",
            "March 14, 2016 | 9:12 pm (UTC+2)",
        ] {
            assert_eq!(reads_as_date(line), Some(DateLine::Anywhere), "{line}");
        }
    }

    #[test]
    fn a_bare_day_or_hour_counts_outside_the_body_only() {
        for line in [
            "7 p.m.",
            "18:05",
            "Monday, March 14",
            "14 March",
            "2 hours ago",
            "Friday",
        ] {
            assert_eq!(reads_as_date(line), Some(DateLine::OutsideBody), "{line}");
        }
    }

    #[test]
    fn sentences_and_figures_are_no_date_lines() {
        for line in [
            "On Monday the army left.",
            "Updated figures showed 12 dead",
            "2016",
            "14 dead in March",
            "May was right",
            "The war began on 14 March 2016",
            "1,600 people",
            "7.6",
            "",
            "March",
        ] {
            assert_eq!(reads_as_date(line), None, "{line}");
        }
    }
}
