//! Who did it, and where: of what two instances give as one happening, other doers or other places.

use super::Ground;
use crate::claim::{Likeness, Participant, PredicateKind, Proposition, Role, SlotKind, has_own_name};
use crate::model::{
    ByteRange, Claim, ClaimStance, Disagreement, DisagreementKind, DisagreementOrder, InstanceIdx, Side, Span,
};

/// The disagreements over who did what a claim tells, and where.
pub fn of_participants(ground: Ground) -> Vec<Disagreement> {
    let claims = ground.claims.claims.iter().filter(|claim| claim.instances.len() > 1);
    claims.flat_map(|claim| [doers(ground, claim), places(ground, claim)]).flatten().collect()
}

/// The instances of a claim that say it for its own sake.
fn saying<'a>(ground: Ground<'a>, claim: &Claim) -> Vec<(InstanceIdx, &'a Proposition)> {
    let says = |idx: &&InstanceIdx| ground.claims.instances[idx.0 as usize].stance == ClaimStance::Affirms;
    let told = claim.instances.iter().filter(says).filter_map(|idx| Some((*idx, ground.clause(*idx)?.0)));
    told.filter(|(_, one)| !one.is_open).collect()
}

/// Instances that name other doers of the same thing done to the same.
fn doers(ground: Ground, claim: &Claim) -> Option<Disagreement> {
    let meaning = ground.meaning;
    let doer = |one: &&Participant| {
        let somebody = one.name.is_some_and(has_own_name)
            || meaning.is_person(&one.lemma)
            || meaning.is_group(&one.lemma);
        one.role == Role::Actor && !one.is_pronoun && somebody
    };
    let told = saying(ground, claim);
    // So many soldiers and so many civilians: others, and no two answers to one question.
    let counted = |idx: InstanceIdx, doer: &Participant| {
        let slots = ground.clause(idx).map_or(&[][..], |(_, slots)| slots);
        slots
            .iter()
            .any(|slot| matches!(slot.kind, SlotKind::Number(_)) && slot.range.overlap(doer.range) > 0)
    };
    let passive = |one: &Proposition| one.kind == PredicateKind::Carried;
    let sided = told.iter().filter_map(|(idx, one)| {
        let doers: Vec<&Participant> = one.participants.iter().filter(doer).collect();
        let done_to = one.kind == PredicateKind::Carried
            || one.participants.iter().any(|one| one.role == Role::Recipient && !one.is_pronoun);
        (done_to && doers.len() == 1 && (passive(one) || !counted(*idx, doers[0]))).then(|| (*idx, doers[0]))
    });
    sides(ground, claim, DisagreementKind::Party, sided.collect(), &|a, b| {
        are_two(ground, a, b) && share_object(ground, &told, a, b)
    })
}

/// Whether two doers are surely two: no word of the one stands by the other, and neither could be meant by the other.
fn are_two(ground: Ground, one: &Participant, other: &Participant) -> bool {
    let likeness = ground.meaning.likeness(&one.lemma, &other.lemma);
    let shared = one.lemma == other.lemma
        || one.others.iter().any(|word| other.others.contains(word) || *word == other.lemma)
        || other.others.contains(&one.lemma);
    let known = one.is_known && one.name.is_none() && other.name.is_some()
        || other.is_known && other.name.is_none() && one.name.is_some();
    likeness == Likeness::None && !shared && !known
}

/// Whether what two doers do is done to the same, by its own word.
fn share_object(
    ground: Ground,
    told: &[(InstanceIdx, &Proposition)],
    one: &Participant,
    other: &Participant,
) -> bool {
    let objects = |doer: &Participant| {
        let of = teller(told, doer).into_iter().flat_map(|told| &told.participants);
        of.filter(|there| there.role == Role::Recipient).collect::<Vec<_>>()
    };
    let (here, there) = (objects(one), objects(other));
    let same =
        |a: &Participant, b: &Participant| ground.meaning.likeness(&a.lemma, &b.lemma) == Likeness::Same;
    here.iter().any(|a| there.iter().any(|b| same(a, b)))
}

/// What a participant takes part in.
fn teller<'a>(told: &[(InstanceIdx, &'a Proposition)], of: &Participant) -> Option<&'a Proposition> {
    let has = |one: &Proposition| one.participants.iter().any(|there| std::ptr::eq(there, of));
    told.iter().map(|(_, one)| *one).find(|one| has(one))
}

/// Instances that name other places for what happened to one who has a name, or to a thing that both tell from others by
/// the same word: "the altar piece of Saint Imre".
fn places(ground: Ground, claim: &Claim) -> Option<Disagreement> {
    const PLACES: [&str; 4] = ["in", "at", "near", "on"];
    // Whether a name is a place the model does not always know; that it stands behind "in" tells enough.
    let place = |one: &&Participant| {
        let there = matches!(&one.role, Role::Circumstance(word) if PLACES.contains(&word.as_str()));
        there && one.name.is_some_and(has_own_name)
    };
    let told = saying(ground, claim);
    let particular = |a: &Participant, b: &Participant| {
        let taking_part = |place: &Participant| {
            let of = teller(&told, place).into_iter().flat_map(|told| &told.participants);
            of.filter(|one| !matches!(one.role, Role::Circumstance(_))).collect::<Vec<_>>()
        };
        let (here, there) = (taking_part(a), taking_part(b));
        let named = |list: &[&Participant]| list.iter().any(|one| one.name.is_some_and(has_own_name));
        let same = |a: &Participant, b: &Participant| {
            let thing = a.is_known && b.is_known && !ground.meaning.is_person(&a.lemma);
            thing && a.lemma == b.lemma && a.others.iter().any(|word| b.others.contains(word))
        };
        named(&here) && named(&there) || here.iter().any(|a| there.iter().any(|b| same(a, b)))
    };
    let sided = told.iter().filter_map(|(idx, one)| {
        let places: Vec<&Participant> = one.participants.iter().filter(place).collect();
        (places.len() == 1).then(|| (*idx, places[0]))
    });
    sides(ground, claim, DisagreementKind::Place, sided.collect(), &|a, b| {
        are_two(ground, a, b) && particular(a, b)
    })
}

/// Instances into sides: those of which any two are told apart.
fn sides(
    ground: Ground,
    claim: &Claim,
    kind: DisagreementKind,
    told: Vec<(InstanceIdx, &Participant)>,
    differ: &dyn Fn(&Participant, &Participant) -> bool,
) -> Option<Disagreement> {
    let mut sides: Vec<Vec<(InstanceIdx, &Participant)>> = Vec::new();
    for one in told {
        match sides.iter_mut().find(|side| side.iter().any(|(_, other)| !differ(one.1, other))) {
            Some(side) => side.push(one),
            None => sides.push(vec![one]),
        }
    }
    let place = |idx: InstanceIdx, range: ByteRange| Span {
        report: ground.claims.instances[idx.0 as usize].span.report,
        range,
    };
    let side = |list: &Vec<(InstanceIdx, &Participant)>| Side {
        instances: list.iter().map(|(idx, _)| *idx).collect(),
        words: list.iter().map(|(idx, one)| place(*idx, one.range)).collect(),
    };
    let sides: Vec<Side> = sides.iter().map(side).collect();
    (sides.len() > 1).then(|| Disagreement {
        story: claim.story,
        kind,
        order: DisagreementOrder::SameTime,
        claims: ground.claims_of(&sides),
        sides,
    })
}
