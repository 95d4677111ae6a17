//! Which findings a view needs: those asked for, and all that they point to.

use super::Whole;
use std::collections::{BTreeMap, BTreeSet};
use stemma::model::*;

/// How many witnesses of a family come along although nobody asked for their reports; the family has a page of its own.
const WITNESSES_ATTENDING: usize = 6;

/// The findings of a part, by their indexes in the whole.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// Reports that were asked for.
    pub own: BTreeSet<u32>,
    /// Reports that something points to.
    pub attending: BTreeSet<u32>,
    /// Copied passages.
    pub passages: BTreeSet<u32>,
    /// Who copied whom.
    pub lineage: BTreeSet<u32>,
    /// Who said what.
    pub statements: BTreeSet<u32>,
    /// Speakers.
    pub voices: BTreeSet<u32>,
    /// Stories, each whole.
    pub stories: BTreeSet<u32>,
    /// Their claims.
    pub claims: BTreeSet<u32>,
    /// What carries these.
    pub instances: BTreeSet<u32>,
    /// Who stands behind them.
    pub origins: BTreeSet<u32>,
    /// What cannot all hold.
    pub disagreements: BTreeSet<u32>,
    /// Names of places.
    pub places: BTreeSet<u32>,
}

impl Gathered {
    /// A story: its reports, and all that is found in them. `disagreements` are those of the story.
    pub fn story(whole: Whole, story: StoryIdx, disagreements: &[usize]) -> Self {
        let account = whole.account;
        let mut found = Gathered::default();
        found.own.extend(account.stories[story.0 as usize].parts.iter().map(|part| part.report.0));
        found.stories.insert(story.0);
        let start = account.claims.partition_point(|claim| claim.story < story);
        let own = account.claims[start..].iter().take_while(|claim| claim.story == story);
        for (idx, claim) in (start as u32..).zip(own) {
            found.claims.insert(idx);
            found.instances.extend(claim.instances.iter().map(|idx| idx.0));
            found.origins.extend(claim.origins.iter().map(|idx| idx.0));
        }
        found.disagreements.extend(disagreements.iter().map(|idx| *idx as u32));
        for report in found.own.clone() {
            found.report(whole, ReportIdx(report));
        }
        found.carriers(whole);
        found.closed(whole)
    }

    /// A claim, with those that it is in disagreement with. `disagreements` are those of the claim.
    pub fn claim(whole: Whole, claim: ClaimIdx, disagreements: &[u32]) -> Self {
        let account = whole.account;
        let mut found = Gathered::default();
        let story = account.claim(claim).story;
        found.stories.insert(story.0);
        found.own.extend(account.stories[story.0 as usize].parts.iter().map(|part| part.report.0));
        found.disagreements.extend(disagreements);
        let disputed = disagreements.iter().flat_map(|idx| &account.disagreements[*idx as usize].claims);
        found.claims.extend(disputed.chain([&claim]).map(|claim| claim.0));
        for claim in found.claims.iter().map(|idx| &account.claims[*idx as usize]) {
            found.instances.extend(claim.instances.iter().map(|idx| idx.0));
            found.origins.extend(claim.origins.iter().map(|idx| idx.0));
        }
        found.carriers(whole);
        let instances = found.instances.iter().map(|idx| account.instance(InstanceIdx(*idx)).span);
        let reports: BTreeSet<ReportIdx> = instances.clone().map(|span| span.report).collect();
        let spans: BTreeSet<Span> = instances.collect();
        for report in reports {
            let passages = in_report(&account.passages, report, |passage| passage.span.report);
            let around = |idx: &u32| {
                let passage = account.passages[*idx as usize].span;
                spans.iter().any(|span| span.report == report && span.range.overlap(passage.range) > 0)
            };
            found.passages.extend(passages.filter(around));
        }
        found.closed(whole)
    }

    /// A report by itself, with the passages that it shares and what is said in it.
    pub fn one_report(whole: Whole, report: ReportIdx) -> Self {
        let mut found = Gathered::default();
        found.own.insert(report.0);
        found.report(whole, report);
        found.attending.extend(whole.account.report(report).previous.map(|previous| previous.0));
        found.closed(whole)
    }

    /// A family with its first witnesses, the representative among them.
    pub fn family(whole: Whole, family: FamilyIdx, at_most: usize) -> Self {
        let account = whole.account;
        let mut found = Gathered::default();
        let family = &account.families[family.0 as usize];
        let shown = std::iter::once(&family.representative).chain(&family.passages);
        for passage in shown.take(at_most + 1) {
            found.passages.insert(passage.0);
            found.own.insert(account.passage(*passage).span.report.0);
        }
        found.closed(whole)
    }

    /// A voice with some of its statements.
    pub fn voice(whole: Whole, voice: VoiceIdx, statements: &[usize]) -> Self {
        let mut found = Gathered::default();
        found.voices.insert(voice.0);
        for idx in statements {
            found.statements.insert(*idx as u32);
            found.own.insert(whole.account.statements[*idx].span.report.0);
        }
        found.closed(whole)
    }

    /// What is found in one report alone.
    fn report(&mut self, whole: Whole, report: ReportIdx) {
        let account = whole.account;
        self.passages.extend(in_report(&account.passages, report, |passage| passage.span.report));
        self.statements.extend(in_report(&account.statements, report, |statement| statement.span.report));
        self.places.extend(in_report(&account.places, report, |mention| mention.span.report));
    }

    /// The statements that carry the instances.
    fn carriers(&mut self, whole: Whole) {
        for idx in &self.instances {
            if let Carrier::Statement(statement) = whole.account.instance(InstanceIdx(*idx)).carrier {
                self.statements.insert(statement.0);
            }
        }
    }

