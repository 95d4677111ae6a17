//! Who publishes generated reports, and the line that stands below all that he publishes.

use super::chain::{Cast, Chain};
use super::token::{spelt, write_sentence};
use crate::dice::Dice;

/// Outlets of the pile; few publish much.
const OUTLETS: usize = 300;
/// Every so-many-th has a line of its own below its reports.
const A_LINE_IN: usize = 2;
const TITLES: [&str; 6] = ["Courier", "Herald", "Post", "Gazette", "Monitor", "Wire"];

/// An outlet.
pub struct Outlet {
    /// Its name.
    pub name: String,
    /// The line below its reports, where it has one: a sentence that no other outlet has.
    pub closing_line: Option<String>,
}

/// All outlets of a pile.
pub struct Outlets(Vec<Outlet>);

impl Outlets {
    /// Invents names and lines.
    pub fn new(chain: &Chain, dice: &mut Dice) -> Self {
        Outlets((0..OUTLETS).map(|number| outlet(chain, dice, number)).collect())
    }

    /// The outlet of one report.
    pub fn draw(&self, dice: &mut Dice) -> &Outlet {
        &self.0[dice.zipf(OUTLETS)]
    }
}

fn outlet(chain: &Chain, dice: &mut Dice, number: usize) -> Outlet {
    let town = spelt(number as u64);
    let (first, rest) = town.split_at(1);
    let name = format!("{}{rest} {}", first.to_uppercase(), TITLES[number % TITLES.len()]);
    let closing_line = number.is_multiple_of(A_LINE_IN).then(|| {
        let mut line = format!("{name}: ");
        let cast = Cast::draw(dice);
        write_sentence(&mut line, &chain.sentence(dice, &cast), &chain.words);
        line
    });
    Outlet { name, closing_line }
}
