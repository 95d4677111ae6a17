//! A statement of one sentence, before it knows its report.

use super::contradiction;
use super::reference::{self, Entities, Named, Reference};
use super::{Attributed, said};
use crate::model::{
    ByteRange, CueClass, Factuality, Relay, ReportIdx, Sentence, Span, SpeakerGrade, Stance, Statement,
    StatementKind,
};
use crate::text::Quotation;

/// A statement of one clause, before it knows its report and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub content: Vec<ByteRange>,
    pub cue: Option<ByteRange>,
    pub source: Option<ByteRange>,
    /// What of the source names somebody, as far as words tell.
    pub name: Option<ByteRange>,
    pub kind: StatementKind,
    pub stance: Stance,
    pub class: CueClass,
    pub factuality: Factuality,
    pub relays: Vec<Relay>,
    /// Whether it is a statement, or an attribution of another kind (an attitude, an intention, something unsaid).
    pub said: bool,
    /// Whether it attributes the words around it, with whatever is attributed there.
    pub around: bool,
    /// Whether it stands inside something else that is said.
    pub nested: bool,
    /// The words that tell when it was said.
    pub uttered: Option<ByteRange>,
    /// Whom the source words stand for.
    pub reference: Reference,
}

/// How far, in bytes, the borders of the sentences that hold a statement may lie from its words to belong to
/// it. Without a bound a list of a thousand statements that no full stop parts would be shown a thousand
/// times. The longest sentences of news have some 500 bytes.
const FARTHEST_BORDER: u32 = 2_000;

impl Draft {
    /// What somebody said, without anything known of who and how.
    pub fn of(content: Vec<ByteRange>, kind: StatementKind) -> Self {
        Draft {
            content,
            cue: None,
            source: None,
            name: None,
            kind,
            stance: Stance::Affirms,
            class: CueClass::Says,
            factuality: Factuality::Fact,
            relays: Vec::new(),
            said: true,
            around: false,
            nested: false,
            uttered: None,
            reference: Reference::Nobody,
        }
    }

    /// Turns into a denial what denies without a verb of denying.
    pub fn contradict(&mut self, text: &str) {
        let Some(first) = self.content.first().copied() else { return };
        let judges = self.class == CueClass::Judges
            || self.class == CueClass::Says
                && self.content.len() == 1
                && contradiction::is_about_a_claim(first.of(text));
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
    pub fn speaks_for_itself(&self) -> bool {
        self.stance == Stance::Denies
            || matches!(self.reference, Reference::Named(_)) && self.source.is_some()
    }

    /// Says whom the source words stand for.
    pub fn refer(&mut self, text: &str, quotations: &[Quotation], entities: Entities) {
        let Some(source) = self.source else { return };
        self.reference = match self.name {
            Some(name) => {
                let kind = reference::kind_of(text, name, source, entities);
                Reference::Named(Named { name, kind, grade: SpeakerGrade::Stated })
            }
            None => reference::reference(text, source, None, quotations, entities),
        };
    }

    /// Gives a statement its report and the sentences that hold it, as far as they are near.
    pub fn place(self, report: ReportIdx, sentences: &[Sentence]) -> Attributed {
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
            uttered: self.uttered,
            continues: false,
        };
        Attributed { statement, reference: self.reference, if_whole: None, said: self.said }
    }
}
