//! Changes to stories, instances and claims by somebody who then computes identifiers, counts of records and the digest
//! anew. The claim with seven instances is that people were hurt, that with five that the ferry ran aground.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever};
use stemma::account::record::{Value, record};

const HURT: i64 = 7;
const AGROUND: i64 = 5;

/// The story of the accident, and which of its parts is of the wire.
fn part_of_wire(case: &mut Case) -> (usize, usize) {
    let idx =
        case.any_where("story", |record| matches!(&record["parts"], Value::List(parts) if parts.len() > 1));
    let wire = case.report_of("wire.txt");
    let wire = case.get(wire, "id");
    let is_of_wire = |part: &Value| matches!(part, Value::Map(part) if part["report"] == wire);
    let nth = case.items(idx, "parts").iter().position(is_of_wire);
    (idx, nth.expect("the wire is in the story"))
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a part of a story reaches into furniture", Names, |case| {
        let (idx, nth) = part_of_wire(case);
        let words = "More news: Bridge to stay closed";
        let wire = case.report_of("wire.txt");
        let end = case.text_of(wire).find(words).expect("the wire has furniture") + words.len();
        case.set(idx, &format!("parts.{nth}.end"), Value::count(end));
        Record(idx)
    }),
    clever("a part of a story is a line of furniture", Names, |case| {
        let (idx, nth) = part_of_wire(case);
        let line = case.any_where("furniture", |record| record["kind"] == "related".into());
        let (start, end) = case.range(line, "span");
        case.set(idx, &format!("parts.{nth}.start"), Value::count(start));
        case.set(idx, &format!("parts.{nth}.end"), Value::count(end));
        Record(idx)
    }),
    clever("a part of a story begins inside a paragraph", Names, |case| {
        let idx = case.any("story");
        case.add(idx, "parts.0.start", 1);
        Record(idx)
    }),
    clever("a part of a story is listed twice", Names, |case| {
        let idx = case.any("story");
        let part = case.get(idx, "parts.0");
        case.items(idx, "parts").insert(0, part);
        Record(idx)
    }),
    clever("a report is in no story", Names, |case| {
        let idx = case.report_of("page.html");
        let id = case.get(idx, "id");
        let (story, _) = part_of_wire(case);
        let is_other = |part: &Value| matches!(part, Value::Map(part) if part["report"] != id);
        case.items(story, "parts").retain(is_other);
        Record(idx)
    }),
    clever("a term of a story stands in furniture", Names, |case| {
        let (idx, _) = part_of_wire(case);
        let line = case.any_where("furniture", |record| record["kind"] == "related".into());
        let (start, end) = case.range(line, "span");
        case.move_span(idx, "terms.0", start, end);
        Record(idx)
    }),
    clever("a story has no parts", Names, |case| {
        let idx = case.any("story");
        case.items(idx, "parts").clear();
        Record(idx)
    }),
    clever("who affirms denies", Names, |case| {
        let nth = case.below(3);
        let idx = case.instance_of(HURT, nth);
        case.set(idx, "stance", Value::from("denies"));
        Record(idx)
    }),
    clever("who denies affirms", Names, |case| {
        let idx = case.instance_of(HURT, 4);
        case.set(idx, "stance", Value::from("affirms"));
        Record(case.claim_of(HURT))
    }),
    clever("who denies affirms, and the word that denies stays", Names, |case| {
        let idx = case.instance_of(HURT, 3);
        case.set(idx, "stance", Value::from("affirms"));
        Record(idx)
    }),
    clever("what is alleged is so", Names, |case| {
        let idx = case.instance_of(HURT, 6);
        case.set(idx, "stance", Value::from("affirms"));
        case.set(idx, "marker", Value::Null);
        Record(case.claim_of(HURT))
    }),
    clever("the word that denies or alleges is lost", Names, |case| {
        let nth = [3, 6][case.below(2)];
        let idx = case.instance_of(HURT, nth);
        case.set(idx, "marker", Value::Null);
        Record(idx)
    }),
    clever("the word that denies or alleges stands elsewhere", Names, |case| {
        let nth = [3, 6][case.below(2)];
        let idx = case.instance_of(HURT, nth);
        case.move_span(idx, "marker", 0, 3);
        Record(idx)
    }),
    clever("a stance to a claim is invented", Blind, |case| {
        let idx = case.instance_of(HURT, 3);
        case.set(idx, "stance", Value::from("doubts"));
        Record(idx)
    }),
    clever("an instance lies outside its statement", Names, |case| {
        let idx = case.instance_of(HURT, 1);
        let (start, end) = case.range(idx, "span");
        case.move_span(idx, "span", start - 2, end);
        Record(idx)
    }),
    clever("an instance is another statement", Names, |case| {
        let idx = case.instance_of(HURT, 1);
        let own = case.get(idx, "statement");
        let other = case.any_where("statement", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, "statement", other);
        Record(idx)
    }),
    clever("an assertion is called a headline", Names, |case| {
        let idx = case.instance_of(HURT, 6);
        case.set(idx, "carrier", Value::from("headline"));
        Record(idx)
    }),
    clever("a headline is called an assertion", Names, |case| {
        let idx = case.instance_of(AGROUND, 1);
        case.set(idx, "carrier", Value::from("assertion"));
        Record(idx)
    }),
    clever("a part of an instance stands elsewhere", Names, |case| {
        let idx = case.instance_of(AGROUND, 2);
        case.move_span(idx, "parts.1.span", 0, 7);
        Record(idx)
    }),
    clever("a role is invented", Blind, |case| {
        let idx = case.instance_of(AGROUND, 2);
        case.set(idx, "parts.1.role", Value::from("villain"));
        Record(idx)
    }),
    clever("an instance is dropped", Names, |case| {
        let idx = case.instance_of(HURT, 2);
        case.drop(idx);
        Record(case.claim_of(HURT))
    }),
    clever("a claim loses an instance", Names, |case| {
        let idx = case.claim_of(HURT);
        let nth = [1, 2, 4, 5, 6][case.below(5)];
        case.items(idx, "instances").remove(nth);
        case.add(idx, "n_instances", -1);
        Record(idx)
    }),
    clever("a claim lists an instance of another", Names, |case| {
        let idx = case.claim_of(HURT);
        let other = case.instance_of(AGROUND, 2);
        let other = case.get(other, "id");
        case.set(idx, "instances.6.instance", other);
        Record(idx)
    }),
    clever("a claim is worded as another is", Names, |case| {
        let idx = case.claim_of(HURT);
        let other = case.instance_of(AGROUND, 2);
        let (other, wording) = (case.get(other, "id"), case.get(other, "span"));
        case.set(idx, "plainest", other);
        case.set(idx, "wording", wording);
        Record(idx)
    }),
    clever("a claim is worded as none of its instances is", Names, |case| {
        let idx = case.claim_of(HURT);
        let (start, end) = case.range(idx, "wording");
        case.move_span(idx, "wording", start, end - 1);
        Record(idx)
    }),
    clever("a claim is of another story", Names, |case| {
        let idx = case.claim_of(HURT);
        let own = case.get(idx, "story");
        let other = case.any_where("story", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, "story", other);
        Record(idx)
    }),
    clever("a claim is said to stand in more reports", Names, |case| {
        let idx = case.any("claim");
        case.add(idx, "n_reports", 1);
        Record(idx)
    }),
    clever("a silence is dropped", Names, |case| {
        let idx = case.claim_of(HURT);
        case.items(idx, "silences").pop();
        Record(idx)
    }),
    clever("a report that carries a claim is called silent", Names, |case| {
        let idx = case.claim_of(HURT);
        let report = case.report_of("herald.txt");
        let silence = record([("report", case.get(report, "id")), ("kind", Value::from("silent"))]);
        case.items(idx, "silences").push(Value::Map(silence));
        Record(idx)
    }),
    clever("a report of another story is called silent", Names, |case| {
        let idx = case.claim_of(HURT);
        let report = case.report_of("later.txt");
        let silence = record([("report", case.get(report, "id")), ("kind", Value::from("silent"))]);
        case.items(idx, "silences").push(Value::Map(silence));
        Record(idx)
    }),
    clever("a report that came later is said to be earlier", Names, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "silences.1.kind", Value::from("not-applicable"));
        Record(idx)
    }),
    clever("a kind of silence is invented", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "silences.0.kind", Value::from("ashamed"));
        Record(idx)
    }),
    clever("two instances are the first of a claim", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "instances.3.join", Value::Null);
        Record(idx)
    }),
    clever("instances are joined in a circle", Blind, |case| {
        let idx = case.claim_of(HURT);
        let other = case.get(idx, "instances.5.instance");
        case.set(idx, "instances.3.join.with", other);
        Record(idx)
    }),
    clever("an instance is joined to one of another claim", Blind, |case| {
        let idx = case.claim_of(HURT);
        let other = case.instance_of(AGROUND, 2);
        let other = case.get(other, "id");
        case.set(idx, "instances.1.join.with", other);
        Record(idx)
    }),
    clever("the words that join two instances are lost", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.items(idx, "instances.1.join.words").clear();
        Record(idx)
    }),
    clever("the words that join two instances are misquoted", Names, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "instances.1.join.words.0.here.text", Value::from("dead"));
        Record(idx)
    }),
    clever("the words that join two instances stand in another report", Blind, |case| {
        let idx = case.claim_of(HURT);
        let words = case.get(idx, "instances.1.join.words.0.here");
        case.set(idx, "instances.4.join.reason", Value::from("same-happening"));
        let pair = record([("here", words.clone()), ("there", words)]);
        case.items(idx, "instances.4.join.words").push(Value::Map(pair));
        Record(idx)
    }),
    clever("two instances are witnesses of no family", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "instances.5.join.witnesses", Value::Null);
        Record(idx)
    }),
    clever("an affirmation is joined as a denial", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "instances.1.join.reason", Value::from("denied"));
        Record(idx)
    }),
    clever("a headline of another report sums up", Blind, |case| {
        let idx = case.claim_of(AGROUND);
        let other = case.get(idx, "instances.3.instance");
        case.set(idx, "instances.1.join.with", other);
        Record(idx)
    }),
];
