//! A word net of a dozen words, whole and broken.

use super::{Lexicographer, WordClass, WordNet};
use crate::ModelError;
use crate::test_model::{file, list, number};
use WordClass::{Adjective, Adverb, Noun, Verb};
use proptest::prelude::*;

type Sections = Vec<(&'static str, Vec<u8>)>;

/// How many senses the files have: 3 of `noun.act`, 2 of `verb.motion`, 1 of each file of adjectives.
const FILES: [(Lexicographer, usize); 5] = [
    (Lexicographer::NounAct, 3),
    (Lexicographer::VerbMotion, 2),
    (Lexicographer::AdjectiveAll, 1),
    (Lexicographer::AdjectivePertaining, 1),
    (Lexicographer::AdjectiveParticiple, 1),
];

/// Senses 0 to 2 are acts, 3 and 4 motions. Lemmas: 0 run, 1 run up, 2 trot; 3 run, 4 trot; 5 fast, 6 slow. Nouns lie in a
/// circle, as no word net should have it.
fn sections() -> Sections {
    let n_senses =
        |file: &Lexicographer| FILES.iter().find(|(known, _)| known == file).map_or(0, |(_, n)| *n);
    let files = list(Lexicographer::ALL, |file| number(n_senses(file)));
    let nouns = [number(3), b"\x00\x03run\x03\x03 up\x00\x04trot".to_vec()].concat();
    let verbs = [number(2), b"\x00\x03run\x00\x04trot".to_vec()].concat();
    let adjectives = [number(2), b"\x00\x04fast\x00\x04slow".to_vec()].concat();
    let senses = vec![1, 2, 2, 4, 0, 2, 0, 4];
    let pairs = |n: usize, bytes: &[u8]| [number(n), bytes.to_vec()].concat();
    let circle = pairs(4, &[0, 2, 1, 2, 1, 5, 2, 6]);
    vec![
        ("lexicographers", files),
        ("lemmas", [nouns, verbs, adjectives, number(0)].concat()),
        ("senses", senses),
        ("hypernyms", circle),
        ("similar", pairs(1, &[5, 14])),
        ("verb groups", pairs(0, &[])),
        ("entailments", pairs(0, &[])),
        ("causes", pairs(0, &[])),
        ("antonyms", pairs(2, &[5, 12, 1, 3])),
        ("derived", pairs(2, &[0, 6, 3, 7])),
    ]
}

fn net(sections: &Sections) -> Result<WordNet, ModelError> {
    let net = WordNet::from_bytes(&file(sections))?;
    ask_everything(&net);
    Ok(net)
}

/// No question makes a net panic or go on for ever.
fn ask_everything(net: &WordNet) {
    let words = ["", "run", "Run", "run up", "trot", "fast", "slow", "ru\u{308}n"];
    for (lemma, class) in words.iter().flat_map(|lemma| WordClass::ALL.map(|class| (*lemma, class))) {
        for sense in net.senses(lemma, class).iter().copied() {
            assert_eq!(net.lexicographer(sense).class(), class);
            let links = [net.hypernyms(sense), net.similar(sense), net.verb_group(sense)];
            let n_links: usize = links.iter().map(|links| links.len()).sum();
            assert!(n_links + net.entailments(sense).len() + net.causes(sense).len() < 1_000);
        }
        let n_linked = net.antonyms(lemma, class).count() + net.derived(lemma, class).count();
        assert!(n_linked < 1_000);
        for other in words {
            net.is_a(lemma, class, (other, class));
            net.are_related((lemma, class), (other, Verb));
        }
    }
}

#[test]
fn a_small_net_answers() {
    let net = net(&sections()).unwrap();
    let numbers = |lemma, class| net.senses(lemma, class).iter().map(|sense| sense.0).collect::<Vec<_>>();
    assert_eq!(numbers("run", Noun), [0, 1]);
    assert_eq!(numbers("RUN UP", Noun), [1]);
    assert_eq!(numbers("trot", Verb), [4]);
    assert_eq!(numbers("run", Adverb), [] as [u32; 0]);
    assert_eq!(net.antonyms("fast", Adjective).collect::<Vec<_>>(), ["slow"]);
    assert_eq!(net.derived("run", Verb).collect::<Vec<_>>(), [("run", Noun)]);
    let file = |lemma| net.lexicographer(net.senses(lemma, Adjective)[0]);
    assert_eq!(
        [file("fast"), file("slow")],
        [Lexicographer::AdjectiveAll, Lexicographer::AdjectiveParticiple]
    );
    assert!(net.are_synonyms(("run", Noun), ("run up", Noun)));
    assert!(net.is_a("trot", Noun, ("run", Noun)));
    assert!(!net.is_a("trot", Noun, ("fast", Adjective)), "the circle is left");
}

#[test]
fn what_lies_in_wait_is_refused() {
    let said = |section: &str, bytes: &[u8]| {
        let mut sections = sections();
        sections.iter_mut().find(|(name, _)| *name == section).unwrap().1 = bytes.to_vec();
        match net(&sections) {
            Err(ModelError::Wrong { what, .. }) => what,
            other => panic!("{other:?}"),
        }
    };
    let one = |pair: &[u8]| [&number(1), pair].concat();
    assert_eq!(said("lexicographers", &number(0)), "it has not as many files as WordNet");
    assert_eq!(said("senses", &[1, 2, 2, 6, 0, 2, 0, 4]), "a sense that is not known");
    assert_eq!(said("hypernyms", &one(&[8, 0])), "it links what is not known");
    assert_eq!(said("hypernyms", &one(&[0, 3])), "it links what is not known");
    assert_eq!(said("derived", &number(u32::MAX as usize)), "it ends early");
    assert_eq!(said("derived", &one(&[0xff; 9])), "a number does not end");
    assert_eq!(said("derived", &one(&[0xff, 0xff, 0xff, 0xff, 0x7f, 0])), "a number is too large");
    assert_eq!(said("lemmas", &one(b"\x05\x02bb")), "a lemma is too long");
    assert_eq!(
        said("lemmas", &[number(2), b"\x00\x02bb\x00\x02aa".to_vec()].concat()),
        "the lemmas are not in order"
    );
    let cut =
        [number(1), b"\x00\x01\xc3".to_vec(), number(1), b"\x00\x01\xa4".to_vec(), number(0), number(0)];
    assert_eq!(said("lemmas", &cut.concat()), "a lemma ends within a character");
}

#[test]
fn no_end_of_a_section_can_lack() {
    let whole = sections();
    for (section, (_, bytes)) in whole.iter().enumerate() {
        for end in 0..bytes.len() {
            let mut cut = whole.clone();
            cut[section].1.truncate(end);
            assert!(net(&cut).is_err(), "{} without its end from {end}", whole[section].0);
        }
        let mut without = whole.clone();
        let (name, _) = without.remove(section);
        assert_eq!(net(&without).unwrap_err(), ModelError::Lacks(name));
    }
}

#[test]
fn a_file_that_is_cut_is_refused() {
    let whole = file(&sections());
    for end in 0..whole.len() {
        assert!(WordNet::from_bytes(&whole[..end]).is_err());
    }
}

proptest! {
    #[test]
    fn no_bytes_of_a_section_make_a_panic(section in 0..10usize, bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let mut broken = sections();
        broken[section].1 = bytes;
        let _ = net(&broken);
    }

    #[test]
    fn no_changed_byte_makes_a_panic(section in 0..10usize, at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut broken = sections();
        let at = at.index(broken[section].1.len());
        broken[section].1[at] = to;
        let _ = net(&broken);
    }
}
