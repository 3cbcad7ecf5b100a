//! The real program in a pseudo-terminal, from the first frame to the shell's prompt: a session
//! with a note, what comes back at the next start, and the terminal given back on every way out.

#![cfg(unix)]

mod support {
    #![allow(dead_code, unreachable_pub, reason = "shared by test files")]
    pub mod pty;
}

use std::time::Duration;

use support::pty::{Home, Terminal};

/// Opens the first story, and waits until its sources are compared.
fn open_story(home: &Home, environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = home.open(environment);
    terminal.press("enter");
    terminal.until("told by");
    terminal
}

/// Opens the note editor on the current sentence, and types.
fn begin_note(terminal: &mut Terminal, text: &str) {
    terminal.press("a");
    terminal.until("# begins a tag");
    terminal.send(text);
    terminal.until(text);
}

#[test]
fn a_note_is_written_exported_and_there_again() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    let first = terminal.under_cursor();
    terminal.press("j");
    terminal.wait("the next story", |it| it.has_left(&first));
    terminal.press("k");
    terminal.wait("the first story", |it| it.under_cursor() == first);

    terminal.press("enter");
    terminal.until("told by");
    let headline = terminal.under_cursor();
    terminal.press("s");
    terminal.wait("the next shared sentence", |it| it.has_left(&headline));
    let noted = terminal.under_cursor();
    begin_note(&mut terminal, "Who counted? #figures");
    terminal.press("ctrl-s");
    terminal.until("Note saved");

    export(&mut terminal, &home, "told.md");
    terminal.until("Notes written to");
    let told = home.read("told.md").replace('\\', "");
    for words in ["Who counted?", "figures", &noted] {
        assert!(told.contains(words), "{words:?} is missing:\n{told}");
    }
    home.write("mine.md", "Not a note of the reader's.");
    export(&mut terminal, &home, "mine.md");
    terminal.until("Overwrite it?");
    terminal.press("n");
    terminal.until("Nothing was written");
    assert_eq!(home.read("mine.md"), "Not a note of the reader's.");
    terminal.press("Q");
    terminal.ends_with(0);

    let mut again = open_story(&home, &[]);
    again.wait("the sentence noted", |it| it.under_cursor() == noted);
    again.press("g n");
    again.until("Who counted?");
    again.press("ctrl-c");
    again.ends_with(0);
}

