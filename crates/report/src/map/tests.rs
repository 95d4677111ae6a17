//! Maps of made places.

use super::*;
use proptest::prelude::*;

fn outlines() -> &'static Outlines {
    stemma_assets::outlines().expect("what the program brings along is whole")
}

fn point(latitude: i32, longitude: i32, label: &str) -> MapPoint<'_> {
    let point = Point { latitude: latitude * Point::DEGREE / 10, longitude: longitude * Point::DEGREE / 10 };
    MapPoint { point, label, is_exact: true }
}

fn drawn(points: &[MapPoint]) -> (String, Vec<usize>) {
    let map = draw_map(outlines(), points, "Places").expect("there are points");
    (map.svg.into_string(), map.without_label)
}

#[test]
fn without_points_there_is_no_map() {
    assert!(draw_map(outlines(), &[], "Places").is_none());
}

#[test]
fn places_stand_on_the_land_around_them() {
    let points = [point(335, 363, "Damascus"), point(362, 372, "Aleppo"), point(347, 367, "Homs")];
    let (svg, without) = drawn(&points);
    assert_eq!(without, [0usize; 0]);
    assert!(svg.contains(">Damascus</text>") && svg.contains(">Homs</text>"), "{svg}");
    assert!(svg.contains("class=\"land\" d=\"M"), "there is land");
    assert!(svg.contains(" km</text>"));
    assert!(svg.len() < 60_000, "{} bytes", svg.len());
}

#[test]
fn one_point_has_a_map_too() {
    let (svg, without) = drawn(&[point(335, 363, "Damascus")]);
    assert!(svg.contains("Damascus") && without.is_empty());
}

#[test]
fn a_world_of_points_stays_small() {
    let points =
        [point(-540, -700, "A"), point(700, 250, "B"), point(-370, 1_740, "C"), point(600, -1_500, "D")];
    let (svg, _) = drawn(&points);
    assert!(svg.len() < 250_000, "{} bytes", svg.len());
}

#[test]
fn points_on_both_sides_of_the_date_line_stand_together() {
    let fiji = [point(-178, 1_784, "Suva"), point(-138, -1_720, "Apia")];
    let crop = Crop::around(&[fiji[0].point, fiji[1].point]).expect("there are points");
    let (west, east) = (crop.project(fiji[0].point), crop.project(fiji[1].point));
    assert!(west.0 < east.0 && west.0 > 0 && east.0 < crop.size().0, "{west:?} {east:?}");
    assert!(crop.scale().kilometres < 1_000);
}

#[test]
fn labels_without_room_are_said() {
    let points = [point(335, 363, "Damascus"); 12].map(|point| point);
    let mut crowded = points.to_vec();
    let labels: Vec<String> = (0..12).map(|nth| format!("Quarter {nth} of the town")).collect();
    crowded.iter_mut().zip(&labels).for_each(|(point, label)| point.label = label);
    let (svg, without) = drawn(&crowded);
    assert!(!without.is_empty() && without.len() < 12, "{without:?}");
    assert_eq!(svg.matches("<circle").count(), 12);
}

#[test]
fn labels_are_text_and_nothing_else() {
    let (svg, _) = drawn(&[point(335, 363, "<script>alert(1)</script>\u{202e}\u{1b}")]);
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"), "{svg}");
    assert!(!svg.contains('\u{202e}') && !svg.contains('\u{1b}'));
    let long = "Long".repeat(40);
    let (svg, _) = drawn(&[point(335, 363, &long)]);
    assert!(svg.contains('\u{2026}') && !svg.contains(&long));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn points_lie_in_the_drawing_and_labels_apart(
        places in proptest::collection::vec((-9_000_000..=9_000_000i32, -18_000_000..=18_000_000i32, "[A-Zé中]{0,14}"), 1..25)
    ) {
        let points: Vec<Point> =
            places.iter().map(|place| Point { latitude: place.0, longitude: place.1 }).collect();
        let crop = Crop::around(&points).expect("there are points");
        let (width, height) = crop.size();
        let at: Vec<(i64, i64)> = points.iter().map(|point| crop.project(*point)).collect();
        for (x, y) in &at {
            prop_assert!((0..=width).contains(x) && (0..=height).contains(y), "{x} {y} of {width} {height}");
        }
        let texts: Vec<String> = places.iter().map(|place| place.2.clone()).collect();
        let labels = labels::place(&at, &texts, crop.size());
        let areas: Vec<_> = labels.iter().flatten().map(|label| label.area).collect();
        for (nth, area) in areas.iter().enumerate() {
            prop_assert!(areas[..nth].iter().all(|other| !other.overlaps(area)));
            prop_assert!(area.left >= 0 && area.right <= width && area.top >= 0 && area.bottom <= height);
        }
        let path = land::path(outlines(), &crop);
        prop_assert!(path.is_empty() || path.starts_with('M'));
    }
}
