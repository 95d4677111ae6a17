//! Meanings into values of TIMEX3: with the date of the report where one is known, partial where none is.

use super::calendar::{feast_day, first_month, plus_days, plus_months, week, weekday_near};
use super::clock;
use super::meaning::{Clock, Feast, Found, Meaning, Season, Step, Unit, Year};
use crate::model::{TimeAnchor, TimeKind};
use jiff::civil::Date;

/// What the words of a report are reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Context {
    /// The date of the report, where it is known.
    pub report: Option<Date>,
    /// Whether the clause speaks of what is to come; nothing where it does not say.
    pub is_future: Option<bool>,
    /// The quarter of which the report speaks last, by year and number.
    pub quarter: Option<(i16, u8)>,
    /// How many sentences ago it did.
    pub silent_sentences: u32,
    /// The day, month or year that this sentence named last.
    pub named: Option<Date>,
}

/// A value with its type, and what it was reckoned from.
pub(super) type Resolved = (TimeKind, String, TimeAnchor);

/// The value of a time expression.
pub(super) fn resolve(found: &Found, context: &Context) -> Resolved {
    let (kind, value, anchor) = of_meaning(&found.meaning, context);
    match found.clock {
        // A midnight that no day is named for may be that before the report or that behind it.
        Some(midnight @ Clock::At { hour: 24, .. })
            if found.meaning == Meaning::TimeOfDay && context.named.is_none() =>
        {
            (TimeKind::Time, at_hour("XXXX-XX-XX".to_owned(), midnight), TimeAnchor::Missing)
        }
        None => (kind, value, anchor),
        Some(part) if kind == TimeKind::Set => (kind, value + &clock::written(part), anchor),
        Some(hour) => (TimeKind::Time, at_hour(value, hour), anchor),
    }
}

/// A day and an hour of it. Midnight is the end of the day named.
fn at_hour(value: String, hour: Clock) -> String {
    value + &clock::written(hour)
}

fn of_meaning(meaning: &Meaning, context: &Context) -> Resolved {
    let date = |value: String| (TimeKind::Date, value, TimeAnchor::Stated);
    match meaning {
        Meaning::Prefix(digits) => date(digits.clone()),
        Meaning::Year(year) => of_year(*year, context, String::new()),
        Meaning::ShortDecade(tens) => short_decade(*tens, context),
        Meaning::Month { month, year, step } => of_month(*month, *year, *step, context),
        Meaning::Day { month, day, year, .. } => of_day(*month, *day, *year, context),
        Meaning::DayOfMonth(day) => day_of_month(*day, context),
        Meaning::Weekday { weekday, step, weeks } => of_weekday(*weekday, *step, *weeks, context),
        Meaning::Season { season, year, step } => of_season(*season, *year, *step, context),
        Meaning::YearPart { unit, n, year, step } => of_year_part(*unit, *n, *year, *step, context),
        Meaning::SpokenQuarter { years } => spoken_quarter(*years, context),
        Meaning::SpokenQuarterOf(year) => date(match context.quarter {
            Some((_, n)) => format!("{year:04}-Q{n}"),
            None => format!("{year:04}"),
        }),
        Meaning::YearEnd => of_year(Year::Offset(0), context, "-12-31".to_owned()),
        Meaning::Feast { feast, year, step } => of_feast(*feast, *year, *step, context),
        Meaning::Shift { unit, count } => shifted(*unit, *count, context),
        Meaning::WeekOf { month, day, year } => week_of(*month, *day, *year, context),
        Meaning::FromWords { unit, count } => from_words(*unit, *count, context),
        Meaning::TimeOfDay => time_of_day(context),
        Meaning::Reference(reference) => date((*reference).to_owned()),
        Meaning::Duration(value) => (TimeKind::Duration, value.clone(), TimeAnchor::Stated),
        Meaning::Set(value) | Meaning::Recurring(value) => (TimeKind::Set, value.clone(), TimeAnchor::Stated),
    }
}

/// A value that was reckoned from the date of the report.
fn reckoned(value: String) -> Resolved {
    (TimeKind::Date, value, TimeAnchor::ReportDate)
}

