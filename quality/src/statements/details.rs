//! Every place of gold and every wrong one, for whoever looks for causes, and a table of what goes wrong.

use super::attribution::{Answer, Attribution, Words};
use super::kind::{CUES, KINDS, cue_class, kind};
use super::score::Contents;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use stemma::model::{ByteRange, Report};
use stemma::text::Reading;

/// The longest text in a field, in characters.
const LONGEST: usize = 300;

/// What the fields of a line are.
pub const HEADER: &str =
    "document\tstart\trole\tverdict\tbegin\tkind\tcue_class\tsource\tcue\ttext\tsentence\n";

/// One document with gold and what was found.
pub struct Compared<'a> {
    /// Its name.
    pub name: &'a str,
    /// The text, laid out.
    pub report: &'a Report,
    /// Its sentences and quotations.
    pub reading: &'a Reading,
    /// What people found.
    pub gold: &'a [Attribution],
    /// What was found.
    pub found: &'a [Attribution],
}

/// A place with what is said of it.
struct Line<'a> {
    words: &'a Words,
    role: &'static str,
    verdict: &'static str,
    /// For a content: whether the other side has one that begins alike.
    begin: &'static str,
    /// The attribution that it belongs to, the first if several share it.
    attribution: Option<&'a Attribution>,
}

/// How often contents of each kind, with each class of cue, went wrong.
#[derive(Default)]
pub struct Errors {
    /// By kind and class of the cue: gold, missed.
    gold: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    /// The same: found, wrong.
    found: BTreeMap<(&'static str, &'static str), (usize, usize)>,
}

impl Errors {
    /// Counts the contents of one document, those in several pieces too.
    pub fn add(&mut self, compared: &Compared) {
        let answers = [compared.gold, compared.found].map(|list| Answer::of(&compared.report.text, list));
        let [gold, found] = &answers;
        for (counts, one, list, other) in
            [(&mut self.gold, gold, compared.gold, found), (&mut self.found, found, compared.found, gold)]
        {
            for content in &one.contents {
                let of = owner(compared, list, content, |attribution| &attribution.content);
                let count = counts.entry(compared.classes(content, of)).or_default();
                count.0 += 1;
                count.1 += usize::from(!other.contents.contains(content));
            }
        }
    }

    /// Prints the tables.
    pub fn print(&self) {
        for (title, counts) in
            [("contents missed of gold", &self.gold), ("contents wrong of found", &self.found)]
        {
            println!("{title:<26}{}", CUES.map(|cue| format!("{cue:>15}")).concat());
            for kind in KINDS {
                let cell = |cue| {
                    let (all, wrong) = counts.get(&(kind, cue)).copied().unwrap_or_default();
                    format!("{:>15}", format!("{wrong} of {all}"))
                };
                println!("  {kind:<24}{}", CUES.map(cell).concat());
            }
        }
    }
}

