//! Lines that recur over reports which have nothing else in common are furniture; what they have in common is not.

mod pile;

use pile::{account, source};
use stemma::Account;
use stemma::model::{FurnitureKind, Source};

/// Towns of ten reports; every other word of a report is made from its town.
const TOWNS: [&str; 10] =
    ["Anvel", "Borlund", "Cestow", "Dravik", "Estrel", "Foskar", "Gundmar", "Hollis", "Ivarn", "Jostad"];

/// A report of its own for each town, with one more paragraph.
fn reports(extra: impl Fn(&str) -> String) -> Vec<Source> {
    let report = |town: &&str| {
        let own: Vec<String> = (0..4)
            .map(|n| format!("The {town}{n} of {town}mar weighed {town}ish {town}ops near {town}by{n}."))
            .collect();
        source(&format!("{town}.txt"), &format!("{}\n\n{}\n", own.join(" "), extra(town)))
    };
    TOWNS.iter().map(report).collect()
}

fn n_recurring(account: &Account) -> usize {
    let lines = account.reports.iter().flat_map(|report| &report.layout.furniture);
    lines.filter(|line| line.kind == FurnitureKind::Recurring).count()
}

#[test]
fn a_line_in_ten_reports_that_share_nothing_else_is_furniture() {
    let line = "Your weekly letter from our kitchen comes with seven free recipes for winter evenings.";
    let account = account(reports(|_| line.to_owned()));
    assert_eq!(n_recurring(&account), TOWNS.len());
    assert!(account.families.is_empty());
    let table = account.tables.iter().find(|table| table.name == "recurring-lines").expect("it is named");
    assert_eq!(table.entries, 1);
}

#[test]
fn a_quotation_in_ten_reports_is_a_passage() {
    let account = account(reports(|_| {
        "\"Nobody will ever rebuild the bridge while I hold this office,\" the minister said.".to_owned()
    }));
    assert_eq!(n_recurring(&account), 0);
    assert_eq!(account.families.len(), 1);
}

#[test]
fn a_sentence_of_what_its_reports_speak_of_is_a_passage() {
    let words = "The ferry company Nordvik closed the northern harbour route after heavy storms.";
    let account = account(reports(|town| {
        format!("{words}\n\nIn {town} the Nordvik ferry stayed in harbour, and its northern route with it.")
    }));
    assert_eq!(n_recurring(&account), 0);
    assert!(!account.families.is_empty());
}

#[test]
fn a_line_in_few_reports_is_a_passage() {
    let line = "Your weekly letter from our kitchen comes with seven free recipes for winter evenings.";
    let few = reports(|_| line.to_owned()).into_iter().take(5).collect();
    let account = account(few);
    assert_eq!((n_recurring(&account), account.families.len()), (0, 1));
}
