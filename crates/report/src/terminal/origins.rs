//! Who stands behind one claim: stance, origin, instances, each with the reason why it is his.

use super::claims::{places, who, write_counts};
use super::lineage::part;
use super::page::Page;
use super::{Detail, Options};
use crate::Numbering;
use crate::excerpt::Wording;
use crate::numbering::name;
use crate::view::{
    Branch, Identifiers, OriginNode, OriginTree, Part, StanceKind, count_words, disagreement_words,
    order_words, silence_words,
};
use stemma::Account;
use stemma::account::records;
use stemma::model::ClaimIdx;

const ITEM: &str = "  ";
const ORIGIN: &str = "     ";
const INSTANCE: &str = "     ";
const MORE: &str = "       ";
const REASON: &str = "         ";
const REST: &str = "           ";

/// The tree of a claim, whose number in the list of all is given with it.
pub fn origins(account: &Account, claim: (usize, ClaimIdx), options: &Options) -> String {
    let numbering = Numbering::of(account);
    let identifiers = Identifiers::of(&records(account));
    let tree = OriginTree::of(account, &numbering, claim);
    let mut page = Page::new(options.width, options.colour);
    write_counts(account, &mut page);
    let show = Show { account, identifiers: &identifiers, detail: Detail::of(options.all) };
    show.write_claim(&tree, &mut page);
    for branch in &tree.branches {
        show.write_branch(branch, &tree, &mut page);
    }
    show.write_may_be_one(&tree.may_be_one, &mut page);
    show.write_disputes(&tree, &mut page);
    show.write_silent(&tree, &numbering, &mut page);
    page.finish()
}

struct Show<'a, 'b> {
    account: &'a Account,
    identifiers: &'b Identifiers,
    detail: Detail,
}

impl Show<'_, '_> {
    fn write_claim(&self, tree: &OriginTree, page: &mut Page) {
        let row = &tree.claim;
        page.blank();
        let mut line = page.line();
        if let Some(identifier) = self.identifiers.claims.get(row.idx.0 as usize) {
            line = line.name(identifier).label("  ");
        }
        let text = &self.account.report(row.wording.report).text;
        let wording = Wording::of(text, &[row.wording.range], self.detail.wording_bytes);
        page.write(&format!("{:>3}. ", row.number), ORIGIN, line.wording(&wording));
        let line = places(page.line(), row, self.account.reports.len(), self.detail);
        page.write(ORIGIN, MORE, line);
    }

    fn write_branch(&self, branch: &Branch, tree: &OriginTree, page: &mut Page) {
        page.blank();
        let line = page.line().heading(branch.stance.label());
        let line = count_words(branch.count).iter().fold(line, part);
        page.write("", ITEM, line);
        for how in &branch.how {
            let line = how.iter().fold(page.line(), part);
            page.write(ITEM, "    ", line);
        }
        for side in &tree.claim.sides {
            if side.stance == StanceKind::Allege && branch.stance == StanceKind::Affirm {
                let line = page.line().label(side.stance.label());
                let line = count_words(side.count).iter().fold(line, part);
                page.write(ITEM, "    ", line);
            }
        }
        let shown = branch.origins.len().min(self.detail.rows);
        for origin in &branch.origins[..shown] {
            self.write_origin(origin, page);
        }
        if shown < branch.origins.len() {
            let line = page.line().label("origins: ").cut(shown, branch.origins.len());
            page.write(ITEM, ITEM, line);
        }
    }

    fn write_origin(&self, origin: &OriginNode, page: &mut Page) {
        let mut line = who(page.line(), &origin.who, self.detail);
        if let Some(identifier) = self.identifiers.origins.get(origin.who.idx.0 as usize) {
            line = line.label("  ").name(identifier);
        }
        page.write(&format!("{:>3}. ", origin.number), ORIGIN, line);
        let shown = origin.instances.len().min(self.detail.lines);
        for node in &origin.instances[..shown] {
            let text = &self.account.report(node.words.report).text;
            let wording = Wording::of(text, &[node.words.range], self.detail.wording_bytes);
            let mut line = page.line().place(node.place).label(": ").wording(&wording);
            if let Some(identifier) = self.identifiers.instances.get(node.idx.0 as usize) {
                line = line.label("  ").name(identifier);
            }
            page.write(INSTANCE, MORE, line);
            for remark in &node.remarks {
                let line = remark.iter().fold(page.line(), part);
                page.write(REASON, REST, line);
            }
        }
        if shown < origin.instances.len() {
            let line = page.line().label("instances: ").cut(shown, origin.instances.len());
            page.write(INSTANCE, INSTANCE, line);
        }
    }

    fn write_may_be_one(&self, pairs: &[Vec<Part>], page: &mut Page) {
        if pairs.is_empty() {
            return;
        }
        let shown = pairs.len().min(self.detail.rows);
        page.heading("Origins that may be one", shown, pairs.len(), "by their numbers above");
        for pair in &pairs[..shown] {
            let line = pair.iter().fold(page.line(), part);
            page.write(ITEM, "    ", line);
        }
    }

