//! The event table: a text into rules, with what is wrong with it by line and column.

use crate::model::EventType;
use std::collections::BTreeMap;

/// The table that the program brings along.
pub const OURS: &str = include_str!("events.table");

/// Which words tell of which kind of event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventTable {
    pub(super) rules: Vec<Rule>,
    /// By the first word that is looked for, the rules that it can begin, by their places.
    pub(super) by_head: BTreeMap<String, Vec<usize>>,
    pub(super) classes: BTreeMap<String, Vec<Phrase>>,
    pub(super) modes: Vec<Hint>,
    pub(super) contexts: Vec<Hint>,
    pub(super) contents: Vec<Content>,
    pub(super) instead: Vec<Instead>,
    n_layers: usize,
}

/// Several words that belong together, in small letters; at least one.
pub(super) type Phrase = Vec<String>;

/// Words that tell of a kind of event, under conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// The words of the predicate.
    pub words: Phrase,
    /// What the predicate must be; absent where verbs and nouns will do.
    pub class: Option<PredicateClass>,
    /// What must hold, all of it.
    pub conditions: Vec<Condition>,
    /// The type; absent where the words tell of no event.
    pub kind: Option<EventType>,
    /// The mode.
    pub mode: Option<String>,
    /// Which of the tables that were read one after the other it stands in.
    pub layer: usize,
}

/// What a predicate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PredicateClass {
    Verb,
    Noun,
    State,
}

/// What must stand, or not stand, at one of some places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub is_negated: bool,
    pub places: Vec<Place>,
    pub atoms: Vec<Atom>,
}

/// Where words of a condition are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Actor,
    Object,
    ToDo,
    That,
    Doing,
    Purpose,
    Near,
    Behind(String),
}

/// What words will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Atom {
    Anything,
    People,
    Person,
    Name,
    Place,
    Number,
    Must,
    Refusal,
    Words(Phrase),
    Class(String),
    KindOf(String),
    Type(EventType),
}

/// Words that give an event a mode or a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hint {
    pub kind: Option<EventType>,
    pub name: String,
    pub words: Vec<Phrase>,
}

/// The mode of a demand, refusal or threat, by the type of what is demanded, refused or threatened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub kind: EventType,
    pub mode: String,
    pub of: Vec<EventType>,
}

/// As what else some types are coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Instead {
    pub of: Vec<EventType>,
    pub when: When,
    pub kind: EventType,
}

/// When a type is coded as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Ahead,
    Refused,
}

/// What is wrong with an event table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableError {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in it, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.problem)
    }
}

impl std::error::Error for TableError {}

/// The contexts of PLOVER.
const CONTEXTS: [&str; 37] = [
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
];

/// What the lines below a heading are.
#[derive(Debug, Clone)]
enum Section {
    Class(String),
    Rules(Option<EventType>, Option<String>),
    Mode(EventType, String),
    Context(String),
    Content(EventType, String),
    Instead,
}

/// A line, and what of it is being read: what is wrong is said with the column of that.
struct Line<'a> {
    text: &'a str,
    number: usize,
}

impl Line<'_> {
    fn wrong(&self, part: &str, problem: impl Into<String>) -> TableError {
        let before = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let column = self.text.get(..before).map_or(1, |before| before.chars().count() + 1);
        TableError { line: self.number, column, problem: problem.into() }
    }
}

impl EventTable {
    /// The table that the program brings along.
    pub fn ours() -> Result<Self, TableError> {
        let mut table = Self::default();
        table.extend(OURS)?;
        Ok(table)
    }

    /// Reads a further table behind those that were read before.
    pub fn extend(&mut self, text: &str) -> Result<(), TableError> {
        self.n_layers += 1;
        let mut section = None;
        for (idx, text) in text.lines().enumerate() {
            let line = Line { text, number: idx + 1 };
            let told = text.split('#').next().unwrap_or_default().trim();
            if told.is_empty() {
                continue;
            }
            match told.strip_prefix('[') {
                Some(heading) => section = Some(self.heading(&line, heading)?),
                None => {
                    let section = section
                        .as_ref()
                        .ok_or_else(|| line.wrong(told, "there is no heading like [ASSAULT] above"))?;
                    self.line(&line, told, section)?;
                }
            }
        }
        self.check_classes()
    }

