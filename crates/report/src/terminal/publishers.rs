//! Whose reports are they? Many reports of one outlet, or many outlets of one owner, are fewer voices than
//! they look.

use super::line::Line;
use super::page::Page;
use std::collections::BTreeSet;
use stemma::Account;

/// How many outlets and owners stand behind the reports of an account, as far as they are known.
pub struct Publishers {
    outlets: usize,
    owners: usize,
    /// Reports of which no outlet is known.
    unknown_reports: usize,
    /// Outlets of which no owner is known.
    unknown_outlets: usize,
}

impl Publishers {
    /// Those of an account.
    pub fn of(account: &Account) -> Self {
        let mut outlets = BTreeSet::new();
        let mut owned = BTreeSet::new();
        let mut owners = BTreeSet::new();
        let mut unknown_reports = 0;
        for report in &account.reports {
            let Some(outlet) = &report.outlet else {
                unknown_reports += 1;
                continue;
            };
            outlets.insert(outlet);
            if let Some(owner) = &report.owner {
                owned.insert(outlet);
                owners.insert(owner);
            }
        }
        Publishers {
            outlets: outlets.len(),
            owners: owners.len(),
            unknown_reports,
            unknown_outlets: outlets.len() - owned.len(),
        }
    }

    /// ` of 4 outlets of 3 owners`, with nothing for what is not known at all.
    pub fn behind(&self, line: Line) -> Line {
        if self.outlets == 0 {
            return line;
        }
        let line = line.label(" of ").count(self.outlets, "outlet", "outlets");
        if self.owners == 0 {
            return line;
        }
        line.label(" of ").count(self.owners, "owner", "owners")
    }

    /// Says what the counts leave out; nothing where they leave out nothing, or where nothing is counted.
    pub fn write_unknown(&self, page: &mut Page) {
        if self.outlets > 0 && self.unknown_reports > 0 {
            let line = page.line().label("outlet not known: ");
            let line = line.count(self.unknown_reports, "report", "reports");
            page.write("", "", line);
        }
        if self.owners > 0 && self.unknown_outlets > 0 {
            let line = page.line().label("owner not known: ");
            let line = line.count(self.unknown_outlets, "outlet", "outlets");
            page.write("", "", line);
        }
    }
}
