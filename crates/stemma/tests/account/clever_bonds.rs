//! Changes to what binds findings together, by somebody who then computes identifiers, counts and the digest
//! anew: only the sources and the other findings can give him away.

use crate::mutation::Blame::{Account, Record};
use crate::mutation::Script::{Blind, Fails, Names};
use crate::mutation::{Case, Mutation, clever, is_large};
use stemma::account::record::{Value, record};
use stemma::model::Sha256;

/// An edit that leads from the representative of the large family to the witness with three edits.
fn some_edit(case: &mut Case) -> usize {
    case.any_where("edit", |record| {
        let words = |side: &str| match &record[side] {
            Value::Map(side) => side["span"].clone(),
            _ => Value::Null,
        };
        matches!(words("to"), Value::Map(span) if span["text"] == "near".into()
            || span["text"] == "210".into())
    })
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a finding is listed twice", Names, |case| {
        let kind = [
            "furniture", "family", "edit", "descent", "share", "voice", "statement", "story", "instance",
            "origin", "claim", "disagreement", "place",
        ][case.below(13)];
        let idx = case.any(kind);
        case.records.push(case.records[idx].clone());
        Record(idx)
    }),
    clever("a passage is listed once too often", Names, |case| {
        let idx = case.any("passage");
        case.records.push(case.records[idx].clone());
        Record(idx)
    }),
    clever("a passage grows over the next letter", Names, |case| {
        let family = case.any_where("family", is_large);
        let idx = case.named(family, "passages.0");
        let (start, end) = case.range(idx, "span");
        case.move_span(idx, "span", start, end - 1);
        Record(family)
    }),
    clever("an edit is dropped", Names, |case| {
        let idx = some_edit(case);
        let family = case.named(idx, "family");
        case.drop(idx);
        Record(if family > idx { family - 1 } else { family })
    }),
    clever("an edit stands at another place", Names, |case| {
        let idx = some_edit(case);
        let (start, end) = case.range(idx, "from.span");
        case.move_span(idx, "from.span", start - 1, end);
        Record(case.named(idx, "family"))
    }),
    clever("a side of an edit is outside its passage", Names, |case| {
        let idx = case.any("edit");
        case.move_span(idx, "to.span", 0, 3);
        Record(idx)
    }),
    clever("an edit leads the other way", Names, |case| {
        let idx = case.any("edit");
        let (from, to) = (case.get(idx, "from"), case.get(idx, "to"));
        case.set(idx, "from", to);
        case.set(idx, "to", from);
        Record(idx)
    }),
    clever("an edit leads into another family", Names, |case| {
        let idx = some_edit(case);
        let family = case.any_where("family", |record| !is_large(record));
        let passage = case.get(family, "passages.0");
        case.set(idx, "to.passage", passage);
        Record(idx)
    }),
    clever("an edit is of an unknown family", Names, |case| {
        let idx = case.any("edit");
        case.set(idx, "family", Value::from("f0123456789abcdef"));
        Record(idx)
    }),
    clever("an edit changes nothing", Blind, |case| {
        let idx = case.any_where("edit", |record| format!("{record:?}").contains("near"));
        let (start, _) = case.range(idx, "from.span");
        let (to, _) = case.range(idx, "to.span");
        case.records.push(case.records[idx].clone());
        let added = case.records.len() - 1;
        case.move_span(added, "from.span", start, start);
        case.move_span(added, "to.span", to, to);
        Record(added)
    }),
    clever("a family has a foreign representative", Names, |case| {
        let idx = case.any_where("family", is_large);
        let passages = case.get(idx, "passages");
        let other = case.any_where(
            "passage",
            |record| !matches!(&passages, Value::List(list) if list.contains(&record["id"])),
        );
        let other = case.get(other, "id");
        case.set(idx, "representative", other);
        Record(idx)
    }),
    clever("a family is said to stand in fewer reports", Names, |case| {
        let idx = case.any("family");
        case.add(idx, "n_reports", -1);
        Record(idx)
    }),
    clever("a family loses a witness", Names, |case| {
        let idx = case.any_where("family", is_large);
        let representative = case.get(idx, "representative");
        let last = case.get(idx, "passages.3");
        let gone = if last == representative { 2 } else { 3 };
        let orphan = case.named(idx, &format!("passages.{gone}"));
        if let Value::List(passages) = case.at(idx, "passages") {
            passages.remove(gone);
        }
        Record(orphan)
    }),
    clever("a family lists its witnesses in another order", Blind, |case| {
        let idx = case.any("family");
        if let Value::List(passages) = case.at(idx, "passages") {
            passages.reverse();
        }
        Record(idx)
    }),
    clever("a family lists an unknown passage", Names, |case| {
        let idx = case.any("family");
        case.set(idx, "passages.0", Value::from("p0123456789abcdef"));
        Record(idx)
    }),
    clever("a passage is said to be of a larger family", Fails, |case| {
        let idx = case.any_where("passage", |record| record["family_size"] == Value::Int(4));
        case.add(idx, "family_size", 1);
        Record(idx)
    }),
    clever("the copied share of a report changes", Names, |case| {
        let idx = case.any("report");
        case.add(idx, "copied_bytes", 1);
        Record(idx)
    }),
    clever("a family inside one report counts as copied", Names, |case| {
        let idx = case.report_of("later.txt");
        case.add(idx, "copied_bytes", 20);
        Record(idx)
    }),
    clever("the length of the paragraphs changes", Names, |case| {
        let idx = case.any("report");
        case.add(idx, "paragraph_bytes", -1);
        Record(idx)
    }),
    clever("the length of a text changes", Names, |case| {
        let idx = case.any("report");
        case.add(idx, "bytes", 1);
        Record(idx)
    }),
    clever("a paragraph loses its last letter", Fails, |case| {
        let idx = case.report_of("later.txt");
        case.add(idx, "paragraphs.0.end", -1);
        case.add(idx, "paragraph_bytes", -1);
        Record(idx)
    }),
    clever("a line is in no block", Blind, |case| {
        let idx = case.any("furniture");
        let report = case.named(idx, "span.report");
        case.drop(idx);
        Record(if report > idx { report - 1 } else { report })
    }),
    clever("a title is dropped", Fails, |case| {
        let idx = case.any_where("report", |record| record["titles"] != Value::List(vec![]));
        case.set(idx, "titles", Value::List(Vec::new()));
        Record(idx)
    }),
    clever("a title is also a paragraph", Fails, |case| {
        let idx = case.report_of("later.txt");
        case.set(idx, "paragraphs.0.start", Value::Int(0));
        let (_, end) = case.range(idx, "paragraphs.0");
        case.set(idx, "paragraph_bytes", Value::count(end));
        Record(idx)
    }),
    clever("a capture is said to have other bytes", Names, |case| {
        let idx = case.any("capture");
        let report = case.get(idx, "report");
        let other = case.any_where("capture", |record| record["report"] != report);
        let hash = case.get(other, "original_sha256");
        case.set(idx, "original_sha256", hash);
        Record(idx)
    }),
    clever("a capture is said to be in another encoding", Names, |case| {
        let name = Value::from("herald.txt");
        let idx = case.any_where("capture", |record| record["name"] == name);
        case.set(idx, "encoding", Value::from("windows-1251"));
        Record(idx)
    }),
    clever("a date of capture is invented", Blind, |case| {
        let idx = case.any("capture");
        let date = Value::map([("value", Value::from("2031-05-01")), ("method", Value::from("memory"))]);
        case.set(idx, "captured", date);
        Record(idx)
    }),
    clever("one of several captures is dropped", Names, |case| {
        let report = case.report_of("wire.txt");
        let report = case.get(report, "id");
        let idx = case.any_where("capture", |record| record["report"] == report);
        case.drop(idx);
        Account
    }),
    clever("a capture of the same bytes is invented", Fails, |case| {
        let idx = case.any("capture");
        let mut copy = case.records[idx].clone();
        copy.insert("name".to_owned(), Value::from("from-a-friend.txt"));
        case.records.push(copy);
        Record(idx)
    }),
    clever("a report is dropped with all that is said of it", Names, |case| {
        let report = case.report_of("later.txt");
        let id = case.get(report, "id");
        let Value::Text(id) = id else {
            panic!("an identifier is a text");
        };
        case.records.retain(|record| !format!("{record:?}").contains(&id));
        Account
    }),
    clever("a report is invented", Names, |case| {
        let idx = case.report_of("later.txt");
        let mut invented = case.records[idx].clone();
        let hash = Sha256::of(b"It never happened.\n").to_string();
        invented.insert("text_sha256".to_owned(), Value::Text(hash));
        invented.insert("id".to_owned(), Value::from("r0123456789abcdef"));
        case.records.push(invented);
        case.records.push(record([
            ("record", Value::from("capture")),
            ("id", Value::from("c0123456789abcdef")),
            ("report", Value::from("r0123456789abcdef")),
            ("name", Value::from("lost.txt")),
            ("original_sha256", Value::Text("0".repeat(64))),
            ("encoding", Value::from("UTF-8")),
            ("captured", Value::Null),
        ]));
        Record(case.records.len() - 2)
    }),
    clever("a report gets another outlet", Blind, |case| {
        let idx = case.any("report");
        case.set(idx, "outlet", Value::from("Evening Rumour"));
        Record(idx)
    }),
    clever("a date of publication is moved", Blind, |case| {
        let idx = case.report_of("post.txt");
        case.set(idx, "published.value", Value::from("2031-05-04"));
        Record(idx)
    }),
    clever("a date of change is invented", Blind, |case| {
        let idx = case.any("report");
        let date = Value::map([("value", Value::from("2031-05-01")), ("method", Value::from("memory"))]);
        case.set(idx, "modified", date);
        Record(idx)
    }),
    clever("an earlier version has another address", Blind, |case| {
        let idx = case.report_of("later.txt");
        let other = case.report_of("herald.txt");
        let other = case.get(other, "id");
        case.set(idx, "previous", other);
        Record(idx)
    }),
    clever("an earlier version is unknown", Blind, |case| {
        let idx = case.report_of("later.txt");
        case.set(idx, "previous", Value::from("r0123456789abcdef"));
        Record(idx)
    }),
    clever("a report is its own earlier version", Blind, |case| {
        let idx = case.report_of("later.txt");
        let own = case.get(idx, "id");
        case.set(idx, "previous", own);
        Record(idx)
    }),
    clever("a record is of an unknown kind", Names, |case| {
        case.records.push(Case::stranger());
        Account
    }),
    clever("a setting is a list", Blind, |case| {
        case.set(0, "config", Value::map([("x", Value::List(vec![]))]));
        Account
    }),
    clever("another schema is named", Names, |case| {
        case.set(0, "schema", Value::from("stemma.account/999"));
        Account
    }),
];
