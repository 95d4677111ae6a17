//! Are identifiers and the digest of content only, and of all of it, where something is claimed?

use crate::pile::{account, files, sources};
use stemma::account::record::Value;
use stemma::account::{records, verify};
use stemma::model::{
    Account, Carrier, ClaimRole, ClaimStance, DisagreementKind, DisagreementOrder, InstanceIdx, JoinReason,
    MayBeOneReason, OriginGround, OriginIdx, OriginWho, PlaceMeaning, PlaceUsage, SilenceKind, StoryIdx,
    VoiceIdx,
};

/// The number of records of a kind, and of different identifiers among them.
fn lines_and_identifiers(account: &Account, kind: &str) -> (usize, usize) {
    let records = records(account);
    let of_kind = records.iter().filter(|record| record["record"] == kind.into());
    let ids: Vec<&Value> = of_kind.map(|record| &record["id"]).collect();
    let different: std::collections::BTreeSet<&Value> = ids.iter().copied().collect();
    (ids.len(), different.len())
}

#[test]
fn words_that_carry_two_claims_alike_are_two_lines_of_one_identifier() {
    let account = account(&files());
    assert_eq!(lines_and_identifiers(&account, "instance"), (20, 18));
    assert_eq!(lines_and_identifiers(&account, "origin"), (11, 11));
    assert_eq!(lines_and_identifiers(&account, "claim"), (7, 7));
}

#[test]
fn an_account_in_which_nothing_is_claimed_holds() {
    let files = files();
    let mut account = account(&files);
    account.disagreements.clear();
    account.claims.clear();
    account.origins.clear();
    account.instances.clear();
    assert_eq!(verify(&records(&account), &sources(&files)), [], "stories alone");
    account.stories.clear();
    assert_eq!(verify(&records(&account), &sources(&files)), [], "no story either");
}

#[test]
fn an_account_with_references_that_lead_nowhere_is_written_and_does_not_hold() {
    let files = files();
    let mut account = account(&files);
    account.claims[0].story = StoryIdx(99);
    account.claims[1].origins.push(OriginIdx(99));
    account.origins[0].who = OriginWho::Voice(VoiceIdx(99));
    account.disagreements[0].sides[0].words.pop();
    assert!(!verify(&records(&account), &sources(&files)).is_empty());
}

#[test]
fn the_digest_depends_on_every_field_of_what_is_claimed() {
    type Change = fn(&mut Account);
    let changes: &[(&str, Change)] = &[
        ("story", |a| {
            a.stories.pop();
        }),
        ("part", |a| a.stories[0].parts[0].range.end -= 1),
        ("term", |a| a.stories[0].terms[0].range.end -= 1),
        ("span", |a| a.instances[0].span.range.end -= 1),
        ("carrier", |a| a.instances[0].carrier = Carrier::Headline),
        ("in passing", |a| a.instances[0].in_passing = true),
        ("stance", |a| a.instances[0].stance = ClaimStance::Alleges),
        ("marker", |a| a.instances.iter_mut().for_each(|one| one.marker = None)),
        ("part of an instance", |a| a.instances.iter_mut().for_each(|one| one.parts.clear())),
        ("role", |a| {
            a.instances
                .iter_mut()
                .flat_map(|one| &mut one.parts)
                .for_each(|one| one.role = ClaimRole::Recipient);
        }),
        ("join", |a| a.instances.iter_mut().for_each(|one| one.join = None)),
        ("whom it is joined with", |a| {
            let joins = a.instances.iter_mut().filter_map(|one| one.join.as_mut());
            joins.filter(|join| join.words.is_empty()).for_each(|join| join.with = InstanceIdx(0));
        }),
        ("reason of a join", |a| {
            let joins = a.instances.iter_mut().filter_map(|one| one.join.as_mut());
            joins.for_each(|join| join.reason = JoinReason::SameQuantity);
        }),
        ("words of a join", |a| {
            a.instances.iter_mut().filter_map(|one| one.join.as_mut()).for_each(|join| join.words.clear());
        }),
        ("ground", |a| a.instances[0].ground = OriginGround::NotStated),
        ("what it copies", |a| {
            let is_copy = |one: &&mut stemma::model::Instance| matches!(one.ground, OriginGround::Copy(_));
            let copies = a.instances.iter_mut().filter(is_copy);
            copies.for_each(|one| one.ground = OriginGround::Copy(InstanceIdx(19)));
        }),
        ("origin", |a| {
            a.origins.pop();
        }),
        ("who", |a| a.origins[0].who = OriginWho::Voice(VoiceIdx(1))),
        ("by edit", |a| a.origins[0].is_by_edit = true),
        ("instances of an origin", |a| a.origins[0].instances.truncate(1)),
        ("claim", |a| {
            a.claims.pop();
        }),
        ("story of a claim", |a| a.claims[0].story = StoryIdx(1)),
        ("instances of a claim", |a| a.claims[0].instances.truncate(4)),
        ("plainest", |a| a.claims[0].plainest = InstanceIdx(0)),
        ("origins of a claim", |a| a.claims[0].origins.clear()),
        ("what may be one", |a| a.claims.iter_mut().for_each(|one| one.may_be_one.clear())),
        ("why it may", |a| {
            let pairs = a.claims.iter_mut().flat_map(|one| &mut one.may_be_one);
            pairs.for_each(|pair| pair.reason = MayBeOneReason::Unnamed);
        }),
        ("at least", |a| a.claims[0].counts.affirm.at_least += 1),
        ("at most", |a| a.claims[0].counts.deny.at_most += 1),
        ("allege", |a| a.claims[0].counts.allege.at_most += 1),
        ("silence", |a| a.claims[0].silences.clear()),
        ("kind of silence", |a| a.claims[0].silences[0].kind = SilenceKind::CannotTell),
        ("disagreement", |a| {
            a.disagreements.pop();
        }),
        ("kind of disagreement", |a| a.disagreements[0].kind = DisagreementKind::Party),
        ("order", |a| a.disagreements[0].order = DisagreementOrder::Both),
        ("claims of a disagreement", |a| a.disagreements[0].claims.truncate(1)),
        ("sides", |a| a.disagreements[0].sides.truncate(1)),
        ("who is on a side", |a| a.disagreements[0].sides[0].instances[0] = InstanceIdx(19)),
        ("words of a side", |a| a.disagreements[0].sides[0].words[0].range.end -= 1),
        ("name of a place", |a| {
            a.places.pop();
        }),
        ("how it is used", |a| a.places.iter_mut().for_each(|one| one.usage = PlaceUsage::People)),
        ("what it stands for", |a| a.places.iter_mut().for_each(|one| one.meaning = PlaceMeaning::Unknown)),
        ("where that lies", |a| {
            for mention in &mut a.places {
                let PlaceMeaning::Chosen(place) = &mut mention.meaning else { continue };
                place.point.longitude += 1;
            }
        }),
        ("how near it comes", |a| a.places.iter_mut().for_each(|one| one.precision = None)),
        ("what spoke for it", |a| a.places.iter_mut().for_each(|one| one.reasons.truncate(1))),
    ];
    let original = account(&files());
    let digest = |account: &Account| records(account)[0]["digest"].clone();
    for (what, change) in changes {
        let mut changed = original.clone();
        change(&mut changed);
        assert!(original != changed, "{what}: the change changes nothing");
        assert_ne!(digest(&original), digest(&changed), "{what}");
    }
}
