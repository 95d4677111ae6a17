//! Closed classes of words that matter to what a clause says.

use serde::{Deserialize, Serialize};

/// Verbs that only carry the noun that is their object: "made a deal", "took refuge" (Jespersen 1942).
const LIGHT: [&str; 31] = [
    "make", "reach", "take", "have", "sign", "conclude", "strike", "hold", "conduct", "launch", "carry",
    "stage", "mount", "commit", "give", "do", "perform", "undertake", "broker", "begin", "start", "open",
    "suffer", "sustain", "get", "lay", "bring", "file", "press", "impose", "issue",
];

/// Verbs that pass on what others hold: "is alleged to have", "is said to be".
const REPORT_OF: [&str; 12] = [
    "allege", "accuse", "suspect", "report", "say", "believe", "think", "claim", "rumour", "rumor",
    "presume", "purport",
];

/// Verbs that look ahead: "is expected to", "plans to", "wants to".
const OUTLOOK: [&str; 16] = [
    "expect", "plan", "intend", "want", "hope", "schedule", "set", "aim", "seek", "try", "attempt",
    "threaten", "vow", "promise", "agree", "prepare",
];

/// Verbs and objects that mean something else together.
const IDIOMS: [(&str, &str, &str); 8] = [
    ("lose", "life", "die"),
    ("take", "life", "kill"),
    ("claim", "life", "kill"),
    ("cost", "life", "kill"),
    ("take", "shelter", "shelter"),
    ("seek", "shelter", "shelter"),
    ("take", "refuge", "shelter"),
    ("seek", "refuge", "shelter"),
];

/// What a verb and its object mean together, where that is something else.
pub fn idiom_of(verb: &str, object: &str) -> Option<&'static str> {
    IDIOMS.iter().find(|(one, other, _)| *one == verb && *other == object).map(|(.., meaning)| *meaning)
}

/// Nouns for places that are not said to be any one.
const PLACES: [&str; 15] = [
    "area", "region", "city", "town", "capital", "country", "village", "district", "province", "zone",
    "territory", "site", "place", "neighbourhood", "neighborhood",
];

/// Whether a noun stands for a place without saying which.
pub fn is_any_place(lemma: &str) -> bool {
    PLACES.contains(&lemma)
}

/// Nouns for what is told without being vouched for.
const REPORT_NOUNS: [&str; 11] = [
    "rumor", "rumour", "report", "claim", "allegation", "speculation", "accusation", "news", "suggestion",
    "talk", "story",
];

/// Whether a noun stands for what is told.
pub fn is_report_noun(lemma: &str) -> bool {
    REPORT_NOUNS.contains(&lemma)
}

/// Words for what is so.
const TRUE: [&str; 6] = ["true", "truth", "case", "correct", "accurate", "fact"];

/// Whether a word says that something is so.
pub fn is_true(lemma: &str) -> bool {
    TRUE.contains(&lemma)
}

/// Verbs of which what completes them happened: "began to leave", "forced them to leave" (implicatives; Karttunen 1971).
const CAME_ABOUT: [&str; 12] = [
    "begin", "start", "continue", "manage", "force", "compel", "cause", "make", "help", "go", "come",
    "proceed",
];

/// Whether what completes a verb came about if the verb did.
pub fn came_about(lemma: &str) -> bool {
    CAME_ABOUT.contains(&lemma)
}

/// Verbs of which what completes them did not come about: "prevented an attack".
const AVERTS: [&str; 7] = ["prevent", "avoid", "avert", "deter", "thwart", "foil", "forestall"];

/// Whether what completes a verb did not come about.
pub fn averts(lemma: &str) -> bool {
    AVERTS.contains(&lemma)
}

/// How badly something was hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Degree {
    /// "seriously", "critical".
    Badly,
    /// "slightly", "minor".
    Slightly,
    /// "completely".
    Wholly,
    /// "partly".
    Partly,
}

const DEGREES: [(Degree, &[&str]); 4] = [
    (
        Degree::Badly,
        &[
            "badly", "critical", "critically", "grave", "gravely", "heavily", "serious", "seriously",
            "severe", "severely",
        ],
    ),
    (Degree::Slightly, &["light", "lightly", "minor", "slight", "slightly"]),
    (Degree::Wholly, &["completely", "entirely", "fully", "totally", "wholly"]),
    (Degree::Partly, &["partially", "partly"]),
];

/// How badly something was hit, by the words of its clause; none where they do not say, or say two things.
pub fn degree_of(clause: &str) -> Option<Degree> {
    let small = clause.to_lowercase();
    let has = |list: &[&str]| small.split(|c: char| !c.is_alphabetic()).any(|word| list.contains(&word));
    let mut found = DEGREES.iter().filter(|(_, list)| has(list)).map(|(degree, _)| *degree);
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

/// Verbs for how a number moves.
const GROWS: [&str; 13] = [
    "rise", "climb", "increase", "stand", "reach", "jump", "grow", "pass", "exceed", "mount", "fall", "top",
    "remain",
];

/// Whether a verb tells how a number moves, or where it stands.
pub fn grows(lemma: &str) -> bool {
    GROWS.contains(&lemma)
}

/// Whether a verb only carries its object.
pub fn is_light(lemma: &str) -> bool {
    LIGHT.contains(&lemma)
}

/// Whether a verb, in the passive, passes on what others hold.
pub fn is_report_of(lemma: &str) -> bool {
    REPORT_OF.contains(&lemma)
}

/// Whether a verb looks ahead to what its complement tells.
pub fn is_outlook(lemma: &str) -> bool {
    OUTLOOK.contains(&lemma)
}

/// Verbs that tell little of what happens.
const GENERAL_VERBS: [&str; 38] = [
    "be", "have", "do", "go", "come", "get", "make", "take", "give", "say", "tell", "know", "see", "look",
    "find", "want", "need", "use", "put", "keep", "let", "begin", "start", "continue", "become", "seem",
    "happen", "lead", "show", "include", "call", "try", "work", "think", "believe", "feel", "remain", "turn",
];

/// Nouns that many things and people are called by.
const GENERAL_NOUNS: [&str; 40] = [
    "people", "person", "man", "woman", "child", "official", "thing", "one", "other", "others", "number",
    "group", "part", "area", "country", "city", "town", "village", "place", "time", "day", "year", "week",
    "month", "case", "way", "resident", "member", "government", "authority", "police", "percent", "hundred",
    "thousand", "dozen", "million", "two", "three", "many", "some",
];

/// Whether a verb tells little of what happens.
pub fn is_general_verb(lemma: &str) -> bool {
    GENERAL_VERBS.contains(&lemma)
}

/// Whether many things and people are called by a noun.
pub fn is_general_noun(lemma: &str) -> bool {
    GENERAL_NOUNS.contains(&lemma)
}
