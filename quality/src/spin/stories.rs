//! Base texts: invented ones, or those of a folder.

use super::random::Random;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// Shortest text of a folder that is taken, in words: below it there is hardly anything to copy.
const MIN_WORDS: usize = 120;

const WHO: &[&str] = &[
    "the harbour board",
    "the town council",
    "the fishing union",
    "the coast guard",
    "the provincial court",
    "the ferry company",
    "the water authority",
    "the mayor",
    "the governor",
    "the fire service",
    "the army spokesman",
    "the opposition party",
    "the rescue team",
    "the school inspector",
    "the bank",
    "the aid agency",
    "the hospital director",
    "the labour minister",
    "a senior officer",
    "a local resident",
    "the railway operator",
    "the election office",
    "the farmers",
    "the mining company",
    "the dock workers",
    "the interior ministry",
    "the police chief",
    "the central government",
    "the trade delegation",
    "the weather centre",
];
const VERBS: &[&str] = &[
    "said", "announced", "decided", "warned", "promised", "believed", "agreed", "reported", "expected",
    "confirmed", "argued", "feared", "explained", "insisted", "learned", "noted",
];
const DID: &[&str] = &[
    "closed", "attacked", "repaired", "bought", "rejected", "visited", "blocked", "rebuilt", "sold",
    "destroyed", "inspected", "flooded", "reached", "supported", "criticised", "left", "protected",
    "abandoned", "opened", "searched", "crossed", "surrounded", "delayed", "damaged", "approved",
];
const THINGS: &[&str] = &[
    "bridge", "harbour wall", "agreement", "village", "power station", "market", "main road", "plan",
    "old fortress", "warehouse", "ferry line", "school", "budget", "border crossing", "pipeline", "hospital",
    "railway line", "factory", "airport", "dam", "mine", "settlement", "public library", "fuel depot",
    "refugee camp", "tunnel", "prison", "theatre", "lighthouse", "vote", "strike", "proposal", "loan",
    "contract", "law", "report", "convoy", "shipment", "cease fire", "tax",
];
const LIKE: &[&str] = &[
    "new", "big", "small", "important", "dangerous", "northern", "southern", "old", "damaged", "private",
    "foreign", "expensive", "main", "remote", "crowded", "temporary", "famous", "empty", "weak", "strong",
    "huge", "local", "secret", "serious", "controversial", "narrow", "modern", "heavy",
];
const HOW: &[&str] = &[
    "quickly",
    "again",
    "without warning",
    "in a hurry",
    "slowly",
    "twice",
    "at night",
    "by mistake",
    "in secret",
    "last week",
    "after months",
    "with volunteers",
    "on request",
    "despite protests",
    "for good",
    "under pressure",
    "according to witnesses",
    "in part",
    "this year",
    "because of rain",
    "as a result",
    "once more",
    "instead",
    "in public",
    "almost alone",
    "with foreign money",
    "in the early morning",
    "too late",
    "as planned",
    "earlier",
];
const WHAT: &[&str] = &[
    "prices", "people", "families", "traffic", "talks", "ships", "workers", "supplies", "children", "costs",
    "soldiers", "experts", "shops", "buses", "journalists", "lawyers", "tourists", "exports", "wages",
    "hopes", "doubts", "rents", "officials", "students", "engineers", "debts", "profits", "voters",
];
const HAPPENED: &[&str] = &[
    "rose", "protested", "left", "stopped", "failed", "waited", "returned", "arrived", "stayed", "increased",
    "marched", "improved", "vanished", "fell", "suffered", "gathered", "grew", "recovered", "disappeared",
    "multiplied", "remained", "changed", "doubled", "sank",
];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Invented reports of a made-up coast.
pub fn invented(count: usize, random: &mut Random) -> Vec<String> {
    (0..count).map(|_| story(random)).collect()
}

