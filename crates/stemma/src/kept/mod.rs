//! What did a report give by itself, on an earlier run?
//!
//! In: the text of a report, or bytes that were kept for it. Out: its findings. Invariants: the findings of a text depend
//! on it and on the [`stage`] alone; an account from kept findings is the account that is made anew, byte for byte; bytes
//! that are damaged, or that somebody made up, are as good as none: the report is analysed again. Nothing here knows
//! where bytes are kept.

mod bytes;
pub(crate) mod kinds;
mod sound;

use crate::decision::{Deciding, Decision};
use crate::model::{Account, Note, Report, ReportIdx, Sha256, Source, Unread};
use crate::pipeline::{ReportFindings, of_report, over_all};
use crate::{Config, Knowledge, Observer, text};
use rayon::prelude::*;

/// How many reports are asked for at once. Their bytes are held twice for a moment: as kept, and as findings.
const CHUNK: usize = 1024;

/// Where findings are kept.
pub trait Kept {
    /// The bytes that were kept for texts, in their order; nothing where there are none.
    fn of(&mut self, texts: &[Sha256]) -> Vec<Option<Vec<u8>>>;
}

/// Under what findings are kept, beside the text: which program made them, with which model, word net and places.
/// Findings of another stage are not looked at.
pub fn stage(knowledge: Knowledge) -> Sha256 {
    let tables = knowledge.tables();
    let hashes = [knowledge.english.model.hash(), knowledge.english.words.hash()];
    let own = [env!("CARGO_PKG_VERSION").as_bytes(), env!("STEMMA_SOURCES").as_bytes()];
    let parts = own.into_iter().chain(hashes.iter().map(<[u8; 32]>::as_slice));
    Sha256::of_parts(parts.chain(tables.iter().map(|table| table.sha256.0.as_slice())))
}

/// What a text gives by itself, as bytes to keep.
pub fn findings_to_keep(text: &str, knowledge: Knowledge) -> Vec<u8> {
    let report = text::reports(vec![Source::of_text(String::new(), text.to_owned())]).remove(0);
    let findings = of_report(ReportIdx(0), &report, knowledge, None);
    bytes::write(report.text_sha256, findings)
}

/// An account from findings that were kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromKept {
    /// The account.
    pub account: Account,
    /// How many reports had no findings and were analysed.
    pub n_analysed: usize,
    /// The decisions that found nothing they are about, by their places in the list.
    pub orphans: Vec<usize>,
}

/// The account of a pile from findings that were kept, as a person decided.
pub fn account_with_kept(
    sources: Vec<Source>,
    edge: (Vec<Unread>, Vec<Note>),
    knowledge: Knowledge,
    kept: &mut dyn Kept,
    decisions: &[Decision],
    config: &Config,
    observer: &dyn Observer,
) -> FromKept {
    observer.stage("reading", sources.len());
    let mut reports = text::reports(sources);
    let mut deciding = Deciding::of(decisions);
    let laid_out_anew = deciding.lay_out(&mut reports);
    let (findings, n_analysed) = findings_of(&reports, &laid_out_anew, knowledge, kept);
    let (account, _) = over_all(reports, findings, edge, knowledge, &mut deciding, config, observer);
    FromKept { account, n_analysed, orphans: deciding.orphans() }
}

fn findings_of(
    reports: &[Report],
    laid_out_anew: &[ReportIdx],
    knowledge: Knowledge,
    kept: &mut dyn Kept,
) -> (Vec<ReportFindings>, usize) {
    let mut findings = Vec::with_capacity(reports.len());
    let mut n_anew = 0;
    for chunk in reports.chunks(CHUNK) {
        let first = findings.len();
        let texts: Vec<Sha256> = chunk.iter().map(|report| report.text_sha256).collect();
        let mut bytes = kept.of(&texts);
        bytes.resize(chunk.len(), None);
        let read: Vec<(ReportFindings, bool)> = (chunk.par_iter().enumerate().zip(bytes))
            .map(|((place, report), bytes)| {
                let idx = ReportIdx((first + place) as u32);
                // What was kept belongs to the layout that the text has by itself.
                let bytes = bytes.filter(|_| !laid_out_anew.contains(&idx));
                match bytes.and_then(|bytes| bytes::read(&bytes, idx, report)) {
                    Some(findings) => (findings, false),
                    None => (of_report(idx, report, knowledge, None), true),
                }
            })
            .collect();
        n_anew += read.iter().filter(|(_, is_anew)| *is_anew).count();
        findings.extend(read.into_iter().map(|(findings, _)| findings));
    }
    (findings, n_anew)
}

#[cfg(test)]
mod tests;
