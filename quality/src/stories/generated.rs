//! `quality stories-growth`: stories that are generated, in piles of several sizes.
//!
//! A story is a happening of one of a few kinds, with people, places, a body and figures of its own. Every kind has its
//! words and sentences, which all stories of the kind share; a report fills some of them in, some with the people and
//! figures of the story, and adds lines that any report may have, with names from elsewhere. Names are put
//! together from syllables, so that stories share some of them, too.

use super::Pile;
use crate::dice::Dice;
use anyhow::Result;
use stemma::model::Source;
use stemma_language::Model;

/// How many reports a story has, on average.
const REPORTS_A_STORY: usize = 20;

/// Sentences of a report about its story, at least and at most.
const SENTENCES: (usize, usize) = (5, 11);

/// How many places and bodies there are for a hundred stories: countries recur in the news.
const PLACES_PER_HUNDRED: usize = 60;

/// What happens, with `P` for a person of the story, `L` for a place, `B` for a body, `N` for a figure.
const KINDS: &[&[&str]] = &[
    &[
        "An earthquake of magnitude N shook L early on Monday, destroying houses and cutting power.",
        "At least N people were killed when roofs collapsed in L, the governor P said.",
        "Rescue crews from B dug through rubble near L for survivors of the quake.",
        "The tremor was felt as far as L, where residents ran into the streets.",
        "P, who heads B, said that N buildings were damaged and N people injured.",
        "Aftershocks rattled L through the night, and schools stayed shut.",
        "Hospitals in L treated the wounded in tents, a doctor named P said.",
    ],
    &[
        "A court in L found P guilty of murder on Thursday after a trial of N weeks.",
        "Prosecutors said that P shot N people at an office of B.",
        "The jury deliberated for N hours before the verdict against P.",
        "Defence lawyer P said that an appeal would be filed in L.",
        "Relatives of the victims wept as judge P read the sentence.",
        "A witness from L told the court about N shots in the corridor.",
        "Police had arrested P in L after a search that lasted N days.",
    ],
    &[
        "Fire destroyed a warehouse of B in L on Sunday, and N workers were taken to hospital.",
        "More than N firefighters fought the blaze at L until dawn.",
        "The cause of the fire is unknown, inspector P said.",
        "Flames spread from the roof of B to houses in L.",
        "P, the owner, put the damage at N million.",
        "Smoke drifted over L, and N families left their homes.",
        "The chief of the brigade, P, praised crews from L.",
    ],
    &[
        "B agreed to buy a rival in L for N million, the companies said.",
        "The chairman of B, P, said that the merger would save N million a year.",
        "Shares of B rose N percent in L after the announcement.",
        "Unions in L fear that N jobs will be cut, said their leader P.",
        "Regulators in L will examine the takeover by B for N months.",
        "Analyst P called the price for the business in L too high.",
        "P is to leave the board of B when the deal closes.",
    ],
    &[
        "P won the election in L with N percent of the vote, officials said.",
        "The opposition candidate P refused to concede and spoke of fraud in L.",
        "Turnout in L was N percent, the commission B said.",
        "Supporters of P celebrated in the streets of L.",
        "Observers from B saw irregularities at N polling stations in L.",
        "The new president, P, promised to name a cabinet within N days.",
        "Troops guarded ballot boxes in L during the count.",
    ],
    &[
        "A ferry with N passengers sank off L in a storm on Friday.",
        "Divers from B recovered N bodies near L.",
        "The captain, P, was questioned by police in L.",
        "Fishermen from L pulled N survivors out of the water.",
        "The vessel belonged to B, whose director P apologised.",
        "Coast guards searched the sea around L for N missing people.",
        "P survived by holding on to a plank for N hours.",
    ],
];

/// What any report may have.
const COMMON: &[&str] = &[
    "The government has promised help, and a report is expected next week.",
    "Similar events took place in L last year, when N people were hurt.",
    "The weather service expects rain and strong winds in L.",
    "P of the university in L said that more should have been done.",
    "Officials declined to comment on the details.",
    "Local media carried pictures from the scene, and people gathered outside.",
    "It was not clear on Tuesday what would happen next, P said.",
];

