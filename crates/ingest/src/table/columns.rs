//! Which column of a table says what: as the user gave it, or by the names in its first row.

use crate::record::Meaning::{self, Captured, Id, Modified, Outlet, Published, Text, Title, Url};
use crate::refusal::Refusal;
use std::collections::BTreeMap;
use std::str::FromStr;

/// What `--columns` calls a meaning, and the names of columns that have it without being told so. Of several columns
/// with one meaning, the one whose name stands first here is read.
const KNOWN: &[(&str, Meaning, &[&str])] = &[
    ("text", Text, &["text", "body", "content", "maintext"]),
    ("title", Title, &["title", "headline"]),
    ("date", Published, &["published", "date", "date_publish"]),
    ("url", Url, &["url", "link"]),
    ("outlet", Outlet, &["outlet", "source", "sitename"]),
    ("id", Id, &["id"]),
    ("modified", Modified, &["modified", "date_modify"]),
    ("captured", Captured, &["captured", "date_download"]),
];

/// How much of the list of columns a message shows.
const SHOWN_COLUMNS: usize = 12;

/// Columns that the user named: `text=BODY,date=DAY`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns(BTreeMap<Meaning, String>);

impl FromStr for Columns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut columns = BTreeMap::new();
        for pair in text.split(',') {
            let (what, column) = pair
                .split_once('=')
                .filter(|(_, column)| !column.trim().is_empty())
                .ok_or_else(|| format!("{pair:?} is not of the form text=NAME"))?;
            let known = KNOWN.iter().find(|(name, ..)| *name == what.trim());
            let (_, meaning, _) = known.ok_or_else(|| {
                let names: Vec<&str> = KNOWN.iter().map(|(name, ..)| *name).collect();
                format!("{:?} is none of {}", what.trim(), names.join(", "))
            })?;
            if columns.insert(*meaning, column.trim().to_owned()).is_some() {
                return Err(format!("{} is given twice", what.trim()));
            }
        }
        Ok(Columns(columns))
    }
}

impl std::fmt::Display for Columns {
    /// As `--columns` takes it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let given = KNOWN.iter().filter_map(|(name, meaning, _)| Some((name, self.0.get(meaning)?)));
        for (nth, (name, column)) in given.enumerate() {
            write!(f, "{}{name}={column}", if nth == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

/// Where the columns that are read stand in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    places: BTreeMap<Meaning, (usize, String)>,
    /// How many columns the first row names.
    pub width: usize,
}

impl Layout {
    /// The layout that the first row of a table gives.
    pub fn of(header: &[String], given: &Columns) -> Result<Self, Refusal> {
        let mut places = BTreeMap::new();
        for (_, meaning, names) in KNOWN {
            let found = match given.0.get(meaning) {
                Some(name) => Some(place(header, |column| column == name).ok_or_else(|| {
                    Refusal::new(
                        format!("has no column {name:?}"),
                        format!("its columns are {}", list(header)),
                    )
                })?),
                None => {
                    let mut known = names.iter().map(|name| place(header, |column| is_called(column, name)));
                    known.find_map(|found| found)
                }
            };
            let Some(at) = found else { continue };
            let name = &header[at];
            if header.iter().filter(|column| *column == name).count() > 1 {
                return Err(Refusal::new(format!("names the column {name:?} twice"), "rename one of them"));
            }
            places.insert(*meaning, (at, name.clone()));
        }
        if !places.contains_key(&Text) {
            return Err(Refusal::new(
                "no column with the text of the reports",
                format!("say which it is, with --columns text=NAME; its columns are {}", list(header)),
            ));
        }
        Ok(Layout { places, width: header.len() })
    }

    /// The column of a meaning and its name.
    pub fn column(&self, meaning: Meaning) -> Option<(usize, &str)> {
        self.places.get(&meaning).map(|(at, name)| (*at, name.as_str()))
    }
}

fn place(header: &[String], fits: impl Fn(&str) -> bool) -> Option<usize> {
    header.iter().position(|column| fits(column))
}

fn is_called(column: &str, name: &str) -> bool {
    column.trim().eq_ignore_ascii_case(name)
}

fn list(header: &[String]) -> String {
    let shown: Vec<String> =
        header.iter().take(SHOWN_COLUMNS).map(|column| crate::record::shortened(column)).collect();
    let more = if header.len() > SHOWN_COLUMNS { ", ..." } else { "" };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(header: &str, given: &str) -> Result<Layout, Refusal> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let given = if given.is_empty() { Columns::default() } else { given.parse().expect("it is right") };
        Layout::of(&header, &given)
    }

    #[test]
    fn columns_are_known_by_their_names() {
        let found = layout("Date,HEADLINE,body,source,content,Link", "").expect("there is a text");
        let at = |meaning| found.column(meaning).map(|(at, _)| at);
        assert_eq!((at(Published), at(Title), at(Text)), (Some(0), Some(1), Some(2)));
        assert_eq!((at(Outlet), at(Url), at(Id)), (Some(3), Some(5), None));
        assert_eq!(found.width, 6);
    }

    #[test]
    fn what_the_user_says_goes_first() {
        let found = layout("text,BODY,DAY", "text=BODY,date=DAY").expect("both are there");
        assert_eq!((found.column(Text), found.column(Published)), (Some((1, "BODY")), Some((2, "DAY"))));
    }

    #[test]
    fn a_table_that_cannot_be_read_says_what_to_do() {
        let refusal = layout("a,b", "").expect_err("no text");
        assert_eq!(refusal.reason, "no column with the text of the reports");
        assert_eq!(refusal.hint, "say which it is, with --columns text=NAME; its columns are \"a\", \"b\"");
        assert_eq!(layout("a,b", "text=c").expect_err("no c").reason, "has no column \"c\"");
        assert_eq!(layout("text,text", "").expect_err("two").reason, "names the column \"text\" twice");
    }

    #[test]
    fn a_mistaken_option_is_said() {
        for (given, said) in [
            ("text", "\"text\" is not of the form text=NAME"),
            ("text=", "\"text=\" is not of the form text=NAME"),
            ("text=a,text=b", "text is given twice"),
            ("words=a", "\"words\" is none of text, title, date, url, outlet, id, modified, captured"),
        ] {
            assert_eq!(given.parse::<Columns>(), Err(said.to_owned()));
        }
    }
}
