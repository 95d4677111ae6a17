//! The promise that the program makes no connection: nothing that could is linked into it.
//!
//! A name is on the list if the package opens connections, or is of use only to one that does. What waits on this
//! machine needs sockets too: the desk may have them, and nothing else in the program may; a package that is server and
//! client in one may be there without the feature that makes it a client. Our own code is held by the lints in `clippy.toml`,
//! which ban sockets that connect.

use crate::metadata::Metadata;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, VecDeque};

/// The program that must make no connection.
const PROGRAM: &str = "stemma-cli";

/// Packages that open connections, by what they are.
const CLIENTS: &[(&str, &[&str])] = &[
    (
        "an HTTP client",
        &[
            "actix-http", "attohttpc", "awc", "curl", "curl-sys", "gloo-net", "isahc", "minreq", "reqwest",
            "surf", "ureq", "ureq-proto",
        ],
    ),
    (
        "a layer of encryption for connections",
        &[
            "boring", "hyper-rustls", "hyper-tls", "native-tls", "openssl", "openssl-sys", "rustls",
            "s2n-tls", "schannel", "tokio-native-tls", "tokio-openssl", "tokio-rustls",
        ],
    ),
    (
        "a protocol over sockets",
        &[
            "h2", "h3", "lettre", "libssh2-sys", "quinn", "rumqttc", "russh", "ssh2", "suppaftp",
            "tokio-tungstenite", "tungstenite",
        ],
    ),
    (
        "a way to sockets or names of hosts",
        &["async-io", "async-net", "async-std", "hickory-resolver", "smol"],
    ),
    (
        "a client of a remote service",
        &[
            "git2", "gix-transport", "mongodb", "mysql", "object_store", "opentelemetry-otlp", "postgres",
            "redis", "self_update", "sentry", "tokio-postgres",
        ],
    ),
];

/// Packages that open connections only with a feature switched on.
const CLIENTS_BY_FEATURE: &[(&str, &[&str])] = &[
    ("hyper", &["client", "full"]),
    (
        "hyper-util",
        &["client", "client-legacy", "client-pool", "client-proxy", "client-proxy-system", "full"],
    ),
    ("tokio", &["full"]),
];

/// The crate that waits for requests. What it uses to that end comes into the program by no other way.
const WAITS: &str = "stemma-desk";

/// Packages with sockets, by name or with a feature, that only [`WAITS`] may use.
const SOCKETS: &[(&str, Option<&str>)] = &[("mio", None), ("socket2", None), ("tokio", Some("net"))];

/// Every network client in the program, each with the way by which it comes in.
pub fn can_reach_network(metadata: &Metadata) -> Result<Vec<String>> {
    let program = metadata
        .packages
        .iter()
        .find(|package| package.name == PROGRAM)
        .with_context(|| format!("no package `{PROGRAM}`; set `PROGRAM` in xtask/src/network.rs"))?;
    let names: BTreeMap<&str, &str> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package.name.as_str())).collect();
    let came_by = reach(metadata, &program.id)?;
    let mut messages = sockets_beside_the_desk(metadata, &program.id, &names)?;
    for id in came_by.keys() {
        let name = names.get(id).copied().unwrap_or(id);
        if let Some(what) = what_client(name, &metadata.resolved[*id].features) {
            let way = way_to(id, &came_by, &names);
            messages.push(format!("the program makes no connection, but contains `{name}`, {what}: {way}"));
        }
    }
    Ok(messages)
}

/// Every package with sockets that would be in the program without the desk, with the way by which it comes in.
fn sockets_beside_the_desk(
    metadata: &Metadata,
    program: &str,
    names: &BTreeMap<&str, &str>,
) -> Result<Vec<String>> {
    let is_desk = |id: &str| names.get(id) == Some(&WAITS);
    let came_by = reach_around(metadata, program, is_desk)?;
    let has_sockets = |id: &str| {
        let name = names.get(id).copied().unwrap_or(id);
        SOCKETS.iter().any(|(package, feature)| {
            *package == name
                && feature.is_none_or(|feature| metadata.resolved[id].features.iter().any(|on| on == feature))
        })
    };
    let found = came_by.keys().filter(|id| has_sockets(id));
    let told = |id: &&str| {
        let way = way_to(id, &came_by, names);
        format!(
            "only `{WAITS}` may have sockets, but so has `{}`: {way}",
            names.get(*id).copied().unwrap_or(id)
        )
    };
    Ok(found.map(told).collect())
}

/// All packages linked into the program, each with the one that it was first reached from.
pub fn reach<'a>(metadata: &'a Metadata, program: &'a str) -> Result<BTreeMap<&'a str, Option<&'a str>>> {
    reach_around(metadata, program, |_| false)
}

