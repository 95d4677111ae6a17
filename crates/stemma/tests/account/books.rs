//! Are identifiers and the digest what they should be: of content only, and of all of it?

use crate::pile::{account, files};
use stemma::account::record::{Record, Value};
use stemma::account::{records, verify};
use stemma::model::{
    Account, CueClass, DateEvidence, Derivation, EditKind, Factuality, FurnitureKind, Parent, ParentKind,
    PassageIdx, ReportIdx, Sha256, SpeakerGrade, Stance, StatementKind, Table, Unread, VoiceIdx, VoiceKind,
};

fn digest(account: &Account) -> Value {
    records(account)[0]["digest"].clone()
}

/// Identifiers in the order of the records.
fn identifiers(records: &[Record]) -> Vec<String> {
    let identifier = |record: &Record| match record.get("id") {
        Some(Value::Text(id)) => Some(id.clone()),
        _ => None,
    };
    records.iter().filter_map(identifier).collect()
}

#[test]
fn the_header_stands_first_and_counts_what_follows() {
    let records = records(&account(&files()));
    assert_eq!(records[0]["record"], Value::from("account"));
    let count = |kind: &str| {
        let label = Value::from(kind);
        let found = records.iter().filter(|record| record["record"] == label);
        Value::count(found.count())
    };
    let Value::Map(counts) = &records[0]["counts"] else {
        panic!("the counts are an object");
    };
    for (key, kind, number) in [
        ("reports", "report", 6),
        ("captures", "capture", 8),
        ("furniture", "furniture", 2),
        ("passages", "passage", 10),
        ("families", "family", 4),
        ("edits", "edit", 6),
        ("descents", "descent", 8),
        ("shares", "share", 6),
        ("voices", "voice", 5),
        ("statements", "statement", 10),
        ("stories", "story", 2),
        ("instances", "instance", 20),
        ("origins", "origin", 11),
        ("claims", "claim", 7),
        ("disagreements", "disagreement", 2),
        ("places", "place", 4),
        ("unread", "unread", 1),
        ("notes", "note", 1),
    ] {
        assert_eq!(counts[key], Value::Int(number), "{key}");
        assert_eq!(count(kind), Value::Int(number), "{kind}");
    }
}

#[test]
fn an_account_of_unchanged_sources_has_no_problem() {
    let files = files();
    let records = records(&account(&files));
    assert_eq!(verify(&records, &crate::pile::sources(&files)), []);
}

#[test]
fn identifiers_and_digest_do_not_depend_on_names_or_order_of_files() {
    let original = records(&account(&files()));
    let mut moved = files();
    moved.reverse();
    moved.iter_mut().for_each(|file| file.name = "elsewhere");
    let moved = records(&account(&moved));
    let sorted = |records: &[Record]| {
        let mut ids = identifiers(records);
        ids.sort();
        ids
    };
    assert_eq!(sorted(&original), sorted(&moved));
    assert_eq!(original[0]["digest"], moved[0]["digest"]);
    assert_eq!(verify(&moved, &crate::pile::sources(&files())), []);
}

#[test]
fn the_order_of_lines_does_not_matter_below_the_header() {
    let mut records = records(&account(&files()));
    records[1..].reverse();
    assert_eq!(verify(&records, &crate::pile::sources(&files())), []);
}

#[test]
fn the_digest_does_not_depend_on_unread_files_and_notes() {
    let original = account(&files());
    let mut other = original.clone();
    other.unread.push(Unread {
        name: "another.zip".to_owned(),
        reason: "not text".to_owned(),
        hint: String::new(),
    });
    other.notes.clear();
    assert_eq!(digest(&original), digest(&other));
}

#[test]
fn findings_keep_their_identifiers_when_a_date_of_their_report_is_learned() {
    let original = account(&files());
    let mut dated = original.clone();
    for report in &mut dated.reports {
        report.published = some_date();
    }
    let (before, after) = (records(&original), records(&dated));
    assert_eq!(identifiers(&before), identifiers(&after));
    assert_ne!(before[0]["digest"], after[0]["digest"]);
}

