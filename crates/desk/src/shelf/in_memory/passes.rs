//! Which findings of a list pass a filter.

use super::InMemory;
use super::facts::is_open;
use crate::shelf::{Filter, List};
use std::collections::BTreeSet;
use stemma::model::*;

impl InMemory {
    /// The findings of a list that pass, in the order of the list.
    pub(super) fn passing(&self, list: List, filter: &Filter) -> Vec<u32> {
        let worded = filter.words.as_deref().and_then(|words| self.worded(list, words));
        let story = filter.story.as_deref().map(|id| self.names.of_list(List::Stories, id));
        let place = filter.place.as_deref().map(|id| self.index.place_of_id(id));
        if matches!(story, Some(None)) || matches!(place, Some(None)) {
            return Vec::new(); // Nothing is of a story that there is not.
        }
        let asked = Asked {
            filter,
            story: story.flatten(),
            naming: place.flatten().map(|at| self.reports_naming(at)),
        };
        let is_worded = |idx: &u32| worded.as_ref().is_none_or(|found| found.contains(idx));
        let order = self.orders[list as usize].iter().copied();
        let mut found: Vec<u32> =
            order.filter(|idx| is_worded(idx) && self.passes(list, *idx, &asked)).collect();
        if let (List::Reports, Some(least)) = (list, filter.copied) {
            found.retain(|idx| self.copied_percent(*idx).is_some_and(|percent| percent >= least));
            found.sort_by_cached_key(|idx| std::cmp::Reverse(self.copied_percent(*idx)));
        }
        found
    }

    /// The findings that have the words; absent where no word is asked for.
    fn worded(&self, list: List, words: &str) -> Option<BTreeSet<u32>> {
        let of = |list| self.words.having(list, words);
        Some(match list {
            List::Stories => of(List::Reports)?
                .into_iter()
                .flat_map(|report| self.index.stories_of_report(report))
                .copied()
                .collect(),
            List::Disagreements => of(List::Claims)?
                .into_iter()
                .flat_map(|claim| self.index.disagreements_of_claim(claim))
                .copied()
                .collect(),
            _ => of(list)?.into_iter().collect(),
        })
    }

    fn reports_naming(&self, place: u32) -> BTreeSet<u32> {
        self.index
            .mentions(place)
            .iter()
            .map(|idx| self.account.places[*idx as usize].span.report.0)
            .collect()
    }

    fn passes(&self, list: List, idx: u32, asked: &Asked) -> bool {
        let filter = asked.filter;
        self.has_flags(list, idx, filter)
            && filter.reports.is_none_or(|least| self.n_reports(list, idx) >= least)
            && filter.origins.is_none_or(|least| self.origins(list, idx) >= least)
            && self.is_of_reports(list, idx, asked)
    }

    fn has_flags(&self, list: List, idx: u32, filter: &Filter) -> bool {
        let at = idx as usize;
        let (is_lonely, is_disputed) = match list {
            List::Claims => (self.facts.claims[at].is_lonely, self.facts.claims[at].is_disputed),
            List::Stories => {
                let leading = self.facts.stories[at].leading;
                let is_lonely = leading.is_some_and(|claim| self.facts.claims[claim as usize].is_lonely);
                (is_lonely, self.facts.stories[at].n_disagreements > 0)
            }
            List::Disagreements => (true, is_open(&self.account.disagreements[at])),
            _ => (true, true),
        };
        (!filter.lonely || is_lonely) && (!filter.disputed || is_disputed)
    }

    fn n_reports(&self, list: List, idx: u32) -> usize {
        let at = idx as usize;
        match list {
            List::Stories => self.index.reports_of_story(idx).len(),
            List::Claims => self.facts.claims[at].n_reports as usize,
            List::Families => self.facts.family_reports[at] as usize,
            List::Voices => self.facts.voice_reports[at] as usize,
            List::Places => self.facts.place_reports[at] as usize,
            List::Reports => 1,
            List::Disagreements => self.reports_of(list, idx).len(),
        }
    }

    /// How many are independent, where that is counted.
    fn origins(&self, list: List, idx: u32) -> usize {
        let of_claim = |claim: u32| self.account.claims[claim as usize].counts.affirm.at_least as usize;
        match list {
            List::Claims => of_claim(idx),
            List::Stories => self.facts.stories[idx as usize].leading.map_or(0, of_claim),
            _ => usize::MAX,
        }
    }

    /// Whether one of the reports that have it is as asked, and none is of an outlet that is left out.
    fn is_of_reports(&self, list: List, idx: u32, asked: &Asked) -> bool {
        if let (List::Claims, Some(story)) = (list, asked.story)
            && self.account.claims[idx as usize].story.0 != story
        {
            return false;
        }
        if asked.is_of_any_report() {
            return true;
        }
        let reports = self.reports_of(list, idx);
        let outlet = |report: &u32| self.account.reports[*report as usize].outlet.as_deref();
        let is_left_out = |report: &u32| {
            outlet(report).is_some_and(|outlet| asked.filter.without.iter().any(|one| one == outlet))
        };
        reports.iter().any(|report| self.is_asked(*report, asked)) && !reports.iter().any(is_left_out)
    }

    fn is_asked(&self, report: u32, asked: &Asked) -> bool {
        let Filter { outlet, since, until, .. } = asked.filter;
        let found = &self.account.reports[report as usize];
        let day = self.facts.days[report as usize];
        outlet.as_ref().is_none_or(|outlet| found.outlet.as_ref() == Some(outlet))
            && since.is_none_or(|since| day.is_some_and(|day| day >= since))
            && until.is_none_or(|until| day.is_some_and(|day| day <= until))
            && asked.story.is_none_or(|story| self.index.stories_of_report(report).contains(&story))
            && asked.naming.as_ref().is_none_or(|reports| reports.contains(&report))
    }

    /// The reports that have a finding.
    fn reports_of(&self, list: List, idx: u32) -> BTreeSet<u32> {
        let account = &self.account;
        let of_claim = |claim: &Claim| -> Vec<u32> {
            claim.instances.iter().map(|idx| account.instance(*idx).span.report.0).collect()
        };
        match list {
            List::Stories => self.index.reports_of_story(idx).iter().copied().collect(),
            List::Claims => of_claim(&account.claims[idx as usize]).into_iter().collect(),
            List::Disagreements => {
                let claims = account.disagreements[idx as usize].claims.iter();
                claims.flat_map(|claim| of_claim(account.claim(*claim))).collect()
            }
            List::Reports => BTreeSet::from([idx]),
            List::Families => {
                let passages = account.families[idx as usize].passages.iter();
                passages.map(|idx| account.passage(*idx).span.report.0).collect()
            }
            List::Voices => {
                let statements = self.index.statements_of_voice(idx).iter();
                statements.map(|idx| account.statements[*idx as usize].span.report.0).collect()
            }
            List::Places => self.reports_naming(idx),
        }
    }
}

/// A filter with its names looked up.
struct Asked<'a> {
    filter: &'a Filter,
    story: Option<u32>,
    /// The reports that name the place that is asked for.
    naming: Option<BTreeSet<u32>>,
}

impl Asked<'_> {
    fn is_of_any_report(&self) -> bool {
        let Filter { outlet, since, until, without, .. } = self.filter;
        outlet.is_none()
            && since.is_none()
            && until.is_none()
            && without.is_empty()
            && self.story.is_none()
            && self.naming.is_none()
    }
}
