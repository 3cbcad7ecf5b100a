//! Whole screens: keys in, a frame out. No test here names a function of the app.

use ratatui::{Terminal, backend::TestBackend};
use variorum::{app::App, config, view};

#[track_caller]
fn screen(keys: &str) -> String {
    let keymap = config::defaults().unwrap();
    let mut app = App::default();
    for key in keys.split_whitespace() {
        assert_eq!(
            app.press(key.parse().unwrap(), &keymap),
            None,
            "{key} ended the run"
        );
    }
    let mut terminal = Terminal::new(TestBackend::new(46, 8)).unwrap();
    terminal
        .draw(|frame| view::draw(frame, &app, &keymap))
        .unwrap();
    terminal.backend().to_string()
}

#[test]
fn rows_move_only_inside_a_story() {
    insta::assert_snapshot!(screen("j enter j j k"));
}

#[test]
fn two_keys_can_make_one_command() {
    insta::assert_snapshot!(screen("enter j j g g"));
}

#[test]
fn help_lists_the_keys_of_this_screen() {
    insta::assert_snapshot!(screen("enter ?"));
}
