//! Which words of a report are names of places?
//!
//! What the finder of names takes for a country, town or region is one, unless a person of the report bears it as a surname. What it takes for
//! something else, or for nothing, is one where the words say so: after "in" or "near", before the name of a larger place that holds it, at the
//! head of a dispatch, or where the same words are the name of a place elsewhere in the report. Names of persons and bodies stay out, and so do
//! names of places inside them.

use super::atlas::Atlas;
use super::candidates::{candidates, is_generic, is_short_form, says_nothing};
use crate::model::{ByteRange, Report};
use crate::text::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;
use stemma_gazetteer::{NameClass, fold};
use stemma_language::Analysis;
use stemma_language::analysis::{EntityKind, Tag};

/// The name of a place as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceName {
    /// Its words.
    pub range: ByteRange,
    /// Whether it is part of the name of a body or building ("the Lamar County Sheriff's Office"): no place is named, but where the report plays
    /// may be seen from it.
    pub is_within: bool,
}

impl PlaceName {
    /// A name that stands for itself.
    pub fn new(range: ByteRange) -> Self {
        PlaceName { range, is_within: false }
    }
}

/// Words after which the name of a place stands, whatever the finder of names says.
const BEFORE_PLACE: [&str; 30] = [
    "in", "at", "near", "from", "outside", "inside", "around", "across", "into", "toward", "towards",
    "throughout", "within", "reached", "entered", "left", "via", "besieged", "besieging", "bombed",
    "bombing", "shelled", "shelling", "stormed", "retook", "retaken", "recaptured", "overran", "overlooking",
    "bordering",
];

/// Words that make it so with "of" behind them ("the town of Douma").
const BEFORE_OF: [&str; 36] = [
    "area", "areas", "battle", "capital", "center", "centre", "city", "control", "countryside", "district",
    "districts", "east", "edge", "enclave", "governorate", "municipality", "neighborhood", "neighbourhood",
    "north", "northeast", "northwest", "outskirts", "part", "parts", "port", "province", "region", "siege",
    "south", "southeast", "southwest", "state", "suburb", "town", "village", "west",
];

/// Words that make it so with "to" or "for" behind them ("fled to Idlib").
const BEFORE_TO: [&str; 24] = [
    "back", "bound", "drove", "escaped", "evacuated", "fled", "flee", "flew", "flown", "go", "headed",
    "heading", "leave", "left", "moved", "return", "returned", "returning", "sailed", "sent", "travel",
    "traveled", "travelled", "went",
];

/// Words behind what is named after a place and is none.
const NAMED_AFTER: [&str; 12] = [
    "virus", "viruses", "flu", "disease", "fever", "syndrome", "strain", "strains", "variant",
    "encephalitis", "haemorrhagic", "hemorrhagic",
];

/// The most tokens of a name.
const LONGEST: usize = 7;

/// A name that stands anywhere without a sign of being a place's must be at least so well known (in hundredths of a doubling): a country, a town of a
/// million people.
const WELL_KNOWN: i32 = 20 * 100;

/// Finds the names of places in a report, in the order of its text; they do not overlap. `analyses` are those of the sentences of the reading.
pub fn find_names(report: &Report, reading: &Reading, analyses: &[Analysis], atlas: Atlas) -> Vec<PlaceName> {
    let sentences: Vec<Words> = reading
        .sentences
        .iter()
        .zip(analyses)
        .map(|(sentence, analysis)| Words {
            text: &report.text,
            offset: sentence.range.start,
            analysis,
            atlas,
        })
        .collect();
    let surnames = surnames(&sentences);
    let (mut found, mut within) = (Vec::new(), Vec::new());
    let mut doubtful: Vec<(ByteRange, String)> = Vec::new();
    for words in &sentences {
        words.find(&surnames, &mut found, &mut doubtful);
        words.within_bodies(&mut within);
    }
    // What is the name of a place once is one wherever it stands by itself.
    let known: BTreeSet<String> = found.iter().map(|range| fold(range.of(&report.text))).collect();
    found.extend(doubtful.into_iter().filter(|(_, words)| known.contains(words)).map(|(range, _)| range));
    let named = |range| PlaceName::new(range);
    let mut all: Vec<PlaceName> = found.into_iter().map(named).collect();
    all.extend(within.into_iter().map(|range| PlaceName { range, is_within: true }));
    all.sort_by_key(|name| (name.range.start, name.is_within, std::cmp::Reverse(name.range.end)));
    let mut names: Vec<PlaceName> = Vec::new();
    for name in all {
        if names.last().is_none_or(|last| last.range.end <= name.range.start) {
            names.push(name);
        }
    }
    names
}