    fn write_disputes(&self, tree: &OriginTree, page: &mut Page) {
        let found = &tree.claim.disagreements;
        page.heading("In dispute", found.len(), found.len(), "");
        if found.is_empty() {
            let line = page.line().label("no disagreement found");
            page.write(ITEM, ITEM, line);
        }
        for (idx, kind, order) in found {
            let line = page.line().label(disagreement_words(*kind)).label(" (").label(order_words(*order));
            let mut line = line.label(")");
            if let Some(identifier) = self.identifiers.disagreements.get(*idx) {
                line = line.label("  ").name(identifier);
            }
            page.write(ITEM, "    ", line);
            self.write_sides(*idx, page);
        }
    }

    /// The words that cannot all hold, side by side.
    fn write_sides(&self, idx: usize, page: &mut Page) {
        let numbering = Numbering::of(self.account);
        for (nth, side) in self.account.disagreements[idx].sides.iter().enumerate() {
            let mut line = page.line().label("side ").number(nth + 1).label(": ");
            let shown = side.words.len().min(self.detail.lines);
            for (nth, words) in side.words[..shown].iter().enumerate() {
                let text = &self.account.report(words.report).text;
                let wording = Wording::of(text, &[words.range], self.detail.wording_bytes);
                line = line.label(if nth > 0 { ", {" } else { "{" }).wording(&wording).label("} ");
                line = line.place(numbering.place(*words));
            }
            if shown < side.words.len() {
                line = line.label(", ").cut(shown, side.words.len());
            }
            page.write("    ", MORE, line);
        }
    }

    fn write_silent(&self, tree: &OriginTree, numbering: &Numbering, page: &mut Page) {
        let silent = tree.claim.silences.iter();
        let silent: Vec<_> =
            silent.flat_map(|(kind, reports)| reports.iter().map(|number| (*kind, *number))).collect();
        let shown = silent.len().min(self.detail.rows);
        page.heading("Silent", shown, silent.len(), "");
        if silent.is_empty() {
            let line = page.line().label("no report of the story");
            page.write(ITEM, ITEM, line);
        }
        for (kind, number) in &silent[..shown] {
            let report = self.account.report(numbering.order()[number - 1]);
            let line = page.line().report(*number).label(" ").name(name(report)).label(": ");
            page.write(ITEM, "    ", line.label(silence_words(*kind)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use stemma::model::{Carrier, ClaimStance, InstanceIdx, MayBeOne, MayBeOneReason, OriginGround, Parent};

    const PLAIN: Options = Options { width: 100, colour: false, all: false, digest: None };

    #[test]
    fn the_origins_of_a_disputed_claim() {
        let shown = origins(&example::account(), (2, ClaimIdx(0)), &PLAIN);
        insta::assert_snapshot!(example::masked(&shown));
    }

    #[test]
    fn a_text_of_the_reports_own_beside_somebody_without_a_name() {
        let shown = origins(&example::account(), (1, ClaimIdx(1)), &PLAIN);
        insta::assert_snapshot!(example::masked(&shown));
    }

    /// The second instance of the claim with another ground.
    fn grounded(ground: OriginGround) -> String {
        let mut account = example::account();
        account.instances[1].ground = ground;
        origins(&account, (2, ClaimIdx(0)), &PLAIN)
    }

    #[test]
    fn every_ground_has_its_words() {
        let copy = grounded(OriginGround::Copy(InstanceIdx(0)));
        assert!(copy.contains("who copied whom is not decided: [1] 126-144"), "{copy}");
        assert!(copy.contains("here: the union, "), "{copy}");
        assert!(grounded(OriginGround::SumsUp(InstanceIdx(0))).contains("a headline that sums up [1] "));
        assert!(grounded(OriginGround::OwnText).contains("the report's own text"));
        assert!(grounded(OriginGround::NotStated).contains("somebody says so, nobody named"));
        let changed = grounded(OriginGround::ChangedCopy);
        assert!(changed.contains("who is named here says so by an edit only"), "{changed}");
    }

    #[test]
    fn only_what_the_lineage_orders_is_called_a_copy() {
        let mut account = example::account();
        account.instances[6].ground = OriginGround::Copy(InstanceIdx(5));
        let shown = |account: &Account| origins(account, (3, ClaimIdx(3)), &PLAIN);
        let ordered = shown(&account);
        assert!(ordered.contains("copies [3] 39-62, whose report says so itself"), "{ordered}");
        account.lineage[3].parent = Parent::NotDecidable;
        let open = shown(&account);
        assert!(open.contains("who copied whom is not decided: [3] 39-62, whose"), "{open}");
    }

    #[test]
    fn a_copy_of_unattributed_text_says_so() {
        let mut account = example::account();
        account.instances[0].carrier = Carrier::Assertion;
        account.instances[1].ground = OriginGround::Copy(InstanceIdx(0));
        let shown = origins(&account, (2, ClaimIdx(0)), &PLAIN);
        assert!(shown.contains("whose report says so itself"), "{shown}");
    }

    #[test]
    fn words_that_allege_and_origins_that_may_be_one_are_shown() {
        let mut account = example::account();
        account.instances[1].stance = ClaimStance::Alleges;
        let (one, other) = (account.claims[0].origins[0], account.claims[0].origins[1]);
        account.claims[0].may_be_one = vec![MayBeOne { one, other, reason: MayBeOneReason::SameParty }];
        let shown = origins(&account, (2, ClaimIdx(0)), &PLAIN);
        assert!(shown.contains("of these only alleged by "), "{shown}");
        let expected = "1 and 2: voices of one party: {mayor Ivo Brandt} [1] 146-162, {the union} [1] ";
        assert!(shown.contains(expected), "{shown}");
    }
}
