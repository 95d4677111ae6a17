//! One record into one source: its text with the way back to the bytes of the record, and what its other
//! fields say of where it came from.

mod fields;
mod json;
mod lines;
mod object;
mod string;

pub use fields::Meaning;
pub use json::read_json;
pub use lines::read_lines;
pub use object::{Field, elements, fields as fields_of, is_object, without_mark};
pub use string::push_string;

use crate::decode::{Decoded, with_control_characters};
use crate::mapped::{Mapped, MappedText};
use crate::outlets::{Outlet, Outlets};
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, address, dates};
use stemma::model::{DateEvidence, Derivation, Sha256, Source};

/// Between a title and the text below it.
pub const TITLE_END: &str = "\n\n";

/// What to do about what is no record.
const RECORD: &str = "a record is one JSON object with the field \"text\"";

/// How much of a value that was left out is shown, in characters.
const SHOWN_CHARACTERS: usize = 40;

/// What some programs write for a date that they do not know (Python's `str(None)`).
const NO_DATE: &str = "None";

/// The source of one record, or why it gives none.
pub fn read_record(name: &str, bytes: &[u8], outlets: &Outlets) -> Pile {
    let mut remarks = Vec::new();
    match source(name, bytes, outlets, &mut remarks) {
        Ok(source) => Pile::of(source, remarks),
        Err(refusal) => Pile::of_refusal(name, refusal),
    }
}

/// Refuses lines in UTF-16, which JSON must not be in; they cannot even be told apart.
pub fn refuse_utf16(head: &[u8]) -> Result<(), Refusal> {
    match head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        true => Err(Refusal::new("encoded as UTF-16, and JSON must be UTF-8", "save it as UTF-8")),
        false => Ok(()),
    }
}

/// Whether the first line of a text is this title.
pub fn begins_with_title(text: &str, title: &str) -> bool {
    text.trim_start()
        .strip_prefix(title.trim())
        .map(|rest| rest.trim_start_matches([' ', '\t']))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']))
}

fn source(name: &str, bytes: &[u8], outlets: &Outlets, remarks: &mut Vec<String>) -> Result<Source, Refusal> {
    let record = str::from_utf8(bytes).map_err(|error| not_utf8(error.valid_up_to()))?;
    let record = Record::of(record)?;
    let decoded = decoded(record.text()?)?;
    remarks.extend(decoded.remarks);
    let url = record.url(remarks);
    let host = url.as_deref().and_then(address::host).or_else(|| record.host(remarks));
    let Outlet { name: outlet, owner } = outlets.of(host.as_deref(), record.outlet(remarks));
    Ok(Source {
        name: name.to_owned(),
        record_id: record.id(),
        original_sha256: Sha256::of(bytes),
        encoding: decoded.encoding.to_owned(),
        text: decoded.text,
        derivation: Derivation::Record,
        map: decoded.map,
        outlet,
        owner,
        url,
        published: record.date(Meaning::Published, remarks),
        modified: record.date(Meaning::Modified, remarks),
        captured: record.date(Meaning::Captured, remarks),
    })
}

fn not_utf8(at: usize) -> Refusal {
    let at = with_separators(at as u64);
    Refusal::new(format!("not UTF-8, as JSON must be, at byte {at}"), "save it as UTF-8")
}

/// The text as any other decoded text: with what was repaired said, and without too many control characters.
fn decoded(mapped: Mapped) -> Result<Decoded, Refusal> {
    let remarks = mapped.first_bad.map(|first| {
        let first = with_separators(first as u64);
        format!("half a pair of surrogates is shown as U+FFFD, the first at byte {first}")
    });
    with_control_characters(Decoded {
        text: mapped.text,
        map: mapped.map,
        encoding: "UTF-8",
        remarks: remarks.into_iter().collect(),
    })
}

/// The fields of a record that are read.
struct Record<'a> {
    fields: Vec<Field<'a>>,
}

