//! Abbreviations of English-language news, by what their full stop says about the end of a sentence.

use super::line_words::holds;

/// How an abbreviation behaves before a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name ("Gen. Lund"): its stop ends no sentence.
    BeforeName,
    /// Stands before a figure ("No. 5"): its stop ends a sentence where no figure follows.
    BeforeFigure,
    /// Names a month ("Jan. 5").
    Month,
    /// Names a day of the week ("Sat. Jan. 5").
    Weekday,
    /// A time of day ("5 p.m. Monday").
    HalfOfDay,
    /// Stands inside a sentence ("i.e.", "vs."): its stop ends no sentence.
    Inside,
    /// Ends a list ("etc.", "et al."): a capital behind it begins a sentence.
    EndOfList,
    /// Stands inside or at the end ("U.S.", "Inc.", "Pa."): only the next word tells.
    Either,
}

/// Titles and ranks of civil life, police, forces, courts, churches and parliaments; parts of place names.
const BEFORE_NAME: &[&str] = &[
    "abp", "adj", "adm", "ald", "amb", "archbp", "asst", "atty", "av", "bp", "brig", "bvt", "capt", "cav",
    "cdr", "cdre", "chm", "chmn", "cllr", "cmdr", "cmdre", "cmdt", "cmsr", "col", "comdr", "comdt", "comm",
    "comr", "const", "coun", "cpl", "cpo", "cpt", "dep", "det", "dir", "dr", "drs", "eng", "engr", "ens",
    "fr", "gen", "gens", "gov", "govs", "hon", "hr", "inf", "insp", "lcpl", "lieut", "lt", "ltc", "maj",
    "messrs", "mgr", "mlle", "mme", "mr", "mrs", "ms", "msgr", "msgt", "mx", "ofc", "pfc", "pres", "prin",
    "prof", "profs", "pte", "ptl", "pvt", "radm", "rep", "reps", "rev", "revs", "rt", "secy", "sen", "sens",
    "sfc", "sgt", "sgts", "snr", "spc", "spec", "spkr", "sra", "srta", "ssgt", "supt", "surg", "treas",
    "tsgt", "vadm", "ven",
];

/// What is counted or cited.
const BEFORE_FIGURE: &[&str] = &[
    "approx", "art", "arts", "ch", "chap", "cl", "ed", "eds", "ext", "fig", "figs", "fl", "max", "min", "no",
    "nos", "nr", "op", "p", "para", "paras", "pp", "pt", "reg", "sec", "sect", "tel", "ver", "vol", "vols",
];

const MONTHS: &[&str] =
    &["apr", "aug", "dec", "feb", "febr", "jan", "jul", "jun", "mar", "nov", "oct", "okt", "sep", "sept"];

const WEEKDAYS: &[&str] = &["fri", "mon", "sat", "sun", "thu", "thur", "thurs", "tue", "tues", "wed", "weds"];

/// Latin and English abbreviations that never end a sentence.
const INSIDE: &[&str] = &[
    "a.k.a", "aka", "c", "ca", "cf", "e.g", "eg", "i.e", "ie", "incl", "n.b", "orig", "resp", "v", "viz",
    "vs", "w",
];

/// Abbreviations that close a list or note.
const END_OF_LIST: &[&str] = &["al", "etc", "ibid", "q.v"];

/// Companies, degrees, states, provinces, streets, units.
const EITHER: &[&str] = &[
    "ala", "alta", "ariz", "ark", "assn", "assoc", "ave", "bldg", "blvd", "bros", "calif", "cia", "cie",
    "co", "colo", "conn", "corp", "cos", "ct", "del", "dept", "dist", "div", "esq", "est", "fla", "ft", "ga",
    "govt", "hwy", "ill", "inc", "ind", "inst", "intl", "jnr", "jr", "kan", "kans", "ky", "la", "ltd",
    "mass", "md", "mfg", "mgmt", "mich", "minn", "miss", "mo", "mont", "mt", "natl", "neb", "nebr", "nev",
    "nfld", "okla", "ont", "ore", "oz", "pa", "penn", "pkwy", "plc", "pty", "que", "rd", "rte", "s.a",
    "sask", "sq", "sr", "st", "sta", "ste", "tenn", "terr", "tex", "univ", "va", "vt", "wash", "wis", "wisc",
    "wyo", "yd", "yds",
];

