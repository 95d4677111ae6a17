//! Which speakers may be one: a body and who speaks for it, and somebody without a name who could be another.
//!
//! Nothing is known of the world. What is known is what reports write beside a name: "Sgt. Ada Orlo, a spokeswoman for the
//! Harbour Police" and "the Harbour Police" may be one.

use super::meaning::{Likeness, Meaning};
use crate::groups::Groups;
use crate::model::ByteRange;
use crate::model::{MayBeOneReason, Report, Span, Statement, Voice, VoiceIdx, VoiceKind};
use crate::statement::SOME_OF_MANY;
use crate::text::{normalise, word_ranges};
use std::collections::{BTreeMap, BTreeSet};

/// Words of bodies that tell none from another.
const COMMON: [&str; 21] = [
    "the", "a", "an", "of", "for", "and", "in", "at", "on", "to", "local", "national", "state", "senior",
    "some", "other", "his", "her", "their", "its", "new",
];

/// Nouns for people in office who are not said to be of any one.
const OFFICIALS: [&str; 9] = [
    "official", "authority", "source", "spokesman", "spokeswoman", "spokesperson", "representative",
    "leader", "government",
];

/// Titles and nouns of office: who has one may be among "officials".
const OFFICES: [&str; 34] = [
    "official", "president", "minister", "governor", "mayor", "chief", "director", "head", "general",
    "commander", "captain", "colonel", "major", "sergeant", "sgt", "gen", "col", "maj", "capt", "spokesman",
    "spokeswoman", "spokesperson", "secretary", "ambassador", "envoy", "prosecutor", "attorney", "judge",
    "police", "officer", "chairman", "commissioner", "inspector", "deputy",
];

/// Words for what a state speaks through.
const STATE: [&str; 12] = [
    "regime", "government", "army", "military", "state", "ministry", "minister", "president", "presidency",
    "navy", "kremlin", "cabinet",
];

/// What reports write of each voice.
pub struct Parties<'a> {
    voices: &'a [Voice],
    names: Vec<BTreeSet<String>>,
    /// The first letters of the words of each name.
    initials: Vec<BTreeSet<String>>,
    /// Of these the nouns for people.
    heads: Vec<BTreeSet<String>>,
    described: Vec<BTreeSet<String>>,
    /// Words with capitals among them: "Syrian".
    capitals: Vec<BTreeSet<String>>,
    /// "the agency": nouns with an article in the source words of each voice, with their reports.
    pointed: Vec<BTreeSet<(u32, String)>>,
    meaning: Meaning<'a>,
}

impl<'a> Parties<'a> {
    /// Gathers the source words of all statements, by voice.
    pub fn of(
        reports: &[Report],
        statements: &[Statement],
        voices: &'a [Voice],
        meaning: Meaning<'a>,
    ) -> Self {
        let mut described = vec![BTreeSet::new(); voices.len()];
        let mut pointed = vec![BTreeSet::new(); voices.len()];
        let mut capitals = vec![BTreeSet::new(); voices.len()];
        for statement in statements {
            let (Some(speaker), Some(source)) = (&statement.speaker, statement.source) else { continue };
            let report = statement.span.report.0;
            let words = small_words(source.of(&reports[report as usize].text));
            let of = speaker.voice.0 as usize;
            let behind =
                words.windows(2).filter(|pair| pair[0] == "the").map(|pair| (report, pair[1].clone()));
            pointed[of].extend(behind);
            described[of].extend(words.iter().map(|word| singular(word)));
            capitals[of].extend(capital_words(source.of(&reports[report as usize].text)));
        }
        let name = |voice: &Voice| {
            let words = voice
                .names
                .iter()
                .flat_map(|name| small_words(name.range.of(&reports[name.report.0 as usize].text)));
            words.filter(|word| !COMMON.contains(&word.as_str())).map(|word| singular(&word)).collect()
        };
        let initials = |voice: &Voice| -> BTreeSet<String> {
            let of = |name: &Span| {
                let words = small_words(name.range.of(&reports[name.report.0 as usize].text));
                let telling = words.iter().filter(|word| !COMMON.contains(&word.as_str()));
                telling.filter_map(|word| word.chars().next()).collect::<String>()
            };
            voice.names.iter().map(of).filter(|letters| letters.len() > 2).collect()
        };
        let names: Vec<BTreeSet<String>> = voices.iter().map(name).collect();
        let is_head = |word: &String| OFFICIALS.contains(&word.as_str()) || meaning.is_person(word);
        let heads = |voice: &Voice| {
            let names = voice.names.iter().map(|name| name.range.of(&reports[name.report.0 as usize].text));
            let words = names.flat_map(own_words).filter(|word| !COMMON.contains(&word.as_str()));
            words.map(|word| singular(&word)).filter(is_head).collect()
        };
        Parties {
            voices,
            initials: voices.iter().map(initials).collect(),
            heads: voices.iter().map(heads).collect(),
            names,
            described,
            capitals,
            pointed,
            meaning,
        }
    }

