//! What is claimed: every claim in its plainest words, with who stands behind it, and the stories that they belong to.
//!
//! Claims are numbered story by story, the larger story first, and in a story by what matters: what more reports carry;
//! then what has more origins; then what is there for its own sake; then what stands nearer to the head of a report,
//! because news leads with what matters.

use super::Part;
use super::behind::{Backing, Behind};
use super::when::{When, whens};
use crate::excerpt::Wording;
use crate::first_screen::{Limits, Listing};
use crate::quotations::words_at;
use crate::{Numbering, Place};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::{
    Claim, ClaimIdx, ClaimStance, Dating, Instance, OriginCount, Silence, SilenceKind, Span, StoryIdx,
};

/// Said where nothing is claimed.
pub const NO_CLAIMS: &str = "no claim found: only English is read for claims; copied passages stand below";

/// The claims of an account and its stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimList<'a> {
    /// The stories, those of most reports first.
    pub stories: Vec<StoryView<'a>>,
    /// The claims, by number.
    pub claims: Vec<ClaimView<'a>>,
    /// The number of each claim of the account.
    numbers: Vec<usize>,
}

/// A story and which claims are of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryView<'a> {
    /// Which of the account.
    pub story: StoryIdx,
    /// The numbers of its reports, in order.
    pub reports: Vec<usize>,
    /// The words that most of them have in common and few others.
    pub terms: Vec<(&'a str, Place)>,
    /// The numbers of its claims: from the one up to, but not including, the other.
    pub claims: (usize, usize),
}

/// A claim with all that a reader needs on one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimView<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Which of the account.
    pub claim: ClaimIdx,
    /// The plainest words.
    pub wording: Wording<'a>,
    /// Where exactly these words stand.
    pub worded_in: Place,
    /// How many reports the story has.
    pub of_reports: usize,
    /// In how many of them it is claimed or denied.
    pub n_reports: usize,
    /// Those who say that it is so, vouching for it or not; absent where nobody does.
    pub said: Option<Holders<'a>>,
    /// Those who deny it; absent where nobody does.
    pub denied: Option<Holders<'a>>,
    /// Whether nobody vouches for it.
    pub is_only_alleged: bool,
    /// Whether no report tells it for its own sake.
    pub is_in_passing: bool,
    /// When it lies, as far as that is known.
    pub when: Option<When<'a>>,
}

/// Those who say a thing, or deny it, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders<'a> {
    /// Who they are.
    pub backing: Backing<'a>,
    /// Where they do, the words shown for the claim left out.
    pub places: Listing<Place>,
}

/// The measure by which claims come one before the other.
pub type Importance = (Reverse<usize>, Reverse<(u32, u32)>, bool, Option<(u32, Place)>);

impl<'a> ClaimList<'a> {
    /// The claims of an account. `datings` are those of its reports.
    pub fn of(account: &'a Account, numbering: &Numbering, datings: &[Dating], limits: Limits) -> Self {
        let mut stories = stories(account, numbering);
        let mut of_story: BTreeMap<StoryIdx, Vec<ClaimIdx>> = BTreeMap::new();
        for (claim, idx) in account.claims.iter().zip(0..) {
            of_story.entry(claim.story).or_default().push(ClaimIdx(idx));
        }
        let mut whens = whens(account, numbering, datings);
        let behind = Behind { account, numbering, at_most: limits.origins };
        let mut claims = Vec::with_capacity(account.claims.len());
        let mut numbers = vec![0; account.claims.len()];
        for story in &mut stories {
            let mut own = of_story.remove(&story.story).unwrap_or_default();
            own.sort_by_cached_key(|idx| (importance(account, numbering, account.claim(*idx)), *idx));
            let first = claims.len() + 1;
            for idx in own {
                let number = claims.len() + 1;
                numbers[idx.0 as usize] = number;
                let when = whens[idx.0 as usize].take();
                let n_reports = story.reports.len();
                claims.push(ClaimView { number, when, ..view(&behind, idx, n_reports, limits) });
            }
            story.claims = (first, claims.len() + 1);
        }
        stories.retain(|story| story.claims.0 < story.claims.1);
        ClaimList { stories, claims, numbers }
    }

    /// The number of a claim.
    pub fn number(&self, claim: ClaimIdx) -> usize {
        self.numbers[claim.0 as usize]
    }

    /// The claims of a story.
    pub fn of_story(&self, story: &StoryView) -> &[ClaimView<'a>] {
        &self.claims[story.claims.0 - 1..story.claims.1 - 1]
    }
}

