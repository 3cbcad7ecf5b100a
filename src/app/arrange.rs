//! Panes opened, closed, moved and resized.

use crate::{
    app::state::{
        app::{App, Screen},
        panes::Pane,
    },
    config::settings::{SCROLLS, name_of, next_of},
    geometry::panes::MOST,
    input::command::Command,
    model::index::ArticleIx,
};

/// The heaviest a pane gets; after a drag a weight is a number of columns.
const HEAVIEST: u16 = 1000;

impl App {
    /// The commands that change the panes; false where it is none of them.
    pub(crate) fn arrange(&mut self, command: Command) -> bool {
        match command {
            Command::SplitPane => self.split(),
            Command::ClosePane => self.close_pane(),
            Command::RotatePanes => self.rotate(),
            Command::ZoomPane => self.zoom(),
            Command::WidenPane => self.weigh(|it| it.saturating_add(it.div_ceil(6)).min(HEAVIEST)),
            Command::NarrowPane => self.weigh(|it| it.saturating_sub(it.div_ceil(6)).max(1)),
            Command::EqualPanes => self.equal(),
            Command::ScrollMode => self.turn_scroll(),
            Command::InlineDiff => self.turn_inline(),
            _ => return false,
        }
        self.arranged();
        self.settle_panes();
        true
    }

    /// From now on the panes come back as they are.
    fn arranged(&mut self) {
        if let Some(compare) = self.compare_mut() {
            compare.arranged = true;
        }
    }

    fn split(&mut self) {
        let most = self.fit().most(self.parts().body);
        let bundle = self.known.bundle.clone();
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let open: Vec<ArticleIx> = compare.panes.iter().map(|it| it.article).collect();
        let story = &bundle[compare.story];
        let next = story.articles().iter().find(|it| !open.contains(it));
        let (many, focus) = (open.len(), compare.focus);
        match next {
            None => self.say("Every source of this story has a pane"),
            Some(_) if most.min(MOST) <= many => {
                self.warn(format!("There is no room for more than {many} panes"));
            }
            Some(article) => {
                compare.zoomed = false;
                compare.panes.insert(focus + 1, Pane::new(*article));
                self.settle_jump();
            }
        }
    }

    fn close_pane(&mut self) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        if compare.panes.len() == 1 {
            return self.say("This is the last pane; q goes back to the stories");
        }
        compare.panes.remove(compare.focus);
        compare.focus = compare.focus.min(compare.panes.len() - 1);
        compare.selection = None;
    }

    fn rotate(&mut self) {
        if let Some(compare) = self.compare_mut() {
            compare.panes.rotate_right(1);
            compare.focus = (compare.focus + 1) % compare.panes.len();
        }
    }

    fn zoom(&mut self) {
        if let Some(compare) = self.compare_mut() {
            compare.zoomed = !compare.zoomed;
        }
    }

    fn weigh(&mut self, change: impl Fn(u16) -> u16) {
        if let Some(compare) = self.compare_mut() {
            let pane = compare.focused_mut();
            pane.weight = change(pane.weight);
        }
    }

    fn equal(&mut self) {
        if let Some(compare) = self.compare_mut() {
            for pane in &mut compare.panes {
                pane.weight = 4;
            }
        }
    }

    fn turn_scroll(&mut self) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        compare.scroll = next_of(SCROLLS, compare.scroll);
        let name = name_of(SCROLLS, &compare.scroll);
        self.settle_jump();
        self.say(format!("Scrolling: {name}"));
    }

    fn turn_inline(&mut self) {
        if let Some(compare) = self.compare_mut() {
            compare.inline_diff = !compare.inline_diff;
            let told = if compare.inline_diff {
                "marked"
            } else {
                "not marked"
            };
            self.say(format!("Differing words are {told} in the panes"));
        }
    }

    /// Shows another article in the focused pane, at the counterpart of where the reader is.
    pub(crate) fn choose(&mut self, article: ArticleIx) {
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            return;
        };
        if let Some(at) = compare.panes.iter().position(|it| it.article == article) {
            compare.panes.swap(at, compare.focus);
            compare.arranged = true;
            return self.settle_panes();
        }
        let place = compare.place();
        let comparison = self.known.comparisons.get(&compare.story);
        let found = comparison.and_then(|it| it.counterpart(place, article));
        let weight = compare.focused().weight;
        *compare.focused_mut() = Pane {
            weight,
            cursor: found.unwrap_or_default(),
            ..Pane::new(article)
        };
        compare.arranged = true;
        self.settle_jump();
    }

    /// Moves the line between two panes: the pane `left` of it grows or shrinks up to a column and a
    /// row of the screen, the other by as much the other way.
    pub(crate) fn drag(&mut self, left: usize, to: (u16, u16)) {
        let Some(compare) = self.compare() else {
            return;
        };
        let body = self.parts().body;
        let stacked = self.fit().stacked(body);
        let frames = self.frames(compare);
        let mut sizes: Vec<i32> = frames
            .iter()
            .map(|(_, it)| {
                let across = it.gutter.width + it.text.width + it.map.width + it.border.width;
                i32::from(if stacked { it.text.height + 1 } else { across })
            })
            .collect();
        let Some(right) = sizes.get(left + 1).copied() else {
            return;
        };
        let begun: i32 = sizes[..left].iter().sum();
        let pointer = i32::from(if stacked {
            to.1 - body.y.min(to.1)
        } else {
            to.0
        });
        let least = if stacked { 4 } else { 22 };
        let both = sizes[left] + right;
        if both < 2 * least {
            return;
        }
        sizes[left] = (pointer - begun).clamp(least, both - least);
        sizes[left + 1] = both - sizes[left];
        let numbers: Vec<usize> = frames.iter().map(|(at, _)| *at).collect();
        if let Some(compare) = self.compare_mut() {
            for (at, size) in numbers.into_iter().zip(sizes) {
                compare.panes[at].weight = u16::try_from(size).unwrap_or(1).max(1);
            }
        }
        self.settle_panes();
    }
}
