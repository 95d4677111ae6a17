//! Texts into passages and nothing behind them: what the commands that measure reuse need of the library.

use rayon::prelude::*;
use stemma::Observer;
use stemma::model::{Report, Source};
use stemma::reuse::{Config, Reuse, find_reuse};
use stemma::text::{Reading, read, reports};

/// Lays out texts, each under a name. Equal texts become one report with several captures.
pub fn lay_out(named: Vec<(String, String)>) -> Vec<Report> {
    reports(named.into_iter().map(|(name, text)| Source::of_text(name, text)).collect())
}

/// Reads reports: sentences, words, quotations.
pub fn read_all(reports: &[Report]) -> Vec<Reading> {
    reports.par_iter().map(read).collect()
}

/// Finds the passages of a pile that is laid out and read.
pub fn link(reports: &[Report], readings: &[Reading], config: &Config, observer: &dyn Observer) -> Reuse {
    let readings: Vec<&Reading> = readings.iter().collect();
    find_reuse(reports, &readings, config, observer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::Silent;

    #[test]
    fn a_sentence_that_stands_in_two_texts_is_found() {
        let copied = "The harbour wall of Ostrand gave way before dawn and flooded nine streets.";
        let named = [("a", format!("{copied} Nobody slept.")), ("b", format!("It rained. {copied}"))];
        let reports = lay_out(named.map(|(name, text)| (name.to_owned(), text)).into());
        let found = link(&reports, &read_all(&reports), &Config::default(), &Silent);
        assert_eq!(found.families.len(), 1);
        assert_eq!(found.passages.len(), 2);
    }
}
