//! Documents that are written again: what the program wrote stands between two comments, which no
//! reader of Markdown shows, and what the user wrote around it stays.
//!
//! The first comment names the region and holds a digest of its content, so that the next export
//! sees whether the user has changed something inside. What was not changed is written anew; what
//! was changed stays, and where there is also something new to say, both stay, the user's version
//! first, and it is told. Text that stands in no region is never touched. Line breaks and blanks
//! at the ends of lines are no change. The tags of the front matter are refreshed by `export::front`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{export::front, text::digest};

const OPEN: &str = "<!-- variorum ";
const CLOSE: &str = "<!-- /variorum -->";

/// A document brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refreshed {
    pub text: String,
    /// The regions (ids of notes, mostly) of which both versions were kept.
    pub conflicts: Vec<String>,
}

/// A region of a document, as the program writes it.
pub(crate) fn marked(key: &str, content: &str) -> String {
    let content = content.trim_matches('\n');
    format!(
        "\n{OPEN}{key} {} -->\n\n{content}\n\n{CLOSE}\n",
        sum(content)
    )
}

/// Whether a document holds regions, and so may be refreshed rather than replaced.
pub fn is_ours(text: &str) -> bool {
    parts(text).iter().any(|it| matches!(it, Part::Region(_)))
}

/// Brings the regions of `old` to what they are in `new`, and adds those that it lacks after the
/// one they follow in `new`. Done twice, it changes nothing more.
pub fn refresh(old: &str, new: &str) -> Refreshed {
    let regions = regions(new);
    let by_key: BTreeMap<&str, &Region> = regions.iter().map(|it| (it.key, it)).collect();
    let (mut out, mut conflicts, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for part in parts(old) {
        match part {
            Part::Region(region) if seen.insert(region.key) => {
                out.extend(brought_on(
                    &region,
                    by_key.get(region.key).copied(),
                    &mut conflicts,
                ));
            }
            Part::Region(region) => out.push((None, region.whole.to_string())),
            Part::Free(text) => out.push((None, text.to_string())),
        }
    }
    add_missing(&mut out, &regions, &seen);
    Refreshed {
        text: front::refreshed(&joined(&out), new),
        conflicts,
    }
}

/// A stretch of the new document, with its key where it is a region.
type Stretch<'a> = (Option<&'a str>, String);

/// The stretches one after the other. A document may end with a region and no line break: what comes
/// after that region must not stand in the line of its second comment.
fn joined(stretches: &[Stretch]) -> String {
    let mut text = String::new();
    for (key, stretch) in stretches {
        text.push_str(stretch);
        if key.is_some() && !stretch.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// One region of the old document.
fn brought_on<'a>(
    old: &Region<'a>,
    new: Option<&Region<'a>>,
    conflicts: &mut Vec<String>,
) -> Vec<Stretch<'a>> {
    let touched = sum(old.content) != old.sum;
    let free = || (None, format!("{}\n", old.content.trim_matches('\n')));
    let region = |it: &Region<'a>| (Some(it.key), it.whole.to_string());
    match (touched, new) {
        (false, Some(new)) if new.sum == old.sum => vec![region(old)],
        (false, Some(new)) => vec![region(new)],
        (false, None) => Vec::new(),
        (true, Some(new)) if new.sum == old.sum => vec![region(old)],
        (true, Some(new)) => {
            conflicts.push(old.key.to_string());
            vec![free(), (None, "\n".to_string()), region(new)]
        }
        (true, None) => vec![free()],
    }
}

fn add_missing<'a>(out: &mut Vec<Stretch<'a>>, new: &[Region<'a>], seen: &BTreeSet<&str>) {
    for (at, region) in new.iter().enumerate() {
        if seen.contains(region.key) {
            continue;
        }
        let before = at.checked_sub(1).map(|at| new[at].key);
        let place = out
            .iter()
            .position(|(key, _)| key.is_some() && *key == before);
        let text = format!("\n{}", region.whole);
        match place {
            Some(place) => out.insert(place + 1, (Some(region.key), text)),
            None => {
                if let Some((_, last)) = out.last_mut().filter(|it| !it.1.ends_with('\n')) {
                    last.push('\n');
                }
                out.push((Some(region.key), text));
            }
        }
    }
}

enum Part<'a> {
    Free(&'a str),
    Region(Region<'a>),
}

struct Region<'a> {
    key: &'a str,
    /// The digest that its first line holds.
    sum: &'a str,
    content: &'a str,
    /// With both comments.
    whole: &'a str,
}

fn regions(text: &str) -> Vec<Region<'_>> {
    let regions = parts(text).into_iter().filter_map(|it| match it {
        Part::Region(region) => Some(region),
        Part::Free(_) => None,
    });
    regions.collect()
}

/// The text in parts that together are the text. A first comment that no second one follows
/// before the next first one is text of the user.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut free = 0;
    let mut open: Option<(usize, usize, &str, &str)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        if let Some((key, sum)) = opening(line.trim_end()) {
            open = Some((start, end, key, sum));
        } else if let (CLOSE, Some((from, inside, key, sum))) = (line.trim_end(), open) {
            parts.push(Part::Free(&text[free..from]));
            let (content, whole) = (&text[inside..start], &text[from..end]);
            parts.push(Part::Region(Region {
                key,
                sum,
                content,
                whole,
            }));
            (free, open) = (end, None);
        }
    }
    parts.push(Part::Free(&text[free..]));
    parts
}

