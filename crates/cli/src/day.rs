//! Days as people type them: `2018-05-21`.

use std::str::FromStr;

/// A day that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day(pub String);

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let is_written_so = lengths == [4, 2, 2] && parts.concat().bytes().all(|byte| byte.is_ascii_digit());
        if !is_written_so {
            return Err("not a day: write year, month and day with hyphens (2018-05-21)".to_owned());
        }
        match text.parse::<stemma::model::Day>() {
            Ok(day) if day.year() > 0 => Ok(Day(day.to_string())),
            _ => Err("there is no such day in the calendar".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_taken_as_it_is_written() {
        assert_eq!("2018-05-21".parse(), Ok(Day("2018-05-21".to_owned())));
        assert_eq!("2020-02-29".parse(), Ok(Day("2020-02-29".to_owned())));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "", "2018", "2018-05", "21.05.2018", "2018-5-21", "18-05-21", "2018-05-21T10:15", "2018-0é-1",
            "2018-+5-21",
        ] {
            assert!(text.parse::<Day>().is_err_and(|error| error.contains("2018-05-21")), "{text}");
        }
        for text in ["2018-02-29", "2018-02-30", "2018-13-01", "2018-00-10", "2018-05-00", "0000-01-01"] {
            assert!(text.parse::<Day>().is_err_and(|error| error.contains("no such day")), "{text}");
        }
    }
}
