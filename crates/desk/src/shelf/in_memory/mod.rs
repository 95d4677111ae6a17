//! An account in memory behind the desk, with what leads from one finding to others, made once.

mod facts;
mod index;
mod lines;
mod names;
mod passes;
mod rows;
mod words;

use super::ClaimRow;
use super::{Filter, List, Mention, PlaceLeaf, ReportLeaf, Row, Rows, Shelf, Totals, VoiceRow};
use crate::recent::Recent;
use crate::selection::{Gathered, Selection, Whole};
use facts::Facts;
use index::Index;
use lines::Lines;
use names::Names;
use std::sync::Arc;
use stemma::Account;
use stemma::model::*;
use stemma_report::view::{Identifiers, degrees};
use words::WordIndex;

/// How many filtered lists are kept for the next page.
const FILTERS_KEPT: usize = 64;
/// Bytes on either side of the name of a place.
const AROUND: usize = 90;

/// An account in memory.
pub struct InMemory {
    account: Account,
    identifiers: Identifiers,
    datings: Vec<Dating>,
    digest: String,
    totals: Totals,
    lines: Lines,
    names: Names,
    index: Index,
    facts: Facts,
    words: WordIndex,
    /// By list: its findings in the order in which they are shown.
    orders: [Arc<Vec<u32>>; List::ALL.len()],
    filtered: Recent<(List, Filter), Arc<Vec<u32>>>,
}

impl InMemory {
    /// Takes an account in.
    pub fn of(account: Account) -> Self {
        let records = stemma::account::records(&account);
        let identifiers = Identifiers::of(&records);
        let lines = Lines::of(&records);
        let digest = lines::digest(&records);
        drop(records);
        let datings = stemma::datings(&account);
        let index = Index::of(&account);
        let facts = Facts::of(&account, &datings, &index);
        let words = WordIndex::of(&account, &index);
        let orders = facts.orders(&account, &index).map(Arc::new);
        let totals = totals(&account, &orders);
        let names = Names::of(&identifiers);
        InMemory {
            account,
            identifiers,
            datings,
            digest,
            totals,
            lines,
            names,
            index,
            facts,
            words,
            orders,
            filtered: Recent::of(FILTERS_KEPT),
        }
    }

    fn whole(&self) -> Whole<'_> {
        Whole { account: &self.account, identifiers: &self.identifiers, datings: &self.datings }
    }

    /// The findings of a list that pass a filter, in order.
    fn filtered(&self, list: List, filter: &Filter) -> Arc<Vec<u32>> {
        if filter.is_empty() {
            return Arc::clone(&self.orders[list as usize]);
        }
        self.filtered.get((list, filter.clone()), || Arc::new(self.passing(list, filter)))
    }

    fn row_at(&self, list: List, idx: u32) -> Row {
        match list {
            List::Stories => Row::Story(self.story_row(idx)),
            List::Claims => Row::Claim(self.claim_row(idx)),
            List::Disagreements => Row::Disagreement(self.disagreement_row(idx)),
            List::Reports => Row::Report(self.report_row(idx)),
            List::Families => Row::Family(self.family_row(idx)),
            List::Voices => Row::Voice(self.voice_row(idx)),
            List::Places => Row::Place(self.place_row(idx)),
        }
    }

    /// The claims that the words of a report carry, each once for each of its places.
    fn claims_in(&self, report: u32) -> Vec<(ByteRange, ClaimRow)> {
        let mut found: Vec<(ByteRange, u32)> = self
            .index
            .instances_of_report(report)
            .iter()
            .map(|idx| self.account.instance(InstanceIdx(*idx)))
            .map(|instance| (instance.span.range, instance.claim.0))
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(range, claim)| (range, self.claim_row(claim))).collect()
    }

    fn mention(&self, idx: u32) -> Mention {
        let found = &self.account.places[idx as usize];
        let text = &self.account.report(found.span.report).text;
        let (start, end) = (found.span.range.start as usize, found.span.range.end as usize);
        let from = text.floor_char_boundary(start.saturating_sub(AROUND));
        let to = text.ceil_char_boundary((end + AROUND).min(text.len()));
        Mention {
            report: self.report_row(found.span.report.0),
            before: text[from..start].to_owned(),
            words: self.words_of(found.span),
            after: text[end..to].to_owned(),
        }
    }
}

fn totals(account: &Account, orders: &[Arc<Vec<u32>>; List::ALL.len()]) -> Totals {
    let mut outlets: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for outlet in account.reports.iter().filter_map(|report| report.outlet.as_deref()) {
        *outlets.entry(outlet).or_default() += 1;
    }
    let mut outlets: Vec<(String, usize)> =
        outlets.into_iter().map(|(outlet, number)| (outlet.to_owned(), number)).collect();
    outlets.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let unread = account.unread.iter().map(|file| [&file.name, &file.reason, &file.hint].map(Clone::clone));
    let notes = account.notes.iter().map(|note| [&note.name, &note.text].map(Clone::clone));
    Totals {
        of_list: std::array::from_fn(|list| orders[list].len()),
        outlets,
        unread: unread.collect(),
        notes: notes.collect(),
    }
}

