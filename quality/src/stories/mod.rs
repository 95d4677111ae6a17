//! `quality stories`: which reports tell one story, against ECB+ (topic folders of XML files; two stories a topic, told apart
//! by the ending of the name, `ecb` or `ecbplus`). All reports lie in one pile, each sentence a paragraph.

pub mod generated;
mod linkage;
mod score;
pub mod stages;

use crate::timing::timed;
use crate::{files, sentences};
use anyhow::{Context, Result, ensure};
use rayon::prelude::*;
use score::b_cubed;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use stemma::model::{Report, Source, Story};
use stemma::story::Features;
use stemma::text::Reading;
use stemma::{Config, Silent, language, reuse, story, text};
use stemma_language::Model;

/// Reads the topics of a folder and measures: all of them, and each half.
pub fn run(folder: &Path, details: bool) -> Result<()> {
    let topics = topics(folder)?;
    ensure!(!topics.is_empty(), "no folder with .xml files in {}", folder.display());
    let model = Model::from_bytes(stemma_assets::ENGLISH)?;
    let half = |odd: usize| topics.iter().skip(odd).step_by(2).collect::<Vec<_>>();
    for (name, topics) in [("_first_half", half(0)), ("_second_half", half(1)), ("", topics.iter().collect())]
    {
        let pile = Pile::read(&topics, &model)?;
        pile.measure(name, details && name.is_empty());
    }
    Ok(())
}

/// The files of each topic, by the number of the topic.
fn topics(folder: &Path) -> Result<Vec<Vec<PathBuf>>> {
    let mut topics: BTreeMap<(usize, String), Vec<PathBuf>> = BTreeMap::new();
    for file in files::with_ending(folder, "xml")? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let topic = name.split('_').next().unwrap_or_default().to_owned();
        // Numbers in the order of numbers, so that halves do not depend on how a folder is listed.
        topics.entry((topic.len(), topic)).or_default().push(file);
    }
    Ok(topics.into_values().collect())
}

/// Which story a file tells: its topic, and which of its two events.
fn story_of(file: &Path) -> Option<String> {
    let name = file.file_stem()?.to_str()?;
    let (topic, rest) = name.split_once('_')?;
    Some(format!("{topic} {}", rest.trim_start_matches(|c: char| c.is_ascii_digit())))
}

/// Reports whose stories are known.
struct Pile {
    reports: Vec<Report>,
    /// By report, which story.
    gold: Vec<String>,
    readings: Vec<Reading>,
    features: Vec<Features>,
}

impl Pile {
    fn read(topics: &[&Vec<PathBuf>], model: &Model) -> Result<Self> {
        let mut sources = Vec::new();
        for file in topics.iter().flat_map(|files| files.iter()) {
            let story = story_of(file).with_context(|| format!("no topic in the name {}", file.display()))?;
            sources.push(Source::of_text(story, sentences::text(file)?));
        }
        Ok(Pile::new(sources, model))
    }

    /// Sources are named for their stories.
    fn new(sources: Vec<Source>, model: &Model) -> Self {
        let reports = text::reports(sources);
        let gold = reports.iter().map(|report| report.captures[0].name.clone()).collect();
        let read: Vec<(Reading, Features)> = reports
            .par_iter()
            .map(|report| {
                let reading = text::read(report);
                let features = story::features(report, &reading, &language::analyse(report, &reading, model));
                (reading, features)
            })
            .collect();
        let (readings, features) = read.into_iter().unzip();
        Pile { reports, gold, readings, features }
    }

    /// By report, the number of its story.
    fn gold(&self) -> Vec<usize> {
        let names: Vec<&String> = self.gold.iter().collect::<BTreeSet<_>>().into_iter().collect();
        self.gold.iter().map(|one| names.partition_point(|name| *name < one)).collect()
    }

    /// Finds the stories and prints how long it took and how good they are.
    fn measure_time(&self, name: &str) -> Vec<usize> {
        let readings: Vec<&Reading> = self.readings.iter().collect();
        let found = reuse::find_reuse(&self.reports, &readings, &Config::default().reuse, &Silent);
        let find = || story::find_stories(&self.reports, &self.features, &found.passages, &found.families);
        let (stories, seconds) = timed(find);
        let found = main_stories(self.reports.len(), &stories);
        println!("reports{name}: {}", self.reports.len());
        println!("stories{name}: {}", self.gold.iter().collect::<BTreeSet<_>>().len());
        println!("stories_found{name}: {}", stories.len());
        println!("reports_in_several_stories{name}: {}", in_several(self.reports.len(), &stories));
        println!("seconds{name}: {:.3}", seconds.processor.unwrap_or(seconds.wall));
        b_cubed(&found, &self.gold()).print(&format!("b3{name}"));
        found
    }

    fn measure(&self, name: &str, details: bool) {
        let (found, gold) = (self.measure_time(name), self.gold());
        if details {
            list(&found, &self.gold);
        }
        let texts: Vec<&str> = self.reports.iter().map(|report| report.text.as_str()).collect();
        linkage::best(&texts, &gold).print(&format!("baseline_b3{name}"));
        b_cubed(&vec![0; gold.len()], &gold).print(&format!("all_one_b3{name}"));
        b_cubed(&(0..gold.len()).collect::<Vec<_>>(), &gold).print(&format!("each_its_own_b3{name}"));
    }
}

/// By report, the story that most of its text tells.
fn main_stories(n_reports: usize, stories: &[Story]) -> Vec<usize> {
    let mut most = vec![(0, 0); n_reports];
    for (number, story) in stories.iter().enumerate() {
        let mut bytes: BTreeMap<u32, usize> = BTreeMap::new();
        for part in &story.parts {
            *bytes.entry(part.report.0).or_default() += part.range.len();
        }
        for (report, bytes) in bytes {
            let known = &mut most[report as usize];
            if bytes > known.0 {
                *known = (bytes, number);
            }
        }
    }
    most.into_iter().map(|(_, story)| story).collect()
}

fn in_several(n_reports: usize, stories: &[Story]) -> usize {
    let mut n_stories = vec![0; n_reports];
    for story in stories {
        let reports: BTreeSet<u32> = story.parts.iter().map(|part| part.report.0).collect();
        reports.into_iter().for_each(|report| n_stories[report as usize] += 1);
    }
    n_stories.into_iter().filter(|n| *n > 1).count()
}

/// Lists the groups with reports of several stories, and the stories in several groups.
fn list(found: &[usize], gold: &[String]) {
    let (mut groups, mut stories) = (BTreeMap::new(), BTreeMap::new());
    for (group, story) in found.iter().zip(gold) {
        let of_group: &mut BTreeMap<&String, usize> = groups.entry(group).or_default();
        *of_group.entry(story).or_default() += 1;
        let of_story: &mut BTreeMap<usize, usize> = stories.entry(story).or_default();
        *of_story.entry(*group).or_default() += 1;
    }
    for of_group in groups.values().filter(|of_group| of_group.len() > 1) {
        println!("together {of_group:?}");
    }
    for (story, of_story) in stories.iter().filter(|(_, of_story)| of_story.len() > 1) {
        println!("apart {story} {:?}", of_story.values().collect::<Vec<_>>());
    }
}
