//! Brackets out of a text into places, and places back into a text as brackets.

use crate::FixtureSpan;

/// A text with the places written back as brackets, so that a test can show findings as marked text.
///
/// The places may come in any order; an empty place at the start of another is written inside it. A text
/// that has double brackets of its own cannot be told apart from a marked one.
///
/// # Panics
///
/// Where a place does not lie in the text on character boundaries, or two places cross, which brackets
/// cannot show.
pub fn marked(text: &str, spans: &[FixtureSpan]) -> String {
    let mut spans: Vec<&FixtureSpan> = spans.iter().collect();
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut out = String::new();
    let mut at = 0;
    let mut open: Vec<&FixtureSpan> = Vec::new();
    for span in spans {
        let words = text.get(span.start..span.end);
        let words = words.unwrap_or_else(|| panic!("not a place in the text: {}", named(span)));
        while let Some(inner) = open.pop_if(|inner| inner.end <= span.start) {
            close(text, &mut at, inner, &mut out);
        }
        if let Some(outer) = open.last() {
            let nested = span.end <= outer.end;
            assert!(nested, "{} crosses {}", named(span), named(outer));
        }
        out.push_str(&text[at..span.start]);
        at = span.start;
        out.push_str(&opening(span, words));
        open.push(span);
    }
    while let Some(inner) = open.pop() {
        close(text, &mut at, inner, &mut out);
    }
    out.push_str(&text[at..]);
    out
}

/// The text and the places of a text with brackets; `name` is for messages.
pub fn read(body: &str, name: &str) -> (String, Vec<FixtureSpan>) {
    let mut text = String::new();
    let mut spans: Vec<FixtureSpan> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        if let Some(inside) = rest.strip_prefix("[[") {
            let (span, behind) = read_opening(inside, text.len());
            open.push(spans.len());
            spans.push(span);
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix("]]") {
            let Some(idx) = open.pop() else {
                panic!("fixture: {name}: ]] without [[ before {:?}", excerpt(rest));
            };
            spans[idx].end = text.len();
            rest = behind;
        } else {
            text.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    if let Some(idx) = open.pop() {
        let words = excerpt(&text[spans[idx].start..]);
        panic!("fixture: {name}: [[ without ]] at {words:?}");
    }
    (text, spans)
}

/// The label and note behind two opening brackets, and what comes after them.
fn read_opening(inside: &str, start: usize) -> (FixtureSpan, &str) {
    let mut span = FixtureSpan::new("", start, start);
    let Some(stop) = inside.find(['|', '[', ']', '\n']) else {
        return (span, inside);
    };
    let (head, behind) = inside.split_at(stop);
    let (label, note) = match head.split_once(':') {
        Some((label, note)) => (label, Some(note)),
        None => (head, None),
    };
    let is_label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    match behind.strip_prefix('|') {
        Some(words) if label.chars().all(is_label) => {
            span.label = label.to_owned();
            span.note = note.map(str::to_owned);
            (span, words)
        }
        _ => (span, inside),
    }
}

/// The brackets that open a place. One without label needs its stroke only where its own words have one.
fn opening(span: &FixtureSpan, words: &str) -> String {
    let label = &span.label;
    match &span.note {
        Some(note) => format!("[[{label}:{note}|"),
        None if label.is_empty() && !words.contains('|') => "[[".to_owned(),
        None => format!("[[{label}|"),
    }
}

fn close(text: &str, at: &mut usize, span: &FixtureSpan, out: &mut String) {
    out.push_str(&text[*at..span.end]);
    *at = span.end;
    out.push_str("]]");
}

fn named(span: &FixtureSpan) -> String {
    format!("[[{}|...]] {}..{}", span.label, span.start, span.end)
}

fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(body: &str) -> Vec<(String, String)> {
        let (text, spans) = read(body, "a.txt");
        spans
            .into_iter()
            .map(|span| (span.label, text[span.start..span.end].to_owned()))
            .collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(label, words)| (label.to_string(), words.to_string()))
            .collect()
    }

    #[test]
    fn places_lie_inside_one_another() {
        assert_eq!(
            places("[[q|The mayor said [[c|the [[n|port]] is shut]]]]."),
            pairs(&[
                ("q", "The mayor said the port is shut"),
                ("c", "the port is shut"),
                ("n", "port")
            ])
        );
    }

    #[test]
    fn offsets_count_bytes_in_any_script() {
        assert_eq!(
            places("قال [[a|المتحدث]] ... [[b|大马士革]]"),
            pairs(&[("a", "المتحدث"), ("b", "大马士革")])
        );
    }

    #[test]
    fn a_stroke_in_words_is_no_label() {
        assert_eq!(
            places("[[north and | south]] [[|a|b]]"),
            pairs(&[("", "north and | south"), ("", "a|b")])
        );
    }

    #[test]
    fn single_brackets_are_text() {
        assert_eq!(read("He [the mayor] left.", "a.txt").0.len(), 20);
    }

    #[test]
    fn what_is_read_is_written_back() {
        for body in [
            "[[f1|Twelve people]] were hurt, [[s1:police|[[c|police]] said]].",
            "[[no label]] and [[[[x|inner]] outer]]",
            "[[|a|b]] [[e|]] [[g|next]]",
            "[[a|[[b|same place]]]]",
            "no place at all",
        ] {
            let (text, spans) = read(body, "a.txt");
            assert_eq!(marked(&text, &spans), body);
        }
    }

    #[test]
    fn places_are_written_in_any_order() {
        let spans = [FixtureSpan::new("b", 4, 7), FixtureSpan::new("a", 0, 3)];
        assert_eq!(marked("one two", &spans), "[[a|one]] [[b|two]]");
    }

    #[test]
    #[should_panic(expected = "[[b|...]] 2..6 crosses [[a|...]] 0..4")]
    fn places_that_cross_are_an_error() {
        let spans = [FixtureSpan::new("a", 0, 4), FixtureSpan::new("b", 2, 6)];
        marked("one two", &spans);
    }

    #[test]
    #[should_panic(expected = "not a place in the text")]
    fn half_a_character_is_an_error() {
        marked("é", &[FixtureSpan::new("a", 0, 1)]);
    }

    #[test]
    #[should_panic(expected = "a.txt: [[ without ]] at \"the port\"")]
    fn an_open_bracket_is_an_error() {
        read("Shut [[p|the port", "a.txt");
    }

    #[test]
    #[should_panic(expected = "a.txt: ]] without [[ before \"]] is shut\"")]
    fn a_lone_closing_bracket_is_an_error() {
        read("The port]] is shut", "a.txt");
    }
}
