//! Which values of two clauses can both hold?

use super::meaning::Meaning;
use super::sameness::{counts_alike, singular};
use super::slots::{NumberSlot, Slot, SlotKind, TimeSlot};
use crate::model::{ByteRange, Day, TimeKind};

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
    ("dozens", 20, 999),
    ("dozen", 10, 14),
    ("scores", 40, 999),
    ("hundreds", 150, 9_999),
    ("thousands", 1_500, 99_999),
    ("millions", 1_500_000, 999_999_999),
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

/// How many of what: numbers are compared only where they count the same.
#[derive(Debug, Clone, Copy)]
pub struct Count<'a> {
    /// How many.
    pub between: Between,
    /// The number as it was read.
    pub slot: &'a NumberSlot,
    /// Its words.
    pub range: ByteRange,
}

/// The counts of a proposition.
pub fn counts_of<'a>(slots: &'a [Slot], text: &str) -> Vec<Count<'a>> {
    let count = |slot: &'a Slot| match &slot.kind {
        SlotKind::Number(number) if number.is_counted() => {
            Some(Count { between: between(number, slot.range.of(text))?, slot: number, range: slot.range })
        }
        _ => None,
    };
    slots.iter().filter_map(count).collect()
}

/// Of two propositions two counts of the same that cannot both hold: none of those that the other gives meets it.
pub fn contradicting<'a, 'b>(
    one: &[Count<'a>],
    other: &[Count<'b>],
    meaning: &Meaning,
) -> Option<(Count<'a>, Count<'b>)> {
    one.iter().find_map(|a| {
        let alike = alike(a, one, other, meaning);
        let first = **alike.first()?;
        let can_hold = |b: &&Count| {
            a.between.meets(b.between)
                || a.slot.degree != b.slot.degree
                || a.may_be_among(b)
                || b.may_be_among(a)
        };
        (!alike.iter().any(can_hold)).then_some((*a, first))
    })
}

/// Whether two propositions give other numbers of the same: "at least 14" and "20" can both hold, and are two claims all the same.
pub fn give_other_numbers(one: &[Count], other: &[Count], meaning: &Meaning) -> bool {
    !are_one_list(one, other)
        && one.iter().any(|a| {
            let alike = alike(a, one, other, meaning);
            !alike.is_empty() && alike.iter().all(|b| a.is_other(b))
        })
}

/// Whether both give the same numbers of several things: "40 churches, 8 bridges and 4 schools". A long list may be read in part only.
fn are_one_list(one: &[Count], other: &[Count]) -> bool {
    let is_in = |a: &&Count| other.iter().any(|b| a.name() == b.name() && !a.is_other(b));
    one.iter().filter(is_in).count() >= LIST
}

/// What the other counts that may be the same as one of the counts: what has its name, or, where no number is the same, what means
/// the same.
fn alike<'b, 'a>(a: &Count, one: &[Count], other: &'b [Count<'a>], meaning: &Meaning) -> Vec<&'b Count<'a>> {
    let mut alike: Vec<&Count> = other.iter().filter(|b| counts_alike(a.slot, b.slot, meaning)).collect();
    let has_name = |b: &&Count| a.name() == b.name();
    if alike.iter().any(has_name) {
        alike.retain(has_name);
    } else if !share_no_number(one, other) {
        alike.clear();
    }
    alike
}

/// Whether both give numbers, and none of the one is a number of the other, whatever they count.
pub fn share_no_number(one: &[Count], other: &[Count]) -> bool {
    !one.is_empty() && !other.is_empty() && one.iter().all(|a| other.iter().all(|b| a.is_other(b)))
}

impl Count<'_> {
    /// Whether it is not the number that another is.
    fn is_other(&self, other: &Count) -> bool {
        let stated = (self.slot.stated, other.slot.stated);
        match stated {
            // Who counts "dozens" does not say that they were 361.
            (Some(_), None) | (None, Some(_)) => true,
            _ if !self.between.meets(other.between) => true,
            _ => !self.slot.is_vague && !other.slot.is_vague && stated.0 != stated.1,
        }
    }

    /// What it counts, without what tells which.
    fn name(&self) -> Option<&str> {
        self.slot.what.last().map(|word| singular(word))
    }

    /// What tells which of these it counts.
    fn which(&self) -> &[String] {
        self.slot.what.split_last().map_or(&[], |(_, which)| which)
    }

    /// Whether it counts some of what another counts: "42 government buildings" may be among "135 buildings", and of "40
    /// churches" nobody knows how they lie to "18 wooden houses".
    fn may_be_among(&self, other: &Count) -> bool {
        let (own, their) = (self.which(), other.which());
        if self.name() != other.name() {
            return !own.is_empty() || !their.is_empty();
        }
        let is_narrower = own.iter().any(|word| !their.contains(word));
        is_narrower && their.iter().all(|word| own.contains(word)) && self.between.least <= other.between.most
    }
}