fn stories<'a>(account: &'a Account, numbering: &Numbering) -> Vec<StoryView<'a>> {
    let view = |(idx, story): (usize, &'a stemma::model::Story)| {
        let reports: BTreeSet<usize> = story.parts.iter().map(|part| numbering.number(part.report)).collect();
        StoryView {
            story: StoryIdx(idx as u32),
            reports: reports.into_iter().collect(),
            terms: story
                .terms
                .iter()
                .map(|term| (words_at(account, *term), numbering.place(*term)))
                .collect(),
            claims: (1, 1),
        }
    };
    let mut stories: Vec<StoryView> = account.stories.iter().enumerate().map(view).collect();
    stories.sort_by_cached_key(|story| {
        let parts = account.stories[story.story.0 as usize].parts.iter();
        (Reverse(story.reports.len()), parts.map(|part| numbering.place(*part)).min())
    });
    stories
}

fn instances<'a>(account: &'a Account, claim: &'a Claim) -> impl Iterator<Item = &'a Instance> {
    claim.instances.iter().map(|idx| account.instance(*idx))
}

fn count_reports<'a>(instances: impl Iterator<Item = &'a Instance>) -> usize {
    instances.map(|instance| instance.span.report).collect::<BTreeSet<_>>().len()
}

/// What comes first among claims: see above.
pub fn importance(account: &Account, numbering: &Numbering, claim: &Claim) -> Importance {
    let OriginCount { at_least, at_most } = claim.counts.affirm;
    let deny = claim.counts.deny;
    let places = instances(account, claim).map(|instance| numbering.place(instance.span));
    (
        Reverse(count_reports(instances(account, claim))),
        Reverse((at_least + deny.at_least, at_most + deny.at_most)),
        instances(account, claim).all(|instance| instance.in_passing),
        places.map(|place| (place.range.start, place)).min(),
    )
}

/// All of a claim but its number and time.
fn view<'a>(behind: &Behind<'a, '_>, idx: ClaimIdx, of_reports: usize, limits: Limits) -> ClaimView<'a> {
    let Behind { account, numbering, .. } = *behind;
    let claim = account.claim(idx);
    let span: Span = account.instance(claim.plainest).span;
    let stance = |denies: bool| {
        let places = instances(account, claim)
            .filter(|instance| (instance.stance == ClaimStance::Denies) == denies && instance.span != span)
            .map(|instance| numbering.place(instance.span));
        let places: BTreeSet<Place> = places.collect();
        let places = Listing::of(places.into_iter().collect(), limits.places);
        Some(Holders { backing: behind.backing(claim, denies)?, places })
    };
    let counts = &claim.counts;
    ClaimView {
        number: 0,
        claim: idx,
        wording: Wording::of(&account.report(span.report).text, &[span.range], limits.wording_bytes),
        worded_in: numbering.place(span),
        of_reports,
        n_reports: count_reports(instances(account, claim)),
        said: stance(false),
        denied: stance(true),
        is_only_alleged: counts.affirm.at_most > 0 && counts.allege.at_most == counts.affirm.at_most,
        is_in_passing: instances(account, claim).all(|instance| instance.in_passing),
        when: None,
    }
}

impl<'a> ClaimView<'a> {
    /// How many reports carry it and who says so.
    pub fn said_parts(&self) -> Vec<Part<'a>> {
        let Some(said) = &self.said else {
            return vec![Part::Label("nobody in the pile says that it is so")];
        };
        let mut parts = Vec::new();
        parts.extend(self.is_only_alleged.then_some(Part::Label("alleged: ")));
        parts.extend(self.of_all(said.backing.n_reports));
        parts.extend(self.is_in_passing.then_some(Part::Label(" in passing")));
        parts.push(Part::Label(", "));
        parts.extend(said.backing.parts());
        parts
    }

    /// How many reports deny it and who does; nothing where none does.
    pub fn denied_parts(&self) -> Vec<Part<'a>> {
        let Some(denied) = &self.denied else { return Vec::new() };
        let mut parts = vec![Part::Label("denied in ")];
        parts.extend(self.of_all(denied.backing.n_reports));
        parts.push(Part::Label(", "));
        parts.extend(denied.backing.parts());
        parts
    }

    fn of_all(&self, n_reports: usize) -> Vec<Part<'a>> {
        let mut parts = vec![Part::Number(n_reports), Part::Label(" of ")];
        parts.extend(Part::count(self.of_reports, "report", "reports"));
        parts
    }
}

/// The silences of a claim, by what they mean.
pub fn silences(
    silences: &[Silence],
    numbering: &Numbering,
    at_most: usize,
) -> Vec<(SilenceKind, Listing<usize>)> {
    let mut by_kind: BTreeMap<SilenceKind, Vec<usize>> = BTreeMap::new();
    for silence in silences {
        by_kind.entry(silence.kind).or_default().push(numbering.number(silence.report));
    }
    let listed = |mut reports: Vec<usize>| {
        reports.sort_unstable();
        Listing::of(reports, at_most)
    };
    by_kind.into_iter().map(|(kind, reports)| (kind, listed(reports))).collect()
}
