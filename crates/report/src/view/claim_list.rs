//! The claims of a pile as a list: in which order, under which numbers, and those of them that somebody asks for.

use crate::excerpt::trimmed;
use crate::quotations::{words_at, words_of};
use crate::{Numbering, Place};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use stemma::Account;
use stemma::model::{Claim, ClaimIdx, InstanceIdx, Span, StoryIdx};

/// Digits of an identifier that nobody takes for a word; fewer are one where a figure is among them.
const TELLING_DIGITS: usize = 4;

/// All claims of an account in the order in which they are shown: story by story, the stories of most reports first, and
/// in each what more reports carry, then what stands nearer to the head of a report.
///
/// The number of a claim is its place in this list, from 1, whatever part of the list is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedClaims {
    order: Vec<ClaimIdx>,
}

/// Which claims are asked for; all where nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClaimFilter<'a> {
    /// Only those in a disagreement.
    pub disputed: bool,
    /// Only those of several reports behind which one origin stands.
    pub lonely: bool,
    /// Only those with an instance that has all these words.
    pub words: Option<&'a str>,
}

impl ClaimFilter<'_> {
    /// Whether anything is asked for.
    pub fn is_any(&self) -> bool {
        *self != ClaimFilter::default()
    }
}

impl ListedClaims {
    /// The claims of an account.
    pub fn of(account: &Account, numbering: &Numbering) -> Self {
        let mut order: Vec<ClaimIdx> = (0..account.claims.len() as u32).map(ClaimIdx).collect();
        let stories: Vec<_> =
            (0..account.stories.len() as u32).map(|idx| story_rank(account, StoryIdx(idx))).collect();
        order.sort_by_cached_key(|idx| {
            let claim = account.claim(*idx);
            let places = places(account, numbering, claim);
            let first = places.iter().map(|place| (place.range.start, *place)).min();
            (stories.get(claim.story.0 as usize).copied(), Reverse(n_reports(&places)), first, *idx)
        });
        ListedClaims { order }
    }

    /// The claims in order.
    pub fn order(&self) -> &[ClaimIdx] {
        &self.order
    }

    /// The claims that are asked for, each with its number.
    pub fn filtered(&self, account: &Account, filter: ClaimFilter) -> Vec<(usize, ClaimIdx)> {
        let disputed: BTreeSet<ClaimIdx> =
            account.disagreements.iter().flat_map(|found| found.claims.iter().copied()).collect();
        let is_asked = |idx: ClaimIdx| {
            let claim = account.claim(idx);
            (!filter.disputed || disputed.contains(&idx))
                && (!filter.lonely || is_lonely(account, claim))
                && filter.words.is_none_or(|words| instance_with(account, claim, words).is_some())
        };
        (1..).zip(self.order.iter().copied()).filter(|(_, idx)| is_asked(*idx)).collect()
    }

    /// The claims that somebody may mean: by number, by an identifier or its beginning, or by words; `identifiers` are by
    /// claim of the account.
    ///
    /// What can be read in two ways is a number before it is an identifier, and an identifier before it is words.
    pub fn asked(&self, account: &Account, identifiers: &[String], asked: &str) -> Vec<(usize, ClaimIdx)> {
        let asked = asked.trim();
        let numbered = || (1..).zip(self.order.iter().copied());
        if let Some(idx) = asked.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
            let found: Vec<_> = numbered().skip(idx).take(1).collect();
            if !found.is_empty() {
                return found;
            }
        }
        if is_beginning(asked) {
            let named = |idx: ClaimIdx| {
                identifiers.get(idx.0 as usize).is_some_and(|identifier| identifier.starts_with(asked))
            };
            let found: Vec<_> = numbered().filter(|(_, idx)| named(*idx)).collect();
            if !found.is_empty() {
                return found;
            }
        }
        let found = self.filtered(account, ClaimFilter { words: Some(asked), ..ClaimFilter::default() });
        let whole = words_of(asked);
        let worded = |idx: ClaimIdx| words_of(words_at(account, wording(account, account.claim(idx))));
        let mut same = found.iter().filter(|(_, idx)| worded(*idx) == whole);
        match (same.next(), same.next()) {
            (Some(only), None) => vec![*only],
            _ => found,
        }
    }
}

/// Whether a text can only be the beginning of the identifier of a claim: the word "made" is none.
fn is_beginning(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('m') else { return false };
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_telling = digits.len() >= TELLING_DIGITS || digits.bytes().any(|byte| byte.is_ascii_digit());
    is_telling && digits.bytes().all(is_digit)
}

/// What brings a story to the front.
fn story_rank(account: &Account, story: StoryIdx) -> (Reverse<usize>, StoryIdx) {
    let reports: BTreeSet<_> =
        account.stories[story.0 as usize].parts.iter().map(|part| part.report).collect();
    (Reverse(reports.len()), story)
}