/// Numbers of several things that two clauses share seldom by chance.
const LIST: usize = 2;

/// A time as far as it is named: fields that are not known may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NamedTime {
    /// The year.
    pub year: Option<u16>,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// The weekday, 1 for Monday.
    pub weekday: Option<u8>,
}

/// The time that words name: a day, a month, a year or a weekday; none for how long and how often, and for what only points
/// somewhere ("now", "recently").
pub fn named_time(slot: &TimeSlot, words: &str) -> Option<NamedTime> {
    if !matches!(slot.kind, TimeKind::Date | TimeKind::Time) {
        return None;
    }
    // A clock time alone names no day, whatever day the report is of.
    let clock = slot.kind == TimeKind::Time && words.bytes().any(|byte| byte.is_ascii_digit());
    if clock && slot.weekday.is_none() {
        return None;
    }
    let mut fields = slot.value.get(..10).unwrap_or(&slot.value).split('-');
    let year = fields.next().filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
    let month = fields.next().and_then(|month| month.parse().ok());
    let day = fields.next().filter(|_| month.is_some()).and_then(|day| day.parse().ok());
    let known = slot.value.get(..10).and_then(|value| value.parse::<Day>().ok());
    let weekday = slot.weekday.or(known.map(|date| date.weekday().to_monday_one_offset() as u8));
    let named = NamedTime { year, month, day, weekday };
    (named != NamedTime::default()).then_some(named)
}

impl NamedTime {
    /// Whether both can be one time.
    pub fn meets(self, other: NamedTime) -> bool {
        fn hold<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_none_or(|(one, other)| one == other)
        }
        hold(self.year, other.year)
            && hold(self.month, other.month)
            && hold(self.day, other.day)
            && hold(self.weekday, other.weekday)
    }
}

/// The times of a proposition with their words.
pub fn times_of(slots: &[Slot], text: &str) -> Vec<(NamedTime, ByteRange)> {
    let time = |slot: &Slot| match &slot.kind {
        SlotKind::Time(time) => Some((named_time(time, slot.range.of(text))?, slot.range)),
        SlotKind::Number(_) => None,
    };
    slots.iter().filter_map(time).collect()
}

