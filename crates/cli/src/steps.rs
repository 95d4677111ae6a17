//! How far a long command is, for people who watch it.

use crate::console::say;
use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How often it is said.
const PAUSE: Duration = Duration::from_secs(5);

/// Says how far it is, now and then, where somebody watches.
pub struct Steps {
    what: &'static str,
    total: usize,
    started: Instant,
    said: Mutex<Instant>,
    is_watched: bool,
}

impl Steps {
    /// So many things are before us.
    pub fn new(what: &'static str, total: usize) -> Self {
        let started = Instant::now();
        let is_watched = std::io::stderr().is_terminal();
        Steps { what, total, started, said: Mutex::new(started), is_watched }
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
