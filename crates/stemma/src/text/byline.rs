//! Does a line say nothing but who wrote a report?

use super::date_line::is_calendar_word;
use super::line_words::{holds, is_capitalised, lower_words, written_words};

/// What newsrooms call those who write, in bylines.
const ROLES: &[&str] = &[
    "agencies", "agency", "columnist", "contributor", "contributors", "correspondent", "correspondents",
    "editor", "editors", "journalist", "reporter", "reporters", "staff", "staffer", "stringer", "wires",
    "writer", "writers",
];

/// Words that stand beside a role: its rank, its beat, its house.
const BESIDE_ROLES: &[&str] = &[
    "a", "affairs", "agency", "and", "and/or", "assistant", "associate", "associated", "at", "bureau",
    "business", "by", "chief", "city", "contributing", "correspondent", "crime", "culture", "daily",
    "defence", "defense", "deputy", "desk", "diplomatic", "economics", "education", "environment", "for",
    "foreign", "freelance", "from", "general", "guest", "health", "in", "international", "legal", "local",
    "managing", "national", "news", "newsroom", "of", "on", "online", "our", "own", "people", "political",
    "politics", "press", "regional", "report", "reports", "science", "security", "senior", "service",
    "services", "special", "sports", "team", "technology", "the", "to", "via", "web", "wire", "with",
    "world",
];

/// News agencies, as they stand alone below a report.
const AGENCIES: &[&str] = &[
    "aap",
    "afp",
    "agence france-presse",
    "agencia efe",
    "al jazeera",
    "anadolu",
    "anadolu agency",
    "ani",
    "ansa",
    "ap",
    "apa",
    "associated press",
    "bloomberg",
    "bloomberg news",
    "cp",
    "deutsche presse-agentur",
    "dpa",
    "efe",
    "ians",
    "interfax",
    "irna",
    "itar-tass",
    "kyodo",
    "kyodo news",
    "pa",
    "pa media",
    "press association",
    "pti",
    "reuters",
    "ria novosti",
    "sana",
    "tass",
    "the associated press",
    "the canadian press",
    "the press association",
    "thomson reuters",
    "united press international",
    "upi",
    "xinhua",
    "yonhap",
];

/// Small words inside names and between them.
const NAME_PARTICLES: &[&str] = &[
    "abu", "al", "and", "at", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "el",
    "et", "for", "ibn", "in", "la", "le", "of", "the", "ul", "van", "von", "y", "zu",
];

/// Words that stand between an opening verb and the names ("Additional reporting by ...").
const WRITING: &[&str] = &[
    "additional", "compiled", "contributed", "contributing", "edited", "editing", "from", "graphics",
    "photography", "posted", "produced", "reported", "reporting", "research", "story", "submitted", "text",
    "translated", "translation", "video", "with", "words", "writing", "written",
];

/// Longer lines are sentences.
const MOST_WORDS: usize = 24;

/// No name is longer. In bytes.
const LONGEST_NAME: usize = 80;

/// Whether a line is a byline wherever it stands.
pub(super) fn is_byline(line: &str) -> bool {
    let line = line.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    if written_words(line).take(MOST_WORDS + 1).count() > MOST_WORDS {
        return false;
    }
    let lower = lower_words(line);
    if lower.is_empty() {
        return false;
    }
    names_staff(line, &lower) || is_agency(line, &lower) || credits(line)
}

/// Whether a line is two to four words that read as a person's name and nothing else.
pub(super) fn is_name(line: &str) -> bool {
    if line.len() > LONGEST_NAME {
        return false;
    }
    let words: Vec<&str> = written_words(line).collect();
    let plain = line
        .chars()
        .all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'' | '\u{2019}' | '.'));
    let name_parts = words.iter().filter(|word| is_name_part(word)).count();
    plain
        && (2..=4).contains(&words.len())
        && name_parts >= 2
        && !line.ends_with('.')
        && is_name_part(words[0])
        && words.iter().all(|word| is_name_part(word) || is_particle(word))
}

/// One capital, then small letters ("Lund", "O'Brien", "McKay", "Anne-Marie"), or an initial.
fn is_name_part(word: &str) -> bool {
    let word = word.strip_prefix("al-").unwrap_or(word);
    is_capitalised(word)
        && (word.chars().count() == 1 || word.chars().any(char::is_lowercase))
        && !is_calendar_word(word)
        && !holds(NAME_PARTICLES, &word.to_lowercase())
}

