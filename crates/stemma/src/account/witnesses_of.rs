//! In which witnesses of which family do instances stand? What a copy is of is told by family and passages, so that a
//! check need not look for them.

use super::record::Value;
use super::reuse_records::{ReuseRecords, id};
use crate::model::{Account, FamilyIdx, PassageIdx, Span};

/// The passages of an account, to be found by place.
pub(super) struct Witnesses<'a> {
    account: &'a Account,
    /// For each report its passages by place, each with the last byte of it and of all before it.
    by_report: Vec<Vec<(PassageIdx, u32)>>,
}

/// Where an instance stands in a family, and where the one that it shares the family with.
pub(super) struct Shared {
    family: FamilyIdx,
    here: PassageIdx,
    there: Option<PassageIdx>,
}

impl Shared {
    /// As a value; passages and families are named by their records.
    pub(super) fn value(&self, reuse: &ReuseRecords) -> Value {
        let passage = |idx: PassageIdx| id(&reuse.passages[idx.0 as usize]);
        Value::map([
            ("family", id(&reuse.families[self.family.0 as usize])),
            ("here", passage(self.here)),
            ("there", self.there.map_or(Value::Null, passage)),
        ])
    }
}

impl<'a> Witnesses<'a> {
    /// Those of an account, whose passages are in order.
    pub(super) fn of(account: &'a Account) -> Self {
        let mut by_report: Vec<Vec<(PassageIdx, u32)>> = vec![Vec::new(); account.reports.len()];
        let mut passages: Vec<usize> = (0..account.passages.len()).collect();
        passages.sort_by_key(|idx| account.passages[*idx].span);
        for idx in passages {
            let span = account.passages[idx].span;
            let listed = &mut by_report[span.report.0 as usize];
            let last = listed.last().map_or(0, |(_, last)| *last);
            listed.push((PassageIdx(idx as u32), last.max(span.range.end)));
        }
        Witnesses { account, by_report }
    }

    /// The family that two places share: the one of which both have most words; absent where they share none.
    pub(super) fn shared(&self, here: Span, there: Span) -> Option<Shared> {
        let near = self.around(there);
        let pairs = self.around(here).into_iter().flat_map(|(own, size)| {
            let same = near
                .iter()
                .filter(move |(other, _)| own != *other && self.family(own) == self.family(*other));
            same.map(move |(other, other_size)| (size.min(*other_size), own, *other))
        });
        let (_, here, there) =
            pairs.max_by_key(|(size, here, there)| (*size, std::cmp::Reverse((*here, *there))))?;
        Some(Shared { family: self.family(here), here, there: Some(there) })
    }

    /// The witness that has most words of a place, of any family or of one; absent where no passage has any.
    pub(super) fn best(&self, place: Span, family: Option<FamilyIdx>) -> Option<Shared> {
        let around = self.around(place).into_iter();
        let fitting =
            around.filter(|(passage, _)| family.is_none_or(|family| self.family(*passage) == family));
        let (here, _) = fitting.max_by_key(|(passage, size)| (*size, std::cmp::Reverse(*passage)))?;
        Some(Shared { family: self.family(here), here, there: None })
    }

    /// The passages that have words of a place, with how many bytes.
    fn around(&self, place: Span) -> Vec<(PassageIdx, usize)> {
        let listed = &self.by_report[place.report.0 as usize];
        let span = |passage: PassageIdx| self.account.passage(passage).span;
        let first_behind = listed.partition_point(|(one, _)| span(*one).range.start < place.range.end);
        // Before a passage that ends, with all before it, in front of the place, none reaches into it.
        let reaching = listed[..first_behind].iter().rev().take_while(|(_, last)| *last > place.range.start);
        let sizes = reaching.map(|(one, _)| (*one, span(*one).range.overlap(place.range)));
        sizes.filter(|(_, size)| *size > 0).collect()
    }

    fn family(&self, passage: PassageIdx) -> FamilyIdx {
        self.account.passage(passage).family
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ByteRange, Family, Passage, Report, ReportIdx};

    fn span(report: u32, start: usize, end: usize) -> Span {
        Span { report: ReportIdx(report), range: ByteRange::new(start, end) }
    }

    /// Two reports; one family of a long and one of a short passage.
    fn account() -> Account {
        let report = |text: &str| Report {
            text_sha256: crate::model::Sha256::of(text.as_bytes()),
            text: text.to_owned(),
            outlet: None,
            owner: None,
            url: None,
            published: None,
            modified: None,
            previous: None,
            captures: Vec::new(),
            layout: crate::model::Layout::default(),
        };
        let passage = |span, family| Passage { span, family: FamilyIdx(family) };
        let family =
            |a, b| Family { passages: vec![PassageIdx(a), PassageIdx(b)], representative: PassageIdx(a) };
        Account {
            reports: vec![report("a"), report("b")],
            passages: vec![
                passage(span(0, 0, 50), 0),
                passage(span(0, 10, 20), 1),
                passage(span(1, 0, 50), 0),
                passage(span(1, 60, 70), 1),
            ],
            families: vec![family(0, 2), family(1, 3)],
            ..Account::default()
        }
    }

    #[test]
    fn two_places_share_the_family_of_which_both_have_most() {
        let account = account();
        let witnesses = Witnesses::of(&account);
        let shared = |a, b| {
            let shared = witnesses.shared(a, b)?;
            Some((shared.family.0, shared.here.0, shared.there?.0))
        };
        assert_eq!(shared(span(0, 12, 30), span(1, 5, 9)), Some((0, 0, 2)));
        assert_eq!(shared(span(0, 12, 30), span(1, 62, 69)), Some((1, 1, 3)));
        assert_eq!(shared(span(0, 30, 40), span(1, 62, 69)), None);
        assert_eq!(shared(span(0, 1, 5), span(0, 6, 9)), None, "one witness is no pair");
    }

    #[test]
    fn a_place_has_the_witness_with_most_of_its_words() {
        let account = account();
        let witnesses = Witnesses::of(&account);
        let best = |place, family| witnesses.best(place, family).map(|shared| shared.here.0);
        assert_eq!(best(span(0, 18, 40), None), Some(0));
        assert_eq!(best(span(0, 18, 40), Some(FamilyIdx(1))), Some(1));
        assert_eq!(best(span(1, 50, 60), None), None);
    }
}
