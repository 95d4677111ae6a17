//! Does a line belong to a picture?

use super::headline::is_title_case;
use super::line_words::{holds, is_capitalised, lower_words, written_words};

/// How captions and credits begin, in lower case.
const OPENINGS: &[&str] = &[
    "(photo", "ap photo by", "ap photo/", "caption:", "credit:", "credits:", "file - ", "file \u{2013} ",
    "file \u{2014} ", "file photo", "file picture", "graphic:", "illustration:", "image by ",
    "image caption", "image copyright", "image courtesy", "image credit", "image source", "image:",
    "images:", "map:", "media caption", "photo by ", "photo caption", "photo courtesy", "photo credit",
    "photo illustration", "photo/", "photo:", "photograph by ", "photograph:", "photographs:", "pic:",
    "pics:", "picture by ", "picture caption", "picture credit", "picture:", "pictured:", "screenshot:",
];

/// Credits inside or behind a caption, in lower case.
const CREDITS: &[&str] = &[
    "(ap photo", "(ap) photo", "(afp photo", "(epa/", "(file photo)", "(file)", "(getty images", "(image:",
    "(photo by", "(photo courtesy", "(photo credit", "(photo:", "(picture:", "(reuters photo", "/afp)",
    "/afp/getty", "/ap photo", "/ap)", "/epa)", "/getty images", "/getty)", "/reuters)", "[file: ",
    "afp photo/", "ap photo/", "epa-efe/",
];

/// Every credit has one of these.
const CREDIT_MARKS: [char; 3] = ['(', '/', '['];

/// What a picture shows people and things doing, in the present tense of captions. Forms that are nouns
/// more often ("runs", "plays", "march") are left out.
const SHOWN: &[&str] = &[
    "addresses", "arrive", "arrives", "attend", "attends", "boards", "burns", "carries", "carry",
    "celebrate", "celebrates", "chant", "chants", "cheer", "cheers", "clears", "comforts", "crosses",
    "demonstrates", "embrace", "embraces", "enters", "escorts", "examines", "flee", "flees", "gather",
    "gathers", "gestures", "greet", "greets", "guards", "holds", "hug", "hugs", "inspect", "inspects",
    "kneel", "kneels", "leaves", "lies", "listen", "listens", "looks", "marches", "mourn", "mourns",
    "patrol", "patrols", "poses", "pray", "prays", "prepares", "protests", "queue", "raises", "reacts",
    "rides", "rises", "salute", "salutes", "searches", "shakes", "shouts", "sit", "sits", "smile", "smiles",
    "speak", "speaks", "stand", "stands", "surveys", "talks", "tours", "wait", "waits", "walk", "walks",
    "watches", "waves", "wears", "weep", "weeps",
];

/// Verbs of report: a line that has one may be a sentence whose end was cut off.
const REPORTING: &[&str] = &[
    "added", "announced", "asked", "claimed", "confirmed", "declared", "denied", "had", "has", "insisted",
    "reported", "said", "says", "stated", "told", "warned", "was", "were", "will", "would",
];

/// Words for a picture, as in "in this undated handout photo".
const PICTURES: &[&str] =
    &["frame", "grab", "handout", "image", "photo", "photograph", "picture", "screengrab", "still"];

/// Words that lead from "in this" to the picture.
const IN_THIS_REACH: usize = 8;

/// Longer lines are sentences, whatever they point at.
const MOST_WORDS: usize = 50;

/// Whether a line is a caption or a credit by its opening, its credit, or its pointing at the picture.
pub(super) fn is_caption(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare_credit = lower.ends_with("getty images") || lower.ends_with("via ap");
    let opens = OPENINGS.iter().any(|opening| {
        let rest = lower.strip_prefix(opening);
        rest.is_some_and(|rest| {
            !opening.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic)
        })
    });
    opens
        || lower.contains(CREDIT_MARKS) && CREDITS.iter().any(|credit| lower.contains(credit))
        || bare_credit
        || ends_in_agency_credit(line)
        || points_at_picture(line, &lower)
}

