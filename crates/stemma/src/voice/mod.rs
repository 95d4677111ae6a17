//! Who speaks, over the pile: statements of all reports into statements with speakers, and the voices behind them.

use crate::model::{Report, Speaker, Span, Statement, Voice, VoiceIdx, VoiceKind};
use crate::statement::{Attributed, Named, Reference};
use std::collections::BTreeMap;

/// Gives the statements of all reports their speakers, and gathers the voices.
pub fn attribute(reports: &[Report], found: Vec<Vec<Attributed>>) -> (Vec<Statement>, Vec<Voice>) {
    let mut voices: Vec<Voice> = Vec::new();
    let mut known: BTreeMap<(String, VoiceKind), VoiceIdx> = BTreeMap::new();
    let mut statements = Vec::new();
    for Attributed { mut statement, reference, .. } in found.into_iter().flatten() {
        if let Reference::Named(Named { name, kind, grade }) = reference {
            let span = Span { report: statement.span.report, range: name };
            let text = span.range.of(&reports[span.report.0 as usize].text).to_lowercase();
            let voice = *known.entry((text, kind)).or_insert_with(|| {
                voices.push(Voice { names: Vec::new(), shown: 0, kind });
                VoiceIdx(voices.len() as u32 - 1)
            });
            voices[voice.0 as usize].names.push(span);
            statement.speaker = Some(Speaker { name: span, grade, voice });
        }
        statements.push(statement);
    }
    (statements, voices)
}
