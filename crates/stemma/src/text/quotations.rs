//! Quotation marks into quotations.

use crate::model::{ByteRange, Layout};

/// A run of text between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: ByteRange,
    /// Without its marks.
    pub inner: ByteRange,
    /// Whether a closing mark ends it; where none does, it ends with its paragraph.
    pub closed: bool,
    /// Whether the next paragraph opens with a mark again and carries on the same quotation.
    pub continues: bool,
}

/// Finds the quotations of all titles and paragraphs, in the order of the text.
///
/// Each block is read by itself. Marks are paired by their shape where they have one (“ ”, « », „ “) and by
/// their looks where they have none: an opening mark stands before a letter and after a blank, a closing
/// mark after a letter or punctuation. Marks inside a quotation belong to it. Single marks count only where
/// both ends are clear, because an apostrophe looks the same.
pub fn find_quotations(text: &str, layout: &Layout) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    for title in &layout.titles {
        quotations.extend(quotations_of(text, *title));
    }
    for (idx, paragraph) in layout.paragraphs.iter().enumerate() {
        let mut found = quotations_of(text, *paragraph);
        if let Some(last) = found.last_mut()
            && !last.closed
        {
            let next = layout.paragraphs.get(idx + 1);
            last.continues = next.is_some_and(|next| opens_with_mark(next.of(text)));
        }
        quotations.extend(found);
    }
    quotations.sort_by_key(|quotation| quotation.outer);
    quotations
}

/// Families of marks. A quotation is closed by a mark of its own family only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// `"`, “ ”, „ “, ``...''.
    Double,
    /// « » and » «.
    Angled,
    /// `'` and ‘ ’.
    Single,
}

/// What the surroundings of a mark say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    Opening,
    Closing,
    Either,
    /// An apostrophe, a measure: no quotation mark at all.
    Neither,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    range: ByteRange,
    family: Family,
    looks: Looks,
}

/// A quotation whose closing mark has not come yet.
struct Pending {
    mark: Mark,
    /// Marks of the same family that opened inside it and wait for their closing marks.
    depth: usize,
    /// Quotations that were complete inside it, kept for the case that its own closing mark never comes.
    inside: Vec<Quotation>,
    inside_from: Option<Mark>,
}

fn quotations_of(text: &str, block: ByteRange) -> Vec<Quotation> {
    // Most paragraphs quote nobody.
    if !block.of(text).bytes().any(|byte| matches!(byte, b'"' | b'\'' | b'`' | 0x80..)) {
        return Vec::new();
    }
    let mut marks = marks_of(text, block);
    drop_unpaired_single_marks(text, &mut marks);
    let mut found = Vec::new();
    let mut pending: Option<Pending> = None;
    for mark in marks {
        pending = match pending {
            None if mark.looks == Looks::Closing => None,
            None => Some(Pending::from(mark)),
            Some(open) if open.mark.family != mark.family => Some(open),
            Some(open) => open.meet(mark, &mut found),
        };
    }
    if let Some(open) = pending {
        open.end_with_block(block, &mut found);
    }
    found
}

impl From<Mark> for Pending {
    fn from(mark: Mark) -> Self {
        Pending { mark, depth: 0, inside: Vec::new(), inside_from: None }
    }
}

impl Pending {
    /// Another mark of the family: one level deeper, one level up, or the end.
    fn meet(mut self, mark: Mark, found: &mut Vec<Quotation>) -> Option<Pending> {
        if mark.looks == Looks::Opening {
            if self.depth == 0 {
                self.inside_from = Some(mark);
            }
            self.depth += 1;
            return Some(self);
        }
        if self.depth > 0 {
            self.depth -= 1;
            if self.depth == 0
                && let Some(from) = self.inside_from.take()
            {
                self.inside.push(closed(from, mark));
            }
            return Some(self);
        }
        found.push(closed(self.mark, mark));
        None
    }

