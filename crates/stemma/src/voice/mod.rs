//! Who speaks, over the pile.
//!
//! In: what each report attributes to whom, and the families of passages. Out: statements with speakers, and the voices behind
//! them. A voice is one speaker under all the names that the reports give him.
//! Invariants: a speaker that the report does not name itself has a grade that says so; voices depend on the texts
//! alone; two speakers are kept apart unless something shows that they are one.
//!
//! | module | question |
//! |---|---|
//! | `whole` | which reports are of one piece? |
//! | `near` | which reports have passages in common? |
//! | `witness` | does another report name whom this one leaves out? |
//! | `naming`, `spelling` | do two names name one speaker? |
//! | `gather` | which names belong together? |

mod gather;
mod naming;
mod near;
mod spelling;
mod whole;
mod witness;

use crate::model::{
    Descent, Family, Passage, Report, Span, Speaker, SpeakerGrade, Statement, Voice, VoiceKind,
};
use crate::statement::{Attributed, Reference};

/// Gives the statements of all reports their speakers, and gathers the voices.
///
/// `found` are the statements of each report, in the order of the account.
pub fn attribute(
    reports: &[Report],
    found: Vec<Vec<Attributed>>,
    passages: &[Passage],
    families: &[Family],
    lineage: &[Descent],
) -> (Vec<Statement>, Vec<Voice>) {
    let found: Vec<Attributed> = found.into_iter().flatten().collect();
    let is_whole = whole::whole(reports.len(), passages, lineage);
    let mut speakers: Vec<Option<Speaking>> = found.iter().map(|one| speaking(one, &is_whole)).collect();
    let groups = near::groups(reports.len(), passages, families);
    witness::complete(reports, &found, passages, families, &groups, &mut speakers);
    let (voices, numbers) = gather::gather(reports, &speakers, &groups);
    let statements = found.into_iter().zip(speakers).zip(numbers).map(|((found, speaking), voice)| {
        let speaker = speaking.zip(voice).map(|(speaking, voice)| Speaker {
            name: speaking.name,
            grade: speaking.grade,
            voice,
        });
        Statement { speaker, ..found.statement }
    });
    (statements.collect(), voices)
}

/// A speaker before it is known which voice he is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Speaking {
    name: Span,
    kind: VoiceKind,
    grade: SpeakerGrade,
}

fn speaking(found: &Attributed, is_whole: &[bool]) -> Option<Speaking> {
    let report = found.statement.span.report;
    let named = match found.reference {
        Reference::Named(named) => named,
        _ => found.if_whole.filter(|_| is_whole[report.0 as usize])?,
    };
    let name = Span { report, range: named.name };
    Some(Speaking { name, kind: named.kind, grade: named.grade })
}
