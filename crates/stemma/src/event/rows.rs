//! Which coded happenings of a pile are one row: the same kind of thing on the same day, told by whomever.
//!
//! Two tellings are one row where they carry one claim, or stand in passages of one family, or agree in kind, day and place, or in
//! story, kind, verb and actor. Days or modes that are known and differ part them: a row has one of each at most.

use crate::groups::Groups;
use crate::model::{
    Account, ByteRange, ClaimRole, Day, Event, EventFactuality, EventType, InstanceIdx, OriginGround,
    OriginIdx, Statement, StatementIdx, StoryIdx,
};
use std::collections::BTreeMap;

/// The events of a pile, and which of them are one row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coded {
    /// All events, by report and place. Their statements count among those of the account.
    pub events: Vec<Event>,
    /// The rows, by day and first telling; those without a day come last.
    pub rows: Vec<EventRow>,
}

/// One happening, with all that tell it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventRow {
    /// The day; absent where no telling says which.
    pub day: Option<Day>,
    /// What tells it, in order; at least one.
    pub members: Vec<Telling>,
}

/// An event as one of those that tell a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The event, by its place.
    pub event: usize,
    /// Who stands behind it, where a claim of the account says so.
    pub origin: Option<OriginIdx>,
    /// Whether it is a copy of what another report tells.
    pub is_copy: bool,
}

/// Brings together what is one row; `found` are the events of each report, whose statements count from those of its own.
pub(crate) fn coded(account: &Account, found: Vec<Vec<Event>>) -> Coded {
    let report_of = |statement: &Statement| statement.span.report.0 as usize;
    let mut events = Vec::new();
    for (at, mut own) in found.into_iter().enumerate() {
        let first = account.statements.partition_point(|statement| report_of(statement) < at);
        for event in &mut own {
            event.statement = event.statement.map(|place| StatementIdx(first as u32 + place.0));
        }
        events.extend(own);
    }
    let rows = rows(account, &events);
    Coded { events, rows }
}

/// The day of an event: that of its first time that names one.
pub fn day_of(event: &Event) -> Option<Day> {
    event.times.iter().find_map(|time| time.value.get(..10)?.parse::<Day>().ok())
}

/// What is one row, by places, with the day and the mode of each that is the first of its row.
struct OneRow<'a> {
    groups: Groups,
    days: Vec<Option<Day>>,
    modes: Vec<Option<&'a str>>,
    is_history: Vec<bool>,
}

impl OneRow<'_> {
    fn first(&mut self, at: usize) -> usize {
        self.groups.first(at as u32) as usize
    }

    /// Joins two places, unless their days or modes differ or one is history.
    fn join(&mut self, one: usize, other: usize) {
        let (a, b) = (self.first(one), self.first(other));
        let other_day = self.days[a].is_some() && self.days[b].is_some() && self.days[a] != self.days[b];
        let other_mode = self.modes[a].is_some() && self.modes[b].is_some() && self.modes[a] != self.modes[b];
        if other_day || other_mode || self.is_history[a] != self.is_history[b] {
            return;
        }
        self.groups.join(a as u32, b as u32);
        let (first, later) = (a.min(b), a.max(b));
        self.days[first] = self.days[first].or(self.days[later]);
        self.modes[first] = self.modes[first].or(self.modes[later]);
    }
}

/// What two tellings of one row have in common.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Common {
    Claim(u32, EventType),
    Family(u32, EventType, String),
    DayAndPlace(Day, String, EventType),
    Doing(StoryIdx, EventType, String, String),
}

