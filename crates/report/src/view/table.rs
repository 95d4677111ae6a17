//! Claims by reports: what each report of a story says to each claim of it, silence being an answer too.

use super::claims::{ClaimList, ClaimView, StoryView};
use crate::Numbering;
use crate::first_screen::Listing;
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{Claim, ClaimStance, Instance, OriginGround, SilenceKind};

/// What a report says to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// That it is so.
    Says,
    /// The same, in words that it has from another report.
    Copies,
    /// The same, but only in passing.
    InPassing,
    /// That it is said to be so.
    Alleges,
    /// That it is not so.
    Denies,
    /// That it is so, and that it is not.
    Both,
    /// Nothing, although it could.
    Silent,
    /// Nothing, and nobody knows whether it could.
    DateUnknown,
    /// Nothing: it was published before.
    NotApplicable,
    /// Its text is cut off, or in another language.
    CannotTell,
}

impl Cell {
    /// All of them, in the order of the legend.
    pub const ALL: [Cell; 10] = [
        Cell::Says,
        Cell::Copies,
        Cell::InPassing,
        Cell::Alleges,
        Cell::Denies,
        Cell::Both,
        Cell::Silent,
        Cell::DateUnknown,
        Cell::NotApplicable,
        Cell::CannotTell,
    ];

    /// Its sign: told by its shape, never by colour alone. A question mark always means doubt.
    pub fn sign(self) -> &'static str {
        match self {
            Cell::Says => "+",
            Cell::Copies => "=",
            Cell::InPassing => "(+)",
            Cell::Alleges => "+?",
            Cell::Denies => "x",
            Cell::Both => "+x",
            Cell::Silent => "-",
            Cell::DateUnknown => "-?",
            Cell::NotApplicable => ".",
            Cell::CannotTell => "?",
        }
    }

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Cell::Says => "says",
            Cell::Copies => "says by a copy",
            Cell::InPassing => "says in passing",
            Cell::Alleges => "alleges",
            Cell::Denies => "denies",
            Cell::Both => "says and denies",
            Cell::Silent => "silent",
            Cell::DateUnknown => "silent, date unknown",
            Cell::NotApplicable => "not applicable",
            Cell::CannotTell => "cannot tell",
        }
    }

    /// What a silence is.
    pub fn of_silence(kind: SilenceKind) -> Self {
        match kind {
            SilenceKind::Silent => Cell::Silent,
            SilenceKind::DateUnknown => Cell::DateUnknown,
            SilenceKind::NotApplicable => Cell::NotApplicable,
            SilenceKind::CannotTell => Cell::CannotTell,
        }
    }

    fn of_instance(instance: &Instance) -> Self {
        match (instance.stance, instance.ground) {
            (ClaimStance::Denies, _) => Cell::Denies,
            (ClaimStance::Alleges, _) => Cell::Alleges,
            _ if instance.in_passing => Cell::InPassing,
            (_, OriginGround::Copy(_)) => Cell::Copies,
            _ => Cell::Says,
        }
    }

    /// What a report says that says this and also the other. The plainer way of saying a thing holds.
    fn with(self, other: Self) -> Self {
        match (self == Cell::Denies, other == Cell::Denies) {
            _ if self == Cell::Both || other == Cell::Both => Cell::Both,
            (true, false) | (false, true) => Cell::Both,
            _ => self.min(other),
        }
    }
}

/// A story as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryTable<'l, 'a> {
    /// The story.
    pub story: &'l StoryView<'a>,
    /// Whether it has a column for each report, or, where these would be too many, one for each thing that a report can
    /// say.
    pub is_by_report: bool,
    /// The rows shown, in the order of their numbers.
    pub rows: Listing<Row<'l, 'a>>,
}

/// A claim and what the reports say to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'l, 'a> {
    /// The claim.
    pub claim: &'l ClaimView<'a>,
    /// By number of the report: what it says.
    pub cells: BTreeMap<usize, Cell>,
}

impl Row<'_, '_> {
    /// The reports by what they say, in the order of the legend; at most so many of each.
    pub fn by_cell(&self, at_most: usize) -> Vec<(Cell, Listing<usize>)> {
        let mut groups: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
        for (report, cell) in &self.cells {
            groups.entry(*cell).or_default().push(*report);
        }
        groups.into_iter().map(|(cell, reports)| (cell, Listing::of(reports, at_most))).collect()
    }
}

