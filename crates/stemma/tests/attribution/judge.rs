//! What was found against what is expected.

use crate::format::{Expected, Item, ItemReport};
use crate::{pile, was_said};
use std::fmt;
use stemma::model::{Account, ByteRange, Stance, Statement};

/// What was found of some items.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub items: usize,
    /// Statements to be found, and those found.
    pub expected: usize,
    pub found: usize,
    /// Speakers to be named, and those named.
    pub stated: usize,
    pub named: usize,
    /// Denials to be found, and those found.
    pub denials: usize,
    pub denied: usize,
    /// Statements without a speaker where nothing is expected: no harm, and of no use.
    pub stray: usize,
    pub false_speakers: usize,
    pub false_denials: usize,
}

/// What went wrong with an item.
pub enum Failure {
    /// Somebody is given as the speaker of what he did not say.
    FalseSpeaker { told: String },
    /// A denial was not found as one.
    LostDenial { told: String },
    /// Something is given as denied that nobody denies.
    FalseDenial { told: String },
    /// What somebody denies is given as what he says.
    Reversed { told: String },
    /// A statement was not found.
    Missed { told: String },
    /// A speaker who is stated was not named.
    Unnamed { told: String },
}

/// A statement of the account, as the test sees it.
struct Found<'a> {
    statement: &'a Statement,
    /// The words that name the speaker, and the name by which his voice is shown; empty without one.
    names: Vec<&'a str>,
    content: String,
}

/// Compares the account of an item with what is expected of it.
pub fn judge(item: &Item, account: &Account) -> (Tally, Vec<Failure>) {
    let mut tally = Tally { items: 1, ..Tally::default() };
    let mut failures = Vec::new();
    for report in &item.reports {
        let found = found_in(account, &report.name);
        let tell = |what: &str| told(item, report, &found, what);
        for expected in report.expected.iter().filter(|expected| expected.asked) {
            judge_expected(expected, &found, &report.text, &mut tally, &mut failures, &tell);
        }
        for one in &found {
            judge_found(one, report, &mut tally, &mut failures, &tell);
        }
    }
    (tally, failures)
}

fn judge_expected(
    expected: &Expected,
    found: &[Found],
    text: &str,
    tally: &mut Tally,
    failures: &mut Vec<Failure>,
    tell: &dyn Fn(&str) -> String,
) {
    let words = expected.range.of(text);
    tally.expected += 1;
    if found.iter().any(|one| one.covers(expected.range)) {
        tally.found += 1;
    } else {
        failures.push(Failure::Missed { told: tell(words) });
    }
    if !expected.may_be_open {
        tally.stated += 1;
        if found.iter().any(|one| one.meets(expected.range) && one.is_by(expected)) {
            tally.named += 1;
        } else {
            failures.push(Failure::Unnamed { told: tell(words) });
        }
    }
    if expected.denies {
        tally.denials += 1;
        if found.iter().any(|one| one.denies() && one.meets(expected.range)) {
            tally.denied += 1;
        } else {
            failures.push(Failure::LostDenial { told: tell(words) });
        }
    }
}

fn judge_found(
    one: &Found,
    report: &ItemReport,
    tally: &mut Tally,
    failures: &mut Vec<Failure>,
    tell: &dyn Fn(&str) -> String,
) {
    let met = || report.expected.iter().filter(|expected| one.meets(expected.range));
    if !one.names.is_empty() && !met().any(|expected| one.is_by(expected)) {
        tally.false_speakers += 1;
        failures.push(Failure::FalseSpeaker { told: tell(&one.content) });
    }
    if one.names.is_empty() && met().next().is_none() {
        tally.stray += 1;
    }
    if one.denies() && !met().any(|expected| expected.denies) {
        tally.false_denials += 1;
        failures.push(Failure::FalseDenial { told: tell(&one.content) });
    }
    let denied_by_him = met().any(|expected| expected.denies && one.is_by(expected));
    let said_by_him = met().any(|expected| !expected.denies && one.is_by(expected));
    if !one.denies() && denied_by_him && !said_by_him {
        failures.push(Failure::Reversed { told: tell(&one.content) });
    }
}

/// The statements that were made in a report.
fn found_in<'a>(account: &'a Account, name: &str) -> Vec<Found<'a>> {
    let statements = account.statements.iter();
    statements
        .filter(|statement| was_said(statement) && pile::name(account, statement.span) == name)
        .map(|statement| {
            let text = &account.report(statement.span.report).text;
            let names = statement.speaker.iter().flat_map(|speaker| {
                let voice = account.voice(speaker.voice);
                [speaker.name, voice.names[voice.shown as usize]]
            });
            Found {
                statement,
                names: names.map(|span| span.range.of(&account.report(span.report).text)).collect(),
                content: statement.content.iter().map(|range| range.of(text)).collect::<Vec<_>>().join(" + "),
            }
        })
        .collect()
}