    /// No closing mark came. Where complete quotations stand behind the lonely opening mark, that mark was
    /// the odd one; otherwise the quotation ends with its paragraph.
    fn end_with_block(self, block: ByteRange, found: &mut Vec<Quotation>) {
        let lonely_single = self.mark.family == Family::Single;
        if self.inside.is_empty() && self.inside_from.is_none() {
            if !lonely_single {
                found.push(unclosed(self.mark, block));
            }
            return;
        }
        found.extend(self.inside);
        if let Some(from) = self.inside_from {
            found.push(unclosed(from, block));
        }
    }
}

fn closed(open: Mark, close: Mark) -> Quotation {
    Quotation {
        outer: ByteRange { start: open.range.start, end: close.range.end },
        inner: ByteRange { start: open.range.end, end: close.range.start },
        closed: true,
        continues: false,
    }
}

fn unclosed(open: Mark, block: ByteRange) -> Quotation {
    Quotation {
        outer: ByteRange { start: open.range.start, end: block.end },
        inner: ByteRange { start: open.range.end, end: block.end },
        closed: false,
        continues: false,
    }
}

/// All characters of a block that may be quotation marks.
fn marks_of(text: &str, block: ByteRange) -> Vec<Mark> {
    let piece = block.of(text);
    let mut marks = Vec::new();
    let mut chars = piece.char_indices().peekable();
    let (mut before, mut before_that) = (' ', ' ');
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        let pair = matches!(c, '`' | '\'') && chars.peek().is_some_and(|(_, next)| *next == c);
        if pair {
            chars.next();
            end += 1;
        }
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        let seen = (before_that, before, after);
        if let Some((family, looks)) = judge(c, pair, seen)
            && looks != Looks::Neither
        {
            let start = block.start as usize;
            marks.push(Mark { range: ByteRange::new(start + at, start + end), family, looks });
        }
        (before_that, before) = (before, c);
    }
    marks
}

/// What a character is as a quotation mark. A measure (12") looks like a closing mark, and one that closes
/// nothing is passed over; `seen` are the two characters before it and the one after.
fn judge(c: char, pair: bool, seen: (char, char, char)) -> Option<(Family, Looks)> {
    let (_, before, after) = seen;
    Some(match c {
        '"' | '\u{ff02}' => (Family::Double, straight_double(seen)),
        '\'' if pair => (Family::Double, straight_double((' ', before, after))),
        '`' if pair => (Family::Double, Looks::Opening),
        '\u{201e}' | '\u{201f}' => (Family::Double, Looks::Opening),
        '\u{201c}' if closes_low_mark(before, after) => (Family::Double, Looks::Closing),
        '\u{201c}' => (Family::Double, Looks::Opening),
        '\u{201d}' if is_open_side(before) && after.is_alphanumeric() => (Family::Double, Looks::Opening),
        '\u{201d}' => (Family::Double, Looks::Closing),
        '\u{ab}' | '\u{bb}' => (Family::Angled, angled(c, before, after)),
        '\u{2018}' | '\u{201a}' | '\u{201b}' => (Family::Single, single(before, after)),
        '\u{2019}' | '\'' => (Family::Single, single(before, after)),
        _ => return None,
    })
}

/// “ behind a word and before a blank closes what „ opened.
fn closes_low_mark(before: char, after: char) -> bool {
    !is_open_side(before) && !after.is_alphanumeric()
}

fn straight_double((before_that, before, after): (char, char, char)) -> Looks {
    let inches = before.is_ascii_digit() && (before_that == '\'' || before_that == '\u{2019}');
    match (is_open_side(before), is_close_side(after)) {
        _ if inches => Looks::Neither,
        (true, false) => Looks::Opening,
        (false, true) => Looks::Closing,
        _ => Looks::Either,
    }
}

fn angled(c: char, before: char, after: char) -> Looks {
    match (is_open_side(before), is_close_side(after)) {
        (true, false) => Looks::Opening,
        (false, true) => Looks::Closing,
        _ if c == '\u{ab}' => Looks::Opening,
        _ => Looks::Closing,
    }
}

