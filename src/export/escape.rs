//! Text made safe to stand in Markdown. (First version.)

/// Text of one line in which no character is markup.
pub fn inline(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
