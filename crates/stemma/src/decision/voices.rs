//! Decisions on who is whom, before claims ask who stands behind them.

use super::{Anchor, Deciding, Texts, What, is_near};
use crate::groups::Groups;
use crate::model::{Report, Statement, Voice, VoiceIdx, VoiceKind};

impl Deciding {
    /// Makes one voice of two. The first keeps its name, unless only the other has one.
    pub(crate) fn on_voices(
        &mut self,
        reports: &[Report],
        (statements, voices): (&mut [Statement], &mut Vec<Voice>),
    ) {
        let texts = Texts::of(reports);
        let mut groups = Groups::new(voices.len());
        for (place, decision) in self.decisions.iter().enumerate() {
            let (What::SameSource, [one, other]) = (decision.what, decision.anchors.as_slice()) else {
                continue;
            };
            if let (Some(one), Some(other)) = (voice_at(&texts, voices, one), voice_at(&texts, voices, other))
            {
                groups.join(one, other);
                self.is_found[place] = true;
            }
        }
        let firsts: Vec<u32> = (0..voices.len() as u32).map(|voice| groups.first(voice)).collect();
        if firsts.iter().zip(0..).all(|(first, voice)| *first == voice) {
            return;
        }
        let mut number_of = vec![0; voices.len()];
        let mut kept: Vec<Voice> = Vec::new();
        for (voice, (one, first)) in std::mem::take(voices).into_iter().zip(&firsts).enumerate() {
            if *first as usize == voice {
                number_of[voice] = kept.len() as u32;
                kept.push(one);
            } else {
                number_of[voice] = number_of[*first as usize];
                join(&mut kept[number_of[voice] as usize], one);
            }
        }
        *voices = kept;
        for speaker in statements.iter_mut().filter_map(|one| one.speaker.as_mut()) {
            speaker.voice = VoiceIdx(number_of[speaker.voice.0 as usize]);
        }
    }
}

fn voice_at(texts: &Texts, voices: &[Voice], anchor: &Anchor) -> Option<u32> {
    let reports: Vec<_> = texts.reports(anchor).collect();
    let is_named = |voice: &Voice| {
        voice.names.iter().any(|name| reports.contains(&name.report) && is_near(name.range, anchor.range))
    };
    voices.iter().position(is_named).map(|voice| voice as u32)
}

/// Takes a voice into another. Which name is shown stays, unless only the other is one.
fn join(voice: &mut Voice, other: Voice) {
    let takes_name = voice.kind == VoiceKind::Unnamed && other.kind != VoiceKind::Unnamed;
    let shown = if takes_name {
        other.names.get(other.shown as usize)
    } else {
        voice.names.get(voice.shown as usize)
    };
    let shown = shown.copied();
    if takes_name {
        voice.kind = other.kind;
    }
    voice.names.extend(other.names);
    voice.names.sort_unstable();
    let place = voice.names.iter().position(|name| Some(*name) == shown);
    voice.shown = place.unwrap_or(0) as u32;
}
