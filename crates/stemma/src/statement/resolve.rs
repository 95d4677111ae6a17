//! Words that stand for a name, resolved inside their paragraph.
//!
//! Paragraphs are spliced: what stands before a paragraph break may come from another page, so nothing is resolved over one
//! unless a word ties both sides (`cohesion`). Inside a paragraph, who was the last to speak goes on speaking, unless
//! somebody else comes in between. A role needs the same word beside the name.

use super::Attributed;
use super::cohesion::Cohesion;
use super::fitting::fits;
use super::reference::{Anaphor, Entities, Named, Pronoun, Reference};
use crate::model::{ByteRange, SpeakerGrade, StatementKind, VoiceKind};
use crate::text::Reading;
use stemma_language::analysis::EntityKind;

/// Resolves what can be resolved, in the order of the text.
pub(super) fn resolve(
    text: &str,
    reading: &Reading,
    entities: Entities,
    cohesion: &Cohesion,
    found: &mut [Attributed],
) {
    let blocks: Vec<Option<u32>> = found.iter().map(|found| block_of(reading, found)).collect();
    for at in 0..found.len() {
        let last =
            last_of_block(found, &blocks, at).or_else(|| over_break(text, cohesion, found, &blocks, at));
        let Some(last) = last else {
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
        if let Some(name) = named(earlier)
            .filter(|name| fits(anaphor, anaphor.words(text), described(text, earlier), name.kind))
            && !interrupted(text, entities, earlier, statement, name)
        {
            statement.reference = resolved(name);
        }
    }
    resolve_if_whole(text, reading, entities, &blocks, found);
}

/// Who "he" and "she" are where nothing was put between two paragraphs: who spoke last in the one before, if nobody else
/// spoke there; or whom it is about, if nobody did.
fn resolve_if_whole(
    text: &str,
    reading: &Reading,
    entities: Entities,
    blocks: &[Option<u32>],
    found: &mut [Attributed],
) {
    for at in 0..found.len() {
        let last = last_of_block(found, blocks, at);
        let Some(last) = last.or_else(|| last_of_block_before(text, found, blocks, at)) else {
            let above = blocks[at].and_then(|block| block.checked_sub(1));
            let above = above.filter(|_| pronoun(&found[at]).is_some());
            // Where somebody speaks in either paragraph before this, it was looked at who.
            let is_silent = |above: &u32| {
                let mut near =
                    (0..at).rev().take_while(|other| blocks[*other].is_some_and(|block| block >= *above));
                near.next().is_none()
            };
            let about = above.filter(is_silent).and_then(|above| {
                whom_it_is_about(text, reading, entities, (above, found[at].statement.span.range.start))
            });
            found[at].if_whole = about;
            continue;
        };
        let name =
            named(&found[last]).or(found[last].if_whole).map(|name| as_person(text, entities, found, name));
        let (earlier, rest) = found.split_at_mut(at);
        let (earlier, statement) = (&earlier[last], &mut rest[0]);
        let goes_on = matches!(statement.reference, Reference::Nobody) && statement.statement.continues;
        let fits = |name: &Named| {
            pronoun(statement).is_some_and(|pronoun| {
                fits(pronoun, "", described(text, earlier), name.kind)
                    && !interrupted(text, entities, earlier, statement, *name)
            })
        };
        statement.if_whole = name
            .filter(|name| goes_on || fits(name))
            .map(|name| Named { grade: SpeakerGrade::Resolved, ..name });
    }
}

/// "He" or "she" that stands for a speaker.
fn pronoun(found: &Attributed) -> Option<Anaphor> {
    match found.reference {
        Reference::Anaphor(anaphor @ Anaphor::Pronoun(Pronoun::He | Pronoun::She)) => Some(anaphor),
        _ => None,
    }
}

/// The only person named in the block right before a place, whose name its last sentence begins with.
fn whom_it_is_about(
    text: &str,
    reading: &Reading,
    entities: Entities,
    (block, place): (u32, u32),
) -> Option<Named> {
    let before = reading.sentences.partition_point(|sentence| sentence.range.start < place);
    let mut above = reading.sentences[..before].iter().rev().skip_while(|sentence| sentence.block > block);
    let last = above.next().filter(|sentence| sentence.block == block)?.range;
    let first =
        above.take_while(|sentence| sentence.block == block).last().map_or(last, |sentence| sentence.range);
    let from = entities.partition_point(|(range, _)| range.start < first.start);
    let inside = || entities[from..].iter().take_while(|(range, _)| range.start < last.end);
    let name = inside().find(|(range, _)| range.start == last.start)?.0;
    let (own, kind) = (name.of(text), VoiceKind::Person);
    let mut persons = inside().filter(|(_, kind)| *kind == EntityKind::Person);
    persons.all(|(other, _)| own.contains(other.of(text)) || other.of(text).contains(own)).then_some(Named {
        name,
        kind,
        grade: SpeakerGrade::Resolved,
    })
}

/// "Orlo" alone may look like anything; the same report that has "Captain Orlo" speak, or names "Ilva Orlo", says what he is.
fn as_person(text: &str, entities: Entities, found: &[Attributed], name: Named) -> Named {
    let last = |range: ByteRange| range.of(text).split_whitespace().next_back();
    let own = last(name.name).filter(|own| own.len() == name.name.len());
    let is_person = |other: Named| other.kind == VoiceKind::Person && last(other.name) == own;
    let is_full = |(range, kind): &(ByteRange, EntityKind)| {
        *kind == EntityKind::Person && range.of(text).contains(' ') && last(*range) == own
    };
    match found.iter().filter_map(named).any(is_person) || entities.iter().any(is_full) {
        true => Named { kind: VoiceKind::Person, ..name },
        false => name,
    }
}

/// The statement right before one in its paragraph.
fn last_of_block(found: &[Attributed], blocks: &[Option<u32>], at: usize) -> Option<usize> {
    let mut before = (0..at).rev().take_while(|other| blocks[*other] == blocks[at]);
    before.find(|other| place(&found[*other]) < place(&found[at]))
}

/// Who spoke last in the paragraph before, if nobody else spoke there.
fn last_of_block_before(
    text: &str,
    found: &[Attributed],
    blocks: &[Option<u32>],
    at: usize,
) -> Option<usize> {
    let above = blocks[at]?.checked_sub(1)?;
    let there = || {
        let near = (0..at).rev().take_while(|other| blocks[*other].is_some_and(|block| block >= above));
        near.filter(|other| blocks[*other] == Some(above))
    };
    let last = there().find(|other| found[*other].statement.relays.is_empty())?;
    let name = |at: usize| named(&found[at]).or(found[at].if_whole);
    let own = name(last)?;
    let is_form = |other: Named| {
        let (one, there) = (own.name.of(text), other.name.of(text));
        other.kind != VoiceKind::Person || one.contains(there) || there.contains(one)
    };
    there().filter_map(name).all(is_form).then_some(last)
}

/// Who spoke last in the paragraph before, where "he" or "she" opens a paragraph that a word ties to it, and nobody else
/// spoke there.
fn over_break(
    text: &str,
    cohesion: &Cohesion,
    found: &[Attributed],
    blocks: &[Option<u32>],
    at: usize,
) -> Option<usize> {
    let block = blocks[at].filter(|_| pronoun(&found[at]).is_some())?;
    let last = last_of_block_before(text, found, blocks, at)?;
    let name = named(&found[last])?;
    // One word may be the same by chance: there must be a second sign.
    let ties = cohesion.ties(block, name.name.of(text));
    let direct = |at: usize| found[at].statement.kind == StatementKind::Direct;
    let signs =
        ties + usize::from(cohesion.recurs(name.name.of(text))) + usize::from(direct(last) && direct(at));
    (ties > 0 && signs > 1).then_some(last)
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
    near.or_else(|| {
        sentences.iter().find(|sentence| sentence.range.start <= start && start < sentence.range.end)
    })
    .map(|sentence| sentence.block)
}

/// Where the words that say who speaks stand, or the words said where none do.
fn place(found: &Attributed) -> u32 {
    let statement = &found.statement;
    statement.source.or(statement.cue).map_or(statement.content[0].start, |range| range.start)
}

/// Whether a quotation goes on from the statement before it: `"A," he said. "B."`
fn continues(text: &str, earlier: &Attributed, found: &Attributed) -> bool {
    let (before, statement) = (&earlier.statement, &found.statement);
    let bare =
        statement.cue.is_none() && statement.source.is_none() && statement.kind == StatementKind::Direct;
    let quoted = before.kind != StatementKind::Indirect;
    let end =
        before.span.range.end.max(before.content.iter().map(|range| range.end).max().unwrap_or_default());
    let gap = text.get(end as usize..statement.content[0].start as usize);
    bare && quoted && gap.is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() && c != '\n'))
}

/// Whether another person is named between two statements in the report's own words.
fn interrupted(
    text: &str,
    entities: Entities,
    earlier: &Attributed,
    found: &Attributed,
    name: Named,
) -> bool {
    let end = earlier.statement.span.range.end;
    let between = ByteRange { start: end, end: place(found).max(end) };
    let own = name.name.of(text);
    let first = entities.partition_point(|(entity, _)| entity.end <= between.start);
    let said = |range: ByteRange| found.statement.content.iter().any(|content| content.contains(range));
    entities[first..].iter().take_while(|(entity, _)| entity.start < between.end).any(|(entity, kind)| {
        *kind == EntityKind::Person
            && !said(*entity)
            && !own.contains(entity.of(text))
            && !entity.of(text).contains(own)
    })
}

/// The words that say who speaks; of "she" those that she stands for.
fn described<'a>(text: &'a str, found: &Attributed) -> &'a str {
    let stands_for = named(found).or(found.if_whole).filter(|named| named.grade == SpeakerGrade::Resolved);
    let words = stands_for.map(|named| named.name).or(found.statement.source);
    words.map_or("", |words| words.of(text))
}
