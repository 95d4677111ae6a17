//! What holds of the claims of every account: nothing is counted twice, and nothing is left over.

use std::collections::BTreeSet;
use stemma::model::{
    Account, ByteRange, Carrier, Claim, ClaimIdx, ClaimStance, Disagreement, Instance, InstanceIdx, Origin,
    OriginGround, OriginIdx, OriginWho, ReportIdx, Span,
};

/// Panics where claims, instances, origins, silences and disagreements of an account do not fit together.
pub fn check(account: &Account) {
    check_that_each_has_one_place(account);
    for (idx, claim) in account.claims.iter().enumerate() {
        check_claim(account, ClaimIdx(idx as u32), claim);
        check_counts(account, claim);
        check_reports(account, claim);
    }
    for (idx, instance) in account.instances.iter().enumerate() {
        check_words(account, instance);
        check_ground(account, InstanceIdx(idx as u32), instance);
    }
    account.disagreements.iter().for_each(|found| check_disagreement(account, found));
}

/// Each instance is in one claim and one origin, and each origin in one claim.
fn check_that_each_has_one_place(account: &Account) {
    let instances: Vec<InstanceIdx> = (0..account.instances.len() as u32).map(InstanceIdx).collect();
    let of_claims = account.claims.iter().flat_map(|claim| claim.instances.iter().copied());
    let of_origins = account.origins.iter().flat_map(|origin| origin.instances.iter().copied());
    assert_eq!(sorted(of_claims), instances, "instances of the claims");
    assert_eq!(sorted(of_origins), instances, "instances of the origins");
    let origins: Vec<OriginIdx> = (0..account.origins.len() as u32).map(OriginIdx).collect();
    let of_claims = account.claims.iter().flat_map(|claim| claim.origins.iter().copied());
    assert_eq!(sorted(of_claims), origins, "origins of the claims");
}

fn check_claim(account: &Account, idx: ClaimIdx, claim: &Claim) {
    let Claim { instances, origins, plainest, may_be_one, .. } = claim;
    assert!(instances.contains(plainest), "the plainest instance of {idx:?} is another's");
    let spans: Vec<Span> = instances.iter().map(|instance| account.instance(*instance).span).collect();
    assert!(spans.is_sorted(), "instances of {idx:?} are out of order");
    for instance in instances {
        assert_eq!(account.instance(*instance).claim, idx, "{instance:?}");
    }
    let firsts: Vec<InstanceIdx> =
        origins.iter().map(|origin| account.origin(*origin).instances[0]).collect();
    assert!(firsts.is_sorted(), "origins of {idx:?} are out of order");
    for origin in origins {
        check_origin(account, *origin, account.origin(*origin), idx);
    }
    for pair in may_be_one {
        assert!(
            pair.one != pair.other && origins.contains(&pair.one) && origins.contains(&pair.other),
            "{pair:?}"
        );
    }
    let unjoined = instances.iter().filter(|instance| account.instance(**instance).join.is_none());
    assert!(unjoined.eq(&instances[..1]), "all but the first of {idx:?} say why they are there");
}

fn check_origin(account: &Account, idx: OriginIdx, origin: &Origin, claim: ClaimIdx) {
    assert_eq!(origin.claim, claim, "{idx:?}");
    assert!(!origin.instances.is_empty() && origin.instances.is_sorted(), "{idx:?}");
    for instance in &origin.instances {
        assert_eq!(account.instance(*instance).origin, idx, "{instance:?}");
    }
}

/// The counts are those of the origins.
fn check_counts(account: &Account, claim: &Claim) {
    let origins = || claim.origins.iter().map(|idx| account.origin(*idx));
    let takes = |origin: &Origin, stance: ClaimStance| {
        origin.instances.iter().any(|idx| account.instance(*idx).stance == stance)
    };
    let affirms =
        |origin: &&Origin| takes(origin, ClaimStance::Affirms) || takes(origin, ClaimStance::Alleges);
    let alleges =
        |origin: &&Origin| takes(origin, ClaimStance::Alleges) && !takes(origin, ClaimStance::Affirms);
    let denies = |origin: &&Origin| takes(origin, ClaimStance::Denies);
    let can_add = |origin: &&Origin| matches!(origin.who, OriginWho::Voice(_)) && !origin.is_by_edit;
    let counts = claim.counts;
    let told = [
        (counts.affirm, origins().filter(affirms).collect::<Vec<_>>()),
        (counts.allege, origins().filter(alleges).collect()),
        (counts.deny, origins().filter(denies).collect()),
    ];
    for (count, of_stance) in told {
        assert!(count.at_least <= count.at_most, "{count:?}");
        assert_eq!(count.at_most as usize, of_stance.len(), "{claim:?}");
        let n_voices = of_stance.iter().filter(|origin| can_add(origin)).count();
        assert!(count.at_least as usize <= n_voices, "{count:?} of {n_voices} voices: {claim:?}");
    }
}

