//! Things filed under the report that they belong to, in one run of memory.

use crate::model::ReportIdx;

/// Things by report, those of one report in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByReport<T> {
    /// By report, where its things begin; one more than there are reports.
    starts: Vec<u32>,
    things: Vec<T>,
}

impl<T: Copy> ByReport<T> {
    /// Files the things of `things`, for reports with a number below `n_reports`; `nothing` fills the gaps while
    /// filing goes on.
    pub fn new<I>(n_reports: usize, nothing: T, things: impl Fn() -> I) -> Self
    where
        I: Iterator<Item = (ReportIdx, T)>,
    {
        // Counting sort: filed one place too far to the left, the starts end where they belong.
        let mut starts = vec![0u32; n_reports + 1];
        things().for_each(|(report, _)| starts[report.0 as usize] += 1);
        let mut sum = 0;
        for start in &mut starts {
            (*start, sum) = (sum, sum + *start);
        }
        let mut filed = vec![nothing; sum as usize];
        for (report, thing) in things() {
            let next = &mut starts[report.0 as usize];
            filed[*next as usize] = thing;
            *next += 1;
        }
        starts.rotate_right(1);
        starts[0] = 0;
        ByReport { starts, things: filed }
    }

    /// What is filed under a report.
    pub fn of(&self, report: ReportIdx) -> &[T] {
        let at = report.0 as usize;
        &self.things[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The same, to be put in another order.
    pub fn each_mut(&mut self) -> impl Iterator<Item = &mut [T]> {
        let ByReport { starts, things } = self;
        let mut rest = &mut things[..];
        starts.windows(2).map(move |two| {
            let (own, behind) = std::mem::take(&mut rest).split_at_mut((two[1] - two[0]) as usize);
            rest = behind;
            own
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_keep_their_order_under_each_report() {
        let things = [(2, 'c'), (0, 'a'), (2, 'd'), (0, 'b')];
        let mut filed =
            ByReport::new(4, ' ', || things.iter().map(|(report, thing)| (ReportIdx(*report), *thing)));
        let all = |filed: &ByReport<char>| [0, 1, 2, 3].map(|report| filed.of(ReportIdx(report)).to_vec());
        assert_eq!(all(&filed), [vec!['a', 'b'], vec![], vec!['c', 'd'], vec![]]);
        filed.each_mut().for_each(<[char]>::reverse);
        assert_eq!(all(&filed), [vec!['b', 'a'], vec![], vec!['d', 'c'], vec![]]);
    }
}
