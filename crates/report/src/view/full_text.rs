//! The full text of a report, cut into runs that are alike: copied or not, said by somebody or not.
//!
//! Every character that is not white space between two blocks is in exactly one segment. Places that
//! something links to begin a segment, so that a link opens at the words.

use super::{SpeakerView, Tables};
use crate::Place;
use crate::first_screen::Listing;
use std::collections::{BTreeMap, BTreeSet};
use stemma::model::{ByteRange, FurnitureKind, OriginCount, Report};

/// How many other places of a family a mark in the text names. All of them stand at the family, and
/// naming all of them at each witness would take the square of their number.
const OTHERS_NAMED: usize = 6;

/// The full text of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextView<'a> {
    /// The number of the report.
    pub number: usize,
    /// Its lines of headline, paragraphs and lines of furniture, in order.
    pub blocks: Vec<Block<'a>>,
    /// Places that something links to, behind the last of its words.
    pub last_anchors: Vec<u32>,
}

/// A line or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<'a> {
    /// What it is.
    pub kind: BlockKind,
    /// Its runs, in order.
    pub segments: Vec<Segment<'a>>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A line of the headline.
    Title,
    /// A paragraph.
    Paragraph,
    /// A line that is not part of the account.
    Furniture(FurnitureKind),
    /// Words that no layout accounts for.
    Unlabelled,
}

/// A run of text that is alike from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The places that something links to and that begin here, bytes of the text.
    pub anchors: Vec<u32>,
    /// The words.
    pub text: &'a str,
    /// Whether they lie in a copied passage.
    pub is_copied: bool,
    /// Whether they are words of a statement.
    pub is_said: bool,
    /// Whether they carry a claim that is shown over the text.
    pub is_claimed: bool,
    /// Whether they are the words that a reader came for.
    pub is_asked: bool,
    /// Whether they are the first of these.
    pub is_first_asked: bool,
    /// The findings that end with them.
    pub marks: Vec<Mark<'a>>,
}

/// A finding at its end in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark<'a> {
    /// A witness of a family.
    Passage {
        /// The number of the family.
        number: usize,
        /// The identifier of the witness.
        id: &'a str,
        /// Where other witnesses stand, as many as are named here.
        others: Listing<Place>,
    },
    /// A statement.
    Statement {
        /// The number of the statement.
        number: usize,
        /// The identifier of the statement.
        id: &'a str,
        /// Its speaker.
        speaker: Option<SpeakerView<'a>>,
    },
    /// Words that carry a claim.
    Claim(ClaimOver<'a>),
}

/// A claim over the words of a text that carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimOver<'a> {
    /// The words.
    pub range: ByteRange,
    /// The number by which the claim goes where the text is shown.
    pub number: usize,
    /// The identifier of the claim.
    pub id: &'a str,
    /// In how many reports it stands.
    pub n_reports: usize,
    /// How many say that it is so.
    pub said: OriginCount,
    /// How many deny it.
    pub denied: OriginCount,
}

/// What is shown over one text, beside what is copied and said in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlay<'a> {
    /// The claims that it carries.
    pub claims: Vec<ClaimOver<'a>>,
    /// The words that a reader came for.
    pub asked: Option<ByteRange>,
}

/// A finding as it lies over a text.
struct Cover<'a> {
    ranges: Vec<ByteRange>,
    end: u32,
    kind: CoverKind,
    mark: Option<Mark<'a>>,
}

#[derive(Clone, Copy)]
enum CoverKind {
    Copied,
    Said,
    Claimed,
    Asked,
}

/// How many findings of each kind lie over a place.
type Depth = [i64; 4];

/// The full texts of all reports. `anchors` are places that something links to: report and byte.
pub(crate) fn full_texts<'a>(tables: &'a Tables<'a>, anchors: &BTreeSet<(usize, u32)>) -> Vec<TextView<'a>> {
    let mut covers = covers(tables);
    tables
        .reports
        .iter()
        .map(|view| {
            let own = covers.remove(&view.number).unwrap_or_default();
            let anchors = anchors.range((view.number, 0)..=(view.number, u32::MAX));
            let anchors: Vec<u32> = anchors.map(|(_, byte)| *byte).collect();
            full_text(view.number, view.report, own, anchors)
        })
        .collect()
}

/// The full text of one report with more shown over it.
pub(crate) fn overlaid<'a>(tables: &'a Tables<'a>, number: usize, overlay: &Overlay<'a>) -> TextView<'a> {
    let mut own = covers(tables).remove(&number).unwrap_or_default();
    own.extend(overlay.claims.iter().map(|claim| Cover {
        ranges: vec![claim.range],
        end: claim.range.end,
        kind: CoverKind::Claimed,
        mark: Some(Mark::Claim(*claim)),
    }));
    own.extend(overlay.asked.map(|range| Cover {
        ranges: vec![range],
        end: range.end,
        kind: CoverKind::Asked,
        mark: None,
    }));
    // Where something was cut, there are no words to mark, but a place.
    let empty: Vec<u32> =
        overlay.asked.filter(|range| range.is_empty()).map(|range| range.start).into_iter().collect();
    let mut text = full_text(number, tables.reports[number - 1].report, own, empty);
    let mut segments = text.blocks.iter_mut().flat_map(|block| &mut block.segments);
    if let Some(first) = segments.find(|segment| segment.is_asked || !segment.anchors.is_empty()) {
        first.is_first_asked = true;
    }
    text
}

