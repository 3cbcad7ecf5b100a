//! What is built into the program: no unsafe code of our own, a locked list of packages that does
//! not grow unseen, licences that `deny.toml` allows.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

/// Packages in Cargo.lock, those for tests and other systems included. Who adds one writes it here,
/// and its reason into Cargo.toml.
const PACKAGES: usize = 320;
/// Packages that are built into the program, or build it.
const BUILT_IN: usize = 200;

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

fn deny() -> toml::Table {
    read("deny.toml").parse().expect("TOML")
}

fn allowed() -> Vec<String> {
    let deny = deny();
    let list = deny["licenses"]["allow"].as_array().expect("a list");
    list.iter()
        .filter_map(|it| it.as_str().map(str::to_string))
        .collect()
}

#[test]
fn nothing_comes_from_elsewhere_and_no_licence_binds_the_user() {
    for copyleft in ["GPL", "AGPL", "LGPL", "SSPL", "CC-BY-NC"] {
        let found = allowed().into_iter().find(|it| it.starts_with(copyleft));
        assert_eq!(found, None);
    }
    let deny = deny();
    assert_eq!(deny["sources"]["unknown-registry"].as_str(), Some("deny"));
    assert_eq!(deny["sources"]["unknown-git"].as_str(), Some("deny"));
}

/// What is built into the program on this machine, `name version|licence` a line. Whoever runs the
/// tests has it all at hand.
fn built_in() -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal,build"])
        .args(["--prefix", "none", "--format", "{p}|{l}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo tree: {told}");
    String::from_utf8(output.stdout).expect("text")
}

/// Licences are written as `MIT OR Apache-2.0`, in old packages as `MIT/Apache-2.0`.
fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    let plain = licence.replace('/', " OR ").replace(['(', ')'], " ");
    plain.split(" AND ").all(|all| {
        let mut choices = all.split(" OR ").map(str::trim);
        choices.any(|it| allowed.iter().any(|allowed| allowed == it))
    })
}

#[test]
fn every_package_has_a_licence_that_is_allowed() {
    let packages = built_in();
    let allowed = allowed();
    let packages: BTreeSet<&str> = packages
        .lines()
        .map(|it| it.trim_end_matches(" (*)"))
        .collect();
    assert!(
        packages.len() <= BUILT_IN,
        "{} packages are built in",
        packages.len()
    );
    for package in packages {
        let (name, licence) = package.split_once('|').expect("a licence");
        assert!(
            is_allowed(licence, &allowed),
            "{name} has the licence {licence:?}"
        );
    }
}
