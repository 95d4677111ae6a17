//! How the range of a count comes about, in fixed labels and numbers.

use super::Part;
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{Claim, OriginCount, OriginIdx, OriginWho, VoiceKind};

/// What the origins of one stance are, as far as the count asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Tally {
    /// Speakers with a name.
    named: usize,
    /// Of these, those counted once with another.
    named_tied: usize,
    /// Speakers without a name.
    unnamed: usize,
    /// Of these, those who could be one of the named, or one of each other.
    unnamed_tied: usize,
    /// Reports of unattributed text.
    reports: usize,
    /// Texts of which nobody can say where they stood first.
    families: usize,
    /// Origins that are there by an edit only.
    by_edit: usize,
}

/// One line for the lower end and one for the upper end, for some origins of a claim.
pub fn how_counted(
    account: &Account,
    claim: &Claim,
    counted: &[OriginIdx],
    count: OriginCount,
) -> Vec<Vec<Part<'static>>> {
    use Part::{Label, Number};
    let tally = Tally::of(account, claim, counted);
    let mut least = vec![Label("at least "), Number(count.at_least as usize), Label(":")];
    add(&mut least, tally.named, " named speaker", " named speakers");
    add(
        &mut least,
        tally.named_tied,
        " that may be one with another, not counted",
        " that may be one with others, not counted",
    );
    add(&mut least, tally.unnamed, " speaker without a name", " speakers without a name");
    add(
        &mut least,
        tally.unnamed_tied,
        " who could be another, not counted",
        " who could be others, not counted",
    );
    add(
        &mut least,
        tally.reports + tally.families,
        " of unattributed text, not counted",
        " of unattributed text, not counted",
    );
    add(&mut least, tally.by_edit, " by an edit only, not counted", " by an edit only, not counted");
    let speakers = tally.named + tally.unnamed;
    let mut most = vec![Label("at most "), Number(count.at_most as usize), Label(":")];
    add(&mut most, speakers, " speaker", " speakers");
    add(&mut most, tally.reports, " report of unattributed text", " reports of unattributed text");
    add(
        &mut most,
        tally.families,
        " text whose first report is not known",
        " texts whose first report is not known",
    );
    add(&mut most, tally.by_edit, " by an edit only", " by an edit only");
    vec![least, most]
}

/// Adds a number with its label; nothing for none.
fn add(parts: &mut Vec<Part<'static>>, number: usize, one: &'static str, many: &'static str) {
    if number == 0 {
        return;
    }
    // The head of the line has three parts.
    let lead = if parts.len() > 3 { ", " } else { " " };
    parts.extend([
        Part::Label(lead),
        Part::Number(number),
        Part::Label(if number == 1 { one } else { many }),
    ]);
}

impl Tally {
    fn of(account: &Account, claim: &Claim, counted: &[OriginIdx]) -> Self {
        let mut tally = Tally::default();
        let (mut named, mut unnamed) = (Vec::new(), Vec::new());
        for idx in counted {
            let origin = account.origin(*idx);
            match origin.who {
                _ if origin.is_by_edit => tally.by_edit += 1,
                OriginWho::Report(_) => tally.reports += 1,
                OriginWho::Family(_) => tally.families += 1,
                OriginWho::Voice(voice) if account.voice(voice).kind == VoiceKind::Unnamed => {
                    unnamed.push(*idx)
                }
                OriginWho::Voice(_) => named.push(*idx),
            }
        }
        let ties: Vec<(OriginIdx, OriginIdx)> =
            claim.may_be_one.iter().map(|pair| (pair.one, pair.other)).collect();
        let is_tied = |one: &OriginIdx, others: &[OriginIdx]| {
            ties.iter().any(|(a, b)| a == one && others.contains(b) || b == one && others.contains(a))
        };
        // Who may be somebody who may be a named one may be that one, too.
        let free =
            groups(&unnamed, &ties).into_iter().filter(|group| !group.iter().any(|one| is_tied(one, &named)));
        tally.named = named.len();
        tally.named_tied = named.len() - groups(&named, &ties).len();
        tally.unnamed = unnamed.len();
        tally.unnamed_tied = unnamed.len() - free.count();
        tally
    }
}

