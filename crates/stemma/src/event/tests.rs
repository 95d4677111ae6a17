//! Examples that we invented: what one sentence tells of.

use super::*;
use crate::model::{EventFactuality, EventType, Source};
use crate::{annotated, language, statement, text};

/// The events of a text, in the order in which they stand, and the text.
fn coded_in(sentence: &str, more: &str) -> (String, Vec<Event>) {
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let mut table = EventTable::ours().expect("our table is whole");
    table.extend(more).expect("the table is good");
    let source = Source::of_text("a".to_owned(), sentence.to_owned());
    let report = text::reports(vec![source]).remove(0);
    let reading = text::read(&report);
    let analyses = language::analyse(&report, &reading, &english.model);
    let idx = ReportIdx(0);
    let statements = statement::find_statements(idx, &report, &reading, &analyses);
    let undated = annotated::times_of(idx, &report, &reading, None);
    let ground = Ground {
        idx,
        report: &report,
        reading: &reading,
        analyses: &analyses,
        times: &undated,
        statements: &statements,
        places: &[],
    };
    let mut found = events(ground, &table, &english.words);
    let day = "2019-03-12".parse().expect("a day");
    date(&mut found, &report.text, &annotated::times_of(idx, &report, &reading, Some(day)), day);
    (report.text.clone(), found)
}

/// "ASSAULT firearms", "AGREE | SUPPORT".
fn shown(event: &Event) -> String {
    let kind = |one: &crate::model::EventKind| match &one.mode {
        Some(mode) => format!("{} {mode}", one.kind.name()),
        None => one.kind.name().to_owned(),
    };
    event.kinds.iter().map(kind).collect::<Vec<_>>().join(" | ")
}

fn kinds(sentence: &str) -> Vec<String> {
    coded_in(sentence, "").1.iter().map(shown).collect()
}

fn one(sentence: &str) -> (String, Event) {
    let (text, mut found) = coded_in(sentence, "");
    assert_eq!(found.len(), 1, "{sentence}: {:?}", found.iter().map(shown).collect::<Vec<_>>());
    (text, found.remove(0))
}

fn words(text: &str, ranges: &[ByteRange]) -> Vec<String> {
    ranges.iter().map(|range| range.of(text).to_owned()).collect()
}

#[test]
fn each_type_is_known_in_plain_sentences() {
    let examples = [
        ("AGREE", "Orvandia promised to reopen the border talks."),
        ("CONSULT", "The foreign minister met his counterpart in Dorvath."),
        ("SUPPORT", "The president praised the rescuers."),
        ("CONCEDE", "The government lifted the curfew in Vessary."),
        ("COOPERATE", "The two armies held a joint exercise near the coast."),
        ("AID", "The United Cantons sent food to the villages."),
        ("RETREAT release", "The rebels released six prisoners on Monday."),
        ("REQUEST", "The envoy urged both sides to stop the shelling."),
        ("ACCUSE disapprove", "The opposition condemned the verdict."),
        ("REJECT", "The government refused to negotiate with the Front."),
        ("THREATEN", "The army threatened to shell the town."),
        ("PROTEST demo", "Thousands of students demonstrated in Dorvath."),
        ("SANCTION discontinue", "Orvandia severed diplomatic ties with its neighbour."),
        ("MOBILIZE troops", "The army deployed 2,000 troops along the border."),
        ("COERCE arrest", "Police arrested four journalists in Vessary."),
        ("ASSAULT firearms", "Gunmen shot a judge in Dorvath."),
    ];
    for (kind, sentence) in examples {
        let found = kinds(sentence);
        assert!(found.iter().any(|one| one.starts_with(kind)), "{sentence}: {found:?}");
    }
}

#[test]
fn a_noun_tells_of_an_event_as_a_verb_does() {
    assert_eq!(kinds("The shelling of Lower Tolm by the army went on."), ["ASSAULT heavy-weapons"]);
    assert_eq!(kinds("The arrest of two bishops surprised Dorvath."), ["COERCE arrest"]);
    assert_eq!(kinds("The talks between the army and the Front lasted an hour."), ["CONSULT"]);
}

