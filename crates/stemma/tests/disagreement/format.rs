//! Files of items into items; the form is described in `main.rs`. A line that cannot be read panics with its place.

use stemma::model::{ByteRange, DisagreementKind, DisagreementOrder};

/// Some reports and what they disagree in.
pub struct Item {
    /// Its name, which begins with its group.
    pub name: String,
    /// What it is there for.
    pub group: Group,
    /// Its reports.
    pub reports: Vec<ItemReport>,
    /// What they disagree in.
    pub expected: Vec<Expected>,
    /// Whether it says that there is nothing to be reported.
    none: bool,
}

/// What an item is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Nothing may be reported.
    None,
    /// A disagreement without a word of denial.
    Plain,
    /// A disagreement with one.
    Denied,
}

/// One report of an item.
pub struct ItemReport {
    /// What its source is called.
    pub name: String,
    /// When it was published, in ISO 8601; absent where nobody knows.
    pub published: Option<String>,
    /// Its text.
    pub text: String,
}

/// A disagreement that is to be reported.
pub struct Expected {
    /// What it may be of.
    pub kinds: Vec<DisagreementKind>,
    /// How its sides may lie in time; any way but an update where there is none.
    pub orders: Vec<DisagreementOrder>,
    /// Its sides: the places of their words.
    pub sides: Vec<Vec<Place>>,
    /// Whether it must be reported, or only may.
    pub asked: bool,
    /// The line that says so.
    pub told: String,
}

/// Words of a report of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the report.
    pub report: String,
    /// Where they stand in it.
    pub range: ByteRange,
}

/// Words by which something is denied. What only has a "no" or a "without" in it is not among them.
const DENIAL_WORDS: &str = "deny denies denied denying denial denials reject rejects rejected rejecting refute refutes \
    refuted refuting dismiss dismisses dismissed dismissing dispute disputes disputed disputing contradict contradicts \
    contradicted not untrue false falsehood lie lies fabrication invention nothing never didn't wasn't weren't isn't";

impl Group {
    /// The first word of the names of its items.
    pub fn name(self) -> &'static str {
        match self {
            Group::None => "none",
            Group::Plain => "plain",
            Group::Denied => "denied",
        }
    }

    fn of(item: &str, place: &str) -> Group {
        let first = item.split('-').next().unwrap_or_default();
        let groups = [Group::None, Group::Plain, Group::Denied];
        let found = groups.into_iter().find(|group| group.name() == first);
        found.unwrap_or_else(|| panic!("{place}: `{item}` begins with no group"))
    }
}

impl Item {
    /// What the item is about: its name up to the number.
    pub fn kind(&self) -> &str {
        self.name.rsplit_once('-').map_or(self.name.as_str(), |(kind, _)| kind)
    }

    /// The words of denial in its reports.
    pub fn denial_words(&self) -> Vec<String> {
        let texts = self.reports.iter().map(|report| report.text.to_lowercase().replace('\u{2019}', "'"));
        let is_letter = |c: char| c.is_alphanumeric() || c == '\'';
        let words =
            texts.flat_map(|text| text.split(|c| !is_letter(c)).map(str::to_owned).collect::<Vec<_>>());
        words.filter(|word| DENIAL_WORDS.split_whitespace().any(|known| known == word)).collect()
    }

    fn new(name: &str, place: &str) -> Self {
        let group = Group::of(name, place);
        Item { name: name.to_owned(), group, reports: Vec::new(), expected: Vec::new(), none: false }
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
            items.push(Item::new(name, &place));
        } else if !line.is_empty() && !line.starts_with("## ") {
            let item = items.last_mut().unwrap_or_else(|| panic!("{place}: no item is open"));
            read_line(item, line, &place);
        }
    }
    items.iter().for_each(|item| check(item, file));
    items
}

