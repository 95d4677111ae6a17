//! Number words and figures as values, to tell a changed number from a rewritten one.

/// Small numbers and the units that multiply them.
const NUMBER_WORDS: &[(&str, u64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Words that multiply what stands before them.
const MULTIPLIERS: &[(&str, u64)] =
    &[("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

/// Words for amounts that name no figure: each is a value of its own, never a guess at one.
const VAGUE: &[&str] = &["dozens", "scores", "hundreds", "thousands", "millions", "several"];

/// The words that name or multiply a number, and those for amounts.
pub fn number_words() -> impl Iterator<Item = &'static str> {
    let named = NUMBER_WORDS.iter().chain(MULTIPLIERS).map(|(name, _)| *name);
    named.chain(VAGUE.iter().copied())
}

/// The numbers among some normalised words, in order: figures as digits, number words as what they add up
/// to ("twenty five" is 25), vague amounts as their word.
pub fn number_values(words: &[String]) -> Vec<String> {
    let mut values = Vec::new();
    let mut open: Option<u64> = None;
    for word in words {
        match part(word) {
            Some(Part::Add(small)) => open = Some(open.unwrap_or(0).saturating_add(small)),
            Some(Part::Times(unit)) => open = Some(open.unwrap_or(1).saturating_mul(unit)),
            Some(Part::Vague) => values.push(word.clone()),
            None => values.extend(open.take().map(|value| value.to_string())),
        }
    }
    values.extend(open.map(|value| value.to_string()));
    values
}

enum Part {
    Add(u64),
    Times(u64),
    Vague,
}

fn part(word: &str) -> Option<Part> {
    let find = |list: &[(&str, u64)]| list.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if let Ok(value) = word.parse() {
        return Some(Part::Add(value));
    }
    find(NUMBER_WORDS)
        .map(Part::Add)
        .or_else(|| find(MULTIPLIERS).map(Part::Times))
        .or_else(|| VAGUE.contains(&word).then_some(Part::Vague))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        number_values(&text.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn words_and_figures_of_one_number_are_equal() {
        assert_eq!(values("five"), values("5"));
        assert_eq!(values("twenty five"), ["25"]);
        assert_eq!(values("two thousand"), values("2000"));
    }

    #[test]
    fn a_vague_amount_keeps_its_word() {
        assert_eq!(values("dozens of people and 3 dogs"), ["dozens", "3"]);
        assert!(values("many people").is_empty());
    }
}