#[test]
fn cells_are_words_of_the_sentence() {
    let (text, event) = one("The rebels killed at least 12 soldiers near Vessary on Friday.");
    assert_eq!(words(&text, &event.actors), ["The rebels"]);
    assert_eq!(words(&text, &event.recipients), ["at least 12 soldiers"]);
    assert_eq!(words(&text, &event.places), ["Vessary"]);
    let killed = event.killed.expect("twelve were killed");
    assert_eq!((killed.low, killed.high), (Some(12), None));
    assert_eq!(event.injured, None);
    assert_eq!(event.times[0].value, "2019-03-08");
    assert_eq!(event.factuality, EventFactuality::Actual);
}

#[test]
fn what_is_not_said_has_no_cell() {
    let (_, event) = one("A bomb exploded.");
    assert_eq!(shown(&event), "ASSAULT explosives");
    assert!(event.actors.is_empty() && event.recipients.is_empty() && event.places.is_empty());
    assert_eq!((event.killed, event.injured, event.times.len()), (None, None, 0));
}

#[test]
fn the_dead_of_a_bombing_belong_to_it() {
    let (text, event) = one("A car bombing in Dorvath killed five people and injured 20.");
    assert_eq!(shown(&event), "ASSAULT explosives");
    assert_eq!(event.killed.map(|toll| (toll.low, toll.high)), Some((Some(5), Some(5))));
    assert_eq!(words(&text, &event.places), ["Dorvath"]);
}

#[test]
fn accidents_and_weather_assault_nobody() {
    for sentence in [
        "The earthquake killed 40 people in Vessary.",
        "Six people died in a road accident.",
        "A storm struck the coast on Monday.",
        "The champions beat their rivals in the cup final.",
        "The ministry released a report on Friday.",
    ] {
        assert_eq!(kinds(sentence), [""; 0], "{sentence}");
    }
}

#[test]
fn what_is_only_called_like_a_deed_is_none() {
    for sentence in [
        "A nurse in Dorvath wrote to her brother.",
        "The parcel had reached the harbour.",
        "Two of the wounded slept.",
        "The company changed the road without warning.",
        "Well-fed crowds walked home.",
        "A road bridge fell into the river on Tuesday, killing nine people.",
        "DORVATH, 4 May (ORN) - A road bridge collapsed on Tuesday, killing nine people.",
        "The union warned of water in the mine.",
        "The mayor declined to comment.",
        "The farmer fed his hens.",
        "Firefighters battled the flames.",
    ] {
        assert_eq!(kinds(sentence), [""; 0], "{sentence}");
    }
    assert_eq!(kinds("The minister warned the rebels of an attack."), ["THREATEN violence"]);
    assert_eq!(kinds("Two soldiers were killed in an exchange of fire."), ["ASSAULT firearms"]);
    assert_eq!(kinds("The strike in Dorvath goes on."), ["PROTEST strike | ASSAULT"]);
    assert_eq!(kinds("Welders at the yard laid down their tools."), ["PROTEST strike"]);
}

#[test]
fn who_comes_from_somewhere_was_not_there_by_that() {
    let (text, event) = one("Two men from Vessary were arrested at the airport.");
    assert_eq!(words(&text, &event.places), ["the airport"]);
    let (text, event) = one("The army withdrew its soldiers from the village.");
    assert_eq!(words(&text, &event.places), ["the village"]);
    let (text, event) = one("The police seized documents in two offices.");
    assert_eq!(words(&text, &event.places), ["two offices"]);
}

