//! Who stands behind each instance of a claim, and why.
//!
//! A copy has the origin of what it copies, whatever name an edit put on it (Dong, Berti-Equille and Srivastava 2009 count
//! sources so, and not pages). What was changed in copying is another claim, and whoever it names there said it by an edit
//! only. All that one speaker says for a claim is one origin; so is all that one report says itself.

use super::parties::Parties;
use crate::model::{
    Carrier, Descent, FamilyIdx, OriginGround, OriginWho, Parent, PassageIdx, ReportIdx, SpeakerGrade,
    Statement, Voice, VoiceIdx, VoiceKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// An instance before it has an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearer {
    /// Its report.
    pub report: ReportIdx,
    /// What carries it.
    pub carrier: Carrier,
    /// The text that it shares with others: the number of the group of witnesses; absent where it shares none.
    pub text: Option<usize>,
    /// Whether it denies the claim.
    pub denies: bool,
    /// The witness that it lies in, with its family.
    pub passage: Option<(FamilyIdx, PassageIdx)>,
}

/// Who says what.
#[derive(Clone, Copy)]
pub struct Speakers<'a> {
    /// The statements of the account.
    pub statements: &'a [Statement],
    /// Its voices.
    pub voices: &'a [Voice],
    /// Which of them may be one.
    pub parties: &'a Parties<'a>,
}

/// Whose an instance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Who.
    pub who: OriginWho,
    /// Why; places count in the list of instances of the claim.
    pub ground: Ground,
    /// Whether only an edit put him there.
    pub by_edit: bool,
}

/// Why, by places in the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// As in the model.
    Plain(OriginGround),
    /// A copy of the instance at this place.
    Copy(usize),
    /// A headline that sums up the instance at this place.
    SumsUp(usize),
}

/// The witness that all others of a text go back to, and its report.
pub type Root = (PassageIdx, ReportIdx);

/// Who copied whom, by passage.
pub struct Parents {
    of: BTreeMap<PassageIdx, Parent>,
}

impl Parents {
    /// From the lineage of a pile.
    pub fn of(lineage: &[Descent]) -> Self {
        Parents { of: lineage.iter().map(|descent| (descent.passage, descent.parent)).collect() }
    }

    /// Of some witnesses of one text the one that all others go back to; none where nothing tells.
    pub fn root(&self, witnesses: &[PassageIdx]) -> Option<PassageIdx> {
        let among: BTreeSet<PassageIdx> = witnesses.iter().copied().collect();
        let parent = |at: PassageIdx| match self.of.get(&at) {
            Some(Parent::Passage(parent)) => Some(*parent).filter(|parent| among.contains(parent)),
            _ => None,
        };
        // What a way up has met, the next one need not climb again.
        let mut tops: BTreeMap<PassageIdx, PassageIdx> = BTreeMap::new();
        for from in witnesses {
            let mut way = Vec::new();
            let mut at = *from;
            while !tops.contains_key(&at) && way.len() < witnesses.len() {
                way.push(at);
                match parent(at) {
                    Some(above) => at = above,
                    None => break,
                }
            }
            let top = tops.get(&at).copied().unwrap_or(at);
            tops.extend(way.into_iter().map(|met| (met, top)));
        }
        let root = *tops.get(witnesses.first()?)?;
        let alone = tops.values().all(|top| *top == root);
        // A lost ancestor or an open order above the top leaves it open only among several tops.
        alone.then_some(root)
    }
}

/// How the words of two instances lie to each other, by their places in the claim.
#[derive(Clone, Copy)]
pub struct Likenesses<'a> {
    /// Whether the one must have been copied from the other.
    pub is_copy: &'a dyn Fn(usize, usize) -> bool,
    /// Whether both lie in witnesses of one family.
    pub are_witnesses: &'a dyn Fn(usize, usize) -> bool,
}

