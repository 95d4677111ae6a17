//! Which names of fields are read, and what each of them means.
//!
//! The names are ours and those that two widely used programs write: news-please (`NewsArticle`, and the
//! older form of its JSON files, whose text is `text`), and trafilatura (`--json`, where `source` is the
//! address and `source-hostname` the name of the site; `sitename` and `url` in its other outputs). Fields
//! that are not listed are not read: among them `date_download`'s cousin `filedate` of trafilatura, which is
//! the day of extraction and not of the copy.

use Meaning::{Captured, Host, Id, Modified, Outlet, Published, Text, Title, Url};

/// What a field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// What the record calls itself.
    Id,
    /// The text of the report.
    Text,
    /// Its title.
    Title,
    /// Its address.
    Url,
    /// The name of who published it.
    Outlet,
    /// The host that it was published at.
    Host,
    /// When it was published.
    Published,
    /// When it was changed last.
    Modified,
    /// When the copy was made.
    Captured,
}

/// The names of fields, who writes them, and what they mean. Of several with one meaning, the first that
/// says something is taken.
pub const FIELDS: &[(&str, &str, Meaning)] = &[
    ("id", "stemma, trafilatura", Id),
    ("maintext", "news-please", Text),
    ("text", "stemma, news-please, trafilatura", Text),
    ("raw_text", "trafilatura", Text),
    ("title", "stemma, news-please, trafilatura", Title),
    ("url", "stemma, news-please, trafilatura", Url),
    ("source", "trafilatura", Url),
    ("outlet", "stemma", Outlet),
    ("sitename", "trafilatura", Outlet),
    ("source-hostname", "trafilatura", Outlet),
    ("source_domain", "news-please", Host),
    ("hostname", "trafilatura", Host),
    ("published", "stemma", Published),
    ("date_publish", "news-please", Published),
    ("date", "trafilatura", Published),
    ("modified", "stemma", Modified),
    ("date_modify", "news-please", Modified),
    ("captured", "stemma", Captured),
    ("date_download", "news-please", Captured),
];

/// The names of the fields of one meaning, the one that goes first first.
pub fn names(meaning: Meaning) -> impl Iterator<Item = &'static str> {
    FIELDS.iter().filter(move |(_, _, of)| *of == meaning).map(|(name, _, _)| *name)
}

/// Whether a field of this name is read at all.
pub fn is_read(name: &str) -> bool {
    FIELDS.iter().any(|(known, _, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_one_meaning() {
        for (name, _, _) in FIELDS {
            assert_eq!(FIELDS.iter().filter(|(other, _, _)| other == name).count(), 1, "{name}");
        }
    }
}
