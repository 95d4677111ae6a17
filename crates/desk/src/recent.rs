//! What was made last, kept for the next question.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// The values of the last few keys that were asked for.
pub struct Recent<K, V> {
    kept: Mutex<VecDeque<(K, V)>>,
    at_most: usize,
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    /// Keeps so many.
    pub fn of(at_most: usize) -> Self {
        Recent { kept: Mutex::new(VecDeque::new()), at_most }
    }

    /// The value of a key, made where it is not kept. Nobody waits while it is made; two who ask at once may both make it.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(at) = kept.iter().position(|(known, _)| *known == key)
                && let Some(found) = kept.remove(at)
            {
                let value = found.1.clone();
                kept.push_front(found);
                return value;
            }
        }
        let value = make();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front((key, value.clone()));
        kept.truncate(self.at_most);
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_last_is_kept() {
        let recent = Recent::of(2);
        let made = std::cell::Cell::new(0);
        let get = |key: u32| {
            recent.get(key, || {
                made.set(made.get() + 1);
                key * 10
            })
        };
        assert_eq!([1, 2, 1, 3, 1, 2].map(get), [10, 20, 10, 30, 10, 20]);
        assert_eq!(made.get(), 4, "2 was dropped for 3");
    }
}
