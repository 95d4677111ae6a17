//! Decisions on statements, before it is asked who speaks over the pile.

use super::{Deciding, Texts, What, nearest};
use crate::model::{ByteRange, Report, SpeakerGrade, VoiceKind};
use crate::statement::{Attributed, Named, Reference};

impl Deciding {
    /// Takes out what is no statement, and names whom source words stand for.
    pub(crate) fn on_statements(&mut self, reports: &[Report], found: &mut [Vec<Attributed>]) {
        let texts = Texts::of(reports);
        for (place, decision) in self.decisions.iter().enumerate() {
            let Some(first) = decision.anchors.first() else { continue };
            match decision.what {
                What::RejectStatement => {
                    for anchor in &decision.anchors {
                        for idx in texts.reports(anchor) {
                            let of_report = &mut found[idx.0 as usize];
                            let Some(nth) = nearest(contents(of_report), anchor.range) else { continue };
                            of_report.remove(nth);
                            self.is_found[place] = true;
                        }
                    }
                }
                What::Name(kind) => {
                    let Some(name) = decision.anchors.get(1).filter(|name| name.text == first.text) else {
                        continue;
                    };
                    for idx in texts.reports(first) {
                        let of_report = &mut found[idx.0 as usize];
                        let Some(nth) = nearest(contents(of_report), first.range) else { continue };
                        let is_in_text = reports[idx.0 as usize].text.get(name.range.as_usize()).is_some();
                        self.is_found[place] |= is_in_text && named(&mut of_report[nth], name.range, kind);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Gives a statement its speaker; false where it has no words that could stand for one.
fn named(one: &mut Attributed, name: ByteRange, kind: VoiceKind) -> bool {
    let Some(source) = one.statement.source else { return false };
    let grade = if source.contains(name) { SpeakerGrade::Stated } else { SpeakerGrade::Resolved };
    one.reference = Reference::Named(Named { name, kind, grade });
    true
}

/// By statement: from its first word said to its last.
pub(super) fn contents(found: &[Attributed]) -> impl Iterator<Item = ByteRange> {
    found.iter().map(|one| content(&one.statement.content))
}

pub(super) fn content(ranges: &[ByteRange]) -> ByteRange {
    let start = ranges.first().map_or(0, |range| range.start);
    ByteRange { start, end: ranges.last().map_or(start, |range| range.end) }
}
