//! The cells of a row, each with the places that prove it.

use super::known::KnownRow;
use stemma::Account;
use stemma::event::{Coded, EventRow, Telling};
use stemma::model::{ByteRange, Event, EventFactuality, EventKind, OriginWho, Span, Toll};

/// All rows of a pile, and what the coder knows.
pub struct Rows<'a> {
    /// The account.
    pub account: &'a Account,
    /// Its events and rows.
    pub coded: &'a Coded,
    /// The actors that the coder has names for.
    pub actors: &'a [Actor],
    /// The rows that were coded before.
    pub known: &'a [KnownRow],
    /// The digest of the account.
    pub digest: &'a str,
}

/// An actor as the coder calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The name.
    pub name: String,
    /// What reports call it.
    pub aliases: Vec<String>,
    /// Its type, as the coder writes it; empty where the list has none.
    pub kind: String,
}

/// What fills a cell, with the places that prove it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What stands in the cell; empty where nothing is known.
    pub value: String,
    /// The words; none for what follows from others.
    pub places: Vec<Span>,
}

impl Cell {
    /// A cell without places.
    pub fn plain(value: impl Into<String>) -> Self {
        Cell { value: value.into(), places: Vec::new() }
    }
}

impl<'a> Rows<'a> {
    /// The rows of the list, as they are counted from 1.
    pub fn all(&self) -> impl Iterator<Item = (usize, &'a EventRow)> + use<'a> {
        self.coded.rows.iter().enumerate().map(|(at, row)| (at + 1, row))
    }

    /// The events of a row.
    pub fn events(&self, row: &'a EventRow) -> impl Iterator<Item = &'a Event> + use<'a> {
        let events = &self.coded.events;
        row.members.iter().map(|one| &events[one.event])
    }

    /// The words at a place.
    pub fn words(&self, span: Span) -> &'a str {
        span.range.of(&self.account.reports[span.report.0 as usize].text)
    }

