//! Words of a source between quotation marks of ours: one pair, whatever marks they have themselves.

/// The marks that a passage of its own quotation has.
const DOUBLE: &[char] = &['"', '“', '”', '„', '«', '»'];

/// Words that have double marks of their own stand as they are; others between a pair.
pub fn cited(words: &str) -> String {
    match words.contains(DOUBLE) {
        true => words.to_string(),
        false => format!("“{words}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(cited(words), expected);
    }

    #[test]
    fn marks_are_never_doubled() {
        check("Both sides met", "“Both sides met”");
        check("“Both sides met,” she said.", "“Both sides met,” she said.");
        check("“Both sides", "“Both sides");
    }
}
