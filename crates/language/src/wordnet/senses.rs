//! The senses of each lemma.

use super::WordClass;
use super::lemmas::{Lemma, Lemmas};
use super::lexicographer::Lexicographers;
use crate::{ModelError, ModelFile};

/// A meaning, which one word or several have: what WordNet calls a synset. Of use with the word net that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sense(pub(super) u32);

/// The senses of all lemmas.
#[derive(Debug)]
pub(super) struct Senses {
    list: Vec<Sense>,
    /// For each lemma the end of its senses in the list.
    ends: Vec<u32>,
}

impl Senses {
    /// Reads the senses of the lemmas.
    pub(super) fn from_file(
        file: &ModelFile,
        lemmas: &Lemmas,
        lexicographers: &Lexicographers,
    ) -> Result<Self, ModelError> {
        let mut section = file.section("senses")?;
        let (mut list, mut ends) = (Vec::new(), Vec::with_capacity(lemmas.len()));
        for class in WordClass::ALL {
            let known = lexicographers.of_class(class);
            for _ in lemmas.of_class(class) {
                loop {
                    let field = section.compact()?;
                    let sense = known.start.saturating_add(field >> 1);
                    if sense >= known.end {
                        return Err(section.wrong("a sense that is not known"));
                    }
                    list.push(Sense(sense));
                    if field & 1 == 0 {
                        break;
                    }
                }
                ends.push(list.len() as u32);
            }
        }
        section.end()?;
        Ok(Self { list, ends })
    }

    /// The senses of a lemma, the most frequent first.
    pub(super) fn of(&self, lemma: Lemma) -> &[Sense] {
        let lemma = lemma.0 as usize;
        let start = lemma.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.list[start as usize..self.ends[lemma] as usize]
    }
}