impl Shelf for InMemory {
    fn digest(&self) -> &str {
        &self.digest
    }

    fn totals(&self) -> &Totals {
        &self.totals
    }

    fn list(&self, list: List, filter: &Filter, from: usize, at_most: usize) -> Rows {
        let all = self.filtered(list, filter);
        let items = all.iter().skip(from).take(at_most).map(|idx| self.row_at(list, *idx));
        Rows { items: items.collect(), total: all.len() }
    }

    fn list_of(&self, id: &str) -> Option<List> {
        match self.index.place_of_id(id) {
            Some(_) => Some(List::Places),
            None => self.names.find(id),
        }
    }

    fn place_of(&self, id: &str) -> Option<(String, ByteRange)> {
        let span = self.names.span(&self.account, id)?;
        Some((self.identifiers.reports[span.report.0 as usize].clone(), span.range))
    }

    fn story(&self, id: &str) -> Option<Selection> {
        let story = StoryIdx(self.names.of_list(List::Stories, id)?);
        let disagreements = self.index.disagreements_of_story(story);
        Some(Selection::of(self.whole(), &Gathered::story(self.whole(), story, disagreements)))
    }

    fn claim(&self, id: &str) -> Option<(Selection, ClaimIdx)> {
        let claim = ClaimIdx(self.names.of_list(List::Claims, id)?);
        let disagreements = self.index.disagreements_of_claim(claim.0);
        let gathered = Gathered::claim(self.whole(), claim, disagreements);
        let place = gathered.claims.iter().position(|idx| *idx == claim.0)?;
        Some((Selection::of(self.whole(), &gathered), ClaimIdx(place as u32)))
    }

    fn row(&self, list: List, id: &str) -> Option<Row> {
        let idx = match list {
            List::Places => self.index.place_of_id(id)?,
            _ => self.names.of_list(list, id)?,
        };
        Some(self.row_at(list, idx))
    }

    fn report(&self, id: &str) -> Option<ReportLeaf> {
        let report = self.names.of_list(List::Reports, id)?;
        let selection = Selection::of(self.whole(), &Gathered::one_report(self.whole(), ReportIdx(report)));
        let stories = self.index.stories_of_report(report).iter().map(|story| self.story_row(*story));
        Some(ReportLeaf { number: 1, claims: self.claims_in(report), stories: stories.collect(), selection })
    }

    fn family(&self, id: &str, at_most: usize) -> Option<(Selection, FamilyIdx)> {
        let family = FamilyIdx(self.names.of_list(List::Families, id)?);
        let representative = self.account.families[family.0 as usize].representative;
        let span = self.account.passage(representative).span;
        let selection = Selection::of(self.whole(), &Gathered::family(self.whole(), family, at_most));
        let own = selection.account.families.iter().position(|found| {
            let place = selection.account.passage(found.representative).span;
            let report = &selection.identifiers.reports[place.report.0 as usize];
            place.range == span.range && *report == self.identifiers.reports[span.report.0 as usize]
        })?;
        Some((selection, FamilyIdx(own as u32)))
    }

    fn voice(&self, id: &str, from: usize, at_most: usize) -> Option<(VoiceRow, Selection, usize)> {
        let voice = self.names.of_list(List::Voices, id)?;
        let all = self.index.statements_of_voice(voice);
        let shown: Vec<usize> = all.iter().skip(from).take(at_most).map(|idx| *idx as usize).collect();
        let gathered = Gathered::voice(self.whole(), VoiceIdx(voice), &shown);
        Some((self.voice_row(voice), Selection::of(self.whole(), &gathered), all.len()))
    }

    fn place(&self, id: &str, from: usize, at_most: usize) -> Option<PlaceLeaf> {
        let at = self.index.place_of_id(id)?;
        let mentions = self.index.mentions(at);
        let found = |idx: &u32| &self.account.places[*idx as usize];
        let point = match &found(mentions.first()?).meaning {
            PlaceMeaning::Chosen(place) => {
                Some((degrees(place.point.latitude), degrees(place.point.longitude)))
            }
            _ => None,
        };
        let precision = mentions.iter().filter_map(|idx| found(idx).precision).min();
        let shown = mentions.iter().skip(from).take(at_most).map(|idx| self.mention(*idx));
        Some(PlaceLeaf {
            row: self.place_row(at),
            precision,
            point,
            mentions: shown.collect(),
            n_mentions: mentions.len(),
        })
    }

    fn record(&self, id: &str) -> Option<&str> {
        self.lines.record(id)
    }

    fn records(&self, list: List, from: usize, at_most: usize) -> Vec<&str> {
        self.lines.of_list(list, from, at_most)
    }
}
