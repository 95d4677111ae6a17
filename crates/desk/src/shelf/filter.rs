//! What is asked of a list: a filter, as it stands in an address and as a person types it.

use super::List;
use stemma::model::Day;
use url::form_urlencoded;

/// Bytes of a filter that are read; whoever types more is no person.
const MOST_BYTES: usize = 2000;

/// Which rows of a list are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Filter {
    /// All of these words.
    pub words: Option<String>,
    /// Of this story.
    pub story: Option<String>,
    /// Published by this outlet.
    pub outlet: Option<String>,
    /// Published by none of these outlets.
    pub without: Vec<String>,
    /// Naming this place.
    pub place: Option<String>,
    /// Published on this day or later, as far as known.
    pub since: Option<Day>,
    /// Published on this day or earlier.
    pub until: Option<Day>,
    /// Several reports, one origin.
    pub lonely: bool,
    /// In an open disagreement.
    pub disputed: bool,
    /// At least so many reports.
    pub reports: Option<usize>,
    /// At least so many independent origins.
    pub origins: Option<usize>,
    /// Of reports: at least so many hundredths stand elsewhere.
    pub copied: Option<usize>,
}

/// Why a filter cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongFilter {
    /// A key that is none.
    #[error(
        "`{0}` is no filter; there are words, story, outlet, without, place, since, until, lonely, disputed, reports, origins, copied"
    )]
    Key(String),
    /// A day that is none.
    #[error("`{0}` is no day; write it as 2018-05-21")]
    Day(String),
    /// A number that is none.
    #[error("`{0}` is no number")]
    Number(String),
    /// Something else than yes.
    #[error("`{0}` is neither 1 nor 0")]
    Flag(String),
    /// A condition that a list does not know.
    #[error("{0} cannot be asked for `{1}`")]
    List(&'static str, &'static str),
    /// More than anybody types.
    #[error("the filter is longer than {MOST_BYTES} bytes")]
    Long,
}

impl Filter {
    /// The filter of the pairs of an address; those with the keys of `others` belong to somebody else.
    pub fn of_query(query: &str, others: &[&str]) -> Result<Self, WrongFilter> {
        if query.len() > MOST_BYTES {
            return Err(WrongFilter::Long);
        }
        let mut filter = Filter::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if !others.contains(&key.as_ref()) {
                filter.set(&key, value.trim())?;
            }
        }
        Ok(filter)
    }

    /// The same for one list.
    pub fn of_list(list: List, query: &str, others: &[&str]) -> Result<Self, WrongFilter> {
        let filter = Self::of_query(query, others)?;
        match filter.unknown_to(list) {
            Some(key) => Err(WrongFilter::List(list.name(), key)),
            None => Ok(filter),
        }
    }

    /// The filter that somebody typed: words, and `key:value` among them; a value with blanks stands in quotation marks.
    /// What only looks like a filter is a word.
    pub fn typed(text: &str) -> Self {
        let mut filter = Filter::default();
        let mut words: Vec<&str> = Vec::new();
        for token in tokens(text.get(..MOST_BYTES).unwrap_or(text)) {
            let pair = token.split_once(':').map(|(key, value)| (key, value.trim_matches('"')));
            let is_set = match pair {
                Some(("words", _)) => false,
                Some((key, value)) => filter.set(key, value).is_ok(),
                None => false,
            };
            if !is_set {
                words.push(token.trim_matches('"'));
            }
        }
        filter.words = Some(words.join(" ")).filter(|words| !words.is_empty());
        filter
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), WrongFilter> {
        if value.is_empty() {
            return Ok(()); // A field of a form that nobody filled in.
        }
        let text = || Some(value.to_owned());
        match key {
            "words" => self.words = text(),
            "story" => self.story = text(),
            "outlet" => self.outlet = text(),
            "without" => self.without.push(value.to_owned()),
            "place" => self.place = text(),
            "since" => self.since = Some(day(value)?),
            "until" => self.until = Some(day(value)?),
            "lonely" => self.lonely = flag(value)?,
            "disputed" => self.disputed = flag(value)?,
            "reports" => self.reports = Some(number(value)?),
            "origins" => self.origins = Some(number(value)?),
            "copied" => self.copied = Some(number(value)?),
            other => return Err(WrongFilter::Key(other.chars().take(40).collect())),
        }
        Ok(())
    }

    /// Every condition: its key, and its value as it is written.
    pub fn conditions(&self) -> Vec<(&'static str, String)> {
        let mut all: Vec<(&'static str, String)> = Vec::new();
        let mut text = |key, value: &Option<String>| all.extend(value.clone().map(|value| (key, value)));
        text("words", &self.words);
        text("story", &self.story);
        text("outlet", &self.outlet);
        text("place", &self.place);
        all.extend(self.without.iter().map(|outlet| ("without", outlet.clone())));
        all.extend(self.since.map(|day| ("since", day.to_string())));
        all.extend(self.until.map(|day| ("until", day.to_string())));
        all.extend(self.lonely.then(|| ("lonely", "1".to_owned())));
        all.extend(self.disputed.then(|| ("disputed", "1".to_owned())));
        all.extend(self.reports.map(|number| ("reports", number.to_string())));
        all.extend(self.origins.map(|number| ("origins", number.to_string())));
        all.extend(self.copied.map(|number| ("copied", number.to_string())));
        all
    }

    /// The same as the query of an address, with more pairs behind it; empty where nothing is asked.
    pub fn query(&self, more: &[(&str, &str)]) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(self.conditions());
        pairs.extend_pairs(more);
        pairs.finish()
    }

    /// The first condition that a list cannot be asked for: nothing of its rows is known that could pass it.
    pub fn unknown_to(&self, list: List) -> Option<&'static str> {
        self.conditions().into_iter().map(|(key, _)| key).find(|key| !is_known(key, list))
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// Whether a list can be asked for a condition.
pub fn is_known(key: &str, list: List) -> bool {
    match key {
        "lonely" | "origins" => matches!(list, List::Stories | List::Claims),
        "disputed" => matches!(list, List::Stories | List::Claims | List::Disagreements),
        "copied" => list == List::Reports,
        _ => true,
    }
}

