//! The whole program on one screen.

use crate::claim::{self, Meaning};
use crate::decision::Deciding;
use crate::event::{self, Coded, EventTable, Ground};
use crate::knowledge::Knowledge;
use crate::model::{
    Account, Disagreement, Event, Note, PlaceMention, Report, ReportIdx, Source, Statement, Story,
    TimeExpression, Unread, Voice,
};
use crate::place::{self, PlaceName};
use crate::statement::Attributed;
use crate::{
    Config, Observer, annotated, dating, disagreement, language, reuse, statement, story, text, voice,
};
use rayon::prelude::*;

/// Reads a pile of sources and gives the account of it.
///
/// `unread` and `notes` are what the edge could not read or wants said; they are carried through.
pub fn account(
    sources: Vec<Source>,
    unread: Vec<Unread>,
    notes: Vec<Note>,
    knowledge: Knowledge,
    config: &Config,
    observer: &dyn Observer,
) -> Account {
    read(sources, (unread, notes), knowledge, None, config, observer).0
}

/// The same, with the happenings that the reports tell of in the kinds of an event table, out of the same reading.
pub fn account_with_events(
    sources: Vec<Source>,
    edge: (Vec<Unread>, Vec<Note>),
    knowledge: Knowledge,
    table: &EventTable,
    config: &Config,
    observer: &dyn Observer,
) -> (Account, Coded) {
    let (account, events) = read(sources, edge, knowledge, Some(table), config, observer);
    let coded = event::coded(&account, events);
    (account, coded)
}

/// The account, and the events of each report where a table says which are looked for.
fn read(
    sources: Vec<Source>,
    edge: (Vec<Unread>, Vec<Note>),
    knowledge: Knowledge,
    table: Option<&EventTable>,
    config: &Config,
    observer: &dyn Observer,
) -> (Account, Vec<Vec<Event>>) {
    observer.stage("reading", sources.len());
    let reports = text::reports(sources);
    let findings = per_report(&reports, knowledge, table);
    over_all(reports, findings, edge, knowledge, &mut Deciding::default(), config, observer)
}

/// What single reports gave by themselves, into the account of all.
pub(crate) fn over_all(
    mut reports: Vec<Report>,
    mut findings: Vec<ReportFindings>,
    mut edge: (Vec<Unread>, Vec<Note>),
    knowledge: Knowledge,
    deciding: &mut Deciding,
    config: &Config,
    observer: &dyn Observer,
) -> (Account, Vec<Vec<Event>>) {
    edge.1.extend(foreign_reports(&reports));
    let mut linked = link(&reports, &findings, config, observer);
    linked.tables.extend(knowledge.tables());
    linked.tables.extend(deciding.table());
    let mut statements: Vec<_> =
        findings.iter_mut().map(|found| std::mem::take(&mut found.statements)).collect();
    deciding.on_statements(&reports, &mut statements);
    observer.stage("voices", reports.len());
    let mut said =
        voice::attribute(&reports, statements, &linked.passages, &linked.families, &linked.lineage);
    deciding.on_voices(&reports, (&mut said.0, &mut said.1));
    text::label_recurring(&mut reports, &linked.recurring);
    observer.stage("stories", reports.len());
    let told = per_story(&reports, &mut findings, &linked, &said, knowledge, deciding, observer);
    observer.stage("shares", reports.len());
    let events = findings.into_iter().map(|found| found.events).collect();
    (assemble(reports, linked, said, told, config, edge), events)
}

/// Everything that was found, as one value; `edge` is what the edge could not read or wants said.
pub(crate) fn assemble(
    reports: Vec<Report>,
    linked: reuse::Reuse,
    (statements, voices): (Vec<Statement>, Vec<Voice>),
    told: Told,
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
        stories: told.stories,
        claims: told.claims.claims,
        instances: told.claims.instances,
        origins: told.claims.origins,
        disagreements: told.disagreements,
        places: told.places,
        unread,
        notes,
        reports,
    }
}

/// What is to be said of reports in other languages.
fn foreign_reports(reports: &[Report]) -> Vec<Note> {
    let told = reports.par_iter().flat_map_iter(|report| {
        let language = language::foreign_language(report);
        language
            .into_iter()
            .flat_map(|language| report.captures.iter().map(move |capture| (capture, language)))
    });
    told.map(|(capture, language)| Note {
        name: capture.name.clone(),
        text: format!(
            "in {language}: compared with the other reports, and searched for quotation marks and numbers; \
             who said and did what is found in English only"
        ),
    })
    .collect()
}

