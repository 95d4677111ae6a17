//! The fixed words of the format that statements and voices have.

use crate::model::{CueClass, Factuality, SpeakerGrade, Stance, StatementKind, VoiceKind};

/// All labels of how words are given.
pub const STATEMENT_LABELS: [&str; 3] = ["direct", "indirect", "mixed"];

/// The label of how words are given.
pub fn statement_label(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    }
}

/// All stances.
pub const STANCE_LABELS: [&str; 2] = ["affirms", "denies"];

/// The label of a stance.
pub fn stance_label(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "affirms",
        Stance::Denies => "denies",
    }
}

/// All grounds on which a speaker is given.
pub const GRADE_LABELS: [&str; 4] = ["stated", "resolved", "witness", "same-words"];

/// The label of a ground.
pub fn grade_label(grade: SpeakerGrade) -> &'static str {
    match grade {
        SpeakerGrade::Stated => "stated",
        SpeakerGrade::Resolved => "resolved",
        SpeakerGrade::Witness => "witness",
        SpeakerGrade::SameWords => "same-words",
    }
}

/// All labels of what a cue does.
pub const CLASS_LABELS: [&str; 16] = [
    "says", "confirms", "claims", "denies", "warns", "demands", "promises", "accuses", "estimates", "shows",
    "asks", "judges", "supports", "thinks", "perceives", "intends",
];

/// The label of what a cue does.
pub fn class_label(class: CueClass) -> &'static str {
    match class {
        CueClass::Says => "says",
        CueClass::Confirms => "confirms",
        CueClass::Claims => "claims",
        CueClass::Denies => "denies",
        CueClass::Warns => "warns",
        CueClass::Demands => "demands",
        CueClass::Promises => "promises",
        CueClass::Accuses => "accuses",
        CueClass::Estimates => "estimates",
        CueClass::Shows => "shows",
        CueClass::Asks => "asks",
        CueClass::Judges => "judges",
        CueClass::Supports => "supports",
        CueClass::Thinks => "thinks",
        CueClass::Perceives => "perceives",
        CueClass::Intends => "intends",
    }
}

/// All labels of whether something was said at all.
pub const FACTUALITY_LABELS: [&str; 4] = ["fact", "future", "possible", "not"];

/// The label of whether something was said at all.
pub fn factuality_label(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::Fact => "fact",
        Factuality::Future => "future",
        Factuality::Possible => "possible",
        Factuality::Not => "not",
    }
}

/// All labels of what a voice is.
pub const VOICE_LABELS: [&str; 5] = ["person", "body", "metonym", "document", "unnamed"];

/// The label of what a voice is.
pub fn voice_label(kind: VoiceKind) -> &'static str {
    match kind {
        VoiceKind::Person => "person",
        VoiceKind::Body => "body",
        VoiceKind::Metonym => "metonym",
        VoiceKind::Document => "document",
        VoiceKind::Unnamed => "unnamed",
    }
}
