//! What is built into the program: no unsafe code of our own, a locked list of packages that does
//! not grow unseen, licences that `deny.toml` allows.

use std::{fs, path::Path};

/// Packages in Cargo.lock, those for tests and other systems included. Who adds one writes it here,
/// and its reason into Cargo.toml.
const PACKAGES: usize = 320;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect(name)
}

fn packages() -> Vec<toml::Table> {
    let lock: toml::Table = read("Cargo.lock").parse().expect("TOML");
    let packages = lock["package"].as_array().expect("a list");
    let tables = packages.iter().filter_map(|it| it.as_table());
    tables.cloned().collect()
}

#[test]
fn packages_are_no_more_than_were_agreed_on() {
    let many = packages().len();
    assert!(
        many <= PACKAGES,
        "{many} packages in Cargo.lock, {PACKAGES} agreed on"
    );
}

#[test]
fn every_package_is_locked_and_comes_from_one_place() {
    for package in packages() {
        let name = package["name"].as_str().expect("a name");
        let source = package.get("source").map(|it| it.to_string());
        let known = "\"registry+https://github.com/rust-lang/crates.io-index\"";
        match source {
            None => assert_eq!(name, "variorum", "no source is named"),
            Some(source) => {
                assert_eq!(source, known, "{name}");
                assert!(package.contains_key("checksum"), "{name}");
            }
        }
    }
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("TOML");
    let lints = manifest["lints"]["rust"].as_table().expect("lints");
    assert_eq!(lints["unsafe_code"].as_str(), Some("forbid"));
}

#[test]
fn every_dependency_is_licensed_as_allowed_or_named() {
    let deny: toml::Table = read("deny.toml").parse().expect("TOML");
    let allowed = deny["licenses"]["allow"].as_array().expect("a list");
    for copyleft in ["GPL-3.0", "AGPL-3.0", "LGPL-3.0", "SSPL-1.0"] {
        let named = |it: &toml::Value| it.as_str().is_some_and(|it| it.starts_with(copyleft));
        assert!(!allowed.iter().any(named), "{copyleft}");
    }
    assert_eq!(deny["sources"]["unknown-registry"].as_str(), Some("deny"));
    assert_eq!(deny["sources"]["unknown-git"].as_str(), Some("deny"));
}