    fn heading(&mut self, line: &Line, heading: &str) -> Result<Section, TableError> {
        let inside = heading
            .strip_suffix(']')
            .ok_or_else(|| line.wrong(heading, "the heading does not end with ]"))?;
        let words: Vec<&str> = inside.split_whitespace().collect();
        let kind = |name: &str| kind_of(line, name);
        match words.as_slice() {
            ["class", name] => Ok(Section::Class((*name).to_owned())),
            ["context", name] if CONTEXTS.contains(name) => Ok(Section::Context((*name).to_owned())),
            ["context", name] => Err(line.wrong(name, format!("{name} is no context"))),
            ["mode", of, mode] => Ok(Section::Mode(kind(of)?, mode_of(line, kind(of)?, mode)?)),
            ["content", of, mode] => Ok(Section::Content(kind(of)?, mode_of(line, kind(of)?, mode)?)),
            ["instead"] => Ok(Section::Instead),
            ["none"] => Ok(Section::Rules(None, None)),
            [of] => Ok(Section::Rules(Some(kind(of)?), None)),
            [of, mode] => Ok(Section::Rules(Some(kind(of)?), Some(mode_of(line, kind(of)?, mode)?))),
            _ => Err(line.wrong(heading, "this is no heading")),
        }
    }

    fn line(&mut self, line: &Line, told: &str, section: &Section) -> Result<(), TableError> {
        match section {
            Section::Class(name) => {
                self.classes.entry(name.clone()).or_default().extend(phrases(line, told)?);
            }
            Section::Mode(kind, mode) => {
                self.modes.push(Hint { kind: Some(*kind), name: mode.clone(), words: phrases(line, told)? })
            }
            Section::Context(name) => {
                self.contexts.push(Hint { kind: None, name: name.clone(), words: phrases(line, told)? });
            }
            Section::Content(kind, mode) => {
                let content = Content { kind: *kind, mode: mode.clone(), of: kinds(line, told)? };
                self.contents.push(content);
            }
            Section::Instead => self.instead.push(instead(line, told)?),
            Section::Rules(kind, mode) => self.rules(line, told, (*kind, mode))?,
        }
        Ok(())
    }

    fn rules(
        &mut self,
        line: &Line,
        told: &str,
        (kind, mode): (Option<EventType>, &Option<String>),
    ) -> Result<(), TableError> {
        let mut parts = told.split('|').map(str::trim);
        let heads = parts.next().unwrap_or_default();
        let conditions: Vec<Condition> = parts.map(|part| condition(line, part)).collect::<Result<_, _>>()?;
        for head in heads.split(',').map(str::trim) {
            let (words, class) = predicate(line, head)?;
            let keys = keys(&words, class);
            let place = self.rules.len();
            let layer = self.n_layers;
            let (conditions, mode) = (conditions.clone(), mode.clone());
            self.rules.push(Rule { words, class, conditions, kind, mode, layer });
            for key in keys {
                self.by_head.entry(key).or_default().push(place);
            }
        }
        Ok(())
    }

    /// Each class that a condition names must be somewhere.
    fn check_classes(&self) -> Result<(), TableError> {
        let atoms = self.rules.iter().flat_map(|rule| &rule.conditions).flat_map(|one| &one.atoms);
        for atom in atoms {
            if let Atom::Class(name) = atom
                && !self.classes.contains_key(name)
            {
                let problem = format!("@{name} is used, and there is no [class {name}]");
                return Err(TableError { line: 1, column: 1, problem });
            }
        }
        Ok(())
    }

    /// The words of a class.
    pub(super) fn class(&self, name: &str) -> &[Phrase] {
        self.classes.get(name).map_or(&[], Vec::as_slice)
    }

    /// How many lines of words there are, one for each predicate.
    pub fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// The words of all predicates with the type that they tell of, for comparisons: the first word of each rule that has no
    /// condition.
    pub fn lemmas(&self) -> impl Iterator<Item = (&str, EventType)> {
        let plain = self.rules.iter().filter(|rule| rule.conditions.is_empty() && rule.words.len() == 1);
        plain.filter_map(|rule| Some((rule.words[0].as_str(), rule.kind?)))
    }
}

