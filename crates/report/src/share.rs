//! How much of a report also stands in another report.

use stemma::Account;
use stemma::account::copied_bytes;
use stemma::model::Report;

/// How much of a report stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Bytes of all paragraphs.
    pub paragraph_bytes: usize,
    /// Those of them that lie in a passage of which another report has a witness.
    pub copied_bytes: usize,
}

impl Share {
    /// The share in whole hundredths; absent where the report has no paragraph.
    pub fn percent(self) -> Option<usize> {
        percent(self.copied_bytes, self.paragraph_bytes)
    }
}

/// A part of a whole in whole hundredths; absent where the whole is nothing. Neither 0 nor 100 is ever a
/// rounded figure.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    if whole == 0 {
        return None;
    }
    let rounded = (part * 100 + whole / 2) / whole;
    Some(match part {
        0 => 0,
        _ if part == whole => 100,
        _ => rounded.clamp(1, 99),
    })
}

/// The share of each report, in the order of the account.
pub fn shares(account: &Account) -> Vec<Share> {
    let share = |(report, copied_bytes): (&Report, usize)| Share {
        paragraph_bytes: report.layout.paragraphs.iter().map(|range| range.len()).sum(),
        copied_bytes,
    };
    account.reports.iter().zip(copied_bytes(account)).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_is_not_nothing_and_almost_all_is_not_all() {
        let percent = |copied_bytes, paragraph_bytes| {
            let share = Share { paragraph_bytes, copied_bytes };
            share.percent()
        };
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(0, 9), Some(0));
        assert_eq!(percent(1, 9999), Some(1));
        assert_eq!(percent(9998, 9999), Some(99));
        assert_eq!(percent(9, 9), Some(100));
        assert_eq!(percent(385, 1000), Some(39));
    }
}