/// Those that are tied together, also over a third.
fn groups(origins: &[OriginIdx], ties: &[(OriginIdx, OriginIdx)]) -> Vec<Vec<OriginIdx>> {
    let mut group_of: BTreeMap<OriginIdx, OriginIdx> = origins.iter().map(|idx| (*idx, *idx)).collect();
    for (one, other) in ties {
        if let (Some(from), Some(to)) = (group_of.get(one).copied(), group_of.get(other).copied()) {
            group_of.values_mut().filter(|of| **of == from).for_each(|of| *of = to);
        }
    }
    let mut groups: BTreeMap<OriginIdx, Vec<OriginIdx>> = BTreeMap::new();
    group_of.into_iter().for_each(|(idx, group)| groups.entry(group).or_default().push(idx));
    groups.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::view::claim_row::{StanceKind, stances};
    use stemma::model::{ClaimIdx, MayBeOne, MayBeOneReason};

    fn words(lines: &[Vec<Part<'static>>]) -> Vec<String> {
        let shown = |part: &Part| match part {
            Part::Label(label) => (*label).to_owned(),
            Part::Number(number) => number.to_string(),
            other => panic!("{other:?}"),
        };
        lines.iter().map(|line| line.iter().map(shown).collect()).collect()
    }

    fn told(account: &Account, at_least: u32) -> Vec<String> {
        let claim = account.claim(ClaimIdx(0));
        let counted = &claim.origins[..2];
        words(&how_counted(account, claim, counted, OriginCount { at_least, at_most: 2 }))
    }

    #[test]
    fn what_may_be_one_is_counted_once() {
        let mut account = example::account();
        assert_eq!(told(&account, 2), ["at least 2: 2 named speakers", "at most 2: 2 speakers"]);
        let (one, other) = (account.claims[0].origins[0], account.claims[0].origins[1]);
        account.claims[0].may_be_one = vec![MayBeOne { one, other, reason: MayBeOneReason::SameParty }];
        let expected = "at least 1: 2 named speakers, 1 that may be one with another, not counted";
        assert_eq!(told(&account, 1)[0], expected);
    }

    #[test]
    fn a_name_that_an_edit_put_there_adds_to_the_upper_end_only() {
        let mut account = example::account();
        let second = account.claims[0].origins[1];
        account.origins[second.0 as usize].is_by_edit = true;
        let expected = [
            "at least 1: 1 named speaker, 1 by an edit only, not counted",
            "at most 2: 1 speaker, 1 by an edit only",
        ];
        assert_eq!(told(&account, 1), expected);
    }

    #[test]
    fn unattributed_text_is_told() {
        let account = example::account();
        let claim = account.claim(ClaimIdx(1));
        let count = claim.counts.affirm;
        let told = words(&how_counted(&account, claim, &claim.origins, count));
        let expected = [
            "at least 1: 1 speaker without a name, 1 of unattributed text, not counted",
            "at most 2: 1 speaker, 1 report of unattributed text",
        ];
        assert_eq!(told, expected);
    }

    /// The texts of the invented story that comes with the program.
    fn story() -> Vec<String> {
        let texts = [
            include_str!("../../../../examples/hadrel-dam/orna.txt"),
            include_str!("../../../../examples/hadrel-dam/newsline-today.txt"),
            include_str!("../../../../examples/hadrel-dam/morning-circle.txt"),
            include_str!("../../../../examples/hadrel-dam/radio-sild.txt"),
            include_str!("../../../../examples/hadrel-dam/world-brief.txt"),
        ];
        texts.map(str::to_owned).into()
    }

    #[test]
    fn what_is_told_adds_up_to_what_the_account_counts() {
        for account in [example::account(), example::found_in(&story())] {
            for claim in &account.claims {
                for (stance, count) in
                    [(StanceKind::Affirm, claim.counts.affirm), (StanceKind::Deny, claim.counts.deny)]
                {
                    let counted = claim.origins.iter().copied();
                    let counted: Vec<OriginIdx> = counted
                        .filter(|idx| stance.counts(&stances(&account, account.origin(*idx))))
                        .collect();
                    let tally = Tally::of(&account, claim, &counted);
                    let least = tally.named - tally.named_tied + tally.unnamed - tally.unnamed_tied;
                    let most = tally.named + tally.unnamed + tally.reports + tally.families + tally.by_edit;
                    assert_eq!((least, most), (count.at_least as usize, count.at_most as usize), "{claim:?}");
                }
            }
        }
    }

    #[test]
    fn who_may_be_somebody_who_may_be_a_named_one_may_be_that_one() {
        let mut account = example::account();
        let [first, second, third] = account.claims[0].origins[..] else { panic!("three origins") };
        for idx in [second, third] {
            let OriginWho::Voice(voice) = account.origin(idx).who else { panic!("a voice") };
            account.voices[voice.0 as usize].kind = VoiceKind::Unnamed;
        }
        let reason = MayBeOneReason::Unnamed;
        let pair = |one, other| MayBeOne { one, other, reason };
        account.claims[0].may_be_one = vec![pair(first, second), pair(second, third)];
        let claim = account.claim(ClaimIdx(0));
        let tally = Tally::of(&account, claim, &claim.origins);
        assert_eq!((tally.named, tally.unnamed, tally.unnamed_tied), (1, 2, 2));
    }
}
