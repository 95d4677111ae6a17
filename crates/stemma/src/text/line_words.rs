//! The words of a short line, in the form in which labels and headlines are compared.

/// Whether a sorted list holds a word.
pub(super) fn holds(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// The words of a line as written: runs of letters and digits with the marks inside them.
pub(super) fn written_words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '/' | '|' | '…'))
        .map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// The words of a line in lower case, with one kind of apostrophe.
pub(super) fn lower_words(line: &str) -> Vec<String> {
    written_words(line).map(lower).collect()
}

/// A word in lower case, with one kind of apostrophe.
pub(super) fn lower(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().replace('\u{2019}', "'") }
}

/// Whether a word begins with a capital (or a mark and a capital).
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_round_a_word_do_not_belong_to_it() {
        let words: Vec<&str> =
            written_words("\u{201c}Velmora\u{201d} \u{2013} the port's (old) U.S. pier").collect();
        assert_eq!(words, ["Velmora", "the", "port's", "old", "U.S", "pier"]);
    }
}
