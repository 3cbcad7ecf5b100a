//! Common English words and word stems.
//!
//! Stop words stand in `assets/words/stop.txt`, in normal form (see `text::token`); stems are
//! Snowball's English ones (M. F. Porter, "Snowball", 2001).

use std::{borrow::Cow, sync::LazyLock};

use foldhash::HashSet;

use rust_stemmers::{Algorithm, Stemmer};

/// The lines of a word list that are no comments, word by word.
pub fn listed(asset: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = asset.lines().filter(|it| !it.starts_with('#'));
    lines.flat_map(str::split_whitespace)
}

/// Whether a word in normal form carries structure rather than substance.
pub fn is_stop(normal: &str) -> bool {
    static STOP: LazyLock<HashSet<&str>> =
        LazyLock::new(|| listed(include_str!("../../assets/words/stop.txt")).collect());
    STOP.contains(normal)
}

/// The stem of a word in normal form.
pub fn stem(normal: &str) -> Cow<'_, str> {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
    STEMMER.stem(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert_eq!(stem("talks"), stem("talking"));
        assert_ne!(stem("talks"), stem("tasks"));
    }

    #[test]
    fn stop_words_are_known_and_others_are_not() {
        assert!(is_stop("the"));
        assert!(!is_stop("ferry"));
        assert!(!is_stop("#"));
    }
}
