//! Outlines of countries: Natural Earth as a package carries it in TopoJSON, as lines and rings of `crates/gazetteer`.

use super::archive::unpack;
use super::package::Package;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;
use stemma_gazetteer::{Outlines, Part, Point};

const PACKAGE: Package = Package {
    name: "world-atlas-2.0.2.tgz",
    sha256: "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
};

/// The file in it, at a scale of one to 50 million.
const FILE: &str = "package/countries-50m.json";

/// The bytes of the outlines.
pub fn outlines(from: &Path) -> Result<Vec<u8>> {
    let topology: Value = serde_json::from_slice(&unpack(&PACKAGE.read(from)?, FILE)?)?;
    let transform = &topology["transform"];
    let lines = topology["arcs"].as_array().context("no arcs")?.iter().map(|arc| line(arc, transform));
    let mut rings = Vec::new();
    let countries = &topology["objects"]["countries"]["geometries"];
    for country in countries.as_array().context("no countries")? {
        let arcs = &country["arcs"];
        match country["type"].as_str() {
            Some("Polygon") => add_rings(arcs, &mut rings)?,
            Some("MultiPolygon") => {
                for polygon in arcs.as_array().context("no polygons")? {
                    add_rings(polygon, &mut rings)?;
                }
            }
            _ => {}
        }
    }
    let outlines =
        Outlines::new(lines.collect::<Result<_>>()?, rings).context("a ring has a line that there is not")?;
    Ok(outlines.bytes())
}

/// The points of a line: each is what it differs from the one before, in steps of the transform.
fn line(arc: &Value, transform: &Value) -> Result<Vec<Point>> {
    let (mut east, mut north) = (0, 0);
    let mut line = Vec::new();
    for position in arc.as_array().context("an arc is no list")? {
        east += position[0].as_i64().context("a position without degrees east")?;
        north += position[1].as_i64().context("a position without degrees north")?;
        let at = |steps: i64, axis: usize| -> Result<i32> {
            let scale = transform["scale"][axis].as_f64().context("no scale")?;
            let start = transform["translate"][axis].as_f64().context("no start")?;
            Ok(((steps as f64 * scale + start) * f64::from(Point::DEGREE)).round() as i32)
        };
        line.push(Point::new(at(north, 1)?, at(east, 0)?).context("no such point")?);
    }
    Ok(line)
}

/// The rings of one polygon; a line that runs backwards has the number of its complement.
fn add_rings(polygon: &Value, rings: &mut Vec<Vec<Part>>) -> Result<()> {
    for ring in polygon.as_array().context("a polygon is no list")? {
        let parts = ring.as_array().context("a ring is no list")?.iter().map(|arc| {
            let number = arc.as_i64().context("no number of an arc")?;
            let is_backwards = number < 0;
            Ok(Part { line: u32::try_from(if is_backwards { !number } else { number })?, is_backwards })
        });
        rings.push(parts.collect::<Result<_>>()?);
    }
    Ok(())
}
