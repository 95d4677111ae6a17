//! Who said what?
//!
//! In: one report and its reading. Out: its statements, in the order of the text: what stands between
//! quotation marks as speech, what is retold with quoted parts, and denials.
//! Invariants: ranges lie in the report, on character boundaries; a speaker's name lies inside the source;
//! furniture gives no statement; time is linear in the text. Precision comes first: a false speaker is worse
//! than none, so nobody is a speaker whom the sentence itself does not name.
//!
//! No grammar is parsed. A quotation counts as one token, and what stands around it is read by a lexicon of
//! verbs of saying (`cue`), closed word classes (`lexicon`), capitals and marks.
//!
//! | module | question |
//! |---|---|
//! | `clause` | which words, marks and quotations stand in a sentence? |
//! | `verb` | does this verb say something here? |
//! | `shape`, `apposition`, `noun_phrase` | where does the source begin and end? |
//! | `speaker` | whom does it name? |
//! | `attribution`, `ahead` | which reporting clause stands behind the words said, or before them? |
//! | `speech`, `quoted` | is a quotation speech, and what belongs to it? |
//! | `denial` | what is denied, and by whom? |

mod ahead;
mod apposition;
mod attribution;
mod clause;
mod cohesion;
mod contradiction;
mod cue;
mod denial;
mod fitting;
mod headline;
mod indirect;
mod lexicon;
mod merge;
mod noun_phrase;
mod quoted;
mod reference;
mod resolve;
mod said;
mod shape;
mod speaker;
mod speech;
mod verb;

#[cfg(test)]
mod tests;

use crate::model::{
    ByteRange, CueClass, Factuality, Relay, Report, ReportIdx, Sentence, Span, SpeakerGrade, Stance, Statement,
    StatementKind,
};
use crate::text::{Quotation, Reading};
use clause::{Clause, clauses};
use cohesion::Cohesion;
pub(crate) use fitting::{fits, is_any_official};
pub(crate) use lexicon::is_title;
pub use reference::{Anaphor, Named, Pronoun, Reference};
use stemma_language::Analysis;
use stemma_language::analysis::EntityKind;

/// A statement of one report, before it is known who speaks over the pile: it has no speaker yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributed {
    /// The statement.
    pub statement: Statement,
    /// Whom its source words stand for.
    pub reference: Reference,
    /// Whether it is a statement, or an attribution of another kind: an attitude, an intention, something unsaid.
    pub said: bool,
}

/// A statement of one clause, before it knows its report and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    content: Vec<ByteRange>,
    cue: Option<ByteRange>,
    source: Option<ByteRange>,
    name: Option<ByteRange>,
    kind: StatementKind,
    stance: Stance,
    class: CueClass,
    factuality: Factuality,
    relays: Vec<Relay>,
    /// Whether it is a statement, or an attribution of another kind (an attitude, an intention, something unsaid).
    said: bool,
    /// Whether it attributes the words around it, with whatever is attributed there.
    around: bool,
    /// Whether it stands inside something else that is said.
    nested: bool,
    /// Whom the source words stand for.
    reference: Reference,
}

/// Longest sentence that may be nothing but the reporting clause of the quotation before it, in bytes.
const LONGEST_REPORTING_CLAUSE: usize = 400;

/// Finds the statements of a report, in the order of the text; `analyses` are those of its sentences.
///
/// What is said inside something said is a statement of its own, with whoever stands around it as a relay.
pub fn find_statements(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
) -> Vec<Attributed> {
    let entities = entities(reading, analyses);
    let only_said = |mut drafts: Vec<Draft>| {
        drafts.retain(|draft| draft.said);
        merge::relay(&mut drafts);
        drafts.retain(|draft| !draft.nested || draft.speaks_for_itself());
        drafts
    };
    let mut found = find(idx, report, reading, analyses, &entities, only_said);
    found.extend(headline::statements(idx, report, &found));
    found.sort_by_key(|found| (found.statement.content[0], found.statement.span.range, found.statement.cue));
    resolve::resolve(&report.text, reading, &entities, &Cohesion::of(reading, analyses), &mut found);
    found
}

/// Finds all that a report attributes to somebody, statements and also attitudes, intentions and what was not said;
/// of what stands one inside another the outermost.
pub fn find_attributions(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
) -> Vec<Attributed> {
    let entities = entities(reading, analyses);
    let mut found = find(idx, report, reading, analyses, &entities, merge::outermost);
    resolve::resolve(&report.text, reading, &entities, &Cohesion::of(reading, analyses), &mut found);
    found
}

