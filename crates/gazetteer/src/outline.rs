//! Where land lies: outlines of countries for drawing, as bytes and back.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `STEMOUTL` |
//! | 4 | number of the format, little-endian |
//! | 32 | SHA-256 of everything that follows |
//! | the rest | numbers, written as in [`crate::file`] |
//!
//! Countries that share a border share its line, as in TopoJSON: first come the lines (how many; of each how many points, and each point as what it differs from
//! the one before, north and east, in steps of 1/500 degree), then the rings (how many; of each how many lines, and of each line its number and whether it
//! runs backwards). A ring is a closed line round land of one country, or round a lake or enclave in it.

use crate::file::{Numbers, put, put_difference};
use crate::{GazetteerError, Point};
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"STEMOUTL";

/// The only format that this program reads.
const FORMAT: u32 = 1;

const HEAD: usize = 8 + 4 + 32;

/// Hundred-thousandths of a degree in a step: some 220 metres.
const STEP: i32 = Point::DEGREE / 500;

/// A line of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which line, counted from 0.
    pub line: u32,
    /// Whether its points come in the order from last to first.
    pub is_backwards: bool,
}

/// Outlines of countries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlines {
    lines: Vec<Vec<Point>>,
    rings: Vec<Vec<Part>>,
}

impl Outlines {
    /// Outlines of lines and rings; none where a ring has a line that there is not. Points are rounded to steps.
    pub fn new(lines: Vec<Vec<Point>>, rings: Vec<Vec<Part>>) -> Option<Self> {
        let round = |value: i32| steps(value) * STEP;
        let lines: Vec<Vec<Point>> = lines
            .into_iter()
            .map(|line| {
                let rounded = |point: Point| Point {
                    latitude: round(point.latitude),
                    longitude: round(point.longitude),
                };
                line.into_iter().map(rounded).collect()
            })
            .collect();
        let are_known = rings.iter().flatten().all(|part| (part.line as usize) < lines.len());
        are_known.then_some(Outlines { lines, rings })
    }

    /// The points of each ring, in order; the last is not the first once more.
    pub fn rings(&self) -> impl Iterator<Item = Vec<Point>> {
        self.rings.iter().map(|parts| {
            let mut ring: Vec<Point> = Vec::new();
            for part in parts {
                let line = &self.lines[part.line as usize];
                // Lines that follow each other share a point.
                let add = |ring: &mut Vec<Point>, point: Point| {
                    if ring.last() != Some(&point) {
                        ring.push(point);
                    }
                };
                match part.is_backwards {
                    true => line.iter().rev().for_each(|point| add(&mut ring, *point)),
                    false => line.iter().for_each(|point| add(&mut ring, *point)),
                }
            }
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            ring
        })
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put(self.lines.len() as u64, &mut body);
        for line in &self.lines {
            put(line.len() as u64, &mut body);
            let (mut north, mut east) = (0, 0);
            for point in line {
                let (to_north, to_east) =
                    (i64::from(point.latitude / STEP), i64::from(point.longitude / STEP));
                put_difference(north, to_north, &mut body);
                put_difference(east, to_east, &mut body);
                (north, east) = (to_north, to_east);
            }
        }
        put(self.rings.len() as u64, &mut body);
        for ring in &self.rings {
            put(ring.len() as u64, &mut body);
            for part in ring {
                put(u64::from(part.line) << 1 | u64::from(part.is_backwards), &mut body);
            }
        }
        let mut file = MAGIC.to_vec();
        file.extend(FORMAT.to_le_bytes());
        file.extend(Sha256::digest(&body));
        file.extend(body);
        file
    }

