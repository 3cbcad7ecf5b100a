//! From a key, a paste or the mouse to a command, by what is open.

use crate::{
    app::state::{
        app::{App, Screen},
        overlay::Overlay,
    },
    geometry::screen,
    input::{
        command::{Command, Scope},
        key::{Code, Key},
        keymap::Lookup,
    },
    text::safe,
};

/// What the mouse did, at a column and a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    Click,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

/// Sentences or rows that one notch of the wheel moves by.
const NOTCH: usize = 3;

impl App {
    /// A key was pressed. A character that could steer the terminal is none: it would be shown.
    pub fn press(&mut self, key: Key) {
        if matches!(key.code, Code::Char(c) if !safe::is_harmless(c)) {
            return;
        }
        self.message = None;
        self.touched();
        match &self.overlay {
            Some(Overlay::Prompt(_)) => self.press_prompt(key),
            Some(Overlay::Picker(_)) => self.press_picker(key),
            Some(Overlay::Question(_)) => self.press_question(key),
            Some(Overlay::Editor(_)) => self.press_editor(key),
            Some(Overlay::Text(_)) | None => self.press_screen(key),
        }
        self.settle();
    }

    fn press_screen(&mut self, key: Key) {
        let pending = !self.pressed.is_empty();
        if pending && key == Key::plain(Code::Esc) {
            self.pressed.clear();
            return;
        }
        self.pressed.push(key);
        match self.settings.keymap.lookup(self.scope(), &self.pressed) {
            Lookup::Pending => (),
            Lookup::Run(command) => {
                self.pressed.clear();
                self.update(command);
            }
            Lookup::None => {
                let keys: Vec<String> = self.pressed.iter().map(Key::to_string).collect();
                self.pressed.clear();
                let help = self.settings.keymap.keys_of(Command::Help).join(" or ");
                let help = match help.as_str() {
                    "" => String::new(),
                    keys => format!("; {keys} lists the keys"),
                };
                self.say(format!("{} does nothing here{help}", keys.join(" ")));
            }
        }
    }

    /// From here on panes that nobody has chosen are the reader's.
    fn touched(&mut self) {
        if let Some(compare) = self.compare_mut() {
            compare.untouched = None;
        }
    }

    /// Text was pasted: typed where text is wanted, else left alone, lest it run commands.
    pub fn paste(&mut self, text: &str) {
        if let Some(Overlay::Editor(_)) = &self.overlay {
            return self.paste_note(text);
        }
        // In one line of text a break is a blank; terminals send it as a carriage return.
        let text = text.replace("\r\n", "\n");
        let blank = |c: char| {
            if matches!(c, '\n' | '\r' | '\t') {
                ' '
            } else {
                c
            }
        };
        let typed = |c: &char| !c.is_control() && safe::is_harmless(*c);
        let text = text.trim_end().chars().map(blank);
        self.paste_line(&text.filter(typed).collect::<String>());
    }

    /// The mouse did something at a column and a row.
    pub fn mouse(&mut self, mouse: Mouse, at: (u16, u16)) {
        self.touched();
        match (mouse, &self.overlay) {
            (Mouse::WheelUp | Mouse::WheelDown, overlay) => {
                let down = mouse == Mouse::WheelDown;
                if matches!(overlay, Some(Overlay::Picker(_))) {
                    let code = if down { Code::Down } else { Code::Up };
                    return self.press_picker(Key::plain(code));
                }
                if overlay.is_none() {
                    return self.wheel(down, at);
                }
                let command = if down { Command::Down } else { Command::Up };
                for _ in 0..NOTCH {
                    self.update(command);
                }
            }
            (_, Some(_)) => (),
            (Mouse::Click, None) => self.click(at),
            (Mouse::Drag, None) => self.drag_to(at),
            (Mouse::Release, None) => self.pointer.dragged = None,
        }
        self.settle();
    }

    /// The wheel scrolls the pane under it; the focus stays.
    fn wheel(&mut self, down: bool, at: (u16, u16)) {
        let under = self.pane_at(at);
        let heights = self.heights();
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            let command = if down { Command::Down } else { Command::Up };
            self.update(command);
            return self.settle();
        };
        let Some(number) = under else {
            return;
        };
        let pane = &mut compare.panes[number];
        let last = pane.page.last_top(heights[number]);
        pane.top = if down {
            (pane.top + NOTCH).min(last)
        } else {
            pane.top.saturating_sub(NOTCH)
        };
        if number == compare.focus {
            // The cursor stays on screen, so that the next key goes on from here.
            let top = pane.page.sentence_at(pane.top + 2.min(heights[number] / 4));
            let row = pane.top + heights[number].saturating_sub(3);
            let bottom = pane.page.sentence_at(row);
            pane.cursor = pane.cursor.clamp(top.min(bottom), bottom.max(top));
            let line = pane.top;
            self.settle_cursor();
            if let Some(compare) = self.compare_mut() {
                compare.focused_mut().top = line;
            }
        }
    }

    fn pane_at(&self, at: (u16, u16)) -> Option<usize> {
        let frames = self.frames(self.compare()?);
        let found = frames.into_iter().find(|(_, it)| {
            let area = it.title.union(it.gutter).union(it.text).union(it.map);
            area.contains(at.into())
        });
        found.map(|(number, _)| number)
    }

    fn click(&mut self, at: (u16, u16)) {
        match self.screens.last() {
            None => self.click_story(at),
            Some(Screen::Compare(_)) => self.click_pane(at),
            Some(Screen::Ledger(_)) => self.click_ledger(at),
        }
    }

    fn click_story(&mut self, at: (u16, u16)) {
        let (list, _) = screen::with_preview(self.parts().body);
        let row = usize::from(at.1.saturating_sub(list.y + 1)) + self.stories.top;
        if !list.contains(at.into()) || at.1 <= list.y || self.stories.shown.len() <= row {
            return;
        }
        if self.stories.at == row {
            self.update(Command::Open);
        } else {
            self.stories.at = row;
        }
    }

    fn click_pane(&mut self, at: (u16, u16)) {
        let Some(compare) = self.compare() else {
            return;
        };
        let frames = self.frames(compare);
        let body = self.parts().body;
        let line = |(_, it): &(usize, crate::geometry::panes::Frame)| {
            let stacked = self.fit().stacked(body) && it.title.y == at.1 && body.y < at.1;
            it.border.contains(at.into()) || stacked
        };
        if let Some(right) = frames.iter().position(line).filter(|it| 0 < *it) {
            self.pointer.dragged = Some(right - 1);
            if frames[right].1.border.contains(at.into()) {
                return;
            }
        }
        let Some(number) = self.pane_at(at) else {
            return;
        };
        let text = frames
            .iter()
            .find(|(it, _)| *it == number)
            .map(|it| it.1.text);
        let Some(text) = text else {
            return;
        };
        self.remember();
        let Some(compare) = self.compare_mut() else {
            return;
        };
        compare.focus = number;
        compare.selection = None;
        if text.y <= at.1 {
            let row = compare.focused().top + usize::from(at.1 - text.y);
            let sentence = compare.focused().page.sentence_at(row);
            self.move_to(sentence);
        }
    }

    fn drag_to(&mut self, at: (u16, u16)) {
        if let (Some(left), Scope::Compare) = (self.pointer.dragged, self.scope()) {
            self.drag(left, at);
        }
    }
}
