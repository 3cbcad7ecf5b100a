//! Word lists that several rules ask: each is read once, and a question costs a look-up.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::{common, saying};

type List = LazyLock<HashSet<&'static str>>;

static VAGUE: List = LazyLock::new(|| set(include_str!("../../../assets/words/speakers.txt")));
static BODIES: List = LazyLock::new(|| set(include_str!("../../../assets/words/bodies.txt")));
static HOLDS: List = LazyLock::new(|| set(include_str!("../../../assets/words/holding.txt")));
static DENIALS: List = LazyLock::new(|| set(include_str!("../../../assets/words/denials.txt")));
static PERSONS: List = LazyLock::new(|| set(include_str!("../../../assets/words/persons.txt")));

fn set(asset: &'static str) -> HashSet<&'static str> {
    common::listed(asset).collect()
}

/// Whether a word in normal form says of a speaker no more than that someone spoke.
pub fn is_vague(form: &str) -> bool {
    VAGUE.contains(form)
}

/// Whether a word in normal form is one for a body or group, and names no person.
pub fn is_body(form: &str) -> bool {
    BODIES.contains(form)
}

/// Whether a word in normal form is a verb that reports what someone found or holds.
pub fn holds(form: &str) -> bool {
    HOLDS.contains(form)
}

/// Whether a word in normal form is a verb that reports what someone says or holds.
pub fn reports(form: &str) -> bool {
    saying::is_verb(form) || holds(form)
}

/// Whether a word in small letters says no.
pub fn denies(form: &str) -> bool {
    DENIALS.contains(form)
}

/// Whether a word in normal form says what a person is.
pub fn is_person(form: &str) -> bool {
    PERSONS.contains(form)
}
