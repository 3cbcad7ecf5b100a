//! What comes back at the next start but may be lost without harm: reading positions, layout,
//! drafts of notes. One small file a key, for all windows that have it open: each makes what it
//! keeps out of what is there, under the lock, so that nothing another has kept goes unseen.
//!
//! The key is any text that names what the state belongs to, such as the paths of a bundle; the
//! file is named after its digest and holds the key itself, for people who look.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    store::{lock, write},
    text::digest,
};

/// How long another window is waited for: it holds the lock for milliseconds.
const PATIENCE: Duration = Duration::from_millis(500);

#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    value: Value,
}

/// What was saved last under this key; None where nothing was, or where it cannot be read.
pub fn load(dir: &Path, key: &str) -> Option<Value> {
    let text = fs::read_to_string(path(dir, key)).ok()?;
    let kept: Kept = serde_json::from_str(&text).ok()?;
    (kept.key == key).then_some(kept.value)
}

/// Replaces what is kept under this key by what is made of it.
///
/// # Errors
/// The folder cannot be made or written, or the disk is full; the old state is then kept.
pub fn save(dir: &Path, key: &str, value: impl FnOnce(Option<Value>) -> Value) -> Result<()> {
    let path = path(dir, key);
    let folder = dir.join("session");
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    // On a disk without locks, and beside a window that hangs, it is kept all the same.
    let _lock = lock::take(dir, PATIENCE).ok();
    let kept = Kept {
        key: key.to_string(),
        value: value(load(dir, key)),
    };
    write::replace(&path, &serde_json::to_string(&kept)?)
}

fn path(dir: &Path, key: &str) -> PathBuf {
    dir.join("session")
        .join(format!("{}.json", digest::short(key, 12)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_key_keeps_its_own_state() {
        let dir = tempfile::tempdir().unwrap();
        save(dir.path(), "a", |_| json!({"story": 3})).unwrap();
        save(dir.path(), "b", |_| json!(["x"])).unwrap();
        save(dir.path(), "a", |was| {
            assert_eq!(was, Some(json!({"story": 3})));
            json!({"story": 4})
        })
        .unwrap();
        assert_eq!(load(dir.path(), "a"), Some(json!({"story": 4})));
        assert_eq!(load(dir.path(), "b"), Some(json!(["x"])));
        assert_eq!(load(dir.path(), "c"), None);
    }

    #[test]
    fn a_spoiled_file_is_no_state() {
        let dir = tempfile::tempdir().unwrap();
        save(dir.path(), "a", |_| json!(1)).unwrap();
        fs::write(path(dir.path(), "a"), "{\"key\":\"a\",\"val").unwrap();
        assert_eq!(load(dir.path(), "a"), None);
        fs::write(path(dir.path(), "a"), "{\"key\":\"b\",\"value\":1}").unwrap();
        assert_eq!(load(dir.path(), "a"), None);
    }
}
