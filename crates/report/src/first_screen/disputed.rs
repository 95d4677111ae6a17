//! In dispute: where witnesses of one text differ in a number or a negation, and what somebody denies.

use super::reported::{plainest, speakers, statement_wording};
use super::{Listing, Named, Rank, View, count_reports, rank};
use crate::Place;
use crate::containment::containers;
use crate::excerpt::{Wording, head, tail, trimmed};
use crate::quotations::{by_words, content_span};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{ByteRange, Edit, EditKind, EditSide, Factuality, FamilyIdx, Span, Stance, Statement};

/// Something that reports or speakers do not agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disputed<'a> {
    /// Witnesses of one text differ.
    Difference(Difference<'a>),
    /// Somebody says that it is not so.
    Denial(Denial<'a>),
}

/// A place of one text where witnesses differ in a number or a negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Of what kinds the differences are, each once.
    pub kinds: Vec<EditKind>,
    /// The words of the representative.
    pub from: Marked<'a>,
    /// The words of other witnesses, one entry for each way in which the edited words are put.
    pub to: Listing<Marked<'a>>,
}

/// Words of a witness, those that differ marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<'a> {
    /// Where the words shown stand.
    pub place: Place,
    /// The words of the witness before the difference, as far as they are near.
    pub before: &'a str,
    /// Whether the witness has more words before them.
    pub has_more_before: bool,
    /// The words that differ; none where the other side has something that this one lacks.
    pub edited: Wording<'a>,
    /// The words of the witness behind it, as far as they are near.
    pub after: &'a str,
    /// Whether the witness has more words behind them.
    pub has_more_after: bool,
    /// Where other witnesses that put it in the same way differ, by the words that differ only.
    pub also_in: Listing<Place>,
}

/// Something that is denied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denial<'a> {
    /// What is denied.
    pub wording: Wording<'a>,
    /// Where exactly these words stand.
    pub worded_in: Place,
    /// Where else it is denied, in the same words or in another witness of the same passage.
    pub also_in: Listing<Place>,
    /// Who denies it, as far as stated.
    pub by: Listing<Named<'a>>,
}

/// All disputes, those of most reports first.
pub(super) fn disputed<'a>(view: &View<'a, '_>) -> Listing<Disputed<'a>> {
    let mut ranked = differences(view);
    ranked.extend(denials(view));
    ranked.sort_by_key(|(rank, _)| *rank);
    let all = ranked.into_iter().map(|(_, dispute)| dispute).collect();
    Listing::of(all, view.limits.items)
}

fn differences<'a>(view: &View<'a, '_>) -> Vec<(Rank, Disputed<'a>)> {
    let mut places: BTreeMap<(FamilyIdx, ByteRange), Vec<&Edit>> = BTreeMap::new();
    for edit in &view.account.edits {
        if edit.kinds.iter().any(|kind| disputes(*kind)) {
            let key = (edit.family, edit.from.range);
            places.entry(key).or_default().push(edit);
        }
    }
    places.into_values().map(|edits| difference(view, &edits)).collect()
}