#[test]
fn whether_it_happened_is_told_with_the_word_that_says_so() {
    use EventFactuality::{Alleged, Denied, Hypothetical};
    let told = |sentence: &str| {
        let (text, found) = coded_in(sentence, "");
        let event = found.into_iter().find(|one| one.kinds[0].kind == EventType::Assault).expect(sentence);
        (event.factuality, event.marker.map(|range| range.of(&text).to_owned()))
    };
    assert_eq!(told("The rebels did not attack the village."), (Denied, Some("not".to_owned())));
    assert_eq!(told("The army denied that its soldiers attacked the village.").0, Denied);
    assert_eq!(told("The rebels may have attacked the village."), (Hypothetical, Some("may".to_owned())));
    assert_eq!(told("The rebels attacked the village, the army said.").0, Alleged);
    assert_eq!(told("The rebels allegedly attacked the village."), (Alleged, Some("allegedly".to_owned())));
}

#[test]
fn who_is_no_party_tells_what_happened_and_is_named() {
    let (text, found) = coded_in("The rebels attacked the village, a doctor said.", "");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].factuality, EventFactuality::Actual);
    assert_eq!(found[0].teller.map(|range| range.of(&text).to_owned()).as_deref(), Some("a doctor"));
}

#[test]
fn what_is_to_come_is_a_promise_or_a_threat_and_what_is_refused_is_refused() {
    assert_eq!(kinds("The foreign minister will meet his counterpart on Friday."), ["AGREE"]);
    assert_eq!(kinds("The army will bomb the town."), ["THREATEN violence"]);
    assert_eq!(kinds("\"We will not negotiate with the Front,\" the minister said."), ["REJECT meet"]);
}

#[test]
fn what_is_only_demanded_or_promised_has_not_happened() {
    assert_eq!(kinds("The envoy urged the rebels to release the prisoners."), ["REQUEST yield"]);
    assert_eq!(
        kinds("Orvandia has asked for the return of its dead soldier, who lies in a hospital in Galen."),
        ["REQUEST yield"]
    );
    assert_eq!(kinds("The mayor asked for blankets."), ["REQUEST assist"]);
    assert_eq!(kinds("The rebels agreed to release the prisoners."), ["CONCEDE"]);
}

#[test]
fn a_statement_is_no_event() {
    assert_eq!(kinds("The minister said that the harvest was good."), [""; 0]);
}

#[test]
fn a_table_of_ones_own_adds_words_and_takes_meanings_away() {
    let table = "[ASSAULT firearms]\nzap\n[none]\nattack | object chess board\n";
    let kinds = |sentence: &str| coded_in(sentence, table).1.iter().map(shown).collect::<Vec<_>>();
    assert_eq!(kinds("The rebels zapped two soldiers."), ["ASSAULT firearms"]);
    assert_eq!(kinds("The minister attacked the chess board."), [""; 0]);
    assert_eq!(kinds("The rebels attacked the village."), ["ASSAULT"]);
}

#[test]
fn each_cell_lies_in_the_sentence_of_its_event() {
    let (text, found) = coded_in(
        "Rebels attacked Lower Tolm on Monday, killing six.\n\nThe army, which had shelled the town, arrested ten men in Orna, a monitor said. \
         Protesters set fire to a court.",
        "",
    );
    assert!(found.len() >= 4);
    for event in &found {
        let cells = event.actors.iter().chain(&event.recipients).chain(&event.places).copied();
        let rest = event.times.iter().map(|time| time.range).chain(event.killed.map(|toll| toll.range));
        for range in
            cells.chain(rest).chain([event.predicate]).chain(event.contexts.iter().map(|one| one.range))
        {
            assert!(event.sentence.contains(range), "{} in {}", range.of(&text), event.sentence.of(&text));
        }
    }
}

#[test]
fn odd_texts_are_read_without_a_mistake() {
    let long = "attack, ".repeat(600);
    for text in [
        "",
        "?",
        "Attack",
        "attack attack attack",
        "\"\"",
        "- - -",
        "of of of by by",
        long.as_str(),
        "\u{202e}attack\u{0} \u{1f4a3} bombed",
    ] {
        let (text, found) = coded_in(&format!("{text}.\n\nRebels attacked Orna on Friday.\n"), "");
        for event in found {
            assert!(text.get(event.span.range.start as usize..event.span.range.end as usize).is_some());
        }
    }
}

