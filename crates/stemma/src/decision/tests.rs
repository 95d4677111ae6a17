//! What a person decides, on two invented reports.

use super::*;
use crate::account::{records, verify};
use crate::model::{Account, Source};
use crate::place::Atlas;
use crate::{Config, FromKept, Kept, Knowledge, Silent, account_with_kept};

const BRIDGE: &str = "Bridge fell in Aldermoor\n\nThe fire service said that fourteen people were hurt when the old bridge fell in \
    Aldermoor. The mayor, Ada Roon, said that the old bridge had been closed since March. She said that nobody was missing.\n";
const CLOSED: &str = "Old bridge in Aldermoor had been closed\n\nMayor Roon said that the old bridge had been closed since March. \
    Fourteen people were hurt on Friday, according to the Aldermoor Rescue Corps.\n\nMore news: the old \
    bridge of Aldermoor was closed\n";

struct Nothing;

impl Kept for Nothing {
    fn of(&mut self, _: &[Sha256]) -> Vec<Option<Vec<u8>>> {
        Vec::new()
    }
}

fn decided(decisions: &[Decision]) -> FromKept {
    let english = stemma_assets::english().expect("the model is whole");
    let knowledge =
        Knowledge { english, atlas: Atlas::new(stemma_assets::places().expect("the gazetteer is whole")) };
    let source = |name: &str, text: &str| Source::of_text(name.to_owned(), text.to_owned());
    let sources = vec![source("a.txt", BRIDGE), source("b.txt", CLOSED)];
    let edge = Default::default();
    let config = Config::default();
    let found =
        account_with_kept(sources.clone(), edge, knowledge, &mut Nothing, decisions, &config, &Silent);
    let problems = verify(&records(&found.account), &sources);
    assert!(problems.is_empty(), "{problems:?}: what was decided can be verified");
    found
}

fn anchor(text: &str, words: &str) -> Anchor {
    let start = text.find(words).expect("the words stand there");
    Anchor { text: Sha256::of(text.as_bytes()), range: ByteRange::new(start, start + words.len()) }
}

fn decision(what: What, anchors: &[Anchor]) -> Decision {
    Decision { what, anchors: anchors.to_vec() }
}

fn words(account: &Account, range: crate::model::Span) -> &str {
    range.range.of(&account.report(range.report).text)
}

/// The words of all that was said, with the name of who said it.
fn said(account: &Account) -> Vec<(String, Option<String>)> {
    let of = |one: &crate::model::Statement| {
        let content = super::statements::content(&one.content);
        let text = &account.report(one.span.report).text;
        let name = one.speaker.as_ref().map(|speaker| words(account, speaker.name).to_owned());
        (content.of(text).to_owned(), name)
    };
    account.statements.iter().map(of).collect()
}

/// By claim: its instances by their words.
fn claims(account: &Account) -> Vec<Vec<&str>> {
    let of = |claim: &crate::model::Claim| {
        claim.instances.iter().map(|idx| words(account, account.instance(*idx).span)).collect()
    };
    account.claims.iter().map(of).collect()
}

#[test]
fn without_decisions_nothing_is_said_of_them() {
    let found = decided(&[]);
    assert!(found.account.tables.iter().all(|table| table.name != "decisions"));
    assert!(found.orphans.is_empty());
}

#[test]
fn a_rejected_statement_is_gone_and_so_is_what_rests_on_it() {
    let before = decided(&[]).account;
    let missing =
        |account: &Account| said(account).iter().any(|(words, _)| words.contains("nobody was missing"));
    assert!(missing(&before));
    let found = decided(&[decision(What::RejectStatement, &[anchor(BRIDGE, "that nobody was missing")])]);
    assert!(!missing(&found.account) && found.orphans.is_empty());
    assert_eq!(found.account.statements.len() + 1, before.statements.len());
    let table = found.account.tables.iter().find(|table| table.name == "decisions").expect("they are named");
    assert_eq!(table.entries, 1);
}

