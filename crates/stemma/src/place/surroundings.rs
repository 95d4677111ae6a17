//! What is known of the surroundings of a report before it is read: where the places of other reports lie, those of its story or its outlet.

use crate::model::{PlaceMeaning, PlaceMention, PlaceUsage};
use std::collections::BTreeMap;
use stemma_gazetteer::CountryCode;

/// Which share of names lie in which countries and divisions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    names: u32,
    countries: BTreeMap<CountryCode, u32>,
    divisions: BTreeMap<CountryCode, BTreeMap<String, u32>>,
}

impl Surroundings {
    /// The surroundings that mentions of other reports make up. Names of people and undecided ones are left out; the order does not matter.
    pub fn of<'a>(mentions: impl IntoIterator<Item = &'a PlaceMention>) -> Self {
        let mut around = Self::default();
        for mention in mentions {
            let PlaceMeaning::Chosen(place) = &mention.meaning else { continue };
            if place.country.is_none() || mention.usage == PlaceUsage::People {
                continue;
            }
            around.names += 1;
            *around.countries.entry(place.country).or_default() += 1;
            if let Some(division) = &place.division {
                let divisions = around.divisions.entry(place.country).or_default();
                *divisions.entry(division.clone()).or_default() += 1;
            }
        }
        around
    }

    /// How many of a thousand names lie in a country.
    pub(super) fn of_country(&self, country: CountryCode) -> u32 {
        self.share(self.countries.get(&country).copied())
    }

    /// How many of a thousand names lie in a first-order division, by its name.
    pub(super) fn of_division(&self, country: CountryCode, division: &str) -> u32 {
        self.share(self.divisions.get(&country).and_then(|divisions| divisions.get(division)).copied())
    }

    fn share(&self, n_names: Option<u32>) -> u32 {
        n_names.map_or(0, |n_names| (u64::from(n_names) * 1_000 / u64::from(self.names.max(1))) as u32)
    }
}
