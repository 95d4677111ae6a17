//! How does anybody know? For one finding: the rules behind it, all places and words in it, the findings that it rests on, and
//! those that rest on it.
//!
//! It is read off the records, so that it tells of every kind of finding what a kept account has, and no more.

use super::rules::{Rule, rules_of};
use crate::excerpt::trimmed;
use crate::references::{References, id_of, is_foreign, kind_of};
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::account::labels::RecordKind;
use stemma::account::record::{Record, Value};
use stemma::account::report_identifier;
use stemma::model::{ByteRange, ReportIdx, Span};

/// Keys of a finding that say only what it is, or that hold a whole report.
const LEFT_OUT: [&str; 4] = ["record", "id", "text", "paragraphs"];

/// Keys whose span is what a finding is about, the most telling first.
const GISTS: [&str; 5] = ["span", "wording", "shown", "titles", "parts"];

/// Keys of findings that it is about, where it has no such span.
const ABOUT: [&str; 6] = ["passage", "representative", "instances", "claims", "report", "plainest"];

/// How many steps lead from a finding to words that stand for it: from a disagreement over its claim.
const GIST_STEPS: usize = 3;

/// A finding and how anybody knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained<'a> {
    /// What it is.
    pub head: FindingView<'a>,
    /// How many findings with this identifier there are: of those that belong to several others, one for each.
    pub copies: usize,
    /// The rules that it was found by.
    pub rules: Vec<&'static Rule>,
    /// What it says, place by place and label by label, in the order of the record.
    pub facts: Vec<Fact<'a>>,
    /// The findings that name it, each with what it says of it.
    pub named_by: Vec<(FindingView<'a>, Vec<Fact<'a>>)>,
}

/// A finding in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingView<'a> {
    /// Its kind.
    pub kind: RecordKind,
    /// Its identifier.
    pub id: &'a str,
    /// Which report it is; absent where it is another finding.
    pub report: Option<ReportIdx>,
    /// Words that stand for it; absent where it has none.
    pub words: Option<Span>,
}

/// Something that a finding says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'a> {
    /// The keys that lead to it, with the number of an item in its list.
    pub keys: Vec<(&'a str, Option<usize>)>,
    /// What it is.
    pub what: What<'a>,
}

/// What a finding says at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What<'a> {
    /// Words and where they stand.
    Words(Span, Place),
    /// Another finding.
    Finding(FindingView<'a>),
    /// One of the fixed words of the format.
    Label(&'a str),
    /// A text out of a report or a file.
    Foreign(&'a str),
    /// A count.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

/// The rules behind a finding, as they apply: that of its kind, then those of its labels, and of what is said of it where it
/// is named; each once.
pub fn rules_behind(references: &References, id: &str) -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    let mut add = |kind: RecordKind, key: &str, value: &str| {
        for rule in rules_of(kind, key, value) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    };
    for at in references.with_id(id).iter().take(1) {
        let record = &references.records()[*at];
        let Some(kind) = kind_of(record) else { continue };
        add(kind, "", "");
        labels(record, &mut |key, value| add(kind, key, value));
    }
    // What is said of a report, that it lacks a claim, is not how the report was found.
    let is_report = references.with_id(id).iter().any(|at| is_report(&references.records()[*at]));
    for at in references.naming(id).iter().filter(|_| !is_report) {
        let record = &references.records()[*at];
        let Some(kind) = kind_of(record) else { continue };
        items_about(record, id, &mut |item| labels(item, &mut |key, value| add(kind, key, value)));
    }
    rules
}

/// Every key with its value, where that is a label, a flag or something else that is there.
fn labels(fields: &Record, found: &mut impl FnMut(&str, &str)) {
    for (key, value) in fields.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str())) {
        label(key, value, found);
    }
}

fn label(key: &str, value: &Value, found: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Text(text) => found(key, text),
        Value::Bool(flag) => found(key, if *flag { "true" } else { "false" }),
        Value::Int(_) => found(key, ""),
        Value::List(items) => items.iter().for_each(|item| label(key, item, found)),
        Value::Map(fields) => {
            found(key, "");
            labels(fields, found);
        }
        Value::Null => {}
    }
}

/// The smallest parts of a record in lists that name a finding: the entry of an instance, and not the whole claim.
fn items_about<'a>(record: &'a Record, id: &str, found: &mut impl FnMut(&'a Record)) {
    for value in record.values() {
        items_in(value, id, found);
    }
}

