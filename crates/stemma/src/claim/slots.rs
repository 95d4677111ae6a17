//! The values of a proposition that another may contradict: how many, and when.

use super::proposition::Proposition;
use crate::model::{ByteRange, CountClass, Measure, Quantity, TimeExpression, TimeKind};

/// A value that belongs to a proposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The words that give it.
    pub range: ByteRange,
    /// What it is a value of.
    pub kind: SlotKind,
}

/// What a value is a value of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// A number: of participants, or within the phrase of one ("a seven-month review").
    Number(NumberSlot),
    /// A time.
    Time(TimeSlot),
}

/// How many, or how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSlot {
    /// The participant whose head is counted, by its place; absent where the number only describes something.
    pub counted: Option<u32>,
    /// What is counted, as lemmas or small words; none where nothing is named.
    pub what: Vec<String>,
    /// What kind of things.
    pub class: CountClass,
    /// In what it is measured.
    pub measure: Measure,
    /// In thousandths: it is not less.
    pub low: Option<u64>,
    /// In thousandths: it is not more.
    pub high: Option<u64>,
    /// The number as it stands, in thousandths; absent where a word without a number stands there.
    pub stated: Option<u64>,
    /// Whether the words leave it vague: "about", "some", "dozens".
    pub is_vague: bool,
}

/// When.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeSlot {
    /// The value as TIMEX3 writes it.
    pub value: String,
    /// Date, time of day, duration, set.
    pub kind: TimeKind,
    /// The weekday that the words name.
    pub weekday: Option<u8>,
}

impl Slot {
    /// A number that is seldom met by chance, in thousandths.
    pub fn telling_number(&self) -> Option<u64> {
        match &self.kind {
            SlotKind::Number(number) => number.stated.filter(|stated| *stated >= TELLING_NUMBER),
            SlotKind::Time(_) => None,
        }
    }
}

/// Below this, in thousandths, two happenings share a number by chance.
const TELLING_NUMBER: u64 = 13_000;

/// Gives each proposition of a sentence the values that belong to it: those in its own words, not in those of a
/// proposition that hangs on it.
pub fn slots(
    propositions: &[Proposition],
    quantities: &[Quantity],
    times: &[TimeExpression],
    text: &str,
) -> Vec<Vec<Slot>> {
    let mut found = vec![Vec::new(); propositions.len()];
    for quantity in quantities {
        if let Some(owner) = owner(propositions, quantity.number) {
            let kind = SlotKind::Number(number(&propositions[owner], quantity, text));
            found[owner].push(Slot { range: quantity.span.range, kind });
        }
    }
    for time in times {
        if let Some(owner) = owner(propositions, time.span.range) {
            let slot = TimeSlot { value: time.value.clone(), kind: time.kind, weekday: time.weekday };
            found[owner].push(Slot { range: time.span.range, kind: SlotKind::Time(slot) });
        }
    }
    found
}

/// The proposition that a value belongs to: of a participant that holds it, or else the narrowest clause round it.
fn owner(propositions: &[Proposition], range: ByteRange) -> Option<usize> {
    let by_participant = propositions
        .iter()
        .enumerate()
        .flat_map(|(idx, one)| one.participants.iter().map(move |participant| (idx, participant)))
        .filter(|(_, participant)| participant.range.contains(range))
        .min_by_key(|(idx, participant)| (participant.range.len(), propositions[*idx].span.len(), *idx));
    let by_clause = || {
        let holding = propositions.iter().enumerate().filter(|(_, one)| one.span.contains(range));
        holding.min_by_key(|(idx, one)| (one.span.len(), *idx)).map(|(idx, _)| idx)
    };
    by_participant.map(|(idx, _)| idx).or_else(by_clause)
}

fn number(proposition: &Proposition, quantity: &Quantity, text: &str) -> NumberSlot {
    let counts = |head: ByteRange| {
        quantity.counted.is_some_and(|counted| counted.contains(head)) || quantity.number.contains(head)
    };
    let counted = proposition.participants.iter().position(|participant| counts(participant.head));
    let what = quantity.counted.map_or(Vec::new(), |counted| {
        counted.of(text).split_whitespace().map(crate::text::normalise).collect()
    });
    let exact = quantity.stated.is_some() && quantity.low == quantity.high;
    NumberSlot {
        counted: counted.map(|place| place as u32),
        what,
        class: quantity.class,
        measure: quantity.measure.clone(),
        low: quantity.low.map(|amount| amount.thousandths),
        high: quantity.high.map(|amount| amount.thousandths),
        stated: quantity.stated.map(|amount| amount.thousandths),
        is_vague: !exact && quantity.low.is_none() && quantity.high.is_none(),
    }
}