/// Each report of the story either carries a claim or is silent on it.
fn check_reports(account: &Account, claim: &Claim) {
    let parts = &account.stories[claim.story.0 as usize].parts;
    let of_story: BTreeSet<ReportIdx> = parts.iter().map(|part| part.report).collect();
    let spans = || claim.instances.iter().map(|idx| account.instance(*idx).span);
    for span in spans() {
        let is_inside = |part: &Span| part.report == span.report && part.range.contains(span.range);
        assert!(parts.iter().any(is_inside), "{span:?} is outside its story");
    }
    let carrying: BTreeSet<ReportIdx> = spans().map(|span| span.report).collect();
    let silent: Vec<ReportIdx> = claim.silences.iter().map(|silence| silence.report).collect();
    assert!(silent.windows(2).all(|pair| pair[0] < pair[1]), "silences are out of order");
    assert!(silent.iter().all(|report| !carrying.contains(report)), "a report is silent and is not");
    let all: BTreeSet<ReportIdx> = carrying.into_iter().chain(silent).collect();
    assert_eq!(all, of_story, "reports that carry a claim or are silent");
}

/// What proves an instance stands in its own words, or in the sentences of its statement.
fn check_words(account: &Account, instance: &Instance) {
    let text = &account.report(instance.span.report).text;
    let sentences = match instance.carrier {
        Carrier::Statement(idx) => {
            let statement = account.statement(idx);
            assert_eq!(statement.span.report, instance.span.report, "a statement of another report");
            statement.span.range
        }
        Carrier::Assertion | Carrier::Headline => instance.span.range,
    };
    let is_inside = |range: ByteRange| instance.span.range.contains(range) || sentences.contains(range);
    assert!(!instance.span.range.is_empty() && text.get(instance.span.range.as_usize()).is_some());
    for part in &instance.parts {
        assert!(text.get(part.range.as_usize()).is_some_and(|words| !words.trim().is_empty()), "{part:?}");
        assert!(is_inside(part.range), "{part:?} is outside {:?} and {sentences:?}", instance.span);
    }
    if let Some(marker) = instance.marker {
        assert!(text.get(marker.as_usize()).is_some_and(|words| !words.is_empty()), "{marker:?}");
    }
    if let Some(join) = &instance.join {
        let other = account.instance(join.with);
        assert_eq!(other.claim, instance.claim, "joined to another claim");
        let other_text = &account.report(other.span.report).text;
        for (here, there) in &join.words {
            assert!(text.get(here.as_usize()).is_some() && other_text.get(there.as_usize()).is_some());
        }
    }
}

/// Who copies or sums up another instance has its origin.
fn check_ground(account: &Account, idx: InstanceIdx, instance: &Instance) {
    if let OriginGround::Copy(other) | OriginGround::SumsUp(other) = instance.ground {
        assert_ne!(other, idx, "an instance that copies itself");
        assert_eq!(
            account.instance(other).origin,
            instance.origin,
            "{idx:?} has not the origin of what it copies"
        );
    }
}

fn check_disagreement(account: &Account, found: &Disagreement) {
    assert!(found.sides.len() >= 2, "{found:?}");
    let mut claims: BTreeSet<ClaimIdx> = BTreeSet::new();
    for side in &found.sides {
        assert!(!side.instances.is_empty() && side.instances.len() == side.words.len(), "{found:?}");
        for (idx, words) in side.instances.iter().zip(&side.words) {
            let instance = account.instance(*idx);
            assert_eq!(words.report, instance.span.report, "words of another report");
            assert!(account.report(words.report).text.get(words.range.as_usize()).is_some(), "{words:?}");
            assert_eq!(account.claim(instance.claim).story, found.story, "an instance of another story");
            claims.insert(instance.claim);
        }
    }
    assert_eq!(found.claims, claims.into_iter().collect::<Vec<_>>(), "the claims of the sides");
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all
}