fn is_particle(word: &str) -> bool {
    !is_capitalised(word) && holds(NAME_PARTICLES, word)
}

/// "Staff and agencies", "Our foreign correspondent": a role, and nothing but what stands beside roles.
fn names_staff(line: &str, lower: &[String]) -> bool {
    lower.len() <= 7
        && !ends_sentence(line)
        && lower.iter().any(|word| holds(ROLES, word))
        && lower.iter().all(|word| holds(ROLES, word) || holds(BESIDE_ROLES, word) || holds(AGENCIES, word))
}

/// One agency or several, with or without "Source:" or a dash.
fn is_agency(line: &str, lower: &[String]) -> bool {
    let mut words = lower;
    if let [first, rest @ ..] = words
        && matches!(first.as_str(), "source" | "sources" | "agencies" | "with")
    {
        words = rest;
    }
    let joined = words.join(" ");
    let separated = || {
        line.split(['/', ',', '|', '&'])
            .map(|part| lower_words(part).join(" "))
            .all(|part| holds(AGENCIES, &part))
    };
    !words.is_empty() && words.len() <= 6 && !ends_sentence(line) && (holds(AGENCIES, &joined) || separated())
}

/// "By ..." or "Reporting by ...; editing by ...": an opening, then names, roles and houses only.
fn credits(line: &str) -> bool {
    let mut opened = false;
    let mut names = 0;
    for (idx, piece) in line.split_whitespace().enumerate() {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = word.to_lowercase();
        let opens = lower == "by" || holds(WRITING, &lower);
        if opens && (idx == 0 || opened || !is_capitalised(word)) {
            opened |= lower == "by" || piece.ends_with(':');
        } else if !opened || !fits_credit(piece, word, &lower) || names == 0 && is_calendar_word(word) {
            return false;
        } else {
            names += usize::from(is_capitalised(word) || piece.contains('@') || holds(ROLES, &lower));
        }
    }
    opened && names > 0
}

/// A name, a role, a particle, an address, a joint.
fn fits_credit(piece: &str, word: &str, lower: &str) -> bool {
    word.is_empty()
        || is_capitalised(word)
        || piece.contains('@')
        || holds(NAME_PARTICLES, lower)
        || holds(ROLES, lower)
        || holds(BESIDE_ROLES, lower)
        || lower.starts_with("al-")
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [ROLES, BESIDE_ROLES, AGENCIES, NAME_PARTICLES, WRITING] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn bylines_of_every_usual_form_are_known() {
        for line in [
            "By Anna Lund",
            "BY ANNA LUND AND PETER VOSS",
            "By Anna Lund, Velmora Herald, Port Tessin",
            "By ANNA LUND Associated Press Writer",
            "By our foreign staff",
            "Written by Anna Lund",
            "Posted by Anna Lund",
            "Staff and agencies",
            "Staff Writer",
            "From our diplomatic correspondent",
            "Reporting by Anna Lund and Peter Voss; editing by J. K. Moor",
            "(Additional reporting by Omar al-Hadi in Port Tessin; Editing by Peter Voss)",
            "The Associated Press",
            "Contributing: Anna Lund",
            "Source: Reuters",
            "AFP, Reuters",
            "AP/AFP",
        ] {
            assert!(is_byline(line), "{line}");
        }
    }

    #[test]
    fn sentences_and_headlines_are_no_bylines() {
        for line in [
            "By Monday the harbour was empty.",
            "By Monday",
            "By the time the ferry sank, Anna Lund had left.",
            "Staff left the building.",
            "Reuters reported that the ferry sank.",
            "Correspondents say the harbour is closed",
            "Reporting by the navy suggests otherwise",
            "Editors and reporters march through Velmora",
        ] {
            assert!(!is_byline(line), "{line}");
        }
    }

    #[test]
    fn a_name_is_capitalised_words_alone() {
        for line in
            ["Anna Lund", "J. K. Moor", "Omar al-Hadi", "Ludwig van Moor", "Anne-Marie O\u{2019}Brien"]
        {
            assert!(is_name(line), "{line}");
        }
        for line in
            ["Latest news", "VELMORA HERALD", "Anna", "Anna Lund, 35", "Anna Lund said.", "March Friday"]
        {
            assert!(!is_name(line), "{line}");
        }
    }
}
