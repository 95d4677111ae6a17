//! Changes to who copied whom, and to what reports share, by somebody who then computes identifiers, counts and
//! the digest anew.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Fails, Names};
use crate::mutation::{Case, Mutation, clever, is_large};
use stemma::account::record::Value;

/// A descent whose parent is of a kind.
fn descent(case: &mut Case, kind: &str) -> usize {
    let kind = Value::from(kind);
    case.any_where(
        "descent",
        |record| matches!(&record["parent"], Value::Map(parent) if parent["kind"] == kind),
    )
}

/// A descent with evidence of a kind, and where in the list that stands.
fn with_evidence(case: &mut Case, kind: &str) -> (usize, usize) {
    let label = Value::from(kind);
    let position = |list: &Value| match list {
        Value::List(items) => {
            items.iter().position(|item| matches!(item, Value::Map(item) if item["kind"] == label))
        }
        _ => None,
    };
    let idx = case.any_where("descent", |record| position(&record["evidence"]).is_some());
    let at = position(&case.get(idx, "evidence")).expect("this evidence was found a moment ago");
    (idx, at)
}

/// What a report shares: that of the report of a file.
fn share_of(case: &mut Case, name: &str) -> usize {
    let report = case.report_of(name);
    let id = case.get(report, "id");
    case.any_where("share", |record| record["report"] == id)
}

/// Three reports that share text.
const SHARING: [&str; 3] = ["wire.txt", "herald.txt", "post.txt"];

fn some_share(case: &mut Case) -> usize {
    let name = SHARING[case.below(SHARING.len())];
    share_of(case, name)
}

/// A descent in the family of four that is a copy of the one whose parent is an original.
fn copy_in_large(case: &mut Case) -> usize {
    let family = case.any_where("family", is_large);
    let family = case.get(family, "id");
    case.any_where("descent", |record| {
        record["family"] == family
            && matches!(&record["parent"], Value::Map(parent) if parent["kind"] == Value::from("passage"))
    })
}