/// The same, without some and what only they bring along.
fn reach_around<'a>(
    metadata: &'a Metadata,
    program: &'a str,
    is_left_out: impl Fn(&str) -> bool,
) -> Result<BTreeMap<&'a str, Option<&'a str>>> {
    let mut came_by = BTreeMap::from([(program, None)]);
    let mut waiting = VecDeque::from([program]);
    while let Some(id) = waiting.pop_front() {
        let resolved =
            metadata.resolved.get(id).with_context(|| format!("cargo metadata does not resolve `{id}`"))?;
        for next in &resolved.normal {
            if !came_by.contains_key(next.as_str()) && !is_left_out(next) {
                came_by.insert(next, Some(id));
                waiting.push_back(next);
            }
        }
    }
    Ok(came_by)
}

fn what_client(name: &str, features: &[String]) -> Option<&'static str> {
    let by_name = CLIENTS.iter().find(|(_, names)| names.contains(&name));
    let by_feature = CLIENTS_BY_FEATURE
        .iter()
        .any(|(package, own)| *package == name && features.iter().any(|on| own.contains(&on.as_str())));
    by_name.map(|(what, _)| *what).or(by_feature.then_some("with a feature that makes it a client"))
}

fn way_to(id: &str, came_by: &BTreeMap<&str, Option<&str>>, names: &BTreeMap<&str, &str>) -> String {
    let mut way = Vec::new();
    let mut at = Some(id);
    while let Some(id) = at {
        way.push(names.get(id).copied().unwrap_or(id));
        at = came_by.get(id).copied().flatten();
    }
    way.reverse();
    way.join(" -> ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::{Package, Resolved};

    /// A graph from `user -> used` lines; a word after `+` is a feature of the used package.
    fn graph(edges: &[&str]) -> Metadata {
        let mut metadata = Metadata::default();
        for edge in edges {
            let (user, used) = edge.split_once(" -> ").unwrap();
            let (used, feature) = used.split_once(" +").unwrap_or((used, ""));
            for name in [user, used] {
                if !metadata.resolved.contains_key(name) {
                    metadata.resolved.insert(name.to_owned(), Resolved::default());
                    metadata.packages.push(package(name));
                }
            }
            metadata.resolved.get_mut(user).unwrap().normal.push(used.to_owned());
            metadata.resolved.get_mut(used).unwrap().features.push(feature.to_owned());
        }
        metadata
    }

    fn package(name: &str) -> Package {
        Package {
            id: name.to_owned(),
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: None,
            dependencies: vec![],
        }
    }

    #[test]
    fn a_program_of_plain_packages_passes() {
        let metadata = graph(&["stemma-cli -> stemma", "stemma -> sha2"]);
        assert_eq!(can_reach_network(&metadata).unwrap(), [""; 0]);
    }

    #[test]
    fn a_client_deep_in_the_graph_is_found_with_the_way_to_it() {
        let metadata = graph(&["stemma-cli -> ingest", "ingest -> fetcher", "fetcher -> ureq"]);
        let said = can_reach_network(&metadata).unwrap();
        assert_eq!(
            said,
            ["the program makes no connection, but contains `ureq`, an HTTP client: \
              stemma-cli -> ingest -> fetcher -> ureq"]
        );
    }

    #[test]
    fn a_client_that_only_another_program_contains_is_no_concern_here() {
        let metadata = graph(&["stemma-cli -> stemma", "fetcher -> reqwest"]);
        assert!(can_reach_network(&metadata).unwrap().is_empty());
    }

    #[test]
    fn sockets_come_in_by_the_desk_alone() {
        let timers = graph(&["stemma-cli -> tokio +time"]);
        assert!(can_reach_network(&timers).unwrap().is_empty());
        let desk = ["stemma-cli -> stemma-desk", "stemma-desk -> tokio +net", "tokio -> mio"];
        assert_eq!(can_reach_network(&graph(&desk)).unwrap(), [""; 0]);
        let beside = [&desk[..], &["stemma-cli -> fetcher", "fetcher -> tokio +net"]].concat();
        assert_eq!(
            can_reach_network(&graph(&beside)).unwrap(),
            [
                "only `stemma-desk` may have sockets, but so has `mio`: stemma-cli -> fetcher -> tokio -> mio",
                "only `stemma-desk` may have sockets, but so has `tokio`: stemma-cli -> fetcher -> tokio"
            ]
        );
    }

    #[test]
    fn a_server_that_is_a_client_too_is_found() {
        let server = ["stemma-cli -> stemma-desk", "stemma-desk -> hyper +server"];
        assert_eq!(can_reach_network(&graph(&server)).unwrap(), [""; 0]);
        let client = ["stemma-cli -> stemma-desk", "stemma-desk -> hyper +client"];
        assert_eq!(can_reach_network(&graph(&client)).unwrap().len(), 1);
    }

    #[test]
    fn a_circle_in_the_graph_ends() {
        let metadata = graph(&["stemma-cli -> a", "a -> b", "b -> a"]);
        assert!(can_reach_network(&metadata).unwrap().is_empty());
    }

    #[test]
    fn a_program_that_cannot_be_found_is_an_error_and_not_a_pass() {
        assert!(can_reach_network(&graph(&["other -> stemma"])).is_err());
    }
}
