//! Answers: pages, files, and what is said where something is not there.

use crate::guards::Refused;
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use maud::Markup;

/// An answer.
pub type Reply = Response<Body>;

/// What a page or a program is told where it cannot have what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The status.
    pub status: StatusCode,
    /// What happened, in lower case and without a full stop.
    pub what: String,
}

impl Problem {
    /// There is no such thing.
    pub fn missing(what: &str) -> Self {
        Problem { status: StatusCode::NOT_FOUND, what: what.to_owned() }
    }

    /// It was asked for wrongly.
    pub fn wrong(what: impl ToString) -> Self {
        Problem { status: StatusCode::BAD_REQUEST, what: what.to_string() }
    }

    /// The same in the form of RFC 9457.
    pub fn json(&self) -> Reply {
        let title = self.status.canonical_reason().unwrap_or("problem");
        let body = serde_json::json!({
            "type": "about:blank", "title": title, "status": self.status.as_u16(), "detail": self.what,
        });
        with_type(self.status, "application/problem+json", body.to_string())
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Problem { status: refused.status(), what: refused.words().to_owned() }
    }
}

/// A page.
pub fn page(status: StatusCode, markup: Markup) -> Reply {
    with_type(status, "text/html; charset=utf-8", markup.into_string())
}

/// Anything of a type.
pub fn with_type(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Reply {
    let mut reply = Response::new(body.into());
    *reply.status_mut() = status;
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    reply
}

/// Leads elsewhere inside the desk.
pub fn lead_to(address: &str) -> Reply {
    let mut reply = Response::new(Body::empty());
    *reply.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(address) = HeaderValue::from_str(address) {
        reply.headers_mut().insert(header::LOCATION, address);
    }
    reply
}
