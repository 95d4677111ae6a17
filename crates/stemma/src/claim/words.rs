//! Closed classes of words that matter to what a clause says.

/// Verbs that only carry the noun that is their object: "made a deal", "took refuge" (Jespersen 1942).
const LIGHT: [&str; 22] = [
    "make", "reach", "take", "have", "sign", "conclude", "strike", "hold", "conduct", "launch", "carry",
    "stage", "mount", "commit", "give", "do", "perform", "undertake", "broker", "begin", "start", "open",
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
