//! The fixed words of the format that claims, their instances and origins, and disagreements have.

use crate::model::{
    Carrier, ClaimRole, ClaimStance, DisagreementKind, DisagreementOrder, JoinReason, MayBeOneReason,
    OriginGround, SilenceKind,
};

/// All labels of what kind of text carries a claim.
pub const CARRIER_LABELS: [&str; 3] = ["statement", "assertion", "headline"];

/// The label of what kind of text carries a claim.
pub fn carrier_label(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Statement(_) => "statement",
        Carrier::Assertion => "assertion",
        Carrier::Headline => "headline",
    }
}

/// All stances to a claim.
pub const CLAIM_STANCE_LABELS: [&str; 3] = ["affirms", "alleges", "denies"];

/// The label of a stance to a claim.
pub fn claim_stance_label(stance: ClaimStance) -> &'static str {
    match stance {
        ClaimStance::Affirms => "affirms",
        ClaimStance::Alleges => "alleges",
        ClaimStance::Denies => "denies",
    }
}

/// All labels of what words are to a claim.
pub const ROLE_LABELS: [&str; 6] = ["predicate", "actor", "recipient", "place", "time", "quantity"];

/// The label of what words are to a claim.
pub fn role_label(role: ClaimRole) -> &'static str {
    match role {
        ClaimRole::Predicate => "predicate",
        ClaimRole::Actor => "actor",
        ClaimRole::Recipient => "recipient",
        ClaimRole::Place => "place",
        ClaimRole::Time => "time",
        ClaimRole::Quantity => "quantity",
    }
}

/// All grounds on which two instances carry one claim.
pub const JOIN_LABELS: [&str; 7] =
    ["witnesses", "same-happening", "same-quantity", "goes-on", "sums-up", "denied", "decided"];

/// The label of a ground on which two instances carry one claim.
pub fn join_label(reason: JoinReason) -> &'static str {
    match reason {
        JoinReason::Witnesses => "witnesses",
        JoinReason::SameHappening => "same-happening",
        JoinReason::SameQuantity => "same-quantity",
        JoinReason::GoesOn => "goes-on",
        JoinReason::SumsUp => "sums-up",
        JoinReason::Denied => "denied",
        JoinReason::Decided => "decided",
    }
}

/// All labels of why an instance has its origin.
pub const GROUND_LABELS: [&str; 6] = ["speaker", "copy", "sums-up", "own-text", "not-stated", "changed-copy"];

/// The label of why an instance has its origin.
pub fn ground_label(ground: OriginGround) -> &'static str {
    match ground {
        OriginGround::Speaker => "speaker",
        OriginGround::Copy(_) => "copy",
        OriginGround::SumsUp(_) => "sums-up",
        OriginGround::OwnText => "own-text",
        OriginGround::NotStated => "not-stated",
        OriginGround::ChangedCopy => "changed-copy",
    }
}

/// All labels of why two origins may be one.
pub const MAY_BE_ONE_LABELS: [&str; 2] = ["same-party", "unnamed"];

/// The label of why two origins may be one.
pub fn may_be_one_label(reason: MayBeOneReason) -> &'static str {
    match reason {
        MayBeOneReason::SameParty => "same-party",
        MayBeOneReason::Unnamed => "unnamed",
    }
}

/// All labels of what it means that a report does not carry a claim.
pub const SILENCE_LABELS: [&str; 4] = ["silent", "date-unknown", "not-applicable", "cannot-tell"];

/// The label of what it means that a report does not carry a claim.
pub fn silence_label(kind: SilenceKind) -> &'static str {
    match kind {
        SilenceKind::Silent => "silent",
        SilenceKind::DateUnknown => "date-unknown",
        SilenceKind::NotApplicable => "not-applicable",
        SilenceKind::CannotTell => "cannot-tell",
    }
}

/// All labels of what instances differ in.
pub const DISAGREEMENT_LABELS: [&str; 7] =
    ["denial", "number", "date", "place", "party", "attribution", "strength"];

/// The label of what instances differ in.
pub fn disagreement_label(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Denial => "denial",
        DisagreementKind::Number => "number",
        DisagreementKind::Date => "date",
        DisagreementKind::Place => "place",
        DisagreementKind::Party => "party",
        DisagreementKind::Attribution => "attribution",
        DisagreementKind::Strength => "strength",
    }
}

/// All labels of how the sides of a disagreement lie in time.
pub const ORDER_LABELS: [&str; 4] = ["same-time", "update", "both", "unknown"];

/// The label of how the sides of a disagreement lie in time.
pub fn order_label(order: DisagreementOrder) -> &'static str {
    match order {
        DisagreementOrder::SameTime => "same-time",
        DisagreementOrder::Update => "update",
        DisagreementOrder::Both => "both",
        DisagreementOrder::Unknown => "unknown",
    }
}
