//! Who said what: every speaker whom a sentence names is found, every denial is seen as one, and nobody is
//! given words that he is not said to have said.

use crate::departures::{BEYOND, DENIALS, SPEAKERS};
use crate::expected::Saying;
use crate::found::{Place, Statement};
use crate::{EXPECTED, FOUND, assert_departures};

fn has(statement: &Statement, place: &Place) -> bool {
    statement.content.iter().any(|content| content.shared(place) > 0)
}

/// Whether a speaker is the expected one: a title may stand before the name ("Dr. Lenn Pavarik").
fn is_speaker(found: &Place, expected: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().trim_start_matches("the ").to_owned();
    let (found, expected) = (plain(&found.text), plain(expected));
    found == expected || found.ends_with(&format!(" {expected}"))
}

/// A speaker that the reader knows is right, on whatever ground the program gives him.
fn is_right(statement: &Statement, saying: &Saying) -> bool {
    let speakers = statement.speaker.as_ref().zip(saying.speaker.as_ref());
    speakers.is_some_and(|(found, expected)| is_speaker(found, expected))
}

#[test]
fn every_speaker_whom_a_sentence_names_is_found() {
    let (sayings, statements) = (EXPECTED.sayings(), FOUND.statements());
    let stated = sayings.iter().filter(|saying| saying.stated);
    assert!(stated.clone().count() > 40, "the example has many speakers");
    let missed = stated.filter(|saying| {
        !statements.iter().any(|statement| has(statement, &saying.begins) && is_right(statement, saying))
    });
    assert_departures(
        missed.map(|saying| format!("{}: {}", saying.begins.file, saying.begins.text)),
        SPEAKERS,
    );
}

#[test]
fn nobody_else_is_a_speaker() {
    let sayings = EXPECTED.sayings();
    let statements = FOUND.statements();
    let spoken = statements.iter().filter_map(|statement| Some((statement, statement.speaker.as_ref()?)));
    // Whom another report names is compared with what the reader finds there, below.
    let own =
        spoken.filter(|(statement, _)| statement.grade.as_deref().is_some_and(|grade| grade != "witness"));
    let beyond = own.filter(|(statement, _)| {
        let mut of_it = sayings.iter().filter(|saying| has(statement, &saying.begins)).peekable();
        of_it.peek().is_none() || of_it.any(|saying| !is_right(statement, saying))
    });
    assert_departures(beyond.map(|(_, speaker)| format!("{}: {}", speaker.file, speaker.text)), BEYOND);
}

#[test]
fn whom_another_report_names_said_the_words_there() {
    let (sayings, statements) = (EXPECTED.sayings(), FOUND.statements());
    let lent = statements.iter().filter(|statement| statement.grade.as_deref() == Some("witness"));
    assert!(lent.clone().count() > 2, "some speakers are named in another report only");
    for statement in lent {
        let words = |place: &Place| place.text.trim_matches(['"', '\u{201c}', '\u{201d}']).to_owned();
        let begins = words(&statement.content[0]);
        let speaker = statement.speaker.as_ref().expect("it has a speaker");
        let there = sayings.iter().filter(|saying| saying.begins.file == speaker.file);
        let same = there.filter(|saying| begins.starts_with(&words(&saying.begins)));
        assert!(
            same.clone().any(|saying| saying.speaker.as_ref().is_some_and(|name| is_speaker(speaker, name))),
            "{statement:?}"
        );
    }
}

#[test]
fn every_denial_is_a_statement_that_denies_or_an_edit() {
    let (statements, edits) = (FOUND.statements(), FOUND.edits());
    let missed = EXPECTED.denials().into_iter().filter(|denial| {
        let stated = statements.iter().any(|statement| statement.denies && has(statement, denial));
        let negated = edits.iter().filter(|edit| edit.kinds.iter().any(|kind| kind == "negation"));
        !stated && !negated.clone().any(|edit| edit.from.shared(denial) + edit.to.shared(denial) > 0)
    });
    assert_departures(missed.map(|denial| format!("{}: {}", denial.file, denial.text)), DENIALS);
}

#[test]
fn only_denials_deny() {
    let denials = EXPECTED.denials();
    for statement in FOUND.statements().iter().filter(|statement| statement.denies) {
        assert!(denials.iter().any(|denial| has(statement, denial)), "{statement:?}");
    }
}

#[test]
fn a_denial_that_was_turned_into_its_opposite_is_an_edit_of_a_negation() {
    let (families, edits) = (FOUND.families(), FOUND.edits());
    for (original, copy) in EXPECTED.turned_denials() {
        let joined =
            |place: &Place| families.iter().position(|family| family.iter().any(|w| place.half_lies_in(w)));
        assert_eq!(joined(&original), joined(&copy));
        let turned = edits.iter().filter(|edit| edit.to.shared(&copy) > 0 || edit.from.shared(&copy) > 0);
        assert!(turned.clone().any(|edit| edit.kinds.iter().any(|kind| kind == "negation")), "{}", copy.text);
    }
}

#[test]
fn words_whose_speaker_was_lost_have_no_speaker() {
    let lost = EXPECTED.lost_attributions();
    assert!(!lost.is_empty());
    for statement in FOUND.statements().iter().filter(|statement| statement.speaker.is_some()) {
        assert!(!lost.iter().any(|place| has(statement, place)), "{statement:?}");
    }
}
