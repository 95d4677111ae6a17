//! Work that must end: on a thread of its own, which is left behind when its time is up.
//!
//! What is read is bounded by its bytes, but the extractors of web pages are walks of other crates, and what one of them needs for a
//! page that was made to do harm is not ours to bound. No page that is a report comes near the limit, so a run does not
//! depend on how fast a machine is.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

/// Bytes of stack. Walks over a page call themselves once a level; without optimisation each may need tens of kilobytes. Only
/// what is used is taken.
const STACK_BYTES: usize = 256 << 20;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It panicked.
    Broken,
    /// Its time is up; it may go on until the program ends.
    TooLong,
    /// The system gives no thread.
    NotBegun,
}

/// What some work gives within a time.
pub fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Ended> {
    let (done, result) = channel();
    let thread = Builder::new().name("page".to_owned()).stack_size(STACK_BYTES).spawn(move || {
        // Nobody waits any more where the time is up.
        let _ = done.send(work());
    });
    if thread.is_err() {
        return Err(Ended::NotBegun);
    }
    result.recv_timeout(limit).map_err(|error| match error {
        RecvTimeoutError::Timeout => Ended::TooLong,
        RecvTimeoutError::Disconnected => Ended::Broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_ends_well_or_badly_or_not_at_all() {
        let long = Duration::from_secs(60);
        assert_eq!(within(long, || 7), Ok(7));
        assert_eq!(within(long, || std::panic::resume_unwind(Box::new(()))), Err::<(), _>(Ended::Broken));
        let (_open, never) = channel::<()>();
        assert_eq!(within(Duration::from_millis(1), move || never.recv().is_ok()), Err(Ended::TooLong));
    }
}