impl Compared<'_> {
    /// A line for every place of gold and every other place that was found, in the order of the text.
    pub fn lines(&self) -> String {
        let text = &self.report.text;
        let (gold, found) = (Answer::of(text, self.gold), Answer::of(text, self.found));
        let mut lines = Vec::new();
        self.simple("source", &gold.sources, &found.sources, |one| &one.source, &mut lines);
        self.simple("cue", &gold.cues, &found.cues, |one| &one.cue, &mut lines);
        let contents = Contents::part(&gold, &found);
        self.contents("content", &contents.gold, &contents.found, &mut lines);
        let pieces = (&contents.gold_discontinuous, &contents.found_discontinuous);
        self.contents("content_discontinuous", pieces.0, pieces.1, &mut lines);
        lines.sort_by_key(|line| (line.words, line.role, line.verdict));
        lines.iter().map(|line| self.written(line)).collect()
    }

    fn simple<'a>(
        &'a self,
        role: &'static str,
        gold: &'a BTreeSet<Words>,
        found: &'a BTreeSet<Words>,
        pieces: fn(&Attribution) -> &[ByteRange],
        lines: &mut Vec<Line<'a>>,
    ) {
        let line = |words: &'a Words, verdict, list| Line {
            words,
            role,
            verdict,
            begin: "",
            attribution: owner(self, list, words, pieces),
        };
        lines.extend(gold.iter().map(|words| line(words, verdict(found.contains(words)), self.gold)));
        lines.extend(found.difference(gold).map(|words| line(words, "wrong", self.found)));
    }

    fn contents<'a>(
        &'a self,
        role: &'static str,
        gold: &BTreeSet<&'a Words>,
        found: &BTreeSet<&'a Words>,
        lines: &mut Vec<Line<'a>>,
    ) {
        let line = |words: &'a Words, verdict, list, others: &BTreeSet<&Words>| Line {
            words,
            role,
            verdict,
            begin: if others.iter().any(|other| other.start() == words.start()) { "begin" } else { "" },
            attribution: owner(self, list, words, |one| &one.content),
        };
        let of_gold = gold.iter().map(|words| line(words, verdict(found.contains(words)), self.gold, found));
        lines.extend(of_gold);
        lines.extend(found.difference(gold).map(|words| line(words, "wrong", self.found, gold)));
    }

    fn classes(&self, content: &Words, of: Option<&Attribution>) -> (&'static str, &'static str) {
        let text = &self.report.text;
        let cue = of.and_then(|of| Words::trimmed(text, &of.cue)).map(|cue| cue.text(text));
        (kind(text, content, &self.reading.quotations), cue_class(cue.as_deref()))
    }

    fn written(&self, line: &Line) -> String {
        let text = &self.report.text;
        let role = |pieces: fn(&Attribution) -> &[ByteRange]| {
            let words = line.attribution.and_then(|one| Words::trimmed(text, pieces(one)));
            words.map_or(String::new(), |words| field(&words.text(text)))
        };
        let (kind, cue_class) = match line.role {
            "source" | "cue" => ("", ""),
            _ => self.classes(line.words, line.attribution),
        };
        let Line { words, role: name, verdict, begin, .. } = line;
        let mut written = String::new();
        writeln!(
            written,
            "{}\t{}\t{name}\t{verdict}\t{begin}\t{kind}\t{cue_class}\t{}\t{}\t{}\t{}",
            self.name,
            words.start(),
            role(|one| &one.source),
            role(|one| &one.cue),
            field(&words.text(text)),
            field(self.around(words)),
        )
        .expect("a string takes every line");
        written
    }

    /// The sentences that words stand in; the lines, where they are part of no sentence.
    fn around(&self, words: &Words) -> &str {
        let text = &self.report.text;
        let met = |range: ByteRange| range.start < words.end() && range.end > words.start();
        let met = || self.reading.sentences.iter().map(|sentence| sentence.range).filter(|range| met(*range));
        let start = met().map(|range| range.start as usize).min();
        let end = met().map(|range| range.end as usize).max();
        let line_start = || text[..words.start() as usize].rfind('\n').map_or(0, |at| at + 1);
        let line_end =
            || text[words.end() as usize..].find('\n').map_or(text.len(), |at| words.end() as usize + at);
        &text[start.unwrap_or_else(line_start)..end.unwrap_or_else(line_end)]
    }
}

/// The attribution of a list that words of one role belong to, the first if several share them.
fn owner<'a>(
    compared: &Compared,
    list: &'a [Attribution],
    words: &Words,
    pieces: fn(&Attribution) -> &[ByteRange],
) -> Option<&'a Attribution> {
    let text = &compared.report.text;
    list.iter().find(|one| Words::trimmed(text, pieces(one)).as_ref() == Some(words))
}

fn verdict(right: bool) -> &'static str {
    if right { "right" } else { "missed" }
}

/// A text on one line, cut where it is too long.
fn field(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
