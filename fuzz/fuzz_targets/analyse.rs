//! Any text has an analysis whose tokens rejoin to it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use stemma_language::Model;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(stemma_assets::ENGLISH).expect("the model that the program brings along is in order")
});

fuzz_target!(|text: &str| {
    let analysis = MODEL.analyse(text);
    let mut rejoined = String::new();
    for token in &analysis.tokens {
        rejoined.push_str(&text[token.bytes()]);
        rejoined.push_str(if token.space_after { " " } else { "" });
    }
    assert_eq!(rejoined, text);
    assert_eq!(analysis.sentences.last().map_or(0, |last| last.end as usize), analysis.tokens.len());
});
