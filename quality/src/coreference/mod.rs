//! `quality coreference`: which mentions tell of one happening, against ECB+ (Cybulska and Vossen 2014). The stories are those
//! of the gold: what is measured is how reports of one story are joined, and not how stories are found.

mod data;
mod score;

use crate::files;
use anyhow::{Context, Result, ensure};
use data::{Marked, read};
use rayon::prelude::*;
use score::Scores;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use stemma::claim::{
    Collation, Meaning, PropositionRef, Signs, Told, Unit, WEIGHTS, Weights, happenings, pairs, told, units,
};
use stemma::model::{Report, ReportIdx, Source, Statement, StatementIdx};
use stemma::text::Reading;
use stemma::{Config, Silent, language, reuse, statement, text, voice};
use stemma_language::English;

/// Reads the stories of a folder and measures; `pairs` is a file for what speaks for and against each pair.
pub fn run(folder: &Path, pairs: Option<&Path>) -> Result<()> {
    let mut stories: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for file in files::with_ending(folder, "xml")? {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (topic, rest) = name.split_once('_').with_context(|| format!("no topic in the name {name}"))?;
        let kind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        stories.entry(format!("{topic:0>3} {kind}")).or_default().push(file);
    }
    ensure!(!stories.is_empty(), "no .xml file in {}", folder.display());
    let english = stemma_assets::english()?;
    let found: Vec<Found> =
        stories.par_iter().map(|(name, files)| Found::of(name, files, english)).collect::<Result<_>>()?;
    if let Some(file) = pairs {
        let names: String = WEIGHTS.iter().map(|(sign, _)| format!("\t{sign:?}")).collect();
        let lines: String = found.iter().map(|story| story.lines.as_str()).collect();
        std::fs::write(file, format!("story\tis_one{names}\n{lines}"))
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    let half = |odd: usize| {
        found.iter().enumerate().filter(move |(at, _)| at / 2 % 2 == odd).map(|(_, story)| story)
    };
    for (name, stories) in [
        ("_first_half", half(0).collect::<Vec<_>>()),
        ("_second_half", half(1).collect()),
        ("", found.iter().collect()),
    ] {
        println!("mentions{name}: {}", stories.iter().map(|story| story.gold.len()).sum::<usize>());
        println!(
            "mentions_without_clause{name}: {}",
            stories.iter().map(|story| story.n_without).sum::<usize>()
        );
        let score = |groups: &dyn Fn(&Found) -> Vec<usize>| -> Scores {
            stories.iter().map(|story| Scores::of(&groups(story), &story.gold)).sum()
        };
        score(&|story| story.groups.clone()).print(&format!("coreference{name}"));
        score(&|story| story.by_lemma.clone()).print(&format!("same_lemma{name}"));
        score(&|story| (0..story.gold.len()).collect()).print(&format!("each_its_own{name}"));
        score(&|story| vec![0; story.gold.len()]).print(&format!("all_one{name}"));
    }
    Ok(())
}

/// A story, by mention: the happening that it tells of, as marked, as found, and by its lemma alone.
struct Found {
    gold: Vec<usize>,
    groups: Vec<usize>,
    by_lemma: Vec<usize>,
    n_without: usize,
    lines: String,
}

impl Found {
    fn of(name: &str, files: &[PathBuf], english: &English) -> Result<Self> {
        let marked: Vec<Marked> = files.iter().map(|file| read(file)).collect::<Result<_>>()?;
        let sources = marked.iter().map(|one| Source::of_text(one.name.clone(), one.text.clone())).collect();
        let reports = text::reports(sources);
        let story = Story::read(&reports, english);
        let Grouped { all, groups, signs } = story.happenings(english);
        let mut mentions = Vec::new();
        for (idx, report) in reports.iter().enumerate() {
            // Equal texts are one report: marked once is enough.
            let own = marked.iter().find(|one| one.name == report.captures[0].name);
            let own = own.map_or(&[][..], |one| one.mentions.as_slice());
            mentions.extend(own.iter().map(|mention| (idx, mention)));
        }
        let number = |names: Vec<String>| -> Vec<usize> {
            let all: Vec<&String> = names.iter().collect::<BTreeSet<_>>().into_iter().collect();
            names.iter().map(|one| all.partition_point(|name| *name < one)).collect()
        };
        let propositions: Vec<Option<usize>> = mentions
            .iter()
            .map(|(idx, mention)| {
                let overlap = |at: &usize| story.proposition(all[*at]).predicate.overlap(mention.range);
                let own = (0..all.len()).filter(|at| all[*at].report.0 as usize == *idx && overlap(at) > 0);
                own.max_by_key(|at| (overlap(at), std::cmp::Reverse(*at)))
            })
            .collect();
        let alone = |at: usize| format!("alone {at}");
        let gold = number(mentions.iter().map(|(_, mention)| mention.happening.clone()).collect());
        let of_mention = |name: &dyn Fn(usize) -> String| -> Vec<usize> {
            let names = propositions.iter().enumerate();
            number(names.map(|(at, place)| place.map_or_else(|| alone(at), name)).collect())
        };
        let mut lines = String::new();
        let mut of_proposition: BTreeMap<usize, usize> = BTreeMap::new();
        for (mention, place) in
            propositions.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?)))
        {
            of_proposition.entry(place).or_insert(mention);
        }
        for (one, other, signs) in &signs {
            let mention = |at: &usize| of_proposition.get(at).copied();
            if let (Some(a), Some(b)) = (mention(one), mention(other)) {
                write!(lines, "{name}\t{}", u8::from(gold[a] == gold[b]))?;
                signs.0.iter().try_for_each(|sign| write!(lines, "\t{sign}"))?;
                lines.push('\n');
            }
        }
        Ok(Found {
            groups: of_mention(&|at| format!("{}", groups[at])),
            by_lemma: of_mention(&|at| story.proposition(all[at]).lemma.clone()),
            n_without: propositions.iter().filter(|place| place.is_none()).count(),
            gold,
            lines,
        })
    }
}

