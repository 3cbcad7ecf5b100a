//! What stands in a folder and is no file to read: links, pipes, devices, names that are no text.

#![cfg(unix)]

use std::{
    fs,
    os::unix::{
        ffi::OsStrExt,
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::folder::Folder;

const BODY: &str = "The old pier at Wexcombe was closed on Monday, the harbour office said.";

fn one() -> Folder {
    Folder::with("good.txt", BODY)
}

/// The good file is read, and the other told of in a line with these words.
#[track_caller]
fn check_left(folder: &Folder, words: &str) {
    let told = folder.check();
    assert!(
        told.line("1 skipped").starts_with("1 article,"),
        "{}",
        told.out
    );
    let line = told.line("skipped: ");
    assert!(line.contains(words), "{line}");
    assert_eq!(told.code, 1);
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo");
    assert!(made.success());
}

#[test]
fn pipes_sockets_and_devices_are_not_opened() {
    let folder = one();
    pipe(&folder.path().join("pipe.txt"));
    check_left(&folder, "pipe.txt: skipped: is no regular file");

    let folder = one();
    let _held = UnixListener::bind(folder.path().join("socket.txt")).expect("a socket");
    check_left(&folder, "is no regular file");

    let folder = one();
    symlink("/dev/zero", folder.path().join("zeros.txt")).expect("a link");
    check_left(&folder, "is no regular file");
}

#[test]
fn a_pipe_that_is_named_itself_is_refused_with_what_to_do() {
    let folder = Folder::new();
    let path = folder.path().join("pipe.txt");
    pipe(&path);
    let told = folder.run_on(&["check"], &path);
    assert!(
        told.err.contains("to read from a pipe, use -"),
        "{}",
        told.err
    );
    assert_eq!(told.code, 1);
}

#[test]
fn links_in_circles_end() {
    let folder = one();
    symlink(".", folder.path().join("again")).expect("a link");
    check_left(
        &folder,
        "again: skipped: is a link back to a folder that it is in",
    );

    let folder = one();
    symlink("/", folder.path().join("all")).expect("a link");
    check_left(&folder, "is a link back to a folder that it is in");

    let folder = one();
    symlink("me", folder.path().join("me")).expect("a link");
    check_left(&folder, "me: skipped: ");

    let folder = one();
    symlink("nowhere.txt", folder.path().join("gone.txt")).expect("a link");
    check_left(&folder, "is not there");
}

/// Thirty folders, each with two links to the next: 2^30 ways to the last.
#[test]
fn links_that_double_at_every_step_are_followed_once() {
    let folder = one();
    for at in 0..30 {
        let here = folder.path().join(format!("d{at}"));
        fs::create_dir(&here).expect("a folder");
        for side in ["left", "right"] {
            symlink(format!("../d{}", at + 1), here.join(side)).expect("a link");
        }
    }
    folder.write("d30/last.txt", BODY);
    let told = folder.check();
    told.line("2 articles, ");
    told.line("is a link to a folder that is read anyway");
}

#[test]
fn a_link_to_a_folder_elsewhere_is_followed_once() {
    let elsewhere = Folder::with("in/there.txt", BODY);
    let folder = Folder::new();
    symlink(elsewhere.path(), folder.path().join("a")).expect("a link");
    symlink(elsewhere.path().join("in"), folder.path().join("b")).expect("a link");
    let told = folder.check();
    told.line("1 article, 1 story, 1 skipped");
    told.line("b: skipped: is a link to a folder that is read anyway");
}

/// A link to a folder above one that was followed before, and links to files.
#[test]
fn a_file_is_read_once_however_many_links_lead_to_it() {
    let elsewhere = Folder::with("p/x/there.txt", BODY);
    elsewhere.write("p/more.txt", BODY);
    let folder = Folder::new();
    symlink(elsewhere.path().join("p/x"), folder.path().join("a")).expect("a link");
    symlink(elsewhere.path().join("p"), folder.path().join("b")).expect("a link");
    let told = folder.check();
    told.line("2 articles, ");
    told.line("b/x: skipped: is a folder that a link has led to already");

    let folder = one();
    symlink("good.txt", folder.path().join("also.txt")).expect("a link");
    check_left(
        &folder,
        "also.txt: skipped: is a link to a file that is read anyway",
    );

    let folder = one();
    folder.write(".kept/other.txt", BODY);
    for name in ["one.txt", "two.txt"] {
        symlink(".kept/other.txt", folder.path().join(name)).expect("a link");
    }
    let told = folder.check();
    told.line("2 articles, ");
    told.line("two.txt: skipped: is a link to a file that is read anyway");
}

#[test]
fn folders_in_folders_end_at_the_limit() {
    let folder = one();
    folder.set("[limits]\nfolders = 20\n");
    folder.write(&format!("{}deep.txt", "d/".repeat(21)), BODY);
    check_left(&folder, "lies more than 20 folders deep (limits.folders)");
    folder.set("[limits]\nfolders = 21\n");
    folder.check().line("2 articles, ");
}

#[test]
fn names_that_are_no_text_are_shown_as_one_safe_line() {
    let names: [&[u8]; 6] = [
        b"two\nlines\r.txt",
        b"red \x1b[31m\x1b]0;owned\x07.txt",
        b"broken \xff\xfe.txt",
        "turned \u{202e}txt.exe.txt".as_bytes(),
        "tags \u{e0041}\u{e0042}.txt".as_bytes(),
        b"-rf --help $(id) `id` ; |.txt",
    ];
    let folder = Folder::new();
    for name in names {
        let path = folder.path().join(std::ffi::OsStr::from_bytes(name));
        fs::write(path, BODY).expect("a file");
    }
    let told = folder.check();
    told.line("6 articles, ");
    crate::output::is_safe(&told.out);
    let named = |it: &&str| it.ends_with(".txt") && !it.starts_with(' ');
    assert_eq!(told.out.lines().filter(named).count(), 6, "{}", told.out);
}

#[test]
fn what_may_not_be_read_is_told_and_the_rest_read() {
    let folder = one();
    folder.write("closed.txt", BODY);
    folder.write("shut/in.txt", BODY);
    let close = |name: &str| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o0))
            .expect("set");
    };
    close("closed.txt");
    close("shut");
    // The superuser may read everything.
    if fs::read(folder.path().join("closed.txt")).is_err() {
        let told = folder.check();
        told.line("closed.txt: skipped: may not be read (permission denied)");
        told.line("shut: skipped: may not be read (permission denied)");
    }
    fs::set_permissions(
        folder.path().join("shut"),
        fs::Permissions::from_mode(0o700),
    )
    .expect("set");
}