#[test]
fn what_others_will_do_is_no_promise_of_theirs() {
    let (text, event) = one("The foreign minister said that Tolmish soldiers will leave the village.");
    assert_eq!(shown(&event), "RETREAT withdraw");
    assert_eq!(event.factuality, EventFactuality::Future);
    assert_eq!(words(&text, &event.actors), ["Tolmish soldiers"]);
    assert_eq!(words(&text, &event.recipients), [""; 0]);
    assert_eq!(kinds("The army will leave Vessary, an army spokesman said."), ["CONCEDE"]);
    assert_eq!(kinds("The high command said army would leave Vessary."), ["CONCEDE"]);
}

#[test]
fn what_is_discussed_is_nobody_with_whom() {
    let (text, event) = one("The ministers of both sides discussed the Tolm Treaty.");
    assert_eq!(shown(&event), "CONSULT");
    assert_eq!(words(&text, &event.recipients), [""; 0]);
}

#[test]
fn a_need_or_a_hope_is_nothing_that_happened() {
    let (_, event) = one("The envoy spoke about the need for a withdrawal from Vessary.");
    assert_eq!(event.factuality, EventFactuality::Hypothetical);
}

#[test]
fn who_leaves_a_place_does_nothing_to_it() {
    let (text, event) = one("The rebels left the camp of Orna on Friday.");
    assert_eq!(shown(&event), "RETREAT withdraw");
    assert_eq!(words(&text, &event.recipients), [""; 0]);
    assert_eq!(words(&text, &event.places), ["the camp of Orna"]);
}

#[test]
fn to_leave_a_treaty_is_a_sanction() {
    assert_eq!(
        kinds("The withdrawal of Orvandia from the river treaty angered Dorvath."),
        ["SANCTION withdraw"]
    );
}

#[test]
fn how_is_told_by_what_hits() {
    assert_eq!(kinds("Army airstrikes hit the village of Orna."), ["ASSAULT aerial"]);
    assert_eq!(kinds("The missile batteries fired on two jets."), ["ASSAULT heavy-weapons"]);
    assert_eq!(kinds("The policeman fired on two boys."), ["ASSAULT firearms"]);
}

#[test]
fn who_is_driven_out_of_his_positions_is_attacked() {
    assert_eq!(kinds("The army ousted the rebels from the village."), ["ASSAULT"]);
    assert_eq!(kinds("The party expelled three members."), ["SANCTION expel"]);
}

#[test]
fn who_repels_an_attack_on_somebody_does_nothing_to_him() {
    let (text, event) = one("\"We will repel any attack on Orvandia,\" Berit Aslund said.");
    assert_eq!(words(&text, &event.recipients), [""; 0]);
    assert_eq!(words(&text, &event.actors), ["Berit Aslund"]);
}

#[test]
fn a_truce_allows_nothing_by_itself() {
    let (_, found) = coded_in("A truce was in place to allow the wounded to leave Orna.", "");
    assert!(found.iter().all(|event| event.actors.is_empty()));
}

#[test]
fn who_is_on_a_visit_makes_it() {
    let (text, event) = one("President Dren Harlow was on a visit to Orvandia.");
    assert_eq!(shown(&event), "CONSULT visit");
    assert_eq!(words(&text, &event.actors), ["President Dren Harlow"]);
    assert_eq!(words(&text, &event.recipients), ["Orvandia"]);
}

#[test]
fn the_place_of_what_was_talked_about_is_not_where_it_was_talked() {
    let (text, found) = coded_in("The ministers met after raids of the coast guard in the village.", "");
    let met = found.iter().find(|event| event.kinds[0].kind == EventType::Consult).expect("they met");
    assert_eq!(words(&text, &met.places), [""; 0]);
}

#[test]
fn what_an_operation_is_for_is_one_event_with_it() {
    let (text, event) = one("The army began an offensive to retake the village.");
    assert_eq!(shown(&event), "ASSAULT");
    assert_eq!(words(&text, &event.actors), ["The army"]);
    assert_eq!(words(&text, &event.places), ["the village"]);
}
