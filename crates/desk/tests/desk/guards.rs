//! Who is let in: each attack, and what refuses it.

use super::pile::{PILE, PORT};
use axum::http::StatusCode;

fn status(headers: &[(&str, &str)], method: &str, address: &str) -> StatusCode {
    PILE.ask(headers, method, address).status
}

fn bearer() -> String {
    format!("Bearer {}", PILE.token)
}

#[test]
fn nothing_is_told_without_the_token() {
    for address in
        ["/", "/stories", "/claims.csv", "/export/claims.csv", "/api/v1/claims", "/nothing", "/id/x"]
    {
        let got = PILE.ask(&[], "GET", address);
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{address}");
        assert!(!got.body.contains("Hadrel"), "{address}");
        for wrong in ["Bearer ", "Bearer 00000000000000000000000000000000", &PILE.token] {
            assert_eq!(status(&[("authorization", wrong)], "GET", address), StatusCode::UNAUTHORIZED);
        }
        assert_eq!(
            status(&[("cookie", "stemma-7700=x; stemma=y")], "GET", address),
            StatusCode::UNAUTHORIZED
        );
    }
}

#[test]
fn the_token_of_the_address_becomes_a_cookie_that_no_script_and_no_other_site_has() {
    let got = PILE.ask(&[], "GET", &format!("/enter?token={}", PILE.token));
    assert_eq!((got.status, got.header("location")), (StatusCode::SEE_OTHER, "/"));
    let cookie = got.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Domain"));
    let pair = cookie.split(';').next().expect("the test has it");
    assert_eq!(status(&[("cookie", &format!("other=1; {pair}"))], "GET", "/"), StatusCode::OK);
    for wrong in ["/enter", "/enter?token=", "/enter?token=0", "/enter?token=%00"] {
        let got = PILE.ask(&[], "GET", wrong);
        assert_eq!((got.status, got.header("set-cookie")), (StatusCode::UNAUTHORIZED, ""));
    }
}

#[test]
fn a_name_that_was_made_to_point_here_is_refused() {
    for host in [
        "evil.example",
        "evil.example:7700",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:7701",
        "localhost.evil.example:7700",
        "127.0.0.1.evil.example:7700",
        "[::1]",
        "",
        ":7700",
        "127.0.0.1:7700:7700",
        "127.0.0.1:07700x",
    ] {
        let got = PILE.ask(&[("host", host), ("authorization", &bearer())], "GET", "/api/v1");
        assert_eq!(got.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
    }
    for host in [format!("localhost:{PORT}"), format!("127.0.0.1:{PORT}"), format!("[::1]:{PORT}")] {
        assert_eq!(
            status(&[("host", &host), ("authorization", &bearer())], "GET", "/"),
            StatusCode::OK,
            "{host}"
        );
    }
    let two = [("host", "127.0.0.1:7700"), ("host", "evil.example"), ("authorization", &bearer())];
    assert_eq!(status(&two, "GET", "/"), StatusCode::MISDIRECTED_REQUEST);
    let elsewhere = "http://evil.example/";
    assert_eq!(status(&[("authorization", &bearer())], "GET", elsewhere), StatusCode::MISDIRECTED_REQUEST);
}

#[test]
fn a_page_of_another_site_gets_nothing_even_with_the_token() {
    for header in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:7701"),
        ("origin", "https://127.0.0.1:7700"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "anything"),
    ] {
        let got = PILE.ask(&[header, ("authorization", &bearer())], "GET", "/claims");
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{header:?}");
        assert_eq!(got.header("access-control-allow-origin"), "");
        assert_eq!(status(&[header], "GET", &format!("/enter?token={}", PILE.token)), StatusCode::FORBIDDEN);
    }
    for header in
        [("origin", "http://localhost:7700"), ("sec-fetch-site", "same-origin"), ("sec-fetch-site", "none")]
    {
        assert_eq!(status(&[header, ("authorization", &bearer())], "GET", "/claims"), StatusCode::OK);
    }
}

#[test]
fn there_is_nothing_but_reading() {
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "BREW"] {
        let got = PILE.ask(&[("authorization", &bearer())], method, "/claims");
        assert_eq!(
            (got.status, got.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"),
            "{method}"
        );
    }
    let head = PILE.ask(&[("authorization", &bearer())], "HEAD", "/claims");
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let long = format!("/claims?words={}", "a".repeat(5000));
    assert_eq!(status(&[("authorization", &bearer())], "GET", &long), StatusCode::URI_TOO_LONG);
    for body in [("content-length", "5"), ("content-length", "x"), ("transfer-encoding", "chunked")] {
        let got = status(&[body, ("authorization", &bearer())], "GET", "/claims");
        assert_eq!(got, StatusCode::PAYLOAD_TOO_LARGE, "{body:?}");
    }
}

#[test]
fn every_answer_carries_the_policy() {
    for (headers, address) in [
        (vec![], "/"),
        (vec![("authorization", bearer())], "/"),
        (vec![("authorization", bearer())], "/claims/m0"),
        (vec![("authorization", bearer())], "/api/v1/claims"),
        (vec![("host", "evil.example".to_owned())], "/"),
        (vec![], "/style.css"),
    ] {
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let got = PILE.ask(&headers, "GET", address);
        let policy = got.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none';") && policy.contains("frame-ancestors 'none'"),
            "{address}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"));
        assert_eq!(got.header("x-content-type-options"), "nosniff");
        assert_eq!(got.header("referrer-policy"), "no-referrer");
        assert_eq!(got.header("cache-control"), "private, no-cache");
    }
}
