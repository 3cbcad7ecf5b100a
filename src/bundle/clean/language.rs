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

/// The same as numbers, each at its [`slot`]; 0 elsewhere.
const KEYS: [u64; SLOTS] = {
    let mut keys = [0; SLOTS];
    let mut at = 0;
    while at < COMMON.len() {
        let key = pack(COMMON[at]);
        assert!(keys[slot(key)] == 0, "two words in one slot");
        keys[slot(key)] = key;
        at += 1;
    }
    keys
};
const SLOTS: usize = 128;
const THE: u64 = pack("the");

/// Where a number stands among the keys, if anywhere; found by trying so that no two words meet.
const fn slot(packed: u64) -> usize {
    (packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 14) as usize % SLOTS
}

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
        words += 1;
        if word.len() <= LONG {
            let packed = pack(word);
            common += usize::from(KEYS[slot(packed)] == packed);
            articles += usize::from(packed == THE);
        }
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
