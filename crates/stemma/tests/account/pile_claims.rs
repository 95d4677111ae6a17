//! What is claimed in the invented pile: every kind of carrier, stance, ground, silence and origin, and most reasons
//! of joining.

use crate::pile::{HERALD, LATER, PAGE, POST, RECORD, WIRE, index, span};
use crate::pile_drafts::{Draft, Pile, UNNUMBERED, add_claim, joined};
use crate::pile_statements::{CAPTAIN, CHIEF, CREW, GUARD, MASTER};
use stemma::model::{
    Account, ByteRange, Carrier, ClaimIdx, ClaimPart, ClaimRole, ClaimStance, Disagreement, DisagreementKind,
    DisagreementOrder, Instance, InstanceIdx, JoinReason, MayBeOneReason, OriginGround, OriginWho, Report,
    Side, SilenceKind, Span, Story, StoryIdx,
};

const WHOLE: &str = "The ferry Halcyon ran aground off Varnholt on Monday with 214 people aboard.";
const NEAR: &str = "The ferry Halcyon ran aground near Varnholt on Monday with at least 210 people aboard.";
const NOBODY: &str = "“Nobody was hurt,”";

/// The claims of the accident and those of the prices, as they are counted below.
const ABOARD: usize = 1;
const FEWER_ABOARD: usize = 2;
const HURT: usize = 3;
const SHIPS: usize = 4;
const TIMETABLE: usize = 5;
const PRICES: usize = 6;

/// Adds stories, claims and disagreements. The wire's sentence carries two claims with nothing to tell the two instances
/// apart, so that these have equal identifiers.
pub fn add_claims(account: &mut Account) {
    account.stories = stories(&account.reports);
    let mut pile = Pile { reports: &account.reports, statements: Vec::new(), claims: Vec::new() };
    pile.statements = account.statements.iter().map(|statement| statement.span).collect();
    aground(&mut pile);
    hurt(&mut pile);
    of_one_report(&mut pile);
    let drafts = pile.claims;
    let ferry = account.passages.iter().find(|one| one.span == span(&account.reports, WIRE, WHOLE, 0));
    let family = ferry.expect("the wire's sentence is a passage").family;
    let mut disagreements = disagreements(&account.reports);
    for (idx, draft) in drafts.into_iter().enumerate() {
        add_claim(account, ClaimIdx(idx as u32), draft, family);
    }
    // The sides name instances by claim and place in it.
    for side in disagreements.iter_mut().flat_map(|one| &mut one.sides) {
        for instance in &mut side.instances {
            let (claim, nth) = (instance.0 / 100, instance.0 % 100);
            *instance = account.claims[claim as usize].instances[nth as usize];
        }
    }
    account.disagreements = disagreements;
}

/// One story of five reports, one of a single one. Furniture stands between parts.
fn stories(reports: &[Report]) -> Vec<Story> {
    let parts = |texts: &[&str]| {
        let mut parts = Vec::new();
        for text in texts {
            let report = index(reports, text);
            let layout = &reports[report.0 as usize].layout;
            let mut blocks: Vec<(ByteRange, bool)> = Vec::new();
            blocks.extend(layout.titles.iter().chain(&layout.paragraphs).map(|range| (*range, true)));
            blocks.extend(layout.furniture.iter().map(|line| (line.range, false)));
            blocks.sort_unstable();
            for run in blocks.chunk_by(|a, b| a.1 == b.1).filter(|run| run[0].1) {
                let range = ByteRange { start: run[0].0.start, end: run[run.len() - 1].0.end };
                parts.push(Span { report, range });
            }
        }
        parts.sort_unstable();
        parts
    };
    let term = |text, words| span(reports, text, words, 0);
    vec![
        Story {
            parts: parts(&[WIRE, HERALD, POST, RECORD, PAGE]),
            terms: vec![term(WIRE, "Halcyon"), term(WIRE, "Varnholt")],
        },
        Story { parts: parts(&[LATER]), terms: vec![term(LATER, "prices")] },
    ]
}

