//! Who said what, against what people marked: sources, cues and contents of attributions, place by place.
//!
//! `corpus` and `foreign` read gold and what other programs found, `attribution` says what counts of a place,
//! `score` compares, `baselines` are what simple answers would score, `details` are for looking at errors.

mod attribution;
mod baselines;
mod corpus;
mod details;
mod foreign;
mod kind;
mod score;

use crate::timing::{Seconds, timed};
use anyhow::{Context, Result};
use attribution::{Answer, Attribution};
use corpus::{Document, read_documents};
use details::{Compared, Errors};
use foreign::Foreign;
use score::Score;
use std::path::Path;
use stemma::language::analyse;
use stemma::model::{Report, ReportIdx, Source};
use stemma::statement::{Attributed, find_attributions};
use stemma::text::{Reading, read, reports};
use stemma_language::{Analysis, Model};

/// For at least so long the stage is run, again and again, because the system counts its time in hundredths
/// of a second (seconds).
const SHORTEST_TIMING: f64 = 0.5;

/// A document with what the stages before the statements make of it.
struct Prepared {
    report: Report,
    reading: Reading,
    analyses: Vec<Analysis>,
}

/// Scores what stemma finds in the texts of a folder, or what another program found (`foreign`), and prints the
/// figures; `details`, where given, gets a line for every place of gold and every wrong one.
pub fn run(folder: &Path, foreign: Option<&Path>, details: Option<&Path>) -> Result<()> {
    let documents = read_documents(folder)?;
    let model = &stemma_assets::english()?.model;
    let (prepared, reading_time) =
        timed(|| documents.iter().map(|document| prepare(document, model)).collect::<Vec<_>>());
    let gold: Vec<Answer> =
        documents.iter().map(|document| Answer::of(&document.text, &document.gold)).collect();
    let found = match foreign {
        None => prepared.iter().map(find).collect(),
        Some(path) => foreign_found(&documents, path)?,
    };
    let compared: Vec<Compared> = (documents.iter().zip(&prepared).zip(&found))
        .map(|((document, Prepared { report, reading, .. }), found)| Compared {
            name: &document.name,
            report,
            reading,
            gold: &document.gold,
            found,
        })
        .collect();
    if let Some(path) = details {
        let lines: String = compared.iter().map(Compared::lines).collect();
        std::fs::write(path, format!("{}{lines}", details::HEADER))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    let mut errors = Errors::default();
    compared.iter().for_each(|one| errors.add(one));
    errors.print();
    println!("documents: {}", documents.len());
    print_baselines(&documents, &prepared, &gold);
    if foreign.is_none() {
        print_speed(&documents, &prepared, reading_time);
    }
    score(&documents, &gold, &found).print("");
    Ok(())
}

fn prepare(document: &Document, model: &Model) -> Prepared {
    let source = Source::of_text(document.name.clone(), document.text.clone());
    let report = reports(vec![source]).remove(0);
    let reading = read(&report);
    let analyses = analyse(&report, &reading, model);
    Prepared { report, reading, analyses }
}

/// The stage that is measured.
fn find_all(prepared: &Prepared) -> Vec<Attributed> {
    find_attributions(ReportIdx(0), &prepared.report, &prepared.reading, &prepared.analyses)
}

fn find(prepared: &Prepared) -> Vec<Attribution> {
    let mut list: Vec<Attribution> = Vec::new();
    for Attributed { statement, .. } in find_all(prepared) {
        // Gold binds `"A," he said. "B."` into one content; here B is a statement that goes on from the one before it.
        match list.last_mut() {
            Some(last) if statement.continues => last.content.extend(statement.content),
            _ => list.push(Attribution {
                source: statement.source.into_iter().collect(),
                cue: statement.cue.into_iter().collect(),
                content: statement.content,
            }),
        }
    }
    list
}

/// What another program found; prints what it says of itself.
fn foreign_found(documents: &[Document], path: &Path) -> Result<Vec<Vec<Attribution>>> {
    let lines = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let Foreign { found, refused, seconds } =
        foreign::parse(documents, &lines).with_context(|| format!("in {}", path.display()))?;
    println!("documents_refused: {refused}");
    if let Some(seconds) = seconds {
        println!("bytes_per_second: {:.0}", bytes(documents) as f64 / seconds);
    }
    Ok(found)
}

fn score(documents: &[Document], gold: &[Answer], found: &[Vec<Attribution>]) -> Score {
    let each = documents.iter().zip(gold).zip(found);
    each.map(|((document, gold), found)| Score::of(gold, &Answer::of(&document.text, found))).sum()
}

/// Prints what simple answers score, and how far other people agree with the gold where several annotated.
fn print_baselines(documents: &[Document], prepared: &[Prepared], gold: &[Answer]) {
    let nothing: Vec<Vec<Attribution>> = documents.iter().map(|_| Vec::new()).collect();
    score(documents, gold, &nothing).print("baseline_nothing_");
    let quoted: Vec<_> = prepared.iter().map(|one| baselines::quotations(&one.reading)).collect();
    score(documents, gold, &quoted).print("baseline_every_quotation_");
    let said: Vec<_> =
        prepared.iter().map(|one| baselines::sentences_with_said(&one.report.text, &one.reading)).collect();
    score(documents, gold, &said).print("baseline_sentences_with_said_");
    let several = documents.iter().zip(gold).filter(|(document, _)| !document.others.is_empty());
    println!("documents_with_several_annotators: {}", several.clone().count());
    let answers = several.flat_map(|(document, gold)| {
        document.others.iter().map(move |other| Score::of(gold, &Answer::of(&document.text, other)))
    });
    answers.sum::<Score>().print("another_annotator_");
}

/// Prints how many bytes of text a second the stage reads, on one thread: by the time of the processor, for other
/// programs may share it, or by the clock where the system does not say.
fn print_speed(documents: &[Document], prepared: &[Prepared], reading: Seconds) {
    let own = |time: &Seconds| time.processor.unwrap_or(time.wall);
    let (mut rounds, mut taken, mut by_the_clock) = (0, 0.0, 0.0);
    while taken < SHORTEST_TIMING {
        let (found, time) = timed(|| prepared.iter().map(|one| find_all(one).len()).sum::<usize>());
        std::hint::black_box(found);
        taken += own(&time);
        by_the_clock += time.wall;
        rounds += 1;
    }
    let read = (bytes(documents) * rounds) as f64;
    println!("bytes: {}", bytes(documents));
    println!("bytes_per_second_of_layout_and_reading: {:.0}", bytes(documents) as f64 / own(&reading));
    println!("bytes_per_second_by_the_clock: {:.0}", read / by_the_clock);
    println!("bytes_per_second: {:.0}", read / taken);
}

fn bytes(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}