/// A single mark inside a word is an apostrophe.
fn single(before: char, after: char) -> Looks {
    match (is_open_side(before), is_close_side(after)) {
        (true, false) if after.is_alphabetic() || after == '\u{201c}' || after == '"' => Looks::Opening,
        (false, true) => Looks::Closing,
        _ => Looks::Neither,
    }
}

fn is_open_side(before: char) -> bool {
    before.is_whitespace()
        || matches!(
            before,
            '(' | '[' | '{' | '\u{2013}' | '\u{2014}' | '-' | '/' | '"' | '\u{201c}' | '\u{2018}' | '\u{ab}'
        )
}

fn is_close_side(after: char) -> bool {
    !after.is_alphanumeric()
        && !matches!(after, '$' | '\u{20ac}' | '\u{a3}' | '\u{201c}' | '\u{2018}' | '(' | '[' | '#' | '@')
}

/// Words that begin with an apostrophe.
const ELISIONS: [&str; 12] =
    ["em", "tis", "twas", "til", "till", "cause", "bout", "round", "cos", "cuz", "n", "neath"];

/// Keeps single marks only in pairs: an opening one with the first clear closing one behind it.
///
/// Behind an s and before a blank a mark may be a plural's apostrophe ("the workers' rights"); it closes only
/// where no clearer mark follows before the next opening one.
fn drop_unpaired_single_marks(text: &str, marks: &mut Vec<Mark>) {
    let singles: Vec<usize> = (0..marks.len()).filter(|idx| marks[*idx].family == Family::Single).collect();
    let mut keep = vec![true; marks.len()];
    for idx in &singles {
        keep[*idx] = false;
    }
    let mut at = 0;
    while at < singles.len() {
        let open = marks[singles[at]];
        let run = singles[at + 1..].iter().take_while(|idx| marks[**idx].looks == Looks::Closing).count();
        if open.looks == Looks::Opening && !is_elision(text, open.range.end as usize) {
            let closing = &singles[at + 1..at + 1 + run];
            let clear = closing.iter().find(|idx| !may_be_plural(text, marks[**idx]));
            if let Some(close) = clear.or(closing.first()) {
                keep[singles[at]] = true;
                keep[*close] = true;
            }
        }
        at += 1 + run;
    }
    let mut kept = keep.into_iter();
    marks.retain(|_| kept.next().unwrap_or(false));
}

fn is_elision(text: &str, from: usize) -> bool {
    let rest = &text[from..];
    // No elision is longer than this, so that a text without blanks costs nothing.
    let word: String =
        rest.chars().take(8).take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    ELISIONS.contains(&word.as_str())
}

fn may_be_plural(text: &str, mark: Mark) -> bool {
    let before = text[..mark.range.start as usize].chars().next_back();
    let mut after = text[mark.range.end as usize..].chars();
    matches!(before, Some('s' | 'S' | 'z'))
        && after.next() == Some(' ')
        && after.next().is_some_and(char::is_alphabetic)
}

