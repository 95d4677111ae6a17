//! A folder with reports that goes when the test ends, and the program run in it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A report with nothing odd about it.
pub const REPORT: &str = "Old harbour of Veld closed after fire\n\n\
    About 1,600 people left the old harbour of Veld on Sunday after a fire in the grain store. \
    \u{201c}The harbour is safe,\u{201d} harbour master Ada Roon said.\n";

/// A folder of one test.
pub struct Folder(TempDir);

/// How a run ended and what it wrote.
#[derive(Debug)]
pub struct Ended {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Folder {
    /// A folder with these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Folder(TempDir::new().expect("a folder can be made"));
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).expect("a file can be written");
        }
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program, ready to run in this folder.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stemma"));
        command.args(arguments).current_dir(self.path()).env_remove("CLICOLOR_FORCE");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it with nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.program(arguments).output().expect("the program starts"))
    }

    /// Runs it with some standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut child = self.program(arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A program that refuses its arguments ends without reading, which is no fault of the test.
        match stdin.write_all(input) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            written => written.expect("the program reads its input"),
        }
        drop(stdin);
        ended(child.wait_with_output().expect("the program ends"))
    }
}

fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}
