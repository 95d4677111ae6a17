//! How many bytes of a report's paragraphs also stand in another report.

use crate::model::ByteRange;

/// Bytes of `blocks` that lie under the union of `passages`; both in any order, passages may overlap.
pub(super) fn covered_bytes(blocks: &[ByteRange], passages: &[ByteRange]) -> usize {
    let blocks = union(blocks);
    let passages = union(passages);
    let mut next = 0;
    let mut covered = 0;
    for block in blocks {
        while passages.get(next).is_some_and(|passage| passage.end <= block.start) {
            next += 1;
        }
        covered += passages[next..]
            .iter()
            .take_while(|passage| passage.start < block.end)
            .map(|passage| passage.overlap(block))
            .sum::<usize>();
    }
    covered
}

/// Sorted ranges that hold the same bytes without overlap.
fn union(ranges: &[ByteRange]) -> Vec<ByteRange> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<ByteRange> = Vec::new();
    for range in sorted {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(pairs: &[(usize, usize)]) -> Vec<ByteRange> {
        pairs.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect()
    }

    #[test]
    fn overlapping_passages_count_once_and_only_inside_paragraphs() {
        let paragraphs = ranges(&[(10, 20), (22, 30)]);
        assert_eq!(covered_bytes(&paragraphs, &[]), 0);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(0, 12)])), 2);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(15, 25), (12, 18)])), 11);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(0, 99), (1, 2)])), 18);
    }
}