/// A value of which only a part is known, because the date of the report is not.
fn partial(value: impl Into<String>) -> Resolved {
    (TimeKind::Date, value.into(), TimeAnchor::Missing)
}

/// A day as TIMEX3 writes it.
pub(super) fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The number of a year, where it can be known.
fn year_number(year: Year, context: &Context) -> Option<i16> {
    match year {
        Year::Number(number) => Some(number),
        Year::Offset(offset) => Some(context.report?.year().saturating_add(offset)),
    }
}

/// A year and what follows it in the value ("-05", "-Q3").
fn of_year(year: Year, context: &Context, rest: String) -> Resolved {
    match (year, year_number(year, context)) {
        (Year::Number(number), _) => (TimeKind::Date, format!("{number:04}{rest}"), TimeAnchor::Stated),
        (_, Some(number)) => reckoned(format!("{number:04}{rest}")),
        (_, None) => partial(format!("XXXX{rest}")),
    }
}

/// "the nineties": the last ones before the report.
fn short_decade(tens: u8, context: &Context) -> Resolved {
    let Some(report) = context.report else { return partial(format!("XX{}", tens / 10)) };
    let century = report.year() / 100;
    let is_ahead = i16::from(tens) > report.year() % 100;
    reckoned(format!("{:02}{}", if is_ahead { century - 1 } else { century }, tens / 10))
}

/// How many months ahead a month without a year may lie if nothing is said of past or future; else it is the
/// last of its name.
const NEAR_AHEAD: i16 = 5;

/// The same if the clause speaks of the past: of a month almost a year ago, news says "last March".
const NEAR_AHEAD_IN_PAST: i16 = 2;

/// The year in which something that recurs yearly lies, by its month.
fn year_of_recurring(month: u8, step: Step, report: Date, is_future: Option<bool>) -> i16 {
    let now = i16::from(report.month());
    let ahead = (i16::from(month) - now).rem_euclid(12);
    let comes = match (step, is_future) {
        (Step::This, _) => return report.year(),
        (Step::Next, _) => return report.year() + i16::from(i16::from(month) <= now),
        (Step::Last, _) => return report.year() - i16::from(i16::from(month) >= now),
        (Step::Unstated, Some(true)) => true,
        (Step::Unstated, Some(false)) => ahead <= NEAR_AHEAD_IN_PAST,
        (Step::Unstated, None) => ahead <= NEAR_AHEAD,
    };
    let first = report.year() + i16::from(i16::from(month) < now);
    if comes || ahead == 0 { first } else { first - 1 }
}

fn of_month(month: u8, year: Option<Year>, step: Step, context: &Context) -> Resolved {
    if let Some(year) = year {
        return of_year(year, context, format!("-{month:02}"));
    }
    match context.report {
        None => partial(format!("XXXX-{month:02}")),
        Some(report) => {
            reckoned(format!("{:04}-{month:02}", year_of_recurring(month, step, report, context.is_future)))
        }
    }
}

fn of_day(month: u8, day: u8, year: Option<Year>, context: &Context) -> Resolved {
    if let Some(year) = year {
        return of_year(year, context, format!("-{month:02}-{day:02}"));
    }
    let Some(report) = context.report else { return partial(format!("XXXX-{month:02}-{day:02}")) };
    let year = year_of_recurring(month, Step::Unstated, report, context.is_future);
    reckoned(format!("{year:04}-{month:02}-{day:02}"))
}

fn day_of_month(day: u8, context: &Context) -> Resolved {
    let Some(report) = context.report else { return partial(format!("XXXX-XX-{day:02}")) };
    let months = match context.is_future {
        Some(true) => i32::from(day < report.day() as u8),
        _ => -i32::from(day > report.day() as u8),
    };
    let (year, month) = plus_months(report, months);
    reckoned(format!("{year:04}-{month:02}-{day:02}"))
}

fn of_weekday(weekday: u8, step: Step, weeks: i16, context: &Context) -> Resolved {
    let Some(report) = context.report else { return partial(format!("XXXX-WXX-{weekday}")) };
    let day = weekday_near(report, weekday, step, context.is_future == Some(true));
    reckoned(iso(plus_days(day, i64::from(weeks) * 7)))
}

