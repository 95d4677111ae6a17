//! What a reader sees of a small account.

use super::*;
use crate::example;

fn shown(account: &Account, width: usize) -> String {
    let options = Options { width, colour: false, all: false, digest: Some("00aa") };
    terminal(account, &options)
}

#[test]
fn a_small_account_at_eighty_columns() {
    insta::assert_snapshot!(shown(&example::account(), 80), @"");
}
