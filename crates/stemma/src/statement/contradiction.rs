//! Words that deny what somebody else said without any verb of denying: "That is not true", "I disagree with that".

use super::lexicon::{CLAIM, classes};
use crate::model::ByteRange;
use crate::text::word_ranges;

/// Words that say of something said that it is not so.
const NOT_SO: [&str; 32] = [
    "false", "untrue", "lie", "lies", "nonsense", "baseless", "groundless", "unfounded", "fabricated",
    "fabrication", "fabrications", "fake", "wrong", "incorrect", "inaccurate", "rubbish", "fiction", "hoax",
    "slander", "slanderous", "libel", "absurd", "ridiculous", "preposterous", "ludicrous", "propaganda",
    "disinformation", "bogus", "invention", "foundation", "gossip", "fantasy",
];

/// Whether a word, in small letters, says of something said that it is not so.
pub(crate) fn is_not_so(word: &str) -> bool {
    NOT_SO.contains(&word)
}

/// How far a sentence is read, in words.
const FIRST_WORDS: usize = 9;

/// Whether words said contradict what was said before them: their subject stands for something said, and they say that it is
/// not so.
pub(super) fn contradicts(said: &str) -> bool {
    let words = first_words(said);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["that" | "this" | "it" | "those" | "these" | "they" | "that's" | "it's" | "they're", rest @ ..] => {
            let never = rest.starts_with(&["never", "happened"]) || rest.starts_with(&["didn't", "happen"]);
            let denied =
                rest.iter().position(|word| NOT_SO.contains(word) || *word == "true" || *word == "accurate");
            let verb = words[0].contains('\'')
                || rest.first().is_some_and(|verb| ["is", "are", "was", "were", "isn't"].contains(verb));
            // "It is ludicrous to think so" judges a thought.
            let judges =
                |at: usize| rest.get(at + 1).is_some_and(|next| ["to", "that", "how", "for"].contains(next));
            let turned = |at: usize| {
                let negated = rest[..at].iter().any(|word| *word == "not" || word.ends_with("n't"));
                let positive = rest[at] == "true" || rest[at] == "accurate";
                negated == positive
            };
            never || verb && denied.is_some_and(|at| at < 5 && turned(at) && !judges(at))
        }
        ["there", "is" | "was", "no" | "absolutely", rest @ ..] => {
            rest.iter().take(3).any(|word| *word == "truth")
        }
        ["there's", "no", rest @ ..] => rest.iter().take(2).any(|word| *word == "truth"),
        _ => disagrees(&words),
    }
}

/// "I've always disagreed with that".
fn disagrees(words: &[&str]) -> bool {
    let at = words.iter().position(|word| ["disagree", "disagreed", "disagrees"].contains(word));
    at.is_some_and(|at| {
        let negated =
            words[..at].iter().any(|word| *word == "not" || word.ends_with("n't") || *word == "never");
        let self_said = words.first().is_some_and(|first| first.starts_with('i') || first.starts_with("we"));
        let that = words.get(at + 1) == Some(&"with")
            && words
                .get(at + 2)
                .is_some_and(|word| ["that", "this", "it", "them", "those", "him", "her"].contains(word));
        self_said && that && !negated
    })
}

/// Whether words said begin with something claimed and end with a judgement of it: "Reports of a coup are false".
pub(super) fn is_about_a_claim(said: &str) -> bool {
    let words = first_words(said);
    let article = words.first().is_some_and(|word| ["the", "these", "those", "all"].contains(&word.as_str()));
    let claims = words.iter().skip(usize::from(article)).take(2).any(|word| {
        classes(word) & CLAIM != 0 && word.ends_with('s')
            || ["report", "claim", "rumour", "rumor", "allegation"].contains(&word.as_str())
    });
    let last = said.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
    claims && last.into_iter().any(|word| NOT_SO.contains(&word.to_lowercase().as_str()))
}

/// "called the claims baseless": whether something claimed is said not to be so, and where the claim ends.
pub(super) fn calls_false(content: &str, start: u32) -> Option<ByteRange> {
    let words: Vec<(ByteRange, String)> = word_ranges(content, ByteRange::new(0, content.len()))
        .into_iter()
        .map(|range| (range, range.of(content).to_lowercase()))
        .collect();
    let claim = words.iter().take(6).position(|(_, word)| classes(word) & CLAIM != 0)?;
    let not_so = words.iter().rposition(|(_, word)| NOT_SO.contains(&word.as_str()))?;
    let negated = words.iter().any(|(_, word)| word == "not");
    if not_so <= claim || negated {
        return None;
    }
    // The claim ends before the words that judge it: their article, their "as", their adverbs.
    let judging = [
        "as", "a", "an", "the", "pure", "outright", "complete", "completely", "total", "totally", "utterly",
        "entirely", "simply", "is", "are", "was", "were", "without", "any", "pure", "absolutely", "blatant",
        "malicious", "and", "wholly",
    ];
    let mut end = not_so;
    while end > claim + 1
        && (judging.contains(&words[end - 1].1.as_str()) || NOT_SO.contains(&words[end - 1].1.as_str()))
    {
        end -= 1;
    }
    Some(ByteRange { start, end: start + words[end - 1].0.end })
}

fn first_words(said: &str) -> Vec<String> {
    let plain = said.replace('\u{2019}', "'");
    let words =
        plain.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).take(FIRST_WORDS).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_contradicts() {
        for said in [
            "\"That is not true,\"",
            "“It’s a lie.”",
            "\"This is completely false and they know it\"",
            "I've always disagreed with that",
            "There is no truth to these reports",
            "They are all lies",
            "That never happened",
        ] {
            assert!(contradicts(said), "{said}");
        }
    }

    #[test]
    fn what_does_not() {
        for said in [
            "\"That is true,\"",
            "It is not a lie",
            "That is a good idea",
            "I do not disagree with that",
            "This is not false",
        ] {
            assert!(!contradicts(said), "{said}");
        }
    }

    #[test]
    fn a_claim_called_false_ends_before_the_judgement() {
        let content = "the allegations against the army a complete fabrication";
        assert_eq!(
            calls_false(content, 0).map(|claim| claim.of(content)),
            Some("the allegations against the army")
        );
        assert_eq!(calls_false("the plan wrong", 0), None);
    }
}
