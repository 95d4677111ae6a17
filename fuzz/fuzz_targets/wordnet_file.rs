//! No bytes make the reader of word nets panic, or a net that it has read: neither as they are, nor as the body of a file whose hash is
//! right, nor in the place of any bytes of the word net that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_fuzz::{with_body, with_bytes_at};
use stemma_language::WordNet;
use stemma_language::wordnet::WordClass;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    let _ = WordNet::from_bytes(bytes);
    ask(&with_body(stemma_assets::WORDNET, bytes));
    ask(&with_bytes_at(stemma_assets::WORDNET, at, bytes));
});

fn ask(file: &[u8]) {
    let Ok(words) = WordNet::from_bytes(file) else { return };
    for class in WordClass::ALL {
        for lemma in ["attack", "dead", "kill", "quickly"] {
            words.senses(lemma, class).iter().for_each(|sense| {
                words.lexicographer(*sense);
            });
            words.is_a(lemma, class, ("person", class));
            words.are_related((lemma, class), ("attack", WordClass::Noun));
            words.antonyms(lemma, class).for_each(drop);
        }
    }
}
