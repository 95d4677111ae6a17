//! The fixed words for claims: how many origins there are, what an origin is, what a silence means.

use super::Part;
use stemma::model::{
    DisagreementKind, DisagreementOrder, JoinReason, MayBeOneReason, OriginCount, SilenceKind,
};

/// How many origins there are, as a range. "Independent" stands beside the lower end only, for what lies above it may be
/// one origin in several places.
pub fn count_words(count: OriginCount) -> Vec<Part<'static>> {
    use Part::{Label, Number};
    let origins = |number: u32| Label(if number == 1 { " origin" } else { " origins" });
    let (least, most) = (count.at_least, count.at_most);
    let mut parts = match least {
        0 => vec![Label("no independent origin known")],
        _ => vec![Label("at least "), Number(least as usize), Label(" independent"), origins(least)],
    };
    parts.extend([Label(", at most "), Number(most as usize)]);
    parts.extend((least == 0).then(|| origins(most)));
    parts
}

/// What it means that a report does not carry a claim.
pub fn silence_words(kind: SilenceKind) -> &'static str {
    match kind {
        SilenceKind::Silent => "silent",
        SilenceKind::DateUnknown => "silent, date unknown",
        SilenceKind::NotApplicable => "published before",
        SilenceKind::CannotTell => "cannot tell, text cut off or not in English",
    }
}

/// What the sides of a disagreement differ in.
pub fn disagreement_words(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Denial => "whether it is so",
        DisagreementKind::Number => "how many",
        DisagreementKind::Date => "when",
        DisagreementKind::Place => "where",
        DisagreementKind::Party => "who did it",
        DisagreementKind::Attribution => "who says it",
        DisagreementKind::Strength => "how sure it is",
    }
}

/// How the sides of a disagreement lie in time.
pub fn order_words(order: DisagreementOrder) -> &'static str {
    match order {
        DisagreementOrder::SameTime => "of the same time",
        DisagreementOrder::Update => "update",
        DisagreementOrder::Both => "update and disagreement",
        DisagreementOrder::Unknown => "update or disagreement, order unknown",
    }
}

/// Why two instances carry one claim.
pub fn join_words(reason: JoinReason) -> &'static str {
    match reason {
        JoinReason::Witnesses => "witnesses of one passage",
        JoinReason::SameHappening => "same happening",
        JoinReason::SameQuantity => "same quantity",
        JoinReason::GoesOn => "a quotation goes on",
        JoinReason::SumsUp => "a headline sums up",
        JoinReason::Denied => "one denies the other",
        JoinReason::Decided => "somebody decided so",
    }
}

/// Why two origins may be one.
pub fn may_be_one_words(reason: MayBeOneReason) -> &'static str {
    match reason {
        MayBeOneReason::SameParty => "voices of one party",
        MayBeOneReason::Unnamed => "one has no name and could be the other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(at_least: u32, at_most: u32) -> String {
        let shown = count_words(OriginCount { at_least, at_most }).into_iter().map(|part| match part {
            Part::Label(label) => label.to_owned(),
            Part::Number(number) => number.to_string(),
            other => panic!("{other:?}"),
        });
        shown.collect()
    }

    #[test]
    fn only_what_is_known_to_be_independent_is_called_so() {
        assert_eq!(words(0, 1), "no independent origin known, at most 1 origin");
        assert_eq!(words(1, 3), "at least 1 independent origin, at most 3");
        assert_eq!(words(2, 2), "at least 2 independent origins, at most 2");
    }
}