/// The last words of the names of persons that have several.
fn surnames(sentences: &[Words]) -> BTreeSet<String> {
    let mut surnames = BTreeSet::new();
    for words in sentences {
        for entity in words.analysis.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            let tokens = words.trimmed(entity.tokens());
            if tokens.len() > 1 {
                surnames.insert(fold(words.word(tokens.end - 1)));
            }
        }
    }
    surnames
}

/// The words of one sentence.
struct Words<'a> {
    text: &'a str,
    /// Where the sentence begins (bytes).
    offset: u32,
    analysis: &'a Analysis,
    atlas: Atlas<'a>,
}

impl Words<'_> {
    fn find(
        &self,
        surnames: &BTreeSet<String>,
        found: &mut Vec<ByteRange>,
        doubtful: &mut Vec<(ByteRange, String)>,
    ) {
        let n_tokens = self.analysis.tokens.len();
        let mut taken = vec![false; n_tokens];
        let mut spans: Vec<Range<usize>> = Vec::new();
        for entity in &self.analysis.entities {
            match entity.kind {
                EntityKind::PoliticalPlace | EntityKind::Place => {
                    for part in self.parts(entity.tokens()) {
                        let part = self.extended(part);
                        if self.is_name_of_place(&part, surnames) {
                            spans.push(part);
                        }
                    }
                }
                EntityKind::Group | EntityKind::Language | EntityKind::Facility => {
                    let part = self.trimmed(entity.tokens());
                    if self.is_listed(&part) {
                        spans.push(part);
                    }
                }
                _ => {}
            }
            taken[entity.tokens()].fill(true);
        }
        self.missed(&mut taken, &mut spans, surnames, doubtful);
        self.holders(&mut spans);
        found.extend(spans.iter().filter(|span| !span.is_empty()).map(|span| self.bytes(span)));
    }

    /// Whether what the finder takes for a place is one: by its words, or because it is listed and no person's.
    fn is_name_of_place(&self, part: &Range<usize>, surnames: &BTreeSet<String>) -> bool {
        let words = fold(self.words(part));
        if !self.begins_large(part.start) || says_nothing(&words) || self.is_named_after(part) {
            return false;
        }
        if self.is_place_by_words(part) {
            // "The Lamar County Jail" is a thing with the name of a place in it.
            return self.is_listed(part) || self.listed_beginning(part).is_none();
        }
        !surnames.contains(&words) && !candidates(self.atlas, self.words(part)).is_empty()
    }

    /// Whether the words behind a name say that only something was named after a place.
    fn is_named_after(&self, part: &Range<usize>) -> bool {
        part.end < self.len() && NAMED_AFTER.contains(&self.word(part.end).to_lowercase().as_str())
    }

    /// Names of places that names of bodies and buildings begin with, or have behind "of".
    fn within_bodies(&self, within: &mut Vec<ByteRange>) {
        for entity in &self.analysis.entities {
            if !matches!(
                entity.kind,
                EntityKind::Organisation | EntityKind::Facility | EntityKind::PoliticalPlace
            ) {
                continue;
            }
            let body = self.trimmed(entity.tokens());
            let behind = body
                .clone()
                .rev()
                .find(|at| matches!(self.word(*at), "of" | "in"))
                .map(|at| at + 1..body.end);
            for part in [Some(body.clone()), behind].into_iter().flatten() {
                if let Some(beginning) = self.listed_beginning(&part) {
                    within.push(self.bytes(&beginning));
                    break;
                }
            }
        }
        // "Lamar County Sheriff's Office", where the finder sees no name.
        let in_entity = |at: usize| self.analysis.entities.iter().any(|entity| entity.tokens().contains(&at));
        let mut at = 0;
        while at < self.len() {
            let n_tokens = (at..self.len()).take_while(|at| self.is_name(*at) && !in_entity(*at)).count();
            let beginning = self.listed_beginning(&(at..at + n_tokens)).filter(|part| part.len() < n_tokens);
            within.extend(beginning.map(|part| self.bytes(&part)));
            at += n_tokens.max(1);
        }
    }

    /// The longest listed name that some tokens begin with.
    fn listed_beginning(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let beginnings = (tokens.start + 1..=tokens.end).rev().map(|end| tokens.start..end);
        beginnings.into_iter().find(|run| self.is_one_name(run) && self.is_listed(run))
    }

    /// Names that the finder took for something else or for nothing.
    fn missed(
        &self,
        taken: &mut [bool],
        spans: &mut Vec<Range<usize>>,
        surnames: &BTreeSet<String>,
        doubtful: &mut Vec<(ByteRange, String)>,
    ) {
        let others = self.analysis.entities.iter().filter(|entity| {
            matches!(
                entity.kind,
                EntityKind::Person
                    | EntityKind::Organisation
                    | EntityKind::Product
                    | EntityKind::WorkOfArt
                    | EntityKind::Event
            )
        });
        let mut runs: Vec<(Range<usize>, Option<EntityKind>)> =
            others.map(|entity| (self.trimmed(entity.tokens()), Some(entity.kind))).collect();
        for (run, _) in &runs {
            taken[run.clone()].fill(true);
        }
        let mut at = 0;
        while at < taken.len() {
            let end =
                (at..taken.len()).take_while(|token| !taken[*token] && self.is_name(*token)).count() + at;
            if end > at {
                runs.push((at..end, None));
            }
            at = end.max(at + 1);
        }
        runs.sort_by_key(|(run, _)| run.start);
        for (run, kind) in runs {
            let run = if kind.is_none() { self.extended(run) } else { run };
            let words = fold(self.words(&run));
            if surnames.contains(&words) || !self.is_listed(&run) || self.is_named_after(&run) {
                continue;
            }
            let is_known = || {
                kind != Some(EntityKind::Person)
                    && run.start > 0
                    && candidates(self.atlas, self.words(&run)).first().is_some_and(|best| {
                        best.prior >= WELL_KNOWN && !best.is_demonym && !best.is_part && !best.is_loose
                    })
            };
            let is_in_row = || kind != Some(EntityKind::Person) && self.is_in_row(&run, spans);
            if self.is_place_by_words(&run) || is_known() || is_in_row() {
                spans.push(run);
            } else {
                doubtful.push((self.bytes(&run), words));
            }
        }
    }

    /// Adds holders behind a comma that were missed: "Troy, Ala."
    fn holders(&self, spans: &mut Vec<Range<usize>>) {
        let mut more = Vec::new();
        for span in spans.iter() {
            let start = span.end + 1;
            let is_free = |at: usize| spans.iter().all(|span| !span.contains(&at));
            if span.end < self.len() && self.word(span.end) == "," && start < self.len() && is_free(start) {
                let ends = (start + 1..=self.len().min(start + 3)).rev();
                let holder = ends.map(|end| start..end).find(|run| self.holds(run, span));
                more.extend(holder);
            }
        }
        spans.extend(more);
    }

    /// Whether words are the name of a large place that holds one of those that others may name.
    fn holds(&self, holder: &Range<usize>, held: &Range<usize>) -> bool {
        if !self.begins_large(holder.start) {
            return false;
        }
        let holders = candidates(self.atlas, self.words(holder));
        let held = candidates(self.atlas, self.words(held));
        holders
            .iter()
            .filter(|holder| !holder.is_loose && !holder.is_demonym && !holder.is_part)
            .any(|holder| held.iter().any(|held| self.atlas.holds(holder.entry, held.entry)))
    }

    /// Whether the words around a name say that it is a place.
    fn is_place_by_words(&self, run: &Range<usize>) -> bool {
        let before = |at: usize| at.checked_sub(1).map_or(String::new(), |at| self.word(at).to_lowercase());
        let start = if before(run.start) == "the" { run.start - 1 } else { run.start };
        let (last, last_but_one) = (before(start), before(start.saturating_sub(1)));
        let follows = match last.as_str() {
            "of" => BEFORE_OF.contains(&last_but_one.as_str()),
            "to" | "for" => BEFORE_TO.contains(&last_but_one.as_str()),
            word => BEFORE_PLACE.contains(&word),
        };
        let is_held = || {
            run.end + 1 < self.len()
                && matches!(self.word(run.end), "," | "(" | "in")
                && (run.end + 2..=self.len().min(run.end + 4)).any(|end| self.holds(&(run.end + 1..end), run))
        };
        let has_kind = || run.end < self.len() && is_generic(self.word(run.end));
        follows && !self.is_followed_by_name(run) || has_kind() || is_held() || self.heads_dispatch(run)
    }

    /// Whether a name stands in a row with one that is a place's: "Douma and Harasta", "Reno, Blossom and Paris".
    fn is_in_row(&self, run: &Range<usize>, spans: &[Range<usize>]) -> bool {
        let is_joint = |word: &str| matches!(word, "," | "and" | "or" | "&");
        let ends = |at: Option<usize>| at.is_some_and(|at| spans.iter().any(|span| span.end == at));
        let behind = run.start >= 1 && is_joint(self.word(run.start - 1)) && {
            let before = run.start - 1;
            let has_comma = before >= 1 && self.word(before - 1) == ",";
            ends(Some(before)) || has_comma && ends(Some(before - 1))
        };
        let begins = |at: usize| spans.iter().any(|span| span.start == at);
        behind || run.end < self.len() && matches!(self.word(run.end), "and" | "or") && begins(run.end + 1)
    }

    /// Whether a name stands at the head of a dispatch: "GENEVA (Reuters) -", "GENEVA, March 3 -".
    fn heads_dispatch(&self, run: &Range<usize>) -> bool {
        run.start == 0
            && self.words(run).chars().all(|c| !c.is_lowercase())
            && run.end < self.len()
            && matches!(self.word(run.end), "(" | "," | "-" | "--" | "\u{2013}" | "\u{2014}")
    }

    fn is_followed_by_name(&self, run: &Range<usize>) -> bool {
        run.end < self.len() && self.is_name(run.end)
    }

    /// Whether any place bears the very name.
    fn is_listed(&self, run: &Range<usize>) -> bool {
        if run.is_empty() || !self.begins_large(run.start) {
            return false;
        }
        let words = self.words(run);
        let folded = fold(words);
        if says_nothing(&folded) {
            return false;
        }
        let hits = self.atlas.find(&folded);
        hits.iter().any(|hit| !hit.is_loose && (hit.class != NameClass::Short || is_short_form(words)))
    }

    /// The longest listed name that a name is part of: "Deir" of "Deir ez-Zor", "Yarmouk" of "Yarmouk refugee camp".
    fn extended(&self, part: Range<usize>) -> Range<usize> {
        let first = part.start.saturating_sub(2);
        let last = (part.end + 4).min(self.len());
        let mut best = part.clone();
        for start in first..=part.start {
            for end in part.end..=last {
                let run = start..end;
                if run.len() > best.len()
                    && run.len() <= LONGEST
                    && self.is_one_name(&run)
                    && self.is_listed(&run)
                {
                    best = run;
                }
            }
        }
        best
    }

    /// Whether no mark but a hyphen or an apostrophe parts some tokens, and the first is no article.
    fn is_one_name(&self, run: &Range<usize>) -> bool {
        let is_joint =
            |word: &str| word.chars().any(char::is_alphanumeric) || matches!(word, "-" | "'" | "\u{2019}");
        run.clone().all(|at| is_joint(self.word(at)))
            && !matches!(self.word(run.start), "the" | "The")
            && !matches!(self.word(run.end - 1), "'s" | "\u{2019}s" | "-" | "'" | "\u{2019}")
    }

    /// The names that an entity is made of, without commas between them and marks at their ends.
    fn parts(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        for at in tokens.clone() {
            if matches!(self.word(at), "," | ";" | "(" | ")" | "/" | ":") {
                parts.push(self.trimmed(start..at));
                start = at + 1;
            }
        }
        parts.push(self.trimmed(start..tokens.end));
        parts.retain(|part| !part.is_empty());
        parts
    }

    /// Tokens without an article before them and without a genitive or a mark behind.
    fn trimmed(&self, tokens: Range<usize>) -> Range<usize> {
        let mut tokens = tokens;
        let is_loose =
            |word: &str| !word.chars().any(char::is_alphanumeric) || matches!(word, "'s" | "\u{2019}s");
        while !tokens.is_empty()
            && (is_loose(self.word(tokens.start))
                || matches!(self.word(tokens.start), "the" | "The" | "a" | "an"))
        {
            tokens.start += 1;
        }
        while !tokens.is_empty() && is_loose(self.word(tokens.end - 1)) {
            tokens.end -= 1;
        }
        // "Homs province": the word says what the name names, and is no part of it.
        while tokens.len() > 1 && is_generic(self.word(tokens.end - 1)) && !self.is_listed(&tokens) {
            tokens.end -= 1;
        }
        tokens
    }

    fn is_name(&self, at: usize) -> bool {
        matches!(self.analysis.tokens[at].tag, Tag::ProperNoun | Tag::ProperNounPlural)
            && self.begins_large(at)
    }

    fn begins_large(&self, at: usize) -> bool {
        at < self.len() && {
            let word = self.word(at);
            let small = ["al", "el", "ad", "as", "ash", "an", "ar", "az", "ez"];
            word.chars().next().is_some_and(char::is_uppercase)
                || small.iter().any(|article| word == *article || word.starts_with(&format!("{article}-")))
        }
    }

    fn len(&self) -> usize {
        self.analysis.tokens.len()
    }

    fn word(&self, at: usize) -> &str {
        self.bytes(&(at..at + 1)).of(self.text)
    }

    fn words(&self, tokens: &Range<usize>) -> &str {
        if tokens.is_empty() { "" } else { self.bytes(tokens).of(self.text) }
    }

    /// The bytes of tokens, of which there is at least one.
    fn bytes(&self, tokens: &Range<usize>) -> ByteRange {
        let token = |at: usize| &self.analysis.tokens[at];
        ByteRange {
            start: self.offset + token(tokens.start).start,
            end: self.offset + token(tokens.end - 1).end,
        }
    }
}
