//! Speakers whom a report leaves out and another names.
//!
//! Another witness of the same passage is the strongest ground: the words were copied, and the name was lost on the way. The
//! same words in a report that shares no passage are a weaker one: probable, never more. In both cases the words that
//! are left must fit the speaker, and all reports that name somebody must name the same.

use super::Speaking;
use super::naming::Name;
use crate::model::{ByteRange, Family, Passage, Report, SpeakerGrade, Statement, StatementKind, VoiceKind};
use crate::statement::{Attributed, Reference, fits, is_any_official};
use crate::text::{normalise, word_ranges};
use std::collections::{BTreeMap, BTreeSet};

/// Most witnesses of a family that are asked; those of one text say the same.
const MOST_WITNESSES: usize = 64;

/// How far back something that reaches over a place is looked for, in the order of beginnings.
const MOST_NEAR: usize = 32;

/// Most statements of a report that are asked how a speaker is described there.
const MOST_DESCRIBED: usize = 1_000;

/// Least share of words that two statements have in common to be the same one (percent of both, Dice).
const SAME_STATEMENT: usize = 50;

/// Fewest words of a quotation that two reports with passages in common can hardly have by chance. (Longer ones are passages
/// themselves, but for formulas that many reports share.)
const TELLING: usize = 4;

/// Fewest words that are telling by themselves, whatever reports they stand in.
const TELLING_ANYWHERE: usize = 8;

/// Gives speakers to statements that lack one.
pub(super) fn complete(
    reports: &[Report],
    found: &[Attributed],
    passages: &[Passage],
    families: &[Family],
    groups: &[u32],
    speakers: &mut [Option<Speaking>],
) {
    let named = speakers.to_vec();
    let pile = Pile::of(reports, found, passages, families, groups, &named);
    for (at, speaker) in speakers.iter_mut().enumerate().filter(|(_, speaker)| speaker.is_none()) {
        if !may_be_completed(&found[at]) {
            continue;
        }
        *speaker = pile
            .agreed(at, pile.in_witnesses(at), SpeakerGrade::Witness)
            .or_else(|| pile.agreed(at, pile.same_words(at), SpeakerGrade::SameWords));
    }
}

/// A quotation that stands alone, or one whose source words stand for somebody.
fn may_be_completed(found: &Attributed) -> bool {
    match found.reference {
        Reference::Anaphor(_) => true,
        Reference::Nobody => found.statement.source.is_none() && found.statement.cue.is_none(),
        Reference::Named(_) => false,
    }
}

struct Pile<'a> {
    reports: &'a [Report],
    found: &'a [Attributed],
    passages: &'a [Passage],
    families: &'a [Family],
    named: &'a [Option<Speaking>],
    /// Which reports have passages in common.
    groups: &'a [u32],
    /// Statements of each report: the first and one past the last.
    of_report: Vec<(usize, usize)>,
    /// Passages of each report, by their place.
    passages_of: BTreeMap<u32, Vec<usize>>,
    words: Vec<BTreeSet<String>>,
    /// Named quotations by their words.
    quoted: BTreeMap<String, Vec<usize>>,
}

