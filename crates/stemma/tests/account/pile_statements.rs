//! Who says what in the invented pile: every grade of speaker but the probable one, and every part that a statement may have.

use crate::pile::{HERALD, LATER, POST, WIRE, span};
use stemma::model::{
    Account, CueClass, Factuality, Relay, Report, Span, Speaker, SpeakerGrade, Stance, Statement,
    StatementKind, Voice, VoiceIdx, VoiceKind,
};

/// The harbour master, whom two reports name each in its own way; then the chief of the ferry line; then those who know of
/// people hurt: somebody without a name, a body, and a person who speaks for it.
pub const MASTER: VoiceIdx = VoiceIdx(0);
pub const CHIEF: VoiceIdx = VoiceIdx(1);
pub const CREW: VoiceIdx = VoiceIdx(2);
pub const GUARD: VoiceIdx = VoiceIdx(3);
pub const CAPTAIN: VoiceIdx = VoiceIdx(4);

/// What they say of people hurt: the sentence, the words said, who says so, and what the voice is.
const HURT: [(&str, &str, &str, VoiceIdx, VoiceKind); 3] = [
    (
        "Two sailors were hurt, a crew member said.",
        "Two sailors were hurt",
        "a crew member",
        CREW,
        VoiceKind::Unnamed,
    ),
    (
        "Sailors were hurt, the Coast Guard said.",
        "Sailors were hurt",
        "the Coast Guard",
        GUARD,
        VoiceKind::Body,
    ),
    (
        "Some had been hurt, its captain Ruan Holt said.",
        "Some had been hurt",
        "Ruan Holt",
        CAPTAIN,
        VoiceKind::Person,
    ),
];

/// Adds the statements, in the order of the reports, and the voices behind them.
pub fn add_statements(account: &mut Account) {
    let reports = &account.reports;
    let mut statements = of_the_accident(reports);
    statements.extend(of_the_prices(reports));
    statements.extend(HURT.map(|(sentence, content, source, voice, _)| {
        let mut one = statement(reports, POST, sentence, (&[content], "", source));
        one.speaker = speaker(span(reports, POST, source, 0), SpeakerGrade::Stated, voice);
        one.kind = StatementKind::Indirect;
        one
    }));
    statements.sort_by_key(|statement| statement.span);
    let mut names = vec![name_in_wire(reports), name_in_herald(reports)];
    names.sort_unstable();
    let shown = u32::from(names[1] == name_in_wire(reports));
    let master = Voice { names, shown, kind: VoiceKind::Person };
    let chief = Voice { names: vec![name_in_later(reports)], shown: 0, kind: VoiceKind::Person };
    let others =
        HURT.map(|(_, _, name, _, kind)| Voice { names: vec![span(reports, POST, name, 0)], shown: 0, kind });
    account.statements = statements;
    account.voices = vec![master, chief];
    account.voices.extend(others);
}

fn name_in_wire(reports: &[Report]) -> Span {
    span(reports, WIRE, "Mirela Dorne", 0)
}

fn name_in_herald(reports: &[Report]) -> Span {
    span(reports, HERALD, "The “harbour master”", 0)
}

fn name_in_later(reports: &[Report]) -> Span {
    span(reports, LATER, "Orla Vint", 0)
}

/// A statement with these words in these roles; empty where it has none of the role.
fn statement(
    reports: &[Report],
    text: &str,
    sentence: &str,
    (content, cue, source): (&[&str], &str, &str),
) -> Statement {
    let part = |words: &str| span(reports, text, words, 0).range;
    let optional = |words: &str| (!words.is_empty()).then(|| part(words));
    Statement {
        span: span(reports, text, sentence, 0),
        content: content.iter().map(|words| part(words)).collect(),
        cue: optional(cue),
        source: optional(source),
        speaker: None,
        kind: StatementKind::Direct,
        stance: Stance::Affirms,
        class: CueClass::Says,
        factuality: Factuality::Fact,
        relays: Vec::new(),
        uttered: None,
        continues: false,
    }
}

fn speaker(name: Span, grade: SpeakerGrade, voice: VoiceIdx) -> Option<Speaker> {
    Some(Speaker { name, grade, voice })
}

fn of_the_accident(reports: &[Report]) -> Vec<Statement> {
    let quoted = "“Nobody was hurt,”";
    let sentence = "“Nobody was hurt,” said Mirela Dorne, the harbour master.";
    let parts = (&[quoted][..], "said", "Mirela Dorne, the harbour master");
    let mut wire = statement(reports, WIRE, sentence, parts);
    wire.speaker = speaker(name_in_wire(reports), SpeakerGrade::Stated, MASTER);
    let sentence = "The “harbour master” denied that anyone was hurt.";
    let parts = (&["that anyone was hurt"][..], "denied", "The “harbour master”");
    let mut herald = statement(reports, HERALD, sentence, parts);
    herald.speaker = speaker(name_in_herald(reports), SpeakerGrade::Stated, MASTER);
    herald.kind = StatementKind::Indirect;
    herald.stance = Stance::Denies;
    herald.class = CueClass::Denies;
    let mut post = statement(reports, POST, "“Nobody was hurt,” she said.", (&[quoted], "said", "she"));
    post.speaker = speaker(name_in_wire(reports), SpeakerGrade::Witness, MASTER);
    vec![wire, herald, post]
}

fn of_the_prices(reports: &[Report]) -> Vec<Statement> {
    let sentence = "Prices, said the operator, rise by 3\u{fffd} per cent.";
    let content = ["Prices", "rise by 3\u{fffd} per cent"];
    let mut prices = statement(reports, LATER, sentence, (&content, "said", "the operator"));
    prices.kind = StatementKind::Mixed;
    let sentence = "Halden Lines will keep its timetable, its chief Orla Vint promised on Tuesday, the Evening Orn \
        reported.";
    let parts = (&["Halden Lines will keep its timetable"][..], "promised", "its chief Orla Vint");
    let part = |words| span(reports, LATER, words, 0).range;
    let mut kept = statement(reports, LATER, sentence, parts);
    kept.speaker = speaker(name_in_later(reports), SpeakerGrade::Stated, CHIEF);
    kept.kind = StatementKind::Indirect;
    kept.class = CueClass::Promises;
    kept.relays = vec![Relay { source: Some(part("the Evening Orn")), cue: part("reported") }];
    kept.uttered = Some(part("on Tuesday"));
    let sentence = "\"No crossing is cut,\" she said.";
    let mut cut = statement(reports, LATER, sentence, (&["\"No crossing is cut,\""], "said", "she"));
    cut.cue = Some(span(reports, LATER, "said", 1).range);
    cut.speaker = speaker(name_in_later(reports), SpeakerGrade::Resolved, CHIEF);
    let firm = "\"That is firm.\"";
    let mut firm = statement(reports, LATER, firm, (&[firm], "", ""));
    firm.speaker = speaker(name_in_later(reports), SpeakerGrade::Resolved, CHIEF);
    firm.continues = true;
    vec![prices, kept, cut, firm]
}
