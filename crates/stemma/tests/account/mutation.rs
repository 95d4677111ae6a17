//! Changes that somebody, or a faulty disk, might make to an account or to its sources.

use crate::pile::{File, files};
use stemma::account::record::{Record, Value, record};

/// An account with its sources, to be changed.
pub struct Case {
    pub records: Vec<Record>,
    pub files: Vec<File>,
    random: u64,
}

/// What a problem must be filed under.
#[derive(Clone)]
pub enum Blame {
    /// The account as a whole.
    Account,
    /// The finding that is the record of this index, by the identifier that it has in the end.
    Record(usize),
}

/// Whether the forger computes identifiers, counts and the digest anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Forger {
    /// He changes and leaves it at that.
    Plain,
    /// He makes everything agree again.
    Clever,
}

/// What the script must find.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// It names the same finding as the library.
    Names,
    /// It fails, naming another record or the account.
    Fails,
    /// It does not look there, as `docs/verify.md` says.
    Blind,
}

/// A change, told so that a reader knows what must be found.
pub struct Mutation {
    pub what: &'static str,
    pub forger: Forger,
    pub script: Script,
    pub change: fn(&mut Case) -> Blame,
}

/// A change by somebody who leaves it at that.
pub const fn plain(what: &'static str, script: Script, change: fn(&mut Case) -> Blame) -> Mutation {
    Mutation { what, forger: Forger::Plain, script, change }
}

/// A change by a clever forger.
pub const fn clever(what: &'static str, script: Script, change: fn(&mut Case) -> Blame) -> Mutation {
    Mutation { what, forger: Forger::Clever, script, change }
}

impl Case {
    /// The unchanged account; the seed decides which of several records a change strikes.
    pub fn new(seed: u64) -> Self {
        let files = files();
        let records = stemma::account::records(&crate::pile::account(&files));
        Case { records, files, random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 }
    }

    /// A number below `limit`, the same for the same seed (xorshift64).
    pub fn below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 33) as usize % limit
    }

    /// The index of some record of a kind.
    pub fn any(&mut self, kind: &str) -> usize {
        self.any_where(kind, |_| true)
    }

    /// The index of some record of a kind that is as it should be.
    pub fn any_where(&mut self, kind: &str, fits: impl Fn(&Record) -> bool) -> usize {
        let indices: Vec<usize> =
            (0..self.records.len()).filter(|idx| self.is(*idx, kind) && fits(&self.records[*idx])).collect();
        assert!(!indices.is_empty(), "the pile has a {kind} of this sort");
        let choice = self.below(indices.len());
        indices[choice]
    }

    /// Whether a record is of a kind.
    pub fn is(&self, idx: usize, kind: &str) -> bool {
        self.records[idx].get("record") == Some(&Value::from(kind))
    }

    /// The value at a path of keys and positions in a record.
    pub fn at(&mut self, idx: usize, path: &str) -> &mut Value {
        let mut keys = path.split('.');
        let first = keys.next().expect("a path has a key");
        let value = self.records[idx].get_mut(first);
        keys.fold(value.expect("the record has the key"), |value, key| match value {
            Value::Map(fields) => fields.get_mut(key).expect("the object has the key"),
            Value::List(items) => &mut items[key.parse::<usize>().expect("a position")],
            _ => panic!("nothing lies inside {key}"),
        })
    }

    /// The list at a path.
    pub fn items(&mut self, idx: usize, path: &str) -> &mut Vec<Value> {
        match self.at(idx, path) {
            Value::List(items) => items,
            _ => panic!("{path} is a list"),
        }
    }

    /// The claim with so many instances.
    pub fn claim_of(&mut self, n_instances: i64) -> usize {
        self.any_where("claim", |record| record["n_instances"] == Value::Int(n_instances))
    }

    /// The origin of this place in the claim with so many instances.
    pub fn origin_of(&mut self, n_instances: i64, nth: usize) -> usize {
        let claim = self.claim_of(n_instances);
        self.named(claim, &format!("origins.{nth}"))
    }

    /// The instance of this place in the claim with so many.
    pub fn instance_of(&mut self, n_instances: i64, nth: usize) -> usize {
        let claim = self.claim_of(n_instances);
        self.named(claim, &format!("instances.{nth}.instance"))
    }

    /// Sets a value.
    pub fn set(&mut self, idx: usize, path: &str, value: Value) {
        *self.at(idx, path) = value;
    }

    /// Adds to a number.
    pub fn add(&mut self, idx: usize, path: &str, difference: i64) {
        match self.at(idx, path) {
            Value::Int(number) => *number += difference,
            _ => panic!("{path} is a number"),
        }
    }

    /// A copy of the value at a path.
    pub fn get(&mut self, idx: usize, path: &str) -> Value {
        self.at(idx, path).clone()
    }

    /// Removes a record.
    pub fn drop(&mut self, idx: usize) {
        self.records.remove(idx);
    }

    /// The text of a report, from its source.
    pub fn text_of(&self, idx: usize) -> String {
        let hash = self.records[idx].get("text_sha256").cloned();
        let sources = crate::pile::sources(&files());
        let text = sources.into_iter().map(|source| source.text).find(|text| {
            let found = stemma::model::Sha256::of(text.as_bytes()).to_string();
            Some(Value::Text(found)) == hash
        });
        text.expect("the report has a source")
    }

    /// Points a span at other bytes of its report and gives it the words that stand there: a forgery that
    /// opens at its characters.
    pub fn move_span(&mut self, idx: usize, path: &str, start: usize, end: usize) {
        let report = self.get(idx, &format!("{path}.report"));
        let named = self.named(idx, &format!("{path}.report"));
        let text = self.text_of(named);
        let words = text.get(start..end).expect("the place is in the text");
        let moved = Value::map([
            ("report", report),
            ("start", Value::count(start)),
            ("end", Value::count(end)),
            ("text", Value::from(words)),
        ]);
        self.set(idx, path, moved);
    }

    /// Start and end of a span.
    pub fn range(&mut self, idx: usize, path: &str) -> (usize, usize) {
        let mut number = |key: &str| match self.get(idx, &format!("{path}.{key}")) {
            Value::Int(number) => number as usize,
            _ => panic!("{path} is a span"),
        };
        (number("start"), number("end"))
    }

    /// The record that a reference names.
    pub fn named(&mut self, idx: usize, path: &str) -> usize {
        let id = self.get(idx, path);
        let named = self.records.iter().position(|record| record.get("id") == Some(&id));
        named.expect("the reference names a record")
    }

    /// The record of the report that the text of a file belongs to.
    pub fn report_of(&mut self, name: &str) -> usize {
        let name = Value::from(name);
        let capture = self.any_where("capture", |record| record["name"] == name);
        self.named(capture, "report")
    }

    /// A record that the format does not know.
    pub fn stranger() -> Record {
        record([("record", Value::from("gossip")), ("id", Value::from("z0123456789abcdef"))])
    }
}

/// The ground on which a statement gives its speaker; empty where it gives none.
pub fn grade(record: &Record) -> &str {
    let grade = match &record["speaker"] {
        Value::Map(speaker) => speaker.get("grade"),
        _ => None,
    };
    match grade {
        Some(Value::Text(grade)) => grade,
        _ => "",
    }
}

/// Whether a statement names its speaker.
pub fn states_speaker(record: &Record) -> bool {
    grade(record) == "stated"
}

/// Whether a family has four witnesses, with edits.
pub fn is_large(record: &Record) -> bool {
    matches!(&record["passages"], Value::List(passages) if passages.len() == 4)
}
