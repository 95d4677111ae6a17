//! What the trees of sentences say, as drafts: tokens into bytes, with the quotations around them.

use super::draft::Draft;
use super::indirect::{self, Attribution};
use super::reference::{self, Entities, Named, Reference};
use crate::language::Tree;
use crate::model::{ByteRange, CueClass, Relay, Sentence, SpeakerGrade, Stance, StatementKind};
use crate::text::Quotation;
use std::ops::Range;
use stemma_language::Analysis;

/// What the trees of sentences say. `quotations` are those of the sentences, in order.
pub(super) fn retold(
    text: &str,
    sentences: &[Sentence],
    analyses: &[Analysis],
    quotations: &[Quotation],
    entities: Entities,
) -> Vec<Draft> {
    let mut found = Vec::new();
    for (sentence, analysis) in sentences.iter().zip(analyses) {
        if analysis.tokens.is_empty() || analysis.tokens.len() > indirect::LONGEST {
            continue;
        }
        let range = sentence.range;
        let first = quotations.partition_point(|quotation| quotation.outer.end <= range.start);
        let end = quotations.partition_point(|quotation| quotation.outer.start < range.end);
        let near = &quotations[first..end.max(first)];
        let inner: Vec<ByteRange> = near.iter().map(|quotation| quotation.inner).collect();
        let tree = Tree::new(text, range.start, analysis, &inner);
        let surroundings = Surroundings { text, tree: &tree, start: range.start, quotations: near, entities };
        found.extend(indirect::attributions(&tree).into_iter().map(|one| surroundings.draft(one)));
    }
    found
}

/// A sentence with what its attributions need to become drafts.
struct Surroundings<'a> {
    text: &'a str,
    tree: &'a Tree<'a>,
    /// Where the sentence begins.
    start: u32,
    quotations: &'a [Quotation],
    entities: Entities<'a>,
}

impl Surroundings<'_> {
    fn draft(&self, one: Attribution) -> Draft {
        let bytes = |tokens: Option<Range<usize>>| {
            tokens.filter(|tokens| !tokens.is_empty()).map(|tokens| self.tree.bytes(&tokens))
        };
        let content = self.content(&one.parts);
        let source = bytes(one.source.clone());
        let relay = one
            .relay
            .clone()
            .map(|(cue, source)| Relay { cue: self.tree.bytes(&cue), source: bytes(source) });
        let kind = self.kind(&content);
        Draft {
            cue: Some(self.tree.bytes(&one.cue)),
            reference: self.reference(&one, source),
            source,
            stance: if one.class == CueClass::Denies { Stance::Denies } else { Stance::Affirms },
            class: one.class,
            factuality: one.factuality,
            relays: relay.into_iter().collect(),
            said: one.said,
            around: one.around,
            uttered: bytes(one.uttered),
            ..Draft::of(content, kind)
        }
    }

    /// The words said, with the quotations that they begin or end in.
    fn content(&self, parts: &[Range<usize>]) -> Vec<ByteRange> {
        let whole = |part: &Range<usize>| with_its_quotations(self.tree.bytes(part), self.quotations);
        let mut content: Vec<ByteRange> = parts.iter().map(whole).collect();
        if let Some(last) = content.last_mut()
            && let Some(behind) = quotation_behind_colon(self.text, *last, self.quotations)
        {
            last.end = behind.end;
        }
        content
    }

    fn kind(&self, content: &[ByteRange]) -> StatementKind {
        let any = |test: &dyn Fn(&Quotation) -> bool| self.quotations.iter().any(test);
        let whole = |range: &ByteRange| any(&|quotation| quotation.outer == *range);
        let meets = |range: &ByteRange| any(&|quotation| quotation.outer.overlap(*range) > 0);
        // Words led in by "that" are retold, whatever marks they have.
        let led_in = content
            .first()
            .is_some_and(|first| self.text[..first.start as usize].trim_end().ends_with(" that"));
        if content.iter().all(whole) && !led_in {
            StatementKind::Direct
        } else if content.iter().any(meets) {
            StatementKind::Mixed
        } else {
            StatementKind::Indirect
        }
    }

    fn reference(&self, one: &Attribution, source: Option<ByteRange>) -> Reference {
        let antecedent = one.antecedent.as_ref().map(|antecedent| self.tree.bytes(antecedent));
        let words = antecedent.or(source);
        let Some(words) = words.filter(|words| !begins_with_a_place(self.text, self.start, *words)) else {
            return Reference::Nobody;
        };
        let head = one.head.map(|head| self.tree.bytes(&(head..head + 1)));
        match reference::reference(self.text, words, head, self.quotations, self.entities) {
            Reference::Named(named) if antecedent.is_some() => {
                Reference::Named(Named { grade: SpeakerGrade::Resolved, ..named })
            }
            found => found,
        }
    }
}

/// "In Tarvo, Doma, the mayor, said": the first word may say where Tarvo is.
fn begins_with_a_place(text: &str, sentence: u32, source: ByteRange) -> bool {
    let before = text[sentence as usize..source.start as usize].trim_end();
    let first = source.of(text).split(", ").next().unwrap_or_default();
    let place = before.strip_suffix(',').and_then(|before| before.rsplit_once(' '));
    let single = !first.contains(' ') && first.len() < source.len();
    single
        && place.is_some_and(|(rest, word)| {
            let preposition = rest.rsplit(' ').next().unwrap_or_default().to_lowercase();
            word.starts_with(char::is_uppercase)
                && ["in", "at", "near", "from"].contains(&preposition.as_str())
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
