//! The arguments as written, nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  variorum                            open the demo
  variorum articles/                  open a folder of saved articles
  variorum a.txt b.md feed.jsonl      open single files
  scraper | variorum report -         compare JSON Lines, print Markdown
  variorum report articles/ --format json > report.json
  variorum export articles/ -o notes.md
  variorum check articles/            what was read, dropped and doubted

Exit codes: 0 done, 1 the input has errors, 2 wrong usage.";

/// Compare news coverage side by side: what sources share, change and leave out.
#[derive(Debug, Parser)]
#[command(version, before_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Folders or files to open; `-` reads JSON Lines from standard input; none opens the demo
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub settings: Overrides,
}

/// What the command line sets for one run.
#[derive(Clone, Debug, Default, Args)]
pub struct Overrides {
    /// Colours: auto, dark, light, mono, or the path of a theme file
    #[arg(long, global = true, env = "VARIORUM_THEME")]
    pub theme: Option<String>,
    /// The folder of notes and reading positions; `beside` keeps them with the articles, in .variorum
    #[arg(long, global = true, value_name = "DIR", env = "VARIORUM_NOTES")]
    pub notes: Option<PathBuf>,
    /// Another settings file
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub no_mouse: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the comparison: stories, links, claims, discrepancies, origins
    Report {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = Format::Md)]
        format: Format,
        /// Only the stories whose headlines, outlets and days hold these words or parts of words
        #[arg(long, value_name = "WORDS")]
        story: Option<String>,
        /// Leave out what you decided yourself: stories split or merged, links pinned or forbidden, discrepancies confirmed or dismissed
        #[arg(long)]
        as_found: bool,
    },
    /// Write the notes on these articles, to a file or to standard output
    Export {
        /// The articles; may be left out for json, csv and html, which then hold all notes
        #[arg(required_unless_present_any = ["format", "output"])]
        paths: Vec<PathBuf>,
        /// Left out: by the ending of the file's name; Markdown where there is none
        #[arg(long, value_enum)]
        format: Option<NotesFormat>,
        /// The file to write, `-` for standard output; an earlier export in Markdown is refreshed around what you wrote into
        /// it, any other file is never overwritten without --force
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Overwrite the file
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Take in notes from Web Annotations (JSON, or JSON Lines): those of `export --format json`,
    /// or of other programs
    ImportNotes {
        /// The file; `-` reads standard input
        file: PathBuf,
    },
    /// Print what was read, dropped and doubted, file by file
    Check {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// The bundles kept so that they open faster the next time
    Cache {
        #[command(subcommand)]
        what: CacheCommand,
    },
    /// Print what completes commands and options in a shell, for its settings
    Completions { shell: Shell },
    /// Where the settings lie, what they are
    Config {
        #[command(subcommand)]
        what: ConfigCommand,
    },
}

#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the path of the settings file
    Path,
    /// Print the settings file, or the defaults where there is none
    Show {
        /// Print the defaults
        #[arg(long)]
        default: bool,
    },
    /// Write a settings file in which every default stands, commented out
    Init,
    /// Name all faults of the settings file
    Check,
}

#[derive(Debug, Subcommand)]
pub enum CacheCommand {
    /// Print the folder
    Path,
    /// Print how many bundles are kept, and how many bytes they take
    Size,
    /// Remove them all; nothing is lost but time
    Clear,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Md,
    Json,
}

/// How notes leave the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NotesFormat {
    /// Markdown with the quoted words of every source
    Md,
    /// Web Annotations (JSON-LD)
    Json,
    /// A table
    Csv,
    /// A web page
    Html,
}
