//! Wordings and the places where they stand, as lines: what copies and traces have in common.

use super::Detail;
use super::first_screen::kinds;
use super::line::Line;
use super::page::Page;
use crate::excerpt::head;
use crate::view::{AlignedSegment, AlignedWording, Whereabouts, descent};
use stemma::Account;
use stemma::model::{EditKind, Parent, PassageIdx, Span};

/// What the marks in a changed wording mean.
pub const LEGEND: &str = "[-words of the first wording-] {+words that stand for them+}";

impl Line {
    /// A wording, with what was changed in it between signs.
    pub fn aligned(self, wording: &AlignedWording, detail: Detail) -> Self {
        let mut line = self;
        let mut shown = 0;
        for segment in &wording.segments {
            if shown > detail.wording_bytes {
                return line.more_after();
            }
            shown += segment.to.len();
            line = line.segment(segment, detail.wording_bytes);
        }
        line
    }

    fn segment(self, segment: &AlignedSegment, at_most: usize) -> Self {
        if !segment.is_change() {
            let words = head(segment.to, at_most);
            let line = self.passage(words);
            return if words.len() < segment.to.len() { line.more_after() } else { line };
        }
        let (old, new) = (segment.from.trim(), segment.to.trim());
        let sides = [segment.from, segment.to];
        let opens = sides.iter().any(|side| side.starts_with(char::is_whitespace));
        let closes = sides.iter().any(|side| side.ends_with(char::is_whitespace));
        let mut line = if opens { self.label(" ") } else { self };
        if !old.is_empty() {
            line = line.removed(old);
        }
        if !old.is_empty() && !new.is_empty() {
            line = line.label(" ");
        }
        if !new.is_empty() {
            line = line.added(new);
        }
        if closes { line.label(" ") } else { line }
    }

    /// The kinds of all changes of a wording, each once.
    pub fn kinds_of(self, wording: &AlignedWording) -> Self {
        let mut all: Vec<EditKind> = wording.changes().flat_map(|change| change.kinds).copied().collect();
        all.sort_unstable();
        all.dedup();
        kinds(self, &all)
    }

    /// A place that an editor opens: `wire.txt:12`, or `pile.jsonl:7 121-180` for bytes of a record.
    pub fn whereabouts(self, place: Whereabouts) -> Self {
        match place {
            Whereabouts::Line { name, line } => self.name(name).label(":").number(line),
            Whereabouts::Bytes { name, range } => {
                let line = self.name(name).label(" ");
                line.number(range.start as usize).label("-").number(range.end as usize)
            }
        }
    }

    /// When a report was published, where that is known.
    pub fn published(self, account: &Account, span: Span) -> Self {
        match &account.report(span.report).published {
            Some(date) => self.label(", published ").name(&date.value),
            None => self,
        }
    }

    /// In how many more captures the text of a report was found.
    pub fn captures(self, account: &Account, span: Span) -> Self {
        match account.report(span.report).captures.len() {
            0 | 1 => self,
            n => self.label(", and the whole text ").count(n - 1, "time more", "times more"),
        }
    }

    /// Where a passage comes from, where that is known.
    pub fn descent(self, account: &Account, passage: PassageIdx) -> Self {
        let Some(found) = descent(account, passage) else { return self };
        let line = match found.parent {
            Parent::Passage(parent) => {
                let line = self.label(", copied from ");
                line.whereabouts(Whereabouts::of(account, account.passage(parent).span))
            }
            Parent::LostAncestor => self.label(", from a text that is not in the pile"),
            Parent::Original => self.label(", original as far as the pile shows"),
            Parent::NotDecidable => self,
        };
        match found.support_percent {
            Some(percent) => line.label(" (support ").number(percent.into()).label(" %)"),
            None => line,
        }
    }
}

/// Writes a list of places, one a line, as many as are shown.
pub fn write_places(
    places: &[PassageIdx],
    indent: &str,
    detail: Detail,
    page: &mut Page,
    place: impl Fn(PassageIdx, Line) -> Line,
) {
    let shown = places.len().min(detail.lines);
    for passage in &places[..shown] {
        let line = place(*passage, page.line());
        page.write(indent, &format!("{indent}  "), line);
    }
    if shown < places.len() {
        let line = page.line().label("places: ").cut(shown, places.len());
        page.write(indent, indent, line);
    }
}