fn of_season(season: Season, year: Option<Year>, step: Step, context: &Context) -> Resolved {
    let letters = match season {
        Season::Spring => "-SP",
        Season::Summer => "-SU",
        Season::Autumn => "-FA",
        Season::Winter => "-WI",
    };
    if let Some(year) = year {
        return of_year(year, context, letters.to_owned());
    }
    let Some(report) = context.report else { return partial(format!("XXXX{letters}")) };
    let month = first_month(season);
    let (this, now) = (report.year(), report.month() as u8);
    let has_begun = now >= month;
    let year = match (step, context.is_future) {
        (Step::This, _) => this,
        (Step::Next, _) | (Step::Unstated, Some(true)) => {
            if has_begun && step == Step::Next {
                this + 1
            } else {
                this
            }
        }
        // "last spring" in summer is this year's, "last summer" in summer is last year's.
        (Step::Last, _) => {
            if now >= month + 3 {
                this
            } else {
                this - 1
            }
        }
        (Step::Unstated, _) => {
            if has_begun {
                this
            } else {
                this - 1
            }
        }
    };
    // The winter that holds January began in the year before.
    let year = if season == Season::Winter && now <= 3 && step == Step::This { this - 1 } else { year };
    reckoned(format!("{year:04}{letters}"))
}

fn of_year_part(unit: Unit, n: u8, year: Option<Year>, step: Step, context: &Context) -> Resolved {
    let letter = if unit == Unit::Quarter { 'Q' } else { 'H' };
    let rest = format!("-{letter}{n}");
    if let Some(year) = year {
        return of_year(year, context, rest);
    }
    let Some(report) = context.report else { return partial(format!("XXXX{rest}")) };
    let parts_a_year = if unit == Unit::Quarter { 4 } else { 2 };
    let first_month = (n - 1) * (12 / parts_a_year) + 1;
    // News tells of the quarter that has just ended: one that has not begun is last year's, unless it is to come.
    let is_ahead = first_month > report.month() as u8;
    let year = match (step, context.is_future) {
        (Step::Unstated, Some(true)) => report.year(),
        (Step::Unstated, _) if is_ahead => report.year() - 1,
        _ => report.year(),
    };
    reckoned(format!("{year:04}{rest}"))
}

/// "the quarter", "a year earlier": of the quarter that the report speaks of, or the last whole one.
fn spoken_quarter(years: i16, context: &Context) -> Resolved {
    let Some(report) = context.report else {
        return partial("XXXX");
    };
    match context.quarter {
        Some((year, n)) => reckoned(format!("{:04}-Q{n}", year + years)),
        None if years < 0 => reckoned(format!("{:04}", report.year() + years)),
        None => {
            let (year, month) = plus_months(report, -3);
            reckoned(format!("{year:04}-Q{}", (month - 1) / 3 + 1))
        }
    }
}

fn of_feast(feast: Feast, year: Option<Year>, step: Step, context: &Context) -> Resolved {
    let day = |year: i16| feast_day(feast, year);
    let written = |date: Date| if feast == Feast::EasterWeek { week(date) } else { iso(date) };
    if let Some(year) = year {
        let known = year_number(year, context).and_then(day);
        return known
            .map_or_else(|| partial("XXXX"), |date| (TimeKind::Date, written(date), TimeAnchor::Stated));
    }
    let Some(report) = context.report else {
        return match feast {
            Feast::Fixed(month, day) => partial(format!("XXXX-{month:02}-{day:02}")),
            _ => partial("XXXX-XX-XX"),
        };
    };
    let this = report.year();
    let year = match (step, day(this)) {
        (Step::Last, Some(date)) if date >= report => this - 1,
        (Step::Next, Some(date)) if date <= report => this + 1,
        (Step::Unstated, Some(date)) => match context.is_future {
            Some(true) if date < report => this + 1,
            Some(true) => this,
            is_future => year_of_recurring(date.month() as u8, Step::Unstated, report, is_future),
        },
        _ => this,
    };
    day(year).map_or_else(|| partial("XXXX"), |date| reckoned(written(date)))
}

