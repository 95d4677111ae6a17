//! The fixed words for how something was said: on what ground somebody is given as the speaker, and what he did by it.

use stemma::model::{CueClass, Factuality, SpeakerGrade, Statement, VoiceKind};

/// What a reader must know where the sentence itself does not name the speaker.
pub fn grade_words(grade: SpeakerGrade) -> Option<&'static str> {
    match grade {
        SpeakerGrade::Stated => None,
        SpeakerGrade::Resolved => Some("resolved"),
        SpeakerGrade::Witness => Some("named in another report"),
        SpeakerGrade::SameWords => Some("probable"),
    }
}

/// What the speaker did by saying it, behind a word that says whether he did; nothing where he simply said it.
pub fn act(statement: &Statement) -> Option<(&'static str, &'static str)> {
    let is_plain = statement.class == CueClass::Says && statement.factuality == Factuality::Fact;
    (!is_plain).then(|| (factuality_words(statement.factuality), class_words(statement.class)))
}

fn factuality_words(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::Fact => "",
        Factuality::Future => "will be ",
        Factuality::Possible => "may be ",
        Factuality::Not => "not ",
    }
}

/// A class holds words that point two ways, so its label must not say more than both.
fn class_words(class: CueClass) -> &'static str {
    match class {
        CueClass::Says => "said",
        CueClass::Confirms => "confirmed",
        CueClass::Claims => "claimed",
        CueClass::Denies => "denied",
        CueClass::Warns => "warned",
        CueClass::Demands => "demanded",
        CueClass::Promises => "promised",
        CueClass::Accuses => "accused",
        CueClass::Estimates => "estimated",
        CueClass::Shows => "shown",
        CueClass::Asks => "asked",
        CueClass::Judges => "judged",
        CueClass::Supports => "supported or opposed",
        CueClass::Thinks => "thought",
        CueClass::Perceives => "perceived",
        CueClass::Intends => "planned or refused",
    }
}

/// What a voice is, in words.
pub fn voice_kind(kind: VoiceKind) -> &'static str {
    match kind {
        VoiceKind::Person => "person",
        VoiceKind::Body => "body",
        VoiceKind::Metonym => "place for its government",
        VoiceKind::Document => "document",
        VoiceKind::Unnamed => "unnamed",
    }
}