fn items_in<'a>(value: &'a Value, id: &str, found: &mut impl FnMut(&'a Record)) {
    match value {
        Value::List(items) => items.iter().for_each(|item| items_in(item, id, found)),
        Value::Map(fields) if fields.values().any(|value| *value == Value::from(id)) && !is_span(fields) => {
            found(fields);
        }
        Value::Map(fields) => fields.values().for_each(|value| items_in(value, id, found)),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Text(_) => {}
    }
}

fn is_report(record: &Record) -> bool {
    kind_of(record) == Some(RecordKind::Report)
}

fn is_span(fields: &Record) -> bool {
    ["start", "end"].iter().all(|key| fields.contains_key(*key))
}

/// Makes views of findings.
pub struct Explaining<'a, 'b> {
    references: &'b References<'a>,
    numbering: &'b Numbering,
    account: &'a Account,
    reports: BTreeMap<String, ReportIdx>,
}

impl<'a, 'b> Explaining<'a, 'b> {
    /// For the findings of an account with its records.
    pub fn of(account: &'a Account, numbering: &'b Numbering, references: &'b References<'a>) -> Self {
        let reports = account.reports.iter().zip(0..);
        let reports = reports.map(|(report, idx)| (report_identifier(report), ReportIdx(idx))).collect();
        Explaining { references, numbering, account, reports }
    }

