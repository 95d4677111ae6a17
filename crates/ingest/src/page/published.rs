//! When was a page published, and when was it changed last? From what its metadata say, what it shows around its headline,
//! and its address, in this order; each with what said so.
//!
//! Metadata give the day on which the first version came out, in the time of Greenwich as often as not; what the page
//! shows is the day that its readers know. Where the two lie a day apart, or the shown one is the earlier, it holds.
//!
//! The data for search engines (schema.org) give the day of the first version even where the text has been another one
//! for years. Where the page shows its readers another day, that one holds, also if it is called one of change: the version
//! at hand came out then, and the method says so (`html:shown-change`). Of 15 pages of the half of WCXB that was looked at
//! whose schema.org day differs from the shown one, people took the shown one 12 times; of 12 whose Open Graph day differs
//! they took that one 11 times. A day of change that stands alone is none of publication: of 10 such pages of that half whose
//! day people know, it was wrong for 2; no other method is wrong that often.
//!
//! A shown day without a label that metadata call that of the last change is one. Where a shown day is neither that nor
//! the told one, or two kinds of metadata tell two days and the page shows neither, nobody knows: there is no day then, and a
//! remark says why.

use super::day;
use super::head::{Field, Head};
use super::shown_days::{Label, ShownDay, Stands};
use crate::record::shortened;
use stemma::model::DateEvidence;

/// Days that programs write where they know none: the beginnings of their calendars.
const DEFAULTS: &[&str] = &[
    "0001-01-01", "1900-01-01", "1601-01-01", "1899-12-30", "1899-12-31", "1904-01-01", "1969-12-31",
    "1970-01-01",
];

/// The first newspapers are younger.
const FIRST_YEAR: &str = "1600";

/// How the methods of schema.org's day of publication end.
const SCHEMA_ORG: &str = "datepublished";

/// The length of a day in ISO 8601.
const DAY: usize = "2021-03-04".len();

/// The dates of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dates {
    /// When the version at hand was published.
    pub published: Option<DateEvidence>,
    /// When it was changed last.
    pub modified: Option<DateEvidence>,
}

/// The dates of a page; what was left out is said in remarks.
pub fn dates(
    head: &Head,
    shown: &[ShownDay],
    url: Option<&str>,
    captured: Option<&DateEvidence>,
    remarks: &mut Vec<String>,
) -> Dates {
    let limit = captured.map(|date| date.value.as_str());
    let fields = head.published();
    let days: Vec<String> = fields.iter().filter_map(|(_, text)| day::of_field(text)).collect();
    let told = first_possible(fields, limit, remarks);
    let changed = first_possible(head.modified(), limit, remarks);
    let shown: Vec<ShownDay> = shown
        .iter()
        .filter(|day| is_possible(&day.value, limit).is_ok())
        .map(|day| labelled(day, told.as_ref(), changed.as_ref()))
        .collect();
    let as_published = shown_as_published(&shown, told.as_ref());
    let as_changed = shown.iter().find(|day| day.label == Label::Changed);
    // Far from the headline it is the day of the page, not of the report.
    let as_version = as_changed.filter(|day| matches!(day.stands, Stands::Above | Stands::Below));
    let published = match told {
        Some(told) => as_shown(told, &days, as_published, as_version)
            .map_err(|problem| remarks.push(format!("no day of publication: {problem}")))
            .ok(),
        None => as_published
            .map(evidence)
            .or_else(|| url.and_then(in_address).filter(|date| is_possible(&date.value, limit).is_ok())),
    };
    Dates { published, modified: changed.or_else(|| as_changed.map(evidence)) }
}

/// A shown day, with the label that metadata give to it where it has none.
fn labelled(day: &ShownDay, told: Option<&DateEvidence>, changed: Option<&DateEvidence>) -> ShownDay {
    let is_of =
        |evidence: Option<&DateEvidence>| evidence.is_some_and(|date| same_day(&date.value, &day.value));
    let is_change = day.label == Label::None && told.is_some() && !is_of(told) && is_of(changed);
    ShownDay { label: if is_change { Label::Changed } else { day.label }, ..day.clone() }
}

/// The first field that gives a possible date. If none does, the first of those that give something else is said.
fn first_possible(
    fields: Vec<Field>,
    limit: Option<&str>,
    remarks: &mut Vec<String>,
) -> Option<DateEvidence> {
    let mut left_out = None;
    for (method, text) in fields {
        let problem = match day::of_field(&text) {
            Some(value) => match is_possible(&value, limit) {
                Ok(()) => return Some(DateEvidence { value, method }),
                Err(problem) => problem,
            },
            None => "is not a date",
        };
        left_out.get_or_insert_with(|| format!("{method} {problem} and was left out: {}", shortened(&text)));
    }
    remarks.extend(left_out);
    None
}