#[test]
fn files_that_come_go_and_change_meanwhile_cost_at_most_themselves() {
    let folder = one();
    let (path, stop) = (folder.path(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut at = 0u64;
            while !stop.load(Ordering::Relaxed) {
                at += 1;
                for file in 0..20 {
                    let path = path.join(format!("{file}.txt"));
                    let _ = match (at + file) % 5 {
                        0 => fs::remove_file(&path).or_else(|_| fs::remove_dir(&path)),
                        1 => fs::write(&path, BODY.repeat(1 + at as usize % 50)),
                        2 => fs::write(&path, "The p"),
                        3 => fs::remove_file(&path).and_then(|()| fs::create_dir(&path)),
                        _ => fs::remove_dir(&path).and_then(|()| symlink("good.txt", &path)),
                    };
                }
                thread::sleep(Duration::from_micros(200));
            }
        });
        for _ in 0..15 {
            let told = folder.check();
            assert!(told.out.contains("good.txt"), "{}", told.out);
        }
        stop.store(true, Ordering::Relaxed);
    });
}

/// A file that is swapped for a pipe between the listing and the opening holds nobody.
#[test]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    let folder = one();
    let (path, stop) = (folder.path(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let swapped = path.join("swapped.txt");
            while !stop.load(Ordering::Relaxed) {
                let _ = fs::remove_file(&swapped);
                let _ = fs::write(&swapped, BODY);
                let _ = fs::remove_file(&swapped);
                pipe(&swapped);
            }
        });
        for _ in 0..15 {
            folder.check();
        }
        stop.store(true, Ordering::Relaxed);
    });
}
