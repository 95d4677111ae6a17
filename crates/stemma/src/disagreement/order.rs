//! Is one side of a disagreement later than the other?
//!
//! A toll that rises from one day to the next was overtaken; two tolls of one day disagree; and of two undated ones nobody can say.

use super::Ground;
use crate::model::{Day, DisagreementOrder, InstanceIdx, OriginWho, ReportIdx, Side};
use std::collections::BTreeSet;

/// How sides lie in time; `may_grow` where the later of two values may simply be the newer.
pub fn order(ground: Ground, sides: &[Side], may_grow: bool) -> DisagreementOrder {
    let reports =
        |side: &Side| -> BTreeSet<ReportIdx> { side.words.iter().map(|words| words.report).collect() };
    let shared = sides.iter().enumerate().any(|(at, one)| {
        sides[at + 1..].iter().any(|other| reports(one).intersection(&reports(other)).next().is_some())
    });
    if !may_grow || shared || share_text(ground, sides) {
        return DisagreementOrder::SameTime;
    }
    let days: Vec<Option<(Day, Day)>> = sides.iter().map(|side| days(ground, &reports(side))).collect();
    let known: Vec<(Day, Day)> = days.iter().flatten().copied().collect();
    if known.len() < sides.len() {
        return DisagreementOrder::Unknown;
    }
    let apart = |(at, one): (usize, &(Day, Day))| {
        known[at + 1..].iter().all(|other| one.1 < other.0 || other.1 < one.0)
    };
    if !known.iter().enumerate().all(apart) {
        return DisagreementOrder::SameTime;
    }
    let speakers: Vec<BTreeSet<OriginWho>> =
        sides.iter().map(|side| origins(ground, &side.instances)).collect();
    let same = speakers.windows(2).any(|pair| pair[0].intersection(&pair[1]).next().is_some());
    let nobody = speakers.iter().all(|side| side.iter().all(|who| !matches!(who, OriginWho::Voice(_))));
    if same || nobody { DisagreementOrder::Update } else { DisagreementOrder::Both }
}

/// The first and last day on which the reports of a side can have been published, if all are known.
fn days(ground: Ground, reports: &BTreeSet<ReportIdx>) -> Option<(Day, Day)> {
    let of = |report: &ReportIdx| {
        let dating = &ground.datings[report.0 as usize];
        Some((dating.earliest?, dating.latest?))
    };
    let all: Option<Vec<(Day, Day)>> = reports.iter().map(of).collect();
    let all = all?;
    Some((all.iter().map(|(first, _)| *first).min()?, all.iter().map(|(_, last)| *last).max()?))
}

fn origins(ground: Ground, instances: &[InstanceIdx]) -> BTreeSet<OriginWho> {
    let claims = ground.claims;
    instances
        .iter()
        .map(|idx| claims.origins[claims.instances[idx.0 as usize].origin.0 as usize].who)
        .collect()
}

/// Whether witnesses of one text stand on two sides: a copy is no later state of affairs.
fn share_text(ground: Ground, sides: &[Side]) -> bool {
    let texts = |side: &Side| -> BTreeSet<usize> {
        side.instances.iter().filter_map(|idx| ground.claims.backing.texts[idx.0 as usize]).collect()
    };
    sides.iter().enumerate().any(|(at, one)| {
        sides[at + 1..].iter().any(|other| texts(one).intersection(&texts(other)).next().is_some())
    })
}
