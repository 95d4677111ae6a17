//! Kept findings: those of a run before, damaged ones, made-up ones.

use super::*;
use crate::Silent;
use crate::place::Atlas;
use std::collections::BTreeMap;

const REPORTS: [&str; 3] = [
    "Bridge closed after flood\n\nThe mayor of Aldermoor, Ada Roon, said on Monday that 14 people were hurt when the old \
     bridge fell. \"Nobody is missing,\" she told reporters.\n\nPolice denied that a warning had been ignored. She said the \
     road to Leeds would stay closed until 3 June 2024.\n",
    "The mayor of Aldermoor, Ada Roon, said on Monday that 14 people were hurt when the old bridge fell.\n\nA spokesman for \
     the army said that two divers had been killed near Leeds after a deal with the unions.\n",
    "Sixteen people were hurt in Aldermoor, according to the fire service. \u{201c}We were warned,\u{201d} a resident said.\n",
];

fn knowledge() -> Knowledge<'static> {
    let english = stemma_assets::english().expect("the model is whole");
    Knowledge { english, atlas: Atlas::new(stemma_assets::places().expect("the gazetteer is whole")) }
}

fn sources() -> Vec<Source> {
    let named = |(nth, text): (usize, &&str)| Source::of_text(format!("{nth}.txt"), (*text).to_owned());
    REPORTS.iter().enumerate().map(named).collect()
}

struct InMap(BTreeMap<Sha256, Vec<u8>>);

impl Kept for InMap {
    fn of(&mut self, texts: &[Sha256]) -> Vec<Option<Vec<u8>>> {
        texts.iter().map(|text| self.0.get(text).cloned()).collect()
    }
}

fn kept() -> InMap {
    let found = |text: &&str| (Sha256::of(text.as_bytes()), findings_to_keep(text, knowledge()));
    InMap(REPORTS.iter().map(found).collect())
}

fn from(kept: &mut InMap) -> (Account, usize) {
    let config = Config::default();
    let found = account_with_kept(sources(), Default::default(), knowledge(), kept, &[], &config, &Silent);
    assert!(found.orphans.is_empty());
    (found.account, found.n_analysed)
}

#[test]
fn an_account_from_kept_findings_is_the_one_made_anew() {
    let anew = crate::account(sources(), Vec::new(), Vec::new(), knowledge(), &Config::default(), &Silent);
    assert!(anew.statements.len() > 3 && !anew.claims.is_empty() && !anew.places.is_empty());
    assert_eq!(from(&mut kept()), (anew.clone(), 0));
    assert_eq!(from(&mut InMap(BTreeMap::new())), (anew, REPORTS.len()));
}

#[test]
fn bytes_that_changed_or_belong_to_another_text_are_no_findings() {
    let mut all = kept();
    let texts: Vec<Sha256> = all.0.keys().copied().collect();
    let of_another = all.0[&texts[1]].clone();
    all.0.insert(texts[0], of_another);
    let last = all.0.get_mut(&texts[1]).and_then(|bytes| bytes.last_mut()).expect("there are bytes");
    *last ^= 1;
    all.0.insert(texts[2], Vec::new());
    let (account, n_anew) = from(&mut all);
    assert_eq!((account, n_anew), (from(&mut kept()).0, 3));
}

/// A stranger can write a hash as well as we can. Whatever he wrote behind it, the program must not fall over it.
#[test]
fn made_up_bytes_with_the_right_hash_harm_nothing() {
    let text = REPORTS[0];
    let sha256 = Sha256::of(text.as_bytes());
    let good = findings_to_keep(text, knowledge());
    let mut state = 0x9e37_79b9_u64;
    let mut taken = 0;
    for _ in 0..250 {
        let mut written = good[bytes::CHECK_BYTES..].to_vec();
        for _ in 0..=(next(&mut state) % 3) {
            let place = next(&mut state) as usize % written.len();
            written[place] = (next(&mut state) >> 8) as u8;
        }
        let mut forged = bytes::check(sha256, &written).to_vec();
        forged.extend(written);
        let source = vec![Source::of_text("a.txt".to_owned(), text.to_owned())];
        let mut kept = InMap(BTreeMap::from([(sha256, forged)]));
        let edge = Default::default();
        let config = Config::default();
        let found = account_with_kept(source, edge, knowledge(), &mut kept, &[], &config, &Silent);
        crate::account::records(&found.account);
        taken += 1 - found.n_analysed;
    }
    assert!(taken > 8, "{taken}: some changes must pass for this to test anything");
}

/// Numbers without any pattern (Knuth, MMIX), the same on each run.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}