    /// The kinds that the tellings leave: what most of those say that are decided, with a mode where one gives it; else what the first
    /// leaves open.
    pub fn kinds(&self, row: &'a EventRow) -> &'a [EventKind] {
        let decided: Vec<&Event> = self.events(row).filter(|event| event.kinds.len() == 1).collect();
        let n = |event: &Event| decided.iter().filter(|one| one.kinds[0].kind == event.kinds[0].kind).count();
        let best = decided
            .iter()
            .enumerate()
            .max_by_key(|(at, event)| (n(event), event.kinds[0].mode.is_some(), std::cmp::Reverse(*at)));
        let told = best.map(|(_, event)| *event).or_else(|| self.events(row).next());
        told.map_or(&[], |event| event.kinds.as_slice())
    }

    /// The ranges of a cell of each telling.
    pub fn places(&self, row: &'a EventRow, of: impl Fn(&Event) -> Vec<ByteRange>) -> Vec<Span> {
        self.events(row)
            .flat_map(|event| of(event).into_iter().map(|range| Span { report: event.span.report, range }))
            .collect()
    }

    /// The words that fill a cell: those of the tellings that name somebody, and of these the wording that most of them have, the
    /// shortest first.
    pub fn named(&self, row: &'a EventRow, of: impl Fn(&Event) -> Vec<ByteRange>) -> Cell {
        let wording = |event: &Event| {
            let ranges = of(event);
            let spans = ranges.iter().map(|range| Span { report: event.span.report, range: *range });
            spans.map(|span| self.words(span)).collect::<Vec<_>>().join("; ")
        };
        let all: Vec<String> = self.events(row).map(wording).filter(|words| !words.is_empty()).collect();
        let names = |words: &str| words.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
        let n = |words: &String| all.iter().filter(|other| *other == words).count();
        let best = all.iter().min_by_key(|words| (!names(words), std::cmp::Reverse(n(words)), words.len()));
        Cell { value: best.cloned().unwrap_or_default(), places: self.places(row, of) }
    }

    /// Those who act, or to whom it is done, as the coder calls them.
    pub fn actor(&self, row: &'a EventRow, of: impl Fn(&Event) -> Vec<ByteRange>) -> (Cell, String) {
        let cell = self.named(row, &of);
        let small = format!(" {} ", plain(&cell.value));
        let known = self.actors.iter().find(|actor| {
            let names = std::iter::once(&actor.name).chain(&actor.aliases);
            names
                .into_iter()
                .any(|name| !plain(name).is_empty() && small.contains(&format!(" {} ", plain(name))))
        });
        match known {
            Some(actor) => (Cell { value: actor.name.clone(), places: cell.places }, actor.kind.clone()),
            None => (cell, String::new()),
        }
    }

    /// How many, at least and at most: the lowest low and the highest high that are told; empty where none is.
    pub fn toll(&self, row: &'a EventRow, of: impl Fn(&Event) -> Option<Toll>) -> (Cell, Cell) {
        let tolls: Vec<Toll> = self.events(row).filter_map(&of).collect();
        let places = self.places(row, |event| of(event).map(|toll| toll.range).into_iter().collect());
        let cell = |value: Option<u64>| match value {
            Some(value) => Cell { value: value.to_string(), places: places.clone() },
            None => Cell::default(),
        };
        let low = tolls.iter().filter_map(|toll| toll.low).min();
        // Where one telling sets no upper bound, the row has none.
        let open = tolls.iter().any(|toll| toll.high.is_none());
        let high = tolls.iter().filter_map(|toll| toll.high).max().filter(|_| !open);
        (cell(low), cell(high))
    }

    /// The words that tell how many, each once: also those without a number ("scores").
    pub fn toll_words(&self, row: &'a EventRow, of: impl Fn(&Event) -> Option<Toll>) -> Cell {
        let places = self.places(row, |event| of(event).map(|toll| toll.range).into_iter().collect());
        let mut words: Vec<&str> = places.iter().map(|place| self.words(*place)).collect();
        words.sort_unstable();
        words.dedup();
        Cell { value: words.join("; "), places }
    }

    /// Whether it happened, as all tell it that are no copies.
    pub fn factuality(&self, row: &'a EventRow) -> Cell {
        let own: Vec<&Telling> = row.members.iter().filter(|one| !one.is_copy).collect();
        let members = if own.is_empty() { row.members.iter().collect() } else { own };
        let mut found: Vec<EventFactuality> =
            members.iter().map(|one| self.coded.events[one.event].factuality).collect();
        found.sort_unstable();
        found.dedup();
        let names: Vec<&str> = found.iter().map(|one| one.name()).collect();
        let places = self.places(row, |event| event.marker.into_iter().collect());
        Cell { value: names.join(" | "), places }
    }

    /// The sentences that tell it, each once, in quotation marks.
    pub fn notes(&self, row: &'a EventRow) -> Cell {
        let places = self.places(row, |event| vec![event.sentence]);
        let mut quoted: Vec<String> = Vec::new();
        for place in &places {
            let words = self.words(*place).split_whitespace().collect::<Vec<_>>().join(" ");
            let quotation = format!("“{words}”");
            if !quoted.contains(&quotation) {
                quoted.push(quotation);
            }
        }
        Cell { value: quoted.join(" "), places }
    }

    /// The words that say when, where no day follows from them.
    pub fn time_words(&self, row: &'a EventRow) -> Cell {
        self.named(row, |event| event.times.iter().map(|time| time.range).collect())
    }

    /// The day, with the words that give it.
    pub fn day(&self, row: &'a EventRow) -> Cell {
        let day = row.day.map(|day| day.to_string()).unwrap_or_default();
        let giving = |event: &Event| {
            let times = event.times.iter().filter(|time| time.value.starts_with(&day) && !day.is_empty());
            times.map(|time| time.range).collect()
        };
        let places = self.places(row, giving);
        Cell { value: day, places }
    }

    /// Who tells it, by the names of the reports.
    pub fn reports(&self, row: &'a EventRow) -> String {
        let mut names: Vec<&str> = Vec::new();
        for event in self.events(row) {
            let report = &self.account.reports[event.span.report.0 as usize];
            let name =
                report.outlet.as_deref().or_else(|| report.captures.first().map(|one| one.name.as_str()));
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names.join("; ")
    }

    /// Who stands behind a telling, by name; empty where no claim says so.
    pub fn origin(&self, one: &Telling) -> String {
        let Some(origin) = one.origin else { return String::new() };
        match self.account.origins[origin.0 as usize].who {
            OriginWho::Voice(voice) => {
                let voice = &self.account.voices[voice.0 as usize];
                self.words(voice.names[voice.shown as usize]).to_owned()
            }
            OriginWho::Report(report) => {
                let captures = &self.account.reports[report.0 as usize].captures;
                captures.first().map(|one| one.name.clone()).unwrap_or_default()
            }
            OriginWho::Family(_) => "text that stands in several reports".to_owned(),
        }
    }
}

/// Small letters and blanks.
pub fn plain(words: &str) -> String {
    let small = words.to_lowercase();
    let parts = small.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}
