//! Statements as readers compare them: by their words, whatever the marks and capitals.

use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{ByteRange, Span, Statement, StatementKind};
use stemma::text::normalise;

/// Whether words of the statement stand between quotation marks.
pub fn is_quotation(statement: &Statement) -> bool {
    matches!(statement.kind, StatementKind::Direct | StatementKind::Mixed)
}

/// From the first to the last of the words said.
pub fn content_span(statement: &Statement) -> Span {
    let start = statement.content.iter().map(|range| range.start).min();
    let end = statement.content.iter().map(|range| range.end).max();
    let range = match (start, end) {
        (Some(start), Some(end)) => ByteRange { start, end },
        _ => statement.span.range,
    };
    Span { report: statement.span.report, range }
}

/// The ranges of the words said; the whole statement where none are told apart.
pub fn content(statement: &Statement) -> &[ByteRange] {
    if statement.content.is_empty() {
        std::slice::from_ref(&statement.span.range)
    } else {
        &statement.content
    }
}

/// The words of a span.
pub fn words_at(account: &Account, span: Span) -> &str {
    span.range.of(&account.report(span.report).text)
}

/// Indexes of statements, those of equal words together; groups in the order of their words.
pub fn by_words(account: &Account, statements: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for idx in statements {
        let statement = &account.statements[idx];
        let text = &account.report(statement.span.report).text;
        let mut key = String::new();
        for range in content(statement) {
            push_words(range.of(text), &mut key);
        }
        groups.entry(key).or_default().push(idx);
    }
    groups.into_values().collect()
}

/// The form in which words are compared: their letters and digits, one blank between two words.
pub fn words_of(text: &str) -> String {
    let mut words = String::new();
    push_words(text, &mut words);
    words
}

fn push_words(text: &str, words: &mut String) {
    for word in text.split(|c: char| c.is_whitespace() || c == '-') {
        let word = normalise(word);
        if !word.is_empty() && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_capitals_do_not_part_equal_words() {
        assert_eq!(words_of("\u{201c}The war-worn port,\u{201d}"), "the war worn port");
        assert_eq!(words_of("The  WAR worn 'port'!"), "the war worn port");
    }
}
