//! Words that tell how many or how much, and of what.

use super::{ByteRange, Span};
use serde::{Deserialize, Serialize};

/// How many or how much a report says there is of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// All its words: the number with what narrows it, the unit, what is counted.
    pub span: Span,
    /// The words of the number, with what narrows it ("at least 12", "dozens of").
    pub number: ByteRange,
    /// What is counted, as a noun phrase; absent where nothing is named, or where it is an amount of a unit.
    pub counted: Option<ByteRange>,
    /// What the number is a number of.
    pub measure: Measure,
    /// What the counted are, or what has become of them; `Other` where neither is known.
    pub class: CountClass,
    /// It is not less; absent where the words set no lower bound.
    pub low: Option<Amount>,
    /// The number that stands there; absent where it is a range or a word without a number ("dozens").
    pub stated: Option<Amount>,
    /// It is not more; absent where the words set no upper bound.
    pub high: Option<Amount>,
}

/// A number in thousandths, exact as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    /// Thousandths of the unit.
    pub thousandths: u64,
}

/// What a number is a number of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Things or people.
    Count,
    /// Hundredths.
    Percent,
    /// Money, in the currency as the report writes it ("$", "euros").
    Money(String),
    /// A length, in the unit as the report writes it ("km", "miles").
    Distance(String),
    /// An area, in the unit as the report writes it ("square miles").
    Area(String),
}

/// What the counted are, or what has become of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CountClass {
    /// Killed, died.
    Dead,
    /// Wounded, hurt.
    Injured,
    /// Fled, evacuated, driven out.
    Displaced,
    /// Arrested, imprisoned, kidnapped.
    Detained,
    /// Soldiers, rebels, police.
    Fighters,
    /// Civilians, named as such or as women, children, residents.
    Civilians,
    /// Cars, tanks, aircraft, ships.
    Vehicles,
    /// Houses, schools, bridges.
    Buildings,
    /// Anything else.
    Other,
}
