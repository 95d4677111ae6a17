//! What news reports tell of most, in the many words they have for it: killed, died, "the death toll".
//!
//! A general lexicon keeps nouns, verbs and adjectives of one happening apart, and the near apart from the nearer. These
//! groups are our own, made from what codebooks of events count (ACLED, UCDP, PLOVER), and not from any sample.

/// One kind of happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Frame(u8);

const FRAMES: [&[&str]; 14] = [
    &["kill", "die", "dead", "death", "fatality", "perish", "slay", "deceased", "toll", "killing"],
    &["injure", "wound", "hurt", "injury", "injured", "wounded"],
    &[
        "flee", "displace", "displaced", "refugee", "evacuee", "shelter", "refuge", "homeless",
        "displacement", "exodus",
    ],
    &["arrest", "detain", "custody", "apprehend", "detention", "detainee"],
    &["charge", "indict", "indictment"],
    &["damage", "destroy", "wreck", "ruin", "demolish", "collapse", "flatten", "topple", "destruction"],
    &["deal", "agreement", "accord", "pact", "settlement"],
    &["truce", "ceasefire", "armistice"],
    &["resign", "resignation", "quit"],
    &["bomb", "bombing", "bombard", "bombardment", "shell", "shelling", "airstrike"],
    &["convict", "conviction", "guilty"],
    &["acquit", "acquittal"],
    &["strike", "walkout"],
    &["hospitalise", "hospitalize", "hospital", "outpatient"],
];

/// The frame of a lemma, if it has one.
pub fn frame_of(lemma: &str) -> Option<Frame> {
    let place = FRAMES.iter().position(|words| words.contains(&lemma))?;
    Some(Frame(place as u8))
}
