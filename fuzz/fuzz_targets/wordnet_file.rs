//! No bytes make the reader of word nets panic, or a net that it has read: neither as they are, nor as the body of a file whose hash is
//! right, nor in the place of any bytes of the word net that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use stemma_language::WordNet;
use stemma_language::wordnet::WordClass;

/// Magic, number of the format, hash: what stands before the body.
const HEAD: usize = 8 + 4 + 32;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    let _ = WordNet::from_bytes(bytes);
    ask(&with_hash(bytes));
    let mut body = stemma_assets::WORDNET[HEAD..].to_vec();
    let at = at as usize % body.len();
    let end = body.len().min(at + bytes.len());
    body[at..end].copy_from_slice(&bytes[..end - at]);
    ask(&with_hash(&body));
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

fn with_hash(body: &[u8]) -> Vec<u8> {
    [&stemma_assets::WORDNET[..12], &Sha256::digest(body), body].concat()
}
