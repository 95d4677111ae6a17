//! What leads from one finding to others.

use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::*;

/// The letter before the number of a place.
const PLACE: char = 'g';

/// Lists by index of the account, one behind the other.
#[derive(Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Of pairs of owner and item, in any order.
    fn of(n_owners: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; n_owners + 1];
        pairs.iter().for_each(|(owner, _)| starts[*owner as usize + 1] += 1);
        for owner in 0..n_owners {
            starts[owner + 1] += starts[owner];
        }
        Lists { starts, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    fn get(&self, owner: u32) -> &[u32] {
        let owner = owner as usize;
        &self.items[self.starts[owner] as usize..self.starts[owner + 1] as usize]
    }
}

/// What leads from one finding to others.
pub struct Index {
    reports_of_story: Lists,
    stories_of_report: Lists,
    disagreements_of_story: Vec<Vec<usize>>,
    disagreements_of_claim: Lists,
    instances_of_report: Lists,
    statements_of_voice: Lists,
    /// Places that a name stands for without doubt, by their number in the gazetteer.
    places: Vec<u32>,
    mentions_of_place: Lists,
}

impl Index {
    /// Of an account.
    pub fn of(account: &Account) -> Self {
        let (n_reports, n_stories) = (account.reports.len(), account.stories.len());
        let mut told: Vec<(u32, u32)> = Vec::new();
        for (story, found) in (0..).zip(&account.stories) {
            told.extend(found.parts.iter().map(|part| (story, part.report.0)));
        }
        let mut of_story = vec![Vec::new(); n_stories];
        let mut of_claim = Vec::new();
        for (idx, found) in account.disagreements.iter().enumerate() {
            of_story[found.story.0 as usize].push(idx);
            of_claim.extend(found.claims.iter().map(|claim| (claim.0, idx as u32)));
        }
        let instances = (0..).zip(&account.instances).map(|(idx, one)| (one.span.report.0, idx));
        let statements = (0..).zip(&account.statements);
        let spoken = statements.filter_map(|(idx, one)| Some((one.speaker.as_ref()?.voice.0, idx)));
        let mut by_place: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (idx, mention) in (0..).zip(&account.places) {
            if let (PlaceMeaning::Chosen(place), PlaceUsage::Name) = (&mention.meaning, mention.usage) {
                by_place.entry(place.id).or_default().push(idx);
            }
        }
        let places: Vec<u32> = by_place.keys().copied().collect();
        let named =
            (0..).zip(by_place.values()).flat_map(|(at, found)| found.iter().map(move |idx| (at, *idx)));
        Index {
            mentions_of_place: Lists::of(places.len(), named.collect()),
            places,
            stories_of_report: Lists::of(
                n_reports,
                told.iter().map(|(story, report)| (*report, *story)).collect(),
            ),
            reports_of_story: Lists::of(n_stories, told),
            disagreements_of_story: of_story,
            disagreements_of_claim: Lists::of(account.claims.len(), of_claim),
            instances_of_report: Lists::of(n_reports, instances.collect()),
            statements_of_voice: Lists::of(account.voices.len(), spoken.collect()),
        }
    }

    /// The reports of a story, in order.
    pub fn reports_of_story(&self, story: u32) -> &[u32] {
        self.reports_of_story.get(story)
    }

    /// The stories that a report tells.
    pub fn stories_of_report(&self, report: u32) -> &[u32] {
        self.stories_of_report.get(report)
    }

    /// The disagreements of a story.
    pub fn disagreements_of_story(&self, story: StoryIdx) -> &[usize] {
        &self.disagreements_of_story[story.0 as usize]
    }

    /// The disagreements of a claim.
    pub fn disagreements_of_claim(&self, claim: u32) -> &[u32] {
        self.disagreements_of_claim.get(claim)
    }

    /// The instances in the words of a report.
    pub fn instances_of_report(&self, report: u32) -> &[u32] {
        self.instances_of_report.get(report)
    }

    /// The statements of a voice.
    pub fn statements_of_voice(&self, voice: u32) -> &[u32] {
        self.statements_of_voice.get(voice)
    }

    /// How many places there are.
    pub fn n_places(&self) -> usize {
        self.places.len()
    }

    /// Where a place is named.
    pub fn mentions(&self, place: u32) -> &[u32] {
        self.mentions_of_place.get(place)
    }

    /// What a place is called in addresses.
    pub fn id_of_place(&self, place: u32) -> String {
        format!("{PLACE}{}", self.places[place as usize])
    }

    /// The place that is called so.
    pub fn place_of_id(&self, id: &str) -> Option<u32> {
        let digits =
            id.strip_prefix(PLACE).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let number: u32 = digits.parse().ok()?;
        Some(self.places.binary_search(&number).ok()? as u32)
    }
}
