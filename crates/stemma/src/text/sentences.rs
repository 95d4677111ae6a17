//! Blocks into sentences.

use super::sentence_ends::ends_sentence;
use super::stops::{is_terminator, read_stop};
use crate::model::{ByteRange, Layout, Sentence};

/// Sentences of titles, then of paragraphs.
///
/// The sentences of a block are in order, do not overlap, and hold all its characters that are not white
/// space. They end where a reader sees an end, inside quotations too; a closing quotation mark stays with
/// the clause that reports it (`"We ran!" she said.`).
pub fn find_sentences(text: &str, layout: &Layout) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (block, range) in layout.titles.iter().chain(&layout.paragraphs).enumerate() {
        let is_title = block < layout.titles.len();
        let base = range.start as usize;
        let pieces = split(range.of(text), is_title);
        sentences.extend(pieces.into_iter().map(|(start, end)| Sentence {
            range: ByteRange::new(base + start, base + end),
            block: block as u32,
        }));
    }
    sentences
}

/// The sentences of one block, as bytes of it, without surrounding white space.
fn split(block: &str, is_title: bool) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut has_word = false;
    let mut quote_open = false;
    let bytes = block.as_bytes();
    while at < bytes.len() {
        // Letters and blanks, which most characters are, end nothing.
        if bytes[at].is_ascii_alphanumeric() || bytes[at] == b' ' {
            has_word |= bytes[at] != b' ';
            at += 1;
            continue;
        }
        let Some(c) = block[at..].chars().next() else { break };
        if !is_terminator(c) {
            quote_open ^= c == '"';
            has_word |= c.is_alphanumeric();
            at += c.len_utf8();
            continue;
        }
        let stop = read_stop(block, at, quote_open);
        quote_open ^= stop.turns_quote;
        at = stop.end;
        if has_word && ends_sentence(block, start, &stop, is_title) {
            pieces.extend(trimmed(block, start, at));
            start = at;
            has_word = false;
        }
    }
    match pieces.last_mut() {
        // A stray mark behind the last sentence is no sentence.
        Some(last) if !has_word => last.1 = block.trim_end().len(),
        _ => pieces.extend(trimmed(block, start, block.len())),
    }
    pieces
}