/// The words that the head of a predicate can be: a verb stands first, a noun last.
fn keys(words: &Phrase, class: Option<PredicateClass>) -> Vec<String> {
    let verb = words[0].clone();
    let mut keys = match class {
        Some(PredicateClass::Noun) => vec![noun_of(words)],
        Some(_) => vec![verb],
        None => vec![verb, noun_of(words)],
    };
    keys.dedup();
    keys
}

fn noun_of(words: &Phrase) -> String {
    words[place_of_noun(words)].clone()
}

/// A noun stands behind the words that tell its kind ("air strike"), and before "of" ("exchange of fire").
pub(super) fn place_of_noun(words: &Phrase) -> usize {
    let of = words.iter().position(|word| word == "of" || word == "on");
    of.map_or(words.len() - 1, |of| of.saturating_sub(1))
}

fn kind_of(line: &Line, name: &str) -> Result<EventType, TableError> {
    EventType::of(name).ok_or_else(|| line.wrong(name, format!("{name} is no type of event")))
}

fn mode_of(line: &Line, kind: EventType, mode: &str) -> Result<String, TableError> {
    match kind.modes().contains(&mode) {
        true => Ok(mode.to_owned()),
        false => Err(line.wrong(mode, format!("{mode} is no mode of {}", kind.name()))),
    }
}

fn kinds(line: &Line, told: &str) -> Result<Vec<EventType>, TableError> {
    told.split(',').map(|name| kind_of(line, name.trim())).collect()
}

fn phrases(line: &Line, told: &str) -> Result<Vec<Phrase>, TableError> {
    told.split(',').map(|words| phrase(line, words.trim())).collect()
}

fn phrase(line: &Line, words: &str) -> Result<Phrase, TableError> {
    let phrase: Phrase = words
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    match phrase.is_empty() {
        true => Err(line.wrong(words, "a word is missing here")),
        false => Ok(phrase),
    }
}

/// "step down", "air strike/n".
fn predicate(line: &Line, head: &str) -> Result<(Phrase, Option<PredicateClass>), TableError> {
    let (words, class) = match head.rsplit_once('/') {
        None => (head, None),
        Some((words, "v")) => (words, Some(PredicateClass::Verb)),
        Some((words, "n")) => (words, Some(PredicateClass::Noun)),
        Some((words, "a")) => (words, Some(PredicateClass::State)),
        Some((_, class)) => {
            return Err(line.wrong(class, format!("/{class} is none of /v, /n and /a")));
        }
    };
    Ok((phrase(line, words)?, class))
}

/// "not object sanction, @restriction".
fn condition(line: &Line, part: &str) -> Result<Condition, TableError> {
    let (is_negated, part) =
        part.strip_prefix("not ").map_or((false, part), |rest| (true, rest.trim_start()));
    let (places, words) = part
        .split_once(char::is_whitespace)
        .ok_or_else(|| line.wrong(part, "a condition is a place and words: object sanction, ban"))?;
    let places = places.split('/').map(|name| place(line, name)).collect::<Result<_, _>>()?;
    let atoms = words.split(',').map(|word| atom(line, word.trim())).collect::<Result<_, _>>()?;
    Ok(Condition { is_negated, places, atoms })
}

fn place(line: &Line, name: &str) -> Result<Place, TableError> {
    const PREPOSITIONS: [&str; 33] = [
        "on", "at", "to", "from", "with", "into", "for", "against", "of", "over", "in", "by", "about", "as",
        "between", "upon", "through", "behind", "under", "via", "outside", "toward", "towards", "inside",
        "near", "off", "out", "around", "across", "among", "within", "onto", "during",
    ];
    Ok(match name {
        "actor" => Place::Actor,
        "object" => Place::Object,
        "to-do" => Place::ToDo,
        "that" => Place::That,
        "doing" => Place::Doing,
        "purpose" => Place::Purpose,
        "near" => Place::Near,
        name if PREPOSITIONS.contains(&name) => Place::Behind(name.to_owned()),
        name => return Err(line.wrong(name, format!("{name} is no place that words can stand at"))),
    })
}

