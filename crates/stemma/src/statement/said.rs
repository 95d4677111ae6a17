//! Which attributions are statements: given as said, not as thought, wanted or done, and not as unsaid.

use super::indirect::Frame;
use crate::model::{CueClass, Factuality};

/// Whether what stands in a frame behind a cue of a class is said by somebody.
///
/// A noun phrase is something said only where the verb is one of giving information: whoever "announced a ceasefire" said that
/// there is one, whoever "criticised the ceasefire" did something with words. Denials of a noun phrase are judged by `denial`,
/// which knows what can be refused ("denied entry").
pub(super) fn is_said(class: CueClass, frame: Frame, factuality: Factuality, lemma: &str) -> bool {
    use CueClass::*;
    happened(factuality)
        && match frame {
            Frame::Clause => !matches!(class, Intends | Perceives | Asks | Supports),
            Frame::Infinitive => matches!(class, Claims | Promises | Confirms | Warns),
            Frame::Command => matches!(class, Demands | Warns | Says),
            Frame::Charge => class == Accuses,
            Frame::Predicate => matches!(class, Judges | Estimates | Says),
            Frame::Gerund => matches!(class, Denies | Demands),
            Frame::Preposition => matches!(class, Demands | Warns | Claims),
            Frame::Object if class == Says => INFORMING.contains(&lemma),
            // Whoever "offered help" did something.
            Frame::Object if class == Promises => !["offer", "volunteer", "swear"].contains(&lemma),
            Frame::Object => matches!(class, Confirms | Demands | Estimates),
        }
}

/// Verbs whose object is news by itself.
const INFORMING: [&str; 4] = ["announce", "reveal", "disclose", "report"];

/// Whether something was said, or will be.
pub(super) fn happened(factuality: Factuality) -> bool {
    matches!(factuality, Factuality::Fact | Factuality::Future)
}