    /// Why two voices may be one; nothing where they are known to be two.
    pub fn may_be_one(&self, one: VoiceIdx, other: VoiceIdx) -> Option<MayBeOneReason> {
        let (a, b) = (one.0 as usize, other.0 as usize);
        match (self.is_unnamed(one), self.is_unnamed(other)) {
            (true, true) => self.are_alike(a, b).then_some(MayBeOneReason::Unnamed),
            (true, false) => self.could_be(a, b).then_some(MayBeOneReason::Unnamed),
            (false, true) => self.could_be(b, a).then_some(MayBeOneReason::Unnamed),
            (false, false) => {
                let party = self.speaks_for(a, b) || self.speaks_for(b, a) || self.serve_one_state(a, b);
                party.then_some(MayBeOneReason::SameParty)
            }
        }
    }

    /// Whether two voices are surely two: another name, or another kind of people.
    pub fn are_two(&self, one: VoiceIdx, other: VoiceIdx) -> bool {
        let (a, b) = (one.0 as usize, other.0 as usize);
        let shared = self.names[a].iter().any(|word| self.names[b].contains(word));
        let kin = || {
            let (here, there) = (self.heads(a), self.heads(b));
            here.iter()
                .any(|head| there.iter().any(|other| self.meaning.likeness(head, other) != Likeness::None))
        };
        // Of somebody of whom nothing is known but "a group" nobody can say that he is another.
        let nobody =
            [a, b].iter().any(|at| self.voices[*at].kind == VoiceKind::Unnamed && self.heads(*at).is_empty());
        one != other && !shared && !nobody && !kin() && self.may_be_one(one, other).is_none()
    }

