//! The words of the calendar: months, days, seasons, units.

use super::meaning::{DayPart, Season, Unit};

/// A month by its name, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ];
    position(&NAMES, word)
}

/// A month by its short form, with or without a full stop behind it.
pub(super) fn short_month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if word == "sept" { Some(9) } else { position(&NAMES, word) }
}

/// A day of the week by its name, 1 for Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    position(&NAMES, word).or_else(|| word.strip_suffix('s').and_then(|word| position(&NAMES, word)))
}

/// A day of the week by its short form.
pub(super) fn short_weekday(word: &str) -> Option<u8> {
    Some(match word {
        "mon" => 1,
        "tue" | "tues" => 2,
        "wed" => 3,
        "thu" | "thur" | "thurs" => 4,
        "fri" => 5,
        "sat" => 6,
        "sun" => 7,
        _ => return None,
    })
}

fn position(names: &[&str], word: &str) -> Option<u8> {
    names.iter().position(|name| *name == word).map(|idx| idx as u8 + 1)
}

/// A unit of time, and whether it stands in the plural.
pub(super) fn unit(word: &str) -> Option<(Unit, bool)> {
    let singular = |word: &str| {
        Some(match word {
            "second" | "sec" => Unit::Second,
            "minute" | "min" => Unit::Minute,
            "hour" | "hr" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" | "yr" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            "millennium" => Unit::Millennium,
            "night" => Unit::Night,
            "weekend" => Unit::Weekend,
            "season" => Unit::Season,
            _ => return None,
        })
    };
    match word {
        "centuries" => Some((Unit::Century, true)),
        "millennia" => Some((Unit::Millennium, true)),
        _ => singular(word)
            .map(|unit| (unit, false))
            .or_else(|| word.strip_suffix('s').and_then(singular).map(|unit| (unit, true))),
    }
}

/// A season.
pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "fall" | "autumn" => Season::Autumn,
        "winter" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// A part of the day.
pub(super) fn day_part(word: &str) -> Option<DayPart> {
    Some(match word {
        "morning" | "dawn" | "daybreak" | "sunrise" => DayPart::Morning,
        "midday" | "lunchtime" => DayPart::Midday,
        "afternoon" => DayPart::Afternoon,
        "evening" | "dusk" | "sunset" | "nightfall" => DayPart::Evening,
        "night" | "overnight" => DayPart::Night,
        _ => return None,
    })
}

/// A time zone as it stands behind an hour.
pub(super) fn is_zone(word: &str) -> bool {
    matches!(
        word,
        "gmt" | "utc" | "est" | "edt" | "et" | "cst" | "cdt" | "ct" | "mst" | "mdt" | "mt" | "pst" | "pdt" | "pt"
            | "bst" | "cet" | "cest" | "eet" | "eest" | "ist" | "jst" | "msk" | "sgt" | "hkt"
    )
}

/// Words that may begin a time expression; all others are passed over without a further look.
pub(super) fn may_begin(word: &str) -> bool {
    const BEGINNERS: &[&str] = &[
        "a", "about", "afternoon", "ahead", "all", "almost", "already", "an", "annual", "annually", "another",
        "approximately", "around", "as", "at", "autumn", "beginning", "between", "biannual", "biennial",
        "bimonthly", "century", "christmas", "circa", "coming", "corresponding", "couple", "current", "currently", "daily", "dawn", "day", "days",
        "daybreak", "decade", "decades", "dusk", "during", "each", "earlier", "early", "easter", "eighteen", "end", "entire", "evening",
        "every", "exactly", "fall", "few", "fewer", "first", "fiscal", "following", "formerly", "fortnight", "fortnightly", "full", "future",
        "good", "half", "halloween", "hogmanay", "hour", "hourly", "hours", "hundreds", "immediately", "in", "independence", "its", "just", "labor", "labour",
        "last", "late", "lately", "later", "latest", "less", "lunchtime", "many", "martin", "memorial", "mid", "midday", "middle", "midnight",
        "midsummer", "midweek", "midwinter", "minutes", "moments", "momentarily", "month", "monthly", "months", "more", "morning", "most", "mother",
        "near", "nearly", "new", "next", "night", "nightfall", "nightly", "nineteen", "no", "nonstop", "noon", "now",
        "nowadays", "once", "ongoing", "only", "or", "over", "overnight", "palm", "past", "per", "post", "pre", "preceding", "present", "presently",
        "previous", "previously", "prior", "quarter", "quarterly", "quarters", "ramadan", "recent", "recently", "right", "roughly",
        "same", "seconds", "several", "shortly", "some", "soon", "spring", "start", "subsequent", "summer",
        "sunrise", "sunset", "thanksgiving", "that", "the", "their", "then", "these", "thirtieth", "this", "those", "today", "tomorrow",
        "tonight", "twelve", "twenty", "twice", "two", "under", "up", "upcoming", "veterans", "week", "weekend", "weekday", "weekdays",
        "weekends", "weekly", "weeks", "whole", "winter", "within", "year", "yearly", "years", "yesterday", "yet", "yom",
    ];
    debug_assert!(BEGINNERS.is_sorted_by(|a, b| a < b) || cfg!(not(test)));
    BEGINNERS.binary_search(&word).is_ok()
}
