//! Does `docs/reference/account-format.md` describe the format that is written?

use crate::pile::{account, files};
use stemma::account::claim_labels::{
    CARRIER_LABELS, CLAIM_STANCE_LABELS, DISAGREEMENT_LABELS, GROUND_LABELS, JOIN_LABELS, MAY_BE_ONE_LABELS,
    ORDER_LABELS, ROLE_LABELS, SILENCE_LABELS, disagreement_label, join_label, order_label, role_label,
    silence_label,
};
use stemma::account::evidence::EVIDENCE;
use stemma::account::labels::{
    DERIVATION_LABELS, EDIT_LABELS, FURNITURE_LABELS, PARENT_LABELS, RecordKind, SHARE_LABELS, edit_label,
    furniture_label,
};
use stemma::account::place_labels::{
    PLACE_REASON_LABELS, PRECISION_LABELS, USAGE_LABELS, place_reason_label, precision_label, usage_label,
};
use stemma::account::record::{Record, Value, canonical_bytes};
use stemma::account::statement_labels::{
    CLASS_LABELS, FACTUALITY_LABELS, GRADE_LABELS, STANCE_LABELS, STATEMENT_LABELS, VOICE_LABELS,
};
use stemma::account::{SCHEMA, records};
use stemma::model::{
    ByteRange, ClaimRole, DisagreementKind, DisagreementOrder, EditKind, FurnitureKind, JoinReason,
    PlacePrecision, PlaceReason, PlaceUsage, Sha256, SilenceKind,
};

const FORMAT: &str = include_str!("../../../../docs/reference/account-format.md");

/// Keys of a value and of all values inside it.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::List(items) => items.iter().for_each(|item| keys(item, found)),
        Value::Map(fields) => {
            for (key, item) in fields {
                found.push(key.clone());
                keys(item, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_and_every_label_is_described() {
    let mut words = vec![SCHEMA.to_owned()];
    for record in records(&account(&files())) {
        keys(&Value::Map(record), &mut words);
    }
    let labels = [
        &FURNITURE_LABELS[..],
        &EDIT_LABELS,
        &STATEMENT_LABELS,
        &STANCE_LABELS,
        &GRADE_LABELS,
        &CLASS_LABELS,
        &FACTUALITY_LABELS,
        &VOICE_LABELS,
        &DERIVATION_LABELS,
        &PARENT_LABELS,
        &SHARE_LABELS,
        &CARRIER_LABELS,
        &CLAIM_STANCE_LABELS,
        &ROLE_LABELS,
        &JOIN_LABELS,
        &GROUND_LABELS,
        &MAY_BE_ONE_LABELS,
        &SILENCE_LABELS,
        &DISAGREEMENT_LABELS,
        &ORDER_LABELS,
        &USAGE_LABELS,
        &PRECISION_LABELS,
        &PLACE_REASON_LABELS,
        &EVIDENCE.map(|form| form.label),
    ];
    words.extend(labels.concat().into_iter().map(str::to_owned));
    words.extend(RecordKind::ALL.map(|kind| kind.label().to_owned()));
    for word in words {
        assert!(FORMAT.contains(&format!("`{word}`")), "`{word}`");
    }
}

#[test]
fn labels_are_listed_in_the_order_of_their_kinds() {
    use EditKind::{
        Addition, Attribution, Certainty, Cut, NameForm, Negation, Number, Punctuation, Reorder, Swap,
    };
    use FurnitureKind::{
        Byline, Caption, DateLine, Navigation, Promotion, Recurring, Related, RepeatedTitle,
    };
    let edits =
        [Swap, Cut, Addition, Reorder, Number, Negation, Attribution, Certainty, NameForm, Punctuation];
    assert!(edits.is_sorted());
    assert_eq!(edits.map(edit_label), EDIT_LABELS);
    let furniture = [DateLine, Byline, Navigation, Related, Caption, RepeatedTitle, Promotion, Recurring];
    assert_eq!(furniture.map(furniture_label), FURNITURE_LABELS);
}

#[test]
fn labels_of_claims_are_listed_in_the_order_of_their_kinds() {
    use ClaimRole::{Actor, Place, Predicate, Quantity, Recipient, Time};
    use DisagreementKind::{Attribution, Date, Denial, Number, Party, Strength};
    use DisagreementOrder::{Both, SameTime, Unknown, Update};
    use JoinReason::{Decided, Denied, GoesOn, SameHappening, SameQuantity, SumsUp, Witnesses};
    use SilenceKind::{CannotTell, DateUnknown, NotApplicable, Silent};
    assert_eq!([Predicate, Actor, Recipient, Place, Time, Quantity].map(role_label), ROLE_LABELS);
    let kinds = [Denial, Number, Date, DisagreementKind::Place, Party, Attribution, Strength];
    assert_eq!(kinds.map(disagreement_label), DISAGREEMENT_LABELS);
    assert_eq!([SameTime, Update, Both, Unknown].map(order_label), ORDER_LABELS);
    assert_eq!(
        [Witnesses, SameHappening, SameQuantity, GoesOn, SumsUp, Denied, Decided].map(join_label),
        JOIN_LABELS
    );
    assert_eq!([Silent, DateUnknown, NotApplicable, CannotTell].map(silence_label), SILENCE_LABELS);
}

#[test]
fn labels_of_places_are_listed_in_the_order_of_their_kinds() {
    use PlacePrecision::{Continent, Country, District, Division, Exact, Near, Region, Sea};
    use PlaceReason::{
        Holder, KindWord, Largest, Listed, Neighbour, Only, Others, Part, Row, SameCountry, SameDivision,
        Sound, Surroundings,
    };
    assert_eq!([PlaceUsage::Name, PlaceUsage::People].map(usage_label), USAGE_LABELS);
    let precisions = [Exact, Near, District, Division, Region, Country, Sea, Continent];
    assert!(precisions.is_sorted());
    assert_eq!(precisions.map(precision_label), PRECISION_LABELS);
    let range = ByteRange::new(0, 1);
    let reasons = [
        Listed,
        Holder(range),
        Neighbour(range),
        SameDivision(1),
        SameCountry(1),
        KindWord,
        Row,
        Others,
        Surroundings,
        Only,
        Largest,
        Sound,
        Part,
    ];
    assert!(reasons.is_sorted());
    assert_eq!(reasons.map(place_reason_label), PLACE_REASON_LABELS);
}

#[test]
fn the_example_is_that_of_the_invented_pile() {
    let records = records(&account(&files()));
    let byline = records
        .iter()
        .find(|record| record.get("kind") == Some(&"byline".into()))
        .expect("the pile has a byline");
    let mut hashed: Record = byline.clone();
    hashed.remove("id");
    let canonical = canonical_bytes(&Value::Map(hashed));
    let hash = Sha256::of(&canonical).to_string();
    let Value::Text(id) = &byline["id"] else {
        panic!("an identifier is a text");
    };
    assert_eq!(*id, format!("u{}", &hash[..16]));
    let canonical = String::from_utf8(canonical).expect("the example is text");
    for words in [&canonical, &hash, id] {
        assert!(FORMAT.contains(words.as_str()), "{words}");
    }
}