fn export(terminal: &mut Terminal, home: &Home, name: &str) {
    terminal.press("X");
    terminal.until("Write notes to:");
    terminal.press("ctrl-u");
    terminal.send(&home.path(name).display().to_string());
    terminal.until(name);
    terminal.press("enter");
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_the_draft() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        check_draft_kept(&[], |it| it.signal(name), code);
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_keeps_the_draft() {
    let asked = [("VARIORUM_TEST_PANIC", "fall over")];
    let ended = check_draft_kept(&asked, |it| it.paste("fall over"), 101);
    let told = ended.text();
    assert!(told.contains("a panic was asked for"), "{told}");
}

/// Ends a session while a note is being written; at the next start the text is there.
#[track_caller]
fn check_draft_kept(
    environment: &[(&str, &str)],
    end: impl Fn(&mut Terminal),
    code: u32,
) -> Terminal {
    let home = Home::new();
    let mut terminal = open_story(&home, environment);
    begin_note(&mut terminal, "half a thought");
    end(&mut terminal);
    let ended = terminal.ends_with(code);

    let mut again = open_story(&home, &[]);
    again.press("a");
    again.until("half a thought");
    again.press("esc");
    again.until("draft is kept");
    again.press("Q");
    again.ends_with(0);
    ended
}

#[test]
fn a_stopped_session_goes_on_where_it_was() {
    let home = Home::new();
    let mut terminal = open_story(&home, &[]);
    let place = terminal.under_cursor();
    terminal.press("ctrl-z");
    terminal.wait("the terminal given back", |it| it.given_back().is_ok());
    // It may not have stopped yet, and then would not notice being told to go on.
    while !terminal.screen().alternate_screen() {
        terminal.signal("CONT");
        let _ = terminal.is_silent(Duration::from_millis(100));
    }
    terminal.until("told by");
    terminal.wait("the same sentence", |it| it.under_cursor() == place);
    terminal.press("q");
    terminal.until("3 stories");
    terminal.press("q");
    terminal.ends_with(0);
}

#[test]
fn a_note_is_written_on_in_the_users_editor() {
    let home = Home::new();
    let script = home.write("editor.sh", "printf '\\nand on' >> \"$1\"");
    let editor = format!("sh '{}'", script.display());
    let mut terminal = open_story(&home, &[("EDITOR", &editor)]);
    begin_note(&mut terminal, "begun here");
    terminal.press("ctrl-e");
    terminal.until("and on");
    terminal.until("begun here");
    terminal.press("ctrl-s");
    terminal.until("Note saved");
    terminal.press("Q");
    terminal.ends_with(0);
}

#[test]
fn an_editor_that_fails_leaves_the_note_and_says_so() {
    for (editor, told) in [
        ("sh -c 'printf lost >> \"$1\"; exit 3' -", "exit status: 3"),
        ("/nowhere/editor", "cannot start the editor"),
        ("", "no editor is named"),
    ] {
        let home = Home::new();
        let mut terminal = open_story(&home, &[("EDITOR", editor)]);
        begin_note(&mut terminal, "begun here");
        terminal.press("ctrl-e");
        terminal.until(told);
        terminal.until("begun here");
        assert!(!terminal.text().contains("lost"), "{}", terminal.text());
        terminal.press("ctrl-s");
        terminal.until("Note saved");
        terminal.press("Q");
        terminal.ends_with(0);
    }
}

/// Whatever an editor does to its file: what was written is in the note, or in the file that is named.
#[test]
fn what_was_written_in_an_editor_is_not_thrown_away() {
    for (script, told) in [
        ("printf ' and m\\374he' >> \"$1\"", "left no UTF-8"),
        ("printf ' and mehr' >> \"$1\"; exit 3", "exit status: 3"),
    ] {
        let home = Home::new();
        let script = home.write("editor.sh", script);
        let editor = format!("sh '{}'", script.display());
        let folder = home.path("").display().to_string();
        let mut terminal = open_story(&home, &[("EDITOR", &editor), ("TMPDIR", &folder)]);
        begin_note(&mut terminal, "begun here");
        terminal.press("ctrl-e");
        terminal.until(told);
        let text: String = terminal.text().split_whitespace().collect();
        let (_, rest) = text.split_once("iskeptin").expect("a place");
        let path = &rest[..rest.find(".md").expect("an end") + 3];
        let kept = std::fs::read(path).expect("the file");
        assert!(kept.starts_with(b"begun here and m"), "{kept:?}");
        terminal.press("ctrl-s");
        terminal.until("Note saved");
        terminal.press("Q");
        terminal.ends_with(0);
    }
}

#[test]
fn any_size_is_lived_through() {
    let home = Home::new();
    let mut terminal = open_story(&home, &[]);
    terminal.press("s");
    terminal.press("s");
    terminal.wait_for_silence(Duration::from_millis(300));
    let place = terminal.under_cursor();
    for (columns, rows) in [(10, 3), (1, 1), (300, 100), (2, 50), (120, 30)] {
        terminal.resize(columns, rows);
    }
    terminal.until("told by");
    terminal.wait("the same sentence", |it| it.under_cursor() == place);
    terminal.press("Q");
    terminal.ends_with(0);
}

#[test]
fn without_colours_the_signs_remain() {
    let home = Home::new();
    let coloured = open_story(&home, &[]);
    assert!(!colours(&coloured.raw).is_empty(), "colours are not seen");
    let mut plain = open_story(&home, &[("NO_COLOR", "1")]);
    plain.wait("a sign", |it| it.text().contains(['≠', '≈', '=']));
    plain.press("?");
    plain.until("shared word for word");
    plain.press("esc");
    assert_eq!(colours(&plain.raw), Vec::<String>::new());
}

/// Every sequence that sets a colour other than the terminal's own.
fn colours(raw: &[u8]) -> Vec<String> {
    let raw = String::from_utf8_lossy(raw);
    let sequences = raw.split("\u{1b}[").skip(1).filter_map(|it| {
        let end = it.find(|c: char| !c.is_ascii_digit() && !";:".contains(c))?;
        it[end..].starts_with('m').then(|| it[..end].to_string())
    });
    let sets = |it: &u8| matches!(it, 30..=38 | 40..=48 | 90..=97 | 100..=107);
    sequences
        .filter(|it| {
            it.split([';', ':'])
                .flat_map(str::parse)
                .any(|it| sets(&it))
        })
        .collect()
}

#[test]
fn nothing_is_written_while_the_reader_reads() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    for keys in ["", "enter", "g", "esc", "?"] {
        terminal.press(keys);
        // Longer than the pause between two looks at the notes.
        terminal.wait_for_silence(Duration::from_millis(2500));
    }
}

/// The journal is looked at every two seconds while nothing is pressed.
#[test]
fn a_note_of_another_window_is_seen_without_a_key() {
    let home = Home::new();
    let mut idle = home.open(&[]);
    idle.press("g n");
    idle.until("No notes yet");
    let mut busy = home.open(&[]);
    busy.press("enter a");
    busy.until("# begins a tag");
    busy.send("Written elsewhere");
    busy.press("ctrl-s");
    busy.until("Note saved");
    idle.until("Written elsewhere");
    for mut it in [idle, busy] {
        it.press("Q");
        it.ends_with(0);
    }
}