#[test]
fn equal_runs_of_text_in_two_families_have_equal_identifiers() {
    let mut ids = identifiers(&records(&account(&files())));
    ids.retain(|id| id.starts_with('p'));
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(all - ids.len(), 1);
}

fn some_date() -> Option<DateEvidence> {
    Some(DateEvidence { value: "1999-12-31".to_owned(), method: "test".to_owned() })
}

#[test]
fn the_digest_depends_on_every_field_of_every_finding() {
    type Change = fn(&mut Account);
    let changes: &[(&str, Change)] = &[
        ("table", |a| a.tables.clear()),
        ("table name", |a| a.tables[0].name.push('x')),
        ("table version", |a| a.tables[0].version += 1),
        ("table entries", |a| a.tables[0].entries += 1),
        ("table hash", |a| a.tables[0].sha256 = Sha256::of(b"x")),
        ("second table", |a| {
            let copy: Table = a.tables[0].clone();
            a.tables.push(copy);
        }),
        ("text hash", |a| {
            a.reports[0].text_sha256 = Sha256::of(b"x");
        }),
        ("text", |a| a.reports[0].text.push('x')),
        ("outlet", |a| a.reports[0].outlet = Some("x".to_owned())),
        ("owner", |a| a.reports[0].owner = Some("x".to_owned())),
        ("address", |a| a.reports[0].url = Some("x".to_owned())),
        ("published", |a| a.reports[0].published = some_date()),
        ("modified", |a| a.reports[0].modified = some_date()),
        ("previous", |a| {
            let other = a.reports.iter().position(|r| r.previous.is_none());
            a.reports[other.unwrap()].previous = Some(ReportIdx(1));
        }),
        ("bytes of a capture", |a| {
            a.reports[0].captures[0].original_sha256 = Sha256::of(b"x");
        }),
        ("encoding", |a| {
            a.reports[0].captures[0].encoding.push('x');
        }),
        ("derivation", |a| {
            a.reports[0].captures[0].derivation = Derivation::Extracted { extractor: "x".to_owned() };
        }),
        ("extractor", |a| {
            let captures = a.reports.iter_mut().flat_map(|report| &mut report.captures);
            for capture in captures {
                if let Derivation::Extracted { extractor } = &mut capture.derivation {
                    extractor.push('x');
                }
            }
        }),
        ("captured", |a| {
            a.reports[0].captures[0].captured = some_date();
        }),
        ("capture", |a| {
            let copy = a.reports[0].captures[0].clone();
            a.reports[0].captures.push(copy);
        }),
        ("title", |a| {
            a.reports.iter_mut().for_each(|r| r.layout.titles.clear());
        }),
        ("paragraph", |a| {
            a.reports[0].layout.paragraphs.pop();
        }),
        ("paragraph end", |a| {
            a.reports[0].layout.paragraphs[0].end -= 1;
        }),
        ("furniture", |a| {
            a.reports.iter_mut().for_each(|r| r.layout.furniture.clear());
        }),
        ("kind of furniture", |a| {
            for line in a.reports.iter_mut().flat_map(|r| &mut r.layout.furniture) {
                line.kind = FurnitureKind::Promotion;
            }
        }),
        ("passage", |a| a.passages[0].span.range.start += 1),
        ("family", |a| a.families[0].passages.truncate(1)),
        ("representative", |a| {
            let family = a.families.iter_mut().find(|f| f.passages.len() == 4);
            let family = family.unwrap();
            let next = family.passages.iter().position(|p| *p == family.representative);
            family.representative = family.passages[(next.unwrap() + 1) % 4];
        }),
        ("edit", |a| {
            a.edits.pop();
        }),
        ("edit range", |a| a.edits[0].to.range.end += 1),
        ("edit side", |a| {
            a.edits[0].from.range.start = a.edits[0].from.range.end;
        }),
        ("edit passage", |a| a.edits[0].to.passage = PassageIdx(0)),
        ("edit kinds", |a| a.edits[0].kinds = [EditKind::Reorder].into_iter().collect()),
        ("descent", |a| {
            a.lineage.pop();
        }),
        ("descent of another passage", |a| a.lineage[0].passage = PassageIdx(1)),
        ("parent", |a| {
            a.lineage.iter_mut().for_each(|one| one.parent = Parent::NotDecidable);
        }),
        ("lost ancestor", |a| {
            let lost = a.lineage.iter_mut().find(|one| one.parent == Parent::LostAncestor);
            lost.unwrap().parent = Parent::Original;
        }),
        ("evidence", |a| {
            a.lineage.iter_mut().for_each(|one| one.evidence.clear());
        }),
        ("support", |a| {
            a.lineage.iter_mut().for_each(|one| one.support_percent = Some(50));
        }),
        ("what a report shares", |a| {
            a.shares.pop();
        }),
        ("report that shares", |a| a.shares[0].report = ReportIdx(1)),
        ("share of a pair", |a| {
            a.shares.iter_mut().flat_map(|one| &mut one.with).for_each(|pair| pair.bytes += 1);
        }),
        ("other of a pair", |a| {
            a.shares.iter_mut().flat_map(|one| &mut one.with).for_each(|pair| pair.other = ReportIdx(0));
        }),
        ("share of a parent", |a| {
            a.shares.iter_mut().flat_map(|one| &mut one.parents).for_each(|one| one.bytes += 1);
        }),
        ("parent of a share", |a| {
            let parents = a.shares.iter_mut().flat_map(|one| &mut one.parents);
            parents.for_each(|one| one.from = ParentKind::LostAncestor);
        }),
        ("what is new", |a| {
            a.shares.iter_mut().flat_map(|one| &mut one.new).for_each(|span| span.range.start += 1);
        }),
        ("statement", |a| {
            a.statements.pop();
        }),
        ("content", |a| a.statements[0].content.clear()),
        ("cue", |a| a.statements[0].cue = None),
        ("source", |a| a.statements[0].source = None),
        ("speaker", |a| {
            a.statements.iter_mut().for_each(|s| s.speaker = None);
        }),
        ("speaker's name", |a| {
            let speakers = a.statements.iter_mut().filter_map(|s| s.speaker.as_mut());
            speakers.for_each(|speaker| speaker.name.range.end -= 3);
        }),
        ("how it is given", |a| {
            for statement in &mut a.statements {
                statement.kind = StatementKind::Mixed;
            }
        }),
        ("stance", |a| {
            a.statements.iter_mut().for_each(|s| s.stance = Stance::Denies);
        }),
        ("ground of a speaker", |a| {
            let speakers = a.statements.iter_mut().filter_map(|s| s.speaker.as_mut());
            speakers.for_each(|speaker| speaker.grade = SpeakerGrade::SameWords);
        }),
        ("voice of a speaker", |a| {
            let speakers = a.statements.iter_mut().filter_map(|s| s.speaker.as_mut());
            speakers.for_each(|speaker| speaker.voice = VoiceIdx(1));
        }),
        ("what a cue does", |a| {
            a.statements.iter_mut().for_each(|s| s.class = CueClass::Claims);
        }),
        ("whether it was said", |a| {
            a.statements.iter_mut().for_each(|s| s.factuality = Factuality::Not);
        }),
        ("relay", |a| a.statements.iter_mut().for_each(|s| s.relays.clear())),
        ("source of a relay", |a| {
            a.statements.iter_mut().flat_map(|s| &mut s.relays).for_each(|relay| relay.source = None);
        }),
        ("cue of a relay", |a| {
            a.statements.iter_mut().flat_map(|s| &mut s.relays).for_each(|relay| relay.cue.end -= 1);
        }),
        ("when it was said", |a| a.statements.iter_mut().for_each(|s| s.uttered = None)),
        ("whether it continues", |a| a.statements.iter_mut().for_each(|s| s.continues = false)),
        ("voice", |a| {
            a.voices.pop();
        }),
        ("name of a voice", |a| a.voices[0].names[0].range.end -= 3),
        ("name that is shown", |a| a.voices[0].shown = 1 - a.voices[0].shown),
        ("kind of a voice", |a| a.voices[0].kind = VoiceKind::Body),
    ];
    let original = account(&files());
    for (what, change) in changes {
        let mut changed = original.clone();
        change(&mut changed);
        assert_ne!(original, changed, "{what}: the change changes nothing");
        assert_ne!(digest(&original), digest(&changed), "{what}");
    }
}
