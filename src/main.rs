//! The program: arguments, then a report or the reader.

use anyhow::Result;
use clap::Parser;
use variorum::{bundle, cli, compare, export, model::bundle::Bundle, stories};

fn main() -> Result<()> {
    let cli = cli::Cli::parse();
    if let Some(cli::Command::Report { paths, .. }) = cli.command {
        let loaded = bundle::load(&paths)?;
        let bundle = Bundle {
            stories: stories::group(&loaded.articles),
            articles: loaded.articles,
            warnings: loaded.warnings,
        };
        let comparisons: Vec<_> = bundle
            .stories
            .iter()
            .map(|story| compare::compare(&bundle.articles, story))
            .collect();
        print!("{}", export::json::report(&bundle, &comparisons));
        return Ok(());
    }

    Ok(())
}
