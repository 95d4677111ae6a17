//! When reports were published, as far as that can be told: what the terminal and the page say of it.

use crate::{Numbering, Place};
use stemma::model::{DateHint, DateHintKind, Dating, Day, Report};

/// The days that are left to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysLeft {
    /// Nothing says anything.
    NotStated,
    /// What says something contradicts itself.
    Contradicted,
    /// One day.
    One(Day),
    /// Days without an end.
    From(Day),
    /// Days without a beginning.
    Until(Day),
    /// From a day to a day; those between may be ruled out.
    Between(Day, Day),
}

impl DaysLeft {
    /// What a dating leaves.
    pub fn of(dating: &Dating) -> Self {
        match (dating.days_left, dating.earliest, dating.latest) {
            (Some(0), ..) => DaysLeft::Contradicted,
            (Some(1), Some(day), _) => DaysLeft::One(day),
            _ => DaysLeft::between(dating.earliest, dating.latest),
        }
    }

    /// What a hint allows.
    pub fn allowed_by(hint: &DateHint) -> Self {
        DaysLeft::between(hint.earliest, hint.latest)
    }

    fn between(earliest: Option<Day>, latest: Option<Day>) -> Self {
        match (earliest, latest) {
            (None, None) => DaysLeft::NotStated,
            (Some(first), None) => DaysLeft::From(first),
            (None, Some(last)) => DaysLeft::Until(last),
            (Some(first), Some(last)) if first == last => DaysLeft::One(first),
            (Some(first), Some(last)) => DaysLeft::Between(first, last),
        }
    }
}

/// What a hint is called.
pub fn hint_label(kind: DateHintKind) -> &'static str {
    match kind {
        DateHintKind::Published => "given",
        DateHintKind::Captured => "copied or changed by then",
        DateHintKind::DateLine => "date line",
        DateHintKind::ToldPast => "told as past",
        DateHintKind::ToldFuture => "told as to come",
        DateHintKind::WeekdayAndDate => "weekday and date",
        DateHintKind::SharedWeekday => "same words in a dated report",
    }
}

/// The dating of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatingView<'a> {
    /// The number of the report.
    pub number: usize,
    /// The report.
    pub report: &'a Report,
    /// The days that are left.
    pub left: DaysLeft,
    /// How many days are left between the first and the last, where some of these are ruled out.
    pub scattered: Option<u32>,
    /// What says so.
    pub hints: Vec<HintView>,
    /// Groups of hints that cannot all hold, counted from 1.
    pub contradictions: Vec<Vec<usize>>,
}

/// Something that narrows the days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintView {
    /// What it is.
    pub kind: DateHintKind,
    /// The words that give it.
    pub words: Vec<Place>,
    /// The days that it allows.
    pub allows: DaysLeft,
}

/// The datings of reports, in the order of their numbers.
pub fn datings<'a>(reports: &'a [Report], datings: &[Dating], numbering: &Numbering) -> Vec<DatingView<'a>> {
    let view = |dating: &Dating| DatingView {
        number: numbering.number(dating.report),
        report: &reports[dating.report.0 as usize],
        left: DaysLeft::of(dating),
        scattered: scattered(dating),
        hints: dating.hints.iter().map(|hint| hint_view(hint, numbering)).collect(),
        contradictions: dating
            .contradictions
            .iter()
            .map(|group| group.iter().map(|hint| *hint as usize + 1).collect())
            .collect(),
    };
    let mut views: Vec<DatingView<'_>> = datings.iter().map(view).collect();
    views.sort_by_key(|view| view.number);
    views
}

fn scattered(dating: &Dating) -> Option<u32> {
    let (first, last, n_days) = (dating.earliest?, dating.latest?, dating.days_left?);
    let n_between = u32::try_from((last - first).get_days()).ok()? + 1;
    (1 < n_days && n_days < n_between).then_some(n_days)
}

fn hint_view(hint: &DateHint, numbering: &Numbering) -> HintView {
    let words = hint.words.iter().map(|span| numbering.place(*span)).collect();
    HintView { kind: hint.kind, words, allows: DaysLeft::allowed_by(hint) }
}