/// Whether one origin stands behind several reports.
fn is_lonely(account: &Account, claim: &Claim) -> bool {
    let reports: BTreeSet<_> = claim.instances.iter().map(|idx| account.instance(*idx).span.report).collect();
    claim.origins.len() <= 1 && reports.len() > 1
}

/// The first instance of a claim, the plainest before all others, that has all of these words.
pub fn instance_with(account: &Account, claim: &Claim, words: &str) -> Option<InstanceIdx> {
    let wanted = words_of(words);
    let wanted: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let has_all = |idx: &&InstanceIdx| {
        let worded = words_of(words_at(account, account.instance(**idx).span));
        let worded: BTreeSet<&str> = worded.split(' ').collect();
        !wanted.is_empty() && wanted.iter().all(|word| worded.contains(word))
    };
    std::iter::once(&claim.plainest).chain(&claim.instances).find(has_all).copied()
}

/// The words that stand for a claim, without blanks at their ends.
pub fn wording(account: &Account, claim: &Claim) -> Span {
    instance_words(account, claim.plainest)
}

/// The words of an instance, likewise.
pub fn instance_words(account: &Account, instance: InstanceIdx) -> Span {
    let span = account.instance(instance).span;
    Span { range: trimmed(&account.report(span.report).text, span.range), ..span }
}

/// Where the instances of a claim stand, by number of the report and place.
pub fn places(account: &Account, numbering: &Numbering, claim: &Claim) -> Vec<Place> {
    let spans = claim.instances.iter().map(|idx| instance_words(account, *idx));
    let mut places: Vec<Place> = spans.map(|span| numbering.place(span)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// How many reports some places stand in.
pub fn n_reports(places: &[Place]) -> usize {
    places.iter().map(|place| place.report).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::view::Identifiers;
    use stemma::account::records;

    fn found(filter: ClaimFilter) -> Vec<(usize, u32)> {
        let account = example::account();
        let list = ListedClaims::of(&account, &Numbering::of(&account));
        list.filtered(&account, filter).into_iter().map(|(number, idx)| (number, idx.0)).collect()
    }

    fn asked(asked: &str) -> Vec<u32> {
        let account = example::account();
        let identifiers = Identifiers::of(&records(&account)).claims;
        let list = ListedClaims::of(&account, &Numbering::of(&account));
        list.asked(&account, &identifiers, asked).into_iter().map(|(_, idx)| idx.0).collect()
    }

    #[test]
    fn what_more_reports_carry_comes_first_and_keeps_its_number() {
        let all = found(ClaimFilter::default());
        assert_eq!(all, [(1, 1), (2, 0), (3, 3), (4, 2)]);
        let disputed = found(ClaimFilter { disputed: true, ..ClaimFilter::default() });
        assert_eq!(disputed, [(2, 0), (3, 3), (4, 2)]);
    }

    #[test]
    fn words_are_looked_for_in_every_instance_whatever_their_order_and_capitals() {
        let words = |words| found(ClaimFilter { words: Some(words), ..ClaimFilter::default() });
        assert_eq!(words("REACHED deal"), [(2, 0)]);
        assert_eq!(words("workers"), [(2, 0)], "only the denial names them");
        assert_eq!(words("reach"), [], "a part of a word is no word");
        assert_eq!(words("..."), []);
    }

    #[test]
    fn one_origin_behind_several_reports_is_lonely() {
        let mut account = example::account();
        assert_eq!(found(ClaimFilter { lonely: true, ..ClaimFilter::default() }), []);
        account.claims[0].origins.truncate(1);
        assert!(is_lonely(&account, &account.claims[0]));
        assert!(!is_lonely(&account, &account.claims[2]), "one report only");
    }

    #[test]
    fn a_claim_is_asked_for_by_number_identifier_or_words() {
        let account = example::account();
        let identifiers = Identifiers::of(&records(&account)).claims;
        assert_eq!(asked("2"), [0]);
        assert_eq!(asked(&identifiers[3]), [3]);
        assert_eq!(asked(&identifiers[3][..6]), [3]);
        assert_eq!(asked("deal"), [0]);
        assert_eq!(asked("people left"), [3, 2], "two claims have these words");
        assert_eq!(asked("About 1,700 people left"), [3]);
        assert_eq!(asked("1,600"), [2]);
        assert_eq!(asked("nobody"), [] as [u32; 0]);
        assert_eq!(asked(" "), [] as [u32; 0]);
    }

    #[test]
    fn a_word_is_no_identifier() {
        assert!(!is_beginning("made") && !is_beginning("m") && !is_beginning("march"));
        assert!(is_beginning("m3") && is_beginning("mfade") && is_beginning("m0123456789abcdef"));
    }
}
