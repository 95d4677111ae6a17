//! How far a long command is, for people who watch it; and the time of day, for people only.

use crate::console::say;
use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How often it is said.
const PAUSE: Duration = Duration::from_secs(5);

/// Says how far it is, now and then, where somebody watches.
pub struct Progress {
    what: &'static str,
    total: usize,
    started: Instant,
    said: Mutex<Instant>,
    is_watched: bool,
}

impl Progress {
    /// So many things are before us.
    pub fn new(what: &'static str, total: usize) -> Self {
        let started = Instant::now();
        let is_watched = std::io::stderr().is_terminal();
        Progress { what, total, started, said: Mutex::new(started), is_watched }
    }

    /// So many are done. How long the rest takes is reckoned from those.
    pub fn at(&self, done: usize) {
        let Ok(mut said) = self.said.lock() else { return };
        if !self.is_watched || said.elapsed() < PAUSE || done == 0 {
            return;
        }
        *said = Instant::now();
        let left = self.started.elapsed().mul_f64((self.total.saturating_sub(done)) as f64 / done as f64);
        say(&format!("{done} of {} {}, {} s left", self.total, self.what, left.as_secs()));
    }
}

/// Now, in ISO 8601 (UTC). It is written beside what was added and into nothing that is hashed.
pub fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// Days since 1970 as a day of the calendar (Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(20_454), (2026, 1, 1));
    }
}