#[test]
fn a_name_is_given_to_whom_source_words_stand_for() {
    let at = [anchor(BRIDGE, "that nobody was missing"), anchor(BRIDGE, "fire service")];
    let found = decided(&[decision(What::Name(VoiceKind::Body), &at)]);
    let speaker = said(&found.account).into_iter().find(|(words, _)| words.contains("nobody was missing"));
    assert_eq!(speaker.and_then(|(_, name)| name).as_deref(), Some("fire service"));
}

#[test]
fn two_voices_that_are_one_are_counted_once() {
    let before = decided(&[]).account;
    let hurt = |account: &Account| {
        let claim = account.claims.iter().position(|claim| {
            words(account, account.instance(claim.plainest).span)
                .to_lowercase()
                .contains("fourteen people were hurt")
        });
        account.claims[claim.expect("it is claimed")].counts.affirm
    };
    assert_eq!(hurt(&before).at_most, 2);
    let at = [anchor(BRIDGE, "fire service"), anchor(CLOSED, "Aldermoor Rescue Corps")];
    let found = decided(&[decision(What::SameSource, &at)]);
    assert_eq!((hurt(&found.account).at_most, found.orphans), (1, vec![]));
    assert_eq!(found.account.voices.len() + 1, before.voices.len());
}

#[test]
fn claims_are_merged_and_split_and_instances_rejected() {
    let before = decided(&[]).account;
    let of = |account: &Account, words: &str| -> Vec<String> {
        let claim = claims(account).into_iter().find(|claim| claim.iter().any(|one| one.contains(words)));
        claim.unwrap_or_default().into_iter().map(str::to_owned).collect()
    };
    let (missing, closed) =
        (anchor(BRIDGE, "nobody was missing"), anchor(BRIDGE, "the old bridge had been closed since March"));
    assert!(of(&before, "missing").len() == 1 && of(&before, "since March").len() > 1);
    let merged = decided(&[decision(What::Merge, &[closed, missing])]);
    assert!(merged.orphans.is_empty());
    assert_eq!(of(&merged.account, "missing"), of(&merged.account, "since March"));
    let split = decided(&[decision(What::Split, &[closed])]);
    let parted = claims(&split.account);
    let with = |claim: &&Vec<&str>| claim.iter().any(|words| words.contains("since March"));
    assert_eq!((parted.iter().filter(with).count(), split.orphans), (2, vec![]), "{parted:?}");
    let rejected = decided(&[decision(What::RejectInstance, &[missing])]);
    assert!(of(&rejected.account, "missing").is_empty() && rejected.orphans.is_empty());
}

#[test]
fn a_line_that_is_no_furniture_is_read() {
    let line = anchor(CLOSED, "More news: the old bridge of Aldermoor was closed");
    let found = decided(&[decision(What::NotFurniture, &[line])]);
    let is_paragraph = |account: &Account| {
        account.reports.iter().any(|report| report.layout.paragraphs.contains(&line.range))
    };
    assert!(is_paragraph(&found.account) && !is_paragraph(&decided(&[]).account));
}

#[test]
fn what_finds_nothing_is_an_orphan_and_changes_no_finding() {
    let gone = Anchor { text: Sha256::of(b"a text that is not there"), range: ByteRange::new(0, 5) };
    let beside = anchor(BRIDGE, "Bridge");
    let all = [
        decision(What::RejectStatement, &[gone]),
        decision(What::Merge, &[gone, gone]),
        decision(What::SameSource, &[beside, beside]),
        decision(What::NotFurniture, &[beside]),
        decision(What::Name(VoiceKind::Person), &[beside, gone]),
        decision(What::Split, &[]),
    ];
    let found = decided(&all);
    assert_eq!(found.orphans, vec![0, 1, 2, 3, 4, 5]);
    let plain = decided(&[]).account;
    assert_eq!(found.account.claims, plain.claims);
    assert_eq!(found.account.statements, plain.statements);
}
