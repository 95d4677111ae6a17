//! Blocks of lines into titles, paragraphs and furniture.
//!
//! A report is laid out as head, body and tail. The body runs from the first to the last block that reads
//! as prose; only there is a line innocent until its own form proves it furniture, because a false label
//! hides evidence. Above and below, a short line without a full stop has to show that it belongs.

use super::blocks::{Block, find_blocks, without_bullet};
use super::byline::is_name;
use super::caption::tells_what_is_shown;
use super::furniture::{recognise, recognise_outside_body};
use super::headline::{
    Titles, is_prose, is_stopped_headline, is_title_case, subject_words, without_ending, word_count,
};
use super::line_words::{lower, written_words};
use crate::model::{Furniture, FurnitureKind, Layout};
use std::collections::BTreeSet;
use std::ops::Range;

/// No headline has more lines; what follows is a list.
const MOST_TITLES: usize = 8;

/// Fewer subject words say too little about whose headline a line is.
const FEWEST_SUBJECT_WORDS: usize = 3;

/// A shorter body, in words, need not hold the words of its own headlines.
const SHORTEST_BODY: usize = 50;

/// A first sentence that is a headline has at most this many words.
const LONGEST_SUMMARY: usize = 14;

/// Section labels and menu entries have at most this many words.
const LONGEST_LABEL: usize = 3;

/// Pages name one or two authors; more names behind bullets are a list of the report.
const MOST_BULLETED_NAMES: usize = 2;

/// Lines below the body that nothing labels: more are a list of the report.
const LONGEST_TAIL: usize = 6;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    Paragraph,
    Furniture(FurnitureKind),
}

/// Lays out a text: each block of it becomes a title, a paragraph or furniture.
pub fn lay_out(text: &str) -> Layout {
    let page = Page::new(text, find_blocks(text));
    let mut layout = Layout::default();
    for (block, role) in page.blocks.iter().zip(page.roles()) {
        match role {
            Role::Title => layout.titles.push(block.range),
            Role::Paragraph => layout.paragraphs.push(block.range),
            Role::Furniture(kind) => layout.furniture.push(Furniture { range: block.range, kind }),
        }
    }
    // Of a million texts even a few spare places are a hundred megabytes.
    layout.titles.shrink_to_fit();
    layout.paragraphs.shrink_to_fit();
    layout.furniture.shrink_to_fit();
    layout
}

/// A text cut into blocks, with what each block is by its own form.
struct Page<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// Furniture wherever it stands.
    furniture: Vec<Option<FurnitureKind>>,
    /// Reads as prose and is no furniture.
    prose: Vec<bool>,
    /// How many blocks are a bullet and a name.
    bulleted_names: usize,
}

impl<'a> Page<'a> {
    fn new(text: &'a str, blocks: Vec<Block>) -> Self {
        let furniture: Vec<_> = blocks
            .iter()
            .map(|block| if block.joined { None } else { recognise(block.range.of(text)) })
            .collect();
        let prose = blocks
            .iter()
            .zip(&furniture)
            .map(|(block, kind)| kind.is_none() && (block.joined || is_prose(block.range.of(text))))
            .collect();
        let bulleted_names =
            blocks.iter().filter(|block| without_bullet(block.range.of(text)).is_some_and(is_name)).count();
        Page { text, blocks, furniture, prose, bulleted_names }
    }

