//! Countries and continents.

use super::packages::Packages;
use super::supplement::Supplement;
use anyhow::{Context, Result};
use stemma_gazetteer::{CountryCode, Kind, NameClass, Row};

/// A row for each country, where the supplement says it lies and with the names that it gives; and for each continent.
pub fn rows(packages: &Packages, supplement: &Supplement) -> Result<Vec<Row>> {
    let countries = packages.countries.as_object().context("the countries are no object")?;
    let mut rows = Vec::new();
    for (code, country) in countries {
        // Countries that are no more have no place of their own; the supplement has them as regions.
        let Some(extra) = supplement.countries.get(code) else { continue };
        let name = country["name"].as_str().context("a country without a name")?;
        let point = extra.point.with_context(|| format!("the supplement does not say where {code} lies"))?;
        rows.push(Row {
            id: country["geonameid"].as_u64().context("no number")? as u32,
            name: extra.name.clone().unwrap_or_else(|| name.to_owned()),
            names: extra.names.iter().cloned().chain([(name.to_owned(), NameClass::Other)]).collect(),
            latitude: point.latitude,
            longitude: point.longitude,
            country: CountryCode::of(code).context("no code")?,
            division: String::new(),
            district: String::new(),
            population: country["population"].as_u64().unwrap_or(0) as u32,
            kind: Kind::Country,
        });
    }
    rows.extend(continents(packages, supplement)?);
    Ok(rows)
}

fn continents(packages: &Packages, supplement: &Supplement) -> Result<Vec<Row>> {
    let continents = packages.continents.as_object().context("the continents are no object")?;
    continents
        .iter()
        .map(|(code, continent)| {
            let extra =
                supplement.continents.get(code).with_context(|| format!("the supplement lacks {code}"))?;
            let point = extra.point.context("a continent without a point")?;
            Ok(Row {
                id: continent["geonameId"].as_u64().context("a continent without a number")? as u32,
                name: continent["asciiName"].as_str().context("a continent without a name")?.to_owned(),
                names: extra.names.clone(),
                latitude: point.latitude,
                longitude: point.longitude,
                country: CountryCode::default(),
                division: String::new(),
                district: String::new(),
                population: continent["population"].as_u64().unwrap_or(0) as u32,
                kind: Kind::Continent,
            })
        })
        .collect()
}
