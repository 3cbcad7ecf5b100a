//! Signs of typography as ASCII, for terminals that lack them: what is written in articles as much as
//! what Variorum writes. Letters stay what they are.

use ratatui::buffer::Buffer;

use crate::text::fold;

/// Each of one column, as what stands for it, so that nothing moves; quotation marks, apostrophes and
/// dashes are those of `text::fold`.
const PLAIN: &[(char, char)] = &[
    ('…', '.'),
    ('‹', '<'),
    ('›', '>'),
    ('―', '-'),
    ('─', '-'),
    ('→', '>'),
    ('·', '.'),
    ('•', '*'),
    ('\u{a0}', ' '),
];

/// Puts them in the place of what a frame holds.
pub fn make(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut signs = cell.symbol().chars();
        if let (Some(sign), None) = (signs.next(), signs.next())
            && !sign.is_ascii()
        {
            let plain = PLAIN.iter().find(|it| it.0 == sign);
            cell.set_char(plain.map_or(fold::mark(sign), |it| it.1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_is_ascii_and_letters_stay() {
        let mut buffer = Buffer::with_lines(["“a – ‘é’ …”"]);
        make(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["\"a - 'é' .\""]));
    }
}
