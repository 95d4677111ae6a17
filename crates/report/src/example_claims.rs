//! What is claimed in the small account: one story, four claims, and what of them cannot all hold.
//!
//! Two speakers say that a deal was reached and one denies it; a headline and officials say that the harbour was closed;
//! two reports give two numbers of people, the second by an edit of a copy.

use crate::example::{at, span, statement};
use stemma::Account;
use stemma::model::*;

/// The wire, the coast and the harbour, as the account counts them.
const WIRE: u32 = 0;
const COAST: u32 = 1;
const HARBOUR: u32 = 2;

/// What the coast adds to the other two.
pub const COAST_ONLY: &str = "A deal was reached, mayor Ivo Brandt said. The deal was reached, the union said. \
    The old harbour was closed, officials said.\n";

/// The statements of the sentences that only the coast has.
pub fn statements(account: &Account) -> Vec<Statement> {
    let said = |content, rest, source: &str, speaker: &str| {
        let mut one = statement(account, COAST, content, rest, speaker);
        one.kind = StatementKind::Indirect;
        one.source = Some(at(&account.reports[COAST as usize], source));
        one
    };
    vec![
        said("A deal was reached", ", mayor Ivo Brandt said.", "mayor Ivo Brandt", "Ivo Brandt"),
        said("The deal was reached", ", the union said.", "the union", "the union"),
        said("The old harbour was closed", ", officials said.", "officials", "officials"),
    ]
}

/// Adds the story, the claims and the disagreements.
pub fn add_claims(account: &mut Account) {
    account.stories = vec![story(account)];
    let drafts =
        vec![deal(account), closed(account), people(account, WIRE, false), people(account, HARBOUR, true)];
    for (idx, (instances, mut origins, mut claim)) in drafts.into_iter().enumerate() {
        let (first, first_origin) = (account.instances.len() as u32, account.origins.len() as u32);
        let idx = ClaimIdx(idx as u32);
        claim.plainest.0 += first;
        for (nth, mut instance) in instances.into_iter().enumerate() {
            let own = InstanceIdx(first + nth as u32);
            instance.claim = idx;
            origins[instance.origin.0 as usize].instances.push(own);
            instance.origin.0 += first_origin;
            if let Some(join) = &mut instance.join {
                join.with.0 += first;
            }
            claim.instances.push(own);
            account.instances.push(instance);
        }
        for (nth, mut origin) in origins.into_iter().enumerate() {
            origin.claim = idx;
            claim.origins.push(OriginIdx(first_origin + nth as u32));
            account.origins.push(origin);
        }
        account.claims.push(claim);
    }
    account.disagreements = disagreements(account);
}

/// All three reports, each from its first block to its last, but for furniture.
fn story(account: &Account) -> Story {
    let whole = |(idx, report): (usize, &Report)| {
        let blocks = || report.layout.titles.iter().chain(&report.layout.paragraphs);
        let start = blocks().map(|block| block.start).min()?;
        let end = blocks().map(|block| block.end).max()?;
        Some(Span { report: ReportIdx(idx as u32), range: ByteRange { start, end } })
    };
    let mut parts: Vec<Span> = account.reports.iter().enumerate().filter_map(whole).collect();
    parts.sort_by_key(|part| stemma::account::report_identifier(account.report(part.report)));
    Story { parts, terms: vec![span(account, WIRE, "harbour of Veld"), span(account, COAST, "deal")] }
}

/// Instances and origins of a claim, each counted from 0, and the claim without them.
type Draft = (Vec<Instance>, Vec<Origin>, Claim);

fn instance(place: Span, carrier: Carrier, origin: u32, ground: OriginGround) -> Instance {
    Instance {
        claim: ClaimIdx(0),
        span: place,
        carrier,
        in_passing: false,
        stance: ClaimStance::Affirms,
        marker: None,
        parts: Vec::new(),
        join: None,
        origin: OriginIdx(origin),
        ground,
    }
}

/// Words of a report that a statement gives, by its speaker.
fn said(account: &Account, report: u32, words: &str, origin: u32) -> Instance {
    let place = span(account, report, words);
    let holds = |one: &Statement| one.span.report == place.report && one.span.range.contains(place.range);
    let idx = account.statements.iter().position(holds).expect("the words are said");
    instance(place, Carrier::Statement(StatementIdx(idx as u32)), origin, OriginGround::Speaker)
}

fn origin(who: OriginWho, is_by_edit: bool) -> Origin {
    Origin { claim: ClaimIdx(0), who, instances: Vec::new(), is_by_edit }
}

/// The voice that is shown under a name.
fn voice(account: &Account, name: &str) -> OriginWho {
    let is_it = |voice: &Voice| {
        let shown = voice.names[voice.shown as usize];
        shown.range.of(&account.report(shown.report).text).eq_ignore_ascii_case(name)
    };
    let idx = account.voices.iter().position(is_it).expect("somebody has this name");
    OriginWho::Voice(VoiceIdx(idx as u32))
}

