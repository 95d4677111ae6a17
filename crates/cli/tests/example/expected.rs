//! What a reader finds in the story, read from its JSON file.

use crate::found::{Place, list, text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// What a reader finds.
pub struct Expected {
    file: Value,
    /// The texts of the reports, by file name.
    pub texts: BTreeMap<String, String>,
}

/// A passage that a reader sees in several reports.
pub struct Passage {
    /// What this piece of text is called.
    pub family: String,
    /// Where it stands.
    pub place: Place,
    /// Files that have it too; its own, where it stands there twice.
    pub with: Vec<String>,
    /// A reader may see it otherwise: it need not be found.
    pub arguable: bool,
}

/// Words that were put in place of others.
pub struct Swap {
    pub from: String,
    pub to: String,
    /// The file that has the new words.
    pub file: String,
    /// In how many places of it.
    pub places: usize,
    pub kind: String,
}

/// Words that somebody said.
pub struct Saying {
    /// Its first words.
    pub begins: Place,
    /// Who said it; absent where a careful reader cannot tell.
    pub speaker: Option<String>,
    /// Whether the sentence itself names him.
    pub stated: bool,
}

impl Expected {
    /// Reads the expectations that lie beside a folder of reports, and the reports.
    pub fn read(folder: &Path) -> Expected {
        let json = std::fs::read_to_string(folder.with_extension("expect.json")).expect("it lies beside");
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let texts = files.map(|file| {
            let path = file.expect("the folder can be read").path();
            let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("reports are UTF-8"))
        });
        Expected { file: serde_json::from_str(&json).expect("it is JSON"), texts: texts.collect() }
    }

    fn entries(&self, key: &str) -> &[Value] {
        list(&self.file[key])
    }

    /// A place by its file and its words, of several equal ones the so-and-so-manieth.
    fn place(&self, file: &Value, words: &Value, occurrence: usize) -> Place {
        let (file, words) = (text(file), text(words));
        let mut starts = self.texts[&file].match_indices(&words).map(|(start, _)| start);
        let start = starts.nth(occurrence - 1).unwrap_or_else(|| panic!("{file} lacks {words:?}"));
        Place { file, start, end: start + words.len(), text: words }
    }

    /// All passages.
    pub fn passages(&self) -> Vec<Passage> {
        let passage = |entry: &Value| {
            let occurrence = entry["occurrence"].as_u64().expect("it is counted from 1");
            Passage {
                family: text(&entry["family"]),
                place: self.place(&entry["doc"], &entry["text"], occurrence as usize),
                with: list(&entry["with"]).iter().map(text).collect(),
                arguable: entry["arguable"] == true,
            }
        };
        self.entries("passages").iter().map(passage).collect()
    }

    /// All swaps.
    pub fn swaps(&self) -> Vec<Swap> {
        let swap = |entry: &Value| Swap {
            from: text(&entry["from"]),
            to: text(&entry["to"]),
            file: text(&entry["in"]),
            places: entry["places"].as_u64().expect("it is a number") as usize,
            kind: text(&entry["kind"]),
        };
        self.entries("swaps").iter().map(swap).collect()
    }

    /// All sayings.
    pub fn sayings(&self) -> Vec<Saying> {
        let saying = |entry: &Value| Saying {
            begins: self.place(&entry["doc"], &entry["quote"], 1),
            speaker: entry["speaker"].as_str().map(str::to_owned),
            stated: entry["ground"] == "stated",
        };
        self.entries("speakers").iter().map(saying).collect()
    }

    /// Sentences by which somebody denies something.
    pub fn denials(&self) -> Vec<Place> {
        self.entries("denials").iter().map(|entry| self.place(&entry["doc"], &entry["text"], 1)).collect()
    }

    /// Sentences that deny, each with the copy of it that affirms.
    pub fn turned_denials(&self) -> Vec<(Place, Place)> {
        let pair = |entry: &Value| {
            let original = self.place(&entry["from_doc"], &entry["from_text"], 1);
            (original, self.place(&entry["doc"], &entry["text"], 1))
        };
        self.entries("denials_turned").iter().map(pair).collect()
    }

    /// Sentences whose speaker was lost on the way.
    pub fn lost_attributions(&self) -> Vec<Place> {
        let entries = self.entries("attributions_lost");
        entries.iter().map(|entry| self.place(&entry["doc"], &entry["text"], 1)).collect()
    }

    /// File, line and kind of all furniture.
    pub fn furniture(&self) -> Vec<(String, String, String)> {
        let entries = self.entries("furniture").iter();
        entries.map(|entry| (text(&entry["doc"]), text(&entry["line"]), text(&entry["kind"]))).collect()
    }

    /// File and line of all titles.
    pub fn titles(&self) -> Vec<(String, String)> {
        let entries = self.entries("titles").iter();
        entries.map(|entry| (text(&entry["doc"]), text(&entry["line"]))).collect()
    }
}
