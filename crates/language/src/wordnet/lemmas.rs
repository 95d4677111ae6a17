//! All lemmas of a word net, in the order of their bytes, found by halving.

use super::WordClass;
use crate::model_file::Fields;
use crate::{ModelError, ModelFile};
use std::ops::Range;

/// The longest lemma that is read, in bytes. The longest of WordNet has 71; without a limit, few bytes could stand for many, because
/// each lemma states only what differs from the one before it.
const LONGEST: usize = 255;

/// A lemma of a class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lemma(pub(super) u32);

/// The lemmas of all classes.
#[derive(Debug)]
pub(super) struct Lemmas {
    text: String,
    /// Where in the text each lemma stands.
    places: Vec<Range<u32>>,
    /// For each class the number of the first lemma behind it.
    ends: [usize; 4],
}

impl Lemmas {
    /// Reads the lemmas.
    pub(super) fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("lemmas")?;
        let mut bytes = Vec::new();
        let mut places = Vec::new();
        let mut ends = [0; 4];
        for end in &mut ends {
            let mut before = bytes.len()..bytes.len();
            for _ in 0..section.number()? {
                before = add_lemma(&mut section, &mut bytes, before)?;
                let place = |at: usize| u32::try_from(at).map_err(|_| section.wrong("it is too large"));
                places.push(place(before.start)?..place(before.end)?);
            }
            *end = places.len();
        }
        section.end()?;
        let text = String::from_utf8(bytes).map_err(|_| section.wrong("a lemma is not UTF-8"))?;
        if places.iter().any(|place| !text.is_char_boundary(place.end as usize)) {
            return Err(section.wrong("a lemma ends within a character"));
        }
        Ok(Self { text, places, ends })
    }

    /// How many lemmas there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The numbers of the lemmas of a class.
    pub(super) fn of_class(&self, class: WordClass) -> Range<usize> {
        let class = class as usize;
        class.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[class]
    }

    /// Finds a lemma as it is written in the file.
    pub(super) fn find(&self, lemma: &str, class: WordClass) -> Option<Lemma> {
        let numbers = self.of_class(class);
        let found = self.places[numbers.clone()].binary_search_by(|place| self.at(place).cmp(lemma));
        found.ok().map(|within| Lemma((numbers.start + within) as u32))
    }

    /// A lemma as it is written, and its class.
    pub(super) fn shown(&self, lemma: Lemma) -> (&str, WordClass) {
        let number = lemma.0 as usize;
        let class = self.ends.partition_point(|end| *end <= number);
        (self.at(&self.places[number]), WordClass::ALL[class])
    }

    fn at(&self, place: &Range<u32>) -> &str {
        &self.text[place.start as usize..place.end as usize]
    }
}

/// Reads a lemma and adds its bytes: how many are those of the lemma before it, how many follow, and these. The first that follows
/// must be higher than what stood in its place, which is what keeps the list in order.
fn add_lemma(
    section: &mut Fields,
    bytes: &mut Vec<u8>,
    before: Range<usize>,
) -> Result<Range<usize>, ModelError> {
    let n_shared = section.compact()? as usize;
    let n_more = section.compact()? as usize;
    if n_shared > before.len() || n_shared.saturating_add(n_more) > LONGEST {
        return Err(section.wrong("a lemma is too long"));
    }
    let more = section.take(n_more)?;
    let stood = bytes[before.clone()].get(n_shared);
    if more.first() <= stood {
        return Err(section.wrong("the lemmas are not in order"));
    }
    let start = bytes.len();
    bytes.extend_from_within(before.start..before.start + n_shared);
    bytes.extend_from_slice(more);
    Ok(start..bytes.len())
}