/// Whose the instances of one claim are. `root_of` gives the root of each text, where it is known, over all claims.
pub fn behind(
    bearers: &[Bearer],
    speakers: Speakers,
    root_of: &dyn Fn(usize) -> Option<Root>,
    likenesses: Likenesses,
) -> Vec<Behind> {
    let mut found: Vec<Option<Behind>> = vec![None; bearers.len()];
    // Who denies and who affirms say no one thing, however alike their words.
    let mut by_text: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
    for (at, bearer) in bearers.iter().enumerate() {
        match bearer.text {
            Some(text) => by_text.entry((text, bearer.denies)).or_default().push(at),
            None => found[at] = Some(by_itself(bearer, speakers)),
        }
    }
    for ((text, denies), places) in &by_text {
        let root = root_of(*text);
        let opposed = by_text.get(&(*text, !denies)).map_or(&[][..], Vec::as_slice);
        // A stance that was turned round in copying is the editor's, and not the speaker's.
        let turned = opposed.iter().find(|at| root.is_some_and(|(_, report)| bearers[**at].report == report));
        let root = match turned {
            Some(root)
                if !places.iter().any(|at| {
                    (likenesses.is_copy)(*root, *at) && !speakers.differ(&bearers[*root], &bearers[*at])
                }) =>
            {
                None
            }
            _ => root,
        };
        of_text(places, bearers, speakers, root, likenesses, &mut found);
    }
    sum_up(bearers, &mut found);
    found
        .into_iter()
        .zip(bearers)
        .map(|(behind, bearer)| behind.unwrap_or_else(|| by_itself(bearer, speakers)))
        .collect()
}

/// Whose an instance is that copies nothing.
fn by_itself(bearer: &Bearer, speakers: Speakers) -> Behind {
    let own = OriginWho::Report(bearer.report);
    let (who, ground) = match (bearer.carrier, speakers.of(bearer)) {
        (Carrier::Statement(_), Some((voice, _))) => (OriginWho::Voice(voice), OriginGround::Speaker),
        (Carrier::Statement(_), None) => (own, OriginGround::NotStated),
        (Carrier::Assertion | Carrier::Headline, _) => (own, OriginGround::OwnText),
    };
    Behind { who, ground: Ground::Plain(ground), by_edit: false }
}

impl Speakers<'_> {
    fn of(&self, bearer: &Bearer) -> Option<(VoiceIdx, SpeakerGrade)> {
        let Carrier::Statement(place) = bearer.carrier else { return None };
        self.statements[place.0 as usize].speaker.as_ref().map(|speaker| (speaker.voice, speaker.grade))
    }

    /// Whether two instances surely have two speakers.
    fn differ(&self, one: &Bearer, other: &Bearer) -> bool {
        let voices = self.of(one).zip(self.of(other));
        voices.is_some_and(|((one, _), (other, _))| self.parties.are_two(one, other))
    }

    fn is_unnamed(&self, voice: VoiceIdx) -> bool {
        self.voices[voice.0 as usize].kind == VoiceKind::Unnamed
    }
}

/// Instances of one claim that share a text: they have the origin of the one that stood first.
fn of_text(
    places: &[usize],
    bearers: &[Bearer],
    speakers: Speakers,
    root: Option<Root>,
    likenesses: Likenesses,
    found: &mut [Option<Behind>],
) {
    let at_root =
        places.iter().copied().find(|at| root.is_some_and(|(_, report)| bearers[*at].report == report));
    // A name that the first report lacks was not made up by the others as a rule: what is attributed anywhere is his.
    let at_root = at_root.filter(|at| {
        speakers.of(&bearers[*at]).is_some() || best_attributed(places, bearers, speakers).is_none()
    });
    let leader = at_root.or_else(|| best_attributed(places, bearers, speakers)).unwrap_or(places[0]);
    let mut behind = by_itself(&bearers[leader], speakers);
    let has_speaker = matches!(behind.who, OriginWho::Voice(_));
    // An unattributed root of an attributed copy: who named a speaker added him, or the root is not the first after all.
    let root_is_here = places.iter().any(|at| root.is_some_and(|(_, report)| bearers[*at].report == report));
    let changed = root.is_some() && !root_is_here;
    if changed {
        behind = Behind {
            ground: Ground::Plain(if has_speaker { OriginGround::ChangedCopy } else { plain(behind.ground) }),
            by_edit: has_speaker,
            ..behind
        };
    } else if root.is_none() && !has_speaker && several_reports(places, bearers) {
        let family = bearers[leader].passage.map(|(family, _)| family);
        behind.who = family.map_or(behind.who, OriginWho::Family);
    }
    // Another speaker of a sentence that is only alike speaks for himself; one who was put into a copy does not.
    let own = |at: usize| {
        let stated = speakers.of(&bearers[at]).filter(|(_, grade)| *grade == SpeakerGrade::Stated);
        stated.is_some()
            && speakers.differ(&bearers[leader], &bearers[at])
            && !(likenesses.is_copy)(leader, at)
    };
    // Texts hang together over others: what an instance copies must be a witness of the same passage, and lead to the first.
    let mut reached = vec![leader];
    let mut waiting: Vec<usize> = places.iter().copied().filter(|at| *at != leader && !own(*at)).collect();
    found[leader] = Some(behind);
    while let Some(place) = waiting.iter().position(|at| near(&reached, *at, likenesses).is_some()) {
        let at = waiting.remove(place);
        let ground = near(&reached, at, likenesses).map_or(behind.ground, Ground::Copy);
        found[at] = Some(Behind { ground, ..behind });
        reached.push(at);
    }
    let left = places.iter().copied().filter(|at| *at != leader && (own(*at) || waiting.contains(at)));
    left.for_each(|at| found[at] = Some(by_itself(&bearers[at], speakers)));
}

