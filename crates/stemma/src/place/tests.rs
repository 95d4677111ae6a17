//! Names in made sentences, and the places that they stand for.

use super::*;
use crate::model::{ByteRange, PlaceMeaning, PlacePrecision, PlaceReason, PlaceUsage, Source};
use stemma_gazetteer::{Gazetteer, Kind};

fn gazetteer() -> &'static Gazetteer {
    stemma_assets::places().expect("what the program brings along is whole")
}

/// The mentions in a text whose names stand in square brackets.
fn given(marked: &str) -> (String, Vec<PlaceMention>) {
    let (mut text, mut names, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '[' => start = text.len(),
            ']' => names.push(PlaceName::new(ByteRange::new(start, text.len()))),
            c => text.push(c),
        }
    }
    let mentions = resolve(ReportIdx(0), &text, &names, Atlas::new(gazetteer()), &Surroundings::default());
    (text, mentions)
}

/// A mention in a line: name, division, country, kind.
fn shown(mention: &PlaceMention) -> String {
    let one = |place: &crate::model::Place| {
        let division = place.division.as_deref().unwrap_or("-");
        format!("{}, {division}, {} ({})", place.name, place.country.letters(), place.kind.name())
    };
    match &mention.meaning {
        PlaceMeaning::Chosen(place) => one(place),
        PlaceMeaning::Undecided(places) => places.iter().map(one).collect::<Vec<_>>().join(" or "),
        PlaceMeaning::Unknown => "unknown".to_owned(),
    }
}

fn check(marked: &str, expected: &[&str]) {
    let (_, mentions) = given(marked);
    let found: Vec<String> = mentions.iter().map(shown).collect();
    assert_eq!(found, expected, "{marked}");
}

/// What is found in a text whose names nobody has marked.
fn found(text: &str) -> Vec<(String, String)> {
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let report = crate::text::reports(vec![Source::of_text("a".into(), text.into())]).remove(0);
    let reading = crate::text::read(&report);
    let analyses = crate::language::analyse(&report, &reading, &english.model);
    let atlas = Atlas::new(gazetteer());
    let mentions = places(ReportIdx(0), &report, &reading, &analyses, atlas, &Surroundings::default());
    mentions.iter().map(|mention| (mention.span.range.of(&report.text).to_owned(), shown(mention))).collect()
}