/// The tables of all stories: of each at most `rows` claims, and a column for each report where these are at most
/// `columns`.
pub fn tables<'l, 'a>(
    account: &Account,
    numbering: &Numbering,
    list: &'l ClaimList<'a>,
    (rows, columns): (usize, usize),
) -> Vec<StoryTable<'l, 'a>> {
    let table = |story: &'l StoryView<'a>| {
        let claims = list.of_story(story);
        let shown = claims.iter().take(rows).map(|claim| row(account, numbering, claim));
        StoryTable {
            story,
            is_by_report: story.reports.len() <= columns,
            rows: Listing { items: shown.collect(), total: claims.len() },
        }
    };
    list.stories.iter().map(table).collect()
}

/// A claim and what the reports of its story say to it.
pub fn row<'l, 'a>(account: &Account, numbering: &Numbering, view: &'l ClaimView<'a>) -> Row<'l, 'a> {
    let claim: &Claim = account.claim(view.claim);
    let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
    for instance in claim.instances.iter().map(|idx| account.instance(*idx)) {
        let cell = Cell::of_instance(instance);
        let report = numbering.number(instance.span.report);
        cells.entry(report).and_modify(|known| *known = known.with(cell)).or_insert(cell);
    }
    for silence in &claim.silences {
        cells.entry(numbering.number(silence.report)).or_insert(Cell::of_silence(silence.kind));
    }
    Row { claim: view, cells }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::first_screen::Limits;
    use stemma::model::InstanceIdx;

    /// The signs of each row of the small account, in the order of reports.
    fn signs(account: &Account, columns: usize) -> Vec<(bool, String)> {
        let numbering = Numbering::of(account);
        let list = ClaimList::of(account, &numbering, &[], Limits::FIRST_LOOK);
        let tables = tables(account, &numbering, &list, (usize::MAX, columns));
        let signs = |row: &Row| row.cells.values().map(|cell| cell.sign()).collect::<Vec<_>>().join(" ");
        let rows = tables
            .iter()
            .flat_map(|table| table.rows.items.iter().map(|row| (table.is_by_report, signs(row))));
        rows.collect()
    }

    #[test]
    fn silence_is_an_answer_too() {
        let shown: Vec<String> = signs(&example::account(), 3).into_iter().map(|(_, signs)| signs).collect();
        assert_eq!(shown, ["+ - x", "+ -? +", "-? + -?", "-? -? +"]);
        assert!(signs(&example::account(), 2).iter().all(|(is_by_report, _)| !is_by_report));
    }

    #[test]
    fn every_way_of_saying_a_thing_has_a_sign_of_its_own() {
        let mut account = example::account();
        account.instances[1].stance = ClaimStance::Denies;
        account.instances[3].in_passing = true;
        account.instances[4].ground = OriginGround::Copy(InstanceIdx(3));
        account.instances[5].stance = ClaimStance::Alleges;
        account.claims[3].silences[0].kind = SilenceKind::NotApplicable;
        account.claims[3].silences[1].kind = SilenceKind::CannotTell;
        let shown: Vec<String> = signs(&account, 3).into_iter().map(|(_, signs)| signs).collect();
        assert_eq!(shown, ["+x - x", "= -? (+)", "? + .", "-? -? +?"]);
        let all: std::collections::BTreeSet<&str> = Cell::ALL.iter().map(|cell| cell.sign()).collect();
        assert_eq!(all.len(), Cell::ALL.len());
    }

    #[test]
    fn a_denial_beside_anything_else_is_both() {
        for cell in [Cell::Says, Cell::Copies, Cell::InPassing, Cell::Alleges, Cell::Both] {
            assert_eq!(cell.with(Cell::Denies), Cell::Both);
            assert_eq!(Cell::Denies.with(cell), Cell::Both);
        }
        assert_eq!(Cell::InPassing.with(Cell::Says), Cell::Says);
        assert_eq!(Cell::Alleges.with(Cell::Copies), Cell::Copies);
        assert_eq!(Cell::Denies.with(Cell::Denies), Cell::Denies);
    }
}
