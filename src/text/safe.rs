//! Text from outside made safe to show. (To be grown: see the tests.)

use std::borrow::Cow;

/// White space of any length as one blank, none at the ends.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let plain =
        |(at, c): (usize, char)| !c.is_whitespace() || (c == ' ' && !text[..at].ends_with(' '));
    if text.char_indices().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
