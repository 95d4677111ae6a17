//! What a pile makes of its names together.

use stemma_language::analysis::EntityKind;
use stemma_language::votes::{VotedEntity, Votes};
use stemma_language::{Analysis, Model};

static BYTES: &[u8] = include_bytes!("../../../assets/english.stemlang");

/// The voted entities of the last text: words, kind, votes.
fn voted(texts: &[&str]) -> Vec<(String, EntityKind, u32)> {
    let model = Model::from_bytes(BYTES).expect("the model is in order");
    let analyses: Vec<Analysis> = texts.iter().map(|text| model.analyse(text)).collect();
    let votes = Votes::count(texts.iter().copied().zip(&analyses));
    let reversed = Votes::count(texts.iter().copied().zip(&analyses).rev());
    assert_eq!(votes, reversed, "the order of the texts does not matter");
    let (text, analysis) = (texts[texts.len() - 1], &analyses[texts.len() - 1]);
    let describe = |voted: &VotedEntity| {
        let tokens = &analysis.tokens[voted.entity.tokens()];
        let bytes = tokens[0].start as usize..tokens[tokens.len() - 1].end as usize;
        (text[bytes].to_owned(), voted.entity.kind, voted.votes)
    };
    votes.apply(text, analysis).iter().map(describe).collect()
}

const PILE: [&str; 4] = [
    "The mayor flew from Paris to London on Friday with two of his sons.",
    "Heavy rain fell in Paris and in the hills around the city all week.",
    "She was born in Paris and studied law there before the war began.",
    "Paris Talks End Without Any Deal On Fish As Ministers Walk Out",
];

#[test]
fn a_headline_keeps_only_what_the_pile_knows() {
    let entities = voted(&PILE);
    assert_eq!(entities, [("Paris".to_owned(), EntityKind::PoliticalPlace, 3)]);
}

#[test]
fn copies_vote_once() {
    let copies = [PILE[0], PILE[0], PILE[0], PILE[3]];
    assert_eq!(voted(&copies), []);
}

#[test]
fn without_votes_the_word_of_the_model_stands() {
    let alone = voted(&PILE[..1]);
    assert!(alone.contains(&("London".to_owned(), EntityKind::PoliticalPlace, 0)), "{alone:?}");
    assert!(alone.contains(&("Friday".to_owned(), EntityKind::Date, 0)), "{alone:?}");
}
