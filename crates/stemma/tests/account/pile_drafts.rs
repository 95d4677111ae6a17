//! Claims as drafts: instances and origins are counted from 0 in each, and get their numbers when it is added.

use crate::pile::{index, span};
use stemma::model::{
    Account, Carrier, Claim, ClaimIdx, ClaimStance, Counts, FamilyIdx, Instance, InstanceIdx, Join,
    JoinReason, MayBeOne, MayBeOneReason, Origin, OriginCount, OriginGround, OriginIdx, OriginWho, Report,
    Silence, SilenceKind, Span, StatementIdx, StoryIdx,
};

/// A family that is to be numbered when the draft is added.
pub const UNNUMBERED: FamilyIdx = FamilyIdx(u32::MAX);

/// A claim whose instances and origins are counted from 0.
pub struct Draft {
    pub story: u32,
    pub instances: Vec<Instance>,
    pub plainest: u32,
    pub origins: Vec<(OriginWho, bool)>,
    pub may_be_one: Vec<(u32, u32, MayBeOneReason)>,
    /// At least and at most: affirm, allege, deny.
    pub counts: [(u32, u32); 3],
    pub silences: Vec<Silence>,
}

/// Reports and statements, and what has been drafted of them.
pub struct Pile<'a> {
    pub reports: &'a [Report],
    pub statements: Vec<Span>,
    pub claims: Vec<Draft>,
}

impl Pile<'_> {
    pub fn at(&self, text: &str, words: &str, nth: usize) -> Span {
        span(self.reports, text, words, nth)
    }

    /// Words that affirm, with the origin of this number.
    pub fn instance(&self, span: Span, carrier: Carrier, origin: u32, ground: OriginGround) -> Instance {
        Instance {
            claim: ClaimIdx(0),
            span,
            carrier,
            in_passing: false,
            stance: ClaimStance::Affirms,
            marker: None,
            parts: Vec::new(),
            join: None,
            origin: OriginIdx(origin),
            ground,
        }
    }

    /// Words of a statement, by its speaker.
    pub fn said(&self, text: &str, words: &str, origin: u32) -> Instance {
        let place = self.at(text, words, 0);
        let holds = |whole: &Span| whole.report == place.report && whole.range.contains(place.range);
        let idx = self.statements.iter().position(holds).expect("the words are said");
        self.instance(place, Carrier::Statement(StatementIdx(idx as u32)), origin, OriginGround::Speaker)
    }

    pub fn silences(&self, silences: &[(&str, SilenceKind)]) -> Vec<Silence> {
        let silence =
            |(text, kind): &(&str, SilenceKind)| Silence { report: index(self.reports, text), kind: *kind };
        silences.iter().map(silence).collect()
    }
}

pub fn joined(mut instance: Instance, with: u32, reason: JoinReason, words: &[(Span, Span)]) -> Instance {
    let words = words.iter().map(|(here, there)| (here.range, there.range)).collect();
    instance.join = Some(Join { with: InstanceIdx(with), reason, words });
    instance
}

/// Gives the instances and origins of a draft their numbers, and the family that has none its own.
pub fn add_claim(account: &mut Account, claim: ClaimIdx, draft: Draft, family: FamilyIdx) {
    let first = account.instances.len() as u32;
    let first_origin = account.origins.len() as u32;
    let moved = |idx: InstanceIdx| InstanceIdx(first + idx.0);
    let mut origins: Vec<Origin> = draft
        .origins
        .iter()
        .map(|(who, is_by_edit)| Origin {
            claim,
            who: if *who == OriginWho::Family(UNNUMBERED) { OriginWho::Family(family) } else { *who },
            instances: Vec::new(),
            is_by_edit: *is_by_edit,
        })
        .collect();
    for (nth, mut instance) in draft.instances.into_iter().enumerate() {
        instance.claim = claim;
        origins[instance.origin.0 as usize].instances.push(moved(InstanceIdx(nth as u32)));
        instance.origin.0 += first_origin;
        instance.ground = match instance.ground {
            OriginGround::Copy(of) => OriginGround::Copy(moved(of)),
            OriginGround::SumsUp(of) => OriginGround::SumsUp(moved(of)),
            other => other,
        };
        if let Some(join) = &mut instance.join {
            join.with = moved(join.with);
        }
        account.instances.push(instance);
    }
    let n_origins = origins.len() as u32;
    account.origins.extend(origins);
    let count = |(at_least, at_most): (u32, u32)| OriginCount { at_least, at_most };
    let may_be_one = draft.may_be_one.into_iter().map(|(one, other, reason)| MayBeOne {
        one: OriginIdx(first_origin + one),
        other: OriginIdx(first_origin + other),
        reason,
    });
    account.claims.push(Claim {
        story: StoryIdx(draft.story),
        instances: (first..account.instances.len() as u32).map(InstanceIdx).collect(),
        plainest: moved(InstanceIdx(draft.plainest)),
        origins: (first_origin..first_origin + n_origins).map(OriginIdx).collect(),
        may_be_one: may_be_one.collect(),
        counts: Counts {
            affirm: count(draft.counts[0]),
            allege: count(draft.counts[1]),
            deny: count(draft.counts[2]),
        },
        silences: draft.silences,
    });
}