fn atom(line: &Line, word: &str) -> Result<Atom, TableError> {
    Ok(match word {
        "*" => Atom::Anything,
        "?people" => Atom::People,
        "?person" => Atom::Person,
        "?name" => Atom::Name,
        "?place" => Atom::Place,
        "?number" => Atom::Number,
        "?must" => Atom::Must,
        "?refusal" => Atom::Refusal,
        word if word.starts_with('?') => {
            return Err(line.wrong(
                word,
                format!("{word} is none of ?people, ?person, ?name, ?place, ?number, ?must and ?refusal"),
            ));
        }
        word => match (word.strip_prefix('@'), word.strip_prefix('%')) {
            (Some(class), _) => Atom::Class(class.to_owned()),
            (None, Some(noun)) => Atom::KindOf(noun.to_owned()),
            (None, None) if word.chars().next().is_some_and(char::is_uppercase) => {
                Atom::Type(kind_of(line, word)?)
            }
            (None, None) => Atom::Words(phrase(line, word)?),
        },
    })
}

/// "CONSULT, AID ahead = AGREE".
fn instead(line: &Line, told: &str) -> Result<Instead, TableError> {
    let form = || line.wrong(told, "this is not of the form CONSULT, AID ahead = AGREE");
    let (before, kind) = told.split_once('=').ok_or_else(form)?;
    let (of, when) = before.trim().rsplit_once(' ').ok_or_else(form)?;
    let when = match when {
        "ahead" => When::Ahead,
        "refused" => When::Refused,
        other => return Err(line.wrong(other, format!("{other} is neither ahead nor refused"))),
    };
    Ok(Instead { of: kinds(line, of)?, when, kind: kind_of(line, kind.trim())? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        EventTable::default().extend(text).expect_err("the table is bad").to_string()
    }

    #[test]
    fn our_own_table_can_be_read_and_knows_each_type_in_many_words() {
        let table = EventTable::ours().expect("the table is whole");
        for kind in EventType::ALL {
            let words = table.rules.iter().filter(|rule| rule.kind == Some(kind));
            assert!(words.count() >= 40, "{}", kind.name());
        }
    }

    #[test]
    fn what_is_wrong_with_a_table_is_said_with_line_and_column() {
        assert_eq!(wrong("attack"), "line 1, column 1: there is no heading like [ASSAULT] above");
        assert_eq!(wrong("\n[ATTACK]\n"), "line 2, column 2: ATTACK is no type of event");
        assert_eq!(wrong("[ASSAULT tickle]"), "line 1, column 10: tickle is no mode of ASSAULT");
        assert_eq!(wrong("[context tea]"), "line 1, column 10: tea is no context");
        assert_eq!(
            wrong("[AID]\ngive | of"),
            "line 2, column 8: a condition is a place and words: object sanction, ban"
        );
        assert_eq!(
            wrong("[AID]\ngive | above tea"),
            "line 2, column 8: above is no place that words can stand at"
        );
        assert_eq!(wrong("[AID]\ngive/x"), "line 2, column 6: /x is none of /v, /n and /a");
        assert_eq!(wrong("[AID]\ngive,,help"), "line 2, column 6: a word is missing here");
        assert_eq!(
            wrong("[AID]\ngive | object ?tea"),
            "line 2, column 15: ?tea is none of ?people, ?person, ?name, ?place, ?number, ?must and ?refusal"
        );
        assert_eq!(wrong("[AID"), "line 1, column 2: the heading does not end with ]");
        assert_eq!(
            wrong("[instead]\nAID never = AGREE"),
            "line 2, column 5: never is neither ahead nor refused"
        );
        assert!(wrong("[AID]\ngive | object @tea").ends_with("there is no [class tea]"));
    }

    #[test]
    fn comments_and_empty_lines_say_nothing() {
        let mut table = EventTable::default();
        table.extend("# words\n\n[AID] # help\nhelp, come to # and more\n").expect("good");
        assert_eq!(table.n_rules(), 2);
    }
}
