//! Names of places against gold: which place each stands for, given where the names stand; and where they stand.

mod gold;
mod score;

use crate::files;
use crate::tally::Tally;
use anyhow::{Result, anyhow, ensure};
use gold::{Article, Set};
use rayon::prelude::*;
use score::Score;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use stemma::model::{ByteRange, Place, PlaceMeaning, PlaceMention, PlaceUsage, ReportIdx, Source};
use stemma::place::{Atlas, PlaceName, Surroundings, find_names, resolve};
use stemma::{language, text};
use stemma_gazetteer::{Gazetteer, Kind};
use stemma_language::Model;

/// Measures each set of a folder, or one file, and prints the figures; `wrong` lists what is wrong.
pub fn run(path: &Path, wrong: bool) -> Result<()> {
    let gazetteer = stemma_assets::places().map_err(|error| anyhow!("{error}"))?;
    let english = stemma_assets::english().map_err(|error| anyhow!("{error}"))?;
    let files = if path.is_file() { vec![path.to_owned()] } else { files::with_ending(path, "xml")? };
    ensure!(!files.is_empty(), "{} has no .xml files", path.display());
    for file in &files {
        let set = gold::read(file, gazetteer)?;
        let prefix = if path.is_file() { String::new() } else { format!("{}_", set.name.to_lowercase()) };
        measure(&set, gazetteer, &english.model, &prefix, wrong);
    }
    Ok(())
}

fn measure(set: &Set, gazetteer: &Gazetteer, model: &Model, prefix: &str, wrong: bool) {
    let atlas = Atlas::new(gazetteer);
    let n_toponyms: usize = set.articles.iter().map(|article| article.toponyms.len()).sum();
    println!("{prefix}articles: {}", set.articles.len());
    println!("{prefix}toponyms: {n_toponyms}");
    println!("{prefix}left_out: {}", set.left_out);
    let start = Instant::now();
    let alone: Vec<_> =
        set.articles.iter().map(|article| given(article, atlas, &Surroundings::default())).collect();
    println!("{prefix}seconds_of_resolving: {:.2}", start.elapsed().as_secs_f64());
    if wrong {
        set.articles.iter().zip(&alone).for_each(|(article, found)| list_wrong(article, found));
    }
    let words = |at: usize, nth: usize| {
        let article = &set.articles[at];
        article.toponyms[nth].range.of(&article.text)
    };
    score(set, |at, nth| most_populous(gazetteer, words(at, nth)))
        .print(&format!("{prefix}baseline_most_populous_"));
    if let Some(together) = by_outlet(set, &alone, atlas) {
        score_found(set, &together).print(&format!("{prefix}with_outlet_"));
    }
    recognise(set, atlas, model, prefix);
    let mentions = || alone.iter().flatten();
    let undecided =
        mentions().filter(|mention| matches!(mention.meaning, PlaceMeaning::Undecided(_))).count();
    println!("{prefix}undecided: {:.4}", undecided as f64 / n_toponyms.max(1) as f64);
    score_found(set, &alone).print(prefix);
}

/// What the names that people marked stand for.
fn given(article: &Article, atlas: Atlas, around: &Surroundings) -> Vec<PlaceMention> {
    let names: Vec<PlaceName> =
        article.toponyms.iter().map(|toponym| PlaceName::new(toponym.range)).collect();
    resolve(ReportIdx(0), &article.text, &names, atlas, around)
}

/// The same once more, with what all texts of the same outlet say of its surroundings; nothing for sets without outlets.
fn by_outlet(set: &Set, alone: &[Vec<PlaceMention>], atlas: Atlas) -> Option<Vec<Vec<PlaceMention>>> {
    let mut mentions: BTreeMap<&str, Vec<&PlaceMention>> = BTreeMap::new();
    for (article, found) in set.articles.iter().zip(alone) {
        mentions.entry(article.outlet.as_deref()?).or_default().extend(found);
    }
    let around: BTreeMap<&str, Surroundings> =
        mentions.into_iter().map(|(outlet, mentions)| (outlet, Surroundings::of(mentions))).collect();
    let of = |article: &Article| Some(given(article, atlas, around.get(article.outlet.as_deref()?)?));
    set.articles.iter().map(of).collect()
}

fn score_found(set: &Set, found: &[Vec<PlaceMention>]) -> Score {
    score(set, |at, nth| likeliest(&found[at][nth]).cloned())
}

/// Scores the answers to all places; `find` gives that to one, by number of the article and of the place in it.
fn score(set: &Set, find: impl Fn(usize, usize) -> Option<Place>) -> Score {
    let mut score = Score::default();
    for (at, article) in set.articles.iter().enumerate() {
        for (nth, toponym) in article.toponyms.iter().enumerate() {
            if let Some(located) = &toponym.located {
                score.add(located, find(at, nth).as_ref());
            }
        }
    }
    score
}

