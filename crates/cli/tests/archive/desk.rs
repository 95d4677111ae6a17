//! A folder with reports and an archive to be, and the program that works on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A folder with so many invented reports.
    pub fn with(n_reports: usize) -> Self {
        let desk = Desk { folder: tempfile::tempdir().expect("a folder can be made") };
        std::fs::create_dir(desk.reports()).expect("a folder can be made");
        for nth in 0..n_reports {
            let name = format!("{nth:03}.txt");
            std::fs::write(desk.reports().join(name), report(nth)).expect("a file can be written");
        }
        desk
    }

    pub fn reports(&self) -> PathBuf {
        self.folder.path().join("reports")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program; names in `arguments` are those in the folder.
    pub fn stemma(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stemma"));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    /// Runs the program, which must end as it should.
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.stemma(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}{said}");
        String::from_utf8(output.stdout).expect("the program writes UTF-8")
    }

    /// The digest of the account of files.
    pub fn digest_of(&self, files: &str) -> String {
        digest(&self.done(&["--json", files]))
    }

    /// An archive of all reports, with a run.
    pub fn archive(&self) -> Archive<'_> {
        self.done(&["init", "desk"]);
        self.done(&["add", "desk", "reports"]);
        self.done(&["run", "desk"]);
        Archive(self)
    }
}

pub struct Archive<'a>(pub &'a Desk);

impl Archive<'_> {
    pub fn root(&self) -> PathBuf {
        self.0.path("desk")
    }

    /// The digest of its last run.
    pub fn digest(&self) -> String {
        let status = self.0.done(&["status", "desk", "--json"]);
        let status: serde_json::Value = serde_json::from_str(&status).expect("it is JSON");
        status["last"]["digest"].as_str().unwrap_or_default().to_owned()
    }
}

/// The digest in the header of JSON Lines.
pub fn digest(account: &str) -> String {
    let header = account.lines().next().unwrap_or_default();
    let header: serde_json::Value = serde_json::from_str(header).expect("the header is JSON");
    header["digest"].as_str().expect("it has a digest").to_owned()
}

const TOWNS: [&str; 7] = ["Aldermoor", "Brannock", "Corvale", "Dunmere", "Eskdale", "Farrow", "Glenhaven"];
const THINGS: [&str; 5] = ["bridge", "reservoir", "ferry", "tunnel", "market hall"];

/// An invented report: every third copies a sentence of the one before, and some deny what others say.
fn report(nth: usize) -> String {
    let (town, thing) = (TOWNS[nth % 7], THINGS[nth / 3 % 5]);
    let (hurt, day) = (3 + nth / 2, 1 + nth % 28);
    let denial = if nth.is_multiple_of(4) {
        format!("The council denied that the {thing} had been unsafe.\n")
    } else {
        format!("\"We had warned of it for years,\" the mayor, Ada Roon{nth}, said.\n")
    };
    let (other, was) = (TOWNS[(nth / 3 * 3) % 7], THINGS[nth / 3 % 5]);
    format!(
        "Old {thing} in {town} closed after accident\n\n\
         The fire service said that {hurt} people were hurt when a part of the {thing} fell in {town} on {day} May 2021.\n\n\
         {denial}\nRescue workers from {other} had inspected the {was} twice and found its northern pier cracked in number {}.\n",
        nth / 3
    )
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Numbers without a pattern (Knuth, MMIX), the same on each run.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
