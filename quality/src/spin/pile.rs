//! A pile of originals, spun pages and copies by people.

use super::random::Random;
use super::swapping::{Swap, swap};
use std::collections::BTreeMap;

/// Spun pages.
pub const PAGES: usize = 40;
/// Base texts: the first are spun, the next copied by people, the last stand alone.
pub const TEXTS: usize = 140;
/// Copies by people of texts that are spun too, and of others.
const COPIED_TWICE: usize = 20;
const COPIED: usize = 50;
/// Different swaps in a page that is clearly spun.
const SEVERAL: usize = 3;
/// Outlets with a style of their own that copy.
const HOUSES: usize = 4;
/// Lexical swaps in the style of a house, beside spelling.
const HOUSE_SWAPS: usize = 6;
/// Swaps to which people incline, and how often they give in, in percent.
const HABITS: usize = 40;
const HABIT_PERCENT: usize = 30;
/// How often a number is changed in a copy by people, in percent; a sentence left out; a sentence of a spun
/// page taken out of another text.
const NUMBER_PERCENT: usize = 40;
const CUT_PERCENT: usize = 15;
const MOSAIC_PERCENT: usize = 25;

/// A generated pile.
pub struct Pile {
    /// Texts by name; names of spun pages begin with `spun`.
    pub texts: Vec<(String, String)>,
    /// In how many pages each swap of the dictionary was made.
    pub pages_with: Vec<usize>,
    /// In how many pages several different swaps were made, so that they could be marked.
    pub clearly_spun: usize,
}

/// What a pile is made of.
pub struct Recipe<'a> {
    /// Base texts.
    pub texts: &'a [String],
    /// The spinner's dictionary.
    pub dictionary: &'a [Swap],
    /// Of what the habits of people and houses are made.
    pub habits: &'a [Swap],
    /// How often the spinner swaps where it could, in percent.
    pub rate: usize,
}

/// Makes a pile.
pub fn generate(recipe: &Recipe, random: &mut Random) -> Pile {
    let mut texts: Vec<(String, String)> =
        recipe.texts.iter().enumerate().map(|(at, text)| (format!("original-{at}"), text.clone())).collect();
    let mut pages_with = vec![0; recipe.dictionary.len()];
    let mut clearly_spun = 0;
    for at in 0..PAGES {
        let mosaic = mosaic(recipe.texts, at, random);
        let (page, made) = swap(&mosaic, recipe.dictionary, |_| random.happens(recipe.rate));
        made.iter().zip(&mut pages_with).for_each(|(made, pages)| *pages += usize::from(*made > 0));
        clearly_spun += usize::from(made.iter().filter(|made| **made > 0).count() >= SEVERAL);
        texts.push((format!("spun-{at}"), page));
    }
    let (habits, houses) = recipe.habits.split_at(HABITS.min(recipe.habits.len()));
    let houses: Vec<&[Swap]> = houses.chunks(HOUSE_SWAPS).take(HOUSES).collect();
    for at in PAGES - COPIED_TWICE..PAGES - COPIED_TWICE + COPIED {
        let house = houses[at % houses.len().max(1)];
        texts.push((format!("copy-{at}"), copy(&recipe.texts[at], habits, house, random)));
    }
    random.shuffle(&mut texts);
    Pile { texts, pages_with, clearly_spun }
}

/// A page of sentences, most out of one text, some out of others.
fn mosaic(texts: &[String], at: usize, random: &mut Random) -> String {
    let paragraphs = texts[at].split("\n\n").map(|paragraph| {
        if random.happens(MOSAIC_PERCENT) {
            let other: Vec<&str> = texts[random.below(PAGES)].split("\n\n").collect();
            (*random.pick(&other)).to_owned()
        } else {
            paragraph.to_owned()
        }
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// A copy as people make it: in the style of their house, with other numbers, a day later, shorter.
fn copy(text: &str, habits: &[Swap], house: &[Swap], random: &mut Random) -> String {
    let (text, _) = swap(text, house, |_| true);
    let (text, _) = swap(&text, habits, |_| random.happens(HABIT_PERCENT));
    let later = updates();
    let (text, _) = swap(&text, &later, |_| true);
    let mut kept: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        let words = paragraph.split(' ').map(|word| respell(&renumber(word, random)));
        let paragraph = words.collect::<Vec<_>>().join(" ");
        if !random.happens(CUT_PERCENT) {
            kept.push(paragraph);
        }
    }
    kept.join("\n\n")
}

/// The day after each day.
fn updates() -> Vec<Swap> {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let swap =
        |at: usize| Swap { old: days[at].to_owned(), new: super::stories::capital(days[(at + 1) % 7]) };
    (0..7).map(swap).collect()
}

fn renumber(word: &str, random: &mut Random) -> String {
    match word.parse::<u64>() {
        Ok(number) if random.happens(NUMBER_PERCENT) => (number + 1 + random.below(9) as u64).to_string(),
        _ => word.to_owned(),
    }
}

/// A word as it is spelt elsewhere.
fn respell(word: &str) -> String {
    let pairs = BTreeMap::from([("our", "or"), ("ise", "ize"), ("tre", "ter"), ("lled", "led")]);
    pairs.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}