    /// How anybody knows a finding; nothing where no finding has this identifier.
    pub fn explained(&self, id: &str) -> Option<Explained<'a>> {
        let own = self.references.with_id(id);
        let record = &self.references.records()[*own.first()?];
        let mut facts = Vec::new();
        self.facts(record, record, &mut Vec::new(), &mut facts);
        let head = self.finding(record)?;
        // The words of the head need not be told twice.
        facts.retain(|fact| {
            let is_head = matches!(&fact.what, What::Words(span, _) if Some(*span) == head.words);
            !(is_head && fact.keys.len() == 1 && fact.keys[0].1.is_none())
        });
        let named_by = self.references.naming(id).iter().filter_map(|at| {
            let naming = &self.references.records()[*at];
            let mut facts = Vec::new();
            items_about(naming, id, &mut |item| self.facts(naming, item, &mut Vec::new(), &mut facts));
            let is_other = |fact: &Fact| !matches!(&fact.what, What::Finding(found) if found.id == id);
            facts.retain(is_other);
            Some((self.finding(naming)?, facts))
        });
        Some(Explained {
            head,
            copies: own.len(),
            rules: rules_behind(self.references, id),
            facts,
            named_by: named_by.collect(),
        })
    }

    /// A finding in one line.
    pub fn finding(&self, record: &'a Record) -> Option<FindingView<'a>> {
        let (kind, id) = (kind_of(record)?, id_of(record)?);
        let report = self.reports.get(id).copied();
        Some(FindingView { kind, id, report, words: self.gist(record, GIST_STEPS) })
    }

    /// Words that stand for a finding: its own, or those of a finding that it is about.
    fn gist(&self, record: &'a Record, steps: usize) -> Option<Span> {
        let own = GISTS.iter().filter_map(|key| record.get(*key));
        let first = own.map(first_of).find_map(|value| self.span(record, value));
        first.or_else(|| self.changed_words(record)).or_else(|| {
            ABOUT.iter().filter_map(|key| first_text(record.get(*key)?)).find_map(|id| {
                let at = self.references.with_id(id).first().filter(|_| steps > 0)?;
                self.gist(&self.references.records()[*at], steps - 1)
            })
        })
    }

    /// Of the two sides of an edit the first that has words.
    fn changed_words(&self, record: &'a Record) -> Option<Span> {
        let sides = ["from", "to"].into_iter().filter_map(|side| match record.get(side)? {
            Value::Map(fields) => self.span(record, fields.get("span")?),
            _ => None,
        });
        let mut with_words = sides.filter(|span| !span.range.is_empty());
        with_words.next()
    }

    /// The place that a value of a record is; one without a report lies in that of the record.
    fn span(&self, record: &Record, value: &Value) -> Option<Span> {
        let Value::Map(fields) = value else { return None };
        let own = if is_report(record) { "id" } else { "report" };
        let Some(Value::Text(report)) = fields.get("report").or(record.get(own)) else { return None };
        let (Some(Value::Int(start)), Some(Value::Int(end))) = (fields.get("start"), fields.get("end"))
        else {
            return None;
        };
        let report = *self.reports.get(report)?;
        let range = ByteRange::new(usize::try_from(*start).ok()?, usize::try_from(*end).ok()?);
        Some(Span { report, range: trimmed(&self.account.report(report).text, range) })
    }

    fn facts(
        &self,
        record: &'a Record,
        fields: &'a Record,
        keys: &mut Vec<(&'a str, Option<usize>)>,
        facts: &mut Vec<Fact<'a>>,
    ) {
        for (key, value) in fields.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str())) {
            keys.push((key, None));
            self.fact(record, value, keys, facts);
            keys.pop();
        }
    }

    fn fact(
        &self,
        record: &'a Record,
        value: &'a Value,
        keys: &mut Vec<(&'a str, Option<usize>)>,
        facts: &mut Vec<Fact<'a>>,
    ) {
        let what = match value {
            Value::Null => return,
            Value::Bool(flag) => What::Flag(*flag),
            Value::Int(number) => What::Number(*number),
            Value::Text(text) => self.text(record, keys, text),
            Value::List(items) => {
                for (nth, item) in items.iter().enumerate() {
                    let last = keys.len() - 1;
                    keys[last].1 = Some(nth + 1);
                    self.fact(record, item, keys, facts);
                    keys[last].1 = None;
                }
                return;
            }
            Value::Map(fields) => match self.span(record, value) {
                Some(span) if is_span(fields) => What::Words(span, self.numbering.place(span)),
                _ => return self.facts(record, fields, keys, facts),
            },
        };
        facts.push(Fact { keys: keys.clone(), what });
    }

    fn text(&self, record: &Record, keys: &[(&str, Option<usize>)], text: &'a str) -> What<'a> {
        let key = keys.last().map_or("", |(key, _)| *key);
        if is_foreign(key, record) {
            return What::Foreign(text);
        }
        let named = self.references.with_id(text).first();
        let named = named.and_then(|at| self.finding(&self.references.records()[*at]));
        named.map_or(What::Label(text), What::Finding)
    }
}

/// The first of a list; any other value as it is.
fn first_of(value: &Value) -> &Value {
    match value {
        Value::List(items) => items.first().unwrap_or(value),
        _ => value,
    }
}

/// A text, or the first in a list; of what names an instance the instance.
fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::List(items) => items.first().and_then(first_text),
        Value::Map(fields) => fields.get("instance").and_then(first_text),
        Value::Null | Value::Bool(_) | Value::Int(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use stemma::account::records;

    #[test]
    fn every_finding_is_explained_by_a_rule_and_by_words_or_findings() {
        let account = example::account();
        let (records, numbering) = (records(&account), Numbering::of(&account));
        let references = References::of(&records);
        let explaining = Explaining::of(&account, &numbering, &references);
        for record in &records {
            let Some(id) = id_of(record) else { continue };
            let found = explaining.explained(id).expect("it is there");
            assert!(!found.rules.is_empty(), "{id}");
            let shows = |fact: &Fact| matches!(fact.what, What::Words(..) | What::Finding(_));
            let is_shown = found.facts.iter().any(shows) || found.head.words.is_some();
            assert!(is_shown || is_report(record), "{id}");
        }
        assert_eq!(explaining.explained("r0"), None);
    }

    #[test]
    fn what_is_said_of_an_instance_elsewhere_is_part_of_why_it_is_known() {
        let account = example::account();
        let records = records(&account);
        let references = References::of(&records);
        let instances = records.iter().filter(|record| kind_of(record) == Some(RecordKind::Instance));
        let id = instances.clone().nth(2).and_then(id_of).expect("the denial of the deal");
        let rules: Vec<(&str, &str)> =
            rules_behind(&references, id).iter().map(|rule| (rule.key, rule.value)).collect();
        for expected in [("", ""), ("stance", "denies"), ("ground", "speaker"), ("reason", "denied")] {
            assert!(rules.contains(&expected), "{expected:?}: {rules:?}");
        }
        assert!(!rules.contains(&("reason", "same-happening")), "that is another instance: {rules:?}");
    }
}
