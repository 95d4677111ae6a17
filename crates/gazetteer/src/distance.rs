//! How far two points of the earth are apart, in whole metres, by whole numbers alone.
//!
//! Degrees east are shortened by the cosine of the middle latitude (a table, a value a degree) and the rest is Pythagoras. Against the great
//! circle this is right to 1 % up to 1,000 km below 60 degrees of latitude, and too long far beyond; it is only compared, with limits
//! of some hundred kilometres.

/// A point, in hundred-thousandths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Point {
    /// Degrees north.
    pub latitude: i32,
    /// Degrees east.
    pub longitude: i32,
}

impl Point {
    /// Hundred-thousandths in a degree.
    pub const DEGREE: i32 = 100_000;

    /// A point, if there is one there.
    pub fn new(latitude: i32, longitude: i32) -> Option<Self> {
        let within = latitude.unsigned_abs() <= 90 * Self::DEGREE.unsigned_abs()
            && longitude.unsigned_abs() <= 180 * Self::DEGREE.unsigned_abs();
        within.then_some(Point { latitude, longitude })
    }
}

/// Millimetres in a hundred-thousandth of a degree of latitude: 40,007,863 m around the poles.
const MILLIMETRES: i64 = 1_111;

/// Cosine of each whole degree, in ten-thousandths.
const COSINES: [i64; 91] = [
    10_000, 9_998, 9_994, 9_986, 9_976, 9_962, 9_945, 9_925, 9_903, 9_877, 9_848, 9_816, 9_781, 9_744, 9_703,
    9_659, 9_613, 9_563, 9_511, 9_455, 9_397, 9_336, 9_272, 9_205, 9_135, 9_063, 8_988, 8_910, 8_829, 8_746,
    8_660, 8_572, 8_480, 8_387, 8_290, 8_192, 8_090, 7_986, 7_880, 7_771, 7_660, 7_547, 7_431, 7_314, 7_193,
    7_071, 6_947, 6_820, 6_691, 6_561, 6_428, 6_293, 6_157, 6_018, 5_878, 5_736, 5_592, 5_446, 5_299, 5_150,
    5_000, 4_848, 4_695, 4_540, 4_384, 4_226, 4_067, 3_907, 3_746, 3_584, 3_420, 3_256, 3_090, 2_924, 2_756,
    2_588, 2_419, 2_250, 2_079, 1_908, 1_736, 1_564, 1_392, 1_219, 1_045, 872, 698, 523, 349, 175, 0,
];

/// The distance between two points in metres.
pub fn metres(a: Point, b: Point) -> u32 {
    let north = i64::from(a.latitude) - i64::from(b.latitude);
    let mut east = (i64::from(a.longitude) - i64::from(b.longitude)).abs();
    let round = 360 * i64::from(Point::DEGREE);
    if east * 2 > round {
        east = round - east;
    }
    let cosine = cosine(((i64::from(a.latitude) + i64::from(b.latitude)) / 2) as i32);
    let north = north.abs() * MILLIMETRES / 1_000;
    let east = east * MILLIMETRES / 1_000 * cosine / 10_000;
    (north * north + east * east).unsigned_abs().isqrt() as u32
}

/// The cosine of a latitude (in hundred-thousandths of a degree), in ten-thousandths; between those of two whole degrees it runs straight.
pub fn cosine(latitude: i32) -> i64 {
    let degree = Point::DEGREE.unsigned_abs();
    let latitude = latitude.unsigned_abs();
    let (whole, within) = ((latitude / degree) as usize, i64::from(latitude % degree));
    let below = COSINES.get(whole).copied().unwrap_or(0);
    let above = COSINES.get(whole + 1).copied().unwrap_or(0);
    below + (above - below) * within / i64::from(degree)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point { latitude: (latitude * 1e5) as i32, longitude: (longitude * 1e5) as i32 }
    }

    #[test]
    fn distances_are_those_of_the_great_circle_to_a_hundredth() {
        for (a, b, kilometres) in [
            (point(33.51, 36.29), point(36.20, 37.16), 310), // Damascus, Aleppo
            (point(48.85, 2.35), point(52.52, 13.40), 878),  // Paris, Berlin
            (point(40.71, -74.01), point(38.90, -77.04), 328), // New York, Washington
            (point(-17.8, 179.0), point(-17.8, -179.0), 212), // over the date line
        ] {
            let found = metres(a, b) / 1_000;
            assert!(found.abs_diff(kilometres) * 100 <= kilometres, "{found} {kilometres}");
        }
        assert_eq!(metres(point(90.0, 0.0), point(90.0, 100.0)), 0);
    }

    #[test]
    fn no_point_overflows() {
        let corners = [point(90.0, 180.0), point(-90.0, -180.0), point(0.0, 0.0), point(0.0, 180.0)];
        for a in corners {
            for b in corners {
                assert_eq!(metres(a, b), metres(b, a));
            }
        }
        assert_eq!(Point::new(9_000_001, 0), None);
        assert_eq!(Point::new(0, i32::MIN), None);
    }
}
