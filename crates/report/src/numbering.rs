//! Which number a report has for readers, and how places are given with it.

use std::collections::BTreeSet;
use stemma::Account;
use stemma::model::{ByteRange, Report, ReportIdx, Span};

/// Numbers of reports, from 1, in the order of their names.
///
/// The account itself orders reports by content; people look for the order of their files. The numbers are
/// for one reading only and never leave for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    numbers: Vec<usize>,
    order: Vec<ReportIdx>,
}

impl Numbering {
    /// The numbers of the reports of an account.
    pub fn of(account: &Account) -> Self {
        Self::of_reports(&account.reports)
    }

    /// The numbers of reports that stand in the order of an account.
    pub fn of_reports(reports: &[Report]) -> Self {
        let mut order: Vec<ReportIdx> = (0..reports.len() as u32).map(ReportIdx).collect();
        order.sort_by_key(|idx| (name(&reports[idx.0 as usize]), *idx));
        let mut numbers = vec![0; order.len()];
        for (before, idx) in order.iter().enumerate() {
            numbers[idx.0 as usize] = before + 1;
        }
        Numbering { numbers, order }
    }

    /// The numbers of reports of which some lead: these first, then the others, each in the order of their names.
    pub fn leading(reports: &[Report], first: &BTreeSet<ReportIdx>) -> Self {
        let Numbering { mut order, mut numbers } = Self::of_reports(reports);
        order.sort_by_key(|idx| !first.contains(idx));
        for (before, idx) in order.iter().enumerate() {
            numbers[idx.0 as usize] = before + 1;
        }
        Numbering { numbers, order }
    }

    /// The number of a report.
    pub fn number(&self, report: ReportIdx) -> usize {
        self.numbers[report.0 as usize]
    }

    /// The reports in the order of their numbers.
    pub fn order(&self) -> &[ReportIdx] {
        &self.order
    }

    /// A span as readers are given it.
    pub fn place(&self, span: Span) -> Place {
        Place { report: self.number(span.report), range: span.range }
    }
}

/// A place as readers are given it: number of the report and bytes of its text, as in `[3] 121-180`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the report, from 1.
    pub report: usize,
    /// The bytes of its text.
    pub range: ByteRange,
}

/// The name that a report goes by: the first of those it was found under.
pub fn name(report: &Report) -> &str {
    names(report).first().copied().unwrap_or_default()
}

/// The file that a report goes by, without its folders.
pub fn file_name(report: &Report) -> &str {
    let path = name(report);
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}

/// All names that a report was found under, in order.
pub fn names(report: &Report) -> Vec<&str> {
    let mut names: Vec<&str> = report.captures.iter().map(|capture| capture.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn reports_are_numbered_by_name_whatever_the_order_of_the_account() {
        let account = example::account();
        let numbering = Numbering::of(&account);
        let names: Vec<&str> = numbering.order().iter().map(|idx| name(account.report(*idx))).collect();
        assert_eq!(names, ["coast.txt", "harbour.txt", "wire.txt"]);
        assert_eq!(numbering.number(numbering.order()[2]), 3);
    }
}
