//! The front matter of the notes' document, in YAML that Obsidian, Zotero and pandoc read, and the
//! refreshing of its tags: those that the program wrote come and go with the notes, those that the user
//! added stay, and so does every other key.
//!
//! A comment below the front matter holds the tags that the program wrote last, so that the user's can
//! be told from them; where it is gone, none is taken away. Tags are read and written as a list in
//! brackets or as one of lines with dashes, whichever stands there; where they are written in another
//! way, or not at all any more, they are left alone.

use std::collections::BTreeSet;

const RECORD: &str = "<!-- variorum-tags";

/// Front matter with these tags, and the comment that remembers them.
pub(crate) fn written(tags: &BTreeSet<String>) -> String {
    let listed: Vec<String> = tags.iter().map(|it| quoted(it)).collect();
    let listed = listed.join(", ");
    let record = record(tags);
    format!("---\ntitle: \"Notes on news coverage\"\ntags: [{listed}]\n---\n\n{record}\n")
}

/// The old document with the tags of the new one. Done twice, it changes nothing more.
pub(crate) fn refreshed(old: &str, new: &str) -> String {
    let (Some(now), then) = (recorded(new), recorded(old).unwrap_or_default()) else {
        return old.to_string();
    };
    let mut out = String::with_capacity(old.len());
    let body = match parts(old) {
        Some((head, body)) => {
            out += &with_tags(head, &then, &now);
            body
        }
        None => old,
    };
    for line in body.split_inclusive('\n') {
        match line.trim_end().starts_with(RECORD) && recorded(line).is_some() {
            true => out += &line.replace(line.trim_end(), &record(&now)),
            false => out += line,
        }
    }
    out
}

/// A string of JSON is one of YAML, too.
fn quoted(tag: &str) -> String {
    format!("\"{tag}\"")
}

fn record(tags: &BTreeSet<String>) -> String {
    // What would end or break the comment is not remembered, and so never taken away.
    let tags = tags.iter().filter(|it| !it.contains("--"));
    let tags: String = tags.map(|it| format!(" {it}")).collect();
    format!("{RECORD}{tags} -->")
}

/// The tags that the comment holds.
fn recorded(text: &str) -> Option<BTreeSet<String>> {
    let mut lines = text.lines();
    lines.find_map(|line| {
        let inner = line.trim_end().strip_prefix(RECORD)?.strip_suffix("-->")?;
        Some(inner.split_whitespace().map(str::to_string).collect())
    })
}

/// The front matter with its closing line, and the rest.
fn parts(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        match (number, line.trim_end()) {
            (0, "---") => (),
            (0, _) => return None,
            (_, "---" | "...") => return Some(text.split_at(at)),
            _ => (),
        }
    }
    None
}

/// How tags are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Brackets,
    Dashes,
}

fn with_tags(head: &str, then: &BTreeSet<String>, now: &BTreeSet<String>) -> String {
    let lines: Vec<&str> = head.split_inclusive('\n').collect();
    let Some(first) = lines.iter().position(|it| it.starts_with("tags:")) else {
        return head.to_string();
    };
    let inside = |it: &&str| it.trim_start().starts_with("- ") || it.trim_end() == "-";
    let below = lines[first + 1..]
        .iter()
        .take_while(|it| inside(it))
        .count();
    let end = first + 1 + below;
    let Some((style, old)) = listed(lines[first], &lines[first + 1..end]) else {
        return head.to_string();
    };
    let has = |all: &BTreeSet<String>, tag: &str| {
        all.iter().any(|it| it.to_lowercase() == tag.to_lowercase())
    };
    let stays = |it: &&String| has(now, it) || !has(then, it);
    let mut tags: Vec<String> = old.iter().filter(stays).cloned().collect();
    let known: BTreeSet<String> = tags.iter().cloned().collect();
    tags.extend(now.iter().filter(|it| !has(&known, it)).cloned());
    if tags == old {
        return head.to_string();
    }
    let ending = if lines[first].ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let (before, after) = (lines[..first].concat(), lines[end..].concat());
    before + &told(style, &tags, ending) + &after
}

fn told(style: Style, tags: &[String], ending: &str) -> String {
    let quoted: Vec<String> = tags.iter().map(|it| quoted(it)).collect();
    match style {
        Style::Brackets => format!("tags: [{}]{ending}", quoted.join(", ")),
        Style::Dashes => {
            let lines = quoted.iter().map(|it| format!("  - {it}{ending}"));
            format!("tags:{ending}{}", lines.collect::<String>())
        }
    }
}

