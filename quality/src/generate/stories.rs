//! Which report is copied next: open stories, each waiting for as many copies as a heavy-tailed law gave it.
//!
//! Most originals are never copied, some a few times, a few hundreds of times (P(at least k) falls as
//! k to the power of -1.1). Only a bounded number of stories, and of versions of each, is kept.

use super::draft::Draft;
use crate::dice::Dice;
use std::cell::RefCell;
use std::rc::Rc;

/// How fast families thin out with their size.
const TAIL: f64 = 1.1;
/// No story gets more copies than this by the law; a larger one is asked for by name.
const MOST_COPIES: usize = 2_000;
/// Copies waiting to be made, at most; later ones push out others.
const MAX_WAITING: usize = 5_000;
/// Versions of a story from which the next copy is made: its original, and this many copies.
const MAX_VERSIONS: usize = 3;
/// A copy of a copy of a copy is copied no more: it would lose the original word by word.
const MAX_DEPTH: usize = 3;

/// A story whose copies are still coming.
pub struct Story {
    original: Rc<Draft>,
    versions: Vec<Rc<Draft>>,
}

impl Story {
    /// A story that has its original only.
    pub fn new(original: Rc<Draft>) -> Self {
        Story { original, versions: Vec::new() }
    }

    /// What the next copyist has before him: the original half the time, otherwise a copy of it.
    pub fn version(&self, dice: &mut Dice) -> Rc<Draft> {
        let of_copy = !self.versions.is_empty() && dice.percent(50);
        if of_copy { dice.pick(&self.versions).clone() } else { self.original.clone() }
    }

    /// Keeps a copy, in the place of an earlier one where there are enough.
    pub fn keep(&mut self, dice: &mut Dice, copy: &Rc<Draft>) {
        if copy.depth >= MAX_DEPTH {
            return;
        }
        if self.versions.len() < MAX_VERSIONS {
            self.versions.push(copy.clone());
        } else {
            *dice_place(dice, &mut self.versions) = copy.clone();
        }
    }
}

fn dice_place<'a, T>(dice: &mut Dice, of: &'a mut [T]) -> &'a mut T {
    let at = dice.below(of.len());
    &mut of[at]
}

/// The stories that wait for copies.
pub struct Stories {
    /// One entry for each copy to be made.
    waiting: Vec<Rc<RefCell<Story>>>,
    /// How probable it is that an original is copied at all.
    copied: f64,
}

impl Stories {
    /// No stories yet; originals will get this many copies on average.
    pub fn new(copies_an_original: f64) -> Self {
        let mean: f64 = (1..=MOST_COPIES).map(|k| (k as f64).powf(-TAIL)).sum();
        Stories { waiting: Vec::new(), copied: copies_an_original / mean }
    }

    /// Opens the story of a new original, if it is to be copied.
    pub fn open(&mut self, dice: &mut Dice, original: &Rc<Draft>) {
        let story = Rc::new(RefCell::new(Story::new(original.clone())));
        for _ in 0..self.draw_copies(dice) {
            if self.waiting.len() >= MAX_WAITING {
                let at = dice.below(self.waiting.len());
                self.waiting.swap_remove(at);
            }
            self.waiting.push(story.clone());
        }
    }

    /// How many copies a new original gets.
    fn draw_copies(&self, dice: &mut Dice) -> usize {
        if dice.fraction() >= self.copied {
            return 0;
        }
        let uniform = 1.0 - dice.fraction();
        (uniform.powf(-1.0 / TAIL) as usize).clamp(1, MOST_COPIES)
    }

    /// The story that is copied next; nothing where none waits.
    pub fn next(&mut self, dice: &mut Dice) -> Option<Rc<RefCell<Story>>> {
        if self.waiting.is_empty() {
            return None;
        }
        let at = dice.below(self.waiting.len());
        Some(self.waiting.swap_remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::draft::{Kind, Text};
    use super::*;

    fn draft(depth: usize) -> Rc<Draft> {
        Rc::new(Draft { id: 0, family: 0, kind: Kind::Original, depth, text: Text::default() })
    }

    #[test]
    fn originals_get_the_copies_that_were_asked_for_on_average() {
        let stories = Stories::new(0.6);
        let mut dice = Dice::new(4);
        let copies: Vec<usize> = (0..100_000).map(|_| stories.draw_copies(&mut dice)).collect();
        let mean = copies.iter().sum::<usize>() as f64 / copies.len() as f64;
        assert!((0.45..0.75).contains(&mean), "{mean}");
        assert!(copies.iter().any(|n| *n > 100));
    }

    #[test]
    fn what_is_far_from_its_original_is_copied_no_more() {
        let mut dice = Dice::new(4);
        let mut story = Story::new(draft(0));
        story.keep(&mut dice, &draft(MAX_DEPTH));
        assert!(story.versions.is_empty());
        (0..10).for_each(|_| story.keep(&mut dice, &draft(1)));
        assert_eq!(story.versions.len(), MAX_VERSIONS);
    }
}
