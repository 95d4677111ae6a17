//! What does not hold, and whose fault it is.

use crate::account::identifiers::is_identifier;
use crate::account::labels::RecordKind;
use crate::account::record::{Record, Value};

/// The name of the account as a whole.
pub(super) const ACCOUNT: &str = "account";

/// How many characters of a foreign text a problem shows.
const SHOWN_CHARACTERS: usize = 60;

/// Something about an account that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The identifier of the finding, or `account` where it is the account as a whole.
    pub finding: String,
    /// What does not hold.
    pub text: String,
}

/// Problems, in the order in which they were found.
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// Adds one.
    pub(super) fn add(&mut self, finding: &str, text: impl Into<String>) {
        self.list.push(Problem { finding: finding.to_owned(), text: text.into() });
    }

    /// Adds one about the account as a whole.
    pub(super) fn add_account(&mut self, text: impl Into<String>) {
        self.add(ACCOUNT, text);
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Problem> {
        self.list
    }
}

/// What a problem of a record is filed under: its identifier, where it has the form of one.
pub(super) fn subject(record: &Record) -> &str {
    match record.get("id") {
        Some(Value::Text(id)) if has_known_form(id) => id,
        _ => ACCOUNT,
    }
}

/// A foreign text as a problem may show it: cut, and without characters that could disturb a terminal.
pub(super) fn shown(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown = String::from("`");
    for character in characters.by_ref().take(SHOWN_CHARACTERS) {
        match character {
            '\'' | '"' => shown.push(character),
            _ => shown.extend(character.escape_debug()),
        }
    }
    if characters.next().is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

fn has_known_form(id: &str) -> bool {
    RecordKind::ALL.into_iter().filter_map(RecordKind::prefix).any(|prefix| is_identifier(prefix, id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::record::record;

    #[test]
    fn a_foreign_text_cannot_disturb_a_terminal() {
        assert_eq!(shown("a\u{1b}[2J\u{202e}b"), "`a\\u{1b}[2J\\u{202e}b`");
        assert_eq!(shown(&"x".repeat(100)), format!("`{}…`", "x".repeat(60)));
    }

    #[test]
    fn only_what_looks_like_an_identifier_names_a_finding() {
        let named = |id: &str| subject(&record([("id", Value::from(id))])).to_owned();
        assert_eq!(named("s0123456789abcdef"), "s0123456789abcdef");
        assert_eq!(named("s0123456789ABCDEF"), "account");
        assert_eq!(named("\u{1b}[2J"), "account");
    }
}
