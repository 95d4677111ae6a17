//! That what `whole.rs` checks is checked: a small account that holds together, and each way to break it.

use crate::stories::Draft;
use crate::{account, whole};
use std::panic::{AssertUnwindSafe, catch_unwind};
use stemma::model::{
    Account, ByteRange, Carrier, Claim, ClaimIdx, ClaimPart, ClaimRole, ClaimStance, Counts, Disagreement,
    DisagreementKind, DisagreementOrder, Instance, InstanceIdx, Join, JoinReason, Origin, OriginCount,
    OriginGround, OriginIdx, OriginWho, ReportIdx, Side, Silence, SilenceKind, Span, Story, StoryIdx,
};

/// Two reports that give different numbers, and one that is silent.
const TEXTS: [&str; 3] = ["Four geese flew by.", "Five geese flew by.", "Rain fell at noon."];

/// One claim, two instances with an origin each, a silence and a disagreement.
fn geese() -> Account {
    let drafts = TEXTS.iter().enumerate().map(|(idx, text)| Draft {
        name: idx.to_string(),
        published: None,
        text: (*text).to_owned(),
    });
    let mut account = account(&drafts.collect::<Vec<_>>());
    let find = |word: &str| account.reports.iter().position(|report| report.text.starts_with(word));
    let [four, five, rain] =
        ["Four", "Five", "Rain"].map(|word| ReportIdx(find(word).expect("it is there") as u32));
    let (one, other) = if four < five { (four, five) } else { (five, four) };
    let spans = [one, other, rain].map(|report| whole_of(&account, report));
    account.stories = vec![Story { parts: spans.to_vec(), terms: Vec::new() }];
    account.instances = vec![instance(spans[0], 0), instance(spans[1], 1)];
    account.origins = vec![origin(one, 0), origin(other, 1)];
    account.claims = vec![Claim {
        story: StoryIdx(0),
        instances: vec![InstanceIdx(0), InstanceIdx(1)],
        plainest: InstanceIdx(0),
        origins: vec![OriginIdx(0), OriginIdx(1)],
        may_be_one: Vec::new(),
        counts: Counts { affirm: OriginCount { at_least: 0, at_most: 2 }, ..Counts::default() },
        silences: vec![Silence { report: rain, kind: SilenceKind::Silent }],
    }];
    let side = |idx: u32, report| Side {
        instances: vec![InstanceIdx(idx)],
        words: vec![Span { report, range: ByteRange::new(0, 4) }],
    };
    account.disagreements = vec![Disagreement {
        story: StoryIdx(0),
        kind: DisagreementKind::Number,
        order: DisagreementOrder::Unknown,
        claims: vec![ClaimIdx(0)],
        sides: vec![side(0, one), side(1, other)],
    }];
    account
}

fn whole_of(account: &Account, report: ReportIdx) -> Span {
    Span { report, range: ByteRange::new(0, account.report(report).text.len()) }
}

fn instance(span: Span, idx: u32) -> Instance {
    let join = Join { with: InstanceIdx(0), reason: JoinReason::SameHappening, words: Vec::new() };
    Instance {
        claim: ClaimIdx(0),
        span,
        carrier: Carrier::Assertion,
        in_passing: false,
        stance: ClaimStance::Affirms,
        marker: None,
        parts: vec![ClaimPart { range: ByteRange::new(0, 4), role: ClaimRole::Quantity }],
        join: (idx > 0).then_some(join),
        origin: OriginIdx(idx),
        ground: OriginGround::OwnText,
    }
}

fn origin(report: ReportIdx, idx: u32) -> Origin {
    Origin {
        claim: ClaimIdx(0),
        who: OriginWho::Report(report),
        instances: vec![InstanceIdx(idx)],
        is_by_edit: false,
    }
}

/// A way to break an account.
type Break = (&'static str, fn(&mut Account));

const BREAKS: &[Break] = &[
    ("an origin without an instance", |it| it.origins[0].instances.clear()),
    ("an instance of two origins", |it| it.origins[0].instances.push(InstanceIdx(1))),
    ("an instance of no claim", |it| it.claims[0].instances.truncate(1)),
    ("an instance that names another origin", |it| it.instances[0].origin = OriginIdx(1)),
    ("a plainest instance that is none", |it| it.claims[0].plainest = InstanceIdx(7)),
    ("one origin too few at most", |it| it.claims[0].counts.affirm.at_most = 1),
    ("more at least than at most", |it| it.claims[0].counts.affirm.at_least = 3),
    ("unattributed text that counts at least", |it| it.claims[0].counts.affirm.at_least = 1),
    ("a denial that nobody utters", |it| it.claims[0].counts.deny.at_most = 1),
    ("a report left out", |it| it.claims[0].silences.clear()),
    ("a report that is silent and is not", |it| {
        it.claims[0].silences[0].report = it.instances[0].span.report;
    }),
    ("words outside their story", |it| it.stories[0].parts[0].range.end = 3),
    ("a part outside its words", |it| it.instances[0].parts[0].range.end = 400),
    ("a part outside its clause", |it| it.instances[0].span.range.start = 2),
    ("an instance that does not say why", |it| it.instances[1].join = None),
    ("an instance that copies itself", |it| it.instances[0].ground = OriginGround::Copy(InstanceIdx(0))),
    ("a copy with an origin of its own", |it| it.instances[1].ground = OriginGround::Copy(InstanceIdx(0))),
    ("a disagreement with itself", |it| it.disagreements[0].sides.truncate(1)),
    ("a side without words", |it| it.disagreements[0].sides[0].words.clear()),
    ("a disagreement of other claims", |it| it.disagreements[0].claims.clear()),
];

#[test]
fn whatever_does_not_fit_is_seen() {
    let account = geese();
    whole::check(&account);
    for (what, breaks) in BREAKS {
        let mut broken = account.clone();
        breaks(&mut broken);
        assert!(catch_unwind(AssertUnwindSafe(|| whole::check(&broken))).is_err(), "not seen: {what}");
    }
}
