//! A folder of articles to open, and the real program run on it, held to time and memory.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// As long as any of these may take in a build for development, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// KiB of address space: a build for development with two threads, and room for the text.
const MEMORY: u64 = 2 << 20;

/// What the program said.
pub struct Told {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Told {
    /// A line of the output that holds the words.
    #[track_caller]
    pub fn line(&self, words: &str) -> &str {
        let found = self.out.lines().find(|it| it.contains(words));
        found.unwrap_or_else(|| panic!("no line says {words:?}:\n{}\n{}", self.out, self.err))
    }
}

pub struct Folder {
    home: TempDir,
}

impl Folder {
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(home.path().join("articles")).expect("a folder");
        Self { home }
    }

    /// A folder with one file.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.write(name, bytes);
        folder
    }

    /// Where the articles lie.
    pub fn path(&self) -> PathBuf {
        self.home.path().join("articles")
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// A settings file for all that is run here.
    pub fn set(&self, text: &str) {
        std::fs::write(self.home.path().join("config.toml"), text).expect("a file");
    }

    /// Runs `variorum WORDS FOLDER`.
    #[track_caller]
    pub fn run(&self, words: &[&str]) -> Told {
        self.run_on(words, &self.path())
    }

    #[track_caller]
    pub fn run_on(&self, words: &[&str], path: &Path) -> Told {
        let output = self.output(words, path);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
        let told = Told {
            code: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(
            [0, 1].contains(&told.code),
            "ended {}:\n{}",
            output.status,
            told.err
        );
        assert!(!told.err.contains("panicked"), "{}", told.err);
        told
    }

    /// `variorum check`
    #[track_caller]
    pub fn check(&self) -> Told {
        self.run(&["check"])
    }

    #[track_caller]
    fn output(&self, words: &[&str], path: &Path) -> Output {
        let home = self.home.path();
        let limited = format!(
            "ulimit -v {MEMORY}; ulimit -t {}; exec \"$@\"",
            PATIENCE.as_secs()
        );
        let mut command = Command::new("sh");
        command.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_variorum")]);
        command.args(words).arg(path).env("HOME", home);
        command.env("VARIORUM_CONFIG", home.join("config.toml"));
        command.env("VARIORUM_NOTES", home.join("notes"));
        command.stdin(Stdio::null());
        let begun = Instant::now();
        let output = command.output().expect("it starts");
        let took = begun.elapsed();
        assert!(took < PATIENCE, "took {took:?}");
        output
    }
}