impl Found<'_> {
    fn meets(&self, range: ByteRange) -> bool {
        self.statement.content.iter().any(|content| content.overlap(range) > 0)
    }

    fn covers(&self, range: ByteRange) -> bool {
        self.statement.content.iter().any(|content| content.contains(range))
    }

    fn denies(&self) -> bool {
        self.statement.stance == Stance::Denies
    }

    fn is_by(&self, expected: &Expected) -> bool {
        self.names.iter().any(|shown| expected.names.iter().any(|name| is_name(shown, name)))
    }
}

/// Whether a speaker is shown by the name expected.
fn is_name(shown: &str, expected: &str) -> bool {
    let (shown, bare) = (bare_name(shown), bare_name(expected));
    let described = expected.starts_with(char::is_lowercase);
    shown == bare || described && format!(" {shown} ").contains(&format!(" {bare} "))
}

/// What is put before a name and is no part of it.
const ADDRESS: &str = "the mr mrs ms miss dr prof professor gen general maj major col colonel brig brigadier marshal lt \
    lieutenant capt captain sgt sergeant private adm admiral cmdr commander president minister premier mayor governor \
    sen senator rep sheikh imam rev bishop archbishop father sister judge justice ambassador king queen prince \
    princess sir dame lady lord inspector superintendent chief prime deputy vice";

/// What a minister is for; part of a ministry's name.
const PORTFOLIO: &str = "foreign defence interior information health energy transport water finance";

/// A name in lower case without what is put before it; all of it where nothing else is left.
fn bare_name(name: &str) -> String {
    let lower = name.to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_in = |list: &str, at: usize| {
        words
            .get(at)
            .is_some_and(|word| list.split_whitespace().any(|known| known == word.trim_end_matches('.')))
    };
    let is_address =
        |at: &usize| is_in(ADDRESS, *at) || is_in(PORTFOLIO, *at) && is_in("minister secretary", at + 1);
    let n_address = (0..words.len()).take_while(is_address).count();
    let words =
        if n_address == words.len() { &words[usize::from(words[0] == "the")..] } else { &words[n_address..] };
    words.join(" ")
}

fn told(item: &Item, report: &ItemReport, found: &[Found], what: &str) -> String {
    let expected = report.expected.iter().map(|expected| {
        let mark = if expected.asked { ">" } else { "?" };
        let mut names = expected.names.clone();
        names.extend(expected.may_be_open.then(|| "-".to_owned()));
        let denies = if expected.denies { " | denies" } else { "" };
        format!("  {mark} {} | {}{denies}", expected.range.of(&report.text), names.join(" / "))
    });
    let found = found.iter().map(|one| {
        let text = one.names.join(" = ");
        let denies = if one.denies() { " | denies" } else { "" };
        format!("  found {} | {}{denies}", one.content, if text.is_empty() { "-" } else { &text })
    });
    let lines: Vec<String> = expected.chain(found).collect();
    format!("{}: {what}\n  {}\n{}", item.name, report.text.replace('\n', "\n  "), lines.join("\n"))
}

impl Tally {
    /// Takes another tally in.
    pub fn add(&mut self, other: &Tally) {
        self.items += other.items;
        self.expected += other.expected;
        self.found += other.found;
        self.stated += other.stated;
        self.named += other.named;
        self.denials += other.denials;
        self.denied += other.denied;
        self.stray += other.stray;
        self.false_speakers += other.false_speakers;
        self.false_denials += other.false_denials;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { items, expected, found, stated, named, denials, denied, .. } = self;
        write!(
            out,
            "{items:>3} items: {found:>3} of {expected:>3} found, {named:>3} of {stated:>3} named, "
        )?;
        write!(out, "{denied:>3} of {denials:>3} denials; {:>2} false speakers, ", self.false_speakers)?;
        write!(out, "{:>2} false denials, {} stray", self.false_denials, self.stray)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, told) = match self {
            Failure::FalseSpeaker { told } => ("false speaker", told),
            Failure::LostDenial { told } => ("lost denial", told),
            Failure::FalseDenial { told } => ("false denial", told),
            Failure::Reversed { told } => ("denied words given as said", told),
            Failure::Missed { told } => ("not found", told),
            Failure::Unnamed { told } => ("not named", told),
        };
        write!(out, "{kind} in {told}")
    }
}
