//! The words that tie a story: most of its reports have them, and few others.

use super::features::Features;
use super::vocabulary::Vocabulary;
use crate::model::{ReportIdx, Span};

/// Words that are shown for a story.
const MOST: usize = 8;

/// A word in a part of the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    word: u32,
    span: Span,
    count: u8,
}

/// Where the most telling words of a story stand first, the most telling first. `parts` are its parts in order.
pub(super) fn telling_words(parts: &[Span], features: &[Features], vocabulary: &Vocabulary) -> Vec<Span> {
    let mut places: Vec<Place> = parts.iter().flat_map(|part| places_in(*part, features)).collect();
    places.sort_unstable();
    let n_reports = parts.chunk_by(|a, b| a.report == b.report).count() as u64;
    let mut telling: Vec<(u64, Span)> = Vec::new();
    for of_word in places.chunk_by(|a, b| a.word == b.word) {
        let in_reports = of_word.chunk_by(|a, b| a.span.report == b.span.report).count() as u64;
        let Some((_, word)) = vocabulary.word(of_word[0].word) else { continue };
        if in_reports * 2 > n_reports {
            let often: u64 = of_word.iter().map(|place| u64::from(place.count)).sum();
            // One report names its subject again and again; of many, those count that name it at all.
            let strength = if n_reports == 1 { often.min(3) } else { in_reports };
            telling.push((strength * u64::from(word.weight), of_word[0].span));
        }
    }
    telling.sort_unstable_by_key(|(strength, span)| (std::cmp::Reverse(*strength), *span));
    telling.into_iter().take(MOST).map(|(_, span)| span).collect()
}

fn places_in(part: Span, features: &[Features]) -> impl Iterator<Item = Place> {
    let ReportIdx(report) = part.report;
    let terms = features[report as usize].terms.iter();
    terms
        .map(move |term| Place {
            word: term.word,
            span: Span { report: part.report, range: term.range() },
            count: term.count,
        })
        .filter(move |place| part.range.contains(place.span.range))
}