/// A piece without surrounding white space, unless it is nothing else.
fn trimmed(block: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let piece = &block[start..end];
    let begin = start + piece.len() - piece.trim_start().len();
    let end = start + piece.trim_end().len();
    (begin < end).then_some((begin, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text with a bar after each sentence but the last; what is expected is written the same way.
    fn marked(block: &str, is_title: bool) -> String {
        let pieces = split(block, is_title);
        let sentences: Vec<&str> = pieces.iter().map(|(start, end)| &block[*start..*end]).collect();
        sentences.join("|")
    }

    /// Each case shows by bars where its sentences part. A bar stands for the blank between two sentences,
    /// "^" for a place where they run together without one.
    fn check(cases: &[&str]) {
        for case in cases {
            let block = case.replace('|', " ").replace('^', "");
            assert_eq!(marked(&block, false), case.replace('^', "|"), "{case}");
        }
    }

    #[test]
    fn plain_sentences_part_at_their_stops() {
        check(&[
            "The ferry sank.|Nobody was hurt.",
            "The ferry sank!|Nobody was hurt.",
            "Did the ferry sink?|Nobody knows.",
            "Did it sink?!|Nobody knows.",
            "The ferry sank in 2009.|Lund was there.",
            "It cost 40.|Five paid.",
            "It sank.|12 people swam ashore.",
            "It sank.|$5 million was lost.",
            "The ferry sank",
            "It sank.",
            "Nokara has a port.|iPhone sales rose.",
            "The ferry sank.|al-Hadi swam ashore.",
        ]);
    }

    #[test]
    fn abbreviations_before_names_end_nothing() {
        check(&[
            "Mr. Lund left.|Mrs. Voss stayed.",
            "Gen. Omar Hadi and Lt. Col. Peter Voss met Sgt. Moor.",
            "Police Const. Ida Harrow and Snr. Comr. Omar Lund said so.",
            "Col. Inf. Hadi spoke to Sens. Lund and Voss.",
            "Dr. J. K. Moor left with Prof. A. B. Lund.",
            "Maj. Gen. Lund met Gov. Voss.|They talked.",
            "Rep. Anna Lund, D-N.C., met Sen. Peter Voss, R-Ind., on Friday.",
            "The Rev. Anna Lund prayed.",
            "Supt. Voss and Det. Insp. Moor searched the ship.",
        ]);
    }

    #[test]
    fn initials_belong_to_the_name() {
        check(&[
            "The author J. K. Moor left.",
            "The author J.K. Moor left.",
            "L. A. Voss won.",
            "President George W. Lund spoke.",
        ]);
    }

    #[test]
    fn months_days_hours_and_figures_keep_their_stops() {
        check(&[
            "It sank on Jan. 5 in the bay.",
            "It sank on Sat. Jan. 5 in the bay.",
            "It sank in Jan.|Nobody was hurt.",
            "It sank at 5 p.m. Monday in the bay.",
            "It sank at 5 p.m. EST in the bay.",
            "It sank at 5 p.m.|Police closed the port.",
            "It sank at 5 p.m.|The port was closed.",
            "It sank at 5 p. m. Monday in the bay.",
            "It sank at 2:10 a.m. local time.",
            "The 6.3 quake cost 2.4 billion crowns.",
            "It was 6.3.|The port was closed.",
            "He lives at No. 5 Quay Street.",
            "He said no.|Five others agreed.",
            "See Art. 5 and Sec. II of the law.",
            "On 5. January it sank.",
            "It sank on 05.01.2009 at 15.30 in the bay.",
        ]);
    }

    #[test]
    fn an_abbreviation_that_may_end_a_sentence_needs_an_opening_word_behind_it() {
        check(&[
            "He left the U.S.|The ferry sank.",
            "The U.S. Coast Guard came.",
            "The U.S.-led force came.",
            "He works for Acme Inc.|He is 40.",
            "Acme Inc. President Lund left.",
            "He moved to Harrow, B.C.|In May he left.",
            "He lives in Tessin, Calif.|\"We never saw him,\" she said.",
            "The U.S. \"Gray Heron\" aircraft came.",
            "They sell fish, bread, etc.|They close at noon.",
            "Lund et al. say so.",
            "He met Lund, i.e. The Boss, there.",
            "It was Lund vs. Voss.",
            "He stayed on Main St.|The police left.",
            "He was ill with MS.|The family knew.",
            "It affects all versions of IE.|For others nothing changes.",
        ]);
    }

    #[test]
    fn quotations_part_inside_and_stay_with_the_clause_that_reports_them() {
        check(&[
            "\"It was big.|We ran,\" he said.",
            "\"We ran!\" she said.|He agreed.",
            "\"Did you run?\" he asked.",
            "\"We ran.\" he said.",
            "\u{201c}We ran!\u{201d} she said.|He agreed.",
            "\"We ran.\"|The next day it rained.",
            "\u{201c}We ran.\u{201d}|The next day it rained.",
            "\"We ran\".|The next day it rained.",
            "He left.|\"We ran,\" she said.",
            "He left.|\u{2018}We ran,\u{2019} she said.",
            "\"We ran.|\u{2018}Go!\u{2019} he cried.\"|They left.",
            "\"Will you run?\" Lund asked.",
            "\"Will you run?\" Mr. Lund asked in Tessin.",
            "\"Will you run?\"|Lund said the ferry sank.",
            "\"We ran.\"|Lund added, \"They swam.\"",
            "\"We ran.\"|He said the ferry sank.",
            "\"We ran . \"|He left.",
            "\"We ran.\"^The next day it rained.",
            "\u{201c}We ran.\u{201d}^The next day it rained.",
            "He said: \"We ran.|It was big\".",
        ]);
    }

    #[test]
    fn ellipses_part_only_before_a_capital() {
        check(&[
            "They ran ... and swam.",
            "They ran... and swam.",
            "They ran...|He swam.",
            "They ran\u{2026}|He swam.",
            "They ran [...] The ship sank.",
            "They had no proof.|... He left.",
            "\"Well...\" he said.",
        ]);
    }

    #[test]
    fn sentences_that_run_together_part_but_names_of_sites_and_files_do_not() {
        check(&[
            "The ferry left.^The pier burned.",
            "Did it sink?^Nobody knows.",
            "The ferry left.^(The pier burned.)",
            "Write to anna.Lund@example.org now.",
            "See www.harbour.Tessin.example for more.",
            "See Harbour.Com for more.",
            "Open the file report.PDF now.",
            "Alaska Gov.Lund left.",
            "See https://harbour.example/index.The for more.",
            "The U.S.A. team won.",
        ]);
    }

    #[test]
    fn brackets_lists_and_names_with_marks_keep_together() {
        check(&[
            "He left.|(The ship sank.)|They swam.",
            "He left (at 5 p.m.) with Lund.",
            "1. The ferry sank.|2. The pier burned.",
            "Yahoo! Inc. said so.",
            "The ferry sank.[12]|Nobody was hurt.",
            "The ferry sank.|\u{2014} Reuters",
        ]);
    }

    #[test]
    fn stops_of_other_scripts_need_no_blank() {
        check(&["大雨。^人们离开了。", "大雨！^人们离开了？^是。", "هل غرقت؟|نعم.", "वर्षा हुई।|लोग चले गए।"]);
    }

    #[test]
    fn in_a_title_an_abbreviation_ends_nothing() {
        assert_eq!(marked("U.S. In Talks With Nokara", true), "U.S. In Talks With Nokara");
        assert_eq!(marked("Ferry sinks. Who is to blame?", true), "Ferry sinks.|Who is to blame?");
    }

    #[test]
    fn a_stray_mark_at_the_end_belongs_to_the_last_sentence() {
        assert_eq!(marked("It sank. -", false), "It sank. -");
        assert_eq!(marked("...", false), "...");
    }

    #[test]
    fn titles_come_first_and_blocks_are_counted_through() {
        let text = "Ferry sinks\n\nIt sank at noon. Nobody was hurt.";
        let layout = Layout {
            titles: vec![ByteRange::new(0, 11)],
            paragraphs: vec![ByteRange::new(13, text.len())],
            furniture: Vec::new(),
        };
        let found: Vec<(u32, &str)> = find_sentences(text, &layout)
            .iter()
            .map(|sentence| (sentence.block, sentence.range.of(text)))
            .collect();
        assert_eq!(found, [(0, "Ferry sinks"), (1, "It sank at noon."), (1, "Nobody was hurt.")]);
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_hold_all_but_white_space(block in "([A-Za-z]{1,4}|[.!?…\"'()\\[\\]“”’—•。؟]|[ \n\u{a0}]|U\\.S\\.|Mr\\.|p\\.m\\.|[0-9]|é|大){0,60}") {
            let pieces = split(&block, false);
            let mut behind = 0;
            for (start, end) in &pieces {
                prop_assert!(behind <= *start && start < end);
                prop_assert!(block[behind..*start].trim().is_empty());
                prop_assert_eq!(block[*start..*end].trim(), &block[*start..*end]);
                behind = *end;
            }
            prop_assert!(block[behind..].trim().is_empty());
        }
    }

    #[test]
    fn monotonous_texts_take_linear_time() {
        for piece in ["a", "U.S. ", ". ", ".\"A", "\"", "(.", "。」A", "It sank. ", "... ", ",.", " "] {
            let block = piece.repeat(200_000 / piece.len());
            let pieces = split(&block, false);
            assert_eq!(pieces.is_empty(), block.trim().is_empty(), "{piece:?}");
        }
    }
}
