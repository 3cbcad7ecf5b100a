//! A text opened in the user's own editor, in a file of its own that goes when it was read.
//!
//! Where the editor fails, or leaves what is no text, and something was written, the file stays and
//! is named: whoever wrote it finds it there.

use std::{
    fs::{self, File},
    io::{self, IsTerminal, Write},
    process::Command,
};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::term::signals::Watch;

/// Opens a text in the editor that the settings name, or the environment; gives back what was
/// written.
///
/// # Errors
/// No editor, one that fails, or one that leaves no UTF-8; the message says where the file is.
pub(crate) fn edit(text: &str, setting: &str, signals: &Watch) -> Result<String> {
    let named = |name| std::env::var(name).ok().filter(|it| !it.trim().is_empty());
    let setting = Some(setting.to_string()).filter(|it| !it.trim().is_empty());
    let Some(line) = setting.or(named("VISUAL")).or(named("EDITOR")) else {
        bail!("no editor is named: set $VISUAL, $EDITOR, or `editor` in the settings");
    };
    let words = shlex::split(&line).unwrap_or_default();
    let Some((program, arguments)) = words.split_first() else {
        bail!("the editor's name cannot be read: {line}");
    };
    let mut file = tempfile::Builder::new()
        .prefix("variorum-note-")
        .suffix(".md")
        .tempfile()
        .context("cannot make a file for the editor")?;
    file.write_all(text.as_bytes())
        .context("cannot write for the editor")?;
    let mut command = Command::new(program);
    command.args(arguments).arg(file.path());
    if !io::stdin().is_terminal() {
        // Articles came through it; keys come from the terminal itself.
        command.stdin(File::open("/dev/tty").context("there is no terminal for the editor")?);
    }
    let status = signals.lend(&mut command);
    let status = status.with_context(|| format!("cannot start the editor {program:?}"))?;
    let written = fs::read(file.path());
    if !status.success() {
        let kept = match written.is_ok_and(|it| it == text.as_bytes()) {
            true => String::new(),
            false => kept(file),
        };
        bail!("the editor {program:?} ended with {status}; the note is as it was{kept}");
    }
    let written = written.context("cannot read what the editor wrote")?;
    match String::from_utf8(written) {
        Ok(text) => Ok(text),
        Err(_) => bail!(
            "the editor {program:?} left no UTF-8; the note is as it was{}",
            kept(file)
        ),
    }
}

/// Lets the file stay; where it is, as the end of a message.
fn kept(file: NamedTempFile) -> String {
    match file.keep() {
        Ok((_, path)) => format!(", and what was written is kept in {}", path.display()),
        Err(_) => String::new(),
    }
}