/// Most instances of a text that are asked whether another copies them.
const MOST_ASKED: usize = 16;

/// Of some instances the first that another is a witness beside.
fn near(reached: &[usize], at: usize, likenesses: Likenesses) -> Option<usize> {
    reached.iter().take(MOST_ASKED).copied().find(|other| (likenesses.are_witnesses)(*other, at))
}

fn plain(ground: Ground) -> OriginGround {
    match ground {
        Ground::Plain(ground) => ground,
        Ground::Copy(_) | Ground::SumsUp(_) => OriginGround::OwnText,
    }
}

fn several_reports(places: &[usize], bearers: &[Bearer]) -> bool {
    places.iter().any(|at| bearers[*at].report != bearers[places[0]].report)
}

/// The instance whose speaker has a name, and is given on the best ground; of equals, whom most name, then the first.
fn best_attributed(places: &[usize], bearers: &[Bearer], speakers: Speakers) -> Option<usize> {
    let mut named: BTreeMap<VoiceIdx, usize> = BTreeMap::new();
    for (voice, _) in places.iter().filter_map(|at| speakers.of(&bearers[*at])) {
        *named.entry(voice).or_default() += 1;
    }
    let graded = places.iter().filter_map(|at| Some((*at, speakers.of(&bearers[*at])?)));
    graded
        .min_by_key(|(at, (voice, grade))| {
            (speakers.is_unnamed(*voice), *grade, std::cmp::Reverse(named[voice]), *at)
        })
        .map(|(at, _)| at)
}

/// A headline has the origin of what it sums up.
fn sum_up(bearers: &[Bearer], found: &mut [Option<Behind>]) {
    let mut bodies: BTreeMap<ReportIdx, usize> = BTreeMap::new();
    for (at, bearer) in bearers.iter().enumerate().filter(|(_, one)| one.carrier != Carrier::Headline) {
        bodies.entry(bearer.report).or_insert(at);
    }
    let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, behind) in found.iter().enumerate() {
        if let Some(Behind { ground: Ground::Copy(of), .. }) = behind {
            copies.entry(*of).or_default().push(at);
        }
    }
    for at in 0..bearers.len() {
        let own = matches!(bearers[at].carrier, Carrier::Headline)
            && found[at].is_some_and(|behind| matches!(behind.ground, Ground::Plain(_)));
        if !own {
            continue;
        }
        if let Some(summed) = bodies.get(&bearers[at].report).copied()
            && let Some(behind) = found[summed]
        {
            found[at] = Some(Behind { ground: Ground::SumsUp(summed), ..behind });
            // What copies the headline sums up the same, and what copies that.
            let mut waiting = vec![at];
            while let Some(above) = waiting.pop() {
                // Taken out, so that each is met once, whatever copies whom.
                for place in copies.remove(&above).unwrap_or_default() {
                    found[place] = Some(Behind { ground: Ground::Copy(above), ..behind });
                    waiting.push(place);
                }
            }
        }
    }
}
