//! How long the stages take on a generated pile of spun stories: layout, reading, reuse, lineage.
//!
//! `cargo bench -p stemma --bench stages`. The words are invented and drawn as in natural text (the n-th word
//! of the vocabulary about once for n of the first), so that stock runs and rare words both occur.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use std::hint::black_box;
use stemma::model::Source;
use stemma::reuse::{count_candidates, find_reuse};
use stemma::text::{Reading, read, reports};

/// Witnesses of each story: one and its rewrites, each with every so-many-th word swapped.
const SPUN_EVERY: [usize; 5] = [0, 20, 10, 8, 6];
/// A news report has some 400 words.
const SENTENCES: usize = 18;
const WORDS_OF_A_SENTENCE: usize = 22;
const VOCABULARY: u64 = 20_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    stages(&mut criterion);
    criterion.final_summary();
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10);
    for stories in [20, 200] {
        let sources = pile(stories);
        group.throughput(Throughput::Elements(sources.len() as u64));
        group.bench_function(BenchmarkId::new("layout", sources.len()), |bencher| {
            bencher.iter(|| reports(black_box(sources.clone())));
        });
        let reports = reports(sources);
        group.bench_function(BenchmarkId::new("reading", reports.len()), |bencher| {
            bencher.iter(|| black_box(&reports).iter().map(read).collect::<Vec<_>>());
        });
        let readings: Vec<Reading> = reports.iter().map(read).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        let config = stemma::reuse::Config::default();
        group.bench_function(BenchmarkId::new("candidates", reports.len()), |bencher| {
            bencher.iter(|| count_candidates(black_box(&reports)));
        });
        group.bench_function(BenchmarkId::new("reuse", reports.len()), |bencher| {
            bencher.iter(|| find_reuse(black_box(&reports), &readings, &config, &stemma::Silent));
        });
    }
    one_story(&mut group);
    group.finish();
}

/// Reuse where all reports tell one story, each in a wording of its own: its time must grow with the number of
/// copies, not with the number of pairs.
fn one_story(group: &mut BenchmarkGroup<WallTime>) {
    for copies in [250, 1_000] {
        let reports = reports(story(&mut Dice(0x5eed), copies));
        let readings: Vec<Reading> = reports.iter().map(read).collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        group.throughput(Throughput::Elements(reports.len() as u64));
        let config = stemma::reuse::Config::default();
        group.bench_function(BenchmarkId::new("reuse_one_story", reports.len()), |bencher| {
            bencher.iter(|| find_reuse(black_box(&reports), &readings, &config, &stemma::Silent));
        });
    }
}

/// One story and its rewrites.
fn story(dice: &mut Dice, copies: usize) -> Vec<Source> {
    let story: Vec<u64> = (0..SENTENCES * WORDS_OF_A_SENTENCE).map(|_| dice.word()).collect();
    (0..copies)
        .map(|at| Source::of_text(String::new(), spun(&story, SPUN_EVERY[at % SPUN_EVERY.len()], dice)))
        .collect()
}

/// The same pile for the same number of stories, on every machine.
fn pile(stories: usize) -> Vec<Source> {
    let mut dice = Dice(0x5eed);
    (0..stories).flat_map(|_| story(&mut dice, SPUN_EVERY.len())).collect()
}

fn spun(story: &[u64], every: usize, dice: &mut Dice) -> String {
    let swapped = |at: usize| every > 0 && (at + 1).is_multiple_of(every);
    let words = story.iter().enumerate().map(|(at, word)| if swapped(at) { dice.word() } else { *word });
    let words: Vec<String> = words.map(spelt).collect();
    let sentences = words.chunks(WORDS_OF_A_SENTENCE).map(|words| format!("The {}.", words.join(" ")));
    sentences.collect::<Vec<_>>().join("\n\n")
}

/// An invented word for a number: two letters for each of its digits to the base of twenty.
fn spelt(number: u64) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za",
        "che", "ski", "tro", "blu",
    ];
    let digits = std::iter::successors(Some(number + 20), |rest| (*rest >= 20).then(|| rest / 20));
    digits.map(|rest| SYLLABLES[(rest % 20) as usize]).collect()
}

/// A generator of numbers that look random (splitmix64, Steele and others 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A word by Zipf's law: its rank is as likely to lie between 10 and 100 as between 100 and 1000.
    fn word(&mut self) -> u64 {
        let uniform = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (VOCABULARY as f64).powf(uniform) as u64
    }
}
