//! The reports: what each is called, where it was found, how much of it stands elsewhere.

use super::{Identifiers, SharedWith, SharesView};
use crate::Numbering;
use crate::share::{Share, shares};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::Report;

/// One report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its identifier in the JSON Lines.
    pub id: String,
    /// The report.
    pub report: &'a Report,
    /// The lines of its headline.
    pub titles: Vec<&'a str>,
    /// How much of it stands elsewhere.
    pub share: Share,
    /// The reports that it shares wording with, most first.
    pub shared_with: Vec<SharedWith>,
    /// The number of the version before it.
    pub previous: Option<usize>,
    /// How many of its statements were found.
    pub n_statements: usize,
    /// What it has from elsewhere and what is new, with its identifier in the JSON Lines; absent where that
    /// was not counted.
    pub shares: Option<(String, SharesView)>,
}

/// All reports, in the order of their numbers.
pub(super) fn reports<'a>(
    account: &'a Account,
    numbering: &Numbering,
    identifiers: &Identifiers,
    sharing: Vec<Vec<SharedWith>>,
) -> Vec<ReportView<'a>> {
    let counted = account.shares.iter().map(|shares| numbering.number(shares.report));
    let ids: BTreeMap<usize, &String> = counted.zip(&identifiers.shares).collect();
    let mut views: BTreeMap<usize, SharesView> =
        super::shares(account, numbering).into_iter().map(|view| (view.number, view)).collect();
    let shares = shares(account);
    let mut n_statements = vec![0; account.reports.len()];
    for statement in &account.statements {
        n_statements[statement.span.report.0 as usize] += 1;
    }
    numbering
        .order()
        .iter()
        .zip(sharing)
        .map(|(idx, shared_with)| {
            let report = account.report(*idx);
            let number = numbering.number(*idx);
            ReportView {
                number,
                id: identifiers.reports[idx.0 as usize].clone(),
                report,
                titles: report.layout.titles.iter().map(|range| range.of(&report.text)).collect(),
                share: shares[idx.0 as usize],
                shared_with,
                previous: report.previous.map(|previous| numbering.number(previous)),
                n_statements: n_statements[idx.0 as usize],
                shares: views.remove(&number).map(|view| (ids[&number].clone(), view)),
            }
        })
        .collect()
}