/// Whether a report can have that date, and if not, why.
fn is_possible(value: &str, limit: Option<&str>) -> Result<(), &'static str> {
    if DEFAULTS.iter().any(|default| value.starts_with(default)) {
        return Err("is the first day of some calendar of programs");
    }
    if value < FIRST_YEAR {
        return Err("is before there were newspapers");
    }
    // A day apart may be a matter of time zones.
    let is_later = |limit: &str| days_between(limit, value).is_some_and(|days| days > 1);
    match limit.is_some_and(is_later) {
        true => Err("is after the page was saved"),
        false => Ok(()),
    }
}

/// The shown day that is most likely that of publication: the told one, else one that says so, else the one below the headline, else
/// the one above it. Nothing where several stand there and none says what it is: a list of other reports may have them.
fn shown_as_published<'a>(shown: &'a [ShownDay], told: Option<&DateEvidence>) -> Option<&'a ShownDay> {
    let as_told = shown.iter().find(|day| {
        day.label != Label::Changed && told.is_some_and(|told| same_day(&told.value, &day.value))
    });
    let labelled = || shown.iter().find(|day| day.label == Label::Published);
    as_told
        .or_else(labelled)
        .or_else(|| only_day(shown, Stands::Below))
        .or_else(|| only_day(shown, Stands::Above))
}

/// The only day that stands below or above the headline without a label; of several elements below it the first, if it is the
/// earliest: comments come after what they are about.
fn only_day(shown: &[ShownDay], stands: Stands) -> Option<&ShownDay> {
    let mut days = shown.iter().filter(|day| day.label == Label::None && day.stands == stands);
    let first = days.next()?;
    let is_followed = |day: &ShownDay| {
        stands == Stands::Below && first.is_element && day.is_element && day.value > first.value
    };
    days.all(|day| same_day(&day.value, &first.value) || is_followed(day)).then_some(first)
}

/// What metadata say, as corrected by what the page shows; or why it cannot be known.
fn as_shown(
    told: DateEvidence,
    all_told: &[String],
    published: Option<&ShownDay>,
    changed: Option<&ShownDay>,
) -> Result<DateEvidence, &'static str> {
    let days = |shown: &ShownDay| days_between(&told.value, &shown.value).unwrap_or(0);
    let is_for_search = told.method.to_ascii_lowercase().ends_with(SCHEMA_ORG);
    let is_disputed =
        all_told.iter().any(|day| days_between(&told.value, day).is_some_and(|days| days.abs() > 1));
    // What stands far away says something only where the metadata do not know.
    let published = published.filter(|day| is_disputed || day.stands != Stands::Elsewhere);
    match (published, changed) {
        (Some(shown), _) if days(shown) == 0 => Ok(told),
        (Some(shown), _) if is_disputed && shown.label == Label::Published => Ok(evidence(shown)),
        (Some(shown), _)
            if days(shown) == 1 || (shown.stands != Stands::Above && (days(shown) < 0 || is_for_search)) =>
        {
            Ok(evidence(shown))
        }
        // A matter of time zones.
        (Some(shown), _) if days(shown) == -1 => Ok(told),
        (Some(_), _) => Err("the page shows another one than its metadata give"),
        (None, Some(shown)) if days(shown) == 0 => Ok(told),
        (None, Some(shown)) if is_for_search => Ok(shown_change(shown)),
        _ if is_disputed => Err("its metadata give several"),
        _ => Ok(told),
    }
}

fn evidence(day: &ShownDay) -> DateEvidence {
    let method = if day.is_element { "html:time" } else { "html:shown" };
    DateEvidence { value: day.value.clone(), method: method.to_owned() }
}

fn shown_change(day: &ShownDay) -> DateEvidence {
    DateEvidence { value: day.value.clone(), method: "html:shown-change".to_owned() }
}

/// A day in an address (`/2016/02/09/`, `/2016-02-09-port`).
fn in_address(url: &str) -> Option<DateEvidence> {
    let path = url.split(['?', '#']).next()?;
    let in_figures = day::days(&path.replace('_', "/")).into_iter().next();
    // Only a month by its name can stand between blanks.
    let (_, value) = in_figures.or_else(|| day::days(&path.replace('/', " ")).into_iter().next())?;
    Some(DateEvidence { value, method: "html:url".to_owned() })
}

fn same_day(a: &str, b: &str) -> bool {
    a.len() >= DAY && a.get(..DAY) == b.get(..DAY)
}

