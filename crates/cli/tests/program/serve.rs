//! `stemma serve`: a desk on a port of this machine.

use crate::folder::{Folder, REPORT};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};

#[expect(clippy::disallowed_types, reason = "the test is the client that the program does not have")]
type Stream = std::net::TcpStream;

/// A running desk; it ends with the test.
struct Served {
    child: Child,
    address: String,
    token: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(folder: &Folder) -> Served {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stemma"));
    command.args(["serve", "wire.txt"]).current_dir(folder.path()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let lines = BufReader::new(child.stderr.take().expect("it has an output for people")).lines();
    let mut lines = lines.map(|line| line.expect("it is text"));
    let line = lines.find(|line| line.starts_with("desk: ")).expect("it says where it is");
    let (address, token) = line.split_once("/enter?token=").expect("the address has the token");
    let address = address.trim_start_matches("desk: http://").to_owned();
    Served { child, address, token: token.to_owned() }
}

impl Served {
    fn get(&self, path: &str, headers: &str) -> String {
        let mut stream = Stream::connect(&self.address).expect("somebody waits there");
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers in text");
        answer
    }
}

#[test]
fn a_desk_answers_whoever_has_the_token() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let desk = serve(&folder);
    assert!(desk.address.starts_with("127.0.0.1:"), "{}", desk.address);
    let entered = desk.get(&format!("/enter?token={}", desk.token), "");
    let cookie =
        entered.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("it gives a cookie");
    let page = desk.get("/reports", &format!("Cookie: {}\r\n", cookie.split(';').next().unwrap_or_default()));
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("wire.txt"), "{page}");
    assert!(desk.get("/reports", "").starts_with("HTTP/1.1 401 "));
    let files = std::fs::read_dir(folder.path()).expect("the folder is there").count();
    assert_eq!(files, 1, "a desk writes nothing");
}

#[test]
fn what_cannot_be_served_is_told() {
    let folder = Folder::with(&[("wire.txt", REPORT.as_bytes())]);
    let desk = serve(&folder);
    let port = desk.address.rsplit(':').next().unwrap_or_default();
    let taken = folder.run(&["serve", "wire.txt", "--port", port]);
    assert_eq!(taken.code, Some(2));
    assert!(taken.err.starts_with(&format!("error: cannot wait on 127.0.0.1:{port}: ")), "{}", taken.err);
    let nothing = folder.run(&["serve", "gone.txt"]);
    assert_eq!(nothing.code, Some(2));
    assert!(nothing.err.contains("nothing could be read"), "{}", nothing.err);
}
