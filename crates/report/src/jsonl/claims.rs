//! Claims, and explanations of findings, as JSON Lines: records of the account, as they are, and all that they rest on.
//! The format is `docs/reference/claims-format.md`.

use super::copies::{line, unread_record};
use crate::Numbering;
use crate::references::{References, id_of};
use crate::view::{ClaimFilter, Identifiers, ListedClaims, Rule, rules_behind};
use std::collections::BTreeSet;
use stemma::Account;
use stemma::account::record::{Record, Value, record};
use stemma::account::records;
use stemma::model::ClaimIdx;

/// The name of the format of claims.
pub const CLAIMS_SCHEMA: &str = "stemma.claims/1";
/// The name of the format of explanations.
pub const EXPLANATION_SCHEMA: &str = "stemma.explanation/1";

/// The claims of a pile that are asked for, line by line: a header that lists them in their order, then the records.
pub fn claims(account: &Account, filter: ClaimFilter) -> impl Iterator<Item = String> {
    let list = ListedClaims::of(account, &Numbering::of(account));
    let found: Vec<ClaimIdx> = list.filtered(account, filter).into_iter().map(|(_, idx)| idx).collect();
    listed(account, &found).into_iter()
}

/// One claim in the same form.
pub fn origins(account: &Account, claim: ClaimIdx) -> impl Iterator<Item = String> {
    listed(account, &[claim]).into_iter()
}

fn listed(account: &Account, claims: &[ClaimIdx]) -> Vec<String> {
    let records = records(account);
    let identifiers = Identifiers::of(&records).claims;
    let listed = claims.iter().filter_map(|idx| identifiers.get(idx.0 as usize));
    let listed: Vec<&str> = listed.map(String::as_str).collect();
    let references = References::of(&records);
    let own = || listed.iter().flat_map(|id| references.with_id(id).iter().copied());
    let disputes = listed.iter().flat_map(|id| references.naming(id).iter().copied());
    let shown = references.closed(own().chain(disputes));
    let header = record([
        ("record", Value::from("claims")),
        ("schema", Value::from(CLAIMS_SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        ("digest", digest(&records)),
        ("claims", Value::List(listed.iter().map(|id| Value::from(*id)).collect())),
        (
            "counts",
            Value::map([
                ("reports", Value::count(account.reports.len())),
                ("claims", Value::count(account.claims.len())),
                ("listed", Value::count(listed.len())),
                ("records", Value::count(shown.len())),
                ("unread", Value::count(account.unread.len())),
            ]),
        ),
    ]);
    lines(account, header, Vec::new(), &records, &shown)
}

/// A finding with the rules behind it, all that it rests on, and what names it.
pub fn explained(account: &Account, id: &str) -> impl Iterator<Item = String> {
    let records = records(account);
    let references = References::of(&records);
    let own = references.with_id(id);
    let naming = references.naming(id);
    let mut shown = references.closed(own.iter().copied());
    shown.extend(naming);
    let named_by = naming.iter().filter_map(|at| id_of(&records[*at])).collect::<BTreeSet<_>>();
    let header = record([
        ("record", Value::from("explanation")),
        ("schema", Value::from(EXPLANATION_SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        ("digest", digest(&records)),
        ("finding", Value::from(id)),
        ("named_by", Value::List(named_by.into_iter().map(Value::from).collect())),
        (
            "counts",
            Value::map([
                ("reports", Value::count(account.reports.len())),
                ("records", Value::count(shown.len())),
                ("unread", Value::count(account.unread.len())),
            ]),
        ),
    ]);
    let rules = rules_behind(&references, id).into_iter().map(rule_record).collect();
    lines(account, header, rules, &records, &shown).into_iter()
}

fn rule_record(rule: &Rule) -> Record {
    let optional = |text: &str| Value::optional((!text.is_empty()).then_some(text));
    record([
        ("record", Value::from("rule")),
        ("finding", Value::from(rule.finding.label())),
        ("key", optional(rule.key)),
        ("value", optional(rule.value)),
        ("rule", Value::from(rule.says)),
        ("section", Value::from(rule.section)),
        ("source", optional(rule.source)),
    ])
}

fn digest(records: &[Record]) -> Value {
    records.first().and_then(|header| header.get("digest")).cloned().unwrap_or(Value::Null)
}

fn lines(
    account: &Account,
    header: Record,
    rules: Vec<Record>,
    records: &[Record],
    shown: &BTreeSet<usize>,
) -> Vec<String> {
    let mut lines = vec![line(header)];
    lines.extend(rules.into_iter().map(line));
    lines.extend(shown.iter().map(|at| line(records[*at].clone())));
    lines.extend(account.unread.iter().map(|unread| line(unread_record(unread))));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::jsonl::read;

    fn read_back(lines: impl Iterator<Item = String>) -> Vec<Record> {
        read(&lines.collect::<String>()).expect("what is written is read")
    }

    fn with_id(records: &[Record]) -> Vec<Record> {
        records.iter().filter(|record| id_of(record).is_some()).cloned().collect()
    }

    #[test]
    fn records_are_those_of_the_account_and_the_header_lists_the_claims() {
        let account = example::account();
        let all = records(&account);
        let filter = ClaimFilter { words: Some("deal"), ..ClaimFilter::default() };
        let found = read_back(claims(&account, filter));
        assert_eq!(
            found[0]["claims"],
            Value::List(vec![Value::from(Identifiers::of(&all).claims[0].as_str())])
        );
        let findings = with_id(&found);
        assert!(findings.iter().all(|record| all.contains(record)));
        let References { .. } = References::of(&findings);
        let count = |kind: &str| findings.iter().filter(|one| one["record"] == Value::from(kind)).count();
        assert_eq!((count("claim"), count("disagreement"), count("origin")), (1, 1, 3));
    }

    #[test]
    fn whoever_reads_one_claim_finds_all_that_it_names() {
        let account = example::account();
        let found = read_back(origins(&account, ClaimIdx(2)));
        let all = records(&account);
        let (whole, part) = (References::of(&all), References::of(&found));
        for (at, record) in found.iter().enumerate() {
            let Some(id) = id_of(record) else { continue };
            let in_all = whole.with_id(id)[0];
            assert_eq!(whole.named_by(in_all).len(), part.named_by(at).len(), "{id}");
        }
    }

    #[test]
    fn an_explanation_has_the_rules_and_what_names_the_finding() {
        let account = example::account();
        let edit = &Identifiers::of(&records(&account)).edits[0];
        let found = read_back(explained(&account, edit));
        assert_eq!(found[0]["finding"], Value::from(edit.as_str()));
        let rules: Vec<&Record> = found.iter().filter(|one| one["record"] == Value::from("rule")).collect();
        assert!(rules.iter().any(|rule| rule["rule"] == Value::from("a number differs")), "{rules:?}");
        assert!(found.iter().any(|one| id_of(one) == Some(edit)));
    }
}