/// What one report gives by itself.
pub(crate) struct ReportFindings {
    pub reading: text::Reading,
    pub statements: Vec<Attributed>,
    pub times: Vec<TimeExpression>,
    pub told: claim::Told,
    pub features: story::Features,
    pub places: Vec<PlaceName>,
    pub events: Vec<Event>,
}

/// What stories tell.
#[derive(Default)]
pub(crate) struct Told {
    stories: Vec<Story>,
    claims: claim::Claims,
    disagreements: Vec<Disagreement>,
    places: Vec<PlaceMention>,
}

/// Stages 2, 3 and 5: each report by itself, in parallel, in the order of the account.
fn per_report(reports: &[Report], knowledge: Knowledge, table: Option<&EventTable>) -> Vec<ReportFindings> {
    let numbered = reports.par_iter().enumerate();
    numbered.map(|(idx, report)| of_report(ReportIdx(idx as u32), report, knowledge, table)).collect()
}

/// What one report gives by itself. Nothing but its text and its layout goes in.
pub(crate) fn of_report(
    idx: ReportIdx,
    report: &Report,
    Knowledge { english, atlas }: Knowledge,
    table: Option<&EventTable>,
) -> ReportFindings {
    let reading = text::read(report);
    let analyses = language::analyse(report, &reading, &english.model);
    let statements = statement::find_statements(idx, report, &reading, &analyses);
    let times = annotated::times_of(idx, report, &reading, None);
    let told = claim::told(idx, report, &reading, &analyses, &times, &Meaning::of(&english.words));
    let features = story::features(report, &reading, &analyses);
    let places = place::find_names(report, &reading, &analyses, atlas);
    let ground = Ground {
        idx,
        report,
        reading: &reading,
        analyses: &analyses,
        times: &times,
        statements: &statements,
        places: &places,
    };
    let events = table.map_or_else(Vec::new, |table| event::events(ground, table, &english.words));
    ReportFindings { reading, statements, times, told, features, places, events }
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

/// Stages 6, 7 and 9: which reports tell one story, which places they name, what they claim, and what of it cannot all hold.
fn per_story(
    reports: &[Report],
    findings: &mut [ReportFindings],
    linked: &reuse::Reuse,
    (statements, voices): &(Vec<Statement>, Vec<Voice>),
    Knowledge { english, atlas }: Knowledge,
    deciding: &mut Deciding,
    observer: &dyn Observer,
) -> Told {
    let times: Vec<Vec<TimeExpression>> =
        findings.iter_mut().map(|found| std::mem::take(&mut found.times)).collect();
    let datings = dating::find_dates(reports, &times, &linked.passages, &linked.families);
    findings.par_iter_mut().enumerate().for_each(|(idx, found)| {
        if let Some(day) = dating::only_day(&datings[idx]) {
            let (own, report) = (ReportIdx(idx as u32), &reports[idx]);
            let times = annotated::times_of(own, report, &found.reading, Some(day));
            found.told.date(&times);
            event::date(&mut found.events, &report.text, &times, day);
        }
    });
    let features: Vec<_> = findings.iter_mut().map(|found| std::mem::take(&mut found.features)).collect();
    let stories = story::find_stories(reports, &features, &linked.passages, &linked.families);
    observer.stage("places", reports.len());
    let names: Vec<_> = findings.iter_mut().map(|found| std::mem::take(&mut found.places)).collect();
    let places = place::locate(reports, &names, &stories, atlas);
    let readings: Vec<_> = findings.iter().map(|found| &found.reading).collect();
    let told: Vec<_> = findings.iter().map(|found| &found.told).collect();
    let pile = claim::Pile {
        reports,
        readings: &readings,
        told: &told,
        datings: &datings,
        statements,
        voices,
        passages: &linked.passages,
        families: &linked.families,
        edits: &linked.edits,
        lineage: &linked.lineage,
    };
    let meaning = Meaning::of(&english.words);
    observer.stage("claims", reports.len());
    let parties = claim::Parties::of(reports, statements, voices, meaning);
    let mut decided = deciding.on_claims(reports);
    let claims = claim::find_claims_as_decided(pile, &stories, &parties, meaning, &mut decided);
    deciding.heard(decided);
    let ground = disagreement::Ground {
        reports,
        told: &told,
        datings: &datings,
        statements,
        parties: &parties,
        passages: &linked.passages,
        edits: &linked.edits,
        claims: &claims,
        meaning,
    };
    observer.stage("disagreements", reports.len());
    let disagreements = disagreement::find_disagreements(ground);
    Told { stories, claims, disagreements, places }
}
