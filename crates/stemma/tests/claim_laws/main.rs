//! Laws of claims, origins and disagreements, on invented stories to which something is added, or in which something
//! is changed.
//!
//! 1. A copy of a report, or of a sentence of one, adds no origin.
//! 2. A second witness with a name adds exactly one.
//! 3. The same speaker once more adds none.
//! 4. A change in one report changes what it must, and nothing else: a denial that is cut, a number, a speaker.
//! 5. The order of reports and the number of threads change nothing.
//! 6. Claims, instances, origins, silences and disagreements fit together (`whole.rs`).
//!
//! The form of the stories is described in `stories.rs`.

mod found;
#[path = "../pile/mod.rs"]
mod pile;
mod stories;
mod whole;
mod whole_test;

use found::{
    carries, claims_at, counts_at, instances_at, kinds_between, report_at, the_claim, told, told_without,
};
use std::sync::LazyLock;
use stemma::model::{Account, Counts, DisagreementKind, OriginCount, OriginGround, OriginIdx};
use stories::{Change, Draft, Place, Story};

/// A story and its account.
struct Told {
    story: Story,
    account: Account,
}

static STORIES: LazyLock<Vec<Told>> = LazyLock::new(|| {
    let told = stories::stories().into_iter().map(|story| Told { account: account(&story.reports), story });
    told.collect()
});

/// What is added comes under this name.
const ADDED: &str = "added";

/// What a page puts round a report.
const ABOVE: &str = "HOME | NEWS | SPORT | WEATHER";
const BELOW: &str = "More news: Heron returns to village pond\n\nSign up for our newsletter";

/// Paragraphs about something else, for a sentence to be put between.
const CIRCUS: [&str; 2] = [
    "A circus with two camels has put up its tent on the meadow behind the brewery of Little Marne.",
    "The first show begins on Friday at seven, and children pay half.",
];

fn account(reports: &[Draft]) -> Account {
    pile::account(reports.iter().map(Draft::source).collect())
}

#[test]
fn there_are_stories_enough_and_each_has_claims_to_look_at() {
    assert!(STORIES.len() >= 6);
    for Told { story, account } in STORIES.iter() {
        assert!(story.claims.len() >= 3, "{}", story.name);
        let holds = |report: &Draft| report.text.contains(&story.sentence);
        let n_copies = story.reports.iter().filter(|report| holds(report)).count();
        assert!(n_copies >= 2, "{}: nobody copies the sentence", story.name);
        assert!(!account.passages.is_empty(), "{}: the copy is not found", story.name);
        assert_eq!(account.stories.len(), 1, "{}: not told as one", story.name);
        for (claim, change) in [&story.number, &story.speaker] {
            let [original, copy] = [claim, &change.from].map(|place| text_of(&story.reports, &place.report));
            assert!(original.contains(&story.sentence) && copy.contains(&story.sentence), "{}", story.name);
            assert!(story.sentence.contains(&claim.words) && story.sentence.contains(&change.from.words));
        }
    }
}

#[test]
fn each_claim_to_look_at_is_found() {
    for Told { story, account } in STORIES.iter() {
        for place in &story.claims {
            let told = format!("{}: `{}` in {}", story.name, place.words, place.report);
            assert!(!claims_at(account, place).is_empty(), "{told}");
        }
        let (affirmed, change) = &story.denial;
        let counts = the_claim(account, affirmed).counts;
        assert_eq!(
            counts.deny,
            OriginCount { at_least: 1, at_most: 1 },
            "{}: {}",
            story.name,
            change.from.words
        );
        let kinds = kinds_between(&told(account), &affirmed.report, &change.from.report);
        assert!(kinds.contains(&DisagreementKind::Denial), "{}: {kinds:?}", story.name);
    }
}

/// Law 1: a report once more, as it is and with furniture round it.
#[test]
fn a_copy_of_a_report_adds_no_origin() {
    for told in STORIES.iter() {
        for report in &told.story.reports {
            let furnished = format!("{ABOVE}\n\n{}\n\n{BELOW}", report.text);
            for text in [&report.text, &furnished] {
                let more = account(&told.story.with(ADDED, text));
                let what = format!("with {} once more", report.name);
                assert_same_counts(told, &more, &told.story.claims, &what);
                for place in told.story.claims.iter().filter(|place| place.report == report.name) {
                    assert_has_no_other_origin(told, &more, place, &what);
                }
            }
        }
    }
}

