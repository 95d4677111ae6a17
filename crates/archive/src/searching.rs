//! Where do words stand? Words, phrases and what is known of reports: outlet, day, names, places, origins, stance.

use crate::{Archive, ArchiveError};
use rusqlite::{ToSql, types::Value};

/// What is looked for. All of it must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words, and phrases in quotation marks; all must stand in the text. Empty: any text.
    pub words: String,
    /// The outlet.
    pub outlet: Option<String>,
    /// Published on this day or later, as far as it is given: `2024`, `2024-05`, `2024-05-01`.
    pub since: Option<String>,
    /// Published on this day or earlier; of `2024-05`, up to its end.
    pub until: Option<String>,
    /// Words of the name of somebody who speaks in the report.
    pub speaker: Option<String>,
    /// A place that the report names, by its name in the list of places.
    pub place: Option<String>,
    /// It has a claim behind which at most so many origins stand.
    pub most_origins: Option<u32>,
    /// It has an instance with this stance: affirms, alleges, denies.
    pub stance: Option<String>,
}

/// A report that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its identifier.
    pub report: String,
    /// The first line of its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<String>,
    /// Where its text was found first, by name.
    pub name: String,
    /// Words around what was found, with what was found between U+0002 and U+0003; nothing where no words were given.
    pub snippet: Option<String>,
}

/// Words around what was found.
const SNIPPET_WORDS: usize = 24;

impl Archive {
    /// The first reports that are found, the best first, and how many there are in all.
    pub fn search(&self, filter: &Filter, most: usize) -> Result<(Vec<Hit>, usize), ArchiveError> {
        let (from, conditions, values) = question(filter);
        let parameters: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
        self.asked(|database| {
            let count = format!("SELECT count(*) FROM {from} WHERE {conditions}");
            let count: i64 = database.prepare(&count)?.query_row(parameters.as_slice(), |row| row.get(0))?;
            let (snippet, order) = match filter.words.is_empty() {
                true => ("NULL".to_owned(), "reports.published DESC, reports.id"),
                false => (
                    format!("snippet(words, 0, char(2), char(3), '…', {SNIPPET_WORDS})"),
                    "words.rank, reports.id",
                ),
            };
            let sql = format!(
                "SELECT reports.id, reports.title, reports.outlet, reports.published, \
                 (SELECT min(name) FROM sources WHERE sources.text = reports.text), {snippet} \
                 FROM {from} WHERE {conditions} ORDER BY {order} LIMIT {most}"
            );
            let mut query = database.prepare(&sql)?;
            let hits = query.query_map(parameters.as_slice(), |row| {
                Ok(Hit {
                    report: row.get(0)?,
                    title: row.get(1)?,
                    outlet: row.get(2)?,
                    published: row.get(3)?,
                    name: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                    snippet: row.get(5)?,
                })
            })?;
            Ok((hits.collect::<Result<_, _>>()?, usize::try_from(count).unwrap_or(0)))
        })
    }
}

/// The tables that are asked, what must hold, and the values for it. No word of the user becomes part of a statement.
fn question(filter: &Filter) -> (&'static str, String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut conditions = vec!["TRUE".to_owned()];
    let mut ask = |condition: &str, value: Value| {
        values.push(value);
        conditions.push(condition.replace("??", &format!("?{}", values.len())));
    };
    let from = match filter.words.is_empty() {
        true => "reports",
        false => {
            ask("words MATCH ??", Value::Text(matching(&filter.words)));
            "words JOIN reports ON reports.text = words.rowid"
        }
    };
    let mut ask_text = |condition: &str, text: &Option<String>| {
        if let Some(text) = text {
            ask(condition, Value::Text(text.clone()));
        }
    };
    ask_text("reports.outlet = ?? COLLATE NOCASE", &filter.outlet);
    ask_text("reports.published >= ??", &filter.since);
    ask_text("substr(reports.published, 1, length(??)) <= ??", &filter.until);
    // Lists are made once and looked into for each report: asking for each anew took a hundred times as long.
    ask_text(
        "reports.id IN (SELECT statements.report FROM voice_names JOIN statements \
         ON statements.voice = voice_names.voice WHERE instr(lower(voice_names.text), lower(??)) > 0)",
        &filter.speaker,
    );
    ask_text("reports.id IN (SELECT report FROM places WHERE name = ?? COLLATE NOCASE)", &filter.place);
    ask_text("reports.id IN (SELECT report FROM instances WHERE stance = ??)", &filter.stance);
    if let Some(most) = filter.most_origins {
        ask(
            "reports.id IN (SELECT instances.report FROM claims \
             JOIN claim_instances ON claim_instances.claim = claims.id \
             JOIN instances ON instances.id = claim_instances.instance \
             WHERE claims.n_reports > 1 AND claims.affirm_at_most + claims.deny_at_most <= ??)",
            Value::Integer(most.into()),
        );
    }
    (from, conditions.join(" AND "), values)
}

/// Words as FTS5 wants them: each a phrase of its own, so that nothing in them is an operator. What stands between
/// quotation marks is one phrase; a mark that is not closed ends with the text.
fn matching(words: &str) -> String {
    let phrase = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
    let has_word = |words: &&str| words.contains(char::is_alphanumeric);
    let mut phrases = Vec::new();
    for (nth, piece) in words.split(['"', '\u{201c}', '\u{201d}']).enumerate() {
        match nth % 2 {
            1 => phrases.extend(Some(piece).filter(has_word).map(phrase)),
            _ => phrases.extend(piece.split_whitespace().filter(has_word).map(phrase)),
        }
    }
    phrases.join(" ")
}

#[cfg(test)]
mod tests {
    use super::matching;

    #[test]
    fn nothing_a_user_types_is_an_operator() {
        assert_eq!(matching("bridge OR dam*"), r#""bridge" "OR" "dam*""#);
        assert_eq!(matching("flood \"old bridge\" - near"), r#""flood" "old bridge" "near""#);
        assert_eq!(matching("\"not closed"), r#""not closed""#);
        assert_eq!(matching("-- \"\" *"), "");
    }
}