    fn line(&self, idx: usize) -> &'a str {
        self.blocks[idx].range.of(self.text)
    }

    /// What furniture a block is that stands above or below the body; few do.
    fn outside(&self, idx: usize) -> Option<FurnitureKind> {
        self.furniture[idx].or_else(|| recognise_outside_body(self.line(idx)))
    }

    /// One role for each block.
    fn roles(&self) -> Vec<Role> {
        let title = self.first_title();
        let body = self.body(title);
        let mut roles: Vec<Role> =
            self.furniture.iter().map(|kind| kind.map_or(Role::Paragraph, Role::Furniture)).collect();
        self.settle_head(&mut roles, 0..body.start, title, body.clone());
        self.settle_repeats(&mut roles, title);
        self.settle_body(&mut roles, body.clone());
        if !body.is_empty() {
            self.settle_tail(&mut roles, body.end);
        }
        roles
    }

    /// The first line of the headline: the first line that is neither furniture nor prose. Where prose comes
    /// first, it is the headline if it has the look of one, or sums up what follows.
    fn first_title(&self) -> Option<usize> {
        let first_prose = self.prose.iter().position(|prose| *prose).unwrap_or(self.blocks.len());
        let candidates = || (0..first_prose).filter(|idx| self.outside(*idx).is_none());
        let first = candidates().next();
        // A menu of short labels may stand above the headline.
        let menu = candidates().take_while(|idx| word_count(self.line(*idx)) <= LONGEST_LABEL).count();
        let longer = candidates().find(|idx| word_count(self.line(*idx)) > LONGEST_LABEL);
        if menu >= 3 && longer.is_some() {
            return longer;
        }
        // A headline such as "Watch: Ferry leaves port" looks like a pointer; on top it is the title.
        first.or_else(|| self.stopped_title(first_prose)).or_else(|| {
            let pointer = [FurnitureKind::Related, FurnitureKind::Caption].map(Some);
            (first_prose > 0 && pointer.contains(&self.furniture[0])).then_some(0)
        })
    }

    /// The first prose block, if it is a headline with a full stop.
    fn stopped_title(&self, first_prose: usize) -> Option<usize> {
        let block = self.blocks.get(first_prose)?;
        let line = self.line(first_prose);
        let next = (first_prose + 1..self.blocks.len()).find(|idx| self.prose[*idx])?;
        let fits = !block.joined && (is_stopped_headline(line) || self.sums_up(first_prose, next));
        fits.then_some(first_prose)
    }

    /// Whether a short first sentence says little but what the rest says at length.
    fn sums_up(&self, first: usize, next: usize) -> bool {
        let line = self.line(first);
        let words = written_words(line).take(LONGEST_SUMMARY + 1).count();
        let short = line.len() * 2 <= self.blocks[next].range.len() && words <= LONGEST_SUMMARY;
        let quotes = line.starts_with(['"', '\u{201c}', '\'', '\u{2018}']) || line.ends_with(':');
        if !short || quotes {
            return false;
        }
        let subject = subject_words(line);
        let all = subject.len();
        let found = self.found_in(subject, next..self.blocks.len()).len();
        all >= FEWEST_SUBJECT_WORDS && found * 5 >= all * 3
    }

    /// From the first prose block after the title to behind the last; empty, at the end of the text, where
    /// nothing reads as prose.
    fn body(&self, title: Option<usize>) -> Range<usize> {
        let is_body = |idx: &usize| self.prose[*idx] && Some(*idx) != title;
        let all = 0..self.blocks.len();
        let start = all.clone().find(is_body).unwrap_or(all.end);
        let end = all.clone().rev().find(is_body).map_or(all.end, |last| last + 1);
        start..end
    }

    /// Labels everything above the body.
    fn settle_head(&self, roles: &mut [Role], head: Range<usize>, title: Option<usize>, body: Range<usize>) {
        let open: Vec<usize> =
            head.filter(|idx| Some(*idx) != title && roles[*idx] == Role::Paragraph).collect();
        let subjects = open.iter().flat_map(|idx| subject_words(self.line(*idx))).collect();
        let known = self.found_in(subjects, body.clone());
        let judge_subject = self.has_words(body.clone(), SHORTEST_BODY);
        let mut titles = 0;
        if let Some(title) = title {
            roles[title] = Role::Title;
            titles = 1;
        }
        for idx in open {
            let line = self.line(idx);
            roles[idx] = if let Some(kind) = self.outside(idx) {
                Role::Furniture(kind)
            } else if body.is_empty() || titles >= MOST_TITLES || goes_on_in_lower_case(line) {
                Role::Paragraph
            } else if title.is_some_and(|title| idx < title) {
                Role::Furniture(FurnitureKind::Navigation)
            } else {
                head_line(line, &known, judge_subject)
            };
            titles += usize::from(roles[idx] == Role::Title);
        }
    }

    /// Labels what repeats a title, wherever it stands. Of several equal title lines the first is the title.
    fn settle_repeats(&self, roles: &mut [Role], title: Option<usize>) {
        let Some(title) = title else { return };
        let title_lines = (0..roles.len()).filter(|idx| roles[*idx] == Role::Title);
        let titles = Titles::new(title_lines.map(|idx| self.line(idx)));
        let mut before = Titles::new([self.line(title)].into_iter());
        for (idx, role) in roles.iter_mut().enumerate() {
            if idx == title || self.blocks[idx].joined {
                continue;
            }
            let line = self.line(idx);
            if *role == Role::Title && !before.repeats(line) {
                before.add(line);
            } else if titles.repeats(line) {
                *role = Role::Furniture(FurnitureKind::RepeatedTitle);
            }
        }
    }

    /// Labels what only its neighbours betray among the paragraphs: where all others end in a full stop, a
    /// line that does not stands out. On a page of lists and tables nothing stands out.
    fn settle_body(&self, roles: &mut [Role], body: Range<usize>) {
        let prose = body.clone().filter(|idx| self.prose[*idx]).count();
        let open = body.clone().filter(|idx| !self.prose[*idx] && roles[*idx] == Role::Paragraph).count();
        if open * 4 > prose {
            return;
        }
        let mut in_list = false;
        for idx in body {
            let line = self.line(idx);
            if self.prose[idx] {
                in_list = line.ends_with(':');
            } else if roles[idx] == Role::Paragraph && !in_list {
                if self.is_lone_name(idx) {
                    roles[idx] = Role::Furniture(FurnitureKind::Byline);
                } else if tells_what_is_shown(line) {
                    roles[idx] = Role::Furniture(FurnitureKind::Caption);
                }
            }
        }
    }

    /// Labels everything below the body. A list that the body announces with a colon belongs to it, and so
    /// may a long list without any label.
    fn settle_tail(&self, roles: &mut [Role], start: usize) {
        let open = roles[start..].iter().filter(|role| **role == Role::Paragraph).count();
        let announced = start > 0 && self.line(start - 1).ends_with(':');
        let mut labelled = false;
        let mut unsure = 0;
        for (idx, role) in roles.iter_mut().enumerate().skip(start) {
            if *role == Role::Paragraph && !announced {
                *role = self.tail_line(idx, labelled, unsure == 0 && open <= LONGEST_TAIL);
                unsure += usize::from(*role == Role::Paragraph);
            }
            labelled |= matches!(role, Role::Furniture(FurnitureKind::Navigation | FurnitureKind::Related));
        }
    }

    /// A line below the body. It may be a sentence whose end was cut off, or a fact in a list.
    fn tail_line(&self, idx: usize, labelled: bool, alone: bool) -> Role {
        let line = self.line(idx);
        let is_label = line.starts_with(char::is_uppercase)
            && line.chars().all(|c| {
                c.is_alphabetic() || c.is_whitespace() || matches!(c, '\'' | '\u{2019}' | '-' | '&')
            });
        let kind = if let Some(kind) = self.outside(idx) {
            kind
        } else if self.is_lone_name(idx) {
            FurnitureKind::Byline
        } else if is_label && (alone || labelled) && word_count(line) <= LONGEST_LABEL {
            FurnitureKind::Navigation
        } else if tells_what_is_shown(line) {
            FurnitureKind::Caption
        } else if (is_title_case(line) && alone || labelled) && !goes_on_in_lower_case(line) {
            FurnitureKind::Related
        } else {
            return Role::Paragraph;
        };
        Role::Furniture(kind)
    }

    /// Whether a block is a bullet and a name, as authors stand at the foot of a page, and no item of a list.
    fn is_lone_name(&self, idx: usize) -> bool {
        let is_item = |idx: usize| without_bullet(self.line(idx)).is_some_and(is_name);
        is_item(idx) && self.bulleted_names <= MOST_BULLETED_NAMES
    }

    /// Those of some subject words that stand in the prose of some blocks, found in one pass over them.
    fn found_in(&self, subjects: BTreeSet<String>, blocks: Range<usize>) -> BTreeSet<String> {
        let mut missing = subjects;
        let mut found = BTreeSet::new();
        for idx in blocks.filter(|idx| self.prose[*idx]) {
            for word in words_to_compare(self.line(idx)) {
                if missing.is_empty() {
                    return found;
                }
                found.extend(missing.take(without_ending(&word)));
            }
        }
        found
    }

    /// Whether the prose of some blocks has at least so many words.
    fn has_words(&self, blocks: Range<usize>, least: usize) -> bool {
        let words = blocks.filter(|idx| self.prose[*idx]).flat_map(|idx| written_words(self.line(idx)));
        words.take(least).count() == least
    }
}

/// A line between title and body: a title if the body has most of its subject words, which are `known`.
fn head_line(line: &str, known: &BTreeSet<String>, judge_subject: bool) -> Role {
    let subject = subject_words(line);
    let found = subject.intersection(known).count();
    let plain = without_bullet(line).unwrap_or(line);
    if is_name(plain) && (found == 0 || plain.len() < line.len()) {
        Role::Furniture(FurnitureKind::Byline)
    } else if !judge_subject || found > 0 && found * 2 >= subject.len() {
        Role::Title
    } else if subject.len() >= FEWEST_SUBJECT_WORDS {
        Role::Furniture(FurnitureKind::Related)
    } else if found == 0 && word_count(line) <= LONGEST_LABEL {
        Role::Furniture(FurnitureKind::Navigation)
    } else {
        Role::Title
    }
}

/// Whether a line begins in lower case: markup has cut a paragraph in pieces there.
fn goes_on_in_lower_case(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.next().is_some_and(char::is_uppercase)
}

/// Words of a line in lower case, one at a time, for a line may be the whole text.
fn words_to_compare(line: &str) -> impl Iterator<Item = String> {
    written_words(line).map(lower)
}

#[cfg(test)]
mod tests;
