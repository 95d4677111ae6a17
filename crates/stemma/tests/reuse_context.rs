//! What stands beside a passage and proves nothing by itself.

mod pile;

use pile::{account_of, marked_passages};

/// Asserts that the passages found are the places marked in the fixture, by family.
#[track_caller]
fn check(fixture: &str) {
    let expected: String = stemma_testkit::parse(fixture)
        .iter()
        .map(|report| {
            format!("//- /{}\n{}\n", report.name, stemma_testkit::marked(&report.text, &report.spans))
        })
        .collect();
    assert_eq!(marked_passages(fixture, &account_of(fixture)), expected);
}

#[test]
fn a_short_sentence_between_two_copied_ones_was_copied_with_them() {
    check(
        "
        //- /a.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        [[f2|He did not elaborate.]]

        [[f3|Divers searched the wreck near the lighthouse until the evening.]]
        //- /b.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        [[f2|He did not elaborate.]]

        [[f3|Divers searched the wreck near the lighthouse until the evening.]]

        Tickets are sold at the door.
        //- /c.txt
        He did not elaborate.

        Nobody answered the telephone at the mill on Tuesday.
        ",
    );
}

#[test]
fn a_short_sentence_in_the_paragraph_of_a_copied_one_belongs_to_it() {
    check(
        "
        //- /a.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]] [[f2|Nobody drowned.]] Rain fell on Orsk.
        //- /b.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]] [[f2|Nobody drowned.]] Tickets are cheap.
        ",
    );
}

#[test]
fn a_short_line_at_one_end_of_a_copy_may_be_anything() {
    check(
        "
        //- /a.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        He smiled.

        Rain fell on Orsk all night.
        //- /b.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        He smiled.

        Tickets are sold at the door.
        ",
    );
}

#[test]
fn a_word_that_differs_does_not_end_what_was_copied() {
    check(
        "
        //- /a.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        [[f2|She declined to comment.]]

        [[f3|Divers searched the wreck near the lighthouse until the evening.]]
        //- /b.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        [[f2|She refused to comment.]]

        [[f3|Divers searched the wreck near the lighthouse until the evening.]]
        ",
    );
}

#[test]
fn sentences_between_two_copied_ones_that_have_nothing_in_common_stay_out() {
    check(
        "
        //- /a.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        Rain fell on Orsk.

        [[f2|Divers searched the wreck near the lighthouse until the evening.]]
        //- /b.txt
        [[f1|The ferry left the harbour of Tolm with forty passengers aboard.]]

        Tickets are cheap.

        [[f2|Divers searched the wreck near the lighthouse until the evening.]]
        ",
    );
}