/// Some reports of different names, and either nothing or something to be found, as the group says.
fn check(item: &Item, file: &str) {
    let Item { name, reports, group, none, expected } = item;
    let mut names: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(
        !reports.is_empty() && names.len() == reports.len(),
        "{file}: {name}: two reports of one name, or none"
    );
    assert!(reports.iter().all(|report| !report.text.is_empty()), "{file}: {name} has an empty report");
    let asks = expected.iter().any(|expected| expected.asked);
    assert!(*none != asks, "{file}: {name} must say what is to be found, or `> none`");
    assert!(*none == (*group == Group::None), "{file}: {name} is in the wrong group");
}

fn read_line(item: &mut Item, line: &str, place: &str) {
    if let Some(head) = line.strip_prefix("//- ") {
        assert!(!item.is_told(), "{place}: a report below what is to be found");
        let (name, day) = head.split_once(' ').map_or((head, None), |(name, day)| (name, Some(day)));
        let published = day.map(|day| day.trim().to_owned());
        item.reports.push(ItemReport { name: name.to_owned(), published, text: String::new() });
    } else if line == "> none" {
        item.none = true;
    } else if let Some(rest) = line.strip_prefix("! ") {
        let expected = expected(&item.reports, rest, true, place);
        item.expected.push(expected);
    } else if let Some(rest) = line.strip_prefix("? ") {
        let expected = expected(&item.reports, rest, false, place);
        item.expected.push(expected);
    } else {
        assert!(!item.is_told(), "{place}: text below what is to be found");
        let report = item.reports.last_mut().unwrap_or_else(|| panic!("{place}: no report is open"));
        if !report.text.is_empty() {
            report.text.push_str("\n\n");
        }
        report.text.push_str(line.strip_prefix("# ").unwrap_or(line));
    }
}

impl Item {
    fn is_told(&self) -> bool {
        self.none || !self.expected.is_empty()
    }
}

fn expected(reports: &[ItemReport], line: &str, asked: bool, place: &str) -> Expected {
    let mut fields = line.split(" | ").map(str::trim);
    let head = fields.next().unwrap_or_default();
    let (kinds, orders) = head.split_once(' ').map_or((head, None), |(kinds, orders)| (kinds, Some(orders)));
    let sides = fields.map(|side| side.split(" + ").map(|words| found_at(reports, words, place)).collect());
    Expected {
        kinds: kinds.split('/').map(|kind| kind_of(kind, place)).collect(),
        orders: orders
            .iter()
            .flat_map(|orders| orders.split('/'))
            .map(|order| order_of(order, place))
            .collect(),
        sides: sides.collect(),
        asked,
        told: line.to_owned(),
    }
}

/// Where `report: words` stands.
fn found_at(reports: &[ItemReport], words: &str, place: &str) -> Place {
    let (name, fragment) =
        words.split_once(": ").unwrap_or_else(|| panic!("{place}: `{words}` names no report"));
    let report = reports.iter().find(|report| report.name == name.trim());
    let text = &report.unwrap_or_else(|| panic!("{place}: no report `{name}`")).text;
    let mut places = text.match_indices(fragment);
    let start = places.next().unwrap_or_else(|| panic!("{place}: `{fragment}` is not in `{name}`")).0;
    assert!(places.next().is_none(), "{place}: `{fragment}` stands in `{name}` more than once");
    Place { report: name.trim().to_owned(), range: ByteRange::new(start, start + fragment.len()) }
}

fn kind_of(word: &str, place: &str) -> DisagreementKind {
    match word {
        "denial" => DisagreementKind::Denial,
        "number" => DisagreementKind::Number,
        "date" => DisagreementKind::Date,
        "place" => DisagreementKind::Place,
        "party" => DisagreementKind::Party,
        "attribution" => DisagreementKind::Attribution,
        "strength" => DisagreementKind::Strength,
        _ => panic!("{place}: `{word}` is no kind of disagreement"),
    }
}

fn order_of(word: &str, place: &str) -> DisagreementOrder {
    match word {
        "same" => DisagreementOrder::SameTime,
        "update" => DisagreementOrder::Update,
        "both" => DisagreementOrder::Both,
        "unknown" => DisagreementOrder::Unknown,
        _ => panic!("{place}: `{word}` is no order in time"),
    }
}
