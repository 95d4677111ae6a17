//! Reads a record key by key: each key of the expected type, none missing, none besides.

use super::problem::shown;
use crate::account::identifiers::{is_identifier, is_lower_hex};
use crate::account::record::{Record, Value};
use crate::model::{ByteRange, DateEvidence};

/// A value of the expected type, or a sentence that says what is wrong.
pub(super) type Expected<T> = Result<T, String>;

/// A span as a record gives it. Its range is in order; whether it fits the text is not known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The identifier of its report.
    pub(super) report: &'a str,
    /// Its bytes.
    pub(super) range: ByteRange,
    /// The words that are said to stand there.
    pub(super) text: &'a str,
}

impl<'a> Place<'a> {
    /// Whether `other` lies in the same report and wholly inside.
    pub(super) fn contains(&self, other: &Place<'_>) -> bool {
        self.report == other.report && self.range.contains(other.range)
    }

    /// Where it stands, to be compared with others.
    pub(super) fn key(&self) -> (&'a str, ByteRange) {
        (self.report, self.range)
    }
}

/// A record being read.
pub(super) struct Fields<'a> {
    record: &'a Record,
    taken: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Begins to read.
    pub(super) fn of(record: &'a Record) -> Self {
        Fields { record, taken: Vec::new() }
    }

    /// Ends: every key must have been read.
    pub(super) fn finish(self) -> Expected<()> {
        let unknown = self.record.keys().find(|key| !self.taken.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(format!("unknown key {}", shown(key))))
    }

    /// The value of a key.
    pub(super) fn value(&mut self, key: &'static str) -> Expected<&'a Value> {
        self.taken.push(key);
        self.record.get(key).ok_or_else(|| format!("key `{key}` is missing"))
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Expected<&'a str> {
        text(self.value(key)?).ok_or_else(|| expected(key, "text"))
    }

    /// A text or null.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Expected<Option<&'a str>> {
        match self.value(key)? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            _ => Err(expected(key, "text or null")),
        }
    }

    /// One of some fixed words.
    pub(super) fn label(&mut self, key: &'static str, labels: &[&str]) -> Expected<&'a str> {
        let text = self.text(key)?;
        if labels.contains(&text) {
            return Ok(text);
        }
        Err(expected(key, &format!("one of {}", labels.join(", "))))
    }

    /// An identifier.
    pub(super) fn identifier(&mut self, key: &'static str, prefix: char) -> Expected<&'a str> {
        let text = self.text(key)?;
        if is_identifier(prefix, text) {
            return Ok(text);
        }
        Err(expected(key, &format!("`{prefix}` and 16 hexadecimal digits")))
    }

    /// An identifier of one of some kinds.
    pub(super) fn identifier_of(&mut self, key: &'static str, prefixes: &[char]) -> Expected<&'a str> {
        let text = self.text(key)?;
        if prefixes.iter().any(|prefix| is_identifier(*prefix, text)) {
            return Ok(text);
        }
        Err(expected(key, "an identifier of a kind that may stand there"))
    }

    /// An identifier or null.
    pub(super) fn optional_identifier(
        &mut self,
        key: &'static str,
        prefix: char,
    ) -> Expected<Option<&'a str>> {
        if *self.value(key)? == Value::Null { Ok(None) } else { self.identifier(key, prefix).map(Some) }
    }

    /// Identifiers.
    pub(super) fn identifiers(&mut self, key: &'static str, prefix: char) -> Expected<Vec<&'a str>> {
        let wrong = || expected(key, "a list of identifiers");
        self.list(key)?
            .iter()
            .map(|item| text(item).filter(|text| is_identifier(prefix, text)).ok_or_else(wrong))
            .collect()
    }

    /// A SHA-256 value.
    pub(super) fn sha256(&mut self, key: &'static str) -> Expected<&'a str> {
        let text = self.text(key)?;
        if is_lower_hex(text, 64) {
            return Ok(text);
        }
        Err(expected(key, "64 hexadecimal digits"))
    }

    /// A count.
    pub(super) fn count(&mut self, key: &'static str) -> Expected<usize> {
        match self.value(key)? {
            Value::Int(number) => usize::try_from(*number).ok(),
            _ => None,
        }
        .ok_or_else(|| expected(key, "a whole number from 0"))
    }

    /// A count or null.
    pub(super) fn optional_count(&mut self, key: &'static str) -> Expected<Option<usize>> {
        if *self.value(key)? == Value::Null { Ok(None) } else { self.count(key).map(Some) }
    }

    /// A whole number up to a hundred, or null.
    pub(super) fn optional_percent(&mut self, key: &'static str) -> Expected<Option<usize>> {
        match self.optional_count(key)? {
            Some(percent) if percent > 100 => Err(expected(key, "a share in percent or null")),
            percent => Ok(percent),
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, key: &'static str) -> Expected<bool> {
        match self.value(key)? {
            Value::Bool(yes) => Ok(*yes),
            _ => Err(expected(key, "true or false")),
        }
    }

    /// A list.
    pub(super) fn list(&mut self, key: &'static str) -> Expected<&'a [Value]> {
        match self.value(key)? {
            Value::List(items) => Ok(items),
            _ => Err(expected(key, "a list")),
        }
    }

    /// Objects, each of which the caller reads and finishes.
    pub(super) fn objects(&mut self, key: &'static str) -> Expected<Vec<Fields<'a>>> {
        let items = self.list(key)?.iter().map(object);
        items.collect::<Expected<_>>().map_err(|_| expected(key, "a list of objects"))
    }

    /// A record inside this one, or null.
    pub(super) fn optional_inner(&mut self, key: &'static str) -> Expected<Option<Fields<'a>>> {
        if *self.value(key)? == Value::Null { Ok(None) } else { self.inner(key).map(Some) }
    }

    /// A record inside this one.
    pub(super) fn inner(&mut self, key: &'static str) -> Expected<Fields<'a>> {
        match self.value(key)? {
            Value::Map(record) => Ok(Fields::of(record)),
            _ => Err(expected(key, "an object")),
        }
    }

    /// A span.
    pub(super) fn place(&mut self, key: &'static str) -> Expected<Place<'a>> {
        place(self.value(key)?).map_err(|why| format!("`{key}`: {why}"))
    }

    /// A span or null.
    pub(super) fn optional_place(&mut self, key: &'static str) -> Expected<Option<Place<'a>>> {
        match self.value(key)? {
            Value::Null => Ok(None),
            value => place(value).map(Some).map_err(|why| format!("`{key}`: {why}")),
        }
    }

    /// Spans.
    pub(super) fn places(&mut self, key: &'static str) -> Expected<Vec<Place<'a>>> {
        let items = self.list(key)?.iter().map(place);
        items.collect::<Expected<_>>().map_err(|why| format!("`{key}`: {why}"))
    }

    /// Ranges of a report that the record names elsewhere.
    pub(super) fn ranges(&mut self, key: &'static str) -> Expected<Vec<ByteRange>> {
        let items = self.list(key)?.iter().map(|item| {
            let mut fields = object(item)?;
            let range = range(&mut fields)?;
            fields.finish().map(|()| range)
        });
        items.collect::<Expected<_>>().map_err(|why| format!("`{key}`: {why}"))
    }

    /// Ranges of whatever reports, without their words.
    pub(super) fn places_without_words(&mut self, key: &'static str) -> Expected<Vec<(&'a str, ByteRange)>> {
        let read = |mut fields: Fields<'a>| {
            let place = (fields.identifier("report", 'r')?, range(&mut fields)?);
            fields.finish().map(|()| place)
        };
        self.objects(key)?.into_iter().map(read).collect()
    }

    /// A date with its evidence, or null.
    pub(super) fn date(&mut self, key: &'static str) -> Expected<Option<DateEvidence>> {
        if *self.value(key)? == Value::Null {
            return Ok(None);
        }
        let mut fields = self.inner(key)?;
        let evidence = DateEvidence {
            value: fields.text("value")?.to_owned(),
            method: fields.text("method")?.to_owned(),
        };
        fields.finish().map(|()| Some(evidence))
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn object(value: &Value) -> Expected<Fields<'_>> {
    match value {
        Value::Map(record) => Ok(Fields::of(record)),
        _ => Err("not an object".to_owned()),
    }
}

fn place(value: &Value) -> Expected<Place<'_>> {
    let mut fields = object(value)?;
    let place = Place {
        report: fields.identifier("report", 'r')?,
        range: range(&mut fields)?,
        text: fields.text("text")?,
    };
    fields.finish().map(|()| place)
}

fn range(fields: &mut Fields<'_>) -> Expected<ByteRange> {
    let start = fields.count("start")?;
    let end = fields.count("end")?;
    match (u32::try_from(start), u32::try_from(end)) {
        (Ok(start), Ok(end)) if start <= end => Ok(ByteRange { start, end }),
        _ => Err(format!("{start} to {end} is not a range of bytes")),
    }
}

fn expected(key: &str, what: &str) -> String {
    format!("`{key}` is not {what}")
}
