//! What clauses tell: who is among the dead, what is called untrue, what has not happened.

use super::meaning::Meaning;
use super::proposition::{Proposition, Role};
use super::told::told;
use crate::model::{ReportIdx, Source};
use crate::{language, text};

/// A proposition with what it says of itself: `kill(two nurses)`, `not resign`, `open leave`.
fn shown(one: &Proposition, text: &str) -> String {
    let mut shown = String::new();
    shown.push_str(if one.negation.is_some() { "not " } else { "" });
    shown.push_str(if one.hedge.is_some() { "said-to " } else { "" });
    shown.push_str(if one.is_open { "open " } else { "" });
    shown.push_str(&one.lemma);
    let done_to = one.participants.iter().filter(|participant| participant.role == Role::Recipient);
    for participant in done_to {
        shown.push_str(&format!("({})", participant.range.of(text)));
    }
    shown
}

/// The propositions of a sentence with a lemma.
fn of(sentence: &str, lemma: &str) -> Vec<String> {
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let report = text::reports(vec![Source::of_text("a".to_owned(), sentence.to_owned())]).remove(0);
    let reading = text::read(&report);
    let analyses = language::analyse(&report, &reading, &english.model);
    let meaning = Meaning::of(&english.words);
    let told = told(ReportIdx(0), &report, &reading, &analyses, &[], &meaning);
    told.propositions.iter().filter(|one| one.lemma == lemma).map(|one| shown(one, &report.text)).collect()
}

#[test]
fn who_is_among_the_dead_died() {
    assert_eq!(of("Among those killed were two nurses, the ministry said.", "kill"), ["kill(two nurses)"]);
    assert_eq!(of("A nurse was among the injured, the ministry said.", "injure"), ["injure(A nurse)"]);
    assert_eq!(of("Also among the dead is the mayor.", "dead"), ["dead(the mayor)"]);
}

#[test]
fn what_is_called_untrue_is_denied_and_the_words_for_it_tell_nothing() {
    let untrue = "It is not true that the bishop is to resign, his chaplain said.";
    assert_eq!(of(untrue, "resign"), ["not open resign"]);
    assert_eq!(of(untrue, "true"), Vec::<String>::new());
    assert_eq!(of("The claim that troops crossed the river is false, the army said.", "cross").len(), 1);
    assert!(
        of("The claim that troops crossed the river is false, the army said.", "cross")[0]
            .starts_with("not ")
    );
    // Whoever judges what is so does not deny it.
    assert!(
        !of("It is absurd that troops crossed the river, the army said.", "cross")[0].starts_with("not ")
    );
}

#[test]
fn nor_denies_the_clause_behind_it() {
    let both = "The treaty is not negotiable nor will it be sold by the government, Jaber said.";
    assert_eq!(of(both, "negotiable"), ["not negotiable"]);
    assert!(of(both, "sell")[0].starts_with("not "), "{:?}", of(both, "sell"));
}

#[test]
fn what_is_allowed_wanted_or_averted_has_not_happened() {
    assert_eq!(of("The army allowed the fighters to leave the city.", "leave"), ["open leave(the city)"]);
    assert_eq!(of("The army forced the fighters to leave the city.", "leave"), ["leave(the city)"]);
    assert_eq!(of("The troops began to leave the city.", "leave"), ["leave(the city)"]);
    let averted = "The police prevented the men from attacking the depot.";
    assert_eq!(of(averted, "attack"), ["open attack(the depot)"]);
    assert_eq!(of("The attack was not prevented, the police said.", "attack"), Vec::<String>::new());
}

#[test]
fn an_apparent_deal_is_said_to_be_one() {
    assert_eq!(of("An apparent deal was reached on Monday.", "deal"), ["said-to deal"]);
    assert_eq!(of("A deal was reached on Monday.", "deal"), ["deal"]);
}

#[test]
fn who_pays_money_for_something_buys_it() {
    let paid = of("The mill paid $40 million for the Orna quarry.", "buy");
    assert!(paid.iter().any(|one| one.contains("the Orna quarry")), "{paid:?}");
    assert_eq!(of("The mill paid 40 million crowns for the quarry.", "buy"), ["buy(the quarry)"]);
    assert_eq!(of("The mill paid dearly for the error.", "buy"), Vec::<String>::new());
    assert_eq!(of("The mill paid the workers for the day.", "buy"), Vec::<String>::new());
}

#[test]
fn who_has_a_place_in_his_hands_controls_it() {
    assert_eq!(
        of("The bridge is in the hands of the rebels, the mayor said.", "control"),
        ["control(The bridge)"]
    );
    assert_eq!(of("The town remains under the control of the army.", "control"), ["control(The town)"]);
    assert_eq!(of("The town is not under army control.", "control"), ["not control(The town)"]);
    assert_eq!(of("The case is in the hands.", "control"), Vec::<String>::new());
    assert_eq!(of("\"The dam is in our hands,\" the colonel said.", "control"), Vec::<String>::new());
}

#[test]
fn as_far_as_somebody_is_concerned_tells_nothing() {
    let framed = "As far as the mayor is concerned, the bridge is safe, his clerk said.";
    assert_eq!(of(framed, "concern"), Vec::<String>::new());
    assert_eq!(
        of("And as far as Orlo is concerned it is alleged that he has two mills.", "concern").len(),
        0
    );
    assert_eq!(of("The mayor is concerned about the dam.", "concerned").len(), 1);
}
