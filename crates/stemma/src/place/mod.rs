//! Which places does a report name, and which of the world's are they?
//!
//! In: a report with its sentences, their analyses, and an [`Atlas`]. Out: a [`PlaceMention`] for each name, in the order of the text.
//! Invariants: mentions do not overlap; each lies on character boundaries; a name is given with several places rather than with one that little
//! speaks for; the same texts and the same atlas give the same mentions. Nothing here computes with floating point.
//!
//! | module | question |
//! |---|---|
//! | `atlas` | which places bear a name: the gazetteer's, and a user's own? |
//! | [`own`] | a user's list of places into places |
//! | [`names`] | which words are names of places? |
//! | `candidates` | which places may a name stand for, and how well known is each? |
//! | `beside` | what do the words between two names say? |
//! | `weigh` | what do all names of a report say of each? |
//! | `surroundings` | what is known from other reports? |
//! | [`resolve`](mod@resolve) | which place is it, or is it open? |
//! | [`locate`](mod@locate) | which places do all reports of a pile name? |
//! | `precision`, `reasons` | how near to a point do the words come, and what spoke for the place? |

mod atlas;
mod beside;
mod candidates;
pub mod locate;
pub mod names;
pub mod own;
mod precision;
mod reasons;
pub mod resolve;
mod surroundings;
#[cfg(test)]
mod tests;
mod weigh;

pub use atlas::Atlas;
pub use locate::locate;
pub use names::{PlaceName, find_names};
pub use own::{OwnPlaces, OwnPlacesError};
pub use resolve::resolve;
pub use surroundings::Surroundings;

use crate::model::{PlaceMention, Report, ReportIdx};
use crate::text::Reading;
use stemma_language::Analysis;

/// Finds the places that a report names; `analyses` are those of the sentences of its reading, `around` what other reports say of its
/// surroundings (nothing, where there are none).
pub fn places(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    analyses: &[Analysis],
    atlas: Atlas,
    around: &Surroundings,
) -> Vec<PlaceMention> {
    let names = find_names(report, reading, analyses, atlas);
    resolve(idx, &report.text, &names, atlas, around)
}