/// Law 1: a sentence in a report about something else.
#[test]
fn a_copy_of_a_sentence_adds_no_origin() {
    for told in STORIES.iter() {
        let text = [CIRCUS[0], &told.story.sentence, CIRCUS[1]].join("\n\n");
        let more = account(&told.story.with(ADDED, &text));
        let what = "with a sentence among others";
        assert_same_counts(told, &more, &told.story.claims, what);
        assert_has_no_other_origin(told, &more, &told.story.number.0, what);
    }
}

/// Law 2.
#[test]
fn a_second_witness_with_a_name_adds_exactly_one() {
    for Told { story, account: before } in STORIES.iter() {
        let (place, text) = &story.witness;
        let after = account(&story.with(ADDED, text));
        let [old, new] = [before, &after].map(|account| the_claim(account, place));
        assert!(carries(&after, new, ADDED), "{}: the witness says something else: {text}", story.name);
        let mut counts = old.counts;
        counts.affirm.at_least += 1;
        counts.affirm.at_most += 1;
        assert_eq!(new.counts, counts, "{}: {text}", story.name);
        assert_eq!(new.origins.len(), old.origins.len() + 1, "{}: {text}", story.name);
    }
}

/// Law 3.
#[test]
fn the_same_speaker_once_more_adds_none() {
    for told in STORIES.iter() {
        let (place, text) = &told.story.again;
        let after = account(&told.story.with(ADDED, text));
        assert_has_no_other_origin(told, &after, place, text);
        assert_same_counts(told, &after, std::slice::from_ref(place), text);
    }
}

/// Law 4: the denial goes, with its origin and its disagreement.
#[test]
fn a_denial_that_is_cut_takes_its_origin_and_its_disagreement_with_it() {
    for told_before in STORIES.iter() {
        let Told { story, account: before } = told_before;
        let (place, change) = &story.denial;
        let after = account(&story.changed(change));
        let mut counts = the_claim(before, place).counts;
        counts.deny = OriginCount { at_least: counts.deny.at_least - 1, at_most: counts.deny.at_most - 1 };
        assert_eq!(the_claim(&after, place).counts, counts, "{}", story.name);
        let kinds = kinds_between(&told(&after), &place.report, &change.from.report);
        assert!(!kinds.contains(&DisagreementKind::Denial), "{}: {kinds:?}", story.name);
        assert_nothing_else_changes(told_before, &after, place, change);
    }
}

/// Law 4: a number that was changed in a copy disagrees, and its origin is there by an edit only.
#[test]
fn a_number_changed_in_a_copy_disagrees_and_adds_to_at_most_only() {
    for told_before in STORIES.iter() {
        let Told { story, account: before } = told_before;
        let (place, change) = &story.number;
        let after = account(&story.changed(change));
        let copy = Place { report: change.from.report.clone(), words: change.to.clone() };
        assert_disagreement_appears(told_before, &after, place, change, DisagreementKind::Number);
        let origins: Vec<_> = instances_at(&after, &copy).iter().map(|it| after.origin(it.origin)).collect();
        assert!(!origins.is_empty() && origins.iter().all(|origin| origin.is_by_edit), "{}", story.name);
        let [old, new, changed] =
            [the_claim(before, place), the_claim(&after, place), the_claim(&after, &copy)];
        assert_ne!(new, changed, "{}: two numbers in one claim", story.name);
        let by_edit = OriginCount { at_least: 0, at_most: 1 };
        assert_eq!(changed.counts, Counts { affirm: by_edit, ..Counts::default() }, "{}", story.name);
        assert_eq!(new.counts, old.counts, "{}", story.name);
        assert_nothing_else_changes(told_before, &after, place, change);
    }
}

