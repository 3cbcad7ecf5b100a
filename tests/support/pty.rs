//! The real program in a pseudo-terminal: keys go in as bytes, and what it writes is drawn by a
//! terminal emulator. Every wait is for something to be seen, with a generous limit, since the
//! machine may be busy; what a terminal would be asked (its colours) is told by the environment.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::PathBuf,
    process::Command,
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// The program's path.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_variorum");
/// As long as anything is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A user's home: notes, settings and files of one test.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Opens the demo in a terminal of 120 by 30, and waits for the story list.
    pub fn open(&self, environment: &[(&str, &str)]) -> Terminal {
        self.ready(&[PROGRAM], environment, "3 stories")
    }

    /// Opens articles of this home, and waits for the words.
    pub fn open_on(&self, articles: &str, ready: &str) -> Terminal {
        self.ready(&[PROGRAM, articles], &[], ready)
    }

    /// The same where no file can grow past 12 KiB.
    pub fn open_limited(&self, articles: &str, ready: &str) -> Terminal {
        let limited = "trap '' XFSZ; ulimit -f 24; exec \"$0\" \"$@\"";
        self.ready(&["sh", "-c", limited, PROGRAM, articles], &[], ready)
    }

    fn ready(&self, words: &[&str], environment: &[(&str, &str)], ready: &str) -> Terminal {
        let mut terminal = self.run(words, environment);
        terminal.until(ready);
        terminal
    }

    /// Runs a command, its words given one by one, in a terminal of 120 by 30.
    pub fn run(&self, words: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let mut program = CommandBuilder::new(words[0]);
        program.args(&words[1..]);
        program.env_clear();
        program.cwd(self.0.path());
        for (name, value) in [
            ("HOME", self.0.path()),
            ("VARIORUM_CACHE", &self.path("cache")),
            ("VARIORUM_NOTES", &self.path("notes")),
            ("VARIORUM_CONFIG", &self.path("config.toml")),
        ] {
            program.env(name, value);
        }
        program.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for (name, value) in [("TERM", "xterm-256color"), ("COLORFGBG", "15;0")] {
            program.env(name, value);
        }
        for (name, value) in environment {
            program.env(name, value);
        }
        Terminal::start(program)
    }
}

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    pty: PtyPair,
    writer: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    parser: Parser,
    /// Everything that was written so far.
    pub raw: Vec<u8>,
    modes_before: String,
}

