//! `variorum cache`: the bundles kept so that they open faster the next time.

use anyhow::{Context, Result};

use crate::{cache::place, cli::CacheCommand, program::say, text::count::counted};

/// Does what is asked; gives the exit code.
///
/// # Errors
/// There is no folder for such files; a file that cannot be removed.
pub fn cache(what: CacheCommand) -> Result<i32> {
    let dir = place::dir().context("there is no folder for such files: set VARIORUM_CACHE")?;
    match what {
        CacheCommand::Path => say::out(dir.display())?,
        CacheCommand::Size => {
            let (many, bytes) = place::size(&dir);
            let many = counted(many, "bundle", "bundles");
            say::out(format_args!("{many}, {bytes} bytes"))?;
        }
        CacheCommand::Clear => {
            let removed = place::clear(&dir);
            let many = removed.with_context(|| format!("cannot clear {}", dir.display()))?;
            let removed = counted(many, "bundle", "bundles");
            say::out(format_args!("{removed} removed"))?;
        }
    }
    Ok(0)
}