/// The rows of events.
fn rows(account: &Account, events: &[Event]) -> Vec<EventRow> {
    let mut rows = OneRow {
        groups: Groups::new(events.len()),
        days: events.iter().map(day_of).collect(),
        modes: events.iter().map(|event| event.kinds[0].mode.as_deref()).collect(),
        is_history: events.iter().map(|event| event.factuality == EventFactuality::Historical).collect(),
    };
    let by_report = ByReport::of(account);
    let instances: Vec<Vec<InstanceIdx>> =
        events.iter().map(|event| instances_of(account, &by_report, event)).collect();
    let mut known_by: BTreeMap<Common, usize> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        for common in commons(account, &by_report, event, &instances[at]) {
            let known = *known_by.entry(common).or_insert(at);
            rows.join(known, at);
        }
    }
    let mut by_first: BTreeMap<usize, EventRow> = BTreeMap::new();
    for (at, instances) in instances.iter().enumerate() {
        let first = rows.first(at);
        let instance = instances.first().map(|idx| &account.instances[idx.0 as usize]);
        let copies =
            instance.is_some_and(|one| matches!(one.ground, OriginGround::Copy(_) | OriginGround::SumsUp(_)));
        let row = by_first.entry(first).or_default();
        row.day = rows.days[first];
        row.members.push(Telling { event: at, origin: instance.map(|one| one.origin), is_copy: copies });
    }
    let mut rows: Vec<EventRow> = by_first.into_values().collect();
    rows.sort_by_key(|row| (row.day.is_none(), row.day, row.members[0].event));
    rows
}

/// An agreement is made, and signed: two types for what is one happening.
fn alike(kind: EventType) -> EventType {
    if kind == EventType::Support { EventType::Agree } else { kind }
}

/// What an event may have in common with others.
fn commons(account: &Account, by_report: &ByReport, event: &Event, instances: &[InstanceIdx]) -> Vec<Common> {
    let text = &account.reports[event.span.report.0 as usize].text;
    let small = |words: &str| words.to_lowercase();
    let last = |words: &str| small(words.split_whitespace().last().unwrap_or_default());
    let predicate = small(event.predicate.of(text));
    let kind = alike(event.kinds[0].kind);
    let mut found: Vec<Common> =
        instances.iter().map(|idx| Common::Claim(account.instances[idx.0 as usize].claim.0, kind)).collect();
    let report = event.span.report.0 as usize;
    let passages = by_report.passages[report].iter().map(|at| &account.passages[*at]);
    let holding = passages.filter(|one| one.span.range.contains(event.predicate));
    found.extend(holding.map(|one| Common::Family(one.family.0, kind, predicate.clone())));
    if let (Some(day), Some(place)) = (day_of(event), event.places.first()) {
        found.push(Common::DayAndPlace(day, last(place.of(text)), kind));
    }
    let parts = &by_report.stories[report];
    let story = parts.iter().find(|(range, _)| range.contains(event.predicate)).map(|(_, story)| *story);
    if let (Some(story), Some(actor)) = (story, event.actors.first()) {
        found.push(Common::Doing(StoryIdx(story as u32), kind, predicate, last(actor.of(text))));
    }
    found
}

/// What an account has of each report, by places.
struct ByReport {
    instances: Vec<Vec<usize>>,
    passages: Vec<Vec<usize>>,
    stories: Vec<Vec<(ByteRange, usize)>>,
}

impl ByReport {
    fn of(account: &Account) -> Self {
        let none = || vec![Vec::new(); account.reports.len()];
        let mut all = ByReport {
            instances: none(),
            passages: none(),
            stories: vec![Vec::new(); account.reports.len()],
        };
        let instances = account.instances.iter().enumerate();
        instances.for_each(|(at, one)| all.instances[one.span.report.0 as usize].push(at));
        let passages = account.passages.iter().enumerate();
        passages.for_each(|(at, one)| all.passages[one.span.report.0 as usize].push(at));
        for (at, story) in account.stories.iter().enumerate() {
            story.parts.iter().for_each(|part| all.stories[part.report.0 as usize].push((part.range, at)));
        }
        all
    }
}

/// The instances of claims whose predicate an event tells.
fn instances_of(account: &Account, by_report: &ByReport, event: &Event) -> Vec<InstanceIdx> {
    let tells = |at: &&usize| {
        account.instances[**at]
            .parts
            .iter()
            .any(|part| part.role == ClaimRole::Predicate && part.range.overlap(event.predicate) > 0)
    };
    let own = &by_report.instances[event.span.report.0 as usize];
    own.iter().filter(tells).map(|at| InstanceIdx(*at as u32)).collect()
}
