//! Who copied whom in each family, in the order of its tree, with the evidence in fixed words and spans.

use super::Part;
use crate::excerpt::Wording;
use crate::quotations::words_at;
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{Evidence, FamilyIdx, Parent, PassageIdx, ReportIdx, Span};

/// How many bytes of the words of a piece of evidence are shown; the place leads to all of them.
const EVIDENCE_BYTES: usize = 90;

/// A fixed label: the parent is not in the pile.
pub const LOST_ANCESTOR: &str = "lost ancestor";
/// A fixed label: nothing older was found.
pub const ORIGINAL: &str = "original as far as this pile shows";
/// A fixed label: there is no telling.
pub const NOT_DECIDABLE: &str = "order not decidable";

/// Who copied whom in one family; without lines where that was no question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineageView<'a> {
    /// The witnesses of which something is known, each behind its parent: those without a parent in the pile
    /// lead, by place.
    pub lines: Vec<DescentView<'a>>,
    /// The others, by place: neither parent nor child is known.
    pub undecided: Vec<DescentView<'a>>,
}

/// Where one witness comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescentView<'a> {
    /// Which descent of the account.
    pub idx: usize,
    /// Where the witness stands.
    pub place: Place,
    /// How many steps it is from the top of its tree; a lost ancestor is a step.
    pub depth: usize,
    /// Where it comes from.
    pub parent: ParentView,
    /// In how many of a hundred draws its parent comes out again; absent where that was not computed.
    pub support_percent: Option<u8>,
    /// What shows it.
    pub evidence: Vec<Vec<Part<'a>>>,
}

/// Where a witness comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParentView {
    /// From no other, as far as the pile shows.
    Original,
    /// From a text that is not in the pile.
    LostAncestor,
    /// From another witness, which stands here.
    Passage(Place),
    /// Nothing tells.
    NotDecidable,
}

impl ParentView {
    /// What it is called where it is no witness.
    pub fn label(self) -> &'static str {
        match self {
            ParentView::Original => ORIGINAL,
            ParentView::LostAncestor => LOST_ANCESTOR,
            ParentView::NotDecidable => NOT_DECIDABLE,
            ParentView::Passage(_) => "from",
        }
    }
}

/// A fixed label: what a support figure says.
pub const SUPPORT: &str =
    "support: in how many of 100 random draws of the shared passages this parent comes out again";

/// The lineage of each family of an account that has any.
pub fn lineages<'a>(account: &'a Account, numbering: &Numbering) -> BTreeMap<FamilyIdx, LineageView<'a>> {
    let mut by_family: BTreeMap<FamilyIdx, Vec<usize>> = BTreeMap::new();
    for (idx, descent) in account.lineage.iter().enumerate() {
        by_family.entry(account.passage(descent.passage).family).or_default().push(idx);
    }
    let show = Show { account, numbering };
    by_family.into_iter().map(|(family, descents)| (family, show.lineage(&descents))).collect()
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
}