    /// Which words mean the same.
    pub fn meaning(&self) -> Meaning<'a> {
        self.meaning
    }

    /// Whether a voice has no name.
    pub fn is_unnamed(&self, voice: VoiceIdx) -> bool {
        self.voices[voice.0 as usize].kind == VoiceKind::Unnamed
    }

    /// Whether the first is described by the name of the second, or is a part of it.
    fn speaks_for(&self, man: usize, body: usize) -> bool {
        if !matches!(self.voices[body].kind, VoiceKind::Body | VoiceKind::Metonym) {
            return false;
        }
        let telling = &self.names[body];
        let of_person = self.voices[man].kind == VoiceKind::Person;
        // Who is taken for a body by his last name alone is still described as a man.
        let has = |word: &String| self.described[man].contains(word) || self.names[man].contains(word);
        let all = !telling.is_empty() && telling.iter().all(has);
        let short = self.initials[body].iter().any(has);
        // "the agency" in a report that names the agency.
        let in_report = |report: &u32| self.voices[body].names.iter().any(|name| name.report.0 == *report);
        let pointed = of_person
            && self.pointed[man]
                .iter()
                .any(|(report, noun)| in_report(report) && telling.contains(&singular(noun)));
        all || short || pointed
    }

    /// Whether both are said to speak for one state: "the Syrian regime", "a Syrian army spokesman".
    fn serve_one_state(&self, one: usize, other: usize) -> bool {
        let state = |at: usize| {
            self.described[at].iter().chain(&self.names[at]).any(|word| STATE.contains(&word.as_str()))
        };
        state(one) && state(other) && !self.capitals[one].is_disjoint(&self.capitals[other])
    }

    /// Whether somebody without a name could be one who has one.
    fn could_be(&self, unnamed: usize, named: usize) -> bool {
        let kind = self.voices[named].kind;
        let heads = self.heads(unnamed);
        let described = &self.described[named];
        // "A war monitor": no word says that it is a man, so it may be any body.
        if heads.is_empty() {
            return kind != VoiceKind::Person;
        }
        if heads.iter().any(|head| OFFICIALS.contains(&head.as_str())) {
            return kind != VoiceKind::Person
                || described
                    .iter()
                    .any(|word| OFFICES.contains(&word.as_str()) || OFFICIALS.contains(&word.as_str()));
        }
        heads.iter().any(|head| described.contains(head) || self.names[named].contains(head))
    }

    /// Whether two without names could be the same.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        let (here, there) = (self.heads(one), self.heads(other));
        let official = |heads: &BTreeSet<String>| heads.iter().any(|head| OFFICIALS.contains(&head.as_str()));
        official(here) && official(there) || here.iter().any(|head| there.contains(head))
    }

    /// The nouns for people in the words that stand for a voice.
    fn heads(&self, voice: usize) -> &BTreeSet<String> {
        &self.heads[voice]
    }
}

/// Words that begin with a capital and are no titles, in small letters.
fn capital_words(text: &str) -> Vec<String> {
    let words = word_ranges(text, ByteRange::new(0, text.len()));
    let capital =
        words.into_iter().map(|range| range.of(text)).filter(|word| word.starts_with(char::is_uppercase));
    let small = capital.map(normalise);
    small
        .filter(|word| {
            !COMMON.contains(&word.as_str())
                && !OFFICES.contains(&word.as_str())
                && !STATE.contains(&word.as_str())
        })
        .collect()
}

fn small_words(text: &str) -> Vec<String> {
    word_ranges(text, ByteRange::new(0, text.len()))
        .into_iter()
        .map(|range| normalise(range.of(text)))
        .collect()
}

/// The words of a description before those that tell whose or where: "wives" of "one of the wives of the leader".
fn own_words(name: &str) -> Vec<String> {
    const BEHIND: [&str; 8] = ["of", "for", "in", "at", "from", "with", "to", "near"];
    let words = small_words(name);
    let from = match words.as_slice() {
        [first, of, ..] if SOME_OF_MANY.contains(&first.as_str()) && of == "of" => 2,
        _ => 0,
    };
    words.into_iter().skip(from).take_while(|word| !BEHIND.contains(&word.as_str())).collect()
}

/// A plural without its ending, as far as words of office need it.
fn singular(word: &str) -> String {
    for (plural, ending) in [("ies", "y"), ("wives", "wife"), ("men", "man"), ("children", "child")] {
        if let Some(stem) = word.strip_suffix(plural) {
            return format!("{stem}{ending}");
        }
    }
    word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')).unwrap_or(word).to_owned()
}

/// How many parts tied things fall into.
pub fn tied_parts(things: &[usize], ties: &[(usize, usize)]) -> usize {
    let place: BTreeMap<usize, u32> = things.iter().copied().zip(0..).collect();
    let mut groups = Groups::new(things.len());
    for (one, other) in ties {
        if let (Some(one), Some(other)) = (place.get(one), place.get(other)) {
            groups.join(*one, *other);
        }
    }
    (0..things.len() as u32).filter(|thing| groups.first(*thing) == *thing).count()
}
