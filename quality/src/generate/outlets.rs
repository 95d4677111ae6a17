//! Who publishes generated reports, and the line that stands below all that he publishes.

use super::dice::Dice;
use super::token::spelt;

/// Outlets of the pile; few publish much.
const OUTLETS: usize = 300;
const TITLES: [&str; 6] = ["Courier", "Herald", "Post", "Gazette", "Monitor", "Wire"];
/// Lines that go below; `{}` is the outlet. Every second outlet has one.
const CLOSING_LINES: [&str; 4] = [
    "Sign up for the morning letter of the {} and read the news before breakfast.",
    "The {} is not responsible for what other sites write.",
    "All rights belong to the {}; ask before you print this again.",
    "More news of the day from the {}.",
];

/// An outlet, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlet(usize);

impl Outlet {
    /// Draws an outlet.
    pub fn draw(dice: &mut Dice) -> Self {
        Outlet(dice.zipf(OUTLETS))
    }

    /// Its name.
    pub fn name(self) -> String {
        let town = spelt(self.0 as u64);
        let (first, rest) = town.split_at(1);
        format!("{}{rest} {}", first.to_uppercase(), TITLES[self.0 % TITLES.len()])
    }

    /// The line below its reports, where it has one.
    pub fn closing_line(self) -> Option<String> {
        let line = CLOSING_LINES[self.0 / 2 % CLOSING_LINES.len()];
        self.0.is_multiple_of(2).then(|| line.replace("{}", &self.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_has_always_the_same_line() {
        assert_eq!(Outlet(4).closing_line(), Outlet(4).closing_line());
        assert!(Outlet(4).closing_line().unwrap().contains(&Outlet(4).name()));
        assert_eq!(Outlet(5).closing_line(), None);
    }
}
