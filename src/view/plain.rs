//! Signs of typography as ASCII, for terminals that lack them: what is written in articles as much as
//! what Variorum writes. Letters stay what they are.

use ratatui::buffer::Buffer;

/// Each of one column, as what stands for it, so that nothing moves.
const PLAIN: &[(&str, &str)] = &[
    ("…", "."),
    ("‹", "<"),
    ("›", ">"),
    ("―", "-"),
    ("−", "-"),
    ("─", "-"),
    ("→", ">"),
    ("–", "-"),
    ("—", "-"),
    ("‐", "-"),
    ("‑", "-"),
    ("“", "\""),
    ("”", "\""),
    ("„", "\""),
    ("«", "\""),
    ("»", "\""),
    ("‘", "'"),
    ("’", "'"),
    ("‚", "'"),
    ("·", "."),
    ("•", "*"),
    ("\u{a0}", " "),
];

/// Puts them in the place of what a frame holds.
pub fn make(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Some((_, plain)) = PLAIN.iter().find(|it| it.0 == cell.symbol()) {
            cell.set_symbol(plain);
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
