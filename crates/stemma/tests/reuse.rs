//! Copied passages: what is found between invented reports, and how it was changed.

mod pile;

use insta::assert_snapshot;
use pile::{account_of, edit_lines, marked_passages};

/// Asserts that the passages found are the places marked in the fixture, by family.
#[track_caller]
fn check(fixture: &str) {
    let account = account_of(fixture);
    let expected: String = stemma_testkit::parse(fixture)
        .iter()
        .map(|report| {
            format!("//- /{}\n{}\n", report.name, stemma_testkit::marked(&report.text, &report.spans))
        })
        .collect();
    assert_eq!(marked_passages(fixture, &account), expected);
}

#[test]
fn a_sentence_copied_word_for_word_is_found_among_foreign_ones() {
    check(
        "
        //- /wire.txt
        Rain fell on Orsk all night.

        [[f1|The ferry left the harbour of Tolm with forty passengers aboard, the port office said.]]
        //- /page.txt
        Nobody answered the telephone at the mill on Tuesday.

        [[f1|The ferry left the harbour of Tolm with forty passengers aboard, the port office said.]]

        Tickets are sold at the door.
        ",
    );
}

#[test]
fn swapped_words_do_not_hide_a_copy() {
    let fixture = "
        //- /a.txt
        [[f1|The island republic accused the Federation of blocking two grain ships near Tolm last week.]]
        //- /b.txt
        [[f1|The island republic blamed the Federation of blocking two wheat vessels close to Tolm last week.]]
        ";
    check(fixture);
    assert_snapshot!(edit_lines(&account_of(fixture)), @r#"
    b.txt "blamed" -> a.txt "accused" [Swap]
    b.txt "wheat vessels close to" -> a.txt "grain ships near" [Swap]
    "#);
}

#[test]
fn a_clause_that_was_cut_and_one_that_was_added_are_bridged() {
    let fixture = "
        //- /a.txt
        [[f1|About 900 people left the valley on Sunday, heading for the coast after a deal with the governor.]]
        //- /b.txt
        [[f1|About 900 people left the valley on Sunday aboard 12 trucks, heading for the coast.]]
        ";
    check(fixture);
    assert_snapshot!(edit_lines(&account_of(fixture)), @r#"
    a.txt "" -> b.txt " aboard 12 trucks" [Addition]
    a.txt " after a deal with the governor" -> b.txt "" [Cut]
    "#);
}

#[test]
fn a_changed_number_and_a_denial_turned_round_are_named() {
    let fixture = "
        //- /a.txt
        [[f1|The mayor denied that 261 houses along the river had been flooded overnight.]]
        //- /b.txt
        [[f1|The mayor said that 361 houses along the river had been flooded overnight.]]
        ";
    check(fixture);
    assert_snapshot!(edit_lines(&account_of(fixture)), @r#"
    a.txt "denied" -> b.txt "said" [Swap, Negation, Attribution]
    a.txt "261" -> b.txt "361" [Swap, Number]
    "#);
}

#[test]
fn names_and_stock_phrases_are_no_passage() {
    check(
        "
        //- /a.txt
        The Tolm Observatory for Human Rights said on Monday that the bridge was closed to lorries.
        //- /b.txt
        Nobody at the Tolm Observatory for Human Rights wanted to speak about a quarrel over salaries.
        //- /c.txt
        On Monday, a spokesman for the Tolm Observatory for Human Rights praised the harvest.
        ",
    );
}

#[test]
fn reports_on_one_event_in_different_words_share_no_passage() {
    check(
        "
        //- /a.txt
        Flames destroyed the old rope works in Tolm late on Friday, and two watchmen were taken to hospital.
        //- /b.txt
        Two guards were hurt when the disused rope factory at Tolm burned down on Friday night.
        ",
    );
}

#[test]
fn a_sentence_that_stands_twice_in_one_report_is_a_passage() {
    check(
        "
        //- /a.txt
        [[f1|Divers searched the wreck for a third day without finding the missing engineer.]]

        The company promised to pay for the search.

        [[f1|Divers searched the wreck for a third day without finding the missing engineer.]]
        ",
    );
}

#[test]
fn three_witnesses_are_one_family() {
    let fixture = "
        //- /a.txt
        [[f1|Engineers opened the spillway on Thursday to lower the level of the lake by a metre.]]
        //- /b.txt
        The park was closed on Tuesday.

        [[f1|Engineers opened the spillway on Thursday to lower the level of the lake by a metre.]]
        //- /c.txt
        [[f1|Engineers opened the sluice on Thursday to lower the level of the reservoir by one metre.]]
        ";
    check(fixture);
    assert_eq!(account_of(fixture).families.len(), 1);
}

#[test]
fn other_scripts_need_no_model() {
    check(
        "
        //- /a.txt
        [[f1|Паром вышел из гавани Толма с сорока пассажирами на борту в пятницу утром.]]
        //- /b.txt
        В Толме дождь.

        [[f1|Паром вышел из гавани Толма с сорока пассажирами на борту в пятницу утром.]]
        //- /c.txt
        [[f2|渡轮星期五早上载着四十名乘客离开港口前往对岸的小镇]]
        //- /d.txt
        今天下雨。

        [[f2|渡轮星期五早上载着四十名乘客离开港口前往对岸的小镇]]
        ",
    );
}