    /// Reads outlines.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GazetteerError> {
        if !bytes.starts_with(MAGIC) {
            return Err(GazetteerError::NotOutlines);
        }
        let (head, body) = bytes.split_at_checked(HEAD).ok_or(GazetteerError::Damaged("it ends early"))?;
        let found = u32::from_le_bytes([head[8], head[9], head[10], head[11]]);
        if found != FORMAT {
            return Err(GazetteerError::OtherFormat { found, expected: FORMAT });
        }
        if Sha256::digest(body)[..] != head[12..] {
            return Err(GazetteerError::Damaged("its hash is not the one it states"));
        }
        let mut numbers = Numbers(body);
        let (lines, rings) = (lines(&mut numbers)?, rings(&mut numbers)?);
        Self::new(lines, rings).ok_or(GazetteerError::Damaged("a ring has a line that there is not"))
    }
}

/// A value in steps, rounded to the nearest.
fn steps(value: i32) -> i32 {
    (value + value.signum() * STEP / 2) / STEP
}

fn lines(numbers: &mut Numbers) -> Result<Vec<Vec<Point>>, GazetteerError> {
    let n_lines: usize = numbers.small()?;
    let mut lines = Vec::new();
    for _ in 0..n_lines {
        let n_points: usize = numbers.small()?;
        let (mut north, mut east) = (0, 0);
        let mut line = Vec::new();
        for _ in 0..n_points {
            north = numbers.after::<i32>(north)?.into();
            east = numbers.after::<i32>(east)?.into();
            let hundred_thousandths = |steps: i64| i32::try_from(steps * i64::from(STEP)).ok();
            let point = hundred_thousandths(north).zip(hundred_thousandths(east));
            let point = point.and_then(|(latitude, longitude)| Point::new(latitude, longitude));
            line.push(point.ok_or(GazetteerError::Damaged("no such point"))?);
        }
        lines.push(line);
    }
    Ok(lines)
}

fn rings(numbers: &mut Numbers) -> Result<Vec<Vec<Part>>, GazetteerError> {
    let n_rings: usize = numbers.small()?;
    let mut rings = Vec::new();
    for _ in 0..n_rings {
        let n_parts: usize = numbers.small()?;
        let mut ring = Vec::new();
        for _ in 0..n_parts {
            let part: u64 = numbers.next()?;
            let line =
                u32::try_from(part >> 1).map_err(|_| GazetteerError::Damaged("a number is too large"))?;
            ring.push(Part { line, is_backwards: part & 1 == 1 });
        }
        rings.push(ring);
    }
    Ok(rings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: i32, longitude: i32) -> Point {
        Point { latitude: latitude * Point::DEGREE, longitude: longitude * Point::DEGREE }
    }

    /// Two squares that share a border.
    fn squares() -> Outlines {
        let lines = vec![
            vec![point(0, 1), point(1, 1)],
            vec![point(1, 1), point(1, 0), point(0, 0), point(0, 1)],
            vec![point(1, 1), point(1, 2), point(0, 2), point(0, 1)],
        ];
        let part = |line, is_backwards| Part { line, is_backwards };
        Outlines::new(lines, vec![vec![part(0, false), part(1, false)], vec![part(0, true), part(2, true)]])
            .expect("all lines are there")
    }

    #[test]
    fn outlines_come_back_as_they_were() {
        let read = Outlines::from_bytes(&squares().bytes()).expect("it was just written");
        assert_eq!(read, squares());
        let rings: Vec<_> = read.rings().collect();
        assert_eq!(rings[0], [point(0, 1), point(1, 1), point(1, 0), point(0, 0)]);
        assert_eq!(rings[1].len(), 4);
    }

    #[test]
    fn a_ring_without_its_line_is_refused() {
        assert_eq!(Outlines::new(Vec::new(), vec![vec![Part { line: 0, is_backwards: false }]]), None);
    }

    #[test]
    fn what_is_no_outline_says_so() {
        let whole = squares().bytes();
        assert_eq!(Outlines::from_bytes(b"{}"), Err(GazetteerError::NotOutlines));
        assert_eq!(Outlines::from_bytes(&whole[..30]), Err(GazetteerError::Damaged("it ends early")));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 4;
            assert!(Outlines::from_bytes(&changed).is_err(), "{at}");
        }
    }
}
