//! Blocks that are nothing but links in Markdown: menus, tags, cards of other articles.

/// Bytes of the longest block that is looked at.
const LONGEST: usize = 2000;

/// Whether a block is made of links, with nothing but signs between them: `[Home](/) | [World](/w)`.
pub(crate) fn is_link(words: &str) -> bool {
    let words = words.trim();
    if LONGEST < words.len() || !words.starts_with(['[', '!']) {
        return false;
    }
    let mut rest = words;
    let mut any = false;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ",|·•/–-".contains(c));
        if rest.is_empty() {
            return any;
        }
        let text = rest.strip_prefix('!').unwrap_or(rest);
        let Some(end) = end(text) else {
            return false;
        };
        any |= text.len() == rest.len();
        rest = &text[end..];
    }
}

/// The end of the link at the beginning, in bytes.
fn end(words: &str) -> Option<usize> {
    let mut depth = 0;
    let mut text = None;
    for (at, byte) in words.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => (),
        }
        if depth <= 0 {
            text = Some(at + 1);
            break;
        }
    }
    let text = text.filter(|it| 1 < *it && words[*it..].starts_with('('))?;
    let address = words[text..].find(')')?;
    Some(text + address + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_alone() {
        for words in [
            "[Home](/)",
            "[Home](/) | [World](/w)[Pelham](/w/p)",
            "[![Image 3: a pier](/i.png) ### Pier shut](/pier)",
        ] {
            assert!(is_link(words), "{words}");
        }
        for words in [
            "[sic] he said",
            "See [the pier](/p)",
            "[The pier](/p) fell",
            "![pier](/p.png)",
            "[]",
        ] {
            assert!(!is_link(words), "{words}");
        }
    }
}
