//! How far what was found lies from where people say.

use super::gold::Located;
use stemma::model::Place;
use stemma_gazetteer::Kind;

/// A hundred miles, the distance that is customary, in kilometres.
const NEAR: f64 = 161.0;

/// Half the way round the earth in kilometres: the largest error, and that of a place that was not found.
const FARTHEST: f64 = 20_039.0;

/// The distances of many places, and how many count as right.
#[derive(Debug, Default)]
pub struct Score {
    /// Kilometres; the farthest for what was not found.
    errors: Vec<f64>,
    right: usize,
    right_raw: usize,
    not_found: usize,
    /// Of places whose country is known: how many, and how many of them were put into it.
    countries: usize,
    countries_right: usize,
}

impl Score {
    /// Adds one place.
    pub fn add(&mut self, gold: &Located, found: Option<&Place>) {
        let error = found.map_or(FARTHEST, |place| kilometres(gold, place));
        let is_near = error <= NEAR;
        let is_that_country = found.is_some_and(|place| {
            place.kind == Kind::Country
                && (gold.id == Some(place.id) || gold.is_country == Some(place.country))
        });
        self.errors.push(error);
        self.right_raw += usize::from(is_near);
        self.right += usize::from(is_near || is_that_country);
        self.not_found += usize::from(found.is_none());
        if let Some(country) = gold.country {
            self.countries += 1;
            self.countries_right += usize::from(found.is_some_and(|place| place.country == country));
        }
    }

    /// Whether all places added count as right.
    pub fn is_right(&self) -> bool {
        self.right == self.errors.len()
    }

    /// Prints the figures, `name: value` a line.
    pub fn print(&self, prefix: &str) {
        let n = self.errors.len().max(1);
        let share = |part: usize| part as f64 / n as f64;
        let mut sorted = self.errors.clone();
        sorted.sort_by(f64::total_cmp);
        let found: Vec<f64> = sorted.iter().copied().take(n - self.not_found).collect();
        println!("{prefix}accuracy_161km: {:.4}", share(self.right));
        println!("{prefix}accuracy_161km_raw: {:.4}", share(self.right_raw));
        println!("{prefix}not_found: {:.4}", share(self.not_found));
        println!("{prefix}median_error_km: {:.1}", sorted.get(n / 2).copied().unwrap_or(0.0));
        println!(
            "{prefix}mean_error_km_of_found: {:.1}",
            found.iter().sum::<f64>() / found.len().max(1) as f64
        );
        let logarithm = |error: &f64| (1.0 + error).ln() / (1.0 + FARTHEST).ln();
        println!("{prefix}auc: {:.4}", sorted.iter().map(logarithm).sum::<f64>() / n as f64);
        if self.countries > 0 {
            println!("{prefix}country_accuracy: {:.4}", self.countries_right as f64 / self.countries as f64);
        }
    }
}

/// The distance on a sphere.
fn kilometres(gold: &Located, place: &Place) -> f64 {
    let degrees = |hundred_thousandths: i32| f64::from(hundred_thousandths) / 1e5;
    let (latitude, longitude) = (degrees(place.point.latitude), degrees(place.point.longitude));
    let half = |a: f64, b: f64| ((a - b).to_radians() / 2.0).sin().powi(2);
    let chord = half(gold.latitude, latitude)
        + gold.latitude.to_radians().cos() * latitude.to_radians().cos() * half(gold.longitude, longitude);
    2.0 * 6_371.0 * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma_gazetteer::{CountryCode, Point};

    fn place(kind: Kind, latitude: i32, longitude: i32) -> Place {
        Place {
            id: 7,
            name: String::new(),
            point: Point { latitude: latitude * Point::DEGREE, longitude: longitude * Point::DEGREE },
            country: CountryCode(*b"FR"),
            country_name: None,
            division: None,
            kind,
        }
    }

    fn gold(latitude: f64, longitude: f64) -> Located {
        Located { latitude, longitude, id: None, is_country: None, country: None }
    }

    #[test]
    fn a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() {
        let error = kilometres(&gold(50.0, 2.0), &place(Kind::City, 51, 2));
        assert!((error - 111.2).abs() < 0.1, "{error}");
    }

    #[test]
    fn a_country_is_right_by_its_code_wherever_its_point_lies() {
        let france = Located { is_country: Some(CountryCode(*b"FR")), ..gold(49.5, -3.0) };
        let mut score = Score::default();
        score.add(&france, Some(&place(Kind::Country, 46, 2)));
        score.add(&france, Some(&place(Kind::City, 46, 2)));
        score.add(&france, None);
        assert_eq!((score.right, score.right_raw, score.not_found), (1, 0, 1));
    }
}
