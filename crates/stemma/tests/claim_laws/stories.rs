//! The stories that the laws are tried on, and what is changed in them.
//!
//! `stories.txt` holds some, in this form. A place is `report: words`, and its words stand once in the report.
//!
//! ```text
//! == name of the story
//! //- report 2029-03-05
//! # headline
//! paragraph
//! @ claim | place                    a claim to look at
//! @ sentence | place                 a sentence to be copied, with its speaker
//! @ around | paragraph | paragraph   what stands before and behind a sentence in a short report of the same story
//! @ witness | place | sentence       another says the same, in such a report
//! @ again | place | sentence         the speaker says the same once more, in such a report
//! @ denial | place | place =>        a denial of the claim at the first place, to be cut
//! @ number | place | place => words  a copy of the claim whose number is to be changed
//! @ speaker | place | place => words a copy of the claim whose speaker is to be changed
//! ```

use stemma::model::{ByteRange, DateEvidence, Source};

/// Some reports and what may be changed in them.
pub struct Story {
    /// What it is called.
    pub name: String,
    /// Its reports.
    pub reports: Vec<Draft>,
    /// Claims to look at.
    pub claims: Vec<Place>,
    /// A sentence to be copied.
    pub sentence: String,
    /// A claim and a report in which another says the same.
    pub witness: (Place, String),
    /// A claim and a report in which the same speaker says it again.
    pub again: (Place, String),
    /// A claim and the denial of it, to be cut.
    pub denial: (Place, Change),
    /// A claim and a copy whose number is to be changed.
    pub number: (Place, Change),
    /// A claim and a copy whose speaker is to be changed.
    pub speaker: (Place, Change),
}

/// A report that is not read yet.
#[derive(Clone)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// When it was published; absent where nobody knows.
    pub published: Option<String>,
    /// Its text.
    pub text: String,
}

/// Words of a report.
#[derive(Clone)]
pub struct Place {
    /// The name of the report.
    pub report: String,
    /// The words.
    pub words: String,
}

/// Words of a report and what is put in their place.
pub struct Change {
    /// Where.
    pub from: Place,
    /// The new words; empty where the old are cut.
    pub to: String,
}

/// All stories.
pub fn stories() -> Vec<Story> {
    let text = include_str!("stories.txt");
    assert!(text.starts_with("Invented"), "must say that all is invented");
    text.split("\n== ").skip(1).map(story).collect()
}

impl Story {
    /// Its reports with one change.
    pub fn changed(&self, change: &Change) -> Vec<Draft> {
        let mut reports = self.reports.clone();
        let from = &change.from;
        let changed = reports.iter_mut().find(|report| report.name == from.report).expect("it was looked up");
        changed.text = changed.text.replace(&from.words, &change.to).trim().to_owned();
        reports
    }

    /// Its reports and another one, of which nobody knows when it was published.
    pub fn with(&self, name: &str, text: &str) -> Vec<Draft> {
        let mut reports = self.reports.clone();
        reports.push(Draft { name: name.to_owned(), published: None, text: text.to_owned() });
        reports
    }
}

impl Draft {
    /// The report as a source.
    pub fn source(&self) -> Source {
        let mut source = Source::of_text(self.name.clone(), self.text.clone());
        let evidence = |value: &String| DateEvidence { value: value.clone(), method: "story".to_owned() };
        source.published = self.published.as_ref().map(evidence);
        source
    }
}

impl Place {
    /// Where the words stand in a text: once.
    pub fn range_in(&self, text: &str) -> ByteRange {
        let mut places = text.match_indices(&self.words);
        let start = places.next().unwrap_or_else(|| panic!("`{}` is not in {}", self.words, self.report)).0;
        assert!(places.next().is_none(), "`{}` stands in {} more than once", self.words, self.report);
        ByteRange::new(start, start + self.words.len())
    }
}

/// A story as it is written.
fn story(text: &str) -> Story {
    let (name, body) = text.split_once('\n').expect("a story has lines");
    let lines = || body.lines().map(str::trim).filter(|line| !line.is_empty());
    let reports = drafts(lines().filter(|line| !line.starts_with("@ ")));
    let told: Vec<Vec<&str>> =
        lines().filter_map(|line| line.strip_prefix("@ ")).map(|line| line.split(" | ").collect()).collect();
    let of = |word: &str| -> Vec<&[&str]> {
        told.iter().filter(|fields| fields[0] == word).map(|fields| &fields[1..]).collect()
    };
    let only = |word: &str| of(word).first().copied().unwrap_or_else(|| panic!("{name} has no {word}"));
    let around = only("around");
    let added = |word: &str| {
        let [at, sentence] = [0, 1].map(|field| only(word)[field]);
        (place(&reports, at), [around[0], sentence, around[1]].join("\n\n"))
    };
    let changed = |word: &str| (place(&reports, only(word)[0]), change(&reports, only(word)[1]));
    Story {
        name: name.to_owned(),
        claims: of("claim").iter().map(|fields| place(&reports, fields[0])).collect(),
        sentence: place(&reports, only("sentence")[0]).words,
        witness: added("witness"),
        again: added("again"),
        denial: changed("denial"),
        number: changed("number"),
        speaker: changed("speaker"),
        reports,
    }
}

fn drafts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Draft> {
    let mut reports: Vec<Draft> = Vec::new();
    for line in lines {
        if let Some(head) = line.strip_prefix("//- ") {
            let (name, day) = head.split_once(' ').expect("a report of a story has a day");
            let published = Some(day.to_owned());
            reports.push(Draft { name: name.to_owned(), published, text: String::new() });
            continue;
        }
        let text = &mut reports.last_mut().expect("a story begins with a report").text;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(line.strip_prefix("# ").unwrap_or(line));
    }
    reports
}

fn place(reports: &[Draft], written: &str) -> Place {
    let (name, words) = written.split_once(": ").unwrap_or_else(|| panic!("`{written}` names no report"));
    let report = reports.iter().find(|report| report.name == name);
    let report = report.unwrap_or_else(|| panic!("no report {name}"));
    let place = Place { report: name.to_owned(), words: words.to_owned() };
    place.range_in(&report.text);
    place
}

fn change(reports: &[Draft], written: &str) -> Change {
    let (from, to) = written.split_once("=>").unwrap_or_else(|| panic!("`{written}` changes nothing"));
    Change { from: place(reports, from.trim()), to: to.trim().to_owned() }
}
