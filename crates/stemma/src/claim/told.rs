//! What one report tells: its propositions with their values.

use super::clauses::propositions;
use super::meaning::Meaning;
use super::proposition::Proposition;
use super::slots::{Slot, SlotKind, slots};
use crate::annotate::quantity::find_quantities;
use crate::language::Tree;
use crate::model::{ByteRange, Report, ReportIdx, TimeExpression};
use crate::text::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;
use stemma_language::Analysis;

/// The propositions of a report, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// The propositions; `above` counts in this list.
    pub propositions: Vec<Proposition>,
    /// How many of the blocks that were read are titles: recurring ones are told apart only later.
    pub n_titles: u32,
    /// The values of each.
    pub slots: Vec<Vec<Slot>>,
}

impl Told {
    /// The places of the propositions of some sentences: from the one up to, and without, the other.
    pub fn of_sentences(&self, first: u32, end: u32) -> Range<usize> {
        let place = |sentence: u32| self.propositions.partition_point(|one| one.sentence < sentence);
        place(first)..place(end)
    }

    /// Gives times the values that they have once the day of the report is known.
    pub fn date(&mut self, times: &[TimeExpression]) {
        for slot in self.slots.iter_mut().flatten() {
            let SlotKind::Time(time) = &mut slot.kind else { continue };
            if let Ok(place) = times.binary_search_by_key(&slot.range, |time| time.span.range) {
                time.value.clone_from(&times[place].value);
                time.weekday = times[place].weekday;
            }
        }
    }

    /// All telling words of the report, as lemmas.
    pub fn all_words(&self) -> BTreeSet<&str> {
        words_of(&self.propositions)
    }
}

fn words_of(propositions: &[Proposition]) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    for one in propositions {
        words.insert(one.lemma.as_str());
        for participant in &one.participants {
            words.insert(participant.lemma.as_str());
            words.extend(participant.others.iter().map(String::as_str));
        }
    }
    words
}

/// Reads what a report tells out of the trees of its sentences.
pub fn told(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
    times: &[TimeExpression],
    meaning: &Meaning,
) -> Told {
    let sentences = reading.sentences.iter().map(|sentence| sentence.range);
    let quantities = find_quantities(idx, &report.text, sentences, times);
    // Where nothing could be read, as in another language, the headline is no claim either.
    let is_read = analyses.iter().any(|analysis| !analysis.tokens.is_empty());
    let n_titles = if is_read { report.layout.titles.len() as u32 } else { 0 };
    let mut all = Told { n_titles, ..Told::default() };
    for (idx, (sentence, analysis)) in reading.sentences.iter().zip(analyses).enumerate() {
        if analysis.tokens.is_empty() {
            continue;
        }
        let tree = Tree::new(&report.text, sentence.range.start, analysis, &[]);
        let is_happening = |lemma: &str| meaning.is_happening(lemma);
        let mut found = propositions(&tree, idx as u32, &is_happening);
        let values = slots(
            &found,
            within(&quantities, sentence.range, |one| one.span.range),
            within(times, sentence.range, |one| one.span.range),
            &report.text,
        );
        let before = all.propositions.len() as u32;
        found.iter_mut().for_each(|one| one.above = one.above.map(|above| above + before));
        all.propositions.extend(found);
        all.slots.extend(values);
    }
    all
}

/// Those of a list in the order of the text that lie in a range.
fn within<T>(list: &[T], range: ByteRange, place: impl Fn(&T) -> ByteRange) -> &[T] {
    let first = list.partition_point(|one| place(one).start < range.start);
    let end = list.partition_point(|one| place(one).start < range.end);
    &list[first..end.max(first)]
}