/// The tags of the key's line and the lines below it; None where they are written in another way.
fn listed(line: &str, below: &[&str]) -> Option<(Style, Vec<String>)> {
    let value = line.strip_prefix("tags:")?.trim();
    if value.is_empty() {
        let items = below
            .iter()
            .map(|it| item(it.trim().trim_start_matches('-')));
        return Some((Style::Dashes, items.collect::<Option<_>>()?));
    }
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let items = inner.split(',').filter(|it| !it.trim().is_empty());
    let plain = below.is_empty();
    let items = items.map(item).collect::<Option<_>>()?;
    plain.then_some((Style::Brackets, items))
}

/// One tag, without its quotes; None where it is more than a plain word.
fn item(written: &str) -> Option<String> {
    let word = written.trim();
    let quote = word.chars().next().filter(|it| "\"'".contains(*it));
    let word = match quote {
        Some(quote) => word.strip_prefix(quote)?.strip_suffix(quote)?,
        None => word,
    };
    let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'\\,[]{}#:&*!|>%@`".contains(c);
    (!word.is_empty() && !word.contains(odd)).then(|| word.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, proptest};

    use super::*;

    fn tags(told: &str) -> BTreeSet<String> {
        told.split_whitespace().map(str::to_string).collect()
    }

    /// The front matter, after `then` was written, the user changed it, and `now` is written.
    #[track_caller]
    fn check(then: &str, change: (&str, &str), now: &str, expected: &str) {
        let old = written(&tags(then)) + "\nMine.\n";
        assert!(old.contains(change.0), "{old}");
        let old = old.replace(change.0, change.1);
        let new = refreshed(&old, &written(&tags(now)));
        assert_eq!(new.split("---\n").nth(1).unwrap_or(&new), expected);
        assert!(new.ends_with("\nMine.\n"), "{new}");
        assert_eq!(refreshed(&new, &written(&tags(now))), new, "twice");
    }

    const TITLE: &str = "title: \"Notes on news coverage\"\n";

    #[test]
    fn the_programs_tags_come_and_go() {
        let none = ("Mine.", "Mine.");
        check(
            "a b",
            none,
            "b c",
            &format!("{TITLE}tags: [\"b\", \"c\"]\n"),
        );
        check("a b", none, "", &format!("{TITLE}tags: []\n"));
        check("", none, "a", &format!("{TITLE}tags: [\"a\"]\n"));
    }

    #[test]
    fn the_users_tags_and_keys_stay() {
        let own = (
            "tags: [\"a\"]",
            "aliases: [x]\ntags: [\"a\", mine]\ncssclass: wide",
        );
        let expected = format!("{TITLE}aliases: [x]\ntags: [\"mine\", \"b\"]\ncssclass: wide\n");
        check("a", own, "b", &expected);
        let retitled = (TITLE, "title: Weir\n");
        check("a", retitled, "a b", "title: Weir\ntags: [\"a\", \"b\"]\n");
        let dashes = ("tags: [\"a\"]\n", "tags:\n  - a\n  - mine\nkey: 1\n");
        let expected = format!("{TITLE}tags:\n  - \"mine\"\n  - \"b\"\nkey: 1\n");
        check("a", dashes, "b", &expected);
    }

    #[test]
    fn what_cannot_be_read_for_certain_is_left_alone() {
        let odd = ("tags: [\"a\"]", "tags: *anchor");
        check("a", odd, "b", &format!("{TITLE}tags: *anchor\n"));
        let gone = ("tags: [\"a\"]\n", "");
        check("a", gone, "b", TITLE);
        let forgotten = ("<!-- variorum-tags a -->\n", "");
        check(
            "a",
            forgotten,
            "b",
            &format!("{TITLE}tags: [\"a\", \"b\"]\n"),
        );
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_line_of_the_user_is_lost(
            own in prop::collection::vec("[a-z]{1,4}: \\PC{0,12}", 0..4),
            at in prop::collection::vec(0..6usize, 4),
            then in prop::collection::vec("[a-d]", 0..4),
            now in prop::collection::vec("[c-f]", 0..4),
            windows in prop::bool::ANY,
        ) {
            let set = |it: &[String]| it.iter().cloned().collect::<BTreeSet<String>>();
            let old = written(&set(&then));
            let mut lines: Vec<String> = old.lines().map(str::to_string).collect();
            let own: Vec<String> = own.iter().enumerate().map(|(at, it)| format!("own{at}{it}")).collect();
            for (line, at) in own.iter().zip(at) {
                lines.insert(1 + at.min(lines.len() - 1), line.clone());
            }
            let ending = if windows { "\r\n" } else { "\n" };
            let old = lines.join(ending) + ending;
            let new = refreshed(&old, &written(&set(&now)));
            for line in &own {
                assert!(new.contains(line.as_str()), "{line:?} is lost in\n{new}");
            }
            assert_eq!(refreshed(&new, &written(&set(&now))), new);
            assert_eq!(new.matches('\n').count(), new.matches(ending).count());
        }
    }
}
