//! How far the reading of files has come, for people: one line on standard error that is written over again and again, only where
//! standard error is a terminal, and only where it takes longer than a moment.

use std::io::{IsTerminal, Read, Write, stderr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use stemma_ingest::{Options, Pile, Watcher, read_pile, read_pile_watched};
use stemma_report::visible;

/// What is done sooner needs no line.
const A_MOMENT: Duration = Duration::from_millis(500);

/// Between two lines.
const STEP: Duration = Duration::from_millis(200);

/// Columns where the terminal does not say how many it has.
const USUAL_WIDTH: usize = 80;

/// Back to the first column, and nothing in the line.
const CLEAR: &str = "\r\x1b[2K";

/// Reads a pile as `stemma_ingest` does, and shows how far it has come.
pub fn read(inputs: &[PathBuf], stdin: &mut dyn Read, options: &Options) -> Pile {
    if !stderr().is_terminal() {
        return read_pile(inputs, stdin, options);
    }
    let state = State::default();
    let (done, is_done) = channel::<()>();
    let (state, start) = (&state, Instant::now());
    std::thread::scope(|scope| {
        scope.spawn(move || show(state, start, |wait| is_done.recv_timeout(wait)));
        // The thread ends when this is dropped, also by a panic.
        let _done = done;
        read_pile_watched(inputs, stdin, options, state)
    })
}

/// Shows the state until the other side is gone.
fn show(state: &State, start: Instant, wait: impl Fn(Duration) -> Result<(), RecvTimeoutError>) {
    let (mut next, mut is_shown) = (A_MOMENT, false);
    while wait(next) == Err(RecvTimeoutError::Timeout) {
        next = STEP;
        // What somebody types, or another program writes, has no end that is known.
        if state.files.load(Relaxed) == 0 {
            continue;
        }
        let width =
            terminal_size::terminal_size_of(stderr()).map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0));
        let line = state.line(start.elapsed(), width.saturating_sub(1));
        let _ = write!(stderr(), "{CLEAR}{line}");
        let _ = stderr().flush();
        is_shown = true;
    }
    if is_shown {
        let _ = write!(stderr(), "{CLEAR}");
    }
}

/// How far it has come.
#[derive(Default)]
struct State {
    files: AtomicU64,
    files_done: AtomicU64,
    bytes: AtomicU64,
    bytes_done: AtomicU64,
    name: Mutex<String>,
}

impl Watcher for State {
    fn found(&self, files: usize, bytes: u64) {
        self.files.store(files as u64, Relaxed);
        self.bytes.store(bytes, Relaxed);
    }

    fn begins(&self, name: &str) {
        name.clone_into(&mut self.name.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn advances(&self, bytes: u64) {
        self.bytes_done.fetch_add(bytes, Relaxed);
    }

    fn ends(&self) {
        self.files_done.fetch_add(1, Relaxed);
    }
}

impl State {
    /// `12 of 400 files, 3.4 of 60.1 MB, 1.2 MB/s, mon/wire.txt`, no longer than the terminal is wide.
    fn line(&self, time: Duration, width: usize) -> String {
        let of = |number: &AtomicU64| number.load(Relaxed);
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        let (read, rate) =
            (megabytes(of(&self.bytes_done)), megabytes(of(&self.bytes_done)) / time.as_secs_f64());
        let name = visible(&self.name.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
        let line = format!(
            "{} of {} files, {read:.1} of {:.1} MB, {rate:.1} MB/s, {name}",
            of(&self.files_done),
            of(&self.files),
            megabytes(of(&self.bytes)),
        );
        line.chars().take(width).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_it_has_come_and_no_name_can_write_on_the_terminal() {
        let state = State::default();
        state.found(40, 8_000_000);
        state.begins("mon/\u{1b}[2Jwire.txt");
        state.advances(2_000_000);
        state.ends();
        let line = |width| state.line(Duration::from_secs(4), width);
        assert_eq!(line(80), "1 of 40 files, 2.0 of 8.0 MB, 0.5 MB/s, mon/\\u{1b}[2Jwire.txt");
        assert_eq!(line(13), "1 of 40 files");
    }

    #[test]
    fn it_is_shown_only_after_a_moment_and_taken_away() {
        let waited = std::cell::RefCell::new(Vec::new());
        show(&State::default(), Instant::now(), |wait| {
            waited.borrow_mut().push(wait);
            Err(RecvTimeoutError::Disconnected)
        });
        assert_eq!(*waited.borrow(), [A_MOMENT]);
    }
}
