//! The findings of an account as tests ask for them: read from the JSON Lines that the program wrote, with
//! files by their names and places by their bytes.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the file, without folders.
    pub file: String,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The words that stand there.
    pub text: String,
}

/// A statement, as far as tests look at it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The words said.
    pub content: Vec<Place>,
    /// Who said them, where that is stated.
    pub speaker: Option<Place>,
    /// On what ground he is given.
    pub grade: Option<String>,
    /// Whether the speaker denies them.
    pub denies: bool,
}

/// A difference between two witnesses.
#[derive(Debug, Clone)]
pub struct Edit {
    /// What stands in the representative.
    pub from: Place,
    /// What stands in the other witness.
    pub to: Place,
    /// Of which kinds it is.
    pub kinds: Vec<String>,
}

/// The passages of a family; the first is its representative.
pub type Family = Vec<Place>;

/// What the program found.
pub struct Found {
    records: Vec<Value>,
    /// File names by report.
    names: BTreeMap<String, String>,
}

/// What is claimed.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Where it is.
    pub instances: Vec<Place>,
    /// How many origins affirm it, at least and at most.
    pub affirm: (usize, usize),
    /// How many deny it.
    pub deny: (usize, usize),
}

impl Place {
    /// Bytes that two places share.
    pub fn shared(&self, other: &Place) -> usize {
        let same = self.file == other.file;
        if same { self.end.min(other.end).saturating_sub(self.start.max(other.start)) } else { 0 }
    }

    /// Whether at least half of this place lies in the other.
    pub fn half_lies_in(&self, other: &Place) -> bool {
        2 * self.shared(other) >= self.end - self.start
    }
}

impl Found {
    /// Runs the program on a folder and reads its account.
    pub fn in_folder(folder: &Path) -> Found {
        let mut program = Command::new(env!("CARGO_BIN_EXE_stemma"));
        let output = program.arg("--json").arg(folder).output().expect("the program starts");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!((output.status.code(), err.as_ref()), (Some(0), ""));
        let records: Vec<Value> =
            out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
        let file_name = |capture: &Value| text(&capture["name"]).rsplit('/').next().map(str::to_owned);
        let names = of_kind(&records, "capture")
            .map(|capture| (text(&capture["report"]), file_name(capture).expect("a path has a last part")))
            .collect();
        Found { records, names }
    }

    /// The passages, by family.
    pub fn families(&self) -> Vec<Family> {
        let passages: BTreeMap<String, Place> = of_kind(&self.records, "passage")
            .map(|passage| (text(&passage["id"]), self.place(&passage["span"])))
            .collect();
        of_kind(&self.records, "family")
            .map(|family| {
                let representative = text(&family["representative"]);
                let mut witnesses: Vec<String> = list(&family["passages"]).iter().map(text).collect();
                witnesses.sort_by_key(|witness| *witness != representative);
                witnesses.iter().map(|witness| passages[witness].clone()).collect()
            })
            .collect()
    }

    /// The statements.
    pub fn statements(&self) -> Vec<Statement> {
        of_kind(&self.records, "statement")
            .map(|statement| Statement {
                content: list(&statement["content"]).iter().map(|span| self.place(span)).collect(),
                speaker: statement["speaker"].get("name").map(|name| self.place(name)),
                grade: statement["speaker"].get("grade").map(text),
                denies: statement["stance"] == "denies",
            })
            .collect()
    }

    /// The claims, each with the places of its instances, and how many origins affirm and deny it, from and to.
    pub fn claims(&self) -> Vec<Claim> {
        let instances: BTreeMap<String, Place> = of_kind(&self.records, "instance")
            .map(|instance| (text(&instance["id"]), self.place(&instance["span"])))
            .collect();
        let range = |counts: &Value| (number(&counts["at_least"]), number(&counts["at_most"]));
        of_kind(&self.records, "claim")
            .map(|claim| Claim {
                instances: list(&claim["instances"])
                    .iter()
                    .map(|one| instances[&text(&one["instance"])].clone())
                    .collect(),
                affirm: range(&claim["counts"]["affirm"]),
                deny: range(&claim["counts"]["deny"]),
            })
            .collect()
    }

    /// The differences between witnesses.
    pub fn edits(&self) -> Vec<Edit> {
        of_kind(&self.records, "edit")
            .map(|edit| Edit {
                from: self.place(&edit["from"]["span"]),
                to: self.place(&edit["to"]["span"]),
                kinds: list(&edit["kinds"]).iter().map(text).collect(),
            })
            .collect()
    }

    /// Where each witness of a copied text comes from: the kind of its parent.
    pub fn parents(&self) -> Vec<String> {
        of_kind(&self.records, "descent").map(|descent| text(&descent["parent"]["kind"])).collect()
    }

    /// Lines that are not part of the account, each with its kind.
    pub fn furniture(&self) -> Vec<(Place, String)> {
        let lines = of_kind(&self.records, "furniture");
        lines.map(|line| (self.place(&line["span"]), text(&line["kind"]))).collect()
    }

    /// The hashes of the files, by name.
    pub fn hashes(&self) -> BTreeMap<String, String> {
        let captures = of_kind(&self.records, "capture");
        let hash = |capture: &Value| {
            let file = self.names[&text(&capture["report"])].clone();
            (file, text(&capture["original_sha256"]))
        };
        captures.map(hash).collect()
    }

    /// Lines of headlines.
    pub fn titles(&self) -> Vec<Place> {
        let reports = of_kind(&self.records, "report");
        reports.flat_map(|report| list(&report["titles"])).map(|span| self.place(span)).collect()
    }

    fn place(&self, span: &Value) -> Place {
        Place {
            file: self.names[&text(&span["report"])].clone(),
            start: number(&span["start"]),
            end: number(&span["end"]),
            text: text(&span["text"]),
        }
    }
}

fn of_kind<'a>(records: &'a [Value], kind: &'a str) -> impl Iterator<Item = &'a Value> {
    records.iter().filter(move |record| record["record"] == kind)
}

/// The text of a value.
pub fn text(value: &Value) -> String {
    value.as_str().expect("it is a text").to_owned()
}

/// The items of a value.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("it is a list")
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("it is a number").try_into().expect("no text is that long")
}
