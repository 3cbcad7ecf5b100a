//! Whether a text is English, told by its commonest words, where no field says what it is. Only a
//! sure answer is given: other languages are left open. Cost: the first words of a text.

/// Words looked at.
const WORDS: usize = 200;
/// Words below which nothing is said.
const FEWEST: usize = 30;
/// The commonest words of English that are no words of its neighbours.
const COMMON: &[&str] = &[
    "the", "of", "and", "to", "that", "was", "for", "on", "with", "said", "is", "it", "as", "by",
    "from", "has", "have", "be", "were", "are", "not", "this", "which", "who",
];

/// Bytes of the longest of them.
const LONG: usize = 5;

/// The same as numbers, which are compared at once.
const KEYS: [u64; 24] = {
    let mut keys = [0; 24];
    let mut at = 0;
    while at < COMMON.len() {
        keys[at] = pack(COMMON[at]);
        at += 1;
    }
    keys
};

/// Up to [`LONG`] bytes in lower case as one number.
const fn pack(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut packed = 0;
    let mut at = 0;
    while at < bytes.len() {
        packed = packed << 8 | bytes[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    packed
}

/// `en`, or nothing.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let mut words = 0;
    let mut common = 0;
    let mut articles = 0;
    for word in text.split_ascii_whitespace().take(WORDS) {
        let packed = if word.len() <= LONG { pack(word) } else { 0 };
        words += 1;
        common += usize::from(KEYS.iter().fold(false, |any, it| any | (*it == packed)));
        articles += usize::from(packed == KEYS[0]);
    }
    let sure = FEWEST <= words && words <= common * 6 && words <= articles * 50;
    sure.then_some("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_common_word_is_too_long() {
        assert!(COMMON.iter().all(|it| it.len() <= LONG));
    }

    #[test]
    fn only_a_sure_answer_is_given() {
        let english = "The pier was shut on Monday, and the mayor said that it is not safe. ";
        let dutch = "De pier is op maandag gesloten, en was niet veilig, zei de burgemeester. ";
        assert_eq!(guess(&english.repeat(4)), Some("en"));
        assert_eq!(guess(&dutch.repeat(4)), None);
        assert_eq!(guess(english), None);
    }
}
