//! Words that stand for a name, resolved inside their paragraph.
//!
//! Paragraphs are spliced: what stands before a paragraph break may come from another page, so nothing is resolved over one.
//! Inside a paragraph, who was the last to speak goes on speaking, unless somebody else comes in between. A role needs
//! the same word beside the name.

use super::lexicon::{ROLE, TITLE, classes};
use super::reference::{Anaphor, Entities, Named, Pronoun, Reference};
use super::Attributed;
use crate::model::{ByteRange, SpeakerGrade, StatementKind, VoiceKind};
use crate::text::{Reading, word_ranges};
use stemma_language::analysis::EntityKind;

/// Resolves what can be resolved, in the order of the text.
pub(super) fn resolve(text: &str, reading: &Reading, entities: Entities, found: &mut [Attributed]) {
    for at in 0..found.len() {
        let block = block_of(reading, &found[at]);
        let before = (0..at).rev().take_while(|other| block_of(reading, &found[*other]) == block);
        let Some(last) = before.into_iter().find(|other| spoken_before(&found[*other], &found[at])) else {
            continue;
        };
        let (earlier, rest) = found.split_at_mut(at);
        let (earlier, statement) = (&earlier[last], &mut rest[0]);
        if continues(text, earlier, statement) {
            statement.statement.continues = true;
            statement.reference = named(earlier).map_or(Reference::Nobody, resolved);
            continue;
        }
        let Reference::Anaphor(anaphor) = statement.reference else {
            continue;
        };
        if let Some(name) = named(earlier).filter(|name| fits(text, anaphor, earlier, name))
            && !interrupted(text, entities, earlier, statement, name)
        {
            statement.reference = resolved(name);
        }
    }
}

fn resolved(name: Named) -> Reference {
    Reference::Named(Named { grade: SpeakerGrade::Resolved, ..name })
}

fn named(found: &Attributed) -> Option<Named> {
    match found.reference {
        Reference::Named(named) => Some(named),
        _ => None,
    }
}

fn block_of(reading: &Reading, found: &Attributed) -> Option<u32> {
    let start = found.statement.span.range.start;
    let sentences = &reading.sentences;
    let after = sentences.partition_point(|sentence| sentence.range.start <= start);
    // Titles stand first in the reading wherever they stand in the text; the containing sentence is looked for among both.
    let near = sentences[..after].last().filter(|sentence| sentence.range.end > start);
    near.or_else(|| sentences.iter().find(|sentence| sentence.range.start <= start && start < sentence.range.end))
        .map(|sentence| sentence.block)
}

/// Where the words that say who speaks stand, or the words said where none do.
fn place(found: &Attributed) -> u32 {
    let statement = &found.statement;
    statement.source.or(statement.cue).map_or(statement.content[0].start, |range| range.start)
}

fn spoken_before(earlier: &Attributed, found: &Attributed) -> bool {
    place(earlier) < place(found)
}

/// Whether a quotation goes on from the statement before it: `"A," he said. "B."`
fn continues(text: &str, earlier: &Attributed, found: &Attributed) -> bool {
    let (before, statement) = (&earlier.statement, &found.statement);
    let bare = statement.cue.is_none() && statement.source.is_none() && statement.kind == StatementKind::Direct;
    let quoted = before.kind != StatementKind::Indirect;
    let end = before.span.range.end.max(before.content.iter().map(|range| range.end).max().unwrap_or_default());
    let gap = text.get(end as usize..statement.content[0].start as usize);
    bare && quoted && gap.is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() && c != '\n'))
}

/// Whether an anaphor can stand for a name.
fn fits(text: &str, anaphor: Anaphor, earlier: &Attributed, name: &Named) -> bool {
    let described = earlier.statement.source.map_or("", |source| source.of(text));
    match anaphor {
        Anaphor::Pronoun(pronoun) => match (pronoun, name.kind) {
            (Pronoun::He | Pronoun::She, VoiceKind::Person | VoiceKind::Unnamed) => {
                gender_of(described).is_none_or(|gender| gender == pronoun) && !is_plural(described, name.kind)
            }
            (Pronoun::It, VoiceKind::Body | VoiceKind::Metonym | VoiceKind::Document) => true,
            (Pronoun::They, VoiceKind::Body) => true,
            (Pronoun::They, VoiceKind::Unnamed) => is_plural(described, name.kind),
            _ => false,
        },
        Anaphor::Role(role) => {
            name.kind == VoiceKind::Person && shares_role(role.of(text), described)
        }
    }
}

/// The words of a text in small letters.
fn small_words(text: &str) -> impl Iterator<Item = String> {
    let whole = ByteRange::new(0, text.len());
    word_ranges(text, whole).into_iter().map(move |range| range.of(text).to_lowercase())
}

/// What words beside a name tell of its gender.
fn gender_of(described: &str) -> Option<Pronoun> {
    let words = || small_words(described);
    let male = ["mr", "king", "prince", "lord", "father", "husband", "son", "brother", "his", "himself", "businessman"];
    let female = ["mrs", "ms", "miss", "queen", "princess", "lady", "mother", "wife", "daughter", "sister", "her", "herself"];
    let is_female = |word: &String| female.contains(&word.as_str()) || word.ends_with("woman");
    let is_male = |word: &String| {
        male.contains(&word.as_str()) || word.ends_with("man") && classes(word) & ROLE != 0 && !word.ends_with("woman")
    };
    match (words().any(|word| is_male(&word)), words().any(|word| is_female(&word))) {
        (true, false) => Some(Pronoun::He),
        (false, true) => Some(Pronoun::She),
        _ => None,
    }
}

/// "officials", "some experts"; a single "one of the wives" is none.
fn is_plural(described: &str, kind: VoiceKind) -> bool {
    let mut words = small_words(described);
    let first = words.next().unwrap_or_default();
    let singular = ["a", "an", "one", "another"].contains(&first.as_str());
    let several = described.contains(" and ");
    kind == VoiceKind::Unnamed && !singular || several && kind == VoiceKind::Person && !described.contains(',')
}

/// Whether the noun of a role stands beside the name, too: "the governor" for "Governor Ali Orlo".
fn shares_role(role: &str, described: &str) -> bool {
    let telling = |text: &str| {
        small_words(text).filter(|word| classes(word) & (ROLE | TITLE) != 0).collect::<Vec<_>>()
    };
    let (wanted, there) = (telling(role), telling(described));
    !wanted.is_empty() && wanted.iter().all(|word| there.contains(word))
}

/// Whether another person is named between two statements in the report's own words.
fn interrupted(text: &str, entities: Entities, earlier: &Attributed, found: &Attributed, name: Named) -> bool {
    let end = earlier.statement.span.range.end;
    let between = ByteRange { start: end, end: place(found).max(end) };
    let own = name.name.of(text);
    let first = entities.partition_point(|(entity, _)| entity.end <= between.start);
    let said = |range: ByteRange| found.statement.content.iter().any(|content| content.contains(range));
    entities[first..]
        .iter()
        .take_while(|(entity, _)| entity.start < between.end)
        .any(|(entity, kind)| {
            *kind == EntityKind::Person && !said(*entity) && !own.contains(entity.of(text)) && !entity.of(text).contains(own)
        })
}
