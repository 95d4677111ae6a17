//! The table of reports: number, length, share that stands elsewhere, names and titles.

use super::page::Page;
use crate::Numbering;
use crate::numbering::names;
use crate::share::{Share, shares};
use stemma::Account;
use stemma::model::ReportIdx;

/// Writes the table, in the order of the numbers.
pub fn write(account: &Account, numbering: &Numbering, page: &mut Page) {
    let all = account.reports.len();
    let legend = "elsewhere: share of the paragraphs that also stands in another report";
    page.heading("Reports", all, all, legend);
    let widths = Widths::of(account);
    let shares = shares(account);
    widths.header(page);
    for idx in numbering.order() {
        report(account, *idx, numbering, shares[idx.0 as usize], &widths, page);
    }
}

fn report(
    account: &Account,
    idx: ReportIdx,
    numbering: &Numbering,
    share: Share,
    widths: &Widths,
    page: &mut Page,
) {
    let report = account.report(idx);
    let percent = share.percent().map_or("-".to_string(), |percent| format!("{percent} %"));
    let number = format!("[{}]", numbering.number(idx));
    let first = widths.row(&number, &report.text.len().to_string(), &percent);
    let others = " ".repeat(first.len());
    let names = names(report);
    for (nth, name) in names.iter().enumerate() {
        let line = page.line();
        if nth == 0 {
            page.write(&first, &others, line.name(name));
        } else {
            page.write(&others, &others, line.label("also found as ").name(name));
        }
    }
    for title in &report.layout.titles {
        let line = page.line().passage(title.of(&report.text));
        page.write(&others, &others, line);
    }
}

/// How wide the columns are.
struct Widths {
    number: usize,
    bytes: usize,
}

impl Widths {
    fn of(account: &Account) -> Self {
        let longest = account.reports.iter().map(|report| report.text.len()).max();
        Widths {
            number: account.reports.len().to_string().len() + 2,
            bytes: longest.unwrap_or(0).to_string().len().max("bytes".len()),
        }
    }

    fn header(&self, page: &mut Page) {
        if self.number > 2 {
            let first = self.row("", "bytes", "elsewhere");
            let line = page.line().label("name, title");
            page.write(&first, "", line);
        }
    }

    fn row(&self, number: &str, bytes: &str, share: &str) -> String {
        let (number_width, bytes_width) = (self.number, self.bytes);
        format!("  {number:>number_width$}  {bytes:>bytes_width$}  {share:>9}  ")
    }
}
