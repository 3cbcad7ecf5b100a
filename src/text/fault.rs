//! What an operating system says of a fault, in words for a reader: without the number that only
//! a programmer can use.

/// The message without each `(os error 2)`.
pub fn plain(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(at) = rest.find(" (os error ") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(')').map_or(rest.len(), |end| end + 1);
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, expected: &str) {
        assert_eq!(plain(message), expected);
    }

    #[test]
    fn numbers_of_faults_go() {
        check(
            "a.txt: No space left on device (os error 28)",
            "a.txt: No space left on device",
        );
        check(
            "one (os error 2): two (os error 13) there",
            "one: two there",
        );
        check("(os) errors are kept", "(os) errors are kept");
    }
}
