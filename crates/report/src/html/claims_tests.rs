//! What a reader finds of claims on the page.

use super::html;
use super::reading::{read, squeezed};
use super::tests::told;
use crate::{Numbering, example};

#[test]
fn terminal_and_page_tell_the_same_of_every_claim() {
    let account = example::account();
    let numbering = Numbering::of(&account);
    let datings = stemma::datings(&account);
    let limits = crate::first_screen::Limits::ALL;
    let claims = crate::view::ClaimList::of(&account, &numbering, &datings, limits);
    let options = crate::terminal::Options { width: 120, colour: false, all: true, digest: None };
    let on_terminal = squeezed(&crate::terminal::terminal(&account, &options));
    let on_page = squeezed(&read(&html(&account)).text.replace('\u{2013}', "-"));
    assert_eq!(claims.claims.len(), 4);
    for claim in &claims.claims {
        let said: String = claim.said_parts().iter().map(told).collect();
        let denied: String = claim.denied_parts().iter().map(told).collect();
        for words in [claim.wording.pieces[0], &squeezed(&said), &squeezed(&denied)] {
            assert!(on_terminal.contains(words), "{words}: {on_terminal}");
            assert!(on_page.contains(words), "{words}: {on_page}");
        }
    }
    for words in crate::view::Cell::ALL.map(|cell| format!("{} {}", cell.sign(), cell.label())) {
        assert!(on_terminal.contains(&words) && on_page.contains(&words), "{words}");
    }
}

#[test]
fn a_sign_of_the_table_leads_to_the_words() {
    let page = html(&example::account());
    let (_, table) = page.split_once("<table class=\"by-reports\"").expect("the page has the table");
    let (table, _) = table.split_once("</table>").expect("the table ends");
    assert_eq!(table.matches("<th scope=\"col\">").count(), 5);
    assert_eq!(table.matches("<th scope=\"row\">").count(), 4);
    // The mayor and the union of the coast, the ministry of the wire.
    for (place, sign, label) in [("r1-b126", "+", "says"), ("r3-b188", "x", "denies")] {
        let cell = format!(
            "<a href=\"#{place}\"><span aria-hidden=\"true\">{sign}</span><span class=\"unseen\">{label}"
        );
        assert!(table.contains(&cell), "{cell}: {table}");
    }
}

#[test]
fn a_claim_of_very_many_reports_takes_no_square_of_space() {
    let page_of = |n_reports: u32| html(&of_many(n_reports));
    let (some, many) = (page_of(100), page_of(400));
    assert!(many.len() < some.len() * 5, "{} and {}", some.len(), many.len());
    assert!(
        !many.contains("<th scope=\"col\"><a href=\"#report-1\""),
        "no column for each of so many reports"
    );
    assert!(read(&many).text.contains("400 of 400 reports"));
}

/// One claim that so many reports make in their own words.
fn of_many(n_reports: u32) -> stemma::Account {
    use stemma::model::*;
    let mut account = stemma::Account::default();
    for nth in 0..n_reports {
        account.reports.push(example::report(&format!("{nth}.txt"), &format!("The boats left. {nth}")));
    }
    let spans: Vec<Span> =
        (0..n_reports).map(|nth| example::span(&account, nth, "The boats left.")).collect();
    account.stories = vec![Story { parts: spans.clone(), terms: Vec::new() }];
    let instances = spans.iter().zip(0..).map(|(span, nth)| Instance {
        claim: ClaimIdx(0),
        span: *span,
        carrier: Carrier::Assertion,
        in_passing: false,
        stance: ClaimStance::Affirms,
        marker: None,
        parts: Vec::new(),
        join: None,
        origin: OriginIdx(nth),
        ground: OriginGround::OwnText,
    });
    account.instances = instances.collect();
    let origins = (0..n_reports).map(|nth| Origin {
        claim: ClaimIdx(0),
        who: OriginWho::Report(ReportIdx(nth)),
        instances: vec![InstanceIdx(nth)],
        is_by_edit: false,
    });
    account.origins = origins.collect();
    account.claims = vec![Claim {
        story: StoryIdx(0),
        instances: (0..n_reports).map(InstanceIdx).collect(),
        plainest: InstanceIdx(0),
        origins: (0..n_reports).map(OriginIdx).collect(),
        may_be_one: Vec::new(),
        counts: Counts { affirm: OriginCount { at_least: 0, at_most: n_reports }, ..Counts::default() },
        silences: Vec::new(),
    }];
    account
}
