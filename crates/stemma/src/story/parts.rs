//! Which runs of blocks of a report tell which story.

use crate::model::{ByteRange, Report, ReportIdx, Span};

/// The runs of blocks of one report, each with its story, in the order of the text. `foreign` are the blocks that
/// belong to another story than `story`, by some place in them. Furniture and blocks of another story end a run. A
/// report without blocks is one run.
pub(super) fn parts(idx: ReportIdx, report: &Report, story: u32, foreign: &[(u32, u32)]) -> Vec<(u32, Span)> {
    let layout = &report.layout;
    let story_of = |block: &ByteRange| {
        let claimed = foreign.iter().find(|(place, _)| block.start <= *place && *place < block.end);
        Some(claimed.map_or(story, |(_, story)| *story))
    };
    let blocks = layout.titles.iter().chain(&layout.paragraphs).map(|block| (*block, story_of(block)));
    let furniture = layout.furniture.iter().map(|line| (line.range, None));
    let mut pieces: Vec<(ByteRange, Option<u32>)> = blocks.chain(furniture).collect();
    pieces.sort_unstable();
    let runs = pieces.chunk_by(|a, b| a.1 == b.1).filter_map(|run| {
        let range = ByteRange { start: run[0].0.start, end: run[run.len() - 1].0.end };
        Some((run[0].1?, Span { report: idx, range }))
    });
    let parts: Vec<(u32, Span)> = runs.collect();
    if parts.is_empty() {
        return vec![(story, Span { report: idx, range: ByteRange::new(0, report.text.len()) })];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;
    use crate::text::reports;

    const TEXT: &str = "Ferry burns in Port Vell\n\nA ferry burned in Port Vell on Friday, the harbour said.\n\n\
        Latest News\n\nThe budget of Orrin was voted down by a wide margin on Friday.\n\n\
        Nobody was hurt on the ferry, and the fire was out by noon.";

    fn words(foreign: &[(u32, u32)]) -> Vec<(u32, String)> {
        let found = reports(vec![Source::of_text("a".to_owned(), TEXT.to_owned())]);
        let parts = parts(ReportIdx(0), &found[0], 7, foreign);
        parts.iter().map(|(story, part)| (*story, part.range.of(TEXT)[..9].to_owned())).collect()
    }

    #[test]
    fn furniture_and_foreign_blocks_end_a_run() {
        let place = TEXT.find("Orrin").expect("it is there") as u32;
        let two = [(7, "Ferry bur".to_owned()), (7, "The budge".to_owned())];
        assert_eq!(words(&[]), two);
        let three = [(7, "Ferry bur"), (9, "The budge"), (7, "Nobody wa")];
        assert_eq!(words(&[(place, 9)]), three.map(|(story, words)| (story, words.to_owned())));
    }
}
