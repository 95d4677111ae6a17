//! Which spans lie inside which others, in time that grows with the spans and not with their square.

use std::collections::BTreeSet;
use stemma::model::Span;

/// For each of `inner`, which of `outer` contain it: those that reach furthest, at most `at_most`.
///
/// A sweep over each report keeps the outer spans that have begun, by their end.
pub fn containers(outer: &[Span], inner: &[Span], at_most: usize) -> Vec<Vec<usize>> {
    let mut coming = in_order(outer).into_iter().peekable();
    let mut open: BTreeSet<(u32, usize)> = BTreeSet::new();
    let mut open_in = None;
    let mut found = vec![Vec::new(); inner.len()];
    for idx in in_order(inner) {
        let span = inner[idx];
        if open_in != Some(span.report) {
            open.clear();
            open_in = Some(span.report);
        }
        while let Some(next) = coming.next_if(|next| has_begun(outer[*next], span)) {
            if outer[next].report == span.report {
                open.insert((outer[next].range.end, next));
            }
        }
        while open.first().is_some_and(|(end, _)| *end < span.range.start) {
            open.pop_first();
        }
        found[idx] = open
            .iter()
            .rev()
            .take_while(|(end, _)| *end >= span.range.end)
            .take(at_most)
            .map(|(_, container)| *container)
            .collect();
    }
    found
}

fn has_begun(outer: Span, inner: Span) -> bool {
    (outer.report, outer.range.start) <= (inner.report, inner.range.start)
}

fn in_order(spans: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|idx| (spans[*idx], *idx));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::{ByteRange, ReportIdx};

    fn span(report: u32, start: usize, end: usize) -> Span {
        Span { report: ReportIdx(report), range: ByteRange::new(start, end) }
    }

    #[test]
    fn a_span_is_found_in_all_that_hold_it_and_in_no_other_report() {
        let outer = [span(0, 0, 9), span(0, 2, 6), span(0, 5, 9), span(1, 0, 9)];
        let inner = [span(0, 3, 5), span(1, 0, 9), span(2, 0, 1), span(0, 8, 10)];
        let found = containers(&outer, &inner, 9);
        assert_eq!(found, [vec![0, 1], vec![3], vec![], vec![]]);
    }

    #[test]
    fn it_agrees_with_comparing_all_with_all() {
        let spans: Vec<Span> =
            (0..300usize).map(|n| span((n % 3) as u32, n * 7 % 41, n * 7 % 41 + n * 5 % 13)).collect();
        for (inner, mut found) in spans.iter().zip(containers(&spans, &spans, spans.len())) {
            found.sort_unstable();
            let compared: Vec<usize> = (0..spans.len())
                .filter(|idx| spans[*idx].report == inner.report && spans[*idx].range.contains(inner.range))
                .collect();
            assert_eq!(found, compared);
        }
    }

    #[test]
    fn many_spans_round_one_place_take_no_square_of_time() {
        let outer: Vec<Span> = (0..100_000).map(|n| span(0, n, 1_000_000 - n)).collect();
        let inner = vec![span(0, 500_000, 500_001); 100_000];
        assert!(containers(&outer, &inner, 2).iter().all(|found| found.len() == 2));
    }
}
