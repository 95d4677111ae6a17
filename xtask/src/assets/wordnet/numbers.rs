//! Numbers senses and lemmas as the file has them, and puts links into numbers.
//!
//! Senses are counted by class, in a class by the lexicographer's file, in a file in the order of the data, where neighbours often have
//! the same hypernym. Lemmas are counted by class, in a class in the order of their bytes.

use crate::assets::wordnet::database::{Database, Place};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The lexicographers' files in the order in which we count them, by WordNet's numbers: nouns, verbs, adjectives, adverbs.
fn files() -> impl Iterator<Item = usize> {
    (3..=28).chain(29..=43).chain([0, 1, 44]).chain([2])
}

/// The numbers of all senses and lemmas.
pub struct Numbers {
    /// Senses in the order of their numbers.
    order: Vec<Place>,
    senses: BTreeMap<Place, usize>,
    lemmas: BTreeMap<(usize, String), usize>,
    n_senses_of_files: Vec<usize>,
}

impl Numbers {
    /// Counts.
    pub fn of(database: &Database) -> Result<Self> {
        let mut by_file: BTreeMap<usize, Vec<Place>> = files().map(|file| (file, Vec::new())).collect();
        for (class, part) in database.classes.iter().enumerate() {
            for (offset, synset) in &part.senses {
                let file = by_file.get_mut(&synset.file).context("a file that WordNet has not")?;
                file.push((class, *offset));
            }
        }
        let order: Vec<Place> = files().flat_map(|file| by_file[&file].iter().copied()).collect();
        anyhow::ensure!(order.is_sorted_by_key(|(class, _)| *class), "a file holds words of two classes");
        let lemmas = database.classes.iter().enumerate();
        let lemmas =
            lemmas.flat_map(|(class, part)| part.lemmas.keys().map(move |lemma| (class, lemma.clone())));
        Ok(Self {
            senses: order.iter().enumerate().map(|(number, place)| (*place, number)).collect(),
            lemmas: lemmas.enumerate().map(|(number, lemma)| (lemma, number)).collect(),
            n_senses_of_files: files().map(|file| by_file[&file].len()).collect(),
            order,
        })
    }

    /// How many senses each file has.
    pub fn senses_of_files(&self) -> Vec<usize> {
        self.n_senses_of_files.clone()
    }

    /// The number of a sense.
    pub fn sense(&self, place: Place) -> Result<usize> {
        self.senses.get(&place).copied().with_context(|| format!("no sense at {place:?}"))
    }

    /// The first number of a class.
    pub fn first_sense(&self, class: usize) -> usize {
        self.order.partition_point(|(other, _)| *other < class)
    }

    /// The links between senses that have one of these signs, in the order of WordNet.
    pub fn sense_links(&self, database: &Database, signs: &[&str]) -> Result<Vec<(usize, usize)>> {
        let mut pairs = Vec::new();
        for (number, place) in self.order.iter().enumerate() {
            let mut known = BTreeSet::new();
            for pointer in &database.synset(*place)?.pointers {
                // Some verbs are grouped word by word; the group is one of senses all the same.
                let to = self.sense(pointer.to)?;
                if signs.contains(&pointer.sign.as_str()) && known.insert(to) {
                    pairs.push((number, to));
                }
            }
        }
        Ok(pairs)
    }

    /// The links between lemmas that have one of these signs, both ways. Of one lemma: first those of its first sense, and of these
    /// first those to the first sense of the other.
    pub fn lemma_links(&self, database: &Database, signs: &[&str]) -> Result<Vec<(usize, usize)>> {
        let mut ranks: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
        for place in &self.order {
            let synset = database.synset(*place)?;
            for pointer in synset.pointers.iter().filter(|pointer| signs.contains(&pointer.sign.as_str())) {
                let Some((one, other)) = pointer.words else { continue };
                let one = self.ranked(database, *place, one)?;
                let other = self.ranked(database, pointer.to, other)?;
                for (from, to) in [(one, other), (other, one)] {
                    let rank = ranks.entry((from.0, to.0)).or_insert((from.1, to.1));
                    *rank = (*rank).min((from.1, to.1));
                }
            }
        }
        let mut ordered: Vec<_> = ranks.into_iter().map(|((from, to), rank)| (from, rank, to)).collect();
        ordered.sort_unstable();
        Ok(ordered.into_iter().map(|(from, _, to)| (from, to)).collect())
    }

    /// The number of the lemma of a word of a sense, and which of the lemma's senses it is.
    fn ranked(&self, database: &Database, place: Place, word: usize) -> Result<(usize, usize)> {
        let word =
            database.synset(place)?.words.get(word).context("a link to a word that a sense has not")?;
        let number =
            self.lemmas.get(&(place.0, word.clone())).with_context(|| format!("{word} is no lemma"))?;
        let rank = database.classes[place.0].lemmas[word].iter().position(|offset| *offset == place.1);
        Ok((*number, rank.with_context(|| format!("{word} has no sense at {place:?}"))?))
    }
}
