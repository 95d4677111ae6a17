//! What kind of difference an edit is, by the words on both sides.
//!
//! The kinds say what to look at, not what was meant: a number that differs, a denial on one side only.

use super::numbers::{number_values, number_words};
use super::word_flags::WordFlags;
use crate::model::{ByteRange, EditKind, EditKinds};
use crate::text::{each_word, hash_of_word, normalise};
use std::sync::LazyLock;

/// The longest edit in which a plain "not" counts as a changed negation. In a longer one, a whole clause
/// came or went, and its "not" is about itself; a word of denial counts at any length.
const MAX_NEGATION_WORDS: usize = 6;

/// Words that turn a sentence round.
const NEGATIONS: &[&str] = &[
    "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hardly", "hasnt", "havent", "isnt",
    "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "shouldnt", "unable",
    "wasnt", "werent", "without", "wont", "wouldnt",
];

/// Words by which somebody says that something is not so.
const DENIALS: &[&str] = &[
    "denial", "denials", "denied", "denies", "deny", "denying", "disavowed", "dismissed", "dismisses",
    "dismissing", "disputed", "disputes", "false", "rebutted", "refuted", "refutes", "refuting", "rejected",
    "rejecting", "rejects", "untrue",
];

/// Words that say how sure or how exact something is.
const CERTAINTY: &[&str] = &[
    "about", "alleged", "allegedly", "almost", "apparent", "apparently", "approximately", "around",
    "believed", "certainly", "claimed", "could", "definitely", "estimated", "fewer", "least", "less",
    "likely", "may", "maybe", "might", "more", "most", "nearly", "over", "perhaps", "possible", "possibly",
    "presumably", "probably", "purported", "purportedly", "reported", "reportedly", "roughly", "seemingly",
    "some", "supposed", "supposedly", "suspected", "unconfirmed", "under",
];

/// Words that give what follows, or what went before, to a speaker.
const ATTRIBUTION: &[&str] = &[
    "according", "acknowledged", "added", "adding", "admitted", "agreed", "alleged", "announced",
    "announces", "argued", "asserted", "claimed", "claims", "commented", "conceded", "confirmed", "confirms",
    "declared", "declares", "denied", "denies", "disclosed", "emphasised", "emphasized", "estimated",
    "explained", "informed", "insisted", "insists", "maintained", "mentioned", "noted", "observed",
    "pledged", "predicted", "quoted", "quoting", "reiterated", "remarked", "replied", "reported", "revealed",
    "said", "saying", "says", "stated", "stressed", "suggested", "tells", "testified", "told", "tweeted",
    "underlined", "vowed", "warned", "warns", "wrote",
];

/// The kinds of an edit that turns `from` into `to`, in order; at least one. `behind` is what follows the
/// edit in both texts, up to the next edit.
pub fn kinds(from: &str, to: &str, behind: &str) -> EditKinds {
    let (mut of_old, mut of_new) = (Vec::new(), Vec::new());
    kinds_of((from, &mut of_old), (to, &mut of_new), behind)
}

/// The same; the words of both sides are only there to be used again.
pub fn kinds_of<'a>(
    from: (&'a str, &mut Vec<SideWord<'a>>),
    to: (&'a str, &mut Vec<SideWord<'a>>),
    behind: &str,
) -> EditKinds {
    let (old, new) = (Side::of(from.0, from.1), Side::of(to.0, to.1));
    let longer_name = goes_before_name(&old, &new, behind) || goes_before_name(&new, &old, behind);
    let shape = if longer_name { EditKind::NameForm } else { shape(&old, &new) };
    let mut kinds = EditKinds::from_iter([shape]);
    if old.flags | new.flags == 0 {
        return kinds;
    }
    let checks = [
        (EditKind::Number, number_differs(&old, &new)),
        (EditKind::Negation, negation_differs(&old, &new)),
        (EditKind::Attribution, differs(IS_ATTRIBUTION, &old, &new)),
        (EditKind::Certainty, certainty_differs(&old, &new)),
    ];
    checks.iter().filter(|(_, holds)| *holds).for_each(|(kind, _)| kinds.push(*kind));
    kinds.sort_unstable();
    kinds
}

