//! A claim with what a reader must know before he uses it: where it stands, who stands behind it, who disagrees, who is
//! silent.

use super::claim_list::{n_reports, places, wording};
use super::voices::shown_name;
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{
    ClaimIdx, ClaimStance, DisagreementKind, DisagreementOrder, FamilyIdx, Origin, OriginCount, OriginIdx,
    OriginWho, SilenceKind, Span, StoryIdx, VoiceIdx, VoiceKind,
};

/// A claim in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow<'a> {
    /// Its number in the list of all.
    pub number: usize,
    /// Which of the account.
    pub idx: ClaimIdx,
    /// Its story.
    pub story: StoryIdx,
    /// The plainest words.
    pub wording: Span,
    /// Where they stand.
    pub worded_in: Place,
    /// Where else it stands, in order.
    pub also_in: Vec<Place>,
    /// In how many reports.
    pub n_reports: usize,
    /// Who says so, and who denies it; nobody is left out, and there is no entry for nobody.
    pub sides: Vec<StanceRow<'a>>,
    /// What it is in disagreement over, each with its place in the account.
    pub disagreements: Vec<(usize, DisagreementKind, DisagreementOrder)>,
    /// The numbers of the reports that do not carry it, by what that means.
    pub silences: Vec<(SilenceKind, Vec<usize>)>,
}

/// Who has one stance to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StanceRow<'a> {
    /// Which stance.
    pub stance: StanceKind,
    /// How many they are.
    pub count: OriginCount,
    /// Who they are.
    pub who: Vec<WhoRow<'a>>,
}

/// The stances that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StanceKind {
    /// Who says that it is so, vouching for it or not.
    Affirm,
    /// Of these, who only ever says that it is alleged.
    Allege,
    /// Who says that it is not so.
    Deny,
}

impl StanceKind {
    /// What leads the count.
    pub fn label(self) -> &'static str {
        match self {
            StanceKind::Affirm => "affirmed by ",
            StanceKind::Allege => "of these only alleged by ",
            StanceKind::Deny => "denied by ",
        }
    }

    /// Whether an origin whose instances have these stances is counted; as `stemma` counts.
    pub fn counts(self, stances: &[ClaimStance]) -> bool {
        let says_so = || stances.iter().filter(|stance| **stance != ClaimStance::Denies);
        match self {
            StanceKind::Affirm => says_so().next().is_some(),
            StanceKind::Allege => {
                says_so().next().is_some() && says_so().all(|stance| *stance == ClaimStance::Alleges)
            }
            StanceKind::Deny => stances.contains(&ClaimStance::Denies),
        }
    }
}

/// An origin as readers are told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoRow<'a> {
    /// Which of the account.
    pub idx: OriginIdx,
    /// Who it is.
    pub who: Who<'a>,
    /// Whether it is there only because somebody changed a copy.
    pub is_by_edit: bool,
}

/// Who or what an origin is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who<'a> {
    /// Somebody who speaks.
    Voice {
        /// The words under which he is shown.
        name: &'a str,
        /// Where they stand.
        named_at: Option<Place>,
        /// What he is.
        kind: VoiceKind,
    },
    /// A report, by its number: its own text, or a speaker whom it does not name.
    Report(usize),
    /// A text of which nobody can say where it stood first: where its witnesses stand.
    Family(Vec<Place>),
}

impl<'a> ClaimRow<'a> {
    /// The row of a claim.
    pub fn of(account: &'a Account, numbering: &Numbering, (number, idx): (usize, ClaimIdx)) -> Self {
        let claim = account.claim(idx);
        let wording = wording(account, claim);
        let worded_in = numbering.place(wording);
        let mut places = places(account, numbering, claim);
        let n_reports = n_reports(&places);
        places.retain(|place| *place != worded_in);
        let mut silences: BTreeMap<SilenceKind, Vec<usize>> = BTreeMap::new();
        for silence in &claim.silences {
            silences.entry(silence.kind).or_default().push(numbering.number(silence.report));
        }
        silences.values_mut().for_each(|reports| reports.sort_unstable());
        let disagreements = account.disagreements.iter().enumerate();
        let disagreements = disagreements.filter(|(_, found)| found.claims.contains(&idx));
        ClaimRow {
            number,
            idx,
            story: claim.story,
            wording,
            worded_in,
            also_in: places,
            n_reports,
            sides: sides(account, numbering, idx),
            disagreements: disagreements.map(|(at, found)| (at, found.kind, found.order)).collect(),
            silences: silences.into_iter().collect(),
        }
    }
}