fn day(value: &str) -> Result<Day, WrongFilter> {
    value.parse().map_err(|_| WrongFilter::Day(value.chars().take(40).collect()))
}

fn number(value: &str) -> Result<usize, WrongFilter> {
    let is_plain = value.len() <= 9 && value.bytes().all(|byte| byte.is_ascii_digit());
    value
        .parse()
        .ok()
        .filter(|_| is_plain)
        .ok_or_else(|| WrongFilter::Number(value.chars().take(40).collect()))
}

fn flag(value: &str) -> Result<bool, WrongFilter> {
    match value {
        "1" => Ok(true),
        "0" => Ok(false),
        other => Err(WrongFilter::Flag(other.chars().take(40).collect())),
    }
}

/// Runs without blanks, but for those between quotation marks.
fn tokens(text: &str) -> Vec<&str> {
    let (mut tokens, mut start, mut is_quoted) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            c if c.is_whitespace() && !is_quoted => {
                tokens.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    tokens.push(&text[start..]);
    tokens.retain(|token| !token.is_empty());
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_back() {
        let query = "words=left+the+town&outlet=Harbour+Post&without=a&without=b&since=2018-05-01&disputed=1&reports=3";
        let filter = Filter::of_query(query, &[]).expect("it is a filter");
        assert_eq!(Filter::of_query(&filter.query(&[]), &[]), Ok(filter.clone()));
        assert_eq!(filter.words.as_deref(), Some("left the town"));
        assert_eq!(filter.without, ["a", "b"]);
        assert!(filter.disputed && !filter.lonely);
        assert_eq!(filter.query(&[("after", "x")]).matches('&').count(), 7);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (query, message) in [
            ("colour=red", "`colour` is no filter"),
            ("since=May", "`May` is no day"),
            ("reports=-1", "`-1` is no number"),
            ("reports=99999999999999999999", "is no number"),
            ("lonely=maybe", "`maybe` is neither"),
        ] {
            let wrong = Filter::of_query(query, &[]).expect_err(query).to_string();
            assert!(wrong.contains(message), "{wrong}");
        }
        assert_eq!(Filter::of_query(&"a".repeat(MOST_BYTES + 1), &[]), Err(WrongFilter::Long));
        assert_eq!(Filter::of_query("after=x&words=", &["after"]), Ok(Filter::default()));
    }

    #[test]
    fn what_somebody_types_is_words_and_conditions() {
        let filter = Filter::typed("ferry  outlet:\"Harbour Post\" since:2018-05-01 who:me 12:30");
        assert_eq!(filter.words.as_deref(), Some("ferry who:me 12:30"));
        assert_eq!(filter.outlet.as_deref(), Some("Harbour Post"));
        assert!(filter.since.is_some());
        assert_eq!(Filter::typed("\u{202e}\" unclosed").words.as_deref(), Some("\u{202e}\" unclosed"));
        assert!(Filter::typed("  ").is_empty());
    }
}
