//! Which passages stand in more than one place, and how were they changed on the way?
//!
//! In: the readings of all reports. Out: passages, the families they form, and the edits inside families.
//!
//! The steps, one file each: every report gives its `features` (sentences as runs of `tokens`, with the
//! `weights` of words); sentences become `units`, equal ones only once; units that share rare `seeds` are
//! `candidates`, whose `alignment` bridges swaps, cuts and additions; `matches` are those that prove
//! copying; what matches is let `reach` to the borders of edited sentences, gathered into `families` and
//! laid out as `passages`; what stands beside a passage in both texts and proves nothing by itself is added
//! from its `context`; and each witness is compared with its family's representative, which gives the
//! `edits` and their `edit_kinds`. Edits that a machine made teach its words (`spin`), and with these undone
//! everything is compared once more. `lineage` says who copied whom, and `shares` what each report as a
//! whole has in common with the others. What stands in many reports that share nothing else is `recurring`
//! furniture, a match that proves little by itself needs `support`, and `loose`, where it is asked for, finds
//! sentences in other words.
//!
//! Invariants: the result depends on the texts alone, not on their order or the number of threads; the
//! edits of a pair turn one witness into the other, character for character; no step is quadratic in
//! the length of a text or in the number of equal copies.

mod alignment;
mod by_report;
mod candidates;
mod context;
mod edit_kinds;
mod edits;
mod families;
mod features;
mod lineage;
mod loose;
mod matches;
mod numbers;
mod passages;
mod reach;
mod recurring;
mod seeds;
mod shares;
mod spin;
mod support;
mod tokens;
mod units;
mod weights;
mod word_flags;

pub(crate) use by_report::ByReport;
pub use edit_kinds::kinds as kinds_of_edit;
pub(crate) use shares::{Body, shares_of};
pub use shares::{PAIRWISE_LIMIT, find_shares};
pub use spin::{Spin, SpinTable, find_spin};

use crate::model::{Descent, Edit, Family, Passage, Report, ReportIdx, Span, SpunReport, Table};
use crate::observer::Observer;
use crate::scratch::{InMemory, Scratch, ScratchError};
use crate::text::{self, Reading};
use passages::Draft;
use rayon::prelude::*;
use units::{Gatherer, UnitIdx, Units};

/// Choices of this stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// A run of words that more than this many different sentences share is too common to lead to a
    /// passage by itself. It bounds the work on stock phrases; copies of one sentence count once.
    pub common_seed_limit: u32,
    /// How many bytes the join of seeds may take for what it sorts; what is more waits in the scratch. It does
    /// not change the result. Without a limit everything is kept in memory.
    pub join_memory: Option<u64>,
    /// Whether to look also for sentences that were put in other words: shuffled, swapped word by word,
    /// translated there and back. Off by default: it also brings together what two reports of one event say
    /// each in its own words.
    pub loose: bool,
}

impl Default for Config {
    fn default() -> Self {
        // A stock phrase of a pile of thousands of reports stands in hundreds of sentences; a sentence
        // that is rewritten in more than 200 different ways is found through its rarer words.
        Config { common_seed_limit: 200, join_memory: None, loose: false }
    }
}

/// What this stage finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reuse {
    /// What was learned from the pile.
    pub tables: Vec<Table>,
    /// Passages, by family and place.
    pub passages: Vec<Passage>,
    /// Families, by their first passage.
    pub families: Vec<Family>,
    /// Edits, by family and place.
    pub edits: Vec<Edit>,
    /// Who copied whom inside the families, by passage.
    pub lineage: Vec<Descent>,
    /// Sentences that recur over reports which have nothing else in common, in order.
    pub recurring: Vec<Span>,
    /// What machines put for what.
    pub swap_pairs: SpinTable,
    /// The reports that show it, in order.
    pub spun: Vec<SpunReport>,
}

/// Finds copied passages in reports that have been read.
pub fn find_reuse(
    reports: &[Report],
    readings: &[&Reading],
    config: &Config,
    observer: &dyn Observer,
) -> Reuse {
    let units = || gather(reports, |idx| features::features(&reports[idx], readings[idx]));
    link(reports, &units, config, &InMemory::default(), observer).expect("memory does not fail")
}

/// Reads reports, keeping nothing but their sentences as runs of words, and finds copied passages.
pub fn read_and_find_reuse(
    reports: &[Report],
    config: &Config,
    scratch: &dyn Scratch,
    observer: &dyn Observer,
) -> Result<Reuse, ScratchError> {
    let units = || gather(reports, |idx| features::features(&reports[idx], &text::read(&reports[idx])));
    link(reports, &units, config, scratch, observer)
}