fn covers<'a>(tables: &'a Tables<'a>) -> BTreeMap<usize, Vec<Cover<'a>>> {
    let mut covers: BTreeMap<usize, Vec<Cover>> = BTreeMap::new();
    for family in &tables.families {
        for (nth, witness) in family.witnesses.iter().enumerate() {
            let others = (0..family.witnesses.len()).filter(|other| *other != nth).take(OTHERS_NAMED);
            let mut items: Vec<Place> = others.map(|other| family.witnesses[other].place).collect();
            items.sort_unstable();
            let others = Listing { items, total: family.witnesses.len() - 1 };
            let range = witness.place.range;
            let mark = Mark::Passage { number: family.number, id: &witness.id, others };
            let cover =
                Cover { ranges: vec![range], end: range.end, kind: CoverKind::Copied, mark: Some(mark) };
            covers.entry(witness.place.report).or_default().push(cover);
        }
    }
    for statement in tables.voices.iter().flat_map(|voice| &voice.statements) {
        let (number, id, speaker) =
            (statement.number, &tables.statement_ids[statement.idx], statement.speaker);
        let mark = Mark::Statement { number, id, speaker };
        let ranges = crate::quotations::content(statement.statement).to_vec();
        let end = statement.place.range.end;
        let cover = Cover { ranges, end, kind: CoverKind::Said, mark: Some(mark) };
        covers.entry(statement.place.report).or_default().push(cover);
    }
    covers
}

fn full_text<'a>(
    number: usize,
    report: &'a Report,
    mut covers: Vec<Cover<'a>>,
    anchors: Vec<u32>,
) -> TextView<'a> {
    covers.sort_by_key(|cover| std::cmp::Reverse(cover.end));
    let mut cutter = Cutter {
        text: &report.text,
        cuts: cuts(&covers, &anchors),
        depths: depths(&covers),
        anchors: anchors.into_iter().rev().collect(),
        covers,
    };
    let mut blocks: Vec<Block> = Vec::new();
    for (range, kind) in labelled_blocks(report) {
        blocks.push(Block { kind, segments: cutter.segments(range) });
    }
    let left: Vec<Mark> =
        std::mem::take(&mut cutter.covers).into_iter().rev().filter_map(|cover| cover.mark).collect();
    if let Some(last) = blocks.last_mut().and_then(|block| block.segments.last_mut()) {
        last.marks.extend(left);
    }
    TextView { number, blocks, last_anchors: cutter.anchors.into_iter().rev().collect() }
}

/// The blocks of the layout in order, with whatever lies between them and is not white space.
fn labelled_blocks(report: &Report) -> Vec<(ByteRange, BlockKind)> {
    let layout = &report.layout;
    let mut blocks: Vec<(ByteRange, BlockKind)> =
        layout.titles.iter().map(|range| (*range, BlockKind::Title)).collect();
    blocks.extend(layout.paragraphs.iter().map(|range| (*range, BlockKind::Paragraph)));
    let furniture = layout.furniture.iter();
    blocks.extend(furniture.map(|line| (line.range, BlockKind::Furniture(line.kind))));
    blocks.sort_unstable();
    let mut all = Vec::with_capacity(blocks.len());
    let mut at = 0;
    for (range, kind) in blocks {
        push_unlabelled(report, at, range.start, &mut all);
        all.push((range, kind));
        at = range.end.max(at);
    }
    push_unlabelled(report, at, report.text.len() as u32, &mut all);
    all
}

fn push_unlabelled(report: &Report, from: u32, to: u32, blocks: &mut Vec<(ByteRange, BlockKind)>) {
    if from < to && !report.text[from as usize..to as usize].trim().is_empty() {
        blocks.push((ByteRange { start: from, end: to }, BlockKind::Unlabelled));
    }
}