fn find(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
    entities: &[(ByteRange, EntityKind)],
    choose: impl Fn(Vec<Draft>) -> Vec<Draft>,
) -> Vec<Attributed> {
    let mut found: Vec<Attributed> = Vec::new();
    for unit in units(report, reading) {
        let sentences = &reading.sentences[unit.clone()];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            continue;
        };
        let range = ByteRange { start: first.range.start, end: last.range.end };
        let quotations = &reading.quotations;
        let first_quotation = quotations.partition_point(|quotation| quotation.outer.end <= range.start);
        let end_quotation = quotations.partition_point(|quotation| quotation.outer.start < range.end);
        let near = &quotations[first_quotation..end_quotation.max(first_quotation)];
        let by_tree = retold(&report.text, sentences, &analyses[unit], near, entities);
        let mut by_words = Vec::new();
        if !near.is_empty() || may_deny(range.of(&report.text)) {
            let title = (first.block as usize) < report.layout.titles.len();
            by_words = drafts(&report.text, sentences, range, (quotations, first_quotation), title);
            by_words.iter_mut().for_each(|draft| draft.refer(&report.text, near, entities));
        }
        let mut merged = merge::merge(by_words, by_tree);
        merge::untangle(&report.text, &mut merged);
        merged.iter_mut().for_each(|draft| draft.contradict(&report.text));
        let drafts = choose(merged);
        found.extend(drafts.into_iter().map(|draft| draft.place(idx, sentences)));
    }
    found.sort_by_key(|found| (found.statement.content[0], found.statement.span.range, found.statement.cue));
    found.dedup_by_key(|found| (found.statement.content.clone(), found.statement.source));
    found
}

/// The entities of a report, in the order of the text.
fn entities(reading: &Reading, analyses: &[Analysis]) -> Vec<(ByteRange, EntityKind)> {
    let mut found = Vec::new();
    for (sentence, analysis) in reading.sentences.iter().zip(analyses) {
        for entity in &analysis.entities {
            let tokens = &analysis.tokens[entity.tokens()];
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                let start = sentence.range.start;
                found.push((ByteRange { start: start + first.start, end: start + last.end }, entity.kind));
            }
        }
    }
    found.sort_by_key(|(range, _)| *range);
    found
}

/// What the trees of sentences say.
fn retold(
    text: &str,
    sentences: &[Sentence],
    analyses: &[Analysis],
    quotations: &[Quotation],
    entities: &[(ByteRange, EntityKind)],
) -> Vec<Draft> {
    let inner: Vec<ByteRange> = quotations.iter().map(|quotation| quotation.inner).collect();
    let mut found = Vec::new();
    for (sentence, analysis) in sentences.iter().zip(analyses) {
        if analysis.tokens.is_empty() || analysis.tokens.len() > indirect::LONGEST {
            continue;
        }
        let tree = indirect::Tree::new(text, sentence.range.start, analysis, &inner);
        for one in indirect::attributions(&tree) {
            let mut content: Vec<ByteRange> = one.parts.iter().map(|part| tree.bytes(part)).collect();
            for part in &mut content {
                *part = with_its_quotations(*part, quotations);
            }
            if let Some(last) = content.last_mut()
                && let Some(behind) = quotation_behind_colon(text, *last, quotations)
            {
                last.end = behind.end;
            }
            let meets = |range: &ByteRange| quotations.iter().any(|quotation| quotation.outer.overlap(*range) > 0);
            let whole = |range: &ByteRange| quotations.iter().any(|quotation| quotation.outer == *range);
            let led_in = content.first().is_some_and(|first| text[..first.start as usize].trim_end().ends_with(" that"));
            let kind = if content.iter().all(whole) && !led_in {
                StatementKind::Direct
            } else if content.iter().any(meets) {
                StatementKind::Mixed
            } else {
                StatementKind::Indirect
            };
            let source = one.source.filter(|source| !source.is_empty()).map(|source| tree.bytes(&source));
            let antecedent = one.antecedent.map(|antecedent| tree.bytes(&antecedent));
            let named = antecedent.or(source).filter(|named| !begins_with_a_place(text, sentence.range.start, *named));
            let mut reference =
                named.map_or(Reference::Nobody, |named| {
                    reference::reference(text, named, one.head.map(|head| tree.bytes(&(head..head + 1))), quotations, entities)
                });
            if let (Reference::Named(named), true) = (&mut reference, antecedent.is_some()) {
                named.grade = SpeakerGrade::Resolved;
            }
            found.push(Draft {
                cue: Some(tree.bytes(&one.cue)),
                source,
                name: None,
                kind,
                stance: if one.class == CueClass::Denies { Stance::Denies } else { Stance::Affirms },
                class: one.class,
                factuality: one.factuality,
                relays: one
                    .relay
                    .map(|(cue, source)| Relay {
                        cue: tree.bytes(&cue),
                        source: source.filter(|source| !source.is_empty()).map(|source| tree.bytes(&source)),
                    })
                    .into_iter()
                    .collect(),
                said: one.said,
                around: one.around,
                nested: false,
                reference,
                content,
            });
        }
    }
    found
}