fn story(random: &mut Random) -> String {
    let names: Vec<String> = (0..4).map(|_| capital(&random.invented_word())).collect();
    let sentences: Vec<String> = (0..18 + random.below(10)).map(|_| sentence(&names, random)).collect();
    let paragraphs: Vec<String> = sentences.chunks(3).map(|some| some.join(" ")).collect();
    let title = format!("{} {} {} {}", names[0], random.pick(DID), random.pick(LIKE), random.pick(THINGS));
    format!("{title}\n\n{}", paragraphs.join("\n\n"))
}

fn sentence(names: &[String], random: &mut Random) -> String {
    let parts = 2 + random.below(2);
    let mut text = clause(names, random);
    for _ in 1..parts {
        const JOINTS: &[&str] = &[
            ", and", ", but", ", while", ", although", ", because", " when", ";", " after", ", so", " before",
        ];
        text = format!("{text}{} {}", random.pick(JOINTS), clause(names, random));
    }
    text.push('.');
    capital(&text)
}

fn clause(names: &[String], random: &mut Random) -> String {
    let (who, verb, did) = (random.pick_often(WHO), random.pick_often(VERBS), random.pick_often(DID));
    let (thing, like, how) = (random.pick_often(THINGS), random.pick_often(LIKE), random.pick_often(HOW));
    let (what, happened) = (random.pick_often(WHAT), random.pick_often(HAPPENED));
    let (name, town, day) = (random.pick(names), random.pick(names), random.pick(DAYS));
    let number = 2 + random.below(900);
    match random.below(14) {
        0 => format!("{who} {verb} on {day}"),
        1 => format!("{how} {who} {did} the {thing}"),
        2 => format!("{number} people {happened} near {town}"),
        3 => format!("{name} {did} a {like} {thing} {how}"),
        4 => format!("{what} of {town} {happened} {how}"),
        5 => format!("the {thing} {happened}"),
        6 => format!("{like} {what} {happened} by {day}"),
        7 => format!("\"we never {did} any {thing}\", {name} {verb}"),
        8 => format!("{name} {verb} {how}"),
        9 => format!("{how} the {like} {thing} of {town} {happened}"),
        10 => format!("{who} {did} {number} {what}"),
        11 => format!("{what} and {what} {happened}", what = random.pick(WHAT)),
        12 => format!("{who} was {like}"),
        _ => format!("between {day} and spring {like} {what} {did} {town}"),
    }
}

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The texts of a folder, or some long ones in any order: files of text, and the bodies of SGML collections.
pub fn of_folder(folder: &Path, count: Option<usize>, random: &mut Random) -> Result<Vec<String>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("txt") => texts.push(read(&path)?),
            Some("sgm") => texts.extend(bodies(&read(&path)?)),
            _ => {}
        }
    }
    let Some(count) = count else { return Ok(texts) };
    texts.retain(|text| text.split_whitespace().count() >= MIN_WORDS);
    texts.sort();
    texts.dedup();
    ensure!(texts.len() >= count, "{} has {} long texts, {count} are needed", folder.display(), texts.len());
    random.shuffle(&mut texts);
    texts.truncate(count);
    Ok(texts)
}

fn read(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What stands between the tags of a body, its lines put together to paragraphs.
fn bodies(collection: &str) -> Vec<String> {
    let body = |piece: &str| {
        let (text, _) = piece.split_once("</BODY>")?;
        let text = text.replace("&#3;", "").replace("&lt;", "<").replace("&amp;", "&");
        let mut paragraphs: Vec<String> = vec![String::new()];
        for line in text.lines() {
            if line.starts_with("    ") {
                paragraphs.push(String::new());
            }
            let last = paragraphs.last_mut()?;
            last.push_str(line.trim());
            last.push(' ');
        }
        Some(paragraphs.iter().map(|text| text.trim()).collect::<Vec<_>>().join("\n\n"))
    };
    collection.split("<BODY>").skip(1).filter_map(body).collect()
}
