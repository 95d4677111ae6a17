//! The copied passages side by side: each family with its witnesses and how each was changed.

use super::{Identifiers, LineageView, lineages};
use crate::excerpt::trimmed;
use crate::first_screen::{count_reports, rank};
use crate::quotations::words_at;
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::account::union;
use stemma::model::{Edit, EditKind, EditSide, FamilyIdx, PassageIdx};

/// A family and its witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyView<'a> {
    /// Which of the list, from 1.
    pub number: usize,
    /// Which of the account.
    pub family: FamilyIdx,
    /// Its identifier in the JSON Lines.
    pub id: String,
    /// How many reports have a witness.
    pub n_reports: usize,
    /// Kinds of all its edits with how often each occurs; those of mere marks left out.
    pub kinds: Vec<(EditKind, usize)>,
    /// The representative, then the others by number and place.
    pub witnesses: Vec<WitnessView<'a>>,
    /// Who copied whom.
    pub lineage: LineageView<'a>,
}

/// A witness, its words with what was changed in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessView<'a> {
    /// Its identifier in the JSON Lines.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// Whether the others are compared with it.
    pub is_representative: bool,
    /// Whether it has the words of the representative, whatever the marks and capitals.
    pub is_same: bool,
    /// All its words, in order.
    pub pieces: Vec<Piece<'a>>,
    /// What was changed against the representative; edits of mere marks left out.
    pub changes: Vec<Change<'a>>,
    /// How many edits are of mere marks.
    pub n_marks: usize,
}

/// A run of a witness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that are as in the representative.
    Same(&'a str),
    /// Words of the representative that some other witness changes.
    ChangedElsewhere(&'a str),
    /// Words of this witness, and those of the representative that they stand for. Either may be empty.
    Changed {
        /// The words of the representative.
        from: &'a str,
        /// The words of this witness.
        to: &'a str,
    },
}

/// An edit with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// Its identifier in the JSON Lines.
    pub id: String,
    /// The words of the representative, without white space round them.
    pub from: &'a str,
    /// Where the edit lies there.
    pub from_place: Place,
    /// The words of the witness, without white space round them.
    pub to: &'a str,
    /// Where the edit lies there.
    pub to_place: Place,
    /// What kinds of difference it is.
    pub kinds: &'a [EditKind],
}

/// All families, those of most reports first.
pub(super) fn families<'a>(
    account: &'a Account,
    numbering: &Numbering,
    identifiers: &Identifiers,
) -> Vec<FamilyView<'a>> {
    let mut edits: BTreeMap<FamilyIdx, Vec<usize>> = BTreeMap::new();
    for (idx, edit) in account.edits.iter().enumerate() {
        edits.entry(edit.family).or_default().push(idx);
    }
    let mut lineages = lineages(account, numbering);
    let show = Show { account, numbering, identifiers };
    let mut order: Vec<u32> = (0..account.families.len() as u32).collect();
    order.sort_by_cached_key(|idx| {
        let places = show.places(FamilyIdx(*idx));
        rank(count_reports(&places), &places)
    });
    order
        .into_iter()
        .enumerate()
        .map(|(before, idx)| {
            let edits = edits.get(&FamilyIdx(idx)).map_or(&[][..], Vec::as_slice);
            let lineage = lineages.remove(&FamilyIdx(idx)).unwrap_or_default();
            FamilyView { lineage, ..show.family(FamilyIdx(idx), before + 1, edits) }
        })
        .collect()
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    identifiers: &'b Identifiers,
}

