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

/// Words that may begin a time expression; all others are passed over without a further look, which is what makes
/// long texts fast.
pub(super) fn may_begin(word: &str) -> bool {
    BEGINNERS.binary_search(&word).is_ok()
}

/// In the order of the alphabet.
const BEGINNERS: &[&str] = &[
    "a", "about", "additional", "all", "almost", "an", "annually", "another", "approximately", "apr",
    "april", "armistice", "around", "ash", "at", "aug", "august", "autumn", "bastille", "boxing", "calendar",
    "centuries", "century", "centurys", "christmas", "columbus", "coming", "countless", "couple", "current",
    "currently", "daily", "day", "daylong", "days", "dec", "decade", "decades", "december", "dozen",
    "dozens", "each", "earlier", "early", "easter", "eight", "eighteen", "eighteenth", "eighth", "eighties",
    "eighty", "eleven", "eleventh", "ensuing", "entire", "every", "exactly", "fall", "father", "feb",
    "february", "few", "fewer", "fifteen", "fifteenth", "fifth", "fifties", "fifty", "final", "first",
    "fiscal", "five", "following", "formerly", "forties", "fortnight", "fortnightly", "fortnights", "forty",
    "four", "fourteen", "fourteenth", "fourth", "fri", "friday", "fridays", "full", "future", "good", "half",
    "halloween", "her", "his", "hour", "hourly", "hours", "hr", "hrs", "hundreds", "intervening", "its",
    "jan", "january", "jul", "july", "jun", "june", "just", "labor", "last", "late", "lately", "later",
    "latest", "less", "many", "mar", "march", "martin", "maundy", "may", "memorial", "mid", "midday",
    "midnight", "millennia", "millennium", "millenniums", "min", "mins", "minute", "minutes", "mon",
    "monday", "mondays", "month", "monthlong", "monthly", "months", "more", "most", "mother", "nearly",
    "new", "next", "night", "nightly", "nights", "nine", "nineteen", "nineteenth", "nineties", "ninety",
    "ninth", "no", "noon", "nov", "november", "now", "nowadays", "numerous", "oct", "october", "one", "our",
    "over", "overnight", "palm", "past", "pentecost", "per", "preceding", "presently", "presidents",
    "previous", "prior", "quarter", "quarters", "recent", "recently", "right", "roughly", "sat", "saturday",
    "saturdays", "scores", "season", "seasons", "sec", "second", "seconds", "secs", "sep", "sept",
    "september", "seven", "seventeen", "seventeenth", "seventh", "seventies", "seventy", "several", "six",
    "sixteen", "sixteenth", "sixth", "sixties", "sixty", "some", "soon", "spring", "springtime", "st",
    "summer", "summertime", "sun", "sunday", "sundays", "ten", "tenth", "thanksgiving", "that", "the",
    "their", "these", "third", "thirteen", "thirteenth", "thirties", "thirtieth", "thirty", "this", "those",
    "thousands", "three", "thu", "thur", "thurs", "thursday", "thursdays", "today", "tomorrow", "tonight",
    "tue", "tues", "tuesday", "tuesdays", "twelfth", "twelve", "twenties", "twentieth", "twenty", "two",
    "under", "up", "upcoming", "valentine", "veterans", "wed", "wednesday", "wednesdays", "week", "weekdays",
    "weekend", "weekends", "weeklong", "weekly", "weeks", "well", "whit", "whole", "winter", "wintertime",
    "year", "yearlong", "yearly", "years", "yesterday", "yr", "yrs", "zero",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numbers::small;

    #[test]
    fn the_list_can_be_searched() {
        assert!(BEGINNERS.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn numbers_months_and_days_begin_times() {
        for word in ["twenty", "nineteen", "zero"] {
            assert!(small(word).is_some() && may_begin(word), "{word}");
        }
        for word in ["may", "sept", "friday", "sundays", "tues", "weeks", "centuries"] {
            assert!(may_begin(word), "{word}");
        }
    }

    #[test]
    fn units_know_their_plurals() {
        assert_eq!(unit("weeks"), Some((Unit::Week, true)));
        assert_eq!(unit("century"), Some((Unit::Century, false)));
        assert_eq!(unit("weekly"), None);
    }
}
