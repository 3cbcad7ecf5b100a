//! How alike two names are by their letters: typing slips and transliterations.
//!
//! The key undoes what scripts written in Latin letters differ in ("Oumerov", "Umerov"); likeness
//! is one minus the Levenshtein distance over the longer name. Cost: product of the lengths.

use crate::text::{distance::distance, fold};

/// A name as it would sound, roughly: two transliterations of one name share it.
pub fn key(form: &str) -> String {
    let mut key = fold::folded(form);
    for (own, other) in [
        ("ou", "u"),
        ("oo", "u"),
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("tch", "ch"),
        ("sch", "sh"),
        ("yy", "i"),
        ("iy", "i"),
        ("ij", "i"),
        ("yi", "i"),
        ("y", "i"),
        ("j", "i"),
        ("ii", "i"),
        ("w", "v"),
        ("q", "k"),
        ("x", "ks"),
        ("ts", "z"),
        ("tz", "z"),
        ("dh", "d"),
        ("gh", "g"),
    ] {
        key = key.replace(own, other);
    }
    let mut out = String::with_capacity(key.len());
    for c in key.chars().filter(|it| it.is_alphanumeric()) {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// From 0 for other names to 1 for the same letters.
pub fn likeness(x: &str, y: &str) -> f32 {
    let y: Vec<char> = y.chars().collect();
    let longer = x.chars().count().max(y.len()).max(1);
    1.0 - distance(x.chars(), &y) as f32 / longer as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn sound_alike(x: &str, y: &str, expected: bool) {
        assert_eq!(
            key(x) == key(y),
            expected,
            "{x} {} | {y} {}",
            key(x),
            key(y)
        );
    }

    #[test]
    fn transliterations_share_a_key() {
        sound_alike("Marenskyi", "Marensky", true);
        sound_alike("Marenskiy", "Marenskyy", true);
        sound_alike("Toumanov", "Tumanov", true);
        sound_alike("Khalid", "Halid", true);
        sound_alike("Lind", "Lund", false);
        sound_alike("Holm", "Holmes", false);
    }

    #[test]
    fn likeness_counts_letters() {
        assert!(likeness("blomqvist", "blomquist") > 0.8);
    }
}