impl<'a> Pile<'a> {
    fn of(
        reports: &'a [Report],
        found: &'a [Attributed],
        passages: &'a [Passage],
        families: &'a [Family],
        groups: &'a [u32],
        named: &'a [Option<Speaking>],
    ) -> Self {
        let report_of = |at: usize| found[at].statement.span.report.0 as usize;
        let mut of_report = vec![(0, 0); reports.len()];
        for at in 0..found.len() {
            let entry = &mut of_report[report_of(at)];
            *entry = if entry.1 == 0 { (at, at + 1) } else { (entry.0, at + 1) };
        }
        let mut passages_of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, passage) in passages.iter().enumerate() {
            passages_of.entry(passage.span.report.0).or_default().push(at);
        }
        let said = |at: usize| said_words(&reports[report_of(at)].text, &found[at].statement);
        let words: Vec<Vec<String>> = (0..found.len()).map(said).collect();
        let mut quoted: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in (0..found.len()).filter(|at| named[*at].is_some() && words[*at].len() >= TELLING) {
            if found[at].statement.kind == StatementKind::Direct {
                quoted.entry(words[at].join(" ")).or_default().push(at);
            }
        }
        let words = words.into_iter().map(BTreeSet::from_iter).collect();
        Pile { reports, found, passages, families, named, groups, of_report, passages_of, words, quoted }
    }

    fn text(&self, at: usize) -> &'a str {
        &self.reports[self.found[at].statement.span.report.0 as usize].text
    }

    /// The same statement in other witnesses of the passages that it lies in.
    fn in_witnesses(&self, at: usize) -> Vec<usize> {
        let statement = &self.found[at].statement;
        let report = statement.span.report;
        let own = self.passages_of.get(&report.0).map_or(&[][..], Vec::as_slice);
        let mut same = BTreeSet::new();
        // Passages stand in the order of the text; those that can hold the statement begin before its end.
        let content = statement.content[0];
        let end = own.partition_point(|idx| self.passages[*idx].span.range.start < content.end);
        let near = &own[end.saturating_sub(MOST_NEAR)..end];
        for idx in near.iter().filter(|idx| meets(statement, self.passages[**idx].span.range)) {
            let family = &self.families[self.passages[*idx].family.0 as usize];
            for other in family.passages.iter().take(MOST_WITNESSES) {
                let span = self.passages[other.0 as usize].span;
                let (first, end) = self.of_report[span.report.0 as usize];
                let begins = |at: &Attributed| at.statement.content[0].start;
                let there = &self.found[first..end];
                let end = first + there.partition_point(|found| begins(found) < span.range.end);
                let from = first + there.partition_point(|found| begins(found) < span.range.start);
                let from = from.saturating_sub(MOST_NEAR).max(first);
                same.extend((from..end).filter(|other| {
                    span.report != report
                        && self.named[*other].is_some()
                        && meets(&self.found[*other].statement, span.range)
                        && self.share(at, *other) >= SAME_STATEMENT
                }));
            }
        }
        same.into_iter().collect()
    }

    /// The same quotation in any other report.
    fn same_words(&self, at: usize) -> Vec<usize> {
        let statement = &self.found[at].statement;
        let words = said_words(self.text(at), statement);
        if statement.kind != StatementKind::Direct || words.len() < TELLING {
            return Vec::new();
        }
        let same = self.quoted.get(&words.join(" ")).map_or(&[][..], Vec::as_slice);
        let group = |at: usize| self.groups[self.found[at].statement.span.report.0 as usize];
        let elsewhere = |other: &&usize| {
            self.found[**other].statement.span.report != statement.span.report
                && (words.len() >= TELLING_ANYWHERE || group(at) == group(**other))
        };
        same.iter().filter(elsewhere).copied().collect()
    }

    /// What two statements have in common, in percent (Dice).
    fn share(&self, a: usize, b: usize) -> usize {
        let (a, b) = (&self.words[a], &self.words[b]);
        200 * a.intersection(b).count() / (a.len() + b.len()).max(1)
    }

    /// The speaker of other statements, if all name the same and the words here fit him.
    fn agreed(&self, at: usize, others: Vec<usize>, grade: SpeakerGrade) -> Option<Speaking> {
        let name = |other: usize| {
            let speaking = self.named[other]?;
            let text = &self.reports[speaking.name.report.0 as usize].text;
            Some((speaking, Name::of(speaking.name.range.of(text), speaking.kind)))
        };
        let mut names = others.iter().filter_map(|other| name(*other));
        let (first, one) = names.next()?;
        let agree = names.all(|(speaking, other)| {
            speaking.kind == first.kind
                && (one == other
                    || one.is_spelling_of(&other)
                    || one.shortens(&other)
                    || other.shortens(&one))
        });
        let fit = others.iter().any(|other| self.fits(at, *other));
        // A described group is known in its own report only.
        let known = !matches!(first.kind, VoiceKind::Unnamed) || grade == SpeakerGrade::Witness;
        (agree && fit && known).then_some(Speaking { grade, ..first })
    }

    /// Whether the source words of a statement can stand for the speaker of another.
    fn fits(&self, at: usize, other: usize) -> bool {
        let Reference::Anaphor(anaphor) = self.found[at].reference else {
            return true;
        };
        let Some(speaking) = self.named[other] else {
            return false;
        };
        let source = self.found[other].statement.source;
        let described = self.described(other, source, speaking);
        let words = anaphor.words(self.text(at));
        fits(anaphor, words, &described, speaking.kind)
            || speaking.kind == VoiceKind::Person && is_any_official(words)
    }

    /// All source words of a report that name the speaker of one of its statements, in full or in short.
    fn described(&self, at: usize, source: Option<ByteRange>, speaking: Speaking) -> String {
        let text = self.text(at);
        let report = speaking.name.report;
        let named_text = &self.reports[report.0 as usize].text;
        let own = Name::of(speaking.name.range.of(named_text), speaking.kind);
        let (first, end) = self.of_report[report.0 as usize];
        let mut described = source.map_or("", |source| source.of(text)).to_owned();
        for other in (first..end).take(MOST_DESCRIBED) {
            let (Some(speaker), Some(source)) = (self.named[other], self.found[other].statement.source)
            else {
                continue;
            };
            let name = Name::of(speaker.name.range.of(named_text), speaker.kind);
            let same = name == own || name.shortens(&own) || own.shortens(&name);
            if same && source.contains(speaker.name.range) {
                described.push(' ');
                described.push_str(source.of(named_text));
            }
        }
        described
    }
}

/// Whether most of what a statement says lies in a range.
fn meets(statement: &Statement, range: ByteRange) -> bool {
    let inside: usize = statement.content.iter().map(|part| part.overlap(range)).sum();
    let whole: usize = statement.content.iter().map(|part| part.len()).sum();
    2 * inside >= whole
}

/// The normalised words of what is said.
fn said_words(text: &str, statement: &Statement) -> Vec<String> {
    let words = statement.content.iter().flat_map(|part| word_ranges(text, *part));
    words.map(|range| normalise(range.of(text))).collect()
}
