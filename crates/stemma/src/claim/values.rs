//! Which values of two clauses can both hold?

use super::slots::{NumberSlot, TimeSlot};
use crate::model::Day;

/// A number as a range, in thousandths: it lies between the two, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Between {
    /// Not less.
    pub least: u64,
    /// Not more.
    pub most: u64,
}

/// By how much "about" is off, in percent of the number.
const VAGUE_PERCENT: u64 = 10;

/// What words without a number leave open: how many "dozens" can be.
const WORDS: [(&str, u64, u64); 9] = [
    ("several", 3, 20),
    ("few", 2, 20),
    ("dozens", 24, 200),
    ("dozen", 10, 14),
    ("scores", 40, 400),
    ("hundreds", 200, 3_000),
    ("thousands", 2_000, 50_000),
    ("millions", 2_000_000, 1_000_000_000),
    ("many", 3, u64::MAX / 1_000),
];

/// The range that a number leaves; none where its words set none.
pub fn between(slot: &NumberSlot, words: &str) -> Option<Between> {
    if let Some(stated) = slot.stated {
        let off = if slot.is_vague { stated * VAGUE_PERCENT / 100 } else { 0 };
        let (least, most) = if slot.is_vague {
            (stated - off, stated + off)
        } else {
            (slot.low.unwrap_or(0), slot.high.unwrap_or(u64::MAX))
        };
        return Some(Between { least, most });
    }
    if slot.low.is_some() || slot.high.is_some() {
        return Some(Between { least: slot.low.unwrap_or(0), most: slot.high.unwrap_or(u64::MAX) });
    }
    let small = words.to_lowercase();
    let word =
        WORDS.iter().find(|(word, ..)| small.split(|c: char| !c.is_alphabetic()).any(|part| part == *word));
    word.map(|(_, least, most)| Between { least: least * 1_000, most: most * 1_000 })
}

impl Between {
    /// Whether one number can lie in both.
    pub fn meets(self, other: Between) -> bool {
        self.least <= other.most && other.least <= self.most
    }
}

/// The day that a time names, as far as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedDay {
    /// The day of the calendar, where the value tells it.
    pub date: Option<Day>,
    /// The day and month, where only they are known.
    pub month_day: Option<(i8, i8)>,
    /// The weekday, 1 for Monday.
    pub weekday: Option<u8>,
}

/// The day that a time names; none where it is longer or shorter than a day, or names none.
pub fn named_day(slot: &TimeSlot) -> Option<NamedDay> {
    let value = slot.value.get(..10).unwrap_or(&slot.value);
    let date: Option<Day> = value.parse().ok();
    let month_day = value.strip_prefix("XXXX-").and_then(|rest| {
        let (month, day) = rest.split_once('-')?;
        Some((month.parse().ok()?, day.get(..2)?.parse().ok()?))
    });
    let weekday = slot.weekday.or(date.map(|date| date.weekday().to_monday_one_offset() as u8));
    (date.is_some() || month_day.is_some() || weekday.is_some()).then_some(NamedDay {
        date,
        month_day,
        weekday,
    })
}

impl NamedDay {
    /// Whether both can be one day.
    pub fn meets(self, other: NamedDay) -> bool {
        let month_day = |one: NamedDay| one.month_day.or(one.date.map(|date| (date.month(), date.day())));
        if let (Some(one), Some(other)) = (self.date, other.date) {
            return one == other;
        }
        if let (Some(one), Some(other)) = (month_day(self), month_day(other)) {
            return one == other;
        }
        match (self.weekday, other.weekday) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CountClass, Measure, TimeKind};

    fn number(stated: Option<u64>, low: Option<u64>, high: Option<u64>, is_vague: bool) -> NumberSlot {
        let (class, measure) = (CountClass::Dead, Measure::Count);
        NumberSlot { counted: None, what: Vec::new(), class, measure, low, high, stated, is_vague }
    }

    #[test]
    fn ranges_that_meet_do_not_contradict() {
        let at_least_12 = between(&number(Some(12_000), Some(12_000), None, false), "at least 12").unwrap();
        let exactly_14 = between(&number(Some(14_000), Some(14_000), Some(14_000), false), "14").unwrap();
        let about_1600 = between(&number(Some(1_600_000), None, None, true), "about 1,600").unwrap();
        let dozens = between(&number(None, None, None, true), "Dozens of").unwrap();
        assert!(at_least_12.meets(exactly_14));
        assert!(!about_1600.meets(exactly_14));
        assert!(dozens.meets(Between { least: 31_000, most: 31_000 }));
        assert!(!dozens.meets(exactly_14));
    }

    #[test]
    fn days_are_compared_as_far_as_they_are_known() {
        let day = |value: &str, weekday| {
            named_day(&TimeSlot { value: value.into(), kind: TimeKind::Date, weekday }).unwrap()
        };
        assert!(day("2018-05-21", None).meets(day("XXXX-WXX-1", Some(1))));
        assert!(!day("XXXX-WXX-3", Some(3)).meets(day("XXXX-WXX-2", Some(2))));
        assert!(!day("XXXX-03-14", None).meets(day("2019-03-15", None)));
        assert!(day("XXXX-03-14", None).meets(day("XXXX-WXX-3", Some(3))), "nothing says otherwise");
    }
}
