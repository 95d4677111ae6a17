//! Three invented reports in which one voice speaks on every ground there is, for the tests of this crate.

use crate::example::{at, report, span};
use stemma::Account;
use stemma::model::*;

const COURIER: &str = "Port chief Mara Quill promised on Monday to keep the quay open, the Veld Courier reported. \
    \u{201c}We stay,\u{201d} she said. \u{201c}All of us.\u{201d}\n";
const LANTERN: &str = "\u{201c}We stay,\u{201d} the port chief said.\n\n\
    Quill did not deny that a crane had failed. The minister will warn of delays.\n";
const BEACON: &str = "\u{201c}All of us,\u{201d} the woman said.\n";

/// The account of the three.
pub fn account() -> Account {
    let reports =
        vec![report("courier.txt", COURIER), report("lantern.txt", LANTERN), report("beacon.txt", BEACON)];
    let mut account = Account { reports, ..Account::default() };
    let quill = span(&account, 0, "Mara Quill");
    let short = span(&account, 1, "Quill");
    let minister = span(&account, 1, "The minister");
    account.voices = vec![
        Voice { names: vec![quill, short], shown: 0, kind: VoiceKind::Person },
        Voice { names: vec![minister], shown: 0, kind: VoiceKind::Unnamed },
    ];
    account.statements = vec![
        promise(&account, quill),
        said(
            &account,
            0,
            ("\u{201c}We stay,\u{201d} she said.", "\u{201c}We stay,\u{201d}", "she said"),
            |one, words| {
                one.source = Some(first(words, 3));
                one.speaker = speaker(quill, SpeakerGrade::Resolved, 0);
            },
        ),
        said(&account, 0, ("\u{201c}All of us.\u{201d}", "\u{201c}All of us.\u{201d}", ""), |one, _| {
            one.continues = true;
            one.speaker = speaker(quill, SpeakerGrade::Resolved, 0);
        }),
        said(
            &account,
            1,
            ("\u{201c}We stay,\u{201d} the port chief said.", "\u{201c}We stay,\u{201d}", "the port chief"),
            |one, words| {
                one.source = Some(words);
                one.speaker = speaker(quill, SpeakerGrade::Witness, 0);
            },
        ),
        said(
            &account,
            1,
            ("Quill did not deny that a crane had failed.", "that a crane had failed", "Quill"),
            |one, words| {
                one.source = Some(words);
                one.speaker = speaker(short, SpeakerGrade::Stated, 0);
                (one.kind, one.class, one.factuality) =
                    (StatementKind::Indirect, CueClass::Denies, Factuality::Not);
            },
        ),
        said(&account, 1, ("The minister will warn of delays.", "delays", "The minister"), |one, words| {
            one.source = Some(words);
            one.speaker = speaker(minister, SpeakerGrade::Stated, 1);
            (one.kind, one.class, one.factuality) =
                (StatementKind::Indirect, CueClass::Warns, Factuality::Future);
        }),
        said(
            &account,
            2,
            ("\u{201c}All of us,\u{201d} the woman said.", "\u{201c}All of us,\u{201d}", "the woman"),
            |one, words| {
                one.source = Some(words);
                one.speaker = speaker(quill, SpeakerGrade::SameWords, 0);
            },
        ),
    ];
    account
}

/// With a relay, and the words that tell when.
fn promise(account: &Account, quill: Span) -> Statement {
    let sentence =
        "Port chief Mara Quill promised on Monday to keep the quay open, the Veld Courier reported.";
    let part = |words: &str| at(&account.reports[0], words);
    said(account, 0, (sentence, "to keep the quay open", "Port chief Mara Quill"), |one, words| {
        one.source = Some(words);
        one.speaker = speaker(quill, SpeakerGrade::Stated, 0);
        (one.kind, one.class) = (StatementKind::Indirect, CueClass::Promises);
        one.uttered = Some(part("on Monday"));
        one.relays = vec![Relay { source: Some(part("the Veld Courier")), cue: part("reported") }];
    })
}

/// A statement: its sentence, the words said, and others that `with` is given.
fn said(
    account: &Account,
    report: u32,
    (sentence, content, words): (&str, &str, &str),
    with: impl FnOnce(&mut Statement, ByteRange),
) -> Statement {
    let part = |words: &str| at(&account.reports[report as usize], words);
    let mut statement = crate::example::statement(account, report, sentence, "", "");
    statement.content = vec![part(content)];
    with(&mut statement, part(words));
    statement
}

fn speaker(name: Span, grade: SpeakerGrade, voice: u32) -> Option<Speaker> {
    Some(Speaker { name, grade, voice: VoiceIdx(voice) })
}

fn first(range: ByteRange, bytes: u32) -> ByteRange {
    ByteRange { start: range.start, end: range.start + bytes }
}
