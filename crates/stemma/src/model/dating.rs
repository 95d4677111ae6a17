//! When a report was published, as far as that can be told.

use super::{ReportIdx, Span};

/// A day of the calendar.
pub use jiff::civil::Date as Day;

/// The days on which a report can have been published, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dating {
    /// The report.
    pub report: ReportIdx,
    /// The first day that no hint rules out; absent where none sets a beginning, or where they contradict each other.
    pub earliest: Option<Day>,
    /// The last such day; absent in the same cases.
    pub latest: Option<Day>,
    /// How many days remain, those between `earliest` and `latest` that are ruled out left off; absent where there
    /// is no end of them, and 0 where hints contradict each other.
    pub days_left: Option<u32>,
    /// What says so, the firmest first.
    pub hints: Vec<DateHint>,
    /// Groups of hints that cannot all hold, by their places in `hints`.
    pub contradictions: Vec<Vec<u32>>,
}

/// Something that narrows the days on which a report can have been published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateHint {
    /// What it is.
    pub kind: DateHintKind,
    /// The words that give it, here and in the report that it is taken from; none where metadata give it.
    pub words: Vec<Span>,
    /// The first day that it allows; absent where it sets no beginning.
    pub earliest: Option<Day>,
    /// The last day that it allows; absent where it sets no end.
    pub latest: Option<Day>,
}

/// Kinds of hints, the firmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateHintKind {
    /// Metadata, or who handed the report in, say when it was published.
    Published,
    /// Metadata say when a copy of it was made, or when it was changed: it was published by then.
    Captured,
    /// A date line gives the day, or a part of it.
    DateLine,
    /// It tells of a day, month or year that has been.
    ToldPast,
    /// It announces a day, month or year that is to come.
    ToldFuture,
    /// It names a day with its weekday, which fall together in some years only.
    WeekdayAndDate,
    /// It has the words of a report whose day is known, and they speak of a weekday.
    SharedWeekday,
}
