//! The model that the program brings along: the same analysis as spaCy's on an invented text, on every processor, for any
//! text, in any company.

use proptest::prelude::*;
use std::sync::LazyLock;
use stemma_language::network::Processor;
use stemma_language::{Analysis, Model, ModelError};

static BYTES: &[u8] = include_bytes!("../../../assets/english.stemlang");

/// An invented text with what is difficult in English, and what spaCy 3.8 makes of it, a token a line.
const TEXT: &str = include_str!("frozen.txt");
const FROZEN: &str = include_str!("frozen.tsv");

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::from_bytes(BYTES).expect("the model is in order"));

/// An analysis in the form of the frozen one.
fn table(text: &str, analysis: &Analysis) -> String {
    let mut lines = String::new();
    for (index, token) in analysis.tokens.iter().enumerate() {
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
        let entity = analysis.entities.iter().find(|entity| entity.tokens().contains(&index));
        let entity = entity.map_or("O".to_owned(), |entity| {
            let place = if entity.first as usize == index { 'B' } else { 'I' };
            format!("{place}-{}", entity.kind.name())
        });
        let starts = analysis.sentences.iter().any(|sentence| sentence.start as usize == index);
        let fields = [
            escaped(&text[token.bytes()]),
            token.tag.name().to_owned(),
            token.part_of_speech.name().to_owned(),
            analysis.features(token).to_owned(),
            escaped(analysis.lemma(token)),
            token.head.to_string(),
            token.relation.name().to_owned(),
            entity,
            if starts { "S".to_owned() } else { String::new() },
        ];
        lines.push_str(&fields.join("\t"));
        lines.push('\n');
    }
    lines
}

#[test]
fn the_analysis_is_that_of_spacy() {
    let ours = table(TEXT, &MODEL.analyse(TEXT));
    for (number, (ours, frozen)) in ours.lines().zip(FROZEN.lines()).enumerate() {
        assert_eq!(ours, frozen, "line {}", number + 1);
    }
    assert_eq!(ours.lines().count(), FROZEN.lines().count());
}

#[test]
fn every_processor_gives_the_same_analysis() {
    let widest = MODEL.analyse(TEXT);
    for processor in [Processor::Avx2, Processor::Portable] {
        let model = Model::for_processor(BYTES, processor).expect("the model is in order");
        assert_eq!(model.analyse(TEXT), widest, "{processor:?}");
    }
}

#[test]
fn company_changes_nothing() {
    let paragraphs: Vec<&str> = TEXT.split("\n\n").chain(["", " ", "One."]).collect();
    let alone: Vec<Analysis> = paragraphs.iter().map(|text| MODEL.analyse(text)).collect();
    let many: Vec<&str> = (0..40).flat_map(|_| paragraphs.iter().copied()).collect();
    for n_threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("threads");
        let together = pool.install(|| MODEL.analyse_all(&many));
        for (index, analysis) in together.iter().enumerate() {
            assert_eq!(*analysis, alone[index % alone.len()], "{:?}", many[index]);
        }
    }
}

/// Tokens and blanks rejoin to the text; sentences hold all tokens; heads and entities lie within a sentence's text.
fn check_laws(text: &str) {
    let analysis = MODEL.analyse(text);
    let mut rejoined = String::new();
    for token in &analysis.tokens {
        assert_eq!(token.start as usize, rejoined.len());
        rejoined.push_str(&text[token.bytes()]);
        rejoined.push_str(if token.space_after { " " } else { "" });
    }
    assert_eq!(rejoined, text);
    let mut next = 0;
    for sentence in &analysis.sentences {
        assert_eq!(sentence.start, next);
        assert!(sentence.start < sentence.end);
        next = sentence.end;
    }
    assert_eq!(next as usize, analysis.tokens.len());
    assert!(analysis.tokens.iter().all(|token| (token.head as usize) < analysis.tokens.len()));
    assert!(analysis.entities.is_sorted_by(|one, next| one.end <= next.first));
    assert!(analysis.entities.iter().all(|entity| entity.first < entity.end && entity.end <= next));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_has_an_analysis(text in "\\PC{0,200}") {
        check_laws(&text);
    }

    #[test]
    fn any_controls_and_blanks_have_an_analysis(text in "[ \\t\\r\\n\\x00-\\x08a-cA-C.,'\"\u{202e}\u{200b}-]{0,200}") {
        check_laws(&text);
    }
}

#[test]
fn long_texts_have_an_analysis() {
    check_laws(&"a".repeat(1_000_000));
    check_laws(&"said. ".repeat(12_000));
    check_laws(&"🙂".repeat(20_000));
    check_laws(&"\n".repeat(100_000));
}

#[test]
fn damaged_models_are_refused() {
    let refused = |bytes: &[u8]| Model::from_bytes(bytes).expect_err("must be refused");
    assert_eq!(refused(b""), ModelError::NotAModel);
    assert_eq!(refused(b"no model at all"), ModelError::NotAModel);
    let mut other = BYTES[..64].to_vec();
    other[8] = 9;
    assert_eq!(refused(&other), ModelError::OtherFormat { found: 9, expected: 1 });
    assert!(matches!(refused(&BYTES[..BYTES.len() - 1]), ModelError::Damaged(_)));
    let mut flipped = BYTES.to_vec();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert!(matches!(refused(&flipped), ModelError::Damaged(_)));
    assert!(matches!(refused(&BYTES[..20]), ModelError::Damaged(_)));
}
