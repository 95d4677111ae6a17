//! What of the claims of a story cannot all hold?
//!
//! In: claims with what stands behind them. Out: disagreements, in the order of their first words, with the words of each
//! side. Invariants: no words stand on two sides; nothing is called a disagreement that a later state of affairs may have
//! overtaken without saying so; time is linear in the instances.
//!
//! Contradictions of six kinds of words are looked for (de Marneffe, Rafferty and Manning 2008: negation, numbers and
//! opposites are those that can be told from words). Most come out of the way claims are made: a happening whose
//! instances give values that cannot both hold was split into claims.
//!
//! | module | question |
//! |---|---|
//! | `denial` | who affirms and who denies one claim? |
//! | `values` | which claims of one happening give another number or day? |
//! | `copies` | what does a copy say otherwise: a number, who says it, how sure? |
//! | `party` | who did it, and where? |
//! | `order` | is one side later than the other? |

mod copies;
mod denial;
mod order;
mod party;
mod values;

use crate::claim::{
    Answers, Claims, Likeness, Meaning, Parties, Role, Told, apart_in_time, has_own_name, times_of,
};
use crate::model::{
    ByteRange, ClaimIdx, Dating, Disagreement, DisagreementKind, Edit, InstanceIdx, Passage, Report, Side,
    Span, Statement,
};
use std::collections::BTreeSet;

/// What disagreements are looked for in.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// What each tells.
    pub told: &'a [&'a Told],
    /// When each was published.
    pub datings: &'a [Dating],
    /// Who said what.
    pub statements: &'a [Statement],
    /// Which speakers may be one.
    pub parties: &'a Parties<'a>,
    /// The passages.
    pub passages: &'a [Passage],
    /// How copies were changed.
    pub edits: &'a [Edit],
    /// The claims.
    pub claims: &'a Claims,
    /// Which words mean the same.
    pub meaning: Meaning<'a>,
}

/// Finds all disagreements.
pub fn find_disagreements(ground: Ground) -> Vec<Disagreement> {
    let answers = Answers::default();
    let ground = Ground { meaning: ground.meaning.remembering(&answers), ..ground };
    let mut found = denial::denials(ground);
    found.extend(values::of_values(ground));
    found.extend(copies::of_copies(ground));
    found.extend(party::of_participants(ground));
    found.retain_mut(settle);
    found.sort_by_cached_key(|one| (one.story, first(one), one.kind));
    // An edit of a number is told once, with the claims that the numbers part.
    let same_claims = |one: &Disagreement, other: &Disagreement| {
        one.kind == DisagreementKind::Number && one.claims.len() > 1 && one.claims == other.claims
    };
    found.dedup_by(|one, other| {
        one.kind == other.kind && (words(one) == words(other) || same_claims(one, other))
    });
    found
}

/// Where a disagreement begins.
fn first(one: &Disagreement) -> Option<Span> {
    one.sides.iter().flat_map(|side| &side.words).min().copied()
}

fn words(one: &Disagreement) -> BTreeSet<Span> {
    one.sides.iter().flat_map(|side| side.words.iter().copied()).collect()
}

/// Takes words off that stand on an earlier side, too; whether two sides are left.
fn settle(one: &mut Disagreement) -> bool {
    let mut taken: Vec<Span> = Vec::new();
    for side in &mut one.sides {
        let free = |words: &Span| {
            !taken.iter().any(|other| other.report == words.report && other.range.overlap(words.range) > 0)
        };
        let kept: Vec<(InstanceIdx, Span)> = side
            .instances
            .iter()
            .copied()
            .zip(side.words.iter().copied())
            .filter(|(_, words)| free(words))
            .collect();
        taken.extend(kept.iter().map(|(_, words)| *words));
        (side.instances, side.words) = kept.into_iter().unzip();
    }
    one.sides.retain(|side| !side.words.is_empty());
    one.sides.len() > 1
}

impl<'a> Ground<'a> {
    /// A side of these instances, each with the words that matter.
    fn side(&self, instances: &[InstanceIdx], words: impl Fn(InstanceIdx) -> ByteRange) -> Side {
        let span = |idx: &InstanceIdx| {
            let instance = &self.claims.instances[idx.0 as usize];
            Span { report: instance.span.report, range: words(*idx) }
        };
        Side { instances: instances.to_vec(), words: instances.iter().map(span).collect() }
    }

    /// The claims of some sides, in order.
    fn claims_of(&self, sides: &[Side]) -> Vec<ClaimIdx> {
        let claims: BTreeSet<ClaimIdx> = sides
            .iter()
            .flat_map(|side| &side.instances)
            .map(|idx| self.claims.instances[idx.0 as usize].claim)
            .collect();
        claims.into_iter().collect()
    }

    fn text(&self, words: Span) -> &'a str {
        words.range.of(&self.reports[words.report.0 as usize].text)
    }

    /// Whether two instances name other places, and none that is the same.
    fn are_elsewhere(&self, one: InstanceIdx, other: InstanceIdx) -> bool {
        let places = |idx: InstanceIdx| -> BTreeSet<&'a str> {
            let participants = self.clause(idx).map_or(&[][..], |(one, _)| &one.participants);
            const WHERE: [&str; 5] = ["in", "at", "near", "around", "outside"];
            let there =
                |role: &Role| matches!(role, Role::Circumstance(word) if WHERE.contains(&word.as_str()));
            // Whether a name is a place the model does not always know; that it stands behind "in" tells enough.
            let named =
                participants.iter().filter(|one| there(&one.role) && one.name.is_some_and(has_own_name));
            named.map(|one| one.lemma.as_str()).collect()
        };
        let (here, there) = (places(one), places(other));
        !here.is_empty() && !there.is_empty() && here.is_disjoint(&there)
    }

    /// Whether the predicates of two instances tell of one thing, and not of a thing and its opposite.
    fn tell_alike(&self, one: InstanceIdx, other: InstanceIdx) -> bool {
        let lemma = |idx: InstanceIdx| self.clause(idx).map(|(one, _)| one.lemma.as_str());
        lemma(one).zip(lemma(other)).is_none_or(|(one, other)| {
            !matches!(self.meaning.likeness(one, other), Likeness::None | Likeness::Opposite)
        })
    }

    /// Whether two instances name other times.
    fn are_apart_in_time(&self, one: InstanceIdx, other: InstanceIdx) -> bool {
        let times = |idx: InstanceIdx| {
            let text = &self.reports[self.claims.instances[idx.0 as usize].span.report.0 as usize].text;
            self.clause(idx).map_or(Vec::new(), |(_, slots)| times_of(slots, text))
        };
        apart_in_time(&times(one), &times(other)).is_some()
    }

    /// The proposition of an instance with its values.
    fn clause(&self, idx: InstanceIdx) -> Option<(&'a crate::claim::Proposition, &'a [crate::claim::Slot])> {
        let place = self.claims.backing.propositions[idx.0 as usize]?;
        let told = self.told[place.report.0 as usize];
        Some((&told.propositions[place.place as usize], &told.slots[place.place as usize]))
    }
}