    /// Everything that is pointed to, gathered too.
    fn closed(mut self, whole: Whole) -> Self {
        self.speakers(whole);
        self.behind(whole);
        self.witnesses(whole);
        self.descents(whole);
        self.around(whole);
        self.attending
            .extend(self.passages.iter().map(|idx| whole.account.passages[*idx as usize].span.report.0));
        self.attending = self.attending.difference(&self.own).copied().collect();
        self
    }

    fn speakers(&mut self, whole: Whole) {
        let account = whole.account;
        for idx in &self.statements {
            let statement = &account.statements[*idx as usize];
            self.attending.insert(statement.span.report.0);
            if let Some(speaker) = &statement.speaker {
                self.voices.insert(speaker.voice.0);
                self.attending.insert(speaker.name.report.0);
            }
        }
    }

    fn behind(&mut self, whole: Whole) {
        let account = whole.account;
        for idx in &self.origins {
            match account.origin(OriginIdx(*idx)).who {
                OriginWho::Voice(voice) => _ = self.voices.insert(voice.0),
                OriginWho::Report(report) => _ = self.attending.insert(report.0),
                OriginWho::Family(family) => {
                    self.passages.insert(account.families[family.0 as usize].representative.0);
                }
            }
        }
        let reports: BTreeSet<u32> = self.own.union(&self.attending).copied().collect();
        for idx in &self.voices {
            let voice = account.voice(VoiceIdx(*idx));
            if !voice.names.iter().any(|name| reports.contains(&name.report.0)) {
                self.attending.extend(voice.names.get(voice.shown as usize).map(|name| name.report.0));
            }
        }
    }

    /// Of each family the representative and a few witnesses more, so that a passage is seen to stand elsewhere.
    fn witnesses(&mut self, whole: Whole) {
        let account = whole.account;
        let mut families: BTreeMap<u32, usize> = BTreeMap::new();
        for idx in &self.passages {
            *families.entry(account.passages[*idx as usize].family.0).or_default() += 1;
        }
        for family in families.into_keys() {
            let family = &account.families[family as usize];
            self.passages.insert(family.representative.0);
            let others = family.passages.iter().map(|idx| idx.0).filter(|idx| !self.passages.contains(idx));
            let others: Vec<u32> = others.take(WITNESSES_ATTENDING).collect();
            self.passages.extend(others);
        }
    }

    /// The descents of the witnesses in the reports asked for, up to the top of their trees, with what their evidence names. Of the
    /// witnesses that only attend nobody asked where they come from.
    fn descents(&mut self, whole: Whole) {
        let account = whole.account;
        let is_own = |idx: &u32| self.own.contains(&account.passages[*idx as usize].span.report.0);
        let mut waiting: Vec<u32> = self.passages.iter().copied().filter(is_own).collect();
        while let Some(passage) = waiting.pop() {
            let found = account.lineage.binary_search_by_key(&passage, |descent| descent.passage.0);
            let Ok(at) = found else { continue };
            if !self.lineage.insert(at as u32) {
                continue;
            }
            let descent = &account.lineage[at];
            let (mut passages, mut reports) = (Vec::new(), Vec::new());
            descent.evidence.iter().for_each(|one| named(one, &mut passages, &mut reports));
            if let Parent::Passage(parent) = descent.parent {
                self.passages.insert(parent.0);
                waiting.push(parent.0);
            }
            self.passages.extend(passages);
            self.attending.extend(reports);
        }
    }

    /// Where the reports asked for have their text from, and which reports date them.
    fn around(&mut self, whole: Whole) {
        let account = whole.account;
        for report in self.own.iter().map(|report| ReportIdx(*report)) {
            if let Ok(at) = account.shares.binary_search_by_key(&report, |shares| shares.report) {
                let parents = account.shares[at].parents.iter().filter_map(|one| match one.from {
                    ParentKind::Report(parent) => Some(parent.0),
                    _ => None,
                });
                self.attending.extend(parents);
            }
            if let Some(dating) = whole.datings.get(report.0 as usize) {
                let words = dating.hints.iter().flat_map(|hint| &hint.words);
                self.attending.extend(words.map(|span| span.report.0));
            }
        }
    }
}

/// The places in a list, which is in the order of reports, of what belongs to one report.
fn in_report<T>(all: &[T], report: ReportIdx, of: impl Fn(&T) -> ReportIdx) -> std::ops::Range<u32> {
    let start = all.partition_point(|one| of(one) < report);
    let end = start + all[start..].partition_point(|one| of(one) <= report);
    start as u32..end as u32
}

/// The passages and reports that a piece of evidence names.
fn named(evidence: &Evidence, passages: &mut Vec<u32>, reports: &mut Vec<u32>) {
    let mut spans: Vec<Span> = Vec::new();
    match evidence {
        Evidence::Dates { earlier, later } => reports.extend([earlier.0, later.0]),
        Evidence::DateLines { earlier, later, of_earlier, of_later } => {
            reports.extend([earlier.0, later.0]);
            spans.extend(of_earlier.iter().chain(of_later));
        }
        Evidence::Mosaic { report, .. } => reports.push(report.0),
        Evidence::SecondGeneration { report, copied } => reports.extend([report.0, copied.0]),
        Evidence::LessChanged { than } => passages.push(than.0),
        Evidence::Cut { parent } => spans.push(*parent),
        Evidence::LostAttribution { parent, child } | Evidence::Spin { parent, child } => {
            spans.extend([*parent, *child]);
        }
        Evidence::OrphanedAnaphora { child } => spans.push(*child),
        Evidence::Triangle { beyond, parent, child } => {
            passages.push(beyond.0);
            spans.extend([*parent, *child]);
        }
        Evidence::OtherPassages { .. } => {}
    }
    reports.extend(spans.iter().map(|span| span.report.0));
}