fn claim(counts: [(u32, u32); 2], silences: &[(u32, SilenceKind)]) -> Claim {
    let count = |(at_least, at_most): (u32, u32)| OriginCount { at_least, at_most };
    let silence = |(report, kind): &(u32, SilenceKind)| Silence { report: ReportIdx(*report), kind: *kind };
    Claim {
        story: StoryIdx(0),
        instances: Vec::new(),
        plainest: InstanceIdx(0),
        origins: Vec::new(),
        may_be_one: Vec::new(),
        counts: Counts { affirm: count(counts[0]), deny: count(counts[1]), ..Counts::default() },
        silences: silences.iter().map(silence).collect(),
    }
}

fn joined(mut instance: Instance, reason: JoinReason, here: Span, there: Span) -> Instance {
    let words = vec![(here.range, there.range)];
    instance.join = Some(Join { with: InstanceIdx(0), reason, words });
    instance
}

fn deal(account: &Account) -> Draft {
    let reached = span(account, COAST, "A deal was reached");
    let union = said(account, COAST, "The deal was reached", 1);
    let mut ministry = said(account, WIRE, "A deal with the port workers was not reached", 2);
    ministry.stance = ClaimStance::Denies;
    ministry.marker = Some(span(account, WIRE, "not").range);
    let (union_words, ministry_words) = (union.span, ministry.span);
    let instances = vec![
        said(account, COAST, "A deal was reached", 0),
        joined(union, JoinReason::SameHappening, union_words, reached),
        joined(ministry, JoinReason::Denied, ministry_words, reached),
    ];
    let origins = ["Ivo Brandt", "the union", "the ministry"].map(|name| origin(voice(account, name), false));
    (instances, origins.into(), claim([(2, 2), (1, 1)], &[(HARBOUR, SilenceKind::Silent)]))
}

fn closed(account: &Account) -> Draft {
    let title = span(account, WIRE, "Old harbour of Veld closed after fire");
    let headline = instance(title, Carrier::Headline, 0, OriginGround::OwnText);
    let officials = said(account, COAST, "The old harbour was closed", 1);
    let words = [span(account, COAST, "closed"), span(account, WIRE, "closed")];
    let officials = joined(officials, JoinReason::SameHappening, words[0], words[1]);
    let origins =
        vec![origin(OriginWho::Report(ReportIdx(WIRE)), false), origin(voice(account, "officials"), false)];
    (vec![headline, officials], origins, claim([(1, 2), (0, 0)], &[(HARBOUR, SilenceKind::DateUnknown)]))
}

/// How many left, as one of the two reports has it.
fn people(account: &Account, report: u32, is_by_edit: bool) -> Draft {
    let number = if is_by_edit { "1,700" } else { "1,600" };
    let ground = if is_by_edit { OriginGround::ChangedCopy } else { OriginGround::OwnText };
    let words = format!("About {number} people left");
    let mut left = instance(span(account, report, &words), Carrier::Assertion, 0, ground);
    let quantity = span(account, report, number).range;
    left.parts = vec![ClaimPart { range: quantity, role: ClaimRole::Quantity }];
    let others = [WIRE, COAST, HARBOUR].into_iter().filter(|other| *other != report);
    let silences: Vec<_> = others.map(|other| (other, SilenceKind::DateUnknown)).collect();
    let origins = vec![origin(OriginWho::Report(ReportIdx(report)), is_by_edit)];
    (vec![left], origins, claim([(0, 1), (0, 0)], &silences))
}

/// Whether there was a deal, and how many left.
fn disagreements(account: &Account) -> Vec<Disagreement> {
    let side = |members: &[(u32, u32, &str)]| Side {
        instances: members.iter().map(|(instance, _, _)| InstanceIdx(*instance)).collect(),
        words: members.iter().map(|(_, report, words)| span(account, *report, words)).collect(),
    };
    let disagreement = |kind, order, claims: &[u32], sides| Disagreement {
        story: StoryIdx(0),
        kind,
        order,
        claims: claims.iter().copied().map(ClaimIdx).collect(),
        sides,
    };
    vec![
        disagreement(
            DisagreementKind::Denial,
            DisagreementOrder::SameTime,
            &[0],
            vec![
                side(&[(0, COAST, "A deal was reached"), (1, COAST, "The deal was reached")]),
                side(&[(2, WIRE, "not reached")]),
            ],
        ),
        disagreement(
            DisagreementKind::Number,
            DisagreementOrder::Unknown,
            &[2, 3],
            vec![side(&[(5, WIRE, "1,600")]), side(&[(6, HARBOUR, "1,700")])],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use stemma::account::{records, verify};
    use stemma::model::Source;

    /// The rest of the account is made for looks: some of its statements, for example, have no source words.
    #[test]
    fn the_claims_of_the_small_account_hold() {
        let account = crate::example::account();
        let texts = account.reports.iter().map(|report| Source::of_text("a.txt".into(), report.text.clone()));
        let sources: Vec<Source> = texts.collect();
        let problems = verify(&records(&account), &sources).into_iter();
        let of_claims = problems.filter(|problem| problem.finding.starts_with(['t', 'i', 'o', 'm', 'g']));
        assert_eq!(of_claims.collect::<Vec<_>>(), []);
    }
}