impl<'a> Show<'a, '_> {
    fn places(&self, family: FamilyIdx) -> Vec<Place> {
        let passages = &self.account.families[family.0 as usize].passages;
        passages.iter().map(|idx| self.place(*idx)).collect()
    }

    fn place(&self, passage: PassageIdx) -> Place {
        self.numbering.place(self.account.passage(passage).span)
    }

    fn family(&self, family: FamilyIdx, number: usize, edits: &[usize]) -> FamilyView<'a> {
        let mut by_witness: BTreeMap<PassageIdx, Vec<usize>> = BTreeMap::new();
        for idx in edits {
            by_witness.entry(self.account.edits[*idx].to.passage).or_default().push(*idx);
        }
        let found = &self.account.families[family.0 as usize];
        let mut order = found.passages.clone();
        order.sort_by_key(|idx| (*idx != found.representative, self.place(*idx)));
        let witnesses = order
            .into_iter()
            .map(|witness| {
                if witness == found.representative {
                    return self.representative(witness, edits);
                }
                let own = by_witness.get(&witness).map_or(&[][..], Vec::as_slice);
                self.witness(found.representative, witness, own)
            })
            .collect();
        FamilyView {
            number,
            family,
            id: self.identifiers.families[family.0 as usize].clone(),
            n_reports: count_reports(&self.places(family)),
            kinds: counted_kinds(edits.iter().map(|idx| &self.account.edits[*idx])),
            witnesses,
            lineage: LineageView::default(),
        }
    }

    fn representative(&self, witness: PassageIdx, edits: &[usize]) -> WitnessView<'a> {
        let span = self.account.passage(witness).span;
        let text = &self.account.report(span.report).text;
        let changed = self.told(edits).map(|idx| trimmed(text, self.account.edits[idx].from.range));
        let mut pieces = Vec::new();
        let mut at = span.range.start;
        for range in union(&changed.filter(|range| !range.is_empty()).collect::<Vec<_>>()) {
            push_same(text, at, range.start, &mut pieces);
            pieces.push(Piece::ChangedElsewhere(range.of(text)));
            at = range.end;
        }
        push_same(text, at, span.range.end, &mut pieces);
        self.view(witness, true, true, pieces)
    }

    fn witness(&self, representative: PassageIdx, witness: PassageIdx, edits: &[usize]) -> WitnessView<'a> {
        let span = self.account.passage(witness).span;
        let text = &self.account.report(span.report).text;
        let mut told: Vec<usize> = self.told(edits).collect();
        told.sort_by_key(|idx| (self.account.edits[*idx].to.range, *idx));
        let mut pieces = Vec::new();
        let mut at = span.range.start;
        for idx in &told {
            let edit = &self.account.edits[*idx];
            if edit.to.range.start >= at {
                push_same(text, at, edit.to.range.start, &mut pieces);
                pieces.push(Piece::Changed { from: self.words(edit.from), to: self.words(edit.to) });
                at = edit.to.range.end;
            }
        }
        push_same(text, at, span.range.end, &mut pieces);
        let same =
            words_at(self.account, span) == words_at(self.account, self.account.passage(representative).span);
        let is_same = same || told.is_empty();
        let mut view = self.view(witness, false, is_same, pieces);
        view.n_marks = edits.len() - told.len();
        view.changes = told.into_iter().map(|idx| self.change(idx)).collect();
        view
    }

    fn view(
        &self,
        witness: PassageIdx,
        is_representative: bool,
        is_same: bool,
        pieces: Vec<Piece<'a>>,
    ) -> WitnessView<'a> {
        WitnessView {
            id: self.identifiers.passages[witness.0 as usize].clone(),
            place: self.place(witness),
            is_representative,
            is_same,
            pieces,
            changes: Vec::new(),
            n_marks: 0,
        }
    }

    /// The edits that a reader cares for: not those of mere marks.
    fn told(&self, edits: &[usize]) -> impl Iterator<Item = usize> {
        edits.iter().copied().filter(|idx| is_told(&self.account.edits[*idx]))
    }

    fn change(&self, idx: usize) -> Change<'a> {
        let edit = &self.account.edits[idx];
        Change {
            id: self.identifiers.edits[idx].clone(),
            from: self.words(edit.from).trim(),
            from_place: self.side_place(edit.from),
            to: self.words(edit.to).trim(),
            to_place: self.side_place(edit.to),
            kinds: &edit.kinds,
        }
    }

    fn words(&self, side: EditSide) -> &'a str {
        let report = self.account.passage(side.passage).span.report;
        side.range.of(&self.account.report(report).text)
    }

    fn side_place(&self, side: EditSide) -> Place {
        Place { range: side.range, ..self.place(side.passage) }
    }
}

fn push_same<'a>(text: &'a str, from: u32, to: u32, pieces: &mut Vec<Piece<'a>>) {
    if from < to {
        pieces.push(Piece::Same(&text[from as usize..to as usize]));
    }
}

fn is_told(edit: &Edit) -> bool {
    edit.kinds != [EditKind::Punctuation]
}

fn counted_kinds<'a>(edits: impl Iterator<Item = &'a Edit>) -> Vec<(EditKind, usize)> {
    let mut counts: BTreeMap<EditKind, usize> = BTreeMap::new();
    for kind in edits.filter(|edit| is_told(edit)).flat_map(|edit| edit.kinds.iter()) {
        *counts.entry(*kind).or_default() += 1;
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    fn views(account: &Account) -> Vec<FamilyView<'_>> {
        let identifiers = Identifiers::of(&stemma::account::records(account));
        families(account, &Numbering::of(account), &identifiers)
    }

    #[test]
    fn the_words_of_a_witness_are_all_there_and_in_order() {
        let account = example::account();
        let views = views(&account);
        let witnesses = views.iter().flat_map(|family| &family.witnesses);
        for witness in witnesses {
            let words: String = witness
                .pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Same(words) | Piece::ChangedElsewhere(words) => words,
                    Piece::Changed { to, .. } => to,
                })
                .copied()
                .collect();
            let report = Numbering::of(&account).order()[witness.place.report - 1];
            assert_eq!(words, witness.place.range.of(&account.report(report).text));
        }
    }

    #[test]
    fn a_change_shows_both_sides_with_its_kinds() {
        let account = example::account();
        let views = views(&account);
        let change = &views[0].witnesses[1].changes[0];
        assert_eq!((change.from, change.to, change.kinds), ("1,600", "1,700", &[EditKind::Number][..]));
        assert_eq!(views[0].kinds, [(EditKind::Swap, 1), (EditKind::Number, 1)]);
        assert!(views[0].witnesses[0].pieces.contains(&Piece::ChangedElsewhere("1,600")));
    }
}
