//! Who said what as JSON Lines: a list for programs, without digest. The format is `docs/reference/quotes-format.md`.

use super::copies::{captures, date, line, unread_record};
use crate::Numbering;
use crate::view::{QuotesBy, StatementView, by_report, shown_name, voices};
use stemma::Account;
use stemma::account::record::{Record, Value, record};
use stemma::account::records;
use stemma::account::statement_labels::grade_label;

/// The name of the format.
pub const QUOTES_SCHEMA: &str = "stemma.quotes/1";

/// What stands between two runs of words said.
const LEFT_OUT: &str = " [...] ";

/// Who said what, line by line: a header, then one statement a line, then what was not read; all statements, or those
/// of voices that have a name with the words of `speaker` in it.
pub fn quotes(account: &Account, by: QuotesBy, speaker: Option<&str>) -> impl Iterator<Item = String> {
    let numbering = Numbering::of(account);
    let statements: Vec<StatementView> = match by {
        QuotesBy::Speaker => {
            let found = voices(account, &numbering, speaker).into_iter();
            found.flat_map(|voice| voice.statements).collect()
        }
        QuotesBy::Report => {
            let found = by_report(account, &numbering, speaker).into_iter();
            found.flat_map(|(_, statements)| statements).collect()
        }
    };
    let header = header(account, &statements);
    let kept = records(account).into_iter();
    let kept: Vec<Record> =
        kept.filter(|record| record.get("record") == Some(&Value::from("statement"))).collect();
    std::iter::once(line(header))
        .chain(statements.into_iter().filter_map(move |view| {
            let record = kept.get(view.idx)?.clone();
            Some(line(statement_record(account, &view, record)))
        }))
        .chain(account.unread.iter().map(|unread| line(unread_record(unread))))
}

fn header(account: &Account, statements: &[StatementView]) -> Record {
    let voices = statements.iter().filter_map(|view| view.statement.speaker.as_ref());
    let voices: std::collections::BTreeSet<_> = voices.map(|speaker| speaker.voice).collect();
    record([
        ("record", Value::from("quotes")),
        ("schema", Value::from(QUOTES_SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        (
            "counts",
            Value::map([
                ("reports", Value::count(account.reports.len())),
                ("voices", Value::count(voices.len())),
                ("statements", Value::count(statements.len())),
                ("unread", Value::count(account.unread.len())),
            ]),
        ),
    ])
}

/// The statement as the account has it, with what a program would have to look up elsewhere.
fn statement_record(account: &Account, view: &StatementView, mut kept: Record) -> Record {
    let speaker = view.statement.speaker.as_ref();
    let inner = |map: Option<&Value>, key: &str| match map {
        Some(Value::Map(fields)) => fields.get(key).cloned().unwrap_or(Value::Null),
        _ => Value::Null,
    };
    let voice = inner(kept.get("speaker"), "voice");
    let report = inner(kept.get("span"), "report");
    let range = view.place.range;
    kept.extend(record([
        ("voice", voice),
        ("shown", Value::optional(speaker.and_then(|speaker| shown_name(account, speaker.voice)))),
        ("grade", speaker.map_or(Value::Null, |speaker| Value::from(grade_label(speaker.grade)))),
        ("report", report),
        ("captures", captures(view.report)),
        ("outlet", Value::optional(view.report.outlet.as_deref())),
        ("url", Value::optional(view.report.url.as_deref())),
        ("published", date(view.report.published.as_ref())),
        ("start", Value::Int(range.start.into())),
        ("end", Value::Int(range.end.into())),
        ("words", Value::Text(view.pieces.join(LEFT_OUT))),
    ]));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example_speakers::account;

    fn lines(by: QuotesBy, speaker: Option<&str>) -> Vec<Record> {
        let text: String = quotes(&account(), by, speaker).collect();
        super::super::read(&text).expect("it is JSON Lines")
    }

    #[test]
    fn there_is_one_line_a_statement_behind_the_header() {
        let all = lines(QuotesBy::Report, None);
        assert_eq!(all.len(), 8);
        assert_eq!(all[0]["schema"], Value::from(QUOTES_SCHEMA));
        assert_eq!(lines(QuotesBy::Speaker, Some("minister")).len(), 2);
        assert_eq!(lines(QuotesBy::Speaker, Some("nobody")).len(), 1);
    }

    #[test]
    fn a_statement_tells_who_on_what_ground_and_which_words() {
        let all = lines(QuotesBy::Report, None);
        let probable = &all[1];
        for (key, value) in [
            ("grade", "same-words"),
            ("shown", "Mara Quill"),
            ("class", "says"),
            ("factuality", "fact"),
            ("words", "\u{201c}All of us,\u{201d}"),
        ] {
            assert_eq!(probable[key], Value::from(value), "{key}");
        }
        let denial = all.iter().find(|one| one.get("class") == Some(&Value::from("denies")));
        assert_eq!(denial.expect("one denies")["factuality"], Value::from("not"));
    }
}
