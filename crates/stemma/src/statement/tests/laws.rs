//! What holds for any text.

use super::{model, read, report};
use crate::language::analyse;
use crate::model::{ByteRange, Layout, ReportIdx, SpeakerGrade};
use crate::statement::find_statements;
use crate::statement::{Named, Reference};
use crate::text::{Reading, find_quotations, find_sentences};
use proptest::prelude::*;

/// Words and marks that matter to the reader of statements, in any order.
fn news() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "said", "\"", "“", "”", "'", ",", ".", ": ", "denied", "that", "the", "Orlo", "Gen.", "a",
        "spokesman", "told", "reporters", "according to", "by", "was", "adding", "ruled out", "(", ")", "—",
        ";", "\n", " / ", "who", "he", "and", "but", "é", "日本", "claims", "quoted", "as saying", "army",
        "of", "for", "on Monday", "# ", "access", "to", "?", "!", "«", "»", "``", "''", "'s",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn statements_lie_in_their_report_in_order(text in news()) {
        let (report, reading) = read(&text);
        let found = find_statements(ReportIdx(7), &report, &reading, &analyse(&report, &reading, model()));
        let text = &report.text;
        for found in &found {
            let statement = &found.statement;
            prop_assert!(!statement.content.is_empty());
            prop_assert_eq!(statement.span.report, ReportIdx(7));
            for range in statement.content.iter().chain(&statement.cue).chain(&statement.source) {
                prop_assert!(!range.is_empty());
                prop_assert!(text.get(range.as_usize()).is_some());
                prop_assert!(statement.span.range.contains(*range));
            }
            for pair in statement.content.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            if let Reference::Named(Named { name, grade, .. }) = found.reference {
                if grade == SpeakerGrade::Stated {
                    let source = statement.source.expect("a stated speaker is named by a source");
                    prop_assert!(source.contains(name));
                }
                prop_assert!(text.get(name.as_usize()).is_some());
            }
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].statement.content[0] <= pair[1].statement.content[0]);
        }
    }

    #[test]
    fn any_characters_are_read_without_panic(text in "\\PC{0,200}") {
        let (report, reading) = read(&text);
        find_statements(ReportIdx(0), &report, &reading, &analyse(&report, &reading, model()));
    }
}

#[test]
fn furniture_gives_no_statement() {
    let text = "\"We will never leave Tarvo,\" Orlo said.".to_string();
    let reading = Reading { quotations: find_quotations(&text, &Layout::default()), ..Reading::default() };
    let report = report(text, Layout::default());
    assert_eq!(find_statements(ReportIdx(0), &report, &reading, &analyse(&report, &reading, model())), []);
}

#[test]
fn long_lines_of_one_pattern_take_linear_time() {
    for pattern in [
        "said ",
        "denied ",
        "\"no way out\" ",
        "\"We left,\" Orlo said, ",
        "Orlo, ",
        "the army denied, ",
        "X said \"a\" ",
        "according to ",
        "and denied by ",
        "\"a\" of ",
        "Orlo said that \"a\", ",
        "denied that ",
        "(a) \"b\" ",
        "the , \"b\" ",
        "\"a,\" the ",
        "adding \"b\" and ",
    ] {
        let text = pattern.repeat(8_000);
        let layout = Layout { paragraphs: vec![ByteRange::new(0, text.len())], ..Layout::default() };
        let reading = Reading {
            sentences: find_sentences(&text, &layout),
            quotations: find_quotations(&text, &layout),
        };
        let report = report(text, layout);
        find_statements(ReportIdx(0), &report, &reading, &analyse(&report, &reading, model()));
    }
}