/// Where a run may end: all ends of findings, and all anchors.
fn cuts(covers: &[Cover], anchors: &[u32]) -> Vec<u32> {
    let mut cuts = anchors.to_vec();
    for cover in covers {
        cuts.push(cover.end);
        cuts.extend(cover.ranges.iter().flat_map(|range| [range.start, range.end]));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// For each place where it changes: how many findings of each kind lie over the text from there on.
fn depths(covers: &[Cover]) -> BTreeMap<u32, Depth> {
    let mut steps: BTreeMap<u32, Depth> = BTreeMap::new();
    for cover in covers {
        for range in &cover.ranges {
            for (at, step) in [(range.start, 1), (range.end, -1)] {
                steps.entry(at).or_default()[cover.kind as usize] += step;
            }
        }
    }
    let mut depth = Depth::default();
    for now in steps.values_mut() {
        depth.iter_mut().zip(now.iter()).for_each(|(all, step)| *all += step);
        *now = depth;
    }
    steps
}

/// Goes once through a text, block by block.
struct Cutter<'a> {
    text: &'a str,
    cuts: Vec<u32>,
    depths: BTreeMap<u32, Depth>,
    /// Those not yet placed, the next one last.
    anchors: Vec<u32>,
    /// Those not yet ended, the next one last.
    covers: Vec<Cover<'a>>,
}

impl<'a> Cutter<'a> {
    fn segments(&mut self, block: ByteRange) -> Vec<Segment<'a>> {
        let first = self.cuts.partition_point(|cut| *cut <= block.start);
        let inner = self.cuts[first..].iter().copied().take_while(|cut| *cut < block.end);
        let mut ends: Vec<u32> = inner.collect();
        ends.push(block.end);
        let mut start = block.start;
        let mut segments = Vec::with_capacity(ends.len());
        for end in ends {
            segments.push(self.segment(ByteRange { start, end }));
            start = end;
        }
        segments
    }

    fn segment(&mut self, range: ByteRange) -> Segment<'a> {
        let depth = self.depths.range(..=range.start).next_back();
        let [copied, said, claimed, asked] = depth.map_or_else(Depth::default, |(_, depth)| *depth);
        let mut anchors = Vec::new();
        while let Some(anchor) = self.anchors.pop_if(|anchor| *anchor <= range.start) {
            anchors.push(anchor);
        }
        let mut marks = Vec::new();
        while let Some(cover) = self.covers.pop_if(|cover| cover.end <= range.end) {
            marks.extend(cover.mark);
        }
        Segment {
            anchors,
            text: range.of(self.text),
            is_copied: copied > 0,
            is_said: said > 0,
            is_claimed: claimed > 0,
            is_asked: asked > 0,
            is_first_asked: false,
            marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Numbering;
    use crate::example;
    use stemma::Account;

    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect()
    }

    fn with_texts(account: &Account, anchors: &[(usize, u32)], look: impl Fn(&[TextView])) {
        let records = stemma::account::records(account);
        let tables = Tables::of(account, &records, &Numbering::of(account), &stemma::datings(account));
        look(&full_texts(&tables, &anchors.iter().copied().collect()));
    }

    #[test]
    fn every_word_is_in_one_segment() {
        let account = example::account();
        with_texts(&account, &[(1, 5), (3, 40)], |texts| {
            for (text, idx) in texts.iter().zip(Numbering::of(&account).order()) {
                let words: String =
                    text.blocks.iter().flat_map(|block| &block.segments).map(|run| run.text).collect();
                assert_eq!(squeezed(&words), squeezed(&account.report(*idx).text));
            }
        });
    }

    #[test]
    fn every_finding_is_marked_once_and_every_anchor_set() {
        let account = example::account();
        let anchors = [(1, 0), (1, 64), (2, 14), (2, 9999), (3, 39)];
        with_texts(&account, &anchors, |texts| {
            let segments = || texts.iter().flat_map(|text| &text.blocks).flat_map(|block| &block.segments);
            let n_marks: usize = segments().map(|segment| segment.marks.len()).sum();
            assert_eq!(n_marks, account.passages.len() + account.statements.len());
            let n_anchors: usize = segments().map(|segment| segment.anchors.len()).sum();
            let n_last: usize = texts.iter().map(|text| text.last_anchors.len()).sum();
            assert_eq!((n_anchors, n_last), (4, 1));
        });
    }

    #[test]
    fn a_quotation_inside_a_copied_passage_is_both() {
        let mut account = example::account();
        let wire = account.statements[1].content[0];
        with_texts(&account, &[], |texts| {
            let all = texts[2].blocks.iter().flat_map(|block| &block.segments);
            let both: Vec<&str> =
                all.filter(|run| run.is_copied && run.is_said).map(|run| run.text).collect();
            assert_eq!(both, [wire.of(&account.reports[0].text)]);
        });
        account.statements.clear();
        (account.claims, account.instances, account.origins) = Default::default();
        account.disagreements.clear();
        with_texts(&account, &[], |texts| {
            let mut all = texts[2].blocks.iter().flat_map(|block| &block.segments);
            assert!(all.all(|run| !run.is_said));
        });
    }

    #[test]
    fn words_without_a_label_are_shown_too() {
        let account = example::bare("a.txt", "A line that is no paragraph");
        with_texts(&account, &[], |texts| {
            assert_eq!(texts[0].blocks[0].kind, BlockKind::Unlabelled);
            assert_eq!(texts[0].blocks[0].segments[0].text, "A line that is no paragraph");
        });
    }
}