/// How many days the second date lies behind the first, if both are as precise as a day.
fn days_between(a: &str, b: &str) -> Option<i64> {
    let number = |date: &str| {
        let mut parts = date.get(..DAY)?.split('-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        // Days since some day, by the civil calendar in which March is the first month of a year.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
    };
    Some(number(b)? - number(a)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &str, label: Label) -> ShownDay {
        ShownDay { value: value.to_owned(), label, is_element: false, stands: Stands::Below }
    }

    fn published(head: &str, shown: &[ShownDay]) -> Option<(String, String)> {
        let dates = dates(&Head::of(head), shown, None, None, &mut Vec::new());
        dates.published.map(|date| (date.value, date.method))
    }

    fn is(value: &str, method: &str) -> Option<(String, String)> {
        Some((value.to_owned(), method.to_owned()))
    }

    const TOLD: &str = "<meta property=article:published_time content=2021-03-05T03:00:00Z>";

    #[test]
    fn metadata_hold_unless_the_page_shows_another_day() {
        assert_eq!(published(TOLD, &[]), is("2021-03-05T03:00:00Z", "html:article:published_time"));
        assert_eq!(published(TOLD, &[shown("2021-03-04", Label::None)]), is("2021-03-04", "html:shown"));
        assert_eq!(published(TOLD, &[shown("2020-11-04", Label::None)]), is("2020-11-04", "html:shown"));
        assert_eq!(
            published(TOLD, &[shown("2022-01-04", Label::Changed)]),
            is("2021-03-05T03:00:00Z", "html:article:published_time")
        );
    }

    #[test]
    fn data_for_search_engines_yield_to_what_is_shown() {
        let head = "<meta itemprop=datePublished content=2015-03-05>";
        assert_eq!(
            published(head, &[shown("2021-03-04", Label::Changed)]),
            is("2021-03-04", "html:shown-change")
        );
        assert_eq!(published(head, &[shown("2021-03-04", Label::None)]), is("2021-03-04", "html:shown"));
        assert_eq!(published(head, &[]), is("2015-03-05", "html:datepublished"));
    }

    #[test]
    fn where_page_and_metadata_contradict_each_other_there_is_no_day() {
        let remarks = |head: &str, shown: &[ShownDay]| {
            let mut remarks = Vec::new();
            let found = dates(&Head::of(head), shown, None, None, &mut remarks);
            (found.published.map(|date| date.value), remarks)
        };
        assert_eq!(
            remarks(TOLD, &[shown("2022-03-04", Label::None)]),
            (
                None,
                vec!["no day of publication: the page shows another one than its metadata give".to_owned()]
            )
        );
        let disputed = format!("{TOLD}<meta itemprop=datePublished content=2021-05-05>");
        assert_eq!(
            remarks(&disputed, &[]),
            (None, vec!["no day of publication: its metadata give several".to_owned()])
        );
        let told = Some("2021-03-05T03:00:00Z".to_owned());
        assert_eq!(remarks(&disputed, &[shown("2021-03-05", Label::None)]), (told.clone(), Vec::new()));
        let said = ShownDay { stands: Stands::Elsewhere, ..shown("2021-04-05", Label::Published) };
        assert_eq!(
            remarks(&disputed, std::slice::from_ref(&said)),
            (Some("2021-04-05".to_owned()), Vec::new())
        );
        assert_eq!(remarks(TOLD, &[said]), (told.clone(), Vec::new()));
        let changed = format!("{TOLD}<meta property=article:modified_time content=2022-03-04>");
        assert_eq!(remarks(&changed, &[shown("2022-03-04", Label::None)]), (told, Vec::new()));
    }

    #[test]
    fn a_post_comes_before_its_comments() {
        let day = |value| ShownDay { is_element: true, ..shown(value, Label::None) };
        let (post, comment) = (day("2021-03-04"), day("2021-03-06"));
        assert_eq!(published("", &[post.clone(), comment.clone()]), is("2021-03-04", "html:time"));
        assert_eq!(published("", &[comment, post]), None);
    }

    #[test]
    fn without_metadata_what_is_shown_holds() {
        let days = [shown("2022-01-04", Label::Changed), shown("2021-03-04", Label::None)];
        assert_eq!(published("", &days), is("2021-03-04", "html:shown"));
        assert_eq!(published("", &days[..1]), None);
        assert_eq!(published("", &[]), None);
    }

    #[test]
    fn an_address_may_hold_a_day() {
        let date = |url| in_address(url).map(|date| date.value);
        assert_eq!(date("https://a.example/2016/02/09/port").as_deref(), Some("2016-02-09"));
        assert_eq!(date("https://a.example/2016-02-09-port?d=2019-01-01").as_deref(), Some("2016-02-09"));
        assert_eq!(date("https://a.example/2016/february/09/port").as_deref(), Some("2016-02-09"));
        assert_eq!(date("https://a.example/2016/may-5-things"), None);
        assert_eq!(date("https://a.example/2016/02/port"), None);
    }

    #[test]
    fn impossible_days_are_unknown_and_said() {
        for (value, problem) in [
            ("1970-01-01T00:00:00Z", "is the first day of some calendar of programs"),
            ("1523-01-01", "is before there were newspapers"),
            ("2021-03-08", "is after the page was saved"),
            ("soon", "is not a date"),
        ] {
            let head = Head::of(&format!("<meta name=date content='{value}'>"));
            let captured = DateEvidence { value: "2021-03-05".to_owned(), method: String::new() };
            let mut remarks = Vec::new();
            assert_eq!(dates(&head, &[], None, Some(&captured), &mut remarks), Dates::default());
            assert_eq!(remarks, [format!("html:date {problem} and was left out: {value:?}")]);
        }
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        assert_eq!(days_between("2020-02-28", "2020-03-01"), Some(2));
        assert_eq!(days_between("2021-01-01T10:00", "2020-12-31"), Some(-1));
        assert_eq!(days_between("2020", "2020-12-31"), None);
    }
}
