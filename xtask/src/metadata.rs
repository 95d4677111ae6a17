//! What `cargo metadata` says of our packages and of those that they pull in.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The answer of `cargo metadata`, as far as the checks need it.
#[derive(Debug, Default)]
pub struct Metadata {
    /// Our packages; with the resolved graph also all that they depend on.
    pub packages: Vec<Package>,
    /// The resolved graph, by package id; empty where only our packages were asked for.
    pub resolved: BTreeMap<String, Resolved>,
}

/// One package.
#[derive(Debug)]
pub struct Package {
    /// What cargo calls it in the resolved graph.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The licence expression; absent where the manifest has none.
    pub licence: Option<String>,
    /// What its manifest asks for, whether or not it is enabled.
    pub dependencies: Vec<Dependency>,
}

/// One line of a manifest's dependencies.
#[derive(Debug)]
pub struct Dependency {
    /// The name of the package, also where the manifest renames it.
    pub name: String,
    /// What it is needed for.
    pub kind: DependencyKind,
}

/// What a dependency is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DependencyKind {
    /// The code itself.
    Normal,
    /// Its tests.
    Development,
    /// Its build script.
    Build,
}

/// One package in the resolved graph.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Ids of the packages whose code is linked into it.
    pub normal: Vec<String>,
    /// The features switched on.
    pub features: Vec<String>,
}

/// Our packages and what their manifests ask for; needs nothing but the manifests.
pub fn read_manifests(root: &Path) -> Result<Metadata> {
    read(root, &["--no-deps"])
}

/// All packages of the lock file, with every feature of ours switched on, on every platform.
pub fn read_all(root: &Path) -> Result<Metadata> {
    read(root, &["--all-features"])
}

/// Cargo itself: the one that started us, or else the one on the search path.
pub fn cargo(root: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root);
    command
}

/// All packages that are needed on one kind of machine, each with the folder of its files, by id.
pub fn read_for(root: &Path, target: &str) -> Result<(Metadata, BTreeMap<String, PathBuf>)> {
    let json = ask(root, &["--filter-platform", target])?;
    let folders = list(&json, "packages")?.iter().map(|package| {
        let manifest = PathBuf::from(text(package, "manifest_path")?);
        let folder = manifest.parent().context("a manifest without a folder")?;
        Ok((text(package, "id")?, folder.to_path_buf()))
    });
    Ok((from_json(&json)?, folders.collect::<Result<_>>()?))
}

/// Where cargo puts what it builds.
pub fn target_folder(root: &Path) -> Result<PathBuf> {
    let json = ask(root, &["--no-deps"])?;
    Ok(text(&json, "target_directory")?.into())
}

fn read(root: &Path, arguments: &[&str]) -> Result<Metadata> {
    from_json(&ask(root, arguments)?)
}

fn ask(root: &Path, arguments: &[&str]) -> Result<Value> {
    let output = cargo(root)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(arguments)
        .output()
        .context("cannot run cargo metadata")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
    serde_json::from_slice(&output.stdout).context("cargo metadata gave no JSON")
}

/// Reads the format version 1 of `cargo metadata`.
pub fn from_json(json: &Value) -> Result<Metadata> {
    let packages = list(json, "packages")?.iter().map(package).collect::<Result<_>>()?;
    let resolved = match &json["resolve"] {
        Value::Null => BTreeMap::new(),
        resolve => list(resolve, "nodes")?
            .iter()
            .map(|node| Ok((text(node, "id")?, resolved(node)?)))
            .collect::<Result<_>>()?,
    };
    Ok(Metadata { packages, resolved })
}

fn package(json: &Value) -> Result<Package> {
    Ok(Package {
        id: text(json, "id")?,
        name: text(json, "name")?,
        version: text(json, "version")?,
        licence: json["license"].as_str().map(str::to_owned),
        dependencies: list(json, "dependencies")?.iter().map(dependency).collect::<Result<_>>()?,
    })
}

fn dependency(json: &Value) -> Result<Dependency> {
    Ok(Dependency { name: text(json, "name")?, kind: kind(&json["kind"])? })
}

fn kind(json: &Value) -> Result<DependencyKind> {
    match json.as_str() {
        None => Ok(DependencyKind::Normal),
        Some("dev") => Ok(DependencyKind::Development),
        Some("build") => Ok(DependencyKind::Build),
        Some(other) => anyhow::bail!("cargo metadata: unknown kind of dependency `{other}`"),
    }
}

fn resolved(node: &Value) -> Result<Resolved> {
    let mut normal = Vec::new();
    for dependency in list(node, "deps")? {
        for use_of_it in list(dependency, "dep_kinds")? {
            if kind(&use_of_it["kind"])? == DependencyKind::Normal {
                normal.push(text(dependency, "pkg")?);
            }
        }
    }
    let features = list(node, "features")?.iter();
    Ok(Resolved { normal, features: features.filter_map(|name| Some(name.as_str()?.to_owned())).collect() })
}

fn text(json: &Value, key: &str) -> Result<String> {
    let value = json[key].as_str();
    Ok(value.with_context(|| format!("cargo metadata: no text `{key}`"))?.to_owned())
}

fn list<'a>(json: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    json[key].as_array().with_context(|| format!("cargo metadata: no list `{key}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn kinds_of_dependencies_are_told_apart() {
        let metadata = from_json(&json!({
            "packages": [{
                "id": "a-id", "name": "a", "version": "1.0.0", "license": "MIT",
                "dependencies": [
                    {"name": "b", "kind": null},
                    {"name": "c", "kind": "dev"},
                    {"name": "d", "kind": "build"},
                ],
            }],
            "resolve": {"nodes": [{
                "id": "a-id",
                "features": ["default"],
                "deps": [
                    {"pkg": "b-id", "dep_kinds": [{"kind": null}, {"kind": "dev"}]},
                    {"pkg": "c-id", "dep_kinds": [{"kind": "dev"}]},
                ],
            }]},
        }))
        .unwrap();
        let kinds: Vec<_> =
            metadata.packages[0].dependencies.iter().map(|dependency| dependency.kind).collect();
        use DependencyKind::{Build, Development, Normal};
        assert_eq!(kinds, [Normal, Development, Build]);
        assert_eq!(metadata.resolved["a-id"].normal, ["b-id"]);
        assert_eq!(metadata.resolved["a-id"].features, ["default"]);
    }

    #[test]
    fn an_answer_of_another_shape_is_an_error_and_not_an_empty_graph() {
        assert!(from_json(&json!({"workspace": []})).is_err());
        assert!(from_json(&json!({"packages": [{"name": "a"}]})).is_err());
    }
}
