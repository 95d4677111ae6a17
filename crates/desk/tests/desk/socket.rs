//! What only a real port shows: malformed heads, heads without an end, many at once.

use super::pile::PILE;
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use stemma_desk::Port;

#[expect(clippy::disallowed_types, reason = "the test is the client that the program does not have")]
type Stream = std::net::TcpStream;

/// The pile on a port of this machine, answered until the tests end.
static ADDRESS: LazyLock<SocketAddr> = LazyLock::new(|| {
    let port = Port::take("127.0.0.1:0".parse().expect("the test has it")).expect("the test has it");
    let address = port.address().expect("the test has it");
    std::thread::spawn(move || port.serve(Arc::clone(&PILE.answering), 2));
    address
});

/// Sends bytes, and reads until the other side closes or nothing comes any more.
fn sent(bytes: &[u8]) -> String {
    let mut stream = Stream::connect(*ADDRESS).expect("the test has it");
    stream.set_read_timeout(Some(Duration::from_secs(5))).expect("the test has it");
    // The server may close before all is sent.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn request(line: &str, headers: &str) -> Vec<u8> {
    format!("{line} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").into_bytes()
}

#[test]
fn a_request_by_the_name_of_this_machine_is_answered() {
    let host = format!("Host: 127.0.0.1:{}\r\n", super::pile::PORT);
    let got = sent(&request("GET /", &format!("{host}Authorization: Bearer {}\r\n", PILE.token)));
    assert!(got.starts_with("HTTP/1.1 200 OK\r\n"), "{got}");
    assert!(got.to_lowercase().contains("content-security-policy: default-src 'none'"));
    let refused =
        sent(&request("GET /", &format!("Host: evil.example\r\nAuthorization: Bearer {}\r\n", PILE.token)));
    assert!(refused.starts_with("HTTP/1.1 421 "), "{refused}");
}

#[test]
fn what_is_no_request_ends_its_own_connection_only() {
    let many: String = (0..200).map(|n| format!("X-{n}: y\r\n")).collect();
    for bytes in [
        b"\0\0\0\0\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n".to_vec(),
        request("GET /", &many),
        request("GET /", &format!("Host: 127.0.0.1\r\nX: {}\r\n", "y".repeat(40_000))),
        request(&format!("GET /{}", "a".repeat(70_000)), ""),
        request("GET /", "Host: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n"),
        request("GET /", "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\n"),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
    ] {
        let got = sent(&bytes);
        let status = got.split(' ').nth(1).unwrap_or_default();
        assert!(got.is_empty() || matches!(status, "400" | "413" | "414" | "421" | "431" | "505"), "{got}");
    }
    a_request_by_the_name_of_this_machine_is_answered();
}

#[test]
fn who_keeps_connections_open_does_not_keep_others_out() {
    let idle: Vec<Stream> = (0..40).map(|_| Stream::connect(*ADDRESS).expect("the test has it")).collect();
    let mut half = Stream::connect(*ADDRESS).expect("the test has it");
    half.write_all(b"GET / HTTP/1.1\r\nHost: ").expect("the test has it");
    a_request_by_the_name_of_this_machine_is_answered();
    drop((idle, half));
}