/// The place that a name stands for, or the first of those that it may.
fn likeliest(mention: &PlaceMention) -> Option<&Place> {
    match &mention.meaning {
        PlaceMeaning::Chosen(place) => Some(place),
        PlaceMeaning::Undecided(places) => places.first(),
        PlaceMeaning::Unknown => None,
    }
}

/// The trivial answer: of the places that bear the very name, the one with most people.
fn most_populous(gazetteer: &Gazetteer, name: &str) -> Option<Place> {
    let hits = gazetteer.find(name);
    let best = hits
        .iter()
        .filter(|hit| !hit.is_loose)
        .max_by_key(|hit| (gazetteer.known(hit.place).population, std::cmp::Reverse(hit.place)))?;
    let known = gazetteer.known(best.place);
    Some(Place {
        id: known.id,
        name: gazetteer.name(best.place).to_owned(),
        point: known.point,
        country: gazetteer.group(best.place).country,
        country_name: None,
        division: None,
        kind: known.kind,
    })
}

/// What is found in one text.
struct Found {
    mentions: Vec<PlaceMention>,
    /// Names within those of bodies, which are no mentions.
    within: Vec<ByteRange>,
}

/// Finds the names of all texts and compares them with those that people marked.
fn recognise(set: &Set, atlas: Atlas, model: &Model, prefix: &str) {
    let found: Vec<Found> = set.articles.par_iter().map(|article| find(article, atlas, model)).collect();
    let tally = |fits: fn(ByteRange, ByteRange) -> bool, with_people: bool, with_bodies: bool| -> Tally {
        let of = |(article, found): (&Article, &Found)| {
            let counts = |mention: &&PlaceMention| with_people || mention.usage == PlaceUsage::Name;
            let mut ranges: Vec<ByteRange> =
                found.mentions.iter().filter(counts).map(|mention| mention.span.range).collect();
            if with_bodies {
                ranges.extend(&found.within);
            }
            let gold: Vec<ByteRange> = article.toponyms.iter().map(|toponym| toponym.range).collect();
            let right = ranges.iter().filter(|found| gold.iter().any(|gold| fits(**found, *gold))).count();
            Tally { gold: gold.len(), found: ranges.len(), right }
        };
        set.articles.iter().zip(&found).map(of).sum()
    };
    let (equal, overlap) = (|found, gold| found == gold, |found: ByteRange, gold| found.overlap(gold) > 0);
    tally(overlap, false, false).print(&format!("{prefix}recognition_overlap"));
    tally(equal, true, true).print(&format!("{prefix}recognition_with_bodies"));
    tally(equal, true, false).print(&format!("{prefix}recognition_with_people"));
    tally(equal, false, false).print(&format!("{prefix}recognition"));
    let mut whole = Score::default();
    for (article, found) in set.articles.iter().zip(&found) {
        for toponym in &article.toponyms {
            let Some(located) = &toponym.located else { continue };
            let same = found.mentions.iter().find(|mention| mention.span.range == toponym.range);
            whole.add(located, same.and_then(likeliest));
        }
    }
    whole.print(&format!("{prefix}whole_"));
}

fn find(article: &Article, atlas: Atlas, model: &Model) -> Found {
    let report = text::reports(vec![Source::of_text(String::new(), article.text.clone())]).remove(0);
    let reading = text::read(&report);
    let analyses = language::analyse(&report, &reading, model);
    let names = find_names(&report, &reading, &analyses, atlas);
    let within = names.iter().filter(|name| name.is_within).map(|name| name.range).collect();
    Found { mentions: resolve(ReportIdx(0), &report.text, &names, atlas, &Surroundings::default()), within }
}

/// Lists what was put elsewhere than people did.
fn list_wrong(article: &Article, found: &[PlaceMention]) {
    for (toponym, mention) in article.toponyms.iter().zip(found) {
        let Some(located) = &toponym.located else { continue };
        let mut score = Score::default();
        let place = likeliest(mention);
        score.add(located, place);
        if !score.is_right() {
            let chosen = place.map_or("nothing".to_owned(), |place| {
                let division = place.division.as_deref().unwrap_or("-");
                format!(
                    "{}, {division}, {} ({})",
                    place.name,
                    place.country.letters(),
                    Kind::name(place.kind)
                )
            });
            let reasons: Vec<String> =
                mention.reasons.iter().map(|reason| reason.words(&article.text)).collect();
            println!(
                "wrong: {} at {:.2} {:.2}: {chosen}; {}",
                toponym.range.of(&article.text),
                located.latitude,
                located.longitude,
                reasons.join("; ")
            );
        }
    }
}
