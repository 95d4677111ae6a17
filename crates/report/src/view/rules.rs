//! The rule behind each finding, as a fixed sentence: what it is, and what each of its labels says of how it was found.
//!
//! One table, so that `stemma explain` and `docs/method.md` cannot say two things: a test holds every section and source
//! that a row names to that page, and every label of the format to a row.

use stemma::account::labels::RecordKind;
use stemma::account::labels::RecordKind::{
    Capture, Claim, Descent, Disagreement, Edit, Family, Furniture, Instance, Origin, Passage, Place, Report,
    Share, Statement, Story, Voice,
};

/// What a finding, or a label in it, says of how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The kind of finding.
    pub finding: RecordKind,
    /// The key whose value it is about; empty where it is about the finding as a whole.
    pub key: &'static str,
    /// The value; empty where it holds for each.
    pub value: &'static str,
    /// The rule.
    pub says: &'static str,
    /// Where `docs/method.md` has it.
    pub section: &'static str,
    /// Whose method it is, as that page names it; empty where it is our own.
    pub source: &'static str,
}

/// The rules of a key and its value in a finding of some kind.
pub fn rules_of<'r>(
    finding: RecordKind,
    key: &'r str,
    value: &'r str,
) -> impl Iterator<Item = &'static Rule> + 'r {
    let fits = move |rule: &&Rule| {
        rule.finding == finding && rule.key == key && (rule.value.is_empty() || rule.value == value)
    };
    RULES.iter().filter(fits)
}

const READING: &str = "Reading a file";
const LAYOUT: &str = "Titles, paragraphs, furniture";
const REUSE: &str = "Passages, families, edits";
const LINEAGE: &str = "Who copied whom";
const SAID: &str = "Who said what";
const SHARE: &str = "The share of a report that stands elsewhere";
const CLAIM: &str = "What is claimed";
const ORIGIN: &str = "Who stands behind a claim";
const PLACES: &str = "Places";
const DISAGREEMENT: &str = "What cannot all hold";

const CHAINS: &str =
    "Eppstein, Galil, Giancarlo and Italiano, J. ACM 1992; affine gaps: Gotoh, J. Mol. Biol. 1982";
const DRAWS: &str = "Efron 1979; for trees Felsenstein 1985";
const CLAUSES: &str = "Quirk and others 1985";
const FACTS: &str = "Saurí and Pustejovsky 2009";
const TIES: &str = "Morris and Hirst 1991, Hearst 1997";
const HAPPENINGS: &str = "Bejan and Harabagiu 2010";
const COPIES: &str = "Dong, Berti-Equille and Srivastava 2009";
const VOTES: &str = "Rosenfeld, Hummel and Zucker 1976";
const CONTRADICTIONS: &str = "de Marneffe, Rafferty and Manning 2008";

const fn whole(finding: RecordKind, says: &'static str, section: &'static str, source: &'static str) -> Rule {
    Rule { finding, key: "", value: "", says, section, source }
}

const fn of(
    finding: RecordKind,
    (key, value): (&'static str, &'static str),
    says: &'static str,
    (section, source): (&'static str, &'static str),
) -> Rule {
    Rule { finding, key, value, says, section, source }
}

