//! The word net that the program brings along: what it says of words of the news, and how it is refused where it is damaged.

use WordClass::{Adjective, Adverb, Noun, Verb};
use std::sync::LazyLock;
use stemma_language::wordnet::{Lexicographer, WordClass};
use stemma_language::{English, ModelError, WordNet};

static BYTES: &[u8] = include_bytes!("../../../assets/wordnet.stemlang");

static WORDS: LazyLock<WordNet> =
    LazyLock::new(|| WordNet::from_bytes(BYTES).expect("the word net is in order"));

/// The first words of a list.
fn first<T>(words: impl Iterator<Item = T>, n: usize) -> Vec<T> {
    words.take(n).collect()
}

#[test]
fn words_have_the_senses_of_wordnet_3_1() {
    let n_senses = |lemma, class| WORDS.senses(lemma, class).len();
    assert_eq!(n_senses("break", Verb), 59);
    assert_eq!(n_senses("attack", Noun), 9);
    assert_eq!(n_senses("lose one's life", Verb), 0);
    assert_eq!(n_senses("kick the bucket", Verb), 1);
    assert_eq!(n_senses("Prime Minister", Noun), 2);
    assert_eq!(n_senses("heavily", Adverb), 7);
    assert_eq!(n_senses("killed", Verb), 0, "a form is no lemma");
}

#[test]
fn the_first_sense_stands_in_the_right_file() {
    let file = |lemma, class| WORDS.lexicographer(WORDS.senses(lemma, class)[0]).name();
    let files = [
        ("entity", Noun, "noun.Tops"),
        ("attack", Noun, "noun.act"),
        ("earthquake", Noun, "noun.event"),
        ("soldier", Noun, "noun.person"),
        ("monday", Noun, "noun.time"),
        ("flee", Verb, "verb.motion"),
        ("say", Verb, "verb.communication"),
        ("rain", Verb, "verb.weather"),
        ("dead", Adjective, "adj.all"),
        ("presidential", Adjective, "adj.pert"),
        ("quickly", Adverb, "adv.all"),
    ];
    for (lemma, class, expected) in files {
        assert_eq!(file(lemma, class), expected, "{lemma}");
    }
}

#[test]
fn files_know_their_class() {
    for file in Lexicographer::ALL {
        let class = match file.name().split_once('.') {
            Some(("noun", _)) => Noun,
            Some(("verb", _)) => Verb,
            Some(("adj", _)) => Adjective,
            _ => Adverb,
        };
        assert_eq!(file.class(), class);
    }
    assert_eq!(Lexicographer::ALL.len(), 45);
}

#[test]
fn opposites_are_known() {
    assert_eq!(first(WORDS.antonyms("alive", Adjective), 1), ["dead"]);
    assert_eq!(first(WORDS.antonyms("increase", Verb), 1), ["decrease"]);
    assert_eq!(first(WORDS.antonyms("victory", Noun), 1), ["defeat"]);
    assert_eq!(WORDS.antonyms("rifle", Noun).count(), 0);
}

#[test]
fn derivation_crosses_classes_and_holds_both_ways() {
    let pairs = [
        (("kill", Verb), ("killing", Noun)),
        (("arrest", Verb), ("arrest", Noun)),
        (("investigate", Verb), ("investigation", Noun)),
        (("die", Verb), ("death", Noun)),
        (("Russian", Adjective), ("russia", Noun)),
        (("presidential", Adjective), ("president", Noun)),
        (("quickly", Adverb), ("quick", Adjective)),
    ];
    for (one, other) in pairs {
        let derived = |from: (&str, WordClass), to: (&str, WordClass)| {
            WORDS
                .derived(from.0, from.1)
                .any(|(lemma, class)| lemma.eq_ignore_ascii_case(to.0) && class == to.1)
        };
        assert!(derived(one, other) && derived(other, one), "{one:?} {other:?}");
        assert!(WORDS.are_related(one, other) && WORDS.are_related(other, one), "{one:?} {other:?}");
    }
}

#[test]
fn synonyms_share_a_frequent_sense() {
    for (class, one, other) in [
        (Verb, "die", "perish"),
        (Verb, "begin", "start"),
        (Noun, "attack", "onslaught"),
        (Noun, "physician", "doctor"),
        (Adjective, "big", "large"),
    ] {
        assert!(WORDS.are_synonyms((one, class), (other, class)), "{one} {other}");
    }
    for (class, one, other) in
        [(Verb, "kill", "arrest"), (Noun, "attack", "peace"), (Verb, "qwerty", "qwerty")]
    {
        assert!(!WORDS.are_synonyms((one, class), (other, class)), "{one} {other}");
    }
    assert!(!WORDS.are_synonyms(("arrest", Noun), ("arrest", Verb)), "no sense belongs to two classes");
}

#[test]
fn what_a_thing_is_goes_up_the_net() {
    for (lemma, class, ancestor) in [
        ("ambush", Noun, "attack"),
        ("soldier", Noun, "person"),
        ("paris", Noun, "city"),
        ("car", Noun, "vehicle"),
        ("assassinate", Verb, "kill"),
        ("whisper", Verb, "talk"),
        ("attack", Noun, "attack"),
    ] {
        assert!(WORDS.is_a(lemma, class, (ancestor, class)), "{lemma} {ancestor}");
    }
    assert!(!WORDS.is_a("attack", Noun, ("ambush", Noun)));
    assert!(!WORDS.is_a("car", Noun, ("person", Noun)));
    assert!(!WORDS.is_a("car", Noun, ("qwerty", Noun)));
}

#[test]
fn verbs_entail_and_cause() {
    let lemma_of = |sense| WORDS.senses("die", Verb).contains(&sense);
    assert!(WORDS.causes(WORDS.senses("kill", Verb)[0]).iter().copied().any(lemma_of));
    let sleep = WORDS.senses("sleep", Verb)[0];
    assert_eq!(WORDS.entailments(WORDS.senses("snore", Verb)[0]), [sleep]);
    assert!(WORDS.are_related(("murder", Verb), ("kill", Verb)), "the one lies directly above the other");
    assert!(!WORDS.are_related(("murder", Verb), ("praise", Verb)));
}

#[test]
fn damaged_files_are_refused() {
    assert_eq!(WordNet::from_bytes(b"").unwrap_err(), ModelError::NotAModel);
    for end in (0..BYTES.len()).step_by(99_991) {
        assert!(WordNet::from_bytes(&BYTES[..end]).is_err());
    }
    let mut flipped = BYTES.to_vec();
    flipped[BYTES.len() / 2] ^= 1;
    assert!(matches!(WordNet::from_bytes(&flipped), Err(ModelError::Damaged(_))));
}

#[test]
fn a_file_in_the_place_of_the_other_is_refused() {
    let model: &[u8] = include_bytes!("../../../assets/english.stemlang");
    let refused = |one, other| matches!(English::from_bytes(one, other), Err(ModelError::Lacks(_)));
    assert!(refused(BYTES, BYTES) && refused(model, model));
    assert!(English::from_bytes(model, BYTES).is_ok());
}
