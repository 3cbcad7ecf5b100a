//! A bundle that was kept comes back as it was, or not at all: cut short anywhere, with any bit
//! turned, of another form, of articles that have changed since.

use std::{fs, path::Path};

use variorum::{
    bundle::{self, Progress},
    cache::{file, place},
    model::{bundle::Bundle, limits::Limits},
    stories,
};

const CONTENTS: [u8; 32] = [7; 32];

fn demo() -> Bundle {
    let loaded = bundle::demo();
    Bundle {
        stories: stories::group(&loaded.articles),
        articles: loaded.articles,
        warnings: loaded.warnings,
    }
}

#[track_caller]
fn check_same(one: &Bundle, other: &Bundle) {
    assert_eq!(one.articles, other.articles);
    assert_eq!(one.stories, other.stories);
    assert_eq!(one.warnings, other.warnings);
}

#[test]
fn what_was_kept_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = demo();
    let path = place::path(folder.path(), "these files");
    assert!(place::load(&path, &CONTENTS).is_none());
    place::save(&path, &bundle, &CONTENTS).unwrap();
    check_same(&place::load(&path, &CONTENTS).unwrap(), &bundle);
    assert_ne!(path, place::path(folder.path(), "those files"));
}

#[test]
fn a_file_cut_short_or_grown_is_no_bundle() {
    let bytes = file::pack(&demo(), &CONTENTS).unwrap();
    for len in (0..bytes.len()).step_by(97).chain([bytes.len() - 1]) {
        assert!(file::unpack(&bytes[..len], &CONTENTS).is_none(), "{len}");
    }
    let grown = [bytes.as_slice(), b"x"].concat();
    assert!(file::unpack(&grown, &CONTENTS).is_none());
}

#[test]
fn a_file_with_any_bit_turned_is_no_bundle() {
    let bytes = file::pack(&demo(), &CONTENTS).unwrap();
    let places = (0..200).chain((200..bytes.len()).step_by(61));
    for place in places {
        let mut turned = bytes.clone();
        turned[place] ^= 1 << (place % 8);
        assert!(file::unpack(&turned, &CONTENTS).is_none(), "{place}");
    }
}

#[test]
fn a_file_of_a_newer_program_is_passed_over_and_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = place::path(folder.path(), "these files");
    place::save(&path, &demo(), &CONTENTS).unwrap();
    let older = fs::read(&path).unwrap();
    let form = older.iter().position(|it| *it == b'\n').unwrap();
    let mut newer = older.clone();
    // The last sign of the first line is the version of the form: the next one, all else the same.
    newer[form - 1] += 1;
    fs::write(&path, &newer).unwrap();
    assert!(place::load(&path, &CONTENTS).is_none());
    assert!(!path.exists());
    place::save(&path, &demo(), &CONTENTS).unwrap();
    assert_eq!(fs::read(&path).unwrap(), older);
    check_same(&place::load(&path, &CONTENTS).unwrap(), &demo());
}

#[test]
fn a_file_of_other_contents_is_passed_over_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = place::path(folder.path(), "these files");
    place::save(&path, &demo(), &CONTENTS).unwrap();
    assert!(place::load(&path, &[8; 32]).is_none());
    assert!(!path.exists());
}

#[test]
fn clearing_removes_bundles_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("mine.txt");
    fs::write(&own, "not a bundle").unwrap();
    for opened in ["a", "b"] {
        place::save(&place::path(folder.path(), opened), &demo(), &CONTENTS).unwrap();
    }
    assert_eq!(place::size(folder.path()).0, 2);
    assert_eq!(place::clear(folder.path()).unwrap(), 2);
    assert_eq!(place::size(folder.path()), (0, 0));
    assert!(own.exists());
    assert_eq!(place::size(Path::new("/nowhere/at/all")), (0, 0));
}

/// The contents of a folder after a change to it.
#[track_caller]
fn check_changes(change: impl FnOnce(&Path), changes: bool) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "The ferry ran aground.").unwrap();
    fs::write(folder.path().join("b.txt"), "Nobody was hurt.").unwrap();
    let paths = [folder.path().to_path_buf()];
    let (limits, progress) = (Limits::default(), Progress::summing());
    let read = bundle::load_told(&paths, &limits, &progress, &mut |_| ());
    let read = read.unwrap().contents;
    assert_eq!(read, bundle::contents(&paths, &Limits::default()));
    change(folder.path());
    assert_eq!(
        read != bundle::contents(&paths, &Limits::default()),
        changes
    );
}

#[test]
fn whatever_is_read_otherwise_is_other_contents() {
    check_changes(|_| (), false);
    check_changes(
        |it| fs::write(it.join("a.txt"), "The ferry ran aground!").unwrap(),
        true,
    );
    check_changes(
        |it| fs::rename(it.join("a.txt"), it.join("c.txt")).unwrap(),
        true,
    );
    check_changes(|it| fs::remove_file(it.join("b.txt")).unwrap(), true);
    check_changes(|it| fs::write(it.join("c.pdf"), "").unwrap(), true);
    // Swapped between the files: the same bytes in all.
    check_changes(
        |it| {
            fs::write(it.join("a.txt"), "Nobody was hurt.").unwrap();
            fs::write(it.join("b.txt"), "The ferry ran aground.").unwrap();
        },
        true,
    );
}

#[test]
fn what_is_given_twice_is_summed_as_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let sub = folder.path().join("sub");
    fs::create_dir(&sub).unwrap();
    fs::write(folder.path().join("a.txt"), "The ferry ran aground.").unwrap();
    fs::write(sub.join("b.txt"), "Nobody was hurt.").unwrap();
    let paths = [folder.path().to_path_buf(), sub];
    let (limits, progress) = (Limits::default(), Progress::summing());
    let read = bundle::load_told(&paths, &limits, &progress, &mut |_| ()).unwrap();
    assert_eq!(read.articles.len(), 2);
    assert_eq!(read.contents, bundle::contents(&paths, &limits));
}
