//! What stands on the first screen, in which order, and what stands there only once.

use super::*;
use crate::example::{self, report, span, statement};
use crate::view::{Part, when_head};
use stemma::model::{
    ByteRange, ClaimPart, ClaimRole, ClaimStance, DateEvidence, DisagreementKind, DisagreementOrder,
    SilenceKind,
};

const CALM: &str = "\u{201c}Stay calm.\u{201d}";

/// What `look` finds on the first screen of an account.
fn on<T>(account: &Account, limits: Limits, look: impl Fn(&FirstScreen) -> T) -> T {
    let numbering = Numbering::of(account);
    let datings = stemma::datings(account);
    let list = ClaimList::of(account, &numbering, &datings, limits);
    look(&FirstScreen::of(account, &numbering, &datings, &list, limits))
}

fn wordings(screen: &FirstScreen) -> Vec<String> {
    screen.reported.items.iter().map(|claim| claim.wording.pieces[0].to_owned()).collect()
}

/// The disagreement on whether something is so.
fn denial<'s, 'a>(screen: &'s FirstScreen<'a>) -> &'s Disagreed<'a> {
    let disagreed = screen.disputed.items.iter().filter_map(|found| match found {
        Disputed::Disagreement(found) => Some(found),
        Disputed::Denied(_) => None,
    });
    let mut denials = disagreed.filter(|found| found.kind == DisagreementKind::Denial);
    denials.next().expect("something is denied")
}

#[test]
fn what_more_reports_carry_then_what_more_origins_say_comes_first() {
    let shown = on(&example::account(), Limits::FIRST_LOOK, wordings);
    assert_eq!(
        shown,
        [
            "A deal was reached",
            "Old harbour of Veld closed after fire",
            "About 1,700 people left",
            "About 1,600 people left",
        ]
    );
}

#[test]
fn days_come_in_order_and_what_has_none_comes_last() {
    let mut account = example::account();
    let day = |value: &str| Some(DateEvidence { value: value.into(), method: "json:published".into() });
    account.reports[0].published = day("2019-03-12");
    account.reports[2].published = day("2019-03-11");
    let heads = |screen: &FirstScreen| -> Vec<String> {
        let head = |claim: &ClaimView| match &when_head(claim.when.as_ref())[..] {
            [Part::Value(value), _, Part::Label(by)] => format!("{}: {value}, {by}", claim.wording.pieces[0]),
            other => panic!("{other:?}"),
        };
        screen.reported.items.iter().map(head).collect()
    };
    let shown = on(&account, Limits::FIRST_LOOK, heads);
    let by = "day of the earliest dated report";
    assert_eq!(
        shown,
        [
            format!("About 1,700 people left: 2019-03-11, {by}"),
            format!("A deal was reached: 2019-03-12, {by}"),
            format!("Old harbour of Veld closed after fire: 2019-03-12, {by}"),
            format!("About 1,600 people left: 2019-03-12, {by}"),
        ]
    );
    // "About 1,600 people left the old harbour of Veld on Sunday", in a report of Tuesday.
    let range = example::at(&account.reports[0], "Sunday");
    account.instances[5].parts.push(ClaimPart { range, role: ClaimRole::Time });
    let shown = on(&account, Limits::FIRST_LOOK, heads);
    assert_eq!(shown[0], "About 1,600 people left: 2019-03-10, named in the claim");
    account.reports[0].published = None;
    account.reports[2].published = None;
    let undated = on(&account, Limits::FIRST_LOOK, |screen| {
        screen.reported.items.iter().all(|claim| claim.when.is_none())
    });
    assert!(undated, "a weekday of which nobody knows the date puts nothing in order");
}

#[test]
fn what_is_only_denied_is_in_dispute_and_not_reported() {
    let mut account = example::account();
    for instance in &mut account.instances[..3] {
        instance.stance = ClaimStance::Denies;
    }
    account.disagreements.clear();
    on(&account, Limits::FIRST_LOOK, |screen| {
        assert!(!wordings(screen).contains(&"A deal was reached".to_owned()));
        let [Disputed::Denied(claim)] = &screen.disputed.items[..] else { panic!("{:?}", screen.disputed) };
        assert_eq!(claim.wording.pieces, ["A deal was reached"]);
        assert_eq!(claim.said, None);
    });
}

#[test]
fn what_was_overtaken_stands_apart() {
    let mut account = example::account();
    account.disagreements[1].order = DisagreementOrder::Update;
    on(&account, Limits::FIRST_LOOK, |screen| {
        assert_eq!((screen.disputed.total, screen.overtaken.total), (1, 1));
        let side = &screen.overtaken.items[0].sides.items[0];
        assert_eq!((side.words.before, side.words.after), ("About ", " people left"));
    });
}

