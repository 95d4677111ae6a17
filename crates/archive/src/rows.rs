//! Records into rows. What a record says is in its identifier, so a row that is there is right; reports alone may learn
//! a date under the same identifier.

use crate::tables::{List, TABLES, Table};
use rusqlite::types::{ToSqlOutput, Value as Cell};
use rusqlite::{Connection, Result, ToSql, params_from_iter};
use std::collections::BTreeSet;
use stemma::account::labels::RecordKind;
use stemma::account::record::{Record, Value};

/// How many rows came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Difference {
    pub(crate) n_new: usize,
    pub(crate) n_gone: usize,
}

/// Makes the tables hold the findings of an account, and no others. Rows that are there already are not touched.
pub(crate) fn replace(database: &Connection, records: &[Record]) -> Result<Difference> {
    let mut difference = Difference::default();
    let mut gone: Vec<(&Table, BTreeSet<String>)> = Vec::new();
    for table in &TABLES {
        let mut writer = Writer::of(database, table)?;
        let mut left = identifiers(database, table.name)?;
        let mut known = left.clone();
        for record in records.iter().filter(|record| is_of(record, table.kind)) {
            let Some(Value::Text(id)) = record.get("id") else { continue };
            left.remove(id);
            let is_known = !known.insert(id.clone());
            if !is_known {
                difference.n_new += 1;
            }
            if !is_known || table.kind == RecordKind::Report {
                writer.write(id, record, is_known)?;
            }
        }
        gone.push((table, left));
    }
    for (table, left) in gone.iter().rev() {
        let mut delete = database.prepare(&format!("DELETE FROM {} WHERE id = ?1", table.name))?;
        for id in left {
            difference.n_gone += delete.execute([id])?;
        }
    }
    Ok(difference)
}

pub(crate) fn is_of(record: &Record, kind: RecordKind) -> bool {
    matches!(record.get("record"), Some(Value::Text(label)) if label == kind.label())
}

fn identifiers(database: &Connection, table: &str) -> Result<BTreeSet<String>> {
    database.prepare(&format!("SELECT id FROM {table}"))?.query_map([], |row| row.get(0))?.collect()
}

struct Writer<'a> {
    table: &'static Table,
    insert: rusqlite::Statement<'a>,
    lists: Vec<(&'static List, rusqlite::Statement<'a>)>,
}

impl<'a> Writer<'a> {
    fn of(database: &'a Connection, table: &'static Table) -> Result<Self> {
        let insert = database.prepare(&sql_of(table))?;
        let mut lists = Vec::new();
        for list in table.lists {
            lists.push((list, database.prepare(&sql_of_list(list))?));
        }
        Ok(Writer { table, insert, lists })
    }

    fn write(&mut self, id: &str, record: &Record, is_known: bool) -> Result<()> {
        let columns = self.table.columns.iter().map(|(_, path)| cell(find(record, path)));
        let cells: Vec<Cell> = std::iter::once(Cell::Text(id.to_owned())).chain(columns).collect();
        self.insert.execute(params_from_iter(cells.iter().map(Borrowed)))?;
        if is_known {
            return Ok(());
        }
        for (list, insert) in &mut self.lists {
            write_list(list, insert, id, record)?;
        }
        Ok(())
    }
}

fn write_list(list: &List, insert: &mut rusqlite::Statement, id: &str, record: &Record) -> Result<()> {
    for (nth, item) in items(find(record, list.path)).enumerate() {
        let Some((inner, _)) = list.inner else {
            insert_item(list, insert, id, &[nth], item)?;
            continue;
        };
        let within = match item {
            Value::Map(item) => find(item, inner),
            _ => None,
        };
        for (nth_inner, item) in items(within).enumerate() {
            insert_item(list, insert, id, &[nth, nth_inner], item)?;
        }
    }
    Ok(())
}

fn insert_item(
    list: &List,
    insert: &mut rusqlite::Statement,
    id: &str,
    places: &[usize],
    item: &Value,
) -> Result<()> {
    let of_item = |path: &str| match (path, item) {
        ("", item) => Some(item),
        (path, Value::Map(item)) => find(item, path),
        _ => None,
    };
    let mut cells = vec![Cell::Text(id.to_owned())];
    cells.extend(places.iter().map(|place| Cell::Integer(*place as i64)));
    cells.extend(list.columns.iter().map(|(_, path)| cell(of_item(path))));
    insert.execute(params_from_iter(cells.iter().map(Borrowed)))?;
    Ok(())
}

fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::List(items)) => items.as_slice(),
        _ => &[],
    }
    .iter()
}

/// What a path leads to; in a list by the number of the item.
fn find<'r>(record: &'r Record, path: &str) -> Option<&'r Value> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut value = record.get(first)?;
    for key in rest.into_iter().flat_map(|rest| rest.split('.')) {
        value = match value {
            Value::Map(map) => map.get(key)?,
            Value::List(items) => items.get(key.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(value)
}

fn cell(value: Option<&Value>) -> Cell {
    match value {
        None | Some(Value::Null) => Cell::Null,
        Some(Value::Bool(yes)) => Cell::Integer(i64::from(*yes)),
        Some(Value::Int(number)) => Cell::Integer(*number),
        Some(Value::Text(text)) => Cell::Text(text.clone()),
        Some(nested) => Cell::Text(json(nested).to_string()),
    }
}

/// A value as JSON.
pub(crate) fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Int(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(map) => {
            serde_json::Value::Object(map.iter().map(|(key, value)| (key.clone(), json(value))).collect())
        }
    }
}

/// A cell that is not copied on its way into the database.
struct Borrowed<'a>(&'a Cell);

impl ToSql for Borrowed<'_> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

fn sql_of(table: &Table) -> String {
    let names: Vec<String> = table.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let values: Vec<String> = (table.columns.iter().zip(2..))
        .map(|((name, _), nth)| match (table.kind, *name) {
            (RecordKind::Report, "text") => format!("(SELECT id FROM texts WHERE sha256 = ?{nth})"),
            _ => format!("?{nth}"),
        })
        .collect();
    // Of a report, what was learned since is written over what stood there.
    let known: Vec<String> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    format!(
        "INSERT INTO {} (id, {}) VALUES (?1, {}) ON CONFLICT (id) DO UPDATE SET {}",
        table.name,
        names.join(", "),
        values.join(", "),
        known.join(", ")
    )
}

fn sql_of_list(list: &List) -> String {
    let mut names = vec![format!("\"{}\"", list.of)];
    names.extend(list.inner.map(|(_, place)| format!("\"{place}\"")));
    names.push("nth".to_owned());
    names.extend(list.columns.iter().map(|(name, _)| format!("\"{name}\"")));
    let values: Vec<String> = (1..=names.len()).map(|nth| format!("?{nth}")).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", list.name, names.join(", "), values.join(", "))
}
