//! Figures of findings by which lists are ordered and filtered, made once.

use super::index::Index;
use crate::shelf::List;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use stemma::Account;
use stemma::model::*;

/// Figures of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClaimFacts {
    /// In how many reports it stands.
    pub n_reports: u32,
    /// Whether several reports have it and one origin stands behind them.
    pub is_lonely: bool,
    /// Whether it is in an open disagreement.
    pub is_disputed: bool,
}

/// Figures of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StoryFacts {
    /// The claim that matters most.
    pub leading: Option<u32>,
    /// How many claims it has.
    pub n_claims: u32,
    /// How many disagreements are open.
    pub n_disagreements: u32,
    /// The first and last known day of publication.
    pub days: Option<(Day, Day)>,
}

/// Figures by index of the account.
pub struct Facts {
    /// Of claims.
    pub claims: Vec<ClaimFacts>,
    /// Of stories.
    pub stories: Vec<StoryFacts>,
    /// Of reports: the day of publication.
    pub days: Vec<Option<Day>>,
    /// Of families: in how many reports they have witnesses.
    pub family_reports: Vec<u32>,
    /// Of voices: in how many reports they speak.
    pub voice_reports: Vec<u32>,
    /// Of places: in how many reports they are named.
    pub place_reports: Vec<u32>,
}

/// Whether nobody can say that a later state of affairs has settled it.
pub fn is_open(found: &Disagreement) -> bool {
    found.order != DisagreementOrder::Update
}

impl Facts {
    /// Of an account.
    pub fn of(account: &Account, datings: &[Dating], index: &Index) -> Self {
        let claims: Vec<ClaimFacts> =
            (0..).zip(&account.claims).map(|(idx, one)| claim(account, index, idx, one)).collect();
        let day = |dating: &Dating| dating.earliest.filter(|day| dating.latest == Some(*day));
        let days: Vec<Option<Day>> = datings.iter().map(day).collect();
        let stories = stories(account, index, &claims, &days);
        let witnesses = |family: &Family| {
            different(family.passages.iter().map(|idx| account.passage(*idx).span.report.0))
        };
        let spoken = |voice| {
            let own = index.statements_of_voice(voice).iter();
            different(own.map(|idx| account.statements[*idx as usize].span.report.0))
        };
        let named = |place| {
            different(index.mentions(place).iter().map(|idx| account.places[*idx as usize].span.report.0))
        };
        Facts {
            family_reports: account.families.iter().map(witnesses).collect(),
            voice_reports: (0..account.voices.len() as u32).map(spoken).collect(),
            place_reports: (0..index.n_places() as u32).map(named).collect(),
            claims,
            stories,
            days,
        }
    }

    /// The findings of each list, in the order in which they are shown: stories by the day of their newest report; reports by
    /// day, the newest first; everything else by how many reports have it.
    pub fn orders(&self, account: &Account, index: &Index) -> [Vec<u32>; List::ALL.len()] {
        List::ALL.map(|list| match list {
            List::Stories => ordered(account.stories.len(), |idx| {
                let last = self.stories[idx].days.map(|(_, last)| last);
                (last.is_none(), Reverse(last), Reverse(index.reports_of_story(idx as u32).len()))
            }),
            List::Claims => ordered(account.claims.len(), |idx| {
                let counts = &account.claims[idx].counts;
                (Reverse(self.claims[idx].n_reports), Reverse(counts.affirm.at_least + counts.deny.at_least))
            }),
            List::Disagreements => ordered(account.disagreements.len(), |idx| {
                let found = &account.disagreements[idx];
                let of_words =
                    matches!(found.kind, DisagreementKind::Attribution | DisagreementKind::Strength);
                let carried = found.claims.iter().map(|claim| self.claims[claim.0 as usize].n_reports).max();
                (!is_open(found), of_words, Reverse(carried))
            }),
            List::Reports => {
                ordered(account.reports.len(), |idx| (self.days[idx].is_none(), Reverse(self.days[idx])))
            }
            List::Families => ordered(account.families.len(), |idx| Reverse(self.family_reports[idx])),
            List::Voices => ordered(account.voices.len(), |idx| {
                Reverse((self.voice_reports[idx], index.statements_of_voice(idx as u32).len()))
            })
            .into_iter()
            .filter(|idx| self.voice_reports[*idx as usize] > 0)
            .collect(),
            List::Places => ordered(index.n_places(), |idx| Reverse(self.place_reports[idx])),
        })
    }
}

fn ordered<K: Ord>(n: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by_cached_key(|idx| (key(*idx as usize), *idx));
    order
}

fn different(reports: impl Iterator<Item = u32>) -> u32 {
    reports.collect::<BTreeSet<u32>>().len() as u32
}

fn claim(account: &Account, index: &Index, idx: u32, claim: &Claim) -> ClaimFacts {
    let n_reports = different(claim.instances.iter().map(|idx| account.instance(*idx).span.report.0));
    let mut disagreements = index.disagreements_of_claim(idx).iter();
    ClaimFacts {
        n_reports,
        is_lonely: n_reports > 1 && claim.origins.len() <= 1,
        is_disputed: disagreements.any(|idx| is_open(&account.disagreements[*idx as usize])),
    }
}

fn stories(account: &Account, index: &Index, claims: &[ClaimFacts], days: &[Option<Day>]) -> Vec<StoryFacts> {
    let mut stories = vec![StoryFacts::default(); account.stories.len()];
    let mut best = vec![None; account.stories.len()];
    for (idx, claim) in (0..).zip(&account.claims) {
        let at = claim.story.0 as usize;
        let plainest = account.instance(claim.plainest);
        let counts = &claim.counts;
        let weight = (
            claims[idx as usize].n_reports,
            counts.affirm.at_least + counts.deny.at_least,
            !plainest.in_passing,
            Reverse((plainest.span.range.start, idx)),
        );
        stories[at].n_claims += 1;
        if best[at].is_none_or(|known| weight > known) {
            best[at] = Some(weight);
            stories[at].leading = Some(idx);
        }
    }
    for (at, story) in stories.iter_mut().enumerate() {
        let idx = StoryIdx(at as u32);
        let open =
            index.disagreements_of_story(idx).iter().filter(|idx| is_open(&account.disagreements[**idx]));
        story.n_disagreements = open.count() as u32;
        let known = || index.reports_of_story(idx.0).iter().filter_map(|report| days[*report as usize]);
        story.days = known().min().zip(known().max());
    }
    stories
}
