//! Do the parts of every statement stand inside it, and the name of the speaker inside the source words?

use super::findings::{Findings, StatementFinding};
use super::problem::Problems;

/// Checks every statement.
pub(super) fn check(findings: &Findings<'_>, problems: &mut Problems) {
    for statement in &findings.statements {
        for text in against(statement) {
            problems.add(statement.id, text);
        }
    }
}

fn against(statement: &StatementFinding<'_>) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    let outside = |part| !statement.place.contains(part);
    if statement.content.is_empty() {
        reasons.push("it has no content");
    }
    if statement.content.iter().any(outside) {
        reasons.push("some of its content is not inside it");
    }
    let in_order = |pair: &[_]| match pair {
        [a, b] => ends_before(a, b),
        _ => true,
    };
    if !statement.content.windows(2).all(in_order) {
        reasons.push("its content is out of order or overlaps");
    }
    if statement.cue.as_ref().is_some_and(outside) {
        reasons.push("its cue is not inside it");
    }
    if statement.source.as_ref().is_some_and(outside) {
        reasons.push("its source is not inside it");
    }
    match (&statement.speaker, &statement.source) {
        (Some(_), None) => reasons.push("it has a speaker but no source words"),
        (Some(speaker), Some(source)) if !source.contains(speaker) => {
            reasons.push("its speaker is not named inside the source words");
        }
        _ => {}
    }
    reasons
}

fn ends_before(a: &super::fields::Place<'_>, b: &super::fields::Place<'_>) -> bool {
    a.range.end <= b.range.start
}