/// That the ferry ran aground, with how many, and with how many else.
fn aground(pile: &mut Pile<'_>) {
    use OriginGround::{ChangedCopy, Copy, OwnText, SumsUp};
    let (wire, herald) = (pile.at(WIRE, WHOLE, 0), pile.at(HERALD, NEAR, 0));
    let (short, last) =
        (pile.at(POST, "The ferry Halcyon ran aground off Varnholt on Monday.", 0), pile.at(POST, WHOLE, 0));
    let copy = |place| pile.instance(place, Carrier::Assertion, 0, Copy(InstanceIdx(0)));
    let own = pile.instance(wire, Carrier::Assertion, 0, OwnText);
    let headline =
        pile.instance(pile.at(WIRE, "Ferry runs aground", 0), Carrier::Headline, 0, SumsUp(InstanceIdx(0)));
    let mut near = copy(herald);
    near.parts = ["The ferry Halcyon", "ran aground", "near Varnholt", "on Monday"]
        .into_iter()
        .zip([ClaimRole::Actor, ClaimRole::Predicate, ClaimRole::Place, ClaimRole::Time])
        .map(|(words, role)| ClaimPart { range: pile.at(HERALD, words, 0).range, role })
        .collect();
    let wire_report = OriginWho::Report(wire.report);
    let quiet = pile.silences(&[(RECORD, SilenceKind::NotApplicable), (PAGE, SilenceKind::Silent)]);
    let runs = Draft {
        story: 0,
        instances: vec![
            own.clone(),
            joined(headline, 0, JoinReason::SumsUp, &[]),
            joined(near, 0, JoinReason::Witnesses, &[]),
            joined(copy(short), 0, JoinReason::Witnesses, &[]),
            joined(copy(last), 2, JoinReason::Witnesses, &[]),
        ],
        plainest: 3,
        origins: vec![(wire_report, false)],
        may_be_one: Vec::new(),
        counts: [(0, 1), (0, 0), (0, 0)],
        silences: quiet.clone(),
    };
    let mut quiet_herald = quiet.clone();
    quiet_herald.extend(pile.silences(&[(HERALD, SilenceKind::DateUnknown)]));
    let number = [(pile.at(POST, "214", 0), pile.at(WIRE, "214", 0))];
    let aboard = Draft {
        story: 0,
        instances: vec![own, joined(copy(last), 0, JoinReason::SameQuantity, &number)],
        plainest: 0,
        origins: vec![(OriginWho::Family(UNNUMBERED), false)],
        may_be_one: Vec::new(),
        counts: [(0, 1), (0, 0), (0, 0)],
        silences: quiet_herald,
    };
    let mut fewer = pile.instance(herald, Carrier::Assertion, 0, ChangedCopy);
    fewer.parts = vec![ClaimPart { range: pile.at(HERALD, "210", 0).range, role: ClaimRole::Quantity }];
    let mut others = quiet;
    others.extend(pile.silences(&[(WIRE, SilenceKind::DateUnknown), (POST, SilenceKind::Silent)]));
    let fewer = Draft {
        story: 0,
        instances: vec![fewer],
        plainest: 0,
        origins: vec![(OriginWho::Report(herald.report), true)],
        may_be_one: Vec::new(),
        counts: [(0, 1), (0, 0), (0, 0)],
        silences: others,
    };
    pile.claims.extend([runs, aboard, fewer]);
}

/// That people were hurt: three voices say so, of which any two may be one, one page alleges it, the harbour master
/// denies it.
fn hurt(pile: &mut Pile<'_>) {
    let denies = |mut instance: Instance, marker: Option<Span>| {
        instance.stance = ClaimStance::Denies;
        instance.marker = marker.map(|marker| marker.range);
        instance
    };
    let happening = |instance, with, here: Span, there: Span| {
        joined(instance, with, JoinReason::SameHappening, &[(here, there)])
    };
    let word = |nth| pile.at(POST, "hurt", nth);
    let nobody = denies(pile.said(WIRE, NOBODY, 3), Some(pile.at(WIRE, "Nobody", 0)));
    let anyone = denies(pile.said(HERALD, "that anyone was hurt", 3), None);
    let mut again = denies(pile.said(POST, NOBODY, 3), Some(pile.at(POST, "Nobody", 0)));
    again.ground = OriginGround::Copy(InstanceIdx(3));
    let cook = pile.at(POST, "A cook was allegedly hurt", 0);
    let mut cook = pile.instance(cook, Carrier::Assertion, 4, OriginGround::NotStated);
    cook.stance = ClaimStance::Alleges;
    cook.marker = Some(pile.at(POST, "allegedly", 0).range);
    let who = [CREW, GUARD, CAPTAIN, MASTER].map(|voice| (OriginWho::Voice(voice), false));
    let post = (OriginWho::Report(index(pile.reports, POST)), false);
    let draft = Draft {
        story: 0,
        instances: vec![
            pile.said(POST, "Two sailors were hurt", 0),
            happening(pile.said(POST, "Sailors were hurt", 1), 0, word(2), word(1)),
            happening(pile.said(POST, "Some had been hurt", 2), 0, word(3), word(1)),
            joined(nobody, 0, JoinReason::Denied, &[]),
            joined(anyone, 3, JoinReason::Denied, &[]),
            joined(again, 3, JoinReason::Witnesses, &[]),
            happening(cook, 0, word(4), word(1)),
        ],
        plainest: 1,
        origins: who.into_iter().chain([post]).collect(),
        may_be_one: vec![(1, 2, MayBeOneReason::SameParty), (0, 1, MayBeOneReason::Unnamed)],
        counts: [(1, 4), (0, 1), (1, 1)],
        silences: pile.silences(&[(RECORD, SilenceKind::CannotTell), (PAGE, SilenceKind::Silent)]),
    };
    pile.claims.push(draft);
}