/// Of two propositions two times that cannot both be meant: none of the one meets any of the other.
pub fn apart_in_time(
    one: &[(NamedTime, ByteRange)],
    other: &[(NamedTime, ByteRange)],
) -> Option<(ByteRange, ByteRange)> {
    let meet = one.iter().any(|(here, _)| other.iter().any(|(there, _)| here.meets(*there)));
    if meet { None } else { Some((one.first()?.1, other.first()?.1)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::words::Degree;
    use crate::model::{CountClass, Measure};

    fn number(stated: Option<u64>, low: Option<u64>, high: Option<u64>, is_vague: bool) -> NumberSlot {
        let (class, measure) = (CountClass::Dead, Measure::Count);
        NumberSlot {
            counted: None,
            what: Vec::new(),
            class,
            measure,
            low,
            high,
            stated,
            is_vague,
            degree: None,
        }
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
        assert!(dozens.meets(Between { least: 361_000, most: 361_000 }));
    }

    #[test]
    fn days_are_compared_as_far_as_they_are_known() {
        let day = |value: &str, weekday| {
            named_time(&TimeSlot { value: value.into(), kind: TimeKind::Date, weekday }, "then").unwrap()
        };
        assert!(day("2018-05-21", None).meets(day("XXXX-WXX-1", Some(1))));
        assert!(!day("XXXX-WXX-3", Some(3)).meets(day("XXXX-WXX-2", Some(2))));
        assert!(!day("XXXX-03-14", None).meets(day("2019-03-15", None)));
        assert!(day("XXXX-03-14", None).meets(day("XXXX-WXX-3", Some(3))), "nothing says otherwise");
        assert!(!day("2019", None).meets(day("2022", None)));
        assert!(day("2019", None).meets(day("2019-03", None)));
    }

    /// So many of something.
    fn counted(stated: Option<u64>, what: &str, degree: Option<Degree>) -> NumberSlot {
        let exactly = stated.map(|stated| stated * 1_000);
        let what = what.split(' ').map(str::to_owned).collect();
        NumberSlot { what, degree, ..number(exactly, exactly, exactly, stated.is_none()) }
    }

    fn list<'a>(slots: &'a [NumberSlot], words: &str) -> Vec<Count<'a>> {
        let range = ByteRange { start: 0, end: 1 };
        let count = |slot: &'a NumberSlot| Count { between: between(slot, words).unwrap(), slot, range };
        slots.iter().map(count).collect()
    }

    #[test]
    fn numbers_of_other_things_do_not_contradict_and_make_other_claims() {
        let english = stemma_assets::english().unwrap();
        let meaning = Meaning::of(&english.words);
        let contradict = |one: &NumberSlot, other: &NumberSlot| {
            let (one, other) = (std::slice::from_ref(one), std::slice::from_ref(other));
            contradicting(&list(one, "dozens"), &list(other, "dozens"), &meaning).is_some()
        };
        let (houses, more) = (counted(Some(18), "houses", None), counted(Some(135), "houses", None));
        assert!(contradict(&houses, &more));
        // Some of all may be fewer, but not more.
        assert!(!contradict(
            &counted(Some(42), "office buildings", None),
            &counted(Some(135), "buildings", None)
        ));
        assert!(contradict(
            &counted(Some(142), "office buildings", None),
            &counted(Some(135), "buildings", None)
        ));
        // Who was badly hurt is one of those who were hurt.
        assert!(!contradict(
            &counted(Some(8), "people", Some(Degree::Badly)),
            &counted(Some(40), "people", None)
        ));
        // Dozens may be 31, but who says "dozens" does not say 31.
        let (dozens, exactly) = (counted(None, "people", None), counted(Some(31), "people", None));
        assert!(!contradict(&dozens, &exactly));
        let (dozens, exactly) = ([dozens], [exactly]);
        assert!(give_other_numbers(&list(&dozens, "dozens"), &list(&exactly, "31"), &meaning));
        assert!(share_no_number(&list(&dozens, "dozens"), &list(&[houses], "18")));
    }

    #[test]
    fn a_list_that_was_read_in_part_is_the_same_list() {
        let english = stemma_assets::english().unwrap();
        let meaning = Meaning::of(&english.words);
        let whole =
            [(40, "churches"), (8, "bridges"), (4, "schools")].map(|(n, what)| counted(Some(n), what, None));
        let part =
            [(40, "churches"), (8, "bridges"), (6, "schools")].map(|(n, what)| counted(Some(n), what, None));
        assert!(!give_other_numbers(&list(&whole, ""), &list(&part[..2], ""), &meaning));
        assert!(give_other_numbers(&list(&whole[2..], ""), &list(&part[2..], ""), &meaning));
    }
}
