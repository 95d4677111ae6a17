//! The values of a proposition that another may contradict: how many, and when.

use super::proposition::{Participant, Proposition};
use super::words::{Degree, degree_of};
use crate::annotate::small;
use crate::model::{ByteRange, CountClass, Measure, Quantity, TimeExpression, TimeKind};
use serde::{Deserialize, Serialize};

/// A value that belongs to a proposition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The words that give it.
    pub range: ByteRange,
    /// What it is a value of.
    pub kind: SlotKind,
}

/// What a value is a value of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SlotKind {
    /// A number: of participants, or within the phrase of one ("a seven-month review").
    Number(NumberSlot),
    /// A time.
    Time(TimeSlot),
}

/// How many, or how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// How badly it hit them, where that is said: the badly hurt are some of the hurt.
    pub degree: Option<Degree>,
}

/// When.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl NumberSlot {
    /// Whether it counts things or people, or money or shares of them; and does not only describe one.
    pub fn is_counted(&self) -> bool {
        match self.measure {
            Measure::Count => self.counted.is_some() || self.class != CountClass::Other,
            Measure::Money(_) | Measure::Percent => true,
            Measure::Distance(_) | Measure::Area(_) => false,
        }
    }

    /// Whether it counts people to whom something happened.
    pub fn is_of_people(&self) -> bool {
        use CountClass::{Civilians, Dead, Detained, Displaced, Fighters, Injured};
        let people =
            self.what.iter().any(|word| matches!(word.as_str(), "people" | "persons" | "person" | "others"));
        people
            || self.what.is_empty()
            || matches!(self.class, Dead | Injured | Displaced | Detained | Civilians | Fighters)
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
        for owner in owners(propositions, quantity.number) {
            let kind = SlotKind::Number(number(&propositions[owner], quantity, text));
            found[owner].push(Slot { range: quantity.span.range, kind });
        }
    }
    for (idx, one) in propositions.iter().enumerate() {
        for (place, participant) in one.participants.iter().enumerate() {
            let known = quantities.iter().any(|quantity| quantity.number.overlap(participant.head) > 0);
            if let Some(slot) = bare(participant, place, text).filter(|_| !known) {
                found[idx].push(slot);
            }
        }
    }
    for time in times {
        if let Some(owner) = owners(propositions, time.span.range).first().copied() {
            let slot = TimeSlot { value: time.value.clone(), kind: time.kind, weekday: time.weekday };
            found[owner].push(Slot { range: time.span.range, kind: SlotKind::Time(slot) });
        }
    }
    found
}

/// "killed only one": a numeral that stands for those it counts.
fn bare(participant: &Participant, place: usize, text: &str) -> Option<Slot> {
    let stated = small(&participant.lemma)? * 1_000;
    let words = participant.range.of(text).to_lowercase();
    if words.contains(" of ") {
        return None;
    }
    let number = NumberSlot {
        counted: Some(place as u32),
        what: Vec::new(),
        class: CountClass::Other,
        measure: Measure::Count,
        low: Some(stated),
        high: (!words.starts_with("at least")).then_some(stated),
        stated: Some(stated),
        is_vague: false,
        degree: None,
    };
    Some(Slot { range: participant.range, kind: SlotKind::Number(number) })
}

/// The propositions that a value belongs to: of the narrowest participant that holds it, which several may share ("damaged or
/// toppled"), or else the narrowest clause round it.
fn owners(propositions: &[Proposition], range: ByteRange) -> Vec<usize> {
    let holding = |one: &Proposition| {
        let participants = one.participants.iter().filter(|participant| participant.range.contains(range));
        participants.map(|participant| participant.range.len()).min()
    };
    let lens: Vec<Option<usize>> = propositions.iter().map(holding).collect();
    if let Some(narrowest) = lens.iter().flatten().min() {
        return (0..propositions.len()).filter(|idx| lens[*idx] == Some(*narrowest)).collect();
    }
    let holding = propositions.iter().enumerate().filter(|(_, one)| one.span.contains(range));
    holding.min_by_key(|(idx, one)| (one.span.len(), *idx)).map(|(idx, _)| idx).into_iter().collect()
}

/// The words of a clause, without what is joined to it.
fn own_words(one: &Proposition) -> ByteRange {
    ByteRange { start: one.span.start, end: one.before_joined.clamp(one.span.start, one.span.end) }
}

fn number(proposition: &Proposition, quantity: &Quantity, text: &str) -> NumberSlot {
    let number = quantity.number;
    // "a seven-month review" reviews no seven things.
    let hyphened =
        text[number.end as usize..].starts_with('-') || text[number.end as usize..].starts_with(" -");
    let is_count = !matches!(quantity.measure, Measure::Distance(_) | Measure::Area(_)) && !hyphened;
    let counts = |head: ByteRange| {
        quantity.counted.is_some_and(|counted| counted.contains(head))
            || number.contains(head)
            || quantity.span.range.contains(head) && head.start >= number.end
    };
    // "the 7.7 magnitude quake" counts no quakes.
    let whole = quantity.stated.is_none_or(|stated| stated.thousandths % 1_000 == 0);
    let counted = proposition.participants.iter().position(|participant| {
        let led =
            participant.range.contains(number) && participant.range.start >= number.start.saturating_sub(1);
        whole && is_count && (counts(participant.head) || led && participant.head.start >= number.end)
    });
    let what = quantity.counted.map_or(Vec::new(), |counted| {
        counted.of(text).split_whitespace().map(crate::text::normalise).collect()
    });
    NumberSlot {
        counted: counted.map(|place| place as u32),
        what,
        class: quantity.class,
        measure: quantity.measure.clone(),
        low: quantity.low.map(|amount| amount.thousandths),
        high: quantity.high.map(|amount| amount.thousandths),
        stated: quantity.stated.map(|amount| amount.thousandths),
        is_vague: quantity.low.is_none() && quantity.high.is_none(),
        degree: degree_of(own_words(proposition).of(text)),
    }
}
