//! How words are given, by quotation marks alone, and by which word: classes for looking at errors.
//!
//! Gold says neither. Both are read off the text in the same way for gold and for what was found, whoever
//! found it.

use super::attribution::Words;
use stemma::text::{Quotation, split_words};

/// How the words of a content are given, in the order in which tables list them.
pub const KINDS: [&str; 3] = ["direct", "indirect", "mixed"];

/// Classes of cues, in the order in which tables list them.
pub const CUES: [&str; 4] = ["said", "according to", "other", "none"];

/// Forms of the verb that more than half of all cues are.
const SAID: [&str; 4] = ["said", "says", "say", "saying"];

/// Which of [`KINDS`]: all letters and digits between quotation marks, none, or some.
pub fn kind(text: &str, content: &Words, quotations: &[Quotation]) -> &'static str {
    let (mut inside, mut all) = (0, 0);
    for piece in content.pieces() {
        for (at, _) in piece.of(text).char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let at = piece.start + at as u32;
            let first = quotations.partition_point(|quotation| quotation.outer.end <= at);
            inside += usize::from(quotations.get(first).is_some_and(|found| found.outer.start <= at));
            all += 1;
        }
    }
    match inside {
        0 => "indirect",
        _ if inside == all => "direct",
        _ => "mixed",
    }
}

/// Which of [`CUES`] the words of a cue are.
pub fn cue_class(cue: Option<&str>) -> &'static str {
    let Some(cue) = cue else { return "none" };
    let cue = cue.to_lowercase();
    if cue.starts_with("according to") {
        "according to"
    } else if split_words(&cue).iter().any(|word| SAID.contains(word)) {
        "said"
    } else {
        "other"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::{ByteRange, Source};

    #[test]
    fn kinds_are_told_by_the_marks() {
        let text = "Nobody slept. The mayor said “it will hold” and that the wall is new.";
        let report = stemma::text::reports(vec![Source::of_text("a".into(), text.into())]).remove(0);
        let quotations = stemma::text::read(&report).quotations;
        let kind = |words: &str| {
            let start = text.find(words).unwrap();
            let words = Words::trimmed(text, &[ByteRange::new(start, start + words.len())]).unwrap();
            super::kind(text, &words, &quotations)
        };
        assert_eq!(kind("“it will hold”"), "direct");
        assert_eq!(kind("“it will hold” and that the wall is new"), "mixed");
        assert_eq!(kind("that the wall is new"), "indirect");
    }

    #[test]
    fn cues_are_told_by_their_words() {
        assert_eq!(cue_class(Some("has not said")), "said");
        assert_eq!(cue_class(Some("According to")), "according to");
        assert_eq!(cue_class(Some("essays")), "other");
        assert_eq!(cue_class(None), "none");
    }
}
