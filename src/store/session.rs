//! What comes back at the next start but may be lost without harm: reading positions, layout,
//! drafts of notes. One small file a key, replaced whole, so that two windows never mix theirs.
//!
//! The key is any text that names what the state belongs to, such as the paths of a bundle; the
//! file is named after its digest and holds the key itself, for people who look.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{store::write, text::digest};

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

/// Replaces what is kept under this key.
///
/// # Errors
/// The folder cannot be made or written, or the disk is full; the old state is then kept.
pub fn save(dir: &Path, key: &str, value: &Value) -> Result<()> {
    let path = path(dir, key);
    let folder = dir.join("session");
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let kept = Kept {
        key: key.to_string(),
        value: value.clone(),
    };
    write::replace(&path, &serde_json::to_string(&kept)?)
}

/// Forgets what is kept under this key.
pub fn forget(dir: &Path, key: &str) {
    let _ = fs::remove_file(path(dir, key));
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
        save(dir.path(), "a", &json!({"story": 3})).unwrap();
        save(dir.path(), "b", &json!(["x"])).unwrap();
        save(dir.path(), "a", &json!({"story": 4})).unwrap();
        assert_eq!(load(dir.path(), "a"), Some(json!({"story": 4})));
        assert_eq!(load(dir.path(), "b"), Some(json!(["x"])));
        assert_eq!(load(dir.path(), "c"), None);
        forget(dir.path(), "a");
        assert_eq!(load(dir.path(), "a"), None);
    }

    #[test]
    fn a_spoiled_file_is_no_state() {
        let dir = tempfile::tempdir().unwrap();
        save(dir.path(), "a", &json!(1)).unwrap();
        fs::write(path(dir.path(), "a"), "{\"key\":\"a\",\"val").unwrap();
        assert_eq!(load(dir.path(), "a"), None);
        fs::write(path(dir.path(), "a"), "{\"key\":\"b\",\"value\":1}").unwrap();
        assert_eq!(load(dir.path(), "a"), None);
    }
}
