//! How far two spellings are apart: letters to change, add or take away (Levenshtein 1966); two swapped
//! neighbours count two. Cost: the product of the lengths.

/// Between two sequences of letters or bytes.
pub fn distance<T: PartialEq>(x: impl IntoIterator<Item = T>, y: &[T]) -> usize {
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, a) in x.into_iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in y.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[y.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: &str, y: &str, expected: usize) {
        let letters: Vec<char> = y.chars().collect();
        assert_eq!(distance(x.chars(), &letters), expected, "{x} {y}");
    }

    #[test]
    fn letters_are_counted() {
        check("lind", "lund", 1);
        check("", "abc", 3);
        check("abc", "", 3);
        check("ab", "ba", 2);
        check("é", "e", 1);
    }
}