fn opening(line: &str) -> Option<(&str, &str)> {
    let inner = line.strip_prefix(OPEN)?.strip_suffix(" -->")?;
    inner.split_once(' ').filter(|(_, sum)| !sum.contains(' '))
}

fn sum(content: &str) -> String {
    let lines: Vec<&str> = content.trim().lines().map(str::trim_end).collect();
    digest::short(&lines.join("\n"), 8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, proptest};

    use super::*;

    fn document(regions: &[(&str, &str)]) -> String {
        let regions: String = regions
            .iter()
            .map(|(key, text)| marked(key, text))
            .collect();
        format!("# Notes\n{regions}")
    }

    /// Each region as `key=content`, text of the user as it is.
    fn shape(text: &str) -> Vec<String> {
        let told = parts(text).into_iter().map(|it| match it {
            Part::Free(text) => text.trim().to_string(),
            Part::Region(it) => format!("{}={}", it.key, it.content.trim()),
        });
        told.filter(|it| !it.is_empty()).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str], conflicts: &[&str]) {
        let refreshed = refresh(old, new);
        assert_eq!(shape(&refreshed.text), expected);
        assert_eq!(refreshed.conflicts, conflicts);
        let again = refresh(&refreshed.text, new);
        assert_eq!((again.text, again.conflicts.len()), (refreshed.text, 0));
    }

    #[test]
    fn what_was_not_touched_is_written_anew() {
        let old = document(&[("a", "one"), ("b", "two")])
            .replace("\n<!-- variorum b", "\nMine.\n\n<!-- variorum b");
        let new = document(&[("a", "one, changed"), ("b", "two")]);
        check(
            &old,
            &new,
            &["# Notes", "a=one, changed", "Mine.", "b=two"],
            &[],
        );
        check(
            &old.replace('\n', "\r\n"),
            &new,
            &["# Notes", "a=one, changed", "Mine.", "b=two"],
            &[],
        );
    }

    /// What followed a region without a line break stood in the line of its second comment.
    #[test]
    fn the_last_line_may_lack_its_break() {
        let bare = |content| document(&[("a", content)]).trim_end().to_string();
        let touched = document(&[("a", "one")]).replace("one", "mine") + "The end.";
        check(
            &touched,
            &bare("two"),
            &["# Notes\n\nmine", "a=two", "The end."],
            &["a"],
        );
        check(
            &bare("one"),
            &document(&[("a", "one"), ("b", "two")]),
            &["# Notes", "a=one", "b=two"],
            &[],
        );
    }

    #[test]
    fn notes_come_and_go() {
        let old = document(&[("a", "one"), ("c", "three")]) + "The end.";
        let new = document(&[("a", "one"), ("b", "two"), ("d", "four")]);
        check(
            &old,
            &new,
            &["# Notes", "a=one", "b=two", "d=four", "The end."],
            &[],
        );
        let start = document(&[("z", "zero"), ("a", "one")]);
        check(
            &document(&[("a", "one")]),
            &start,
            &["# Notes", "a=one", "z=zero"],
            &[],
        );
    }

    #[test]
    fn what_the_user_changed_inside_stays() {
        let mine = document(&[("a", "one")]).replace("one", "one, as I see it");
        check(
            &mine,
            &document(&[("a", "one")]),
            &["# Notes", "a=one, as I see it"],
            &[],
        );
        check(&mine, &document(&[]), &["# Notes\n\none, as I see it"], &[]);
        let both = ["# Notes\n\none, as I see it", "a=two"];
        check(&mine, &document(&[("a", "two")]), &both, &["a"]);
    }

    #[test]
    fn broken_marks_are_text() {
        let old = "<!-- variorum a 123 -->\nopen\n";
        check(old, &document(&[("b", "two")]), &[old.trim(), "b=two"], &[]);
        assert!(!is_ours(old) && is_ours(&document(&[("b", "two")])));
    }

    fn lines() -> impl Strategy<Value = Vec<(usize, usize)>> {
        prop::collection::vec((0..60usize, 0..3usize), 0..8)
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn nothing_of_the_user_is_lost(added in lines(), old in "[a-f]{0,6}", new in "[a-f]{0,6}", version in 0..2) {
            let keys = |all: &str, text: &str| -> String {
                let all: BTreeSet<char> = all.chars().collect();
                let all: Vec<String> = all.into_iter().map(String::from).collect();
                let texts: Vec<(String, String)> = all.iter().map(|key| (key.clone(), format!("{key} {text}"))).collect();
                document(&texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect::<Vec<_>>())
            };
            let (old, new) = (keys(&old, "text"), keys(&new, if version == 0 { "text" } else { "new" }));
            let mut lines: Vec<String> = old.lines().map(str::to_string).collect();
            for (number, (at, kind)) in added.iter().enumerate() {
                let line = format!("{}mine {number}.", ["", "> ", "<!-- "][*kind]);
                lines.insert(at % (lines.len() + 1), line);
            }
            let refreshed = refresh(&lines.join("\n"), &new);
            for number in 0..added.len() {
                assert!(refreshed.text.contains(&format!("mine {number}.")), "{}", refreshed.text);
            }
            let again = refresh(&refreshed.text, &new);
            assert_eq!(again.text, refreshed.text);
        }
    }
}
