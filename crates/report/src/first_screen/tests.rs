//! What stands on the first screen, and what stands there only once.

use super::*;
use crate::example::{self, family, report, span, statement};
use stemma::model::{FamilyIdx, Passage};

const SAFE: &str = "\u{201c}The harbour is safe,\u{201d}";
const CALM: &str = "\u{201c}Stay calm.\u{201d}";

fn screen(account: &Account, limits: Limits) -> FirstScreen<'_> {
    FirstScreen::of(account, &Numbering::of(account), limits)
}

/// Reports `a`, `b` and so on with these texts, and one family of these words in the first reports.
fn pile(texts: &[&str], copied: &str, witnesses: u32) -> Account {
    let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
    let reports = names.iter().zip(texts).map(|(name, text)| report(name, text)).collect();
    let mut account = Account { reports, ..Account::default() };
    for idx in 0..witnesses {
        let span = span(&account, idx, copied);
        account.passages.push(Passage { span, family: FamilyIdx(0) });
    }
    let witnesses: Vec<u32> = (0..witnesses).collect();
    account.families = vec![family(&witnesses, 0)];
    account
}

fn wordings<'a>(screen: &FirstScreen<'a>) -> Vec<&'a str> {
    screen.reported.items.iter().map(|item| item.wording.pieces[0]).collect()
}

#[test]
fn a_quotation_inside_a_copied_passage_is_shown_once_with_the_passage() {
    let text = format!("{SAFE} Ada Roon said on Monday.");
    let mut account = pile(&[&text, &text], &text, 2);
    for idx in 0..2 {
        account.statements.push(statement(&account, idx, SAFE, " Ada Roon said on Monday.", "Ada Roon"));
    }
    let screen = screen(&account, Limits::FIRST_LOOK);
    assert_eq!(wordings(&screen), [text.as_str()]);
    let Speech::By(voices) = &screen.reported.items[0].speech else { panic!("somebody says it") };
    assert_eq!((voices.total, voices.items[0].name), (1, "Ada Roon"));
}

#[test]
fn a_quotation_that_more_reports_carry_than_the_passage_round_it_comes_before_it() {
    let copied = format!("{SAFE} Ada Roon said on Monday.");
    let other = format!("Earlier today: {SAFE} she said.");
    let mut account = pile(&[&copied, &copied, &other], &copied, 2);
    account.statements = vec![
        statement(&account, 0, SAFE, " Ada Roon said", "Ada Roon"),
        statement(&account, 2, SAFE, " she said", ""),
    ];
    let screen = screen(&account, Limits::FIRST_LOOK);
    assert_eq!(wordings(&screen), [SAFE, copied.as_str()]);
    let quotation = &screen.reported.items[0];
    assert_eq!(quotation.n_reports, 3);
    let copy = Place { report: 2, range: example::at(&account.reports[1], &copied) };
    assert!(quotation.also_in.items.contains(&copy), "the copy counts by its passage");
}

#[test]
fn who_says_one_sentence_of_a_passage_does_not_say_all_of_it() {
    let text = format!("The port closed. {SAFE} Ada Roon said. Ships waited.");
    let mut account = pile(&[&text, &text], &text, 2);
    account.statements = vec![statement(&account, 0, SAFE, " Ada Roon said.", "Ada Roon")];
    let screen = screen(&account, Limits::FIRST_LOOK);
    let Speech::Within(voices) = &screen.reported.items[0].speech else { panic!("somebody says a part") };
    assert_eq!(voices.items[0].name, "Ada Roon");
}

#[test]
fn a_quotation_nobody_is_named_for_is_reported_and_not_stated() {
    let mut account = pile(&[CALM, "Elsewhere, nothing."], "t", 2);
    account.statements = vec![statement(&account, 0, CALM, "", "")];
    let screen = screen(&account, Limits::FIRST_LOOK);
    assert_eq!(screen.reported.items[1].speech, Speech::NotStated);
    assert_eq!(screen.not_stated.total, 1);
    assert_eq!(screen.not_stated.items[0].wording.pieces, [CALM]);
    assert_eq!(screen.not_stated.items[0].places.items[0].source, None);
}

#[test]
fn what_one_report_says_twice_is_reported_only_as_a_quotation() {
    let text = format!("{CALM} The port closed. {CALM} The port closed.");
    let mut account = pile(&[&text], &text[..text.len() / 2], 1);
    let twice = account.passages[0].clone();
    account.passages.push(twice);
    account.families = vec![family(&[0, 1], 0)];
    assert_eq!(screen(&account, Limits::FIRST_LOOK).reported.total, 0);
    account.statements = vec![statement(&account, 0, CALM, "", "")];
    assert_eq!(wordings(&screen(&account, Limits::FIRST_LOOK)), [CALM]);
}

#[test]
fn equal_words_in_other_marks_are_one_quotation() {
    let texts = ["\u{201c}Stay calm.\u{201d}", "\"STAY CALM\""];
    let mut account = pile(&texts, "t", 0);
    account.families.clear();
    account.statements = (0..2).map(|idx| statement(&account, idx, texts[idx as usize], "", "")).collect();
    let screen = screen(&account, Limits::FIRST_LOOK);
    assert_eq!(wordings(&screen), ["\"STAY CALM\""], "the shorter wording");
    assert_eq!(screen.reported.items[0].n_reports, 2);
    assert_eq!(screen.not_stated.items[0].places.total, 2);
}

#[test]
fn a_cut_list_remembers_how_long_it_was() {
    let account = example::account();
    let screen = screen(&account, Limits { items: 1, ..Limits::FIRST_LOOK });
    assert_eq!((screen.reported.items.len(), screen.reported.total), (1, 4));
    assert_eq!((screen.disputed.items.len(), screen.disputed.total), (1, 3));
    assert!(screen.not_stated.is_cut());
}

#[test]
fn the_order_does_not_depend_on_the_order_of_statements() {
    let mut account = example::account();
    let one = format!("{:?}", screen(&account, Limits::ALL));
    account.statements.reverse();
    assert_eq!(format!("{:?}", screen(&account, Limits::ALL)), one);
}
