//! Who said what, as places in a text: what gold, findings and other programs are brought to.

use std::collections::BTreeSet;
use stemma::model::ByteRange;

/// The words of one role, in one or more pieces, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words(Vec<ByteRange>);

/// An attribution as somebody gives it, untrimmed; a role without pieces is not given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub source: Vec<ByteRange>,
    /// The word of saying.
    pub cue: Vec<ByteRange>,
    /// What is said.
    pub content: Vec<ByteRange>,
}

/// What is given for one text: each place once, however many attributions share it.
#[derive(Debug, Default)]
pub struct Answer {
    /// Who.
    pub sources: BTreeSet<Words>,
    /// By which word.
    pub cues: BTreeSet<Words>,
    /// What.
    pub contents: BTreeSet<Words>,
}

impl Words {
    /// The words without what does not count at the borders; absent where there are none.
    ///
    /// Pieces are joined where no letter and no digit stands between them (a quotation that runs over
    /// paragraphs, a comma left out). Each piece then loses at both ends whatever is neither letter nor digit,
    /// and at its beginning the word "that". A piece of marks alone stays as it is, for a colon may be a cue.
    pub fn trimmed(text: &str, pieces: &[ByteRange]) -> Option<Self> {
        let mut pieces: Vec<ByteRange> = pieces.iter().copied().filter(|piece| !piece.is_empty()).collect();
        pieces.sort();
        let mut joined: Vec<ByteRange> = Vec::new();
        for piece in pieces {
            match joined.last_mut().filter(|last| touches(text, **last, piece)) {
                Some(last) => last.end = last.end.max(piece.end),
                None => joined.push(piece),
            }
        }
        joined.iter_mut().for_each(|piece| *piece = trim(text, *piece));
        (!joined.is_empty()).then_some(Words(joined))
    }

    /// The pieces, in order; at least one.
    pub fn pieces(&self) -> &[ByteRange] {
        &self.0
    }

    /// Where they begin.
    pub fn start(&self) -> u32 {
        self.0[0].start
    }

    /// Where they end.
    pub fn end(&self) -> u32 {
        self.0[self.0.len() - 1].end
    }

    /// Whether other words stand between them.
    pub fn is_discontinuous(&self) -> bool {
        self.0.len() > 1
    }

    /// How many bytes both have in common.
    pub fn overlap(&self, other: &Words) -> usize {
        let pairs = self.0.iter().flat_map(|a| other.0.iter().map(|b| a.overlap(*b)));
        pairs.sum()
    }

    /// The words themselves, pieces parted by an ellipsis.
    pub fn text(&self, text: &str) -> String {
        let pieces: Vec<&str> = self.0.iter().map(|piece| piece.of(text)).collect();
        pieces.join(" […] ")
    }
}

impl Answer {
    /// What some attributions give for a text.
    pub fn of(text: &str, attributions: &[Attribution]) -> Self {
        let role = |pieces: fn(&Attribution) -> &[ByteRange]| -> BTreeSet<Words> {
            attributions.iter().filter_map(|one| Words::trimmed(text, pieces(one))).collect()
        };
        Answer {
            sources: role(|one| &one.source),
            cues: role(|one| &one.cue),
            contents: role(|one| &one.content),
        }
    }
}

/// Whether no letter and no digit stands between two pieces.
fn touches(text: &str, first: ByteRange, second: ByteRange) -> bool {
    second.start <= first.end
        || !text[first.end as usize..second.start as usize].contains(char::is_alphanumeric)
}

fn trim(text: &str, piece: ByteRange) -> ByteRange {
    let bare = trim_marks(text, piece);
    let words = bare.of(text);
    let that = words.get(.."that".len()).is_some_and(|word| word.eq_ignore_ascii_case("that"));
    let behind = ByteRange { start: bare.end.min(bare.start + "that".len() as u32), end: bare.end };
    if that && behind.of(text).starts_with(|next: char| !next.is_alphanumeric()) {
        trim_marks(text, behind)
    } else {
        bare
    }
}

fn trim_marks(text: &str, piece: ByteRange) -> ByteRange {
    let words = piece.of(text);
    let begun = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    if begun.is_empty() {
        return piece;
    }
    let bare = begun.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = piece.start + (words.len() - begun.len()) as u32;
    ByteRange { start, end: start + bare.len() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed(text: &str, pieces: &[&str]) -> Vec<String> {
        let range = |piece: &&str| {
            let start = text.find(piece).unwrap();
            ByteRange::new(start, start + piece.len())
        };
        let words = Words::trimmed(text, &pieces.iter().map(range).collect::<Vec<_>>()).unwrap();
        words.pieces().iter().map(|piece| piece.of(text).to_owned()).collect()
    }

    #[test]
    fn marks_and_a_leading_that_do_not_count() {
        let text = "He said that, “the wall (of brick) is 5 m high,” in 2024.";
        assert_eq!(
            trimmed(text, &["that, “the wall (of brick) is 5 m high,”"]),
            ["the wall (of brick) is 5 m high"]
        );
        assert_eq!(trimmed("He said thatch burns.", &["thatch burns."]), ["thatch burns"]);
        assert_eq!(trimmed("He said that.", &["that."]), ["that"]);
        assert_eq!(trimmed("Mayor: no money", &[":"]), [":"]);
    }

    #[test]
    fn pieces_are_joined_unless_words_stand_between() {
        let text = "“It fell.”\n\n“It broke,” he said, “at noon.”";
        let pieces = ["“It fell.”", "“It broke,”", "“at noon.”"];
        assert_eq!(trimmed(text, &pieces), ["It fell.”\n\n“It broke", "at noon"]);
    }

    #[test]
    fn a_place_that_two_attributions_share_counts_once() {
        let source = vec![ByteRange::new(0, 2)];
        let one = |at| Attribution {
            source: source.clone(),
            cue: vec![ByteRange::new(at, at + 4)],
            ..Attribution::default()
        };
        let answer = Answer::of("He said it and said that", &[one(3), one(15)]);
        assert_eq!((answer.sources.len(), answer.cues.len(), answer.contents.len()), (1, 2, 0));
    }
}