/// "In Tarvo, Doma, the mayor, said": the first word may say where Tarvo is.
fn begins_with_a_place(text: &str, sentence: u32, source: ByteRange) -> bool {
    let before = text[sentence as usize..source.start as usize].trim_end();
    let first = source.of(text).split(", ").next().unwrap_or_default();
    let place = before.strip_suffix(',').and_then(|before| before.rsplit_once(' '));
    let single = !first.contains(' ') && first.len() < source.len() as usize;
    single
        && place.is_some_and(|(rest, word)| {
            let preposition = rest.rsplit(' ').next().unwrap_or_default().to_lowercase();
            word.starts_with(char::is_uppercase) && ["in", "at", "near", "from"].contains(&preposition.as_str())
        })
}

/// A content whose end lies inside a quotation goes on to the end of it; one that begins with the first words of a quotation
/// begins with its mark.
fn with_its_quotations(content: ByteRange, quotations: &[Quotation]) -> ByteRange {
    let holding = |at: u32| {
        quotations.iter().find(move |quotation| quotation.outer.start < at && at < quotation.outer.end)
    };
    let begins = holding(content.start).filter(|quotation| quotation.inner.start == content.start);
    ByteRange {
        start: begins.map_or(content.start, |quotation| quotation.outer.start),
        end: holding(content.end).map_or(content.end, |quotation| quotation.outer.end),
    }
}

/// The quotation that a colon joins to what is retold: `said that he left: "I had to."`
fn quotation_behind_colon(text: &str, content: ByteRange, quotations: &[Quotation]) -> Option<ByteRange> {
    let next = quotations.iter().find(|quotation| quotation.outer.start >= content.end)?;
    let between = text.get(content.end as usize..next.outer.start as usize)?;
    (between.trim() == ":").then_some(next.outer)
}

/// Whether a text holds a word that may deny; cheap, so that other sentences are not read at all.
fn may_deny(text: &str) -> bool {
    const STEMS: [&str; 10] =
        ["den", "DEN", "reject", "dismiss", "refut", "rebut", "disput", "repudiat", "debunk", "disavow"];
    const TITLE_STEMS: [&str; 8] = ["Den", "Reject", "Dismiss", "Refut", "Rebut", "Disput", " out", " Out"];
    STEMS.iter().chain(&TITLE_STEMS).any(|stem| text.contains(stem))
}