/// The propositions of a story, the group of each, and what speaks for and against pairs of them.
struct Grouped {
    all: Vec<PropositionRef>,
    groups: Vec<usize>,
    signs: Vec<(usize, usize, Signs)>,
}

/// The reports of one story, read.
struct Story<'a> {
    reports: &'a [Report],
    readings: Vec<Reading>,
    told: Vec<Told>,
    statements: Vec<Statement>,
    reuse: reuse::Reuse,
}

impl<'a> Story<'a> {
    fn read(reports: &'a [Report], english: &English) -> Self {
        let readings: Vec<_> = reports.iter().map(text::read).collect();
        let meaning = Meaning::of(&english.words);
        let mut all_told = Vec::new();
        let mut found = Vec::new();
        for (at, (report, reading)) in reports.iter().zip(&readings).enumerate() {
            let idx = ReportIdx(at as u32);
            let analyses = language::analyse(report, reading, &english.model);
            let ranges = reading.sentences.iter().map(|sentence| sentence.range);
            let times = stemma::annotate::time::find_times(idx, &report.text, ranges, None);
            found.push(statement::find_statements(idx, report, reading, &analyses));
            all_told.push(told(idx, report, reading, &analyses, &times, &meaning));
        }
        let places: Vec<_> = readings.iter().collect();
        let reuse = reuse::find_reuse(reports, &places, &Config::default().reuse, &Silent);
        let (statements, _) =
            voice::attribute(reports, found, &reuse.passages, &reuse.families, &reuse.lineage);
        Story { reports, readings, told: all_told, statements, reuse }
    }

    fn proposition(&self, place: PropositionRef) -> &stemma::claim::Proposition {
        &self.told[place.report.0 as usize].propositions[place.place as usize]
    }

    fn happenings(&self, english: &English) -> Grouped {
        let told: Vec<&Told> = self.told.iter().collect();
        let collation = Collation::of(&self.reuse.passages, &self.reuse.families, &self.reuse.edits);
        let weights = Weights::of(told.iter().map(|one| one.all_words()));
        let meaning = Meaning::of(&english.words);
        let mut all: Vec<Unit> = Vec::new();
        for (at, reading) in self.readings.iter().enumerate() {
            let idx = ReportIdx(at as u32);
            let own: Vec<(StatementIdx, &Statement)> = self
                .statements
                .iter()
                .enumerate()
                .filter(|(_, one)| one.span.report == idx)
                .map(|(place, one)| (StatementIdx(place as u32), one))
                .collect();
            all.extend(units(idx, reading, told[at], &own));
        }
        let found = happenings(&all, &told, self.reports, &collation, &weights, &meaning);
        let groups = found.groups();
        let all = found.all;
        let signs = pairs(&all, &told, self.reports, &weights, &meaning);
        Grouped { all, groups, signs }
    }
}