/// What the word before a full stop abbreviates, if it does. Most abbreviate only with a capital: written
/// small they are words of their own ("sat", "mass", "gen"). The word comes without that stop.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    // "mid-Jan.", "Lt.-Col.", "Ala./Miss.": the last part tells.
    let last = word.rsplit(['-', '/']).next().unwrap_or(word);
    let capital = last.starts_with(char::is_uppercase);
    let lower = last.to_lowercase();
    let listed = [
        (BEFORE_NAME, Abbreviation::BeforeName),
        (MONTHS, Abbreviation::Month),
        (WEEKDAYS, Abbreviation::Weekday),
        (BEFORE_FIGURE, Abbreviation::BeforeFigure),
        (INSIDE, Abbreviation::Inside),
        (END_OF_LIST, Abbreviation::EndOfList),
        (EITHER, Abbreviation::Either),
    ];
    if matches!(lower.as_str(), "a.m" | "p.m") {
        return Some(Abbreviation::HalfOfDay);
    }
    // "IE" and "CA" are no "ie." and "ca.": Latin is written small.
    let fits = |kind: Abbreviation| match kind {
        Abbreviation::Inside | Abbreviation::EndOfList => !capital,
        Abbreviation::BeforeFigure => !(capital && lower.len() == 1),
        _ => capital,
    };
    listed
        .iter()
        .find(|(list, kind)| fits(*kind) && holds(list, &lower))
        .map(|(_, kind)| *kind)
        .or_else(|| by_form(word))
}

/// Whether a line ends in the stop of an abbreviation that may close a headline.
pub(super) fn ends_in_abbreviation(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    let word = word.strip_suffix('.').unwrap_or(word);
    matches!(
        abbreviation(word),
        Some(Abbreviation::Either | Abbreviation::HalfOfDay | Abbreviation::EndOfList)
    )
}

/// Abbreviations by their form: initials ("J", "U.S", "D-N.C"), degrees ("Ph.D"), and capitalised words
/// without a vowel ("Brgd"), which English does not have.
fn by_form(word: &str) -> Option<Abbreviation> {
    let mut pieces = word.rsplit(['-', '/']).next().unwrap_or(word).split('.');
    let dotted = pieces.clone().count() > 1;
    let short = pieces.all(|piece| {
        let letters = piece.chars().count();
        piece.chars().all(char::is_alphabetic) && (letters == 1 || letters == 2 && dotted)
    });
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if short && capitals > 0 {
        return Some(Abbreviation::Either);
    }
    let vowel = |c: char| "aeiouyAEIOUY".contains(c) || !c.is_ascii_alphabetic();
    let no_vowel = (2..=5).contains(&word.len()) && !word.contains(vowel) && capitals == 1;
    (no_vowel && word.starts_with(char::is_uppercase)).then_some(Abbreviation::BeforeName)
}

/// Whether the full stop behind a word is that of a title or rank before a name ("Sgt. Orlo").
pub(crate) fn stands_before_name(word: &str) -> bool {
    BEFORE_NAME.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [BEFORE_NAME, BEFORE_FIGURE, MONTHS, WEEKDAYS, INSIDE, END_OF_LIST, EITHER] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn abbreviations_are_known_by_list_or_form() {
        for (word, kind) in [
            ("Gen", Abbreviation::BeforeName),
            ("Brgd", Abbreviation::BeforeName),
            ("No", Abbreviation::BeforeFigure),
            ("Jan", Abbreviation::Month),
            ("p.m", Abbreviation::HalfOfDay),
            ("i.e", Abbreviation::Inside),
            ("U.S", Abbreviation::Either),
            ("D-N.C", Abbreviation::Either),
            ("J", Abbreviation::Either),
            ("Ph.D", Abbreviation::Either),
            ("Inc", Abbreviation::Either),
        ] {
            assert_eq!(abbreviation(word), Some(kind), "{word}");
        }
    }

    #[test]
    fn the_last_part_of_a_compound_tells() {
        assert_eq!(abbreviation("mid-Jan"), Some(Abbreviation::Month));
        assert_eq!(abbreviation("Lt.-Col"), Some(Abbreviation::BeforeName));
    }

    #[test]
    fn words_that_look_like_abbreviations_are_words_when_written_small() {
        for word in ["sat", "mass", "gen", "ferry", "NYPD", "example.com", "", "2009"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