/// Sentences in groups: a quotation that runs over the end of a sentence binds it to the next one, and so does
/// a reporting clause that was parted from the question or cry before it.
fn units(report: &Report, reading: &Reading) -> Vec<std::ops::Range<usize>> {
    let sentences = &reading.sentences;
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..sentences.len() {
        let end = sentences[at].range.end;
        let quotation = reading.quotations.partition_point(|quotation| quotation.outer.end < end);
        let bound = sentences.get(at + 1).is_some_and(|next| {
            next.block == sentences[at].block
                && reading.quotations.get(quotation).is_some_and(|quotation| {
                    quotation.outer.start < end && quotation.outer.end > end
                        || quotation.outer.end == end && is_reported_by(report, quotation, next)
                })
        });
        if !bound {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}

/// Whether a sentence is nothing but the reporting clause of the quotation before it.
fn is_reported_by(report: &Report, quotation: &Quotation, next: &Sentence) -> bool {
    let text = &report.text;
    if quotation.inner.of(text).trim_end().ends_with(',') {
        return true;
    }
    if next.range.len() > LONGEST_REPORTING_CLAUSE || quotation.inner.of(text).trim_end().ends_with('.') {
        return false;
    }
    let tokens = clauses(text, next.range, &[next.range.end], &[], 0);
    let [tokens] = tokens.as_slice() else {
        return false;
    };
    let clause = Clause { text, tokens, quotations: &[], title: false };
    attribution::behind(&clause, 0).is_some_and(|found| found.end + 4 >= clause.len())
}

/// The statements of one group of sentences.
fn drafts(
    text: &str,
    sentences: &[Sentence],
    range: ByteRange,
    (quotations, first): (&[Quotation], usize),
    title: bool,
) -> Vec<Draft> {
    let ends: Vec<u32> = sentences.iter().map(|sentence| sentence.range.end).collect();
    let mut found = Vec::new();
    for tokens in clauses(text, range, &ends, quotations, first) {
        let clause = Clause { text, tokens: &tokens, quotations, title };
        let (denials, taken) = denial::statements(&clause);
        found.extend(denials);
        found.extend(quoted::statements(&clause, &taken));
    }
    found
}

/// How far, in bytes, the borders of the sentences that hold a statement may lie from its words to belong to
/// it. Without a bound a list of a thousand statements that no full stop parts would be shown a thousand
/// times. The longest sentences of news have some 500 bytes.
const FARTHEST_BORDER: u32 = 2_000;

impl Draft {
    /// Turns into a denial what denies without a verb of denying.
    fn contradict(&mut self, text: &str) {
        let Some(first) = self.content.first().copied() else { return };
        let judges = self.class == CueClass::Judges
            || self.class == CueClass::Says && self.content.len() == 1 && contradiction::is_about_a_claim(first.of(text));
        if judges {
            if let Some(claim) = contradiction::calls_false(first.of(text), first.start) {
                self.content = vec![claim];
                self.said |= said::happened(self.factuality);
                (self.class, self.stance) = (CueClass::Denies, Stance::Denies);
            }
        } else if self.stance == Stance::Affirms && contradiction::contradicts(first.of(text)) {
            (self.class, self.stance) = (CueClass::Denies, Stance::Denies);
        }
    }

    /// Whether a statement inside another one names its own speaker: a pronoun there may be anybody.
    /// A denial is kept in any case.
    fn speaks_for_itself(&self) -> bool {
        self.stance == Stance::Denies || matches!(self.reference, Reference::Named(_)) && self.source.is_some()
    }

    /// Says whom the source words stand for.
    fn refer(&mut self, text: &str, quotations: &[Quotation], entities: &[(ByteRange, EntityKind)]) {
        let Some(source) = self.source else { return };
        self.reference = match self.name {
            Some(name) => {
                let kind = reference::kind_of(text, name, source, entities);
                Reference::Named(Named { name, kind, grade: SpeakerGrade::Stated })
            }
            None => match reference::reference(text, source, None, quotations, entities) {
                found => found,
            },
        };
    }

    /// Gives a statement its report and the sentences that hold it, as far as they are near.
    fn place(self, report: ReportIdx, sentences: &[Sentence]) -> Attributed {
        let parts = || self.content.iter().chain(&self.cue).chain(&self.source);
        let start = parts().map(|range| range.start).min().unwrap_or_default();
        let end = parts().map(|range| range.end).max().unwrap_or_default();
        let span = ByteRange {
            start: sentences[..sentences.partition_point(|sentence| sentence.range.start <= start)]
                .last()
                .map(|sentence| sentence.range.start)
                .filter(|begin| start - begin <= FARTHEST_BORDER)
                .unwrap_or(start),
            end: sentences[sentences.partition_point(|sentence| sentence.range.end < end)..]
                .first()
                .map(|sentence| sentence.range.end)
                .filter(|finish| finish - end <= FARTHEST_BORDER)
                .unwrap_or(end),
        };
        let statement = Statement {
            span: Span { report, range: span },
            speaker: None,
            content: self.content,
            cue: self.cue,
            source: self.source,
            kind: self.kind,
            stance: self.stance,
            class: self.class,
            factuality: self.factuality,
            relays: self.relays,
            uttered: None,
            continues: false,
        };
        Attributed { statement, reference: self.reference, said: self.said }
    }
}
