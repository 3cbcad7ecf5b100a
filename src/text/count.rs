//! Counts in words: "1 article", "2 articles".

/// A count with its noun, in the singular where it is one.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}