impl<'a> Record<'a> {
    fn of(record: &'a str) -> Result<Self, Refusal> {
        let mut fields = object::fields(record).map_err(|reason| Refusal::new(reason, RECORD))?;
        fields.retain(|field| fields::is_read(&field.name));
        // Programs differ in which of two they take; what one sees another would not.
        let mut names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Refusal::new(format!("has the field {:?} twice", pair[0]), "keep one of them"));
        }
        Ok(Record { fields })
    }

    /// Title and text, as one.
    fn text(&self) -> Result<Mapped, Refusal> {
        let text = self.told(Meaning::Text)?.ok_or_else(no_text)?;
        let mut mapped = MappedText::default();
        if let Some(title) = self.told(Meaning::Title)?
            && !begins_with_title(&plain(text).text, &plain(title).text)
        {
            push_string(title.raw, title.at, &mut mapped);
            let end = title.at + title.raw.len() - 1;
            mapped.push(TITLE_END, end..end);
        }
        push_string(text.raw, text.at, &mut mapped);
        Ok(mapped.finish())
    }

    /// The first field of a meaning that says something; one that is no text spoils the record.
    fn told(&self, meaning: Meaning) -> Result<Option<&Field<'a>>, Refusal> {
        for field in self.with_value(meaning) {
            if !field.raw.starts_with('"') {
                return Err(Refusal::new(
                    format!("the field {:?} is {}, not text", field.name, kind(field.raw)),
                    "",
                ));
            }
            if !plain(field).text.trim().is_empty() {
                return Ok(Some(field));
            }
        }
        Ok(None)
    }

    fn with_value(&self, meaning: Meaning) -> impl Iterator<Item = &Field<'a>> {
        fields::names(meaning)
            .filter_map(|name| self.fields.iter().find(|field| field.name == name))
            .filter(|field| field.raw != "null")
    }

    /// A text or a number; what is neither is nobody's name for a record.
    fn id(&self) -> Option<String> {
        let field = self.with_value(Meaning::Id).next()?;
        match field.raw.as_bytes().first()? {
            b'"' => Some(plain(field).text).filter(|id| !id.trim().is_empty()),
            b'-' | b'0'..=b'9' => Some(field.raw.to_owned()),
            _ => None,
        }
    }

    fn url(&self, remarks: &mut Vec<String>) -> Option<String> {
        let take = |text: &str| address::of_page(text).map(str::to_owned);
        self.first(Meaning::Url, "not an address of the web", take, remarks).map(|(url, _)| url)
    }

    fn outlet(&self, remarks: &mut Vec<String>) -> Option<String> {
        let take = |text: &str| Some(text.trim().to_owned());
        self.first(Meaning::Outlet, "not text", take, remarks).map(|(outlet, _)| outlet)
    }

    fn host(&self, remarks: &mut Vec<String>) -> Option<String> {
        self.first(Meaning::Host, "not the name of a host", address::bare_host, remarks).map(|(host, _)| host)
    }

    fn date(&self, meaning: Meaning, remarks: &mut Vec<String>) -> Option<DateEvidence> {
        let (value, field) = self.first(meaning, "not an ISO date", dates::iso, remarks)?;
        Some(DateEvidence { value, method: format!("json:{field}") })
    }

    /// What the first field of a meaning that can be used says, and its name; fields before it are left out
    /// with a remark.
    fn first(
        &self,
        meaning: Meaning,
        problem: &str,
        take: impl Fn(&str) -> Option<String>,
        remarks: &mut Vec<String>,
    ) -> Option<(String, String)> {
        for field in self.with_value(meaning) {
            let value = field.raw.starts_with('"').then(|| plain(field).text);
            match &value {
                Some(text) if text.trim().is_empty() || text == NO_DATE => continue,
                Some(text) => {
                    if let Some(taken) = take(text) {
                        return Some((taken, field.name.clone()));
                    }
                }
                None => {}
            }
            let shown = value.as_deref().unwrap_or(field.raw);
            remarks.push(format!("{:?} is {problem} and was left out: {}", field.name, shortened(shown)));
        }
        None
    }
}

fn no_text() -> Refusal {
    let names: Vec<&str> = fields::names(Meaning::Text).collect();
    Refusal::new("no text", format!("the text of a report is read from {}", names.join(", ")))
}

fn plain(field: &Field) -> Mapped {
    let mut text = MappedText::default();
    push_string(field.raw, field.at, &mut text);
    text.finish()
}

/// What a value is, by how it begins.
fn kind(raw: &str) -> &'static str {
    match raw.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        _ => "a number",
    }
}

/// The beginning of a value, quoted so that nothing in it acts on a terminal.
pub fn shortened(value: &str) -> String {
    let start: String = value.chars().take(SHOWN_CHARACTERS).collect();
    let more = if start.len() < value.len() { "..." } else { "" };
    format!("{start:?}{more}")
}
