//! Report after report, in the order of publication.

use super::chain::Chain;
use super::copyist::Copyist;
use super::draft::{Draft, Kind, Text};
use super::stories::{Stories, Story};
use crate::dice::Dice;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Of a hundred reports, those that hold text of others.
pub const COPIES: usize = 45;
/// Of a hundred of these, those that are mosaics.
const MOSAICS: usize = 20;
/// How the others are made; each is as likely.
const KINDS: [Kind; 8] = [
    Kind::Verbatim,
    Kind::Verbatim,
    Kind::Verbatim,
    Kind::Edited,
    Kind::Edited,
    Kind::Spun(10),
    Kind::Spun(8),
    Kind::Spun(6),
];
/// The reports that a mosaic may be cut from, the last ones.
const RECENT: usize = 2_000;
/// Sources of a mosaic.
const MOSAIC_SOURCES: (usize, usize) = (2, 5);
/// The original of the one large story is the first report behind this share of the pile.
const LARGE_STORY_AFTER: u32 = 50;

/// A report, and the reports that it was made from.
pub struct Made {
    /// The report.
    pub draft: Rc<Draft>,
    /// The numbers of those that something was taken from.
    pub sources: Vec<u32>,
}

/// The pile, as it comes.
pub struct Stream<'a> {
    copyist: Copyist<'a>,
    dice: Dice,
    n_reports: u32,
    next: u32,
    /// Of a thousand reports that do not belong to the large story, those that hold text of others.
    copies: usize,
    stories: Stories,
    recent: VecDeque<Rc<Draft>>,
    large: Option<Rc<RefCell<Story>>>,
    /// Copies of the large story that are still to come.
    large_copies: u32,
}

impl<'a> Stream<'a> {
    /// A pile of so many reports, of which one story has `large_copies` copies.
    pub fn new(chain: &'a Chain, dice: Dice, n_reports: u32, large_copies: u32) -> Self {
        let others = f64::from(n_reports.saturating_sub(large_copies).max(1));
        let wanted = f64::from(n_reports) * COPIES as f64 / 100.0 - f64::from(large_copies);
        let share = (wanted / others).max(0.0);
        let whole = share * (100 - MOSAICS) as f64 / 100.0;
        Stream {
            copyist: Copyist { chain },
            dice,
            n_reports,
            next: 0,
            copies: (share * 1000.0) as usize,
            stories: Stories::new(whole / (1.0 - share)),
            recent: VecDeque::new(),
            large: None,
            large_copies,
        }
    }

    fn make(&mut self) -> Made {
        if let Some(story) = self.due_large_story() {
            return self.copy(&story);
        }
        if self.dice.below(1000) < self.copies {
            if self.dice.percent(MOSAICS) && self.recent.len() >= MOSAIC_SOURCES.1 {
                return self.mosaic();
            }
            if let Some(story) = self.stories.next(&mut self.dice) {
                return self.copy(&story);
            }
        }
        self.original()
    }

    /// The large story, as often as spreads its copies over the rest of the pile.
    fn due_large_story(&mut self) -> Option<Rc<RefCell<Story>>> {
        let story = self.large.clone()?;
        let n_left = self.n_reports - self.next;
        let due = self.dice.below(n_left as usize) < self.large_copies as usize;
        self.large_copies -= u32::from(due);
        due.then_some(story)
    }

    fn original(&mut self) -> Made {
        let text = Text::fresh(self.copyist.chain, &mut self.dice);
        let draft = Rc::new(Draft { id: self.next, family: self.next, kind: Kind::Original, depth: 0, text });
        let large_is_due = self.large_copies > 0 && self.large.is_none();
        if large_is_due && self.next >= self.n_reports / LARGE_STORY_AFTER {
            self.large = Some(Rc::new(RefCell::new(Story::new(draft.clone()))));
        } else {
            self.stories.open(&mut self.dice, &draft);
        }
        Made { draft, sources: Vec::new() }
    }

    fn copy(&mut self, story: &RefCell<Story>) -> Made {
        let source = story.borrow().version(&mut self.dice);
        let kind = *self.dice.pick(&KINDS);
        let text = match kind {
            Kind::Edited => self.copyist.edited(&mut self.dice, &source),
            Kind::Spun(every) => self.copyist.spun(&mut self.dice, &source, every),
            _ => self.copyist.verbatim(&source),
        };
        let (family, depth) = (source.family, source.depth + 1);
        let draft = Rc::new(Draft { id: self.next, family, kind, depth, text });
        story.borrow_mut().keep(&mut self.dice, &draft);
        Made { draft, sources: vec![source.id] }
    }

    fn mosaic(&mut self) -> Made {
        let n_sources = self.dice.between(MOSAIC_SOURCES.0, MOSAIC_SOURCES.1);
        let sources: Vec<Rc<Draft>> =
            (0..n_sources).map(|_| self.recent[self.dice.below(self.recent.len())].clone()).collect();
        let (text, sources) = self.copyist.mosaic(&mut self.dice, &sources);
        let draft = Draft { id: self.next, family: self.next, kind: Kind::Mosaic, depth: 0, text };
        Made { draft: Rc::new(draft), sources }
    }
}

impl Iterator for Stream<'_> {
    type Item = Made;

    fn next(&mut self) -> Option<Made> {
        if self.next >= self.n_reports {
            return None;
        }
        let made = self.make();
        self.next += 1;
        // Mosaics are not cut from again, so that a sentence has one way back.
        if made.draft.kind != Kind::Mosaic {
            self.recent.push_back(made.draft.clone());
        }
        if self.recent.len() > RECENT {
            self.recent.pop_front();
        }
        Some(made)
    }
}

#[cfg(test)]
mod tests {
    use super::super::invented::sentences;
    use super::*;

    fn pile(n_reports: u32, large_copies: u32) -> Vec<Made> {
        let mut dice = Dice::new(9);
        let chain = Chain::learn(&sentences(&mut dice, 500));
        Stream::new(&chain, dice, n_reports, large_copies).collect()
    }

    #[test]
    fn a_source_stands_before_what_is_made_from_it() {
        for made in pile(400, 0) {
            assert!(made.sources.iter().all(|source| *source < made.draft.id));
            assert!(made.draft.family <= made.draft.id);
        }
    }

    #[test]
    fn the_large_story_has_its_copies_and_the_rest_is_mostly_fresh() {
        let pile = pile(1_000, 200);
        let large = pile.iter().map(|made| made.draft.family).filter(|family| *family == 20).count();
        assert_eq!(large, 201);
        let text = |made: &Made| (made.draft.text.n_taken, made.draft.text.sentences.len());
        let (taken, all) = pile.iter().map(text).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        assert!(taken * 2 <= all, "{taken} of {all} sentences are taken");
    }
}
