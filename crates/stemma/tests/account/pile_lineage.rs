//! Who copied whom in the invented pile, with every kind of parent and of evidence.

use crate::pile::{HERALD, POST, WIRE, index, span};
use stemma::model::{Account, ByteRange, Descent, Evidence, Parent, PassageIdx, Span};

/// The witness of these words in the family of this size (2 where a run belongs to two: the first of them).
fn witness(account: &Account, place: Span, n_witnesses: usize, nth: usize) -> PassageIdx {
    let is_it = |idx: &usize| {
        let passage = &account.passages[*idx];
        let family = &account.families[passage.family.0 as usize];
        passage.span == place && family.passages.len() == n_witnesses
    };
    let idx = (0..account.passages.len()).filter(is_it).nth(nth);
    PassageIdx(idx.expect("the pile has this witness") as u32)
}

/// One descent for each witness of a family that stands in several reports.
pub fn lineage(account: &Account) -> Vec<Descent> {
    let mut lineage = ferry(account);
    lineage.extend(quotation(account));
    lineage.sort_by_key(|descent| descent.passage);
    lineage
}

fn descent(passage: PassageIdx, parent: Parent, evidence: Vec<Evidence>, percent: Option<u8>) -> Descent {
    Descent { passage, parent, evidence, support_percent: percent }
}

/// The family of four: the second and the third come from the first, the last from the second.
fn ferry(account: &Account) -> Vec<Descent> {
    let at = |text, words, nth| span(&account.reports, text, words, nth);
    let report = |text| index(&account.reports, text);
    let whole = "The ferry Halcyon ran aground off Varnholt on Monday with 214 people aboard.";
    let near = "The ferry Halcyon ran aground near Varnholt on Monday with at least 210 people aboard.";
    let wire = witness(account, at(WIRE, whole, 0), 4, 0);
    let herald = witness(account, at(HERALD, near, 0), 4, 0);
    let first = "The ferry Halcyon ran aground off Varnholt on Monday.";
    let short = witness(account, at(POST, first, 0), 4, 0);
    let last = witness(account, at(POST, whole, 0), 4, 0);
    let spin = Evidence::Spin { parent: at(WIRE, "off", 1), child: at(HERALD, "near", 0) };
    let by_date = Evidence::Dates { earlier: report(WIRE), later: report(POST) };
    let cut = Evidence::Cut { parent: at(WIRE, " with 214 people aboard", 0) };
    let monday = at(POST, whole, 0).range.start + 38;
    let child = Span { report: report(POST), range: ByteRange { start: monday, end: monday + 8 } };
    let triangle = Evidence::Triangle { beyond: wire, parent: at(HERALD, "at least ", 0), child };
    vec![
        descent(wire, Parent::Original, Vec::new(), None),
        descent(herald, Parent::Passage(wire), vec![spin, Evidence::OtherPassages { count: 2 }], Some(72)),
        descent(short, Parent::Passage(wire), vec![by_date, cut], None),
        descent(last, Parent::Passage(herald), vec![triangle], Some(100)),
    ]
}

/// The two families of the quotation: one undecided, the other with a lost ancestor.
fn quotation(account: &Account) -> Vec<Descent> {
    let at = |text, words, nth| span(&account.reports, text, words, nth);
    let report = |text| index(&account.reports, text);
    let quoted = at(WIRE, "“Nobody was hurt,”", 0);
    let denied = at(HERALD, "denied that anyone was hurt", 0);
    let mut families = [0, 1].map(|nth| witness(account, quoted, 2, nth));
    let in_post = witness(account, at(POST, "“Nobody was hurt,”", 0), 2, 0);
    families.sort_by_key(|idx| account.passage(*idx).family != account.passage(in_post).family);
    let in_herald = witness(account, denied, 2, 0);
    let mosaic = |text| Evidence::Mosaic { report: report(text), copied_percent: 80, partners: 2 };
    let again = Evidence::SecondGeneration { report: report(HERALD), copied: report(POST) };
    let end = denied.range.end;
    let nobody = Span { range: ByteRange { start: end, end }, ..denied };
    let lost = Evidence::LostAttribution { parent: quoted, child: nobody };
    let back = Evidence::OrphanedAnaphora { child: at(HERALD, "anyone", 0) };
    vec![
        descent(families[0], Parent::NotDecidable, Vec::new(), None),
        descent(in_post, Parent::NotDecidable, Vec::new(), None),
        descent(families[1], Parent::LostAncestor, vec![mosaic(WIRE)], None),
        descent(in_herald, Parent::Passage(families[1]), vec![mosaic(HERALD), again, lost, back], Some(64)),
    ]
}
