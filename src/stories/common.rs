//! How common a word is in news at large, so that a bundle of five articles knows which of its
//! words tell of the event: what all five share may be "said", or the name of the ferry.
//!
//! English counts come from `assets/stories/common.tsv`; the function words of other languages
//! count as if every article held them. A word in neither list is taken to be rare, not unheard of.

use std::sync::LazyLock;

use crate::stories::{hash::NumberMap, words::key};

const ENGLISH: &str = include_str!("../../assets/stories/common.tsv");
const OTHERS: &str = include_str!("../../assets/stories/function-words.txt");
/// The number of articles that the counts stand for when they are added to those of a bundle.
pub const ARTICLES: f32 = 4000.0;
/// Of a thousand articles, how many hold a word that is in neither list.
const UNLISTED: u16 = 3;

static COMMON: LazyLock<NumberMap<u64, u16>> = LazyLock::new(read);

/// Of [`ARTICLES`] articles of the news at large, how many hold the word.
pub fn articles_with(key: u64) -> f32 {
    let share = COMMON.get(&key).copied().unwrap_or(UNLISTED);
    f32::from(share) * ARTICLES / 1000.0
}

/// Words that lose the same ending share a key: the commonest of them counts.
fn read() -> NumberMap<u64, u16> {
    let mut common = NumberMap::with_capacity_and_hasher(8192, Default::default());
    let mut count = |word: &str, share: u16| {
        let known = common.entry(key(word)).or_insert(share);
        *known = share.max(*known);
    };
    for line in ENGLISH.lines().filter(|it| !it.starts_with('#')) {
        if let Some((word, share)) = line.split_once('\t') {
            count(word, share.parse().unwrap_or_default());
        }
    }
    for line in OTHERS.lines().filter(|it| !it.starts_with('#')) {
        let words = line.split_once(':').map_or("", |it| it.1);
        words.split_whitespace().for_each(|it| count(it, 1000));
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, common: bool) {
        assert_eq!(articles_with(key(word)) > 0.25 * ARTICLES, common, "{word}");
    }

    #[test]
    fn what_every_article_says_is_common_in_any_language() {
        check("said", true);
        check("Government", true);
        check("pendant", false);
        check("après", true);
        check("wurden", true);
        check("ferry", false);
        check("Kestrel", false);
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let rows = ENGLISH.lines().filter(|it| !it.starts_with('#'));
        for row in rows {
            let share = row.split_once('\t').map(|it| it.1.parse::<u16>());
            assert!(matches!(share, Some(Ok(1..=1000))), "{row}");
        }
    }
}