/// A harbour, a timetable and prices: claims that one report makes.
fn of_one_report(pile: &mut Pile<'_>) {
    use OriginGround::{NotStated, OwnText, SumsUp};
    let ships = pile.instance(
        pile.at(RECORD, "Ships may enter the harbour of Varnholt again.", 0),
        Carrier::Assertion,
        0,
        OwnText,
    );
    let none = [(0, 0); 2];
    let alone = |story, instances, who, n: (u32, u32), silences| Draft {
        story,
        instances,
        plainest: 0,
        origins: vec![(who, false)],
        may_be_one: Vec::new(),
        counts: [n, none[0], none[1]],
        silences,
    };
    let unknown = [WIRE, HERALD, POST].map(|text| (text, SilenceKind::DateUnknown));
    let mut quiet = pile.silences(&unknown);
    quiet.extend(pile.silences(&[(PAGE, SilenceKind::Silent)]));
    let record = OriginWho::Report(index(pile.reports, RECORD));
    let later = OriginWho::Report(index(pile.reports, LATER));
    let kept = pile.said(LATER, "Halden Lines will keep its timetable", 0);
    let cut = pile.said(LATER, "No crossing is cut", 0);
    let words = [(pile.at(LATER, "cut", 0), pile.at(LATER, "keep", 0))];
    let cut = joined(cut, 0, JoinReason::SameHappening, &words);
    let mut rise = pile.said(LATER, "Prices, said the operator, rise by 3\u{fffd} per cent", 0);
    rise.ground = NotStated;
    let title =
        pile.instance(pile.at(LATER, "Ticket prices rise", 0), Carrier::Headline, 0, SumsUp(InstanceIdx(0)));
    let title = joined(title, 0, JoinReason::SumsUp, &[]);
    let drafts = [
        alone(0, vec![ships], record, (0, 1), quiet),
        alone(1, vec![kept, cut], OriginWho::Voice(CHIEF), (1, 1), Vec::new()),
        alone(1, vec![rise, title], later, (0, 1), Vec::new()),
    ];
    assert_eq!([SHIPS, TIMETABLE, PRICES], [0, 1, 2].map(|nth| pile.claims.len() + nth));
    pile.claims.extend(drafts);
}

/// How many were aboard, and whether anybody was hurt. An instance is named by 100 times its claim and its place there.
fn disagreements(reports: &[Report]) -> Vec<Disagreement> {
    let at = |text, words, nth| span(reports, text, words, nth);
    let side = |claim: usize, words: &[(usize, Span)]| Side {
        instances: words.iter().map(|(nth, _)| InstanceIdx((100 * claim + nth) as u32)).collect(),
        words: words.iter().map(|(_, words)| *words).collect(),
    };
    let disagreement = |kind, order, claims: &[usize], sides| Disagreement {
        story: StoryIdx(0),
        kind,
        order,
        claims: claims.iter().map(|claim| ClaimIdx(*claim as u32)).collect(),
        sides,
    };
    vec![
        disagreement(
            DisagreementKind::Number,
            DisagreementOrder::Unknown,
            &[ABOARD, FEWER_ABOARD],
            vec![
                side(ABOARD, &[(0, at(WIRE, "214", 0)), (1, at(POST, "214", 0))]),
                side(FEWER_ABOARD, &[(0, at(HERALD, "210", 0))]),
            ],
        ),
        disagreement(
            DisagreementKind::Denial,
            DisagreementOrder::SameTime,
            &[HURT],
            vec![
                side(HURT, &[(0, at(POST, "Two sailors", 0)), (1, at(POST, "Sailors", 0))]),
                side(HURT, &[(3, at(WIRE, "Nobody", 0)), (4, at(HERALD, "denied", 0))]),
            ],
        ),
    ]
}