#[test]
fn notes_that_need_the_reader_are_told_at_the_start() {
    let home = Home::new();
    std::fs::create_dir(home.path("articles")).unwrap();
    let weir = "Title: Weir gives way\nSource: Echo\n\nThe old weir gave way.\n\n";
    let alarm = "A passing angler raised the alarm at nine.\n\n";
    let repair = "Repairs will take until the autumn.\n";
    home.write("articles/echo.txt", &format!("{weir}{alarm}{repair}"));
    let mut terminal = home.open_on("articles", "1 story");
    terminal.press("enter");
    terminal.until("told by");
    terminal.press("j j a");
    terminal.until("A passing angler");
    terminal.until("# begins a tag");
    terminal.send("Who?");
    terminal.press("ctrl-s");
    terminal.until("Note saved");
    terminal.press("Q");
    terminal.ends_with(0);
    home.write("articles/echo.txt", &format!("{weir}{repair}"));
    let mut terminal = home.open_on("articles", "1 story");
    terminal.until("Notes: 1 on words that are gone; g n lists them");
    terminal.press("g n");
    terminal.until("no longer in the article");
    terminal.press("Q");
    terminal.ends_with(0);
}

/// So many articles of some thousand bytes, no two alike.
fn large(many: usize) -> String {
    let line = |number: usize| {
        let text = format!("Ferry {number} ran aground off Cape {number} at noon. ").repeat(80);
        let source = format!("Outlet {number:03}");
        format!("{{\"title\":\"Ferry aground\",\"source\":\"{source}\",\"text\":\"{text}\"}}\n")
    };
    (0..many).map(line).collect()
}

#[test]
fn a_large_bundle_is_kept_and_opened_again_and_never_mistaken_for_another() {
    let home = Home::new();
    let open = |told: &str| home.open_on("ferries.jsonl", told);
    home.write("ferries.jsonl", &large(900));
    let mut first = open("900 articles");
    let kept = || std::fs::read_dir(home.path("cache")).map_or(0, Iterator::count);
    let end = std::time::Instant::now() + Duration::from_secs(30);
    while kept() != 1 && std::time::Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(kept(), 1, "the bundle is kept");
    first.press("Q");
    first.ends_with(0);

    let mut again = open("900 articles");
    again.until("Ferry");
    again.press("Q");
    again.ends_with(0);

    let changed = large(900).replace("Outlet 007", "Barge  007");
    home.write("ferries.jsonl", &changed);
    let mut other = open("900 articles");
    other.press("f");
    other.send("Barge");
    other.until("1 shown");
    other.press("enter");
    other.press("Q");
    other.ends_with(0);
}

#[test]
fn what_cannot_be_opened_is_told_on_a_terminal_given_back() {
    let home = Home::new();
    let terminal = home.open_on("nowhere", "nowhere is not there");
    terminal.ends_with(1);
}

#[test]
fn a_draft_that_cannot_be_kept_in_its_place_is_kept_elsewhere() {
    let home = Home::new();
    home.write("no-folder", "");
    let notes = home.path("no-folder").display().to_string();
    let mut terminal = open_story(&home, &[("VARIORUM_NOTES", &notes)]);
    begin_note(&mut terminal, "Not to be lost");
    terminal.press("esc");
    terminal.until("Your draft is not kept here");
    // The message is longer than a line.
    let text: String = terminal.text().split_whitespace().collect();
    let (_, rest) = text.split_once("itiskeptin").expect("a place");
    let path = &rest[..rest.find(".md").expect("an end") + 3];
    let kept = std::fs::read_to_string(path).expect("the draft");
    assert_eq!(kept, "Not to be lost");
    std::fs::remove_file(path).expect("it was made here");
    terminal.press("Q");
    terminal.ends_with(0);
}

/// Dashes, quotation marks and ellipses of the articles were still sent to terminals that lack them.
#[test]
fn in_ascii_nothing_but_letters_and_currencies_is_not() {
    let home = Home::new();
    let settings = home.write("config.toml", "signs = \"ascii\"\n");
    let settings = settings.to_string_lossy().into_owned();
    let mut terminal = open_story(&home, &[("VARIORUM_CONFIG", &settings)]);
    for keys in ["d", "?", "esc", "g d", "g e", "g c"] {
        for key in keys.split(' ') {
            terminal.press(key);
        }
        terminal.wait_for_silence(Duration::from_millis(300));
        let text = terminal.text();
        let foreign = |it: &char| !it.is_ascii() && !it.is_alphanumeric() && !"£€".contains(*it);
        let found: String = text.chars().filter(foreign).collect();
        assert!(found.is_empty(), "{keys}: {found}\n{text}");
    }
}
