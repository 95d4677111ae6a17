//! Files of items into items; the form is described in `main.rs`. A line that cannot be read panics with its place.

use stemma::model::ByteRange;

/// Some reports and what a careful reader finds in them.
pub struct Item {
    /// Its name, which begins with its kind.
    pub name: String,
    /// Its reports; mostly one.
    pub reports: Vec<ItemReport>,
}

/// One report of an item.
pub struct ItemReport {
    /// What its source is called.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What is to be found in it.
    pub expected: Vec<Expected>,
    /// Whether it says that there is nothing to be found.
    nothing: bool,
}

/// A statement that is to be found.
pub struct Expected {
    /// Where its words stand in the report.
    pub range: ByteRange,
    /// Names that may be shown for the speaker, as they were written; none where he is not stated.
    pub names: Vec<String>,
    /// Whether it is right to leave the speaker open.
    pub may_be_open: bool,
    /// Whether it denies.
    pub denies: bool,
    /// Whether it must be found, or only may.
    pub asked: bool,
}

impl Item {
    /// What the item is about: its name up to the number.
    pub fn kind(&self) -> &str {
        self.name.rsplit_once('-').map_or(self.name.as_str(), |(kind, _)| kind)
    }
}

/// The items of a file.
pub fn items(file: &str, text: &str) -> Vec<Item> {
    let mut lines = text.lines().enumerate();
    let first = lines.next().map_or("", |(_, line)| line);
    assert!(first.starts_with("Invented"), "{file}:1: must say that all is invented");
    let mut items: Vec<Item> = Vec::new();
    for (idx, line) in lines {
        let line = line.trim();
        let place = format!("{file}:{}", idx + 1);
        if let Some(name) = line.strip_prefix("== ") {
            items.push(Item { name: name.to_owned(), reports: vec![ItemReport::new("report.txt")] });
        } else if !line.is_empty() && !line.starts_with("## ") {
            let item = items.last_mut().unwrap_or_else(|| panic!("{place}: no item is open"));
            read_line(item, line, &place);
        }
    }
    for item in &items {
        for report in &item.reports {
            let told = report.nothing != report.expected.iter().any(|expected| expected.asked);
            assert!(told, "{file}: {} must say what it holds, or `> nothing`", item.name);
        }
        check_names(item, file);
    }
    items
}

/// Every name expected stands in some report of the item: a slip of the pen would let a false speaker pass.
fn check_names(item: &Item, file: &str) {
    let texts: Vec<String> = item.reports.iter().map(|report| report.text.to_lowercase()).collect();
    for name in item.reports.iter().flat_map(|report| &report.expected).flat_map(|expected| &expected.names) {
        let stands = texts.iter().any(|text| text.contains(&name.to_lowercase()));
        assert!(stands, "{file}: {} expects `{name}`, whom it does not name", item.name);
    }
}

fn read_line(item: &mut Item, line: &str, place: &str) {
    if let Some(name) = line.strip_prefix("//- ") {
        let empty = item.reports.len() == 1 && item.reports[0].text.is_empty();
        if empty {
            item.reports.clear();
        }
        item.reports.push(ItemReport::new(name));
        return;
    }
    let report = item.reports.last_mut().expect("an item has a report");
    if line == "> nothing" {
        report.nothing = true;
    } else if let Some(rest) = line.strip_prefix("> ") {
        report.expected.push(expected(&report.text, rest, true, place));
    } else if let Some(rest) = line.strip_prefix("? ") {
        report.expected.push(expected(&report.text, rest, false, place));
    } else {
        assert!(report.expected.is_empty() && !report.nothing, "{place}: text below what is expected");
        if !report.text.is_empty() {
            report.text.push_str("\n\n");
        }
        report.text.push_str(line.strip_prefix("# ").unwrap_or(line));
    }
}

fn expected(text: &str, line: &str, asked: bool, place: &str) -> Expected {
    let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let (fragment, speaker, denies) = match fields.as_slice() {
        [fragment, speaker] => (*fragment, *speaker, false),
        [fragment, speaker, "denies"] => (*fragment, *speaker, true),
        _ => panic!("{place}: expected `words | speaker` or `words | speaker | denies`"),
    };
    let mut places = text.match_indices(fragment);
    let start = places.next().unwrap_or_else(|| panic!("{place}: `{fragment}` is not in the text")).0;
    assert!(places.next().is_none(), "{place}: `{fragment}` stands in the text more than once");
    let alternatives: Vec<&str> = speaker.split(" / ").collect();
    Expected {
        range: ByteRange::new(start, start + fragment.len()),
        names: alternatives.iter().filter(|name| **name != "-").map(|name| (*name).to_owned()).collect(),
        may_be_open: alternatives.contains(&"-"),
        denies,
        asked,
    }
}

impl ItemReport {
    fn new(name: &str) -> Self {
        ItemReport { name: name.to_owned(), text: String::new(), expected: Vec::new(), nothing: false }
    }
}
