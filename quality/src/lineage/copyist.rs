//! How a sentence changes when it is copied.

use super::grammar::{Grammar, capitalised};
use super::random::Random;

/// How a copyist works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes everything as it stands.
    Verbatim,
    /// Changes a sentence here and there.
    Editor,
    /// Puts other words in, by a dictionary.
    Spinner,
}

/// Of a hundred sentences, so many an editor changes.
const EDITED: usize = 40;
/// Of a hundred words that are in the dictionary, so many a spinner swaps.
const SPUN: usize = 45;
/// Words of saying, before which a sentence is divided from who speaks.
const SAYING: [&str; 6] = [" said ", " told reporters ", " added ", " confirmed ", " says ", " reported "];
/// What stands in place of a speaker who is no longer named.
const BLURRED: [&str; 4] = ["officials said", "a source said", "it was reported", "he said"];

/// A sentence as a copyist leaves it.
pub fn copied(sentence: &str, manner: Manner, grammar: &Grammar, random: &mut Random) -> String {
    match manner {
        Manner::Verbatim => sentence.to_owned(),
        Manner::Spinner => spun(sentence, &grammar.dictionary, random),
        Manner::Editor if random.percent(EDITED) => edited(sentence, grammar, random),
        Manner::Editor => sentence.to_owned(),
    }
}

fn spun(sentence: &str, dictionary: &[(String, String)], random: &mut Random) -> String {
    let swap = |word: &str, random: &mut Random| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let entry = dictionary.iter().find(|(from, _)| *from == bare.to_lowercase());
        match entry {
            Some((_, to)) if random.percent(SPUN) => {
                let capital = bare.starts_with(char::is_uppercase);
                word.replacen(bare, &if capital { capitalised(to) } else { to.clone() }, 1)
            }
            _ => word.to_owned(),
        }
    };
    sentence.split(' ').map(|word| swap(word, random)).collect::<Vec<_>>().join(" ")
}

/// One change of meaning or length; where a sentence allows none of that kind, a swap.
fn edited(sentence: &str, grammar: &Grammar, random: &mut Random) -> String {
    let changed = match random.below(6) {
        0 => without_clause(sentence),
        1 => without_speaker(sentence, random),
        2 => with_another_number(sentence, random),
        3 => Some(with_addition(sentence, &grammar.addition(random))),
        _ => None,
    };
    changed.filter(|text| text != sentence).unwrap_or_else(|| {
        let spun = spun(sentence, &grammar.dictionary, random);
        if spun == sentence { with_addition(sentence, &grammar.addition(random)) } else { spun }
    })
}

/// Without what stands behind its first comma, unless that is who speaks.
fn without_clause(sentence: &str) -> Option<String> {
    let (main, rest) = sentence.split_once(", ")?;
    let says = SAYING.iter().any(|word| format!(" {rest}").starts_with(word));
    (!says && !sentence.starts_with('"') && main.split(' ').count() > 5).then(|| format!("{main}."))
}

/// Who speaks is dropped, or nobody in particular speaks.
fn without_speaker(sentence: &str, random: &mut Random) -> Option<String> {
    let at = SAYING.iter().filter_map(|word| sentence.rfind(word)).max()?;
    let said = sentence[..at].trim_end_matches(',');
    if random.percent(50) && !said.starts_with('"') {
        return Some(format!("{said}."));
    }
    let comma = if said.ends_with('"') { "" } else { "," };
    Some(format!("{said}{comma} {}.", random.pick(&BLURRED)))
}

fn with_another_number(sentence: &str, random: &mut Random) -> Option<String> {
    let number = sentence.split(' ').find(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let other: usize = number.parse::<usize>().ok()? + random.between(1, 20);
    Some(sentence.replacen(number, &other.to_string(), 1))
}

fn with_addition(sentence: &str, addition: &str) -> String {
    sentence.trim_end_matches('.').to_owned() + addition + "."
}
