//! A mistake in stemma itself ends the run with a message that can be passed on, and never with a dump.

use crate::exit::Exit;
use std::panic::{UnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

/// Where the first mistake of this run was noticed.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Runs the program. The message names the place in the source only, for the words of the mistake itself
/// may hold words of the reports, which are nobody else's business.
pub fn guarded(run: impl FnOnce() -> Exit + UnwindSafe, say: impl Fn(&str)) -> Exit {
    set_hook(Box::new(|mistake| {
        let place = mistake.location().map_or_else(String::new, |at| format!(" at {at}"));
        PLACE.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(place);
    }));
    catch_unwind(run).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        say(&message(&place.unwrap_or_default()));
        Exit::Internal
    })
}

fn message(place: &str) -> String {
    format!(
        "error: internal error in stemma {}{place}\n\
         hint: this is a mistake in stemma, not in your files; please report this line",
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_mistake_ends_the_run_with_its_own_exit_code() {
        let said = RefCell::new(String::new());
        let say = |line: &str| said.borrow_mut().push_str(line);
        assert_eq!(guarded(|| Exit::Done, say), Exit::Done);
        assert_eq!(*said.borrow(), "");
        assert_eq!(guarded(|| panic!("words of a report"), say), Exit::Internal);
        let _ = std::panic::take_hook();
        let said = said.borrow();
        assert!(said.starts_with("error: internal error in stemma "), "{said}");
        assert!(said.contains("guard.rs:") && said.contains("\nhint: "), "{said}");
        assert!(!said.contains("words of a report"), "{said}");
    }
}