#[test]
fn a_side_is_shown_by_its_shortest_words_and_leads_to_all() {
    on(&example::account(), Limits::FIRST_LOOK, |screen| {
        let found = denial(screen);
        assert_eq!((found.kind_label(), found.order_label()), ("whether it is so", "at the same time"));
        let deal = found.sides.items.iter().find(|side| side.also_in.total == 1).expect("two say so");
        assert_eq!(deal.words.words.pieces, ["A deal was reached"]);
        assert_eq!((deal.n_reports, deal.origins.total), (1, 2));
    });
}

#[test]
fn a_quotation_nobody_is_named_for_is_not_stated() {
    let mut account = Account { reports: vec![report("a.txt", CALM)], ..Account::default() };
    account.statements = vec![statement(&account, 0, CALM, "", "")];
    on(&account, Limits::FIRST_LOOK, |screen| {
        assert_eq!((screen.reported.total, screen.not_stated.speakers.total), (0, 1));
        let found = &screen.not_stated.speakers.items[0];
        assert_eq!((&found.wording.pieces[..], found.places.items[0].source), (&[CALM][..], None));
    });
}

#[test]
fn words_given_to_somebody_whom_nothing_names_are_not_stated() {
    let text = "Ships wait, the spokesman said.";
    let mut account = Account { reports: vec![report("a.txt", text)], ..Account::default() };
    let mut indirect = statement(&account, 0, "Ships wait", ", the spokesman said.", "");
    indirect.kind = stemma::model::StatementKind::Indirect;
    indirect.source = Some(span(&account, 0, "the spokesman").range);
    account.statements = vec![indirect];
    on(&account, Limits::FIRST_LOOK, |screen| {
        let found = &screen.not_stated.speakers.items[0];
        assert_eq!(found.places.items[0].source, Some("the spokesman"));
    });
}

#[test]
fn equal_words_in_other_marks_are_one_quotation() {
    let texts = ["\u{201c}Stay calm.\u{201d}", "\"STAY CALM\""];
    let reports = vec![report("a.txt", texts[0]), report("b.txt", texts[1])];
    let mut account = Account { reports, ..Account::default() };
    account.statements = (0..2).map(|idx| statement(&account, idx, texts[idx as usize], "", "")).collect();
    on(&account, Limits::FIRST_LOOK, |screen| {
        let [found] = &screen.not_stated.speakers.items[..] else { panic!("one quotation") };
        assert_eq!(found.wording.pieces, ["\"STAY CALM\""], "the shorter wording");
        assert_eq!(found.places.total, 2);
    });
}

#[test]
fn days_and_silences_that_nobody_states_are_told() {
    let mut account = example::account();
    let date = DateEvidence { value: "2019-03-12".into(), method: "json:published".into() };
    account.reports[0].published = Some(date);
    on(&account, Limits::FIRST_LOOK, |screen| {
        let undated: Vec<usize> = screen.not_stated.days.items.iter().map(|one| one.report).collect();
        assert_eq!(undated, [1, 2], "the wire is the third");
        let kinds: Vec<_> = screen
            .not_stated
            .silences
            .iter()
            .map(|(kind, silent)| (*kind, silent.iter().map(|one| one.claim).collect::<Vec<_>>()))
            .collect();
        let expected = [(SilenceKind::Silent, vec![1]), (SilenceKind::DateUnknown, vec![2, 3, 4])];
        assert_eq!(kinds, expected);
    });
}

#[test]
fn a_cut_list_remembers_how_long_it_was() {
    let limits = Limits { claims: 1, items: 1, ..Limits::FIRST_LOOK };
    on(&example::account(), limits, |screen| {
        assert_eq!((screen.reported.items.len(), screen.reported.total), (1, 4));
        assert_eq!((screen.disputed.items.len(), screen.disputed.total), (1, 2));
        assert!(screen.not_stated.speakers.is_cut() && screen.not_stated.days.is_cut());
    });
}

#[test]
fn the_order_does_not_depend_on_the_order_of_statements() {
    let text = "Ships wait.\n\u{201c}Stay calm.\u{201d}\n\u{201c}Go home.\u{201d}\n";
    let mut account = example::bare("a.txt", text);
    account.statements =
        [CALM, "\u{201c}Go home.\u{201d}"].map(|words| statement(&account, 0, words, "", "")).into();
    let shown = |account: &Account| on(account, Limits::ALL, |screen| format!("{screen:?}"));
    let one = shown(&account);
    account.statements.reverse();
    assert_eq!(shown(&account), one);
}

#[test]
fn words_of_a_side_outside_of_its_instance_are_shown_with_it() {
    let mut account = example::account();
    let claimed = account.instances[1].span;
    account.disagreements[0].sides[0].instances = vec![stemma::model::InstanceIdx(1)];
    let union = span(&account, 1, "the union");
    account.disagreements[0].sides[0].words = vec![union];
    on(&account, Limits::FIRST_LOOK, |screen| {
        let found = denial(screen);
        let side = found.sides.items.iter().find(|side| side.words.words.pieces == ["the union"]);
        let words = &side.expect("the side is shown").words;
        let said = ByteRange { start: claimed.range.start, end: union.range.start };
        assert_eq!(words.before, said.of(&account.reports[1].text));
    });
}
