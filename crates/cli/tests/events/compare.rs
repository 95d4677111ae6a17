//! Rows beside those that were written by hand: cell by cell.

use std::collections::BTreeMap;

/// A row, by the names of its columns.
pub type Row = BTreeMap<String, String>;

/// The rows of a table with a header.
pub fn table(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let row = |row: csv::StringRecord| {
        header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|one| row(one.expect("a row"))).collect()
}

/// What agrees of the cells of one column, among rows that are there on both sides.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Something stands there, as by hand.
    pub right: usize,
    /// Something else stands there than by hand.
    pub wrong: usize,
    /// Nothing stands there, and by hand something does.
    pub missing: usize,
    /// Something stands there, and by hand nothing does.
    pub invented: usize,
    /// Nothing stands there, as by hand.
    pub empty: usize,
}

/// What agrees of the rows written by hand, and of those found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    pub rows_by_hand: usize,
    pub rows_found: usize,
    pub rows_matched: usize,
    pub columns: BTreeMap<String, Column>,
    /// Cells that something stands in by hand, of all rows.
    pub cells_filled: usize,
}

impl Agreement {
    /// All columns together.
    pub fn cells(&self) -> Column {
        self.columns.values().fold(Column::default(), |sum, one| Column {
            right: sum.right + one.right,
            wrong: sum.wrong + one.wrong,
            missing: sum.missing + one.missing,
            invented: sum.invented + one.invented,
            empty: sum.empty + one.empty,
        })
    }

    /// Adds those of another story.
    pub fn add(&mut self, other: Agreement) {
        self.rows_by_hand += other.rows_by_hand;
        self.rows_found += other.rows_found;
        self.rows_matched += other.rows_matched;
        self.cells_filled += other.cells_filled;
        for (name, one) in other.columns {
            let sum = self.columns.entry(name).or_default();
            sum.right += one.right;
            sum.wrong += one.wrong;
            sum.missing += one.missing;
            sum.invented += one.invented;
            sum.empty += one.empty;
        }
    }

    /// For whoever looks at the output of the test.
    pub fn print(&self) {
        println!(
            "rows by hand {}, found {}, matched {}",
            self.rows_by_hand, self.rows_found, self.rows_matched
        );
        for (name, one) in &self.columns {
            let Column { right, wrong, missing, invented, empty } = one;
            println!(
                "{name:>12}: {right} right, {wrong} wrong, {missing} missing, {invented} invented, {empty} empty"
            );
        }
    }
}

fn plain(words: &str) -> String {
    let small = words.to_lowercase().replace('’', "'");
    small.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a cell is one of the wordings that a coder allows, which may be none; names without their article are the same. Sub-types have
/// slashes of their own.
fn is_right(column: &str, by_hand: &str, found: &str) -> bool {
    let bare = |words: &str| plain(words).trim_start_matches("the ").to_owned();
    let alone = column.contains("type");
    let mut allowed = by_hand.split('/').map(bare);
    if alone { bare(by_hand) == bare(found) } else { allowed.any(|one| one == bare(found)) }
}

/// Each row by hand takes the row found that agrees in most cells, among those that may be of the same.
pub fn compare(by_hand: &[Row], found: &[Row], may_be: impl Fn(&Row, &Row) -> bool) -> Agreement {
    let mut free: Vec<&Row> = found.iter().collect();
    let mut sum = Agreement { rows_by_hand: by_hand.len(), rows_found: found.len(), ..Agreement::default() };
    for row in by_hand {
        sum.cells_filled += cells(row).filter(|(_, cell)| !cell.is_empty()).count();
        let right =
            |other: &Row| cells(row).filter(|(name, cell)| is_right(name, cell, &other[*name])).count();
        let told = |other: &Row| {
            cells(row)
                .filter(|(name, cell)| !other[*name].is_empty() && is_right(name, cell, &other[*name]))
                .count()
        };
        let same_type = |other: &Row| row.get("type").is_none_or(|kind| *kind == other["type"]);
        let same_mode =
            |other: &Row| row.get("mode").is_none_or(|mode| is_right("mode", mode, &other["mode"]));
        let best = free
            .iter()
            .enumerate()
            .filter(|(_, one)| may_be(row, one))
            .max_by_key(|(at, one)| (same_type(one), same_mode(one), told(one), right(one), usize::MAX - at))
            .map(|(at, _)| at);
        let Some(at) = best else {
            println!("missing: {}", shown(row));
            continue;
        };
        let other = free.remove(at);
        sum.rows_matched += 1;
        for (name, cell) in cells(row) {
            let column = sum.columns.entry(name.clone()).or_default();
            let found = &other[name];
            match (is_right(name, cell, found), found.is_empty(), cell.is_empty()) {
                (true, true, _) => column.empty += 1,
                (true, false, _) => column.right += 1,
                (false, true, _) => column.missing += 1,
                (false, false, true) => column.invented += 1,
                (false, false, false) => column.wrong += 1,
            }
            if !is_right(name, cell, found) {
                println!("{name} of {}: {cell:?} by hand, {found:?} found", shown(row));
            }
        }
    }
    free.iter().for_each(|row| println!("not by hand: {}", shown(row)));
    sum
}

/// The cells of a row by hand; `told` only says which sentence it is of.
fn cells(row: &Row) -> impl Iterator<Item = (&String, &String)> {
    row.iter().filter(|(name, _)| *name != "told")
}

/// The cells of a row that something stands in.
fn shown(row: &Row) -> String {
    let cells = row.iter().filter(|(_, cell)| !cell.is_empty());
    cells.map(|(name, cell)| format!("{name}={cell}")).collect::<Vec<_>>().join("; ")
}
