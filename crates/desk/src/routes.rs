//! Which address stands for what.

use crate::guards::{ENTER, Refused, SAFE};
use crate::pages;
use crate::reply::{Problem, Reply, lead_to, page, with_type};
use crate::shelf::List;
use crate::{Desk, api, export};
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderName, HeaderValue, Request, StatusCode, header};
use axum::routing::{MethodRouter, get};
use std::sync::Arc;
use stemma::model::Sha256;
use tower::ServiceExt as _;
use url::form_urlencoded;

/// A desk with its routes.
pub struct Answering {
    desk: Arc<Desk>,
    router: Router,
}

/// What a request asks beside its path.
pub struct Asked {
    /// The last part of the path; empty where it is no text, for nothing is called so.
    pub id: String,
    /// The query, undecoded.
    pub query: String,
}

impl Asked {
    /// The first value of a key.
    pub fn value(&self, key: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs.find(|(known, _)| known == key).map(|(_, value)| value.into_owned())
    }
}

/// An answer, or why there is none.
pub type Answer = Result<Reply, Problem>;

impl Answering {
    /// The routes of a desk.
    pub fn of(desk: Desk) -> Self {
        let desk = Arc::new(desk);
        let mut router = Router::new()
            .route("/", shown(pages::desk))
            .route("/search", shown(pages::search))
            .route("/help", shown(pages::help))
            .route("/sources", shown(pages::sources))
            .route("/id/{id}", shown(pages::any))
            .route("/evidence/{id}", shown(pages::evidence))
            .route("/stories/{id}", shown(pages::story))
            .route("/claims/{id}", shown(pages::claim))
            .route("/disagreements/{id}", shown(pages::disagreement))
            .route("/reports/{id}", shown(pages::report))
            .route("/families/{id}", shown(pages::family))
            .route("/voices/{id}", shown(pages::voice))
            .route("/places/{id}", shown(pages::place))
            .route("/export/{id}", shown(export::export))
            .route(
                "/style.css",
                get(|| async { with_type(StatusCode::OK, "text/css; charset=utf-8", pages::style()) }),
            )
            .route(
                "/desk.js",
                get(|| async { with_type(StatusCode::OK, "text/javascript; charset=utf-8", pages::SCRIPT) }),
            )
            .route("/icon.svg", get(|| async { with_type(StatusCode::OK, "image/svg+xml", pages::ICON) }));
        for list in List::ALL {
            let path = format!("/{}", list.name());
            router = router.route(&path, shown(move |desk, asked| pages::list(desk, list, asked)));
        }
        for path in api::PATHS {
            router = router.route(path.path, program(path.answer));
        }
        let router = router.fallback(|| async { Problem::missing("there is no such page").reply() });
        Answering { router: router.with_state(Arc::clone(&desk)), desk }
    }
}

/// A page, or the page of a problem.
fn shown<F>(answer: F) -> MethodRouter<Arc<Desk>>
where
    F: Fn(&Desk, &Asked) -> Answer + Clone + Send + Sync + 'static,
{
    get(
        move |State(desk): State<Arc<Desk>>,
              id: Result<Path<String>, PathRejection>,
              RawQuery(query): RawQuery| async move {
            let asked =
                Asked { id: id.map(|Path(id)| id).unwrap_or_default(), query: query.unwrap_or_default() };
            answer(&desk, &asked).unwrap_or_else(|problem| problem.page(&desk))
        },
    )
}

/// The same for programs.
fn program(answer: fn(&Desk, &Asked) -> Answer) -> MethodRouter<Arc<Desk>> {
    get(
        move |State(desk): State<Arc<Desk>>,
              id: Result<Path<String>, PathRejection>,
              RawQuery(query): RawQuery| async move {
            let asked =
                Asked { id: id.map(|Path(id)| id).unwrap_or_default(), query: query.unwrap_or_default() };
            answer(&desk, &asked).unwrap_or_else(|problem| problem.json())
        },
    )
}

impl Problem {
    fn page(&self, desk: &Desk) -> Reply {
        page(self.status, pages::problem(Some(desk), self))
    }

    fn reply(&self) -> Reply {
        page(self.status, pages::problem(None, self))
    }
}

/// Answers a request: lets it through or not, then looks for what it asks for.
pub async fn answer(answering: Arc<Answering>, request: Request<Body>) -> Reply {
    let is_api = request.uri().path().starts_with("/api/");
    let mut reply = match answering.desk.guards.check(&request) {
        Err(refused) => {
            let problem = Problem::from(refused);
            let mut reply = if is_api { problem.json() } else { problem.reply() };
            if refused == Refused::Method {
                reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            if refused == Refused::Token {
                reply.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            reply
        }
        Ok(()) if request.uri().path() == ENTER => enter(&answering.desk, request.uri().query()),
        Ok(()) => checked(&answering, request, is_api).await,
    };
    for (name, value) in SAFE {
        reply.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    reply
}

/// Takes the token of an address for a cookie, so that it stands in no address after that.
fn enter(desk: &Desk, query: Option<&str>) -> Reply {
    let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let is_known = pairs.any(|(key, value)| key == "token" && desk.guards.token.is(&value));
    if !is_known {
        return Problem::from(Refused::Token).reply();
    }
    let mut reply = lead_to("/");
    if let Ok(cookie) = HeaderValue::from_str(&desk.guards.cookie()) {
        reply.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    reply
}

/// An answer, unless who asks has it already: the same account and the same address give the same bytes.
async fn checked(answering: &Answering, request: Request<Body>, is_api: bool) -> Reply {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let tag = tag(answering.desk.shelf.digest(), address);
    let known = request.headers().get_all(header::IF_NONE_MATCH).iter();
    let mut known = known.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let is_known = known.any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut reply = if is_known {
        let mut reply = Reply::new(Body::empty());
        *reply.status_mut() = StatusCode::NOT_MODIFIED;
        reply
    } else {
        let found = answering.router.clone().oneshot(request).await;
        found.unwrap_or_else(|never| match never {})
    };
    if is_api
        && reply.status() == StatusCode::NOT_FOUND
        && reply.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind != "application/problem+json")
    {
        return Problem::missing("there is no such address").json();
    }
    if matches!(reply.status(), StatusCode::OK | StatusCode::NOT_MODIFIED)
        && let Ok(tag) = HeaderValue::from_str(&tag)
    {
        reply.headers_mut().insert(header::ETAG, tag);
    }
    reply
}

/// What stands for the answer to an address: it changes with the account, the program, and the look of the pages.
fn tag(digest: &str, address: &str) -> String {
    let look = pages::look();
    let whole = format!("{digest}\n{}\n{look}\n{address}", env!("CARGO_PKG_VERSION"));
    format!("\"{}\"", &Sha256::of(whole.as_bytes()).to_string()[..32])
}
