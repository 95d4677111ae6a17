//! Sentences in other words, found only where they are asked for.

mod pile;

use pile::{account_with, name};
use stemma::model::Account;
use stemma::reuse::Config;

/// Two reports, one of which has the other's paragraph in other words and another order of words.
const FIXTURE: &str = "
    //- /a.txt
    Rain fell on Orsk all night.

    Engineers from the ministry inspected the cracked dam above Tolm on Sunday. They found that water was leaking \
    through the eastern wall. Villagers below the dam were told to move their cattle to higher ground.

    Tickets for the fair are sold at the door.
    //- /b.txt
    The choir sang in the old church.

    On Sunday the cracked dam above Tolm was inspected by ministry engineers. Through the wall in the east, they found, \
    leaked water. Told to move cattle to higher ground were all the villagers that live below the dam.

    Nobody answered the telephone at the mill.
    ";

fn account(loose: bool) -> Account {
    account_with(FIXTURE, Config { loose, ..Config::default() })
}

/// The families, each as the first words of its passages.
fn families(account: &Account) -> Vec<Vec<String>> {
    let shown = |passage: &stemma::model::PassageIdx| {
        let span = account.passage(*passage).span;
        let words: Vec<&str> = span.range.of(&account.report(span.report).text).split(' ').take(3).collect();
        format!("{}: {}", name(account, span), words.join(" "))
    };
    account.families.iter().map(|family| family.passages.iter().map(shown).collect()).collect()
}

#[test]
fn sentences_in_other_words_are_no_passages_unless_asked_for() {
    assert!(account(false).families.is_empty());
}

#[test]
fn a_paragraph_in_other_words_is_found_sentence_by_sentence() {
    let mut found = families(&account(true));
    found.iter_mut().for_each(|family| family.sort());
    found.sort();
    let expected = [
        ["a.txt: Engineers from the", "b.txt: On Sunday the"],
        ["a.txt: They found that", "b.txt: Through the wall"],
        ["a.txt: Villagers below the", "b.txt: Told to move"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_account_says_that_it_was_asked_for() {
    assert_eq!(account(true).settings.get("loose"), Some(&1));
    assert_eq!(account(false).settings.get("loose"), None);
}

#[test]
fn one_sentence_in_other_words_may_be_chance() {
    let fixture = "
        //- /a.txt
        Engineers from the ministry inspected the cracked dam above Tolm on Sunday.

        Tickets for the fair are sold at the door.
        //- /b.txt
        On Sunday the cracked dam above Tolm was inspected by ministry engineers.

        Nobody answered the telephone at the mill.
        ";
    assert!(account_with(fixture, Config { loose: true, ..Config::default() }).families.is_empty());
}