/// Law 4: a speaker who was changed in a copy disagrees in that, and gives no origin: a copy has that of what it
/// copies.
#[test]
fn a_speaker_changed_in_a_copy_disagrees_and_adds_no_origin() {
    for told_before in STORIES.iter() {
        let Told { story, account: before } = told_before;
        let (place, change) = &story.speaker;
        let after = account(&story.changed(change));
        assert_disagreement_appears(told_before, &after, place, change, DisagreementKind::Attribution);
        assert_eq!(counts_at(&after, place), counts_at(before, place), "{}", story.name);
        let copy = Place { report: change.from.report.clone(), words: place.words.clone() };
        let [original, copies] = [place, &copy].map(|place| instances_at(&after, place));
        assert!(!copies.is_empty(), "{}", story.name);
        for instance in copies {
            assert!(
                matches!(instance.ground, OriginGround::Copy(_)),
                "{}: {:?}",
                story.name,
                instance.ground
            );
            assert!(original.iter().any(|other| other.origin == instance.origin), "{}", story.name);
        }
        assert_nothing_else_changes(told_before, &after, place, change);
    }
}

/// Law 5.
#[test]
fn order_of_reports_and_number_of_threads_change_nothing() {
    for Told { story, account: before } in STORIES.iter() {
        let mut reports = story.reports.clone();
        for n_threads in [1, 3] {
            reports.reverse();
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("threads");
            assert!(pool.install(|| account(&reports)) == *before, "{} on {n_threads} threads", story.name);
            reports.rotate_left(1);
        }
    }
}

/// Law 6, on the stories and on all that the other laws make of them.
#[test]
fn claims_origins_and_disagreements_fit_together() {
    for Told { story, account: before } in STORIES.iter() {
        whole::check(before);
        for change in [&story.denial.1, &story.number.1, &story.speaker.1] {
            whole::check(&account(&story.changed(change)));
        }
        for text in [&story.witness.1, &story.again.1, &story.sentence] {
            whole::check(&account(&story.with(ADDED, text)));
        }
    }
    let all: Vec<Draft> = STORIES.iter().flat_map(|told| told.story.reports.clone()).collect();
    whole::check(&account(&all));
}

fn text_of<'a>(reports: &'a [Draft], name: &str) -> &'a str {
    &reports.iter().find(|report| report.name == name).expect("it was looked up").text
}

fn assert_same_counts(before: &Told, after: &Account, places: &[Place], what: &str) {
    for place in places {
        let [old, new] = [&before.account, after].map(|account| counts_at(account, place));
        assert!(!old.is_empty(), "{}: no claim at `{}`", before.story.name, place.words);
        assert_eq!(new, old, "{}, {what}: `{}` in {}", before.story.name, place.words, place.report);
    }
}

/// What was added carries the claim at a place, and has an origin that the claim had before.
fn assert_has_no_other_origin(before: &Told, after: &Account, place: &Place, what: &str) {
    let name = &before.story.name;
    let claim = the_claim(after, place);
    assert!(carries(after, claim, ADDED), "{name}, {what}: `{}` is another claim there", place.words);
    let [added, original] = [ADDED, &place.report].map(|name| report_at(after, name));
    // The same text word for word is one report.
    if added == original {
        return;
    }
    let is_added = |origin: &&OriginIdx| {
        let instances = &after.origin(**origin).instances;
        instances.iter().all(|idx| after.instance(*idx).span.report == added)
    };
    assert_eq!(claim.origins.iter().filter(is_added).count(), 0, "{name}, {what}: `{}`", place.words);
}

/// Two reports disagree in something in which they did not before.
fn assert_disagreement_appears(
    before: &Told,
    after: &Account,
    place: &Place,
    change: &Change,
    kind: DisagreementKind,
) {
    let between = |account| kinds_between(&told(account), &place.report, &change.from.report);
    let (old, new) = (between(&before.account), between(after));
    assert!(
        !old.contains(&kind) && new.contains(&kind),
        "{}: {old:?} before, {new:?} after",
        before.story.name
    );
}

/// Claims other than the one that was changed have the counts they had, and reports other than the one that was changed
/// disagree as they did.
fn assert_nothing_else_changes(before: &Told, after: &Account, place: &Place, change: &Change) {
    let touched = claims_at(&before.account, place);
    let is_other =
        |other: &&Place| !claims_at(&before.account, other).iter().any(|claim| touched.contains(claim));
    let others: Vec<Place> = before.story.claims.iter().filter(is_other).cloned().collect();
    assert!(others.len() >= 2, "{}: no other claims to look at", before.story.name);
    assert_same_counts(before, after, &others, &format!("where {} is changed", change.from.report));
    let [old, new] =
        [&before.account, after].map(|account| told_without(&told(account), &change.from.report));
    assert_eq!(new, old, "{}: what the other reports disagree in", before.story.name);
}
