//! Sets of days.

use crate::model::Day;
use jiff::ToSpan as _;
use jiff::civil::date;

/// The days that are reckoned with. What lies outside is no report of news.
const FIRST: Day = date(1900, 1, 1);
const LAST: Day = date(2099, 12, 31);

/// Days of a 64-bit word.
const WORD: usize = 64;

/// Days from the beginning of 1900 to the end of 2099, a bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    bits: Vec<u64>,
}

impl Days {
    /// No day.
    pub fn none() -> Self {
        Days { bits: vec![0; index(LAST).div_euclid(WORD) + 1] }
    }

    /// All days from one to another, both of them too; to the ends where one is missing.
    pub fn between(first: Option<Day>, last: Option<Day>) -> Self {
        let mut days = Days::none();
        let first = first.unwrap_or(FIRST).max(FIRST);
        let last = last.unwrap_or(LAST).min(LAST);
        if first <= last {
            let (first, last) = (index(first), index(last));
            days.bits[first / WORD..=last / WORD].fill(u64::MAX);
            days.bits[first / WORD] &= u64::MAX << (first % WORD);
            days.bits[last / WORD] &= u64::MAX >> (WORD - 1 - last % WORD);
        }
        days
    }

    pub fn add(&mut self, other: &Days) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(mine, theirs)| *mine |= theirs);
    }

    pub fn keep(&mut self, other: &Days) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(mine, theirs)| *mine &= theirs);
    }

    pub fn shares_any(&self, other: &Days) -> bool {
        self.bits.iter().zip(&other.bits).any(|(mine, theirs)| mine & theirs != 0)
    }

    pub fn count(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// The first day; nothing where there is none, or where the set begins with the first day of all.
    pub fn first(&self) -> Option<Day> {
        let word = self.bits.iter().position(|word| *word != 0)?;
        let idx = word * WORD + self.bits[word].trailing_zeros() as usize;
        (idx > 0).then(|| day(idx))
    }

    /// The last day; nothing where there is none, or where the set ends with the last day of all.
    pub fn last(&self) -> Option<Day> {
        let word = self.bits.iter().rposition(|word| *word != 0)?;
        let idx = word * WORD + WORD - 1 - self.bits[word].leading_zeros() as usize;
        (idx < index(LAST)).then(|| day(idx))
    }
}

fn index(day: Day) -> usize {
    (day - FIRST).get_days().max(0) as usize
}

fn day(idx: usize) -> Day {
    FIRST.checked_add((idx as i64).days()).unwrap_or(LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_knows_its_ends() {
        let mut days = Days::between(Some(date(2018, 5, 1)), Some(date(2018, 5, 21)));
        assert_eq!(
            (days.first(), days.last(), days.count()),
            (Some(date(2018, 5, 1)), Some(date(2018, 5, 21)), 21)
        );
        days.keep(&Days::between(Some(date(2018, 5, 20)), None));
        assert_eq!((days.first(), days.count()), (Some(date(2018, 5, 20)), 2));
        days.keep(&Days::between(None, Some(date(2018, 5, 1))));
        assert_eq!((days.first(), days.last(), days.count()), (None, None, 0));
    }

    #[test]
    fn an_open_set_has_no_end() {
        let days = Days::between(Some(date(2018, 5, 1)), None);
        assert_eq!((days.first(), days.last()), (Some(date(2018, 5, 1)), None));
        assert_eq!(Days::between(None, None).first(), None);
    }
}