fn remove(case: &mut Case, idx: usize, path: &str) {
    if let Value::List(items) = case.at(idx, path) {
        items.pop();
    }
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a descent is dropped", Names, |case| {
        let idx = case.any("descent");
        let family = case.named(idx, "family");
        case.drop(idx);
        Record(if family > idx { family - 1 } else { family })
    }),
    clever("a passage gets a second descent", Names, |case| {
        let idx = descent(case, "not-decidable");
        case.records.push(case.records[idx].clone());
        let added = case.records.len() - 1;
        case.set(added, "parent.kind", Value::from("original"));
        Record(added)
    }),
    clever("a descent is of an unknown family", Names, |case| {
        let idx = case.any("descent");
        case.set(idx, "family", Value::from("f0123456789abcdef"));
        Record(idx)
    }),
    clever("a descent is of a passage of another family", Names, |case| {
        let idx = copy_in_large(case);
        let family = case.any_where("family", |record| !is_large(record));
        let passage = case.get(family, "passages.0");
        case.set(idx, "passage", passage);
        Record(idx)
    }),
    clever("a family inside one report gets a descent", Names, |case| {
        let inside = case.any_where("family", |record| record["n_reports"] == Value::Int(1));
        let (family, passage) = (case.get(inside, "id"), case.get(inside, "passages.0"));
        let idx = descent(case, "original");
        case.records.push(case.records[idx].clone());
        let added = case.records.len() - 1;
        case.set(added, "family", family);
        case.set(added, "passage", passage);
        Record(added)
    }),
    clever("a parent is a passage of another family", Names, |case| {
        let idx = copy_in_large(case);
        let family = case.any_where("family", |record| !is_large(record));
        let passage = case.get(family, "passages.0");
        case.set(idx, "parent.passage", passage);
        Record(idx)
    }),
    clever("a parent is not there", Names, |case| {
        let idx = descent(case, "passage");
        case.set(idx, "parent.passage", Value::from("p0123456789abcdef"));
        Record(idx)
    }),
    clever("a passage is its own parent", Names, |case| {
        let idx = descent(case, "passage");
        let own = case.get(idx, "passage");
        case.set(idx, "parent.passage", own);
        Record(idx)
    }),
    clever("two passages are parents of each other", Fails, |case| {
        let idx = descent(case, "passage");
        let (family, parent) = (case.get(idx, "family"), case.get(idx, "parent.passage"));
        let own = case.get(idx, "passage");
        let other =
            case.any_where("descent", |record| record["family"] == family && record["passage"] == parent);
        let back = Value::map([("kind", Value::from("passage")), ("passage", own.clone())]);
        case.set(other, "parent", back);
        let is_first = matches!((&own, &parent), (Value::Text(own), Value::Text(parent)) if own < parent);
        Record(if is_first { idx } else { other })
    }),
    clever("a parent is called a lost ancestor", Names, |case| {
        let idx = descent(case, "passage");
        case.set(idx, "parent.kind", Value::from("lost-ancestor"));
        Record(idx)
    }),
    clever("a lost ancestor is called an original", Names, |case| {
        let idx = descent(case, "lost-ancestor");
        case.set(idx, "parent.kind", Value::from("original"));
        let report = case.named(idx, "passage");
        let report = case.get(report, "span.report");
        Record(case.any_where("share", |record| record["report"] == report))
    }),
    clever("an undecided order is called an original", Names, |case| {
        let idx = descent(case, "not-decidable");
        case.set(idx, "parent.kind", Value::from("original"));
        let report = case.named(idx, "passage");
        let report = case.get(report, "span.report");
        Record(case.any_where("share", |record| record["report"] == report))
    }),
    clever("an undecided order gets a parent and a figure", Names, |case| {
        let idx = descent(case, "not-decidable");
        case.set(idx, "support_percent", Value::Int(99));
        Record(idx)
    }),
    clever("a support is above a hundred percent", Names, |case| {
        let idx = descent(case, "passage");
        case.set(idx, "support_percent", Value::Int(101));
        Record(idx)
    }),
    clever("a parent is published later than its copy", Names, |case| {
        let (idx, _) = with_evidence(case, "dates");
        let wire = case.report_of("wire.txt");
        let date = Value::map([("value", Value::from("2031-05-06T04:00Z")), ("method", Value::from("test"))]);
        case.set(wire, "published", date);
        Record(idx)
    }),
    clever("words of evidence stand outside the parent", Names, |case| {
        let (idx, at) = with_evidence(case, "cut");
        let path = format!("evidence.{at}.parent");
        case.move_span(idx, &path, 0, 5);
        Record(idx)
    }),
    clever("words of evidence stand outside the child", Names, |case| {
        let (idx, at) = with_evidence(case, "spin");
        let path = format!("evidence.{at}.child");
        case.move_span(idx, &path, 0, 5);
        Record(idx)
    }),
    clever("words of evidence are invented", Names, |case| {
        let (idx, at) = with_evidence(case, "orphaned-anaphora");
        case.set(idx, &format!("evidence.{at}.child.text"), Value::from("nobody"));
        Record(idx)
    }),
    clever("evidence has words that its kind has not", Names, |case| {
        let (idx, at) = with_evidence(case, "cut");
        let words = case.get(idx, &format!("evidence.{at}.parent"));
        case.set(idx, &format!("evidence.{at}.child"), words);
        Record(idx)
    }),
    clever("evidence is of no known kind", Names, |case| {
        let (idx, at) = with_evidence(case, "other-passages");
        case.set(idx, &format!("evidence.{at}.kind"), Value::from("a hunch"));
        Record(idx)
    }),
    clever("dates change places", Names, |case| {
        let (idx, at) = with_evidence(case, "dates");
        if let Value::List(reports) = case.at(idx, &format!("evidence.{at}.reports")) {
            reports.reverse();
        }
        Record(idx)
    }),
    clever("a mosaic is of another report", Names, |case| {
        let (idx, at) = with_evidence(case, "mosaic");
        let passage = case.named(idx, "passage");
        let own = case.get(passage, "span.report");
        let other = case.any_where("report", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, &format!("evidence.{at}.reports.0"), other);
        Record(idx)
    }),
    clever("evidence names a report that is not there", Names, |case| {
        let (idx, at) = with_evidence(case, "second-generation");
        case.set(idx, &format!("evidence.{at}.reports.1"), Value::from("r0123456789abcdef"));
        Record(idx)
    }),
    clever("a triangle is over a passage of another family", Names, |case| {
        let (idx, at) = with_evidence(case, "triangle");
        let family = case.any_where("family", |record| !is_large(record));
        let passage = case.get(family, "passages.1");
        case.set(idx, &format!("evidence.{at}.passage"), passage);
        Record(idx)
    }),
    clever("what a report shares is dropped", Names, |case| {
        let idx = case.any("share");
        let report = case.named(idx, "report");
        case.drop(idx);
        Record(if report > idx { report - 1 } else { report })
    }),
    clever("what a report shares is told twice", Names, |case| {
        let idx = case.any("share");
        case.records.push(case.records[idx].clone());
        Record(idx)
    }),
    clever("what is shared is of an unknown report", Names, |case| {
        let idx = case.any("share");
        case.set(idx, "report", Value::from("r0123456789abcdef"));
        Record(idx)
    }),
    clever("a share with another report changes", Names, |case| {
        let idx = some_share(case);
        case.add(idx, "with.0.bytes", 1);
        Record(idx)
    }),
    clever("a share with another report is dropped", Names, |case| {
        let idx = some_share(case);
        remove(case, idx, "with");
        Record(idx)
    }),
    clever("a share is with another report than it was", Names, |case| {
        let idx = some_share(case);
        let later = case.report_of("later.txt");
        let later = case.get(later, "id");
        case.set(idx, "with.0.report", later);
        Record(idx)
    }),
    clever("the bytes of a parent change", Names, |case| {
        let idx = some_share(case);
        case.add(idx, "parents.0.bytes", -1);
        Record(idx)
    }),
    clever("a parent of a report is dropped", Names, |case| {
        let idx = some_share(case);
        remove(case, idx, "parents");
        Record(idx)
    }),
    clever("a parent of a report is called undecided", Names, |case| {
        let idx = share_of(case, "herald.txt");
        let undecided = Value::map([
            ("kind", Value::from("not-decidable")),
            ("report", Value::Null),
            ("bytes", Value::Int(27)),
        ]);
        case.set(idx, "parents", Value::List(vec![undecided]));
        Record(idx)
    }),
    clever("what is new in a report grows", Names, |case| {
        let idx = some_share(case);
        case.add(idx, "new.0.end", -1);
        Record(idx)
    }),
    clever("something new in a report is left out", Names, |case| {
        let idx = some_share(case);
        remove(case, idx, "new");
        Record(idx)
    }),
];