impl<'a> Show<'a, '_> {
    /// The lines of a family, depth first. A stack and no recursion, for a chain may be long.
    fn lineage(&self, descents: &[usize]) -> LineageView<'a> {
        let mut children: BTreeMap<PassageIdx, Vec<DescentView>> = BTreeMap::new();
        let mut stack = Vec::new();
        for idx in descents {
            let view = self.descent(*idx);
            match self.account.lineage[*idx].parent {
                Parent::Passage(parent) => children.entry(parent).or_default().push(view),
                _ => stack.push(view),
            }
        }
        let in_order = |views: &mut Vec<DescentView>| {
            views.sort_by_key(|view| std::cmp::Reverse((view.parent, view.place)));
        };
        in_order(&mut stack);
        let (mut lines, mut undecided) = (Vec::new(), Vec::new());
        while let Some(view) = stack.pop() {
            let mut below = children.remove(&self.account.lineage[view.idx].passage).unwrap_or_default();
            if below.is_empty() && view.parent == ParentView::NotDecidable {
                undecided.push(view);
                continue;
            }
            below.iter_mut().for_each(|child| child.depth = view.depth + 1);
            in_order(&mut below);
            stack.extend(below);
            lines.push(view);
        }
        LineageView { lines, undecided }
    }

    fn descent(&self, idx: usize) -> DescentView<'a> {
        let descent = &self.account.lineage[idx];
        let parent = match descent.parent {
            Parent::Passage(parent) => ParentView::Passage(self.witness(parent)),
            Parent::LostAncestor => ParentView::LostAncestor,
            Parent::Original => ParentView::Original,
            Parent::NotDecidable => ParentView::NotDecidable,
        };
        DescentView {
            idx,
            place: self.witness(descent.passage),
            depth: usize::from(parent == ParentView::LostAncestor),
            parent,
            support_percent: descent.support_percent,
            evidence: descent.evidence.iter().map(|one| self.evidence(one)).collect(),
        }
    }

    fn witness(&self, passage: PassageIdx) -> Place {
        self.numbering.place(self.account.passage(passage).span)
    }

    fn evidence(&self, evidence: &Evidence) -> Vec<Part<'a>> {
        use Part::{Label, Number};
        let reports = |count: u32| Label(if count == 1 { " report" } else { " reports" });
        match evidence {
            Evidence::Dates { earlier, later } => {
                let mut parts = vec![Label("published: ")];
                parts.extend(self.dated(*earlier));
                parts.push(Label(", before "));
                parts.extend(self.dated(*later));
                parts
            }
            Evidence::DateLines { earlier, later, of_earlier, of_later } => {
                let line = |span: &Option<Span>, report: ReportIdx| match span {
                    Some(span) => vec![self.report(report), Label(" "), self.words(*span)],
                    None => self.dated(report),
                };
                let mut parts = vec![Label("dated: ")];
                parts.extend(line(of_earlier, *earlier));
                parts.push(Label(", before "));
                parts.extend(line(of_later, *later));
                parts
            }
            Evidence::LessChanged { than } => vec![
                Label("has more of a lost text than the older "),
                Part::Place(self.witness(*than)),
                Label(", here or in other passages"),
            ],
            Evidence::Mosaic { report, copied_percent, partners } => vec![
                Number((*copied_percent).into()),
                Label(" % of "),
                self.report(*report),
                Label(" stands in others, it shares text with "),
                Number(*partners as usize),
                reports(*partners),
            ],
            Evidence::SecondGeneration { report, copied } => vec![
                self.report(*report),
                Label(" has other text from "),
                self.report(*copied),
                Label(", most of which stands in others"),
            ],
            Evidence::Cut { parent } => vec![Label("cut: "), self.words(*parent)],
            Evidence::LostAttribution { parent, child } => {
                vec![Label("attribution differs: "), self.words(*parent), Part::Arrow, self.words(*child)]
            }
            Evidence::OrphanedAnaphora { child } => {
                vec![Label("points back over a paragraph break: "), self.words(*child)]
            }
            Evidence::Spin { parent, child } => vec![
                Label("sign of mechanical substitution: "),
                self.words(*parent),
                Part::Arrow,
                self.words(*child),
            ],
            Evidence::Triangle { beyond, parent, child } => vec![
                Label("both differ alike from "),
                Part::Place(self.witness(*beyond)),
                Label(": "),
                self.words(*parent),
                Label(", "),
                self.words(*child),
            ],
            Evidence::OtherPassages { count } => {
                let other = if *count == 1 { " other passage" } else { " other passages" };
                vec![
                    Label("same order in "),
                    Number(*count as usize),
                    Label(other),
                    Label(" of the two reports"),
                ]
            }
        }
    }

    fn report(&self, report: ReportIdx) -> Part<'a> {
        Part::Report(self.numbering.number(report))
    }

    fn dated(&self, report: ReportIdx) -> Vec<Part<'a>> {
        let published = self.account.report(report).published.as_ref();
        let date = published.map(|date| [Part::Label(" "), Part::Date(&date.value)]);
        std::iter::once(self.report(report)).chain(date.into_iter().flatten()).collect()
    }

    fn words(&self, span: Span) -> Part<'a> {
        if words_at(self.account, span).trim().is_empty() {
            return Part::Label("nothing");
        }
        let text = &self.account.report(span.report).text;
        Part::Words(self.numbering.place(span), Wording::of(text, &[span.range], EVIDENCE_BYTES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use stemma::model::Descent;

    fn descent(passage: u32, parent: Parent) -> Descent {
        Descent { passage: PassageIdx(passage), parent, evidence: Vec::new(), support_percent: None }
    }

    #[test]
    fn each_witness_stands_behind_its_parent() {
        let mut account = example::account();
        account.families = vec![example::family(&[0, 1, 2, 3], 0)];
        account.passages.iter_mut().for_each(|passage| passage.family = FamilyIdx(0));
        account.lineage = vec![
            descent(0, Parent::Passage(PassageIdx(3))),
            descent(1, Parent::NotDecidable),
            descent(2, Parent::Passage(PassageIdx(0))),
            descent(3, Parent::LostAncestor),
        ];
        let lineages = lineages(&account, &Numbering::of(&account));
        let lines: Vec<(usize, usize)> =
            lineages[&FamilyIdx(0)].lines.iter().map(|line| (line.idx, line.depth)).collect();
        assert_eq!(lines, [(3, 1), (0, 2), (2, 3)]);
        assert_eq!(lineages[&FamilyIdx(0)].undecided[0].idx, 1);
    }

    #[test]
    fn a_chain_of_any_length_is_laid_out() {
        let mut account = example::account();
        let passage = account.passages[0].clone();
        account.passages = vec![passage; 50_000];
        account.lineage = (1..50_000).map(|idx| descent(idx, Parent::Passage(PassageIdx(idx - 1)))).collect();
        account.lineage.push(descent(0, Parent::Original));
        let lineages = lineages(&account, &Numbering::of(&account));
        assert_eq!(lineages[&FamilyIdx(0)].lines.last().map(|line| line.depth), Some(49_999));
    }
}
