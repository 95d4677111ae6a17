//! What somebody meant to take out again: debugging, gaps, paths of one's own machine.
//!
//! The patterns are written in two halves, so that this file does not find itself.

use crate::finding::Finding;
use crate::repository::RepoFile;

/// Never in Rust source: pattern and what to do.
const FORBIDDEN_IN_SOURCE: &[(&str, &str)] = &[
    (concat!("db", "g!("), "debugging; take it out"),
    (concat!("to", "do!("), "a gap in the program; fill it"),
    (concat!("unimpl", "emented!("), "a gap in the program; fill it"),
    (concat!("#[ig", "nore"), "a test that is not run; mend it or delete it"),
];

/// Never in any text: places that exist on one machine only.
const FORBIDDEN_PATHS: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];

/// Marks what is known to be wrong, and then says what.
const KNOWN_WRONG: &str = concat!("FIX", "ME");

/// Marks what nobody has done.
const NOT_DONE: &str = concat!("TO", "DO");

/// The fewest words that explain what is wrong.
const FEWEST_WORDS: usize = 3;

/// Checks every line of every text.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let is_source = file.has_extension(&["rs"]);
        for (number, line) in file.lines() {
            let machine = machine_path(line);
            let source = if is_source { source_problem(line) } else { None };
            for message in machine.into_iter().chain(source) {
                findings.push(Finding::new(&file.path, number, message));
            }
        }
    }
    findings
}

fn machine_path(line: &str) -> Option<String> {
    let path = FORBIDDEN_PATHS.iter().find(|path| line.contains(**path))?;
    Some(format!("`{path}` is a path of this machine; take it out"))
}

fn source_problem(line: &str) -> Option<String> {
    let forbidden = FORBIDDEN_IN_SOURCE.iter().find(|(pattern, _)| line.contains(pattern));
    if let Some((pattern, advice)) = forbidden {
        return Some(format!("`{pattern}`: {advice}"));
    }
    if after_word(line, NOT_DONE).is_some() {
        return Some(format!("`{NOT_DONE}`: do it, or open an issue"));
    }
    let explanation = after_word(line, KNOWN_WRONG)?;
    let n_words = explanation.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    (n_words < FEWEST_WORDS).then(|| format!("`{KNOWN_WRONG}` must say on its line what is wrong"))
}

/// What follows a word that stands by itself.
fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (before, after) = line.split_once(word)?;
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let alone = !before.ends_with(part_of_name) && !after.starts_with(part_of_name);
    alone.then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// Whether a line is found wrong in a file of this name.
    fn found(path: &str, line: &str) -> bool {
        let found = check(&files(&[(path, &format!("first\n{line}\n"))]));
        assert!(found.iter().all(|finding| finding.line == 2));
        !found.is_empty()
    }

    #[test]
    fn each_forbidden_pattern_is_found_in_source() {
        for (pattern, _) in FORBIDDEN_IN_SOURCE {
            assert!(found("a.rs", &format!("    {pattern}value)")), "{pattern}");
            assert!(!found("a.md", pattern), "{pattern} may be written about");
        }
        assert!(!found("a.rs", "let todo = read_list();"));
    }

    #[test]
    fn paths_of_the_machine_are_found_in_every_text() {
        for path in FORBIDDEN_PATHS {
            assert!(found("a.rs", &format!("// see {path}notes.md")));
            assert!(found("examples/account.jsonl", &format!("\"{path}wire.txt\"")));
        }
        assert!(!found("a.md", "the workbench, the root, /tmp/report.txt"));
    }

    #[test]
    fn what_is_known_wrong_says_what_is_wrong() {
        assert!(found("a.rs", &format!("// {KNOWN_WRONG}")));
        assert!(found("a.rs", &format!("/* {KNOWN_WRONG}: wrong */")));
        let explained = format!("// {KNOWN_WRONG}: the speaker is two sentences up");
        assert!(!found("a.rs", &explained));
    }

    #[test]
    fn what_is_not_done_is_found_as_a_word() {
        assert!(found("a.rs", &format!("// {NOT_DONE}: more of this")));
        assert!(!found("a.rs", &format!("const {NOT_DONE}_LISTS: usize = 2;")));
    }
}
