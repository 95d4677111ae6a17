//! Whose name stands behind a claim, and on what ground.

use super::*;
use crate::example::{report, span, statement};

const SAFE: &str = "\u{201c}The harbour is safe,\u{201d}";

/// Three reports with one claim: the first names Ada Roon, the others copy it, one of them without a name and one
/// with another.
fn copied() -> Account {
    let texts = [" Ada Roon said.", " he said.", " Ivo Brandt said."].map(|rest| format!("{SAFE}{rest}"));
    let reports = texts.iter().zip(["a.txt", "b.txt", "c.txt"]).map(|(text, name)| report(name, text));
    let mut account = Account { reports: reports.collect(), ..Account::default() };
    account.statements = vec![
        statement(&account, 0, SAFE, " Ada Roon said.", "Ada Roon"),
        statement(&account, 1, SAFE, " he said.", ""),
        statement(&account, 2, SAFE, " Ivo Brandt said.", "Ivo Brandt"),
    ];
    crate::example::add_voices(&mut account);
    let instance = |idx: u32| Instance {
        claim: ClaimIdx(0),
        span: span(&account, idx, SAFE),
        carrier: Carrier::Statement(StatementIdx(idx)),
        in_passing: false,
        stance: ClaimStance::Affirms,
        marker: None,
        parts: Vec::new(),
        join: None,
        origin: OriginIdx(0),
        ground: if idx == 0 { OriginGround::Speaker } else { OriginGround::Copy(InstanceIdx(0)) },
    };
    let instances: Vec<Instance> = (0..3).map(instance).collect();
    let all: Vec<InstanceIdx> = (0..3).map(InstanceIdx).collect();
    account.instances = instances;
    account.origins = vec![Origin {
        claim: ClaimIdx(0),
        who: OriginWho::Voice(VoiceIdx(0)),
        instances: all.clone(),
        is_by_edit: false,
    }];
    let one = OriginCount { at_least: 1, at_most: 1 };
    account.claims = vec![Claim {
        story: StoryIdx(0),
        instances: all,
        plainest: InstanceIdx(0),
        origins: vec![OriginIdx(0)],
        may_be_one: Vec::new(),
        counts: Counts { affirm: one, ..Counts::default() },
        silences: Vec::new(),
    }];
    account
}

fn told(account: &Account) -> String {
    let behind = Behind { account, numbering: &Numbering::of(account), at_most: 5 };
    let backing = behind.backing(&account.claims[0], false).expect("somebody says so");
    backing.parts().iter().map(words).collect()
}

fn words(part: &Part) -> String {
    match part {
        Part::Label(words) | Part::Name(words) => (*words).to_owned(),
        Part::Number(number) => number.to_string(),
        Part::Report(report) => format!("[{report}]"),
        Part::Place(place) => format!("[{}]", place.report),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_copy_that_names_nobody_or_another_is_never_said_to_name_the_speaker() {
    let expected = "1 origin: Ada Roon [1] (for [2] named in another report; a copy names Ivo Brandt [3])";
    assert_eq!(told(&copied()), expected);
}

#[test]
fn a_speaker_on_the_word_of_another_report_keeps_his_ground() {
    let mut account = copied();
    let mut speaker = account.statements[0].speaker.clone().expect("the first is named");
    speaker.grade = SpeakerGrade::SameWords;
    account.statements[1].speaker = Some(speaker.clone());
    speaker.grade = SpeakerGrade::Resolved;
    account.statements[2].speaker = Some(speaker);
    assert_eq!(told(&account), "1 origin: Ada Roon [1] (for [2] probable)");
    account.statements[0].speaker = account.statements[2].speaker.clone();
    assert_eq!(told(&account), "1 origin: Ada Roon [1] (resolved; for [2] probable)");
}

#[test]
fn who_has_no_name_is_not_named_elsewhere() {
    let mut account = copied();
    account.voices[0].kind = VoiceKind::Unnamed;
    account.statements[2].speaker = None;
    assert_eq!(told(&account), "1 origin: Ada Roon [1] (unnamed)");
}

#[test]
fn what_nobody_is_named_for_is_told_by_its_reports() {
    let mut account = copied();
    account.claims[0].counts.affirm = OriginCount { at_least: 0, at_most: 1 };
    account.instances[0].ground = OriginGround::OwnText;
    account.origins[0].who = OriginWho::Report(ReportIdx(0));
    assert_eq!(told(&account), "no named origin: [1] in its own words (copied in [2], [3])");
    account.origins[0].who = OriginWho::Family(FamilyIdx(0));
    account.instances[0].ground = OriginGround::NotStated;
    let expected = "no named origin: [1], [2], [3] in a text that they share, no speaker named";
    assert_eq!(told(&account), expected);
}

#[test]
fn origins_are_independent_only_beside_at_least() {
    let told = |at_least, at_most| -> String {
        count_parts(OriginCount { at_least, at_most }).iter().map(words).collect()
    };
    assert_eq!(told(0, 1), "no named origin");
    assert_eq!(told(0, 3), "no named origin, at most 3 origins");
    assert_eq!(told(1, 1), "1 origin");
    assert_eq!(told(1, 2), "at least 1 and at most 2 origins");
    assert_eq!(told(2, 2), "2 origins");
    assert_eq!(told(2, 5), "at least 2 independent and at most 5 origins");
}
