//! Which rules a token admits, as sets of rules found by the values of its attributes.

use crate::ModelError;
use crate::lexeme::unicode::lower;
use crate::model_file::Fields;
use crate::quick_hash::quick_hash;
use crate::ruler::RulerInput;
use hashbrown::HashTable;

/// A set of rules, one bit each.
pub type Set = [u64; 4];

/// The empty set.
pub const NONE: Set = [0; 4];

/// So many rules can be in a set.
pub const MOST_RULES: usize = 256;

/// Adds a rule to a set.
pub fn insert(set: &mut Set, rule: usize) {
    set[rule / 64] |= 1 << (rule % 64);
}

/// The rules in both sets.
pub fn both(one: Set, other: Set) -> Set {
    std::array::from_fn(|nth| one[nth] & other[nth])
}

/// The last rule of a set.
pub fn last(set: Set) -> Option<usize> {
    let nth = set.iter().rposition(|word| *word != 0)?;
    Some(64 * nth + 63 - set[nth].leading_zeros() as usize)
}

/// The conditions of a rule: for one token, or two in a row.
#[derive(Debug)]
pub struct Pattern(Vec<Vec<Condition>>);

/// What one attribute of a token must be, or must not be.
#[derive(Debug)]
struct Condition {
    attribute: u32,
    excludes: bool,
    values: Vec<String>,
}

/// The attributes, by their numbers in the model file.
const TAG: u32 = 0;
const WORD: u32 = 1;
const LABEL: u32 = 2;
/// `1` for white space, `0` for all else.
const IS_SPACE: u32 = 3;

impl Pattern {
    /// Reads the conditions of one alternative.
    pub fn read(fields: &mut Fields) -> Result<Self, ModelError> {
        let tokens = fields.list(|fields| {
            fields.list(|fields| {
                let attribute = fields.number()?;
                let excludes = fields.number()? == 1;
                Ok(Condition {
                    attribute,
                    excludes,
                    values: fields.list(|fields| Ok(fields.text()?.to_owned()))?,
                })
            })
        })?;
        if !matches!(tokens.len(), 1 | 2)
            || tokens.iter().flatten().any(|condition| condition.attribute > IS_SPACE)
        {
            return Err(fields.wrong("a rule asks what cannot be asked"));
        }
        Ok(Self(tokens))
    }

    /// Whether a token may stand at a place in the pattern as far as one attribute goes; `None` is a value that no
    /// condition names.
    fn admits(&self, place: usize, attribute: u32, value: Option<&str>) -> bool {
        let conditions = self.0.get(place).into_iter().flatten();
        conditions.filter(|condition| condition.attribute == attribute).all(|condition| {
            let is_named = value.is_some_and(|value| condition.values.iter().any(|known| known == value));
            is_named != condition.excludes
        })
    }
}

/// The rules that a token admits as their first token, and as their second: rules over one token admit any second.
#[derive(Debug, Clone, Copy)]
pub struct Admitted {
    pub first: Set,
    pub second: Set,
}

impl Admitted {
    fn of(patterns: &[Pattern], attribute: u32, value: Option<&str>) -> Self {
        let mut admitted = Self { first: NONE, second: NONE };
        for (rule, pattern) in patterns.iter().enumerate() {
            if pattern.admits(0, attribute, value) {
                insert(&mut admitted.first, rule);
            }
            if pattern.admits(1, attribute, value) {
                insert(&mut admitted.second, rule);
            }
        }
        admitted
    }

    fn and(self, other: &Self) -> Self {
        Self { first: both(self.first, other.first), second: both(self.second, other.second) }
    }
}

/// The conditions of all rules.
#[derive(Debug)]
pub struct Conditions {
    tags: Values,
    words: Values,
    labels: Values,
    /// For what is no white space, and for what is.
    spaces: [Admitted; 2],
    single: Set,
}

impl Conditions {
    /// The conditions of these rules.
    pub fn of(patterns: &[Pattern]) -> Self {
        let mut single = NONE;
        let singles = patterns.iter().enumerate().filter(|(_, pattern)| pattern.0.len() == 1);
        singles.for_each(|(rule, _)| insert(&mut single, rule));
        Self {
            tags: Values::of(patterns, TAG),
            words: Values::of(patterns, WORD),
            labels: Values::of(patterns, LABEL),
            spaces: ["0", "1"].map(|value| Admitted::of(patterns, IS_SPACE, Some(value))),
            single,
        }
    }

    /// The rules over one token, which fit at the end of a text too.
    pub fn single(&self) -> Set {
        self.single
    }

    /// The rules that a token admits; `buffer` is room for its lower case.
    pub fn admitted(&self, token: &RulerInput, buffer: &mut String) -> Admitted {
        buffer.clear();
        if token.text.is_ascii() {
            // Longer words are in no rule.
            buffer.push_str(&token.text[..token.text.len().min(self.words.longest + 1)]);
            buffer.make_ascii_lowercase();
        } else {
            buffer.push_str(&lower(token.text));
        }
        let by_tag = self.tags.get(token.tag);
        by_tag
            .and(self.words.get(buffer))
            .and(self.labels.get(token.label))
            .and(&self.spaces[usize::from(token.is_space)])
    }
}

/// What the values of an attribute admit.
#[derive(Debug)]
struct Values {
    named: HashTable<(String, Admitted)>,
    others: Admitted,
    /// In bytes.
    longest: usize,
}

impl Values {
    fn of(patterns: &[Pattern], attribute: u32) -> Self {
        let conditions = patterns.iter().flat_map(|pattern| pattern.0.iter().flatten());
        let conditions = conditions.filter(|condition| condition.attribute == attribute);
        let mut values: Vec<&String> = conditions.flat_map(|condition| &condition.values).collect();
        values.sort_unstable();
        values.dedup();
        let hash_of = |(value, _): &(String, Admitted)| quick_hash(value.as_bytes());
        let mut named = HashTable::new();
        for value in &values {
            let entry = ((*value).clone(), Admitted::of(patterns, attribute, Some(value)));
            named.insert_unique(hash_of(&entry), entry, hash_of);
        }
        let longest = values.iter().map(|value| value.len()).max().unwrap_or(0);
        Self { named, others: Admitted::of(patterns, attribute, None), longest }
    }

    fn get(&self, value: &str) -> &Admitted {
        if value.len() > self.longest {
            return &self.others;
        }
        let entry = self.named.find(quick_hash(value.as_bytes()), |(known, _)| known == value);
        entry.map_or(&self.others, |(_, admitted)| admitted)
    }
}
