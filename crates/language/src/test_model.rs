//! A small model for tests: a handful of exceptions and the classes of a few scripts, in the form of a model file.

use crate::ModelFile;
use crate::lexeme::hash_of;
use sha2::{Digest, Sha256};

/// The bytes of a model file with these sections.
pub fn file(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut body = number(sections.len());
    for (name, content) in sections {
        body.extend(text(name));
        body.extend((content.len() as u64).to_le_bytes());
    }
    sections.iter().for_each(|(_, content)| body.extend(content));
    let hash = Sha256::digest(&body);
    [b"STEMLANG".as_slice(), &1u32.to_le_bytes(), &hash, &body].concat()
}

/// A number, as model files have it.
pub fn number(number: usize) -> Vec<u8> {
    (number as u32).to_le_bytes().to_vec()
}

/// A text, as model files have it.
pub fn text(text: &str) -> Vec<u8> {
    [number(text.len()), text.as_bytes().to_vec()].concat()
}

/// A list, as model files have it.
pub fn list<T>(items: &[T], item: impl Fn(&T) -> Vec<u8>) -> Vec<u8> {
    [number(items.len()), items.iter().flat_map(item).collect()].concat()
}

/// Runs a test on the small model.
pub fn with_small_model(test: impl FnOnce(&ModelFile)) {
    let bytes = file(&small_sections());
    test(&ModelFile::parse(&bytes).expect("the small model is in order"));
}

/// The sections of the small model.
pub fn small_sections() -> Vec<(&'static str, Vec<u8>)> {
    let exceptions =
        list(EXCEPTIONS, |tokens| list(tokens, |(word, norm)| [text(word), text(norm)].concat()));
    let range = |(first, last): &(char, char)| [number(*first as usize), number(*last as usize)].concat();
    let classes = [ICONS, LETTERS, LOWER, UPPER].map(|class| list(class, range)).concat();
    let realise = [hash_of("realise").to_le_bytes().to_vec(), text("realize")].concat();
    let norms = [number(1), realise].concat();
    let mut sections = vec![("exceptions", exceptions), ("character classes", classes), ("norms", norms)];
    sections.extend([("ruler", list(RULES, rule)), ("lemmas", list(LEMMAS, lemmas))]);
    sections
}

/// Tokens with their norms.
type Tokens = &'static [(&'static str, &'static str)];

const EXCEPTIONS: &[Tokens] = &[
    &[("don", "do"), ("'t", "not")],
    &[("she", ""), ("'s", "is")],
    &[("she", ""), ("’s", "is")],
    &[("a.m.", "")],
    &[("Mr.", "")],
    &[("5", ""), ("a.m.", "a.m.")],
    &[(":)", "")],
    &[(":-)", "")],
    &[(":-))", "")],
    &[("\n", "")],
    &[("'", "")],
    &[("'em", "them")],
];

/// Which token a rule speaks of; its alternatives, each tokens of conditions (attribute, excludes, values); what it says.
type Rule = (usize, &'static [&'static [&'static [Condition]]], &'static [(usize, &'static str)]);
type Condition = (usize, bool, &'static [&'static str]);

const TAG: usize = 0;
const WORD: usize = 1;
const LABEL: usize = 2;
const IS_SPACE: usize = 3;

const RULES: &[Rule] = &[
    (0, &[&[&[(TAG, false, &["NN"])]]], &[(0, "NOUN"), (1, "Number=Sing")]),
    (0, &[&[&[(TAG, false, &["VB", "VBD"])]]], &[(0, "VERB"), (1, "")]),
    (0, &[&[&[(TAG, false, &["VBD"])]]], &[(1, "Tense=Past")]),
    (0, &[&[&[(LABEL, false, &["aux"]), (TAG, true, &["TO"])]]], &[(0, "AUX")]),
    (1, &[&[&[(WORD, false, &["let"])], &[(WORD, false, &["'s", "’s"])]]], &[(2, "us")]),
    (0, &[&[&[(WORD, false, &["got"])]], &[&[(WORD, false, &["gets"])]]], &[(2, "get")]),
    (0, &[&[&[(IS_SPACE, false, &["1"])]]], &[(0, "SPACE"), (1, ""), (3, "_SP"), (4, "dep")]),
];

fn rule((of_token, alternatives, said): &Rule) -> Vec<u8> {
    let condition = |(attribute, excludes, values): &Condition| {
        let values = list(values, |value| text(value));
        [number(*attribute), number(usize::from(*excludes)), values].concat()
    };
    let alternatives = list(alternatives, |tokens| list(tokens, |conditions| list(conditions, condition)));
    let said = list(said, |(subject, what)| [number(*subject), text(what)].concat());
    [number(*of_token), alternatives, said].concat()
}

/// Part of speech, rules, exceptions, words.
type Lemmas = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static [(&'static str, &'static [&'static str])],
    &'static str,
);

const LEMMAS: &[Lemmas] = &[
    (
        "NOUN",
        &[("s", ""), ("ses", "s"), ("ies", "y"), ("men", "man")],
        &[("geese", &["goose"]), ("staves", &["staff", "stave"]), ("ties", &["tie"])],
        "bus\nman\npity\ntie\nword",
    ),
    ("VERB", &[("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ing", "e"), ("ing", "")], &[], "go\nmake"),
    ("PUNCT", &[("“", "\"")], &[], ""),
];

fn lemmas((name, rules, exceptions, words): &Lemmas) -> Vec<u8> {
    let rules = list(rules, |(ending, other)| [text(ending), text(other)].concat());
    let exceptions =
        list(exceptions, |(form, lemmas)| [text(form), list(lemmas, |lemma| text(lemma))].concat());
    [text(name), rules, exceptions, text(words)].concat()
}

const ICONS: &[(char, char)] =
    &[('©', '©'), ('°', '°'), ('\u{1f300}', '\u{1f3fa}'), ('\u{1f400}', '\u{1f6d4}')];

const LETTERS: &[(char, char)] =
    &[('A', 'Z'), ('a', 'z'), ('À', 'Ö'), ('Ø', 'ö'), ('ø', 'ÿ'), ('ء', 'ي'), ('一', '鿿')];

const LOWER: &[(char, char)] = &[('a', 'z'), ('ß', 'ö'), ('ø', 'ÿ'), ('ء', 'ي'), ('一', '鿿')];

const UPPER: &[(char, char)] = &[('A', 'Z'), ('À', 'Ö'), ('Ø', 'Þ'), ('ء', 'ي'), ('一', '鿿')];