/// How many pairs of sentences share seeds, from the texts on: what finding candidates costs is measured by
/// this.
pub fn count_candidates(reports: &[Report]) -> u64 {
    let sentences_of = |report: &Report| text::find_sentences(&report.text, &report.layout);
    let reading = |report: &Report| Reading { sentences: sentences_of(report), ..Reading::default() };
    let units = gather(reports, |idx| features::features(&reports[idx], &reading(&reports[idx])));
    let limit = Config::default().common_seed_limit;
    let shared = seeds::join(&units, limit, None, &InMemory::default()).expect("memory does not fail");
    candidates::count(&units, &shared)
}

/// Reports that are read before their sentences are brought together with the others.
const REPORTS_AT_ONCE: usize = 4096;

fn gather(reports: &[Report], features: impl Fn(usize) -> features::Features + Sync) -> Units {
    let mut gatherer = Gatherer::default();
    for first in (0..reports.len()).step_by(REPORTS_AT_ONCE) {
        let next = reports.len().min(first + REPORTS_AT_ONCE);
        let read: Vec<_> = (first..next).into_par_iter().map(&features).collect();
        read.iter().zip(first as u32..).for_each(|(features, idx)| gatherer.add(ReportIdx(idx), features));
    }
    gatherer.finish()
}

/// What a comparison of all sentences gives.
struct Compared {
    tables: Vec<Table>,
    recurring: Vec<Span>,
    drafts: Vec<Draft>,
    passages: Vec<Passage>,
    families: Vec<Family>,
    edits: Vec<Edit>,
}

/// `gather` reads the sentences of all reports: once more where spinners were found, for by then most are forgotten.
fn link(
    reports: &[Report],
    gather: &dyn Fn() -> Units,
    config: &Config,
    scratch: &dyn Scratch,
    observer: &dyn Observer,
) -> Result<Reuse, ScratchError> {
    let stage = |name| observer.stage(name, reports.len());
    stage("sentences");
    let mut units = gather();
    let mut found = compare(reports, &mut units, config, scratch, &stage)?;
    stage("spin");
    let Spin { table, reports: spun } = find_spin(reports, &found.passages, &found.families, &found.edits);
    let words = table.single_words();
    if !words.is_empty() {
        // The first comparison goes before the second comes: in a large pile either is as large as the texts.
        drop((found, units));
        stage("sentences");
        units = gather();
        // Sentences that were spun too often to be recognised are, once the words of the spinner are known.
        units.undo_spin(&words);
        found = compare(reports, &mut units, config, scratch, &stage)?;
    }
    found.tables.push(table.named());
    stage("lineage");
    let lineage = lineage::find_lineage(reports, &units, &found.drafts, &found.families);
    let Compared { tables, recurring, passages, families, edits, .. } = found;
    Ok(Reuse { tables, passages, families, edits, lineage, recurring, swap_pairs: table, spun })
}

/// Forgets the units in which no passage stands: of a large pile most.
fn forget_others(units: &mut Units, drafts: &[Draft]) {
    let mut is_kept = vec![false; units.len()];
    let witnesses = drafts.iter().flat_map(|draft| &draft.witnesses);
    witnesses.for_each(|witness| is_kept[witness.stretch.unit.0 as usize] = true);
    units.keep(|unit| is_kept[unit.0 as usize]);
}

/// Finds and compares passages. Of `units` those are left that passages stand in.
fn compare(
    reports: &[Report],
    units: &mut Units,
    config: &Config,
    scratch: &dyn Scratch,
    stage: &dyn Fn(&'static str),
) -> Result<Compared, ScratchError> {
    stage("seeds");
    let shared = seeds::join(units, config.common_seed_limit, config.join_memory, scratch)?;
    stage("alignment");
    let mut matches = matches::find_matches(units, &shared);
    let common = seeds::common_seeds(&shared.common, matches::many_telling(units));
    drop(shared);
    stage("families");
    let recurs = recurring::find_recurring(reports, units, &matches);
    support::keep_supported(reports, units, &recurs, &mut matches);
    let mut stars = families::find_families(units, &recurs, &matches);
    if config.loose {
        let found = families::find_families(units, &recurs, &loose::find_loose(reports, units, &matches));
        // Units that stand in several places have their families already.
        stars.extend(found.into_iter().filter(|star| !star.others.is_empty()));
    }
    drop(matches);
    let laid_out = passages::lay_out(reports, units, stars);
    stage("context");
    let mut drafts = context::find_context(reports, units, &laid_out);
    drafts.extend(laid_out);
    let drafts = passages::in_order(drafts);
    let tables = vec![common, recurring::recurring_lines(reports, units, &recurs)];
    let recurs = |unit: UnitIdx| recurs[unit.0 as usize];
    let recurring =
        units.in_order().iter().filter(|(_, unit)| recurs(*unit)).map(|(place, _)| *place).collect();
    forget_others(units, &drafts);
    let (passages, families) = passages::number(&drafts);
    stage("edits");
    let edits = edits::find_edits(reports, units, &drafts, &families);
    Ok(Compared { tables, recurring, drafts, passages, families, edits })
}