/// Whether a word gives words to a speaker.
pub fn says(word: &str) -> bool {
    // Most words end in no letter that one of these ends in, and marks stand only inside a word.
    let last = word.as_bytes().last().copied().unwrap_or_default();
    let may_say = word.len() >= SHORTEST_ATTRIBUTION && ATTRIBUTION_ENDS.contains(&last.to_ascii_lowercase());
    (may_say || !word.is_ascii()) && LISTS.of(hash_of_word(word)) & IS_ATTRIBUTION != 0
}

/// The last letters of words of saying, and the letters of the shortest.
const ATTRIBUTION_ENDS: &[u8] = b"degs";
const SHORTEST_ATTRIBUTION: usize = 4;

const IS_NEGATION: u8 = 1;
const IS_DENIAL: u8 = 2;
const IS_CERTAINTY: u8 = 4;
const IS_ATTRIBUTION: u8 = 8;
const IS_NUMBER: u8 = 16;

/// All lists, to be searched by the hash of a word.
static LISTS: LazyLock<WordFlags> = LazyLock::new(|| {
    let numbers: Vec<&str> = number_words().collect();
    WordFlags::new(&[
        (IS_NEGATION, NEGATIONS),
        (IS_DENIAL, DENIALS),
        (IS_CERTAINTY, CERTAINTY),
        (IS_ATTRIBUTION, ATTRIBUTION),
        (IS_NUMBER, &numbers),
    ])
});

/// One side of an edit, as words.
struct Side<'a, 'w> {
    text: &'a str,
    words: &'w [SideWord<'a>],
    /// The bits of all words together.
    flags: u8,
}

/// A word of it.
pub struct SideWord<'a> {
    text: &'a str,
    hash: u64,
    flags: u8,
}

impl<'a, 'w> Side<'a, 'w> {
    fn of(text: &'a str, words: &'w mut Vec<SideWord<'a>>) -> Self {
        words.clear();
        let mut all = 0;
        each_word(text, ByteRange::new(0, text.len()), |range, hash| {
            let word = range.of(text);
            let digits = if word.starts_with(char::is_numeric) { IS_NUMBER } else { 0 };
            let flags = LISTS.of(hash) | digits;
            words.push(SideWord { text: word, hash, flags });
            all |= flags;
        });
        Side { text, words, flags: all }
    }

    /// The words as they are compared.
    fn normal(&self) -> Vec<String> {
        self.words.iter().map(|word| normalise(word.text)).collect()
    }

    /// The hashes of the words that are in a list.
    fn listed(&self, list: u8) -> impl Iterator<Item = u64> {
        self.words.iter().filter(move |word| word.flags & list != 0).map(|word| word.hash)
    }
}

/// What happened to the words as such.
fn shape(old: &Side, new: &Side) -> EditKind {
    if same_letters(old, new) {
        EditKind::Punctuation
    } else if new.words.is_empty() {
        EditKind::Cut
    } else if old.words.is_empty() {
        EditKind::Addition
    } else if same_words(old, new) {
        EditKind::Reorder
    } else if names_alike(old, new) {
        EditKind::NameForm
    } else {
        EditKind::Swap
    }
}

/// Whether both sides have the same letters and digits in the same order.
fn same_letters(old: &Side, new: &Side) -> bool {
    if old.text.is_ascii() && new.text.is_ascii() {
        return plain_letters(old.text).eq(plain_letters(new.text));
    }
    old.normal().concat() == new.normal().concat()
}

fn plain_letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}

fn same_words(old: &Side, new: &Side) -> bool {
    let sorted = |side: &Side| {
        let mut hashes: Vec<u64> = side.words.iter().map(|word| word.hash).collect();
        hashes.sort_unstable();
        hashes
    };
    old.words.len() == new.words.len() && sorted(old) == sorted(new)
}

/// Whether both sides are names, and one is a form of the other: it shares a word's beginning with it
/// ("Russia", "Russian Federation"; "Lavrentiev", "Lavrentyev") or abbreviates it ("US", "United States").
fn names_alike(old: &Side, new: &Side) -> bool {
    let all_names = |side: &Side| side.words.iter().all(|word| word.text.starts_with(char::is_uppercase));
    if !all_names(old) || !all_names(new) {
        return false;
    }
    abbreviates(old, new) || abbreviates(new, old) || begin_alike(&old.normal(), &new.normal())
}

/// Whether words stand on one side only, and make a longer name of the one behind them ("Republic of").
fn goes_before_name(none: &Side, some: &Side, behind: &str) -> bool {
    let (Some(first), Some(last)) = (some.words.first(), some.words.last()) else { return false };
    let of_name = none.words.is_empty() && first.text.starts_with(char::is_uppercase);
    of_name && normalise(last.text) == "of" && behind.trim_start().starts_with(char::is_uppercase)
}

