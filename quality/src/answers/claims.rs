//! Answers to one question, grouped by the claims that they carry.

use super::data::Question;
use stemma::claim::{Claims, Meaning, Parties, Pile, find_claims, told};
use stemma::model::{ByteRange, Report, ReportIdx, Source, Span, Story};
use stemma::{Config, Silent, annotated, language, reuse, statement, text, voice};
use stemma_language::English;

/// By answer, the number of its group.
pub fn groups(question: &Question, english: &English) -> Vec<usize> {
    let source = |(at, paragraph): (usize, &str)| Source::of_text(at.to_string(), paragraph.to_owned());
    let paragraphs = question.answers.iter().map(|answer| answer.paragraph.as_str());
    let sources = paragraphs.enumerate().map(source).collect();
    let (reports, claims) = claims(sources, english);
    let places = places(question, &reports);
    let mut groups: Vec<usize> = (0..question.answers.len()).collect();
    for claim in &claims.claims {
        let spans: Vec<Span> =
            claim.instances.iter().map(|idx| claims.instances[idx.0 as usize].span).collect();
        let carries = |place: &Span| {
            spans.iter().any(|span| span.report == place.report && span.range.overlap(place.range) > 0)
        };
        let together: Vec<usize> =
            (0..places.len()).filter(|at| carries(&places[*at])).map(|at| groups[at]).collect();
        if let Some(first) = together.iter().min().copied() {
            groups.iter_mut().filter(|group| together.contains(group)).for_each(|group| *group = first);
        }
    }
    groups
}

/// Where each answer stands. Equal paragraphs are captures of one report.
fn places(question: &Question, reports: &[Report]) -> Vec<Span> {
    let mut places = vec![None; question.answers.len()];
    for (idx, report) in reports.iter().enumerate() {
        for at in report.captures.iter().filter_map(|capture| capture.name.parse::<usize>().ok()) {
            let words = question.answers[at].words.trim();
            let start = report.text.find(words).filter(|_| !words.is_empty());
            let (start, len) = start.map_or((0, report.text.len()), |start| (start, words.len()));
            let range = ByteRange { start: start as u32, end: (start + len) as u32 };
            places[at] = Some(Span { report: ReportIdx(idx as u32), range });
        }
    }
    places.into_iter().flatten().collect()
}

/// The claims of reports that are taken to tell one story: the steps of the program, but for the search for stories.
fn claims(sources: Vec<Source>, english: &English) -> (Vec<Report>, Claims) {
    let config = Config::default();
    let known = annotated(sources, &config, &Silent);
    let reports = known.reports;
    let readings: Vec<_> = reports.iter().map(text::read).collect();
    let meaning = Meaning::of(&english.words);
    let mut found = Vec::new();
    let mut all_told = Vec::new();
    for (at, (report, reading)) in reports.iter().zip(&readings).enumerate() {
        let idx = ReportIdx(at as u32);
        let analyses = language::analyse(report, reading, &english.model);
        found.push(statement::find_statements(idx, report, reading, &analyses));
        all_told.push(told(idx, report, reading, &analyses, &known.times[at], &meaning));
    }
    let readings: Vec<_> = readings.iter().collect();
    let all_told: Vec<_> = all_told.iter().collect();
    let linked = reuse::find_reuse(&reports, &readings, &config.reuse, &Silent);
    let (statements, voices) =
        voice::attribute(&reports, found, &linked.passages, &linked.families, &linked.lineage);
    let pile = Pile {
        reports: &reports,
        readings: &readings,
        told: &all_told,
        datings: &known.datings,
        statements: &statements,
        voices: &voices,
        passages: &linked.passages,
        families: &linked.families,
        edits: &linked.edits,
        lineage: &linked.lineage,
    };
    let whole = |(idx, report): (usize, &Report)| Span {
        report: ReportIdx(idx as u32),
        range: ByteRange { start: 0, end: report.text.len() as u32 },
    };
    let story = Story { parts: reports.iter().enumerate().map(whole).collect(), terms: Vec::new() };
    let parties = Parties::of(&reports, &statements, &voices, meaning);
    let claims = find_claims(pile, &[story], &parties, meaning);
    (reports, claims)
}