/// All rules, in the order of the format.
pub const RULES: &[Rule] = &[
    whole(
        Report,
        "files and records with the same text, outlet and address are captures of one report",
        READING,
        "",
    ),
    of(
        Report,
        ("titles", ""),
        "what stands before the first paragraph and does not end like a sentence is a title",
        (LAYOUT, ""),
    ),
    of(
        Report,
        ("copied_bytes", ""),
        "bytes of paragraphs in passages that another report has too",
        (SHARE, ""),
    ),
    whole(Capture, "one place where the text of a report was found, with the hash of its bytes", READING, ""),
    of(Capture, ("kind", "decoded"), "the text is the characters of the file", (READING, "")),
    of(Capture, ("kind", "record"), "the text is a field of a JSON object", (READING, "")),
    of(Capture, ("kind", "extracted"), "a program took the article out of a web page", (READING, "")),
    whole(Furniture, "a line that its form and place show to be no part of the account", LAYOUT, ""),
    of(Furniture, ("kind", "date-line"), "it says when the page was published or changed", (LAYOUT, "")),
    of(Furniture, ("kind", "byline"), "it says who wrote the text", (LAYOUT, "")),
    of(Furniture, ("kind", "navigation"), "it is a section label or the entry of a menu", (LAYOUT, "")),
    of(Furniture, ("kind", "related"), "it points to another text", (LAYOUT, "")),
    of(Furniture, ("kind", "caption"), "it stands at a picture", (LAYOUT, "")),
    of(Furniture, ("kind", "repeated-title"), "it is the title once more", (LAYOUT, "")),
    of(Furniture, ("kind", "promotion"), "it advertises, or speaks of rights", (LAYOUT, "")),
    of(
        Furniture,
        ("kind", "recurring"),
        "it stands in many reports that have nothing else in common",
        (REUSE, ""),
    ),
    whole(
        Passage,
        "a run of text that an alignment of sentences found in another place too, verbatim or changed",
        REUSE,
        CHAINS,
    ),
    whole(Family, "all passages that align with the same part of the representative", REUSE, CHAINS),
    of(
        Family,
        ("representative", ""),
        "the passage that shares most words with the others; it says nothing about who copied whom",
        (REUSE, ""),
    ),
    whole(Edit, "what stands between two words that the aligned passages share, and differs", REUSE, CHAINS),
    of(Edit, ("kinds", "swap"), "words stand where the other passage has other words", (REUSE, "")),
    of(Edit, ("kinds", "cut"), "words of the representative are missing in the other passage", (REUSE, "")),
    of(Edit, ("kinds", "addition"), "the other passage has words that the representative lacks", (REUSE, "")),
    of(Edit, ("kinds", "reorder"), "the same words stand in another order", (REUSE, "")),
    of(Edit, ("kinds", "number"), "a number differs", (REUSE, "")),
    of(Edit, ("kinds", "negation"), "a denial or negation stands on one side only", (REUSE, "")),
    of(Edit, ("kinds", "attribution"), "who says it, or the word of saying, differs", (REUSE, "")),
    of(Edit, ("kinds", "certainty"), "how sure or exact it is differs", (REUSE, "")),
    of(Edit, ("kinds", "name-form"), "the same name stands in another form", (REUSE, "")),
    of(Edit, ("kinds", "punctuation"), "only marks, blanks or capitals differ", (REUSE, "")),
    whole(
        Descent,
        "where a passage comes from, by dates first, then by what all passages that two reports share show together",
        LINEAGE,
        "",
    ),
    of(
        Descent,
        ("kind", "passage"),
        "it was copied from this passage: one direction counts at least twice as much as the other",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "lost-ancestor"),
        "it was copied from a text that is not in the pile",
        (LINEAGE, ""),
    ),
    of(Descent, ("kind", "original"), "no older witness was found in this pile", (LINEAGE, "")),
    of(Descent, ("kind", "not-decidable"), "nothing tells which witness is the older one", (LINEAGE, "")),
    of(Descent, ("kind", "dates"), "the parent's report was published before the child's", (LINEAGE, "")),
    of(Descent, ("kind", "date-lines"), "the same by the date lines of both pages", (LINEAGE, "")),
    of(
        Descent,
        ("kind", "date-line-of-parent"),
        "the same by the date line of the parent's page",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "date-line-of-child"),
        "the same by the date line of the child's page",
        (LINEAGE, ""),
    ),
    of(Descent, ("kind", "mosaic"), "the child's report is put together from others", (LINEAGE, "")),
    of(
        Descent,
        ("kind", "second-generation"),
        "the child's report copied a put-together report in another place",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "less-changed"),
        "it still has what an older witness lost: both go back to a lost text",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "cut"),
        "words of the parent are missing, with nothing in their place",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "lost-attribution"),
        "the parent says who speaks, the child says it less exactly or not at all",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("kind", "orphaned-anaphora"),
        "words point back to somebody who is not introduced there",
        (LINEAGE, ""),
    ),
    of(Descent, ("kind", "spin"), "a mark of mechanical substitution", (LINEAGE, "")),
    of(Descent, ("kind", "triangle"), "parent and child differ alike from a third witness", (LINEAGE, "")),
    of(
        Descent,
        ("kind", "other-passages"),
        "other passages of the two reports show the same order",
        (LINEAGE, ""),
    ),
    of(
        Descent,
        ("support_percent", ""),
        "in how many of 100 random draws of the shared passages the parent comes out again",
        (LINEAGE, DRAWS),
    ),
    whole(Share, "what a report has in common with the others, in bytes of its paragraphs", SHARE, ""),
    whole(
        Voice,
        "names in all reports that belong to one speaker, by their words and by the passages that reports share",
        SAID,
        "",
    ),
    of(Voice, ("kind", "person"), "one person with a name", (SAID, "")),
    of(Voice, ("kind", "body"), "a body with a name, or known to all", (SAID, "")),
    of(Voice, ("kind", "metonym"), "a place that stands for its government", (SAID, "")),
    of(Voice, ("kind", "document"), "something written, or a poll", (SAID, "")),
    of(Voice, ("kind", "unnamed"), "somebody or several without a name; one report's only", (SAID, "")),
    whole(
        Statement,
        "words that a cue gives as said, found by quotation marks or by the tree of the sentence",
        SAID,
        CLAUSES,
    ),
    of(Statement, ("kind", "direct"), "all words stand between quotation marks", (SAID, "")),
    of(Statement, ("kind", "indirect"), "retold, without quotation marks", (SAID, "")),
    of(Statement, ("kind", "mixed"), "retold, with quoted parts", (SAID, "")),
    of(Statement, ("grade", "stated"), "the sentence names the speaker beside the cue", (SAID, "")),
    of(
        Statement,
        ("grade", "resolved"),
        "the source words stand for somebody whom the same report names, and words tie the two places together",
        (SAID, TIES),
    ),
    of(
        Statement,
        ("grade", "witness"),
        "another witness of the same passage names the speaker, and the source words here fit him",
        (SAID, ""),
    ),
    of(
        Statement,
        ("grade", "same-words"),
        "another report gives the same quotation to this speaker; probable, never more",
        (SAID, ""),
    ),
    of(Statement, ("stance", "affirms"), "the speaker says that it is so", (SAID, "")),
    of(Statement, ("stance", "denies"), "the speaker says that it is not so", (SAID, "")),
    of(
        Statement,
        ("class", ""),
        "what the cue does, by a list of verbs, nouns and prepositions that attribute",
        (SAID, CLAUSES),
    ),
    of(Statement, ("factuality", "fact"), "it was said", (SAID, FACTS)),
    of(Statement, ("factuality", "future"), "it is still to be said", (SAID, FACTS)),
    of(Statement, ("factuality", "possible"), "it may have been said", (SAID, FACTS)),
    of(Statement, ("factuality", "not"), "it was not said", (SAID, FACTS)),
    of(Statement, ("relays", ""), "somebody passes on what the speaker said", (SAID, "")),
    of(
        Statement,
        ("continues", "true"),
        "a quotation without words of saying goes on from the statement before it",
        (SAID, ""),
    ),
    whole(Story, "reports, or parts of them, about one happening and what came of it", CLAIM, ""),
    of(Story, ("terms", ""), "words that most of its reports have in common and few others", (CLAIM, "")),
    whole(
        Instance,
        "a statement, a sentence or clause in the report's own voice, or a headline, read as a predicate with its participants",
        CLAIM,
        "",
    ),
    of(Instance, ("carrier", "statement"), "it is what somebody is given as having said", (CLAIM, "")),
    of(Instance, ("carrier", "assertion"), "the report says it in its own voice", (CLAIM, "")),
    of(Instance, ("carrier", "headline"), "the headline says it", (CLAIM, "")),
    of(Instance, ("stance", "affirms"), "it is said to be so", (CLAIM, "")),
    of(
        Instance,
        ("stance", "alleges"),
        "it is said to be so and not vouched for, as the marker shows",
        (CLAIM, ""),
    ),
    of(
        Instance,
        ("stance", "denies"),
        "it is said not to be so: by the cue, or by a negation that other instances lack",
        (CLAIM, ""),
    ),
    of(Instance, ("in_passing", "true"), "it is not said for its own sake", (CLAIM, "")),
    whole(
        Origin,
        "all that one speaker says for a claim is one origin; so is all that one report says itself",
        ORIGIN,
        COPIES,
    ),
    of(
        Origin,
        ("is_by_edit", "true"),
        "it is there only because somebody changed a copy, and adds to the upper end of the count alone",
        (ORIGIN, ""),
    ),
    of(Origin, ("ground", "speaker"), "the instance is his statement", (ORIGIN, "")),
    of(
        Origin,
        ("ground", "copy"),
        "a copy has the origin of what it copies, whatever name an edit put on it",
        (ORIGIN, COPIES),
    ),
    of(
        Origin,
        ("ground", "sums-up"),
        "a headline has the origin of the sentence that it sums up",
        (ORIGIN, ""),
    ),
    of(Origin, ("ground", "own-text"), "the report says it itself", (ORIGIN, "")),
    of(
        Origin,
        ("ground", "not-stated"),
        "somebody says it, and no report tells who: the report is the origin",
        (ORIGIN, ""),
    ),
    of(
        Origin,
        ("ground", "changed-copy"),
        "the copy changed what it copies: whoever it names said this by an edit only",
        (ORIGIN, COPIES),
    ),
    whole(
        Claim,
        "instances that tell of one happening, and give no values that cannot both hold",
        CLAIM,
        HAPPENINGS,
    ),
    of(
        Claim,
        ("plainest", ""),
        "the instance that affirms, names who and what, and is shortest; a headline only where there is nothing else",
        (CLAIM, ""),
    ),
    of(Claim, ("reason", "witnesses"), "they stand at one place of one passage", (CLAIM, "")),
    of(
        Claim,
        ("reason", "same-happening"),
        "predicate, participants and telling words are alike enough",
        (CLAIM, HAPPENINGS),
    ),
    of(
        Claim,
        ("reason", "same-quantity"),
        "both give one number that hardly two happenings share",
        (CLAIM, ""),
    ),
    of(Claim, ("reason", "goes-on"), "a quotation goes on from the one before it", (CLAIM, "")),
    of(Claim, ("reason", "sums-up"), "a headline sums up what its report tells", (CLAIM, "")),
    of(Claim, ("reason", "denied"), "a denial names what is denied, or points back to it", (CLAIM, "")),
    of(Claim, ("reason", "decided"), "a person decided that both carry one claim", (CLAIM, "")),
    of(
        Claim,
        ("reason", "same-party"),
        "what reports write beside a name shows a body and who speaks for it",
        (ORIGIN, ""),
    ),
    of(Claim, ("reason", "unnamed"), "somebody without a name could be the other", (ORIGIN, "")),
    of(
        Claim,
        ("counts", ""),
        "at least: named speakers, those that may be one once, and unnamed ones that no named one could be; at most: every origin",
        (ORIGIN, COPIES),
    ),
    of(Claim, ("kind", "silent"), "the report could have the claim and does not", (ORIGIN, "")),
    of(
        Claim,
        ("kind", "date-unknown"),
        "it does not have the claim, and nobody knows whether it could",
        (ORIGIN, ""),
    ),
    of(Claim, ("kind", "not-applicable"), "it was published before", (ORIGIN, "")),
    of(Claim, ("kind", "cannot-tell"), "its text is cut off, or in another language", (ORIGIN, "")),
    whole(
        Disagreement,
        "instances whose words cannot all hold: a negation, a number, a day, or what a copy says otherwise",
        DISAGREEMENT,
        CONTRADICTIONS,
    ),
    of(
        Disagreement,
        ("kind", "denial"),
        "some say that it is so and some that it is not",
        (DISAGREEMENT, CONTRADICTIONS),
    ),
    of(
        Disagreement,
        ("kind", "number"),
        "the numbers leave no value that holds for both, or an edit changed one",
        (DISAGREEMENT, CONTRADICTIONS),
    ),
    of(Disagreement, ("kind", "date"), "the days that they name cannot be one", (DISAGREEMENT, "")),
    of(Disagreement, ("kind", "place"), "they name places that cannot be one", (DISAGREEMENT, "")),
    of(Disagreement, ("kind", "party"), "they name others who did it", (DISAGREEMENT, "")),
    of(
        Disagreement,
        ("kind", "attribution"),
        "witnesses of one text name others as its speaker, or nobody",
        (DISAGREEMENT, ""),
    ),
    of(
        Disagreement,
        ("kind", "strength"),
        "of witnesses of one text some allege, or only say, what others affirm or confirm",
        (DISAGREEMENT, ""),
    ),
    of(Disagreement, ("order", "same-time"), "they speak of one state of affairs", (DISAGREEMENT, "")),
    of(
        Disagreement,
        ("order", "update"),
        "the reports of one side are later, and what is counted may have grown",
        (DISAGREEMENT, ""),
    ),
    of(Disagreement, ("order", "both"), "one side is later, and another speaker's", (DISAGREEMENT, "")),
    of(
        Disagreement,
        ("order", "unknown"),
        "the days of the reports do not tell which side is later",
        (DISAGREEMENT, ""),
    ),
    whole(
        Place,
        "words that the analysis of the sentence or the words beside them show to be the name of a place, with what a list of \
         places has under it",
        PLACES,
        VOTES,
    ),
    of(Place, ("usage", "name"), "it stands as the name of a place", (PLACES, "")),
    of(
        Place,
        ("usage", "people"),
        "it stands for the people or things of a place: nothing happened there by that alone",
        (PLACES, ""),
    ),
    of(
        Place,
        ("candidates", ""),
        "the best of these leads the next by less than a doubling of its people: the name is left open",
        (PLACES, ""),
    ),
    of(Place, ("precision", "exact"), "a town, camp, quarter or site itself", (PLACES, "")),
    of(
        Place,
        ("precision", "near"),
        "near such a place, or a part of it without a point of its own",
        (PLACES, ""),
    ),
    of(Place, ("precision", "district"), "somewhere in a second-order division", (PLACES, "")),
    of(Place, ("precision", "division"), "somewhere in a first-order division", (PLACES, "")),
    of(
        Place,
        ("precision", "region"),
        "somewhere in a region without clear ends, or along a river",
        (PLACES, ""),
    ),
    of(Place, ("precision", "country"), "somewhere in a country", (PLACES, "")),
    of(Place, ("precision", "sea"), "somewhere at sea", (PLACES, "")),
    of(Place, ("precision", "continent"), "somewhere in more than a country", (PLACES, "")),
    of(
        Place,
        ("reason", "listed"),
        "it is in the user's own list, which comes before all others",
        (PLACES, ""),
    ),
    of(
        Place,
        ("reason", "holder"),
        "it stands beside the name of a larger place which holds it",
        (PLACES, ""),
    ),
    of(Place, ("reason", "neighbour"), "another name of the report stands for something near", (PLACES, "")),
    of(
        Place,
        ("reason", "same-division"),
        "so many other names of the report lie in the same first-order division",
        (PLACES, VOTES),
    ),
    of(
        Place,
        ("reason", "same-country"),
        "so many other names of the report lie in the same country",
        (PLACES, VOTES),
    ),
    of(Place, ("reason", "kind-word"), "the word behind it says what kind of place it is", (PLACES, "")),
    of(Place, ("reason", "row"), "the names beside it are of places of the same kind", (PLACES, "")),
    of(
        Place,
        ("reason", "others"),
        "other names of the report speak for it, but none by much",
        (PLACES, VOTES),
    ),
    of(
        Place,
        ("reason", "surroundings"),
        "other reports of the same story are about its surroundings",
        (PLACES, ""),
    ),
    of(Place, ("reason", "only"), "no other place of this name is known", (PLACES, "")),
    of(Place, ("reason", "largest"), "it is the largest or best known place of this name", (PLACES, "")),
    of(Place, ("reason", "sound"), "it is listed under a name that sounds alike", (PLACES, "")),
    of(Place, ("reason", "part"), "the words name it, or a part of it", (PLACES, "")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::account::claim_labels::{
        CARRIER_LABELS, CLAIM_STANCE_LABELS, DISAGREEMENT_LABELS, GROUND_LABELS, JOIN_LABELS,
        MAY_BE_ONE_LABELS, ORDER_LABELS, SILENCE_LABELS,
    };
    use stemma::account::evidence::EVIDENCE;
    use stemma::account::labels::{DERIVATION_LABELS, EDIT_LABELS, FURNITURE_LABELS, PARENT_LABELS};
    use stemma::account::place_labels::{PLACE_REASON_LABELS, PRECISION_LABELS, USAGE_LABELS};
    use stemma::account::statement_labels::{
        CLASS_LABELS, FACTUALITY_LABELS, GRADE_LABELS, STANCE_LABELS, STATEMENT_LABELS, VOICE_LABELS,
    };

    /// The page without marks of Markdown, on one line.
    fn method() -> String {
        let page = include_str!("../../../../docs/method.md").replace('*', "");
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_section_and_source_stands_in_the_method() {
        let method = method();
        for rule in RULES {
            assert!(method.contains(&format!("## {} ", rule.section)), "{}", rule.section);
            assert!(method.contains(rule.source), "{}", rule.source);
        }
    }

    #[test]
    fn every_kind_of_finding_and_every_label_has_a_rule() {
        let has = |finding: RecordKind, key: &str, label: &str| {
            assert!(rules_of(finding, key, label).next().is_some(), "{finding:?}, {key}: {label}");
        };
        for kind in RecordKind::ALL.into_iter().filter(|kind| kind.prefix().is_some()) {
            has(kind, "", "");
        }
        let evidence: Vec<&str> = EVIDENCE.iter().map(|form| form.label).collect();
        let labels: [(RecordKind, &str, &[&str]); 23] = [
            (Capture, "kind", &DERIVATION_LABELS),
            (Furniture, "kind", &FURNITURE_LABELS),
            (Edit, "kinds", &EDIT_LABELS),
            (Descent, "kind", &PARENT_LABELS),
            (Descent, "kind", &evidence),
            (Voice, "kind", &VOICE_LABELS),
            (Statement, "kind", &STATEMENT_LABELS),
            (Statement, "stance", &STANCE_LABELS),
            (Statement, "grade", &GRADE_LABELS),
            (Statement, "class", &CLASS_LABELS),
            (Statement, "factuality", &FACTUALITY_LABELS),
            (Instance, "carrier", &CARRIER_LABELS),
            (Instance, "stance", &CLAIM_STANCE_LABELS),
            (Origin, "ground", &GROUND_LABELS),
            (Claim, "reason", &JOIN_LABELS),
            (Claim, "reason", &MAY_BE_ONE_LABELS),
            (Claim, "kind", &SILENCE_LABELS),
            (Disagreement, "kind", &DISAGREEMENT_LABELS),
            (Disagreement, "order", &ORDER_LABELS),
            (Instance, "in_passing", &["true"]),
            (Place, "usage", &USAGE_LABELS),
            (Place, "precision", &PRECISION_LABELS),
            (Place, "reason", &PLACE_REASON_LABELS),
        ];
        for (kind, key, all) in labels {
            all.iter().for_each(|label| has(kind, key, label));
        }
    }

    #[test]
    fn no_rule_stands_there_twice() {
        for (idx, rule) in RULES.iter().enumerate() {
            let same = |other: &Rule| {
                (other.finding, other.key, other.value) == (rule.finding, rule.key, rule.value)
            };
            assert!(!RULES[idx + 1..].iter().any(same), "{rule:?}");
        }
    }
}
