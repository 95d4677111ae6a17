//! As which of ACLED's event types a row could be coded.

use super::cells::{Rows, plain};
use stemma::event::EventRow;
use stemma::model::{EventKind, EventType};

/// ACLED's type and, where it is decided, its sub-type.
pub type AcledKind = (&'static str, &'static str);

const BATTLES: &str = "Battles";
const REMOTE: &str = "Explosions/Remote violence";
const CIVILIANS: &str = "Violence against civilians";
const STRATEGIC: &str = "Strategic developments";
const PROTESTS: &str = "Protests";
const RIOTS: &str = "Riots";

const ARMED: [&str; 22] = [
    "army", "soldiers", "troops", "forces", "rebels", "fighters", "militants", "insurgents", "guerrillas",
    "militia", "police", "gunmen", "military", "commandos", "regime", "terrorists", "jihadists", "brigade",
    "front", "navy", "policemen", "soldier",
];

const UNARMED: [&str; 18] = [
    "civilians", "civilian", "villagers", "residents", "people", "women", "children", "journalist",
    "journalists", "students", "worshippers", "passengers", "farmers", "family", "families", "protesters",
    "doctor", "refugees",
];

const AGREEMENTS: [&str; 12] = [
    "agreement", "deal", "accord", "pact", "treaty", "truce", "ceasefire", "settlement", "armistice",
    "agreements", "cessation", "reconciliation",
];

/// The kinds that a row could have; none where ACLED codes nothing of the sort.
pub fn kinds(rows: &Rows, row: &EventRow) -> Vec<AcledKind> {
    let mut found: Vec<AcledKind> =
        rows.kinds(row).iter().flat_map(|kind| of_kind(rows, row, kind)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn of_kind(rows: &Rows, row: &EventRow, kind: &EventKind) -> Vec<AcledKind> {
    let mode = kind.mode.as_deref().unwrap_or_default();
    let has_place = rows.events(row).any(|event| !event.places.is_empty());
    match (kind.kind, mode) {
        (EventType::Assault, mode) => assault(rows, row, mode),
        (EventType::Coerce, "arrest") => vec![(STRATEGIC, "Arrests")],
        (EventType::Coerce, "seize") if has_place => vec![
            (BATTLES, "Government regains territory"),
            (BATTLES, "Non-state actor overtakes territory"),
            (STRATEGIC, "Non-violent transfer of territory"),
        ],
        (EventType::Retreat, "withdraw") if has_place => {
            vec![(STRATEGIC, "Non-violent transfer of territory")]
        }
        (EventType::Retreat, "ceasefire") => vec![(STRATEGIC, "Agreement")],
        (EventType::Retreat, "disarm" | "release") => vec![(STRATEGIC, "Other")],
        (EventType::Agree | EventType::Support | EventType::Concede, _)
            if speaks_of(rows, row, &AGREEMENTS) =>
        {
            vec![(STRATEGIC, "Agreement")]
        }
        // Whether a demonstration stayed peaceful, and whose violence it was, a person must say.
        (EventType::Protest, "demo" | "obstruct") => {
            vec![(PROTESTS, "Peaceful protest"), (PROTESTS, "Protest with intervention")]
        }
        (EventType::Protest, "riot") => vec![(RIOTS, "Violent demonstration"), (RIOTS, "Mob violence")],
        _ => Vec::new(),
    }
}

fn assault(rows: &Rows, row: &EventRow, mode: &str) -> Vec<AcledKind> {
    match mode {
        "aerial" | "drone" => vec![(REMOTE, "Air/drone strike")],
        "heavy-weapons" => vec![(REMOTE, "Shelling/artillery/missile attack")],
        "explosives" => vec![(REMOTE, "Remote explosive/landmine/IED")],
        "suicide-attack" => vec![(REMOTE, "Suicide bomb")],
        "unconventional" => vec![(REMOTE, "Chemical weapon")],
        "abduct" => vec![(CIVILIANS, "Abduction/forced disappearance")],
        "sexual" => vec![(CIVILIANS, "Sexual violence")],
        "destroy" => vec![(STRATEGIC, "Looting/property destruction")],
        "crowd-control" => {
            vec![(PROTESTS, "Protest with intervention"), (PROTESTS, "Excessive force against protesters")]
        }
        _ => {
            let has = |cell: String, list: &[&str]| plain(&cell).split(' ').any(|word| list.contains(&word));
            let actor = rows.named(row, |event| event.actors.clone()).value;
            let recipient = rows.named(row, |event| event.recipients.clone()).value;
            match (has(actor, &ARMED), has(recipient.clone(), &ARMED), has(recipient, &UNARMED)) {
                (true, true, false) => vec![(BATTLES, "Armed clash")],
                (_, false, true) => vec![(CIVILIANS, "Attack")],
                _ => vec![(BATTLES, "Armed clash"), (CIVILIANS, "Attack")],
            }
        }
    }
}

/// Whether what a row tells is one of some words, or of one.
fn speaks_of(rows: &Rows, row: &EventRow, words: &[&str]) -> bool {
    let clauses = rows.places(row, |event| vec![event.predicate, event.span.range]);
    clauses.iter().any(|place| plain(rows.words(*place)).split(' ').any(|word| words.contains(&word)))
}
