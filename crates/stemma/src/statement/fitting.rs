//! Can these source words stand for that speaker? By number, gender and the nouns of roles.

use super::lexicon::{BODY, DOCUMENT, ROLE, TITLE, classes};
use super::reference::{Anaphor, Pronoun};
use crate::model::{ByteRange, VoiceKind};
use crate::text::word_ranges;

/// Whether an anaphor, with its own `words`, can stand for a speaker of a kind who is described by other words.
pub(crate) fn fits(anaphor: Anaphor, words: &str, described: &str, kind: VoiceKind) -> bool {
    match anaphor {
        Anaphor::Pronoun(Pronoun::They) => kind == VoiceKind::Body || is_plural(described, kind),
        Anaphor::Pronoun(Pronoun::It) => {
            matches!(kind, VoiceKind::Body | VoiceKind::Metonym | VoiceKind::Document)
        }
        Anaphor::Pronoun(pronoun) => {
            matches!(kind, VoiceKind::Person | VoiceKind::Unnamed)
                && gender_of(described).is_none_or(|gender| gender == pronoun)
                && !is_plural(described, kind)
        }
        Anaphor::Role(_) => kind == VoiceKind::Person && shares_noun(words, described, ROLE | TITLE),
        Anaphor::Body(_) => {
            matches!(kind, VoiceKind::Body | VoiceKind::Document)
                && shares_noun(words, described, BODY | DOCUMENT)
        }
    }
}

/// Whether source words name an office without saying which: "the official", "the source".
pub(crate) fn is_any_official(words: &str) -> bool {
    let mut words = small_words(words);
    let the = words.next().is_some_and(|first| first == "the");
    let general = ["official", "politician", "leader", "source", "diplomat"];
    the && words.next().is_some_and(|noun| general.contains(&noun.as_str())) && words.next().is_none()
}

/// The words of a text in small letters.
fn small_words(text: &str) -> impl Iterator<Item = String> {
    let whole = ByteRange::new(0, text.len());
    word_ranges(text, whole).into_iter().map(move |range| range.of(text).to_lowercase())
}

/// What words beside a name tell of its gender.
fn gender_of(described: &str) -> Option<Pronoun> {
    const MALE: [&str; 12] = [
        "mr", "king", "prince", "lord", "father", "husband", "son", "brother", "sheikh", "his", "himself",
        "sir",
    ];
    const FEMALE: [&str; 13] = [
        "mrs", "ms", "miss", "queen", "princess", "lady", "mother", "wife", "daughter", "sister", "her",
        "herself", "nun",
    ];
    let is_female = |word: &String| FEMALE.contains(&word.as_str()) || word.ends_with("woman");
    let is_male = |word: &String| {
        MALE.contains(&word.as_str())
            || word.ends_with("man") && classes(word) & ROLE != 0 && !word.ends_with("woman")
    };
    let has = |test: &dyn Fn(&String) -> bool| small_words(described).any(|word| test(&word));
    match (has(&is_male), has(&is_female)) {
        (true, false) => Some(Pronoun::He),
        (false, true) => Some(Pronoun::She),
        _ => None,
    }
}

/// "officials", "some experts"; a single "one of the wives" is none.
fn is_plural(described: &str, kind: VoiceKind) -> bool {
    let first = small_words(described).next().unwrap_or_default();
    let singular = ["a", "an", "one", "another"].contains(&first.as_str());
    kind == VoiceKind::Unnamed && !singular
}

/// Whether the nouns of a role or body stand beside the name, too: "the governor" for "Governor Ali Orlo".
fn shares_noun(words: &str, described: &str, class: u32) -> bool {
    let telling = |text| small_words(text).filter(|word| classes(word) & class != 0).collect::<Vec<_>>();
    let (wanted, there) = (telling(words), telling(described));
    !wanted.is_empty() && wanted.iter().all(|word| there.contains(word))
}
