//! Names of places that people marked and located, in the two forms in which such sets come: `toponym` elements with a `gaztag` (LGL, and the sets
//! that follow it), and `location` elements with a page of an encyclopedia (GeoVirus).

use crate::characters::Characters;
use anyhow::{Context as _, Result};
use roxmltree::Node;
use std::path::Path;
use stemma::model::ByteRange;
use stemma_gazetteer::{CountryCode, Gazetteer, Kind, NameClass};

/// A place that people marked.
pub struct Toponym {
    /// Its bytes in the text.
    pub range: ByteRange,
    /// Where it is; absent where nobody says.
    pub located: Option<Located>,
}

/// Where a place is.
pub struct Located {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Its number at GeoNames, where the set gives one.
    pub id: Option<u32>,
    /// Where it is itself a country: which.
    pub is_country: Option<CountryCode>,
    /// The country that it lies in, where the set says so.
    pub country: Option<CountryCode>,
}

/// One text.
pub struct Article {
    /// The text.
    pub text: String,
    /// Who published it, as far as the set says.
    pub outlet: Option<String>,
    /// The places in it, in the order of the text, nested ones left out.
    pub toponyms: Vec<Toponym>,
}

/// What was read of a set.
pub struct Set {
    /// The name of its file without the ending.
    pub name: String,
    /// Its texts.
    pub articles: Vec<Article>,
    /// How many marked places were left out, because their words do not stand where they should or lie in another.
    pub left_out: usize,
}

/// By how many characters the places of a set may be off.
const SHIFTS: [isize; 5] = [0, -1, 1, -2, 2];

/// Reads one file.
pub fn read(file: &Path, gazetteer: &Gazetteer) -> Result<Set> {
    let xml = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let tree = roxmltree::Document::parse(&xml).with_context(|| format!("{} is not XML", file.display()))?;
    let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut set = Set { name, articles: Vec::new(), left_out: 0 };
    for node in tree.descendants().filter(|node| node.has_tag_name("article")) {
        let text = words(node, "text");
        if text.is_empty() {
            continue;
        }
        let characters = Characters::of(&text);
        let marked =
            node.descendants().filter(|node| node.has_tag_name("toponym") || node.has_tag_name("location"));
        let mut toponyms = Vec::new();
        for marked in marked {
            match range(marked, &text, &characters) {
                Some(range) => toponyms.push(Toponym { range, located: located(marked, gazetteer) }),
                None => set.left_out += 1,
            }
        }
        toponyms.sort_by_key(|toponym| (toponym.range.start, std::cmp::Reverse(toponym.range.end)));
        let n_toponyms = toponyms.len();
        let mut end = 0;
        toponyms.retain(|toponym| {
            let is_apart = toponym.range.start >= end;
            end = end.max(toponym.range.end);
            is_apart
        });
        set.left_out += n_toponyms - toponyms.len();
        let outlet = Some(words(node, "domain")).filter(|outlet| !outlet.is_empty());
        set.articles.push(Article { text, outlet, toponyms });
    }
    Ok(set)
}

/// The words of the first element of a name within a node, without blanks round them; empty where it has none.
fn words(node: Node, name: &str) -> String {
    let element = node.descendants().find(|child| child.has_tag_name(name));
    let text: String =
        element.into_iter().flat_map(|element| element.children()).filter_map(|child| child.text()).collect();
    if name == "text" { text } else { text.trim().to_owned() }
}

/// Where a marked place stands: where its words do, at its number of characters or up to two beside.
fn range(node: Node, text: &str, characters: &Characters) -> Option<ByteRange> {
    let number = |name: &str| words(node, name).parse::<isize>().ok();
    let (start, end) = (number("start")?, number("end")?);
    let phrase = node.children().find(|child| child.has_tag_name("phrase") || child.has_tag_name("name"));
    let phrase = phrase.and_then(|phrase| phrase.text()).map(str::trim);
    let at = |shift: isize| {
        let start = usize::try_from(start + shift).ok()?;
        characters.bytes(start, usize::try_from(end + shift).ok()?)
    };
    let fits = |range: &ByteRange| phrase.is_none_or(|phrase| range.of(text) == phrase);
    SHIFTS.into_iter().filter_map(at).find(fits).filter(|range| !range.is_empty())
}

fn located(node: Node, gazetteer: &Gazetteer) -> Option<Located> {
    let degrees = |name: &str| words(node, name).parse::<f64>().ok();
    let tag = node.children().find(|child| child.has_tag_name("gaztag"));
    let id = tag.and_then(|tag| tag.attribute("geonameid")).and_then(|id| id.parse().ok());
    let country = country_of(gazetteer, &words(node, "country"));
    let page = words(node, "page");
    let title = page.rsplit('/').next().unwrap_or_default().replace('_', " ");
    let title = title.strip_suffix(" (country)").unwrap_or(&title);
    let is_country = match tag {
        Some(_) => country.filter(|_| words(node, "fcode").starts_with("PCL")),
        None => country_of(gazetteer, title),
    };
    Some(Located {
        latitude: degrees("lat")?,
        longitude: degrees("lon")?,
        id,
        is_country,
        country: country.or(is_country),
    })
}

/// The country that bears a name.
fn country_of(gazetteer: &Gazetteer, name: &str) -> Option<CountryCode> {
    let hits = gazetteer.find(name);
    let is_country = |hit: &&stemma_gazetteer::Hit| {
        gazetteer.known(hit.place).kind == Kind::Country && hit.class <= NameClass::Other && !hit.is_loose
    };
    hits.iter().find(is_country).map(|hit| gazetteer.group(hit.place).country)
}
