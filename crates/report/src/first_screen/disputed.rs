//! In dispute: instances that cannot all hold, and what is denied without anybody saying it.
//!
//! What a later state of affairs has overtaken is no dispute and stands apart.

use super::{Listing, Rank, View, count_reports, rank};
use crate::Place;
use crate::excerpt::{Wording, head, tail, trimmed};
use crate::view::{Behind, ClaimView, OriginView};
use std::collections::BTreeMap;
use stemma::model::*;

/// Something that not all agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disputed<'a> {
    /// Instances cannot all hold.
    Disagreement(Disagreed<'a>),
    /// It is denied, and nobody in the pile says that it is so.
    Denied(Box<ClaimView<'a>>),
}

/// Instances that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreed<'a> {
    /// Which disagreement of the account.
    pub idx: usize,
    /// What they differ in.
    pub kind: DisagreementKind,
    /// How the sides lie in time.
    pub order: DisagreementOrder,
    /// The numbers of the claims that they carry.
    pub claims: Vec<usize>,
    /// The sides, that of most reports first.
    pub sides: Listing<Side<'a>>,
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side<'a> {
    /// Its words, in the shortest of its instances.
    pub words: Marked<'a>,
    /// Where the others have theirs.
    pub also_in: Listing<Place>,
    /// In how many reports they stand.
    pub n_reports: usize,
    /// Who stands behind them.
    pub origins: Listing<OriginView<'a>>,
}

/// Words of an instance, those marked that cannot hold beside those of the other sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<'a> {
    /// Where the marked words stand.
    pub place: Place,
    /// What stands before them, as far as it is near.
    pub before: &'a str,
    /// Whether more stands before that.
    pub has_more_before: bool,
    /// The marked words.
    pub words: Wording<'a>,
    /// What stands behind them, as far as it is near.
    pub after: &'a str,
    /// Whether more stands behind that.
    pub has_more_after: bool,
}

impl Disagreed<'_> {
    /// What the sides differ in.
    pub fn kind_label(&self) -> &'static str {
        match self.kind {
            DisagreementKind::Denial => "whether it is so",
            DisagreementKind::Number => "how many",
            DisagreementKind::Date => "when",
            DisagreementKind::Place => "where",
            DisagreementKind::Party => "who did it",
            DisagreementKind::Attribution => "who says it",
            DisagreementKind::Strength => "how sure or exact it is",
        }
    }

    /// How they lie in time.
    pub fn order_label(&self) -> &'static str {
        match self.order {
            DisagreementOrder::SameTime => "at the same time",
            DisagreementOrder::Update => "overtaken: update",
            DisagreementOrder::Both => "later and another speaker: both update and disagreement",
            DisagreementOrder::Unknown => "order unknown: update or disagreement",
        }
    }
}

/// All disputes: what happened comes before who says it and how surely, and then what most reports dispute; and what was
/// overtaken.
pub(super) fn disputed<'a>(view: &View<'a, '_>) -> (Listing<Disputed<'a>>, Listing<Disagreed<'a>>) {
    let all = (0..view.account.disagreements.len()).map(|idx| disagreed(view, idx));
    let (mut overtaken, open): (Vec<_>, Vec<_>) =
        all.partition(|(_, found)| found.order == DisagreementOrder::Update);
    let of_words = |kind| matches!(kind, DisagreementKind::Attribution | DisagreementKind::Strength);
    let mut disputed: Vec<((bool, Rank), Disputed)> = open
        .into_iter()
        .map(|(rank, found)| ((of_words(found.kind), rank), Disputed::Disagreement(found)))
        .collect();
    let only_denied = view.list.claims.iter().filter(|claim| claim.said.is_none());
    disputed.extend(only_denied.map(|claim| {
        ((false, rank(claim.n_reports, &[claim.worded_in])), Disputed::Denied(Box::new(claim.clone())))
    }));
    disputed.sort_by_key(|(rank, _)| *rank);
    overtaken.sort_by_key(|(rank, _)| *rank);
    let disputed = disputed.into_iter().map(|(_, found)| found).collect();
    let overtaken = overtaken.into_iter().map(|(_, found)| found).collect();
    (Listing::of(disputed, view.limits.items), Listing::of(overtaken, view.limits.items))
}

fn disagreed<'a>(view: &View<'a, '_>, idx: usize) -> (Rank, Disagreed<'a>) {
    let found = &view.account.disagreements[idx];
    let places: Vec<Place> = found
        .sides
        .iter()
        .flat_map(|side| &side.instances)
        .map(|idx| view.place(view.account.instance(*idx).span))
        .collect();
    let mut sides: Vec<(Rank, Side)> = found.sides.iter().map(|one| side(view, one)).collect();
    sides.sort_by_key(|(rank, _)| *rank);
    let mut claims: Vec<usize> = found.claims.iter().map(|claim| view.list.number(*claim)).collect();
    claims.sort_unstable();
    let sides = sides.into_iter().map(|(_, side)| side).collect();
    let sides = Listing::of(sides, view.limits.places);
    let disagreed = Disagreed { idx, kind: found.kind, order: found.order, claims, sides };
    (rank(count_reports(&places), &places), disagreed)
}

fn side<'a>(view: &View<'a, '_>, side: &stemma::model::Side) -> (Rank, Side<'a>) {
    let pairs = || side.instances.iter().copied().zip(side.words.iter().copied());
    let shortest = pairs().min_by_key(|(idx, words)| {
        let around = view.account.instance(*idx).span.range;
        (words.range.len(), around.len(), view.place(*words))
    });
    let (first, words) = shortest.expect("a side has an instance");
    let mut others: Vec<Place> =
        pairs().map(|(_, words)| view.place(words)).filter(|place| *place != view.place(words)).collect();
    others.sort_unstable();
    others.dedup();
    let places: Vec<Place> =
        side.instances.iter().map(|idx| view.place(view.account.instance(*idx).span)).collect();
    let mut by_origin: BTreeMap<OriginIdx, Vec<InstanceIdx>> = BTreeMap::new();
    for idx in &side.instances {
        by_origin.entry(view.account.instance(*idx).origin).or_default().push(*idx);
    }
    let behind = Behind { account: view.account, numbering: view.numbering, at_most: view.limits.origins };
    let n_reports = count_reports(&places);
    let side = Side {
        words: marked(view, first, words),
        also_in: Listing::of(others, view.limits.places),
        n_reports,
        origins: behind.origins(by_origin.into_iter().collect()),
    };
    (rank(n_reports, &places), side)
}

/// Words of an instance, with what of the instance stands round them.
fn marked<'a>(view: &View<'a, '_>, idx: InstanceIdx, words: Span) -> Marked<'a> {
    let around = view.account.instance(idx).span.range;
    let text = &view.report_of(words).text;
    let own = trimmed(text, words.range);
    let whole = ByteRange { start: around.start.min(own.start), end: around.end.max(own.end) };
    let ByteRange { start, end } = trimmed(text, whole);
    let before = tail(&text[start as usize..own.start as usize], view.limits.context_bytes);
    let after = head(&text[own.end as usize..end as usize], view.limits.context_bytes);
    Marked {
        place: view.place(Span { range: own, ..words }),
        before,
        has_more_before: before.len() < (own.start - start) as usize,
        words: Wording::of(text, &[own], view.limits.wording_bytes),
        after,
        has_more_after: after.len() < (end - own.end) as usize,
    }
}
