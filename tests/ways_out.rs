//! The real program in a pseudo-terminal, interrupted in every way that is no key of its own: signals
//! from outside, an editor that is interrupted or stopped, a terminal that is taken away, a mouse,
//! terminals that can do little. The terminal is given back, and nothing that was written is lost.

#![cfg(unix)]

mod support {
    #![allow(unreachable_pub, dead_code, reason = "shared by test files")]
    pub mod pty;
}

use std::{
    env, fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use support::pty::{Home, PROGRAM, Terminal};

const A_MOMENT: Duration = Duration::from_millis(100);

fn open_story(home: &Home, environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = home.open(environment);
    terminal.press("enter");
    terminal.until("told by");
    terminal
}

fn leave(mut terminal: Terminal) {
    terminal.press("Q");
    terminal.ends_with(0);
}

fn until_stopped(terminal: &Terminal) {
    while !terminal.is_stopped() {
        thread::sleep(A_MOMENT);
    }
}

/// Opens the help of a story and closes it.
fn keys_are_heard(terminal: &mut Terminal) {
    terminal.press("?");
    terminal.until("shared word for word");
    terminal.press("esc");
    terminal.wait("the help closed", |it| !it.text().contains("Keys: type"));
}

#[test]
fn told_to_stop_from_outside_it_gives_the_terminal_back_first() {
    let home = Home::new();
    let mut terminal = open_story(&home, &[]);
    let place = terminal.under_cursor();
    terminal.signal("TSTP");
    terminal.wait("the terminal given back", |it| it.given_back().is_ok());
    until_stopped(&terminal);
    terminal.signal("CONT");
    terminal.wait("the other screen", |it| it.screen().alternate_screen());
    terminal.wait("the same sentence", |it| it.under_cursor() == place);
    leave(terminal);
}

#[test]
fn after_a_stop_that_nobody_saw_coming_it_takes_the_terminal_anew() {
    let home = Home::new();
    let mut terminal = open_story(&home, &[]);
    terminal.signal("STOP");
    until_stopped(&terminal);
    terminal.stty(&["sane"]);
    let drawn = terminal.raw.len();
    terminal.signal("CONT");
    terminal.wait("a frame", |it| drawn < it.raw.len());
    // A key without enter, and not echoed: the line is raw again.
    keys_are_heard(&mut terminal);
    leave(terminal);
}

#[test]
fn told_to_quit_it_gives_the_terminal_back() {
    let home = Home::new();
    let terminal = open_story(&home, &[]);
    terminal.signal("QUIT");
    terminal.ends_with(131);
}

/// Opens a note in an editor that says when it is there; `script` is its text behind that.
fn edit(home: &Home, script: &str) -> Terminal {
    let ready = home.path("ready");
    let script = format!("{script}\n");
    let text = match script.split_once("READY") {
        Some((before, behind)) => format!("{before}touch '{}'{behind}", ready.display()),
        None => script,
    };
    let script = home.write("editor.sh", &text);
    let editor = format!("sh '{}'", script.display());
    let mut terminal = open_story(home, &[("EDITOR", &editor)]);
    terminal.press("a");
    terminal.until("begins a tag");
    terminal.send("begun here");
    terminal.until("begun here");
    terminal.press("ctrl-e");
    terminal.wait("the editor", |_| {
        thread::sleep(A_MOMENT);
        ready.exists()
    });
    terminal
}

fn save_and_leave(mut terminal: Terminal) {
    terminal.press("ctrl-s");
    terminal.until("Note saved");
    leave(terminal);
}

/// What the keyboard sends while the editor has the terminal is meant for the editor.
#[test]
fn an_interrupted_editor_does_not_end_the_program() {
    for (name, sign) in [("INT", "\u{3}"), ("QUIT", "\u{1c}")] {
        let home = Home::new();
        let script = format!(
            "trap 'printf \" and caught\" >> \"$1\"; exit 0' {name}\nREADY\nwhile :; do sleep 0.1; done"
        );
        let mut terminal = edit(&home, &script);
        terminal.send(sign);
        terminal.until("and caught");
        save_and_leave(terminal);
    }
}

#[test]
fn an_editor_that_dies_of_an_interrupt_leaves_the_note() {
    let home = Home::new();
    let mut terminal = edit(&home, "printf lost >> \"$1\"\nREADY\nexec sleep 60");
    terminal.send("\u{3}");
    terminal.until("ended with signal");
    terminal.until("begun here");
    assert!(!terminal.text().contains("lost"), "{}", terminal.text());
    save_and_leave(terminal);
}

/// Ctrl-Z in the editor: the shell must get its prompt, so the program stops too.
#[test]
fn an_editor_that_is_stopped_stops_the_program_with_it() {
    let home = Home::new();
    let done = home.path("done");
    let script = format!(
        "READY\nwhile ! test -e '{}'; do sleep 0.1; done\nprintf ' and done' >> \"$1\"",
        done.display()
    );
    let mut terminal = edit(&home, &script);
    terminal.send("\u{1a}");
    until_stopped(&terminal);
    terminal.signal("CONT");
    home.write("done", "");
    terminal.until("and done");
    save_and_leave(terminal);
}

/// Once stopped and gone on, an interrupt from the keyboard is the program's own again.
#[test]
fn a_signal_after_the_editor_counts() {
    let home = Home::new();
    let mut terminal = edit(&home, "READY\nprintf ' and done' >> \"$1\"");
    terminal.until("and done");
    terminal.signal("INT");
    terminal.ends_with(130);
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_a_worker_costs_its_story_and_leaves_the_screen() {
    let home = Home::new();
    let mut terminal = home.open(&[("VARIORUM_TEST_PANIC", "in a worker")]);
    terminal.until("failed; please report it");
    terminal.press("enter");
    terminal.until("comparing failed");
    assert!(terminal.screen().alternate_screen());
    assert!(!terminal.text().contains("panicked"), "{}", terminal.text());
    keys_are_heard(&mut terminal);
    leave(terminal);
}

/// Set in the process that has the terminal and takes it away: where the program's id is written.
const HOLDER: &str = "VARIORUM_TEST_HOLDER";

/// The terminal goes while the program has it: with a hangup signal, and, in a session of its own,
/// without one. It must end, and not read a terminal that is gone for ever.
#[test]
fn a_lost_terminal_ends_the_program() {
    if let Some(told) = env::var_os(HOLDER) {
        return hold(PathBuf::from(told));
    }
    for wrapper in ["", "setsid -w"] {
        let home = Home::new();
        let told = home.path("id");
        let held = Command::new(env::current_exe().unwrap())
            .args(["a_lost_terminal_ends_the_program", "--exact", "--nocapture"])
            .env(HOLDER, &told)
            .env("WRAPPER", wrapper)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&held.stderr);
        assert!(held.status.success(), "{said}");
        let id = fs::read_to_string(&told).unwrap();
        let end = Instant::now() + Duration::from_secs(20);
        while runs(id.trim()) {
            assert!(
                Instant::now() < end,
                "{wrapper} {id} goes on without a terminal"
            );
            thread::sleep(A_MOMENT);
        }
    }
}

fn runs(id: &str) -> bool {
    let asked = Command::new("ps").args(["-o", "stat=", "-p", id]).output();
    let told = asked.expect("ps").stdout;
    !told.is_empty() && !told.starts_with(b"Z")
}

/// Opens the program in a terminal, and ends with the terminal still open.
fn hold(told: PathBuf) {
    let home = Home::new();
    let shell = format!("echo $$ > '{}'; exec '{PROGRAM}'", told.display());
    let mut words = vec!["sh", "-c", &shell];
    let wrapper = env::var("WRAPPER").unwrap_or_default();
    words.splice(0..0, wrapper.split_whitespace());
    let mut terminal = home.run(&words, &[]);
    terminal.until("3 stories");
    // No more than this: nothing is dropped, so nothing is killed but by the loss.
    std::process::exit(0);
}

#[test]
fn a_mouse_selects_scrolls_and_can_be_given_back() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    let first = terminal.under_cursor();
    // The second story, by a click on its row: SGR counts from 1.
    let rows: Vec<String> = terminal.text().lines().map(str::to_string).collect();
    let at = rows
        .iter()
        .position(|it| it.starts_with('▶'))
        .expect("a cursor");
    for row in at + 1..at + 6 {
        terminal.send(&format!("\u{1b}[<0;8;{0}M\u{1b}[<0;8;{0}m", row + 1));
        let _ = terminal.is_silent(Duration::from_millis(200));
        if terminal.has_left(&first) {
            break;
        }
    }
    assert_ne!(terminal.under_cursor(), first, "a click changes nothing");
    let clicked = terminal.under_cursor();
    terminal.send("\u{1b}[<64;8;6M\u{1b}[<64;8;6M\u{1b}[<64;8;6M");
    terminal.wait("the wheel", |it| it.has_left(&clicked));

    terminal.press("enter");
    terminal.until("told by");
    let before = terminal.text();
    for _ in 0..3 {
        terminal.send("\u{1b}[<65;20;12M");
    }
    terminal.wait("the wheel in a pane", |it| it.text() != before);
    // Foreign and overlong reports are no keys and no harm.
    for report in ["[<999999;1;1M", "[<0;99999;99999M", "[<;;M", "[<3;500;500m"] {
        terminal.send(&format!("\u{1b}{report}"));
        let _ = terminal.is_silent(A_MOMENT);
    }
    terminal.press("M");
    terminal.wait("the mouse given back", |it| {
        it.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    leave(terminal);
}

#[test]
fn a_storm_of_sizes_is_lived_through() {
    let home = Home::new();
    let mut terminal = open_story(&home, &[]);
    for at in 0..40u16 {
        terminal.resize_unseen(1 + at * 37 % 200, 1 + at * 23 % 60);
        if at % 7 == 0 {
            terminal.press("j");
        }
    }
    terminal.resize(500, 200);
    terminal.resize(1, 1);
    terminal.resize(120, 30);
    terminal.until("told by");
    terminal.wait_for_silence(Duration::from_millis(500));
    leave(terminal);
}

#[test]
fn a_dumb_terminal_is_told_what_to_do_instead() {
    let home = Home::new();
    let mut terminal = home.run(&[PROGRAM], &[("TERM", "dumb")]);
    terminal.until("variorum report");
    let ended = terminal.ends_with(1);
    assert!(!ended.raw.contains(&0x1b), "{:?}", ended.text());
}

#[test]
fn without_a_terminal_the_report_is_printed_or_the_reason_told() {
    let home = Home::new();
    let piped = Command::new(PROGRAM)
        .env("VARIORUM_NOTES", home.path("notes"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(piped.status.success());
    assert!(String::from_utf8_lossy(&piped.stdout).starts_with("# "));
    assert!(!piped.stdout.contains(&0x1b));
}

/// Whoever reads the output goes before it is all written.
#[test]
fn a_closed_pipe_is_no_fault() {
    for words in [
        &["config", "show", "--default"][..],
        &["check", "assets/demo"],
        &["report", "assets/demo"],
    ] {
        let home = Home::new();
        let mut child = Command::new(PROGRAM)
            .args(words)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("VARIORUM_NOTES", home.path("notes"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert_eq!((ended.status.code(), &*told), (Some(0), ""), "{words:?}");
    }
}

/// No room for talk is no reason to fail.
#[cfg(target_os = "linux")]
#[test]
fn messages_that_nobody_can_hear_cost_nothing() {
    let home = Home::new();
    home.write("broken.json", "{");
    home.write("good.txt", "The old pier was closed on Monday.");
    let full = fs::File::create("/dev/full").unwrap();
    let ended = Command::new(PROGRAM)
        .args(["report", "--format", "json"])
        .arg(home.path("."))
        .env("VARIORUM_NOTES", home.path("notes"))
        .stderr(full)
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let mut out = std::io::sink();
    out.write_all(&ended.stdout).unwrap();
    assert!(String::from_utf8_lossy(&ended.stdout).contains("The old pier"));
}

#[test]
fn colours_are_those_that_the_terminal_has() {
    for (environment, least) in [
        (&[("TERM", "xterm")][..], true),
        (&[("TERM", "linux")], true),
        (
            &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
            true,
        ),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], false),
        (&[("TERM", "vt100"), ("NO_COLOR", "")], true),
    ] {
        let home = Home::new();
        let mut terminal = open_story(&home, environment);
        terminal.wait_for_silence(Duration::from_millis(300));
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        let coloured = raw.contains("\u{1b}[38;5;") || raw.contains("\u{1b}[38;2;");
        assert_eq!(coloured, least, "{environment:?}");
        leave(terminal);
    }
}