/// The kinds of some edits that are a dispute, each once.
pub(super) fn disputed_kinds<'a>(edits: impl Iterator<Item = &'a Edit>) -> Vec<EditKind> {
    let mut kinds: Vec<EditKind> =
        edits.flat_map(|edit| edit.kinds.iter().copied()).filter(|kind| disputes(*kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Whether a difference of this kind means that not both can hold.
fn disputes(kind: EditKind) -> bool {
    matches!(kind, EditKind::Number | EditKind::Negation)
}

/// One difference of all edits that change the same words of the representative.
fn difference<'a>(view: &View<'a, '_>, edits: &[&Edit]) -> (Rank, Disputed<'a>) {
    let kinds = disputed_kinds(edits.iter().copied());
    let mut ways: BTreeMap<&str, Vec<EditSide>> = BTreeMap::new();
    for edit in edits {
        ways.entry(words(view, edit.to)).or_default().push(edit.to);
    }
    let mut to: Vec<Marked> = ways.values().map(|sides| marked(view, sides)).collect();
    to.sort_by_key(|way| way.place);
    let from = marked(view, &[edits[0].from]);
    let mut places: Vec<Place> = edits.iter().map(|edit| side_place(view, edit.to)).collect();
    places.push(side_place(view, edits[0].from));
    let difference = Difference { kinds, from, to: Listing::of(to, view.limits.places) };
    let rank = rank(count_reports(&places), &places);
    (rank, Disputed::Difference(difference))
}

/// The words of the first of some sides that put it in one way.
fn marked<'a>(view: &View<'a, '_>, sides: &[EditSide]) -> Marked<'a> {
    let mut sides = sides.to_vec();
    sides.sort_by_key(|side| side_place(view, *side));
    let (first, others) = sides.split_first().expect("a way of putting it has a side");
    let passage = view.account.passage(first.passage).span;
    let text = &view.account.report(passage.report).text;
    let differing = trimmed(text, first.range);
    let before = &text[passage.range.start as usize..differing.start as usize];
    let after = &text[differing.end as usize..passage.range.end as usize];
    let before = tail(before, view.limits.context_bytes);
    let after = head(after, view.limits.context_bytes);
    let shown =
        ByteRange { start: differing.start - before.len() as u32, end: differing.end + after.len() as u32 };
    let others = others.iter().map(|side| side_place(view, *side)).collect();
    Marked {
        place: Place { range: shown, ..side_place(view, *first) },
        before,
        has_more_before: shown.start > passage.range.start,
        edited: Wording::of(text, &[differing], view.limits.wording_bytes),
        after,
        has_more_after: shown.end < passage.range.end,
        also_in: Listing::of(others, view.limits.places),
    }
}

fn side_place(view: &View, side: EditSide) -> Place {
    Place { report: view.numbering.number(view.account.passage(side.passage).span.report), range: side.range }
}

fn words<'a>(view: &View<'a, '_>, side: EditSide) -> &'a str {
    side.range.of(&view.report_at(side_place(view, side)).text)
}

fn denials<'a>(view: &View<'a, '_>) -> Vec<(Rank, Disputed<'a>)> {
    let statements = &view.account.statements;
    let is_denied = |statement: &Statement| {
        statement.stance == Stance::Denies && statement.factuality == Factuality::Fact
    };
    let denied = (0..statements.len()).filter(|idx| is_denied(&statements[*idx]));
    let groups = by_family(view.account, by_words(view.account, denied));
    groups.into_iter().map(|group| denial(view, &group)).collect()
}

/// Groups whose words stand in witnesses of one family are one: "to evacuate fighters" and "to evacuate the
/// militants" in copies of one sentence are one denial, not two.
fn by_family(account: &Account, groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let passages: Vec<Span> = account.passages.iter().map(|passage| passage.span).collect();
    let mut of_family: BTreeMap<FamilyIdx, usize> = BTreeMap::new();
    let mut joined: Vec<Vec<usize>> = Vec::new();
    for group in groups {
        let spans: Vec<Span> = group.iter().map(|idx| content_span(&account.statements[*idx])).collect();
        let families: Vec<FamilyIdx> = containers(&passages, &spans, 1)
            .iter()
            .flatten()
            .map(|idx| account.passages[*idx].family)
            .collect();
        let known = families.iter().find_map(|family| of_family.get(family).copied());
        let at = known.unwrap_or(joined.len());
        if at == joined.len() {
            joined.push(Vec::new());
        }
        joined[at].extend(group);
        families.into_iter().for_each(|family| {
            of_family.entry(family).or_insert(at);
        });
    }
    joined
}

fn denial<'a>(view: &View<'a, '_>, group: &[usize]) -> (Rank, Disputed<'a>) {
    let statement = plainest(view, group);
    let worded_in = view.place(content_span(statement));
    let mut places: Vec<Place> =
        group.iter().map(|idx| view.place(content_span(&view.account.statements[*idx]))).collect();
    places.sort_unstable();
    let rank = rank(count_reports(&places), &places);
    places.retain(|place| *place != worded_in);
    let denial = Denial {
        wording: statement_wording(view, statement, view.limits),
        worded_in,
        also_in: Listing::of(places, view.limits.places),
        by: speakers(view, group.iter().copied()),
    };
    (rank, Disputed::Denial(denial))
}