const SYLLABLES: &[&str] = &[
    "bar", "den", "kol", "mir", "sta", "vel", "tor", "lan", "gri", "pos", "hal", "wen", "dro", "fen", "jas",
    "rud",
];

/// Generates piles of 1,000, 3,000 and 10,000 reports, or as many as are asked for, and measures each.
pub fn run(sizes: &[usize], seed: u64) -> Result<()> {
    let model = Model::from_bytes(stemma_assets::ENGLISH)?;
    for size in sizes {
        let pile = Pile::new(reports(*size, &mut Dice::new(seed)), &model);
        pile.measure_time(&format!("_{size}"));
    }
    Ok(())
}

/// One story.
struct Plot {
    kind: usize,
    people: Vec<String>,
    places: Vec<String>,
    body: String,
    figures: Vec<usize>,
}

/// The reports of a pile, named for their stories.
pub(super) fn reports(size: usize, dice: &mut Dice) -> Vec<Source> {
    let n_stories = (size / REPORTS_A_STORY).max(1);
    let n_places = (n_stories * PLACES_PER_HUNDRED / 100).max(2);
    let places: Vec<String> = (0..n_places).map(|_| name(dice)).collect();
    let plots: Vec<Plot> = (0..n_stories).map(|_| plot(&places, dice)).collect();
    let number = |at: usize| at.to_string();
    let source = |at: usize, dice: &mut Dice| {
        // Stories are of different sizes: some have three times as many reports as others.
        let story = if dice.percent(50) { dice.below(n_stories) } else { dice.zipf(n_stories) };
        let story = if at < n_stories { at } else { story };
        Source::of_text(number(story), text(&plots[story], &places, dice))
    };
    (0..size).map(|at| source(at, dice)).collect()
}

fn plot(places: &[String], dice: &mut Dice) -> Plot {
    Plot {
        kind: dice.below(KINDS.len()),
        people: (0..4).map(|_| format!("{} {}", name(dice), name(dice))).collect(),
        places: (0..2).map(|_| dice.pick(places).clone()).collect(),
        body: format!("{} Group", name(dice)),
        figures: (0..5).map(|_| dice.between(3, 900)).collect(),
    }
}

fn name(dice: &mut Dice) -> String {
    let joined: String = (0..dice.between(2, 3)).map(|_| *dice.pick(SYLLABLES)).collect();
    joined[..1].to_uppercase() + &joined[1..]
}

fn text(plot: &Plot, places: &[String], dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.between(SENTENCES.0, SENTENCES.1) {
        let sentence = *dice.pick(KINDS[plot.kind]);
        text.push_str(&filled(sentence, plot, dice));
        text.push_str("\n\n");
    }
    for _ in 0..dice.between(1, 3) {
        let elsewhere = plot_elsewhere(plot.kind, places, dice);
        let common = dice.pick(COMMON);
        text.push_str(&filled(common, &elsewhere, dice));
        text.push_str("\n\n");
    }
    text
}

fn plot_elsewhere(kind: usize, places: &[String], dice: &mut Dice) -> Plot {
    Plot { kind, ..plot(places, dice) }
}

fn filled(sentence: &str, plot: &Plot, dice: &mut Dice) -> String {
    let word = |word: &str, dice: &mut Dice| {
        let (letters, mark) = word.split_at(word.trim_end_matches(['.', ',']).len());
        let put = match letters {
            "P" => dice.pick(&plot.people).clone(),
            "L" => dice.pick(&plot.places).clone(),
            "B" => plot.body.clone(),
            "N" => dice.pick(&plot.figures).to_string(),
            other => other.to_owned(),
        };
        put + mark
    };
    sentence.split(' ').map(|one| word(one, dice)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_pile() {
        let texts =
            |seed| reports(40, &mut Dice::new(seed)).into_iter().map(|one| one.text).collect::<Vec<_>>();
        assert_eq!(texts(3), texts(3));
        assert_ne!(texts(3), texts(4));
    }
}
