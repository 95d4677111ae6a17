//! Does every span lie in its text, and do its words stand there?

use super::fields::Place;
use super::findings::Findings;
use super::problem::{Problems, shown};
use super::sources::Texts;
use std::collections::BTreeSet;

/// Whether a span may hold nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emptiness {
    Allowed,
    Forbidden,
}

/// Checks every span of every finding.
pub(super) fn check(findings: &Findings<'_>, texts: &Texts<'_>, problems: &mut Problems) {
    let reports: BTreeSet<&str> = findings.reports.iter().map(|report| report.id).collect();
    for_each_span(findings, |id, place, emptiness| {
        let problem = if !reports.contains(place.report) {
            Some("is in a report that is not listed".to_owned())
        } else if place.range.is_empty() && emptiness == Emptiness::Forbidden {
            Some("is empty".to_owned())
        } else {
            against_text(place, texts.get(place.report).copied())
        };
        if let Some(why) = problem {
            let (start, end) = (place.range.start, place.range.end);
            let text = format!("the span {start} to {end} of {} {why}", place.report);
            problems.add(id, text);
        }
    });
}

/// What speaks against a span, in a text that may be missing (which is a problem of the report by itself).
fn against_text(place: &Place<'_>, text: Option<&str>) -> Option<String> {
    let Some(text) = text else {
        let fits = place.range.len() == place.text.len();
        return (!fits).then(|| "has not the length of its words".to_owned());
    };
    if place.range.end as usize > text.len() {
        return Some("ends behind the text".to_owned());
    }
    match text.get(place.range.as_usize()) {
        None => Some("cuts a character in two".to_owned()),
        Some(words) if words != place.text => {
            Some(format!("reads {} in the source, {} in the account", shown(words), shown(place.text)))
        }
        Some(_) => None,
    }
}

fn for_each_span(findings: &Findings<'_>, mut visit: impl FnMut(&str, &Place<'_>, Emptiness)) {
    use Emptiness::{Allowed, Forbidden};
    for report in &findings.reports {
        let titles = report.titles.iter();
        titles.for_each(|title| visit(report.id, title, Forbidden));
    }
    for furniture in &findings.furniture {
        visit(furniture.id, &furniture.place, Forbidden);
    }
    for passage in &findings.passages {
        visit(passage.id, &passage.place, Forbidden);
    }
    for edit in &findings.edits {
        visit(edit.id, &edit.from.place, Allowed);
        visit(edit.id, &edit.to.place, Allowed);
    }
    for descent in &findings.descents {
        let evidence = descent.evidence.iter();
        let words = evidence.flat_map(|one| [&one.parent, &one.child]).flatten();
        words.for_each(|words| visit(descent.id, words, Allowed));
    }
    for voice in &findings.voices {
        let names = voice.names.iter().chain([&voice.shown]);
        names.for_each(|name| visit(voice.id, name, Forbidden));
    }
    for statement in &findings.statements {
        visit(statement.id, &statement.place, Forbidden);
        let name = statement.speaker.iter().map(|speaker| &speaker.name);
        statement.parts().chain(name).for_each(|part| visit(statement.id, part, Forbidden));
    }
    for one in &findings.places {
        [&one.place].into_iter().chain(&one.words).for_each(|words| visit(one.id, words, Forbidden));
    }
    for_each_span_of_claims(findings, |id, place| visit(id, place, Forbidden));
}

/// The same for what is claimed, where no span may be empty.
fn for_each_span_of_claims(findings: &Findings<'_>, mut visit: impl FnMut(&str, &Place<'_>)) {
    for story in &findings.stories {
        story.terms.iter().for_each(|term| visit(story.id, term));
    }
    for instance in &findings.instances {
        let words = [&instance.place].into_iter().chain(&instance.marker).chain(&instance.parts);
        words.for_each(|words| visit(instance.id, words));
    }
    for claim in &findings.claims {
        visit(claim.id, &claim.wording);
        let joins = claim.instances.iter().filter_map(|one| one.join.as_ref());
        let words = joins.flat_map(|join| &join.words).flat_map(|(here, there)| [here, there]);
        words.for_each(|words| visit(claim.id, words));
    }
    for one in &findings.disagreements {
        let words = one.sides.iter().flatten().map(|member| &member.words);
        words.for_each(|words| visit(one.id, words));
    }
}
