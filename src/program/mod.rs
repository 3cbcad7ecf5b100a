//! What the command line asks for, carried out: the reader, or a document on standard output.
//!
//! Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 the input has
//! errors (nothing could be read, or `check` found something that was skipped), 2 wrong usage.

pub mod cache;
pub mod check;
pub mod exports;
pub mod import;
pub mod open;
pub mod reader;
pub mod say;
pub mod settings;

use std::{
    io::{IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Result, bail};
use clap::{CommandFactory, Parser, error::ErrorKind};

use crate::{
    cli::{Cli, Command, NotesFormat},
    config::read,
    export::ending,
    text::safe,
};

/// Parses the arguments and does what they ask.
pub fn main() -> ExitCode {
    match carry_out(parsed()) {
        Ok(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        Err(error) if broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say::aside(format_args!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// The arguments; where they name no articles although something is piped in, it is told how that is
/// read.
fn parsed() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let missing = error.kind() == ErrorKind::MissingRequiredArgument;
        if missing && !std::io::stdin().is_terminal() {
            let _ = error.print();
            say::aside(
                "what is piped in is read where `-` stands for it, as in: variorum report -",
            );
            std::process::exit(error.exit_code());
        }
        error.exit()
    })
}

fn carry_out(cli: Cli) -> Result<i32> {
    if cli.command.is_none() {
        no_command(&cli.paths)?;
    }
    match cli.command {
        None if std::io::stdout().is_terminal() => reader::read(&cli.paths, &cli.settings),
        None => {
            let asked = exports::Asked::default();
            exports::report(&cli.paths, crate::cli::Format::Md, &asked, &cli.settings)
        }
        Some(Command::Report {
            paths,
            format,
            story,
            as_found,
        }) => {
            let asked = exports::Asked { story, as_found };
            exports::report(&paths, format, &asked, &cli.settings)
        }
        Some(Command::Export {
            paths,
            format,
            output,
            force,
        }) => {
            let named = || output.as_deref().map_or(Ok(NotesFormat::Md), ending::of);
            let format = format.map_or_else(named, Ok)?;
            let text = exports::notes(&paths, format, &cli.settings)?;
            exports::written(&text, output.as_deref(), force)
        }
        Some(Command::ImportNotes { file }) => import::notes(&file, &cli.settings),
        Some(Command::Check { paths }) => check::check(&paths, &cli.settings),
        Some(Command::Cache { what }) => cache::cache(what),
        Some(Command::Completions { shell }) => completions(shell),
        Some(Command::Config { what }) => settings::config(what, &cli.settings),
    }
}

/// Prints what a shell completes.
fn completions(shell: clap_complete::Shell) -> Result<i32> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "variorum", &mut out);
    std::io::stdout().write_all(&out)?;
    Ok(0)
}

/// Refuses a first path that is not there and reads like a command that was mistyped.
fn no_command(paths: &[PathBuf]) -> Result<()> {
    let first = paths.first().filter(|it| !it.exists());
    let named = first.and_then(|it| it.to_str());
    let Some(name) = named.filter(|it| !it.contains(['.', '/', '\\'])) else {
        return Ok(());
    };
    let cli = Cli::command();
    match read::meant(name, cli.get_subcommands().map(clap::Command::get_name)) {
        none if none.is_empty() => Ok(()),
        meant => {
            let name = safe::one_line(name);
            bail!("{name} is not there and no command{meant}")
        }
    }
}

/// Whoever read the output has had enough: no error.
fn broken_pipe(error: &anyhow::Error) -> bool {
    let io = error
        .chain()
        .find_map(|it| it.downcast_ref::<std::io::Error>());
    io.is_some_and(|it| it.kind() == std::io::ErrorKind::BrokenPipe)
}
