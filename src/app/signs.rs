//! The signs and paints of how a sentence is shared: the same in gutters, maps, lists and boxes.

use crate::{
    app::state::panes::Mark,
    config::{settings::Signs, theme::Paint},
    model::comparison::{Differs, LinkKind},
};

/// What a sign stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Shared(LinkKind),
    OnlyHere,
    Difference(Differs),
    Note,
    Cursor,
    /// Others tell something here that this source leaves out.
    Omission,
    Counterpart,
    /// A source that does not tell a claim.
    Absent,
    /// There is a note on these words in another article.
    Seen,
    /// The reader decided about it.
    ByYou,
    /// A vertical line.
    Line,
    /// A heavier one, beside the current sentence.
    Bar,
}

/// What is said of a link that the reader decided about.
pub const BY_YOU: &str = "  by you";

/// The character, one column wide.
pub fn sign(sign: Sign, signs: Signs) -> &'static str {
    let (unicode, ascii) = match sign {
        Sign::Shared(LinkKind::Verbatim) => ("=", "="),
        Sign::Shared(LinkKind::Edited) => ("≈", "%"),
        Sign::Shared(LinkKind::Paraphrase) => ("~", "~"),
        Sign::Shared(LinkKind::Partial) => ("÷", ":"),
        Sign::OnlyHere => ("◇", "*"),
        Sign::Difference(Differs::Surely) => ("≠", "!"),
        Sign::Difference(Differs::Possibly) => ("≟", "/"),
        Sign::Difference(Differs::Slightly) => ("≃", ","),
        Sign::Note => ("†", "+"),
        Sign::Seen => ("‡", "#"),
        Sign::Omission => ("…", "^"),
        Sign::Cursor => ("▶", ">"),
        Sign::Counterpart => ("▷", "-"),
        Sign::Absent => ("·", "."),
        Sign::ByYou => ("✓", "@"),
        Sign::Line => ("│", "|"),
        Sign::Bar => ("┃", "|"),
    };
    match signs {
        Signs::Unicode => unicode,
        Signs::Ascii => ascii,
    }
}

/// How a sentence is shared, in words.
pub fn told(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Verbatim => "word for word",
        LinkKind::Edited => "edited wording",
        LinkKind::Paraphrase => "same claim in other words",
        LinkKind::Partial => "in part",
    }
}

pub fn paint(kind: LinkKind) -> Paint {
    match kind {
        LinkKind::Verbatim => Paint::Verbatim,
        LinkKind::Edited => Paint::Edited,
        LinkKind::Paraphrase => Paint::Paraphrase,
        LinkKind::Partial => Paint::Partial,
    }
}

/// How the text of a sentence is painted. A difference in substance is painted on its own words,
/// and has a sign of its own.
pub fn paint_of(mark: Mark) -> Paint {
    match mark.shared {
        Some(kind) => paint(kind),
        None if mark.only_here => Paint::OnlyHere,
        None => Paint::Text,
    }
}
