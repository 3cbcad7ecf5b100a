//! Drafts of notes, by what they hang on: in memory those of one window, on disk those of all
//! windows on a bundle. Whoever keeps a session lays its own changes over what is there, since the
//! others have changed theirs since.
//!
//! Two texts for one place both stay, one below the other: neither window knows which is wanted.

use std::collections::BTreeMap;

/// Notes begun and not saved, by their places.
pub type Drafts = BTreeMap<String, String>;

/// What is there, with what was changed here between `before` and `now`.
pub fn merged(before: &Drafts, now: &Drafts, mut there: Drafts) -> Drafts {
    let keys = before.keys().chain(now.keys());
    for key in keys {
        let old = before.get(key).map_or("", String::as_str);
        let new = now.get(key).map_or("", String::as_str);
        let theirs = there.remove(key).unwrap_or_default();
        let text = match old == new {
            true => theirs,
            false => over(old, new, theirs),
        };
        if !text.trim().is_empty() {
            there.insert(key.clone(), text);
        }
    }
    there
}

/// A change from `old` to `new`, laid over what another window may have made of `old` meanwhile.
fn over(old: &str, new: &str, theirs: String) -> String {
    if theirs.contains(new) && !new.is_empty() {
        return theirs;
    }
    if !old.is_empty() && theirs.contains(old) {
        return theirs.replacen(old, new, 1);
    }
    match (theirs.is_empty(), new.is_empty()) {
        (true, _) => new.to_string(),
        (_, true) => theirs,
        _ => format!("{theirs}\n\n{new}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(text: &str) -> Drafts {
        let text = Some(text).filter(|it| !it.is_empty());
        text.map(|it| ("here".to_string(), it.to_string()))
            .into_iter()
            .collect()
    }

    #[test]
    fn what_was_changed_here_is_laid_over_what_is_there() {
        for (before, now, there, kept) in [
            ("", "", "theirs", "theirs"),
            ("", "mine", "", "mine"),
            ("", "mine", "theirs", "theirs\n\nmine"),
            ("old", "old", "theirs", "theirs"),
            ("old", "old", "", ""),
            ("old", "", "old", ""),
            ("old", "", "theirs", "theirs"),
            ("old", "mine", "old", "mine"),
            ("old", "mine", "", "mine"),
            ("old", "mine", "theirs\n\nold", "theirs\n\nmine"),
            ("old", "mine", "mine, too", "mine, too"),
        ] {
            let found = merged(&drafts(before), &drafts(now), drafts(there));
            assert_eq!(found, drafts(kept), "{before:?} {now:?} {there:?}");
        }
    }
}