impl Terminal {
    fn start(program: CommandBuilder) -> Self {
        let pty = native_pty_system().openpty(size(120, 30)).unwrap();
        let modes_before = modes(&*pty.master);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        let child = pty.slave.spawn_command(program).unwrap();
        let (sender, bytes) = channel();
        thread::spawn(move || {
            let mut room = vec![0; 1 << 16];
            while let Ok(count) = reader.read(&mut room) {
                if count == 0 || sender.send(room[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            pty,
            writer,
            bytes,
            parser: Parser::new(cells(30), cells(120), 0),
            raw: Vec::new(),
            modes_before,
        }
    }

    /// Keys parted by blanks: `j`, `enter`, `esc`, `ctrl-s`.
    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let sent = match (key, key.strip_prefix("ctrl-")) {
                ("enter", _) => "\r".to_string(),
                ("esc", _) => "\u{1b}".to_string(),
                (_, Some(letter)) => char::from(letter.as_bytes()[0] & 0x1f).to_string(),
                _ => key.to_string(),
            };
            self.send(&sent);
        }
    }

    /// As if typed, or written by the terminal itself.
    pub fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    /// Without waiting for what is drawn.
    pub fn resize_unseen(&mut self, columns: u16, rows: u16) {
        self.parser.set_size(cells(rows), cells(columns));
        self.pty.master.resize(size(columns, rows)).unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        let drawn = self.raw.len();
        self.parser.set_size(cells(rows), cells(columns));
        self.pty.master.resize(size(columns, rows)).unwrap();
        self.wait("a frame of the new size", |it| drawn < it.raw.len());
    }

    /// Until the words stand on the screen.
    #[track_caller]
    pub fn until(&mut self, words: &str) {
        self.wait(words, |it| it.text().contains(words));
    }

    /// Until something holds of the terminal.
    #[track_caller]
    pub fn wait(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            // Looked at again now and then: the line's modes change without a word.
            let taken = self.take_in(Duration::from_millis(100));
            let ended = taken == Err(RecvTimeoutError::Disconnected);
            if !ended && Instant::now() < end {
                continue;
            }
            panic!("waited in vain for {what:?}:\n{}", self.text());
        }
    }

    /// Until nothing has been written for so long.
    #[track_caller]
    pub fn wait_for_silence(&mut self, span: Duration) {
        let end = Instant::now() + PATIENCE;
        while self.take_in(span).is_ok() {
            assert!(Instant::now() < end, "it never stops writing");
        }
    }

    /// Whether nothing is written for so long.
    pub fn is_silent(&mut self, span: Duration) -> bool {
        self.take_in(span) == Err(RecvTimeoutError::Timeout)
    }

    fn take_in(&mut self, longest: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.bytes.recv_timeout(longest)?;
        self.parser.process(&bytes);
        self.raw.extend(bytes);
        Ok(())
    }

    /// Takes in all that a program that has ended still wrote.
    pub fn drain(&mut self) {
        let _ = self.child.wait();
        while self.take_in(Duration::from_millis(25)).is_ok() {}
    }

    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// The words beside the cursor's sign, in the first pane or in the list.
    pub fn under_cursor(&self) -> String {
        let text = self.text();
        let line = text.lines().find(|it| it.starts_with('▶'));
        let pane = line.and_then(|it| it.split(['┃', '│']).next());
        let words = pane.unwrap_or_default();
        let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
        let words = words.split("   ").next().unwrap_or_default();
        // Behind them the signs of the pane's edge stand, which may be drawn a moment later.
        let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        words.to_string()
    }

    /// Whether the cursor is elsewhere; a frame of which only a part has come has none.
    pub fn has_left(&self, from: &str) -> bool {
        let here = self.under_cursor();
        !here.is_empty() && here != from
    }

    pub fn id(&self) -> String {
        self.child.process_id().expect("it runs").to_string()
    }

    /// Whether the program stands still, told to stop.
    pub fn is_stopped(&self) -> bool {
        let mut asked = Command::new("ps");
        asked.args(["-o", "stat=", "-p", &self.id()]);
        asked.output().is_ok_and(|it| it.stdout.starts_with(b"T"))
    }

    /// Sets the line's modes from outside, as a shell does.
    pub fn stty(&self, words: &[&str]) {
        let line = self.pty.master.tty_name().expect("a name");
        let line = std::fs::File::open(line).unwrap();
        let set = Command::new("stty").args(words).stdin(line).status();
        assert!(set.unwrap().success(), "stty {words:?}");
    }

    /// Sends a signal by its name, without SIG.
    pub fn signal(&self, name: &str) {
        let id = self.id();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.unwrap().success(), "kill -s {name}");
    }

    /// Whether the terminal is as it was before the program began.
    pub fn given_back(&self) -> Result<(), String> {
        let screen = self.screen();
        let modes = modes(&*self.pty.master);
        let wrong = [
            (screen.alternate_screen(), "the other screen is shown"),
            (screen.hide_cursor(), "the cursor is hidden"),
            (screen.bracketed_paste(), "pastes are bracketed"),
            (
                screen.mouse_protocol_mode() != MouseProtocolMode::None,
                "the mouse is taken",
            ),
            (self.is_updating(), "an update is not ended"),
            (modes != self.modes_before, "the line's modes are changed"),
        ];
        let told: Vec<&str> = wrong.iter().filter(|it| it.0).map(|it| it.1).collect();
        match told.as_slice() {
            [] => Ok(()),
            told => Err(format!("{}\n{modes}", told.join(", "))),
        }
    }

    fn is_updating(&self) -> bool {
        let raw = String::from_utf8_lossy(&self.raw);
        raw.rfind("\u{1b}[?2026l") < raw.rfind("\u{1b}[?2026h")
    }

    /// Waits for the program's end and checks that it gave the terminal back.
    #[track_caller]
    pub fn ends_with(mut self, code: u32) -> Self {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.text());
            // What it writes is taken in, lest it wait for room.
            let _ = self.take_in(Duration::from_millis(20));
        };
        // What is still on its way arrives before the silence.
        self.wait_for_silence(Duration::from_millis(300));
        assert_eq!(status.exit_code(), code, "exit code\n{}", self.text());
        assert_eq!(self.given_back(), Ok(()), "\n{}", self.text());
        self
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one")
}

/// The modes of the line (echo, signals, raw input …), in some form that can be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}
