//! Who may ask, and what he may ask for: checked before anything is looked up.
//!
//! A server that waits on this machine only can still be reached from a foreign page in the reader's own browser: by a name that
//! is made to point here (DNS rebinding), by a request that the page sends across sites, by a link. So: the name by which the desk is
//! called must be one of this machine; what a browser sends for another site is refused; and nothing but the style is given to who
//! has not the token.

use crate::token::Token;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};

/// The longest address that is read, in bytes; a filter fits in several times.
pub const LONGEST_ADDRESS: usize = 4096;

/// Addresses that anybody may ask for: they hold nothing of an account.
const OPEN: [&str; 3] = ["/style.css", "/desk.js", "/icon.svg"];

/// The address that takes the token.
pub const ENTER: &str = "/enter";

/// What is checked against.
#[derive(Debug, Clone)]
pub struct Guards {
    /// The secret.
    pub token: Token,
    /// The port that the desk waits on; it is part of its name.
    pub port: u16,
    /// Names beside those of this machine, where somebody told the desk to wait elsewhere.
    pub hosts: Vec<String>,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It calls the desk by a name that is not its own.
    Host,
    /// It comes from a page of another site.
    CrossSite,
    /// It wants something else than to read.
    Method,
    /// Its address is too long.
    Long,
    /// It carries a body.
    Body,
    /// It does not have the token.
    Token,
}

impl Refused {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Refused::Host => StatusCode::MISDIRECTED_REQUEST,
            Refused::CrossSite => StatusCode::FORBIDDEN,
            Refused::Method => StatusCode::METHOD_NOT_ALLOWED,
            Refused::Long => StatusCode::URI_TOO_LONG,
            Refused::Body => StatusCode::PAYLOAD_TOO_LARGE,
            Refused::Token => StatusCode::UNAUTHORIZED,
        }
    }

    /// What happened, in words that help who did nothing wrong.
    pub fn words(self) -> &'static str {
        match self {
            Refused::Host => "this desk answers to localhost and 127.0.0.1 with its port only",
            Refused::CrossSite => {
                "the request comes from a page of another site; type or paste the address instead"
            }
            Refused::Method => "a desk is read only: GET and HEAD",
            Refused::Long => "the address is too long",
            Refused::Body => "a request to read has no body",
            Refused::Token => "open the address with the token that `stemma serve` printed when it started",
        }
    }
}

impl Guards {
    /// Lets a request through, or says why not.
    pub fn check<B>(&self, request: &Request<B>) -> Result<(), Refused> {
        let headers = request.headers();
        self.check_host(request)?;
        self.check_site(headers)?;
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return Err(Refused::Method);
        }
        let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
        if address > LONGEST_ADDRESS {
            return Err(Refused::Long);
        }
        let length = headers.get(header::CONTENT_LENGTH).map(|length| length.as_bytes() != b"0");
        if length == Some(true) || headers.contains_key(header::TRANSFER_ENCODING) {
            return Err(Refused::Body);
        }
        let path = request.uri().path();
        let is_open = OPEN.contains(&path) || path == ENTER;
        if is_open || self.has_token(headers) { Ok(()) } else { Err(Refused::Token) }
    }

    /// Exactly one host, and one of ours.
    fn check_host<B>(&self, request: &Request<B>) -> Result<(), Refused> {
        let mut named = request.headers().get_all(header::HOST).iter();
        let (Some(host), None) = (named.next(), named.next()) else { return Err(Refused::Host) };
        let is_own = host.to_str().is_ok_and(|host| self.is_own(host));
        let asked = request.uri().authority().is_none_or(|authority| self.is_own(authority.as_str()));
        if is_own && asked { Ok(()) } else { Err(Refused::Host) }
    }

    fn is_own(&self, host: &str) -> bool {
        let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
        let is_named =
            ["localhost", "127.0.0.1", "[::1]"].contains(&name) || self.hosts.iter().any(|own| own == name);
        is_named && port.parse() == Ok(self.port)
    }

    /// Browsers say where a request comes from; what they say of another site is believed.
    fn check_site(&self, headers: &HeaderMap) -> Result<(), Refused> {
        let is = |name: &str, allowed: &[&str]| {
            headers
                .get_all(name)
                .iter()
                .all(|value| value.to_str().is_ok_and(|value| allowed.contains(&value)))
        };
        let origins = headers.get_all(header::ORIGIN).iter();
        let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| self.is_own(host));
        let is_own = origins.map(|origin| origin.to_str()).all(|origin| origin.is_ok_and(own));
        if is_own && is("sec-fetch-site", &["same-origin", "none"]) {
            Ok(())
        } else {
            Err(Refused::CrossSite)
        }
    }

    fn has_token(&self, headers: &HeaderMap) -> bool {
        let bearer =
            headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        let name = self.cookie_name();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        bearer.is_some_and(|given| self.token.is(given))
            || pairs.any(|(key, value)| key == name && self.token.is(value))
    }

    /// Cookies of a machine are shared by its ports, so the port is part of the name.
    pub fn cookie_name(&self) -> String {
        format!("stemma-{}", self.port)
    }

    /// The cookie that stands for the token.
    pub fn cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie_name(), self.token.reveal())
    }
}

/// Headers of every answer. A page may load the style and the script of the desk, and nothing else; it may not be framed, and a
/// link from it tells nobody where it was followed.
pub const SAFE: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "private, no-cache"),
];
