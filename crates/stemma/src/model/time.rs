//! Words that tell when or how long, and what they mean.

use super::{ByteRange, Span};
use serde::{Deserialize, Serialize};

/// Words that tell when, how long or how often, with their value as TIMEX3 writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// The words.
    pub span: Span,
    /// What they tell.
    pub kind: TimeKind,
    /// The value in the form of TIMEX3 (`2018-05-21`, `2018-W20`, `P3D`), `X` for what nothing states
    /// (`XXXX-05-10`, `XXXX-WXX-1`, `PXW`).
    pub value: String,
    /// What narrows or widens the value ("early", "at least"); absent where nothing does.
    pub modifier: Option<TimeModifier>,
    /// What the value was reckoned from.
    pub anchor: TimeAnchor,
    /// The weekday that the words name, 1 for Monday; absent where they name none.
    pub weekday: Option<u8>,
    /// Whether the clause speaks of what is to come; absent where its words do not say.
    pub is_ahead: Option<bool>,
}

/// What a time expression tells, by the types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day or something longer.
    Date,
    /// An hour or a part of a day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

/// What narrows or widens a value, by the names of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeModifier {
    /// Its beginning ("early May").
    Start,
    /// Its middle ("mid-May").
    Mid,
    /// Its end ("late May").
    End,
    /// About so much ("about two weeks").
    Approx,
    /// "Less than".
    LessThan,
    /// "More than".
    MoreThan,
    /// "At most", "up to".
    EqualOrLess,
    /// "At least".
    EqualOrMore,
}

/// What a value was reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeAnchor {
    /// The words themselves state the value, as far as it goes.
    Stated,
    /// The date of the report, with the words.
    ReportDate,
    /// Other words of the same report, which stand here.
    Words(ByteRange),
    /// It would have to be reckoned from something that is not known.
    Missing,
}