/// Letters that two names must share at their beginning to be taken for forms of one name.
const NAME_STEM: usize = 4;

fn begin_alike(old: &[String], new: &[String]) -> bool {
    let shared = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    old.iter().any(|a| new.iter().any(|b| shared(a, b) >= NAME_STEM))
}

/// Whether one word of capitals abbreviates several: "US" or "USA" for "United States".
fn abbreviates(short: &Side, long: &Side) -> bool {
    let [word] = short.words else {
        return false;
    };
    let capitals = word.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let initials: String = long.normal().iter().filter_map(|word| word.chars().next()).collect();
    capitals && initials.chars().count() >= 2 && normalise(word.text).starts_with(&initials)
}

/// A number on both sides, and not the same one. A number that came or went with its clause is not a
/// number that was changed.
fn number_differs(old: &Side, new: &Side) -> bool {
    if old.flags & new.flags & IS_NUMBER == 0 {
        return false;
    }
    let (old, new) = (number_values(&old.normal()), number_values(&new.normal()));
    !old.is_empty() && !new.is_empty() && old != new
}

fn negation_differs(old: &Side, new: &Side) -> bool {
    let short = old.words.len() + new.words.len() <= MAX_NEGATION_WORDS;
    differs(IS_DENIAL, old, new) || short && differs(IS_NEGATION, old, new)
}

/// How exact something is matters where a number or a short wording is hedged, not where a clause came.
fn certainty_differs(old: &Side, new: &Side) -> bool {
    old.words.len() + new.words.len() <= MAX_NEGATION_WORDS && differs(IS_CERTAINTY, old, new)
}

/// Whether a list's words stand on one side, or different ones on both.
fn differs(list: u8, old: &Side, new: &Side) -> bool {
    (old.flags | new.flags) & list != 0 && !old.listed(list).eq(new.listed(list))
}

#[cfg(test)]
mod tests {
    use super::EditKind::*;
    use super::*;

    #[test]
    fn each_kind_is_told_from_the_words_on_both_sides() {
        let cases: &[(&str, &str, &[EditKind])] = &[
            ("street", "road", &[Swap]),
            ("with a deal", "", &[Cut]),
            ("", "aboard 32 buses", &[Addition]),
            ("Iran and Marrow", "Marrow and Iran", &[Reorder]),
            ("261", "361", &[Swap, Number]),
            ("seven", "nine", &[Swap, Number]),
            ("five", "5", &[Swap]),
            ("1,600", "1600", &[Punctuation]),
            ("denied", "said", &[Swap, Negation, Attribution]),
            ("said", "confirmed", &[Swap, Attribution]),
            ("was", "was not", &[Swap, Negation]),
            ("not", "", &[Cut, Negation]),
            ("about", "some", &[Swap, Certainty]),
            ("At least", "", &[Cut, Certainty]),
            ("Marrow", "Marrow Federation", &[NameForm]),
            ("United States", "USA", &[NameForm]),
            ("Lavrent", "Lavrenty", &[NameForm]),
            ("war-", "war ", &[Punctuation]),
            (",", "", &[Punctuation]),
            ("who did not know whether anyone had been hurt in the fire", "", &[Cut]),
            ("which the mayor of the town has always denied in public", "", &[Cut, Negation, Attribution]),
        ];
        for (from, to, expected) in cases {
            assert_eq!(*kinds(from, to, " to the town"), **expected, "{from:?} -> {to:?}");
        }
    }

    #[test]
    fn no_word_of_saying_falls_through_the_sieve() {
        assert!(ATTRIBUTION.iter().all(|word| says(word) && says(&word.to_uppercase())));
        assert!(says("sa\u{ef}d") && !says("harbour") && !says("dead"));
    }

    #[test]
    fn words_that_make_a_name_longer_are_a_form_of_it() {
        assert_eq!(kinds("", "Republic of", " Marrow on Monday"), [NameForm]);
        assert_eq!(kinds("Republic of ", "", "Marrow on Monday"), [NameForm]);
        assert_eq!(kinds("", "Thousands of", " people"), [Addition]);
        assert_eq!(kinds("", "because of", " Marrow"), [Addition]);
    }
}
