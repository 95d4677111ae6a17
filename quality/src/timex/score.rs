//! Strict, relaxed and value F1, as TempEval-3 defines them.
//!
//! UzZaman and others, SemEval-2013 task 1: strict counts equal bounds, relaxed any overlap, value those of the
//! relaxed ones whose value is the same string. Here a time of one side answers for at most one of the other.

use super::gold::{Document, Timex};
use crate::tally::Tally;
use std::ops::Range;

/// Counts over all documents.
#[derive(Default)]
pub struct Score {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
    kind: usize,
}

impl Score {
    /// Counts one document.
    pub fn add(&mut self, gold: &[Timex], found: &[Timex]) {
        self.gold += gold.len();
        self.found += found.len();
        for (one, other) in pairs(gold, found) {
            self.relaxed += 1;
            self.strict += usize::from(one.range == other.range);
            self.value += usize::from(one.value == other.value);
            self.kind += usize::from(one.kind == other.kind);
        }
    }

    /// Prints the figures, `name: value` a line.
    pub fn print(&self, prefix: &str) {
        for (name, right) in
            [("strict", self.strict), ("relaxed", self.relaxed), ("value", self.value), ("type", self.kind)]
        {
            Tally { gold: self.gold, found: self.found, right }.print(&format!("{prefix}{name}"));
        }
    }
}

/// Times of both sides that overlap: equal bounds first, then from left to right.
pub fn pairs<'a>(gold: &'a [Timex], found: &'a [Timex]) -> Vec<(&'a Timex, &'a Timex)> {
    let mut taken = vec![false; found.len()];
    let mut paired = Vec::new();
    let mut rest = Vec::new();
    for one in gold {
        match (0..found.len()).find(|idx| !taken[*idx] && found[*idx].range == one.range) {
            Some(idx) => {
                taken[idx] = true;
                paired.push((one, &found[idx]));
            }
            None => rest.push(one),
        }
    }
    for one in rest {
        if let Some(idx) =
            (0..found.len()).find(|idx| !taken[*idx] && overlap(&found[*idx].range, &one.range))
        {
            taken[idx] = true;
            paired.push((one, &found[idx]));
        }
    }
    paired
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Prints what differs, with the words round it.
pub fn list_differences(document: &Document, found: &[Timex]) {
    let paired = pairs(&document.timexes, found);
    let day = document.created.as_deref().unwrap_or("-");
    let line = |sign: &str, timex: &Timex, other: &str| {
        println!(
            "{sign} {day} {} | {} | {} {}{other}",
            document.name,
            marked(&document.text, &timex.range),
            timex.kind,
            timex.value
        );
    };
    for (gold, ours) in &paired {
        if gold.range != ours.range {
            line("BOUNDS", gold, &format!(" | ours: {}", shown(&document.text[ours.range.clone()])));
        }
        if gold.value != ours.value {
            line("VALUE", gold, &format!(" | ours: {} {}", ours.kind, ours.value));
        }
    }
    for gold in document.timexes.iter().filter(|gold| !paired.iter().any(|(one, _)| one == gold)) {
        line("MISSED", gold, "");
    }
    for ours in found.iter().filter(|ours| !paired.iter().any(|(_, other)| other == ours)) {
        line("FALSE", ours, "");
    }
}

fn shown(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a time in brackets, with some characters on both sides.
fn marked(text: &str, range: &Range<usize>) -> String {
    let start = (0..=range.start.saturating_sub(40)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (range.end.saturating_add(20)..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len());
    shown(&format!("{}[{}]{}", &text[start..range.start], &text[range.clone()], &text[range.end..end]))
}