fn names_found(text: &str) -> Vec<String> {
    found(text).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn without_anything_else_the_best_known_place_is_meant() {
    check("Talks were held in [Paris] on Friday.", &["Paris, Île-de-France, FR (capital)"]);
    check("Rain fell in [Washington].", &["Washington, District of Columbia, US (capital)"]);
    check("[Mexico] voted.", &["Mexico, -, MX (country)"]);
}

#[test]
fn a_holder_beside_the_name_decides() {
    check(
        "Fire broke out in [Paris], [Texas], on Friday.",
        &["Paris, Texas, US (city)", "Texas, Texas, US (division)"],
    );
    check(
        "He left [Cambridge] ([Mass.]) early.",
        &["Cambridge, Massachusetts, US (city)", "Massachusetts, Massachusetts, US (division)"],
    );
    let (text, mentions) = given("It was [Paris], [Texas].");
    assert_eq!(mentions[0].reasons[0].words(&text), "it stands beside \"Texas\", which holds it");
}

#[test]
fn each_mention_has_its_own_holder() {
    let (_, mentions) = given("From [Paris], [Texas], to [Paris], [France].");
    assert_eq!(shown(&mentions[0]), "Paris, Texas, US (city)");
    assert_eq!(shown(&mentions[2]), "Paris, Île-de-France, FR (capital)");
}

#[test]
fn a_row_of_one_kind_is_no_place_with_its_holder() {
    check(
        "Leaders of [Georgia], [Armenia] and [Azerbaijan] met.",
        &["Georgia, -, GE (country)", "Armenia, -, AM (country)", "Azerbaijan, -, AZ (country)"],
    );
    check(
        "Storms crossed [Georgia], [Alabama] and [Tennessee].",
        &[
            "Georgia, Georgia, US (division)",
            "Alabama, Alabama, US (division)",
            "Tennessee, Tennessee, US (division)",
        ],
    );
}

#[test]
fn other_names_of_the_report_decide() {
    let (_, mentions) = given(
        "Sheriffs of [Lamar County] closed roads near [Reno] and [Blossom]. Schools in [Paris] and [Bonham] stayed open. \
         All of [Texas] was warned.",
    );
    assert_eq!(shown(&mentions[3]), "Paris, Texas, US (city)");
}

#[test]
fn what_little_speaks_for_is_left_open() {
    let (_, mentions) = given("A man from [Springfield] was found.");
    assert!(
        matches!(&mentions[0].meaning, PlaceMeaning::Undecided(places) if places.len() > 1),
        "{mentions:?}"
    );
    check("The village of [Qwertzuville] burned.", &["unknown"]);
}

#[test]
fn romanisations_are_one_name_where_the_country_is_known() {
    for name in ["Deir Ezzor", "Deir al-Zor", "Dayr az-Zawr", "Deir ez-Zor"] {
        let (_, mentions) = given(&format!("Shells fell on [{name}], [Syria], and on [Homs]."));
        let PlaceMeaning::Chosen(place) = &mentions[0].meaning else { panic!("{name}: {mentions:?}") };
        assert_eq!(place.country.letters(), "SY", "{name}");
    }
    check("Mr. Ushba spoke in [Ruegenwold].", &["unknown"]);
}

#[test]
fn words_beside_a_name_say_what_it_is() {
    let precision = |marked: &str| given(marked).1.last().and_then(|mention| mention.precision);
    assert_eq!(precision("They fled from [Homs]."), Some(PlacePrecision::Exact));
    assert_eq!(precision("They fled to a field outside [Homs]."), Some(PlacePrecision::Near));
    assert_eq!(precision("They fled from [Syria] to the [Homs] countryside."), Some(PlacePrecision::Near));
    assert_eq!(precision("They fled to [Kunar] province."), Some(PlacePrecision::Division));
    assert_eq!(precision("They fled from [Syria]."), Some(PlacePrecision::Country));
    assert_eq!(precision("They crossed the [Euphrates]."), Some(PlacePrecision::Region));
    assert_eq!(precision("They crossed the [Aegean Sea]."), Some(PlacePrecision::Sea));
    assert_eq!(precision("They fled to [Qwertzuville]."), None);
    let (_, mentions) = given("Shells fell on [Homs] province in [Syria].");
    assert!(
        matches!(&mentions[0].meaning, PlaceMeaning::Chosen(place) if place.kind == Kind::Division),
        "{mentions:?}"
    );
}

#[test]
fn short_forms_need_their_capitals() {
    let (_, mentions) = given("The [US] told [us].");
    assert_eq!(shown(&mentions[0]), "United States, -, US (country)");
    assert_ne!(shown(&mentions[1]), shown(&mentions[0]));
}

#[test]
fn people_are_told_from_places() {
    let (_, mentions) = given("[Syrian] troops entered [Syria].");
    assert_eq!((mentions[0].usage, mentions[1].usage), (PlaceUsage::People, PlaceUsage::Name));
}

#[test]
fn other_reports_may_decide() {
    let (_, ohio) =
        given("Police of [Franklin County] in [Ohio] said so in [Columbus], [Ohio]. [Westerville], [Ohio].");
    let text = "It rained in Dublin.";
    let names = [PlaceName::new(ByteRange::new(13, 19))];
    let atlas = Atlas::new(gazetteer());
    let alone = resolve(ReportIdx(0), text, &names, atlas, &Surroundings::default());
    let around = resolve(ReportIdx(0), text, &names, atlas, &Surroundings::of(&ohio));
    assert_eq!(shown(&alone[0]), "Dublin, Leinster, IE (capital)");
    assert_eq!(shown(&around[0]), "Dublin, Ohio, US (city)");
    assert!(around[0].reasons.contains(&PlaceReason::Surroundings), "{around:?}");
}

#[test]
fn a_user_s_own_place_comes_first() {
    let own = OwnPlaces::from_csv("name,latitude,longitude,country\nParis,10,20,TD\n", gazetteer())
        .expect("a list");
    let names = [PlaceName::new(ByteRange::new(3, 8))];
    let mentions =
        resolve(ReportIdx(0), "In Paris.", &names, Atlas::with(gazetteer(), &own), &Surroundings::default());
    assert_eq!(shown(&mentions[0]), "Paris, -, TD (site)");
    assert_eq!(mentions[0].reasons[0], PlaceReason::Listed);
}

#[test]
fn names_are_found_in_running_text() {
    assert_eq!(
        names_found(
            "Shelling hit Homs and the Deir ez-Zor countryside in Syria on Monday, the Syrian army said."
        ),
        ["Homs", "Deir ez-Zor", "Syria", "Syrian"]
    );
    assert_eq!(
        found("A man of Troy, Ala., was arrested on Monday, police said."),
        [
            ("Troy".to_owned(), "Troy, Alabama, US (city)".to_owned()),
            ("Ala.".to_owned(), "Alabama, Alabama, US (division)".to_owned())
        ]
    );
}

#[test]
fn words_beside_a_name_make_it_a_place_s() {
    for (text, name) in [
        ("Fighters fled to Harasta on Monday.", "Harasta"),
        ("Shells fell on the town of Mayadin on Monday.", "Mayadin"),
        ("Soldiers shelled Daraa province on Monday.", "Daraa"),
        ("Warplanes bombed Khan Sheikhoun in Idlib province.", "Khan Sheikhoun"),
    ] {
        assert!(names_found(text).contains(&name.to_owned()), "{text}: {:?}", names_found(text));
    }
    assert_eq!(names_found("A case of West Nile virus was found."), [""; 0]);
    assert_eq!(names_found("Pariahs of the West met in May."), [""; 0]);
}

#[test]
fn a_town_is_not_its_division_because_one_mention_is() {
    let (_, mentions) = given("They left [Idlib]. Warplanes bombed [Khan Sheikhoun] in [Idlib] province.");
    assert_eq!(shown(&mentions[0]), "Idlib, Idlib, SY (seat)");
    assert_eq!(shown(&mentions[2]), "Idlib, Idlib, SY (division)");
}

#[test]
fn names_within_names_of_bodies_only_help() {
    let text = "The Lamar County Sheriff's Office closed roads. Schools in Paris, the Texas Department of Transportation said, stay open.";
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let report = crate::text::reports(vec![Source::of_text("a".into(), text.into())]).remove(0);
    let reading = crate::text::read(&report);
    let analyses = crate::language::analyse(&report, &reading, &english.model);
    let names = find_names(&report, &reading, &analyses, Atlas::new(gazetteer()));
    let within: Vec<&str> =
        names.iter().filter(|name| name.is_within).map(|name| name.range.of(&report.text)).collect();
    assert_eq!(within, ["Lamar County", "Texas"]);
    assert_eq!(names_found(text), ["Paris"]);
}

#[test]
fn persons_and_bodies_stay_out() {
    assert_eq!(
        names_found("Paris Orlo met Jordan Velin of the Syrian Observatory for Human Rights."),
        [""; 0]
    );
    assert_eq!(names_found("Ada Lancaster spoke first. Then Lancaster left the room."), [""; 0]);
}

#[test]
fn nothing_is_found_in_nothing() {
    assert_eq!(names_found(""), [""; 0]);
    assert!(given("").1.is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_names_get_an_answer_each_and_always_the_same(
        words in proptest::collection::vec("(Paris|Texas|US|al-Bab|Homs|[A-Z][a-z]{1,6}|\\PC{1,6})( province| City|, )?", 0..12)
    ) {
        let (mut text, mut names) = (String::new(), Vec::new());
        for word in &words {
            let start = text.len();
            text.push_str(word);
            names.push(PlaceName::new(ByteRange::new(start, text.len())));
            text.push_str(", ");
        }
        let atlas = Atlas::new(gazetteer());
        let once = resolve(ReportIdx(0), &text, &names, atlas, &Surroundings::default());
        proptest::prop_assert_eq!(once.len(), names.len());
        for (mention, name) in once.iter().zip(&names) {
            proptest::prop_assert_eq!(mention.span.range, name.range);
            proptest::prop_assert_eq!(mention.precision.is_none(), mention.meaning == PlaceMeaning::Unknown);
            proptest::prop_assert_eq!(mention.reasons.is_empty(), mention.meaning == PlaceMeaning::Unknown);
        }
        proptest::prop_assert_eq!(resolve(ReportIdx(0), &text, &names, atlas, &Surroundings::default()), once);
    }

    #[test]
    fn names_lie_in_the_text_and_apart(text in "([A-Z][a-z]{2,7}|in|near|Paris|Homs|,|\\.|U\\.S\\.|\\PC{1,3}| ){0,40}") {
        let report = crate::text::reports(vec![Source::of_text("a".into(), text.clone())]).remove(0);
        let reading = crate::text::read(&report);
        let english = stemma_assets::english().expect("what the program brings along is whole");
        let analyses = crate::language::analyse(&report, &reading, &english.model);
        let mut end = 0;
        for name in find_names(&report, &reading, &analyses, Atlas::new(gazetteer())) {
            proptest::prop_assert!(name.range.start >= end && !name.range.is_empty());
            proptest::prop_assert!(report.text.get(name.range.as_usize()).is_some());
            end = name.range.end;
        }
    }
}
