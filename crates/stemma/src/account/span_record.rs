//! Spans as values: which report, which bytes, and the words that stand there.

use super::identifiers::report_identifier;
use super::record::Value;
use crate::model::{Account, ByteRange, Report, ReportIdx, Span};

/// The identifiers and texts of an account's reports, by their index.
pub(super) struct ReportTexts<'a> {
    reports: &'a [Report],
    identifiers: Vec<String>,
}

impl<'a> ReportTexts<'a> {
    /// Those of an account.
    pub(super) fn of(account: &'a Account) -> Self {
        ReportTexts {
            reports: &account.reports,
            identifiers: account.reports.iter().map(report_identifier).collect(),
        }
    }

    /// The identifier of a report.
    pub(super) fn identifier(&self, idx: ReportIdx) -> Value {
        Value::from(self.identifiers[idx.0 as usize].as_str())
    }

    /// A span as a value.
    pub(super) fn span(&self, span: Span) -> Value {
        self.place(span.report, span.range)
    }

    /// A range of a report as a value.
    pub(super) fn place(&self, idx: ReportIdx, range: ByteRange) -> Value {
        Value::map([
            ("report", self.identifier(idx)),
            ("start", Value::Int(range.start.into())),
            ("end", Value::Int(range.end.into())),
            ("text", Value::from(range.of(&self.reports[idx.0 as usize].text))),
        ])
    }
}
