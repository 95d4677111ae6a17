//! Differences that recur without any machine: numbers and days that moved on, spellings, forms of one word,
//! initials. They belong to updates and to the style of a house, so no spinner is learned from them.

use crate::reuse::numbers::number_values;

/// Days, months and the words that stand for them: a later version of a report says the same of another day.
const CALENDAR: &[&str] = &[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "fri", "friday", "jan", "january",
    "july", "june", "mar", "march", "may", "mon", "monday", "nov", "november", "oct", "october", "sat",
    "saturday", "sep", "sept", "september", "sun", "sunday", "thu", "thursday", "today", "tomorrow",
    "tonight", "tue", "tuesday", "wed", "wednesday", "yesterday",
];

/// Two forms are spellings of one word where at most one letter in this many differs: "centre" and "center",
/// "programme" and "program", "walks" and "walked".
const LETTERS_PER_SLIP: usize = 3;

/// Whether the difference of two runs of normalised words, with single blanks, is no work of a spinner.
pub fn is_ordinary(a: &str, b: &str) -> bool {
    has_figure(a) || has_figure(b) || both(a, b, is_number) || both(a, b, is_day) || is_spelling(a, b)
}

/// Whether one is the initials of the other ("un", "united nations"; "usa", "united states"). Spinners write
/// initials out, but so do houses.
pub fn is_initials(a: &str, b: &str) -> bool {
    let initials =
        |long: &str| -> String { long.split(' ').filter_map(|word| word.chars().next()).collect() };
    let of = |short: &str, long: &str| {
        let initials = initials(long);
        !short.contains(' ') && initials.chars().count() > 1 && short.starts_with(&initials)
    };
    of(a, b) || of(b, a)
}

fn both(a: &str, b: &str, holds: impl Fn(&str) -> bool) -> bool {
    holds(a) && holds(b)
}

fn has_figure(words: &str) -> bool {
    words.split(' ').any(|word| word.starts_with(|c: char| c.is_numeric()))
}

fn is_number(words: &str) -> bool {
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    !number_values(&words).is_empty()
}

fn is_day(words: &str) -> bool {
    words.split(' ').any(|word| CALENDAR.binary_search(&word).is_ok())
}

/// Whether both are the same letters but for a few, wherever the blanks stand.
fn is_spelling(a: &str, b: &str) -> bool {
    let letters = |words: &str| -> Vec<char> { words.chars().filter(|c| *c != ' ').collect() };
    let (a, b) = (letters(a), letters(b));
    let allowed = a.len().max(b.len()) / LETTERS_PER_SLIP;
    a.len().abs_diff(b.len()) <= allowed && slips(&a, &b) <= allowed
}

/// How many letters must be put, taken or changed to turn one into the other (Levenshtein).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(CALENDAR.is_sorted());
    }

    #[test]
    fn updates_and_spellings_are_no_spin() {
        for (a, b) in [
            ("12", "15"),
            ("about 12", "some"),
            ("twelve", "fifteen"),
            ("monday", "tuesday"),
            ("on monday", "yesterday"),
            ("colour", "color"),
            ("centre", "center"),
            ("per cent", "percent"),
            ("neighbourhood", "neighborhood"),
            ("country", "countries"),
        ] {
            assert!(is_ordinary(a, b) && is_ordinary(b, a), "{a} -> {b}");
        }
    }

    #[test]
    fn other_words_are_a_swap() {
        for (a, b) in
            [("big", "large"), ("russia", "russian federation"), ("said", "stated that"), ("several", "many")]
        {
            assert!(!is_ordinary(a, b) && !is_ordinary(b, a), "{a} -> {b}");
        }
    }

    #[test]
    fn initials_are_told_from_other_words() {
        assert!(is_initials("un", "united nations") && is_initials("united states", "usa"));
        assert!(!is_initials("big", "very large") && !is_initials("b", "big"));
    }
}
