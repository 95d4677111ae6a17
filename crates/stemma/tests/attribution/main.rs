//! Who said what, on invented items: no false speaker, no lost denial, and enough found and named.
//!
//! The items are plain text in `items/`, a file for a theme. They are meant to be read and written by people who
//! know news and not this program:
//!
//! ```text
//! Invented: ... (the first line of every file says so)
//!
//! ## a remark
//! == denial-017
//! # A headline
//! The ministry has consistently rejected claims that its jets struck the clinic, spokesman Daro Velin said.
//! > its jets struck the clinic | Daro Velin | denies
//! ```
//!
//! - `== name` opens an item. The name begins with its kind (`denial`, `orphan`, `near`, ...); counts go by kind.
//! - Then the text: each line is a paragraph, `# ` opens a headline. `//- name` opens a further report of the
//!   same item, for what another witness of the same passage tells.
//! - Below the text of each report stands what a careful reader finds in it, `> words | speaker`, and
//!   `| denies` behind a denial. The words are a fragment, which stands once in the report, of what is said;
//!   it is enough that they lie in the content. `> nothing` says that the report gives nothing as said by
//!   anybody.
//! - The speaker is the name as it must be shown, `-` where he is not stated, alternatives between ` / `; with
//!   `-` among them a name may be given and need not. Case, a leading "the" and forms of address and ranks make
//!   no difference. A name in lower case is a description ("residents"): what is shown needs to hold it.
//! - `? words | speaker` is allowed and not asked for: where careful readers differ.
//!
//! What is said to be not said, or only perhaps or in future ([`Factuality`]), counts as not found and not wrong, and
//! so does what somebody only means or refuses to do ([`CueClass::Intends`]): it is no statement that he makes.
//!
//! **Denials.** A statement denies where its cue or its speaker says of a claim that it is not so: by a verb (deny,
//! reject, dismiss, refute, rule out, dispute of a claim), by its noun ("issued a denial of"), by calling what others
//! said false ("called the report a lie", "there was no truth to the rumour that"). Its words are those of the claim.
//! An affirmed negative affirms: "There was no attack, the army said". Where somebody denies inside his own quoted
//! words ("I deny that", "It is not true that"), either is right, and the items say so by a `?`. Refusals ("denied
//! entry", "rejected the offer"), double negations and what is not yet or perhaps denied deny nothing.

mod format;
mod judge;
#[path = "../pile/mod.rs"]
mod pile;

use format::Item;
use judge::{Failure, Tally, judge};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use stemma::model::{CueClass, Factuality, Statement};

/// The files of items, by name.
const FILES: &[(&str, &str)] = &[
    ("denials-verbs.txt", include_str!("items/denials-verbs.txt")),
    ("denials-forms.txt", include_str!("items/denials-forms.txt")),
    ("denials-traps.txt", include_str!("items/denials-traps.txt")),
    ("orphans.txt", include_str!("items/orphans.txt")),
    ("orphans-spliced.txt", include_str!("items/orphans-spliced.txt")),
    ("resolved.txt", include_str!("items/resolved.txt")),
    ("near.txt", include_str!("items/near.txt")),
    ("relays.txt", include_str!("items/relays.txt")),
    ("quotations.txt", include_str!("items/quotations.txt")),
    ("ways.txt", include_str!("items/ways.txt")),
    ("traps.txt", include_str!("items/traps.txt")),
    ("mangled.txt", include_str!("items/mangled.txt")),
    ("witnesses.txt", include_str!("items/witnesses.txt")),
];

/// What a good reader finds of the statements, in hundredths.
const FLOOR_FOUND: usize = 85;

/// What a good reader names of the speakers that are stated, in hundredths.
const FLOOR_NAMED: usize = 75;

/// What became of all items, by kind.
struct Outcome {
    tallies: BTreeMap<String, Tally>,
    failures: Vec<Failure>,
}

static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let mut outcome = Outcome { tallies: BTreeMap::new(), failures: Vec::new() };
    for item in FILES.iter().flat_map(|(name, text)| format::items(name, text)) {
        let account = pile::account(
            item.reports.iter().map(|report| pile::source(&report.name, &report.text)).collect(),
        );
        let (tally, failures) = judge(&item, &account);
        outcome.tallies.entry(item.kind().to_owned()).or_default().add(&tally);
        outcome.failures.extend(failures);
    }
    outcome
});

impl Outcome {
    fn total(&self) -> Tally {
        let mut total = Tally::default();
        self.tallies.values().for_each(|tally| total.add(tally));
        total
    }

    /// All failures of some kinds, to be read by a person.
    fn listed(&self, matches: impl Fn(&Failure) -> bool) -> String {
        let found: Vec<String> =
            self.failures.iter().filter(|failure| matches(failure)).map(Failure::to_string).collect();
        format!("{} wrong\n\n{}", found.len(), found.join("\n\n"))
    }

    fn has(&self, matches: impl Fn(&Failure) -> bool) -> bool {
        self.failures.iter().any(matches)
    }
}

#[test]
fn nobody_speaks_who_did_not() {
    let wrong = |failure: &Failure| matches!(failure, Failure::FalseSpeaker { .. });
    assert!(!OUTCOME.has(wrong), "{}", OUTCOME.listed(wrong));
}

#[test]
fn no_denial_is_lost_and_none_is_made_up() {
    let wrong = |failure: &Failure| {
        matches!(failure, Failure::LostDenial { .. } | Failure::FalseDenial { .. } | Failure::Reversed { .. })
    };
    assert!(!OUTCOME.has(wrong), "{}", OUTCOME.listed(wrong));
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the counts are what the test is for; the core stays silent")]
fn enough_is_found_and_named() {
    for (kind, tally) in &OUTCOME.tallies {
        println!("{kind:<9} {tally}");
    }
    let total = OUTCOME.total();
    println!("{:<9} {total}", "all");
    let missed =
        OUTCOME.listed(|failure| matches!(failure, Failure::Missed { .. } | Failure::Unnamed { .. }));
    assert!(total.found * 100 >= total.expected * FLOOR_FOUND, "too few found: {total}\n{missed}");
    assert!(total.named * 100 >= total.stated * FLOOR_NAMED, "too few named: {total}\n{missed}");
}

#[test]
fn there_are_items_enough_of_each_kind() {
    let n_items = |kinds: &[&str]| -> usize {
        kinds.iter().filter_map(|kind| OUTCOME.tallies.get(*kind)).map(|tally| tally.items).sum()
    };
    assert!(OUTCOME.total().items >= 300);
    assert!(n_items(&["denial", "undenied"]) >= 100);
    assert!(n_items(&["orphan"]) >= 60);
    assert!(n_items(&["resolved"]) >= 25);
    assert!(n_items(&["near"]) >= 40);
    let items: Vec<Item> = FILES.iter().flat_map(|(name, text)| format::items(name, text)).collect();
    let names: std::collections::BTreeSet<&str> = items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names.len(), items.len(), "two items of one name");
}

/// Whether something was said, as against will, may or was not, and as against what somebody means to do.
fn was_said(statement: &Statement) -> bool {
    statement.factuality == Factuality::Fact && statement.class != CueClass::Intends
}