fn sides<'a>(account: &'a Account, numbering: &Numbering, idx: ClaimIdx) -> Vec<StanceRow<'a>> {
    let claim = account.claim(idx);
    let counts = &claim.counts;
    let side = |(stance, count): (StanceKind, OriginCount)| {
        let origins = claim.origins.iter().copied();
        let who = origins.filter(|origin| stance.counts(&stances(account, account.origin(*origin))));
        let who: Vec<WhoRow> = who.map(|origin| who_view(account, numbering, origin)).collect();
        (!who.is_empty()).then_some(StanceRow { stance, count, who })
    };
    let all = [
        (StanceKind::Affirm, counts.affirm),
        (StanceKind::Allege, counts.allege),
        (StanceKind::Deny, counts.deny),
    ];
    all.into_iter().filter_map(side).collect()
}

/// The stances of all instances of an origin.
pub fn stances(account: &Account, origin: &Origin) -> Vec<ClaimStance> {
    origin.instances.iter().map(|idx| account.instance(*idx).stance).collect()
}

/// An origin as readers are told of it.
pub fn who_view<'a>(account: &'a Account, numbering: &Numbering, idx: OriginIdx) -> WhoRow<'a> {
    let origin = account.origin(idx);
    let who = match origin.who {
        OriginWho::Voice(voice) => voice_view(account, numbering, voice),
        OriginWho::Report(report) => Who::Report(numbering.number(report)),
        OriginWho::Family(family) => Who::Family(witnesses(account, numbering, family)),
    };
    WhoRow { idx, who, is_by_edit: origin.is_by_edit }
}

fn voice_view<'a>(account: &'a Account, numbering: &Numbering, idx: VoiceIdx) -> Who<'a> {
    let voice = account.voice(idx);
    let named_at = voice.names.get(voice.shown as usize).or(voice.names.first());
    Who::Voice {
        name: shown_name(account, idx).unwrap_or_default(),
        named_at: named_at.map(|name| numbering.place(*name)),
        kind: voice.kind,
    }
}

fn witnesses(account: &Account, numbering: &Numbering, family: FamilyIdx) -> Vec<Place> {
    let passages = account.families[family.0 as usize].passages.iter();
    let mut places: Vec<Place> =
        passages.map(|passage| numbering.place(account.passage(*passage).span)).collect();
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    fn row(account: &Account, idx: u32) -> ClaimRow<'_> {
        ClaimRow::of(account, &Numbering::of(account), (1, ClaimIdx(idx)))
    }

    #[test]
    fn each_stance_has_its_origins() {
        let account = example::account();
        let deal = row(&account, 0);
        let names = |side: &StanceRow| -> Vec<String> {
            let named = side.who.iter().map(|one| match &one.who {
                Who::Voice { name, .. } => (*name).to_owned(),
                other => format!("{other:?}"),
            });
            named.collect()
        };
        assert_eq!(deal.sides.len(), 2);
        assert_eq!(names(&deal.sides[0]), ["Ivo Brandt", "The union"]);
        assert_eq!(names(&deal.sides[1]), ["the ministry"]);
        assert_eq!(deal.silences, [(SilenceKind::Silent, vec![2])]);
        assert_eq!(deal.disagreements.len(), 1);
    }

    #[test]
    fn the_number_of_origins_of_a_stance_is_what_the_account_counts_at_most() {
        let account = example::account();
        for idx in 0..account.claims.len() as u32 {
            for side in row(&account, idx).sides {
                assert_eq!(side.count.at_most as usize, side.who.len(), "claim {idx}");
            }
        }
    }
}
