//! A desk over the invented story of `examples/`, with outlets and days, and how it is asked.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use std::path::Path;
use std::sync::{Arc, LazyLock};
use stemma::model::{DateEvidence, Source};
use stemma::place::Atlas;
use stemma::{Config, Knowledge, Silent};
use stemma_desk::{Answering, Desk, Drawn, Guards, InMemory, Token, answer};

pub const PORT: u16 = 7700;

pub struct Pile {
    pub answering: Arc<Answering>,
    pub token: String,
}

/// Opened once for all tests.
pub static PILE: LazyLock<Pile> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/hadrel-dam");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("the test has it")
        .map(|entry| entry.expect("the test has it").path())
        .collect();
    names.sort();
    let sources = names.iter().zip(1..).map(|(path, day)| {
        let name = path.file_name().expect("the test has it").to_string_lossy().into_owned();
        let outlet = name.trim_end_matches(".txt").replace('-', " ");
        let published = DateEvidence { value: format!("2021-03-{day:02}"), method: "json:published".into() };
        let text = std::fs::read_to_string(path).expect("the test has it");
        Source { outlet: Some(outlet), published: Some(published), ..Source::of_text(name, text) }
    });
    let mut sources: Vec<Source> = sources.collect();
    // Another story, with places that the gazetteer has and of which no day and no outlet is known.
    sources.push(Source::of_text("ferries.txt".into(), FERRIES.into()));
    Pile::of(sources)
});

const FERRIES: &str = "Ferries stop for a day\n\n\
    Ferries between Dover and Calais stopped on Friday because of high waves, the harbour master of Dover said. \
    Boats from Marseille to Algiers were late, and trains in France went on as usual.\n\n\
    \"Nobody should drive to Calais today,\" Tom Aldous, a spokesman for the harbour, said.\n";

impl Pile {
    pub fn of(sources: Vec<Source>) -> Self {
        let knowledge = Knowledge {
            english: stemma_assets::english().expect("the test has it"),
            atlas: Atlas::new(stemma_assets::places().expect("the test has it")),
        };
        let account = stemma::account(sources, vec![], vec![], knowledge, &Config::default(), &Silent);
        let token = Token::new().expect("the test has it");
        let secret = token.reveal().to_owned();
        let desk = Desk {
            shelf: Box::new(InMemory::of(account)),
            guards: Guards { token, port: PORT, hosts: vec![] },
            outlines: Some(stemma_assets::outlines().expect("the test has it")),
            files: "reports/".into(),
            drawn: Drawn::default(),
        };
        Pile { answering: Arc::new(Answering::of(desk)), token: secret }
    }

    /// Asks with the token.
    pub fn get(&self, address: &str) -> Got {
        self.ask(&[("authorization", &format!("Bearer {}", self.token))], "GET", address)
    }

    /// Asks with these headers beside a host that is right, unless they name one.
    pub fn ask(&self, headers: &[(&str, &str)], method: &str, address: &str) -> Got {
        let mut request = Request::builder().method(method).uri(address);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", format!("127.0.0.1:{PORT}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("the test has it");
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("the test has it");
        runtime.block_on(async {
            let reply = answer(Arc::clone(&self.answering), request).await;
            let (status, headers) = (reply.status(), reply.headers().clone());
            let body = to_bytes(reply.into_body(), usize::MAX).await.expect("the test has it");
            Got { status, headers, body: String::from_utf8(body.to_vec()).expect("the test has it") }
        })
    }

    /// The identifiers of a list.
    pub fn ids(&self, list: &str) -> Vec<String> {
        let got = self.get(&format!("/api/v1/{list}?limit=200"));
        let found: serde_json::Value = serde_json::from_str(&got.body).expect("the test has it");
        found["items"]
            .as_array()
            .expect("the test has it")
            .iter()
            .map(|item| item["id"].as_str().expect("the test has it").to_owned())
            .collect()
    }
}

/// An answer as it came.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Got {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("the test has it"))
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("the test has it")
    }
}
