//! The whole program on one screen.

use crate::model::{Account, Note, Report, ReportIdx, Source, Statement, Unread, Voice};
use crate::statement::Attributed;
use crate::{Config, Observer, language, reuse, statement, story, text, voice};
use rayon::prelude::*;
use stemma_language::Model;

/// Reads a pile of sources and gives the account of it.
///
/// `unread` and `notes` are what the edge could not read or wants said; they are carried through.
pub fn account(
    sources: Vec<Source>,
    unread: Vec<Unread>,
    notes: Vec<Note>,
    model: &Model,
    config: &Config,
    observer: &dyn Observer,
) -> Account {
    observer.stage("reading", sources.len());
    let mut reports = text::reports(sources);
    let findings = per_report(&reports, model);
    let linked = link(&reports, &findings, config, observer);
    let (statements, features): (Vec<_>, Vec<_>) =
        findings.into_iter().map(|found| (found.statements, found.features)).unzip();
    let said = voice::attribute(&reports, statements, &linked.passages, &linked.families);
    text::label_recurring(&mut reports, &linked.recurring);
    observer.stage("stories", reports.len());
    let stories = story::find_stories(&reports, &features, &linked.passages, &linked.families);
    Account { stories, ..assemble(reports, linked, said, config, (unread, notes)) }
}

/// Everything that was found, as one value, but for the stories; `edge` is what the edge could not read or wants said.
pub(crate) fn assemble(
    reports: Vec<Report>,
    linked: reuse::Reuse,
    (statements, voices): (Vec<Statement>, Vec<Voice>),
    config: &Config,
    edge: (Vec<Unread>, Vec<Note>),
) -> Account {
    let shares = reuse::find_shares(&reports, &linked.passages, &linked.families, &linked.lineage);
    let (mut unread, mut notes) = edge;
    unread.sort();
    notes.sort();
    Account {
        settings: config.settings(),
        tables: linked.tables,
        passages: linked.passages,
        families: linked.families,
        edits: linked.edits,
        lineage: linked.lineage,
        shares,
        statements,
        voices,
        stories: Vec::new(),
        claims: Vec::new(),
        instances: Vec::new(),
        origins: Vec::new(),
        disagreements: Vec::new(),
        unread,
        notes,
        reports,
    }
}

/// What one report gives by itself.
struct ReportFindings {
    reading: text::Reading,
    statements: Vec<Attributed>,
    features: story::Features,
}

/// Stages 2, 3 and 5, and what 6 needs: each report by itself, in parallel, in the order of the account.
fn per_report(reports: &[Report], model: &Model) -> Vec<ReportFindings> {
    reports
        .par_iter()
        .enumerate()
        .map(|(idx, report)| {
            let reading = text::read(report);
            let analyses = language::analyse(report, &reading, model);
            let statements = statement::find_statements(ReportIdx(idx as u32), report, &reading, &analyses);
            let features = story::features(report, &reading, &analyses);
            ReportFindings { reading, statements, features }
        })
        .collect()
}

/// Stage 4: what reports have in common.
fn link(
    reports: &[Report],
    findings: &[ReportFindings],
    config: &Config,
    observer: &dyn Observer,
) -> reuse::Reuse {
    let readings: Vec<_> = findings.iter().map(|found| &found.reading).collect();
    reuse::find_reuse(reports, &readings, &config.reuse, observer)
}