/// "yesterday", "last week", "two years ago": as coarse as the unit.
fn shifted(unit: Unit, count: i32, context: &Context) -> Resolved {
    let Some(report) = context.report else { return unanchored(unit) };
    let (kind, value) = shifted_from(report, unit, count);
    (kind, value, TimeAnchor::ReportDate)
}

fn shifted_from(from: Date, unit: Unit, count: i32) -> (TimeKind, String) {
    let years = |years: i32| (i32::from(from.year()) + years).clamp(0, 9999);
    let value = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return (TimeKind::Time, iso(from) + "TXX"),
        Unit::Day => iso(plus_days(from, count.into())),
        Unit::Night => return (TimeKind::Time, iso(plus_days(from, count.into())) + "TNI"),
        Unit::Week => week(plus_days(from, i64::from(count) * 7)),
        Unit::Fortnight => week(plus_days(from, i64::from(count) * 14)),
        Unit::Weekend => weekend(from, count),
        Unit::Month => {
            let (year, month) = plus_months(from, count);
            format!("{year:04}-{month:02}")
        }
        Unit::Quarter => {
            let (year, month) = plus_months(from, count.saturating_mul(3));
            format!("{year:04}-Q{}", (month - 1) / 3 + 1)
        }
        Unit::Season | Unit::Year => format!("{:04}", years(count)),
        Unit::Decade if count == 0 => format!("{:03}", years(0) / 10),
        Unit::Decade => format!("{:04}", years(count.saturating_mul(10))),
        Unit::Century if count == 0 => format!("{:02}", years(0) / 100),
        Unit::Century => format!("{:02}", years(count.saturating_mul(100)) / 100),
        Unit::Millennium => format!("{}", years(count.saturating_mul(1000)) / 1000),
    };
    (TimeKind::Date, value)
}

/// "the weekend" is the last one until Friday comes; "next weekend" the one behind it.
fn weekend(report: Date, count: i32) -> String {
    let weekday = report.weekday().to_monday_one_offset();
    let weeks = if weekday <= 4 && count == 0 { -1 } else { i64::from(count) };
    week(plus_days(report, weeks * 7)) + "-WE"
}

/// The same where nothing is known to reckon from.
fn unanchored(unit: Unit) -> Resolved {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            (TimeKind::Time, "XXXX-XX-XXTXX".to_owned(), TimeAnchor::Missing)
        }
        Unit::Night => (TimeKind::Time, "XXXX-XX-XXTNI".to_owned(), TimeAnchor::Missing),
        Unit::Day => partial("XXXX-XX-XX"),
        Unit::Week | Unit::Fortnight => partial("XXXX-WXX"),
        Unit::Weekend => partial("XXXX-WXX-WE"),
        Unit::Month => partial("XXXX-XX"),
        Unit::Quarter => partial("XXXX-QX"),
        Unit::Season | Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => partial("XXXX"),
    }
}

fn week_of(month: u8, day: u8, year: Option<Year>, context: &Context) -> Resolved {
    let (kind, value, anchor) = of_day(month, day, year, context);
    match value.parse::<Date>() {
        Ok(date) => (kind, week(date), anchor),
        Err(_) => partial("XXXX-WXX"),
    }
}

/// "that day", "the following year": only from what the same sentence named before.
fn from_words(unit: Unit, count: i32, context: &Context) -> Resolved {
    let Some(named) = context.named else { return unanchored(unit) };
    let (kind, value) = shifted_from(named, unit, count);
    (kind, value, TimeAnchor::Missing)
}

/// An hour alone is of the day that the sentence named, or of the report.
fn time_of_day(context: &Context) -> Resolved {
    match (context.named, context.report) {
        (Some(named), _) => (TimeKind::Time, iso(named), TimeAnchor::Missing),
        (None, Some(report)) => (TimeKind::Time, iso(report), TimeAnchor::ReportDate),
        (None, None) => (TimeKind::Time, "XXXX-XX-XX".to_owned(), TimeAnchor::Missing),
    }
}
