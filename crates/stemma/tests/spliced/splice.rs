//! Reports taken apart and put together, and who says what in them, paragraph by paragraph.

use crate::pile;
use stemma::model::ByteRange;

/// A report in pieces.
pub struct Paragraphs {
    /// What its source is called.
    pub name: String,
    /// The headline, empty where there is none, and then the paragraphs.
    pub paragraphs: Vec<String>,
}

/// A text made of paragraphs, and which of them are the report's own.
pub struct Spliced {
    text: String,
    /// Where each own paragraph stands, by its number in the report.
    own: Vec<(usize, ByteRange)>,
}

/// A statement in a paragraph of the report's own.
pub struct Spoken {
    /// Which paragraph.
    paragraph: usize,
    /// Where its words stand in that paragraph.
    places: Vec<ByteRange>,
    /// Its words.
    pub content: String,
    /// The words that say who speaks; empty where none do.
    pub source: String,
    /// The words that name the speaker, and the name by which his voice is shown; empty without one.
    pub names: Vec<String>,
}

/// Numbers that look random and are the same on each run (Vigna's splitmix64).
pub struct Random(pub u64);

/// One in so many paragraphs without pronoun or role gets a foreign neighbour too.
const OTHER_NEIGHBOURS: usize = 3;

/// The report as it stands.
pub fn plain(paragraphs: &[String]) -> Spliced {
    let mut spliced = Spliced { text: String::new(), own: Vec::new() };
    (0..paragraphs.len()).for_each(|number| spliced.push_own(number, paragraphs));
    spliced
}

/// The report with its paragraphs in another order, the headline first, and foreign ones between them.
pub fn spliced(paragraphs: &[String], spoken: &[Spoken], foreign: &[&str], random: &mut Random) -> Spliced {
    let mut spliced = Spliced { text: String::new(), own: Vec::new() };
    spliced.push_own(0, paragraphs);
    let mut order: Vec<usize> = (1..paragraphs.len()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, random.below(last + 1));
    }
    for number in order {
        let orphaned = spoken.iter().any(|one| one.paragraph == number && is_pronoun_or_role(&one.source));
        if orphaned || random.below(OTHER_NEIGHBOURS) == 0 {
            spliced.push(foreign[random.below(foreign.len())]);
        }
        spliced.push_own(number, paragraphs);
    }
    spliced
}

/// Who says what in the report's own paragraphs.
pub fn spoken(name: &str, spliced: &Spliced) -> Vec<Spoken> {
    let account = pile::account(vec![pile::source(name, &spliced.text)]);
    let mut found = Vec::new();
    for statement in &account.statements {
        let text = &account.report(statement.span.report).text;
        assert_eq!(*text, spliced.text, "the text is taken as it is");
        let Some((paragraph, range)) =
            spliced.own.iter().find(|(_, range)| range.contains(statement.content[0]))
        else {
            continue;
        };
        let names = statement.speaker.iter().flat_map(|speaker| {
            let voice = account.voice(speaker.voice);
            [speaker.name, voice.names[voice.shown as usize]]
        });
        found.push(Spoken {
            paragraph: *paragraph,
            places: statement.content.iter().map(|content| content.within(*range)).collect(),
            content: statement.content.iter().map(|content| content.of(text)).collect::<Vec<_>>().join(" + "),
            source: statement.source.map_or(String::new(), |source| source.of(text).to_owned()),
            names: names.map(|span| span.range.of(text).to_owned()).collect(),
        });
    }
    found
}

/// Whether two names may be of one voice: the same, or the one is the end of the other ("Orlo", "Ilva Orlo").
pub fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let lower = name.to_lowercase();
        format!(" {}", lower.strip_prefix("the ").unwrap_or(&lower))
    };
    let (one, other) = (bare(one), bare(other));
    one.ends_with(&other) || other.ends_with(&one)
}

/// Whether a person with two names speaks in a paragraph; roughly, so that no finding of the program is needed.
pub fn has_named_voice(paragraph: &str) -> bool {
    let says = [" said", " told", " denied", " added"].iter().any(|cue| paragraph.contains(cue));
    let words: Vec<&str> = paragraph.split(' ').collect();
    let is_name = |word: &str| word.len() > 3 && word.starts_with(char::is_uppercase);
    says && words.windows(2).any(|pair| is_name(pair[0]) && is_name(pair[1]))
}

/// "he", "the minister", "a spokesman": words without a name.
fn is_pronoun_or_role(source: &str) -> bool {
    let mut words = source.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let pronoun = ["he", "she", "they", "it", "who", "the", "a", "an", "his", "her", "its", "their"];
    pronoun.contains(&first.as_str()) && !words.any(|word| word.starts_with(char::is_uppercase))
}

impl Spliced {
    fn push(&mut self, paragraph: &str) {
        if !self.text.is_empty() && !paragraph.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(paragraph);
    }

    fn push_own(&mut self, number: usize, paragraphs: &[String]) {
        self.push(&paragraphs[number]);
        let start = self.text.len() - paragraphs[number].len();
        self.own.push((number, ByteRange::new(start, self.text.len())));
    }
}

impl Spoken {
    /// Whether two statements have words in common.
    pub fn meets(&self, other: &Spoken) -> bool {
        let meets = |place: &ByteRange| other.places.iter().any(|known| known.overlap(*place) > 0);
        self.paragraph == other.paragraph && self.places.iter().any(meets)
    }
}

/// Places in a paragraph.
trait Within {
    /// The range, counted from the start of an outer one.
    fn within(self, outer: ByteRange) -> ByteRange;
}

impl Within for ByteRange {
    fn within(self, outer: ByteRange) -> ByteRange {
        let start = |at: u32| at.saturating_sub(outer.start) as usize;
        ByteRange::new(start(self.start), start(self.end))
    }
}

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}
