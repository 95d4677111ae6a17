//! Laws of copied passages, on generated piles.

mod pile;

use pile::{account, source};
use proptest::prelude::*;
use stemma::account::records;
use stemma::model::{Account, ByteRange, Family, PassageIdx};

/// Words to make sentences of: few enough that sentences share runs by chance, too.
const VOCABULARY: &[&str] = &[
    "harbour", "ferry", "left", "the", "of", "Tolm", "engineers", "closed", "bridge", "after", "rain", "and",
    "two", "houses", "burned", "on", "Monday", "nobody", "a", "mayor", "said", "that", "water", "rose",
    "quickly", "in", "valley", "12", "soldiers", "carried", "sandbags", "to", "school", "naïve", "was",
];

/// A sentence, and what a copyist may do to it: swap, cut or add at some words.
fn sentence() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..VOCABULARY.len(), 6..24)
}

fn write(words: &[usize]) -> String {
    let mut text = words.iter().map(|word| VOCABULARY[*word]).collect::<Vec<_>>().join(" ");
    text.push('.');
    text
}

prop_compose! {
    /// Reports made of a few sentences, each copied into several reports with a word replaced here and there.
    fn texts()(
        sentences in prop::collection::vec(sentence(), 1..5),
        copies in prop::collection::vec(
            prop::collection::vec((0..5usize, 0..24usize, 0..VOCABULARY.len(), prop::bool::ANY), 1..5),
            1..6,
        ),
    ) -> Vec<String> {
        copies.iter().map(|report| {
            let lines = report.iter().map(|(which, at, word, changed)| {
                let mut words = sentences[which % sentences.len()].clone();
                let at = at % words.len();
                if *changed {
                    words[at] = *word;
                }
                write(&words)
            });
            lines.collect::<Vec<_>>().join("\n\n")
        }).collect()
    }
}

fn account_of(texts: &[String]) -> Account {
    account(texts.iter().enumerate().map(|(idx, text)| source(&format!("{idx}.txt"), text)).collect())
}

fn words_of(account: &Account, passage: PassageIdx) -> &str {
    let span = account.passage(passage).span;
    span.range.of(&account.report(span.report).text)
}

/// The representative's text with the edits towards one witness carried out.
fn edited(account: &Account, family_idx: usize, family: &Family, witness: PassageIdx) -> String {
    let from = account.passage(family.representative).span;
    let source = &account.report(from.report).text;
    let target = &account.report(account.passage(witness).span.report).text;
    let mut text = String::new();
    let mut at = from.range.start;
    let edits = account.edits.iter().filter(|e| e.family.0 as usize == family_idx && e.to.passage == witness);
    for edit in edits {
        text.push_str(ByteRange { start: at, end: edit.from.range.start }.of(source));
        text.push_str(edit.to.range.of(target));
        at = edit.from.range.end;
    }
    text.push_str(ByteRange { start: at, end: from.range.end }.of(source));
    text
}

proptest! {
    #[test]
    fn the_edits_turn_one_witness_into_the_other_character_for_character(texts in texts()) {
        let account = account_of(&texts);
        for (idx, family) in account.families.iter().enumerate() {
            for witness in family.passages.iter().filter(|witness| **witness != family.representative) {
                prop_assert_eq!(edited(&account, idx, family, *witness), words_of(&account, *witness));
            }
        }
    }

    #[test]
    fn the_order_of_input_does_not_matter(texts in texts()) {
        let sources: Vec<_> =
            texts.iter().enumerate().map(|(idx, text)| source(&format!("{idx}.txt"), text)).collect();
        let mut reversed = sources.clone();
        reversed.reverse();
        prop_assert_eq!(records(&account(sources)), records(&account(reversed)));
    }

    #[test]
    fn spans_lie_in_their_text_on_character_boundaries(texts in texts()) {
        let account = account_of(&texts);
        for passage in &account.passages {
            let text = &account.report(passage.span.report).text;
            prop_assert!(text.get(passage.span.range.as_usize()).is_some_and(|words| !words.is_empty()));
        }
    }

    #[test]
    fn equal_sentences_of_two_reports_share_a_family(words in sentence(), before in sentence(), behind in sentence()) {
        let distinct = words.iter().collect::<std::collections::BTreeSet<_>>().len();
        prop_assume!(distinct >= 6);
        let line = write(&words);
        let first = format!("{}\n\n{line}", write(&before));
        let second = format!("{line}\n\n{}", write(&behind));
        prop_assume!(first != second);
        let account = account_of(&[first, second]);
        let found = account.families.iter().any(|family| {
            let carriers: Vec<_> = family.passages.iter().filter(|p| words_of(&account, **p).contains(&line)).collect();
            carriers.len() >= 2
        });
        // "After" is long, and no content word all the same: a line with fewer than three says too little to be a passage.
        let is_content = |word: &str| word.len() > 4 && word != "after";
        let plain =
            words.iter().filter(|w| is_content(VOCABULARY[**w])).collect::<std::collections::BTreeSet<_>>().len();
        prop_assert!(found || plain < 3, "not found: {}", line);
    }
}
