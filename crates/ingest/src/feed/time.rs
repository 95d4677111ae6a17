//! Dates as feeds write them: ISO 8601, or as mails have them ("Mon, 21 May 2018 10:15:00 GMT").

use crate::{dates, page};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The zones that RFC 822 names.
const ZONES: &[(&str, &str)] = &[
    ("Z", "Z"),
    ("UT", "Z"),
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CST", "-06:00"),
    ("CDT", "-05:00"),
    ("MST", "-07:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
];

/// The longest text that is asked, in bytes.
const LONGEST: usize = 100;

/// A date in ISO 8601, as precise as it was written; nothing where it is not one certain date.
///
/// A time without a zone, or with one that only some place knows, is kept without: nobody says which it was.
pub fn written(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    dates::iso(text).or_else(|| of_mail(text)).or_else(|| page::date_of_field(text))
}

fn of_mail(text: &str) -> Option<String> {
    let text = text.split_once(',').map_or(text, |(_, behind)| behind);
    let mut words = text.split_whitespace();
    let day: u32 = words.next()?.parse().ok()?;
    let name = words.next()?.to_ascii_lowercase();
    let month = 1 + MONTHS.iter().position(|month| name.starts_with(month))?;
    let year = year(words.next()?)?;
    let date = dates::iso(&format!("{year:04}-{month:02}-{day:02}"))?;
    let Some(clock) = words.next() else { return Some(date) };
    let clock = if clock.find(':') == Some(1) { format!("0{clock}") } else { clock.to_owned() };
    let zone = words.next().unwrap_or_default();
    let named = ZONES.iter().find(|(known, _)| zone.eq_ignore_ascii_case(known)).map(|(_, offset)| *offset);
    let zone = named.unwrap_or(if zone.starts_with(['+', '-']) { zone } else { "" });
    dates::iso(&format!("{date}T{clock}{zone}")).or(Some(date))
}

/// Two figures are of the years 1970 to 2069, as programs that wrote them meant it.
fn year(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    match text.len() {
        2 if number < 70 => Some(2000 + number),
        2 => Some(1900 + number),
        4 => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_mails_are_read_leniently() {
        for (text, iso) in [
            ("Mon, 21 May 2018 10:15:00 GMT", "2018-05-21T10:15:00Z"),
            ("Mon, 21 May 2018 10:15:00 +0200", "2018-05-21T10:15:00+0200"),
            ("21 May 18 9:15 EDT", "2018-05-21T09:15-04:00"),
            ("Monday, 21 May 2018 10:15:00", "2018-05-21T10:15:00"),
            ("Mon, 21 May 2018 10:15:00 CEST", "2018-05-21T10:15:00"),
            ("21 May 2018", "2018-05-21"),
            ("Mon, 21 May 2018 25:99", "2018-05-21"),
            ("2018-05-21 10:15:00", "2018-05-21T10:15:00"),
            ("2018-05-21T10:15:00Z", "2018-05-21T10:15:00Z"),
            ("May 21, 2018", "2018-05-21"),
        ] {
            assert_eq!(written(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_no_date() {
        for text in
            ["", "yesterday", "31 Feb 2018", "05/06/2018", "Mon, 21", "21 May 2018".repeat(20).as_str()]
        {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
