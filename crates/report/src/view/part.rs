//! A remark about a finding in parts, so that terminal and page say the same: fixed labels, and what can be opened or
//! counted.

use crate::Place;
use crate::excerpt::Wording;
use crate::first_screen::Listing;

/// A part of a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// A fixed label.
    Label(&'static str),
    /// Leads from words of the parent to those of the child.
    Arrow,
    /// A count.
    Number(usize),
    /// A report by its number.
    Report(usize),
    /// A date as the metadata of a report gives it.
    Date(&'a str),
    /// A value that was reckoned from words: a day, a month.
    Value(String),
    /// A place.
    Place(Place),
    /// The words that name somebody.
    Name(&'a str),
    /// Words of a report and where they stand.
    Words(Place, Wording<'a>),
    /// Words of a report that stand by the finding itself.
    Near(&'a str),
    /// How much of a list is told, and how long it is.
    Cut(usize, usize),
}

impl Part<'_> {
    /// A count with what is counted.
    pub fn count(number: usize, one: &'static str, many: &'static str) -> [Self; 3] {
        [Part::Number(number), Part::Label(" "), Part::Label(if number == 1 { one } else { many })]
    }

    /// Reports one behind the other.
    pub fn reports(reports: &Listing<usize>) -> Vec<Self> {
        let mut parts = Vec::with_capacity(reports.items.len() * 2 + 2);
        for (idx, report) in reports.items.iter().enumerate() {
            parts.extend((idx > 0).then_some(Part::Label(", ")));
            parts.push(Part::Report(*report));
        }
        if reports.is_cut() {
            parts.extend([Part::Label(", "), Part::Cut(reports.items.len(), reports.total)]);
        }
        parts
    }
}
