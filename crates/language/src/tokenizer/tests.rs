//! The tokenizer as a whole, on a small model and invented text.

use crate::lexeme::{Lexeme, hash_of};
use crate::test_model::{file, small_sections, with_small_model};
use crate::tokenizer::{ChunkCache, Token, Tokenizer};
use crate::{ModelError, ModelFile};
use proptest::prelude::*;

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    with_small_model(|file| {
        let tokenizer = Tokenizer::from_file(file).unwrap();
        tokenizer.tokenise(text, &mut ChunkCache::default(), &mut tokens);
    });
    tokens
}

/// Tokens between bars, `_` for the blank after one, so that the whole reads like the text.
fn shown(text: &str) -> String {
    let show = |token: &Token| {
        let blank = if token.space_after { "_" } else { "" };
        format!("{}{blank}", text[token.start as usize..token.end as usize].escape_debug())
    };
    tokens(text).iter().map(show).collect::<Vec<_>>().join("|")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let expected = expected.replace('\'', "\\'").replace('"', "\\\"");
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn white_space() {
    check(&[
        ("", ""),
        ("one two", "one_|two"),
        ("one  two ", "one_| |two_"),
        (" one", " |one"),
        ("one\ntwo", "one|\\n|two"),
        ("one \n\n two", "one_|\\n\\n |two"),
        ("one\u{a0}two", "one|\\u{a0}|two"),
        ("one\u{1c}two", "one|\\u{1c}|two"),
        ("\r\n", "\\r\\n"),
    ]);
}

#[test]
fn affixes() {
    check(&[
        ("(\"Fire!\")", "(|\"|Fire|!|\"|)"),
        ("Wait...", "Wait|..."),
        ("..two.", "..|two|."),
        ("A.B.", "A.B."),
        ("AB.", "AB|."),
        ("Ab.", "Ab|."),
        ("J.", "J."),
        ("50%.", "50|%|."),
        ("20°C.", "20|°|C|."),
        ("20°.", "20|°|."),
        ("5km", "5|km"),
        ("x5km/h", "x5|km/h"),
        ("kkm", "kkm"),
        ("$5m", "$|5|m"),
        ("US$10", "US$|10"),
        ("10C$", "10|C$"),
        ("٥كم", "٥كم"),
        ("5كم", "5|كم"),
        ("C++", "C++"),
        ("5+", "5|+"),
        ("+5", "+5"),
        ("+a", "+|a"),
        ("end……", "end|……"),
        ("……end", "…|…|end"),
        ("dog's", "dog|'s"),
        ("dogs'", "dogs|'"),
        ("DOG’S", "DOG|’S"),
        ("🐶🐶", "🐶|🐶"),
        ("((((", "(|(|(|("),
    ]);
}

#[test]
fn infixes() {
    check(&[
        ("end.Start", "end|.|Start"),
        ("End.start", "End.start"),
        ("end.\"Then", "end|.|\"Then"),
        ("one,two", "one|,|two"),
        ("1,2", "1,2"),
        ("well-known", "well|-|known"),
        ("a--b", "a|--|b"),
        ("a---b", "a|---|b"),
        ("a----b", "a----b"),
        ("1-2", "1|-|2"),
        ("1--2", "1|-|-2"),
        ("1--a", "1|-|-a"),
        ("a——b", "a|——|b"),
        ("a–b", "a|–|b"),
        ("12:30", "12:30"),
        ("a:b", "a|:|b"),
        ("1/b", "1|/|b"),
        ("5*4", "5|*|4"),
        ("a...b", "a|...|b"),
        ("a…b", "a|…|b"),
        ("a©b", "a|©|b"),
        ("بشار,محمد", "بشار|,|محمد"),
    ]);
}

#[test]
fn addresses() {
    check(&[
        ("http://www.example.com/a-b?c=d", "http://www.example.com/a-b?c=d"),
        ("(example.org)", "(|example.org|)"),
        ("someone@example.org,", "someone@example.org|,"),
        ("mailto:a.b:c@example.org", "mailto:a.b:c@example.org"),
        ("example.org:8080/a-b", "example.org:8080/a-b"),
        ("example.org:8/a-b", "example.org:8|/|a|-|b"),
        ("x-ray.example", "x-ray.example"),
        ("-x.example", "-x.example"),
        ("lower.Upper", "lower|.|Upper"),
        ("9.9.9.9/a-b", "9.9.9.9/a-b"),
        ("ftp://223.255.255.254:80#a-b", "ftp://223.255.255.254:80#a-b"),
        ("10.0.0.1/a-b", "10.0.0.1|/|a|-|b"),
        ("172.16.0.1/a-b", "172.16.0.1|/|a|-|b"),
        ("172.32.0.1/a-b", "172.32.0.1/a-b"),
        ("1.256.1.1/a-b", "1.256.1.1|/|a|-|b"),
        ("1.1.1.255/a-b", "1.1.1.255|/|a|-|b"),
        ("224.1.1.1/a-b", "224.1.1.1|/|a|-|b"),
    ]);
    let label = "a".repeat(64);
    assert_eq!(tokens(&format!("{label}.example/a-b")).len(), 1);
    assert_ne!(tokens(&format!("{label}a.example/a-b")).len(), 1);
    let domain = "a".repeat(63);
    assert_eq!(tokens(&format!("x.{domain}/a-b")).len(), 1);
    assert_ne!(tokens(&format!("x.{domain}a/a-b")).len(), 1);
}

#[test]
fn exceptions() {
    check(&[
        ("don't", "don|'t"),
        ("(don't)", "(|don|'t|)"),
        ("at 5a.m. sharp", "at_|5|a.m._|sharp"),
        ("(a.m.)", "(|a.m.|)"),
        ("a.m.)", "a.m.|)"),
        ("well :-)) then", "well_|:-))_|then"),
        ("(well:-))", "(|well:-|)|)"),
        (":-) :)", ":-)_|:)"),
        (": )", ":_|)"),
        ("(:)", "(|:)"),
        (":):)", ":)|:)"),
        ("\"'em", "\"|'em"),
    ]);
}

#[test]
fn norms_of_exceptions() {
    let found = tokens("She realise’s that she's here");
    let norms: Vec<u64> = found.iter().map(|token| token.lexeme.norm).collect();
    let expected = ["she", "realize", "'s", "that", "she", "is", "here"].map(hash_of);
    assert_eq!(norms, expected);
}

#[test]
fn damaged_sections_are_errors() {
    for name in ["exceptions", "character classes", "norms"] {
        let mut sections = small_sections();
        let at = sections.iter().position(|(known, _)| *known == name).unwrap();
        for length in 0..sections[at].1.len().min(200) {
            let mut cut = sections.clone();
            cut[at].1.truncate(length);
            let bytes = file(&cut);
            let error = Tokenizer::from_file(&ModelFile::parse(&bytes).unwrap()).unwrap_err();
            assert!(matches!(error, ModelError::Wrong { section, .. } if section == name));
        }
        sections.remove(at);
        let bytes = file(&sections);
        let error = Tokenizer::from_file(&ModelFile::parse(&bytes).unwrap()).unwrap_err();
        assert_eq!(error, ModelError::Lacks(name));
    }
}

/// A step that looks back over all that it has seen would not end.
#[test]
fn long_chunks_end() {
    with_small_model(|file| {
        let tokenizer = Tokenizer::from_file(file).unwrap();
        let mut cache = ChunkCache::default();
        let mut tokens = Vec::new();
        for part in
            ["a", "(", ".", "a.", "@", "a@b.", "-", "1-", "a--", ":-", "'s", "5km", "漢", " ", "…", "://"]
        {
            let text = part.repeat(100_000 / part.chars().count());
            tokenizer.tokenise(&text, &mut cache, &mut tokens);
            assert_rejoins(&text, &tokens);
        }
    });
}

fn assert_rejoins(text: &str, tokens: &[Token]) {
    let mut at = 0;
    for token in tokens {
        assert_eq!(token.start as usize, at);
        assert!(token.end > token.start && text.is_char_boundary(token.end as usize));
        at = token.end as usize;
        if token.space_after {
            assert_eq!(text.as_bytes()[at], b' ');
            at += 1;
        }
    }
    assert_eq!(at, text.len());
}

/// Texts in which the rules meet: signs, pieces of exceptions, and any character at all.
fn a_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => proptest::sample::select(vec![
            " ", " ", "\n", ".", "..", ",", "-", "'", "’", "\"", "(", ")", ":", "@", "/", "5", "km", "$", "US$", "+", "a",
            "B", "don't", "she's", "a.m.", ":-)", "www.example.org", "http://", "9.9.9.9", "°C.", "…", "🐶", "漢", "\u{301}",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn tokens_rejoin_and_no_cache_changes_them(texts in proptest::collection::vec(a_text(), 1..6)) {
        with_small_model(|file| {
            let tokenizer = Tokenizer::from_file(file).unwrap();
            let mut used = ChunkCache::default();
            for text in &texts {
                let (mut with_used, mut with_new) = (Vec::new(), Vec::new());
                tokenizer.tokenise(text, &mut used, &mut with_used);
                tokenizer.tokenise(text, &mut ChunkCache::default(), &mut with_new);
                assert_eq!(with_used, with_new);
                assert_rejoins(text, &with_used);
                for token in &with_used {
                    let plain = Lexeme::of(&text[token.start as usize..token.end as usize], &tokenizer.norms);
                    assert_eq!(Lexeme { norm: token.lexeme.norm, ..plain }, token.lexeme);
                }
            }
        });
    }
}
