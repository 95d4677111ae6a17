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
        "gmt"
            | "utc"
            | "est"
            | "edt"
            | "et"
            | "cst"
            | "cdt"
            | "ct"
            | "mst"
            | "mdt"
            | "mt"
            | "pst"
            | "pdt"
            | "pt"
            | "bst"
            | "cet"
            | "cest"
            | "eet"
            | "eest"
            | "ist"
            | "jst"
            | "msk"
            | "sgt"
            | "hkt"
    )
}

/// Words that may begin a time expression, beside numbers, units and names; all others are passed over without a
/// further look.
pub(super) fn may_begin(word: &str) -> bool {
    BEGINNERS.binary_search(&word).is_ok()
}

/// In the order of the alphabet.
const BEGINNERS: &[&str] = &[
    "a", "about", "additional", "all", "almost", "an", "annually", "another", "approximately", "around",
    "at", "autumn", "calendar", "coming", "countless", "couple", "current", "currently", "daily", "daylong",
    "dozen", "dozens", "each", "earlier", "early", "eighties", "ensuing", "entire", "every", "exactly",
    "fall", "few", "fewer", "fifties", "final", "first", "fiscal", "following", "formerly", "forties",
    "fortnightly", "full", "future", "half", "her", "his", "hourly", "hundreds", "intervening", "its",
    "just", "last", "late", "lately", "later", "latest", "less", "many", "mid", "midday", "midnight",
    "monthlong", "monthly", "more", "most", "nearly", "next", "nightly", "nineties", "no", "noon", "now",
    "nowadays", "numerous", "our", "over", "overnight", "past", "per", "preceding", "presently", "previous",
    "prior", "recent", "recently", "right", "roughly", "scores", "seventies", "several", "sixties", "some",
    "soon", "spring", "springtime", "summer", "summertime", "that", "the", "their", "these", "thirties",
    "this", "those", "thousands", "today", "tomorrow", "tonight", "twenties", "under", "up", "upcoming",
    "weekdays", "weekends", "weeklong", "weekly", "well", "whole", "winter", "wintertime", "yearlong",
    "yearly", "yesterday",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(BEGINNERS.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn units_know_their_plurals() {
        assert_eq!(unit("weeks"), Some((Unit::Week, true)));
        assert_eq!(unit("century"), Some((Unit::Century, false)));
        assert_eq!(unit("weekly"), None);
    }
}