/// Whether a paragraph begins with a mark that carries a quotation on.
fn opens_with_mark(paragraph: &str) -> bool {
    let mut chars = paragraph.chars();
    matches!(chars.next(), Some('"' | '\u{201c}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{ff02}'))
        || paragraph.starts_with("``")
        || paragraph.starts_with("''")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn layout(text: &str) -> Layout {
        crate::text::lay_out(text)
    }

    fn quoted(text: &str) -> Vec<&str> {
        find_quotations(text, &layout_of_lines(text))
            .into_iter()
            .map(|quotation| quotation.outer.of(text))
            .collect()
    }

    /// Every line a paragraph, whatever the layout stage makes of it.
    fn layout_of_lines(text: &str) -> Layout {
        let mut layout = Layout::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim_end();
            if !trimmed.is_empty() {
                layout.paragraphs.push(ByteRange::new(start, start + trimmed.len()));
            }
            start += line.len();
        }
        layout
    }

    #[test]
    fn every_style_of_marks() {
        for text in [
            "The \"old bridge\" fell.",
            "The “old bridge” fell.",
            "The «old bridge» fell.",
            "The »old bridge« fell.",
            "The „old bridge“ fell.",
            "The „old bridge” fell.",
            "The ”old bridge” fell.",
            "The ‘old bridge’ fell.",
            "The 'old bridge' fell.",
            "The ``old bridge'' fell.",
            "The ''old bridge'' fell.",
        ] {
            let found = quoted(text);
            assert_eq!(found.len(), 1, "{text}");
            assert!(found[0].contains("old bridge"), "{text}: {found:?}");
            assert!(!found[0].contains("fell"), "{text}: {found:?}");
        }
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        for text in [
            "All'foreign boats to leave Tarvo",
            "They don't and won't leave the workers' rights alone.",
            "The ’90s and the '80s were 'em all, 'twas said.",
            "The boys' and girls' schools",
            "Rock 'n' roll",
            "It's Tarvo's turn",
        ] {
            assert_eq!(quoted(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn single_marks_hold_apostrophes_inside() {
        assert_eq!(
            quoted("He said: 'The workers' rights don't count.' Then he left."),
            ["'The workers' rights don't count.'"]
        );
        assert_eq!(quoted("Mayor calls 'rotten' Doma a 'dead zone'. Or not"), ["'rotten'", "'dead zone'"]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        assert_eq!(
            quoted("“He told me ‘go home’ and left,” she said."),
            ["“He told me ‘go home’ and left,”"]
        );
        assert_eq!(
            quoted("‘He told me “go home” and left,’ she said."),
            ["‘He told me “go home” and left,’"]
        );
        assert_eq!(
            quoted("\"He told me \"go home\" and left,\" she said."),
            ["\"He told me \"go home\" and left,\""]
        );
    }

    #[test]
    fn measures_are_no_quotations() {
        assert_eq!(quoted("He is 6'2\" tall and 5'10\" wide."), Vec::<&str>::new());
        assert_eq!(quoted("A 12\" pipe and a 9\" nail."), Vec::<&str>::new());
    }

    #[test]
    fn an_odd_mark_does_not_lose_the_rest() {
        assert_eq!(quoted("We left,\" he said. \"It was late.\""), ["\"It was late.\""]);
        assert_eq!(quoted("\"We left, he said. \"It was late.\""), ["\"It was late.\""]);
        assert_eq!(quoted("\"We left,\" he said. \"It was late."), ["\"We left,\"", "\"It was late."]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph_and_may_go_on_in_the_next() {
        let text = "“One day.\n“Another day,” he said.\nDone.";
        let found = find_quotations(text, &layout_of_lines(text));
        assert_eq!(found[0].outer.of(text), "“One day.");
        assert!(!found[0].closed && found[0].continues);
        assert_eq!(found[1].inner.of(text), "Another day,");
        assert!(found[1].closed && !found[1].continues);
        let cut = "“One day.\nDone.";
        let found = find_quotations(cut, &layout_of_lines(cut));
        assert!(!found[0].closed && !found[0].continues);
    }

    #[test]
    fn a_quotation_does_not_run_over_a_paragraph() {
        assert_eq!(quoted("a \"b\nc\" d"), ["\"b"]);
    }

    #[test]
    fn many_marks_take_linear_time() {
        for piece in ["\"", "'", "\" a", "‘a", "“", "'a ", "s' a", "``"] {
            let text = piece.repeat(400_000);
            find_quotations(&text, &layout(&text));
        }
    }

    proptest! {
        #[test]
        fn quotations_lie_in_order_in_their_paragraphs(text in "[ab .,\"'“”‘’«»„`0-9\n]{0,80}") {
            let layout = layout_of_lines(&text);
            let found = find_quotations(&text, &layout);
            for quotation in &found {
                prop_assert!(text.get(quotation.outer.as_usize()).is_some());
                prop_assert!(text.get(quotation.inner.as_usize()).is_some());
                prop_assert!(quotation.outer.contains(quotation.inner));
                prop_assert!(layout.paragraphs.iter().any(|block| block.contains(quotation.outer)));
            }
            for pair in found.windows(2) {
                prop_assert!(pair[0].outer.end <= pair[1].outer.start);
            }
        }
    }
}
