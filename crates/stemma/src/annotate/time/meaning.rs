//! What time words mean, before anything is reckoned from a date.

use crate::model::TimeModifier;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
    Night,
    Weekend,
    Season,
}

/// A season of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A part of the day.
    Part(DayPart),
    /// Hours and minutes by the clock of 24 hours; midnight at the end of a day is 24:00.
    At { hour: u8, minute: Option<u8> },
}

/// Which of the days, months, ... of a name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing says so.
    Unstated,
    /// "last", "past".
    Last,
    /// "this".
    This,
    /// "next", "coming".
    Next,
}

/// A year, by its number or counted from the year of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    Number(i16),
    /// 0 is "this year", -1 "last year".
    Offset(i16),
}

/// Feasts that have a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// The same day in each year: month and day.
    Fixed(u8, u8),
    /// So many weekdays (1 for Monday) into a month; 0 is the last one. "Thanksgiving" is (11, 4, 4).
    Nth(u8, u8, u8),
    /// So many days from Easter Sunday.
    Easter(i8),
    /// The week of Easter.
    EasterWeek,
}

/// What time words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A century or decade: the digits that its years begin with ("19", "199").
    Prefix(String),
    Year(Year),
    /// A decade without its century: "the nineties".
    ShortDecade(u8),
    Month {
        month: u8,
        year: Option<Year>,
        step: Step,
    },
    Day {
        month: u8,
        day: u8,
        year: Option<Year>,
        weekday: Option<u8>,
    },
    /// "the 25th": a day of a month that is not named.
    DayOfMonth(u8),
    Weekday {
        weekday: u8,
        step: Step,
        weeks: i16,
    },
    Season {
        season: Season,
        year: Option<Year>,
        step: Step,
    },
    /// Part `n` of the year, of `Unit::Quarter`, or half a year as `Unit::Year`.
    YearPart {
        unit: Unit,
        n: u8,
        year: Option<Year>,
        step: Step,
    },
    /// The quarter of which the report speaks, so many years before it.
    SpokenQuarter {
        years: i16,
    },
    /// The same quarter of a year that is named: "the 1988 quarter".
    SpokenQuarterOf(i16),
    /// The last day of the year.
    YearEnd,
    Feast {
        feast: Feast,
        year: Option<Year>,
        step: Step,
    },
    /// So many units from the date of the report: "today", "last week", "two years ago".
    Shift {
        unit: Unit,
        count: i32,
    },
    /// The week in which a day lies.
    WeekOf {
        month: u8,
        day: u8,
        year: Option<Year>,
    },
    /// From something that other words tell: "that day", "the following month".
    FromWords {
        unit: Unit,
        count: i32,
    },
    /// A time of day alone.
    TimeOfDay,
    /// "now", "recently", "the future".
    Reference(&'static str),
    /// How long: a value of TIMEX3.
    Duration(String),
    /// How often: a value of TIMEX3.
    Set(String),
    /// Every weekday, month, season of a name.
    Recurring(String),
}

/// Time words that were read: what they mean, and which tokens they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
    pub clock: Option<Clock>,
    pub modifier: Option<TimeModifier>,
}

impl Meaning {
    /// The weekday that is named, 1 for Monday.
    pub fn weekday(&self) -> Option<u8> {
        match self {
            Meaning::Weekday { weekday, .. } => Some(*weekday),
            Meaning::Day { weekday, .. } => *weekday,
            _ => None,
        }
    }
}

impl Found {
    /// Words that are not modified and name no time of day.
    pub fn plain(start: usize, end: usize, meaning: Meaning) -> Self {
        Found { start, end, meaning, clock: None, modifier: None }
    }
}

impl Unit {
    /// The letter of the unit in a duration of TIMEX3, and whether it stands behind a `T`.
    pub fn letter(self) -> (&'static str, bool) {
        match self {
            Unit::Second => ("S", true),
            Unit::Minute => ("M", true),
            Unit::Hour => ("H", true),
            Unit::Day | Unit::Night => ("D", false),
            Unit::Week | Unit::Fortnight => ("W", false),
            Unit::Month => ("M", false),
            Unit::Quarter => ("Q", false),
            Unit::Year => ("Y", false),
            Unit::Decade => ("DE", false),
            Unit::Century => ("CE", false),
            Unit::Millennium => ("ML", false),
            Unit::Weekend => ("WE", false),
            Unit::Season => ("SE", false),
        }
    }
}