/// Whether a line without a full stop tells, in the present tense, what a picture shows. It says enough
/// only among the paragraphs, where headlines are not expected.
pub(super) fn tells_what_is_shown(line: &str) -> bool {
    let words = lower_words(line);
    let has = |list: &[&str]| words.iter().skip(1).any(|word| holds(list, word));
    (7..=45).contains(&words.len())
        && line.starts_with(char::is_uppercase)
        && line.ends_with(char::is_alphanumeric)
        && !line.contains(['"', '\u{201c}', '\u{201d}', ':', '@', '/'])
        && !is_title_case(line)
        && has(SHOWN)
        && !has(REPORTING)
        && !words.iter().any(|word| matches!(word.as_str(), "i" | "my" | "you" | "your" | "we" | "our"))
}

/// "... REUTERS/Anna Lund" at the end; "a Reuters/Ipsos poll" elsewhere is no credit.
fn ends_in_agency_credit(line: &str) -> bool {
    ["REUTERS/", "Reuters/", "AFP/", "EPA/"].iter().any(|agency| {
        line.rsplit_once(agency).is_some_and(|(_, name)| {
            let words: Vec<&str> = name.split_whitespace().collect();
            (1..=4).contains(&words.len())
                && !name.ends_with('.')
                && words.iter().all(|word| is_capitalised(word))
        })
    })
}

/// "... in this undated handout photo", "Pictured (left to right)", "second from left".
fn points_at_picture(line: &str, lower: &str) -> bool {
    // A first sieve, for most lines are sentences, and taking one apart costs far more.
    let may_point = line.contains(['(', ')']) || PICTURES.iter().any(|picture| lower.contains(picture));
    if !may_point || written_words(line).take(MOST_WORDS + 1).count() > MOST_WORDS {
        return false;
    }
    let words = lower_words(line);
    let in_this = words.windows(2).enumerate().any(|(at, pair)| {
        pair[0] == "in"
            && matches!(pair[1].as_str(), "this" | "a")
            && (pair[1] == "this" || words.get(at + 2).is_some_and(|word| word == "file"))
            && words[at + 2..].iter().take(IN_THIS_REACH).any(|word| holds(PICTURES, word))
    });
    let is_seen = words.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "is" | "are" | "as")
            && matches!(pair[1].as_str(), "seen" | "pictured" | "shown")
    });
    // "(R)" and "(L)" would be parties and lakes as well.
    let places = ["(left)", "(right)", "(centre)", "(center)", "from left)", "from right)"];
    let reports = words.iter().any(|word| word == "said" || word == "told");
    let opens = words.first().is_some_and(|word| word == "in");
    !reports
        && (in_this && (is_seen || opens)
            || !line.ends_with('.') && places.iter().any(|place| lower.contains(place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [SHOWN, REPORTING, PICTURES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn captions_and_credits_are_known_by_opening_or_credit() {
        for line in [
            "Photo: Anna Lund",
            "Image caption The ferry in the harbour of Velmora",
            "FILE - In this May 9, 2016 photo, Anna Lund leaves the court.",
            "The ferry after the fire. (AP Photo/Peter Voss)",
            "Peter Voss/Getty Images",
            "Smoke over the harbour. REUTERS/Peter Voss",
            "Anna Lund is seen in this undated handout picture.",
            "In this photo taken on Friday, passengers wait on the pier.",
            "Minister Anna Lund (left) with Peter Voss",
        ] {
            assert!(is_caption(line), "{line}");
        }
    }

    #[test]
    fn sentences_about_pictures_are_no_captions() {
        for line in [
            "The man seen in this photo was arrested, police said.",
            "Photographs of the ferry were published.",
            "He sued Getty Images.",
            "Getty Images said it would sue.",
            "AP photographer Anna Lund was hurt.",
            "A Reuters/Ipsos poll showed that few agreed.",
            "Files were found in the ferry.",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn what_a_picture_shows_stands_in_the_present_tense_without_a_full_stop() {
        assert!(tells_what_is_shown("Anna Lund, the minister of ports, waves to passengers near the pier"));
        assert!(!tells_what_is_shown("Anna Lund, the minister of ports, waves to passengers near the pier."));
        assert!(!tells_what_is_shown("Anna Lund said that she waves to passengers near the"));
        assert!(!tells_what_is_shown("Lund waves goodbye"));
    }
}
