//! What news reports tell of most, in the many words they have for it: killed, died, "the death toll".
//!
//! A general lexicon keeps nouns, verbs and adjectives of one happening apart, and the near apart from the nearer. These
//! groups are our own, made from what codebooks of events count (ACLED, UCDP, PLOVER), and not from any sample.

/// One kind of happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Frame(u8);

const FRAMES: [&[&str]; 15] = [
    &["kill", "die", "dead", "death", "fatality", "perish", "slay", "deceased", "toll", "killing"],
    &["injure", "wound", "hurt", "injury", "injured", "wounded"],
    &[
        "flee", "displace", "displaced", "refugee", "evacuee", "shelter", "refuge", "homeless",
        "displacement", "exodus",
    ],
    &["arrest", "detain", "custody", "apprehend", "detention", "detainee"],
    &["charge", "indict", "indictment"],
    &["damage", "destroy", "wreck", "ruin", "demolish", "collapse", "flatten", "topple", "destruction"],
    &["deal", "agreement", "accord", "pact"],
    &["truce", "ceasefire", "armistice"],
    &["resign", "resignation", "quit"],
    &["bomb", "bombing", "bombard", "bombardment", "shell", "shelling", "airstrike"],
    &["convict", "conviction", "guilty"],
    &["acquit", "acquittal"],
    &["strike", "walkout"],
    &["control", "hold"],
    &["hospitalise", "hospitalize", "hospital", "outpatient"],
];

/// How many of the frames tell what happens to people that are counted: those that come first.
const TOLLS: usize = 4;

/// Whether a noun names what is counted in a toll: "death", "casualty", "injured".
pub fn is_toll_noun(lemma: &str) -> bool {
    let verbs = ["kill", "die", "injure", "flee", "displace", "arrest", "detain"];
    FRAMES[..TOLLS].iter().any(|words| words.contains(&lemma)) && !verbs.contains(&lemma)
}

/// The frame of a lemma, if it has one.
pub fn frame_of(lemma: &str) -> Option<Frame> {
    let place = FRAMES.iter().position(|words| words.contains(&lemma))?;
    Some(Frame(place as u8))
}
