//! The outlet's name where no field gives it: from the address, else from the file's name.

use crate::text::safe;

/// The host of an address without `www.`; `None` where there is none.
pub fn of_url(url: &str) -> Option<String> {
    let (_, rest) = url.trim().split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_start_matches("www.").to_lowercase();
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// The file's name without folder, extension, line number, and without a numbering or a hash in
/// front where something remains. A name that is nothing but a code is told as such.
pub fn of_file(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    };
    let mut rest = stem;
    while let Some((front, behind)) = rest.split_once(['_', '-', ' ', '.']) {
        let behind = behind.trim_start_matches(['_', '-', ' ', '.']);
        if !is_numbering(front) || behind.is_empty() {
            break;
        }
        rest = behind;
    }
    let parts = || rest.split(['_', '-', ' ', '.']);
    if parts().all(is_code) {
        // A longer code tells files apart, and reads no better.
        let longest = parts().max_by_key(|it| it.len()).unwrap_or_default();
        return format!("unnamed {}", longest.get(..CODE).unwrap_or(longest));
    }
    safe::one_line(rest).into_owned()
}

/// Letters of a code that are shown.
const CODE: usize = 6;

/// A number, or figures and letters up to `f` mixed: no name of anybody.
fn is_code(part: &str) -> bool {
    let hex = part.bytes().all(|it| it.is_ascii_hexdigit());
    hex && part.bytes().any(|it| it.is_ascii_digit())
}

/// `000`, `2025` or a hash such as `7e2227d1034630ff`.
fn is_numbering(part: &str) -> bool {
    let digits = part.bytes().all(|it| it.is_ascii_digit());
    let hex = part.bytes().all(|it| it.is_ascii_hexdigit());
    let mixed = part.bytes().any(|it| it.is_ascii_digit());
    digits || (hex && mixed && 8 <= part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_file(input: &str, expected: &str) {
        assert_eq!(of_file(input), expected);
    }

    #[test]
    fn hosts() {
        let host = |url| of_url(url).unwrap_or_default();
        assert_eq!(
            host("https://www.harbour-post.example/a?b#c"),
            "harbour-post.example"
        );
        assert_eq!(host("http://user@News.Example:8080/x"), "news.example");
        assert_eq!(host("harbour-post.example/a"), "");
        assert_eq!(host("file:///tmp/a"), "");
    }

    #[test]
    fn names_of_files() {
        check_file("harbour-post.txt", "harbour-post");
        check_file("wire/000_harbour-post.md", "harbour-post");
        check_file("000_7e2227d1034630ff.txt", "unnamed 7e2227");
        check_file(
            "550e8400-e29b-41d4-a716-446655440000.json",
            "unnamed 446655",
        );
        check_file("12.txt", "unnamed 12");
        check_file("beef.txt", "beef");
        check_file("2025-12-06-harbour-post.txt", "harbour-post");
        check_file("set.jsonl:12", "set");
    }
}
